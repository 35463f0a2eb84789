# SPDX-License-Identifier: MIT
"""What models have beside their fields and dumps because those of pydantic have it: validation, schemas, descriptions.

`objects.INTERFACE` lists the names; the function of a name takes the object, None for the class, and the class. What
needs pydantic is in ../compat/pydantic_models.py and works once the program has imported pydantic.
"""

from __future__ import annotations

import sys
from collections.abc import MutableMapping

from ..call.errors import ArgumentError, ConfigError
from .objects import APIObject, get_state, parse_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, Optional, Tuple

    Mapped = Dict[str, Any]
else:
    Mapped = dict

DEFAULT = "_default_"  # start of the names of attributes with the default values of fields
CONFIG: Dict[str, Any] = {"extra": "allow", "defer_build": True}  # how the official package configures its models


def find_pydantic() -> Any:
    """Return the module `pydantic` if the program has imported version 2, else None."""
    pydantic = sys.modules.get("pydantic")
    return pydantic if hasattr(pydantic, "TypeAdapter") else None


def pydantic_models(name: str) -> Any:
    """Return ../compat/pydantic_models.py; `name` is what needs it. Raises ConfigError without it or pydantic."""
    if find_pydantic() is None:
        raise ConfigError("{}: pydantic 2 is not loaded; import pydantic first".format(name))
    try:
        return __import__("compat.pydantic_models", globals(), None, ["*"], 2)
    except ImportError:
        raise ConfigError("{}: this copy of the package has no `compat`; copy that folder too".format(name)) from None


def has_validation() -> bool:
    """Return whether models can be validated: the program has imported pydantic, and this copy has `compat`."""
    try:
        return bool(pydantic_models("validation"))
    except ConfigError:
        return False


def validate(cls: Any, value: Any, options: Dict[str, Any]) -> Any:
    """Return a model with the fields of a mapping, validated if that is possible."""
    if isinstance(value, cls):
        return value
    if cls is not APIObject and has_validation():
        return pydantic_models("model_validate").validate(cls, value, options)
    return cls(**dict(value))


def validate_json(cls: Any, text: Any, options: Dict[str, Any]) -> Any:
    """Return a model with the fields of a JSON text, validated if that is possible."""
    if cls is not APIObject and has_validation():
        return pydantic_models("model_validate_json").validate_json(cls, text, options)
    return validate(cls, parse_json(text if isinstance(text, str) else bytes(text).decode("utf-8")), options)


class Attributes(Mapped):
    """What `__dict__` of a model is: its fields, as in pydantic's models, then other attributes.

    It has no fields that the model doesn't declare. Changes are passed on to the model.
    """

    __slots__ = ("_model",)

    def __init__(self, model: Any) -> None:
        hidden = {"_" + name for name in model._client_side}
        super().__init__(
            (name, value) for name, wire, value in model._iter_fields() if wire in model._names or not model._names
        )
        super().update(
            (name, value)
            for name, value in get_state(model).items()
            if name not in hidden and not name.startswith(DEFAULT)
        )
        self._model = model

    def __setitem__(self, name: str, value: Any) -> None:
        super().__setitem__(name, value)
        if name in {field for field, _, _ in self._model._fields}:
            setattr(self._model, name, value)
        else:
            get_state(self._model)[name] = value

    def __delitem__(self, name: str) -> None:
        super().__delitem__(name)
        try:
            delattr(self._model, name)
        except AttributeError:
            pass  # a field that was not set

    def __ior__(self, other: Any) -> Any:  # type: ignore[misc]
        self.update(other)
        return self

    pop: Any = MutableMapping.pop
    popitem: Any = MutableMapping.popitem
    setdefault: Any = MutableMapping.setdefault
    update: Any = MutableMapping.update
    clear: Any = MutableMapping.clear


class FieldDescription(Mapped):
    """One entry of `model_fields`: alias and default as items, and what pydantic's FieldInfo tells as attributes."""

    def __init__(self, cls: Any, name: str, wire: str, default: Any, factory: Any) -> None:
        alias = None if name == wire else wire
        super().__init__(alias=alias, default=None if default is ... else default)
        self.alias: Optional[str] = alias
        self.validation_alias: Optional[str] = alias
        self.serialization_alias: Optional[str] = alias
        self.default_factory: Any = factory
        self.title: None = None
        self.description: None = None
        self.metadata: Tuple[Any, ...] = ()
        self._owner = cls, name
        self._default = default

    @property
    def default(self) -> Any:
        """The default value; of a field that has to be given, what pydantic has instead of one if it is loaded."""
        core = sys.modules.get("pydantic_core")
        return getattr(core, "PydanticUndefined", None) if self.is_required() else self._default

    @property
    def annotation(self) -> Any:
        """The type of the field, with the classes of models in it; `typing.Any` if that is not known."""
        cls, name = self._owner
        try:
            types = __import__("compat.plain_types", globals(), None, ["*"], 2)
        except ImportError:  # a copy of the package without it
            from typing import Any

            return Any
        return types.annotation_of(cls, name)

    def is_required(self) -> bool:
        """Return whether the API always sends the field, or a program has to give it."""
        return self._is_required() if self._default is None and self.default_factory is None else self._default is ...

    def _is_required(self) -> bool:
        cls, name = self._owner
        try:
            types = __import__("compat.plain_types", globals(), None, ["*"], 2)
        except ImportError:
            return False
        return bool(types.is_required(cls, name))

    def get_default(self, *, call_default_factory: bool = False, **_: Any) -> Any:
        """Return the default value, None for a field of the API."""
        if self.default_factory is not None and call_default_factory:
            return self.default_factory()
        return self["default"]


