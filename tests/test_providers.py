# SPDX-License-Identifier: MIT
"""Providers: configuration and signing of Azure, Bedrock and Vertex, over real sockets where requests are sent."""

from __future__ import annotations

import asyncio
import gc
import json
import pickle
import shutil
import traceback
from typing import Any

import pytest

from . import load
from .raw_server import REQUEST, RawServer, forever, respond
from .test_secrets import dead_port

providers = load("providers")
Provider, Azure, bedrock, vertex = providers.Provider, providers.AzureProvider, providers.bedrock, providers.vertex
errors, failures = load("call.errors"), load("call.api_errors")
helper_errors = load("call.helper_errors")
ConfigError = errors.ConfigError
Request, Response = load("call.message").Request, load("call.message").Response
Headers = load("call.headers").Headers
Timeout = load("call.timeout").Timeout

MARK = "secret-0f1e2d3c"  # part of every secret; must not be shown
ENDPOINT = "https://res.openai.azure.com"


def request_to(url: str, **headers: str) -> Any:
    return Request(
        "POST", url, Headers({name.replace("_", "-"): value for name, value in headers.items()}), b"{}", Timeout(10)
    )


def sign(provider: Any, path: str = "/responses", **headers: str) -> Any:
    """Return the headers of a signed request, after checking that `sign` and `sign_async` agree."""
    request = request_to(provider.base_url + path, **headers)
    signed = provider.sign(request)
    assert request.headers == Headers({name.replace("_", "-"): value for name, value in headers.items()})
    awaited = asyncio.run(provider.sign_async(request))
    varying = ("Authorization", "X-Amz-Date") if "AWS4" in signed.headers.get("Authorization", "") else ()
    assert {n: v for n, v in awaited.headers.items() if n not in varying} == {
        n: v for n, v in signed.headers.items() if n not in varying
    }
    return signed.headers


def error_of(call: Any) -> Exception:
    """Return the error that a call raises, after checking that neither it nor a frame of the package shows a secret."""
    with pytest.raises((errors.OpenAIError, OSError)) as caught:
        call()
    error: Any = caught.value
    cause = error
    while cause is not None:
        for frame in traceback.TracebackException.from_exception(cause, capture_locals=True).stack:
            if "/tests/" not in frame.filename:
                assert MARK not in repr(frame.locals) + str(cause), frame
        cause = cause.__cause__ or cause.__context__
    return error


def signing_error(provider: Any, request: Any) -> Exception:
    """Return the error of a call whose request cannot be signed; it must have the same type in sync and async."""
    drivers, exchange = load("call.drivers"), load("call.exchange").exchange
    error, other = (
        error_of(lambda: drivers.drive(exchange(request, 0, sign=provider.sign), None, drivers.Deadline(20))),
        error_of(
            lambda: asyncio.run(
                load("call.async_driver").drive_async(
                    exchange(request, 0, sign=provider.sign_async), None, drivers.Deadline(20)
                )
            )
        ),
    )
    assert type(error) is type(other)
    return error


def signing_error_at_base_url(provider: Any) -> Exception:
    return signing_error(provider, request_to(provider.base_url))


async def an_async_token() -> str:
    return "async-" + MARK


def a_token() -> str:
    return "token-" + MARK


# All providers.


