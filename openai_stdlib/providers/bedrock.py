# SPDX-License-Identifier: MIT
"""Amazon Bedrock: base URLs by region, bearer keys, and credentials of AWS for signing with sigv4.py.

Names and rules are those of `openai.providers.bedrock`. Of AWS's chain of credentials there is what variables and
files hold; single sign-on, assumed roles and instance metadata need a `credential_provider`.
"""

from __future__ import annotations

import os
import re
import time

from ..auth.tokens import in_thread
from ..call.errors import ArgumentError, ConfigError, MutuallyExclusiveAuthError
from ..call.headers import Secret, mask
from ..call.url import check_base_url
from .base import Provider, first_variable, reject_awaitable
from .sigv4 import body_digest, host_header, normalize_url, signature_headers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Mapping, Optional, Tuple

    from ..call.message import Request, Response

    Credentials = Tuple[str, str, Optional[str]]

SERVICES = {"mantle": "bedrock-mantle", "runtime": "bedrock"}
NO_REGION = "Bedrock needs a region: pass region=…, or set AWS_REGION or AWS_DEFAULT_REGION"
REGION = re.compile("[a-z]{2,8}(?:-[a-z0-9]+)+-[0-9]+")
# The domain of the runtime endpoint, by the beginning of its region.
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
    """Amazon Bedrock's `endpoint`, mantle or runtime, in a `region`, or at a `base_url`.

    One kind of credential: a bearer `api_key` or `token_provider`; or for SigV4 `access_key_id` with
    `secret_access_key` and maybe `session_token`, a `profile` of ~/.aws, or a `credential_provider`, whose answer has
    access_key, secret_key and token, like boto3's `Session().get_credentials`, or is a tuple of these. With none:
    AWS_BEARER_TOKEN_BEDROCK (unless `api_key` is None), then AWS's variables and files. `region` falls back to
    AWS_REGION, AWS_DEFAULT_REGION and the profile, `base_url` (unless it is None) to AWS_BEDROCK_BASE_URL.
    `environment` takes the place of os.environ. Raises ConfigError.
    """

    forbidden_headers = ("Authorization",)

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
        known = os.environ if environment is None else environment
        known = {name: Secret(value) for name, value in known.items() if name.startswith("AWS_")}
        access_key_id, secret_access_key, session_token = map(mask, (access_key_id, secret_access_key, session_token))
        static: Any = (access_key_id, secret_access_key, session_token)
        static = None if static == (None, None, None) else static
        api_key = mask(api_key)
        key = None if api_key is ... else api_key
        modes = (key, token_provider, static, profile, credential_provider)
        _check_modes(*modes)
        if modes == (None,) * 5 and api_key is ...:
            key = first_variable(known, "AWS_BEARER_TOKEN_BEDROCK")
        key = token_provider if key is None else key
        if base_url is ...:
            base_url = first_variable(known, "AWS_BEDROCK_BASE_URL")
        if base_url is not None:
            base_url = re.sub("/responses(/.*)?$", "", check_base_url(str(base_url)))
        if region is None and (base_url is None or key is None):
            region = first_variable(known, "AWS_REGION", "AWS_DEFAULT_REGION")
        if key is None:
            key = _SigV4Signer(known, region, static, profile, credential_provider)
            region = key.region
            self.max_redirects = 0  # a signature is good for one URL
        self.region, self.endpoint, base_url = _resolve_endpoint(region, endpoint, base_url)
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
        raise ConfigError("access_key_id and secret_access_key belong together; session_token only goes with both")


def _resolve_endpoint(
    region: Optional[str], endpoint: Optional[str], base_url: Optional[str]
) -> Tuple[Optional[str], str, str]:
    """Return region, endpoint and base URL, which must be of one mind. Raises ConfigError."""
    if region is not None and not REGION.fullmatch(region):
        raise ConfigError("region: {!r} is not a region of AWS, like us-east-1".format(str(region)))
    of_aws = AWS_ENDPOINT.match(base_url.lower() if base_url else "")
    endpoint = endpoint or (of_aws.group(1) if of_aws else "mantle")
    if endpoint not in SERVICES:
        raise ConfigError("endpoint: {!r} is neither mantle nor runtime".format(endpoint))
    if base_url is None:
        if region is None:
            raise ConfigError(NO_REGION)
        domain = next(DOMAINS[start] for start in DOMAINS if region.startswith(start))
        domain = "api.aws" if endpoint == "mantle" else domain
        base_url = "https://bedrock-{}.{}.{}/openai/v1".format(endpoint, str(region), domain)
    elif of_aws and (of_aws.groups()[:2] != (endpoint, region or of_aws.group(2)) or base_url.startswith("http:")):
        said = "base_url: {} is not https and the {} endpoint in {}"
        raise ConfigError(said.format(base_url, endpoint, region or of_aws.group(2)))
    return region, endpoint, base_url


