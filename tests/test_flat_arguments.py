# SPDX-License-Identifier: MIT
"""How the flat functions read their arguments: every name, all its ways to be called, and the errors of all others."""

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

# Name -> (ids and files, verb and path) for each of its ways: all that the seed library exports, and what it called.
SEED = {
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
WAYS = [(name, names.split(), place) for name, ways in SEED.items() for names, place in ways]
every_way = pytest.mark.parametrize("name, names, place", WAYS, ids=["{} {}".format(n, len(a)) for n, a, _ in WAYS])
UPLOADS = ("file", "image")


def read(name: str, *arguments: Any, **keywords: Any) -> Any:
    return flat.FlatFunction(name).parse_arguments(arguments, keywords, Config)


def values(names: list[str]) -> dict[str, str]:
    return {name: "the-" + name for name in names}


def plain(body: Any) -> Any:
    """Return a body with paths as text."""
    return {name: os.fspath(value) if isinstance(value, os.PathLike) else value for name, value in body.items()}


# Every name


def test_all_functions_of_the_seed_are_there() -> None:
    assert set(SEED) == set(flat.FUNCTIONS) == set(package.FLAT_FUNCTIONS)
    assert len(SEED) == 52  # 51, and the name that the seed's README gives to one of them
    assert set(SEED) <= set(dir(package))


@pytest.mark.parametrize("name", SEED)
def test_function_is_a_package_level_name_and_tells_its_ways(name: str) -> None:
    function = getattr(package, name)
    assert callable(function)
    doc = function.__doc__
    assert doc.startswith(flat.FlatFunction(name).usage)
    for _, place in SEED[name]:
        assert place in doc


@every_way
def test_ids_come_first_then_params_then_config(name: str, names: list[str], place: str) -> None:
    config, given = Config(timeout=5), values(names)
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
        for configs, more, expected in [((), {}, None), ((config,), {}, config), ((), {"config": config}, config)]:
            row, found, said = read(name, *given.values(), *arguments, *configs, **keywords, **more)
            assert "{} {}".format(row.method, row.path) == place
            assert plain(found) == {**given, **body}
            assert said is expected
    assert params == {"a": 1, "b": None}, "the caller's params were changed"


@every_way
def test_ids_and_files_may_be_keywords(name: str, names: list[str], place: str) -> None:
    given = values(names)
    row, found, _ = read(name, {"a": 1}, **given)
    assert "{} {}".format(row.method, row.path) == place
    assert plain(found) == {**given, "a": 1}
    if len(names) > 1:
        first, rest = names[0], names[1:]
        assert plain(read(name, given[first], **{n: given[n] for n in rest})[1]) == given
        assert plain(read(name, *[given[n] for n in rest], **{first: given[first]})[1]) == given


@every_way
def test_file_may_be_text_that_can_only_be_a_path(name: str, names: list[str], place: str) -> None:
    if names not in (["file"], ["image"]):
        for value in read(name, *values(names).values())[1].values():
            assert type(value) is str
        return
    for arguments, keywords in [(("a.wav",), {}), ((), {names[0]: "a.wav"})]:
        found = read(name, *arguments, **keywords)[1][names[0]]
        assert isinstance(found, os.PathLike)
        assert (os.fspath(found), repr(found)) == ("a.wav", "'a.wav'")
    for file in (b"bytes", Path("a.wav"), ("a.wav", b"bytes")):
        assert read(name, file)[1][names[0]] is file


# What fits no way


@pytest.mark.parametrize("name", SEED)
def test_too_many_ids_are_refused_with_the_usage(name: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        read(name, "a", "b", "c", "d")
    assert str(caught.value) == "{}(): got 4 ids or files; call it as {}".format(name, flat.FlatFunction(name).usage)
    assert isinstance(caught.value, TypeError)


@pytest.mark.parametrize("name", [name for name, ways in SEED.items() if ways[0][0]])
def test_too_few_ids_are_refused_with_the_usage(name: str) -> None:
    count = len(SEED[name][0][0].split()) - 1
    with pytest.raises(ArgumentError, match=r"got {} ids? or files?; call it as {}\(".format(count, name)):
        read(name, *["x"] * count, {"a": 1})


@pytest.mark.parametrize(
    "name, usage",
    [
        ("models", "models(params={}, config=None) or models(model, params={}, config=None)"),
        ("files_upload", "files_upload(file, params={}, config=None)"),
        ("thread_message", "thread_message(thread_id, message_id, params={}, config=None)"),
    ],
)
def test_usage_names_all_ways(name: str, usage: str) -> None:
    assert flat.FlatFunction(name).usage == usage


@pytest.mark.parametrize(
    "name, arguments, keywords, said",
    [
        ("models", ({}, "id"), {}, "the ids come before the params"),
        ("thread_run", ("t", {}, "r"), {}, "the ids come before the params"),
        ("chat_completion", ({}, {}), {}, "params were given twice; a config must be a Config"),
        ("chat_completion", ({},), {"params": {}}, "params were given twice"),
        ("chat_completion", (None,), {"params": {}}, "params were given twice"),
        ("images_generations", ({}, {}, {}), {}, "params were given twice"),
        ("images_generations", ({}, {}), {"config": {}}, "params were given twice"),
        ("chat_completion", ({}, Config()), {"config": Config()}, "two configs were given"),
        ("chat_completion", ({"model": "a"},), {"model": "b"}, "'model' was given twice"),
        ("chat_completion", (), {"params": {"model": "a"}, "model": "b"}, "'model' was given twice"),
        ("files", ("id",), {"file_id": "id"}, "got 1 id or file"),
        ("files", ("id", {"file_id": "other"}), {}, "'file_id' was given twice"),
        ("assistants_modify", ("a", {"assistant_id": "b"}), {}, "'assistant_id' was given twice"),
        ("files_upload", ("a.txt", {"file": "b.txt"}), {}, "'file' was given twice"),
        ("files_upload", ({"file": "b.txt"},), {"file": "a.txt"}, "'file' was given twice"),
        ("chat_completion", ("gpt", [{"role": "user"}]), {}, "got 2 ids or files"),
    ],
)
def test_arguments_that_contradict_each_other_are_refused(name: str, arguments: Any, keywords: Any, said: str) -> None:
    with pytest.raises(ArgumentError, match=said) as caught:
        read(name, *arguments, **keywords)
    assert str(caught.value).startswith(name + "(): ")


# http_options in the config's place, as of old


@pytest.mark.parametrize("name", [name for name in SEED if name.startswith(("image_", "images_"))])
def test_image_functions_take_http_options_in_place_of_a_config(name: str) -> None:
    options = {"recv_timeout": 500}
    files = SEED[name][0][0].split()
    row, body, said = read(name, *files, {"n": 2}, options)
    assert said is options
    assert body["n"] == 2
    assert "recv_timeout" not in body
    assert read(name, *files, {"n": 2}, config=options)[2] is options


def test_operation_that_does_not_exist_is_not_found() -> None:
    with pytest.raises(KeyError):
        flat.lookup_operation("files.nonsense")
    assert flat.lookup_operation("beta.threads.runs.steps.list").path == "/threads/{thread_id}/runs/{run_id}/steps"
