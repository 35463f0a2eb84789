# SPDX-License-Identifier: MIT
"""Answers as models: their classes, fields that weren't sent, kinds that nobody knows yet, and the table behind it."""

from __future__ import annotations

import copy
import importlib
import json
import pickle
from pathlib import Path
from typing import Any, Dict

import pytest

from . import PACKAGE, load, package

objects, models, table = load("results.objects"), load("results.models"), load("results.model_index")
TEXT = Path(__file__).resolve().parent.parent / "docs" / "models.txt"

CHAT: Dict[str, Any] = {
    "id": "c",
    "object": "chat.completion",
    "model": "m",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "hi", "brand_new": {"a": 1}}}],
    "usage": {"total_tokens": 3},
}
RESPONSE: Dict[str, Any] = {
    "id": "r",
    "object": "response",
    "created_at": 1,
    "output": [
        {"type": "reasoning", "id": "rs", "summary": []},
        {"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": "he", "annotations": []}]},
        {"type": "brand_new_item", "foo": {"bar": 1}},
        {"type": "function_call", "name": "f", "arguments": "{}", "call_id": "x"},
        {
            "type": "message",
            "role": "assistant",
            "content": [{"type": "output_text", "text": "y"}, {"type": "refusal"}],
        },
    ],
    "tools": [{"type": "function", "name": "f", "parameters": {}, "strict": True}],
}


def made(value: Any, name: str, near: str = "") -> Any:
    return models.apply_model(objects.parse_json(json.dumps(value)), name, near)


def types(path: str) -> Any:
    return importlib.import_module("{}.types{}".format(PACKAGE, path and "." + path))


@pytest.mark.skipif(not TEXT.exists(), reason="a copy of the folder alone has no docs")
def test_the_table_is_the_text() -> None:
    sections = [table.section_text(number) for number in sorted(table.section_order(""))]
    assert "\n".join(sections) == TEXT.read_text(encoding="utf-8")


def test_every_model_of_the_table_can_be_made() -> None:
    count = 0
    for number in table.section_order(""):
        for path, names in table.section(number).modules.items():
            for name, rest in names.items():
                if rest == "!" or rest.startswith("= "):
                    continue
                kind = models.model_class(path, name)
                count += 1
                for field, _, nested in kind._fields:
                    assert getattr(kind(), field) is None
                    if isinstance(nested, models.NestedField):
                        assert models._members(nested.choice.names, path), (path, name, field)
    assert count > 2000


def test_every_row_gives_what_the_table_has() -> None:
    for family, row in load("api").operations():
        for name in (row.returns, row.stream):
            assert not name or table.locate(name, row.model_package), (family, row)


def test_fields_that_were_not_sent_are_none_and_others_are_attribute_errors() -> None:
    answer = made(CHAT, "ChatCompletion", "chat")
    message = answer.choices[0].message
    assert (type(answer).__name__, type(message).__name__) == ("ChatCompletion", "ChatCompletionMessage")
    assert (answer.service_tier, message.tool_calls, answer.choices[0].logprobs) == (None, None, None)
    assert message.brand_new.a == 1 and answer.usage.completion_tokens is None
    for there, name in ((answer, "content"), (message, "choices"), (answer, "nope")):
        assert not hasattr(there, name)
    with pytest.raises(AttributeError, match="'ChatCompletion' object has no attribute 'nope'"):
        _ = answer.nope
    assert answer == CHAT and json.loads(json.dumps(answer)) == CHAT


def test_items_have_the_class_of_their_type_and_new_ones_stay_neutral() -> None:
    answer = made(RESPONSE, "responses.Response")
    kinds = [type(item).__name__ for item in answer.output]
    assert kinds[:2] == ["ResponseReasoningItem", "ResponseOutputMessage"]
    assert kinds[3] == "ResponseFunctionToolCall" and type(answer.tools[0]).__name__ == "FunctionTool"
    neutral = answer.output[2]
    assert kinds[2] == "APIObject" and neutral.foo.bar == 1
    assert [hasattr(item, "content") for item in answer.output] == [True, True, False, False, True]
    assert answer.output_text == "hey"
    assert made({"output": []}, "responses.Response").output_text == ""
    event = made({"type": "response.weird", "delta": "x"}, "responses.ResponseStreamEvent")
    assert event.delta == "x" and not hasattr(event, "text")


def test_dumps() -> None:
    answer = made(CHAT, "ChatCompletion", "chat")
    dumped = answer.model_dump()
    assert list(dumped) == [name for name, _, _ in type(answer)._fields]
    assert dumped["choices"][0]["message"]["tool_calls"] is None and dumped["service_tier"] is None
    assert answer.to_dict() == CHAT == answer.model_dump(exclude_unset=True)
    assert "service_tier" not in answer.model_dump(exclude_none=True)
    assert set(answer.model_dump(include={"id", "model"})) == {"id", "model"}
    assert "message" not in answer.model_dump(exclude={"id": True, "usage": {"total_tokens"}})["usage"]
    assert "total_tokens" not in answer.model_dump(exclude={"usage": {"total_tokens"}})["usage"]
    assert json.loads(answer.to_json()) == CHAT and json.loads(answer.model_dump_json()) == dumped
    assert repr(answer.usage).startswith("CompletionUsage(completion_tokens=None, prompt_tokens=None, total_tokens=3")
    assert answer.model_fields_set == set(CHAT) and answer.choices[0].message.model_extra == {"brand_new": {"a": 1}}
    assert type(answer).model_fields["id"] == {"alias": None, "default": None}


