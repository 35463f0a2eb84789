# SPDX-License-Identifier: MIT
"""Profiles of servers that are compatible with OpenAI: where calls go, and which key they have."""

from __future__ import annotations

import asyncio
import copy
import pickle
from typing import Any, Dict
from urllib.parse import urlsplit

import pytest

from . import load, package
from .test_text_in_requests import Kept, KeptAsync

PROFILES = load("providers").PROFILES
errors = load("call.errors")
LOCAL = ("llamacpp", "lmstudio", "ollama", "vllm")
HOSTED = sorted(set(PROFILES) - set(LOCAL))
# Variables of OpenAI, none of which may reach another host.
OPENAI = {
    "OPENAI_API_KEY": "sk-openai",
    "OPENAI_ADMIN_KEY": "sk-admin-openai",
    "OPENAI_BASE_URL": "http://openai.example/v1",
    "OPENAI_ORG_ID": "org-openai",
    "OPENAI_PROJECT_ID": "proj-openai",
    "OPENAI_CUSTOM_HEADERS": "Authorization: Bearer sk-custom-openai",
}


def variables_of(name: str) -> Any:
    """Return the environment variables of a profile's key."""
    variables = PROFILES[name].get("api_key_env", ())
    return (variables,) if isinstance(variables, str) else variables


EVERY_KEY = {variable: "key-of-" + variable for name in HOSTED for variable in variables_of(name)}


def sent_by(client: Any, **arguments: Any) -> Any:
    """Return the request of a call."""
    call = client.chat.completions.create(model="m", messages=[], **arguments)
    if isinstance(client, package.AsyncOpenAI):
        asyncio.run(awaited(call))
    return client._transport.request


async def awaited(call: Any) -> Any:
    return await call


def make(provider: Any, is_async: bool = False, **options: Any) -> Any:
    options.setdefault("environment", {**OPENAI, **EVERY_KEY})
    options.setdefault("transport", KeptAsync() if is_async else Kept())
    return (package.AsyncOpenAI if is_async else package.OpenAI)(provider=provider, **options)


def check_no_leak(request: Any) -> None:
    """Fail if anything of OpenAI's environment is in a request."""
    text = request.url + repr(dict(request.headers))
    assert "openai" not in text.replace("User-Agent", "").replace("openai-stdlib", "").replace("/openai/", "/").lower()


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("name", sorted(PROFILES))
def test_calls_go_to_the_server_with_its_own_key(name: str, is_async: bool) -> None:
    request = sent_by(make(name, is_async))
    assert request.url == PROFILES[name]["base_url"] + "/chat/completions"
    expected = "Bearer " + EVERY_KEY[variables_of(name)[0]] if name in HOSTED else None
    assert request.headers.get("authorization") == expected
    check_no_leak(request)


@pytest.mark.parametrize("name", HOSTED)
def test_a_missing_key_is_an_error_that_names_its_variable(name: str) -> None:
    with pytest.raises(errors.CredentialError) as caught:
        make(name, environment=OPENAI)
    message = "{}: there is no API key. Pass api_key=..., or set the environment variable {}"
    assert str(caught.value) == message.format(name, " or ".join(variables_of(name)))
    with pytest.raises(errors.CredentialError):
        make(name, environment=dict.fromkeys(variables_of(name), " "))
    with pytest.raises(errors.CredentialError):
        make(name, environment=False)
    client = make(name, environment=OPENAI, _enforce_credentials=False)
    with pytest.raises(errors.CredentialError):
        sent_by(client)
    assert client._transport.request is None


def test_options_override_the_profile() -> None:
    request = sent_by(make("groq", api_key="mine", base_url="https://gateway.example/groq/v1"))
    assert request.url == "https://gateway.example/groq/v1/chat/completions"
    assert request.headers["authorization"] == "Bearer mine"
    request = sent_by(make("ollama", base_url="http://gpu:11434/v1"))
    assert (request.url, "authorization" in request.headers) == ("http://gpu:11434/v1/chat/completions", False)
    assert sent_by(make("vllm", api_key=lambda: "called")).headers["authorization"] == "Bearer called"
    request = sent_by(make("groq", default_headers={"Authorization": "Basic own"}, environment=False))
    assert request.headers["authorization"] == "Basic own"
    request = sent_by(make("mistral"), extra_headers={"Authorization": "Basic call"})
    assert request.headers["authorization"] == "Basic call"