@pytest.mark.parametrize(
    "make",
    [
        lambda: Provider("custom", "https://h.example/v1/", key=MARK, query={"a": 1}, headers={"X-A": "b"}),
        lambda: Azure(azure_endpoint=ENDPOINT, api_version="1", api_key=MARK),
        lambda: Azure(base_url=ENDPOINT, api_version="1", azure_ad_token_provider=a_token),
        lambda: bedrock(region="us-east-1", api_key=MARK, environment={}),
        lambda: bedrock(region="us-east-1", access_key_id=MARK, secret_access_key=MARK, environment={}),
        lambda: bedrock(region="us-east-1", environment={"AWS_BEARER_TOKEN_BEDROCK": MARK}),
        lambda: vertex(project="p", location="global", token_provider=a_token, environment={}),
        lambda: vertex(project="p", location="global", environment={}),
    ],
)
def test_providers_can_be_pickled_and_show_no_secret(make: Any) -> None:
    provider = make()
    assert MARK not in repr(provider)
    copy = pickle.loads(pickle.dumps(provider))
    assert type(copy) is type(provider)
    assert (copy.name, copy.base_url, copy.query) == (provider.name, provider.base_url, provider.query)
    if not isinstance(provider, type(vertex(project="p", location="x", environment={}))):
        assert set(sign(copy)) == set(sign(provider))
    assert provider.rewrite_path("/models", None) == "/models"
    assert provider.copy_with(timeout=None) is not None
    assert isinstance(error_of(lambda: provider.copy_with(azure_endpoint=ENDPOINT)), errors.UnknownOptionError)


def test_names_are_classes_even_after_the_modules_of_the_same_name_are_imported() -> None:
    assert load("providers.bedrock").bedrock is providers.bedrock is bedrock
    assert load("providers.vertex").vertex is providers.vertex
    with pytest.raises(AttributeError, match="nothing"):
        _ = providers.nothing


def test_a_custom_provider() -> None:
    provider = Provider("custom", "https://h.example/v1/", key=a_token)
    assert provider.base_url == "https://h.example/v1"
    assert sign(provider) == {"Authorization": "Bearer token-" + MARK}
    assert sign(provider, Authorization="mine") == {"Authorization": "mine"}
    assert sign(Provider("open", "http://127.0.0.1:1")) == {}
    assert provider.handle_unauthorized(Response(401, [], (), lambda: None, 0.0)) is False
    assert "text" in str(error_of(lambda: Provider("custom", 5)))


def test_async_token_callables_work_with_async_clients_only() -> None:
    for provider in (
        Provider("custom", "https://h.example/v1", key=an_async_token),
        Azure(azure_endpoint=ENDPOINT, api_version="1", azure_ad_token_provider=an_async_token),
        vertex(project="p", location="global", token_provider=an_async_token, environment={}),
        bedrock(region="us-east-1", token_provider=an_async_token, environment={}),
    ):
        request = request_to(provider.base_url + "/responses")
        signed = asyncio.run(provider.sign_async(request))
        assert signed.headers["Authorization"] == "Bearer async-" + MARK
        assert "async client" in str(error_of(lambda: provider.sign(request)))  # noqa: B023  # called at once
        gc.collect()  # a coroutine that was never awaited would warn now


@pytest.mark.parametrize("result", ["", " ", None, 5, MARK + "\n", MARK + "漢"])
def test_an_invalid_key_from_a_callable_is_rejected(result: Any) -> None:
    for provider in (
        Azure(azure_endpoint=ENDPOINT, api_version="1", api_key=lambda: result),
        vertex(project="p", location="global", token_provider=lambda: result, environment={}),
        bedrock(region="us-east-1", token_provider=lambda: result, environment={}),
    ):
        request = request_to(provider.base_url + "/responses")
        assert isinstance(signing_error(provider, request), ConfigError)


def test_a_token_callable_is_called_for_each_attempt() -> None:
    tokens = iter(["one", "two"])
    provider = Azure(azure_endpoint=ENDPOINT, api_version="1", azure_ad_token_provider=lambda: next(tokens))
    request = request_to(ENDPOINT)
    assert provider.sign(request).headers["authorization"] == "Bearer one"
    assert provider.sign(request).headers["authorization"] == "Bearer two"


# Azure.


def test_azure_base_url_query_and_headers() -> None:
    provider = Azure(azure_endpoint=ENDPOINT + "/", api_version="2024-10-21", api_key="k")
    assert (provider.name, provider.base_url) == ("azure", ENDPOINT + "/openai")
    assert provider.query == {"api-version": "2024-10-21"}
    assert sign(provider) == {"api-key": "k"}
    assert sign(Azure(base_url=ENDPOINT + "/x", api_version="1", azure_ad_token="t")) == {"Authorization": "Bearer t"}
    assert sign(provider, api_key="mine") == {"api-key": "mine"}
    assert sign(provider, Authorization="mine") == {"Authorization": "mine"}


