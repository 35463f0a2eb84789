# SPDX-License-Identifier: MIT
"""The models as classes of pydantic, built from the same table and stubs when they are needed.

They validate fields of the user's pydantic models and subclasses that declare fields. After `enable` (pydantic_mode.py)
they are what `types` has and what calls return. Imported when the program has imported pydantic 2, or has asked for it.
"""

from __future__ import annotations

import typing

from ..results.declared_fields import annotations_of, own_annotations
from ..results.model_data import FLOAT, fields_of
from ..results.model_data import define as define_model
from ..results.models import MODEL_PROPERTIES, Model, UnknownModel, find_model
from ..results.objects import APIObject, get_state
from . import field_types, pydantic_base
from .plain_types import plain_class
from .pydantic_base import BaseModel, GenericModel, construct, plain_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Tuple

pydantic: Any = pydantic_base.pydantic
core: Any = pydantic_base.core
ANNOTATED: Any = pydantic_base.extensions.Annotated
LITERAL: Any = typing.Literal
PACKAGE = __name__.rpartition(".compat.")[0]
# What a request leaves out of a model.
PROPERTIES: Dict[str, Dict[str, Any]] = {
    "ParsedResponseOutputText": {"__api_exclude__": {"parsed"}},
    "ParsedResponseOutputMessage": {"__api_exclude__": {"content": {"__all__": {"parsed"}}}},
    "ParsedResponseFunctionToolCall": {"__api_exclude__": {"parsed_arguments"}},
    "ParsedFunction": {"__api_exclude__": {"parsed_arguments"}},
    "ParsedFunctionToolCall": {"__api_exclude__": {"function": {"parsed_arguments"}}},
    "ParsedChatCompletionMessage": {
        "__api_exclude__": {"parsed": True, "tool_calls": {"__all__": {"function": {"parsed_arguments"}}}}
    },
}
_classes: Dict[Tuple[str, str], Any] = {}
_open: Dict[Tuple[str, str], str] = {}  # classes that are being built -> the name that stands for them meanwhile
_declared: Dict[Any, Any] = {}  # classes that the program has declared -> their counterparts


def model_class(path: str, name: str) -> Any:
    """Return the pydantic class of a model by the path of its module below `types` and its name."""
    if not path:
        return GenericModel if name == "GenericModel" else BaseModel
    place = path, name
    if place in _classes:
        return _classes[place]
    if place in _open:  # a model that contains itself
        return typing.ForwardRef(_open[place])
    _open[place] = "_{}_{}".format(path.replace(".", "_"), name)
    try:
        cls = _build(path, name)
    finally:
        own_name = _open.pop(place)
    cls = _classes.setdefault(place, cls)
    _pending.append((own_name, cls))
    if not _open:
        _resolve_pending()
    return cls


_pending: List[Tuple[str, Any]] = []


def _resolve_pending() -> None:
    """Complete the classes that contain themselves, directly or not."""
    names = dict(_pending)
    classes = [cls for _, cls in _pending]
    _pending.clear()
    for cls in classes:
        if not getattr(cls, "__pydantic_fields_complete__", True):
            cls.model_rebuild(_types_namespace=names)


def _build(path: str, name: str) -> Any:
    stub = field_types.read_stub(path)
    if not field_types.is_model(path, name):
        return typing.Any  # a parameter, which is a typed dict
    wires = _wires(path, name)
    if stub is None or name not in stub.classes:
        fields, bases = _fields_of_table(path, name), (BaseModel,)
    else:
        bases = tuple(field_types.evaluate(path, base, model_class) for base in stub.classes[name].bases)
        fields = {
            field: _definition(field_types.evaluate(path, node, model_class), required, wires.get(field, field), field)
            for field, (node, required) in stub.fields(name).items()
        }
    cls = pydantic.create_model(
        name, __base__=bases, __module__="{}.types.{}".format(PACKAGE, path), __doc__=None, **fields
    )
    properties = MODEL_PROPERTIES.get("{}.{}".format(path, name), {})
    for attribute, value in {**properties, **PROPERTIES.get(name, {})}.items():
        setattr(cls, attribute, value)
    plain_path[cls] = path, name
    return cls


