# SPDX-License-Identifier: MIT
"""Configuration: the options of one layer, how layers are merged, and errors that name the option without a key."""

from __future__ import annotations

import copy
import pickle
import queue
import ssl
from types import SimpleNamespace

import pytest

from . import load, package

config = load("config.config")
errors = load("call.errors")
Config, Env, UNSET = config.Config, config.Env, config.UNSET
Settings, DEFAULTS = load("config.settings").Settings, load("config.settings").DEFAULTS
ConfigError = errors.ConfigError
Timeout = load("call.timeout").Timeout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

KEY = "sk-0123456789"
EVERYTHING: dict[str, Any] = {
    "api_key": KEY,
    "organization": "org-1",
    "project": "proj_1",
    "beta": "assistants=v2",
    "base_url": "https://h/v1",
    "timeout": Timeout(9),
    "max_retries": 5,
    "default_headers": {"X-Team": "blue", "Authorization": "Bearer " + KEY},
    "default_query": {"api-version": "1", "api-key": KEY},
    "http_options": {
        "recv_timeout": 500,
        "proxy": "http://u:p@h:1",
        "headers": {"api-key": KEY},
        "params": {"a": 1, "sig": KEY},
    },
    "application": "app/1",
    "admin_api_key": KEY,
    "webhook_secret": KEY,
    "retry_policy": load("call.retry").RetryPolicy(7),
    "max_response_bytes": 1 << 20,
    "provider": None,
    "on_event": print,
    "content": True,
    "rate_limiter": None,
    "ledger": None,
    "ledger_label": "team",
}


def merge(*layers: Any) -> Any:
    """Return the settings of these layers over the built-in one."""
    named = [("layer {}".format(number), layer) for number, layer in enumerate(layers)]
    return Settings([("built-in", DEFAULTS)] + named)


# One layer


def test_config_holds_only_the_options_that_are_set() -> None:
    layer = Config(organization="org-1", timeout=5)
    assert dict(layer.items()) == {"organization": "org-1", "timeout": Timeout(5)}
    assert (layer.organization, layer.timeout) == ("org-1", Timeout(5))
    assert layer.api_key is layer.default_headers is UNSET
    assert dict(Config().items()) == {}


def test_everything_can_be_said() -> None:
    assert set(EVERYTHING) == set(config.FIELDS)
    layer = Config(**EVERYTHING)
    assert dict(layer.items()) == EVERYTHING


def test_unset_says_nothing_and_none_says_none() -> None:
    assert dict(Config(api_key=UNSET, organization=None).items()) == {"organization": None}
    assert Config(organization=UNSET).organization is UNSET
    assert not UNSET


@pytest.mark.parametrize("name", ["nonsense", "_private", "api_keys"])
def test_unknown_attribute_is_an_attribute_error(name: str) -> None:
    with pytest.raises(AttributeError, match=name):
        getattr(Config(), name)


@pytest.mark.parametrize(
    "name, hint",
    [
        ("api_keys", "did you mean 'api_key'?"),
        ("organisation", "did you mean 'organization'?"),
        ("timeouts", "did you mean 'timeout'?"),
        ("q", "expected one of admin_api_key, api_key, api_url, application, base_url,"),
    ],
)
def test_unknown_setting_is_refused_with_the_nearest(name: str, hint: str) -> None:
    with pytest.raises(errors.UnknownOptionError) as caught:
        Config(**{name: KEY})
    assert "unknown setting {!r}: {}".format(name, hint) in str(caught.value)
    assert KEY not in str(caught.value)
    assert isinstance(caught.value, TypeError)


@pytest.mark.parametrize("cls", [ConfigError, TypeError, ValueError])
def test_unknown_http_option_is_refused_with_the_nearest(cls: type) -> None:
    with pytest.raises(cls, match="unknown http option 'recv_timeouts': did you mean 'recv_timeout'"):
        Config(http_options={"recv_timeouts": 5})


# The seed's names


def test_aliases_stand_for_our_names() -> None:
    layer = Config(organization_key="org-1", api_url="https://h")
    assert layer == Config(organization="org-1", base_url="https://h/v1")
    assert (layer.organization_key, layer.api_url) == ("org-1", "https://h/v1")


@pytest.mark.parametrize("options, base", [("https://h/", "https://h/v1"), ("https://h/x?a=1", "https://h/x/v1?a=1")])
def test_api_url_is_the_servers_root(options: str, base: str) -> None:
    assert Config(api_url=options).base_url == base


