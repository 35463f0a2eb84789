# requires: agno
# runs: agents over chat completions and responses: sync, async, streamed, tools, structured output, embeddings, a team, errors, own clients
# volatile: (?<=Request timed out\.).*
"""agno as its users call it; prints what it returns."""

import asyncio
import os
from typing import List

os.environ["AGNO_TELEMETRY"] = "false"

import httpx
import openai
from agno.agent import Agent
from agno.exceptions import ModelProviderError
from agno.knowledge.embedder.openai import OpenAIEmbedder
from agno.models.message import Message
from agno.models.openai import OpenAIChat, OpenAIResponses
from agno.team import Team
from pydantic import BaseModel

MODEL = "gpt-4o-mini"


class City(BaseModel):
    name: str
    tags: List[str]


def weather(city: str) -> str:
    """Return the weather of a city.

    Args:
        city: The name of the city.
    """
    return "sunny in " + city


def show(label, value):
    print("{}: {}".format(label, value))


def show_run(label, run):
    show(label, repr(run.content))
    show(label + " messages", [(m.role, m.content) for m in run.messages])
    metrics = run.metrics
    show(label + " metrics", (metrics.input_tokens, metrics.output_tokens, metrics.total_tokens))


def sync(name, cls):
    show_run(name, Agent(model=cls(id=MODEL, temperature=0.3), instructions="Be brief.", telemetry=False).run("Hello"))
    show_run(name + " tool", Agent(model=cls(id=MODEL), tools=[weather], telemetry=False).run("use the tool"))
    show_run(name + " structured", Agent(model=cls(id=MODEL), output_schema=City, telemetry=False).run("Rome"))
    show_run(
        name + " json", Agent(model=cls(id=MODEL), output_schema=City, use_json_mode=True, telemetry=False).run("Rome")
    )
    events = list(Agent(model=cls(id=MODEL), telemetry=False).run("Stream this please", stream=True))
    show(name + " stream", [event.content for event in events])
    events = Agent(model=cls(id=MODEL), tools=[weather], telemetry=False).run(
        "use the tool", stream=True, stream_events=True
    )
    show(name + " events", [event.event for event in events])
    response = cls(id=MODEL).response(messages=[Message(role="user", content="Direct")])
    show(name + " direct", (response.content, response.role))


async def asynchronous(name, cls):
    agent = Agent(model=cls(id=MODEL), telemetry=False)
    show_run(name + " async", await agent.arun("Hello async"))
    show(name + " async stream", [event.content async for event in agent.arun("Stream async", stream=True)])
    async with httpx.AsyncClient(headers={"X-Own": "1"}) as http_client:
        show(
            name + " own http client",
            (await Agent(model=cls(id=MODEL, http_client=http_client), telemetry=False).arun("own")).content,
        )
    client = openai.AsyncOpenAI(max_retries=0)
    show(
        name + " own client",
        (await Agent(model=cls(id=MODEL, async_client=client), telemetry=False).arun("own")).content,
    )


def errors(name, cls):
    def attempt(label, fault=None, id=MODEL, **options):
        headers = {"X-Embedded-Fault": fault} if fault else None
        model = cls(id=id, default_headers=headers, **dict({"max_retries": 0}, **options))
        try:
            show(name + " " + label, model.response(messages=[Message(role="user", content="x")]).content)
        except ModelProviderError as error:
            text = error.message if error.status_code != 502 else None
            show(name + " " + label, (type(error).__name__, error.status_code, text, type(error.__cause__).__name__))

    attempt("401", api_key="sk-wrong")
    attempt("404", id="no-such-model")
    attempt("429", "status=429; code=rate_limit_exceeded")
    attempt("500", "status=500")
    attempt("timeout", "stall=5", timeout=0.2)
    attempt("retried", "status=503; retry-after-ms=1; times=1", max_retries=2)


def others():
    embedder = OpenAIEmbedder(id="text-embedding-3-small", dimensions=4)
    show("embedding", [round(x, 5) for x in embedder.get_embedding("text")])
    vector, usage = embedder.get_embedding_and_usage("text")
    show("usage", (len(vector), usage))
    members = [Agent(name="One", model=OpenAIChat(id=MODEL), telemetry=False)]
    team = Team(members=members, model=OpenAIChat(id=MODEL), telemetry=False)
    show("team", team.run("Discuss").content)


if __name__ == "__main__":
    for name, cls in (("chat", OpenAIChat), ("responses", OpenAIResponses)):
        sync(name, cls)
        asyncio.run(asynchronous(name, cls))
        errors(name, cls)
    others()
