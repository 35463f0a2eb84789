# SPDX-License-Identifier: MIT
"""A program that uses models among those of pydantic, with `openai` or with this package: `model_program.py NAME MODE`.

It prints what it observes, a line each, so that test_pydantic_models.py can compare the two. MODE is "plain", or
"pydantic" for models that are classes of pydantic.
"""

from __future__ import annotations

import asyncio
import copy
import http.server
import importlib
import json
import pickle
import sys
import threading
from typing import Any, Callable, ClassVar, Dict, List, Optional, Union

import pydantic

NAME, MODE = sys.argv[1:3] if __name__ == "__main__" else ("openai", "plain")
if NAME != "openai" and MODE == "pydantic":
    importlib.import_module(NAME + ".compat.pydantic_mode").enable()
package: Any = importlib.import_module(NAME)
chat: Any = importlib.import_module(NAME + ".types.chat")
responses: Any = importlib.import_module(NAME + ".types.responses")
types: Any = importlib.import_module(NAME + ".types")
Message = chat.ChatCompletionMessage
BaseModel: Any = package.BaseModel

COMPLETION: Dict[str, Any] = {
    "id": "c", "object": "chat.completion", "created": 1, "model": "m",
    "choices": [
        {"index": 0, "finish_reason": "stop", "message": {
            "role": "assistant", "content": '{"a": 1}',
            "tool_calls": [{"id": "t", "type": "function", "function": {"name": "f", "arguments": "{}"}}],
        }},
    ],
    "usage": {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}, "unknown": {"a": 1},
}  # fmt: skip
TEXT = {"type": "output_text", "text": '{"a": 1}', "annotations": []}
OUTPUT = {"type": "message", "id": "o", "status": "completed", "role": "assistant", "content": [TEXT]}
RESPONSE: Dict[str, Any] = {
    "id": "r", "object": "response", "created_at": 1, "model": "m", "status": "completed",
    "output": [OUTPUT, {"type": "reasoning", "id": "rs", "summary": []}],
    "parallel_tool_calls": True, "tool_choice": "auto", "tools": [], "temperature": 1,
}  # fmt: skip
CALL = {"type": "function_call", "name": "f", "arguments": "{}", "call_id": "t"}


class Holder(pydantic.BaseModel):  # type: ignore[misc]
    m: Message
    completion: Optional[chat.ChatCompletion] = None
    items: List[responses.ResponseOutputItem] = []
    by_name: Dict[str, Message] = {}
    either: Union[Message, str, None] = None


@pydantic.dataclasses.dataclass
class Point:
    m: Message


class Inner(BaseModel):  # type: ignore[misc]
    n: int = 1


class Scored(Message):  # type: ignore[misc]
    kind: ClassVar[str] = "scored"
    score: float = 0.5
    tags: List[str] = pydantic.Field(default_factory=list)
    limit: Optional[int] = None
    renamed: int = pydantic.Field(default=3, alias="Renamed")
    inner: Inner = Inner()
    needed: str
    _count: int = 0
    _list: List[int] = pydantic.PrivateAttr(default_factory=list)

    @pydantic.field_validator("limit")
    @classmethod
    def check_limit(cls, value: Any) -> Any:
        if value is not None and value < 0:
            raise ValueError("negative")
        return value

    @pydantic.model_validator(mode="after")
    def check_score(self) -> Any:
        if self.score > 10:
            raise ValueError("too high")
        return self

    def __init__(self, needed: str = "n", **fields: Any) -> None:
        super().__init__(needed=needed, **fields)

    def model_post_init(self, context: Any) -> None:
        self._count = 7

    @property
    def twice(self) -> float:
        return self.score * 2


class Narrow(chat.ChatCompletion):  # type: ignore[misc]
    choices: List[Any]
    service_tier: Optional[str] = None
    messages: List[Message] = []


def observe(function: Callable[[], Any]) -> None:
    """Print a value, or the error instead of it, in a form in which both packages can be compared."""
    try:
        value = function()
    except pydantic.ValidationError as error:
        value = [(problem["type"], problem["loc"][:1]) for problem in error.errors()][:3]
    except (TypeError, ValueError, AttributeError) as error:
        value = repr(error)
    print(str(value).replace(NAME + ".", "openai.").replace(NAME.replace(".", "__") + "__", "openai__"))


