# SPDX-License-Identifier: MIT
"""The typed dicts of parameters, made from the type stubs in ../types when a program names them.

Naming one makes an empty class. Its keys are read from the stub when something asks for its annotations, so a union of
a hundred typed dicts costs little, and typed dicts may contain each other.
"""

from __future__ import annotations

import ast
import sys
import typing

from . import field_types

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Tuple

    from .field_types import Provider, Stub

_form: Any = typing.TypedDict
_STANDARD: Any = type(_form("_Standard", {}))  # the metaclass that `typing.is_typeddict` knows
# What is known once the stub has been read. `__dict__` is among them because `typing.get_type_hints` looks there.
_KEYS = ("__annotations__", "__required_keys__", "__optional_keys__", "__readonly_keys__", "__mutable_keys__")
_READ_FROM_STUB = frozenset(("__dict__", "__orig_bases__", *_KEYS))
provide_model: Any = None  # set by pydantic_mode.py: gives the class of a model, if these are classes of pydantic
_classes: Dict[Tuple[str, str, Any], Any] = {}
_unread: Dict[Any, Tuple[str, str, Any]] = {}  # classes whose keys have not been read, with where these are
_annotations: Dict[Any, Dict[str, Any]] = {}
_counterparts: Dict[Tuple[Any, Any], Any] = {}


def find_name(path: str, name: str) -> Any:
    """Return the value of a name that the stub of the module at a path has: a typed dict, a union, a literal."""
    return field_types.find_value(path, name, provide)


def provide(path: str, name: str) -> Any:
    """Return the class of a model, or the typed dict, that the module at a path defines."""
    if path and not field_types.is_model_of_table(path, name) and not _is_model(path, name):
        return typed_dict(path, name, provide)
    if provide_model is not None:
        return provide_model(path, name)
    from .plain_types import plain_class

    return plain_class(path, name)


field_types.kept_values[provide] = {}


def _is_model(path: str, name: str) -> bool:
    return field_types.read_stub(path) is not None and field_types.is_model(path, name)


def typed_dict(path: str, name: str, provider: Provider) -> Any:
    """Return the typed dict that the stub of the module at `path` defines; without a stub it has no keys."""
    place = path, name, provider
    if place not in _classes:
        module = "{}.types.{}".format(field_types.PACKAGE, path)
        cls = type.__new__(_Meta, name, (dict,), {"__module__": module, "__total__": _is_total(path, name)})
        _unread[cls] = place
        if sys.version_info < (3, 10):
            __import__(module)  # for `typing.get_type_hints`, which looks for it in `sys.modules`
        if sys.version_info >= (3, 14):
            cls.__annotate__ = _annotate_function(cls)
        if _classes.setdefault(place, cls) is not cls:
            del _unread[cls]  # another thread was faster
    return _classes[place]


def _is_total(path: str, name: str) -> bool:
    stub = field_types.read_stub(path)
    if stub is None or name not in stub.classes:
        return False
    return not any(keyword.arg == "total" for keyword in stub.classes[name].keywords)  # it is always False


def _read_keys(cls: Any) -> None:
    """Set what the stub says of a typed dict. Two threads may do it at once: they set the same."""
    place = _unread.get(cls)
    if place is None:
        return
    path, name, provider = place
    stub = field_types.read_stub(path)
    annotations: Dict[str, Any] = {}
    required: Any = frozenset()
    optional: Any = frozenset()
    bases: Tuple[Any, ...] = ()
    if stub is None or name not in stub.classes:
        type.__setattr__(cls, "__pydantic_config__", {"extra": "allow"})  # so that keys are not lost
    else:
        bases = tuple(field_types.find_value(path, base.id, provider) for base in _base_names(stub, name))
        for base in bases:
            annotations.update(base.__annotations__)
            required |= base.__required_keys__
            optional |= base.__optional_keys__
        own = _own_annotations(path, name, stub, provider)
        annotations.update(own)
        # Like the `openai` package, whose annotations are strings at this point, so that `Required[...]` has no effect.
        keys = frozenset(own)
        required, optional = (required | keys, optional - keys) if cls.__total__ else (required - keys, optional | keys)
    _annotations[cls] = annotations
    values: Dict[str, Any] = {
        "__required_keys__": required,
        "__optional_keys__": optional,
        "__orig_bases__": bases or (_typed_dict_form(),),
    }
    if sys.version_info >= (3, 13):
        values.update(__readonly_keys__=frozenset(), __mutable_keys__=required | optional)
    if sys.version_info < (3, 14):
        values["__annotations__"] = annotations
    for attribute, value in values.items():
        type.__setattr__(cls, attribute, value)
    if hasattr(typing, "Required") or "typing_extensions" in sys.modules:
        _unread.pop(cls, None)  # or else read them again when the program has imported `Required`


