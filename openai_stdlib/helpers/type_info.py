# SPDX-License-Identifier: MIT
"""What Python types say of themselves: fields, hints, descriptions, and which of them are a modelling library's own.

Pure; no schemas and no values here. Neighbours: schema.py and values.py, which both ask this module.
"""

from __future__ import annotations

import sys

from ..call.errors import SchemaError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Tuple

REQUIRED: Any = object()  # there is no default


class Field:
    """A field of a type: its name, its type with its description, its default or REQUIRED."""

    __slots__ = ("name", "type_", "description", "default")

    def __init__(self, name: str, kind: Any, description: str, default: Any) -> None:
        self.name = name
        self.type_ = kind
        self.description = description
        self.default = default


def schema_name(kind: Any) -> str:
    """Return the name of a type, or the title of a schema, as the API wants names: letters, digits, _ and -."""
    name = str(kind.get("title") or "response") if isinstance(kind, dict) else getattr(kind, "__name__", "response")
    return "".join(letter if letter.isalnum() and letter.isascii() or letter in "_-" else "_" for letter in name)[:64]


def pydantic_flavor(kind: Any) -> str:
    """Tell how a type of pydantic's is asked: "model" (version 2), "model 1", "adapted" (dataclasses); else ""."""
    if not isinstance(kind, type):
        return ""
    if hasattr(kind, "model_json_schema") and hasattr(kind, "model_validate_json"):
        return "model"
    if hasattr(kind, "parse_raw") and hasattr(kind, "schema"):
        return "model 1"
    if hasattr(kind, "__pydantic_config__") or hasattr(kind, "__pydantic_core_schema__"):
        return "adapted"
    return ""


def type_adapter(kind: Any) -> Any:
    """Return what the library that made a type reads and describes it with; it is there, since the type is."""
    return sys.modules["pydantic"].TypeAdapter(kind)


def origin(kind: Any) -> Any:
    """Return what a type is made of: list for List[int], and the two kinds of unions as typing.Union."""
    from typing import Union, get_origin

    found = get_origin(kind)
    if found is not None and getattr(found, "__name__", "") == "UnionType":
        return Union
    return found


def arguments(kind: Any) -> Tuple[Any, ...]:
    """Return what stands in a type's brackets."""
    return tuple(getattr(kind, "__args__", ()) or ())


def unwrap(kind: Any) -> Tuple[Any, str]:
    """Return a type without `Annotated`, `Required` and the like, and the description that `Annotated` gave it."""
    description = ""
    while True:
        if hasattr(kind, "__metadata__"):
            texts = [said for said in kind.__metadata__ if isinstance(said, str)]
            texts += [said.documentation for said in kind.__metadata__ if hasattr(said, "documentation")]
            description = description or (texts[0] if texts else "")
            kind = kind.__origin__
        elif _qualifier(kind) in ("Required", "ReadOnly", "Final"):
            kind = arguments(kind)[0]
        elif hasattr(kind, "__supertype__"):  # of NewType
            kind = kind.__supertype__
        elif type(kind).__name__ == "TypeAliasType":
            kind = kind.__value__
        else:
            return kind, description


def _qualifier(kind: Any) -> str:
    return str(getattr(origin(kind), "_name", None) or "")


def is_not_required(kind: Any) -> bool:
    """Tell whether a field of a TypedDict may be left out."""
    return _qualifier(kind) == "NotRequired"


def is_typed_dict(kind: Any) -> bool:
    """Tell whether a type is a TypedDict."""
    return isinstance(kind, type) and issubclass(kind, dict) and hasattr(kind, "__total__")


def is_named_tuple(kind: Any) -> bool:
    """Tell whether a type is a NamedTuple."""
    return isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields")


def is_dataclass(kind: Any) -> bool:
    """Tell whether a type is a dataclass."""
    return isinstance(kind, type) and hasattr(kind, "__dataclass_fields__")


def is_any(kind: Any) -> bool:
    """Tell whether a type is that of all values."""
    return kind is object or str(kind) == "typing.Any"


def has_fields(kind: Any) -> bool:
    """Tell whether a type has fields with names."""
    return is_dataclass(kind) or is_typed_dict(kind) or is_named_tuple(kind)


def is_enum(kind: Any) -> bool:
    """Tell whether a type is an Enum."""
    return isinstance(kind, type) and hasattr(kind, "__members__")


def type_hints(kind: Any) -> Dict[str, Any]:
    """Return the types of the fields, or parameters, that something has. Raises SchemaError if they can't be read."""
    import typing

    # Where there is this library, types of its own may be meant.
    get: Any = getattr(sys.modules.get("typing_extensions"), "get_type_hints", typing.get_type_hints)
    options = {"include_extras": True} if "include_extras" in get.__code__.co_varnames else {}  # not on 3.8
    try:
        found: Dict[str, Any] = get(kind, **options)
        if tuple(sys.version_info) < (3, 9):  # names in quotes inside of others were left as they are
            inside = {"__annotations__": found, "__module__": kind.__module__}
            found = get(type("Again", (), inside), **options)
        return found
    except NameError as error:
        raise SchemaError(
            "{}: its annotations can't be read: {}; types must be known in the module, not in a function alone".format(
                _named(kind), error
            )
        ) from None
    except (TypeError, AttributeError) as error:
        raise SchemaError("{}: its annotations can't be read: {}".format(_named(kind), error)) from None


def _named(kind: Any) -> str:
    return str(getattr(kind, "__qualname__", kind))


def fields_of(kind: Any) -> List[Field]:
    """Return the fields of a dataclass, TypedDict or NamedTuple. Raises SchemaError if its hints can't be read."""
    known = type_hints(kind)
    if is_dataclass(kind):
        from dataclasses import MISSING, fields

        found = []
        for field in fields(kind):
            if field.init:
                made = field.default_factory is not MISSING
                default = REQUIRED if field.default is MISSING and not made else None if made else field.default
                description = str(field.metadata.get("description") or "")
                found.append(Field(field.name, known[field.name], description, ... if made else default))
        return found
    if is_named_tuple(kind):
        defaults = getattr(kind, "_field_defaults", {})
        return [Field(n, known.get(n, REQUIRED), "", defaults.get(n, REQUIRED)) for n in kind._fields]
    optional = getattr(kind, "__optional_keys__", frozenset() if kind.__total__ else frozenset(known))
    return [Field(n, known[n], "", ... if n in optional or is_not_required(known[n]) else REQUIRED) for n in known]


def own_docstring(kind: Any) -> str:
    """Return the docstring that somebody wrote for a type; dataclasses and tuples without one make one up."""
    written = vars(kind).get("__doc__") or ""
    if written.startswith(kind.__name__ + "("):
        return ""
    from inspect import cleandoc

    return cleandoc(written)
