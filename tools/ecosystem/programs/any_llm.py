# requires: any-llm-sdk[openai]
# runs: completions and responses: sync, async, streamed, tools, structured output, embeddings, models, errors
"""any-llm as its users call it; prints what it returns."""

import asyncio
import os
from typing import List

from any_llm import acompletion, aresponses, completion, embedding, list_models, responses
from pydantic import BaseModel

MODEL = {"model": "gpt-4o-mini", "provider": "openai", "api_base": os.environ["OPENAI_BASE_URL"]}
USER = [{"role": "user", "content": "Hello"}]


class City(BaseModel):
    name: str
    tags: List[str]


def weather(city: str) -> str:
    """Return the weather of a city."""
    return "sunny in " + city


def show(label, value):
    print("{}: {}".format(label, value))


def attempt(label, function, *arguments, **options):
    try:
        return function(*arguments, **options)
    except Exception as error:
        show(label, (type(error).__name__, str(error)))


def sync():
    result = completion(**MODEL, messages=USER, temperature=0.2)
    show("completion", (type(result).__name__, result.choices[0].message.content, result.usage.total_tokens))
    show("dump", sorted(result.model_dump()))
    chunks = list(completion(**MODEL, messages=USER, stream=True, stream_options={"include_usage": True}))
    show(
        "stream",
        [(type(c).__name__, c.choices[0].delta.content if c.choices else c.usage.total_tokens) for c in chunks],
    )
    result = completion(**MODEL, messages=[{"role": "user", "content": "use the tool"}], tools=[weather])
    show("tool", [(c.function.name, c.function.arguments) for c in result.choices[0].message.tool_calls])
    result = completion(**MODEL, messages=USER, response_format=City)
    show("structured", (result.choices[0].message.content, getattr(result.choices[0].message, "parsed", None)))
    result = responses(**MODEL, input_data="Hello")
    show("responses", (type(result).__name__, result.output_text, result.usage.total_tokens))
    show("responses stream", [event.type for event in responses(**MODEL, input_data="Hello", stream=True)])
    result = embedding(
        "text-embedding-3-small", ["one", "two"], provider="openai", api_base=MODEL["api_base"], dimensions=4
    )
    show("embedding", [[round(x, 5) for x in item.embedding] for item in result.data])
    show("models", [model.id for model in list_models("openai", api_base=MODEL["api_base"])][:3])


async def asynchronous():
    result = await acompletion(**MODEL, messages=USER)
    show("acompletion", result.choices[0].message.content)
    stream = await acompletion(**MODEL, messages=USER, stream=True)
    show("astream", [chunk.choices[0].delta.content async for chunk in stream])
    show("aresponses", (await aresponses(**MODEL, input_data="Hello")).output_text)


if __name__ == "__main__":
    sync()
    asyncio.run(asynchronous())
    attempt("401", completion, **MODEL, messages=USER, api_key="sk-wrong")
    attempt("404", completion, **dict(MODEL, model="no-such-model"), messages=USER)
    attempt("429", completion, **dict(MODEL, model="error-429"), messages=USER)
