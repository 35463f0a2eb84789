# SPDX-License-Identifier: MIT
"""Webhooks: right signatures in all forms that frameworks hand over, and everything that is not one."""

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
Invalid = load("call.api_errors").InvalidWebhookSignatureError

KEY = b"\x00\xffsecret-0f1e2d3c, some bytes"
SECRET = "whsec_" + base64.b64encode(KEY).decode()
NOW = 1_700_000_000.5
BODY = json.dumps(
    {"id": "evt_1", "type": "response.completed", "data": {"id": "resp_1"}, "text": "é\u1234"}, ensure_ascii=False
)


def signature(body: str = BODY, key: bytes = KEY, sent: str = "1700000000", name: str = "wh_1") -> str:
    said = "{}.{}.{}".format(name, sent, body).encode()
    return "v1," + base64.b64encode(hmac.new(key, said, hashlib.sha256).digest()).decode()


def headers(**changes: Any) -> dict[str, Any]:
    found = {"webhook-id": "wh_1", "webhook-timestamp": "1700000000", "webhook-signature": signature()}
    found.update({"webhook-" + name: value for name, value in changes.items()})
    return {name: value for name, value in found.items() if value is not None}


def verify(payload: Any = BODY, given: Any = None, **options: Any) -> None:
    webhooks.verify_signature(
        payload, headers() if given is None else given, **{"secret": SECRET, "now": NOW, **options}
    )


@pytest.mark.parametrize(
    "given",
    [
        headers(),
        {name.upper(): value for name, value in headers().items()},
        list(headers().items()),
        [(name.encode(), value.encode()) for name, value in headers().items()],
        load("call.headers").Headers(headers()),
        headers(signature="v1,AAAA " + signature() + " v2,BBBB"),
        headers(signature=signature()[3:]),
    ],
    ids=["mapping", "upper", "pairs", "asgi", "ours", "several", "bare"],
)
@pytest.mark.parametrize("payload", [BODY, BODY.encode(), bytearray(BODY.encode()), memoryview(BODY.encode())])
def test_a_right_signature_in_any_form(given: Any, payload: Any) -> None:
    verify(payload, given)


def test_a_secret_without_prefix_is_the_key_itself() -> None:
    verify(given=headers(signature=signature(key=b"plain")), secret="plain")


def test_the_event_is_an_object() -> None:
    event = webhooks.unwrap(BODY.encode(), headers(), secret=SECRET, now=NOW)
    assert (event.type, event.data.id, event.text) == ("response.completed", "resp_1", "é\u1234")
    assert type(event) is load("results.objects").APIObject


def test_the_clock_is_the_default() -> None:
    sent = str(int(time.time()))
    given = headers(timestamp=sent, signature=signature(sent=sent))
    webhooks.verify_signature(BODY, given, secret=SECRET)
    with pytest.raises(Invalid, match="too old"):
        webhooks.verify_signature(BODY, headers(), secret=SECRET)


@pytest.mark.parametrize(
    ("given", "payload"),
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
def test_a_wrong_signature(given: Any, payload: Any) -> None:
    with pytest.raises(Invalid, match="signatures"):
        verify(payload, given)


@pytest.mark.parametrize(
    ("sent", "tolerance", "said"),
    [
        ("1699999700", 300, "too old"),
        ("1700000301", 300, "too new"),
        ("1699999999", 1, "too old"),
        ("soon", 300, "no number"),
        ("", 300, "no number"),
        ("1e9", 300, "no number"),
        ("9" * 5000, 300, "no number"),
    ],
)
def test_a_timestamp_out_of_time(sent: str, tolerance: float, said: str) -> None:
    with pytest.raises(Invalid, match=said):
        verify(given=headers(timestamp=sent, signature=signature(sent=sent)), tolerance=tolerance)


@pytest.mark.parametrize("sent", ["1699999701", "1700000300"])
def test_a_timestamp_at_the_edge(sent: str) -> None:
    verify(given=headers(timestamp=sent, signature=signature(sent=sent)))


@pytest.mark.parametrize("name", ["id", "timestamp", "signature"])
def test_a_missing_header_is_named(name: str) -> None:
    with pytest.raises(ValueError, match="webhook-" + name) as caught:
        verify(given=headers(**{name: None}))
    assert not isinstance(caught.value, Invalid)


@pytest.mark.parametrize("secret", [None, "", b"bytes", 5, "whsec_", "whsec_secret-0f1e2d3c", "whsec_é"])
def test_a_secret_that_cannot_be_one(secret: Any) -> None:
    with pytest.raises(ValueError, match="webhook_secret") as caught:
        verify(secret=secret)
    assert isinstance(caught.value, errors.ConfigError)
    shows_nothing(caught.value)


@pytest.mark.parametrize("payload", [{"id": 1}, None, ["a"], 5])
def test_a_parsed_payload_is_refused(payload: Any) -> None:
    with pytest.raises(TypeError, match="payload: pass the body as it came"):
        verify(payload)


@pytest.mark.parametrize("body", ["", "{", "not json"])
def test_a_payload_that_is_no_json(body: str) -> None:
    with pytest.raises(ValueError):
        webhooks.unwrap(body, headers(signature=signature(body)), secret=SECRET, now=NOW)


def shows_nothing(error: BaseException) -> None:
    trace = traceback.TracebackException.from_exception(error, capture_locals=True)
    ours = [line for line in trace.format() if "/tests/" not in line]
    assert "secret-0f1e2d3c" not in "".join(ours)
    assert SECRET not in "".join(ours)


def test_the_error_is_a_value_error_that_travels_and_shows_no_secret() -> None:
    with pytest.raises(Invalid) as caught:
        verify(BODY + "x")
    assert isinstance(caught.value, ValueError)
    assert not isinstance(caught.value, errors.OpenAIError)
    shows_nothing(caught.value)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (type(again), str(again)) == (Invalid, str(caught.value))
