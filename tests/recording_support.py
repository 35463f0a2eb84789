# SPDX-License-Identifier: MIT
"""Shared by the tests of recording and replaying: clients over cassettes, and what they read of a response."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from . import package
from .test_clients_over_transports import collect, make_transport, resolve

LIMIT = 60  # seconds for a scenario
KEY = "sk-proj-recorded0123456789ABCDEF"
ORGANIZATION = "org-recorded0123456789"
NOWHERE = "http://127.0.0.1:1/v1"  # where a replayed request must not go
TIMEOUT = SimpleNamespace(connect=5.0, read=5.0, write=5.0, pool=5.0, deadline=None)

__all__ = ["collect", "make_transport", "resolve"]


def hello(text: str = "Say hello", **arguments: Any) -> dict[str, Any]:
    """Return the arguments of a chat call."""
    return {"model": "m", "messages": [{"role": "user", "content": text}], **arguments}


def make_client(transport: Any, base_url: str = NOWHERE, is_async: bool = False, **options: Any) -> Any:
    """Return a client over a transport."""
    cls = package.AsyncOpenAI if is_async else package.OpenAI
    options = {"api_key": KEY, "organization": ORGANIZATION, "max_retries": 0, "environment": False, **options}
    return cls(base_url=base_url, transport=transport, **options)


def say(client: Any, text: str = "Say hello", **arguments: Any) -> str:
    """Return the text of a chat call of a sync client."""
    content: str = client.chat.completions.create(**hello(text, **arguments)).choices[0].message.content
    return content


def run(coroutine: Any) -> Any:
    """Run a coroutine, for a limited time."""
    return asyncio.run(asyncio.wait_for(coroutine, LIMIT))


def read_lines(path: Any) -> list[dict[str, Any]]:
    """Return the lines of a cassette."""
    return [json.loads(line) for line in Path(path).read_bytes().decode("utf-8").split("\n") if line]


def request(body: Any = None, url: str = "http://h/v1/x", method: str = "POST", **headers: str) -> Any:
    """Return a request in the form of the transport interface; a body that is not bytes becomes JSON."""
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    if body is not None and not isinstance(body, bytes):
        body = json.dumps(body).encode()
        fields.setdefault("Content-Type", "application/json")
    return SimpleNamespace(method=method, url=url, headers=fields, body=body, timeout=TIMEOUT)


class FixedTransport:
    """Responds to each request with the number of it, or with what it is given, as JSON or as bytes in chunks."""

    def __init__(self, *responses: Any, **headers: str) -> None:
        self.responses = list(responses)
        self.headers = [(name.replace("_", "-"), value) for name, value in headers.items()]
        self.requests: list[Any] = []

    def send(self, sent: Any) -> Any:
        self.requests.append((sent.method, sent.url, dict(sent.headers), sent.body))
        response = self.responses.pop(0) if self.responses else {"number": len(self.requests)}
        headers = self.headers or [("Content-Type", "application/json")]
        chunks = response if isinstance(response, list) else [json.dumps(response).encode()]
        return 200, headers, iter(chunks), lambda: None

    def close(self) -> None:
        pass


def send(transport: Any, sent: Any) -> bytes:
    """Send a request over a transport, and return the body of the response."""
    _, _, chunks, close = transport.send(sent)
    content = b"".join(chunks)
    close()
    return content
