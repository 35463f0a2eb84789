# SPDX-License-Identifier: MIT
"""Results as models: their classes, fields that weren't sent, objects of unknown types, and the table of models."""

from __future__ import annotations

import copy
import importlib
import json
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict

import pytest

from . import FOLDER, PACKAGE, load, needs_stubs, package

objects, models = load("results.objects"), load("results.models")
model_data, model_index = load("results.model_data"), load("results.model_index")
CHAT_BUDGET, RESPONSES_BUDGET, TABLE_BUDGET = 30_000, 30_000, 250_000  # bytes of source

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


def apply(value: Any, name: str, near: str = "") -> Any:
    """Decode a value as a call does, and return it with its model's class."""
    return models.apply_model(objects.parse_json(json.dumps(value)), name, near)


def types(path: str) -> Any:
    """Import a module below `types`."""
    return importlib.import_module("{}.types{}".format(PACKAGE, path and "." + path))


def module(key: str, text: str) -> Any:
    """Return a module of the chat family that isn't in the table."""
    return model_data.Module("chat", "chat", key, text)


def test_every_model_of_the_table_can_be_built() -> None:
    count = 0
    for module in model_index.all_modules():
        for name in model_index.names_in(module):
            if model_data.members_of(model_data.define(module, name)):
                continue
            cls = models.model_class(module, name)
            count += 1
            for field, _, nested in cls._fields:
                assert getattr(cls(), field) is None
                if isinstance(nested, models.NestedField):
                    references = nested.union.references.split("|")
                    assert len(nested.union.paths()) >= len(references), (module.path, name, field)
    assert count > 2000


def test_every_operation_returns_models_of_the_table() -> None:
    for family, operation in load("api").operations():
        for name in (operation.returns, operation.stream):
            path = name and models.find_path(name, operation.model_package)
            assert not name or model_data.define(*path), (family, operation)


def test_the_table_is_small_and_plain() -> None:
    folder = Path(str(model_data.__file__)).parent
    sizes = {path.stem: len(path.read_bytes()) for path in folder.glob("*.py")}
    assert sizes["chat"] <= CHAT_BUDGET and sizes["responses"] <= RESPONSES_BUDGET
    assert sum(sizes[family] for family in model_data.FAMILIES) <= TABLE_BUDGET
    assert set(sizes) == {*model_data.FAMILIES, "__init__", "annotations"}


def test_a_model_loads_the_family_that_it_is_of() -> None:
    code = (
        "import sys; sys.path.insert(0, {!r})\n"
        "from {}.results import models, objects\n"
        "result = models.apply_model(objects.APIObject(choices=[objects.APIObject()]), 'ChatCompletion', 'chat')\n"
        "assert type(result.choices[0]).__name__ == 'Choice' and result.usage is None\n"
        "print(*sorted(n.rpartition('.')[2] for n in sys.modules if '.model_' in n))"
    ).format(str(FOLDER.parents[PACKAGE.count(".")]), PACKAGE)
    done = subprocess.run([sys.executable, "-I", "-c", code], stdout=subprocess.PIPE, timeout=60, check=True)
    assert done.stdout.decode().split() == ["chat", "model_data"]


def test_the_notation_of_the_table() -> None:
    text = """id, self-harm as self_harm, data: [Item | +Other],
        role = "user" | "system"
    Item: text
      +Part: x
    MainOther = Item
    """
    main = module("Main", text)
    assert main.models == {
        "Main": 'id, self-harm as self_harm, data: [Item | +Other], role = "user" | "system"',
        "Item": "text",
        "ItemPart": "x",
        "MainOther": "= Item",
    }
    assert [field[:4] for field in model_data.fields_of(model_data.define(main, "Main"))] == [
        ("id", "id", "", ""),
        ("self-harm", "self_harm", "", ""),
        ("data", "data", "[Item | +Other]", ""),
        ("role", "role", "", '"user" | "system"'),
    ]
    union = models.ModelUnion("Item | +Other", (main, "Main", None))
    assert union.paths() == [(main, "Item"), (main, "Item")]
    assert model_data.snake_case("APIKeyList") == "api_key_list" and main.path == "chat.main"


def test_copies_have_classes_of_their_own_and_subclasses_share_those_of_their_base() -> None:
    text = """like ChatCompletion, extra: Extra, created, object = "x"
    Extra: y
    Sub: (Extra), z
    """
    copy = module("OtherChatCompletion", text)
    definition = model_data.define(copy, "OtherChatCompletion")
    names = [field[0] for field in model_data.fields_of(definition)]
    assert names[:4] == ["id", "choices", "model", "object"] and names[-2:] == ["extra", "created"]
    choices = next(field for field in model_data.fields_of(definition) if field[0] == "choices")
    assert model_data.resolve("Choice", choices[4]) == (copy, "Choice")
    assert [field[0] for field in model_data.fields_of(model_data.define(copy, "ModerationInputError"))][0] == "code"
    assert model_data.define(copy, "Missing") is None and not model_data.has_name(copy, "ChatCompletionMessage")
    assert [field[0] for field in model_data.fields_of(model_data.define(copy, "Sub"))] == ["y", "z"]
    parsed = types("chat").ParsedChatCompletion()
    parsed["usage"] = objects.APIObject()
    assert type(parsed.usage) is types("").CompletionUsage
    beta = apply({"tools": [{"type": "function"}]}, "BetaResponse", "beta")
    assert type(beta.tools[0]).__module__ == PACKAGE + ".types.beta.beta_function_tool"


