# SPDX-License-Identifier: MIT
"""Providers of subject tokens: the identity tokens that a platform issues to the programs it runs.

A provider is a dict with `token_type` ("jwt" or "id") and `get_token`, a callable that returns a token. Each
`get_token` here raises SubjectTokenProviderError and can be pickled.
"""

from __future__ import annotations

from functools import partial
from urllib.parse import urlencode

from ..call.headers import Secret
from .tokens import DEFAULT_TIMEOUT, decode_json_or_none, fetch

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from typing import Any, Dict, Optional, Union

    from ..call.errors import OpenAIError
    from ..call.message import Response

SubjectTokenProvider = dict  # a TypedDict in the official package

K8S_TOKEN_PATH = "/var/run/secrets/kubernetes.io/serviceaccount/token"  # noqa: S105
AZURE_IMDS_URL = "http://169.254.169.254/metadata/identity/oauth2/token"
GCP_METADATA_URL = "http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/identity"


def k8s_service_account_token_provider(
    token_file_path: Union[str, os.PathLike[str]] = K8S_TOKEN_PATH,
) -> Dict[str, Any]:
    """Return the provider of a Kubernetes service account's token, which is read from its file for each exchange."""
    return {"token_type": "jwt", "get_token": partial(_read_token_file, token_file_path)}


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
    """Return the provider of an Azure managed identity's token for `resource`.

    The ids select one of several identities. Tokens come from the Azure Instance Metadata Service, within `timeout`
    seconds, over a sync `transport` if one is given.
    """
    query = {"api-version": api_version, "resource": resource}
    ids = {"object_id": object_id, "client_id": client_id, "msi_res_id": msi_res_id}
    query.update((name, value) for name, value in ids.items() if value is not None)
    options = {"headers": {"Metadata": "true"}, "timeout": timeout, "transport": transport}
    return {"token_type": "jwt", "get_token": partial(_fetch_from_metadata_server, "Azure", url, query, **options)}


def gcp_id_token_provider(
    audience: str = "https://api.openai.com/v1",
    *,
    timeout: float = DEFAULT_TIMEOUT,
    transport: Any = None,
    url: str = GCP_METADATA_URL,
) -> Dict[str, Any]:
    """Return the provider of a Google Cloud instance's identity token for `audience`.

    Tokens come from the metadata server of Compute Engine, within `timeout` seconds, over a sync `transport` if one
    is given.
    """
    options = {"headers": {"Metadata-Flavor": "Google"}, "timeout": timeout, "transport": transport}
    get_token = partial(_fetch_from_metadata_server, "Google", url, {"audience": audience}, **options)
    return {"token_type": "id", "get_token": get_token}


def _read_token_file(path: Union[str, os.PathLike[str]]) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            token = Secret(file.read().strip())
    except (OSError, ValueError) as error:
        raise _provider_error("The token file {} cannot be read: {}".format(path, error)) from None
    if not token:
        raise _provider_error("The token file {} is empty".format(path))
    return token


def _fetch_from_metadata_server(
    cloud: str, url: str, query: Dict[str, str], *, headers: Dict[str, str], timeout: float, transport: Any
) -> str:
    server = "The metadata server of {}".format(cloud)
    try:
        # Without a proxy: metadata servers are link-local.
        response = fetch("GET", url + "?" + urlencode(query), headers, transport=transport, proxy="", timeout=timeout)
    except OSError as error:
        raise _provider_error("{} could not be reached: {}".format(server, error)) from None
    if not 200 <= response.status_code < 300:
        message = "{} returned status {} instead of a token".format(server, response.status_code)
        raise _provider_error(message, response)
    token: Any = response.text.strip()
    if cloud == "Azure":
        result = decode_json_or_none(response)
        token = result.get("access_token") if isinstance(result, dict) else None
        result = None  # it holds the token in the clear, and traceback frames show it
    if not isinstance(token, str) or not token:
        raise _provider_error("{} returned no token".format(server))
    return Secret(token)


def _provider_error(message: str, response: Optional[Response] = None) -> OpenAIError:
    from ..call.helper_errors import SubjectTokenProviderError

    return SubjectTokenProviderError(message, response=response)
