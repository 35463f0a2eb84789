# SPDX-License-Identifier: MIT
"""Amazon Bedrock: base URLs by region, bearer keys, and requests signed with AWS credentials (sigv4.py).

Names and rules are those of `openai.providers.bedrock`. Of AWS's credential chain, environment variables and the
shared files are supported; single sign-on, assumed roles and instance metadata need a `credential_provider`.
"""

from __future__ import annotations

import os
import re
import time

from ..call.errors import ArgumentError, ConfigError, MutuallyExclusiveAuthError, OptionTypeError
from ..call.headers import Secret, check_api_key, mask
from ..call.url import check_base_url
from .base import Provider, first_variable, reject_awaitable
from .sigv4 import body_digest, host_header, normalize_url, signature_headers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Mapping, Optional, Tuple

    from ..call.message import Request, Response

    Credentials = Tuple[str, str, Optional[str]]  # key id, secret, session token

SERVICES = {"mantle": "bedrock-mantle", "runtime": "bedrock"}  # endpoint -> service name in signatures
NO_REGION = "region: missing; pass region=..., or set AWS_REGION or AWS_DEFAULT_REGION"
REGION = re.compile("[a-z]{2,8}(?:-[a-z0-9]+)+-[0-9]+")
# Domain of the runtime endpoint, by region prefix.
DOMAINS = {
    "cn-": "amazonaws.com.cn",
    "eusc-": "amazonaws.eu",
    "us-iso-": "c2s.ic.gov",
    "us-isob-": "sc2s.sgov.gov",
    "eu-isoe-": "cloud.adc-e.uk",
    "us-isof-": "csp.hci.ic.gov",
    "": "amazonaws.com",
}
AWS_ENDPOINT = re.compile(
    "https?://bedrock-(mantle|runtime)(?:-fips)?[.]({})[.][a-z.-]+(?=[:/]|$)".format(REGION.pattern)
)


class BedrockProvider(Provider):
    """Amazon Bedrock: an `endpoint` ("mantle" or "runtime") in a `region`, or a `base_url`.

    Pass one type of credentials: a bearer `api_key` or `token_provider`; or for SigV4 `access_key_id` with
    `secret_access_key` and optionally `session_token`, a `profile` of ~/.aws, or a `credential_provider`. That is a
    callable whose result has access_key, secret_key and token, like boto3's `Session().get_credentials`, or is a tuple
    of these. Without any: AWS_BEARER_TOKEN_BEDROCK (unless `api_key` is None), then AWS's variables and files.

    `region` defaults to AWS_REGION, AWS_DEFAULT_REGION and the profile, `base_url` (unless it is None) to
    AWS_BEDROCK_BASE_URL. `environment` replaces os.environ. Raises ConfigError.
    """

    forbidden_headers: Tuple[str, ...] = ("Authorization",)
    supports_websockets = False

    def __init__(
        self,
        *,
        endpoint: Optional[str] = None,
        region: Optional[str] = None,
        base_url: Any = ...,
        api_key: Any = ...,
        token_provider: Any = None,
        access_key_id: Optional[str] = None,
        secret_access_key: Optional[str] = None,
        session_token: Optional[str] = None,
        profile: Optional[str] = None,
        credential_provider: Any = None,
        environment: Optional[Mapping[str, str]] = None,
    ) -> None:
        variables = os.environ if environment is None else environment
        variables = {name: Secret(value) for name, value in variables.items() if name.startswith("AWS_")}
        access_key_id, secret_access_key, session_token = map(mask, (access_key_id, secret_access_key, session_token))
        static: Any = (access_key_id, secret_access_key, session_token)
        static = None if static == (None, None, None) else static
        api_key, token_provider, credential_provider = map(mask, (api_key, token_provider, credential_provider))
        key = None if api_key is ... else api_key
        modes = (key, token_provider, static, profile, credential_provider)
        _check_modes(*modes)
        if modes == (None,) * 5 and api_key is ...:
            key = first_variable(variables, "AWS_BEARER_TOKEN_BEDROCK")
        key = token_provider if key is None else key
        if base_url is ...:
            base_url = first_variable(variables, "AWS_BEDROCK_BASE_URL")
        if base_url is not None:
            base_url = re.sub("/responses(/.*)?$", "", check_base_url(str(base_url)))
        if region is None and (base_url is None or key is None):
            region = first_variable(variables, "AWS_REGION", "AWS_DEFAULT_REGION")
        if key is None:
            key = _SigV4Signer(variables, region, static, profile, credential_provider)
            region = key.region
            self.max_redirects: Optional[int] = 0  # a signature is valid for one URL
        region, endpoint, base_url = _resolve_endpoint(region, endpoint, base_url)
        self.region: Optional[str] = region
        self.endpoint: str = endpoint
        super().__init__("bedrock", base_url, key=key)
        if isinstance(key, _SigV4Signer):
            key.service = SERVICES[self.endpoint]


