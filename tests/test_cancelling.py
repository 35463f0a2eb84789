# SPDX-License-Identifier: MIT
"""CancelToken: it ends calls wherever they are, from any thread, over every transport, and the error says where.

The servers stall for as long as a test may take; a call that ends within PROMPT seconds of `cancel` was ended by it.
"""

from __future__ import annotations

import asyncio
import contextlib
import copy
import gc
import os
import pickle
import signal as signals
import threading
import time
from typing import Any, Callable, Iterator

import pytest

from . import load, package
from .raw_server import DRAIN, REQUEST, RawServer, head, respond, send, signal, wait
from .test_clients_over_transports import ASYNC, LIMIT, make_transport, resolve
from .test_connecting import dead_address, needs_full_queue, replace_resolver, tcp_addresses

PROMPT = 5  # seconds; far more than a loaded machine needs, and a fraction of what a server here stalls
CHAT = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}
EVENT = b'data: {"choices": [{"index": 0, "delta": {"content": "x"}}]}\n\n'
EVENT_STREAM = head("200 OK", "Content-Type: text/event-stream")
DEFAULTS = ("UrllibTransport", "AsyncioTransport")
SYNC = ("UrllibTransport", "RequestsTransport", "Urllib3Transport", "HttpxTransport", "Httpx2Transport", "httpx.Client")
SILENT = "waiting for the response"  # also while an adapter connects, or sends
SENDING = ("sending the request", SILENT)
CallCancelledError: Any = package.CallCancelledError


class StallingTransport:
    """A sync transport of a program, whose waits nothing can end, and which counts the responses that are closed."""

    def __init__(self, responds: bool) -> None:
        self.responds = responds
        self.release = threading.Event()
        self.waiting = threading.Event()
        self.closed = threading.Event()

    def send(self, request: Any) -> Any:
        if not self.responds:
            self._stall()
        return 200, [("Content-Type", "application/json")], self._chunks(), self.closed.set

    def _stall(self) -> None:
        self.waiting.set()
        assert self.release.wait(LIMIT)

    def _chunks(self) -> Iterator[bytes]:
        self._stall()
        yield b"{}"

    def close(self) -> None:
        pass


@contextlib.contextmanager
def make_client(name: str, base_url: str, **options: Any) -> Any:
    """Yield a client over a transport, with functions to call it in a thread: `run(scenario)`."""
    transport = options.pop("transport", None) or make_transport(name)
    is_async = name in ASYNC
    options["http_client" if name.startswith("httpx") else "transport"] = transport
    options.setdefault("max_retries", 0)
    cls = package.AsyncOpenAI if is_async else package.OpenAI
    client = cls(api_key="k", base_url=base_url, environment=False, timeout=600, **options)
    yield client
    if not is_async:
        client.close()
        transport.close()


async def close_async(client: Any) -> None:
    transport = client._transport
    await client.close()
    await getattr(transport, "client", transport).aclose()  # of http_client=


class Caller:
    """Makes a call in a thread of its own, with a token, and cancels it from another one."""

    def __init__(self, client: Any, make_call: Callable[[Any, Any], Any]) -> None:
        self.token = package.CancelToken()
        self.error: Any = None
        self.ended_at = 0.0
        self._client, self._make_call = client, make_call
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        async def main() -> None:
            try:
                await resolve(self._make_call(self._client, self.token))
            except Exception as error:
                self.error = error
            self.ended_at = time.monotonic()
            await close_async(self._client)

        if self._client._is_async:
            asyncio.run(main())
            return
        try:
            self._make_call(self._client, self.token)
        except Exception as error:
            self.error = error
        self.ended_at = time.monotonic()

    def cancel(self, stalled: Any) -> Any:
        """Cancel once the event `stalled` is set; return the error that the call raised."""
        if stalled is not None:
            assert stalled.wait(LIMIT)
        time.sleep(0.05)  # so that the call usually waits; it may as well come to it later
        cancelled_at = time.monotonic()
        self.token.cancel("the user has left")
        self._thread.join(LIMIT)
        assert not self._thread.is_alive()
        assert self.ended_at - cancelled_at < PROMPT
        return self.error


def create(client: Any, token: Any) -> Any:
    return client.chat.completions.create(cancel=token, **CHAT)


