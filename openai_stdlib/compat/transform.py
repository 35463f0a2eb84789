# SPDX-License-Identifier: MIT
"""`transform`: parameters as a request sends them, by what the annotations of a TypedDict say of them.

Calls of this library do not need it: the table of operations knows which names and values differ.
"""

from __future__ import annotations

import sys
import typing
from functools import lru_cache

from ..call.sentinels import SENTINEL_TYPES
from .files import is_base64_file_input
from .type_tests import (
    get_args,
    is_iterable_type,
    is_list_type,
    is_sequence_type,
    is_typeddict,
    is_union_type,
    strip_annotated_type,
)
from .utilities import is_iterable, is_mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional

EXTRAS: Any = {"include_extras": True} if sys.version_info >= (3, 9) else {}


class PropertyInfo:
    """What the annotation of a parameter says of it: its name in requests, its format, its discriminator."""

    def __init__(
        self,
        *,
        alias: Optional[str] = None,
        format: Optional[str] = None,
        format_template: Optional[str] = None,
        discriminator: Optional[str] = None,
    ) -> None:
        self.alias = alias
        self.format = format
        self.format_template = format_template
        self.discriminator = discriminator

    def __repr__(self) -> str:
        form = "PropertyInfo(alias={!r}, format={!r}, format_template={!r}, discriminator={!r})"
        return form.format(self.alias, self.format, self.format_template, self.discriminator)


def maybe_transform(data: Any, expected_type: Any) -> Any:
    """Return what `transform` does; None for None."""
    return None if data is None else transform(data, expected_type)


async def async_maybe_transform(data: Any, expected_type: Any) -> Any:
    """Return what `maybe_transform` does."""
    return maybe_transform(data, expected_type)


def transform(data: Any, expected_type: Any) -> Any:
    """Return parameters as a request sends them: with the names and formats that the annotations of a type have.

    Values that are not given are left out of mappings, models become dicts, and other iterables lists. What the type
    does not describe stays as it is.
    """
    return _transform(data, expected_type, _properties(expected_type))


async def async_transform(data: Any, expected_type: Any) -> Any:
    """Return what `transform` does."""
    return transform(data, expected_type)


def _properties(type_: Any) -> List[PropertyInfo]:
    """Return what the annotations around a type say of a parameter."""
    found: List[PropertyInfo] = []
    while type_ is not (inner := _unwrap(type_)):
        found += [item for item in getattr(type_, "__metadata__", ()) if isinstance(item, PropertyInfo)]
        type_ = inner
    return found


def _unwrap(type_: Any) -> Any:
    return get_args(type_)[0] if strip_annotated_type(type_) is not type_ else type_


def _transform(data: Any, type_: Any, properties: List[PropertyInfo]) -> Any:
    type_ = strip_annotated_type(type_)
    arguments = get_args(type_)
    if is_mapping(data) and is_typeddict(type_):
        return _transform_fields(data, type_)
    if is_mapping(data) and (typing.get_origin(type_) or type_) is dict:
        item_type = arguments[1] if len(arguments) > 1 else object
        return {name: transform(value, item_type) for name, value in data.items()}
    if _is_array(data, type_):
        if not arguments or arguments[0] in (int, float):
            return data if isinstance(data, list) else list(data)
        return [_transform(item, arguments[0], properties + _properties(arguments[0])) for item in data]
    if is_union_type(type_):
        for member in arguments:
            data = _transform(data, member, properties + _properties(member))
        return data
    if hasattr(type(data), "model_dump"):
        options = {"exclude": data.__api_exclude__} if hasattr(data, "__api_exclude__") else {}
        return data.model_dump(exclude_unset=True, mode="json", **options)
    formats = [item for item in properties if item.format is not None]
    return _format(data, formats[0]) if formats else data


def _is_array(data: Any, type_: Any) -> bool:
    if isinstance(data, (str, dict)):
        return False
    if is_list_type(type_):
        return isinstance(data, list)
    return is_iterable(data) and (is_iterable_type(type_) or (is_sequence_type(type_) and hasattr(data, "__len__")))


@lru_cache(maxsize=1024)
def _annotations(typed_dict: Any) -> Dict[str, Any]:
    return typing.get_type_hints(typed_dict, **EXTRAS)


def _transform_fields(data: Any, typed_dict: Any) -> Dict[str, Any]:
    """Return the fields of a TypedDict under their names in requests."""
    annotations = _annotations(typed_dict)
    fields: Dict[str, Any] = {}
    for name, value in data.items():
        if type(value) in SENTINEL_TYPES:
            continue
        annotation = annotations.get(name, object)
        properties = _properties(annotation)
        alias = next((item.alias for item in properties if item.alias is not None), name)
        fields[alias] = _transform(value, annotation, properties)
    return fields


def _format(data: Any, info: PropertyInfo) -> Any:
    """Return a date or file as the text that a parameter's format asks for; any other value as it is."""
    if info.format == "base64" and is_base64_file_input(data):
        from base64 import b64encode
        from pathlib import Path

        content = data.read() if hasattr(data, "read") else Path(data).read_bytes()
        return b64encode(content.encode() if isinstance(content, str) else content).decode("ascii")
    if hasattr(data, "isoformat"):
        if info.format == "iso8601":
            return data.isoformat()
        if info.format == "custom" and info.format_template is not None:
            return data.strftime(info.format_template)
    return data
