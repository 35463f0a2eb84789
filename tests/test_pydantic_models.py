# SPDX-License-Identifier: MIT
"""Models among those of pydantic 2: as fields, as bases, and as classes of pydantic themselves (`models="pydantic"`).

model_program.py is run with the `openai` package too, if that is installed; NEED_OFFICIAL=1 requires it.
"""

from __future__ import annotations

import dataclasses
import importlib.util
import os
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any, Dict, List, Optional, Union

import pytest

from . import FOLDER, PACKAGE, load, package

pydantic: Any = pytest.importorskip("pydantic", minversion="2")
chat, responses, types = load("types.chat"), load("types.responses"), load("types")
Message: Any = chat.ChatCompletionMessage
PROGRAM = Path(__file__).with_name("model_program.py")
ROOT = str(FOLDER.parents[PACKAGE.count(".")])
PROCESS_TIMEOUT = 120  # seconds
CALL = {"type": "function_call", "name": "f", "arguments": "{}", "call_id": "t"}
OUTPUT = {"type": "message", "id": "o", "status": "completed", "role": "assistant", "content": []}


class Holder(pydantic.BaseModel):  # type: ignore[misc]
    message: Message
    items: List[responses.ResponseOutputItem] = []
    by_name: Dict[str, Message] = {}
    either: Union[Message, str, None] = None