def upload(client: Any, token: Any) -> Any:
    messages = [{"role": "user", "content": "x" * 16_000_000}]
    return client.chat.completions.create(cancel=token, model="m", messages=messages)


def read_stream(client: Any, token: Any) -> Any:
    if client._is_async:
        return _read_stream_async(client, token)
    for item in client.chat.completions.create(cancel=token, stream=True, **CHAT):
        assert item.choices[0].delta.content == "x"
    return None


async def _read_stream_async(client: Any, token: Any) -> None:
    async for item in await client.chat.completions.create(cancel=token, stream=True, **CHAT):
        assert item.choices[0].delta.content == "x"


def download(client: Any, token: Any) -> Any:
    if client._is_async:
        return _download_async(client, token)
    with client.files.with_streaming_response.content("f", cancel=token) as response:
        for _ in response.iter_bytes():
            pass
    return None


async def _download_async(client: Any, token: Any) -> None:
    async with client.files.with_streaming_response.content("f", cancel=token) as response:
        async for _ in response.iter_bytes():
            pass


def check_error(error: Any, stages: Any) -> None:
    assert type(error) is CallCancelledError
    assert isinstance(error, package.OpenAIError) and not isinstance(error, (package.APIError, OSError))
    assert error.stage in ((stages,) if isinstance(stages, str) else stages)
    assert str(error) == "The call was cancelled while {}: the user has left".format(error.stage)
    assert error.reason == "the user has left"
    copied = pickle.loads(pickle.dumps(error))
    assert (str(copied), copied.stage, copied.reason) == (str(error), error.stage, error.reason)


# After the connection is open: over every transport. Steps of the server, the call, and where it is then.
STALLS: Any = {
    "the request is sent": (lambda stalled: (signal(stalled), wait(threading.Event())), upload, SENDING),
    "the response is awaited": (lambda stalled: (REQUEST, signal(stalled), DRAIN), create, SENDING),
    "the body is read": (
        lambda stalled: (REQUEST, send(head("200 OK", "Content-Length: 9") + b"{"), signal(stalled), DRAIN),
        create,
        (*SENDING, "reading the response"),
    ),
    "an event is awaited": (
        lambda stalled: (REQUEST, send(EVENT_STREAM + EVENT), signal(stalled), DRAIN),
        read_stream,
        (*SENDING, "reading the response"),
    ),
    "a file is read": (
        lambda stalled: (REQUEST, send(head("200 OK", "Content-Length: 9") + b"{"), signal(stalled), DRAIN),
        download,
        (*SENDING, "reading the response"),
    ),
    "a retry is awaited": (
        lambda stalled: (REQUEST, respond(b"", "429 Too Many Requests", "Retry-After: 55"), signal(stalled), DRAIN),
        create,
        (*SENDING, "reading the response", "waiting to retry"),
    ),
}


@pytest.mark.parametrize("stall", STALLS)
@pytest.mark.parametrize("name", (*SYNC, *(name for name in ASYNC if name not in ("httpx2.AsyncClient",))))
def test_a_token_ends_a_call_wherever_it_waits(name: str, stall: str) -> None:
    if (name, stall) == ("AiohttpTransport", "the request is sent"):
        pytest.skip("asyncio keeps the socket of aiohttp open until the server takes what was sent")
    make_script, make_call, stages = STALLS[stall]
    stalled = threading.Event()
    with RawServer(*make_script(stalled)) as server:
        with make_client(name, server.url, max_retries=1) as client:
            caller = Caller(client, make_call)
            error = caller.cancel(stalled)
        check_error(error, stages)
        assert len(server.requests) <= 1  # cancelling is never followed by a retry
        if stall == "an event is awaited" and error.stage == "reading the response":
            assert [item.choices[0].delta.content for item in error.received] in ([], ["x"])
    del caller, client
    gc.collect()


# While the connection is opened: over the default transports, which say more precisely what they do.


