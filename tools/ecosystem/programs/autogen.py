# requires: autogen-ext[openai], autogen-agentchat
# runs: model client (create, stream, tools, structured output, token counts, errors, cancellation, component config), assistant agents, group chat
"""autogen as its users call it; prints what it returns."""

import asyncio
import json
from typing import List

import openai
from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.conditions import MaxMessageTermination
from autogen_agentchat.teams import RoundRobinGroupChat
from autogen_core import CancellationToken
from autogen_core.models import (
    AssistantMessage,
    FunctionExecutionResult,
    FunctionExecutionResultMessage,
    ModelFamily,
    SystemMessage,
    UserMessage,
)
from autogen_core.tools import FunctionTool
from autogen_ext.models.openai import AzureOpenAIChatCompletionClient, OpenAIChatCompletionClient
from pydantic import BaseModel

MODEL = "gpt-4o-mini"


class City(BaseModel):
    name: str
    tags: List[str]


async def weather(city: str, days: int = 1) -> str:
    """Return the weather of a city."""
    return "sunny in {} for {}".format(city, days)


def show(label, value):
    print("{}: {}".format(label, value))


def show_result(label, result):
    show(
        label,
        (type(result).__name__, result.content, result.finish_reason, result.usage, result.cached, result.thought),
    )


async def model_client():
    async_tool = FunctionTool(weather, description="weather", strict=False)
    client = OpenAIChatCompletionClient(model=MODEL, temperature=0.3, seed=7)
    show("info", (sorted(client.model_info.items()), client.capabilities))
    show_result(
        "create", await client.create([SystemMessage(content="Be brief."), UserMessage(content="Hi", source="user")])
    )
    chunks = [chunk async for chunk in client.create_stream([UserMessage(content="Stream it", source="user")])]
    show("stream", chunks[:-1])
    show_result("stream end", chunks[-1])
    async for chunk in client.create_stream(
        [UserMessage(content="usage", source="user")], extra_create_args={"stream_options": {"include_usage": True}}
    ):
        last = chunk
    show_result("stream usage", last)
    question = UserMessage(content="use the tool", source="user")
    call = await client.create([question], tools=[async_tool])
    show("tool", ([(c.name, c.arguments) for c in call.content], call.finish_reason))
    answer = FunctionExecutionResultMessage(
        content=[FunctionExecutionResult(content="sunny", call_id=call.content[0].id, is_error=False, name="weather")]
    )
    messages = [question, AssistantMessage(content=call.content, source="assistant"), answer]
    show_result("tool answer", await client.create(messages, tools=[async_tool]))
    async for chunk in client.create_stream([question], tools=[async_tool]):
        last = chunk
    show("streamed tool", [(c.name, c.arguments) for c in last.content])
    show_result("structured", await client.create([UserMessage(content="Rome", source="user")], json_output=City))
    show_result("json", await client.create([UserMessage(content="Rome", source="user")], json_output=True))
    async for chunk in client.create_stream([UserMessage(content="Rome", source="user")], json_output=City):
        last = chunk
    show_result("structured stream", last)
    show_result(
        "logprobs",
        await client.create([UserMessage(content="Hi", source="user")], extra_create_args={"logprobs": True}),
    )
    show("total", (client.actual_usage(), client.total_usage()))
    config = client.dump_component()
    show("component", json.dumps(config.model_dump(), sort_keys=True, default=str))
    show("loaded", type(OpenAIChatCompletionClient.load_component(config)).__name__)
    await client.close()


async def agents():
    client = OpenAIChatCompletionClient(model=MODEL)
    agent = AssistantAgent("helper", client, tools=[weather], reflect_on_tool_use=True)
    result = await agent.run(task="use the tool")
    show("agent", [(type(m).__name__, m.source, m.models_usage) for m in result.messages])
    show("agent text", result.messages[-1].content)
    agent = AssistantAgent("streamer", client, model_client_stream=True)
    texts = []
    async for item in agent.run_stream(task="Stream please"):
        texts.append(type(item).__name__ + ":" + str(getattr(item, "content", "")))
    show("agent stream", texts)
    agent = AssistantAgent("typed", client, output_content_type=City)
    show("agent typed", repr((await agent.run(task="Rome")).messages[-1].content))
    team = RoundRobinGroupChat(
        [AssistantAgent("a", client), AssistantAgent("b", client)], termination_condition=MaxMessageTermination(4)
    )
    result = await team.run(task="Discuss")
    show("team", [(m.source, m.content) for m in result.messages])
    state = await agent.save_state()
    show("state", json.dumps(state, sort_keys=True))
    await client.close()


async def errors():
    async def attempt(label, fault=None, model=MODEL, **options):
        headers = {"X-Embedded-Fault": fault} if fault else None
        client = OpenAIChatCompletionClient(model=model, default_headers=headers, **dict({"max_retries": 0}, **options))
        try:
            show(label, (await client.create([UserMessage(content="x", source="user")])).content)
        except openai.APIStatusError as error:
            show(
                label, (type(error).__name__, error.status_code, error.code, error.message, error.response.status_code)
            )
        except openai.APIError as error:
            show(label, type(error).__name__)
        await client.close()

    info = {
        "vision": False,
        "function_calling": False,
        "json_output": False,
        "family": ModelFamily.UNKNOWN,
        "structured_output": False,
    }
    await attempt("401", api_key="sk-wrong")
    await attempt("404", model="no-such-model", model_info=info)
    await attempt("429", "status=429; code=rate_limit_exceeded")
    await attempt("timeout", "stall=5", timeout=0.2)
    await attempt("retried", "status=503; retry-after-ms=1; times=1", max_retries=2)
    client = OpenAIChatCompletionClient(model=MODEL, default_headers={"X-Embedded-Fault": "stall=30"})
    token = CancellationToken()
    task = asyncio.ensure_future(client.create([UserMessage(content="x", source="user")], cancellation_token=token))
    await asyncio.sleep(0.2)
    token.cancel()
    try:
        await task
    except asyncio.CancelledError:
        show("cancelled", True)
    azure = AzureOpenAIChatCompletionClient(
        model=MODEL,
        azure_deployment="d",
        api_version="2024-10-21",
        azure_endpoint="http://127.0.0.1:1",
        api_key="k",
        max_retries=0,
    )
    try:
        await azure.create([UserMessage(content="x", source="user")])
    except openai.APIConnectionError as error:
        show("azure", type(error).__name__)


if __name__ == "__main__":
    asyncio.run(model_client())
    asyncio.run(agents())
    asyncio.run(errors())
