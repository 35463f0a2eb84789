# SPDX-License-Identifier: MIT
"""Introspection of Python types: fields, hints, descriptions, and detection of pydantic models.

No I/O, and pydantic is never imported: a pydantic type is recognised by its methods.
"""

from __future__ import annotations

import sys

from ..call.helper_errors import SchemaError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Tuple

REQUIRED: Any = object()  # stands for a default where there is none
MAX_NAME_LENGTH = 64  # characters of a schema's name, by the API


class Field:
    """A field of a type, or a parameter of a function.

    `type_` is its annotation, `description` its text or "", `default` its default or REQUIRED. For an optional field
    without a known default value, `default` is `...`.
    """

    __slots__ = ("name", "type_", "description", "default")

    def __init__(self, name: str, type_: Any, description: str, default: Any) -> None:
        self.name: str = name
        self.type_: Any = type_
        self.description: str = description
        self.default: Any = default


def schema_name(type_: Any) -> str:
    """Return the name of a type, or the title of a schema, as the API accepts it.

    Characters other than ASCII letters, digits, `_` and `-` become `_`; names are cut at 64 characters.
    """
    name = str(type_.get("title") or "response") if isinstance(type_, dict) else getattr(type_, "__name__", "response")
    allowed = (letter if letter.isalnum() and letter.isascii() or letter in "_-" else "_" for letter in name)
    return "".join(allowed)[:MAX_NAME_LENGTH]


def pydantic_flavor(type_: Any) -> str:
    """Return which pydantic interface a type has.

    "model" is a model of pydantic 2, "model 1" one of pydantic 1, "adapted" a type that needs a TypeAdapter (a
    pydantic dataclass); "" is a type without pydantic.
    """
    if not isinstance(type_, type):
        return ""
    if hasattr(type_, "model_json_schema") and hasattr(type_, "model_validate_json"):
        return "model"
    if hasattr(type_, "parse_raw") and hasattr(type_, "schema"):
        return "model 1"
    if hasattr(type_, "__pydantic_config__") or hasattr(type_, "__pydantic_core_schema__"):
        return "adapted"
    return ""


def type_adapter(type_: Any) -> Any:
    """Return pydantic's TypeAdapter for a type. Pydantic is loaded already, since the type was defined with it."""
    return sys.modules["pydantic"].TypeAdapter(type_)


def origin(type_: Any) -> Any:
    """Return the origin of a generic type: list for List[int], typing.Union for both `Union[X, Y]` and `X | Y`."""
    from typing import Union, get_origin

    generic = get_origin(type_)
    if generic is not None and getattr(generic, "__name__", "") == "UnionType":
        return Union
    return generic


def arguments(type_: Any) -> Tuple[Any, ...]:
    """Return the arguments of a generic type: (int,) for List[int]."""
    return tuple(getattr(type_, "__args__", ()) or ())


def unwrap(type_: Any) -> Tuple[Any, str]:
    """Strip `Annotated`, type qualifiers, `NewType` and type aliases from a type.

    Returns the bare type, and the description given by `Annotated` or "".
    """
    description = ""
    while True:
        if hasattr(type_, "__metadata__"):
            texts = [item for item in type_.__metadata__ if isinstance(item, str)]
            texts += [item.documentation for item in type_.__metadata__ if hasattr(item, "documentation")]
            description = description or (texts[0] if texts else "")
            type_ = type_.__origin__
        elif _qualifier(type_) in ("Required", "ReadOnly", "Final"):
            type_ = arguments(type_)[0]
        elif hasattr(type_, "__supertype__"):  # NewType
            type_ = type_.__supertype__
        elif type(type_).__name__ == "TypeAliasType":
            type_ = type_.__value__
        else:
            return type_, description


def _qualifier(type_: Any) -> str:
    return str(getattr(origin(type_), "_name", None) or "")


def is_not_required(type_: Any) -> bool:
    """Return True for the annotation of an optional TypedDict field (`NotRequired`)."""
    return _qualifier(type_) == "NotRequired"


