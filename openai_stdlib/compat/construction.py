# SPDX-License-Identifier: MIT
"""`construct_type` and the other functions with which programs make results and request options by hand.

The official package keeps them in `openai._models` and `openai._base_client`.
"""

from __future__ import annotations

import typing
from functools import lru_cache

from ..call.sentinels import NOT_GIVEN, SENTINEL_TYPES
from ..helpers import type_info
from ..helpers.convert import convert
from ..results.declared_fields import alternatives, annotations_of, choose_model, fixed_values
from ..results.model_interface import find_pydantic
from ..results.models import UnknownModel, find_fitting, most_known
from ..results.objects import APIObject
from .dates import PARSERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, FrozenSet, List, Optional, Tuple

GenericModel = BaseGenericModel = APIObject


def construct_type(*, value: Any, type_: Any, metadata: Any = None) -> Any:
    """Return a decoded JSON value as an instance of `type_`, without validation: what does not fit is kept as it is.

    Models, lists, dicts and unions are constructed at any depth, also below `Annotated`; an integer becomes a float,
    and text a date, where the type says so. `metadata` is accepted and not used.
    """
    type_ = type_info.unwrap(type_)[0]
    origin, arguments = type_info.origin(type_), type_info.arguments(type_)
    if origin is typing.Union:
        return _construct_member(type_, value)
    if is_basemodel_type(type_):
        if type(value) is list:
            return [_construct_model(type_, item) for item in value]
        return _construct_model(type_, value)
    container = origin or type_
    if container is dict and isinstance(value, dict):
        item_type = arguments[1] if len(arguments) > 1 else object
        return {key: construct_type(value=item, type_=item_type) for key, item in value.items()}
    if container is list and isinstance(value, list):
        item_type = arguments[0] if arguments else object
        return [construct_type(value=item, type_=item_type) for item in value]
    try:
        if type_ is float and isinstance(value, int) and float(value) == value:
            return float(value)
        return PARSERS[type_](value) if type_ in PARSERS else value
    except (TypeError, ValueError, OverflowError):  # the first for a type that is not hashable
        return value


def construct_type_unchecked(*, value: Any, type_: Any) -> Any:
    """Return what `construct_type` does; to type checkers, it is an instance of `type_`."""
    return construct_type(value=value, type_=type_)


def _construct_model(type_: Any, value: Any) -> Any:
    """Return the fields of a mapping as a model; a model and a value of another type as they are."""
    cls: Any = type_
    if not isinstance(type_, type):
        cls = type_info.origin(type_)
    if not isinstance(value, dict) or isinstance(value, APIObject) and type(value) is not APIObject:
        return value
    if not issubclass(cls, APIObject):
        return (getattr(cls, "model_construct", None) or cls.construct)(**value)
    model = cls.construct(**value)
    if cls._complete is not None:  # a class that the program has declared, with types that the table cannot have
        for name, annotation in annotations_of(cls).items():
            wire = cls._wire.get(name, name)
            if dict.__contains__(model, wire) and not isinstance(annotation, str):
                model[wire] = construct_type(type_=annotation, value=dict.__getitem__(model, wire))
    return model


def _construct_member(union: Any, value: Any) -> Any:
    """Return a value as the member of a union that it fits, or else as the first one.

    What fits a model is decided as in results, by the fixed values of its fields; a class of pydantic validates.
    """
    options = alternatives(union)
    models = [option for option in options if is_basemodel_type(option)]
    is_object = isinstance(value, dict)
    holds_mappings = any(type_info.origin(option) is dict or option is dict for option in options)
    if is_object and models and not holds_mappings and all(map(_is_ours, models)):
        classes = [type_info.origin(model) or model for model in models]
        return _construct_model(choose_model(classes, value) or UnknownModel, value)
    try:
        return validate_type(type_=union, value=value)
    except Exception:  # noqa: S110  # whatever the type raises
        pass
    if is_object and models:
        fitting, _ = find_fitting([(model, _describe(model)[0]) for model in models], value)
        if fitting:
            return _construct_model(most_known(fitting, value, lambda model: _describe(model)[1]), value)
    return construct_type(value=value, type_=options[0])


