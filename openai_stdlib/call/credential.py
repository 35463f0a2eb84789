# SPDX-License-Identifier: MIT
"""Keys: which can be sent, and how one that is asked for anew at each attempt gets into the request."""

from __future__ import annotations

from .errors import ConfigError
from .message import Headers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

    from .message import Request


class Secret(str):
    """Text that is used like any other, and masked where a value is shown: in a repr, or among a frame's variables."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'***'"


def masked(value: Any) -> Any:
    """Return text in a form that isn't shown, and anything else as it is: for what may end up in a traceback."""
    return Secret(value) if isinstance(value, str) else value


def masked_mapping(value: Any) -> Any:
    """Return headers, or what holds headers, in a form that shows no credential."""
    if isinstance(value, dict):
        # Headers, or http_options with headers and a proxy inside.
        inner = ("headers", "proxy")
        return Headers((name, masked_mapping(value[name]) if name in inner else value[name]) for name in value)
    return masked(value)


def check_key(name: str, value: Any) -> str:
    """Return a key that can be sent. Raises ConfigError, without the key, for one that cannot."""
    if not isinstance(value, str) or not value.strip():
        raise ConfigError("{}: it is empty; leave it out, or pass the key itself".format(name))
    if any(not "!" <= character <= "~" for character in value):
        raise ConfigError(
            "{}: it holds a blank, a line break or a character outside ASCII, so it cannot be a key; "
            "was it read from a file? Then strip() it".format(name)
        )
    return value


class Bearer:
    """Signs a request with the key that `provider()` gives at that moment; an async provider is awaited."""

    __slots__ = ("provider",)

    def __init__(self, provider: Callable[[], Any]) -> None:
        self.provider = provider

    def __call__(self, request: Request) -> Any:
        key = self.provider()
        return self._awaited(request, key) if hasattr(key, "__await__") else bearing(request, key)

    async def _awaited(self, request: Request, key: Any) -> Request:
        return bearing(request, await key)


def bearing(request: Request, key: Any) -> Request:
    """Return the request with `key` as its bearer token."""
    authorization = {"Authorization": Secret("Bearer " + check_key("the api_key callable's answer", masked(key)))}
    return request.replace(headers=request.headers.merged(authorization))
