# SPDX-License-Identifier: MIT
"""Check the options that watch or limit calls, and take those of a single call out of its arguments.

`on_event`, `rate_limiter`, `ledger` and their like are rarely set, so this module loads when one of them is. They are
checked by their methods, because their classes belong to subpackages that a vendored copy may leave out.
"""

from __future__ import annotations

from .errors import ConfigError, OptionTypeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, FrozenSet, Optional, Tuple

CO_COROUTINE, CO_ASYNC_GENERATOR = 0x80, 0x200  # flags of code objects, as in `inspect`
# Option -> what it must be, and the methods that such an object has.
INTERFACES: Dict[str, Tuple[str, Tuple[str, ...]]] = {
    "rate_limiter": ("a RateLimiter", ("observe_call",)),
    "ledger": ("a Ledger", ("observe_call",)),
    "cancel": ("a CancelToken", ("cancel", "watch_call")),
}


def check_option(name: str, value: Any) -> Any:
    """Return the value of an option. Raises OptionTypeError or ConfigError."""
    if name == "on_event":
        if not callable(value):
            raise OptionTypeError(
                "on_event: expected a callable that takes a name and a dict of fields, got {}; pass a function".format(
                    type(value).__name__
                )
            )
        if is_coroutine_function(value):
            raise OptionTypeError(
                "on_event: expected a plain function, got a coroutine function, which nothing awaits; pass a function "
                "that starts a task"
            )
    elif name == "content":
        if not isinstance(value, bool):
            raise OptionTypeError("content: expected True or False, got {!r}".format(value))
    elif name == "ledger_label":
        if not isinstance(value, str):
            raise OptionTypeError("ledger_label: expected text, got {}".format(type(value).__name__))
        if not value.strip():
            raise ConfigError("ledger_label: expected text, got {!r}; omit it for calls without a label".format(value))
    else:
        expected, methods = INTERFACES[name]
        if isinstance(value, type) or not all(callable(getattr(value, method, None)) for method in methods):
            raise OptionTypeError("{}: expected {}, got {}".format(name, expected, type(value).__name__))
    return value


def is_coroutine_function(value: Any) -> bool:
    """Return whether calling a value makes a coroutine. Looks into methods, partial functions and callable objects."""
    while hasattr(value, "func") and hasattr(value, "keywords"):  # functools.partial
        value = value.func
    code = getattr(value, "__code__", None)
    if code is None:
        code = getattr(getattr(type(value), "__call__", None), "__code__", None)  # noqa: B004  # callable: not enough
    return bool(getattr(code, "co_flags", 0) & (CO_COROUTINE | CO_ASYNC_GENERATOR))


def pop_options(
    arguments: Dict[str, Any], names: FrozenSet[str], options: Optional[Dict[str, Any]]
) -> Optional[Dict[str, Any]]:
    """Remove the options of one call from its arguments, and return them with those of the client; None if none is set.

    An option that is None is that of the client. Raises OptionTypeError or ConfigError.
    """
    popped = {name: arguments.pop(name) for name in names.intersection(arguments)}
    checked = {name: check_option(name, value) for name, value in popped.items() if value is not None}
    return {**(options or {}), **checked} or None