def _definition(annotation: Any, is_required: bool, wire: str, name: str) -> Any:
    """Return a field as `create_model` takes it."""
    options: Dict[str, Any] = {} if wire == name else {"alias": wire}
    if not is_required:
        container = typing.get_origin(annotation)  # without a default of None, a field is an empty container
        options.update({"default_factory": container} if container in (dict, list) else {"default": None})
    return annotation, pydantic.Field(**options)


def _wires(path: str, name: str) -> Dict[str, str]:
    """Return the names in JSON of the fields of a model that the table has."""
    cls = plain_class(path, name)
    return dict(cls._wire) if isinstance(cls, type) and issubclass(cls, Model) else {}


def _fields_of_table(path: str, name: str) -> Dict[str, Any]:
    """Return what the table knows of the fields of a model, for a copy of the package without stubs."""
    cls = plain_class(path, name)
    definition = define_model(*cls._path) if isinstance(cls, type) and issubclass(cls, Model) else None
    fields: Dict[str, Any] = {}
    for wire, attribute, inner, values, _ in fields_of(definition) if definition else ():
        annotation: Any = typing.Any
        if values:
            annotation = LITERAL[tuple(value.strip(' "') for value in values.split("|"))]
        elif inner == FLOAT:
            annotation = float
        elif inner:
            paths = next(field for name, _, field in cls._fields if name == attribute).union.paths()
            annotation = typing.Union[tuple(model_class(module.path, other) for module, other in paths)]
            if inner[0] != inner[0].strip("[{"):
                annotation = typing.List[annotation] if inner[0] == "[" else typing.Dict[str, annotation]
        fields[attribute] = _definition(typing.Optional[annotation], False, wire, attribute)
    return fields


def from_plain(value: Any) -> Any:
    """Return an instance of a pydantic class, without validation, for a plain object."""
    place = type(value)._path
    return construct(BaseModel if place is None else model_class(place[0].path, place[1]), value)


def set_model(value: Any, name: str) -> Any:
    """Give an instance of a pydantic class the class of another model, and return it."""
    plain = find_model(name)
    other = construct(counterpart(plain), to_plain(value))
    for attribute in ("__class__", "__dict__", "__pydantic_fields_set__", "__pydantic_extra__"):
        object.__setattr__(value, attribute, getattr(other, attribute))
    return value


def counterpart(cls: Any) -> Any:
    """Return the pydantic class that validates objects of a plain class."""
    if cls._complete is None:
        path = cls._path
        return BaseModel if path is None else model_class(path[0].path, path[1])
    if cls not in _declared:
        _declared[cls] = _build_declared(cls)
    return _declared[cls]


def _build_declared(cls: Any) -> Any:
    """Return a pydantic class with the fields, validators and methods of a class that the program has declared."""
    bases = tuple(counterpart(base) if issubclass(base, APIObject) else base for base in cls.__bases__)
    bases = tuple(base for base in bases if base is not object and base is not typing.Generic) or (BaseModel,)
    fields: Dict[str, Any] = {}
    hints = annotations_of(cls)
    entries = {name: field for name, _, field in cls._fields}
    for name in own_annotations(cls):
        field = entries.get(name)
        if name.startswith("_") or field is None or getattr(field, "cls", None) is not cls:
            continue
        if field.info is not None:
            fields[name] = hints[name], field.info
        elif field.factory is not None:
            fields[name] = hints[name], pydantic.Field(default_factory=field.factory)
        else:
            fields[name] = hints[name], field.default
    namespace = {name: value for name, value in vars(cls).items() if _belongs_to_validation(name, value)}
    twin = pydantic.create_model(
        cls.__name__, __base__=bases, __module__=cls.__module__, __validators__=namespace, **fields
    )
    plain_path[twin] = cls
    return twin


def _belongs_to_validation(name: str, value: Any) -> bool:
    """Return whether a value in the body of a class is a validator or the configuration, or may be what they call."""
    if type(value).__name__ == "PydanticDescriptorProxy" or name == "model_config":
        return True
    is_method = callable(value) or isinstance(value, (classmethod, staticmethod, property))
    return is_method and not name.startswith("__") and name != "_complete" and not hasattr(BaseModel, name)