def observe_fields() -> None:
    tail = {"m": {"role": "assistant"}}
    holder = Holder(
        m={"role": "assistant", "content": "hi", "other": 1}, completion=COMPLETION, items=[CALL, OUTPUT],
        by_name={"k": {"role": "assistant"}}, either="text",
    )  # fmt: skip
    observe(lambda: [type(item).__name__ for item in holder.items])
    for options in (
        {}, {"mode": "json"}, {"exclude_none": True}, {"exclude_unset": True}, {"exclude_defaults": True},
        {"include": {"m": {"role"}}}, {"exclude": {"completion": {"choices"}, "items": True}}, {"by_alias": True},
    ):  # fmt: skip
        observe(lambda options=options: holder.model_dump(**options))  # type: ignore[misc]
    observe(lambda: holder.model_dump_json(exclude_none=True, indent=1))
    observe(lambda: Holder.model_validate_json(holder.model_dump_json()) == holder)
    observe(lambda: Holder(m=holder.m).m is holder.m)
    for wrong in (
        {"m": {"role": "user"}}, {"m": {}}, {"m": 3}, {**tail, "completion": {"id": 1}}, {**tail, "either": 4},
        {**tail, "items": [{"type": "nope"}]}, {"m": holder.completion}, {**tail, "by_name": {"k": []}},
    ):  # fmt: skip
        observe(lambda wrong=wrong: Holder(**wrong))  # type: ignore[misc]
    adapter: Any = pydantic.TypeAdapter
    observe(lambda: adapter(chat.ChatCompletion).validate_python(COMPLETION).choices[0].message.content)
    observe(lambda: adapter(List[responses.ResponseInputItem]).validate_python([CALL])[0].call_id)
    observe(lambda: adapter(chat.ChatCompletion).dump_json(chat.ChatCompletion.model_validate(COMPLETION)))
    observe(lambda: adapter(responses.Response).validate_python({"id": "r"}))
    observe(lambda: Point(m={"role": "assistant"}).m.role)
    observe(lambda: _structure(Holder.model_json_schema()))
    observe(lambda: _structure(Holder.model_json_schema(mode="serialization")))
    observe(lambda: _structure(chat.ChatCompletion.model_json_schema()))


def _structure(schema: Any) -> Any:
    """Return a JSON schema without its descriptions, which are those of the `openai` package."""
    if isinstance(schema, dict):
        return {key: _structure(schema[key]) for key in sorted(schema) if key != "description"}
    return [_structure(item) for item in schema] if isinstance(schema, list) else schema


def observe_subclasses() -> None:
    scored = Scored("q", role="assistant", score="0.7", Renamed=9)
    observe(lambda: (repr(scored), scored.model_dump(), scored.model_dump(by_alias=True)))
    observe(lambda: (sorted(scored.model_fields_set), scored._count, scored._list, scored.twice, scored.kind))
    observe(lambda: Scored("q", role="assistant", inner={"n": "4"}))
    for wrong in ({"limit": -1}, {"score": 11}, {"inner": {"n": "x"}}, {"role": "user"}):
        observe(lambda wrong=wrong: Scored("q", **{"role": "assistant", **wrong}))  # type: ignore[misc]
    observe(lambda: Scored("q", score=1))
    observe(lambda: (Scored("q", role="assistant") == Scored("q", role="assistant"), scored == Scored("q")))
    fields = Scored.model_fields
    observe(lambda: (list(fields), fields["score"].default, fields["needed"].is_required(), fields["renamed"].alias))
    observe(lambda: fields["limit"].annotation)
    first, second = Scored("q", role="assistant"), Scored("q", role="assistant")
    first.tags.append("x")
    observe(lambda: (first.tags, second.tags, first.model_copy(update={"score": 2}).score))
    observe(lambda: (pickle.loads(pickle.dumps(scored)) == scored, copy.deepcopy(scored) == scored))
    narrow = Narrow.model_validate({**COMPLETION, "service_tier": "new", "messages": [{"role": "assistant"}]})
    observe(lambda: (narrow.service_tier, type(narrow.messages[0]).__name__, isinstance(narrow, chat.ChatCompletion)))
    observe(lambda: Message.model_validate({"role": "user"}))
    observe(lambda: Message.model_validate_json('{"role": "assistant", "x": 1}'))
    observe(lambda: (Inner(), Inner(n=2).to_dict(), Inner(n="3").n, Inner() == Inner(n=1), Inner(n=1, z=2).model_extra))