def test_fields_that_were_not_sent_are_none_and_others_are_attribute_errors() -> None:
    result = apply(CHAT, "ChatCompletion", "chat")
    message = result.choices[0].message
    assert (type(result).__name__, type(message).__name__) == ("ChatCompletion", "ChatCompletionMessage")
    assert (result.service_tier, message.tool_calls, result.choices[0].logprobs) == (None, None, None)
    assert message.brand_new.a == 1 and result.usage.completion_tokens is None
    for instance, name in ((result, "content"), (message, "choices"), (result, "nope")):
        assert not hasattr(instance, name)
    with pytest.raises(AttributeError, match="'ChatCompletion' object has no attribute 'nope'"):
        _ = result.nope
    assert result == CHAT and json.loads(json.dumps(result)) == CHAT


def test_items_have_the_class_of_their_type_and_unknown_ones_are_plain_objects() -> None:
    result = apply(RESPONSE, "responses.Response")
    names = [type(item).__name__ for item in result.output]
    assert names[:2] == ["ResponseReasoningItem", "ResponseOutputMessage"]
    assert names[3] == "ResponseFunctionToolCall" and type(result.tools[0]).__name__ == "FunctionTool"
    unknown = result.output[2]
    assert names[2] == "APIObject" and unknown.foo.bar == 1
    assert [hasattr(item, "content") for item in result.output] == [True, True, False, False, True]
    assert result.output_text == "hey"
    assert apply({"output": []}, "responses.Response").output_text == ""
    event = apply({"type": "response.weird", "delta": "x"}, "responses.ResponseStreamEvent")
    assert event.delta == "x" and not hasattr(event, "text")


def test_dumps_have_all_fields_in_order() -> None:
    result = apply(CHAT, "ChatCompletion", "chat")
    dumped = result.model_dump()
    assert list(dumped) == [name for name, _, _ in type(result)._fields]
    assert dumped["choices"][0]["message"]["tool_calls"] is None and dumped["service_tier"] is None
    assert result.to_dict() == CHAT == result.model_dump(exclude_unset=True)
    assert "service_tier" not in result.model_dump(exclude_none=True)
    assert set(result.model_dump(include={"id", "model"})) == {"id", "model"}
    assert "message" not in result.model_dump(exclude={"id": True, "usage": {"total_tokens"}})["usage"]
    assert "total_tokens" not in result.model_dump(exclude={"usage": {"total_tokens"}})["usage"]
    assert json.loads(result.to_json()) == CHAT and json.loads(result.model_dump_json()) == dumped
    assert repr(result.usage).startswith("CompletionUsage(completion_tokens=None, prompt_tokens=None, total_tokens=3")
    assert result.model_fields_set == set(CHAT) and result.choices[0].message.model_extra == {"brand_new": {"a": 1}}
    assert type(result).model_fields["id"] == {"alias": None, "default": None}


def test_fields_whose_names_in_json_differ() -> None:
    result = apply(
        {"results": [{"categories": {"harassment/threatening": True, "self-harm": False}}]}, "ModerationCreateResponse"
    )
    categories = result.results[0].categories
    assert categories.harassment_threatening is True and categories.self_harm is False
    assert categories.model_dump()["harassment_threatening"] is True
    assert categories.to_dict() == {"harassment/threatening": True, "self-harm": False}
    categories.self_harm = True
    assert categories["self-harm"] is True
    del categories.self_harm
    assert categories.self_harm is None


def test_models_built_by_hand_can_be_copied_pickled_and_validated() -> None:
    chat = types("chat")
    tool_calls = [{"id": "a", "type": "function", "function": {"name": "f", "arguments": "{}"}}]
    message = chat.ChatCompletionMessage(role="assistant", content="hi", tool_calls=tool_calls)
    assert message.tool_calls[0].function.name == "f" and isinstance(message, chat.ChatCompletionMessage)
    assert type(tool_calls[0]) is dict, "the argument isn't changed"
    for other in (
        pickle.loads(pickle.dumps(message)), copy.copy(message), copy.deepcopy(message), message.model_copy(deep=True),
        type(message).model_validate(dict(message)), type(message).model_validate_json(json.dumps(message)),
    ):  # fmt: skip
        assert type(other) is type(message) and other == message
    assert message.model_copy(update={"content": "ho"}).content == "ho" and message.content == "hi"
    if sys.version_info >= (3, 13):
        assert copy.replace(message, content="ho").content == "ho" and message.content == "hi"
    assert isinstance(message, package.BaseModel)


