# SPDX-License-Identifier: MIT
"""Google Vertex AI: its base URL by project and location, and Google's access tokens.

Names and rules are those of `openai.providers.vertex`. Of the Application Default Credentials, a user's refresh token
and the metadata server are supported. Service account keys need RSA signatures, which the standard library lacks: use
a `token_provider` for them.
"""

from __future__ import annotations

import os
import re
from urllib.parse import quote, urlencode, urlsplit

from ..auth.tokens import RefreshableToken, fetch, parse_token_response
from ..call.errors import ConfigError
from ..call.headers import Secret
from .base import Provider, first_variable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Mapping, Optional, Tuple

    from ..call.message import Request, Response

PATTERNS = {"project": re.compile("[a-zA-Z0-9_-][a-zA-Z0-9_.:-]*"), "location": re.compile("[a-z0-9-]+")}
TOKEN_URL = "https://oauth2.googleapis.com/token"  # noqa: S105
METADATA_HOST = "metadata.google.internal"
METADATA_PATH = "/computeMetadata/v1/instance/service-accounts/default/token?scopes="
SCOPE = "https://www.googleapis.com/auth/cloud-platform"


class VertexProvider(Provider):
    """Vertex AI of a `project` in a `location`, or at a `base_url`, the URL before /responses.

    `project` and `location` default to GOOGLE_CLOUD_PROJECT and GOOGLE_CLOUD_LOCATION in `environment`, by default
    os.environ. `token_provider` is called before each attempt; without it, Application Default Credentials are loaded
    on first use, over a sync `transport` if one is given. Redirects are not followed. Raises ConfigError; calls
    raise OAuthError and OpenAIError if there is no token.
    """

    max_redirects: Optional[int] = 0
    supports_websockets = False
    forbidden_headers: Tuple[str, ...] = ("Authorization", "api-key", "OpenAI-Organization", "OpenAI-Project")

    def __init__(
        self,
        *,
        project: Optional[str] = None,
        location: Optional[str] = None,
        base_url: Optional[str] = None,
        token_provider: Any = None,
        environment: Optional[Mapping[str, str]] = None,
        transport: Any = None,
    ) -> None:
        variables = os.environ if environment is None else environment
        if base_url is None:
            project = project or first_variable(variables, "GOOGLE_CLOUD_PROJECT")
            location = location or first_variable(variables, "GOOGLE_CLOUD_LOCATION")
            for name, value in (("project", project), ("location", location)):
                if not value or not PATTERNS[name].fullmatch(value):
                    message = "{0}: missing or invalid; pass {0}=... or set GOOGLE_CLOUD_{1}"
                    raise ConfigError(message.format(name, name.upper()))
            base_url = "https://{}aiplatform.googleapis.com/v1/projects/{}/locations/{}/publishers/openai/v1".format(
                "" if location == "global" else str(location) + "-", str(project), str(location)
            )
        key = _GoogleCredentials(variables, transport) if token_provider is None else token_provider
        super().__init__("vertex", base_url, key=key)
        parts = urlsplit(self.base_url)
        if parts.query:
            raise ConfigError("base_url: must not have a query")
        if parts.scheme != "https" and ("." + (parts.hostname or "").rstrip(".")).endswith(".googleapis.com"):
            raise ConfigError("base_url: Google's endpoints require https")


vertex = VertexProvider


class _GoogleCredentials(RefreshableToken):
    """Application Default Credentials (Google Cloud documentation, "How Application Default Credentials works")."""

    refresh_buffer = 225.0  # seconds, as in google-auth
    _quota_project_id: Optional[str] = None  # the project that is billed for a user's calls

    def __init__(self, environment: Mapping[str, str], transport: Any) -> None:
        super().__init__()
        names = "GOOGLE_APPLICATION_CREDENTIALS", "CLOUDSDK_CONFIG", "GCE_METADATA_HOST", "APPDATA"
        self._variables = {name: first_variable(environment, name) for name in names}
        self._transport = transport

    def sign(self, request: Request) -> Request:
        signed = super().sign(request)
        quota = {"x-goog-user-project": self._quota_project_id} if self._quota_project_id else None
        return signed.replace(headers=signed.headers.merged(quota))

    def _fetch_token(self, timeout: float) -> Tuple[str, float]:
        explicit_path, folder, host, app_data = self._variables.values()
        config_root = app_data if os.name == "nt" and app_data else os.path.expanduser("~/.config")
        folder = folder or os.path.join(config_root, "gcloud")
        path = explicit_path or os.path.join(folder, "application_default_credentials.json")
        if explicit_path or os.path.exists(path):
            return parse_token_response(self._refresh_user_token(path, timeout), "Google")
        url = "http://{}{}{}".format(host or METADATA_HOST, METADATA_PATH, quote(SCOPE))
        headers = {"Metadata-Flavor": "Google"}
        try:
            response = fetch("GET", url, headers, transport=self._transport, proxy="", timeout=timeout)
        except OSError as error:
            raise type(error)(
                "no Google credentials; set GOOGLE_APPLICATION_CREDENTIALS, run `gcloud auth application-default "
                "login`, or pass token_provider=… (the metadata server could not be reached: {})".format(error)
            ) from error
        return parse_token_response(response, "Google's metadata server")

    def _refresh_user_token(self, path: str, timeout: float) -> Response:
        credentials = _load_credentials(path)
        if credentials.get("type") != "authorized_user":
            raise ConfigError(
                "{}: credentials of type {!r} are not supported without further libraries; pass token_provider=…, "
                "for example with a token of google-auth".format(str(path), str(credentials.get("type")))
            )
        names = ("client_id", "client_secret", "refresh_token")
        form = {name: credentials[name] for name in names if isinstance(credentials.get(name), str)}
        if len(form) < len(names):
            raise ConfigError("{}: lacks one of {}".format(path, ", ".join(names)))
        self._quota_project_id = credentials.get("quota_project_id")
        form["grant_type"] = "refresh_token"  # RFC 6749 §6
        return fetch(
            "POST",
            str(credentials.get("token_uri") or TOKEN_URL),
            {"Content-Type": "application/x-www-form-urlencoded"},
            urlencode(form).encode(),
            transport=self._transport,
            timeout=timeout,
            secrets=(form["client_secret"], form["refresh_token"]),
        )


def _load_credentials(path: str) -> Dict[str, Any]:
    import json

    def mask_values(fields: Dict[str, Any]) -> Dict[str, Any]:
        return {name: Secret(value) if isinstance(value, str) else value for name, value in fields.items()}

    credentials = None
    try:
        with open(path, encoding="utf-8") as file:
            credentials = json.load(file, object_hook=mask_values)
    except (OSError, ValueError, RecursionError):
        pass  # the exception contains the text of the file, so it is not the cause of the error below
    if not isinstance(credentials, dict):
        raise ConfigError("{}: cannot be read as Google credentials".format(path))
    return credentials
