# SPDX-License-Identifier: MIT
"""What models have because those of the `openai` package have it, without pydantic: classes, attributes, subclasses."""

from __future__ import annotations

import copy
import json
import pickle
import re
from typing import Any, ClassVar, Dict, List, Optional, Union
from unittest import mock

import pytest

from . import FOLDER, load, needs_stubs, package

chat, responses, types = load("types.chat"), load("types.responses"), load("types")
Message: Any = chat.ChatCompletionMessage
BASE_CLASS = re.compile(r"^class (\w+)\((\w+)[\[,)]", re.MULTILINE)

COMPLETION: Dict[str, Any] = {
    "id": "c",
    "object": "chat.completion",
    "created": 1,
    "model": "m",
    "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "hi"}}],
    "usage": {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3, "cost": 4},
    "unknown": {"a": [1, {"b": None}]},
}


def completion() -> Any:
    return chat.ChatCompletion.construct(**COMPLETION)


# Classes


@needs_stubs
def test_models_inherit_from_each_other_as_in_the_stubs() -> None:
    root = FOLDER / "types"
    relations = 0
    for file in sorted(root.rglob("*.pyi")):
        path = ".".join(file.relative_to(root).with_suffix("").parts)
        for name, base in BASE_CLASS.findall(file.read_text("utf-8")):
            if base in ("BaseModel", "GenericModel", "TypedDict", "Protocol") or path.endswith(("_param", "_params")):
                continue
            module = load("types." + path)
            cls = getattr(module, name)
            if issubclass(cls, package.BaseModel):
                parent = cls.__mro__[1]
                assert issubclass(cls, parent) and parent.__name__.endswith(base.rpartition("_")[2]), (path, name, base)
                assert parent is not load("results.models").Model
                relations += 1
    assert relations > 130


@needs_stubs
@pytest.mark.parametrize("path", ["realtime.conversation_item_create_event", "realtime.session_created_event"])
def test_models_that_no_call_returns_are_classes_too(path: str) -> None:
    name = "".join(part.title() for part in path.rpartition(".")[2].split("_"))
    cls = getattr(load("types." + path), name)
    assert issubclass(cls, package.BaseModel) and cls.__module__.endswith(path)
    assert cls is getattr(load("types.realtime"), name)


@needs_stubs
def test_fields_of_models_that_no_call_returns() -> None:
    realtime = load("types.realtime")
    item = {"type": "message", "role": "user", "content": [{"type": "input_text", "text": "x"}]}
    event = realtime.ConversationItemCreateEvent(type="conversation.item.create", item=item)
    assert type(event.item).__name__ == "RealtimeConversationItemUserMessage"
    assert type(event.item.content[0]).__name__ == "Content" and event.item.content[0].text == "x"
    assert event.event_id is None and event.to_dict() == {"type": "conversation.item.create", "item": item}
    assert pickle.loads(pickle.dumps(event)) == event and vars(event)["item"] == event.item
    with pytest.raises(AttributeError):
        event.nothing  # noqa: B018
    assert type(realtime.InputAudioBufferSpeechStartedEvent(audio_start_ms=1).audio_start_ms) is int
    vad = load("types.realtime.realtime_audio_input_turn_detection").ServerVad(threshold=1)
    assert type(vad.threshold) is float


@needs_stubs
def test_names_that_only_annotations_use_have_values() -> None:
    assert types.FilePurpose.__args__[0] == "assistants"
    literal = types.ChatModel.__args__
    assert all(isinstance(name, str) for name in literal) and len(literal) > 10


def test_generic_classes_take_types() -> None:
    for name in ("Stream", "AsyncStream"):
        alias = getattr(package, name)[int]
        assert alias.__origin__ is getattr(package, name) and alias.__args__ == (int,)
    pages = load("pagination")
    assert pages.SyncCursorPage[types.FileObject] and pages.AsyncPaginator[int, pages.AsyncPage[int]]
    streaming = load("lib.streaming.chat")
    for cls in (
        chat.ParsedChatCompletion,
        streaming.ChatCompletionStream,
        streaming.AsyncChatCompletionStreamManager,
        streaming.ChatCompletionStreamState,
        streaming.ContentDoneEvent,
        load("lib.streaming").AssistantStreamManager,
        load("lib.streaming.responses").AsyncResponseStream,
        load("_response").ResponseContextManager,
    ):
        assert cls[int] is not None


