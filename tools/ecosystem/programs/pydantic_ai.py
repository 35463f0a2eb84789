# requires: pydantic-ai-slim[openai]
# runs: agents over chat completions and responses: sync, async, streamed, tools, structured output, usage, errors; an own client
"""pydantic-ai as its users call it; prints what it returns."""

import asyncio
import json
from dataclasses import dataclass
from typing import List, Union

import httpx2 as httpx
from openai import AsyncOpenAI
from pydantic import BaseModel
from pydantic_ai import Agent, ModelRetry, RunContext, capture_run_messages
from pydantic_ai.exceptions import ModelHTTPError, UnexpectedModelBehavior
from pydantic_ai.messages import BinaryContent, ImageUrl
from pydantic_ai.models.openai import OpenAIChatModel, OpenAIResponsesModel
from pydantic_ai.output import NativeOutput, PromptedOutput, ToolOutput
from pydantic_ai.providers.openai import OpenAIProvider

MODEL = "gpt-4o-mini"


class City(BaseModel):
    name: str
    population: int
    tags: List[str]


@dataclass
class Deps:
    user: str


def show(label, value):
    print("{}: {}".format(label, value))


def show_messages(label, result):
    for message in result.all_messages():
        for part in message.parts:
            fields = (
                type(part).__name__,
                getattr(part, "content", None),
                getattr(part, "tool_name", None),
                getattr(part, "args", None),
            )
            show(label, fields)
    last = result.all_messages()[-1]
    show(
        label + " details",
        (
            last.model_name,
            last.provider_name,
            last.finish_reason,
            json.dumps(last.provider_details, sort_keys=True, default=str),
        ),
    )
    show(label + " usage", result.usage() if callable(result.usage) else result.usage)


def sync():
    agent = Agent(
        "openai-chat:" + MODEL, instructions="Be brief.", model_settings={"temperature": 0.2, "max_tokens": 50}
    )
    result = agent.run_sync("Hello")
    show("output", result.output)
    show_messages("run", result)
    again = agent.run_sync("And again", message_history=result.new_messages())
    show("history", again.output)


def tools():
    agent = Agent(OpenAIChatModel(MODEL), deps_type=Deps)
    tries = []

    @agent.tool
    async def weather(context: RunContext[Deps], city: str) -> str:
        """Return the weather of a city."""
        tries.append(city)
        if len(tries) == 1:
            raise ModelRetry("try again")
        return "sunny for {} in {}".format(context.deps.user, city)

    result = agent.run_sync("use the tool", deps=Deps("Ann"))
    show("tool output", result.output)
    show_messages("tools", result)


def structured():
    for label, type_ in (
        ("tool", City),
        ("native", NativeOutput(City)),
        ("prompted", PromptedOutput(City)),
        ("named", ToolOutput(City, name="city")),
        ("union", Union[City, str]),
    ):
        for name, model in (("chat", OpenAIChatModel(MODEL)), ("responses", OpenAIResponsesModel(MODEL))):
            try:
                with capture_run_messages() as messages:
                    show(
                        "structured {} {}".format(label, name),
                        repr(Agent(model, output_type=type_, retries=0).run_sync("use the tool for Rome").output),
                    )
            except UnexpectedModelBehavior as error:
                show("structured {} {}".format(label, name), (str(error), len(messages)))


def responses():
    agent = Agent(OpenAIResponsesModel(MODEL), instructions="Be brief.")

    @agent.tool_plain
    def add(a: int, b: int) -> int:
        """Add two numbers."""
        return a + b

    result = agent.run_sync("use the tool to add")
    show("responses", result.output)
    show_messages("responses", result)
    show(
        "image",
        Agent(OpenAIResponsesModel(MODEL))
        .run_sync(["What is it?", ImageUrl("https://example.com/a.png"), BinaryContent(b"abc", media_type="image/png")])
        .output,
    )
    show(
        "image chat",
        Agent(OpenAIChatModel(MODEL)).run_sync(["What is it?", BinaryContent(b"abc", media_type="image/png")]).output,
    )


async def streams():
    for name, model in (("chat", OpenAIChatModel(MODEL)), ("responses", OpenAIResponsesModel(MODEL))):
        agent = Agent(model)
        async with agent.run_stream("Stream this please") as result:
            show(name + " texts", [text async for text in result.stream_text(delta=True, debounce_by=None)])
            show(name + " usage", result.usage() if callable(result.usage) else result.usage)
        agent = Agent(model, output_type=NativeOutput(City))
        async with agent.run_stream("Rome") as result:
            show(name + " parsed", [repr(value) async for value in result.stream_output(debounce_by=None)][-1:])
        agent = Agent(model)

        @agent.tool_plain
        def double(number: int) -> int:
            """Double a number."""
            return number * 2

        async with agent.iter("use the tool to double") as run:
            async for node in run:
                show(name + " node", type(node).__name__)
        show(name + " iter", run.result.output)
        async with agent.run_stream("use the tool to double") as result:
            show(name + " after tool", await result.get_output())


async def clients():
    async with httpx.AsyncClient(headers={"X-Own": "1"}) as http_client:
        try:
            provider = OpenAIProvider(http_client=http_client)
            show("own http client", (await Agent(OpenAIChatModel(MODEL, provider=provider)).run("hi")).output)
        except Exception as error:
            show("own http client", type(error).__name__)
    client = AsyncOpenAI(max_retries=0)
    provider = OpenAIProvider(openai_client=client)
    model = OpenAIChatModel(MODEL, provider=provider)
    show("own client", (await Agent(model).run("hi")).output)
    show("provider", (provider.name, model.system, model.model_name, provider.client is client))
    results = await asyncio.gather(*(Agent(model).run("parallel {}".format(n)) for n in range(4)))
    show("parallel", [result.output for result in results])
    task = asyncio.ensure_future(
        Agent(model, model_settings={"extra_headers": {"X-Embedded-Fault": "stall=30"}}).run("never")
    )
    await asyncio.sleep(0.2)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        show("cancelled", True)


def errors():
    def attempt(label, fault=None, model=MODEL, **options):
        settings = {"extra_headers": {"X-Embedded-Fault": fault}} if fault else {}
        for name, cls in (("chat", OpenAIChatModel), ("responses", OpenAIResponsesModel)):
            client = AsyncOpenAI(max_retries=0, **options)
            agent = Agent(cls(model, provider=OpenAIProvider(openai_client=client)), model_settings=settings)
            try:
                show(label + " " + name, agent.run_sync("x").output)
            except ModelHTTPError as error:
                show(
                    label + " " + name,
                    (
                        error.status_code,
                        error.model_name,
                        json.dumps(error.body, sort_keys=True),
                        type(error.__cause__).__name__,
                        str(error),
                    ),
                )
            except Exception as error:
                show(label + " " + name, type(error).__name__)

    attempt("401", api_key="sk-wrong")
    attempt("404", model="no-such-model")
    attempt("429", "status=429; code=rate_limit_exceeded")
    attempt("500", "status=500")
    attempt("timeout", "stall=5", timeout=0.2)
    attempt("malformed", "malformed")
    attempt("filter", "status=400; code=content_filter")


if __name__ == "__main__":
    for part in (sync, tools, structured, responses, errors):
        part()
    asyncio.run(streams())
    asyncio.run(clients())
