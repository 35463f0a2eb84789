# SPDX-License-Identifier: MIT
"""Dump, print and copy APIObjects. No function calls itself, so nesting has no limit.

It knows objects.py only by the methods of APIObject, because that module imports this one.
"""

from __future__ import annotations

from ..call.errors import BodyError
from ..call.jsonable import to_jsonable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterable, Iterator, List, Optional, Set, Tuple

SECRET_FIELDS = ("signing_secret",)  # masked in `repr`; a signing secret can forge webhook events
_LEAVE = object()  # on a stack: the container before it is finished


def is_api_object(value: Any) -> bool:
    """Return whether a value is an APIObject."""
    return isinstance(value, dict) and hasattr(type(value), "_iter_fields")


def dump(root: Any, options: Dict[str, Any]) -> Any:
    """Return a value as plain dicts and lists, with the options of `model_dump`. Raises BodyError for a cycle."""
    result: List[Any] = [None]
    open_ids: Set[int] = set()  # of the containers around the current one
    stack: List[Tuple[Any, Any, Any, Dict[str, Any]]] = [(result, 0, root, options)]
    while stack:
        target, key, value, options = stack.pop()
        if target is _LEAVE:
            open_ids.discard(key)
            continue
        if value is None or isinstance(value, (str, int, float)):
            target[key] = value
            continue
        if not isinstance(value, (dict, list)):
            fields = _fields_of(value)
            if fields is None:
                target[key] = tuple(dump(item, {}) for item in value) if type(value) is tuple else value
                continue
            value, options = fields, {}
        if id(value) in open_ids:
            raise BodyError("the object contains itself, so it cannot be dumped")
        open_ids.add(id(value))
        stack.append((_LEAVE, id(value), None, options))
        children: Any
        if isinstance(value, list):
            if options.get("include") or options.get("exclude"):
                selected = [(v, inner) for _, v, inner in _select(enumerate(value), options, len(value))]
                children = [(index, *entry) for index, entry in enumerate(selected)]
            else:
                children = [(index, item, options) for index, item in enumerate(value)]
            dumped: Any = [None] * len(children)
        else:
            dumped = {}
            children = _select_fields(value, options) if is_api_object(value) else _select(value.items(), options)
        target[key] = dumped
        for name, item, item_options in children:
            # Most values are not containers; a container keeps its place in the order of the fields.
            if item is None or isinstance(item, (str, int, float)):
                dumped[name] = item
            else:
                dumped[name] = None
                stack.append((dumped, name, item, item_options))
    return result[0]


def _fields_of(value: Any) -> Optional[Dict[str, Any]]:
    """Return the fields of an object of a user's type, from structured output; None for any other value."""
    try:
        from ..call.conversion import dump_fields, has_fields
    except ModuleNotFoundError:  # in a copy without it
        return None
    return dump_fields(value) if has_fields(value) else None


def _select_fields(value: Any, options: Dict[str, Any]) -> Iterator[Tuple[str, Any, Dict[str, Any]]]:
    """Yield name, value and options of each selected field of an APIObject."""
    skip_none = options.get("exclude_none") or options.get("exclude_defaults")
    if skip_none and value._is_model:
        options = {**options, "in_model": True}
    elif options.get("in_model"):
        skip_none = False  # what a model has as a dict is dumped with everything in it
    names = {name: wire for name, wire, _ in value._iter_fields()}
    fields = ((name, inner) for name, _, inner in value._iter_fields())
    for name, inner, inner_options in _select(fields, options):
        if not (inner is None and skip_none) and not (options.get("exclude_unset") and not value._is_set(names[name])):
            yield names[name] if options.get("by_alias") else name, inner, inner_options


def _select(items: Iterable[Tuple[Any, Any]], options: Dict[str, Any], size: Optional[int] = None) -> Iterator[Any]:
    """Yield key, value and options of each selected item of a mapping, or of a list of that size."""
    include, exclude = options.get("include"), options.get("exclude")
    if include is None and not exclude:
        yield from ((key, value, options) for key, value in items)
        return
    for key, value in items:
        included = True if include is None else _find_selection(include, key, size)
        excluded = _find_selection(exclude, key, size) if exclude else None
        if included and excluded is not True:
            yield key, value, {**options, "include": None if included is True else included, "exclude": excluded}