bedrock = BedrockProvider


def _check_modes(key: Any, token_provider: Any, static: Any, profile: Any, provider: Any) -> None:
    if sum(mode is not None for mode in (key, token_provider, static, profile, provider)) > 1:
        raise MutuallyExclusiveAuthError(
            "pass only one of api_key, token_provider, access_key_id with secret_access_key, profile and "
            "credential_provider"
        )
    if static and not (static[0] and static[1] and static[2] != ""):
        raise ConfigError("access_key_id, secret_access_key: pass both; session_token is allowed only along with them")
    if static:
        _check_static(static)
    for name, value in (("token_provider", token_provider), ("credential_provider", provider)):
        if value is not None and not callable(value):
            raise OptionTypeError("{}: expected a callable, got {}".format(name, type(value).__name__))


def _check_static(credentials: Tuple[Any, ...]) -> None:
    """Raise ConfigError unless access key id, secret access key and session token, which may be None, are text."""
    for name, value in zip(("access_key_id", "secret_access_key", "session_token"), credentials):
        if value is not None:
            check_api_key(name, value)


def _resolve_endpoint(
    region: Optional[str], endpoint: Optional[str], base_url: Optional[str]
) -> Tuple[Optional[str], str, str]:
    """Return region, endpoint and base URL. Raises ConfigError if they are invalid or contradict each other."""
    if region is not None and not REGION.fullmatch(region):
        raise ConfigError("region: {!r} is not an AWS region; expected one like us-east-1".format(str(region)))
    aws_match = AWS_ENDPOINT.match(base_url.lower() if base_url else "")
    endpoint = endpoint or (aws_match.group(1) if aws_match else "mantle")
    if endpoint not in SERVICES:
        raise ConfigError("endpoint: expected 'mantle' or 'runtime', got {!r}".format(endpoint))
    if base_url is None:
        if region is None:
            raise ConfigError(NO_REGION)
        domain = next(DOMAINS[prefix] for prefix in DOMAINS if region.startswith(prefix))
        domain = "api.aws" if endpoint == "mantle" else domain
        base_url = "https://bedrock-{}.{}.{}/openai/v1".format(endpoint, str(region), domain)
    elif aws_match:
        expected = (endpoint, region or aws_match.group(2))
        if aws_match.groups()[:2] != expected or base_url.startswith("http:"):
            message = "base_url: expected the https URL of the {} endpoint in {}, got {}"
            raise ConfigError(message.format(*expected, base_url))
    return region, endpoint, base_url


