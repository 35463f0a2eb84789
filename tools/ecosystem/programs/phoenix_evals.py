# requires: arize-phoenix-evals, pydantic, httpx
# runs: its wrapper for OpenAI: text, objects with schemas and tools, async, errors
"""arize-phoenix-evals as its users call it; prints what it returns."""

import asyncio
import importlib

import openai

llm = importlib.import_module("phoenix.evals.llm")

SCHEMA = {
    "type": "object",
    "properties": {"label": {"type": "string"}},
    "required": ["label"],
    "additionalProperties": False,
}


def show(label, value):
    print("{}: {}".format(label, value))


async def asynchronous(model):
    show("async", await model.async_generate_text("Hello"))
    show("async object", await model.async_generate_object("Label it", schema=SCHEMA))


if __name__ == "__main__":
    model = llm.LLM(provider="openai", model="gpt-4o-mini", client="openai")
    show("text", model.generate_text("Hello"))
    show("object", model.generate_object("Label it", schema=SCHEMA))
    show("classification", model.generate_classification("Good?", labels=["yes", "no"]))
    asyncio.run(asynchronous(model))
    try:
        llm.LLM(provider="openai", model="no-such-model", client="openai").generate_text("x")
    except openai.APIStatusError as error:
        show("404", (type(error).__name__, error.status_code, error.message))
