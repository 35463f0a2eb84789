# requires: strands-agents>=1.0
# runs: agents over chat completions: sync, async, streamed, tools, structured output, metrics, errors, an own client
"""strands-agents as its users call it; prints what it returns."""

import asyncio
import json
from typing import List

import openai
from pydantic import BaseModel
from strands import Agent, tool
from strands.models.openai import OpenAIModel
from strands.types.exceptions import ContextWindowOverflowException, ModelThrottledException

MODEL = "gpt-4o-mini"


class City(BaseModel):
    """A city."""

    name: str
    tags: List[str]


@tool
def weather(city: str) -> str:
    """Return the weather of a city.

    Args:
        city: The name of the city.
    """
    return "sunny in " + city


def show(label, value):
    print("{}: {}".format(label, value))


def show_result(label, agent, result):
    show(label, (result.stop_reason, str(result)))
    show(label + " usage", result.metrics.accumulated_usage)
    show(
        label + " messages",
        [{key: value for key, value in message.items() if key in ("role", "content")} for message in agent.messages],
    )


def model(fault=None, id=MODEL, **options):
    headers = {"default_headers": {"X-Embedded-Fault": fault}} if fault else {}
    return OpenAIModel(
        client_args=dict({"max_retries": 0}, **headers, **options), model_id=id, params={"temperature": 0.5}
    )


def sync():
    agent = Agent(model=model(), system_prompt="Be brief.", callback_handler=None)
    show_result("plain", agent, agent("Hello"))
    show_result("again", agent, agent("And again"))
    agent = Agent(model=model(), tools=[weather], callback_handler=None)
    show_result("tool", agent, agent("use the tool"))
    result = Agent(model=model(), callback_handler=None)("use the tool for Rome", structured_output_model=City)
    show("structured", repr(result.structured_output))
    image = {"image": {"format": "png", "source": {"bytes": b"abc"}}}
    show("image", str(Agent(model=model(), callback_handler=None)([{"text": "What is it?"}, image])))


async def asynchronous():
    agent = Agent(model=model(), tools=[weather], callback_handler=None)
    texts = []
    async for event in agent.stream_async("Stream this please"):
        if "data" in event:
            texts.append(event["data"])
    show("stream", texts)
    show("async", str(await agent.invoke_async("Hello again")))
    output = [
        event async for event in model().structured_output(City, [{"role": "user", "content": [{"text": "Rome"}]}])
    ]
    show("structured output", repr(output[-1]["output"]))
    events = [
        event
        async for event in model().stream(
            [{"role": "user", "content": [{"text": "use the tool"}]}], tool_specs=[weather.tool_spec]
        )
    ]
    events = [{**e, "metadata": {"usage": e["metadata"]["usage"]}} if "metadata" in e else e for e in events]
    show("events", json.dumps(events, sort_keys=True))
    client = openai.AsyncOpenAI()
    own = OpenAIModel(client=client, model_id=MODEL)
    show("own client", str(await Agent(model=own, callback_handler=None).invoke_async("own")))
    task = asyncio.ensure_future(Agent(model=model("stall=30"), callback_handler=None).invoke_async("x"))
    await asyncio.sleep(0.3)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        show("cancelled", True)


async def errors():
    async def attempt(label, *args, **options):
        try:
            events = [
                event async for event in model(*args, **options).stream([{"role": "user", "content": [{"text": "x"}]}])
            ]
            show(label, len(events))
        except (ModelThrottledException, ContextWindowOverflowException) as error:
            show(label, (type(error).__name__, str(error), type(error.__cause__).__name__))
        except openai.APIStatusError as error:
            show(label, (type(error).__name__, error.status_code, error.code, error.message))
        except openai.APIError as error:
            show(label, type(error).__name__)

    await attempt("401", api_key="sk-wrong")
    await attempt("404", id="no-such-model")
    await attempt("429", "status=429; code=rate_limit_exceeded; message=slow down")
    await attempt("context", "status=400; code=context_length_exceeded; message=too long")
    await attempt("500", "status=500")
    await attempt("timeout", "stall=5", timeout=0.2)
    await attempt("retried", "status=503; retry-after-ms=1; times=1", max_retries=2)
    await attempt("stream error", "stream-error")


if __name__ == "__main__":
    sync()
    asyncio.run(asynchronous())
    asyncio.run(errors())