def run(*arguments: str) -> List[str]:
    """Run Python with these arguments and the package to import; return the lines that it prints."""
    environment = {**os.environ, "PYTHONPATH": ROOT, "PYTHONIOENCODING": "utf-8"}
    process = subprocess.run(
        [sys.executable, "-W", "error", *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=PROCESS_TIMEOUT,
    )
    assert process.returncode == 0, process.stderr.decode()
    return process.stdout.decode("utf-8").splitlines()


@lru_cache(maxsize=None)
def official_observations() -> List[str]:
    """Return what model_program.py prints with the `openai` package."""
    return run("-W", "default", str(PROGRAM), "openai", "pydantic")


def run_code(code: str) -> List[str]:
    """Run code in a new interpreter, with the package as `package` and its name as `NAME`."""
    head = "import importlib, sys\nNAME = {!r}\npackage = importlib.import_module(NAME)\n".format(PACKAGE)
    return run("-c", head + code)


# Compared with the `openai` package


@pytest.mark.parametrize("mode", ["plain", "pydantic"])
def test_a_program_observes_what_it_observes_with_the_official_package(mode: str) -> None:
    if os.environ.get("NEED_OFFICIAL") != "1":
        spec = importlib.util.find_spec("openai")
        if spec is None or "_client" not in "".join(os.listdir(os.path.dirname(str(spec.origin)))):
            pytest.skip("the official package is not installed")
    own = run(str(PROGRAM), PACKAGE, mode)
    official = official_observations()
    assert len(own) > 100 and len(own) <= len(official)
    for number, (line, expected) in enumerate(zip(own, official)):  # of which the mode "plain" makes the first ones
        assert line == expected, number
    assert len(own) == len(official) or mode == "plain"


# Fields


def test_fields_are_validated_and_keep_objects() -> None:
    holder = Holder(
        message={"role": "assistant", "content": "hi", "other": 1},
        items=[CALL, OUTPUT, {"type": "reasoning", "id": "r", "summary": []}],
        by_name={"k": {"role": "assistant"}},
        either="text",
    )
    names = [type(item).__name__ for item in holder.items]
    assert names == ["ResponseFunctionToolCall", "ResponseOutputMessage", "ResponseReasoningItem"]
    assert type(holder.message) is Message and holder.message.other == 1 and holder.message.refusal is None
    assert type(holder.by_name["k"]) is Message and holder.either == "text"
    assert Holder(message=holder.message).message is holder.message
    assert Holder.model_validate_json(holder.model_dump_json(by_alias=True)) == holder
    for wrong, location in (
        ({"message": {"role": "user"}}, ("message", "role")),
        ({"message": 3}, ("message",)),
        ({"message": chat.ChatCompletion()}, ("message",)),
        ({"message": holder.message, "either": 4}, ("either", "str")),
    ):
        with pytest.raises(pydantic.ValidationError) as caught:
            Holder(**wrong)
        assert location in [tuple(error["loc"]) for error in caught.value.errors()], wrong


def test_fields_are_serialised_as_the_options_say() -> None:
    holder = Holder(message={"role": "assistant", "content": "é"}, items=[CALL])
    assert holder.model_dump(exclude_unset=True) == {
        "message": {"content": "é", "role": "assistant"},
        "items": [CALL],
    }
    assert holder.model_dump(include={"message": {"role", "refusal"}}) == {
        "message": {"role": "assistant", "refusal": None}
    }
    assert holder.model_dump(exclude={"message": {"content"}}, exclude_none=True)["message"] == {"role": "assistant"}
    assert '"content":"é"' in holder.model_dump_json()
    categories = load("types.moderation").Categories
    adapter = pydantic.TypeAdapter(categories)
    value = categories.construct(**{"hate/threatening": True})
    assert adapter.dump_python(value, by_alias=True, exclude_unset=True) == {"hate/threatening": True}
    assert adapter.dump_python(value, exclude_unset=True) == {"hate_threatening": True}


def test_json_schemas_refer_to_definitions() -> None:
    for mode in ("validation", "serialization"):
        schema = Holder.model_json_schema(mode=mode)
        assert schema["properties"]["message"] == {"$ref": "#/$defs/ChatCompletionMessage"}
        reference = {"$ref": "#/$defs/ResponseFunctionToolCall"}
        assert reference in schema["properties"]["items"]["items"]["anyOf"]
        definition = schema["$defs"]["ChatCompletionMessage"]
        assert definition["required"] == ["role"] and definition["properties"]["role"]["const"] == "assistant"
    own = chat.ChatCompletion.model_json_schema()
    assert own["title"] == "ChatCompletion" and own["properties"]["choices"]["items"] == {"$ref": "#/$defs/Choice"}


def test_types_of_fields_may_be_unions_containers_and_dataclasses() -> None:
    adapt = pydantic.TypeAdapter
    assert adapt(Optional[Message]).validate_python(None) is None
    assert adapt(List[responses.ResponseInputItem]).validate_python([CALL])[0].call_id == "t"
    event = {"type": "error", "event_id": "e", "error": {"message": "m", "type": "t"}}
    assert (
        type(adapt(load("types.realtime").RealtimeServerEvent).validate_python(event)).__name__ == "RealtimeErrorEvent"
    )
    with pytest.raises(pydantic.ValidationError):
        adapt(load("types.realtime").RealtimeServerEvent).validate_python({"type": "nope"})
    point = pydantic.dataclasses.dataclass(dataclasses.make_dataclass("Point", [("m", Message)]))
    assert point(m={"role": "assistant"}).m == Message(role="assistant")
    assert (
        adapt(chat.ParsedChatCompletion[int])
        .validate_python({"id": "c", "choices": [], "created": 1, "model": "m", "object": "chat.completion"})
        .choices
        == []
    )


# Bases


class Scored(Message):  # type: ignore[misc]
    score: float = 0.5
    tags: List[str] = pydantic.Field(default_factory=list)
    renamed: int = pydantic.Field(default=3, alias="Renamed")
    children: "List[Scored]" = []
    needed: str
    _list: List[int] = pydantic.PrivateAttr(default_factory=list)

    @pydantic.field_validator("score")
    @classmethod
    def check_score(cls, value: Any) -> Any:
        if value < 0:
            raise ValueError("negative")
        return value

    @pydantic.model_validator(mode="after")
    def check_needed(self) -> Any:
        assert self.needed != "refused"
        return self


def test_subclasses_have_fields_validators_and_defaults_of_pydantic() -> None:
    scored = Scored(
        role="assistant", score="0.7", Renamed=9, needed="x", children=[{"role": "assistant", "needed": "y"}]
    )
    assert (scored.score, scored.renamed, scored.tags, scored._list) == (0.7, 9, [], [])
    assert type(scored.children[0]) is Scored and scored.children[0].needed == "y"
    assert scored.model_dump(by_alias=True, exclude_unset=True)["Renamed"] == 9
    assert Scored.model_fields["tags"].default_factory is list and Scored.model_fields["renamed"].alias == "Renamed"
    for wrong in ({"score": -1}, {"score": "x"}, {"needed": "refused"}, {"role": "user"}, {"children": [{}]}):
        with pytest.raises(pydantic.ValidationError):
            Scored(**{"role": "assistant", "needed": "x", **wrong})
    with pytest.raises(pydantic.ValidationError):
        Scored(role="assistant")
    schema = Scored.model_json_schema()
    assert schema["$defs"]["Scored"]["properties"]["score"]["default"] == 0.5


def test_required_fields_have_the_default_that_pydantic_has() -> None:
    undefined = importlib.import_module("pydantic_core").PydanticUndefined
    assert Scored.model_fields["needed"].default is undefined and Scored.model_fields["score"].default == 0.5


def test_a_plain_model_cannot_be_combined_with_the_base_of_pydantic() -> None:
    for bases in ((Message, pydantic.BaseModel), (pydantic.BaseModel, package.BaseModel)):
        with pytest.raises(
            TypeError, match=r'call install_as_openai\(models="pydantic"\) before anything imports models'
        ):
            pydantic.create_model("Both", __base__=bases)
    assert Message.model_config == Message().model_config


# Classes of pydantic

START = 'importlib.import_module(NAME + ".compat.pydantic_mode").enable()\n'
SERVER = """
import asyncio, pydantic
chat = importlib.import_module(NAME + ".types.chat")
responses = importlib.import_module(NAME + ".types.responses")
server = importlib.import_module(NAME + ".testing").EmbeddedServer()
server.__enter__()
M = {"model": "m", "messages": [{"role": "user", "content": "x"}]}
client = package.OpenAI(api_key="k", base_url=server.base_url, max_retries=0)
"""


def test_results_are_instances_of_pydantic() -> None:
    code = """
class Usage(importlib.import_module(NAME + ".types").CompletionUsage):
    cost: float = 0
class Both(chat.ChatCompletion, pydantic.BaseModel):
    usage: Usage
result = client.chat.completions.create(**M)
assert type(result) is chat.ChatCompletion and isinstance(result, pydantic.BaseModel)
assert not isinstance(result, dict) and isinstance(result.choices[0].message, chat.ChatCompletionMessage)
both = Both.model_validate(result.model_dump())
assert type(both.usage) is Usage and both.usage.cost == 0 and issubclass(Both, package.BaseModel)
assert {**dict(result)}["id"] == result.id and vars(result)["id"] == result.id and result["id"] == result.get("id")
assert all(isinstance(chunk, chat.ChatCompletionChunk) for chunk in client.chat.completions.create(stream=True, **M))
with client.chat.completions.stream(**M) as stream:
    chunks = [event.chunk for event in stream if event.type == "chunk"]
    assert chunks and all(isinstance(chunk, pydantic.BaseModel) for chunk in chunks)
    assert isinstance(stream.get_final_completion(), pydantic.BaseModel)
client.chat.completions.create(model="m", messages=[*M["messages"], result.choices[0].message])
raw = client.chat.completions.with_raw_response.create(**M)
assert type(raw.parse()) is chat.ChatCompletion and raw.parse() is raw.parse()
with client.chat.completions.with_streaming_response.create(**M) as response:
    assert type(response.parse()) is chat.ChatCompletion
answer = client.responses.create(model="m", input="x")
assert type(answer) is responses.Response and answer.output_text and type(answer.created_at) is float
page = client.models.list()
assert page.data and all(isinstance(model, pydantic.BaseModel) for model in page) and page.data[0] is page.data[0]
try:
    client.chat.completions.retrieve("absent")
except package.NotFoundError as error:
    assert type(error.body) is dict and error.status_code == 404, error.body

async def main():
    async with package.AsyncOpenAI(api_key="k", base_url=server.base_url, max_retries=0) as client:
        assert type(await client.chat.completions.create(**M)) is chat.ChatCompletion
        async for chunk in await client.chat.completions.create(stream=True, **M):
            assert type(chunk) is chat.ChatCompletionChunk
        assert [isinstance(model, pydantic.BaseModel) async for model in client.models.list()]
        async with client.responses.stream(model="m", input="x") as stream:
            assert all([isinstance(event, pydantic.BaseModel) async for event in stream])
            assert type((await stream.get_final_response()).output[0]).__module__.startswith(NAME)

asyncio.run(main())
server.__exit__(None, None, None)
print("done")
"""
    assert run_code(START + SERVER + code) == ["done"]


def test_events_of_connections_are_instances_of_pydantic() -> None:
    code = """
realtime, sessions = (importlib.import_module(NAME + path) for path in (".types.realtime", ".lib.responses_websocket"))
session = realtime.RealtimeSessionCreateRequest(type="realtime", output_modalities=["text"])
limits = sessions.ResponsesWebSocketLimits(2, 1000, 2000, 1 << 20, 1 << 21)
CREATE = {"type": "response.create", "model": "m", "input": "x"}
with client.realtime.connect(model="m") as connection:
    assert type(connection.recv()) is realtime.SessionCreatedEvent
    connection.send(realtime.SessionUpdateEvent(type="session.update", session=session))
    event = connection.recv()
    assert type(event) is realtime.SessionUpdatedEvent and isinstance(event.session, pydantic.BaseModel)
    assert type(event.session) is realtime.RealtimeSessionCreateRequest and event.session.output_modalities == ["text"]
with client.responses.connect() as connection, sessions.ResponsesWebSocketSession(connection, limits=limits) as session:
    accumulator = sessions.ResponsesWebSocketAccumulator()
    session.default.send(CREATE)
    while accumulator.snapshot().terminal_type is None:
        accumulator.add_event(session.default.recv(timeout=30))
    assert isinstance(accumulator.get_final_response(), pydantic.BaseModel)
    session.default.send(CREATE)
    assert isinstance(session.default.get_final_response(timeout=30), responses.Response)
translation = importlib.import_module(NAME + ".lib.realtime_translation")
with translation.TranslationSession(client.realtime.translations, model="m") as session:
    session.send({"type": "session.close"})
    while type(session.recv(timeout=30)) is not realtime.RealtimeTranslationSessionClosedEvent:
        pass
server.__exit__(None, None, None)
print("done")
"""
    assert run_code(START + SERVER + code) == ["done"]


def test_functions_take_and_return_classes_of_pydantic() -> None:
    code = """
import pydantic
chat, responses = (importlib.import_module(NAME + ".types." + name) for name in ("chat", "responses"))
parsing = importlib.import_module(NAME + ".lib._parsing")
class Answer(pydantic.BaseModel):
    a: int
choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": '{"a": 1}'}}
given = chat.ChatCompletion.construct(id="c", choices=[choice])
parsed = parsing.parse_chat_completion(response_format=Answer, input_tools=[], chat_completion=given)
assert isinstance(parsed, chat.ParsedChatCompletion) and type(given) is chat.ChatCompletion
print(parsed.choices[0].message.parsed)
part = {"type": "output_text", "text": '{"a": 2}', "annotations": []}
given = responses.Response.construct(id="r", output=[{"type": "message", "id": "m", "content": [part]}])
parsed = parsing._responses.parse_response(text_format=Answer, input_tools=[], response=given)
print(parsed.output_parsed, isinstance(parsed, responses.ParsedResponse))
beta = importlib.import_module(NAME + ".types.beta")
message = beta.AgentSessionAssistantMessage.construct(id="m", content=[{"type": "output_text", "text": "hi"}])
changed = importlib.import_module(NAME + ".helpers.agent_results").set_model(message, "beta.AgentSessionMessage")
print(changed is message, type(message) is beta.AgentSessionMessage, message.output_text)
"""
    assert run_code(START + code) == ["a=1", "a=2 True", "True True hi"]


def test_the_name_openai_has_the_classes_of_pydantic() -> None:
    code = """
package.install_as_openai(models="pydantic")
package.install_as_openai(models="pydantic")
import openai, pydantic
from openai.types.chat import ChatCompletion
from openai.types import CompletionUsage
from openai._models import BaseModel, construct_type
assert issubclass(ChatCompletion, pydantic.BaseModel) and openai.BaseModel is BaseModel is package.BaseModel
assert ChatCompletion.__mro__[1] is BaseModel and issubclass(openai.types.chat.ParsedChatCompletion, ChatCompletion)
made = construct_type(type_=ChatCompletion, value={"choices": [{"message": {"content": "x"}}]})
assert made.choices[0].message.content == "x" and type(made) is ChatCompletion
class Usage(CompletionUsage, pydantic.BaseModel):
    cost: float
print(Usage(prompt_tokens=1, completion_tokens=2, total_tokens=3, cost="4").cost)
"""
    assert run_code(code) == ["4.0"]


def test_the_choice_may_come_after_imports_and_clients_but_not_after_models() -> None:
    late = """
client = package.OpenAI(api_key="k")
types = importlib.import_module(NAME + ".types.chat")
client.chat.completions
{}
try:
    importlib.import_module(NAME + ".compat.pydantic_mode").enable()
except package.ConfigError as error:
    print(error)
else:
    import pydantic
    print(issubclass(types.ChatCompletion, pydantic.BaseModel))
"""
    assert run_code(late.format("")) == ["True"]
    (line,) = run_code(late.format("types.ChatCompletion"))
    assert line.startswith(
        'models: "pydantic" comes too late, ChatCompletion is in use as a plain class; choose it before'
    )


def test_the_choice_needs_pydantic() -> None:
    code = """
sys.modules["pydantic"] = None
try:
    package.install_as_openai(models="pydantic")
except package.ConfigError as error:
    print(error)
"""
    assert run_code(code)[0].startswith('models: "pydantic" needs pydantic 2; install it, ')


def test_nothing_imports_pydantic_unasked() -> None:
    code = """
types = importlib.import_module(NAME + ".types.chat")
message = types.ChatCompletionMessage(role="assistant")
message.model_dump(), vars(message), types.ChatCompletion.model_fields["choices"].annotation, repr(message)
print("pydantic" in sys.modules)
"""
    assert run_code(code) == ["False"]
