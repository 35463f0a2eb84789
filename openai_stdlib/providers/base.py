# SPDX-License-Identifier: MIT
"""`Provider`: where the API is to be had if not from OpenAI itself, as data, and how its requests are signed.

A client asks a provider for base URL, query and headers when it is made, for a path when a call is prepared, and for a
signature before each attempt. Nothing here knows a client or sends a call; the siblings are one provider each.
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
    """A server that speaks the API, and the credential it wants.

    `base_url` has no slash at the end; `query` and `headers` go with each call that doesn't say otherwise. `key` is
    text, a callable that gives it before each attempt (one that is to be awaited works with async clients alone), or
    an object that signs: `sign`, `asign` and `refused`, as here. Raises ConfigError.
    """

    name = base_url = ""
    max_redirects: Optional[int] = None  # None: as the client has it
    # Settings that the environment's variables for OpenAI don't count for.
    ignored_settings: Tuple[str, ...] = (
        "api_key",
        "admin_api_key",
        "organization",
        "project",
        "base_url",
        "default_headers",
    )
    forbidden_headers: Tuple[
        str, ...
    ] = ()  # headers that cannot stand beside the credential; if any, it stays at its origin
    _header = ("Authorization", "Bearer ")

    def __init__(self, name: str, base_url: str, *, key: Any = None, query: Any = None, headers: Any = None) -> None:
        self.name = name
        self.base_url = check_base_url(base_url)
        self.query: Dict[str, Any] = dict(query or {})
        self.headers: Dict[str, str] = dict(headers or {})
        if isinstance(key, str):
            key = Secret(check_api_key("the key for " + name, mask(key)))
        self._key = key

    def sign(self, request: Request) -> Request:
        """Return the request with its credential, before each attempt. Raises ConfigError for one that cannot be."""
        key = self._credential_for(request)
        if hasattr(key, "sign_async"):
            signed: Request = key.sign(request)
            return signed
        return (
            request
            if key is None
            else self._with_credential(request, reject_awaitable(key()) if callable(key) else key)
        )

    async def sign_async(self, request: Request) -> Request:
        """Do what `sign` does, for an async client."""
        key = self._credential_for(request)
        if hasattr(key, "sign_async"):
            signed: Request = await key.sign_async(request)
            return signed
        if key is None:
            return request
        key = key() if callable(key) else key
        return self._with_credential(request, await key if hasattr(key, "__await__") else key)

    def rewrite_path(self, path: str, model: Any = None) -> str:
        """Return the path below the base URL for a path of the table, in a call that asks for `model`."""
        return path

    def handle_unauthorized(self, reply: Response) -> bool:
        """Take note of a 401. Returns True if another attempt would be made with a fresh credential."""
        return hasattr(self._key, "sign_async") and bool(self._key.handle_unauthorized(reply))

    def copy_with(self, **options: Any) -> Provider:
        """Return a provider that differs in `options`; None means as it is. Raises UnknownOptionError."""
        for name, value in options.items():
            if value is not None:
                raise UnknownOptionError("{}: the provider {} has no such option".format(name, self.name))
        return self

    def _credential_for(self, request: Request) -> Any:
        """Return the credential for a request; None if it has its own. Raises ConfigError where that cannot be."""
        if self.forbidden_headers and origin(request.url) != origin(self.base_url):
            raise ConfigError("{}: its credential is not sent to {}".format(self.name, request.safe_url))
        for name in self.forbidden_headers:
            if name in request.headers:
                raise ConfigError("{}: the header {} cannot stand beside its credential".format(self.name, name))
        return None if "authorization" in request.headers else self._key

    def _with_credential(self, request: Request, key: Any) -> Request:
        name, scheme = self._header
        value = Secret(scheme + check_api_key("the key or token for " + self.name, mask(key)))
        return request.replace(headers=request.headers.merged({name: value}))

    def __repr__(self) -> str:
        return "<{} {} {}>".format(type(self).__name__, self.name, self.base_url)


def reject_awaitable(answer: Any) -> Any:
    """Return what a sync client was given by a callable. Raises ConfigError for what is to be awaited."""
    if hasattr(answer, "__await__"):
        getattr(answer, "close", int)()  # a coroutine that is never awaited would warn
        raise ConfigError("the token provider is async: it needs an async client")
    return mask(answer)


def first_variable(environment: Mapping[str, str], *names: str) -> Optional[str]:
    """Return the first of the variables that is set and not empty, masked; None if there is none."""
    return next((Secret(environment[name].strip()) for name in names if environment.get(name, "").strip()), None)