DEPLOYMENT_PATHS = (
    "/completions /chat/completions /embeddings /audio/transcriptions /audio/translations /audio/speech "
    "/images/generations /images/edits"
).split()


@pytest.mark.parametrize("path", DEPLOYMENT_PATHS)
def test_azure_puts_the_deployment_before_paths_that_use_a_model(path: str) -> None:
    by_model = Azure(azure_endpoint=ENDPOINT, api_version="1", api_key="k")
    fixed = Azure(azure_endpoint=ENDPOINT, azure_deployment="my dep/1", api_version="1", api_key="k")
    with_base_url = Azure(base_url=ENDPOINT + "/openai/deployments/d", api_version="1", api_key="k")
    gateway = Azure(base_url=ENDPOINT + "/gateway", azure_deployment="ignored", api_version="1", api_key="k")
    assert by_model.rewrite_path(path, "gpt-4o") == "/deployments/gpt-4o" + path
    assert by_model.rewrite_path(path, "ft:a/b") == "/deployments/ft:a%2Fb" + path
    assert by_model.rewrite_path(path, None) == path
    assert fixed.rewrite_path(path, "gpt-4o") == fixed.rewrite_path(path, None) == "/deployments/my%20dep%2F1" + path
    assert with_base_url.rewrite_path(path, "gpt-4o") == path
    assert gateway.rewrite_path(path, "gpt-4o") == "/deployments/gpt-4o" + path
    assert isinstance(error_of(lambda: by_model.rewrite_path(path, "..")), errors.PathError)


@pytest.mark.parametrize("path", ["/models", "/batches", "/responses", "/images/variations", "/chat/completions/id"])
def test_azure_keeps_other_paths(path: str) -> None:
    for options in ({}, {"azure_deployment": "d"}):
        assert Azure(azure_endpoint=ENDPOINT, api_version="1", api_key="k", **options).rewrite_path(path, "m") == path


VARIABLES = {
    "AZURE_OPENAI_ENDPOINT": "https://env.example",
    "AZURE_OPENAI_API_KEY": "env-key",
    "AZURE_OPENAI_AD_TOKEN": "env-token",
    "OPENAI_API_VERSION": "env-version",
}


@pytest.mark.parametrize(
    ("missing", "options", "headers"),
    [
        ((), {}, {"Authorization": "Bearer env-token"}),
        (("AZURE_OPENAI_AD_TOKEN",), {}, {"api-key": "env-key"}),
        ((), {"api_key": "own"}, {"api-key": "own"}),
        (("AZURE_OPENAI_API_KEY",), {"azure_ad_token_provider": lambda: "own"}, {"Authorization": "Bearer own"}),
    ],
)
def test_azure_reads_the_environment_passed_in(missing: Any, options: Any, headers: Any) -> None:
    environment = {name: "" if name in missing else value for name, value in VARIABLES.items()}
    provider = Azure(environment=environment, **options)
    assert (provider.base_url, provider.api_version) == ("https://env.example/openai", "env-version")
    assert sign(provider) == headers
    assert Azure(environment=environment, base_url=ENDPOINT, api_version="own", **options).base_url == ENDPOINT


