# requires: camel-ai, mcp<2
# runs: model backends and chat agents: sync, async, streamed, tools, structured output, embeddings, errors, own clients
"""camel-ai as its users call it; prints what it returns."""

import asyncio
import logging
from typing import List

import openai
from camel.agents import ChatAgent
from camel.embeddings import OpenAIEmbedding
from camel.models import ModelFactory, OpenAIModel
from camel.toolkits import FunctionTool
from camel.types import EmbeddingModelType, ModelPlatformType, ModelType
from camel.utils import BaseTokenCounter
from pydantic import BaseModel

logging.disable(logging.CRITICAL)


class City(BaseModel):
    name: str
    tags: List[str]


def weather(city: str) -> str:
    r"""Return the weather of a city.

    Args:
        city (str): The name of the city.
    """
    return "sunny in " + city


def show(label, value):
    print("{}: {}".format(label, value))


class WordCounter(BaseTokenCounter):
    """A token counter that downloads nothing."""

    def count_tokens_from_messages(self, messages):
        return sum(len(str(message).split()) for message in messages)

    def encode(self, text):
        return list(range(len(text.split())))

    def decode(self, token_ids):
        return ""


def make_model(**options):
    options["token_counter"] = WordCounter()
    return ModelFactory.create(ModelPlatformType.OPENAI, ModelType.GPT_4O_MINI, **options)


def models():
    model = make_model(model_config_dict={"temperature": 0.2})
    messages = [{"role": "user", "content": "Hello"}]
    completion = model.run(messages)
    show("run", (type(completion).__name__, completion.choices[0].message.content, completion.usage.total_tokens))
    stream = make_model(model_config_dict={"stream": True}).run(messages)
    show("stream", [chunk.choices[0].delta.content for chunk in stream if chunk.choices])
    parsed = model.run(messages, response_format=City)
    show("parse", parsed.choices[0].message.parsed)
    completion = asyncio.run(model.arun(messages))
    show("arun", completion.choices[0].message.content)
    own = OpenAIModel(ModelType.GPT_4O_MINI, client=openai.OpenAI(), async_client=openai.AsyncOpenAI())
    show("own clients", own.run(messages).choices[0].message.content)


def agents():
    agent = ChatAgent("Be brief.", model=make_model())
    response = agent.step("Hello")
    show(
        "step",
        (response.msg.content, response.terminated, response.info["usage"], response.info["termination_reasons"]),
    )
    show("second", agent.step("Again").msg.content)
    show("memory", [message["role"] for message in agent.memory.get_context()[0]])
    agent = ChatAgent(model=make_model(), tools=[FunctionTool(weather)])
    response = agent.step("use the tool")
    show(
        "tool",
        (response.msg.content, [(call.tool_name, call.args, call.result) for call in response.info["tool_calls"]]),
    )
    show("structured", repr(ChatAgent(model=make_model()).step("Rome", response_format=City).msg.parsed))
    show("astep", asyncio.run(ChatAgent(model=make_model()).astep("Hello async")).msg.content)
    agent = ChatAgent(model=make_model(model_config_dict={"stream": True}))
    show("stream step", [part.msg.content for part in agent.step("Stream this please")])


def others():
    embedding = OpenAIEmbedding(EmbeddingModelType.TEXT_EMBEDDING_3_SMALL, dimensions=4)
    show("embedding", [[round(x, 5) for x in vector] for vector in embedding.embed_list(["one", "two"])])

    def attempt(label, fault=None, **options):
        headers = {"X-Embedded-Fault": fault} if fault else None
        model = make_model(max_retries=0, default_headers=headers, **options)
        try:
            show(label, model.run([{"role": "user", "content": "x"}]).choices[0].message.content)
        except openai.APIStatusError as error:
            show(label, (type(error).__name__, error.status_code, error.code, error.message))
        except openai.APIError as error:
            show(label, type(error).__name__)

    attempt("401", api_key="sk-wrong")
    attempt("429", "status=429; code=rate_limit_exceeded")
    attempt("timeout", "stall=5", timeout=0.2)


if __name__ == "__main__":
    models()
    agents()
    others()
