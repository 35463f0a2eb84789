# SPDX-License-Identifier: MIT
"""Providers: Azure, Bedrock and Vertex as data, and what they sign with, over real sockets where something is sent."""

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
from .raw_server import REQUEST, RawServer, answer, forever
from .test_secrets import dead_port

providers = load("providers")
Provider, Azure, bedrock, vertex = providers.Provider, providers.AzureProvider, providers.bedrock, providers.vertex
errors, failures = load("call.errors"), load("call.api_errors")
ConfigError = errors.ConfigError
Request, Response = load("call.message").Request, load("call.message").Response
Headers = load("call.headers").Headers
Timeout = load("call.timeout").Timeout

MARK = "secret-0f1e2d3c"
HOME = "https://res.openai.azure.com"


def request_to(url: str, **headers: str) -> Any:
    return Request(
        "POST", url, Headers({name.replace("_", "-"): value for name, value in headers.items()}), b"{}", Timeout(10)
    )


def sign(provider: Any, path: str = "/responses", **headers: str) -> Any:
    """Return the headers of a signed request; the sync and the async way must agree."""
    request = request_to(provider.base_url + path, **headers)
    signed = provider.sign(request)
    assert request.headers == Headers({name.replace("_", "-"): value for name, value in headers.items()})
    awaited = asyncio.run(provider.sign_async(request))
    dropped = ("Authorization", "X-Amz-Date") if "AWS4" in signed.headers.get("Authorization", "") else ()
    assert {n: v for n, v in awaited.headers.items() if n not in dropped} == {
        n: v for n, v in signed.headers.items() if n not in dropped
    }
    return signed.headers


def refusal(call: Any) -> Exception:
    """Return the error of the tree that a call raises; it shows no secret, and no frame of ours does."""
    with pytest.raises((errors.OpenAIError, OSError)) as caught:
        call()
    error: Any = caught.value
    link = error
    while link is not None:
        for frame in traceback.TracebackException.from_exception(link, capture_locals=True).stack:
            if "/tests/" not in frame.filename:
                assert MARK not in repr(frame.locals) + str(link), frame
        link = link.__cause__ or link.__context__
    return error


def unsigned(provider: Any, request: Any) -> Exception:
    """Return the error of a request that cannot be signed, as a call would raise it, sync and async alike."""
    drivers, exchange = load("call.drivers"), load("call.exchange").exchange
    error, other = (
        refusal(lambda: drivers.drive(exchange(request, 0, sign=provider.sign), None, drivers.Deadline(20))),
        refusal(
            lambda: asyncio.run(
                drivers.drive_async(exchange(request, 0, sign=provider.sign_async), None, drivers.Deadline(20))
            )
        ),
    )
    assert type(error) is type(other)
    return error


def unsigned_at_home(provider: Any) -> Exception:
    return unsigned(provider, request_to(provider.base_url))


async def an_async_token() -> str:
    return "async-" + MARK


def a_token() -> str:
    return "token-" + MARK


# What all have in common.


@pytest.mark.parametrize(
    "make",
    [
        lambda: Provider("house", "https://h.example/v1/", key=MARK, query={"a": 1}, headers={"X-A": "b"}),
        lambda: Azure(azure_endpoint=HOME, api_version="1", api_key=MARK),
        lambda: Azure(base_url=HOME, api_version="1", azure_ad_token_provider=a_token),
        lambda: bedrock(region="us-east-1", api_key=MARK, environment={}),
        lambda: bedrock(region="us-east-1", access_key_id=MARK, secret_access_key=MARK, environment={}),
        lambda: bedrock(region="us-east-1", environment={"AWS_BEARER_TOKEN_BEDROCK": MARK}),
        lambda: vertex(project="p", location="global", token_provider=a_token, environment={}),
        lambda: vertex(project="p", location="global", environment={}),
    ],
)
def test_providers_travel_and_show_nothing(make: Any) -> None:
    provider = make()
    assert MARK not in repr(provider)
    again = pickle.loads(pickle.dumps(provider))
    assert type(again) is type(provider)
    assert (again.name, again.base_url, again.query) == (provider.name, provider.base_url, provider.query)
    if not isinstance(provider, type(vertex(project="p", location="x", environment={}))):
        assert set(sign(again)) == set(sign(provider))
    assert provider.rewrite_path("/models", None) == "/models"
    assert provider.copy_with(timeout=None) is not None
    assert isinstance(refusal(lambda: provider.copy_with(azure_endpoint=HOME)), errors.UnknownOptionError)


