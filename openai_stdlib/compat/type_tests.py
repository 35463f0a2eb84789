# SPDX-License-Identifier: MIT
"""Questions about types, under the names of `openai._utils` and `openai._compat`."""

from __future__ import annotations

import collections.abc
import sys
import typing

from ..helpers import type_info

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional, Tuple

LITERAL: Any = typing.Literal
SEQUENCE: Any = collections.abc.Sequence
ITERABLE: Any = collections.abc.Iterable
QUALIFIERS = ("Required", "NotRequired")


def get_origin(type_: Any) -> Any:
    """Return the unsubscripted form of a type, also of `Annotated` and `Required`, or None."""
    if hasattr(type_, "__metadata__"):
        return _annotated()
    return typing.get_origin(type_)


def _annotated() -> Any:
    loaded = sys.modules.get("typing_extensions")
    return getattr(typing, "Annotated", None) or getattr(loaded, "Annotated", None)


def get_args(type_: Any) -> Tuple[Any, ...]:
    """Return the arguments of a type, also those of `Annotated`: the type and what is said of it."""
    if hasattr(type_, "__metadata__"):
        return (type_.__origin__, *type_.__metadata__)
    return typing.get_args(type_)


def is_union(origin: Any) -> bool:
    """Return whether an origin is that of a union."""
    return origin is typing.Union or getattr(origin, "__name__", "") == "UnionType"


def is_union_type(type_: Any) -> bool:
    """Return whether a type is a union."""
    return is_union(typing.get_origin(type_))


def is_typeddict(type_: Any) -> bool:
    """Return whether a type is a TypedDict."""
    return type_info.is_typed_dict(type_)


def is_literal_type(type_: Any) -> bool:
    """Return whether a type is a Literal."""
    return typing.get_origin(type_) is LITERAL


def is_annotated_type(type_: Any) -> bool:
    """Return whether a type is an `Annotated`."""
    return hasattr(type_, "__metadata__")


def _is_generic_of(type_: Any, cls: type) -> bool:
    return (typing.get_origin(type_) or type_) is cls


def is_list_type(type_: Any) -> bool:
    """Return whether a type is `list` or a `List[…]`."""
    return _is_generic_of(type_, list)


def is_sequence_type(type_: Any) -> bool:
    """Return whether a type is a `Sequence`."""
    return _is_generic_of(type_, SEQUENCE)


def is_iterable_type(type_: Any) -> bool:
    """Return whether a type is an `Iterable`."""
    return _is_generic_of(type_, ITERABLE)


def _qualifier(type_: Any) -> str:
    return str(getattr(typing.get_origin(type_), "_name", None) or "")


def is_required_type(type_: Any) -> bool:
    """Return whether a type is a `Required[…]`."""
    return _qualifier(type_) == "Required"


def is_not_required_type(type_: Any) -> bool:
    """Return whether a type is a `NotRequired[…]`."""
    return type_info.is_not_required(type_)


def is_typevar(type_: Any) -> bool:
    """Return whether a type is a type variable."""
    return isinstance(type_, typing.TypeVar)


def is_type_alias_type(type_: Any) -> bool:
    """Return whether a type is made by a `type` statement or TypeAliasType."""
    return type(type_).__name__ == "TypeAliasType"


def strip_annotated_type(type_: Any) -> Any:
    """Return a type without `Annotated`, `Required` and `NotRequired` around it."""
    while is_annotated_type(type_) or _qualifier(type_) in QUALIFIERS:
        type_ = get_args(type_)[0]
    return type_


def extract_type_arg(type_: Any, index: int) -> Any:
    """Return one of the arguments of a type. Raises RuntimeError if it has none there."""
    arguments = get_args(type_)
    if index >= len(arguments):
        raise RuntimeError("Expected type {} to have a type argument at index {}".format(type_, index))
    return arguments[index]


def extract_type_var_from_base(
    type_: Any, *, generic_bases: Tuple[Any, ...], index: int, failure_message: Optional[str] = None
) -> Any:
    """Return what a type variable of a generic class stands for in `Class[T]` or in a subclass of it.

    Raises RuntimeError, with `failure_message` if given, for a type that does not say it.
    """
    cls = typing.get_origin(type_) or type_
    if cls in generic_bases:
        return extract_type_arg(type_, index)
    for base in getattr(cls, "__orig_bases__", ()):
        if typing.get_origin(base) in generic_bases:
            argument = extract_type_arg(base, index)
            return extract_type_arg(type_, index) if is_typevar(argument) else argument
    raise RuntimeError(failure_message or "Could not resolve type variable {} of {}".format(index, type_))


def is_stream_class_type(type_: Any) -> bool:
    """Return whether a type is a class of streams."""
    from ..results.async_stream import AsyncStream
    from ..results.stream import Stream

    cls = typing.get_origin(type_) or type_
    return isinstance(cls, type) and issubclass(cls, (Stream, AsyncStream))


def extract_stream_chunk_type(stream_cls: Any, *, failure_message: Optional[str] = None) -> Any:
    """Return the type of the items of `Stream[T]` or of a subclass of it. Raises RuntimeError if it has none."""
    from ..results.async_stream import AsyncStream
    from ..results.stream import Stream

    bases = Stream, AsyncStream
    return extract_type_var_from_base(stream_cls, generic_bases=bases, index=0, failure_message=failure_message)


def extract_response_type(type_: Any) -> Any:
    """Return the type of the result of `APIResponse[T]` or of a subclass of it. Raises RuntimeError if it has none."""
    from ..results.base_response import BaseResponse
    from ..results.streaming_response import APIResponse, AsyncAPIResponse

    return extract_type_var_from_base(type_, generic_bases=(BaseResponse, APIResponse, AsyncAPIResponse), index=0)