def _find_selection(names: Any, key: Any, size: Optional[int]) -> Any:
    """Return what names of `include` or `exclude` say of an item: True for all of it, names inside of it, or None."""
    for name in (key,) if size is None else (key, key - size, "__all__"):
        if name in names:
            inner = names[name] if isinstance(names, dict) else True
            return True if inner is ... else inner or None
    return None


def dump_json(value: Any, indent: Any, separators: Any) -> str:
    """Return a dumped value as JSON text, values of the user's types converted."""
    import json

    try:
        return json.dumps(value, indent=indent, ensure_ascii=False, separators=separators)
    except RecursionError:
        module = __import__("deep_objects", globals(), None, ["*"], 1)  # which imports this one
        text: str = module.encode_iteratively(value, indent, separators)
        return text
    except TypeError:
        return json.dumps(to_jsonable(value), indent=indent, ensure_ascii=False, separators=separators)


def represent(root: Any) -> str:
    """Return the repr of an APIObject: its class, and its fields as keyword arguments."""

    def enter(item: Any, depth: int) -> Any:
        if is_api_object(item):
            name, fields = item._repr_parts()
            shown = ((k + "=", "***" if k in SECRET_FIELDS and v else v) for k, v in fields)
            return name + "(", shown, ", ", ")"
        if type(item) is list:
            return "[", (("", inner) for inner in item), ", ", "]"
        if type(item) is dict:
            return "{", (("{!r}: ".format(k), v) for k, v in item.items()), ", ", "}"
        return None

    return render(root, enter, repr)


def render(value: Any, enter: Callable[[Any, int], Any], encode: Callable[[Any], str]) -> str:
    """Return nested values as text.

    `enter(value, depth)` returns the opening text of a container, its children with the text before each, the text
    between them and the closing text; or None for any other value, which `encode` turns into text.
    """
    parts: List[str] = []
    stack: List[Any] = []  # of the containers around the value: id, children, text between them, closing text
    open_ids: Set[int] = set()
    while True:
        container = None if id(value) in open_ids else enter(value, len(stack))
        if container is not None:
            opening, children, between, closing = container
            parts.append(opening)
            stack.append((id(value), iter(children), between, closing))
            open_ids.add(id(value))
        else:
            parts.append("..." if id(value) in open_ids else encode(value))
        is_first = container is not None
        while stack:
            identity, children, between, closing = stack[-1]
            child = next(children, None)
            if child is not None:
                prefix, value = child
                parts.append(prefix if is_first else between + prefix)
                break
            parts.append(closing)
            open_ids.discard(identity)
            stack.pop()
            is_first = False
        else:
            return "".join(parts)


def copy_deeply(root: Any, memo: Dict[int, Any]) -> Any:
    """Return a deep copy of an APIObject; `memo` is that of `copy.deepcopy`."""
    from copy import deepcopy

    result: List[Any] = [None]
    stack: List[Tuple[Any, Any, Any]] = [(result, 0, root)]
    while stack:
        target, key, value = stack.pop()
        if value is None or type(value) in (str, int, float, bool):
            target[key] = value
            continue
        if id(value) in memo:
            target[key] = memo[id(value)]
            continue
        state: Any = None
        children: Any
        if type(value) is list:
            duplicate: Any = [None] * len(value)
            children = enumerate(value)
        elif type(value) is dict or is_api_object(value):
            cls, state = (dict, None) if type(value) is dict else value._copy_state()  # pyright: ignore[reportAttributeAccessIssue]
            duplicate, children = cls.__new__(cls), dict.items(value)
        else:
            target[key] = deepcopy(value, memo)
            continue
        target[key] = memo[id(value)] = duplicate
        if state:
            duplicate.__setstate__(deepcopy(state, memo))
        for name, item in children:
            duplicate[name] = None  # keeps the order of the fields
            stack.append((duplicate, name, item))
    return result[0]
