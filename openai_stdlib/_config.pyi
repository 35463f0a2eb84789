# SPDX-License-Identifier: MIT
"""`Config` with every option."""

from typing import Any, Awaitable, Callable, Collection, Iterator, Mapping, Tuple
from typing_extensions import Self

from ._types import EventHook, Omit, TimeoutTypes, URLLike
from .call.retry import RetryPolicy
from .config.config import Env, Unset
from .providers.base import Provider
from .rate_limits.limiter import RateLimiter
from .usage.ledger import Ledger

_Text = str | Env | None | Unset
_Key = str | Env | Callable[[], str | Awaitable[str]] | None | Unset

class Config:
    """One layer of configuration."""

    api_key: _Key
    admin_api_key: _Key
    webhook_secret: _Text
    organization: _Text
    project: _Text
    beta: _Text
    base_url: Any
    timeout: Any
    max_retries: int | Unset
    retry_policy: RetryPolicy | None | Unset
    provider: Any
    max_response_bytes: int | None | Unset
    default_headers: Mapping[str, Any] | Unset
    default_query: Mapping[str, object] | Unset
    http_options: Mapping[str, Any] | Unset
    application: _Text
    on_event: EventHook | None | Unset
    content: bool | None | Unset
    rate_limiter: RateLimiter | None | Unset
    ledger: Ledger | None | Unset
    ledger_label: str | None | Unset
    organization_key: _Text
    api_url: Any
    def __init__(
        self,
        *,
        api_key: _Key = ...,
        admin_api_key: _Key = ...,
        webhook_secret: _Text = ...,
        organization: _Text = ...,
        project: _Text = ...,
        beta: _Text = ...,
        base_url: str | URLLike | Env | None | Unset = ...,
        timeout: float | TimeoutTypes | None | Unset = ...,
        max_retries: int | Unset = ...,
        retry_policy: RetryPolicy | None | Unset = ...,
        provider: Provider | str | Mapping[str, Any] | None | Unset = ...,
        max_response_bytes: int | None | Unset = ...,
        default_headers: Mapping[str, str | Omit | None] | None | Unset = ...,
        default_query: Mapping[str, object] | None | Unset = ...,
        http_options: Mapping[str, Any] | None | Unset = ...,
        application: _Text = ...,
        on_event: EventHook | None | Unset = ...,
        content: bool | None | Unset = ...,
        rate_limiter: RateLimiter | None | Unset = ...,
        ledger: Ledger | None | Unset = ...,
        ledger_label: str | None | Unset = ...,
        organization_key: _Text = ...,
        api_url: str | Env | None | Unset = ...,
    ) -> None: ...
    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None, exclude: Collection[str] = ()) -> Self: ...
    def merged(self, later: Config) -> Config: ...
    def without(self, *fields: str) -> Config: ...
    def items(self) -> Iterator[Tuple[str, Any]]: ...