def test_the_key_of_an_option_may_be_a_reference_to_a_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEAM_KEY", "team")
    request = sent_by(make("groq", config=package.Config(api_key=package.Env("TEAM_KEY"), provider="groq")))
    assert request.headers["authorization"] == "Bearer team"


def test_copies_and_assigned_options_keep_the_provider() -> None:
    client = make("groq")
    other = client.with_options(api_key="second")
    assert sent_by(other).url.startswith(PROFILES["groq"]["base_url"])
    assert other._transport.request.headers["authorization"] == "Bearer second"
    client.api_key = "third"
    assert sent_by(client).headers["authorization"] == "Bearer third"
    assert sent_by(client.with_options(base_url="http://proxy/v1")).url == "http://proxy/v1/chat/completions"


def test_a_copy_for_another_provider_takes_nothing_along() -> None:
    first = make("groq", api_key="first", default_headers={"X-Api-Key": "first"}, organization="first")
    request = sent_by(first.copy(provider="xai"))
    assert request.url == "https://api.x.ai/v1/chat/completions"
    assert "first" not in repr(dict(request.headers))
    assert sent_by(make("ollama", api_key="local").copy(provider="vllm")).headers.get("authorization") is None


def test_the_config_of_a_call_selects_a_provider(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MISTRAL_API_KEY", "key-of-mistral")
    client = make(None, environment=OPENAI, default_headers={"X-Own": "openai"}, default_query={"v": 1})
    request = sent_by(client, config=package.Config(provider="mistral"))
    assert urlsplit(request.url).netloc == "api.mistral.ai"
    assert request.headers["authorization"] == "Bearer key-of-mistral"
    check_no_leak(request)
    request = sent_by(client, config=package.Config(provider="ollama"))
    assert "authorization" not in request.headers
    check_no_leak(request)
    request = sent_by(client)
    assert urlsplit(request.url).netloc == "openai.example"
    assert request.headers["authorization"] in ("Bearer sk-openai", "Bearer sk-custom-openai")
    with pytest.raises(errors.CredentialError, match="GROQ_API_KEY"):
        sent_by(client, config=package.Config(provider="groq"))
    client = make(None, config=package.Config(provider="groq"))
    assert sent_by(client).headers["authorization"] == "Bearer key-of-GROQ_API_KEY"


def test_the_package_level_client_and_flat_functions() -> None:
    transport = Kept()
    try:
        package.configure(provider="groq", environment={**OPENAI, **EVERY_KEY}, transport=transport)
        package.chat_completion({"model": "m", "messages": []})
        assert transport.request.url == PROFILES["groq"]["base_url"] + "/chat/completions"
        assert transport.request.headers["authorization"] == "Bearer key-of-GROQ_API_KEY"
        check_no_leak(transport.request)
        package.chat.completions.create(model="m", messages=[], config=package.Config(provider="ollama"))
        assert "authorization" not in transport.request.headers
    finally:
        package.configure()


def test_an_absolute_url_of_another_origin_gets_no_key() -> None:
    client = make("groq")
    client.get("https://other.example/x")
    assert "authorization" not in client._transport.request.headers
    client.get(PROFILES["groq"]["base_url"] + "/models")
    assert client._transport.request.headers["authorization"] == "Bearer key-of-GROQ_API_KEY"


def test_administration_of_openai_is_not_for_another_server() -> None:
    client = make("groq")
    with pytest.raises(errors.CredentialError, match="admin key"):
        client.admin.organization.projects.list()
    assert client._transport.request is None


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("llama.cpp", "llamacpp"),
        ("LM Studio", "lmstudio"),
        ("x.ai", "xai"),
        ("OpenRouter", "openrouter"),
        ("vLLM", "vllm"),
    ],
)
def test_case_and_punctuation_of_a_name_do_not_matter(name: str, same: str) -> None:
    assert str(make(name).base_url) == PROFILES[same]["base_url"] + "/"


