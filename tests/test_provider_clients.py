# SPDX-License-Identifier: MIT
"""Clients of other providers, workload identity and webhooks, end to end."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import pickle
import time
from typing import Any, Dict, Iterator, List

import pytest

from . import load, package
from .operations import Recorder

CHAT: Dict[str, Any] = {"model": "gpt 4/o", "messages": []}
AZURE: Dict[str, Any] = {"api_version": "2024-10-21", "environment": False}


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    with Recorder() as running:
        yield running


def azure(recorder: Recorder, **options: Any) -> Any:
    location = {} if "base_url" in options else {"azure_endpoint": recorder.base_url[:-3]}
    return package.AzureOpenAI(**{"api_key": "az-key", **AZURE, **location, **options})


def test_azure_puts_the_deployment_into_the_path(recorder: Recorder) -> None:
    recorder.prefix = ""
    with azure(recorder) as client:
        client.chat.completions.create(**CHAT)
        request = recorder.pop_request()
        assert request.path == "/openai/deployments/gpt%204%2Fo/chat/completions"
        assert request.query == "api-version=2024-10-21" and request.headers["api-key"] == "az-key"
        assert "authorization" not in request.headers and b'"model":"gpt 4/o"' in request.body
        client.models.list()
        assert recorder.pop_request().path == "/openai/models"
        client.images.edit(image=b"x", prompt="p", model="m")
        assert recorder.pop_request().path == "/openai/deployments/m/images/edits"
    with azure(recorder, azure_deployment="mine") as client:
        client.chat.completions.create(**CHAT)
        assert recorder.pop_request().path == "/openai/deployments/mine/chat/completions"
        client.batches.list()
        assert recorder.pop_request().path == "/openai/batches"


def test_azure_token_callables_run_for_each_call_and_copies_replace_credentials(recorder: Recorder) -> None:
    recorder.prefix = ""
    tokens = iter(["one", "two"])
    with azure(recorder, api_key=None, azure_ad_token_provider=lambda: next(tokens)) as client:
        for token in ("one", "two"):
            client.models.list()
            sent = recorder.pop_request().headers
            assert sent["authorization"] == "Bearer " + token and "api-key" not in sent
        other = client.with_options(api_key="az-2", api_version="2025-01-01", max_retries=7)
        other.models.list()
        request = recorder.pop_request()
        assert request.headers["api-key"] == "az-2" and "authorization" not in request.headers
        assert request.query == "api-version=2025-01-01" and other.max_retries == 7
        unpickled = pickle.loads(pickle.dumps(other))
        with unpickled:
            unpickled.models.list()
        assert recorder.pop_request().headers["api-key"] == "az-2"


@pytest.mark.parametrize(
    "options, message",
    [
        ({"api_key": None}, "Missing credentials"),
        ({"azure_ad_token": "t"}, "pass only one of"),
        ({"api_version": None}, "api_version"),
        ({"base_url": "http://h", "azure_endpoint": "http://h"}, "mutually exclusive"),
    ],
)
def test_invalid_azure_options(recorder: Recorder, options: Dict[str, Any], message: str) -> None:
    with pytest.raises(package.OpenAIError, match=message):
        azure(recorder, **options)


def test_the_package_level_azure_client(recorder: Recorder) -> None:
    recorder.prefix = ""
    settings = {"api_type": "azure", "api_key": "az-key", "api_version": "1", "azure_endpoint": recorder.base_url[:-3]}
    try:
        for name, value in settings.items():
            setattr(package, name, value)
        package.chat.completions.create(**CHAT)
        request = recorder.pop_request()
        assert request.path == "/openai/deployments/gpt%204%2Fo/chat/completions" and request.query == "api-version=1"
        package.api_key = "az-2"
        package.models()
        assert recorder.pop_request().headers["api-key"] == "az-2"
        package.api_type = "nobody"
        with pytest.raises(ValueError, match="api_type"):
            package.models()
    finally:
        for name in settings:
            delattr(package, name)
        package.configure(environment=False)


def test_bedrock_requests_are_signed(recorder: Recorder) -> None:
    provider = load("providers.bedrock").BedrockProvider(
        base_url=recorder.base_url, region="eu-west-1", access_key_id="AKID", secret_access_key="secret", environment={}
    )
    with package.OpenAI(provider=provider, environment={"OPENAI_API_KEY": "k", "OPENAI_ORG_ID": "org"}) as client:
        client.responses.create(model="m", input="x")
        sent = recorder.pop_request().headers
    assert sent["authorization"].startswith("AWS4-HMAC-SHA256 Credential=AKID/")
    assert "x-amz-date" in sent and "openai-organization" not in sent
    bearer = package.BedrockOpenAI(base_url=recorder.base_url, api_key="bearer", environment={})
    with bearer:
        bearer.models.list()
    assert recorder.pop_request().headers["authorization"] == "Bearer bearer"


class TokenExchange:
    """A transport that responds to token exchanges; API calls use a socket."""

    def __init__(self) -> None:
        self.forms: List[Any] = []

    def send(self, request: Any) -> Any:
        self.forms.append(json.loads(request.body))
        result = {"access_token": "token-{}".format(len(self.forms)), "expires_in": 3600, "token_type": "Bearer"}
        result["issued_token_type"] = "urn:ietf:params:oauth:token-type:access_token"
        return 200, [("content-type", "application/json")], iter([json.dumps(result).encode()]), lambda: None

    def close(self) -> None:
        pass


def test_workload_identity_sends_tokens_and_refreshes_a_rejected_one() -> None:
    exchange = TokenExchange()
    auth = load("auth").WorkloadIdentityAuth(
        workload_identity={
            "identity_provider_id": "idp",
            "service_account_id": "sa",
            "provider": {"token_type": "jwt", "get_token": lambda: "proof"},
        },
        transport=exchange,
    )
    with load("testing").EmbeddedServer() as server:
        with package.OpenAI(workload_identity=auth, base_url=server.base_url, environment=False) as client:
            client.models.list()
            client.models.list()
            assert [request.header("authorization") for request in server.requests] == ["Bearer token-1"] * 2
            server.inject_fault("status=401; times=1")
            client.models.list()
            assert server.requests[-1].header("authorization") == "Bearer token-2"
            server.inject_fault("status=401; times=9")
            with pytest.raises(package.AuthenticationError):
                client.models.list()
            assert len(server.requests) == 6, "a fresh token is tried once"
    assert exchange.forms[0]["subject_token"] == "proof"
    with pytest.raises(ValueError, match="api_key and workload identity are mutually exclusive"):
        package.OpenAI(workload_identity=auth, api_key="k")


def test_client_webhooks() -> None:
    body = json.dumps({"type": "response.completed", "data": {"id": "resp_1"}}).encode()
    sent = str(int(time.time()))
    signed = hmac.new(b"secret", "wh_1.{}.".format(sent).encode() + body, hashlib.sha256).digest()
    headers = {"Webhook-Id": "wh_1", "webhook-timestamp": sent, "webhook-signature": "v1,"}
    headers["webhook-signature"] += base64.b64encode(signed).decode()
    client = package.OpenAI(api_key="k", webhook_secret="whsec_c2VjcmV0")
    event = client.webhooks.unwrap(body, headers)
    assert event.type == "response.completed" and event.data.id == "resp_1"
    client.webhooks.verify_signature(body, headers)
    with pytest.raises(package.InvalidWebhookSignatureError):
        client.webhooks.unwrap(body + b" ", headers)
    with pytest.raises(package.InvalidWebhookSignatureError):
        client.webhooks.unwrap(body, headers, secret="another")
    with pytest.raises(ValueError, match="OPENAI_WEBHOOK_SECRET"):
        package.OpenAI(api_key="k").webhooks.unwrap(body, headers)


def test_azure_sends_what_the_official_client_sends(recorder: Recorder) -> None:
    openai = pytest.importorskip("openai")
    recorder.prefix = ""
    for options in ({}, {"azure_deployment": "mine"}, {"api_key": None, "azure_ad_token": "token"}):
        arguments = {"api_key": "az-key", "api_version": "1", "azure_endpoint": recorder.base_url[:-3], **options}
        with package.AzureOpenAI(**arguments) as ours, openai.AzureOpenAI(**arguments) as theirs:
            for call in (
                lambda client: client.chat.completions.create(**CHAT),
                lambda client: client.embeddings.create(model="m", input="x", encoding_format="float"),
                lambda client: client.audio.transcriptions.create(model="m", file=("a.wav", b"x")),
                lambda client: client.responses.create(model="m", input="x"),
                lambda client: client.files.list(),
            ):
                requests = []
                for client in (ours, theirs):
                    call(client)
                    request = recorder.pop_request()
                    requests.append((request.comparable, request.headers.get("api-key")))
                assert requests[0] == requests[1]
