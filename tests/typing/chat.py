"""Chat completions: messages, streams, structured output, tools."""

from dataclasses import dataclass
from typing import List, NamedTuple

from openai_stdlib import OpenAI, function_tool
from openai_stdlib.types.chat import ChatCompletionMessageParam, ChatCompletionToolParam

client = OpenAI()
messages: List[ChatCompletionMessageParam] = [
    {"role": "system", "content": "Be brief."},
    {"role": "user", "content": [{"type": "text", "text": "Say hello"}]},
]

completion = client.chat.completions.create(model="gpt-4o-mini", messages=messages, temperature=0.2, timeout=5)
reveal_type(completion)  # type: ChatCompletion
reveal_type(completion.choices[0].message.content)  # type: str | None
reveal_type(completion.usage)  # type: CompletionUsage | None
for call in completion.choices[0].message.tool_calls or []:
    if call.type == "function":
        reveal_type(call)  # type: ChatCompletionMessageFunctionToolCall
    else:
        reveal_type(call)  # type: ChatCompletionMessageCustomToolCall

stream = client.chat.completions.create(model="m", messages=messages, stream=True)
reveal_type(stream)  # type: Stream[ChatCompletionChunk]
with stream:
    for chunk in stream:
        reveal_type(chunk.choices[0].delta.content)  # type: str | None


def create(is_stream: bool) -> None:
    result = client.chat.completions.create(model="m", messages=messages, stream=is_stream)
    reveal_type(result)  # type: ChatCompletion | Stream[ChatCompletionChunk]


@dataclass
class Person:
    name: str


class Point(NamedTuple):
    x: int


parsed = client.chat.completions.parse(model="m", messages=messages, response_format=Person)
reveal_type(parsed.choices[0].message.parsed)  # type: Person | None
point = client.chat.completions.parse(model="m", messages=messages, response_format=Point)
reveal_type(point.choices[0].message.parsed.x if point.choices[0].message.parsed else 0)  # type: int

with client.chat.completions.stream(model="m", messages=messages, response_format=Person) as events:
    for event in events:
        if event.type == "content.delta":
            reveal_type(event.delta)  # type: str
        elif event.type == "chunk":
            reveal_type(event.chunk)  # type: ChatCompletionChunk
    reveal_type(events.get_final_completion().choices[0].message.parsed)  # type: Person | None


@function_tool
def add(a: int, b: int) -> int:
    """Add two numbers."""
    return a + b


run = client.chat.completions.run_tools(model="m", messages=messages, functions=[add])
reveal_type(run)  # type: ToolRun

tool: ChatCompletionToolParam = {"type": "function", "function": {"name": "f"}}
client.chat.completions.create(model="m", messages=messages, tools=[tool], extra_headers={"x": "y"})
for stored in client.chat.completions.list():
    reveal_type(stored)  # type: ChatCompletion

client.chat.completions.create(model="m", mesages=messages)  # refused: mesages|create
client.chat.completions.create(model="m")  # refused: create
client.chat.completions.create(model=3, messages=messages)  # refused: model|create
client.chat.completions.create(model="m", messages=[{"role": "usr", "content": "x"}])  # refused: messages|dict
client.chat.completions.create(model="m", messages=[{"role": "user"}])  # refused: messages|role
client.chat.completions.create(model="m", messages=messages, temperature="hot")  # refused: temperature|create
client.chat.completions.creat(model="m", messages=messages)  # refused: creat
completion.choises  # refused: choises
completion.choices[0].message.contents  # refused: contents
client.chats  # refused: chats