def test_the_names_are_functions_whatever_was_imported_before() -> None:
    assert load("providers.bedrock").bedrock is providers.bedrock is bedrock
    assert load("providers.vertex").vertex is providers.vertex
    with pytest.raises(AttributeError, match="nothing"):
        _ = providers.nothing


def test_a_provider_of_ones_own() -> None:
    provider = Provider("house", "https://h.example/v1/", key=a_token)
    assert provider.base_url == "https://h.example/v1"
    assert sign(provider) == {"Authorization": "Bearer token-" + MARK}
    assert sign(provider, Authorization="mine") == {"Authorization": "mine"}
    assert sign(Provider("open", "http://127.0.0.1:1")) == {}
    assert provider.handle_unauthorized(Response(401, [], (), lambda: None, 0.0)) is False
    assert "text" in str(refusal(lambda: Provider("house", 5)))


def test_async_tokens_are_for_async_clients() -> None:
    for provider in (
        Provider("house", "https://h.example/v1", key=an_async_token),
        Azure(azure_endpoint=HOME, api_version="1", azure_ad_token_provider=an_async_token),
        vertex(project="p", location="global", token_provider=an_async_token, environment={}),
        bedrock(region="us-east-1", token_provider=an_async_token, environment={}),
    ):
        request = request_to(provider.base_url + "/responses")
        signed = asyncio.run(provider.sign_async(request))
        assert signed.headers["Authorization"] == "Bearer async-" + MARK
        assert "async client" in str(refusal(lambda: provider.sign(request)))  # noqa: B023  # called at once
        gc.collect()  # a coroutine left behind would warn now


@pytest.mark.parametrize("answered", ["", " ", None, 5, MARK + "\n", MARK + "é"])
def test_what_cannot_be_a_key_is_refused(answered: Any) -> None:
    for provider in (
        Azure(azure_endpoint=HOME, api_version="1", api_key=lambda: answered),
        vertex(project="p", location="global", token_provider=lambda: answered, environment={}),
        bedrock(region="us-east-1", token_provider=lambda: answered, environment={}),
    ):
        request = request_to(provider.base_url + "/responses")
        assert isinstance(unsigned(provider, request), ConfigError)


def test_a_token_is_asked_for_at_each_attempt() -> None:
    given = iter(["one", "two"])
    provider = Azure(azure_endpoint=HOME, api_version="1", azure_ad_token_provider=lambda: next(given))
    request = request_to(HOME)
    assert provider.sign(request).headers["authorization"] == "Bearer one"
    assert provider.sign(request).headers["authorization"] == "Bearer two"


# Azure.


def test_azure_is_data() -> None:
    provider = Azure(azure_endpoint=HOME + "/", api_version="2024-10-21", api_key="k")
    assert (provider.name, provider.base_url) == ("azure", HOME + "/openai")
    assert provider.query == {"api-version": "2024-10-21"}
    assert sign(provider) == {"api-key": "k"}
    assert sign(Azure(base_url=HOME + "/x", api_version="1", azure_ad_token="t")) == {"Authorization": "Bearer t"}
    assert sign(provider, api_key="mine") == {"api-key": "mine"}
    assert sign(provider, Authorization="mine") == {"Authorization": "mine"}


OF_A_MODEL = (
    "/completions /chat/completions /embeddings /audio/transcriptions /audio/translations /audio/speech "
    "/images/generations /images/edits"
).split()


