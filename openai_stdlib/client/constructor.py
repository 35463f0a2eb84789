# SPDX-License-Identifier: MIT
"""Methods of clients that take options as `**options`: `inspect` sees the parameters of the type stub.

Programs read these names to select the options that a client takes from all of theirs.
"""

from __future__ import annotations

from .options import mask_copy_options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MethodType: Any = type(mask_copy_options.__get__(""))


class StubMethod:
    """A function that binds to instances as usual, and whose signature is read from the stub of the class."""

    def __init__(self, function: Any, owner: Any = None, name: str = "") -> None:
        self.function = function
        self.owner = owner
        self.__name__: str = name or function.__name__
        self.__qualname__, self.__module__ = function.__qualname__, function.__module__
        self.__doc__ = function.__doc__

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        described = type(self)(self.function, owner or type(instance), self.__name__)
        return described if instance is None else MethodType(described, instance)

    def __call__(self, instance: Any, **options: Any) -> Any:
        mask_copy_options(options)  # in place, because error trackers record the variables of frames
        return self.function(instance, **options)

    @property
    def __signature__(self) -> Any:
        from inspect import signature

        try:
            from ..api.signatures import signature_in_stub
        except ModuleNotFoundError:  # in a copy without it
            return signature(self.function)

        names = [cls.__name__ for cls in self.owner.__mro__] if self.owner else []
        for stub in ("_provider_clients", "_client"):
            described = signature_in_stub(stub, names, self.__name__)
            if described is not None:
                return described
        return signature(self.function)


class Constructor(StubMethod):
    """An `__init__`. Calls reach the function of an instance without a frame in between."""

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if isinstance(instance, type):  # `inspect.signature` of a class binds it so, since Python 3.13
            return MethodType(type(self)(self.function, instance), instance)
        return type(self)(self.function, owner) if instance is None else self.function.__get__(instance)
