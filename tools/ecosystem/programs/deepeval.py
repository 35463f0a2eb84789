# requires: deepeval
# runs: its model class: text, structured output, sync and async; errors
"""deepeval's model class as its metrics call it; prints what it returns."""

import asyncio
import importlib
import os
from typing import List

os.environ["DEEPEVAL_TELEMETRY_OPT_OUT"] = "YES"
os.environ["DEEPEVAL_DISABLE_DOTENV"] = "1"

from pydantic import BaseModel

models = importlib.import_module("deepeval.models")


class City(BaseModel):
    name: str
    tags: List[str]


def show(label, value):
    print("{}: {}".format(label, value))


if __name__ == "__main__":
    model = models.GPTModel(model="gpt-4o-mini", temperature=0)
    show("text", model.generate("Hello"))
    show("structured", model.generate("Rome", schema=City))
    show("async", asyncio.run(model.a_generate("Hello")))
    show("async structured", asyncio.run(model.a_generate("Rome", schema=City)))
    completion, cost = model.generate_raw_response("Hello", top_logprobs=2)
    show("raw", (completion.choices[0].message.content, completion.choices[0].logprobs.content[0].token, cost))
    try:
        models.GPTModel(model="gpt-4o-mini", api_key="sk-wrong").generate("x")
    except Exception as error:
        show("401", (type(error).__name__, getattr(error, "status_code", None)))