@pytest.mark.parametrize("path", OF_A_MODEL)
def test_azure_routes_calls_of_a_model(path: str) -> None:
    free = Azure(azure_endpoint=HOME, api_version="1", api_key="k")
    fixed = Azure(azure_endpoint=HOME, azure_deployment="my dep/1", api_version="1", api_key="k")
    based = Azure(base_url=HOME + "/openai/deployments/d", api_version="1", api_key="k")
    other = Azure(base_url=HOME + "/gateway", azure_deployment="ignored", api_version="1", api_key="k")
    assert free.rewrite_path(path, "gpt-4o") == "/deployments/gpt-4o" + path
    assert free.rewrite_path(path, "ft:a/b") == "/deployments/ft:a%2Fb" + path
    assert free.rewrite_path(path, None) == path
    assert fixed.rewrite_path(path, "gpt-4o") == fixed.rewrite_path(path, None) == "/deployments/my%20dep%2F1" + path
    assert based.rewrite_path(path, "gpt-4o") == path
    assert other.rewrite_path(path, "gpt-4o") == "/deployments/gpt-4o" + path
    assert isinstance(refusal(lambda: free.rewrite_path(path, "..")), errors.PathError)


@pytest.mark.parametrize("path", ["/models", "/batches", "/responses", "/images/variations", "/chat/completions/id"])
def test_azure_leaves_other_paths_alone(path: str) -> None:
    for options in ({}, {"azure_deployment": "d"}):
        assert Azure(azure_endpoint=HOME, api_version="1", api_key="k", **options).rewrite_path(path, "m") == path


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
def test_azure_reads_the_environment_it_is_given(missing: Any, options: Any, headers: Any) -> None:
    known = {name: "" if name in missing else value for name, value in VARIABLES.items()}
    provider = Azure(environment=known, **options)
    assert (provider.base_url, provider.api_version) == ("https://env.example/openai", "env-version")
    assert sign(provider) == headers
    assert Azure(environment=known, base_url=HOME, api_version="own", **options).base_url == HOME


@pytest.mark.parametrize(
    ("options", "kind", "said"),
    [
        ({}, ConfigError, "AZURE_OPENAI_API_KEY"),
        ({"api_key": "k"}, ConfigError, "OPENAI_API_VERSION"),
        ({"api_key": "k", "api_version": ""}, ConfigError, "OPENAI_API_VERSION"),
        ({"api_key": "k", "api_version": "1"}, ConfigError, "AZURE_OPENAI_ENDPOINT"),
        ({"api_key": "k", "api_version": "1", "azure_endpoint": ""}, ConfigError, "azure_endpoint"),
        ({"api_key": "k", "api_version": "1", "azure_endpoint": HOME, "base_url": HOME}, ConfigError, "exclusive"),
        ({"api_key": "", "api_version": "1", "azure_endpoint": HOME}, ConfigError, "azure"),
        ({"api_key": MARK, "azure_ad_token": MARK}, errors.MutuallyExclusiveAuthError, "only one"),
        ({"azure_ad_token": MARK, "azure_ad_token_provider": a_token}, errors.MutuallyExclusiveAuthError, "only one"),
        ({"api_key": MARK + "\n", "api_version": "1", "azure_endpoint": HOME}, ConfigError, "contains whitespace"),
    ],
)
def test_azure_says_what_is_wrong(options: Any, kind: Any, said: str) -> None:
    error = refusal(lambda: Azure(**options))
    assert type(error) is kind
    assert isinstance(error, ValueError)
    assert said in str(error)
    assert type(pickle.loads(pickle.dumps(error))) is kind


def test_copies_of_azure() -> None:
    provider = Azure(azure_endpoint=HOME, azure_deployment="d", api_version="1", api_key="k")
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
        refusal(lambda: provider.copy_with(api_key="k", azure_ad_token="t")), errors.MutuallyExclusiveAuthError
    )


def test_a_gateway_that_repeats_the_key_is_not_repeated() -> None:
    """And what is sent is what was signed: the body, the deployment in the path, the version in the query."""
    drivers, exchange = load("call.drivers"), load("call.exchange").exchange
    said = json.dumps({"error": {"message": "bad key " + MARK}}).encode()
    with RawServer(REQUEST, answer(said, "401 No")) as server, load(
        "transport.urllib_transport"
    ).UrllibTransport() as net:
        provider = Azure(azure_endpoint=server.url, api_version="1", api_key=MARK)
        request = request_to(provider.base_url + provider.rewrite_path("/embeddings", "m") + "?api-version=1")
        call = exchange(request, 0, sign=provider.sign)
        error = refusal(lambda: drivers.drive(call, net, drivers.Deadline(10)))
    assert str(error).endswith("bad key ***")
    [request] = server.requests
    assert request.target == "/openai/deployments/m/embeddings?api-version=1"
    assert (request.header("api-key"), request.header("authorization"), request.body) == ([MARK], [], b"{}")