@pytest.mark.parametrize(
    "options, names",
    [
        ({"organization": "a", "organization_key": "b"}, ("organization", "organization_key")),
        ({"api_url": "https://a", "base_url": "https://b"}, ("api_url", "base_url")),
    ],
)
def test_setting_one_option_twice_is_refused(options: Any, names: tuple[str, str]) -> None:
    with pytest.raises(ConfigError, match="{} and {} set the same option; pass only one".format(*names)):
        Config(**options)


# Bad values

BAD = [
    ("api_key", "", "empty"),
    ("api_key", "  ", "empty"),
    ("api_key", KEY + "\n", "contains a line break or another control character"),
    ("api_key", KEY + "\x7f", "control character"),
    ("api_key", KEY + " ", "starts or ends with a blank"),
    ("api_key", "\t" + KEY, "starts or ends with a blank"),
    ("api_key", KEY + "\x85", "control character"),
    ("api_key", KEY + "”", "characters that a header cannot carry"),
    ("api_key", KEY.encode(), "expected text or a callable, got bytes"),
    ("api_key", [KEY], "expected text or a callable, got list"),
    ("organization", 5, "expected text, got int"),
    ("organization", KEY + "\r\nX: y", "line break"),
    ("organization_key", KEY + "漢", "characters that a header cannot carry"),
    ("project", KEY.encode(), "expected text, got bytes"),
    ("beta", "a\nb", "line break"),
    ("application", "a\0", "line break"),
    ("base_url", 5, "expected text, got int"),
    ("base_url", "https://{}@h/v1".format(KEY), "user name or password"),
    ("base_url", "{}@h".format(KEY), "must start with http"),
    ("base_url", "ftp://h", "must start with http"),
    ("api_url", "h", "must start with http"),
    ("timeout", "5", "expected seconds, a Timeout or None, got str"),
    ("timeout", -1, "not a number of seconds"),
    ("timeout", True, "not a number of seconds"),
    ("timeout", float("nan"), "not a number of seconds"),
    ("timeout", (5,), "expected seconds, a Timeout or None, got tuple"),
    ("max_retries", -1, "expected an integer >= 0"),
    ("max_retries", 1.5, "expected an integer >= 0"),
    ("max_retries", None, "expected an integer >= 0"),
    ("retry_policy", 3, "expected a RetryPolicy, got int"),
    ("max_response_bytes", 0, "expected a number of bytes, or None for no limit, got 0"),
    ("max_response_bytes", True, "expected a number of bytes"),
    ("max_response_bytes", 1e6, "expected a number of bytes"),
    ("max_response_bytes", "1 MiB", "expected a number of bytes"),
    ("admin_api_key", KEY + "\n", "contains a line break"),
    ("webhook_secret", KEY + "\n", "the value contains a line break"),
    ("provider", 5, "expected a provider, got int"),
    ("default_headers", KEY, "expected a mapping, got str"),
    ("default_headers", {"X Y": KEY}, "'X Y' is not a valid header name"),
    ("default_headers", {"X-Key": KEY + "\n"}, "X-Key: the value contains a line break"),
    ("default_headers", {"Authorization": 5}, "Authorization: expected text, got int"),
    ("default_query", 5, "expected a mapping, got int"),
    ("http_options", KEY, "expected a mapping, got str"),
    ("http_options", {"recv_timeout": "5s"}, "recv_timeout: expected milliseconds or 'infinity'"),
    ("http_options", {"recv_timeout": -1}, "recv_timeout: expected milliseconds"),
    ("http_options", {"timeout": True}, "timeout: expected milliseconds"),
    ("http_options", {"params": KEY}, "params: expected a mapping"),
    ("http_options", {"headers": {"X-Key": KEY + "\n"}}, "headers: X-Key: the value contains a line break"),
    ("http_options", {"proxy": 5}, "proxy: expected the URL of a proxy"),
    ("http_options", {"proxy": "socks4://{}@h".format(KEY)}, r"proxy: 'socks4://\*\*\*@h' .* did you mean socks5h://"),
    ("http_options", {"proxy": "http:user:{}@h".format(KEY)}, "proxy: '.*@h' is not .* must follow the scheme"),
    ("http_options", {"proxy": "http://u:{}@h:port".format(KEY)}, "proxy: .* its port is not a number"),
    ("http_options", {"proxy": "http://u:{}@".format(KEY)}, "proxy: .* it has no host"),
    ("http_options", {"max_redirect": -1}, "max_redirect: expected an integer >= 0"),
    ("on_event", 5, "expected a callable that takes a name and a dict of fields, got int"),
    ("content", "yes", "expected True or False, got 'yes'"),
    ("rate_limiter", 600, "expected a RateLimiter, got int"),
    ("ledger", {}, "expected a Ledger, got dict"),
    ("ledger_label", 5, "expected text, got int"),
    ("ledger_label", " ", "expected text, got ' '"),
    ("http_options", {"stream_to": 5}, r"stream_to: expected a callable or an object with put\(\), got int"),
]


