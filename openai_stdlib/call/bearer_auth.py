# SPDX-License-Identifier: MIT
"""How a key that is asked for anew at each attempt gets into the request. Imported by those who have such a key."""

from __future__ import annotations

from .message import Secret, check_api_key, mask

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

    from .message import Request


class BearerAuth:
    """Signs a request with the key that `provider()` gives at that moment; an async provider is awaited."""

    __slots__ = ("provider",)

    def __init__(self, provider: Callable[[], Any]) -> None:
        self.provider = provider

    def __call__(self, request: Request) -> Any:
        key = self.provider()
        return self._awaited(request, key) if hasattr(key, "__await__") else with_bearer_token(request, key)

    async def _awaited(self, request: Request, key: Any) -> Request:
        return with_bearer_token(request, await key)


def with_bearer_token(request: Request, key: Any) -> Request:
    """Return the request with `key` as its bearer token."""
    authorization = {"Authorization": Secret("Bearer " + check_api_key("the api_key callable's answer", mask(key)))}
    return request.replace(headers=request.headers.merged(authorization))
