# requires: graphiti-core, httpx
# runs: its clients for language models, embeddings and reranking
"""graphiti-core's OpenAI clients as its users call them; prints what they return."""

import asyncio
import os

from graphiti_core.cross_encoder.openai_reranker_client import OpenAIRerankerClient
from graphiti_core.embedder.openai import OpenAIEmbedder, OpenAIEmbedderConfig
from graphiti_core.llm_client.config import LLMConfig
from graphiti_core.llm_client.openai_client import OpenAIClient
from graphiti_core.llm_client.openai_generic_client import OpenAIGenericClient
from graphiti_core.prompts.models import Message
from pydantic import BaseModel

BASE = os.environ["OPENAI_BASE_URL"]


class City(BaseModel):
    name: str
    population: int


def show(label, value):
    print("{}: {}".format(label, value))


async def main():
    config = LLMConfig(api_key="sk-local", model="gpt-4o-mini", small_model="gpt-4o-mini", base_url=BASE)
    for cls in (OpenAIClient, OpenAIGenericClient):
        client = cls(config)
        show(cls.__name__, await client.generate_response([Message(role="user", content="Rome")], response_model=City))
        show(cls.__name__ + " JSON", await client.generate_response([Message(role="user", content="Any JSON")]))
        wrong = cls(LLMConfig(api_key="sk-wrong", model="gpt-4o-mini", base_url=BASE))
        try:
            await wrong.generate_response([Message(role="user", content="x")])
        except Exception as error:
            show(cls.__name__ + " 401", (type(error).__name__, str(error)))
    embedder = OpenAIEmbedder(OpenAIEmbedderConfig(api_key="sk-local", base_url=BASE, embedding_dim=4))
    show("embedding", [round(x, 5) for x in await embedder.create("text")])
    show("embeddings", [len(vector) for vector in await embedder.create_batch(["a", "b"])])
    try:
        show("rank", await OpenAIRerankerClient(config).rank("query", ["one", "two"]))
    except Exception as error:
        show("rank", (type(error).__name__, str(error)))


if __name__ == "__main__":
    asyncio.run(main())