@pytest.mark.parametrize(
    ("options", "cls", "message"),
    [
        ({}, ConfigError, "AZURE_OPENAI_API_KEY"),
        ({"api_key": "k"}, ConfigError, "OPENAI_API_VERSION"),
        ({"api_key": "k", "api_version": ""}, ConfigError, "OPENAI_API_VERSION"),
        ({"api_key": "k", "api_version": "1"}, ConfigError, "AZURE_OPENAI_ENDPOINT"),
        ({"api_key": "k", "api_version": "1", "azure_endpoint": ""}, ConfigError, "azure_endpoint"),
        (
            {"api_key": "k", "api_version": "1", "azure_endpoint": ENDPOINT, "base_url": ENDPOINT},
            ConfigError,
            "exclusive",
        ),
        ({"api_key": "", "api_version": "1", "azure_endpoint": ENDPOINT}, ConfigError, "azure"),
        ({"api_key": MARK, "azure_ad_token": MARK}, errors.MutuallyExclusiveAuthError, "only one"),
        ({"azure_ad_token": MARK, "azure_ad_token_provider": a_token}, errors.MutuallyExclusiveAuthError, "only one"),
        (
            {"api_key": MARK + "\n", "api_version": "1", "azure_endpoint": ENDPOINT},
            ConfigError,
            "contains a line break",
        ),
    ],
)
def test_invalid_azure_options(options: Any, cls: Any, message: str) -> None:
    error = error_of(lambda: Azure(**options))
    assert type(error) is cls
    assert isinstance(error, ValueError)
    assert message in str(error)
    assert type(pickle.loads(pickle.dumps(error))) is cls


def test_azure_copies() -> None:
    provider = Azure(azure_endpoint=ENDPOINT, azure_deployment="d", api_version="1", api_key="k")
    newer = provider.copy_with(api_version="2", api_key=None)
    assert (newer.query, newer.rewrite_path("/embeddings", "m")) == ({"api-version": "2"}, "/deployments/d/embeddings")
    assert sign(newer) == {"api-key": "k"}
    assert sign(newer.copy_with(azure_ad_token="t")) == {"Authorization": "Bearer t"}
    assert sign(newer.copy_with(azure_ad_token_provider=a_token).copy_with(api_key="k2")) == {"api-key": "k2"}
    assert sign(newer.copy_with(azure_ad_token_provider=a_token).copy_with()) == {
        "Authorization": "Bearer token-" + MARK
    }
    moved = provider.copy_with(base_url="https://gateway.example/openai")
    assert (moved.base_url, moved.rewrite_path("/embeddings", "m")) == (
        "https://gateway.example/openai",
        "/deployments/m/embeddings",
    )
    assert isinstance(
        error_of(lambda: provider.copy_with(api_key="k", azure_ad_token="t")), errors.MutuallyExclusiveAuthError
    )


def test_a_key_in_an_error_response_is_masked() -> None:
    """Also checks the request: its body, the deployment in the path, the version in the query."""
    drivers, exchange = load("call.drivers"), load("call.exchange").exchange
    body = json.dumps({"error": {"message": "bad key " + MARK}}).encode()
    with RawServer(REQUEST, respond(body, "401 No")) as server, load(
        "transport.urllib_transport"
    ).UrllibTransport() as transport:
        provider = Azure(azure_endpoint=server.url, api_version="1", api_key=MARK)
        request = request_to(provider.base_url + provider.rewrite_path("/embeddings", "m") + "?api-version=1")
        call = exchange(request, 0, sign=provider.sign)
        error = error_of(lambda: drivers.drive(call, transport, drivers.Deadline(10)))
    assert str(error).endswith("bad key ***")
    [request] = server.requests
    assert request.target == "/openai/deployments/m/embeddings?api-version=1"
    assert (request.header("api-key"), request.header("authorization"), request.body) == ([MARK], [], b"{}")


# Bedrock.

STATIC = {"access_key_id": "AKID", "secret_access_key": MARK}


