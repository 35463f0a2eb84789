# SPDX-License-Identifier: MIT
"""Webhooks: whether the API has sent one, and what it says. Pure functions; `client.webhooks` is made of them.

The signature is that of Standard Webhooks: HMAC-SHA256 over id, time and body. No I/O here, and no server.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import time

from ..call.errors import ArgumentError, ConfigError
from ..call.headers import mask

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional, Union

MAX_TIMESTAMP_DIGITS = 20  # digits


def verify_signature(
    payload: Union[str, bytes], headers: Any, *, secret: str, tolerance: float = 300, now: Optional[float] = None
) -> None:
    """Return if a webhook was signed with `secret`, at most `tolerance` seconds from `now`.

    `payload` is the body as it came, unparsed; `headers` are a mapping or pairs, names in any case. `now` is seconds
    since 1970, the clock's by default. Raises InvalidWebhookSignatureError, a ValueError; ValueError when a header is
    missing; ConfigError, a ValueError too, for a secret that cannot be one; ArgumentError for a parsed payload.
    """
    secret = mask(secret)
    body = payload.encode("utf-8", "surrogatepass") if isinstance(payload, str) else payload
    if not isinstance(body, (bytes, bytearray, memoryview)):
        raise ArgumentError("payload: pass the body as it came, bytes or text, not {}".format(type(payload).__name__))
    signatures, sent, name = (_get_header(headers, "webhook-" + part) for part in ("signature", "timestamp", "id"))
    try:
        age = (time.time() if now is None else now) - int(sent if len(sent) <= MAX_TIMESTAMP_DIGITS else "")
    except ValueError:
        age = None
    wrong = ""
    if age is None:
        wrong = "The webhook's timestamp is no number of seconds"
    elif abs(age) > tolerance:
        wrong = "The webhook's timestamp is too {}".format("old" if age > 0 else "new")
    elif not _matches(signatures, "{}.{}.".format(name, sent).encode("latin-1", "replace"), body, secret):
        wrong = "None of the webhook's signatures is right for this payload and secret"
    if wrong:
        from ..call.api_errors import InvalidWebhookSignatureError

        raise InvalidWebhookSignatureError(wrong)


def unwrap(
    payload: Union[str, bytes], headers: Any, *, secret: str, tolerance: float = 300, now: Optional[float] = None
) -> Any:
    """Return the event of a webhook, an APIObject, once its signature is verified.

    Raises what `verify_signature` does, and ValueError for a payload that is no JSON.
    """
    from ..results.objects import parse_json

    verify_signature(payload, headers, secret=secret, tolerance=tolerance, now=now)
    return parse_json(payload if isinstance(payload, str) else bytes(payload).decode("utf-8"))


def client_verify_signature(
    client: Any, payload: Any, headers: Any, *, secret: Optional[str] = None, tolerance: float = 300
) -> None:
    """Do what `verify_signature` does, with the client's own `webhook_secret` if none is given."""
    verify_signature(payload, headers, secret=_secret(client, secret), tolerance=tolerance)


def client_unwrap(client: Any, payload: Any, headers: Any, *, secret: Optional[str] = None) -> Any:
    """Do what `unwrap` does, with the client's own `webhook_secret` if none is given."""
    return unwrap(payload, headers, secret=_secret(client, secret))


def _secret(client: Any, secret: Optional[str]) -> str:
    secret = mask(client.webhook_secret if secret is None else secret)
    if secret is None:
        raise ConfigError(
            "webhooks: no secret to verify with; pass secret=…, or webhook_secret=… to the client, or set the "
            "environment variable OPENAI_WEBHOOK_SECRET"
        )
    return secret


def _get_header(headers: Any, name: str) -> str:
    for pair in headers.items() if hasattr(headers, "items") else headers:
        key, value = (part.decode("latin-1") if isinstance(part, bytes) else str(part) for part in pair)  # bytes: ASGI
        if key.lower() == name:
            return value
    raise ValueError("Could not find the header {} of the webhook".format(name))


def _matches(signatures: str, start: bytes, body: Any, secret: str) -> bool:
    digest = hmac.new(_key(secret), start, hashlib.sha256)
    digest.update(body)
    right = base64.b64encode(digest.digest())
    given = [one[3:] if one.startswith("v1,") else one for one in signatures.split()]
    return any(hmac.compare_digest(right, one.encode("latin-1", "replace")) for one in given)


def _key(secret: Any) -> bytes:
    if not isinstance(secret, str) or not secret:
        raise ConfigError("webhook_secret: there is none; pass secret=… or set OPENAI_WEBHOOK_SECRET")
    if not secret.startswith("whsec_"):
        return secret.encode()
    try:
        key = base64.b64decode(secret[len("whsec_") :], validate=True)
    except ValueError:
        key = b""
    if not key:  # with an empty key anybody could sign
        raise ConfigError("webhook_secret: what follows whsec_ is not base64; is it the whole secret?")
    return key
