# SPDX-License-Identifier: MIT
"""A program that test_frozen.py freezes: `frozen_program SERVER DEAD_SERVER FILE [MODULE …]` prints what it gets.

It imports the package as programs do, with import statements alone, so that tools find the package. The tests replace
the name of the package for other copies.
"""

import asyncio
import base64
import hashlib
import hmac
import logging
import multiprocessing
import pickle
import sys
import threading
import time
from dataclasses import dataclass
from importlib import import_module
from typing import Any, List

import openai_stdlib as package
from openai_stdlib import (
    APIConnectionError,
    AsyncOpenAI,
    AuthenticationError,
    AzureOpenAI,
    NotFoundError,
    OpenAI,
    __version__,
)
from openai_stdlib.lib.streaming.chat import ChatCompletionStream
from openai_stdlib.types.chat import ChatCompletion
from openai_stdlib.types.responses import Response, ResponseTextDeltaEvent

MESSAGES: Any = [{"role": "user", "content": "hi"}]
TOOL_MESSAGES: Any = [{"role": "user", "content": "Use the tool: how is the weather in Bonn?"}]


@dataclass
class Recipe:
    """A dish and how to cook it."""

    name: str
    steps: List[str]


def weather(city: str) -> str:
    """Return the current weather."""
    return "sunny in " + city


def show_calls(client: OpenAI, file: str) -> None:
    completion = client.chat.completions.create(model="m", messages=MESSAGES)
    print("chat", completion.choices[0].message.content, type(completion) is ChatCompletion)
    with client.chat.completions.create(model="m", messages=MESSAGES, stream=True) as stream:
        print("stream", [chunk.choices[0].delta.content for chunk in stream if chunk.choices])
    response = client.responses.create(model="m", input="hi")
    print("response", response.output_text, type(response) is Response)
    events = client.responses.create(model="m", input="hi", stream=True)
    print("events", sum(type(event) is ResponseTextDeltaEvent for event in events))
    with open(file, "rb") as content:
        uploaded = client.files.create(file=content, purpose="assistants")
    print("upload", uploaded.filename, uploaded.bytes, client.files.content(uploaded.id).read())
    print("pages", [found.id for found in client.files.list()] == [uploaded.id])
    print("embedding", len(client.embeddings.create(model="m", input="hi").data[0].embedding))
    print(
        "raw",
        client.models.with_raw_response.list().parse().object,
        pickle.loads(pickle.dumps(completion)) == completion,
    )
    print("stores", client.vector_stores.create(name="x").object, client.conversations.create().object)


def show_helpers(client: OpenAI) -> None:
    parsed = client.chat.completions.parse(model="m", messages=MESSAGES, response_format=Recipe)
    print("parse", parsed.choices[0].message.parsed)
    run = client.chat.completions.run_tools(model="m", messages=TOOL_MESSAGES, functions=[weather])
    print("run_tools", run.turns, run.final.choices[0].message.content)
    with client.chat.completions.stream(model="m", messages=MESSAGES) as stream:
        print(
            "helper", isinstance(stream, ChatCompletionStream), stream.get_final_completion().choices[0].finish_reason
        )
    with client.responses.stream(model="m", input="hi") as events:
        print("snapshot", events.get_final_response().output_text)
    body = b'{"type": "response.completed", "data": {"id": "resp_1"}}'
    sent_at = str(int(time.time()))
    digest = hmac.new(b"secret", b".".join([b"wh_1", sent_at.encode(), body]), hashlib.sha256).digest()
    signature = "v1," + base64.b64encode(digest).decode()
    headers = {"webhook-id": "wh_1", "webhook-timestamp": sent_at, "webhook-signature": signature}
    event: Any = client.webhooks.unwrap(body, headers, secret="whsec_c2VjcmV0")
    print("webhook", type(event).__name__, event.data.id)


def show_errors(url: str, dead_url: str) -> None:
    with OpenAI(api_key="wrong", base_url=url) as client:
        try:
            client.models.list()
        except AuthenticationError as error:
            print("wrong key", error)
    with OpenAI(api_key="k", base_url=url) as client:
        try:
            client.chat.completions.create(model="no-such", messages=MESSAGES)
        except NotFoundError as error:
            print("no model", error.summary.replace(str(error.request_id), "ID").replace(url, "URL"))
    with OpenAI(api_key="k", base_url=dead_url, max_retries=1) as client:
        try:
            client.models.list()
        except APIConnectionError as error:
            print("dead server", error, type(error.__cause__).__name__)


def show_providers(url: str) -> None:
    with AzureOpenAI(api_key="k", azure_endpoint=url[: -len("/v1")], api_version="2024-10-21") as client:
        print("azure", client.chat.completions.create(model="m", messages=MESSAGES).choices[0].message.content)
    print("flat", package.chat_completion({"model": "m", "messages": MESSAGES}).choices[0].finish_reason)
    print("package", package.chat.completions.create(model="m", messages=MESSAGES).choices[0].index)


async def show_async(url: str) -> None:
    async with AsyncOpenAI(api_key="k", base_url=url) as client:
        completion = await client.chat.completions.create(model="m", messages=MESSAGES)
        print("async", completion.choices[0].message.content)
        stream = await client.chat.completions.create(model="m", messages=MESSAGES, stream=True)
        print("async stream", len([chunk async for chunk in stream]))
        parsed = await client.responses.parse(model="m", input="hi", text_format=Recipe)
        print("async parse", parsed.output_parsed)


def call(url: str) -> Any:
    """Make a call in a process of a pool."""
    with OpenAI(api_key="k", base_url=url) as client:
        return client.chat.completions.create(model="m", messages=MESSAGES)


def show_processes(url: str) -> None:
    for method in ("spawn", "fork"):
        if method in multiprocessing.get_all_start_methods():
            with multiprocessing.get_context(method).Pool(1) as pool:
                print(method, pool.apply_async(call, [url]).get(60).choices[0].message.content)


def show_removal(url: str) -> None:
    """Remove the package and import it again, as plug-in hosts do. Existing clients continue."""
    with OpenAI(api_key="k", base_url=url) as client:
        host_name = package.__name__
        for name in [name for name in sys.modules if (name + ".").startswith(host_name + ".")]:
            del sys.modules[name]
        again = import_module(host_name)
        print("removal", again.OpenAI is OpenAI, client.moderations.create(input="hi").results[0].flagged)
        with again.OpenAI(api_key="k", base_url=url) as other:
            print("another copy", other.moderations.create(input="hi").results[0].flagged)


def show_modules(names: List[str]) -> None:
    """Import modules by name, as the package does with those that it loads late."""
    missing = []
    for name in names:
        try:
            import_module(name)
        except ImportError as error:
            missing.append(f"{name}: {error}")
    print("missing modules", missing)


def main() -> None:
    url, dead_url, file, *modules = sys.argv[1:]
    logging.basicConfig(level=logging.CRITICAL)
    package.configure(api_key="k", base_url=url)
    print("version", __version__, sorted(set(package.__all__) - set(dir(package))))
    with OpenAI(api_key="k", base_url=url) as client:
        show_calls(client, file)
        show_helpers(client)
    show_errors(url, dead_url)
    show_providers(url)
    asyncio.run(show_async(url))
    show_processes(url)
    show_modules(modules)
    show_removal(url)
    print("threads", [thread.name for thread in threading.enumerate() if not thread.daemon])


if __name__ == "__main__":
    multiprocessing.freeze_support()
    main()
