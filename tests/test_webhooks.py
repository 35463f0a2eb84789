# SPDX-License-Identifier: MIT
"""Webhooks: valid signatures in all the forms that web frameworks provide, and invalid ones."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import pickle
import time
import traceback
from typing import Any

import pytest

from . import load

webhooks = load("helpers.webhooks")
errors = load("call.errors")
Invalid = load("call.helper_errors").InvalidWebhookSignatureError

KEY = b"\x00\xffsecret-0f1e2d3c, some bytes"
SECRET = "whsec_" + base64.b64encode(KEY).decode()
NOW = 1_700_000_000.5
BODY = json.dumps(
    {"id": "evt_1", "type": "response.completed", "data": {"id": "resp_1"}, "text": "é\u1234"}, ensure_ascii=False
)


def signature(body: str = BODY, key: bytes = KEY, sent: str = "1700000000", name: str = "wh_1") -> str:
    signed = "{}.{}.{}".format(name, sent, body).encode()
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


def headers(**changes: Any) -> dict[str, Any]:
    result = {"webhook-id": "wh_1", "webhook-timestamp": "1700000000", "webhook-signature": signature()}
    result.update({"webhook-" + name: value for name, value in changes.items()})
    return {name: value for name, value in result.items() if value is not None}


def verify(payload: Any = BODY, received: Any = None, **options: Any) -> None:
    webhooks.verify_signature(
        payload, headers() if received is None else received, **{"secret": SECRET, "now": NOW, **options}
    )


@pytest.mark.parametrize(
    "received",
    [
        headers(),
        {name.upper(): value for name, value in headers().items()},
        list(headers().items()),
        [(name.encode(), value.encode()) for name, value in headers().items()],
        load("call.headers").Headers(headers()),
        headers(signature="v1,AAAA " + signature() + " v2,BBBB"),
        headers(signature=signature()[3:]),
    ],
    ids=["mapping", "upper", "pairs", "asgi", "Headers", "several", "bare"],
)
@pytest.mark.parametrize("payload", [BODY, BODY.encode(), bytearray(BODY.encode()), memoryview(BODY.encode())])
def test_a_valid_signature_in_any_form(received: Any, payload: Any) -> None:
    verify(payload, received)


def test_a_secret_without_prefix_is_the_key_itself() -> None:
    verify(received=headers(signature=signature(key=b"plain")), secret="plain")


def test_the_event_is_an_object() -> None:
    event = webhooks.unwrap(BODY.encode(), headers(), secret=SECRET, now=NOW)
    assert (event.type, event.data.id, event.text) == ("response.completed", "resp_1", "é\u1234")
    assert type(event) is load("results.objects").APIObject


def test_the_current_time_is_the_default() -> None:
    sent = str(int(time.time()))
    received = headers(timestamp=sent, signature=signature(sent=sent))
    webhooks.verify_signature(BODY, received, secret=SECRET)
    with pytest.raises(Invalid, match="too old"):
        webhooks.verify_signature(BODY, headers(), secret=SECRET)


@pytest.mark.parametrize(
    ("received", "payload"),
    [
        (headers(), BODY + " "),
        (headers(id="wh_2"), BODY),
        (headers(timestamp="1700000001"), BODY),
        (headers(signature="v1,"), BODY),
        (headers(signature=""), BODY),
        (headers(signature="v1,é\u1234"), BODY),
        (headers(signature=signature()[:-1]), BODY),
        (headers(signature=signature(key=b"other")), BODY),
        (headers(signature="v1a" + signature()[2:]), BODY),
        (headers(), b"\xff\xfe"),
        (headers(), "\ud800"),
    ],
)
def test_an_invalid_signature(received: Any, payload: Any) -> None:
    with pytest.raises(Invalid, match="signatures"):
        verify(payload, received)


@pytest.mark.parametrize(
    ("sent", "tolerance", "message"),
    [
        ("1699999700", 300, "too old"),
        ("1700000301", 300, "too new"),
        ("1699999999", 1, "too old"),
        ("soon", 300, "not a number"),
        ("", 300, "not a number"),
        ("1e9", 300, "not a number"),
        ("9" * 5000, 300, "not a number"),
    ],
)
def test_a_timestamp_outside_the_tolerance(sent: str, tolerance: float, message: str) -> None:
    with pytest.raises(Invalid, match=message):
        verify(received=headers(timestamp=sent, signature=signature(sent=sent)), tolerance=tolerance)


@pytest.mark.parametrize("sent", ["1699999701", "1700000300"])
def test_a_timestamp_at_the_limit_of_the_tolerance(sent: str) -> None:
    verify(received=headers(timestamp=sent, signature=signature(sent=sent)))


@pytest.mark.parametrize("name", ["id", "timestamp", "signature"])
def test_a_missing_header_is_named(name: str) -> None:
    with pytest.raises(ValueError, match="webhook-" + name) as caught:
        verify(received=headers(**{name: None}))
    assert not isinstance(caught.value, Invalid)


@pytest.mark.parametrize("secret", [None, "", b"bytes", 5, "whsec_", "whsec_secret-0f1e2d3c", "whsec_é"])
def test_an_invalid_secret(secret: Any) -> None:
    with pytest.raises(ValueError, match="webhook_secret") as caught:
        verify(secret=secret)
    assert isinstance(caught.value, errors.ConfigError)
    assert_no_secrets(caught.value)


@pytest.mark.parametrize("payload", [{"id": 1}, None, ["a"], 5])
def test_a_parsed_payload_is_rejected(payload: Any) -> None:
    with pytest.raises(TypeError, match="payload: expected the body as received"):
        verify(payload)


@pytest.mark.parametrize("body", ["", "{", "not json"])
def test_a_payload_that_is_not_json(body: str) -> None:
    with pytest.raises(ValueError):
        webhooks.unwrap(body, headers(signature=signature(body)), secret=SECRET, now=NOW)


def assert_no_secrets(error: BaseException) -> None:
    trace = traceback.TracebackException.from_exception(error, capture_locals=True)
    lines = [line for line in trace.format() if "/tests/" not in line]
    assert "secret-0f1e2d3c" not in "".join(lines)
    assert SECRET not in "".join(lines)


def test_the_error_is_a_value_error_that_can_be_pickled_and_shows_no_secret() -> None:
    with pytest.raises(Invalid) as caught:
        verify(BODY + "x")
    assert isinstance(caught.value, ValueError)
    assert not isinstance(caught.value, errors.OpenAIError)
    assert_no_secrets(caught.value)
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (type(copy), str(copy)) == (Invalid, str(caught.value))
