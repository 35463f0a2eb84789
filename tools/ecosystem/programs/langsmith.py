# requires: langsmith, pydantic
# note: results are dicts, too, so a null that the server sends is recorded
# runs: `wrap_openai` of sync, async and Azure clients: chat, streams, parsing, tools, completions, responses, errors; the runs that it records
import asyncio
import json
import os

os.environ.update(LANGSMITH_TRACING="true", LANGSMITH_API_KEY="ls-test", LANGSMITH_ENDPOINT="http://127.0.0.1:9")

import openai  # noqa: E402
from langsmith import Client  # noqa: E402
from langsmith.run_helpers import traceable, tracing_context  # noqa: E402
from langsmith.wrappers import wrap_openai  # noqa: E402
from pydantic import BaseModel  # noqa: E402


class City(BaseModel):
    name: str
    size: int


class Recorder(Client):
    def create_run(self, name, inputs, run_type, **fields):
        print(
            "  start", name, run_type, sorted(inputs), fields.get("extra", {}).get("metadata", {}).get("ls_model_name")
        )

    def update_run(self, run_id, **fields):
        print(
            "  end",
            fields.get("error", "")[:200] if fields.get("error") else None,
            json.dumps(fields.get("outputs"), sort_keys=True, default=repr)[:1500],
        )


TOOLS = [
    {
        "type": "function",
        "function": {
            "name": "weather",
            "strict": True,
            "parameters": {
                "type": "object",
                "properties": {"city": {"type": "string"}},
                "required": ["city"],
                "additionalProperties": False,
            },
        },
    }
]
MESSAGES = [{"role": "user", "content": "Say hello"}]
CHAT = {"model": "gpt-4o-mini", "messages": MESSAGES}
RESPONSE = {"model": "gpt-4o-mini", "input": "Say hello"}
recorder = Recorder(auto_batch_tracing=False)


@traceable
def ask(client):
    return client.chat.completions.create(**CHAT).choices[0].message.content


with tracing_context(client=recorder, enabled=True):
    client = wrap_openai(openai.OpenAI(), tracing_extra={"client": recorder, "metadata": {"a": 1}})
    print("chat", client.chat.completions.create(**CHAT).choices[0].message.content)
    print("tools", client.chat.completions.create(tools=TOOLS, **CHAT).choices[0].finish_reason)
    print("stream", [chunk.choices[0].delta.content for chunk in client.chat.completions.create(stream=True, **CHAT)])
    with client.chat.completions.create(stream=True, tools=TOOLS, **CHAT) as stream:
        print("stream tools", len(list(stream)))
    print("parse", repr(client.chat.completions.parse(response_format=City, **CHAT).choices[0].message.parsed))
    print("legacy", client.completions.create(model="gpt-3.5-turbo-instruct", prompt="Say hello").choices[0].text)
    print("response", client.responses.create(**RESPONSE).output_text)
    print("response stream", [event.type for event in client.responses.create(stream=True, **RESPONSE)])
    print("response parse", repr(client.responses.parse(text_format=City, **RESPONSE).output_parsed))
    print("raw", client.chat.completions.with_raw_response.create(**CHAT).parse().choices[0].message.content)
    print("embedding", len(client.embeddings.create(model="text-embedding-3-small", input="tea").data[0].embedding))
    print("traceable", ask(client))
    for name in ("error-401", "no-such-model"):
        try:
            client.chat.completions.create(model=name, messages=MESSAGES)
        except openai.APIStatusError as error:
            print("error", name, error)
    azure = openai.AzureOpenAI(
        azure_endpoint=os.environ["OPENAI_BASE_URL"][: -len("/v1")], api_version="2024-10-21", api_key="k"
    )
    print("azure", wrap_openai(azure, tracing_extra={"client": recorder}).chat.completions.create(**CHAT).model)

    async def main():
        client = wrap_openai(openai.AsyncOpenAI(), tracing_extra={"client": recorder})
        print("async", (await client.chat.completions.create(**CHAT)).choices[0].message.content)
        stream = await client.chat.completions.create(stream=True, **CHAT)
        print("async stream", [chunk.choices[0].delta.content async for chunk in stream])
        async with await client.responses.create(stream=True, **RESPONSE) as events:
            print("async response stream", [event.type async for event in events])
        print("async parse", repr((await client.responses.parse(text_format=City, **RESPONSE)).output_parsed))

    asyncio.run(main())