# Values


def test_models_are_true_and_compare_fields() -> None:
    assert not dict(Message()) and bool(Message()) and bool(chat.ChatCompletionChunk.construct())
    absent, null = Message(role="assistant"), Message(role="assistant", content=None)
    assert absent == null and not absent != null
    assert absent != Message(role="assistant", extra=1) and Message() != chat.ChatCompletion()
    assert absent == {"role": "assistant"} and null != {"role": "assistant"}
    with pytest.raises(TypeError):
        hash(absent)


def test_numbers_are_floats_where_the_type_says_so() -> None:
    response = responses.Response.construct(created_at=1, temperature=1, max_output_tokens=1)
    assert [type(response.created_at), type(response.temperature)] == [float, float]
    assert type(response.max_output_tokens) is int and type(completion().created) is int
    assert json.loads(response.to_json()) == {"created_at": 1.0, "temperature": 1.0, "max_output_tokens": 1}


def test_dict_attribute_has_the_declared_fields() -> None:
    result = completion()
    result._request_id = "req"
    assert list(vars(result))[:5] == ["id", "choices", "created", "model", "object"]
    assert vars(result)["service_tier"] is None and vars(result)["_request_id"] == "req"
    assert "unknown" not in vars(result) and result.__pydantic_extra__ == {"unknown": COMPLETION["unknown"]}
    choice = result.__dict__.get("choices")[-1].__dict__
    assert choice["message"].__dict__["content"] == "hi" and choice["logprobs"] is None
    counts = {name: value for name, value in result.usage.__dict__.items() if isinstance(value, int)}
    assert counts == {"completion_tokens": 2, "prompt_tokens": 1, "total_tokens": 3}
    assert vars(load("results.models").UnknownModel(type="new")) == {"type": "new"}


def test_changes_of_the_dict_attribute_reach_the_model() -> None:
    result = completion()
    result.__dict__["id"] = "new"
    result.__dict__.update(model="other", note=1)
    assert result.to_dict()["id"] == "new" and result.model == "other"
    assert result.note == 1 and "note" in vars(result) and "note" not in result.to_dict()
    assert result.__dict__.pop("note") == 1 and not hasattr(result, "note")
    assert result.__dict__.setdefault("id", "x") == "new"
    del result.__dict__["id"]
    assert result.id is None and "id" not in result
    attributes = result.__dict__
    attributes |= {"id": "again"}
    assert result.id == "again"
    with mock.patch.object(result, "id", "patched"):
        assert result.id == "patched"
    assert result.id == "again"


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_copies_have_the_attributes_that_are_no_fields(protocol: int) -> None:
    result = completion()
    result._request_id, result.__dict__["note"] = "req", 1
    for duplicate in (
        copy.copy(result),
        copy.deepcopy(result),
        result.model_copy(),
        result.model_copy(deep=True),
        pickle.loads(pickle.dumps(result, protocol)),
    ):
        assert duplicate == result and type(duplicate) is type(result)
        assert duplicate._request_id == "req" and duplicate.note == 1 and vars(duplicate) == vars(result)


def test_objects_of_unknown_types_can_be_pickled() -> None:
    response = responses.Response.construct(output=[{"type": "brand_new", "z": 1}])
    item = response.output[0]
    assert item.z == 1 and pickle.loads(pickle.dumps(item)) == item
    assert pickle.loads(pickle.dumps(response)).output[0].z == 1


# What pydantic's models have


def test_descriptions_of_fields() -> None:
    fields = chat.ChatCompletion.model_fields
    assert list(fields)[:3] == ["id", "choices", "created"] and fields is not chat.ChatCompletion.model_fields
    assert types.Moderation.model_fields["categories"].alias is None
    categories = load("types.moderation").Categories
    assert categories.model_fields["hate_threatening"].alias == "hate/threatening"
    assert chat.ChatCompletion.__fields__.keys() == fields.keys()
    assert chat.ChatCompletion.model_computed_fields == {} and Message.model_config["extra"] == "allow"


@needs_stubs
def test_types_of_fields() -> None:
    fields = chat.ChatCompletion.model_fields
    assert fields["choices"].annotation == List[load("types.chat.chat_completion").Choice]
    assert fields["usage"].annotation == Optional[types.CompletionUsage]
    assert fields["id"].is_required() and not fields["usage"].is_required()
    assert fields["usage"].default is None and fields["usage"].get_default() is None


