# requires: semantic-kernel
# runs: chat completion service, streaming, function calling, structured output, embeddings, agents, errors, an own client
"""semantic-kernel as its users call it; prints what it returns."""

import asyncio
from typing import Annotated, List

from openai import AsyncOpenAI
from pydantic import BaseModel
from semantic_kernel import Kernel
from semantic_kernel.agents import ChatCompletionAgent, OpenAIResponsesAgent
from semantic_kernel.connectors.ai import FunctionChoiceBehavior
from semantic_kernel.connectors.ai.open_ai import (
    OpenAIChatCompletion,
    OpenAIChatPromptExecutionSettings,
    OpenAITextEmbedding,
)
from semantic_kernel.contents import ChatHistory
from semantic_kernel.exceptions import ServiceResponseException
from semantic_kernel.functions import kernel_function

MODEL = "gpt-4o-mini"


class City(BaseModel):
    name: str
    tags: List[str]


class Weather:
    @kernel_function(description="Return the weather of a city.")
    def weather(self, city: Annotated[str, "The name of the city"]) -> str:
        return "sunny in " + city


def show(label, value):
    print("{}: {}".format(label, value))


def service(**options):
    return OpenAIChatCompletion(ai_model_id=MODEL, async_client=AsyncOpenAI(**dict({"max_retries": 0}, **options)))


async def chat():
    chat = OpenAIChatCompletion(ai_model_id=MODEL)
    history = ChatHistory(system_message="Be brief.")
    history.add_user_message("Hello")
    settings = OpenAIChatPromptExecutionSettings(temperature=0.2, max_completion_tokens=60)
    message = await chat.get_chat_message_content(history, settings)
    show("chat", (str(message), message.role.value, message.finish_reason.value, message.metadata["usage"]))
    chunks = [chunk async for chunk in chat.get_streaming_chat_message_content(history, settings)]
    show("stream", [str(chunk) for chunk in chunks])
    show("stream usage", [chunk.metadata.get("usage") for chunk in chunks][-1])
    settings = OpenAIChatPromptExecutionSettings(response_format=City)
    show("structured", str(await chat.get_chat_message_content(history, settings)))
    kernel = Kernel()
    kernel.add_plugin(Weather(), "w")
    history = ChatHistory()
    history.add_user_message("use the tool")
    settings = OpenAIChatPromptExecutionSettings(function_choice_behavior=FunctionChoiceBehavior.Auto())
    show("tool", str(await chat.get_chat_message_content(history, settings, kernel=kernel)))
    show("history", [(m.role.value, str(m)) for m in history.messages])
    history = ChatHistory()
    history.add_user_message("use the tool")
    show(
        "tool stream",
        [str(chunk) async for chunk in chat.get_streaming_chat_message_content(history, settings, kernel=kernel)],
    )
    kernel.add_service(chat)
    show("prompt", str(await kernel.invoke_prompt("Say {{$word}}", word="hi")))
    show("counts", (chat.prompt_tokens, chat.completion_tokens, chat.total_tokens))


async def agents():
    agent = ChatCompletionAgent(service=service(), name="Helper", instructions="Be brief.", plugins=[Weather()])
    response = await agent.get_response(messages="use the tool")
    show("agent", str(response))
    show("again", str(await agent.get_response(messages="thanks", thread=response.thread)))
    show("agent stream", [str(part.message) async for part in agent.invoke_stream(messages="Stream it")])
    agent = OpenAIResponsesAgent(
        ai_model_id=MODEL, client=AsyncOpenAI(), name="Helper", instructions="Be brief.", plugins=[Weather()]
    )
    show("responses agent", str(await agent.get_response(messages="use the tool")))
    show("responses stream", [str(part.message) async for part in agent.invoke_stream(messages="Stream it")])


async def others():
    embedding = OpenAITextEmbedding(ai_model_id="text-embedding-3-small")
    vectors = await embedding.generate_embeddings(["one", "two"], dimensions=4)
    show("embeddings", [[round(float(x), 5) for x in vector] for vector in vectors])

    async def attempt(label, fault=None, **options):
        headers = {"X-Embedded-Fault": fault} if fault else None
        history = ChatHistory()
        history.add_user_message("x")
        try:
            show(
                label,
                str(
                    await service(default_headers=headers, **options).get_chat_message_content(
                        history, OpenAIChatPromptExecutionSettings()
                    )
                ),
            )
        except ServiceResponseException as error:
            text = str(error) if "timed out" not in str(error) else ""
            show(
                label,
                (type(error).__name__, text.replace(str(type(service())), "<class>"), type(error.__cause__).__name__),
            )

    await attempt("401", api_key="sk-wrong")
    await attempt("429", "status=429; code=rate_limit_exceeded")
    await attempt("filter", "status=400; code=content_filter")
    await attempt("timeout", "stall=5", timeout=0.2)


if __name__ == "__main__":
    asyncio.run(chat())
    asyncio.run(agents())
    asyncio.run(others())
