# SPDX-License-Identifier: MIT
"""Workload identity: exchange a platform's token, or a client certificate, for an OpenAI token (RFC 8693)."""

from __future__ import annotations

import json

from ..call.errors import ConfigError, OpenAIError
from ..call.headers import mask
from .tokens import DEFAULT_TIMEOUT, RefreshableToken, fetch, parse_token_response

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Mapping, Optional, Tuple, Type

    from ..call.message import Request

TOKEN_EXCHANGE_URL = "https://{}auth.openai.com/oauth/token"  # noqa: S105
X509_BASE_URLS = {
    "global": "https://mtls.api.openai.com/v1",
    "us": "https://mtls-us.api.openai.com/v1",
    "eu": "https://mtls-eu.api.openai.com/v1",
}
GRANT_TYPE = "urn:ietf:params:oauth:grant-type:token-exchange"
SUBJECT_TOKEN_TYPES = {
    "jwt": "urn:ietf:params:oauth:token-type:jwt",
    "id": "urn:ietf:params:oauth:token-type:id_token",
    "x509": "urn:openai:params:oauth:token-type:x509",
}
MAX_REFRESH_BUFFER = 1e9  # seconds, exclusive

WorkloadIdentity: Type[Dict[str, Any]] = dict  # this and the next two are TypedDicts in the official package
SubjectTokenWorkloadIdentity: Type[Dict[str, Any]] = dict
X509WorkloadIdentity: Type[Dict[str, Any]] = dict


class WorkloadIdentityAuth(RefreshableToken):
    """Signs requests with an OpenAI token that was exchanged for a `workload_identity`.

    The identity is a dict with `identity_provider_id`, `service_account_id`, `provider` (a dict with `get_token`,
    called for each exchange, and `token_type`, "jwt" or "id") and optionally `refresh_buffer_seconds`, 1200 by
    default; or the result of `x509_workload_identity`. Exchanges use the sync `transport`, or a temporary one, which
    has no client certificate.

    Raises ConfigError for an invalid identity. An exchange raises OAuthError if it is refused, OpenAIError for an
    invalid response, and whatever `get_token` raises.
    """

    def __init__(
        self, *, workload_identity: Mapping[str, Any], token_exchange_url: Optional[str] = None, transport: Any = None
    ) -> None:
        identity = dict(workload_identity)
        self.workload_identity: Dict[str, Any] = identity
        self.is_x509: bool = identity.get("type") == "x509"
        self.max_redirects = 0 if self.is_x509 else None
        self.token_exchange_url = token_exchange_url or TOKEN_EXCHANGE_URL.format("mtls." if self.is_x509 else "")
        self.refresh_buffer: float = identity.get("refresh_buffer_seconds", self.refresh_buffer)
        invalid = _invalid_fields(identity, self.is_x509, self.refresh_buffer)
        if invalid:
            raise ConfigError("workload_identity: missing or invalid: " + ", ".join(invalid))
        self._transport = transport
        super().__init__()

    def sign(self, request: Request) -> Request:
        """Return the request with a token, unless it has an Authorization header already. Raises ConfigError."""
        if self.is_x509 and ("api-key" in request.headers or not request.url.startswith("https:")):
            raise ConfigError("workload_identity: a client certificate requires https and no api-key header")
        return super().sign(request)

    def get_token(self) -> str:
        """Return a valid token. Raises APIConnectionError, besides the errors of an exchange."""
        try:
            return self._get_token(DEFAULT_TIMEOUT)
        except OSError as error:
            from ..call.api_errors import APIConnectionError, APITimeoutError

            cls = APITimeoutError if isinstance(error, TimeoutError) else APIConnectionError
            raise cls(message="The token exchange failed. {}".format(error)) from None

    async def get_token_async(self) -> str:
        """Return a valid token, as `get_token` does; an exchange runs in a thread."""
        from ..call.host_limits import run_in_thread

        token: str = await run_in_thread(self.get_token)
        return token

    def invalidate_token(self, token: Optional[str] = None) -> None:
        """Discard the cached token, or only if it is `token`; the next request exchanges a new one."""
        self._discard(self._token or "" if token is None else token)

    def _fetch_token(self, timeout: float) -> Tuple[str, float]:
        identity = self.workload_identity
        form = {name: identity[name] for name in ("identity_provider_id", "service_account_id")}
        form.update({"grant_type": GRANT_TYPE, "subject_token_type": SUBJECT_TOKEN_TYPES["x509"]})
        secrets = []
        if not self.is_x509:
            token = _get_subject_token(identity["provider"])
            token_type = SUBJECT_TOKEN_TYPES[identity["provider"]["token_type"]]
            form.update({"subject_token": token, "subject_token_type": token_type})
            secrets = [token]
        elif self._transport is None:
            raise ConfigError(
                "workload_identity: a client certificate needs a transport; pass "
                "transport=UrllibTransport(ssl_context=…) with a context that has loaded the certificate"
            )
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        options: Any = {"transport": self._transport, "timeout": timeout, "secrets": secrets}
        response = fetch("POST", self.token_exchange_url, headers, json.dumps(form).encode(), **options)
        return parse_token_response(response, "The token exchange")

    def __repr__(self) -> str:
        return "<{} {}>".format(type(self).__name__, self.token_exchange_url)


def x509_workload_identity(
    *, identity_provider_id: str, service_account_id: str, refresh_buffer_seconds: Optional[float] = None
) -> Dict[str, Any]:
    """Return the workload identity of a client certificate: that in the TLS context of the client's transport.

    The base URL of the client is then https://mtls.api.openai.com/v1 unless it is set.
    """
    identity = {"identity_provider_id": identity_provider_id, "service_account_id": service_account_id, "type": "x509"}
    return (
        identity if refresh_buffer_seconds is None else {**identity, "refresh_buffer_seconds": refresh_buffer_seconds}
    )


def _invalid_fields(identity: Dict[str, Any], is_x509: bool, refresh_buffer: Any) -> List[str]:
    """Return the fields of an identity that are missing or invalid, each as text for an error message."""
    invalid = [name for name in ("identity_provider_id", "service_account_id") if not _is_text(identity.get(name))]
    if (
        isinstance(refresh_buffer, bool)
        or not isinstance(refresh_buffer, (int, float))
        or not 0 <= refresh_buffer < MAX_REFRESH_BUFFER
    ):
        invalid.append("refresh_buffer_seconds (a number >= 0)")
    provider = identity.get("provider")
    if is_x509 and provider is not None:
        invalid.append("provider (not allowed with a client certificate)")
    elif not is_x509 and not (isinstance(provider, dict) and callable(provider.get("get_token"))):
        invalid.append("provider (a dict with a callable get_token)")
    elif provider and provider.get("token_type") not in ("jwt", "id"):
        invalid.append("provider (its token_type, jwt or id)")
    return invalid


def _get_subject_token(provider: Dict[str, Any]) -> str:
    token = mask(provider["get_token"]())
    if hasattr(token, "__await__"):
        getattr(token, "close", int)()  # a coroutine that is never awaited would warn
        raise ConfigError("workload_identity: get_token is async; it must return the token itself")
    if not _is_text(token):
        raise OpenAIError("The workload identity provider returned an empty subject token")
    return token  # type: ignore[no-any-return]


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and value != ""
