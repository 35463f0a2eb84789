# requires: weave, pydantic, httpx
# runs: its patches of the client's methods: chat, streams, parse, responses, embeddings, sync and async
"""weave's patches of openai; prints what patched methods return."""

import asyncio
import importlib
import os

os.environ["WEAVE_DISABLED"] = "true"

import openai
from pydantic import BaseModel

sdk = importlib.import_module("weave.integrations.openai.openai_sdk")
USER = [{"role": "user", "content": "Hello"}]


class City(BaseModel):
    name: str


def show(label, value):
    print("{}: {}".format(label, value))


def sync():
    client = openai.OpenAI(max_retries=0)
    result = client.chat.completions.create(model="gpt-4o-mini", messages=USER)
    show("create", (type(result).__name__, result.choices[0].message.content))
    stream = client.chat.completions.create(model="gpt-4o-mini", messages=USER, stream=True)
    show("stream", [chunk.choices[0].delta.content for chunk in stream if chunk.choices])
    parsed = client.beta.chat.completions.parse(model="gpt-4o-mini", messages=USER, response_format=City)
    show("parse", parsed.choices[0].message.parsed)
    show("responses", client.responses.create(model="gpt-4o-mini", input="Hello").output_text)
    show("responses stream", [e.type for e in client.responses.create(model="gpt-4o-mini", input="Hello", stream=True)])
    show(
        "embedding",
        len(client.embeddings.create(model="text-embedding-3-small", input="x", dimensions=4).data[0].embedding),
    )
    show("moderation", client.moderations.create(input="kill").results[0].flagged)
    try:
        client.chat.completions.create(model="no-such-model", messages=USER)
    except openai.NotFoundError as error:
        show("404", error.status_code)


async def asynchronous():
    client = openai.AsyncOpenAI(max_retries=0)
    result = await client.chat.completions.create(model="gpt-4o-mini", messages=USER)
    show("async create", result.choices[0].message.content)
    stream = await client.chat.completions.create(model="gpt-4o-mini", messages=USER, stream=True)
    show("async stream", [chunk.choices[0].delta.content async for chunk in stream if chunk.choices])
    show("async responses", (await client.responses.create(model="gpt-4o-mini", input="Hello")).output_text)


if __name__ == "__main__":
    patcher = sdk.get_openai_patcher()
    show("patched", patcher.attempt_patch())
    sync()
    asyncio.run(asynchronous())
    show("undone", patcher.undo_patch())
    sync()
