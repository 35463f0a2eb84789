# SPDX-License-Identifier: MIT
"""What `parse(to=…)` of a response makes of a body: `shaped` reads a type and builds that. Pure.

Types are known by what they have, so that models of any library do: `model_validate`, `construct`, or a constructor
that takes the fields as keywords (dataclasses, typed dicts, named tuples).
"""

from __future__ import annotations

from ..call.api_errors import response_validation_error
from ..call.errors import ArgumentError
from ..call.message import Response
from .binary import BinaryContent
from .objects import APIObject, decode_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable


def cast_response(reply: Response, to: Any, plain: Callable[[], Any]) -> Any:
    """Return a body that has been read as `to` says; `plain` gives what the call promises.

    Raises ArgumentError for what is no type, APIResponseValidationError for a body that it cannot be made of.
    """
    while hasattr(to, "__metadata__"):  # Annotated
        to = to.__origin__
    if to is None or to is type(None):
        return None
    if to is bytes:
        return reply.content
    if to in (str, int, float, bool):
        try:
            return reply.text.lower() == "true" if to is bool else to(reply.text)
        except ValueError:
            raise response_validation_error(reply, "other text", "a number") from None
    if isinstance(to, type) and issubclass(to, Response):
        return reply
    if isinstance(to, type) and issubclass(to, BinaryContent):
        return to(reply)
    if isinstance(to, type) and hasattr(to, "next_page_info"):
        return plain()
    if not isinstance(to, type) and not hasattr(to, "__origin__"):
        raise ArgumentError("to: expected a type, got {!r}".format(to))
    value = decode_json(reply)
    try:
        return _convert(value, to)
    except (TypeError, ValueError, AttributeError) as error:
        said = "JSON that cannot be converted to it ({})".format(str(error)[:200])
        raise response_validation_error(reply, said, getattr(to, "__name__", repr(to))) from None


def _convert(value: Any, to: Any) -> Any:
    origin = getattr(to, "__origin__", None)
    inner: Any = getattr(to, "__args__", ())
    if origin is list and len(inner) == 1 and isinstance(value, list):
        return [_convert(item, inner[0]) for item in value]
    if origin is dict and len(inner) == 2 and isinstance(value, dict):
        return {key: _convert(item, inner[1]) for key, item in value.items()}
    if not isinstance(to, type) or to.__module__ in ("builtins", "typing"):
        return value  # JSON without more ado
    if issubclass(to, APIObject):  # our own are made without being judged, as everywhere
        make = getattr(to, "construct", None)
        return to(value) if make is None else make(**value)
    for name in ("model_validate", "construct"):
        make = getattr(to, name, None)
        if make is not None:
            return make(value) if name == "model_validate" else make(**value)
    return to(**value)
