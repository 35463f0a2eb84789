# SPDX-License-Identifier: MIT
"""Convert one value of a type that JSON does not have; jsonable.py imports this module for the first one.

Types of other libraries (pydantic, numpy …) are recognised by their methods and never imported.

    Enum                                    its value
    date, time, datetime, numpy.datetime64  ISO 8601
    Decimal                                 a number, if a float represents it exactly
    UUID, path objects                      text
    dataclass, pydantic model, mapping      an object
    numpy array or scalar (`tolist`, `item`), generator, any other iterable      an array, or a scalar

Sets, bytes, files, timedelta, NaN and infinities are refused.
"""

from __future__ import annotations

from .errors import MAX_INTEGER_DIGITS, Refusal, refuse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Tuple

# What a type has -> what to do instead of passing it.
HINTS = (
    ("read", "read it first"),
    ("__await__", "await it first"),
    ("__aiter__", "collect it in a list first"),
    ("total_seconds", "pass a number of seconds"),
)


def convert_step(value: Any) -> Any:
    """Return a value nearer to JSON than `value`, which is not a scalar, dict, list or tuple. Raises Refusal."""
    cls = type(value)
    if isinstance(value, (type, set, frozenset, bytes, bytearray, memoryview)):
        hint = ""
        if not isinstance(value, type):
            is_set = isinstance(value, (set, frozenset))
            hint = "it has no order: pass a list" if is_set else "encode it first, for example as base64"
        raise refuse(cls.__name__, hint)
    try:
        converted, nearer = _convert_known(cls, value)
    except Refusal:
        raise
    except Exception as error:  # of a method of the value
        raise Refusal(
            "cannot convert {}: {}".format(cls.__name__, error).replace("{", "{{").replace("}", "}}")
        ) from error
    if converted:
        if nearer is value:
            raise refuse(cls.__name__)
        return nearer
    for name, hint in HINTS:
        if hasattr(value, name):
            raise refuse(cls.__name__, hint)
    if hasattr(cls, "__iter__"):
        return list(value)  # may run code of the caller, whose exceptions are the caller's
    raise refuse(cls.__name__)


def _convert_known(cls: Any, value: Any) -> Tuple[bool, Any]:
    """Return whether a value has a known type or method, and what it stands for."""
    if hasattr(cls, "__members__"):
        return True, value.value
    if has_fields(value):
        return True, dump_fields(value, mode="json", exclude_unset=True, by_alias=True)
    if hasattr(value, "isoformat") and not hasattr(value, "total_seconds"):
        if value != value:  # NaT of pandas
            raise refuse(repr(value))
        return True, value.isoformat()
    if hasattr(cls, "as_tuple") and hasattr(cls, "is_finite"):
        return True, _convert_decimal(value)
    if hasattr(cls, "urn") and hasattr(cls, "hex"):
        return True, str(value)
    if hasattr(cls, "__fspath__"):
        path = value.__fspath__()
        return True, path if isinstance(path, str) else path.decode("utf-8")
    if hasattr(value, "tolist"):
        return True, _convert_array(value)
    if hasattr(value, "keys") and hasattr(cls, "__getitem__"):
        return True, dict(value)
    return (True, value.item()) if callable(getattr(value, "item", None)) else (False, None)


def has_fields(value: Any) -> bool:
    """Return whether a value is an instance of a pydantic model or a dataclass."""
    cls = type(value)
    is_model = hasattr(value, "model_dump") or (hasattr(cls, "__fields__") and hasattr(cls, "dict"))
    return is_model or hasattr(cls, "__dataclass_fields__")


def dump_fields(value: Any, **options: Any) -> Dict[str, Any]:
    """Return the fields of a model or dataclass as a dict; their values may need conversion. Options are pydantic's."""
    if hasattr(value, "model_dump"):
        if getattr(type(value), "__api_exclude__", None):
            options["exclude"] = value.__api_exclude__
        fields: Dict[str, Any] = value.model_dump(**options)
        return fields
    if not hasattr(type(value), "__dataclass_fields__"):  # pydantic 1
        options.pop("mode", None)
        old_fields: Dict[str, Any] = value.dict(**options)
        return old_fields
    from dataclasses import fields as iter_dataclass_fields

    return {field.name: getattr(value, field.name) for field in iter_dataclass_fields(value)}


def _convert_decimal(value: Any) -> Any:
    """Return a Decimal as an int, or as the float that stands for the same number. Raises Refusal."""
    if not value.is_finite() or value.adjusted() > MAX_INTEGER_DIGITS:
        raise refuse(str(value))
    if value == value.to_integral_value():
        return int(value)
    number = float(value)
    if type(value)(repr(number)) != value:
        raise Refusal("{} has more digits than a number in {{}} can have; pass float(…) or str(…)".format(value))
    return number


def _convert_array(value: Any) -> Any:
    """Return the items of an array as lists, or the value of a scalar. Raises Refusal."""
    kind = getattr(getattr(value, "dtype", None), "kind", "")
    if kind == "m":
        raise refuse(type(value).__name__, "pass numbers of seconds")
    if kind == "M" and not hasattr(value, "to_numpy"):  # numpy would return nanoseconds as plain integers
        if (value != value).any():
            raise refuse("NaT")
        return value.astype(str).tolist()
    return value.tolist()