class _SigV4Signer:
    """Signs requests with credentials that are looked for at each attempt."""

    service = ""

    def __init__(
        self,
        known: Mapping[str, str],
        region: Optional[str],
        static: Optional[Credentials],
        profile: Optional[str],
        provider: Any,
    ) -> None:
        self._known, self._static, self._profile, self._provider = known, static, profile, provider
        self.region = region or (self._read_profile().get("region") if static is provider is None else None)
        if self.region is None:
            raise ConfigError(NO_REGION)

    def sign(self, request: Request) -> Request:
        """Return the request signed for AWS. Raises ConfigError without credentials."""
        body = request.body
        if not (body is None or isinstance(body, bytes) or getattr(body, "replayable", False)):
            raise ArgumentError("a body that can be read only once cannot be signed for AWS")
        url, digest = normalize_url(request.url), body_digest(body)
        # What AWS wants signed and no more: proxies and transports may touch other fields.
        signed = {"Host": request.headers.get("host") or host_header(url), "X-Amz-Content-SHA256": digest}
        if "content-type" in request.headers:
            signed["Content-Type"] = request.headers["content-type"]
        place = {"service": self.service, "region": self.region or "", "timestamp": time.time()}
        added = signature_headers(request.method, url, signed, digest, self._credentials(), **place)  # type: ignore[arg-type]
        stale = {"X-Amz-Security-Token": None}
        shown = {name: Secret(value) for name, value in added.items()}
        return request.replace(url=url, headers=request.headers.merged(stale, signed, shown))

    async def sign_async(self, request: Request) -> Request:
        """Do what `sign` does in a thread: it reads files."""
        signed: Request = await in_thread(self.sign, request)
        return signed

    def handle_unauthorized(self, reply: Response) -> bool:
        """Return False: the next attempt looks for credentials anew, whatever happened."""
        return False

    def _credentials(self) -> Credentials:
        """Return key id, secret and session token. Raises ConfigError, showing none of them."""
        found: Any = self._static
        if self._provider is not None:
            found = reject_awaitable(self._provider())
            found = getattr(found, "get_frozen_credentials", lambda: found)()
            if hasattr(found, "access_key"):
                found = (found.access_key, found.secret_key, found.token)
        elif found is None:
            names = ("aws_access_key_id", "aws_secret_access_key", "aws_session_token")
            found = tuple(first_variable(self._known, name.upper()) for name in names)
            if self._profile is not None or found[:2] == (None, None):
                found = tuple(map(self._read_profile().get, names))
        key_id, secret, token = (tuple(map(mask, found or ())) + (None,) * 3)[:3]
        if not (isinstance(key_id, str) and isinstance(secret, str) and key_id and secret):
            raise ConfigError(
                "Bedrock found no AWS credentials. Pass api_key, or access_key_id and secret_access_key; or set "
                "AWS_BEARER_TOKEN_BEDROCK, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; or have them in "
                "~/.aws/credentials. From anywhere else pass credential_provider=boto3.Session().get_credentials"
            )
        return key_id, secret, token

    def _read_profile(self) -> Dict[str, str]:
        """Return what AWS's shared files say of the profile (AWS SDKs and Tools Reference Guide)."""
        from configparser import Error, RawConfigParser

        name = self._profile or first_variable(self._known, "AWS_PROFILE", "AWS_DEFAULT_PROFILE") or "default"
        found: Dict[str, str] = {}
        for place, file, prefix in (
            ("AWS_CONFIG_FILE", "config", "" if name == "default" else "profile "),
            ("AWS_SHARED_CREDENTIALS_FILE", "credentials", ""),
        ):
            path = os.path.expanduser(first_variable(self._known, place) or os.path.join("~", ".aws", file))
            parser, readable = RawConfigParser(strict=False), True
            try:
                parser.read(path, encoding="utf-8")
            except (Error, ValueError, OSError):  # whose text repeats the line, and so maybe a secret
                readable = False
            if not readable:
                raise ConfigError("{} cannot be read as AWS's profiles".format(path))
            if parser.has_section(prefix + name):
                found.update((key, Secret(value)) for key, value in parser.items(prefix + name))
        return found