def test_description_of_an_object() -> None:
    message = Message(role="assistant", z=3)
    assert list(message.__rich_repr__())[0] == ("content", None) and ("z", 3) in list(message.__repr_args__())
    assert message.__repr_name__() == "ChatCompletionMessage"
    assert message.__pydantic_fields_set__ == message.model_fields_set
    for name in ("__fields_set__", "__pydantic_extra__"):
        with pytest.raises(AttributeError, match="not the class"):
            getattr(Message, name)


@pytest.mark.parametrize(
    "options, expected",
    [
        ({"include": {"choices": {0: {"index"}}}}, {"choices": [{"index": 0}]}),
        (
            {"include": {"choices": {"__all__": {"message": {"role"}}}}},
            {"choices": [{"message": {"role": "assistant"}}]},
        ),
        (
            {"include": {"choices": {-1: True}}, "exclude": {"choices": {0: {"message"}}}, "exclude_unset": True},
            {"choices": [{"index": 0, "finish_reason": "stop"}]},
        ),
        ({"include": {"choices"}, "exclude": {"choices": {0: ...}}}, {"choices": []}),
        ({"include": {"unknown"}, "exclude_none": True}, {"unknown": {"a": [1, {"b": None}]}}),
        ({"include": {"unknown": {"a": {1}}}}, {"unknown": {"a": [{"b": None}]}}),
        ({"include": {"usage": {"cost"}}, "exclude": {"usage": {"total_tokens"}}}, {"usage": {"cost": 4}}),
    ],
)
def test_dumps_select_inside_of_lists(options: Dict[str, Any], expected: Any) -> None:
    assert completion().model_dump(**options) == expected


def test_what_needs_pydantic_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(load("results.model_interface").sys.modules, "pydantic", None)
    with pytest.raises(package.ConfigError, match="model_json_schema: pydantic 2 is not loaded; import pydantic first"):
        Message.model_json_schema()
    assert Message.model_validate({"role": "user"}).role == "user"
    assert Message.model_validate_json(b'{"role": "user"}').role == "user" and Message.parse_obj({"role": "x"})


# Subclasses


class Scored(Message):  # type: ignore[misc]
    kind: ClassVar[str] = "scored"
    score: float = 0.5
    tags: List[str] = []
    needed: str
    inner: Optional[chat.ChatCompletion] = None
    either: Union[types.CompletionUsage, List[types.CompletionUsage], None] = None
    _count: int = 0

    @property
    def twice(self) -> Any:
        return self.score * 2


class Base(package.BaseModel):  # type: ignore[misc,name-defined]
    n: int = 1


def test_subclasses_have_fields_and_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(load("results.model_interface").sys.modules, "pydantic", None)
    first, second = Scored(needed="x", role="assistant"), Scored(needed="x", role="assistant")
    assert (first.score, first.twice, first.kind, first.needed, first._count) == (0.5, 1, "scored", "x", 0)
    first.tags.append("a")
    assert second.tags == [] and first.tags == ["a"] and vars(first)["tags"] == ["a"]
    first._count = 3
    assert second._count == 0 and isinstance(first, chat.ChatCompletionMessage)
    with pytest.raises(package.ArgumentError, match="Scored: needed is missing; pass it as a keyword"):
        Scored(role="assistant")
    assert Scored.model_fields["needed"].is_required() and Scored.model_fields["score"].default == 0.5
    assert "kind" not in Scored.model_fields and list(Scored.model_fields)[0] == "content"
    assert first.model_dump()["score"] == 0.5 and pickle.loads(pickle.dumps(first)) == first


def test_declared_fields_have_the_classes_of_their_types() -> None:
    scored = Scored.construct(inner=COMPLETION, either=[{"prompt_tokens": 1}])
    assert type(scored.inner) is chat.ChatCompletion and scored.inner.choices[0].message.content == "hi"
    assert type(scored.either[0]) is types.CompletionUsage
    assert type(Scored.construct(either={"prompt_tokens": 1}).either) is types.CompletionUsage


def test_subclasses_of_the_base_of_all_models() -> None:
    assert (Base().n, Base(n=2).to_dict(), Base() == Base(n=1), bool(Base())) == (1, {"n": 2}, True, True)
    assert Base(n=1, z=2).model_extra == {"z": 2} and vars(Base(z=2)) == {"n": 1}
