# requires: any-llm-sdk[openai], pydantic
# models: pydantic
# runs: completions, streams, tools, parsed output, responses, embeddings, images, speech, transcription, moderation, models, batches, async, errors
import asyncio
import json
import os
import pathlib

import any_llm
from any_llm import AnyLLM
from pydantic import BaseModel


class City(BaseModel):
    name: str
    size: int


def weather(city: str) -> str:
    """Tell the weather."""
    return "sunny in " + city


MODEL = {"model": "gpt-4o-mini", "provider": "openai"}
MESSAGES = [{"role": "user", "content": "Say hello"}]


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, str(error)[:200])


result = any_llm.completion(messages=MESSAGES, temperature=0.1, **MODEL)
print("completion", type(result).__name__, result.choices[0].message.content, result.usage.total_tokens)
print("dump", json.dumps(result.model_dump(exclude_none=True), sort_keys=True))
print(
    "stream", [chunk.choices[0].delta.content for chunk in any_llm.completion(messages=MESSAGES, stream=True, **MODEL)]
)
chunks = any_llm.completion(messages=MESSAGES, stream=True, stream_options={"include_usage": True}, **MODEL)
print("usage", [chunk.usage and chunk.usage.total_tokens for chunk in chunks][-1])
result = any_llm.completion(messages=MESSAGES, tools=[weather], **MODEL)
print("tools", [(call.function.name, call.function.arguments) for call in result.choices[0].message.tool_calls])
attempt(
    "parsed", lambda: any_llm.completion(messages=MESSAGES, response_format=City, **MODEL).choices[0].message.parsed
)
attempt(
    "schema", lambda: any_llm.completion(messages=MESSAGES, response_format=City, **MODEL).choices[0].message.content
)
response = any_llm.responses(input_data="Say hello", **MODEL)
print("response", type(response).__name__, response.output_text)
print("response stream", [event.type for event in any_llm.responses(input_data="Say hello", stream=True, **MODEL)])
attempt(
    "response tools", lambda: [item.name for item in any_llm.responses(input_data="x", tools=[weather], **MODEL).output]
)
vectors = any_llm.embedding(model="text-embedding-3-small", provider="openai", inputs=["a", "b"])
print(
    "embedding", type(vectors).__name__, [[round(number, 6) for number in item.embedding[:3]] for item in vectors.data]
)
attempt(
    "image",
    lambda: any_llm.image_generation(model="dall-e-3", provider="openai", prompt="A cat").data[0].revised_prompt,
)
pathlib.Path("sound.wav").write_bytes(b"RIFF" + b"\0" * 64)
attempt(
    "transcription",
    lambda: any_llm.transcription(model="whisper-1", provider="openai", file=open("sound.wav", "rb")).text,
)
attempt("speech", lambda: type(any_llm.speech(model="tts-1", provider="openai", input="Hi", voice="alloy")).__name__)
attempt(
    "moderation",
    lambda: any_llm.moderation(model="omni-moderation-latest", provider="openai", input="kill").results[0].flagged,
)
attempt("models", lambda: [type(model).__name__ for model in any_llm.list_models(provider="openai")][:1])
pathlib.Path("batch.jsonl").write_text('{"custom_id": "1"}\n')
batch = {"provider": "openai", "input_file_path": "batch.jsonl", "endpoint": "/v1/chat/completions"}
attempt("batch", lambda: any_llm.create_batch(**batch).endpoint)
attempt("batches", lambda: [batch.endpoint for batch in any_llm.list_batches(provider="openai")])
attempt("messages", lambda: any_llm.messages(messages=MESSAGES, max_tokens=100, **MODEL).content)
for name in ("error-401", "error-429", "error-500", "no-such-model"):
    attempt("error " + name, lambda: any_llm.completion(model=name, provider="openai", messages=MESSAGES))


async def main():
    llm = AnyLLM.create("openai", api_key=os.environ["OPENAI_API_KEY"], api_base=os.environ["OPENAI_BASE_URL"])
    result = await llm.acompletion(model="gpt-4o-mini", messages=MESSAGES)
    print("async", result.choices[0].message.content)
    stream = await llm.acompletion(model="gpt-4o-mini", messages=MESSAGES, stream=True)
    print("async stream", [chunk.choices[0].delta.content async for chunk in stream])
    events = await llm.aresponses(model="gpt-4o-mini", input_data="Say hello", stream=True)
    print("async response stream", [event.type async for event in events])
    vectors = await llm.aembedding(model="text-embedding-3-small", inputs="a")
    print("async embedding", len(vectors.data[0].embedding))


asyncio.run(main())
