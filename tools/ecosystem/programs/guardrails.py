# requires: guardrails-ai
# models: pydantic
# runs: guards that call the OpenAI client's methods, structured output, tools
"""guardrails-ai as its users call it; prints what it returns."""

import importlib
import os
import warnings
from typing import List

warnings.simplefilter("ignore")
os.environ["OTEL_SDK_DISABLED"] = "true"

import openai
from pydantic import BaseModel

gd = importlib.import_module("guardrails")


class City(BaseModel):
    name: str
    tags: List[str]


def show(label, value):
    print("{}: {}".format(label, value))


if __name__ == "__main__":
    user = [{"role": "user", "content": "Hello"}]
    client = openai.OpenAI()

    def call(messages=None, **options):
        options.pop("msg_history", None)
        return client.chat.completions.create(model="gpt-4o-mini", messages=messages or user).choices[0].message.content

    result = gd.Guard()(call, messages=user)
    show("custom", (result.raw_llm_output, result.validated_output, result.validation_passed))
    guard = gd.Guard.for_pydantic(City)
    text = (
        client.chat.completions.parse(model="gpt-4o-mini", messages=user, response_format=City)
        .choices[0]
        .message.content
    )
    result = guard.parse(text)
    show("parse", (result.validated_output, result.validation_passed))
    tool = guard.json_function_calling_tool([])
    show("tool", [item["function"]["name"] for item in tool])
