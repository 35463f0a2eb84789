# SPDX-License-Identifier: MIT
"""Workload identity: a token of OpenAI in exchange for one of the platform that a program runs on (RFC 8693).

`WorkloadIdentityAuth` is the exchange, over tokens.py; below it the platforms whose own token it can fetch. A client
certificate (`x509_workload_identity`) stands in for that token if the transport's TLS context has it.
"""

from __future__ import annotations

import json
from functools import partial
from urllib.parse import urlencode

from ..call.errors import ConfigError, OpenAIError
from ..call.headers import Secret, mask
from .tokens import DEFAULT_TIMEOUT, RefreshableToken, decode_json_or_none, fetch, in_thread, parse_token_response

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from typing import Any, Dict, Mapping, Optional, Tuple, Union

    from ..call.message import Request, Response

TOKEN_EXCHANGE_URL = "https://{}auth.openai.com/oauth/token"
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
K8S_TOKEN_PATH = "/var/run/secrets/kubernetes.io/serviceaccount/token"
AZURE_IMDS_URL = "http://169.254.169.254/metadata/identity/oauth2/token"
GCP_METADATA_URL = "http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/identity"

# What the official package has as typed dicts.
WorkloadIdentity = SubjectTokenWorkloadIdentity = X509WorkloadIdentity = SubjectTokenProvider = dict


class WorkloadIdentityAuth(RefreshableToken):
    """Signs requests with a token of OpenAI for `workload_identity`.

    That is a dict: `identity_provider_id`, `service_account_id`, `provider` (its `get_token` is called for each
    exchange; `token_type` is jwt or id) and maybe `refresh_buffer_seconds`, else 1200; or what
    `x509_workload_identity` returns. A sync `transport` carries the exchanges; without one each makes its own, which
    has no client certificate. Raises ConfigError. An exchange raises OAuthError when it is refused, OpenAIError for
    an odd answer, and whatever `get_token` raises.
    """

    def __init__(
        self, *, workload_identity: Mapping[str, Any], token_exchange_url: Optional[str] = None, transport: Any = None
    ) -> None:
        self.workload_identity = identity = dict(workload_identity)
        self.is_x509 = identity.get("type") == "x509"
        self.max_redirects = 0 if self.is_x509 else None
        self.token_exchange_url = token_exchange_url or TOKEN_EXCHANGE_URL.format("mtls." if self.is_x509 else "")
        self.refresh_buffer = identity.get("refresh_buffer_seconds", self.refresh_buffer)
        provider = identity.get("provider")
        is_provider = isinstance(provider, dict) and callable(provider.get("get_token"))
        wrong = [n for n in ("identity_provider_id", "service_account_id") if not _is_text(identity.get(n))]
        if (
            isinstance(self.refresh_buffer, bool)
            or not isinstance(self.refresh_buffer, (int, float))
            or not 0 <= self.refresh_buffer < 1e9
        ):
            wrong.append("refresh_buffer_seconds")
        if (provider is not None) if self.is_x509 else not is_provider:
            wrong.append("provider (its get_token, which a client certificate has not)")
        elif provider and provider.get("token_type") not in ("jwt", "id"):
            wrong.append("provider (its token_type, jwt or id)")
        if wrong:
            raise ConfigError("workload_identity: missing or not what it should be: " + ", ".join(wrong))
        self._transport = transport
        super().__init__()

    def sign(self, request: Request) -> Request:
        """Return the request with a token, unless it has an Authorization of its own."""
        if self.is_x509 and ("api-key" in request.headers or not request.url.startswith("https:")):
            raise ConfigError("workload_identity: a client certificate needs https, and no header api-key")
        return super().sign(request)

    def get_token(self) -> str:
        """Return a token that is good now. Raises APIConnectionError as well."""
        try:
            return self._get(DEFAULT_TIMEOUT)
        except OSError as error:
            from ..call.api_errors import APIConnectionError, APITimeoutError

            kind = APITimeoutError if isinstance(error, TimeoutError) else APIConnectionError
            raise kind(message="The token exchange failed. {}".format(error)) from None

    async def get_token_async(self) -> str:
        """Return a token that is good now; what waits for it does so in a thread."""
        token: str = await in_thread(self.get_token)
        return token

    def invalidate_token(self, token: Optional[str] = None) -> None:
        """Forget the token, or `token` alone; the next call asks for another."""
        self._discard(self._token or "" if token is None else token)

    def _fetch_token(self, seconds: float) -> Tuple[str, float]:
        identity = self.workload_identity
        form = {name: identity[name] for name in ("identity_provider_id", "service_account_id")}
        form.update({"grant_type": GRANT_TYPE, "subject_token_type": SUBJECT_TOKEN_TYPES["x509"]})
        secrets = []
        if not self.is_x509:
            token = mask(identity["provider"]["get_token"]())
            if hasattr(token, "__await__"):
                getattr(token, "close", int)()  # a coroutine that is never awaited would warn
                raise ConfigError("workload_identity: get_token is async; it must return the token itself")
            if not _is_text(token):
                raise OpenAIError("The workload identity provider returned an empty subject token")
            form.update(
                {"subject_token": token, "subject_token_type": SUBJECT_TOKEN_TYPES[identity["provider"]["token_type"]]}
            )
            secrets = [token]
        elif self._transport is None:
            raise ConfigError(
                "workload_identity: for a client certificate pass transport=UrllibTransport(ssl_context=…), with a "
                "context that has loaded it"
            )
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        options: Any = {"transport": self._transport, "seconds": seconds, "secrets": secrets}
        reply = fetch("POST", self.token_exchange_url, headers, json.dumps(form).encode(), **options)
        return parse_token_response(reply, "The token exchange")

    def __repr__(self) -> str:
        return "<{} {}>".format(type(self).__name__, self.token_exchange_url)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def x509_workload_identity(
    *, identity_provider_id: str, service_account_id: str, refresh_buffer_seconds: Optional[float] = None
) -> Dict[str, Any]:
    """Return the workload identity of the client certificate in a transport's TLS context, for X509_BASE_URLS."""
    found = {"identity_provider_id": identity_provider_id, "service_account_id": service_account_id, "type": "x509"}
    return found if refresh_buffer_seconds is None else {**found, "refresh_buffer_seconds": refresh_buffer_seconds}


