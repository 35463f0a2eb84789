# SPDX-License-Identifier: MIT
"""Bearer authentication with a callable that is called before each attempt. Imported only if there is one."""

from __future__ import annotations

from .headers import Secret, check_api_key, mask

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

    from .message import Request


class BearerAuth:
    """Signs requests with the key that `provider()` returns; the result of an async provider is awaited."""

    __slots__ = ("provider",)

    def __init__(self, provider: Callable[[], Any]) -> None:
        self.provider: Callable[[], Any] = provider

    def __call__(self, request: Request) -> Any:
        key = self.provider()
        return self._sign_async(request, key) if hasattr(key, "__await__") else with_bearer_token(request, key)

    async def _sign_async(self, request: Request, key: Any) -> Request:
        return with_bearer_token(request, await key)


def with_bearer_token(request: Request, key: Any) -> Request:
    """Return a copy of the request with `key` as its bearer token. Raises ConfigError if it is not a valid key."""
    authorization = {"Authorization": Secret("Bearer " + check_api_key("result of the api_key callable", mask(key)))}
    return request.replace(headers=request.headers.merged(authorization))
