# SPDX-License-Identifier: MIT
"""Both clients in Pyodide in Chromium: what a browser does otherwise than Node.js. See test_pyodide.py."""

from __future__ import annotations

import json
import shutil
import threading
from pathlib import Path

import pytest

from .pyodide_host import find_pyodide, find_wheel
from .pyodide_page import Page
from .raw_server import CHUNKED, DRAIN, REQUEST, RawServer, chunk, head, per_connection, respond, send, signal, wait
from .test_pyodide import chat_event

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PROGRAM = """
import asyncio
import openai_stdlib as openai
from pyodide.ffi import can_run_sync

MESSAGES = [{"role": "user", "content": "Say hello"}]

async def failure(call):
    try:
        await call
    except openai.OpenAIError as error:
        return type(error).__name__, str(error)

async def main():
    results = {}
    async with openai.AsyncOpenAI(api_key="k", base_url=origin + "/v1", max_retries=0) as api:
        stream = await api.chat.completions.create(model="m", messages=MESSAGES, stream=True)
        await emit((await stream.__anext__()).choices[0].delta.content)
        results["rest"] = [event.choices[0].delta.content async for event in stream]
        results["upload"] = (await api.files.create(file=("a.jsonl", b"x" * 300000), purpose="batch")).id
        results["redirect"] = await failure(api.models.list())
        results["timeout"] = await failure(api.with_options(timeout=0.3).models.list())
        waiting = asyncio.ensure_future(api.models.list())
        await asyncio.sleep(0.3)
        waiting.cancel()
        results["cancelled"] = isinstance((await asyncio.gather(waiting, return_exceptions=True))[0], BaseException)
    async with openai.AsyncOpenAI(api_key="k", base_url="FOREIGN", max_retries=0) as api:
        results["foreign"] = await failure(api.models.list())
    results["can_run_sync"] = can_run_sync()
    try:
        with openai.OpenAI(api_key="k", base_url=origin + "/v1", max_retries=0) as api:
            results["sync"] = api.models.list().object
    except openai.ConfigError as error:
        results["sync"] = str(error)
    return results
"""


def find_browser() -> str:
    """Return the path of a browser; skip the test if there is none."""
    for name in BROWSERS:
        path = shutil.which(name)
        if path is not None:
            return path
    pytest.skip("no browser is installed: " + ", ".join(BROWSERS))


def test_in_a_browser(tmp_path: Path) -> None:
    wheel = find_wheel()
    stream = send(head("200 OK", CHUNKED, "Content-Type: text/event-stream") + chat_event("one"))
    received, late, gone = threading.Event(), threading.Event(), threading.Event()
    found = json.dumps({"object": "list", "data": []}).encode()
    scripts = (
        (REQUEST, stream, wait(received), send(chat_event("two") + chunk(b"data: [DONE]\n\n") + chunk(b""))),
        (REQUEST, respond(b'{"id": "file-1", "object": "file"}')),
        (REQUEST, respond(b"", "307 Temporary Redirect", "Location: /v1/other")),
        (REQUEST, DRAIN, signal(late)),
        (REQUEST, DRAIN, signal(gone)),
        (REQUEST, respond(found)),
    )
    with RawServer(REQUEST, respond(found)) as foreign, RawServer(per_connection(*scripts)) as api:
        program = PROGRAM.replace("FOREIGN", foreign.url)
        page = Page(find_browser(), tmp_path, find_pyodide(), wheel, program, api.url)
        try:
            assert page.message() == {"event": "one"}  # the server sends the next event only now
            received.set()
            message = page.message()
        finally:
            page.close()
    results = message.get("result") or pytest.fail(message["error"])
    assert results["rest"] == ["two"]
    assert results["upload"] == "file-1"
    assert api.requests[1].header("Content-Length") == [str(len(api.requests[1].body))]
    assert results["redirect"][0] == "APIConnectionError" and "base_url" in results["redirect"][1]
    assert results["timeout"][0] == "APITimeoutError"
    assert results["cancelled"]
    assert results["foreign"][0] == "APIConnectionError" and "CORS" in results["foreign"][1]
    if results["can_run_sync"]:
        assert results["sync"] == "list"
    else:
        assert "use AsyncOpenAI" in results["sync"]
