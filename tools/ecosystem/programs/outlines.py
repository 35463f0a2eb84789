# requires: outlines, pillow
# runs: generators over chat completions: text, typed, JSON schema, literals, streamed, async, vision, batches, errors
"""outlines as its users call it; prints what it returns."""

import asyncio
from typing import List

import openai
import outlines
from outlines.inputs import Chat
from pydantic import BaseModel

MODEL = "gpt-4o-mini"


class City(BaseModel):
    name: str
    tags: List[str]


def show(label, value):
    print("{}: {}".format(label, value))


def sync():
    model = outlines.from_openai(openai.OpenAI(), MODEL)
    show("type", type(model).__name__)
    show("text", model("Hello", temperature=0.3))
    show("typed", model("Rome", City))
    show("dict", model("Any object", dict))
    show("generator", outlines.Generator(model, City)("Rome again"))
    show("stream", list(model.stream("Stream this please")))
    show("chat", model(Chat([{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hi"}])))
    show("n", model("two", n=2))
    try:
        model("please refuse", City)
    except Exception as error:
        show("refusal", (type(error).__name__, str(error)))


async def asynchronous():
    model = outlines.from_openai(openai.AsyncOpenAI(), MODEL)
    show("async type", type(model).__name__)
    show("async text", await model("Hello async"))
    show("async typed", await model("Rome", City))
    show("async stream", [chunk async for chunk in model.stream("Stream async")])


def errors():
    def attempt(label, fault=None, model=MODEL, **options):
        headers = {"X-Embedded-Fault": fault} if fault else None
        client = openai.OpenAI(max_retries=0, default_headers=headers, **options)
        try:
            show(label, outlines.from_openai(client, model)("x"))
        except Exception as error:
            show(
                label,
                (
                    type(error).__name__,
                    str(error) if "timed out" not in str(error) else "",
                    type(error.__cause__).__name__,
                ),
            )

    attempt("401", api_key="sk-wrong")
    attempt("404", model="no-such-model")
    attempt("429", "status=429; code=rate_limit_exceeded")
    attempt("400", "status=400; message=Invalid schema for response_format")
    attempt("timeout", "stall=5", timeout=0.2)


if __name__ == "__main__":
    sync()
    asyncio.run(asynchronous())
    errors()
