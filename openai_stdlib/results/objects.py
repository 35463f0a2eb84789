# SPDX-License-Identifier: MIT
"""`APIObject`: what the server sent, a dict whose fields are also attributes.

The JSON decoder itself makes one of each object that it reads, so no second walk over the answer is needed.
What kind of object it is, and so which fields it has when they weren't sent, models.py knows; what an answer is worth
beyond this (pages, streams) lives in its siblings.
"""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterator, Optional, Set, Tuple

    from ..call.message import Response

    Fields = Dict[str, Any]
else:
    Fields = dict


SECRET_FIELDS = ("signing_secret",)  # fields that are not printed: whoever has one can sign webhooks


class _KeysField:
    """`keys`, the one field of the API that a dict has a method for: the field where there is one, else the method."""

    __slots__ = ()

    def __get__(self, instance: Optional[APIObject], owner: Any = None) -> Any:
        if instance is None:
            return dict.keys
        return instance["keys"] if "keys" in instance else dict.keys.__get__(instance, owner)


class _ModelFields:
    """`model_fields` of a class: what is known of each of its fields, by name."""

    __slots__ = ()

    def __get__(self, instance: Any, owner: Any = None) -> Dict[str, Any]:
        return {name: {"alias": None if name == wire else wire, "default": None} for name, wire, _ in owner._fields}


