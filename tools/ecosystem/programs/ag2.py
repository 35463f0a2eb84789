# requires: ag2[openai]>=1, httpx2
# runs: agents over chat completions and responses: tools, structured output, streaming, errors, an own HTTP client
"""AG2 1.x as its users call it; prints what it returns."""

import asyncio
import importlib
from typing import List

import httpx2
import openai
from pydantic import BaseModel

ag2 = importlib.import_module("ag2")  # not the script of that name
config = importlib.import_module("ag2.config")


class City(BaseModel):
    name: str
    tags: List[str]


def weather(city: str) -> str:
    """Return the weather of a city."""
    return "sunny in " + city


def show(label, value):
    print("{}: {}".format(label, value))


async def run(name, cls):
    agent = ag2.Agent("helper", prompt="Be brief.", config=cls(model="gpt-4o-mini", temperature=0.2))
    reply = await agent.ask("Hello")
    show(name, reply.body)
    show(name + " again", (await reply.ask("Again")).body)
    usage = await reply.usage()
    show(name + " usage", usage.total if hasattr(usage, "total") else type(usage).__name__)
    agent = ag2.Agent("tools", config=cls(model="gpt-4o-mini"), tools=[weather])
    show(name + " tool", (await agent.ask("use the tool")).body)
    agent = ag2.Agent("typed", config=cls(model="gpt-4o-mini"), response_schema=City)
    show(name + " structured", repr(await (await agent.ask("Rome")).content()))
    agent = ag2.Agent("streaming", config=cls(model="gpt-4o-mini", streaming=True), tools=[weather])
    show(name + " streaming", (await agent.ask("use the tool")).body)
    async with httpx2.AsyncClient(headers={"X-Own": "1"}) as http_client:
        agent = ag2.Agent("own", config=cls(model="gpt-4o-mini", http_client=http_client))
        show(name + " own client", (await agent.ask("Hello")).body)
    for label, options in (("401", {"api_key": "sk-wrong"}), ("404", {"model": "no-such-model"})):
        try:
            await ag2.Agent("wrong", config=cls(**dict({"model": "gpt-4o-mini", "max_retries": 0}, **options))).ask("x")
        except openai.APIStatusError as error:
            show(name + " " + label, (type(error).__name__, error.status_code, error.message))
        except Exception as error:
            show(name + " " + label, (type(error).__name__, str(error), type(error.__cause__).__name__))


if __name__ == "__main__":
    asyncio.run(run("chat", config.OpenAIConfig))
    asyncio.run(run("responses", config.OpenAIResponsesConfig))
