# SPDX-License-Identifier: MIT
"""The base of the models as classes of pydantic, with the methods that the official package's models have.

`construct` makes an instance without validation, and classes for what is nested in it, as the fields' types say.
"""

from __future__ import annotations

import typing

from ..results.declared_fields import alternatives, fixed_values
from ..results.models import find_fitting, most_known
from ..results.objects import APIObject, get_state
from .dates import PARSERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterator, List, Optional, Set, Tuple

    Converter = Callable[[Any], Any]

pydantic: Any
core: Any
extensions: Any
# By names in a tuple, so that tools that freeze programs pack pydantic for those that import it, and for no others.
LIBRARIES = ("pydantic", "pydantic_core", "typing_extensions")  # the first requires the others
pydantic, core, extensions = map(__import__, LIBRARIES)
UNDEFINED: Any = core.PydanticUndefined
MAX_EXACT_FLOAT = 1 << 53
plain_path: Dict[Any, Any] = {}  # class -> path of the module and name of the model, or the class that it stands for
_converters: Dict[Any, Dict[str, Tuple[str, Optional[Converter], Any]]] = {}
_set: Any = object.__setattr__


class BaseModel(pydantic.BaseModel):  # type: ignore[misc]
    """Base of all models. Fields that are not declared are kept."""

    model_config = {"extra": "allow", "defer_build": True}

    @classmethod
    def construct(cls, _fields_set: Optional[Set[str]] = None, **values: Any) -> Any:
        """Return an object with these fields, without validation; dicts become models where the types say so."""
        return construct(cls, values, _fields_set)

    if not TYPE_CHECKING:
        model_construct = construct

    def to_dict(
        self,
        *,
        mode: str = "python",
        use_api_names: bool = True,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        warnings: bool = True,
    ) -> Dict[str, Any]:
        """Return the fields as plain dicts and lists at any depth, under their API names."""
        fields: Dict[str, Any] = self.model_dump(
            mode=mode,
            by_alias=use_api_names,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
            warnings=warnings,
        )
        return fields

    def to_json(
        self,
        *,
        indent: Optional[int] = 2,
        use_api_names: bool = True,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        warnings: bool = True,
    ) -> str:
        """Return the fields as JSON text. The options are those of `to_dict`."""
        text: str = self.model_dump_json(
            indent=indent,
            by_alias=use_api_names,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
            warnings=warnings,
        )
        return text

    def __str__(self) -> str:
        return "{}({})".format(self.__repr_name__(), self.__repr_str__(", "))

    # As in plain models, a field is also an item.

    def get(self, name: str, default: Any = None) -> Any:
        """Return a field by its API name, or the default if it is not set."""
        return self[name] if name in self else default

    def __getitem__(self, name: str) -> Any:
        if name not in self:
            raise KeyError(name)
        return getattr(self, _attribute(type(self), name))

    def __contains__(self, name: Any) -> bool:
        names = self.__pydantic_fields_set__
        return name in (self.__pydantic_extra__ or ()) or _attribute(type(self), name) in names


class GenericModel(BaseModel):
    """Base of models with type parameters."""


BaseModel.__module__ = __name__.rpartition(".compat.")[0]


def _attribute(cls: Any, wire: str) -> str:
    plan = conversion_plan(cls)
    return plan[wire][0] if wire in plan else wire