class APIObject(Fields):
    """An object of the API. `obj.name` and `obj["name"]` are the same.

    It equals, prints as JSON and travels like the dict that the server sent; unknown fields are kept. As attribute, a
    field that this kind of object can have and this one lacks reads as None; any other name is an AttributeError. (Of
    an object of no known kind, all that any model has counts as known.) It can be passed back as an argument of a call.
    """

    _fields: Tuple[Tuple[str, str, Any], ...] = ()  # name, name on the wire, what is in it
    _wire: Dict[str, str] = {}  # the names that differ
    _names: Any = frozenset()  # on the wire
    _client_side: Any = (
        frozenset()
    )  # fields that are not of the answer: what was made of it. See models.ClientSideField
    model_fields = _ModelFields()

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            return _missing_field(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("_"):
            self.__dict__[name] = value
        elif name in self._client_side:
            self.__dict__["_" + name] = value
        else:
            self[self._wire.get(name, name)] = value

    def __delattr__(self, name: str) -> None:
        try:
            if name in self.__dict__:
                del self.__dict__[name]
            else:
                del self[self._wire.get(name, name)]
        except KeyError:
            raise AttributeError(name) from None

    def __dir__(self) -> Any:
        return sorted(set(object.__dir__(self)) | {name for name in dict.keys(self) if isinstance(name, str)})

    def __repr__(self) -> str:
        shown = ((name, "***" if name in SECRET_FIELDS and value else value) for name, _, value in self._iter_fields())
        fields = ("{}={!r}".format(*pair) for pair in shown)
        return "{}({})".format(type(self).__name__, ", ".join(fields))

    def _iter_fields(self) -> Iterator[Tuple[str, str, Any]]:
        """Yield name, name on the wire and value of each field: those of this kind, then what else was sent."""
        for name, wire, nested in self._fields:
            yield name, wire, dict.get(self, wire) if nested is None else nested.__get__(self)
        for name, value in dict.items(self):
            if name not in self._names:
                yield name, name, value

    def _is_set(self, wire: str) -> bool:
        """Tell whether a field was sent, or made of what was sent."""
        return wire in self or (wire in self._client_side and "_" + wire in self.__dict__)

    @property
    def model_fields_set(self) -> Set[str]:
        """The names of the fields that were sent."""
        return {name for name, wire, _ in self._iter_fields() if self._is_set(wire)}

    @property
    def model_extra(self) -> Dict[str, Any]:
        """What was sent beside the fields of this kind."""
        return {name: value for name, value in dict.items(self) if name not in self._names}

    @classmethod
    def model_construct(cls, _fields_set: Any = None, **values: Any) -> APIObject:
        """Return an object with these fields; also `construct`."""
        return cls(**values)

    construct = model_construct

    @classmethod
    def model_validate(cls, obj: Any, **_: Any) -> APIObject:
        """Return an object of a mapping's fields. Whether they fit is not looked at."""
        return obj if isinstance(obj, cls) else cls(**dict(obj))

    @classmethod
    def model_validate_json(cls, json_data: Any, **_: Any) -> APIObject:
        """Return an object of what JSON text says. Raises ValueError if it is none."""
        return cls.model_validate(json.loads(json_data))

    def copy(self, **options: Any) -> APIObject:
        """Return a shallow copy of the same kind."""
        duplicate = type(self)()
        dict.update(duplicate, dict.items(self))
        duplicate.__dict__.update(self.__dict__)
        dict.update(duplicate, options.get("update") or {})
        return duplicate

    def to_dict(self, *, use_api_names: bool = True, exclude_unset: bool = True, **options: Any) -> Dict[str, Any]:
        """Return the fields as plain dicts and lists, all the way down, under the names of the wire."""
        fields: Dict[str, Any] = _dumped(self, {"by_alias": use_api_names, "exclude_unset": exclude_unset, **options})
        return fields

    def to_json(self, *, indent: Optional[int] = 2, **options: Any) -> str:
        """Return the fields as JSON text."""
        return json.dumps(self.to_dict(**options), indent=indent, ensure_ascii=False)

    def model_dump(self, **options: Any) -> Dict[str, Any]:
        """Return the fields as plain dicts and lists, those that weren't sent as None.

        `include` and `exclude` name fields, as a set or, for what is inside, as a mapping; `exclude_unset`,
        `exclude_none` and `exclude_defaults` leave out what wasn't sent or is None, at any depth; `by_alias` gives the
        names of the wire. The other options of the official method change nothing here.
        """
        fields: Dict[str, Any] = _dumped(self, options)
        return fields

    def model_dump_json(self, *, indent: Optional[int] = None, **options: Any) -> str:
        """Return what `model_dump` gives, as JSON text."""
        separators = (",", ":") if indent is None else None
        return json.dumps(self.model_dump(**options), indent=indent, ensure_ascii=False, separators=separators)

    def dict(self, **options: Any) -> Dict[str, Any]:
        """Do what `model_dump` does, by the name that it had before."""
        return self.model_dump(**options)

    def json(self, **options: Any) -> str:
        """Do what `model_dump_json` does, by the name that it had before."""
        return self.model_dump_json(**options)

    def model_copy(self, *, update: Optional[Dict[str, Any]] = None, deep: bool = False) -> APIObject:
        """Return a copy, `deep` or shallow, with the fields of `update` set."""
        if deep:
            from copy import deepcopy

            duplicate = deepcopy(self)
        else:
            duplicate = self.copy()
        for name, value in (update or {}).items():
            setattr(duplicate, name, value)
        return duplicate


if not TYPE_CHECKING:  # a checker should see dict's own
    APIObject.keys = _KeysField()


def _missing_field(instance: APIObject, name: str) -> None:
    """Return None for a field that some model has; raise AttributeError for any other name."""
    if name == "_request_id":
        return
    if not name.startswith("_"):
        from .known_fields import known_fields

        if name in known_fields():
            return
    raise AttributeError("{!r} object has no attribute {!r}".format(type(instance).__name__, name))


def to_api_objects(value: Any) -> Any:
    """Return plain dicts, at any depth, as objects; what was passed isn't changed."""
    if type(value) is dict:
        return APIObject({name: to_api_objects(inner) for name, inner in value.items()})
    return [to_api_objects(item) for item in value] if type(value) is list else value


def _dumped(value: Any, options: Dict[str, Any]) -> Any:
    if isinstance(value, APIObject):
        return dict(_fields_of(value, options))
    if isinstance(value, dict):
        return {name: _dumped(inner, options) for name, inner in value.items()}
    if isinstance(value, list):
        return [_dumped(item, options) for item in value]
    return value if value is None or isinstance(value, (str, int, float)) else _plain(value)


def _plain(value: Any) -> Any:
    """Return an object of the user's own type, which an answer was parsed into, as plain dicts and lists."""
    if hasattr(value, "model_dump"):
        return value.model_dump()
    if hasattr(type(value), "__dataclass_fields__"):
        from dataclasses import asdict

        return asdict(value)
    return value


def _fields_of(value: APIObject, options: Dict[str, Any]) -> Iterator[Tuple[str, Any]]:
    include, exclude = options.get("include"), options.get("exclude")
    no_none = options.get("exclude_none") or options.get("exclude_defaults")
    rest = {**options, "include": None, "exclude": None}
    for name, wire, inner in value._iter_fields():
        if (inner is None and no_none) or (options.get("exclude_unset") and not value._is_set(wire)):
            continue
        if (include is not None and name not in include) or (exclude is not None and _whole(exclude, name)):
            continue
        deeper = {
            key: chosen[name]
            for key, chosen in (("include", include), ("exclude", exclude))
            if isinstance(chosen, dict) and not _whole(chosen, name) and name in chosen
        }
        yield wire if options.get("by_alias") else name, _dumped(inner, {**rest, **deeper})


def _whole(chosen: Any, name: str) -> bool:
    """Tell whether a set or mapping of names means a field with all that is in it."""
    return name in chosen and (not isinstance(chosen, dict) or chosen[name] is True or chosen[name] is ...)


def decode_json(reply: Response) -> Any:
    """Decode a JSON answer; an object knows its `_request_id`. No content (204, 205) is None.

    Raises APIResponseValidationError: a program never gets a proxy's HTML page as if it were an answer.
    """
    try:
        answer = parse_json(reply.body.decode("utf-8"))
    except (ValueError, RecursionError):
        if reply.status_code in (204, 205):
            return None
        from ..call.api_errors import response_validation_error

        what = "JSON that cannot be parsed" if "json" in (reply.headers.get("content-type") or "") else ""
        raise response_validation_error(reply, what, "JSON") from None
    if type(answer) is APIObject:
        answer.__dict__["_request_id"] = reply.request_id
    return answer


_decoder = json.JSONDecoder(object_hook=APIObject)
_scan: Callable[[str, int], Tuple[Any, int]] = getattr(_decoder, "scan_once")  # noqa: B009  # typeshed lacks it


def parse_json(text: str) -> Any:
    """Decode JSON text; its objects become APIObjects. Raises ValueError."""
    try:
        value, end = _scan(text, 0)
        if end == len(text):
            return value
    except StopIteration:
        pass
    return _decoder.decode(text)  # blanks around the value, or an error worth its message
