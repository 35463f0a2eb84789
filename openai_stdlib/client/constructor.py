# SPDX-License-Identifier: MIT
"""`Constructor`, the `__init__` of clients that pass most options on: `inspect` sees the parameters of the type stub.

Programs read these names to select the options that a client takes from all of theirs.
"""

from __future__ import annotations

from ..call.headers import mask_environment
from .options import mask_copy_options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Constructor:
    """A function that binds to instances as usual, and whose signature is read from the stub of the class."""

    def __init__(self, function: Any, owner: Any = None) -> None:
        self.function = function
        self.owner = owner
        self.__name__, self.__qualname__, self.__module__ = "__init__", function.__qualname__, function.__module__
        self.__doc__ = function.__doc__

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        # Calls reach the function without a frame in between, in which error trackers would see credentials.
        return type(self)(self.function, owner) if instance is None else self.function.__get__(instance)

    def __call__(self, instance: Any, *, environment: Any = True, **options: Any) -> None:
        mask_copy_options(options)
        self.function(instance, environment=mask_environment(environment), **options)

    @property
    def __signature__(self) -> Any:
        from inspect import signature

        from ..api.signatures import signature_in_stub

        names = [cls.__name__ for cls in self.owner.__mro__] if self.owner else []
        return signature_in_stub("_provider_clients", names, "__init__") or signature(self.function)