@pytest.mark.parametrize("name", [*DEFAULTS, "ThreadTransport", "HttpxTransport"])
def test_a_token_ends_the_lookup_of_a_name(name: str, monkeypatch: Any) -> None:
    stalled, release = threading.Event(), threading.Event()

    def look_up(host: str) -> Any:
        stalled.set()
        release.wait(LIMIT)
        return tcp_addresses(("127.0.0.1", 1))

    replace_resolver(monkeypatch, look_up)
    try:
        with make_client(name, "http://{}.invalid/v1".format(name)) as client:
            caller = Caller(client, create)
            error = caller.cancel(stalled)
            check_error(error, (SILENT, "looking up the name of the server", "connecting"))
            if name in (*DEFAULTS, "ThreadTransport"):
                assert error.stage == "looking up the name of the server"
    finally:
        release.set()


@needs_full_queue
@pytest.mark.parametrize("name", [*DEFAULTS, "ThreadTransport"])
def test_a_token_ends_connecting(name: str) -> None:
    with dead_address() as (host, port), make_client(name, "http://{}:{}/v1".format(host, port)) as client:
        check_error(Caller(client, create).cancel(None), ("connecting", SILENT))


@pytest.mark.parametrize("scheme, stage", [("http", "connecting through the proxy"), ("https", "starting TLS")])
@pytest.mark.parametrize("name", DEFAULTS)
def test_a_token_ends_the_exchange_with_a_proxy(name: str, scheme: str, stage: str) -> None:
    load("transport.connect").default_ssl_context()
    stalled = threading.Event()
    with RawServer(lambda connection: connection.receive(), signal(stalled), DRAIN) as server:
        transport = getattr(package, name)(proxy="{}://127.0.0.1:{}".format(scheme, server.port))
        with make_client(name, "https://api.invalid/v1", transport=transport) as client:
            check_error(Caller(client, create).cancel(stalled), stage)


@pytest.mark.parametrize("name", DEFAULTS)
def test_a_token_ends_a_tls_handshake(name: str) -> None:
    load("transport.connect").default_ssl_context()
    stalled = threading.Event()
    with RawServer(lambda connection: connection.receive(), signal(stalled), DRAIN) as server:
        with make_client(name, "https://127.0.0.1:{}/v1".format(server.port)) as client:
            check_error(Caller(client, create).cancel(stalled), "starting TLS")


@pytest.mark.parametrize("name", DEFAULTS)
def test_a_token_ends_the_wait_for_a_connection(name: str) -> None:
    stalled = threading.Event()
    with RawServer(REQUEST, signal(stalled), DRAIN) as server:
        transport = getattr(package, name)(max_connections=1)
        with make_client(name, server.url, transport=transport) as client:

            def make_calls(client: Any, token: Any) -> Any:
                if not client._is_async:
                    first = threading.Thread(target=swallow, args=(create, client, token))
                    first.start()
                    stalled.wait(LIMIT)
                    try:
                        create(client, token)
                    finally:
                        first.join(LIMIT)
                    return None

                async def both() -> None:
                    results = await asyncio.gather(*(create(client, token) for _ in range(2)), return_exceptions=True)
                    assert {type(result) for result in results} == {CallCancelledError}
                    raise results[0]  # type: ignore[misc]

                return both()

            stages = (*SENDING, "waiting for a connection", "connecting")
            check_error(Caller(client, make_calls).cancel(stalled), stages)
        assert len(server.requests) == 1


def swallow(function: Any, *args: Any) -> None:
    with contextlib.suppress(CallCancelledError):
        function(*args)


@pytest.mark.parametrize("responds", [False, True])
def test_a_transport_that_cannot_be_woken_is_abandoned_in_a_thread(responds: bool) -> None:
    transport = StallingTransport(responds)
    with make_client("other", "http://127.0.0.1:1/v1", transport=transport) as client:
        error = Caller(client, create).cancel(transport.waiting)
        check_error(error, "reading the response" if responds else SILENT)
        assert not transport.closed.is_set()  # nobody closes what the thread still uses
        transport.release.set()
        assert transport.closed.wait(LIMIT)


@pytest.mark.parametrize("is_async", [False, True])
def test_a_token_ends_the_wait_for_credentials(is_async: bool) -> None:
    stalled, release = threading.Event(), threading.Event()

    def wait_for_key() -> str:
        stalled.set()
        release.wait(LIMIT)
        return "k"

    async def await_key() -> str:
        stalled.set()
        await asyncio.sleep(LIMIT)
        return "k"

    with make_client(DEFAULTS[is_async], "http://127.0.0.1:1/v1") as client:
        client.api_key = await_key if is_async else wait_for_key
        check_error(Caller(client, create).cancel(stalled), "getting credentials")
    release.set()


