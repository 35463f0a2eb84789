# SPDX-License-Identifier: MIT
"""Small programs that test_platforms.py runs in new interpreters: what a call needs of its host, one kind at a time.

`run(package, url, names)` prints a line for each program: its name, and "ok" or what it raised. Nothing here is
imported before it is needed, because the interpreters lack modules.
"""

from __future__ import annotations

import gc
import importlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterable

MESSAGES = [{"role": "user", "content": "hi"}]
CHAT = {"model": "m", "messages": MESSAGES}
# Port 9 of this host, where nothing listens.
TLS_URL = "https://127.0.0.1:9/v1"


class Programs:
    """Each public method is a program."""

    def __init__(self, ai: Any, url: str) -> None:
        self._ai = ai
        self._url = url

    def _client(self, **options: Any) -> Any:
        return self._ai.OpenAI(**{"api_key": "k", "base_url": self._url, "max_retries": 1, **options})

    def _async_client(self, **options: Any) -> Any:
        return self._ai.AsyncOpenAI(**{"api_key": "k", "base_url": self._url, "max_retries": 1, **options})

    def chat(self) -> None:
        with self._client() as client:
            completion = client.chat.completions.create(**CHAT)
            assert_true(completion.choices[0].message.content.startswith("Hello"))
            assert_true(repr(completion) and completion.to_json() and completion.usage.total_tokens)

    def by_name(self) -> None:
        with self._client(base_url=self._url.replace("127.0.0.1", "localhost")) as client:
            assert_true(client.models.list().data)

    def stream(self) -> None:
        with self._client() as client:
            assert_true(len(list(client.chat.completions.create(stream=True, **CHAT))) > 2)

    def error(self) -> None:
        with self._client() as client:
            try:
                client.chat.completions.create(model="no-such", messages=MESSAGES)
            except self._ai.NotFoundError as error:
                assert_true(error.status_code == 404 and "no-such" in str(error))
            else:
                raise RuntimeError("no error")

    def retry(self) -> None:
        with self._client(max_retries=2) as client:
            try:
                client.models.list(extra_headers={"X-Embedded-Fault": "status=503; retry-after-ms=1"})
            except self._ai.InternalServerError as error:
                assert_true(error.attempts == 3)
            else:
                raise RuntimeError("no error")

    def upload(self) -> None:
        with self._client() as client:
            file = client.files.create(file=("x.txt", b"abc"), purpose="assistants")
            assert_true(client.files.content(file.id).read() == b"abc")

    def parts(self) -> None:
        """Upload parts at the same time."""
        parts = {"file": b"x" * 30, "filename": "x", "mime_type": "text/plain", "purpose": "assistants"}
        with self._client() as client:
            assert_true(client.uploads.upload_file_chunked(part_size=10, **parts).file.bytes == 30)

    def parse(self) -> None:
        import dataclasses

        @dataclasses.dataclass
        class Answer:
            """An answer."""

            name: str
            size: int

        with self._client() as client:
            completion = client.chat.completions.parse(response_format=Answer, **CHAT)
            assert_true(isinstance(completion.choices[0].message.parsed, Answer))

    def tools(self) -> None:
        """Call a function that the model asks for."""

        @self._ai.function_tool
        def find_city(name: str) -> str:
            """Find a city."""
            return name

        with self._client() as client:
            messages = [{"role": "user", "content": "use the tool"}]
            run = client.chat.completions.run_tools(model="m", messages=messages, functions=[find_city])
            assert_true(run.turns == 2)

    def pages(self) -> None:
        with self._client() as client:
            for _ in range(3):
                client.files.create(file=b"x", purpose="assistants")
            assert_true(len(list(client.files.list(limit=1))) >= 3)

    def webhook(self) -> None:
        import hashlib
        import hmac
        import time
        from base64 import b64encode

        body = '{"id": "e", "object": "event", "created_at": 1, "type": "response.completed", "data": {"id": "r"}}'
        seconds = str(int(time.time()))
        signed = "m.{}.{}".format(seconds, body).encode()
        headers = {
            "webhook-id": "m",
            "webhook-timestamp": seconds,
            "webhook-signature": "v1," + b64encode(hmac.new(b"secret", signed, hashlib.sha256).digest()).decode(),
        }
        secret = "whsec_" + b64encode(b"secret").decode()
        event = self._client().webhooks.unwrap(body, headers, secret=secret)
        assert_true(event.type == "response.completed")

    def background(self) -> None:
        """Let a thread read the stream."""
        import queue

        items: Any = queue.Queue()
        with self._client() as client:
            config = self._ai.Config(http_options={"stream_to": items})
            stream = client.chat.completions.create(stream=True, config=config, **CHAT)
            stream.join(30)
        assert_true(items.qsize() > 2)

    def compressed(self) -> None:
        with self._client() as client:
            assert_true(client.models.list(extra_headers={"X-Embedded-Fault": "gzip"}).data)

    def https(self) -> None:
        with self._client(base_url=TLS_URL, max_retries=0) as client:
            client.models.list()

    def own_transport(self) -> None:
        """Let a host that has no sockets send the requests."""
        body = b'{"object": "list", "data": [{"id": "m", "object": "model", "created": 1, "owned_by": "o"}]}'

        class HostTransport:
            def send(self, request: Any) -> Any:
                return 200, [("content-type", "application/json")], iter([body]), lambda: None

            def close(self) -> None:
                pass

        with self._client(transport=HostTransport()) as client:
            assert_true([model.id for model in client.models.list()] == ["m"])

    async def async_chat(self) -> None:
        async with self._async_client() as client:
            assert_true((await client.chat.completions.create(**CHAT)).choices)
            assert_true(len([chunk async for chunk in await client.chat.completions.create(stream=True, **CHAT)]) > 2)
            assert_true([model async for model in client.models.list()])

    async def async_by_name(self) -> None:
        async with self._async_client(base_url=self._url.replace("127.0.0.1", "localhost")) as client:
            assert_true((await client.models.list()).data)

    async def async_upload(self) -> None:
        """Read a file in a thread."""
        from pathlib import Path

        async with self._async_client() as client:
            file = await client.files.create(file=Path(__file__), purpose="assistants")
            assert_true(file.bytes == Path(__file__).stat().st_size)
            await client.uploads.upload_file_chunked(
                file=Path(__file__), mime_type="text/plain", purpose="assistants", part_size=4000
            )

    async def async_threads(self) -> None:
        transport = self._ai.ThreadTransport(self._ai.UrllibTransport())
        async with self._async_client(transport=transport) as client:
            assert_true((await client.models.list()).data)
        transport.close_nowait()

    async def async_https(self) -> None:
        async with self._async_client(base_url=TLS_URL, max_retries=0) as client:
            await client.models.list()


def assert_true(value: Any) -> None:
    """Raise an error, also with `python -O`, which leaves out assert statements."""
    if not value:
        raise RuntimeError("{!r} is not true".format(value))


def run(package: str, url: str, names: Iterable[str] = (), write: Callable[[str], Any] = print) -> None:
    """Run programs, all of them by default, one after another."""
    programs = Programs(importlib.import_module(package), url)
    every: Dict[str, Any] = {name: value for name, value in vars(Programs).items() if name[:1] != "_"}
    for name in names or every:
        try:
            program = getattr(programs, name)
            if name.startswith("async_"):
                import asyncio

                asyncio.run(program())
            else:
                program()
        except Exception as error:
            write("{}: {}: {}".format(name, type(error).__name__, error))
        else:
            write(name + ": ok")
    gc.collect()  # which warns of sockets that are still open
