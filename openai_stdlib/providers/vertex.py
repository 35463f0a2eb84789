# SPDX-License-Identifier: MIT
"""Google Vertex AI: its base URL by project and location, and Google's tokens.

Names and rules are those of `openai.providers.vertex`. Of Application Default Credentials there is what the standard
library can do: a user's refresh token, and the metadata server. Keys of service accounts sign with RSA, which it
cannot: for them there is `token_provider`. Neighbour: auth/tokens.py.
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
TOKEN_URL = "https://oauth2.googleapis.com/token"  # noqa: S105  # a place, no token
METADATA_HOST = "metadata.google.internal"
METADATA_PATH = "/computeMetadata/v1/instance/service-accounts/default/token?scopes="
SCOPE = "https://www.googleapis.com/auth/cloud-platform"


class VertexProvider(Provider):
    """Vertex AI of a `project` in a `location`, or at a `base_url`, which is the whole root before /responses.

    They fall back to GOOGLE_CLOUD_PROJECT and GOOGLE_CLOUD_LOCATION in `environment`, which takes the place of
    os.environ. `token_provider` gives a token before each attempt; without it Application Default Credentials are
    looked for when they are needed, over a sync `transport` if one is given. Redirects are not followed. Raises
    ConfigError; calls also OAuthError and OpenAIError when there is no token.
    """

    max_redirects = 0
    forbidden_headers = ("Authorization", "api-key", "OpenAI-Organization", "OpenAI-Project")

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
        known = os.environ if environment is None else environment
        if base_url is None:
            given = {
                "project": project or first_variable(known, "GOOGLE_CLOUD_PROJECT"),
                "location": location or first_variable(known, "GOOGLE_CLOUD_LOCATION"),
            }
            for name, value in given.items():
                if not value or not PATTERNS[name].fullmatch(value):
                    raise ConfigError("Vertex needs a {0}: {0}=… or GOOGLE_CLOUD_{1}".format(name, name.upper()))
            base_url = "https://{}aiplatform.googleapis.com/v1/projects/{}/locations/{}/publishers/openai/v1".format(
                "" if given["location"] == "global" else "{location}-".format(**given), *map(str, given.values())
            )
        key = _GoogleCredentials(known, transport) if token_provider is None else token_provider
        super().__init__("vertex", base_url, key=key)
        parts = urlsplit(self.base_url)
        if parts.query:
            raise ConfigError("base_url: it cannot have a query")
        if parts.scheme != "https" and ("." + (parts.hostname or "").rstrip(".")).endswith(".googleapis.com"):
            raise ConfigError("base_url: Google's own endpoints want https")


vertex = VertexProvider


class _GoogleCredentials(RefreshableToken):
    """Application Default Credentials (Google Cloud documentation, "How Application Default Credentials works")."""

    refresh_buffer = 225.0
    _quota_project_id: Optional[str] = None  # the project that is charged for what a user does

    def __init__(self, known: Mapping[str, str], transport: Any) -> None:
        super().__init__()
        names = "GOOGLE_APPLICATION_CREDENTIALS", "CLOUDSDK_CONFIG", "GCE_METADATA_HOST", "APPDATA"
        self._known = {name: first_variable(known, name) for name in names}
        self._transport = transport

    def sign(self, request: Request) -> Request:
        signed = super().sign(request)
        quota = {"x-goog-user-project": self._quota_project_id} if self._quota_project_id else None
        return signed.replace(headers=signed.headers.merged(quota))

    def _fetch_token(self, seconds: float) -> Tuple[str, float]:
        named, folder, host, home = self._known.values()
        home = home if os.name == "nt" and home else os.path.expanduser("~/.config")
        folder = folder or os.path.join(home, "gcloud")
        path = named or os.path.join(folder, "application_default_credentials.json")
        if named or os.path.exists(path):
            return parse_token_response(self._refresh_user_token(path, seconds), "Google")
        url = "http://{}{}{}".format(host or METADATA_HOST, METADATA_PATH, quote(SCOPE))
        flavor = {"Metadata-Flavor": "Google"}
        try:
            reply = fetch("GET", url, flavor, transport=self._transport, proxy="", seconds=seconds)
        except OSError as error:
            raise type(error)(
                "no credentials of Google: set GOOGLE_APPLICATION_CREDENTIALS, run `gcloud auth application-default "
                "login`, or pass token_provider=…; nor is there a metadata server: {}".format(error)
            ) from error
        return parse_token_response(reply, "Google's metadata server")

    def _refresh_user_token(self, path: str, seconds: float) -> Response:
        held = _load_credentials(path)
        if held.get("type") != "authorized_user":
            raise ConfigError(
                "{} holds credentials of type {!r}, for which the standard library is not enough; pass "
                "token_provider=…, say with a token of google-auth".format(str(path), str(held.get("type")))
            )
        names = ("client_id", "client_secret", "refresh_token")
        form = {name: held[name] for name in names if isinstance(held.get(name), str)}
        if len(form) < len(names):
            raise ConfigError("{} lacks one of {}".format(path, ", ".join(names)))
        self._quota_project_id = held.get("quota_project_id")
        form["grant_type"] = "refresh_token"  # RFC 6749 §6
        return fetch(
            "POST",
            str(held.get("token_uri") or TOKEN_URL),
            {"Content-Type": "application/x-www-form-urlencoded"},
            urlencode(form).encode(),
            transport=self._transport,
            seconds=seconds,
            secrets=(form["client_secret"], form["refresh_token"]),
        )


def _load_credentials(path: str) -> Dict[str, Any]:
    import json

    def masked(held: Dict[str, Any]) -> Dict[str, Any]:
        return {name: Secret(value) if isinstance(value, str) else value for name, value in held.items()}

    held = None
    try:
        with open(path, encoding="utf-8") as file:
            held = json.load(file, object_hook=masked)
    except (OSError, ValueError, RecursionError):
        pass  # it holds what the file does
    if not isinstance(held, dict):
        raise ConfigError("{} cannot be read as credentials of Google".format(path))
    return held