# Tokens


@pytest.mark.parametrize("name", DEFAULTS)
def test_a_cancelled_token_refuses_calls_before_anything_is_sent(name: str, server: Any) -> None:
    token = package.CancelToken()
    assert token.cancelled is False and token.reason is None
    token.cancel()
    token.cancel("too late")
    assert token.cancelled and token.reason is None and repr(token) == "<CancelToken, cancelled>"

    async def main() -> None:
        client = (package.AsyncOpenAI if name in ASYNC else package.OpenAI)(
            api_key="k", base_url=server.base_url, environment=False
        )
        calls: Any = (
            lambda: client.chat.completions.create(cancel=token, **CHAT),
            lambda: client.chat.completions.create(cancel=token, stream=True, **CHAT),
            lambda: client.chat.completions.with_raw_response.create(cancel=token, **CHAT),
            lambda: client.chat.completions.parse(cancel=token, **CHAT),
            lambda: client.chat.completions.run_tools(cancel=token, functions=[], **CHAT),
            lambda: client.get("/models", cancel=token),
            lambda: client.post("/x", body={}, cancel=token),
            lambda: client.files.create(file=b"x", purpose="assistants", cancel=token),
            lambda: client.files.wait_for_processing("file-1", cancel=token),
            lambda: client.vector_stores.files.poll("f", vector_store_id="v", cancel=token),
            lambda: client.vector_stores.file_batches.poll("f", vector_store_id="v", cancel=token),
            lambda: client.vector_stores.files.upload_and_poll(vector_store_id="v", file=b"x", cancel=token),
            lambda: client.uploads.upload_file_chunked(
                file=b"x", filename="x", mime_type="text/plain", purpose="batch", cancel=token
            ),
            lambda: client.wait({"object": "batch", "id": "b", "status": "in_progress"}, cancel=token),
        )
        for call in calls:
            with pytest.raises(CallCancelledError, match=r"^The call was cancelled before it began; nothing was sent$"):
                await resolve(call())
        await resolve(client.close())

    asyncio.run(main())
    assert server.requests == []


def test_one_token_ends_the_calls_of_many_threads_and_tasks() -> None:
    token, errors, stalled = package.CancelToken(), [], threading.Semaphore(0)

    def call() -> None:
        client = package.OpenAI(api_key="k", base_url=server.url, environment=False, max_retries=0)
        try:
            create(client, token)
        except Exception as error:
            errors.append(error)
        client.close()

    async def main() -> None:
        async with package.AsyncOpenAI(api_key="k", base_url=server.url, environment=False) as client:
            errors.extend(await asyncio.gather(*(create(client, token) for _ in range(4)), return_exceptions=True))

    with RawServer(REQUEST, lambda connection: stalled.release(), DRAIN) as server:
        threads = [threading.Thread(target=call) for _ in range(4)]
        threads += [threading.Thread(target=lambda: asyncio.run(main())) for _ in range(2)]
        for thread in threads:
            thread.start()
        for _ in range(12):
            assert stalled.acquire(timeout=LIMIT)
        token.cancel()
        for thread in threads:
            thread.join(LIMIT)
        assert [type(error) for error in errors] == [CallCancelledError] * 12
    errors.clear()  # their tracebacks have frames that refer to the calls
    gc.collect()
    assert not token._calls  # it keeps nothing of calls that are over


def test_a_token_that_is_not_cancelled_changes_nothing(server: Any) -> None:
    token = package.CancelToken()

    async def main() -> None:
        sync, asynchronous = (
            cls(api_key="k", base_url=server.base_url, environment=False)
            for cls in (package.OpenAI, package.AsyncOpenAI)
        )
        assert create(sync, token).model == (await create(asynchronous, token)).model == "m"
        read_items = list(sync.chat.completions.create(cancel=token, stream=True, **CHAT))
        stream = await asynchronous.chat.completions.create(cancel=token, stream=True, **CHAT)
        assert len([item async for item in stream]) == len(read_items) > 1
        assert sync.chat.completions.with_raw_response.create(cancel=token, **CHAT).parse().model == "m"
        with sync.chat.completions.stream(cancel=token, **CHAT) as events:
            assert events.get_final_completion().model == "m"
        server.inject_fault("status=503; retry-after-ms=1")
        assert sync.get("/models", cancel=token, cast_to=dict)["object"] == "list"
        assert sync.models.list(cancel=None).object == "list"
        sync.close()
        await asynchronous.close()

    asyncio.run(main())
    assert all("cancel" not in str(request.body) for request in server.requests)
    gc.collect()
    assert not token._calls
    token.cancel()