# Bedrock.

STATIC = {"access_key_id": "AKID", "secret_access_key": MARK}


@pytest.mark.parametrize(
    ("options", "known", "url", "service"),
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
def test_where_bedrock_is(options: Any, known: Any, url: str, service: str) -> None:
    provider = bedrock(environment=known, **STATIC, **options)
    assert provider.base_url == url
    assert provider.max_redirects == 0
    signed = sign(provider)
    assert "/{}/{}/aws4_request".format(provider.region, service) in signed["Authorization"]
    assert "Credential=AKID/" in signed["Authorization"]


@pytest.mark.parametrize(
    ("options", "said"),
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
        ({"region": "us-east-1", "access_key_id": MARK}, "belong together"),
        ({"region": "us-east-1", "session_token": MARK}, "belong together"),
        ({"region": "us-east-1", **STATIC, "session_token": ""}, "belong together"),
        ({"region": "us-east-1", "api_key": ""}, "bedrock"),
    ],
)
def test_bedrock_says_what_is_wrong(options: Any, said: str) -> None:
    error = refusal(lambda: bedrock(**{"environment": NOWHERE, **options}))
    assert isinstance(error, ConfigError)
    assert said in str(error)


NOWHERE = {"AWS_SHARED_CREDENTIALS_FILE": "/nowhere/credentials", "AWS_CONFIG_FILE": "/nowhere/config"}


def test_bearer_keys_of_bedrock() -> None:
    assert sign(bedrock(region="us-east-1", api_key="k", environment={})) == {"Authorization": "Bearer k"}
    known = {"AWS_BEARER_TOKEN_BEDROCK": "one", "AWS_REGION": "us-east-1"}
    provider = bedrock(environment=known)
    assert provider.max_redirects is None
    assert sign(provider) == {"Authorization": "Bearer one"}
    assert bedrock(base_url="http://127.0.0.1:1/v1", api_key="k", environment={}).region is None


def test_explicit_credentials_of_bedrock_win_over_the_environment() -> None:
    known = {"AWS_BEARER_TOKEN_BEDROCK": "env", "AWS_ACCESS_KEY_ID": "ENVID", "AWS_SECRET_ACCESS_KEY": MARK}
    known["AWS_SESSION_TOKEN"] = "session-" + MARK
    assert "AKID/" in sign(bedrock(region="us-east-1", environment=known, **STATIC))["Authorization"]
    signed = sign(bedrock(region="us-east-1", api_key=None, environment=known))
    assert "ENVID/" in signed["Authorization"]
    assert signed["X-Amz-Security-Token"] == "session-" + MARK


class Frozen:
    access_key, secret_key, token = "FROZEN", MARK, None


class Refreshing:
    """Like botocore's credentials that are renewed."""

    access_key = secret_key = token = "not these"

    def get_frozen_credentials(self) -> Frozen:
        return Frozen()


@pytest.mark.parametrize(
    ("answered", "key_id"),
    [(Frozen(), "FROZEN"), (Refreshing(), "FROZEN"), (("T", MARK), "T"), (("T", MARK, "s"), "T")],
)
def test_credentials_from_a_callable(answered: Any, key_id: str) -> None:
    provider = bedrock(region="us-east-1", credential_provider=lambda: answered, environment={})
    assert "Credential={}/".format(key_id) in sign(provider)["Authorization"]


@pytest.mark.parametrize("answered", [None, (), ("T",), ("", MARK), ("T", None), (5, MARK)])
def test_no_credentials_from_a_callable(answered: Any) -> None:
    provider = bedrock(region="us-east-1", credential_provider=lambda: answered, environment={})
    assert "found no AWS credentials" in str(unsigned_at_home(provider))


