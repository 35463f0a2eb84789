# SPDX-License-Identifier: MIT
"""Messages to `logging`: methods, URLs, statuses, request ids and delays, and never credentials."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from . import PACKAGE, load, package

SECRET = "sk-secret-0f1e2d3c"


@pytest.fixture
def server() -> Any:
    with load("testing").EmbeddedServer() as running:
        yield running


def test_calls_and_delays_are_logged_without_credentials(server: Any, caplog: Any) -> None:
    server.inject_fault("status=503; retry-after-ms=1; times=1")
    with caplog.at_level(logging.DEBUG, logger=PACKAGE):
        with package.OpenAI(api_key=SECRET, organization="org-secret", base_url=server.base_url) as client:
            client.files.list(extra_query={"secret": "of-the-query"})
            with pytest.raises(package.NotFoundError):
                client.files.retrieve("none")
    lines = [record.getMessage() for record in caplog.records if record.name == PACKAGE]
    assert "GET {}/files 503".format(server.base_url) in lines[0]
    assert lines[1].startswith("Retrying in 0.0")
    assert "GET {}/files 200 (request id req_".format(server.base_url) in lines[2]
    assert lines[3].startswith("API call: method=GET path=/v1/files status=200 attempts=2 duration=0.")
    assert "/files/none 404" in lines[4]
    assert " status=404 attempts=1 " in lines[5] and lines[5].endswith(" error=NotFoundError")
    assert not any(word in line for line in lines for word in (SECRET, "org-secret", "of-the-query"))


def test_a_dead_server_is_logged(caplog: Any) -> None:
    with caplog.at_level(logging.INFO, logger=PACKAGE):
        with package.OpenAI(api_key=SECRET, base_url="http://127.0.0.1:1", max_retries=0) as client:
            with pytest.raises(package.APIConnectionError):
                client.models.list()
    assert any("GET http://127.0.0.1:1/models failed" in record.getMessage() for record in caplog.records)


def test_a_request_id_cannot_change_what_a_line_looks_like(caplog: Any) -> None:
    from .raw_server import REQUEST, RawServer, respond

    body = b'{"error": {"message": "no"}}'
    with RawServer(REQUEST, respond(body, "400 Bad Request", "x-request-id: a\x1b[2J\rINFO all is well")) as server:
        with caplog.at_level(logging.INFO, logger=PACKAGE):
            with package.OpenAI(api_key=SECRET, base_url=server.url, environment=False) as client:
                with pytest.raises(package.BadRequestError) as caught:
                    client.models.list()
    lines = [record.getMessage() for record in caplog.records if record.name == PACKAGE]
    assert len(lines) == 2 and all(line.isprintable() for line in lines)
    assert caught.value.request_id == "a\x1b[2J\rINFO all is well"
    assert caught.value.summary.isprintable()


@pytest.mark.parametrize(
    "level, number", [("debug", logging.DEBUG), ("warning", logging.WARNING), ("INFO", 0), ("", 0)]
)
def test_the_environment_sets_the_level(level: str, number: int) -> None:
    logger = logging.getLogger(PACKAGE)
    before = logger.level
    try:
        logger.setLevel(logging.NOTSET)
        package.OpenAI(api_key="k", environment={"OPENAI_LOG": level})
        assert logger.level == number
    finally:
        logger.setLevel(before)


def test_each_call_is_one_structured_line(server: Any, caplog: Any) -> None:
    chat = {"model": "a model\n", "messages": [{"role": "user", "content": "of-the-body"}]}
    with caplog.at_level(logging.INFO, logger=PACKAGE):
        with package.OpenAI(api_key=SECRET, base_url=server.base_url) as client:
            client.chat.completions.create(**chat)
            list(client.chat.completions.create(**chat, stream=True, stream_options={"include_usage": True}))
            client.chat.completions.with_raw_response.create(**chat)
            stream = client.chat.completions.create(**chat, stream=True)
            next(stream)
            stream.close()
    records = [record for record in caplog.records if hasattr(record, "api_call")]
    assert len(records) == 4
    for record in records:
        fields = record.api_call
        assert fields["method"], fields["path"] == ("POST", "/v1/chat/completions")
        assert (fields["status"], fields["attempts"], fields["model"]) == (200, 1, "a model\n")
        assert 0 <= fields["duration"] < 60 and fields["request_id"].startswith("req_")
        assert "model='a model\\n' " in record.getMessage()
        assert "of-the-body" not in record.getMessage() and "\n" not in record.getMessage()
    assert [record.api_call.get("output_tokens", 0) > 0 for record in records] == [True, True, True, False]


def test_a_call_that_was_not_sent_has_no_number_of_attempts(server: Any, caplog: Any) -> None:
    ledger = package.Ledger(limit="1 tokens")
    with caplog.at_level(logging.INFO, logger=PACKAGE):
        with package.OpenAI(api_key=SECRET, base_url=server.base_url, ledger=ledger) as client:
            client.embeddings.create(model="m", input="one two three")
            with pytest.raises(package.BudgetExceeded):
                client.embeddings.create(model="m", input="four")
        with package.OpenAI(api_key=SECRET, base_url="http://127.0.0.1:1", max_retries=0) as client:
            with pytest.raises(package.APIConnectionError):
                client.models.list()
    fields = [record.api_call for record in caplog.records if hasattr(record, "api_call")]
    assert [call.get("attempts") for call in fields] == [1, None, 1]
    assert fields[1]["error"] == "BudgetExceeded"


@pytest.mark.parametrize("level", [logging.WARNING, logging.CRITICAL])
def test_calls_are_not_watched_for_the_log_unless_it_is_enabled(server: Any, caplog: Any, level: int) -> None:
    with caplog.at_level(level, logger=PACKAGE):
        with package.OpenAI(api_key=SECRET, base_url=server.base_url) as client:
            assert client.models.with_raw_response.list().http_response.observer is None
    assert not caplog.records