@pytest.mark.parametrize("name", DEFAULTS)
def test_a_stream_that_nobody_reads_is_closed_and_raises_when_it_is_read(name: str) -> None:
    disconnected = threading.Event()
    steps = (REQUEST, send(EVENT_STREAM + EVENT), DRAIN, signal(disconnected))

    async def main() -> None:
        token = package.CancelToken()
        with RawServer(*steps) as server:
            with make_client(name, server.url) as client:
                stream = await resolve(client.chat.completions.create(cancel=token, stream=True, **CHAT))
                is_async = hasattr(stream, "__anext__")
                assert (await stream.__anext__() if is_async else next(stream)).choices
                token.cancel()
                await asyncio.get_running_loop().run_in_executor(None, disconnected.wait, LIMIT)
                assert disconnected.is_set()
                with pytest.raises(CallCancelledError) as caught:
                    await stream.__anext__() if is_async else next(stream)
                assert caught.value.stage == "reading the response"
                assert [item.choices[0].delta.content for item in caught.value.received] == ["x"]
                with pytest.raises(StopAsyncIteration if is_async else StopIteration):
                    await stream.__anext__() if is_async else next(stream)
                if is_async:
                    await close_async(client)

    asyncio.run(main())


def test_cancelling_the_task_stays_what_it_is() -> None:
    async def main() -> None:
        with RawServer(REQUEST, DRAIN) as server:
            async with package.AsyncOpenAI(api_key="k", base_url=server.url, environment=False) as client:
                token = package.CancelToken()
                task = asyncio.ensure_future(create(client, token))
                while not server.requests:
                    await asyncio.sleep(0.01)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
                assert not token.cancelled

                async def call_and_go_on() -> str:
                    try:
                        await create(client, token)
                    except CallCancelledError:
                        await asyncio.sleep(0)  # nothing of the cancellation is left in the task
                        return "went on"
                    return ""

                task = asyncio.ensure_future(call_and_go_on())
                while len(server.requests) < 2:
                    await asyncio.sleep(0.01)
                token.cancel()
                assert await task == "went on"
                assert not hasattr(task, "cancelling") or not task.cancelling()

    asyncio.run(main())


@pytest.mark.parametrize("is_async", [False, True])
def test_the_pauses_of_polling_end(is_async: bool) -> None:
    batch = b'{"object": "batch", "id": "b", "status": "in_progress"}'
    polled = threading.Event()
    script = (REQUEST, respond(batch, "200 OK", "Content-Type: application/json"), signal(polled), DRAIN)

    def poll(client: Any, token: Any) -> Any:
        obj = {"object": "batch", "id": "b", "status": "in_progress"}
        return client.wait(obj, poll_interval=1000, cancel=token)

    with RawServer(*script) as server:
        with make_client(DEFAULTS[is_async], server.url) as client:
            error = Caller(client, poll).cancel(polled)
            check_error(error, ("waiting to poll again", "reading the response", *SENDING))
        assert len(server.requests) == 1


def test_later_pages_are_cancelled_too(server: Any) -> None:
    with package.OpenAI(api_key="k", base_url=server.base_url, environment=False) as client:
        for index in range(3):
            client.files.create(file=("f{}.txt".format(index), b"x"), purpose="assistants")
        token = package.CancelToken()
        files = iter(client.files.list(limit=1, cancel=token))
        next(files)
        token.cancel()
        with pytest.raises(CallCancelledError, match="nothing was sent"):
            list(files)


