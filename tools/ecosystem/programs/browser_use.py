# requires: browser-use
# runs: its classes for language models (OpenAI, Azure): text, images, structured output, errors
"""browser-use's language models as its agents call them; prints what they return."""

import asyncio
import importlib
import os
from typing import List

os.environ["ANONYMIZED_TELEMETRY"] = "false"
os.environ["BROWSER_USE_SETUP_LOGGING"] = "false"

from pydantic import BaseModel

llm = importlib.import_module("browser_use.llm")
messages = importlib.import_module("browser_use.llm.messages")
exceptions = importlib.import_module("browser_use.llm.exceptions")


class City(BaseModel):
    name: str
    tags: List[str]


def show(label, value):
    print("{}: {}".format(label, value))


async def main():
    model = llm.ChatOpenAI(model="gpt-4o-mini")
    conversation = [messages.SystemMessage(content="Be brief."), messages.UserMessage(content="Hello")]
    result = await model.ainvoke(conversation)
    show("text", (result.completion, result.usage, result.stop_reason))
    result = await model.ainvoke(conversation, output_format=City)
    show("structured", (repr(result.completion), result.usage.total_tokens))
    image = messages.ContentPartImageParam(image_url=messages.ImageURL(url="data:image/png;base64,AAAA"))
    text = messages.ContentPartTextParam(text="What is it?")
    show("image", (await model.ainvoke([messages.UserMessage(content=[text, image])])).completion)
    show(
        "schema in prompt",
        repr(
            (
                await llm.ChatOpenAI(model="gpt-4o-mini", add_schema_to_system_prompt=True).ainvoke(
                    conversation, output_format=City
                )
            ).completion
        ),
    )
    show("reasoning", (await llm.ChatOpenAI(model="o4-mini").ainvoke(conversation)).completion)
    for label, options in (
        ("401", {"api_key": "sk-wrong"}),
        ("404", {"model": "no-such-model"}),
        ("429", {"default_headers": {"X-Embedded-Fault": "status=429; code=rate_limit_exceeded"}}),
        ("timeout", {"default_headers": {"X-Embedded-Fault": "stall=5"}, "timeout": 0.2}),
    ):
        try:
            await llm.ChatOpenAI(**dict({"model": "gpt-4o-mini", "max_retries": 0}, **options)).ainvoke(conversation)
        except exceptions.ModelProviderError as error:
            text = error.message if label != "timeout" else ""
            show(label, (type(error).__name__, error.status_code, text, type(error.__cause__).__name__))


if __name__ == "__main__":
    asyncio.run(main())