def observe_models() -> None:
    absent, null = Message.construct(role="assistant"), Message.construct(role="assistant", content=None)
    observe(lambda: (absent == null, absent != null, null == Message.construct(role="assistant", x=1)))
    observe(lambda: Message.construct() == chat.ChatCompletion.construct())
    observe(lambda: (bool(Message.construct()), sorted(absent.__pydantic_fields_set__), absent.__pydantic_extra__))
    observe(lambda: list(Message.construct(role="assistant", z=3).__rich_repr__()))
    observe(lambda: (type(responses.Response.construct(created_at=1).created_at), dict(Message.model_config)))
    observe(lambda: responses.Response.construct(created_at=1).to_json())
    observe(lambda: [field.is_required() for field in chat.ChatCompletion.model_fields.values()])
    observe(lambda: chat.ChatCompletion.model_fields["choices"].annotation)
    observe(lambda: issubclass(chat.ParsedChatCompletion, chat.ChatCompletion))


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers with the constants above, also as streams."""

    def log_message(self, *_: Any) -> None:
        """Print nothing."""

    def do_GET(self) -> None:
        self.do_POST()

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers.get("content-length") or 0)) or b"{}")
        SENT.append(body)
        events = CHUNKS if "chat" in self.path else EVENTS
        result = COMPLETION if "chat" in self.path else RESPONSE if "responses" in self.path else MODELS
        result = FAILURE if "fail" in self.path else result
        if body.get("stream"):
            text = "".join("data: {}\n\n".format(json.dumps(event)) for event in events) + "data: [DONE]\n\n"
        else:
            text = json.dumps(result)
        self.send_response(400 if result is FAILURE else 200)
        self.send_header("content-type", "text/event-stream" if body.get("stream") else "application/json")
        self.send_header("x-request-id", "req")
        self.send_header("content-length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())


def _chunk(delta: Any, reason: Any = None) -> Any:
    choice = {"index": 0, "delta": delta, "finish_reason": reason, "logprobs": None}
    return {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}


SENT: List[Any] = []
FAILURE = {"error": {"message": "wrong", "type": "t", "code": None, "param": None}}
MODELS = {"object": "list", "data": [{"id": "m", "object": "model", "created": 1, "owned_by": "x"}]}
CHUNKS = [_chunk({"role": "assistant", "content": ""}), _chunk({"content": '{"a": 1}'}), _chunk({}, "stop")]
PLACE = {"output_index": 0, "content_index": 0, "item_id": "o"}
FINAL = {**RESPONSE, "output": [OUTPUT]}
EVENTS: List[Any] = [
    {"type": "response.created", "response": {**RESPONSE, "status": "in_progress", "output": []}},
    {"type": "response.output_item.added", "output_index": 0, "item": {**OUTPUT, "content": []}},
    {"type": "response.content_part.added", "part": {**TEXT, "text": ""}, **PLACE},
    {"type": "response.output_text.delta", "delta": '{"a": 1}', "logprobs": [], **PLACE},
    {"type": "response.output_text.done", "text": '{"a": 1}', "logprobs": [], **PLACE},
    {"type": "response.output_item.done", "output_index": 0, "item": OUTPUT},
    {"type": "response.completed", "response": FINAL},
]
EVENTS = [{"sequence_number": number, **event} for number, event in enumerate(EVENTS)]


class Answer(pydantic.BaseModel):  # type: ignore[misc]
    a: int


def observe_calls(client: Any) -> None:
    """Observe results that are instances of pydantic classes."""
    arguments: Dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "x"}]}
    create = client.chat.completions.create
    result = create(**arguments)
    observe(lambda: (result, type(result), result._request_id, isinstance(result, pydantic.BaseModel)))
    observe(lambda: (result.model_dump(), result.to_json(), result.model_dump_json(), result.model_extra))
    create(model="m", messages=[result.choices[0].message])
    observe(lambda: SENT[-1])
    observe(lambda: [chunk.model_dump(exclude_unset=True) for chunk in create(stream=True, **arguments)])
    parsed = client.chat.completions.parse(response_format=Answer, **arguments)
    observe(lambda: (parsed.choices[0].message.parsed, isinstance(parsed, chat.ParsedChatCompletion)))
    with client.chat.completions.stream(response_format=Answer, **arguments) as stream:
        for event in stream:
            is_model = isinstance(getattr(event, "chunk", None), chat.ChatCompletionChunk)
            observe(lambda event=event, is_model=is_model: (event.type, is_model, getattr(event, "parsed", None)))  # type: ignore[misc]
        final = stream.get_final_completion()
    observe(lambda: (final.choices[0].message.parsed, isinstance(final, chat.ChatCompletion)))
    state = importlib.import_module(NAME + ".lib.streaming.chat").ChatCompletionStreamState()
    for chunk in create(stream=True, **arguments):
        list(state.handle_chunk(chunk))
    observe(lambda: state.get_final_completion().choices[0].message.content)
    raw = client.chat.completions.with_raw_response.create(**arguments)
    observe(lambda: (type(raw.parse()), raw.parse(to=Narrow).choices[0]["index"]))
    observe(lambda: client.post("/chat/completions", body={}, cast_to=Narrow).service_tier)
    observe(lambda: Holder(m=result.choices[0].message).m is result.choices[0].message)
    page = client.models.list()
    observe(lambda: (list(page), page.data[0] is page.data[0], page.model_dump()))


def observe_responses(client: Any) -> None:
    """Observe responses that are instances of pydantic classes."""
    result = client.responses.create(model="m", input="x")
    observe(lambda: (result, result.output_text, result.to_dict(), type(result.created_at)))
    client.responses.create(model="m", input=list(result.output))
    observe(lambda: SENT[-1])
    parsed = client.responses.parse(model="m", input="x", text_format=Answer)
    observe(lambda: (parsed.output_parsed, parsed.output_text, isinstance(parsed, responses.ParsedResponse)))
    client.responses.create(model="m", input=list(parsed.output))
    observe(lambda: SENT[-1])
    observe(lambda: [type(event) for event in client.responses.create(model="m", input="x", stream=True)])
    with client.responses.stream(model="m", input="x", text_format=Answer) as stream:
        for event in stream:
            is_model = isinstance(event, BaseModel)
            observe(lambda event=event, is_model=is_model: (event.type, is_model, getattr(event, "snapshot", None)))  # type: ignore[misc]
        observe(lambda: stream.get_final_response().output_parsed)


async def observe_async(client: Any) -> None:
    """Observe what an asynchronous client returns."""
    arguments: Dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "x"}]}
    create = client.chat.completions.create
    result = await create(**arguments)
    observe(lambda: (result, isinstance(result, pydantic.BaseModel), result._request_id))
    chunks = [chunk async for chunk in await create(stream=True, **arguments)]
    observe(lambda: [chunk.choices[0].delta for chunk in chunks])
    parsed = await client.chat.completions.parse(response_format=Answer, **arguments)
    observe(lambda: (parsed.choices[0].message.parsed, isinstance(parsed, chat.ParsedChatCompletion)))
    async with client.chat.completions.stream(response_format=Answer, **arguments) as stream:
        types_ = [(event.type, isinstance(event, pydantic.BaseModel)) async for event in stream]
        final = await stream.get_final_completion()
    observe(lambda: ([name for name, is_model in types_ if name == "chunk"], final.choices[0].message.parsed))
    async with client.responses.stream(model="m", input="x", text_format=Answer) as stream:
        events = [event async for event in stream]
        final = await stream.get_final_response()
    observe(lambda: ([type(event).__name__ for event in events], final.output_parsed))
    events = [event async for event in await client.responses.create(model="m", input="x", stream=True)]
    observe(lambda: (events[-1].response.output[0].content[0].text, isinstance(events[0], pydantic.BaseModel)))
    raw = await client.chat.completions.with_raw_response.create(**arguments)
    observe(lambda: (type(raw.parse()), raw.parse().choices[0].message))
    async with client.chat.completions.with_streaming_response.create(**arguments) as response:
        value = await response.parse()
        observe(lambda: (type(value), value.usage))
    page = await client.models.list()
    items = [item async for item in page]
    observe(lambda: (items, type(page.data[0]), items[0] is page.data[0]))
    observe(lambda: isinstance(result.choices[0].message, Message) and vars(result.usage))
    try:
        await client.embeddings.create(model="m", input="x", encoding_format="float", extra_query={"fail": "1"})
    except package.BadRequestError as error:
        body = error.body
        observe(lambda: (body, type(body)))


def observe_inheritance() -> None:
    """Observe classes that inherit from models and from pydantic's BaseModel."""

    class Usage(types.CompletionUsage):  # type: ignore[misc]
        cost: Optional[float] = None

    class Both(Message, pydantic.BaseModel):  # type: ignore[misc]
        x: int = 3

    class Result(BaseModel):  # type: ignore[misc]
        id: str
        usage: Optional[Usage] = None

    observe(lambda: Usage(prompt_tokens=1, completion_tokens=2, total_tokens=3).model_dump())
    observe(lambda: (Both(role="assistant"), [cls.__name__ for cls in Both.__mro__]))
    observe(lambda: Result(id="x", usage={"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}, z=1))
    observe(lambda: Result.construct(usage={"prompt_tokens": 1, "z": 2}))
    observe(lambda: (issubclass(Message, pydantic.BaseModel), chat.ParsedChatCompletion[int].__name__))
    observe(lambda: pickle.loads(pickle.dumps(Message(role="assistant", y=[1]))))
    observe(lambda: responses.Response.construct(output=[OUTPUT, {"type": "new", "a": {"b": 1}}], created_at=1))


async def run_async(address: Any) -> None:
    async with package.AsyncOpenAI(api_key="k", base_url=address, max_retries=0) as client:
        await observe_async(client)


def main() -> None:
    observe_fields()
    observe_subclasses()
    observe_models()
    if MODE == "pydantic":
        observe_inheritance()
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with package.OpenAI(api_key="k", base_url="http://127.0.0.1:{}/v1".format(server.server_port)) as client:
            observe_calls(client)
            observe_responses(client)
            address = client.base_url
        asyncio.run(run_async(address))
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    main()