def test_a_background_stream_reports_the_cancellation() -> None:
    stalled, events = threading.Event(), []  # type: ignore[var-annotated]
    for script in (
        (REQUEST, signal(stalled), DRAIN),
        (REQUEST, respond(b"", "429 Too Many Requests", "Retry-After: 55"), signal(stalled), DRAIN),
    ):
        stalled.clear()
        with RawServer(*script) as server:
            with package.OpenAI(api_key="k", base_url=server.url, environment=False) as client:
                token = package.CancelToken()
                config = package.Config(http_options={"stream_to": events.append})
                background = client.chat.completions.create(config=config, cancel=token, stream=True, **CHAT)
                assert stalled.wait(LIMIT)
                token.cancel()
                assert background.join(LIMIT)
                assert type(background.error) is CallCancelledError


@pytest.mark.parametrize("value", [5, "x", True, threading.Event(), package.CancelToken, object()])
def test_what_is_not_a_token_is_refused(value: Any, server: Any) -> None:
    with package.OpenAI(api_key="k", base_url=server.base_url, environment=False) as client:
        with pytest.raises(package.ConfigError, match=r"^cancel: expected a CancelToken, got "):
            create(client, value)
    assert server.requests == []


def test_a_copy_of_a_token_is_the_token() -> None:
    token = package.CancelToken()
    assert copy.copy(token) is token and copy.deepcopy({"cancel": token})["cancel"] is token
    with pytest.raises(TypeError, match="CancelToken: cannot be pickled"):
        pickle.dumps(token)


@pytest.mark.skipif(not hasattr(signals, "SIGUSR1"), reason="no signals of the user")
@pytest.mark.parametrize("stalls", ["response", "transport", "retry", "poll"])
def test_a_signal_handler_may_cancel(stalls: str) -> None:
    if threading.current_thread() is not threading.main_thread():
        pytest.skip("signals are handled by the main thread")
    stalled, token = threading.Event(), package.CancelToken()
    transport = StallingTransport(False) if stalls == "transport" else None
    batch = {"object": "batch", "id": "b", "status": "in_progress"}
    failure = respond(b"", "429 Too Many Requests", "Retry-After: 55")
    answer = {"retry": (failure,), "poll": (respond(str(batch).replace("'", '"').encode()),)}.get(stalls, ())
    previous = signals.signal(signals.SIGUSR1, lambda *_: token.cancel("signal"))

    def send_signal() -> None:
        (transport.waiting if transport is not None else stalled).wait(LIMIT)
        time.sleep(0.05)  # so that the call usually waits; it may as well come to it later
        os.kill(os.getpid(), signals.SIGUSR1)

    thread = threading.Thread(target=send_signal)
    try:
        with RawServer(REQUEST, *answer, signal(stalled), DRAIN) as server:
            with make_client("UrllibTransport", server.url, transport=transport, max_retries=1) as client:
                thread.start()
                started_at = time.monotonic()
                with pytest.raises(CallCancelledError, match=": signal$"):
                    client.wait(batch, cancel=token, poll_interval=99) if stalls == "poll" else create(client, token)
                assert time.monotonic() - started_at < LIMIT / 2
    finally:
        thread.join(LIMIT)
        signals.signal(signals.SIGUSR1, previous)
        if transport is not None:
            transport.release.set()
            assert transport.closed.wait(LIMIT)


def test_an_interrupt_abandons_a_thread_that_closes_its_response() -> None:
    transport = StallingTransport(False)
    with make_client("other", "http://127.0.0.1:1/v1", transport=transport) as client:

        class Interrupt(BaseException):
            pass

        def raise_interrupt(*_: Any) -> None:
            raise Interrupt

        def interrupt() -> None:
            transport.waiting.wait(LIMIT)
            time.sleep(0.05)  # so that the call usually waits for its thread
            os.kill(os.getpid(), signals.SIGUSR1)

        if threading.current_thread() is not threading.main_thread() or not hasattr(signals, "SIGUSR1"):
            pytest.skip("signals are handled by the main thread")
        previous = signals.signal(signals.SIGUSR1, raise_interrupt)
        try:
            threading.Thread(target=interrupt).start()
            with pytest.raises(Interrupt):
                create(client, package.CancelToken())
        finally:
            signals.signal(signals.SIGUSR1, previous)
        transport.release.set()
        assert transport.closed.wait(LIMIT)
