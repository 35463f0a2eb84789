# requires: braintrust
# runs: wrap_openai around both clients: chat, streams, parse, responses, embeddings, errors
"""braintrust's wrapper as its users call it; prints what calls return."""

import asyncio

import braintrust
import openai
from pydantic import BaseModel

USER = [{"role": "user", "content": "Hello"}]


class City(BaseModel):
    name: str


def show(label, value):
    print("{}: {}".format(label, value))


def sync():
    client = braintrust.wrap_openai(openai.OpenAI(max_retries=0))
    result = client.chat.completions.create(model="gpt-4o-mini", messages=USER)
    show("create", (type(result).__name__, result.choices[0].message.content, result.usage.total_tokens))
    stream = client.chat.completions.create(model="gpt-4o-mini", messages=USER, stream=True)
    show("stream", [chunk.choices[0].delta.content for chunk in stream])
    raw = client.chat.completions.with_raw_response.create(model="gpt-4o-mini", messages=USER)
    show("raw", (raw.status_code, raw.headers["content-type"], raw.parse().choices[0].message.content))
    parsed = client.beta.chat.completions.parse(model="gpt-4o-mini", messages=USER, response_format=City)
    show("parse", parsed.choices[0].message.parsed)
    show("responses", client.responses.create(model="gpt-4o-mini", input="Hello").output_text)
    events = client.responses.create(model="gpt-4o-mini", input="Hello", stream=True)
    show("responses stream", [event.type for event in events])
    show("responses parse", client.responses.parse(model="gpt-4o-mini", input="Hello", text_format=City).output_parsed)
    show(
        "embedding",
        len(client.embeddings.create(model="text-embedding-3-small", input="x", dimensions=4).data[0].embedding),
    )
    show("moderation", client.moderations.create(input="kill").results[0].flagged)
    show("models", len(client.models.list().data) > 0)
    try:
        client.chat.completions.create(model="no-such-model", messages=USER)
    except openai.NotFoundError as error:
        show("404", (error.status_code, error.message))


async def asynchronous():
    client = braintrust.wrap_openai(openai.AsyncOpenAI(max_retries=0))
    result = await client.chat.completions.create(model="gpt-4o-mini", messages=USER)
    show("async create", result.choices[0].message.content)
    stream = await client.chat.completions.create(model="gpt-4o-mini", messages=USER, stream=True)
    show("async stream", [chunk.choices[0].delta.content async for chunk in stream])
    show("async responses", (await client.responses.create(model="gpt-4o-mini", input="Hello")).output_text)
    raw = await client.chat.completions.with_raw_response.create(model="gpt-4o-mini", messages=USER)
    show("async raw", (raw.status_code, raw.parse().choices[0].message.content))
    try:
        await client.chat.completions.create(model="no-such-model", messages=USER)
    except openai.NotFoundError as error:
        show("async 404", (error.status_code, error.message))


if __name__ == "__main__":
    braintrust.logger._internal_with_memory_background_logger().__enter__()
    sync()
    asyncio.run(asynchronous())
