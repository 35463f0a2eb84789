# SPDX-License-Identifier: MIT
"""Argument parsing of the flat functions: every name with all its signatures, and the errors of other calls."""

from __future__ import annotations

import os
from pathlib import Path
from types import MappingProxyType

import pytest

from . import load, package

flat = load("api.flat_functions")
ArgumentError = load("call.errors").ArgumentError
Config = load("config.config").Config

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Name -> (ids and files, method and path) for each signature: all functions of the Elixir library.
ELIXIR_FUNCTIONS = {
    "models": [("", "GET /models"), ("model", "GET /models/{model}")],
    "finetunes_delete_model": [("model", "DELETE /models/{model}")],
    "completions": [("", "POST /completions"), ("engine_id", "POST /engines/{engine_id}/completions")],
    "chat_completion": [("", "POST /chat/completions")],
    "edits": [("", "POST /edits")],
    "embeddings": [("", "POST /embeddings")],
    "moderations": [("", "POST /moderations")],
    "audio_speech": [("", "POST /audio/speech")],
    "audio_transcription": [("file", "POST /audio/transcriptions")],
    "audio_translation": [("file", "POST /audio/translations")],
    "images_generations": [("", "POST /images/generations")],
    "image_generations": [("", "POST /images/generations")],
    "images_edits": [("image", "POST /images/edits")],
    "image_edits": [("image", "POST /images/edits")],
    "images_variations": [("image", "POST /images/variations")],
    "image_variations": [("image", "POST /images/variations")],
    "files": [("", "GET /files"), ("file_id", "GET /files/{file_id}")],
    "files_upload": [("file", "POST /files")],
    "files_delete": [("file_id", "DELETE /files/{file_id}")],
    "finetunes": [("", "GET /fine-tunes"), ("fine_tune_id", "GET /fine-tunes/{fine_tune_id}")],
    "finetunes_create": [("", "POST /fine-tunes")],
    "finetunes_cancel": [("fine_tune_id", "POST /fine-tunes/{fine_tune_id}/cancel")],
    "finetunes_list_events": [("fine_tune_id", "GET /fine-tunes/{fine_tune_id}/events")],
    "engines": [("", "GET /engines"), ("engine_id", "GET /engines/{engine_id}")],
    "assistants": [("", "GET /assistants"), ("assistant_id", "GET /assistants/{assistant_id}")],
    "assistants_create": [("", "POST /assistants")],
    "assistants_modify": [("assistant_id", "POST /assistants/{assistant_id}")],
    "assistants_delete": [("assistant_id", "DELETE /assistants/{assistant_id}")],
    "assistant_files": [("assistant_id", "GET /assistants/{assistant_id}/files")],
    "assistant_file": [("assistant_id file_id", "GET /assistants/{assistant_id}/files/{file_id}")],
    "assistant_file_create": [("assistant_id", "POST /assistants/{assistant_id}/files")],
    "assistant_file_delete": [("assistant_id file_id", "DELETE /assistants/{assistant_id}/files/{file_id}")],
    "threads": [("", "GET /threads"), ("thread_id", "GET /threads/{thread_id}")],
    "threads_create": [("", "POST /threads")],
    "threads_create_and_run": [("", "POST /threads/runs")],
    "threads_modify": [("thread_id", "POST /threads/{thread_id}")],
    "threads_delete": [("thread_id", "DELETE /threads/{thread_id}")],
    "thread_messages": [("thread_id", "GET /threads/{thread_id}/messages")],
    "thread_message": [("thread_id message_id", "GET /threads/{thread_id}/messages/{message_id}")],
    "thread_message_create": [("thread_id", "POST /threads/{thread_id}/messages")],
    "create_thread_message": [("thread_id", "POST /threads/{thread_id}/messages")],
    "thread_message_modify": [("thread_id message_id", "POST /threads/{thread_id}/messages/{message_id}")],
    "thread_message_files": [("thread_id message_id", "GET /threads/{thread_id}/messages/{message_id}/files")],
    "thread_message_file": [
        ("thread_id message_id file_id", "GET /threads/{thread_id}/messages/{message_id}/files/{file_id}")
    ],
    "thread_runs": [("thread_id", "GET /threads/{thread_id}/runs")],
    "thread_run": [("thread_id run_id", "GET /threads/{thread_id}/runs/{run_id}")],
    "thread_run_create": [("thread_id", "POST /threads/{thread_id}/runs")],
    "thread_run_modify": [("thread_id run_id", "POST /threads/{thread_id}/runs/{run_id}")],
    "thread_run_cancel": [("thread_id run_id", "POST /threads/{thread_id}/runs/{run_id}/cancel")],
    "thread_run_submit_tool_outputs": [
        ("thread_id run_id", "POST /threads/{thread_id}/runs/{run_id}/submit_tool_outputs")
    ],
    "thread_run_steps": [("thread_id run_id", "GET /threads/{thread_id}/runs/{run_id}/steps")],
    "thread_run_step": [("thread_id run_id step_id", "GET /threads/{thread_id}/runs/{run_id}/steps/{step_id}")],
}
SIGNATURES = [
    (name, names.split(), endpoint) for name, signatures in ELIXIR_FUNCTIONS.items() for names, endpoint in signatures
]
every_signature = pytest.mark.parametrize(
    "name, names, endpoint", SIGNATURES, ids=["{} {}".format(n, len(a)) for n, a, _ in SIGNATURES]
)
UPLOADS = ("file", "image")