def _base_names(stub: Stub, name: str) -> Any:
    return [base for base in stub.classes[name].bases if isinstance(base, ast.Name) and base.id != "TypedDict"]


def _own_annotations(path: str, name: str, stub: Stub, provider: Provider) -> Dict[str, Any]:
    nodes = {field: node for field, (node, _) in stub.fields(name).items()}
    return dict(zip(nodes, field_types.evaluate(path, ast.Tuple([*nodes.values()], ast.Load()), provider)))


def _typed_dict_form() -> Any:
    """Return `TypedDict`: that of typing_extensions if the program has imported it, as pydantic requires."""
    return getattr(sys.modules.get("typing_extensions"), "TypedDict", _form)


def _annotate_function(cls: Any) -> Any:
    """Return what Python 3.14 calls for the annotations of a class."""

    def annotate(format: int) -> Any:
        _read_keys(cls)
        if format == 4:  # strings
            return {name: getattr(value, "__name__", None) or repr(value) for name, value in _annotations[cls].items()}
        if format == 2:  # values, with variables that stand for unknown names
            raise NotImplementedError(format)
        return dict(_annotations[cls])

    return annotate


def _get_attribute(cls: Any, name: str) -> Any:
    if name in _READ_FROM_STUB and cls in _unread:
        _read_keys(cls)
    return type.__getattribute__(cls, name)


def _make_subclass(meta: Any, name: str, bases: Any, namespace: Any, **options: Any) -> Any:
    """Return the class of a program that inherits from typed dicts, made by typing or typing_extensions.

    Before Python 3.12 the result of typing gets this metaclass again, because pydantic refuses that of typing.
    """
    others = [type(base) for base in bases if type(base) not in (meta, type)]
    maker = others[0] if others else type(_typed_dict_form()("_Empty", {}))
    namespace.setdefault("__orig_bases__", bases)
    made = maker(name, tuple(_counterpart(base, maker) for base in bases), namespace, **options)
    if maker is not _STANDARD or sys.version_info >= (3, 12):
        return made
    attributes = {name: value for name, value in vars(made).items() if name not in ("__dict__", "__weakref__")}
    if "__required_keys__" not in attributes:  # Python 3.8
        required = frozenset(namespace.get("__annotations__", ())) if made.__total__ else frozenset()
        required = required.union(*(getattr(base, "__required_keys__", ()) for base in bases))
        attributes.update(__required_keys__=required, __optional_keys__=frozenset(made.__annotations__) - required)
    return type.__new__(meta, name, (dict,), attributes)


def _counterpart(cls: Any, maker: Any) -> Any:
    """Return a typed dict with the same keys whose metaclass is `maker`, which inherits from no other."""
    if type(cls) is not _Meta:
        return cls
    if (cls, maker) not in _counterparts:
        namespace = {"__module__": cls.__module__, "__annotations__": dict(cls.__annotations__)}
        made = maker(cls.__name__, (), namespace, total=cls.__total__)
        for attribute in ("__required_keys__", "__optional_keys__", "__orig_bases__"):
            setattr(made, attribute, getattr(cls, attribute))
        _counterparts[cls, maker] = made
    return _counterparts[cls, maker]


def _metaclass() -> Any:
    """Return the metaclass. pydantic accepts it before Python 3.12, where it refuses that of typing.

    It inherits from those of typing and typing_extensions, so that a class may have bases of all three.
    """
    extended = getattr(sys.modules.get("typing_extensions"), "_TypedDictMeta", _STANDARD)
    parents = (_STANDARD,) if extended is _STANDARD else (extended, _STANDARD)
    namespace = {
        "__module__": __name__,
        "__call__": dict,
        "__getattribute__": _get_attribute,
        "__new__": _make_subclass,
    }
    return type("TypedDictMeta", parents, namespace)


_Meta = _metaclass()