def k8s_service_account_token_provider(
    token_file_path: Union[str, os.PathLike[str]] = K8S_TOKEN_PATH,
) -> Dict[str, Any]:
    """Return the provider of the token that Kubernetes mounts for a service account; read for each exchange.

    Raises SubjectTokenProviderError when the file cannot be read or is empty.
    """
    return {"token_type": "jwt", "get_token": partial(_from_file, token_file_path)}


def azure_managed_identity_token_provider(
    resource: str = "https://management.azure.com/",
    *,
    object_id: Optional[str] = None,
    client_id: Optional[str] = None,
    msi_res_id: Optional[str] = None,
    api_version: str = "2018-02-01",
    timeout: float = DEFAULT_TIMEOUT,
    transport: Any = None,
    url: str = AZURE_IMDS_URL,
) -> Dict[str, Any]:
    """Return the provider of a managed identity's token for `resource`; the ids choose among identities.

    Asks the Azure Instance Metadata Service, in `timeout` seconds. Raises SubjectTokenProviderError.
    """
    query = {"api-version": api_version, "resource": resource}
    ids = {"object_id": object_id, "client_id": client_id, "msi_res_id": msi_res_id}
    query.update((name, value) for name, value in ids.items() if value is not None)
    options = {"url": url, "query": query, "field": "Metadata: true", "timeout": timeout, "transport": transport}
    return {"token_type": "jwt", "get_token": partial(_from_metadata_server, "Azure", **options)}


def gcp_id_token_provider(
    audience: str = "https://api.openai.com/v1",
    *,
    timeout: float = DEFAULT_TIMEOUT,
    transport: Any = None,
    url: str = GCP_METADATA_URL,
) -> Dict[str, Any]:
    """Return the provider of a Google Cloud instance's identity token for `audience`.

    Asks the metadata server of Compute Engine, in `timeout` seconds. Raises SubjectTokenProviderError.
    """
    query = {"audience": audience}
    options = {
        "url": url,
        "query": query,
        "field": "Metadata-Flavor: Google",
        "timeout": timeout,
        "transport": transport,
    }
    return {"token_type": "id", "get_token": partial(_from_metadata_server, "Google", **options)}


def _from_file(path: Union[str, os.PathLike[str]]) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            token = Secret(file.read().strip())
    except (OSError, ValueError) as error:
        raise _no_token("The token file {} cannot be read: {}".format(path, error)) from None
    if not token:
        raise _no_token("The token file {} is empty".format(path))
    return token


def _from_metadata_server(cloud: str, *, url: str, query: Any, field: str, timeout: float, transport: Any) -> str:
    place = "The metadata server of {} ".format(cloud)
    headers = dict([field.split(": ")])
    try:
        # Without a proxy: these servers are link-local.
        reply = fetch("GET", url + "?" + urlencode(query), headers, transport=transport, proxy="", seconds=timeout)
    except OSError as error:
        raise _no_token("{}gave no token: {}".format(place, error)) from None
    if not 200 <= reply.status_code < 300:
        raise _no_token("{}answered {}, no token".format(place, reply.status_code), reply)
    found: Any = reply.text.strip()
    if cloud == "Azure":
        found = (decode_json_or_none(reply) if isinstance(decode_json_or_none(reply), dict) else {}).get("access_token")
    if not _is_text(found):
        raise _no_token(place + "answered without a token")
    return Secret(found)


def _no_token(message: str, response: Optional[Response] = None) -> OpenAIError:
    from ..call.api_errors import SubjectTokenProviderError

    return SubjectTokenProviderError(message, response=response)