def parse(name: str, *arguments: Any, **keywords: Any) -> Any:
    return flat.FlatFunction(name).parse_arguments(arguments, keywords, Config)


def id_values(names: list[str]) -> dict[str, str]:
    return {name: "the-" + name for name in names}


def with_paths_as_text(body: Any) -> Any:
    """Return fields with path objects replaced by text."""
    return {name: os.fspath(value) if isinstance(value, os.PathLike) else value for name, value in body.items()}


# Every name


def test_all_functions_of_the_elixir_library_exist() -> None:
    assert set(ELIXIR_FUNCTIONS) == set(flat.FUNCTIONS) == set(package.FLAT_FUNCTIONS)
    assert len(ELIXIR_FUNCTIONS) == 52  # 51, and another name for one of them in the README of that library
    assert set(ELIXIR_FUNCTIONS) <= set(dir(package))


@pytest.mark.parametrize("name", ELIXIR_FUNCTIONS)
def test_function_is_a_package_attribute_with_its_signatures_as_docstring(name: str) -> None:
    function = getattr(package, name)
    assert callable(function)
    doc = function.__doc__
    assert doc.startswith(flat.FlatFunction(name).usage)
    for _, endpoint in ELIXIR_FUNCTIONS[name]:
        assert endpoint in doc


@every_signature
def test_ids_come_first_then_params_then_config(name: str, names: list[str], endpoint: str) -> None:
    config, ids = Config(timeout=5), id_values(names)
    params = {"a": 1, "b": None}
    for arguments, keywords, body in [
        ((), {}, {}),
        ((params,), {}, params),
        ((None,), {}, {}),
        (({},), {}, {}),
        ((), {"params": params}, params),
        ((), {"params": None}, {}),
        ((), params, params),
        ((params,), {"c": 2}, {**params, "c": 2}),
        ((), {"params": params, "c": 2}, {**params, "c": 2}),
        ((MappingProxyType(params),), {}, params),
    ]:
        for configs, config_keywords, expected in [
            ((), {}, None),
            ((config,), {}, config),
            ((), {"config": config}, config),
        ]:
            operation, fields, parsed_config = parse(
                name, *ids.values(), *arguments, *configs, **keywords, **config_keywords
            )
            assert "{} {}".format(operation.method, operation.path) == endpoint
            assert with_paths_as_text(fields) == {**ids, **body}
            assert parsed_config is expected
    assert params == {"a": 1, "b": None}, "the caller's params were changed"


@every_signature
def test_ids_and_files_may_be_keywords(name: str, names: list[str], endpoint: str) -> None:
    ids = id_values(names)
    operation, fields, _ = parse(name, {"a": 1}, **ids)
    assert "{} {}".format(operation.method, operation.path) == endpoint
    assert with_paths_as_text(fields) == {**ids, "a": 1}
    if len(names) > 1:
        first, rest = names[0], names[1:]
        assert with_paths_as_text(parse(name, ids[first], **{n: ids[n] for n in rest})[1]) == ids
        assert with_paths_as_text(parse(name, *[ids[n] for n in rest], **{first: ids[first]})[1]) == ids


