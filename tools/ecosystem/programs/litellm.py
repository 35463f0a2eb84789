# requires: litellm, tenacity, fastapi
# models: pydantic
# runs: completion, tools, structured output, streams, text_completion, embedding, responses, images, moderation, audio, files, batches, Router, Azure, caching, sync and async; errors
# volatile: (?<="created": )\d{10}
# volatile: (?<="created_at": )\d{10}
# volatile: 0x[0-9a-f]+
# volatile: Connection error\..*
# volatile: [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}
import asyncio
import inspect
import io
import json
import os

os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"

import litellm
import openai
from pydantic import BaseModel

litellm.suppress_debug_info = True
BASE = os.environ["OPENAI_BASE_URL"]
MESSAGES = [{"role": "system", "content": "Be brief"}, {"role": "user", "content": "Say hello"}]
PARAMETERS = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
TOOLS = [{"type": "function", "function": {"name": "weather", "description": "Weather", "parameters": PARAMETERS}}]
MODEL = "openai/gpt-4o-mini"
AZURE = {"api_base": BASE[: -len("/v1")], "api_key": "key", "api_version": "2024-10-21"}


class Person(BaseModel):
    """A person."""

    name: str
    age: int


def text(value):
    if isinstance(value, BaseModel):
        return "{} {}".format(type(value).__name__, json.dumps(value.model_dump(mode="json"), sort_keys=True))
    if isinstance(value, (list, tuple)):
        return "[{}]".format(", ".join(map(text, value)))
    return repr(value)


def show(label, call):
    try:
        result = call()
        if inspect.iscoroutine(result):
            result = asyncio.run(result)
        print(label, text(result))
    except Exception as error:
        names = [kind.__name__ for kind in type(error).__mro__]
        details = {
            name: getattr(error, name, None) for name in ("status_code", "code", "param", "llm_provider", "model")
        }
        response = getattr(error, "response", None)
        print(label, names, str(error), details, getattr(response, "status_code", None))


def chat(**options):
    return litellm.completion(**{"model": MODEL, "messages": MESSAGES, **options})


async def achat(**options):
    return await litellm.acompletion(**{"model": MODEL, "messages": MESSAGES, **options})


def completed():
    response = chat(temperature=0.3, max_tokens=50, seed=1, stop=["x"], user="u")
    hidden = {name: response._hidden_params.get(name) for name in ("response_cost", "custom_llm_provider", "model_id")}
    return response, dict(response.usage), response["choices"][0]["message"]["content"], hidden, sorted(response.json())


def called():
    message = chat(tools=TOOLS, tool_choice="auto").choices[0].message
    result = {"role": "tool", "tool_call_id": message.tool_calls[0].id, "content": "sunny"}
    return message, chat(messages=[*MESSAGES, message, result], tools=TOOLS)


async def acalled():
    return (await achat(tools=TOOLS, parallel_tool_calls=False)).choices[0].message


def rebuilt():
    return litellm.stream_chunk_builder(list(chat(stream=True, stream_options={"include_usage": True})), MESSAGES)


def batch():  # from threads, so the ids may be in any order
    responses = litellm.batch_completion(model=MODEL, messages=[MESSAGES, MESSAGES[1:]])
    return [response.choices for response in responses]


async def acollect(awaitable):
    return [chunk async for chunk in await awaitable]


show("completion", completed)
show("completions", lambda: chat(n=2).choices)
show("log probabilities", lambda: chat(logprobs=True, top_logprobs=2).choices)
show("tools", called)
show("schema", lambda: Person.model_validate_json(chat(response_format=Person).choices[0].message.content))
show("JSON", lambda: chat(response_format={"type": "json_object"}))
show("stream", lambda: list(chat(stream=True)))
show("stream usage", lambda: list(chat(stream=True, stream_options={"include_usage": True}))[-1])
show("stream tools", lambda: list(chat(stream=True, tools=TOOLS)))
show("stream builder", rebuilt)
show("async", achat)
show("async tools", acalled)
show("async schema", lambda: achat(response_format=Person))
show("async stream", lambda: acollect(achat(stream=True)))
show("async stream tools", lambda: acollect(achat(stream=True, tools=TOOLS)))
show("batch of completions", batch)
show("extra", lambda: chat(extra_headers={"X-A": "b"}, extra_body={"some": 1}, timeout=30).choices[0].message.content)
show("own client", lambda: chat(client=openai.OpenAI()).choices[0].message.content)
show("own async client", lambda: achat(client=openai.AsyncOpenAI()))

LEGACY = {"model": "text-completion-openai/gpt-3.5-turbo-instruct", "prompt": "Say hello"}
show("text", lambda: litellm.text_completion(**LEGACY))
show("text stream", lambda: list(litellm.text_completion(**LEGACY, stream=True)))
show("async text", lambda: litellm.atext_completion(**LEGACY))

EMBEDDING = {"model": "openai/text-embedding-3-small", "input": ["tea", "ice"], "dimensions": 4}
show("embedding", lambda: litellm.embedding(**EMBEDDING))
show("base64 embedding", lambda: litellm.embedding(**EMBEDDING, encoding_format="base64"))
show("async embedding", lambda: litellm.aembedding(**EMBEDDING))

