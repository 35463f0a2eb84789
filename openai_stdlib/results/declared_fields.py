# SPDX-License-Identifier: MIT
"""Fields that a program declares in a subclass of a model: `class Message(ChatCompletionMessage): score: float = 0`.

They have the names, defaults and types of the annotations; `pydantic.Field` and `PrivateAttr` work as defaults.
"""

from __future__ import annotations

import sys
import typing
from copy import deepcopy
from types import SimpleNamespace

from .model_interface import DEFAULT, check_required
from .models import Model, _fixed_values, _set_class, find_fitting, most_known
from .objects import APIObject, get_state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterable, List, Optional, Tuple

EXTRAS: Any = {"include_extras": True} if sys.version_info >= (3, 9) else {}
LITERAL: Any = typing.Literal
DISCRIMINATORS = ("type", "object", "role", "event")  # fields by which the members of a union are told apart
UNDEFINED = ("PydanticUndefinedType", "UndefinedType")  # names of pydantic's types for a missing default
PLAIN_TYPES = (type(None), str, int, float, bool, bytes)  # whose values nobody can change


class DeclaredField:
    """Property for a declared field. Reading it assigns classes, or returns the default if the field is not set.

    `default` is `...` if the field has to be given; `factory` makes the default of an object.
    """

    __slots__ = ("cls", "name", "wire", "default", "factory", "info", "_alternatives")

    def __init__(self, cls: Any, name: str, default: Any, annotation: Any) -> None:
        self.cls: Any = cls
        self.name: str = name
        self.wire: str = name
        self.default: Any = default
        self.factory: Any = None
        self.info: Any = None
        self._alternatives: Optional[List[Any]] = None
        for info in (default, *getattr(annotation, "__metadata__", ())):
            if type(info).__name__ == "FieldInfo":  # of pydantic
                self.info = info if info is default else self.info
                self.wire = info.alias or self.wire
                self.factory = info.default_factory or self.factory
                if info is default or self.default is ...:
                    is_given = type(info.default).__name__ not in UNDEFINED
                    self.default = info.default if is_given else ...
        if self.factory is not None:
            self.default = None
        elif self.default is not ... and not isinstance(self.default, PLAIN_TYPES):
            self.factory = lambda value=self.default: deepcopy(value)

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        if dict.__contains__(instance, self.wire):
            value = dict.get(instance, self.wire)
            if isinstance(value, (dict, list)):
                self.apply(value)
            return value
        if self.factory is None:
            return None if self.default is ... else self.default
        attributes, key = get_state(instance), DEFAULT + self.name
        if key not in attributes:
            attributes[key] = self.factory()
        return attributes[key]

    def apply(self, value: Any) -> None:
        """Assign the class of the annotation to an object, to the items of a list or to the values of a mapping."""
        if self._alternatives is None:
            self._alternatives = alternatives(annotations_of(self.cls).get(self.name))
        apply_annotation(value, self._alternatives)


class PrivateField:
    """Attribute that is no field because its name starts with an underscore. Each object gets its own default."""

    __slots__ = ("name", "default")

    def __init__(self, name: str, default: Any) -> None:
        self.name: str = name
        self.default: Any = default

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self.default
        default, factory = self.default, None
        if type(default).__name__ == "ModelPrivateAttr":  # of pydantic
            default, factory = default.default, default.default_factory
            if factory is None and type(default).__name__ in UNDEFINED:
                raise AttributeError("{!r} object has no attribute {!r}".format(type(instance).__name__, self.name))
        value = deepcopy(default) if factory is None else factory()
        get_state(instance)[self.name] = value
        return value


def own_annotations(cls: Any) -> Dict[str, Any]:
    """Return the annotations in the body of a class; those that cannot be evaluated yet are not."""
    if sys.version_info >= (3, 14):
        annotationlib = __import__("annotationlib")
        return dict(annotationlib.get_annotations(cls, format=annotationlib.Format.FORWARDREF))
    return dict(cls.__dict__.get("__annotations__", {}))


def evaluate_annotations(cls: Any, local_names: Dict[str, Any]) -> Dict[str, Any]:
    """Return those annotations in the body of a class that can be evaluated, as types."""
    types: Dict[str, Any] = {}
    module = vars(sys.modules[cls.__module__]) if cls.__module__ in sys.modules else {}
    for name, annotation in own_annotations(cls).items():
        try:
            hints = typing.get_type_hints(
                SimpleNamespace(__annotations__={name: annotation}),
                module,
                {**local_names, cls.__name__: cls},
                **EXTRAS,
            )
        except Exception:  # noqa: S112  # whatever the annotation raises
            continue
        types[name] = hints[name]
    return types