@every_signature
def test_text_in_place_of_a_file_is_a_path(name: str, names: list[str], endpoint: str) -> None:
    if names not in (["file"], ["image"]):
        for value in parse(name, *id_values(names).values())[1].values():
            assert type(value) is str
        return
    for arguments, keywords in [(("a.wav",), {}), ((), {names[0]: "a.wav"})]:
        file = parse(name, *arguments, **keywords)[1][names[0]]
        assert isinstance(file, os.PathLike)
        assert (os.fspath(file), repr(file)) == ("a.wav", "'a.wav'")
    for file in (b"bytes", Path("a.wav"), ("a.wav", b"bytes")):
        assert parse(name, file)[1][names[0]] is file


# Calls that fit no signature


@pytest.mark.parametrize("name", ELIXIR_FUNCTIONS)
def test_too_many_ids_are_rejected_with_the_usage(name: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        parse(name, "a", "b", "c", "d")
    assert str(caught.value) == "{}(): got 4 ids or files; call it as {}".format(name, flat.FlatFunction(name).usage)
    assert isinstance(caught.value, TypeError)


@pytest.mark.parametrize("name", [name for name, signatures in ELIXIR_FUNCTIONS.items() if signatures[0][0]])
def test_too_few_ids_are_rejected_with_the_usage(name: str) -> None:
    count = len(ELIXIR_FUNCTIONS[name][0][0].split()) - 1
    with pytest.raises(ArgumentError, match=r"got {} ids? or files?; call it as {}\(".format(count, name)):
        parse(name, *["x"] * count, {"a": 1})


@pytest.mark.parametrize(
    "name, usage",
    [
        ("models", "models(params={}, config=None) or models(model, params={}, config=None)"),
        ("files_upload", "files_upload(file, params={}, config=None)"),
        ("thread_message", "thread_message(thread_id, message_id, params={}, config=None)"),
    ],
)
def test_usage_lists_all_signatures(name: str, usage: str) -> None:
    assert flat.FlatFunction(name).usage == usage


@pytest.mark.parametrize(
    "name, arguments, keywords, expected",
    [
        ("models", ({}, "id"), {}, "ids must come before params"),
        ("thread_run", ("t", {}, "r"), {}, "ids must come before params"),
        ("chat_completion", ({}, {}), {}, "got params twice; config must be a Config"),
        ("chat_completion", ({},), {"params": {}}, "got params twice"),
        ("chat_completion", (None,), {"params": {}}, "got params twice"),
        ("images_generations", ({}, {}, {}), {}, "got params twice"),
        ("images_generations", ({}, {}), {"config": {}}, "got params twice"),
        ("chat_completion", ({}, Config()), {"config": Config()}, "config: got two; pass only one"),
        ("chat_completion", ({"model": "a"},), {"model": "b"}, "got 'model' twice"),
        ("chat_completion", (), {"params": {"model": "a"}, "model": "b"}, "got 'model' twice"),
        ("files", ("id",), {"file_id": "id"}, "got 1 id or file"),
        ("files", ("id", {"file_id": "other"}), {}, "got 'file_id' twice"),
        ("assistants_modify", ("a", {"assistant_id": "b"}), {}, "got 'assistant_id' twice"),
        ("files_upload", ("a.txt", {"file": "b.txt"}), {}, "got 'file' twice"),
        ("files_upload", ({"file": "b.txt"},), {"file": "a.txt"}, "got 'file' twice"),
        ("chat_completion", ("gpt", [{"role": "user"}]), {}, "got 2 ids or files"),
    ],
)
def test_conflicting_arguments_are_rejected(name: str, arguments: Any, keywords: Any, expected: str) -> None:
    with pytest.raises(ArgumentError, match=expected) as caught:
        parse(name, *arguments, **keywords)
    assert str(caught.value).startswith(name + "(): ")


# http_options in place of the config


@pytest.mark.parametrize("name", [name for name in ELIXIR_FUNCTIONS if name.startswith(("image_", "images_"))])
def test_image_functions_take_http_options_in_place_of_a_config(name: str) -> None:
    options = {"recv_timeout": 500}
    files = ELIXIR_FUNCTIONS[name][0][0].split()
    operation, body, parsed_config = parse(name, *files, {"n": 2}, options)
    assert parsed_config is options
    assert body["n"] == 2
    assert "recv_timeout" not in body
    assert parse(name, *files, {"n": 2}, config=options)[2] is options


def test_unknown_operation_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        flat.lookup_operation("files.nonsense")
    assert flat.lookup_operation("beta.threads.runs.steps.list").path == "/threads/{thread_id}/runs/{run_id}/steps"