@pytest.mark.parametrize(
    ("options", "environment", "url", "service"),
    [
        ({"region": "us-east-1"}, {}, "https://bedrock-mantle.us-east-1.api.aws/openai/v1", "bedrock-mantle"),
        ({}, {"AWS_REGION": " eu-west-1 "}, "https://bedrock-mantle.eu-west-1.api.aws/openai/v1", "bedrock-mantle"),
        (
            {},
            {"AWS_DEFAULT_REGION": "eu-west-2"},
            "https://bedrock-mantle.eu-west-2.api.aws/openai/v1",
            "bedrock-mantle",
        ),
        (
            {"region": "us-gov-west-1", "endpoint": "runtime"},
            {},
            "https://bedrock-runtime.us-gov-west-1.amazonaws.com/openai/v1",
            "bedrock",
        ),
        (
            {"region": "cn-north-1", "endpoint": "runtime"},
            {},
            "https://bedrock-runtime.cn-north-1.amazonaws.com.cn/openai/v1",
            "bedrock",
        ),
        (
            {"region": "us-isob-east-1", "endpoint": "runtime"},
            {},
            "https://bedrock-runtime.us-isob-east-1.sc2s.sgov.gov/openai/v1",
            "bedrock",
        ),
        (
            {
                "region": "us-east-1",
                "base_url": "https://bedrock-runtime.us-east-1.amazonaws.com/openai/v1/responses/r",
            },
            {},
            "https://bedrock-runtime.us-east-1.amazonaws.com/openai/v1",
            "bedrock",
        ),
        (
            {"region": "us-east-1"},
            {"AWS_BEDROCK_BASE_URL": "http://vpc.example/v1"},
            "http://vpc.example/v1",
            "bedrock-mantle",
        ),
        (
            {"region": "us-east-1", "base_url": None},
            {"AWS_BEDROCK_BASE_URL": "http://vpc.example/v1"},
            "https://bedrock-mantle.us-east-1.api.aws/openai/v1",
            "bedrock-mantle",
        ),
    ],
)
def test_bedrock_base_urls(options: Any, environment: Any, url: str, service: str) -> None:
    provider = bedrock(environment=environment, **STATIC, **options)
    assert provider.base_url == url
    assert provider.max_redirects == 0
    signed = sign(provider)
    assert "/{}/{}/aws4_request".format(provider.region, service) in signed["Authorization"]
    assert "Credential=AKID/" in signed["Authorization"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "region"),
        ({"region": ""}, "region"),
        ({"region": "us-east-1\n"}, "region"),
        ({"region": "mars"}, "region"),
        ({"region": "us-east-1", "endpoint": "moon"}, "endpoint"),
        ({"region": "us-east-1", "base_url": ""}, "base_url"),
        ({"region": "us-east-1", "base_url": "http://bedrock-mantle.us-east-1.api.aws/v1"}, "https"),
        ({"region": "us-east-1", "base_url": "https://bedrock-mantle.us-west-2.api.aws/v1"}, "us-east-1"),
        (
            {"region": "us-east-1", "endpoint": "runtime", "base_url": "https://bedrock-mantle.us-east-1.api.aws/v1"},
            "runtime",
        ),
        ({"region": "us-east-1", "api_key": MARK, "token_provider": a_token}, "only one"),
        ({"region": "us-east-1", "api_key": MARK, **STATIC}, "only one"),
        ({"region": "us-east-1", "profile": "p", "credential_provider": a_token}, "only one"),
        ({"region": "us-east-1", "access_key_id": MARK}, "pass both"),
        ({"region": "us-east-1", "session_token": MARK}, "pass both"),
        ({"region": "us-east-1", **STATIC, "session_token": ""}, "pass both"),
        ({"region": "us-east-1", "api_key": ""}, "bedrock"),
    ],
)
def test_invalid_bedrock_options(options: Any, message: str) -> None:
    error = error_of(lambda: bedrock(**{"environment": NO_FILES, **options}))
    assert isinstance(error, ConfigError)
    assert message in str(error)


NO_FILES = {"AWS_SHARED_CREDENTIALS_FILE": "/missing/credentials", "AWS_CONFIG_FILE": "/missing/config"}


def test_bedrock_bearer_keys() -> None:
    assert sign(bedrock(region="us-east-1", api_key="k", environment={})) == {"Authorization": "Bearer k"}
    environment = {"AWS_BEARER_TOKEN_BEDROCK": "one", "AWS_REGION": "us-east-1"}
    provider = bedrock(environment=environment)
    assert provider.max_redirects is None
    assert sign(provider) == {"Authorization": "Bearer one"}
    assert bedrock(base_url="http://127.0.0.1:1/v1", api_key="k", environment={}).region is None


