# SPDX-License-Identifier: MIT
"""Convert a response body to the type passed as `parse(to=…)` or `cast_to`. No I/O.

Types are recognised by their attributes, so that models of any library work: `model_validate`, `construct`, or a
constructor that takes the fields as keywords (dataclasses, typed dicts, named tuples).
"""

from __future__ import annotations

from ..call.errors import ArgumentError
from ..call.message import Response
from ..call.response_errors import response_validation_error
from .binary import BinaryContent
from .objects import APIObject, decode_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable


def cast_response(response: Response, to: Any, default: Callable[[], Any], forms: str = "all") -> Any:
    """Return the body of `response`, which must have been read, converted to the type `to`.

    `default` returns the usual result of the call; it is used for page classes. `forms` is that of `decode_json`.
    Raises ArgumentError if `to` is not a type, and APIResponseValidationError if the body cannot be converted to it.
    """
    while hasattr(to, "__metadata__"):  # Annotated
        to = to.__origin__
    if to is None or to is type(None):
        return None
    if to is bytes:
        return response.content
    if to in (str, int, float, bool):
        try:
            return response.text.lower() == "true" if to is bool else to(response.text)
        except ValueError:
            raise response_validation_error(response, "text that is not a number", "a number") from None
    if isinstance(to, type) and issubclass(to, Response):
        return response
    if isinstance(to, type) and issubclass(to, BinaryContent):
        return to(response)
    if isinstance(to, type) and hasattr(to, "next_page_info"):
        return default()
    if not isinstance(to, type) and not hasattr(to, "__origin__"):
        raise ArgumentError("to: expected a type, got {!r}".format(to))
    value = decode_json(response, forms)
    try:
        return _convert(value, to)
    except (TypeError, ValueError, AttributeError) as error:
        received = "JSON that cannot be converted to it ({})".format(str(error)[:200])
        raise response_validation_error(response, received, getattr(to, "__name__", repr(to))) from None


def cast_custom(response: Response, to: Any) -> Any:
    """Return the body of the response of a custom request, converted to the type `to` if that is not None.

    A custom endpoint may return anything, so only what calls itself an error is one.
    """

    def decode() -> Any:
        return decode_json(response, "explicit")

    return decode() if to is None else cast_response(response, to, decode, "explicit")


def _convert(value: Any, to: Any) -> Any:
    """Return a decoded JSON value as an instance of `to`."""
    origin = getattr(to, "__origin__", None)
    type_arguments: Any = getattr(to, "__args__", ())
    if origin is list and len(type_arguments) == 1 and isinstance(value, list):
        return [_convert(item, type_arguments[0]) for item in value]
    if origin is dict and len(type_arguments) == 2 and isinstance(value, dict):
        return {key: _convert(item, type_arguments[1]) for key, item in value.items()}
    if not isinstance(to, type) or to.__module__ in ("builtins", "typing"):
        return value  # plain JSON
    if issubclass(to, APIObject):  # this package's models are never validated
        construct = getattr(to, "construct", None)
        return to(value) if construct is None else construct(**value)
    for name in ("model_validate", "construct"):
        construct = getattr(to, name, None)
        if construct is not None:
            return construct(value) if name == "model_validate" else construct(**value)
    return to(**value)
