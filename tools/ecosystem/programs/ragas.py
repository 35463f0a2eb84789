# requires: ragas, langchain-community<0.4
# overrides: jiter>=0.16
# runs: `llm_factory` and `embedding_factory` over sync and async clients: generation into models, embeddings, metrics, errors
import asyncio
import os

os.environ["RAGAS_DO_NOT_TRACK"] = "true"

import openai  # noqa: E402
from pydantic import BaseModel  # noqa: E402
from ragas.embeddings.base import embedding_factory  # noqa: E402
from ragas.llms import llm_factory  # noqa: E402


class City(BaseModel):
    name: str
    size: int


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, str(error)[:200])


llm = llm_factory("gpt-4o-mini", client=openai.OpenAI())
asynchronous = llm_factory("gpt-4o-mini", client=openai.AsyncOpenAI())
attempt("generate", lambda: repr(llm.generate("A city", response_model=City)))
embeddings = embedding_factory("openai", model="text-embedding-3-small", client=openai.OpenAI())
attempt("embedding", lambda: [round(number, 6) for number in embeddings.embed_text("tea")[:3]])
attempt("embeddings", lambda: [len(vector) for vector in embeddings.embed_texts(["a", "b"])])
async_embeddings = embedding_factory("openai", model="text-embedding-3-small", client=openai.AsyncOpenAI())
attempt("async embedding", lambda: len(asyncio.run(async_embeddings.aembed_text("tea"))))


def metric():
    from ragas.metrics.collections import Faithfulness

    scorer = Faithfulness(llm=asynchronous)
    return asyncio.run(
        scorer.ascore(user_input="What is hot?", response="Tea is hot", retrieved_contexts=["Tea is hot"])
    ).value


attempt("metric", metric)
for name in ("error-401", "no-such-model"):
    attempt("error " + name, lambda: llm_factory(name, client=openai.OpenAI()).generate("A city", response_model=City))