def to_plain(value: Any) -> Any:
    """Return a plain object for an instance of these classes, at any depth; other values as they are."""
    if isinstance(value, BaseModel):
        return _plain_model(value)
    if type(value) in (list, tuple):
        return [to_plain(item) for item in value]
    if type(value) is dict:
        return APIObject((key, to_plain(item)) for key, item in value.items())
    return value


def _plain_model(value: Any) -> Any:
    cls = plain_class_of(type(value))
    instance = cls.__new__(cls)
    set_names = value.__pydantic_fields_set__
    for name, field in type(value).model_fields.items():
        if name in cls._client_side:
            get_state(instance)["_" + name] = getattr(value, name, None)
        elif name in set_names:
            instance[field.alias or name] = to_plain(getattr(value, name))
    for name, item in (value.__pydantic_extra__ or {}).items():
        instance[name] = to_plain(item)
    if "_request_id" in value.__dict__:
        get_state(instance)["_request_id"] = value.__dict__["_request_id"]
    return instance


def plain_class_of(cls: Any) -> Any:
    """Return the plain class whose counterpart a class is, or inherits from."""
    for base in cls.__mro__:
        place = plain_path.get(base)
        if place is None:
            continue
        plain = place if isinstance(place, type) else plain_class(*place)
        if isinstance(plain, type) and issubclass(plain, APIObject):
            return plain
    return UnknownModel


def validate(cls: Any, value: Any, options: Dict[str, Any]) -> Any:
    """Return a plain object of a class with the validated fields of a mapping. Raises pydantic's ValidationError."""
    if options.get("from_attributes") and isinstance(value, APIObject):
        # Objects inside may be of other classes: their attributes count, which are their fields.
        value = value.to_dict()
    return _as(cls, counterpart(cls).model_validate(value, **options))


def validate_json(cls: Any, text: Any, options: Dict[str, Any]) -> Any:
    """Return a plain object of a class with the validated fields of a JSON text."""
    return _as(cls, counterpart(cls).model_validate_json(text, **options))


def validate_fields(cls: Any, values: Dict[str, Any]) -> Dict[str, Any]:
    """Return the validated fields for a new object by their names in JSON."""
    named = {cls._wire.get(name, name): value for name, value in values.items()}
    return dict(to_plain(counterpart(cls).model_validate(named)))


def _as(cls: Any, value: Any) -> Any:
    plain = to_plain(value)
    if type(plain) is not cls:
        instance = cls.__new__(cls)
        dict.update(instance, plain)
        get_state(instance).update(get_state(plain))
        plain = instance
    if cls._complete is not None:
        plain.model_post_init(None)
    return plain


def json_schema(cls: Any, args: Any, options: Dict[str, Any]) -> Any:
    """Return the JSON schema of a model."""
    return counterpart(cls).model_json_schema(*args, **options)


def core_schema(cls: Any, source: Any, handler: Any) -> Any:
    """Return pydantic's schema of a field with a plain class: it accepts objects of the class, and validates others."""
    twin = counterpart(cls)
    type_arguments = typing.get_args(source)
    if type_arguments and getattr(twin, "__pydantic_generic_metadata__", {}).get("parameters"):
        twin = twin[type_arguments]
    return handler.generate_schema(ANNOTATED[twin, _PlainField(cls)])


class _PlainField:
    """Annotation of a field by which its values are plain objects, and its JSON schema is that of the counterpart."""

    def __init__(self, cls: Any) -> None:
        self.cls = cls

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return core.core_schema.no_info_wrap_validator_function(
            self.check,
            handler(source),
            serialization=core.core_schema.plain_serializer_function_ser_schema(_serialize, info_arg=True),
        )

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> Any:
        return handler({name: value for name, value in schema.items() if name != "serialization"})

    def check(self, value: Any, validate_by_twin: Any) -> Any:
        """Return an object of the class: the value if it is one, or else its validated fields."""
        if isinstance(value, self.cls):
            return value
        if isinstance(value, Model) and not isinstance(value, UnknownModel):
            raise core.PydanticKnownError("model_type", {"class_name": self.cls.__name__})
        return _as(self.cls, validate_by_twin(value))


def _serialize(value: Any, info: Any) -> Any:
    if not isinstance(value, APIObject):
        return value
    options = ("include", "exclude", "by_alias", "exclude_unset", "exclude_defaults", "exclude_none", "mode")
    return value.model_dump(**{name: getattr(info, name) for name in options})
