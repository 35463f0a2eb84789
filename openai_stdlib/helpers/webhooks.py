# SPDX-License-Identifier: MIT
"""Verify and parse webhooks. No I/O; `client.webhooks` is bound to these functions.

The signature is that of Standard Webhooks: HMAC-SHA256 over id, timestamp and body.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import time

from ..call.errors import ArgumentError, ConfigError, ParseError
from ..call.headers import mask

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional, Union

MAX_TIMESTAMP_DIGITS = 20


def verify_signature(
    payload: Union[str, bytes], headers: Any, *, secret: str, tolerance: float = 300, now: Optional[float] = None
) -> None:
    """Check that a webhook was signed with `secret`, at most `tolerance` seconds from `now`.

    `payload` is the body exactly as received, not parsed; `headers` are a mapping or pairs, with names in any case.
    `now` is seconds since 1970, by default the current time. Raises InvalidWebhookSignatureError, a ValueError;
    ValueError for a missing header; ConfigError, also a ValueError, for an invalid secret; ArgumentError for a parsed
    payload.
    """
    secret = mask(secret)
    body = payload.encode("utf-8", "surrogatepass") if isinstance(payload, str) else payload
    if not isinstance(body, (bytes, bytearray, memoryview)):
        raise ArgumentError(
            "payload: expected the body as received, bytes or text, got {}".format(type(payload).__name__)
        )
    names = ("webhook-signature", "webhook-timestamp", "webhook-id")
    signatures, timestamp, webhook_id = (_get_header(headers, name) for name in names)
    prefix = "{}.{}.".format(webhook_id, timestamp).encode("latin-1", "replace")
    try:
        sent_at = int(timestamp if len(timestamp) <= MAX_TIMESTAMP_DIGITS else "")
        age = (time.time() if now is None else now) - sent_at
    except ValueError:
        age = None
    problem = ""
    if age is None:
        problem = "The webhook's timestamp is not a number of seconds"
    elif abs(age) > tolerance:
        problem = "The webhook's timestamp is too {}".format("old" if age > 0 else "new")
    elif not _has_valid_signature(signatures, prefix, body, secret):
        problem = "None of the webhook's signatures matches this payload and secret"
    if problem:
        from ..call.helper_errors import InvalidWebhookSignatureError

        raise InvalidWebhookSignatureError(problem)


def unwrap(
    payload: Union[str, bytes], headers: Any, *, secret: str, tolerance: float = 300, now: Optional[float] = None
) -> Any:
    """Verify the signature of a webhook and return its event as an APIObject.

    Raises what `verify_signature` raises, and ParseError, a ValueError, for a payload that is not a JSON object.
    """
    from ..results.objects import parse_json

    secret = mask(secret)
    verify_signature(payload, headers, secret=secret, tolerance=tolerance, now=now)
    try:
        event = parse_json(payload if isinstance(payload, str) else bytes(payload).decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ParseError("payload: not JSON: {}".format(error), "$", payload) from None
    if not isinstance(event, dict):
        raise ParseError("payload: expected a JSON object, got {}".format(str(payload)[:40]), "$", event)
    return event


def client_verify_signature(
    client: Any, payload: Any, headers: Any, *, secret: Optional[str] = None, tolerance: float = 300
) -> None:
    """Check that a webhook comes from OpenAI: its signature, and its age of at most `tolerance` seconds.

    `payload` is the body as received, `headers` are those of the request. `secret` is by default the client's
    `webhook_secret`. Raises InvalidWebhookSignatureError, a ValueError; ValueError for a missing header; ConfigError,
    also a ValueError, for a missing or invalid secret; ArgumentError for a payload that was parsed.
    """
    secret = mask(secret)
    verify_signature(payload, headers, secret=_resolve_secret(client, secret), tolerance=tolerance)


def client_unwrap(client: Any, payload: Any, headers: Any, *, secret: Optional[str] = None) -> Any:
    """Verify the signature of a webhook, as `verify_signature` does, and return its event.

    Raises what `verify_signature` raises, and ParseError, a ValueError, for a payload that is not a JSON object.
    """
    secret = mask(secret)
    return unwrap(payload, headers, secret=_resolve_secret(client, secret))


def _resolve_secret(client: Any, secret: Optional[str]) -> str:
    secret = mask(client.webhook_secret if secret is None else secret)
    if secret is None:
        raise ConfigError(
            "webhooks: no secret to verify with; pass secret=…, or webhook_secret=… to the client, or set the "
            "environment variable OPENAI_WEBHOOK_SECRET"
        )
    return secret


def _get_header(headers: Any, name: str) -> str:
    for pair in headers.items() if hasattr(headers, "items") else headers:
        key, value = (item.decode("latin-1") if isinstance(item, bytes) else str(item) for item in pair)  # bytes: ASGI
        if key.lower() == name:
            return value
    raise ValueError("Could not find the header {} of the webhook".format(name))


def _has_valid_signature(signatures: str, prefix: bytes, body: Any, secret: str) -> bool:
    digest = hmac.new(_decode_secret(secret), prefix, hashlib.sha256)
    digest.update(body)
    expected = base64.b64encode(digest.digest())
    candidates = [value[3:] if value.startswith("v1,") else value for value in signatures.split()]
    return any(hmac.compare_digest(expected, value.encode("latin-1", "replace")) for value in candidates)


def _decode_secret(secret: Any) -> bytes:
    if not isinstance(secret, str) or not secret:
        raise ConfigError("webhook_secret: missing or not text; pass secret=… or set OPENAI_WEBHOOK_SECRET")
    if not secret.startswith("whsec_"):
        return secret.encode()
    try:
        key = base64.b64decode(secret[len("whsec_") :], validate=True)
    except ValueError:
        key = b""
    if not key:  # with an empty key anyone could sign
        raise ConfigError("webhook_secret: the text after whsec_ is not base64; check that the secret is complete")
    return key
