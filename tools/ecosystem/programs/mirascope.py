# requires: mirascope
# runs: models over chat completions and responses: sync, async, streamed, tools, formats, errors
"""mirascope as its users call it; prints what it returns."""

import asyncio
from typing import List

from mirascope import llm
from pydantic import BaseModel


class City(BaseModel):
    name: str
    tags: List[str]


@llm.tool
def weather(city: str) -> str:
    """Return the weather of a city."""
    return "sunny in " + city


def show(label, value):
    print("{}: {}".format(label, value))


def show_response(label, response):
    show(label, response.text())
    usage = response.usage
    show(label + " usage", usage and (usage.input_tokens, usage.output_tokens, usage.reasoning_tokens))
    show(label + " finish", response.finish_reason)


def sync(name, model_id):
    @llm.call(model_id, temperature=0.2)
    def answer(question: str):
        return question

    show_response(name, answer("Hello"))
    stream = answer.stream("Stream this please")
    show(name + " chunks", list(stream.text_stream()))
    show_response(name + " stream", stream)

    @llm.call(model_id, tools=[weather])
    def ask(question: str):
        return question

    response = ask("use the tool")
    while response.tool_calls:
        outputs = response.execute_tools()
        show(name + " tools", [(call.name, call.args) for call in response.tool_calls])
        show(name + " outputs", [output.result for output in outputs])
        response = response.resume(outputs)
    show_response(name + " tool", response)
    for mode in ("strict", "tool", "json"):

        @llm.call(model_id, format=llm.format(City, mode=mode))
        def describe(city: str):
            return "Describe " + city

        try:
            show(name + " format " + mode, repr(describe("Rome").parse()))
        except Exception as error:
            show(name + " format " + mode, type(error).__name__)
    show_response(name + " model", llm.Model(model_id, max_tokens=5).call("Be short please"))


async def asynchronous(name, model_id):
    @llm.call(model_id)
    async def answer(question: str):
        return question

    show_response(name + " async", await answer("Hello"))
    stream = await answer.stream("Stream this please")
    show(name + " async chunks", [chunk async for chunk in stream.text_stream()])


def errors(name, prefix, suffix):
    for model in ("no-such-model", "error-429", "error-400"):
        try:
            show(name + " " + model, llm.Model(prefix + model + suffix).call("x").text())
        except llm.APIError as error:
            show(
                name + " " + model,
                (type(error).__name__, str(error), error.status_code, type(error.__cause__).__name__),
            )


if __name__ == "__main__":
    for name, suffix in (("chat", ":completions"), ("responses", ":responses")):
        sync(name, "openai/gpt-4o-mini" + suffix)
        asyncio.run(asynchronous(name, "openai/gpt-4o-mini" + suffix))
        errors(name, "openai/", suffix)
