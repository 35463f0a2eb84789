# SPDX-License-Identifier: MIT
"""`Provider`: an API host other than OpenAI, as data, and how requests to it are signed.

A client reads base URL, query and headers when it is created, calls `rewrite_path` when it prepares a call, and
`sign` before each attempt. A provider knows no client and sends no API calls.
"""

from __future__ import annotations

from ..call.errors import ConfigError, UnknownOptionError
from ..call.headers import Secret, check_api_key, mask
from ..call.redirect import origin
from ..call.url import check_base_url

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Mapping, Optional, Tuple

    from ..call.message import Request, Response


class Provider:
    """An API host with its base URL, query, headers, path rewriting and request signing. Subclass it for your own.

    `base_url` is stored without a trailing slash; `query` and `headers` are defaults of each call. `key` is text, a
    callable that returns the key before each attempt (an async one works with async clients only), or an object that
    signs, with `sign`, `sign_async` and `handle_unauthorized` as here. Raises ConfigError.
    """

    name: str = ""
    base_url: str = ""
    is_overridable = False  # whether the options api_key and base_url override what the provider says
    supports_websockets = True  # whether the credentials are made for WebSockets, too
    max_redirects: Optional[int] = None  # None: the client's setting
    # Settings that are for OpenAI, and are not read from its environment variables or taken from a client.
    ignored_settings: Tuple[str, ...] = (
        "api_key",
        "admin_api_key",
        "organization",
        "project",
        "base_url",
        "default_headers",
        "default_query",
    )
    # Headers that must not be sent along with the credentials. If there are any, credentials go to `base_url`'s
    # origin only.
    forbidden_headers: Tuple[str, ...] = ()
    _header = ("Authorization", "Bearer ")  # name, and scheme before the key

    def __init__(self, name: str, base_url: str, *, key: Any = None, query: Any = None, headers: Any = None) -> None:
        self.name = name
        self.base_url = check_base_url(base_url)
        self.query: Dict[str, Any] = dict(query or {})
        self.headers: Dict[str, str] = dict(headers or {})
        if isinstance(key, str):
            key = Secret(check_api_key("the key for " + name, mask(key)))
        self._key = key

    def sign(self, request: Request) -> Request:
        """Return the request with credentials; called before each attempt. Raises ConfigError for invalid ones."""
        key = self._credential_for(request)
        if hasattr(key, "sign_async"):
            signed: Request = key.sign(request)
            return signed
        if key is None:
            return request
        return self._with_credential(request, reject_awaitable(key()) if callable(key) else key)

    async def sign_async(self, request: Request) -> Request:
        """Sign a request as `sign` does, for an async client."""
        key = self._credential_for(request)
        if hasattr(key, "sign_async"):
            signed: Request = await key.sign_async(request)
            return signed
        if key is None:
            return request
        key = key() if callable(key) else key
        return self._with_credential(request, await key if hasattr(key, "__await__") else key)

    def rewrite_path(self, path: str, model: Any = None) -> str:
        """Return the path below the base URL for an operation's path, in a call that uses `model`."""
        return path

    def handle_unauthorized(self, response: Response) -> bool:
        """Handle a 401 response. Return True if the request should be retried with new credentials."""
        return hasattr(self._key, "sign_async") and bool(self._key.handle_unauthorized(response))

    def copy_with(self, **options: Any) -> Provider:
        """Return a provider with some options changed; None means unchanged. Raises UnknownOptionError."""
        for name, value in options.items():
            if value is not None:
                raise UnknownOptionError("{}: the provider {} does not have this option".format(name, self.name))
        return self

    def check_credentials(self) -> None:
        """Raise ConfigError if credentials are missing; called when a client is created."""

    def _credential_for(self, request: Request) -> Any:
        """Return the credentials for a request, or None if it has its own. Raises ConfigError if it must not be signed.

        That is a request to another origin, or with one of the `forbidden_headers`.
        """
        if self.forbidden_headers and origin(request.url) != origin(self.base_url):
            raise ConfigError("{}: its credentials are not sent to {}".format(self.name, request.safe_url))
        for name in self.forbidden_headers:
            if name in request.headers:
                message = "{}: the header {} is not allowed along with its credentials; remove it"
                raise ConfigError(message.format(self.name, name))
        return None if "authorization" in request.headers else self._key

    def _with_credential(self, request: Request, key: Any) -> Request:
        name, scheme = self._header
        value = Secret(scheme + check_api_key("the key or token for " + self.name, mask(key)))
        return request.replace(headers=request.headers.merged({name: value}))

    def __repr__(self) -> str:
        return "<{} {} {}>".format(type(self).__name__, self.name, self.base_url)


def reject_awaitable(value: Any) -> Any:
    """Return the masked result of a token callable in a sync client. Raises ConfigError for an awaitable."""
    if hasattr(value, "__await__"):
        getattr(value, "close", int)()  # a coroutine that is never awaited would warn
        raise ConfigError("the token provider is async; use an async client")
    return Secret(value) if isinstance(value, str) else value  # AWS credentials are objects


def first_variable(environment: Mapping[str, str], *names: str) -> Optional[str]:
    """Return the first variable that is set and not blank, stripped and masked, or None."""
    return next((Secret(environment[name].strip()) for name in names if environment.get(name, "").strip()), None)