def annotations_of(cls: Any) -> Dict[str, Any]:
    """Return the types of the declared fields of a class by their names; a text if it cannot be evaluated."""
    types: Dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        if "_complete" in vars(base) and base is not APIObject:
            types.update({**own_annotations(base), **evaluate_annotations(base, {}), **base._types})
    return types


def declare(cls: Any) -> None:
    """Turn the annotations in the body of a subclass of a model into fields."""
    if hasattr(cls, "next_page_info"):
        return  # a page: its fields are those of the response
    if not issubclass(cls, Model):
        cls.__bases__ = tuple(Model if base is APIObject else base for base in cls.__bases__)
    # The names of the function that the class is declared in, beyond this function and __init_subclass__.
    cls._types = evaluate_annotations(cls, sys._getframe(2).f_locals)
    fields: Dict[str, Tuple[str, str, Any]] = {entry[0]: entry for entry in cls._fields}
    for name, annotation in own_annotations(cls).items():
        default = cls.__dict__.get(name, ...)
        if _is_class_variable(annotation):
            continue
        if name.startswith("_"):
            if default is not ...:
                setattr(cls, name, PrivateField(name, default))
            continue
        field = DeclaredField(cls, name, default, cls._types.get(name, annotation))
        setattr(cls, name, field)
        fields[name] = name, field.wire, field
    cls._fields = tuple(fields.values())
    cls._wire = {name: wire for name, wire, _ in cls._fields if name != wire}
    cls._names = frozenset(wire for _, wire, _ in cls._fields)
    cls._complete = classmethod(check_required)


def _is_class_variable(annotation: Any) -> bool:
    if isinstance(annotation, str):
        return annotation.partition("[")[0].rpartition(".")[2] == "ClassVar"
    return annotation is typing.ClassVar or typing.get_origin(annotation) is typing.ClassVar


def alternatives(annotation: Any) -> List[Any]:
    """Return the members of a union, or the annotation alone; of a generic model with arguments, the model."""
    if type(annotation).__name__ == "TypeAliasType":
        return alternatives(annotation.__value__)
    if hasattr(annotation, "__metadata__"):
        return alternatives(annotation.__origin__)
    origin = typing.get_origin(annotation)
    if origin is typing.Union or type(annotation).__name__ == "UnionType":
        return [other for inner in typing.get_args(annotation) for other in alternatives(inner)]
    return [origin if isinstance(origin, type) and issubclass(origin, APIObject) else annotation]


def apply_annotation(value: Any, options: List[Any]) -> None:
    """Assign the class of one of the types to an object, or to what is in a list or mapping."""
    if type(value) is not APIObject and type(value) is not list:
        return
    models = [option for option in options if isinstance(option, type) and issubclass(option, APIObject)]
    cls = choose_model(models, value) if type(value) is APIObject else None
    if cls is not None:
        _set_class(value, cls)
        return
    is_list = type(value) is list
    items: Any = value if is_list else dict.values(value)  # type: ignore[arg-type]
    for option in options:
        origin, arguments = typing.get_origin(option), typing.get_args(option)
        if arguments and isinstance(origin, type) and issubclass(list if is_list else dict, origin):
            inner = alternatives(arguments[-1])
            for item in items:
                apply_annotation(item, inner)


def choose_model(classes: List[Any], value: Any) -> Any:
    """Return the class of an object: the one whose fixed values it has, then the one that knows most of its fields."""
    fitting, _ = find_fitting([(cls, fixed_values_of(cls)) for cls in classes], value)
    return most_known(fitting, value, lambda cls: cls._names) if fitting else None


def fixed_values_of(cls: Any) -> Dict[str, Any]:
    """Return the fields that tell a class from others, with the values that they can have."""
    fixed: Dict[str, Any] = _fixed_values(cls._path) if cls._path is not None else {}
    if cls._complete is not None:
        annotations = annotations_of(cls)
        fixed.update(fixed_values((cls._wire.get(name, name), annotations[name]) for name in annotations))
    return fixed


def fixed_values(annotations: Iterable[Tuple[str, Any]]) -> Dict[str, List[Any]]:
    """Return the fields of a class that tell it from others, with the values that their types allow.

    A literal of several values may be one of a list that grows, except under a name that the API uses for this.
    """
    fixed: Dict[str, List[Any]] = {}
    for name, annotation in annotations:
        options = [option for option in alternatives(annotation) if option is not type(None)]
        if options and all(typing.get_origin(option) is LITERAL for option in options):
            values = [value for option in options for value in typing.get_args(option)]
            if name in DISCRIMINATORS or len(values) == 1:
                fixed[name] = values
    return fixed