@pytest.mark.parametrize("name, value, message", BAD)
def test_invalid_value_is_reported_with_its_name_and_without_a_key(name: str, value: Any, message: str) -> None:
    with pytest.raises(ConfigError, match=message) as caught:
        Config(**{name: value})
    assert str(caught.value).startswith(name)
    assert KEY not in str(caught.value)


@pytest.mark.parametrize("name", config.FIELDS)
def test_every_setting_has_a_bad_value_in_the_table(name: str) -> None:
    assert name in {bad for bad, _, _ in BAD}


@pytest.mark.parametrize(
    "options",
    [
        {"recv_timeout": "infinity", "timeout": None},
        {"recv_timeout": float("inf"), "timeout": 0},
        {"params": None, "headers": None, "proxy": None, "stream_to": None},
        {"proxy": ""},
        {"proxy": "http://u:p@h:3128"},
        {"proxy": "HTTPS://h"},
        {"proxy": "h:3128"},
        {"proxy": "u:p@h:3128"},
        {"proxy": "socks5h://u:p@h"},
        {"stream_to": print},
        {"stream_to": queue.Queue()},
        {"ssl": ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), "async": "once", "follow_redirect": False, "max_redirect": 0},
    ],
)
def test_good_http_options_are_kept_as_they_were_said(options: dict[str, Any]) -> None:
    assert Config(http_options=options).http_options == {
        k: {} if k in ("params", "headers") else v for k, v in options.items()
    }


def test_key_may_be_text_a_callable_a_variable_or_none() -> None:
    for key in (KEY, print, Env("X"), None):
        assert Config(api_key=key).api_key == key


def test_timeout_of_another_library_is_read_by_its_attributes() -> None:
    theirs = SimpleNamespace(connect=1, read=2.0, write=None, pool=4)
    assert Config(timeout=theirs).timeout == Timeout(connect=1, read=2, write=None, pool=4)
    with pytest.raises(ConfigError, match="expected seconds, a Timeout or None, got SimpleNamespace"):
        Config(timeout=SimpleNamespace(connect=1))


# What the caller holds


def test_what_the_caller_passed_in_is_neither_changed_nor_watched() -> None:
    options: dict[str, Any] = {
        "default_headers": {"X-Team": "blue"},
        "default_query": {"a": "1"},
        "http_options": {"headers": {"X-B": "1"}, "params": {"p": 1}, "timeout": 5},
    }
    before = copy.deepcopy(options)
    layer = Config(**options)
    merge(layer, Config(default_headers={"X-Team": "red"}, http_options={"timeout": 9, "params": {"q": 2}}))
    assert options == before
    options["default_headers"]["X-Evil"] = "later"
    options["default_query"]["a"] = "later"
    options["http_options"]["headers"]["X-B"] = "later"
    options["http_options"]["params"].clear()
    options["http_options"]["timeout"] = -1
    assert dict(layer.items()) == before


# The environment

VARIABLES = {
    "OPENAI_API_KEY": KEY,
    "OPENAI_ORG_ID": "org-env",
    "OPENAI_PROJECT_ID": "proj_env",
    "OPENAI_BASE_URL": "https://env/v1/",
}


def test_environment_is_read_by_the_official_names() -> None:
    assert Config.from_environment({**VARIABLES, "OPENAI_TIMEOUT": "x", "HOME": "/"}) == Config(
        api_key=KEY, organization="org-env", project="proj_env", base_url="https://env/v1"
    )
    assert Config.from_environment({}) == Config()