def model_fields(_: Any, cls: Any) -> Dict[str, Any]:
    """Return alias, default and type of each field by name."""
    return {
        name: FieldDescription(cls, name, wire, getattr(field, "default", None), getattr(field, "factory", None))
        for name, wire, field in cls._fields
    }


fields = model_fields
pydantic_fields: Any = model_fields


def model_computed_fields(_: Any, cls: Any) -> Dict[str, Any]:
    """Return no fields: a model has none that its dumps compute."""
    return {}


def model_config(_: Any, cls: Any) -> Dict[str, Any]:
    """Return the configuration that the model has in the official package.

    Raises TypeError if pydantic asks because it makes a class that inherits from the model and from its own BaseModel.
    """
    code = sys._getframe(2).f_code
    if code.co_name == "for_model" and "pydantic" in code.co_filename:
        raise TypeError(
            "{}: a plain class, which cannot be combined with BaseModel of pydantic; call "
            'install_as_openai(models="pydantic") before anything imports models'.format(cls.__name__)
        )
    return dict(CONFIG)


def model_json_schema(_: Any, cls: Any) -> Any:
    """Return the method that makes the JSON schema of a model."""
    return lambda *args, **options: pydantic_models("model_json_schema").json_schema(cls, args, options)


def model_rebuild(_: Any, cls: Any) -> Any:
    """Return the method that completes a class; nothing is left to do."""
    return lambda **options: None


def model_post_init(instance: Any, cls: Any) -> Any:
    """Return the method that subclasses override to act on a new object."""
    return lambda *context: None


def model_validate(_: Any, cls: Any) -> Any:
    """Return the function `model_validate` of a class."""

    def model_validate(obj: Any, **options: Any) -> Any:
        """Return an object with the fields of a mapping, validated if the program has imported pydantic."""
        return validate(cls, obj, options)

    return model_validate


def model_validate_json(_: Any, cls: Any) -> Any:
    """Return the function `model_validate_json` of a class."""

    def model_validate_json(json_data: Any, **options: Any) -> Any:
        """Return an object with the fields of a JSON text, validated if the program has imported pydantic."""
        return validate_json(cls, json_data, options)

    return model_validate_json


def parse_obj(_: Any, cls: Any) -> Any:
    """Return `model_validate` under its name in pydantic 1."""
    return cls.model_validate


def parse_raw(_: Any, cls: Any) -> Any:
    """Return `model_validate_json` under its name in pydantic 1."""
    return cls.model_validate_json


def fields_set(instance: Any, cls: Any) -> Any:
    """Return the names of the fields that are set."""
    if instance is None:
        raise AttributeError("only an object has fields that are set, not the class {}".format(cls.__name__))
    return instance.model_fields_set


pydantic_fields_set = fields_set


def pydantic_extra(instance: Any, cls: Any) -> Any:
    """Return the fields that were sent but are not in the model."""
    if instance is None:
        raise AttributeError("only an object has further fields, not the class {}".format(cls.__name__))
    return instance.model_extra


def pydantic_private(instance: Any, cls: Any) -> Any:
    """Return None: private attributes are attributes like others."""
    return None


def repr_args(instance: Any, cls: Any) -> Any:
    """Return the method that lists the fields that `repr` shows."""
    return lambda: list(_shown_fields(instance))


rich_repr = repr_args


def _shown_fields(instance: Any) -> Iterator[Tuple[str, Any]]:
    from .dump import SECRET_FIELDS

    for name, value in instance._repr_parts()[1]:
        yield name, "***" if name in SECRET_FIELDS and value else value


def repr_name(instance: Any, cls: Any) -> Any:
    """Return the method that returns the name that `repr` shows."""
    return lambda: cls.__name__ if instance is None else instance._repr_parts()[0]


def get_pydantic_core_schema(_: Any, cls: Any) -> Any:
    """Return the method that pydantic calls for a field of this type."""
    return lambda source, handler: pydantic_models("pydantic field").core_schema(cls, source, handler)


def check_required(cls: Any, values: Dict[str, Any]) -> Dict[str, Any]:
    """Return the fields for a new object of a class that the program has declared, validated if that is possible."""
    if has_validation():
        validated: Dict[str, Any] = pydantic_models("validation").validate_fields(cls, values)
        return validated
    for name, wire, field in cls._fields:
        if getattr(field, "default", None) is ... and name not in values and wire not in values:
            raise ArgumentError("{}: {} is missing; pass it as a keyword".format(cls.__name__, name))
    return values
