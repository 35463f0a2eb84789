# requires: openai-agents
# runs: agents over responses and chat completions: sync, async, streamed, tools, handoffs, guardrails, structured output, sessions, errors
"""openai-agents as its users call it; prints what it returns."""

import asyncio
import json
from typing import List

import openai
from agents import (
    Agent,
    GuardrailFunctionOutput,
    InputGuardrailTripwireTriggered,
    MaxTurnsExceeded,
    ModelSettings,
    OpenAIChatCompletionsModel,
    OpenAIProvider,
    OpenAIResponsesModel,
    RunConfig,
    Runner,
    SQLiteSession,
    function_tool,
    input_guardrail,
    set_tracing_disabled,
)
from openai import AsyncOpenAI
from openai.types.responses import ResponseTextDeltaEvent
from pydantic import BaseModel

MODEL = "gpt-4o-mini"
set_tracing_disabled(True)


class City(BaseModel):
    name: str
    tags: List[str]


@function_tool
def weather(city: str) -> str:
    """Return the weather of a city.

    Args:
        city: The name of the city.
    """
    return "sunny in " + city


def show(label, value):
    print("{}: {}".format(label, value))


def show_result(label, result):
    show(label, repr(result.final_output))
    show(label + " items", [type(item).__name__ for item in result.new_items])
    usage = result.context_wrapper.usage
    show(label + " usage", (usage.requests, usage.input_tokens, usage.output_tokens, usage.total_tokens))
    show(label + " input", json.dumps(result.to_input_list(), sort_keys=True))


def sync(name, model):
    show_result(name, Runner.run_sync(Agent(name="Plain", instructions="Be brief.", model=model), "Hello"))
    agent = Agent(
        name="Tools", model=model, tools=[weather], model_settings=ModelSettings(temperature=0.1, max_tokens=99)
    )
    show_result(name + " tools", Runner.run_sync(agent, "use the tool"))
    show_result(name + " structured", Runner.run_sync(Agent(name="City", model=model, output_type=City), "Rome"))
    other = Agent(name="Other", instructions="I am the other.", model=model)
    triage = Agent(name="Triage", model=model, handoffs=[other])
    try:
        result = Runner.run_sync(triage, "use the tool to hand over", max_turns=3)
        show(name + " handoff", (result.last_agent.name, result.final_output))
    except MaxTurnsExceeded as error:
        show(name + " handoff", str(error))
    manager = Agent(name="Manager", model=model, tools=[other.as_tool("ask_other", "Ask the other.")])
    show_result(name + " agent as tool", Runner.run_sync(manager, "use the tool"))
    forced = Agent(name="Forced", model=model, tools=[weather], model_settings=ModelSettings(tool_choice="required"))
    show(name + " forced", Runner.run_sync(forced, "weather please").final_output)
    try:
        Runner.run_sync(
            Agent(
                name="Loop",
                model=model,
                tools=[weather],
                model_settings=ModelSettings(tool_choice="required"),
                reset_tool_choice=False,
            ),
            "x",
            max_turns=2,
        )
    except MaxTurnsExceeded as error:
        show(name + " turns", str(error))


async def streams(name, model):
    result = Runner.run_streamed(Agent(name="Plain", model=model), "Stream this please")
    texts, types = [], []
    async for event in result.stream_events():
        types.append(event.type if event.type != "raw_response_event" else event.data.type)
        if event.type == "raw_response_event" and isinstance(event.data, ResponseTextDeltaEvent):
            texts.append(event.data.delta)
    show(name + " texts", texts)
    show(name + " events", types)
    show_result(name + " streamed", result)
    result = Runner.run_streamed(Agent(name="Tools", model=model, tools=[weather]), "use the tool")
    async for event in result.stream_events():
        if event.type == "run_item_stream_event":
            show(name + " item", (event.name, event.item.type))
    show_result(name + " streamed tool", result)


async def sessions(name, model):
    session = SQLiteSession("one", ":memory:")
    agent = Agent(name="Plain", model=model)
    show(name + " first", (await Runner.run(agent, "Hello", session=session)).final_output)
    show(name + " second", (await Runner.run(agent, "Again", session=session)).final_output)
    show(name + " session", [item.get("role") for item in await session.get_items()])

    @input_guardrail
    async def refuse(context, agent, text):
        return GuardrailFunctionOutput(output_info="no", tripwire_triggered="bad" in str(text))

    try:
        await Runner.run(Agent(name="Guarded", model=model, input_guardrails=[refuse]), "bad words")
    except InputGuardrailTripwireTriggered as error:
        show(name + " guardrail", type(error).__name__)


async def errors(name, cls):
    async def attempt(label, fault=None, model=MODEL, **options):
        client = AsyncOpenAI(**dict({"max_retries": 0}, **options))
        settings = ModelSettings(extra_headers={"X-Embedded-Fault": fault} if fault else None)
        agent = Agent(name="Plain", model=cls(model=model, openai_client=client), model_settings=settings)
        try:
            show(name + " " + label, (await Runner.run(agent, "x")).final_output)
        except openai.APIStatusError as error:
            show(
                name + " " + label,
                (
                    type(error).__name__,
                    error.status_code,
                    error.code,
                    error.message,
                    str(error),
                    error.request_id is not None,
                ),
            )
            show(
                name + " " + label + " response",
                (
                    error.response.status_code,
                    error.response.request.method,
                    str(error.request.url).endswith(("/responses", "/chat/completions")),
                ),
            )
        except openai.APIError as error:
            show(name + " " + label, type(error).__name__)

    await attempt("401", api_key="sk-wrong")
    await attempt("404", model="no-such-model")
    await attempt("429", "status=429; code=rate_limit_exceeded")
    await attempt("500", "status=500")
    await attempt("timeout", "stall=5", timeout=0.2)
    await attempt("retried", "status=503; retry-after-ms=1; times=1", max_retries=2)
    client = AsyncOpenAI()
    task = asyncio.ensure_future(
        Runner.run(
            Agent(
                name="Plain",
                model=cls(model=MODEL, openai_client=client),
                model_settings=ModelSettings(extra_headers={"X-Embedded-Fault": "stall=30"}),
            ),
            "x",
        )
    )
    await asyncio.sleep(0.3)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        show(name + " cancelled", True)


async def main(name, cls):
    async with AsyncOpenAI() as client:
        model = cls(model=MODEL, openai_client=client)
        await streams(name, model)
        await sessions(name, model)
    await errors(name, cls)
    provider = OpenAIProvider(openai_client=AsyncOpenAI(max_retries=1), use_responses=cls is OpenAIResponsesModel)
    result = await Runner.run(
        Agent(name="Plain", model=MODEL), "Provider", run_config=RunConfig(model_provider=provider)
    )
    show(name + " provider", result.final_output)


if __name__ == "__main__":
    for name, cls in (("responses", OpenAIResponsesModel), ("chat", OpenAIChatCompletionsModel)):
        sync(name, cls(model=MODEL, openai_client=AsyncOpenAI()))
        asyncio.run(main(name, cls))
