# SPDX-License-Identifier: MIT
"""Pickle APIObjects, and encode them as JSON, that are nested too deeply for functions that call themselves."""

from __future__ import annotations

from .dump import is_api_object, render

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Tuple

MAX_PLAIN_PICKLE_DEPTH = 100  # levels that Python's pickler handles under any recursion limit


def encode_iteratively(value: Any, indent: Any, separators: Any) -> str:
    """Return what `json.dumps` returns, for nesting of any depth."""
    import json

    comma, colon = separators or ("," if indent is not None else ", ", ": ")
    step = " " * indent if isinstance(indent, int) else indent or ""

    def encode(leaf: Any) -> str:
        return json.dumps(leaf, ensure_ascii=False)

    def enter(item: Any, depth: int) -> Any:
        if not isinstance(item, (dict, list, tuple)) or not item:
            return None
        brackets = "{}" if isinstance(item, dict) else "[]"
        inside, outside = ("\n" + step * (depth + 1), "\n" + step * depth) if indent is not None else ("", "")
        children: Any = (("", inner) for inner in item)
        if isinstance(item, dict):
            children = ((encode(k if isinstance(k, str) else encode(k)) + colon, v) for k, v in dict.items(item))
        return brackets[0] + inside, children, comma + inside, outside + brackets[1]

    return render(value, enter, encode)


def is_deep(value: Any) -> bool:
    """Return whether a value is nested too deeply for Python's pickler."""
    level = [value]
    for _ in range(MAX_PLAIN_PICKLE_DEPTH):
        following: Dict[int, Any] = {}
        for container in level:
            children = dict.values(container) if isinstance(container, dict) else container
            # The types first, in C: most lists that are long hold numbers only.
            if any(issubclass(cls, (dict, list)) for cls in set(map(type, children))):
                following.update((id(child), child) for child in children if isinstance(child, (dict, list)))
        if not following:
            return False
        level = list(following.values())
    return True


def flatten(root: Any) -> List[Any]:
    """Return the containers of a nested value as a list without nesting, which `unflatten` makes the value of again."""
    containers: List[Any] = [root]
    numbers = {id(root): 0}
    nodes: List[Any] = []
    for container in containers:  # grows meanwhile
        cls, state = container._copy_state() if is_api_object(container) else (type(container), None)
        names = list(dict.keys(container)) if isinstance(container, dict) else None
        leaves: List[Any] = []
        links: List[Tuple[int, int]] = []
        for child in container if names is None else dict.values(container):
            if type(child) in (list, dict) or is_api_object(child):
                if id(child) not in numbers:
                    numbers[id(child)] = len(containers)
                    containers.append(child)
                links.append((len(leaves), numbers[id(child)]))
                child = None
            leaves.append(child)
        nodes.append((cls, state, names, leaves, links))
    return nodes


def unflatten(nodes: List[Any]) -> Any:
    """Return the value that `flatten` has made a list of."""
    values = [node[0].__new__(node[0]) for node in nodes]
    for value, (_, state, names, leaves, links) in zip(values, nodes):
        for position, number in links:
            leaves[position] = values[number]
        if names is None:
            value.extend(leaves)
        else:
            dict.update(value, zip(names, leaves))
        if state:
            value.__setstate__(state)
    return values[0]