def is_typed_dict(type_: Any) -> bool:
    """Return True for a TypedDict."""
    return isinstance(type_, type) and issubclass(type_, dict) and hasattr(type_, "__total__")


def is_named_tuple(type_: Any) -> bool:
    """Return True for a NamedTuple."""
    return isinstance(type_, type) and issubclass(type_, tuple) and hasattr(type_, "_fields")


def is_dataclass(type_: Any) -> bool:
    """Return True for a dataclass."""
    return isinstance(type_, type) and hasattr(type_, "__dataclass_fields__")


def is_any(type_: Any) -> bool:
    """Return True for `Any` and `object`."""
    return type_ is object or str(type_) == "typing.Any"


def has_fields(type_: Any) -> bool:
    """Return True for a type with named fields: a dataclass, TypedDict or NamedTuple."""
    return is_dataclass(type_) or is_typed_dict(type_) or is_named_tuple(type_)


def is_enum(type_: Any) -> bool:
    """Return True for an Enum."""
    return isinstance(type_, type) and hasattr(type_, "__members__")


def type_hints(obj: Any) -> Dict[str, Any]:
    """Return the resolved annotations of a class or function, by name. Raises SchemaError if that is impossible."""
    import typing

    # typing_extensions also resolves its own backports; a program that uses them has imported it.
    resolve: Any = getattr(sys.modules.get("typing_extensions"), "get_type_hints", typing.get_type_hints)
    options = {"include_extras": True} if "include_extras" in resolve.__code__.co_varnames else {}  # not on 3.8
    try:
        hints: Dict[str, Any] = resolve(obj, **options)
        if tuple(sys.version_info) < (3, 9):  # quoted names inside other types are resolved only in a second pass
            namespace = {"__annotations__": hints, "__module__": obj.__module__}
            hints = resolve(type("Resolved", (), namespace), **options)
        return hints
    except NameError as error:
        raise SchemaError(
            "{}: cannot resolve its annotations: {}; types must be defined in the module, not inside a function".format(
                _qualified_name(obj), error
            )
        ) from None
    except (TypeError, AttributeError) as error:
        raise SchemaError("{}: cannot resolve its annotations: {}".format(_qualified_name(obj), error)) from None


def _qualified_name(obj: Any) -> str:
    return str(getattr(obj, "__qualname__", obj))


def fields_of(type_: Any) -> List[Field]:
    """Return the fields of a dataclass, TypedDict or NamedTuple. Raises SchemaError if its hints cannot be resolved."""
    hints = type_hints(type_)
    if is_dataclass(type_):
        return _dataclass_fields(type_, hints)
    if is_named_tuple(type_):
        defaults = getattr(type_, "_field_defaults", {})
        return [Field(name, hints.get(name, REQUIRED), "", defaults.get(name, REQUIRED)) for name in type_._fields]
    optional = getattr(type_, "__optional_keys__", frozenset() if type_.__total__ else frozenset(hints))
    return [
        Field(name, hint, "", ... if name in optional or is_not_required(hint) else REQUIRED)
        for name, hint in hints.items()
    ]


def _dataclass_fields(type_: Any, hints: Dict[str, Any]) -> List[Field]:
    from dataclasses import MISSING, fields

    result = []
    for field in fields(type_):
        if field.init:
            default = REQUIRED if field.default is MISSING else field.default
            if field.default_factory is not MISSING:
                default = ...
            description = str(field.metadata.get("description") or "")
            result.append(Field(field.name, hints[field.name], description, default))
    return result


def own_docstring(type_: Any) -> str:
    """Return the docstring written for a type, or "".

    The docstring that dataclasses and named tuples generate ("Point(x, y)") does not count.
    """
    text = vars(type_).get("__doc__")
    # From Python 3.15 on, dataclasses generate theirs when it is read.
    if not isinstance(text, str) or text.startswith(type_.__name__ + "("):
        return ""
    from inspect import cleandoc

    return cleandoc(text)
