# SPDX-License-Identifier: MIT
"""What all tool runners need: one run at a time, calls of functions of the program, keys of requests."""

from __future__ import annotations

import inspect
from uuid import uuid4

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Mapping, Optional

    CloseStatus = Dict[str, str]

KEY_PREFIX = "stainless-python-retry-"


class ToolLifecycle:
    """Whether an object that works for one caller at a time is free, busy or closed."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._free = [None]  # empty during a run; `pop` is atomic, and a list cannot stay locked in a forked child
        self._is_closed = False

    def enter(self) -> None:
        """Begin a run. Raises RuntimeError if one is active, or after `close`."""
        if self._is_closed:
            raise RuntimeError("{} is closed.".format(self._name))
        try:
            self._free.pop()
        except IndexError:
            raise RuntimeError("{} is busy with another call.".format(self._name)) from None

    def exit(self) -> None:
        """End a run."""
        self._free.append(None)

    def close(self) -> CloseStatus:
        """Refuse further runs, and return whether one is still active ("draining")."""
        self._is_closed = True
        return {"status": "closed" if self._free else "draining"}


def call_handler(handler: Callable[..., Any], cancelled: Optional[Callable[[], bool]], *arguments: Any) -> Any:
    """Call a function of the program, with `cancelled` if it has a further parameter of this name."""
    try:
        parameters = inspect.signature(handler).parameters
    except (TypeError, ValueError):  # a function without a signature
        return handler(*arguments)
    parameter = parameters.get("cancelled")
    named = (inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    if parameter is None or parameter.kind not in named or "cancelled" in list(parameters)[: len(arguments)]:
        return handler(*arguments)
    return handler(*arguments, cancelled=cancelled)


def rotate_idempotency_key(client: Any, headers: Optional[Mapping[str, Any]]) -> Dict[str, Any]:
    """Return `extra_headers` with another Idempotency-Key, if the program has one: each request needs its own."""
    if not any(name.lower() == "idempotency-key" for name in (*client.default_headers, *(headers or {}))):
        return {}
    kept = {name: value for name, value in (headers or {}).items() if name.lower() != "idempotency-key"}
    return {"extra_headers": {**kept, "Idempotency-Key": KEY_PREFIX + str(uuid4())}}