def test_credentials_from_files(tmp_path: Any) -> None:
    credentials, config = tmp_path / "credentials", tmp_path / "config"
    credentials.write_text(
        "[default]\naws_access_key_id=DEF\naws_secret_access_key = a%b=:/+\n[team]\naws_access_key_id=TEAM\n"
    )
    config.write_text(
        "[default]\nregion = us-east-2\n[profile team]\nregion = eu-west-3\naws_secret_access_key = x\n"
        "aws_session_token = y\ns3 =\n  max = 5\n"
    )
    known = {"AWS_SHARED_CREDENTIALS_FILE": str(credentials), "AWS_CONFIG_FILE": str(config)}
    provider = bedrock(environment=known)
    assert provider.region == "us-east-2"
    assert "Credential=DEF/" in sign(provider)["Authorization"]
    for team in (bedrock(environment=known, profile="team"), bedrock(environment={**known, "AWS_PROFILE": "team"})):
        assert team.region == "eu-west-3"
        assert "Credential=TEAM/" in sign(team)["Authorization"]
        assert sign(team)["X-Amz-Security-Token"] == "y"
    credentials.write_text("[default]\naws_access_key_id=NEW\naws_secret_access_key=b\n")
    assert "Credential=NEW/" in sign(provider)["Authorization"]
    both = {**known, "AWS_ACCESS_KEY_ID": "ENVID", "AWS_SECRET_ACCESS_KEY": "s"}
    assert "Credential=ENVID/" in sign(bedrock(environment=both))["Authorization"]
    assert "found no AWS credentials" in str(
        unsigned_at_home(bedrock(environment=both, profile="none", region="us-east-1"))
    )
    credentials.write_text("[default]\n" + MARK + "\n")
    assert "cannot be read" in str(unsigned_at_home(provider))
    half = {**NOWHERE, "AWS_ACCESS_KEY_ID": "ENVID"}
    assert "found no AWS credentials" in str(unsigned_at_home(bedrock(environment=half, region="us-east-1")))


@pytest.mark.parametrize(
    "provider",
    [
        bedrock(region="us-east-1", api_key="k", environment={}),
        bedrock(region="us-east-1", environment={}, **STATIC),
        vertex(project="p", location="global", token_provider=a_token, environment={}),
    ],
    ids=["bearer", "sigv4", "vertex"],
)
def test_credentials_of_clouds_stay_at_home_and_alone(provider: Any) -> None:
    for url in ("https://elsewhere.example/v1", provider.base_url.replace("https:", "http:")):
        request = request_to(url)
        assert "not sent" in str(unsigned(provider, request))
    assert "Authorization" in str(unsigned(provider, request_to(provider.base_url, authorization=MARK)))


# Vertex.


