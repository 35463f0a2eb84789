# SPDX-License-Identifier: MIT
"""`construct_type` and the other functions with which programs make results and request options by hand.

The official package keeps them in `openai._models` and `openai._base_client`.
"""

from __future__ import annotations

import typing

from ..call.sentinels import NOT_GIVEN, SENTINEL_TYPES
from ..results.declared_fields import choose_model
from ..results.models import ModelUnion
from ..results.objects import APIObject, to_api_objects

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Optional

GenericModel = BaseGenericModel = APIObject


def construct_type(*, value: Any, type_: Any, metadata: Any = None) -> Any:
    """Return a decoded JSON value as an instance of `type_`, without validation: what does not fit is kept as it is.

    `type_` may be a model, a list, a dict, a union or `Annotated`. `metadata` is accepted and not used.
    """
    while hasattr(type_, "__metadata__"):
        type_ = type_.__origin__
    if isinstance(type_, ModelUnion):
        return apply(type_, value)
    origin = getattr(type_, "__origin__", None)
    arguments: Any = getattr(type_, "__args__", ())
    if origin is typing.Union or type(type_).__name__ == "UnionType":
        return _construct_member(arguments, value)
    if origin in (list, typing.List, getattr(typing.Iterable, "__origin__", None)) and isinstance(value, (list, tuple)):
        return [construct_type(value=item, type_=arguments[0]) for item in value]
    if origin is dict and isinstance(value, dict) and len(arguments) == 2:
        return {key: construct_type(value=item, type_=arguments[1]) for key, item in value.items()}
    if type_ is float and type(value) is int:
        return float(value)
    if not is_basemodel(type_) or not isinstance(value, dict):
        return value
    cls: Any = origin if isinstance(origin, type) else type_
    if issubclass(cls, APIObject):
        return cls.construct(**value)
    construct: Any = getattr(cls, "model_construct", None) or cls.construct
    return construct(**value)


def construct_type_unchecked(*, value: Any, type_: Any) -> Any:
    """Return a decoded JSON value as an instance of `type_`, as `construct_type` does."""
    return construct_type(value=value, type_=type_)


def apply(union: ModelUnion, value: Any) -> Any:
    """Return an object, or a list of objects, as the members of a union of models."""
    value = to_api_objects(value)
    union.apply(value)
    return value


def _construct_member(members: Any, value: Any) -> Any:
    """Return a value as the member of a union whose fixed fields it has, or else as the first that can hold it."""
    models = [member for member in members if is_basemodel(member)]
    if not isinstance(value, dict) or not models:
        return value
    plain = [model for model in models if issubclass(getattr(model, "__origin__", model), APIObject)]
    if not plain and hasattr(models[0], "model_fields"):
        return construct_type(value=value, type_=_load("pydantic_base").model_chooser(models)(value))
    return construct_type(value=value, type_=choose_model(plain, value) or models[0])


def _load(name: str) -> Any:
    """Return a module beside this one."""
    return __import__(name, globals(), None, ["*"], 1)


def validate_type(*, type_: Any, value: Any) -> Any:
    """Return `value` as an instance of `type_`, as `model_validate` does. Raises ValueError if it does not fit."""
    validate = getattr(type_, "model_validate", None)
    return construct_type(value=value, type_=type_) if validate is None else validate(value)


def build(base_model_cls: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Return a model made from keyword arguments. Raises TypeError for positional ones."""
    if args:
        raise TypeError("build(): arguments must be keywords")
    return construct_type(value=kwargs, type_=base_model_cls)


def is_basemodel(type_: Any) -> bool:
    """Return whether a type is a model of this package or of pydantic."""
    cls = getattr(type_, "__origin__", type_)
    return isinstance(cls, type) and hasattr(cls, "model_construct")


def add_request_id(obj: Any, request_id: Optional[str]) -> None:
    """Set the id of the request that returned an object. It is not a field, so no dump shows it."""
    obj._request_id = request_id


def make_request_options(
    *,
    query: Any = None,
    extra_headers: Any = None,
    extra_query: Any = None,
    extra_body: Any = None,
    idempotency_key: Optional[str] = None,
    timeout: Any = NOT_GIVEN,
    **others: Any,
) -> Dict[str, Any]:
    """Return the `options` of `client.get`, `client.post` and so on. Values that are not given are left out."""
    options: Dict[str, Any] = {}
    if extra_headers is not None:
        options["headers"] = extra_headers
    if extra_body is not None:
        options["extra_json"] = extra_body
    if query is not None or extra_query is not None:
        options["params"] = {**(query or {}), **(extra_query or {})}
    if timeout is not NOT_GIVEN:
        options["timeout"] = timeout
    if idempotency_key is not None:
        options["idempotency_key"] = idempotency_key
    given = {name: value for name, value in others.items() if value is not None and type(value) not in SENTINEL_TYPES}
    return {**options, **given}