def test_explicit_bedrock_credentials_override_the_environment() -> None:
    environment = {"AWS_BEARER_TOKEN_BEDROCK": "env", "AWS_ACCESS_KEY_ID": "ENVID", "AWS_SECRET_ACCESS_KEY": MARK}
    environment["AWS_SESSION_TOKEN"] = "session-" + MARK
    assert "AKID/" in sign(bedrock(region="us-east-1", environment=environment, **STATIC))["Authorization"]
    signed = sign(bedrock(region="us-east-1", api_key=None, environment=environment))
    assert "ENVID/" in signed["Authorization"]
    assert signed["X-Amz-Security-Token"] == "session-" + MARK


class Frozen:
    access_key, secret_key, token = "FROZEN", MARK, None


class Refreshing:
    """Like botocore's RefreshableCredentials."""

    access_key = secret_key = token = "not these"

    def get_frozen_credentials(self) -> Frozen:
        return Frozen()


@pytest.mark.parametrize(
    ("result", "key_id"),
    [(Frozen(), "FROZEN"), (Refreshing(), "FROZEN"), (("T", MARK), "T"), (("T", MARK, "s"), "T")],
)
def test_bedrock_credentials_from_a_callable(result: Any, key_id: str) -> None:
    provider = bedrock(region="us-east-1", credential_provider=lambda: result, environment={})
    assert "Credential={}/".format(key_id) in sign(provider)["Authorization"]


@pytest.mark.parametrize("result", [None, (), ("T",), ("", MARK), ("T", None), (5, MARK)])
def test_invalid_bedrock_credentials_from_a_callable(result: Any) -> None:
    provider = bedrock(region="us-east-1", credential_provider=lambda: result, environment={})
    assert "found no AWS credentials" in str(signing_error_at_base_url(provider))


def test_bedrock_credentials_from_files(tmp_path: Any) -> None:
    credentials, config = tmp_path / "credentials", tmp_path / "config"
    credentials.write_text(
        "[default]\naws_access_key_id=DEF\naws_secret_access_key = a%b=:/+\n[team]\naws_access_key_id=TEAM\n"
    )
    config.write_text(
        "[default]\nregion = us-east-2\n[profile team]\nregion = eu-west-3\naws_secret_access_key = x\n"
        "aws_session_token = y\ns3 =\n  max = 5\n"
    )
    environment = {"AWS_SHARED_CREDENTIALS_FILE": str(credentials), "AWS_CONFIG_FILE": str(config)}
    provider = bedrock(environment=environment)
    assert provider.region == "us-east-2"
    assert "Credential=DEF/" in sign(provider)["Authorization"]
    for team in (
        bedrock(environment=environment, profile="team"),
        bedrock(environment={**environment, "AWS_PROFILE": "team"}),
    ):
        assert team.region == "eu-west-3"
        assert "Credential=TEAM/" in sign(team)["Authorization"]
        assert sign(team)["X-Amz-Security-Token"] == "y"
    credentials.write_text("[default]\naws_access_key_id=NEW\naws_secret_access_key=b\n")
    assert "Credential=NEW/" in sign(provider)["Authorization"]
    with_variables = {**environment, "AWS_ACCESS_KEY_ID": "ENVID", "AWS_SECRET_ACCESS_KEY": "s"}
    assert "Credential=ENVID/" in sign(bedrock(environment=with_variables))["Authorization"]
    assert "found no AWS credentials" in str(
        signing_error_at_base_url(bedrock(environment=with_variables, profile="none", region="us-east-1"))
    )
    credentials.write_text("[default]\n" + MARK + "\n")
    assert "cannot be read" in str(signing_error_at_base_url(provider))
    without_secret = {**NO_FILES, "AWS_ACCESS_KEY_ID": "ENVID"}
    assert "found no AWS credentials" in str(
        signing_error_at_base_url(bedrock(environment=without_secret, region="us-east-1"))
    )