def test_names_that_differ_on_the_wire() -> None:
    answer = made(
        {"results": [{"categories": {"harassment/threatening": True, "self-harm": False}}]}, "ModerationCreateResponse"
    )
    categories = answer.results[0].categories
    assert categories.harassment_threatening is True and categories.self_harm is False
    assert categories.model_dump()["harassment_threatening"] is True
    assert categories.to_dict() == {"harassment/threatening": True, "self-harm": False}
    categories.self_harm = True
    assert categories["self-harm"] is True
    del categories.self_harm
    assert categories.self_harm is None


def test_models_made_by_hand_travel() -> None:
    chat = types("chat")
    given = [{"id": "a", "type": "function", "function": {"name": "f", "arguments": "{}"}}]
    message = chat.ChatCompletionMessage(role="assistant", content="hi", tool_calls=given)
    assert message.tool_calls[0].function.name == "f" and isinstance(message, chat.ChatCompletionMessage)
    assert type(given[0]) is dict, "what was passed is the caller's"
    for other in (
        pickle.loads(pickle.dumps(message)), copy.copy(message), copy.deepcopy(message), message.model_copy(deep=True),
        type(message).model_validate(dict(message)), type(message).model_validate_json(json.dumps(message)),
    ):  # fmt: skip
        assert type(other) is type(message) and other == message
    assert message.model_copy(update={"content": "ho"}).content == "ho" and message.content == "hi"
    assert isinstance(message, package.BaseModel)


@pytest.mark.parametrize("name", ["WebhookEndpointWithSecret", ""])
def test_the_secret_of_a_webhook_is_not_printed(name: str) -> None:
    answer = made({"id": "we_1", "signing_secret": "whsec_shown"}, name, "webhooks")
    assert "whsec_shown" not in repr(answer) and "signing_secret='***'" in repr(answer)
    assert answer.signing_secret == answer.model_dump()["signing_secret"] == "whsec_shown"


def test_modules_of_types() -> None:
    chat, root = types("chat"), types("")
    assert types("chat.chat_completion").ChatCompletion is chat.ChatCompletion is not types("").Completion
    assert types("chat.chat_completion").Choice is not types("chat.chat_completion_chunk").Choice
    assert chat.ChatCompletionMessageParam(role="user", content="x") == {"role": "user", "content": "x"}
    assert root.FileObject.__module__ == PACKAGE + ".types.file_object"
    assert root.ChatModel is not None and types("chat.completion_create_params").Anything is dict
    for missing in ("nope", "chat.nope"):
        with pytest.raises(ImportError):
            types(missing)
    with pytest.raises(AttributeError, match="Nope"):
        _ = chat.Nope
    assert "ChatCompletion" in dir(chat) and "FileObject" in dir(root)


def test_answers_of_calls_are_typed() -> None:
    with load("testing").EmbeddedServer() as server, package.OpenAI(api_key="k", base_url=server.base_url) as client:
        chat = types("chat")
        asked: Dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "x"}]}
        answer = client.chat.completions.create(**asked)
        assert isinstance(answer, chat.ChatCompletion) and answer._request_id
        follow = asked["messages"] + [answer.choices[0].message, {"role": "user", "content": "y"}]
        client.chat.completions.create(model="m", messages=follow)
        assert server.requests[-1].json()["messages"][1] == answer.choices[0].message
        with client.chat.completions.create(stream=True, **asked) as stream:
            assert all(isinstance(chunk, chat.ChatCompletionChunk) for chunk in stream)
        page = client.models.list()
        assert repr(page).startswith("SyncPage[Model](data=[Model(id=") and "created" in page.model_dump()["data"][0]
        assert {type(item) for item in page} == {types("").Model} and type(page.data[0]) is types("").Model
        vectors = client.embeddings.create(model="m", input="x")
        assert isinstance(vectors, types("").CreateEmbeddingResponse) and isinstance(
            vectors.data[0].embedding[0], float
        )
        file = ("a.wav", b"RIFF")
        for asked_for, name in (("json", "Transcription"), ("verbose_json", "TranscriptionVerbose")):
            text = client.audio.transcriptions.create(model="whisper-1", file=file, response_format=asked_for)
            assert isinstance(text, getattr(types("audio"), name))


@pytest.mark.parametrize("value, name", [(CHAT, "chat.ChatCompletion"), (RESPONSE, "responses.Response")])
def test_answers_are_what_the_official_ones_are(value: Any, name: str) -> None:
    pytest.importorskip("openai")
    official: Any = importlib.import_module("openai.types." + name.rpartition(".")[0])
    theirs = getattr(official, name.rpartition(".")[2]).construct(**copy.deepcopy(value))
    ours = made(value, name)
    assert list(ours.model_dump()) == list(theirs.model_dump(warnings=False))
    if name.startswith("chat"):
        assert ours.model_dump() == theirs.model_dump() and ours.to_dict() == theirs.to_dict()
        assert repr(ours).replace("APIObject(a=1)", "{'a': 1}") == repr(theirs)