@pytest.mark.parametrize("blank", ["", " ", "\t\n"])
@pytest.mark.parametrize("name", VARIABLES)
def test_empty_variable_counts_as_not_set(name: str, blank: str) -> None:
    assert Config.from_environment({name: blank}) == Config()


def test_blanks_around_a_variable_are_dropped() -> None:
    assert Config.from_environment({"OPENAI_API_KEY": KEY + "\n"}) == Config(api_key=KEY)


@pytest.mark.parametrize(
    "name, value",
    [("OPENAI_API_KEY", KEY + "漢"), ("OPENAI_ORG_ID", KEY + "漢"), ("OPENAI_BASE_URL", "http://" + KEY + "@h")],
)
def test_bad_variable_is_told_by_its_name(name: str, value: str) -> None:
    with pytest.raises(ConfigError, match=r"\(from the environment variable {}\)".format(name)) as caught:
        Config.from_environment({name: value})
    assert KEY not in str(caught.value)


def test_process_environment_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in VARIABLES.items():
        monkeypatch.setenv(name, value)
    assert Config.from_environment() == Config.from_environment(VARIABLES)


# Values that are read late


def test_env_is_read_when_it_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEAM_KEY", raising=False)
    monkeypatch.delenv("TEAM_ORG", raising=False)
    layer = Config(api_key=Env("TEAM_KEY"), organization=Env("TEAM_ORG"))
    with pytest.raises(
        ConfigError, match="TEAM_ORG: the environment variable is not set, but the configuration refers to it"
    ):
        merge(layer)
    monkeypatch.setenv("TEAM_ORG", "org-9")
    settings = merge(layer)
    assert settings.headers["OpenAI-Organization"] == "org-9"
    assert settings.api_key == Env("TEAM_KEY")
    with pytest.raises(ConfigError, match="TEAM_KEY: the environment variable is not set"):
        settings.api_key.read()
    monkeypatch.setenv("TEAM_KEY", KEY)
    assert settings.api_key.read() == KEY
    monkeypatch.setenv("TEAM_KEY", "")
    with pytest.raises(ConfigError, match="TEAM_KEY: the environment variable is not set"):
        settings.api_key.read()


