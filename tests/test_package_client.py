# SPDX-License-Identifier: MIT
"""The package-level client and an environment that is set late, as by a function that loads its secrets first."""

from __future__ import annotations

import logging

import pytest

from . import PACKAGE, package

HELLO = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}


@pytest.fixture(autouse=True)
def fresh_client():
    """Give each test a package-level client that reads the environment, with nothing set."""
    package.configure(environment={"OPENAI_API_KEY": "old"})
    package.configure()
    yield
    package.configure(environment=False)


def ask() -> None:
    package.chat_completion(HELLO)


def test_a_key_that_is_set_after_the_first_call_is_used(server, monkeypatch):
    monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
    for blank in (None, "", "  "):
        if blank is not None:
            monkeypatch.setenv("OPENAI_API_KEY", blank)
        with pytest.raises(package.ConfigError, match="OPENAI_API_KEY"):
            ask()
        with pytest.raises(package.ConfigError, match="OPENAI_API_KEY"):
            package.chat.completions.create(**HELLO)
    monkeypatch.setenv("OPENAI_API_KEY", "late")
    ask()
    package.chat.completions.create(**HELLO)
    assert [request.header("authorization") for request in server.requests] == ["Bearer late"] * 2


@pytest.mark.parametrize(
    ("variable", "header", "value"),
    [
        ("OPENAI_ORG_ID", "openai-organization", "org-late"),
        ("OPENAI_PROJECT_ID", "openai-project", "proj-late"),
        ("OPENAI_CUSTOM_HEADERS", "x-team", "seven"),
    ],
)
def test_another_variable_that_was_not_set_is_used_once_it_is(server, monkeypatch, variable, header, value):
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
    ask()
    monkeypatch.setenv(variable, "X-Team: seven" if variable == "OPENAI_CUSTOM_HEADERS" else value)
    ask()
    assert [request.header(header) for request in server.requests] == ["", value]


def test_a_base_url_that_is_set_late_is_used(server, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    assert package.files.with_raw_response  # makes the client
    monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
    ask()
    assert len(server.requests) == 1


def test_variables_that_were_set_are_not_read_again(server, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "first")
    monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
    ask()
    monkeypatch.setenv("OPENAI_API_KEY", "second")
    ask()
    monkeypatch.delenv("OPENAI_API_KEY")
    ask()
    # A key of another provider changes nothing for a client that has one.
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", "azure")
    monkeypatch.setenv("OPENAI_API_TYPE", "azure")
    ask()
    assert [request.header("authorization") for request in server.requests] == ["Bearer first"] * 4


def test_a_provider_that_is_selected_late_is_used(server, monkeypatch):
    with pytest.raises(package.ConfigError, match="OPENAI_API_KEY"):
        ask()
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", "azure")
    monkeypatch.setenv("OPENAI_API_VERSION", "2024-10-21")
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", server.base_url)
    with pytest.raises(package.NotFoundError):  # the server has no Azure paths
        ask()
    assert server.requests[0].header("api-key") == "azure"


def test_attributes_of_the_package_go_over_what_is_set_late(server, monkeypatch):
    with pytest.raises(package.ConfigError):
        ask()
    monkeypatch.setattr(package, "api_key", "attribute", raising=False)
    monkeypatch.setenv("OPENAI_API_KEY", "late")
    monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
    ask()
    assert server.requests[0].header("authorization") == "Bearer attribute"


@pytest.mark.parametrize("environment", [False, {"OPENAI_ORG_ID": "org"}], ids=["none", "mapping"])
def test_an_environment_of_configure_is_not_replaced_by_that_of_the_process(monkeypatch, environment):
    package.configure(environment=environment)
    for _ in range(2):
        with pytest.raises(package.ConfigError):
            ask()
        monkeypatch.setenv("OPENAI_API_KEY", "of-the-process")


def test_openai_log_sets_the_level_of_the_log(monkeypatch):
    logger = logging.getLogger(PACKAGE)
    before = logger.level
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    monkeypatch.setenv("OPENAI_LOG", "warning")
    try:
        package.configure(environment=False)
        assert logger.level == before
        package.configure()
        assert logger.level == logging.WARNING
    finally:
        logger.setLevel(before)