RESPONSE = {"model": MODEL, "input": "Say hello", "instructions": "Be brief"}
FUNCTIONS = [{"type": "function", "name": "weather", "parameters": PARAMETERS, "strict": False}]
show("response", lambda: litellm.responses(**RESPONSE))
show("response text", lambda: litellm.responses(**RESPONSE).output_text)
show("response tools", lambda: litellm.responses(**RESPONSE, tools=FUNCTIONS).output)
show("response schema", lambda: litellm.responses(**RESPONSE, text_format=Person).output)
show("response stream", lambda: list(litellm.responses(**RESPONSE, stream=True)))
show("async response", lambda: litellm.aresponses(**RESPONSE))
show("async response stream", lambda: acollect(litellm.aresponses(**RESPONSE, stream=True)))


def audio():
    file = io.BytesIO(b"RIFF")
    file.name = "a.wav"
    return file


show("image", lambda: litellm.image_generation(model="openai/gpt-image-1", prompt="A cat", size="1024x1024"))
show("async image", lambda: litellm.aimage_generation(model="openai/dall-e-3", prompt="A cat"))
show("moderation", lambda: litellm.moderation(input="Hello", model="omni-moderation-latest"))
show("async moderation", lambda: litellm.amoderation(input="kill", model="omni-moderation-latest"))
show("transcription", lambda: litellm.transcription(model="openai/whisper-1", file=audio()))
show(
    "async transcription", lambda: litellm.atranscription(model="openai/gpt-4o-transcribe", file=audio(), language="en")
)
show("speech", lambda: litellm.speech(model="openai/tts-1", input="Hello", voice="alloy").content[:40])


async def aspeech():
    return (await litellm.aspeech(model="openai/tts-1", input="Hello", voice="alloy")).content[:40]


show("async speech", aspeech)

LINE = {"custom_id": "1", "method": "POST", "url": "/v1/chat/completions", "body": {"model": "m", "messages": MESSAGES}}
created = litellm.create_file(
    file=("a.jsonl", json.dumps(LINE).encode()), purpose="batch", custom_llm_provider="openai"
)
BATCH = {"completion_window": "24h", "endpoint": "/v1/chat/completions", "input_file_id": created.id}
show("file", lambda: created)
show("files", lambda: list(litellm.file_list(custom_llm_provider="openai")))
show("file retrieved", lambda: litellm.file_retrieve(created.id, custom_llm_provider="openai"))
show("file content", lambda: litellm.file_content(created.id, custom_llm_provider="openai").content)
show("batch", lambda: litellm.create_batch(custom_llm_provider="openai", **BATCH))
show("async batch", lambda: litellm.acreate_batch(custom_llm_provider="openai", **BATCH))
show("batches", lambda: list(litellm.list_batches(custom_llm_provider="openai", limit=1)))
show("file deleted", lambda: litellm.file_delete(created.id, custom_llm_provider="openai"))

show("Azure", lambda: chat(model="azure/deployment", **AZURE))
show("Azure stream", lambda: [chunk.choices for chunk in chat(model="azure/deployment", stream=True, **AZURE)])
show("Azure async", lambda: achat(model="azure/deployment", **AZURE))
show("Azure embedding", lambda: litellm.embedding(model="azure/deployment", input=["tea"], **AZURE))
show("compatible", lambda: chat(model="hosted_vllm/some", api_base=BASE, api_key="key").choices[0].message.content)

router = litellm.Router(
    model_list=[
        {"model_name": "good", "litellm_params": {"model": MODEL}},
        {"model_name": "bad", "litellm_params": {"model": "openai/error-500", "max_retries": 0}},
    ],
    fallbacks=[{"bad": ["good"]}],
    num_retries=0,
)
show("router", lambda: router.completion(model="good", messages=MESSAGES))
show("router fallback", lambda: router.completion(model="bad", messages=MESSAGES).choices[0].message.content)
show("async router", lambda: router.acompletion(model="bad", messages=MESSAGES))

litellm.cache = litellm.Cache()
show("cache", lambda: [chat(caching=True).choices[0].message.content for _ in range(2)])
show("cache of streams", lambda: [list(chat(caching=True, stream=True))[0].choices for _ in range(2)])
litellm.cache = None

for status in (400, 401, 403, 404, 408, 409, 422, 429, 500, 503):
    model = "openai/error-{}".format(status)
    show("error", lambda: chat(model=model, max_retries=0))
    show("async error", lambda: achat(model=model, max_retries=0))
    show("stream error", lambda: list(chat(model=model, max_retries=0, stream=True)))
    show("embedding error", lambda: litellm.embedding(model=model, input=["tea"], max_retries=0))
    show("response error", lambda: litellm.responses(model=model, input="Hello", max_retries=0))
show("unknown model", lambda: chat(model="openai/no-such-model"))
show("wrong key", lambda: chat(api_key="wrong"))
show("retried", lambda: chat(model="openai/error-503", num_retries=1, max_retries=1))
show("no server", lambda: chat(api_base="http://127.0.0.1:9/v1", max_retries=0))
show("async without server", lambda: achat(api_base="http://127.0.0.1:9/v1", max_retries=0))
show("fallbacks", lambda: chat(model="openai/error-500", max_retries=0, fallbacks=[MODEL]).choices[0].message.content)