def test_openai_is_a_provider_too() -> None:
    client = make("openai", environment={"OPENAI_API_KEY": "sk-openai"})
    assert sent_by(client).url == "https://api.openai.com/v1/chat/completions"
    assert client._transport.request.headers["authorization"] == "Bearer sk-openai"


BAD: Dict[str, Any] = {
    "olama": (errors.UnknownOptionError, "unknown provider 'olama': did you mean 'ollama'"),
    "Grok": (errors.UnknownOptionError, "unknown provider 'Grok': did you mean 'groq'"),
    "": (errors.UnknownOptionError, "unknown provider '': expected one of deepseek, "),
    "azure": (errors.ConfigError, "provider: azure needs more than a name; use AzureOpenAI"),
}


@pytest.mark.parametrize("name", BAD)
def test_an_unknown_name_is_an_error_with_the_nearest(name: str) -> None:
    error, message = BAD[name]
    for create in (make, lambda name: package.Config(provider=name), lambda name: package.configure(provider=name)):
        with pytest.raises(error, match=message):
            create(name)


OWN = {
    "name": "own",
    "base_url": "https://own.example/api",
    "api_key_env": ("FIRST", "SECOND"),
    "headers": {"X-Team": "blue"},
    "query": {"version": 2},
    "paths": {"/chat/completions": "/chat"},
}


def test_a_profile_of_your_own() -> None:
    profile = copy.deepcopy(OWN)
    request = sent_by(make(profile, environment={"SECOND": "key2", **OPENAI}))
    assert request.url == "https://own.example/api/chat?version=2"
    assert (request.headers["authorization"], request.headers["X-Team"]) == ("Bearer key2", "blue")
    assert profile == OWN
    with pytest.raises(errors.CredentialError, match="own: there is no API key. .* FIRST or SECOND"):
        make(profile, environment=OPENAI)
    # Its paths are those of its own URL.
    client = make(profile, base_url="https://other.example/v1", api_key="k")
    assert sent_by(client).url == "https://other.example/v1/chat/completions?version=2"


@pytest.mark.parametrize(
    ("profile", "message"),
    [
        ({}, "the profile has no base_url"),
        ({"base_url": "own.example"}, "base_url: .* must start with http"),
        ({"base_url": "http://h", "url": "x"}, "unknown field of a provider's profile 'url'"),
        ({"base_url": "http://h", "api_key": "sk-x"}, "unknown field .* 'api_key': did you mean 'api_key_env'"),
        ({"base_url": "http://h", "headers": ["X-A"]}, "provider: headers: expected a mapping"),
        ({"base_url": "http://h", "paths": "/x"}, "provider: paths: expected a mapping"),
        ({"base_url": "http://h", "headers": {"X A": "b"}}, "is not a valid header name"),
    ],
)
def test_invalid_profiles_are_refused(profile: Any, message: str) -> None:
    with pytest.raises(errors.ConfigError, match=message) as caught:
        make(profile)
    assert "sk-x" not in str(caught.value)


def test_a_path_that_differs() -> None:
    client = make("deepseek")
    client.completions.create(model="m", prompt="x")
    assert client._transport.request.url == "https://api.deepseek.com/beta/completions"


def test_a_client_with_a_profile_is_pickled_and_shows_no_key() -> None:
    client = make("groq", transport=None)
    assert "key-of" not in repr(client) + repr(client.settings) + repr(
        vars(client.settings.provider)["_environment_key"]
    )
    restored = pickle.loads(pickle.dumps(client))
    restored._transport = Kept()
    assert sent_by(restored).headers["authorization"] == "Bearer key-of-GROQ_API_KEY"
    assert client.settings.explain()["base_url"] == "'https://api.groq.com/openai/v1' (groq)"
    assert "api_key" not in client.settings.explain()


def test_no_client_without_a_profile_loads_them() -> None:
    from .test_architecture import PACKAGE, run

    code = "import {0}\n{0}.OpenAI(api_key='k', environment=False)\nprint('{0}.providers.profiles' in sys.modules)"
    assert run(code.format(PACKAGE)) == "False"
