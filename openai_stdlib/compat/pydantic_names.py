# SPDX-License-Identifier: MIT
"""Functions of `openai._compat`, which work with models of this package and of pydantic."""

from __future__ import annotations

import functools

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Optional

PYDANTIC_V1, PYDANTIC_V2 = False, True
cached_property: Any = functools.cached_property
typed_cached_property: Any = functools.cached_property
ConfigDict = dict


def model_dump(model: Any, *, by_alias: Optional[bool] = None, **options: Any) -> Dict[str, Any]:
    """Return the fields of a model as a dict. The options are those of pydantic's `model_dump`."""
    if by_alias is not None:
        options["by_alias"] = by_alias
    fields: Dict[str, Any] = (model.model_dump if hasattr(model, "model_dump") else model.dict)(**options)
    return fields


def model_json(model: Any, *, indent: Optional[int] = None) -> str:
    """Return a model as JSON text."""
    text: str = model.model_dump_json(indent=indent)
    return text


def model_copy(model: Any, *, deep: bool = False) -> Any:
    """Return a copy of a model."""
    return model.model_copy(deep=deep)


def model_parse(model: Any, data: Any) -> Any:
    """Return data as an instance of the class `model`. Raises ValueError if it does not fit."""
    return model.model_validate(data)


def parse_obj(model: Any, data: object) -> Any:
    """Return data as an instance of the class `model`. Raises ValueError if it does not fit."""
    return model.model_validate(data)


def model_parse_json(model: Any, data: Any) -> Any:
    """Return JSON text as an instance of the class `model`. Raises ValueError if it does not fit."""
    return model.model_validate_json(data)


def model_json_schema(model: Any) -> Dict[str, Any]:
    """Return the JSON schema of the class `model`."""
    schema: Dict[str, Any] = model.model_json_schema()
    return schema


def get_model_config(model: Any) -> Any:
    """Return the configuration of the class `model`."""
    return model.model_config


def get_model_fields(model: Any) -> Any:
    """Return the descriptions of the fields of the class `model` by their names."""
    return model.model_fields


def field_is_required(field: Any) -> bool:
    """Return whether a field has to be given."""
    return bool(field.is_required())


def field_get_default(field: Any) -> Any:
    """Return the default of a field, or None."""
    default = field.get_default()
    return None if type(default).__name__ == "PydanticUndefinedType" or default is ... else default


def field_outer_type(field: Any) -> Any:
    """Return the type of a field."""
    return field.annotation
