# SPDX-License-Identifier: MIT
"""`APIObject`: what the server sent, a dict whose fields are also attributes.

The JSON decoder itself makes one of each object that it reads, so no second walk over the answer is needed.
What an answer is worth beyond this (pages, streams) lives in its siblings.
"""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Collection, Dict, Optional, Tuple

    from ..call.message import Reply

    Fields = Dict[str, Any]
else:
    Fields = dict


class _KeysField:
    """`keys`, the one field of the API that a dict has a method for: the field where there is one, else the method."""

    __slots__ = ()

    def __get__(self, instance: Optional[APIObject], owner: Any = None) -> Any:
        if instance is None:
            return dict.keys
        return instance["keys"] if "keys" in instance else dict.keys.__get__(instance, owner)


class APIObject(Fields):
    """An object of the API. `obj.name` and `obj["name"]` are the same.

    It equals, prints as JSON and travels like the dict that the server sent; unknown fields are kept. As attribute, a
    field that the API knows and this answer lacks reads as None; a name that it doesn't know is an AttributeError.
    It can be passed back as an argument of a call.
    """

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            return _absent(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("_"):
            self.__dict__[name] = value
        else:
            self[name] = value

    def __delattr__(self, name: str) -> None:
        try:
            del (self.__dict__ if name in self.__dict__ else self)[name]
        except KeyError:
            raise AttributeError(name) from None

    def __dir__(self) -> Any:
        return sorted(set(object.__dir__(self)) | {name for name in dict.keys(self) if isinstance(name, str)})

    def __repr__(self) -> str:
        fields = ("{}={!r}".format(name, value) for name, value in self.items())
        return "{}({})".format(type(self).__name__, ", ".join(fields))

    def copy(self) -> APIObject:
        """Return a shallow copy of the same kind."""
        duplicate = type(self)(self.items())
        duplicate.__dict__.update(self.__dict__)
        return duplicate

    def to_dict(self) -> Dict[str, Any]:
        """Return the fields as plain dicts and lists, all the way down."""
        plain: Dict[str, Any] = _plain(self)
        return plain

    def to_json(self, *, indent: Optional[int] = 2) -> str:
        """Return the fields as JSON text."""
        return json.dumps(self, indent=indent, ensure_ascii=False)

    def model_dump(
        self,
        *,
        include: Optional[Collection[str]] = None,
        exclude: Optional[Collection[str]] = None,
        exclude_none: bool = False,
        **_: Any,
    ) -> Dict[str, Any]:
        """Return the fields as plain dicts and lists; the official models' name for `to_dict`.

        `include` and `exclude` name fields of this object; `exclude_none` drops nulls at any depth. The other options
        of that method say how models are written, and change nothing here.
        """
        fields = {
            name: value
            for name, value in self.items()
            if (include is None or name in include) and (exclude is None or name not in exclude)
        }
        plain: Dict[str, Any] = _plain(fields, exclude_none)
        return plain

    def model_dump_json(self, *, indent: Optional[int] = None, **options: Any) -> str:
        """Return what `model_dump` gives, as JSON text."""
        separators = (",", ":") if indent is None else None
        return json.dumps(self.model_dump(**options), indent=indent, ensure_ascii=False, separators=separators)

    def model_copy(self, *, update: Optional[Dict[str, Any]] = None, deep: bool = False) -> APIObject:
        """Return a copy, `deep` or shallow, with the fields of `update` set."""
        if deep:
            from copy import deepcopy

            duplicate = deepcopy(self)
        else:
            duplicate = self.copy()
        duplicate.update(update or {})
        return duplicate


if not TYPE_CHECKING:  # a checker should see dict's own
    APIObject.keys = _KeysField()


def _absent(instance: APIObject, name: str) -> None:
    """Return None for a field that the API knows; raise AttributeError for any other name."""
    if name == "_request_id":
        return
    if not name.startswith("_"):
        from .known_fields import KNOWN_FIELDS

        if name in KNOWN_FIELDS:
            return
    raise AttributeError("{!r} object has no attribute {!r}".format(type(instance).__name__, name))


def _plain(value: Any, exclude_none: bool = False) -> Any:
    if isinstance(value, dict):
        return {k: _plain(v, exclude_none) for k, v in value.items() if not (exclude_none and v is None)}
    if isinstance(value, list):
        return [_plain(item, exclude_none) for item in value]
    return value


def decode_json(reply: Reply) -> Any:
    """Decode a JSON answer; an object knows its `_request_id`. No content (204, 205) is None.

    Raises APIResponseValidationError: a program never gets a proxy's HTML page as if it were an answer.
    """
    try:
        answer = parse(reply.body.decode("utf-8"))
    except (ValueError, RecursionError):
        if reply.status_code in (204, 205):
            return None
        from ..call.failures import wrong_answer

        what = "JSON that cannot be parsed" if "json" in (reply.headers.get("content-type") or "") else ""
        raise wrong_answer(reply, what, "JSON") from None
    if type(answer) is APIObject:
        answer.__dict__["_request_id"] = reply.request_id
    return answer


_decoder = json.JSONDecoder(object_hook=APIObject)
_scan: Callable[[str, int], Tuple[Any, int]] = getattr(_decoder, "scan_once")  # noqa: B009  # typeshed lacks it


def parse(text: str) -> Any:
    """Decode JSON text; its objects become APIObjects. Raises ValueError."""
    try:
        value, end = _scan(text, 0)
        if end == len(text):
            return value
    except StopIteration:
        pass
    return _decoder.decode(text)  # blanks around the value, or an error worth its message