@pytest.mark.parametrize(
    "provider",
    [
        bedrock(region="us-east-1", api_key="k", environment={}),
        bedrock(region="us-east-1", environment={}, **STATIC),
        vertex(project="p", location="global", token_provider=a_token, environment={}),
    ],
    ids=["bearer", "sigv4", "vertex"],
)
def test_cloud_credentials_go_to_their_own_origin_only_and_exclude_others(provider: Any) -> None:
    for url in ("https://elsewhere.example/v1", provider.base_url.replace("https:", "http:")):
        request = request_to(url)
        assert "not sent" in str(signing_error(provider, request))
    assert "Authorization" in str(signing_error(provider, request_to(provider.base_url, authorization=MARK)))


# Vertex.


@pytest.mark.parametrize(
    ("options", "environment", "url"),
    [
        (
            {"project": "p-1", "location": "global"},
            {},
            "https://aiplatform.googleapis.com/v1/projects/p-1/locations/global/publishers/openai/v1",
        ),
        (
            {},
            {"GOOGLE_CLOUD_PROJECT": "example.com:old", "GOOGLE_CLOUD_LOCATION": "us-central1"},
            "https://us-central1-aiplatform.googleapis.com/v1/projects/example.com:old/locations/us-central1"
            "/publishers/openai/v1",
        ),
        ({"base_url": "http://127.0.0.1:8/root/"}, {}, "http://127.0.0.1:8/root"),
    ],
)
def test_vertex_base_urls(options: Any, environment: Any, url: str) -> None:
    provider = vertex(token_provider=a_token, environment=environment, **options)
    assert (provider.base_url, provider.max_redirects) == (url, 0)
    assert sign(provider) == {"Authorization": "Bearer token-" + MARK}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"location": "global"}, "GOOGLE_CLOUD_PROJECT"),
        ({"project": "..", "location": "global"}, "project"),
        ({"project": "a/b", "location": "global"}, "project"),
        ({"project": "p"}, "GOOGLE_CLOUD_LOCATION"),
        ({"project": "p", "location": "evil.example/"}, "location"),
        ({"base_url": "https://h.example/?a=1"}, "query"),
        ({"base_url": "http://x.googleapis.com/v1"}, "https"),
        ({"base_url": "ftp://h.example"}, "http"),
    ],
)
def test_invalid_vertex_options(options: Any, message: str) -> None:
    error = error_of(lambda: vertex(environment={}, **options))
    assert isinstance(error, ConfigError)
    assert message in str(error)


@pytest.mark.parametrize("header", ["api-key", "OpenAI-Organization", "openai-project"])
def test_vertex_rejects_headers_of_openai(header: str) -> None:
    provider = vertex(project="p", location="global", token_provider=a_token, environment={})
    assert "header" in str(signing_error(provider, request_to(provider.base_url, **{header: "x"})))


def vertex_at(server: RawServer, environment: Any, **options: Any) -> Any:
    return vertex(base_url=server.url + "/v1", environment=environment, **options)


TOKEN_RESPONSE = json.dumps({"access_token": "granted-" + MARK, "expires_in": 3599, "token_type": "Bearer"}).encode()
AUTHORIZATION = {"Authorization": "Bearer granted-" + MARK}


def user_file(tmp_path: Any, url: str, **changes: Any) -> dict[str, str]:
    credentials = {
        "type": "authorized_user",
        "client_id": "id",
        "client_secret": "client-" + MARK,
        "refresh_token": "1//refresh-" + MARK,
        "token_uri": url + "/token",
        **changes,
    }
    path = tmp_path / "adc.json"
    path.write_text(json.dumps({name: value for name, value in credentials.items() if value is not None}))
    return {"GOOGLE_APPLICATION_CREDENTIALS": str(path)}


def test_a_users_refresh_token_is_exchanged_once(tmp_path: Any) -> None:
    with RawServer(forever(REQUEST, respond(TOKEN_RESPONSE))) as server:
        provider = vertex_at(server, user_file(tmp_path, server.url, quota_project_id="billed"))
        expected = {**AUTHORIZATION, "x-goog-user-project": "billed"}
        assert sign(provider) == expected
        assert sign(provider) == expected
    [request] = server.requests
    assert (request.method, request.target) == ("POST", "/token")
    assert request.header("Content-Type") == ["application/x-www-form-urlencoded"]
    assert request.body.decode() == (
        "client_id=id&client_secret=client-{0}&refresh_token=1%2F%2Frefresh-{0}&grant_type=refresh_token".format(MARK)
    )