def construct(cls: Any, values: Dict[str, Any], fields_set: Optional[Set[str]] = None, is_member: bool = False) -> Any:
    """Return an instance of a class with the fields of a mapping by their names in JSON.

    As in the `openai` package, a field with another name in JSON is kept under that name too, unless the class is a
    member of a union (`is_member`).
    """
    instance = cls.__new__(cls)
    fields: Dict[str, Any] = {}
    names: Set[str] = set()
    plan = conversion_plan(cls)
    client_side = get_state(values) if isinstance(values, APIObject) else {}
    for wire, (name, convert, field) in plan.items():
        if wire in values:
            value = values[wire]
        elif name in values:
            value = values[name]
        elif "_" + name in client_side:
            fields[name] = client_side["_" + name]
            names.add(name)
            continue
        else:
            value = field.get_default(call_default_factory=True)
            fields[name] = None if value is UNDEFINED else value
            continue
        fields[name] = to_builtin(value) if convert is None else convert(value)
        names.add(name)
    known = {**fields, **plan} if is_member else fields
    extra = {name: to_builtin(value) for name, value in values.items() if name not in known}
    _set(instance, "__dict__", fields)
    _set(instance, "__pydantic_fields_set__", names if fields_set is None else fields_set)
    _set(instance, "__pydantic_extra__", extra)
    _set(instance, "__pydantic_private__", None)
    if cls.__pydantic_post_init__:
        instance.model_post_init(None)
    if "_request_id" in client_side:
        fields["_request_id"] = client_side["_request_id"]
    return instance


def conversion_plan(cls: Any) -> Dict[str, Tuple[str, Optional[Converter], Any]]:
    """Return attribute, converter of values and description of each field of a class by its name in JSON."""
    plan = _converters.get(cls)
    if plan is None:
        plan = _converters[cls] = {
            field.alias or name: (name, converter(field.annotation), field) for name, field in cls.model_fields.items()
        }
    return plan


def to_builtin(value: Any) -> Any:
    """Return a value with plain dicts and lists in place of the classes of results."""
    if isinstance(value, dict):
        return {name: to_builtin(item) for name, item in dict.items(value)}
    return [to_builtin(item) for item in value] if type(value) is list else value


def converter(annotation: Any) -> Optional[Converter]:
    """Return a function that makes models of the dicts in a value of this type, None if there are none."""
    members = alternatives(annotation)
    models = [member for member in members if isinstance(member, type) and issubclass(member, BaseModel)]
    to_list = next(filter(None, (_item_converter(member, list) for member in members)), None)
    to_dict = next(filter(None, (_item_converter(member, dict) for member in members)), None)
    is_float = float in members and int not in members
    parse = next((PARSERS[member] for member in members if member in PARSERS and str not in members), None)
    if not (models or to_list or to_dict or is_float or parse):
        return None
    choose = _chooser(models)

    def convert(value: Any) -> Any:
        if isinstance(value, dict):
            if models:
                return construct(choose(value), value, is_member=len(models) > 1)
            return {name: to_dict(item) for name, item in value.items()} if to_dict else to_builtin(value)
        if type(value) is list:
            return [to_list(item) for item in value] if to_list else to_builtin(value)
        if parse and value is not None:
            try:
                return parse(value)
            except ValueError:
                return value
        return float(value) if is_float and type(value) is int and abs(value) < MAX_EXACT_FLOAT else value

    return convert


def _item_converter(annotation: Any, container: Any) -> Optional[Converter]:
    """Return the converter of what is in a list or dict, None if the type is no such container or needs none."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if not arguments or not isinstance(origin, type) or not issubclass(container, origin):
        return None
    convert = converter(arguments[-1])
    return convert or to_builtin


def _chooser(models: List[Any]) -> Callable[[Dict[str, Any]], Any]:
    """Return the function that finds the class of a dict among the models of a union."""
    if len(models) <= 1:
        return lambda value: models[0]
    options = [(cls, fixed_values(field_types(cls))) for cls in models]

    def choose(value: Dict[str, Any]) -> Any:
        fitting, _ = find_fitting(options, value)
        return most_known(fitting or models[:1], value, lambda cls: frozenset(name for name, _ in field_types(cls)))

    return choose


def field_types(cls: Any) -> Iterator[Tuple[str, Any]]:
    """Yield the name in JSON and the type of each field of a pydantic class."""
    return ((field.alias or name, field.annotation) for name, field in cls.model_fields.items())