@pytest.mark.parametrize(
    ("options", "known", "url"),
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
def test_where_vertex_is(options: Any, known: Any, url: str) -> None:
    provider = vertex(token_provider=a_token, environment=known, **options)
    assert (provider.base_url, provider.max_redirects) == (url, 0)
    assert sign(provider) == {"Authorization": "Bearer token-" + MARK}


@pytest.mark.parametrize(
    ("options", "said"),
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
def test_vertex_says_what_is_wrong(options: Any, said: str) -> None:
    error = refusal(lambda: vertex(environment={}, **options))
    assert isinstance(error, ConfigError)
    assert said in str(error)


@pytest.mark.parametrize("header", ["api-key", "OpenAI-Organization", "openai-project"])
def test_vertex_wants_none_of_openai_s_headers(header: str) -> None:
    provider = vertex(project="p", location="global", token_provider=a_token, environment={})
    assert "header" in str(unsigned(provider, request_to(provider.base_url, **{header: "x"})))


def at(server: RawServer, known: Any, **options: Any) -> Any:
    return vertex(base_url=server.url + "/v1", environment=known, **options)


GRANT_TYPE = json.dumps({"access_token": "granted-" + MARK, "expires_in": 3599, "token_type": "Bearer"}).encode()
GRANTED = {"Authorization": "Bearer granted-" + MARK}


def user_file(tmp_path: Any, url: str, **changes: Any) -> dict[str, str]:
    held = {
        "type": "authorized_user",
        "client_id": "id",
        "client_secret": "client-" + MARK,
        "refresh_token": "1//refresh-" + MARK,
        "token_uri": url + "/token",
        **changes,
    }
    path = tmp_path / "adc.json"
    path.write_text(json.dumps({name: value for name, value in held.items() if value is not None}))
    return {"GOOGLE_APPLICATION_CREDENTIALS": str(path)}


def test_a_user_s_refresh_token_is_exchanged_once(tmp_path: Any) -> None:
    with RawServer(forever(REQUEST, answer(GRANT_TYPE))) as server:
        provider = at(server, user_file(tmp_path, server.url, quota_project_id="billed"))
        expected = {**GRANTED, "x-goog-user-project": "billed"}
        assert sign(provider) == expected
        assert sign(provider) == expected
    [request] = server.requests
    assert (request.method, request.target) == ("POST", "/token")
    assert request.header("Content-Type") == ["application/x-www-form-urlencoded"]
    assert request.body.decode() == (
        "client_id=id&client_secret=client-{0}&refresh_token=1%2F%2Frefresh-{0}&grant_type=refresh_token".format(MARK)
    )


def test_a_refused_token_of_google_is_asked_for_again(tmp_path: Any) -> None:
    with RawServer(forever(REQUEST, answer(GRANT_TYPE))) as server:
        provider = at(server, user_file(tmp_path, server.url))
        signed = provider.sign(request_to(provider.base_url))
        refused = Response(401, [], (), lambda: None, 0.0)
        refused.request = signed
        assert provider.handle_unauthorized(refused) is True
        provider.sign(request_to(provider.base_url))
        refused.request = request_to(provider.base_url, Authorization="Bearer another")
        assert provider.handle_unauthorized(refused) is False
    assert len(server.requests) == 2


def test_the_well_known_file_is_found(tmp_path: Any) -> None:
    with RawServer(forever(REQUEST, answer(GRANT_TYPE))) as server:
        named = user_file(tmp_path, server.url)["GOOGLE_APPLICATION_CREDENTIALS"]
        shutil.copy(named, str(tmp_path / "application_default_credentials.json"))
        assert sign(at(server, {"CLOUDSDK_CONFIG": str(tmp_path)})) == GRANTED


def test_the_metadata_server_is_asked_without_a_proxy(tmp_path: Any, monkeypatch: Any) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:{}".format(dead_port()))
    with RawServer(forever(REQUEST, answer(GRANT_TYPE))) as server:
        known = {"CLOUDSDK_CONFIG": str(tmp_path), "GCE_METADATA_HOST": "127.0.0.1:{}".format(server.port)}
        assert sign(at(server, known)) == GRANTED
    [request] = server.requests
    assert request.header("Metadata-Flavor") == ["Google"]
    assert request.target.startswith("/computeMetadata/v1/instance/service-accounts/default/token?scopes=https%3A")


def test_no_metadata_server_says_what_to_do(tmp_path: Any) -> None:
    known = {"CLOUDSDK_CONFIG": str(tmp_path), "GCE_METADATA_HOST": "127.0.0.1:{}".format(dead_port())}
    provider = vertex(project="p", location="global", environment=known)
    error = unsigned(provider, request_to(provider.base_url))
    assert isinstance(error, failures.APIConnectionError)
    assert "GOOGLE_APPLICATION_CREDENTIALS" in str(error)
    assert "token_provider" in str(error)


@pytest.mark.parametrize(
    ("text", "said"),
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
def test_files_that_hold_no_credentials_we_can_use(tmp_path: Any, text: Any, said: str) -> None:
    path = tmp_path / "adc.json"
    if text is not None:
        path.write_text(text)
    provider = vertex(project="p", location="global", environment={"GOOGLE_APPLICATION_CREDENTIALS": str(path)})
    error = unsigned(provider, request_to(provider.base_url))
    assert isinstance(error, ConfigError)
    assert said in str(error)


def test_google_refuses(tmp_path: Any) -> None:
    said = {"error": "invalid_grant", "error_description": "refresh-{0} was revoked: 1//refresh-{0}".format(MARK)}
    with RawServer(forever(REQUEST, answer(json.dumps(said).encode(), "400 Bad Request"))) as server:
        provider = at(server, user_file(tmp_path, server.url))
        with pytest.raises(failures.OAuthError) as caught:
            provider.sign(request_to(provider.base_url))
    assert caught.value.error == "invalid_grant"
    assert str(caught.value).endswith("was revoked: ***")
    assert caught.value.response.request.body is None