def test_env_may_hold_the_base_url(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEAM_URL", "https://team.example/")
    assert merge(Config(base_url=Env("TEAM_URL"))).base_url == "https://team.example"
    assert merge(Config(api_url=Env("TEAM_URL"))).base_url == "https://team.example/v1"


@pytest.mark.parametrize(
    "name, value",
    [
        ("organization", KEY + "\n"),
        ("project", KEY + "漢"),
        ("base_url", "ftp://h"),
        ("api_url", "https://" + KEY + "@h"),
    ],
)
def test_what_is_read_late_is_checked_too(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv("TEAM_VALUE", value)
    layer = Config(**{name: Env("TEAM_VALUE")})
    with pytest.raises(ConfigError) as caught:
        merge(layer)
    assert KEY not in str(caught.value)


def test_env_is_a_value() -> None:
    assert Env("A") == Env("A") != Env("B")
    assert Env("A") != "A"
    assert len({Env("A"), Env("A"), Env("B")}) == 2
    assert repr(Env("A")) == "Env('A')"


# Layers


def test_built_in_settings() -> None:
    settings = merge()
    assert (settings.base_url, settings.max_retries, settings.max_redirects) == ("https://api.openai.com/v1", 2, 10)
    assert settings.timeout == Timeout(600, connect=5)
    assert (settings.api_key, settings.beta, settings.proxy, settings.ssl, settings.stream_to) == (
        None,
        None,
        None,
        None,
        None,
    )
    assert dict(settings.query) == {}
    assert sorted(settings.headers) == ["Accept", "Content-Type", "User-Agent"]
    assert settings.headers["User-Agent"].startswith("openai-stdlib/{} Python/3.".format(package.__version__))


def test_later_layers_win_field_by_field() -> None:
    settings = merge(
        Config(api_key=KEY, organization="a", project="p", timeout=1, max_retries=1),
        Config(organization="b", timeout=None),
        Config(max_retries=0),
    )
    assert settings.api_key == KEY
    assert settings.headers["OpenAI-Organization"] == "b"
    assert settings.headers["OpenAI-Project"] == "p"
    assert (settings.timeout, settings.max_retries) == (Timeout(), 0)


def test_none_takes_back_what_an_earlier_layer_said() -> None:
    settings = merge(
        Config(api_key=KEY, organization="a", beta="x"), Config(api_key=None, organization=None, beta=None)
    )
    assert "Authorization" not in settings.headers
    assert "OpenAI-Organization" not in settings.headers
    assert (settings.api_key, settings.beta) == (None, None)


def test_unset_takes_nothing_back() -> None:
    settings = merge(Config(organization="a"), Config(organization=UNSET, timeout=UNSET))
    assert settings.headers["OpenAI-Organization"] == "a"


def test_mappings_are_merged_by_key() -> None:
    settings = merge(
        Config(default_headers={"A": "1", "B": "2"}, default_query={"a": 1, "b": 2}, http_options={"timeout": 1000}),
        Config(default_headers={"B": "3", "C": "4"}, default_query={"b": 3}, http_options={"recv_timeout": 2000}),
    )
    assert {name: settings.headers[name] for name in "ABC"} == {"A": "1", "B": "3", "C": "4"}
    assert settings.query == {"a": 1, "b": 3}
    assert settings.timeout == Timeout(600, connect=1, read=2)


def test_header_in_another_case_is_the_same_header() -> None:
    settings = merge(
        Config(default_headers={"X-Team": "a", "accept": "x/y"}),
        Config(default_headers={"x-team": "b"}),
        Config(default_headers={"X-Team": "c"}),
    )
    assert [settings.headers[name] for name in settings.headers if name.lower() == "x-team"] == ["c"]
    assert [settings.headers[name] for name in settings.headers if name.lower() == "accept"] == ["x/y"]


def test_none_removes_a_header_of_an_earlier_layer_and_of_our_own() -> None:
    settings = merge(
        Config(default_headers={"X-Team": "a"}), Config(default_headers={"x-team": None, "user-agent": None})
    )
    assert "X-Team" not in settings.headers
    assert "User-Agent" not in settings.headers


def test_authorization_header_goes_over_the_key() -> None:
    settings = merge(Config(api_key=KEY, default_headers={"authorization": "Basic x"}))
    assert [settings.headers[name] for name in settings.headers if name.lower() == "authorization"] == ["Basic x"]


def test_application_is_named_before_us() -> None:
    agent = merge(Config(application="app/1.5 (me)")).headers["User-Agent"]
    assert agent.startswith("app/1.5 (me) openai-stdlib/")


def test_call_goes_over_all_and_changes_nothing() -> None:
    settings = merge(Config(organization="a", http_options={"proxy": "http://h"}))
    over = settings.with_layer(Config(organization="b", http_options={"recv_timeout": 5}))
    assert (over.headers["OpenAI-Organization"], over.proxy) == ("b", "http://h")
    assert settings.headers["OpenAI-Organization"] == "a"
    assert settings.timeout == Timeout(600, connect=5)


# http_options


@pytest.mark.parametrize(
    "options, timeout",
    [
        ({"recv_timeout": 1500}, Timeout(600, connect=5, read=1.5)),
        ({"timeout": 250}, Timeout(600, connect=0.25)),
        ({"recv_timeout": "infinity"}, Timeout(600, connect=5, read=None)),
        ({"recv_timeout": None, "timeout": float("inf")}, Timeout(600, connect=None, read=None)),
        ({"recv_timeout": 0}, Timeout(600, connect=5, read=0)),
        ({}, Timeout(600, connect=5)),
    ],
)
def test_times_in_http_options_are_milliseconds(options: Any, timeout: Any) -> None:
    assert merge(Config(http_options=options)).timeout == timeout


def test_http_options_add_to_query_and_headers() -> None:
    settings = merge(
        Config(
            default_query={"a": 1, "b": 2},
            default_headers={"X-A": "1", "X-B": "2"},
            http_options={"params": {"b": 3, "c": 4}, "headers": {"x-b": "3", "X-C": "4"}},
        )
    )
    assert settings.query == {"a": 1, "b": 3, "c": 4}
    assert [settings.headers[name] for name in ("X-A", "X-B", "X-C")] == ["1", "3", "4"]
    assert merge(Config(default_query={"a": 1}, http_options={"params": None})).query == {"a": 1}


@pytest.mark.parametrize(
    "options, redirects",
    [({}, 10), ({"follow_redirect": False}, 0), ({"follow_redirect": True}, 10), ({"max_redirect": 3}, 3),
     ({"follow_redirect": False, "max_redirect": 3}, 0), ({"max_redirect": 0}, 0)],
)  # fmt: skip
def test_redirects_are_bounded_by_http_options(options: Any, redirects: int) -> None:
    assert merge(Config(http_options=options)).max_redirects == redirects


def test_the_rest_of_http_options_is_at_hand() -> None:
    target, context = [].append, ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    settings = merge(Config(http_options={"proxy": "", "ssl": context, "stream_to": target, "async": "once"}))
    assert (settings.proxy, settings.ssl, settings.stream_to) == ("", context, target)


# What is shown


def test_explain_tells_the_layer_of_each_value_and_masks_keys() -> None:
    lines = merge(
        Config(**EVERYTHING), Config(max_retries=0, api_key=Env("K"), default_headers={"X-B": None})
    ).explain()
    assert lines["max_retries"] == "0 (layer 1)"
    assert lines["timeout"].endswith("(layer 0)")
    assert lines["api_key"] == "Env('K') (layer 1)"
    assert lines["default_headers[X-Team]"] == "'blue' (layer 0)"
    assert lines["default_headers[X-B]"] == "None (layer 1)"
    assert lines["default_headers[Authorization]"] == "'***' (layer 0)"
    assert lines["http_options[proxy]"] == "'***' (layer 0)"
    assert lines["http_options[recv_timeout]"] == "500 (layer 0)"
    assert lines["http_options[params]"] == "{'a': 1, 'sig': '***'} (layer 0)"
    assert lines["default_query[api-version]"] == "'1' (layer 0)"
    assert lines["default_query[api-key]"] == "'***' (layer 0)"
    assert merge(Config(base_url="https://h/v1?key=s")).explain()["base_url"] == "'https://h/v1?key=***' (layer 0)"
    assert merge(Config(**EVERYTHING)).explain()["api_key"] == "*** (layer 0)"
    assert merge().explain()["base_url"] == "'https://api.openai.com/v1' (built-in)"


def test_nothing_that_is_shown_holds_a_key() -> None:
    layer = Config(**EVERYTHING)
    settings = merge(layer)
    for shown in (
        repr(layer),
        repr(settings),
        str(settings.explain()),
        repr(settings.headers),
        repr(layer.default_headers),
    ):
        assert KEY not in shown
        assert "u:p@" not in shown
    assert repr(Config(api_key=KEY, timeout=5, max_retries=1)) == (
        "Config(api_key=***, timeout=Timeout(connect=5.0, read=5.0, write=5.0, pool=5.0, deadline=None), max_retries=1)"
    )
    assert repr(Config(api_key=None, organization=Env("X"))) == "Config(api_key=None, organization=Env('X'))"
    assert repr(settings).startswith("<Settings {")


# Travelling


@pytest.mark.parametrize("travel", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
@pytest.mark.parametrize(
    "value",
    [
        Config(),
        Config(**EVERYTHING),
        Config(api_key=Env("K"), timeout=None, organization=None),
        Config(api_url="https://h", organization_key="o"),
        Config(api_key=print),
        Env("K"),
        Timeout(5, deadline=9),
    ],
    ids=repr,
)
def test_settings_travel(value: Any, travel: Any) -> None:
    restored = travel(value)
    assert restored == value
    assert type(restored) is type(value)


def test_api_url_that_is_read_late_travels(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEAM_URL", "https://team.example")
    restored = pickle.loads(pickle.dumps(Config(api_url=Env("TEAM_URL"))))
    assert merge(restored).base_url == "https://team.example/v1"


@pytest.mark.parametrize("travel", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_unset_stays_the_one_and_only(travel: Any) -> None:
    assert travel(UNSET) is UNSET
    assert travel({"a": UNSET})["a"] is UNSET
    assert repr(UNSET) == "UNSET"
    assert package.UNSET is UNSET


def test_configs_are_compared_by_what_they_say() -> None:
    assert Config(timeout=5) == Config(timeout=Timeout(5))
    assert Config(timeout=5) != Config(timeout=6)
    assert Config(organization=None) != Config()
    assert Config() != {}
    with pytest.raises(TypeError):
        hash(Config())


def test_config_does_not_change() -> None:
    layer = Config(timeout=5)
    with pytest.raises(AttributeError):
        layer.timeout = 9
    assert layer == Config(timeout=5)
