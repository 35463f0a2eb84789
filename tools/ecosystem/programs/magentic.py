# requires: magentic
# volatile: 0x[0-9a-f]{12}
# volatile: (?<=")[0-9a-f]{9}(?=")
# runs: prompt and chat functions, structured output, function calls, prompt chains, streams of text and objects, images, async, errors
import asyncio
from typing import Annotated, Literal

from magentic import (
    AsyncParallelFunctionCall,
    AsyncStreamedResponse,
    AsyncStreamedStr,
    Chat,
    FunctionCall,
    ImageBytes,
    OpenaiChatModel,
    ParallelFunctionCall,
    StreamedResponse,
    StreamedStr,
    SystemMessage,
    UserMessage,
    chatprompt,
    prompt,
    prompt_chain,
)
from magentic.chat_model.base import ToolSchemaParseError
from pydantic import AfterValidator, BaseModel, Field


class Superhero(BaseModel):
    name: str
    age: int = Field(description="in years")
    power: Literal["flight", "strength"]
    enemies: list[str]


def activate(power: str, seconds: int) -> str:
    """Activate a power."""
    return f"{power} for {seconds}"


def refuse(value: str) -> str:
    if value == "embedded":
        raise ValueError("try again")
    return value


@prompt("Say hello to {name}")
def greet(name: str) -> str: ...


@prompt(
    "Create a superhero named {name}", model=OpenaiChatModel("gpt-4o-mini", temperature=0.2, seed=1, max_tokens=900)
)
def create(name: str) -> Superhero: ...


@prompt("How many?")
def count() -> int: ...


@prompt("Is it?")
def check() -> bool: ...


@prompt("Activate {power}", functions=[activate])
def call(power: str) -> FunctionCall[str]: ...


@prompt("Activate {power}", functions=[activate])
def call_all(power: str) -> ParallelFunctionCall[str]: ...


@prompt_chain("Activate {power}", functions=[activate])
def chain(power: str) -> str: ...


@prompt("Write about {topic}")
def stream(topic: str) -> StreamedStr: ...


@prompt("Write and activate", functions=[activate])
def respond() -> StreamedResponse: ...


@prompt("Refuse", max_retries=1)
def retry() -> Annotated[str, AfterValidator(refuse)]: ...


@prompt("Create a list", model=OpenaiChatModel("gpt-4o-mini"))
def create_list() -> list[Superhero]: ...


@chatprompt(SystemMessage("You are terse"), UserMessage("Quote {movie}"))
def quote(movie: str) -> Superhero: ...


print("text", greet("Ada"))
print("object", create("Ada"))
print("scalars", count(), check())
print("list", create_list())
print("chat", quote("Alien"))
function_call = call("flight")
print("call", function_call, function_call())
print("calls", [call() for call in call_all("flight")])
print("chain", chain("flight"))
print("stream", list(stream("tea")))
for item in respond():
    print("response", list(item) if isinstance(item, StreamedStr) else item)
try:
    print("retry", retry())
except ToolSchemaParseError as error:
    print("retry", type(error).__name__, str(error)[:100])
except Exception as error:
    print("retry", type(error).__name__, str(error)[:100])

chat = Chat([UserMessage("Hello")], output_types=[str], model=OpenaiChatModel("gpt-4o-mini"))
chat = chat.submit()
print("submit", chat.last_message.content, chat.last_message.usage)
chat = chat.add_user_message("Again").submit()
print("submit", len(chat.messages), repr(chat.last_message))
image = ImageBytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 16)
chat = Chat([UserMessage(["What is this?", image])], output_types=[str]).submit()
print("image", chat.last_message.content)
tools = Chat([UserMessage("Activate")], functions=[activate], output_types=[str, FunctionCall[str]]).submit()
print("tools", tools.last_message.content)
tools = tools.exec_function_call().submit()
print("tools", [type(message).__name__ for message in tools.messages], tools.last_message.content)

for name in ("error-401", "error-429", "no-such-model"):
    try:
        Chat([UserMessage("x")], output_types=[str], model=OpenaiChatModel(name)).submit()
    except Exception as error:
        print("error", name, type(error).__module__, type(error).__name__, error)


@prompt("Say hello to {name}")
async def greet_async(name: str) -> str: ...


@prompt("Create {name}")
async def create_async(name: str) -> Superhero: ...


@prompt("Write about {topic}")
async def stream_async(topic: str) -> AsyncStreamedStr: ...


@prompt("Activate {power}", functions=[activate])
async def call_async(power: str) -> AsyncParallelFunctionCall[str]: ...


@prompt("Write and activate", functions=[activate])
async def respond_async() -> AsyncStreamedResponse: ...


async def main():
    print("async", await greet_async("Ada"), await create_async("Ada"))
    print("async stream", [chunk async for chunk in await stream_async("tea")])
    print("async calls", [call() async for call in await call_async("flight")])
    async for item in await respond_async():
        print("async response", [chunk async for chunk in item] if isinstance(item, AsyncStreamedStr) else item)


asyncio.run(main())
