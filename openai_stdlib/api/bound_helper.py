# SPDX-License-Identifier: MIT
"""`BoundHelper`, a function of helpers/ as a method of a resource of a client."""

from __future__ import annotations

from functools import partial

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .operation import Helper

    PartialCall = partial[Any]
else:
    PartialCall = partial  # it cannot be subscripted in Python 3.8


class BoundHelper(PartialCall):
    """Helper bound to a client: calls the function with the client as first argument."""

    helper: Any  # the Helper, which is a descriptor

    def __new__(cls, helper: Helper, function: Any, client: Any) -> BoundHelper:
        bound = super().__new__(cls, function, client)
        bound.helper = helper
        return bound

    @property
    def __name__(self) -> str:
        name: str = self.func.__name__
        return name

    @property
    def __doc__(self) -> Any:  # type: ignore[override]  # that of the function
        return self.func.__doc__

    @property
    def __signature__(self) -> Any:
        from .signatures import signature_of

        return signature_of(self.helper, self.args[0])