def test_a_rejected_google_token_is_fetched_again(tmp_path: Any) -> None:
    with RawServer(forever(REQUEST, respond(TOKEN_RESPONSE))) as server:
        provider = vertex_at(server, user_file(tmp_path, server.url))
        signed = provider.sign(request_to(provider.base_url))
        rejected = Response(401, [], (), lambda: None, 0.0)
        rejected.request = signed
        assert provider.handle_unauthorized(rejected) is True
        provider.sign(request_to(provider.base_url))
        rejected.request = request_to(provider.base_url, Authorization="Bearer another")
        assert provider.handle_unauthorized(rejected) is False
    assert len(server.requests) == 2


def test_the_default_credentials_file_is_found(tmp_path: Any) -> None:
    with RawServer(forever(REQUEST, respond(TOKEN_RESPONSE))) as server:
        path = user_file(tmp_path, server.url)["GOOGLE_APPLICATION_CREDENTIALS"]
        shutil.copy(path, str(tmp_path / "application_default_credentials.json"))
        assert sign(vertex_at(server, {"CLOUDSDK_CONFIG": str(tmp_path)})) == AUTHORIZATION


def test_the_metadata_server_is_reached_without_a_proxy(tmp_path: Any, monkeypatch: Any) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:{}".format(dead_port()))
    with RawServer(forever(REQUEST, respond(TOKEN_RESPONSE))) as server:
        environment = {"CLOUDSDK_CONFIG": str(tmp_path), "GCE_METADATA_HOST": "127.0.0.1:{}".format(server.port)}
        assert sign(vertex_at(server, environment)) == AUTHORIZATION
    [request] = server.requests
    assert request.header("Metadata-Flavor") == ["Google"]
    assert request.target.startswith("/computeMetadata/v1/instance/service-accounts/default/token?scopes=https%3A")


def test_the_error_without_credentials_says_what_to_do(tmp_path: Any) -> None:
    environment = {"CLOUDSDK_CONFIG": str(tmp_path), "GCE_METADATA_HOST": "127.0.0.1:{}".format(dead_port())}
    provider = vertex(project="p", location="global", environment=environment)
    error = signing_error(provider, request_to(provider.base_url))
    assert isinstance(error, failures.APIConnectionError)
    assert "GOOGLE_APPLICATION_CREDENTIALS" in str(error)
    assert "token_provider" in str(error)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"type": "service_account", "private_key": "' + MARK + '"}', "token_provider"),
        ('{"type": "external_account"}', "external_account"),
        ('{"type": "authorized_user", "refresh_token": "' + MARK + '"}', "lacks"),
        ("{" + MARK, "cannot be read"),
        ("[]", "cannot be read"),
        ("{}", "token_provider"),
        ("", "cannot be read"),
        (None, "cannot be read"),
    ],
)
def test_unsupported_google_credentials_files(tmp_path: Any, text: Any, message: str) -> None:
    path = tmp_path / "adc.json"
    if text is not None:
        path.write_text(text)
    provider = vertex(project="p", location="global", environment={"GOOGLE_APPLICATION_CREDENTIALS": str(path)})
    error = signing_error(provider, request_to(provider.base_url))
    assert isinstance(error, ConfigError)
    assert message in str(error)


def test_google_rejects_the_refresh_token(tmp_path: Any) -> None:
    result = {"error": "invalid_grant", "error_description": "refresh-{0} was revoked: 1//refresh-{0}".format(MARK)}
    with RawServer(forever(REQUEST, respond(json.dumps(result).encode(), "400 Bad Request"))) as server:
        provider = vertex_at(server, user_file(tmp_path, server.url))
        with pytest.raises(helper_errors.OAuthError) as caught:
            provider.sign(request_to(provider.base_url))
    assert caught.value.error == "invalid_grant"
    assert str(caught.value).endswith("was revoked: ***")
    assert caught.value.response.request.body is None