@pytest.mark.parametrize("name", ["WebhookEndpointWithSecret", ""])
def test_the_secret_of_a_webhook_is_not_printed(name: str) -> None:
    result = apply({"id": "we_1", "signing_secret": "whsec_shown"}, name, "webhooks")
    assert "whsec_shown" not in repr(result) and "signing_secret='***'" in repr(result)
    assert result.signing_secret == result.model_dump()["signing_secret"] == "whsec_shown"


@needs_stubs
def test_modules_of_types() -> None:
    chat, root = types("chat"), types("")
    assert types("chat.chat_completion").ChatCompletion is chat.ChatCompletion is not types("").Completion
    assert types("chat.chat_completion").Choice is not types("chat.chat_completion_chunk").Choice
    assert chat.ChatCompletionUserMessageParam(role="user", content="x") == {"role": "user", "content": "x"}
    assert root.FileObject.__module__ == PACKAGE + ".types.file_object"
    assert root.ChatModel is not None and not hasattr(types("chat.completion_create_params"), "Anything")
    for missing in ("nope", "chat.nope"):
        with pytest.raises(ImportError):
            types(missing)
    with pytest.raises(AttributeError, match="Nope"):
        _ = chat.Nope
    assert "ChatCompletion" in dir(chat) and "FileObject" in dir(root)


def test_results_of_calls_have_their_classes() -> None:
    with load("testing").EmbeddedServer() as server, package.OpenAI(api_key="k", base_url=server.base_url) as client:
        chat = types("chat")
        arguments: Dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "x"}]}
        result = client.chat.completions.create(**arguments)
        assert isinstance(result, chat.ChatCompletion) and result._request_id
        messages = arguments["messages"] + [result.choices[0].message, {"role": "user", "content": "y"}]
        client.chat.completions.create(model="m", messages=messages)
        assert server.requests[-1].json()["messages"][1] == result.choices[0].message
        with client.chat.completions.create(stream=True, **arguments) as stream:
            assert all(isinstance(chunk, chat.ChatCompletionChunk) for chunk in stream)
        page = client.models.list()
        assert repr(page).startswith("SyncPage[Model](data=[Model(id=") and "created" in page.model_dump()["data"][0]
        assert {type(item) for item in page} == {types("").Model} and type(page.data[0]) is types("").Model
        vectors = client.embeddings.create(model="m", input="x")
        assert isinstance(vectors, types("").CreateEmbeddingResponse) and isinstance(
            vectors.data[0].embedding[0], float
        )
        file = ("a.wav", b"RIFF")
        for response_format, name in (("json", "Transcription"), ("verbose_json", "TranscriptionVerbose")):
            text = client.audio.transcriptions.create(model="whisper-1", file=file, response_format=response_format)
            assert isinstance(text, getattr(types("audio"), name))


@pytest.mark.parametrize("value, name", [(CHAT, "chat.ChatCompletion"), (RESPONSE, "responses.Response")])
def test_results_equal_those_of_the_official_package(value: Any, name: str) -> None:
    pytest.importorskip("openai")
    official: Any = importlib.import_module("openai.types." + name.rpartition(".")[0])
    theirs = getattr(official, name.rpartition(".")[2]).construct(**copy.deepcopy(value))
    ours = apply(value, name)
    assert list(ours.model_dump()) == list(theirs.model_dump(warnings=False))
    if name.startswith("chat"):
        assert ours.model_dump() == theirs.model_dump() and ours.to_dict() == theirs.to_dict()
        assert repr(ours).replace("APIObject(a=1)", "{'a': 1}") == repr(theirs)


def test_every_module_that_has_a_stub_can_be_imported() -> None:
    folder = FOLDER / "types"
    paths = [path.relative_to(folder).with_suffix("").parts for path in folder.rglob("*.pyi")]
    names = {".".join(part for part in parts if part != "__init__") for parts in paths}
    for name in sorted(names):
        assert types(name).__name__.endswith("types" + ("." + name if name else ""))


@needs_stubs
def test_star_imports_of_types_have_the_main_names_only() -> None:
    listed = types("chat").__all__
    assert {"ChatCompletion", "ParsedChoice", "ChatCompletionRole"} <= set(listed)
    assert not {"Choice", "Logprob", "TopLogprob"} & set(listed)
    assert {"Batch", "Metadata", "Reasoning"} <= set(types("").__all__) and "Error" not in types("").__all__
    assert all(hasattr(types(path), name) for path in ("", "chat", "responses") for name in types(path).__all__)


def test_another_model_of_the_same_name_has_no_text() -> None:
    other = types("beta.realtime.response_create_event").Response
    assert other.__name__ == "Response" and not hasattr(other, "output_text")


def test_a_message_of_an_agent_has_its_text() -> None:
    content = [{"type": "output_text", "text": "a"}, {"type": "other"}, {"type": "output_text", "text": "b"}]
    cls = types("beta.agent_session_message").AgentSessionMessage
    assert cls(content=content).output_text == "ab" and cls().output_text == ""
    with pytest.raises(package.APIResponseValidationError, match=r"message.*starts with"):
        _ = cls(content=7).output_text