class _SigV4Signer:
    """Signs requests with AWS credentials, which are loaded anew for each attempt."""

    service = ""

    def __init__(
        self,
        variables: Mapping[str, str],
        region: Optional[str],
        static: Optional[Credentials],
        profile: Optional[str],
        provider: Any,
    ) -> None:
        self._variables, self._static, self._profile, self._provider = variables, static, profile, provider
        self.region = region or (self._read_profile().get("region") if static is provider is None else None)
        if self.region is None:
            raise ConfigError(NO_REGION)

    def sign(self, request: Request) -> Request:
        """Return the request signed for AWS. Raises ConfigError without credentials."""
        body = request.body
        if not (body is None or isinstance(body, bytes) or getattr(body, "replayable", False)):
            raise ArgumentError(
                "body: a body that can be read only once cannot be signed for AWS; pass bytes or a file"
            )
        url, digest = normalize_url(request.url), body_digest(body)
        # Only the headers that AWS requires: proxies and transports may change others.
        headers = {"Host": request.headers.get("host") or host_header(url), "X-Amz-Content-SHA256": digest}
        if "content-type" in request.headers:
            headers["Content-Type"] = request.headers["content-type"]
        signature = signature_headers(
            request.method, url, headers, digest, self._load_credentials(),
            service=self.service, region=self.region or "", timestamp=time.time(),
        )  # fmt: skip
        masked = {name: Secret(value) for name, value in signature.items()}
        old_token = {"X-Amz-Security-Token": None}
        return request.replace(url=url, headers=request.headers.merged(old_token, headers, masked))

    async def sign_async(self, request: Request) -> Request:
        """Sign a request as `sign` does, in a thread: loading credentials reads files."""
        from ..call.host_limits import run_in_thread

        signed: Request = await run_in_thread(self.sign, request)
        return signed

    def handle_unauthorized(self, response: Response) -> bool:
        """Return False: credentials are loaded for each attempt, so a retry would send the same ones."""
        return False

    def _load_credentials(self) -> Credentials:
        """Return key id, secret, and session token or None. Raises ConfigError, without showing any of them."""
        credentials: Any = self._static
        if self._provider is not None:
            credentials = reject_awaitable(self._provider())
            credentials = getattr(credentials, "get_frozen_credentials", lambda: credentials)()
            if hasattr(credentials, "access_key"):
                credentials = (credentials.access_key, credentials.secret_key, credentials.token)
        elif credentials is None:
            names = ("aws_access_key_id", "aws_secret_access_key", "aws_session_token")
            credentials = tuple(first_variable(self._variables, name.upper()) for name in names)
            if self._profile is not None or credentials[:2] == (None, None):
                credentials = tuple(map(self._read_profile().get, names))
        is_sequence = isinstance(credentials, (tuple, list))
        key_id, secret, token = ((tuple(map(mask, credentials)) if is_sequence else ()) + (None,) * 3)[:3]
        if not (isinstance(key_id, str) and isinstance(secret, str) and key_id and secret):
            raise ConfigError(
                "bedrock: found no AWS credentials; pass api_key, or access_key_id and secret_access_key; or set "
                "AWS_BEARER_TOKEN_BEDROCK, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; or store them in "
                "~/.aws/credentials. For other sources pass credential_provider=boto3.Session().get_credentials"
            )
        return key_id, secret, token

    def _read_profile(self) -> Dict[str, str]:
        """Return the settings of the profile in AWS's shared files (AWS SDKs and Tools Reference Guide)."""
        from configparser import Error, RawConfigParser

        name = self._profile or first_variable(self._variables, "AWS_PROFILE", "AWS_DEFAULT_PROFILE") or "default"
        profile: Dict[str, str] = {}
        for variable, filename, section_prefix in (
            ("AWS_CONFIG_FILE", "config", "" if name == "default" else "profile "),
            ("AWS_SHARED_CREDENTIALS_FILE", "credentials", ""),
        ):
            path = os.path.expanduser(first_variable(self._variables, variable) or os.path.join("~", ".aws", filename))
            parser, is_readable = RawConfigParser(strict=False), True
            try:
                parser.read(path, encoding="utf-8")
            except (Error, ValueError, OSError):  # its text repeats the line, which may hold a secret
                is_readable = False
            if not is_readable:
                raise ConfigError("{}: cannot be read as an AWS profile file".format(path))
            if parser.has_section(section_prefix + name):
                profile.update((key, Secret(value)) for key, value in parser.items(section_prefix + name))
        return profile