def _is_ours(model: Any) -> bool:
    cls = type_info.origin(model) or model
    return issubclass(cls, APIObject)


@lru_cache(maxsize=512)
def _describe(model: Any) -> Tuple[Dict[str, List[Any]], FrozenSet[str]]:
    """Return the fixed values of a class of pydantic, and the names of its fields in JSON."""
    types = [(getattr(field, "alias", None) or name, field.annotation) for name, field in model.model_fields.items()]
    return fixed_values(types), frozenset(name for name, _ in types)


def validate_type(*, type_: Any, value: Any) -> Any:
    """Return `value` as an instance of `type_`, as `model_validate` does. Raises ValueError if it does not fit.

    pydantic checks it if the program has imported that. Otherwise types are checked, but not the fields of models.
    """
    if find_pydantic() is not None:
        return type_.model_validate(value) if is_basemodel_type(type_) else _adapter(type_).validate_python(value)
    try:
        return _convert(type_info.unwrap(type_)[0], value)
    except TypeError as error:  # of a class without a field that it needs
        raise ValueError(str(error)) from error


def _convert(type_: Any, value: Any) -> Any:
    """Return a value as an instance of a type, without pydantic. Raises ValueError or TypeError if it does not fit."""
    options = alternatives(type_)
    models = [option for option in options if is_basemodel_type(option)]
    if isinstance(value, dict) and models:
        cls = choose_model([type_info.origin(model) or model for model in models], value)
        if cls is not None:
            return cls.model_validate(value)
    others = [option for option in options if option not in models]
    container = type_info.origin(type_) or type_
    if len(options) > 1 and others:
        for option in sorted(others, key=lambda option: type(value) is not option):  # an integer fits float too
            try:
                return _convert(option, value)
            except (TypeError, ValueError):
                pass
    elif container is list and isinstance(value, list):
        return [_convert((*type_info.arguments(type_), object)[0], item) for item in value]
    elif container is dict and isinstance(value, dict):
        item_type = (*type_info.arguments(type_), object, object)[1]
        return {key: _convert(item_type, item) for key, item in value.items()}
    elif others and type_ is not list and type_ is not dict:
        return PARSERS[type_](value) if type_ in PARSERS else convert(type_, value, "value")
    raise ValueError("value: {!r} does not fit {}".format(value, getattr(type_, "__name__", type_)))


def _adapter(type_: Any) -> Any:
    try:
        return _cached_adapter(type_)
    except TypeError:  # it is not hashable
        return type_info.type_adapter(type_)


@lru_cache(maxsize=512)
def _cached_adapter(type_: Any) -> Any:
    return type_info.type_adapter(type_)


def build(base_model_cls: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Return a model made from keyword arguments. Raises TypeError for positional ones."""
    if args:
        raise TypeError("build(): arguments must be keywords")
    return construct_type(value=kwargs, type_=base_model_cls)


def is_basemodel(type_: Any) -> bool:
    """Return whether a type is a model, or a union with one."""
    return any(map(is_basemodel_type, alternatives(type_)))


def is_basemodel_type(type_: Any) -> bool:
    """Return whether a type is a class of models of this package or of pydantic."""
    cls = type_info.origin(type_) or type_
    return isinstance(cls, type) and hasattr(cls, "model_construct")


def set_pydantic_config(type_: Any, config: Any) -> None:
    """Set the configuration that pydantic has for a TypedDict or dataclass."""
    type_.__pydantic_config__ = config


def add_request_id(obj: Any, request_id: Optional[str]) -> None:
    """Set the id of the request that returned an object. It is not a field, so no dump shows it."""
    obj.__dict__["_request_id"] = request_id


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
