# requires: haystack-ai
# runs: chat and responses generators (sync, async, streamed), tools, structured output, embedders, an agent, a pipeline, errors
"""haystack-ai as its users call it; prints what it returns."""

import asyncio
import json
import os
from typing import List

os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"

import openai
from haystack import Document, Pipeline
from haystack.components.agents import Agent
from haystack.components.builders import ChatPromptBuilder
from haystack.components.embedders import OpenAIDocumentEmbedder, OpenAITextEmbedder
from haystack.components.generators.chat import (
    AzureOpenAIChatGenerator,
    OpenAIChatGenerator,
    OpenAIResponsesChatGenerator,
)
from haystack.dataclasses import ChatMessage, ImageContent
from haystack.tools import create_tool_from_function
from haystack.utils import Secret
from pydantic import BaseModel

MODEL = "gpt-4o-mini"


class City(BaseModel):
    name: str
    tags: List[str]


def weather(city: str) -> str:
    """Return the weather of a city."""
    return "sunny in " + city


def show(label, value):
    print("{}: {}".format(label, value))


def show_replies(label, result):
    for reply in result["replies"]:
        meta = {
            key: value for key, value in reply.meta.items() if key not in ("id", "created_at", "completion_start_time")
        }
        show(
            label,
            (
                reply.role.value,
                reply.text,
                [(c.tool_name, c.arguments) for c in reply.tool_calls],
                json.dumps(meta, sort_keys=True, default=str),
            ),
        )


def generators(name, cls):
    user = ChatMessage.from_user
    generator = cls(model=MODEL, generation_kwargs={"temperature": 0.2})
    show_replies(name, generator.run([ChatMessage.from_system("Be brief."), user("Hello")]))
    texts = []
    streamed = cls(
        model=MODEL, streaming_callback=lambda chunk: texts.append((chunk.content, chunk.finish_reason, chunk.index))
    )
    show_replies(name + " stream", streamed.run([user("Stream this please")]))
    show(name + " texts", texts)
    tool = create_tool_from_function(weather)
    tools = cls(model=MODEL, tools=[tool])
    question = user("use the tool")
    call = tools.run([question])["replies"][0]
    show_replies(name + " tool", {"replies": [call]})
    show_replies(
        name + " tool result", tools.run([question, call, ChatMessage.from_tool("sunny", origin=call.tool_calls[0])])
    )
    show_replies(
        name + " streamed tool", cls(model=MODEL, tools=[tool], streaming_callback=lambda chunk: None).run([question])
    )
    key = "text_format" if cls is OpenAIResponsesChatGenerator else "response_format"
    show_replies(name + " structured", generator.run([user("Rome")], generation_kwargs={key: City}))
    image = ImageContent(base64_image="YWJj", mime_type="image/png", validation=False)
    show_replies(name + " image", generator.run([user(content_parts=["What is it?", image])]))
    show(name + " dict", json.dumps(generator.to_dict(), sort_keys=True))
    show(name + " loaded", type(cls.from_dict(generator.to_dict())).__name__)
    agent = Agent(chat_generator=cls(model=MODEL), tools=[tool], system_prompt="Be brief.")
    result = agent.run([question])
    show(name + " agent", [(m.role.value, m.text, [r.result for r in m.tool_call_results]) for m in result["messages"]])
    if cls is OpenAIChatGenerator:
        show_replies(name + " n", generator.run([user("two")], generation_kwargs={"n": 2}))
        show_replies(name + " length", generator.run([user("long text here")], generation_kwargs={"max_tokens": 3}))


async def asynchronous(name, cls):
    user = ChatMessage.from_user
    show_replies(name + " async", await cls(model=MODEL).run_async([user("Hello async")]))
    texts = []

    async def callback(chunk):
        texts.append(chunk.content)

    show_replies(
        name + " async stream", await cls(model=MODEL).run_async([user("Stream async")], streaming_callback=callback)
    )
    show(name + " async texts", texts)
    slow = cls(model=MODEL, generation_kwargs={"extra_headers": {"X-Embedded-Fault": "stall=30"}})
    task = asyncio.ensure_future(slow.run_async([user("x")]))
    await asyncio.sleep(0.3)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        show(name + " cancelled", True)


def embedders():
    result = OpenAITextEmbedder(model="text-embedding-3-small", dimensions=4).run("text")
    show("text embedder", ([round(x, 5) for x in result["embedding"]], result["meta"]))
    documents = [Document(content="one"), Document(content="two"), Document(content="three")]
    result = OpenAIDocumentEmbedder(dimensions=4, batch_size=2, progress_bar=False).run(documents)
    show("document embedder", ([[round(x, 5) for x in d.embedding] for d in result["documents"]], result["meta"]))


def pipeline():
    pipe = Pipeline()
    pipe.add_component(
        "prompt", ChatPromptBuilder(template=[ChatMessage.from_user("Say {{ word }}")], required_variables="*")
    )
    pipe.add_component("llm", OpenAIChatGenerator(model=MODEL))
    pipe.connect("prompt.prompt", "llm.messages")
    show("pipeline", pipe.run({"prompt": {"word": "hi"}})["llm"]["replies"][0].text)
    show("pipeline loaded", sorted(Pipeline.loads(pipe.dumps()).graph.nodes))


def errors(name, cls):
    def attempt(label, fault=None, model=MODEL, **options):
        try:
            kwargs = {"extra_headers": {"X-Embedded-Fault": fault}} if fault else {}
            generator = cls(model=model, generation_kwargs=kwargs, **dict({"max_retries": 0}, **options))
            show(name + " " + label, generator.run([ChatMessage.from_user("x")])["replies"][0].text)
        except openai.APIStatusError as error:
            show(name + " " + label, (type(error).__name__, error.status_code, error.code, error.message))
        except openai.APIError as error:
            show(name + " " + label, type(error).__name__)

    attempt("401", api_key=Secret.from_token("sk-wrong"))
    attempt("404", model="no-such-model")
    attempt("429", "status=429; code=rate_limit_exceeded")
    attempt("500", "status=500")
    attempt("timeout", "stall=5", timeout=0.2)
    attempt("retried", "status=503; retry-after-ms=1; times=1", max_retries=2)
    attempt("http client", http_client_kwargs={"headers": {"X-Own": "1"}})


if __name__ == "__main__":
    for name, cls in (("chat", OpenAIChatGenerator), ("responses", OpenAIResponsesChatGenerator)):
        generators(name, cls)
        errors(name, cls)
        asyncio.run(asynchronous(name, cls))
    embedders()
    pipeline()
    azure = AzureOpenAIChatGenerator(
        azure_endpoint="http://127.0.0.1:1", api_key=Secret.from_token("k"), azure_deployment="d", max_retries=0
    )
    try:
        azure.run([ChatMessage.from_user("x")])
    except openai.APIConnectionError as error:
        show("azure", type(error).__name__)
