# SPDX-License-Identifier: MIT
"""The contract of a transport, as test methods over real sockets: subclass, make a transport, and run with pytest.

    class TestMine(TransportContract):
        def make_transport(self): return MyTransport()

What lives here: what the seam promises and nothing that one library does its own way. What must not: pytest (skips are
`unittest.SkipTest`), the core, adapters. The other side of the wire is raw_server.py. `AsyncTransportContract` runs the
same cases through an event loop in a thread, and adds those that only async has.
"""

from __future__ import annotations

import asyncio
import gzip
import socket
import threading
import time
import unittest
import zlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from typing import NamedTuple

from .raw_server import (
    CLOSE,
    HEAD,
    HOLD,
    LIMIT,
    REQUEST,
    RESET,
    RawServer,
    answer,
    chunk,
    drip,
    forever,
    head,
    in_turn,
    pause,
    send,
    tell,
    wait,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from typing import Any, Callable, ContextManager, Coroutine, Iterator

    from .raw_server import Connection

CHUNKED = "Transfer-Encoding: chunked"
PROMPT = 4.0  # seconds; far more than anything needs that doesn't hang, less than the timeouts that would end a hang


class Timeout(NamedTuple):
    """Limits in seconds, as the seam has them; the defaults only keep a broken transport from hanging."""

    connect: float | None = 8.0
    read: float | None = 8.0
    write: float | None = 8.0
    pool: float | None = 8.0
    deadline: float | None = None


class Request(NamedTuple):
    """One request, as the seam has it."""

    method: str
    url: str
    headers: dict[str, str]
    body: Any
    timeout: Timeout


class Pieces:
    """A re-iterable body of known length; may fail after its pieces."""

    def __init__(self, *pieces: bytes, failure: Exception | None = None, length: int | None = None) -> None:
        self.pieces, self.failure = pieces, failure
        self.length = sum(map(len, pieces)) if length is None else length

    def __iter__(self) -> Iterator[bytes]:
        yield from self.pieces
        if self.failure is not None:
            raise self.failure


class raises:  # noqa: N801 - reads as a verb, as in pytest
    """Expect an exception; it is in `error` afterwards."""

    error: BaseException

    def __init__(self, *kinds: type[BaseException]) -> None:
        self._kinds = kinds

    def __enter__(self) -> raises:
        return self

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> bool:
        assert error is not None, f"none of {self._kinds} was raised"
        self.error = error
        return isinstance(error, self._kinds)


def is_a_librarys(error: BaseException) -> bool:
    """Tell whether an error has the name that an HTTP library gives it, which means nothing to the core."""
    return type(error).__module__.partition(".")[0] in ("http", "urllib", "urllib3", "requests", "httpx", "httpcore")


class raises_network_error(raises):  # noqa: N801
    """Expect an OSError that is none of an HTTP library's, and of which nobody can think that it is a ValueError."""

    def __init__(self) -> None:
        super().__init__(OSError)

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> bool:
        expected = super().__exit__(kind, error, traceback)
        if expected:
            assert not is_a_librarys(self.error), repr(error)
            assert not isinstance(error, ValueError), repr(error)
        return expected


def causes(error: BaseException) -> list[BaseException]:
    """List an error and all that it comes from."""
    found: list[BaseException] = []
    todo: list[BaseException | None] = [error]
    while todo:
        each = todo.pop()
        if each is not None and each not in found:
            found.append(each)
            todo += [each.__cause__, each.__context__]
    return found


@contextmanager
def prompt() -> Iterator[None]:
    """Fail when the block takes so long that something must have waited in vain."""
    start = time.monotonic()
    yield
    assert time.monotonic() - start < PROMPT, "too slow: something waited in vain"


def request(url: str, method: str = "GET", body: Any = None, **limits: float | None) -> Request:
    """Make a request; keywords are limits of time."""
    return Request(method, url, {"Authorization": "Bearer sk-test"}, body, Timeout(**limits))


def call(transport: Any, asked: Request) -> tuple[int, bytes]:
    """Send, read to the end and close; return the status and the body."""
    status, _, chunks, close = transport.send(asked)
    try:
        return status, b"".join(chunks)
    finally:
        close()


def take(chunks: Iterator[bytes], count: int) -> bytes:
    """Read until `count` bytes have come."""
    data = b""
    while len(data) < count:
        data += next(chunks)
    return data


def echo(connection: Connection) -> None:
    """Be a step that answers with the request's target."""
    answer(connection.read_request().target.encode())(connection)


class TransportContract:
    """What every transport promises."""

    survives_idle_close = True  # a connection that the server closed between two calls is noticed
    resends_on_dead_reuse = False  # one that dies under a second request, before any byte came back, is replaced
    exact_deadline = True  # else it may be overrun by one read
    cancels_sends = True  # a cancelled send closes its connection at once (only async can be asked this)
    drains_on_close = False  # close() keeps a connection whose body has arrived but was not read to its end
    tls_context: ssl.SSLContext | None = None  # a server's, with a certificate for 127.0.0.1 that nobody trusts
    tls_ca_file: str | None = None  # the certificate to trust it by

    def make_transport(self) -> Any:
        """Return a new transport; the contract closes it."""
        raise NotImplementedError

    def make_trusting_transport(self, ca_file: str) -> Any:
        """Return a new transport that trusts the certificates in `ca_file`."""
        raise unittest.SkipTest("no way given to trust a certificate")

    def transport(self) -> ContextManager[Any]:
        """Return a new transport as a context that closes it."""
        return closing(self.make_transport())

    # The answer

    def test_status_headers_and_body(self) -> None:
        script = (REQUEST, answer(b"hello", "200 OK", "X-Request-Id: req_1", "Content-Type: text/plain"))
        with RawServer(*script) as server, self.transport() as transport:
            status, headers, chunks, close = transport.send(request(server.url + "/v1/models"))
            assert (status, b"".join(chunks)) == (200, b"hello")
            assert type(status) is int and type(headers) is list
            found = {name.lower(): value for name, value in headers}
            assert found["x-request-id"] == "req_1" and found["content-type"] == "text/plain"
            close()
        assert [(each.method, each.target) for each in server.requests] == [("GET", "/v1/models")]

    def test_repeated_headers_are_kept(self) -> None:
        script = (REQUEST, answer(b"", "200 OK", "X-Many: one", "X-Other: x", "X-Many: two"))
        with RawServer(*script) as server, self.transport() as transport:
            _, headers, _, close = transport.send(request(server.url))
            close()
        assert [value for name, value in headers if name.lower() == "x-many"] == ["one", "two"]

    def test_answer_without_a_body(self) -> None:
        with RawServer(forever(REQUEST, send(head("204 No Content")))) as server, self.transport() as transport:
            assert call(transport, request(server.url, "DELETE")) == (204, b"")
            assert call(transport, request(server.url, "DELETE")) == (204, b"")
        assert server.connections == 1

    def test_empty_body(self) -> None:
        with RawServer(forever(REQUEST, answer(b""))) as server, self.transport() as transport:
            assert call(transport, request(server.url)) == (200, b"")

    def test_body_that_ends_with_the_connection(self) -> None:
        with RawServer(REQUEST, send(head() + b"all of it")) as server, self.transport() as transport:
            assert call(transport, request(server.url)) == (200, b"all of it")

    def test_answer_to_HEAD_has_no_body(self) -> None:
        script = forever(REQUEST, send(head("200 OK", "Content-Length: 5")))
        with RawServer(script) as server, self.transport() as transport:
            assert call(transport, request(server.url, "HEAD")) == (200, b"")

    def test_interim_answer_is_skipped(self) -> None:
        script = (REQUEST, send(head("100 Continue")), answer(b"final"))
        with RawServer(*script) as server, self.transport() as transport:
            assert call(transport, request(server.url)) == (200, b"final")

    def test_client_and_server_errors_are_answers(self) -> None:
        for status in ("400 Bad Request", "401 Unauthorized", "404 Not Found", "429 Too Many", "500 Oops", "503 Busy"):
            with RawServer(REQUEST, answer(b"why", status)) as server, self.transport() as transport:
                assert call(transport, request(server.url)) == (int(status[:3]), b"why")
            assert len(server.requests) == 1

    def test_redirects_are_answers(self) -> None:
        for status in ("301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"):
            with RawServer(forever(REQUEST, answer(b"moved", status, "Location: /other"))) as server:
                with self.transport() as transport:
                    got, headers, chunks, close = transport.send(request(server.url + "/one", "POST", b"{}"))
                    assert (got, b"".join(chunks)) == (int(status[:3]), b"moved")
                    close()
            assert [value for name, value in headers if name.lower() == "location"] == ["/other"]
            assert [(each.method, each.target) for each in server.requests] == [("POST", "/one")]

    def test_gzip_is_decoded(self) -> None:
        body = gzip.compress(b"much " * 10000)
        with RawServer(forever(REQUEST, answer(body, "200 OK", "Content-Encoding: gzip"))) as server:
            with self.transport() as transport:
                for _ in range(2):
                    assert call(transport, request(server.url)) == (200, b"much " * 10000)
        assert server.connections == 1

    def test_cookies_are_not_kept(self) -> None:
        script = forever(REQUEST, answer(b"", "200 OK", "Set-Cookie: session=1; Path=/"))
        with RawServer(script) as server, self.transport() as transport:
            call(transport, request(server.url))
            call(transport, request(server.url))
        assert [each.header("Cookie") for each in server.requests] == [[], []]

    # Bytes as they arrive

    def test_send_returns_when_the_head_is_there(self) -> None:
        returned = threading.Event()
        script = (REQUEST, send(head("200 OK", "Content-Length: 4")), wait(returned), send(b"body"))
        with RawServer(*script) as server, self.transport() as transport, prompt():
            _, _, chunks, close = transport.send(request(server.url))
            returned.set()
            assert b"".join(chunks) == b"body"
            close()

    def arrives_as_sent(self, start: bytes, one: bytes, two: bytes, end: bytes) -> None:
        """Check that what `one` decodes to, b"one", is handed on before `two` is sent, and `two` before the end."""
        first, second = threading.Event(), threading.Event()
        script = (REQUEST, send(start + one), wait(first), send(two), wait(second), send(end), CLOSE)
        with RawServer(*script) as server, self.transport() as transport, prompt():
            _, _, chunks, close = transport.send(request(server.url))
            assert take(chunks, 3) == b"one"
            first.set()
            assert take(chunks, 3) == b"two"
            second.set()
            assert b"".join(chunks) == b"end"
            close()

    def test_chunks_arrive_as_sent(self) -> None:
        self.arrives_as_sent(head("200 OK", CHUNKED), chunk(b"one"), chunk(b"two"), chunk(b"end") + chunk(b""))

    def test_bytes_of_known_length_arrive_as_sent(self) -> None:
        self.arrives_as_sent(head("200 OK", "Content-Length: 9"), b"one", b"two", b"end")

    def test_bytes_until_the_connection_closes_arrive_as_sent(self) -> None:
        self.arrives_as_sent(head(), b"one", b"two", b"end")

    def test_part_of_a_chunk_arrives_as_sent(self) -> None:
        self.arrives_as_sent(head("200 OK", CHUNKED), b"9\r\none", b"two", b"end\r\n" + chunk(b""))

    def test_gzipped_chunks_arrive_as_sent(self) -> None:
        packer = zlib.compressobj(wbits=31)
        one, two = (packer.compress(data) + packer.flush(zlib.Z_SYNC_FLUSH) for data in (b"one", b"two"))
        end = packer.compress(b"end") + packer.flush()
        start = head("200 OK", CHUNKED, "Content-Encoding: gzip")
        self.arrives_as_sent(start, chunk(one), chunk(two), chunk(end) + chunk(b""))

    # The request

    def test_request_headers_arrive_exactly(self) -> None:
        sent = {
            "Authorization": "Bearer sk-Exact Case",
            "X-Punctuation": "a, b; c=\"d\" 'e' \\ %20 {}",
            "X-Latin": "Zo\xeb",
            "OpenAI-Organization": "org-1",
            "Accept": "text/event-stream",
            "User-Agent": "contract/1.0",
        }
        before = dict(sent)
        with RawServer(REQUEST, answer()) as server, self.transport() as transport:
            call(transport, request(server.url)._replace(headers=sent))
        assert {name: server.requests[0].header(name) for name in sent} == {name: [sent[name]] for name in sent}
        assert sent == before

    def test_target_arrives_exactly(self) -> None:
        target = "/v1/files/a%2Fb/%C3%A9?after=x%20y&include%5B%5D=1&include%5B%5D=2&empty="
        with RawServer(REQUEST, answer()) as server, self.transport() as transport:
            call(transport, request(server.url + target))
        assert server.requests[0].target == target

    def assert_sent(self, server: RawServer, *bodies: bytes) -> None:
        """Check the bodies of all requests, and that their length was said and was right."""
        assert [each.body for each in server.requests] == list(bodies)
        for each in server.requests:
            assert each.header("Content-Length") == [str(len(each.body))]
            assert each.header("Transfer-Encoding") == []

    def test_bytes_are_sent_with_their_length(self) -> None:
        with RawServer(forever(REQUEST, answer())) as server, self.transport() as transport:
            for body in (b'{"a": 1}', b"\0\xff" * 100_000, b""):
                call(transport, request(server.url, "POST", body))
        self.assert_sent(server, b'{"a": 1}', b"\0\xff" * 100_000, b"")

    def test_iterable_is_sent_with_its_length_each_time_anew(self) -> None:
        for body in (Pieces(b"one", b"", b"two" * 50_000), Pieces(b""), Pieces()):
            with RawServer(forever(REQUEST, answer())) as server, self.transport() as transport:
                asked = request(server.url, "POST", body)
                call(transport, asked)
                call(transport, asked)
            self.assert_sent(server, *[b"".join(body.pieces)] * 2)

    def test_length_said_in_the_headers_is_not_sent_twice(self) -> None:
        for body in (b"abc", Pieces(b"a", b"bc")):
            with RawServer(REQUEST, answer()) as server, self.transport() as transport:
                call(transport, request(server.url, "POST", body)._replace(headers={"content-length": "3"}))
            self.assert_sent(server, b"abc")

    def body_fails_with(self, failure: Exception) -> None:
        """Check that the failure of a body is not taken for the network's, and leaves the transport usable."""
        with RawServer(in_turn((HEAD, HOLD), (REQUEST, answer(b"ok")))) as server, self.transport() as transport:
            with prompt(), raises(type(failure)) as caught:
                call(transport, request(server.url, "POST", Pieces(b"one", failure=failure, length=100)))
            assert caught.error is failure
            assert call(transport, request(server.url)) == (200, b"ok")

    def test_failure_of_the_body_passes_unchanged(self) -> None:
        self.body_fails_with(ValueError("the body's own"))

    def test_failure_of_the_body_is_not_the_networks(self) -> None:
        self.body_fails_with(PermissionError(13, "the body's own"))

    def test_header_values_cannot_carry_another_header(self) -> None:
        for value in ("a\r\nX-Evil: 1", "a\nX-Evil: 1", "a\rX-Evil: 1", "a\r\n folded", "a\r\n\r\nGET /evil", "a\n"):
            with RawServer(REQUEST, answer()) as server, self.transport() as transport, prompt():
                with raises(ValueError) as caught:
                    call(transport, request(server.url)._replace(headers={"X-Name": value}))
                assert not isinstance(caught.error, OSError), "it would be retried"
            assert b"".join(server.wire) == b""

    def test_bad_url_is_a_value_error(self) -> None:
        with self.transport() as transport:
            for url in ("nonsense", "http://", "http://127.0.0.1:notaport/"):
                with raises(ValueError) as caught:
                    call(transport, request(url))
                assert not isinstance(caught.error, OSError), "it would be retried"

    # Time

    def test_slow_head_times_out(self) -> None:
        with RawServer(REQUEST, HOLD) as server, self.transport() as transport, prompt():
            with raises_network_error() as caught:
                transport.send(request(server.url, read=0.2))
        assert isinstance(caught.error, TimeoutError)

    def test_slow_body_times_out(self) -> None:
        script = (REQUEST, send(head("200 OK", CHUNKED) + chunk(b"one")), HOLD)
        with RawServer(*script) as server, self.transport() as transport, prompt():
            _, _, chunks, close = transport.send(request(server.url, read=0.2))
            assert next(chunks) == b"one"
            with raises_network_error() as caught:
                next(chunks)
            close()
        assert isinstance(caught.error, TimeoutError)

    def test_deadline_ends_the_wait_for_a_head(self) -> None:
        with RawServer(REQUEST, HOLD) as server, self.transport() as transport, prompt():
            with raises_network_error() as caught:
                transport.send(request(server.url, read=None, deadline=0.3))
        assert isinstance(caught.error, TimeoutError)

    def test_deadline_ends_a_body_that_never_pauses_and_never_ends(self) -> None:
        script = (REQUEST, send(head("200 OK", CHUNKED)), drip(chunk(b": ping\n\n"), 0.02))
        with RawServer(*script) as server, self.transport() as transport, prompt():
            _, _, chunks, close = transport.send(request(server.url, deadline=0.5))
            with raises_network_error() as caught:
                for _ in chunks:
                    pass
            close()
        assert isinstance(caught.error, TimeoutError)

    def test_deadline_ends_a_single_wait_in_the_body(self) -> None:
        script = (REQUEST, send(head("200 OK", CHUNKED)), pause(1.0), send(chunk(b"one")), HOLD)
        with RawServer(*script) as server, self.transport() as transport, prompt():
            start = time.monotonic()
            _, _, chunks, close = transport.send(request(server.url, read=None, deadline=1.2))
            assert next(chunks) == b"one"
            with raises_network_error() as caught:
                next(chunks)
            took = time.monotonic() - start
            close()
        assert isinstance(caught.error, TimeoutError)
        assert took < 1.9 or not self.exact_deadline

    def test_no_limits_at_all(self) -> None:
        none = Timeout(None, None, None, None)
        with RawServer(REQUEST, answer(b"ok")) as server, self.transport() as transport:
            assert call(transport, request(server.url)._replace(timeout=none)) == (200, b"ok")

    # The network fails

    def test_refused(self) -> None:
        with closing(socket.socket()) as taken:  # bound, but nobody listens
            taken.bind(("127.0.0.1", 0))
            with self.transport() as transport, prompt(), raises_network_error() as caught:
                transport.send(request("http://127.0.0.1:%d/" % taken.getsockname()[1]))
        assert isinstance(caught.error, ConnectionError)

    def fails(self, *script: Any) -> BaseException:
        """Check that this ends with an OSError, and that the transport is good for another call; return the error."""
        with RawServer(in_turn((REQUEST, *script), (REQUEST, answer(b"ok")))) as server:
            with self.transport() as transport, prompt():
                with raises_network_error() as caught:
                    call(transport, request(server.url))
                assert call(transport, request(server.url)) == (200, b"ok")
        assert not isinstance(caught.error, TimeoutError)
        return caught.error

    def test_closed_before_any_byte(self) -> None:
        self.fails(CLOSE)

    def test_reset_before_any_byte(self) -> None:
        self.fails(RESET)

    def test_closed_in_the_head(self) -> None:
        self.fails(send(b"HTTP/1.1 20"), CLOSE)

    def test_reset_in_the_head(self) -> None:
        self.fails(send(b"HTTP/1.1 200 OK\r\nContent-Le"), RESET)

    def test_reset_in_the_body(self) -> None:
        for start, data in ((head("200 OK", "Content-Length: 9"), b"one"), (head("200 OK", CHUNKED), chunk(b"one"))):
            seen = threading.Event()
            script = (REQUEST, send(start + data), wait(seen), RESET)
            with RawServer(*script) as server, self.transport() as transport, prompt():
                _, _, chunks, close = transport.send(request(server.url))
                assert next(chunks) == b"one"
                seen.set()
                with raises_network_error():
                    b"".join(chunks)
                close()

    def test_body_shorter_than_its_length(self) -> None:
        self.fails(send(head("200 OK", "Content-Length: 10") + b"four"), CLOSE)
        self.fails(send(head("200 OK", "Content-Length: 10")), CLOSE)

    def test_body_cut_between_chunks(self) -> None:
        self.fails(send(head("200 OK", CHUNKED) + chunk(b"data: 1\n\n")), CLOSE)
        self.fails(send(head("200 OK", CHUNKED)), CLOSE)

    def test_body_cut_inside_a_chunk(self) -> None:
        self.fails(send(head("200 OK", CHUNKED) + b"a\r\nfour"), CLOSE)

    def test_broken_chunk(self) -> None:
        self.fails(send(head("200 OK", CHUNKED) + b"what?\r\nfour\r\n0\r\n\r\n"), CLOSE)

    def test_garbage_instead_of_http(self) -> None:
        for garbage in (b"SSH-2.0-OpenSSH_9.6\r\n", b"\x15\x03\x01\0\x02\x02\x46", b"HTTP/1.1 huh what\r\n\r\n"):
            self.fails(send(garbage), CLOSE)

    def test_answer_during_a_large_upload(self) -> None:
        large = Pieces(*[b"x" * 262_144] * 64)
        script = (HEAD, answer(b"too large", "413 Content Too Large", "Connection: close"), CLOSE)
        with RawServer(*script) as server, self.transport() as transport, prompt():
            try:
                assert call(transport, request(server.url, "POST", large))[0] == 413
            except OSError as error:
                assert not is_a_librarys(error), repr(error)

    # Closing

    def test_close_early(self) -> None:
        gone = threading.Event()
        streaming = (REQUEST, send(head("200 OK", CHUNKED) + chunk(b"one")), HOLD, tell(gone))
        with RawServer(in_turn(streaming, (REQUEST, answer(b"ok")))) as server, self.transport() as transport, prompt():
            _, _, chunks, close = transport.send(request(server.url))
            assert next(chunks) == b"one"
            close()
            assert gone.wait(PROMPT), "the connection was not closed"
            close()
            assert call(transport, request(server.url)) == (200, b"ok")

    def test_close_before_reading(self) -> None:
        gone = threading.Event()
        streaming = (REQUEST, send(head("200 OK", "Content-Length: 9") + b"one"), HOLD, tell(gone))
        with RawServer(in_turn(streaming, (REQUEST, answer(b"ok")))) as server, self.transport() as transport, prompt():
            answered = transport.send(request(server.url))  # held, so that nothing closes by being forgotten
            answered[3]()
            assert gone.wait(PROMPT), "the connection was not closed"
            assert call(transport, request(server.url)) == (200, b"ok")

    def test_reading_after_close_does_not_wait(self) -> None:
        for start in (head("200 OK", CHUNKED) + b"5\r\n", head("200 OK", "Content-Length: 9"), head()):
            with RawServer(REQUEST, send(start + b"one"), HOLD) as server, self.transport() as transport, prompt():
                _, _, chunks, close = transport.send(request(server.url))
                assert next(chunks) == b"one"
                close()
                try:
                    assert next(chunks, None) is None
                except OSError as error:
                    assert not is_a_librarys(error), repr(error)

    def test_close_after_the_end(self) -> None:
        with RawServer(forever(REQUEST, answer(b"ok"))) as server, self.transport() as transport:
            for _ in range(2):
                _, _, chunks, close = transport.send(request(server.url))
                assert b"".join(chunks) == b"ok"
                close()
                close()
                assert next(chunks, None) is None
        assert server.connections == 1

    def closed_from_elsewhere(self, server: RawServer, transport: Any) -> None:
        """Check that a waiting read ends when two other threads close."""
        _, _, chunks, close = transport.send(request(server.url))
        assert next(chunks) == b"one"
        with ThreadPoolExecutor(3) as threads, prompt():
            reading = threads.submit(lambda: list(chunks))
            time.sleep(0.1)  # into the read
            for closing in [threads.submit(close) for _ in range(2)]:
                closing.result(LIMIT)
            error = reading.exception(LIMIT)
        assert error is None or isinstance(error, OSError), repr(error)

    def test_close_while_another_thread_reads(self) -> None:
        for start in (head("200 OK", CHUNKED) + chunk(b"one"), head("200 OK", "Content-Length: 9") + b"one"):
            script = in_turn((REQUEST, send(start), HOLD), (REQUEST, answer(b"ok")))
            with RawServer(script) as server, self.transport() as transport:
                self.closed_from_elsewhere(server, transport)
                assert call(transport, request(server.url)) == (200, b"ok")

    # Connections

    def test_calls_in_a_row_share_a_connection(self) -> None:
        with RawServer(forever(echo)) as server, self.transport() as transport:
            for number in range(50):
                path = f"/{number}"
                assert call(transport, request(server.url + path)) == (200, path.encode())
        assert server.connections == 1

    def test_connection_is_kept_after_a_stream(self) -> None:
        script = forever(REQUEST, send(head("200 OK", CHUNKED)), send(chunk(b"data: 1\n\n")), send(chunk(b"")))
        with RawServer(script) as server, self.transport() as transport:
            for _ in range(5):
                assert call(transport, request(server.url, "POST", b"{}")) == (200, b"data: 1\n\n")
        assert server.connections == 1

    def test_connection_is_kept_when_the_end_had_arrived(self) -> None:
        if not self.drains_on_close:
            raise unittest.SkipTest("close() gives up a body that was not read to its end")
        script = forever(REQUEST, send(head("200 OK", CHUNKED) + chunk(b"data: [DONE]\n\n") + chunk(b"")))
        with RawServer(script) as server, self.transport() as transport:
            for _ in range(3):
                _, _, chunks, close = transport.send(request(server.url))
                assert next(chunks) == b"data: [DONE]\n\n"
                close()
        assert server.connections == 1

    def test_server_says_that_it_closes(self) -> None:
        with RawServer(REQUEST, answer(b"ok", "200 OK", "Connection: close")) as server:
            with self.transport() as transport:
                for _ in range(3):
                    assert call(transport, request(server.url)) == (200, b"ok")
        assert server.connections == 3

    def test_connection_closed_while_idle(self) -> None:
        if not self.survives_idle_close:
            raise unittest.SkipTest("not promised")
        gone = threading.Event()
        with RawServer(REQUEST, answer(b"ok"), CLOSE, tell(gone)) as server, self.transport() as transport:
            for _ in range(3):
                assert call(transport, request(server.url, "POST", b"{}")) == (200, b"ok")
                assert gone.wait(LIMIT)
                gone.clear()
                time.sleep(0.05)  # until the end has come through
        assert len(server.requests) == server.connections == 3

    def test_connection_dies_under_the_second_request(self) -> None:
        first, second = (REQUEST, answer(b"one"), REQUEST, CLOSE), (REQUEST, answer(b"two"))
        with RawServer(in_turn(first, second)) as server, self.transport() as transport, prompt():
            assert call(transport, request(server.url, "POST", b"{}")) == (200, b"one")
            if self.resends_on_dead_reuse:
                assert call(transport, request(server.url, "POST", b"{}")) == (200, b"two")
            else:
                with raises_network_error():
                    call(transport, request(server.url, "POST", b"{}"))

    def test_many_threads_share_a_transport(self) -> None:
        with RawServer(forever(echo)) as server, self.transport() as transport, ThreadPoolExecutor(8) as threads:

            def five(thread: int) -> list[tuple[int, bytes]]:
                return [call(transport, request(f"{server.url}/{thread}/{number}")) for number in range(5)]

            found = list(threads.map(five, range(8)))
        assert found == [[(200, b"/%d/%d" % (thread, number)) for number in range(5)] for thread in range(8)]
        assert server.connections <= 8

    # TLS

    def tls_server(self, *script: Any) -> RawServer:
        """Return a server with a certificate that nobody trusts by default."""
        if self.tls_context is None:
            raise unittest.SkipTest("no certificate: trustme is not installed")
        return RawServer(*script, tls=self.tls_context)

    def test_untrusted_certificate_is_refused(self) -> None:
        import ssl

        with self.tls_server(REQUEST, answer()) as server, self.transport() as transport, prompt():
            with raises(OSError) as caught:
                transport.send(request(server.url))
        assert any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes(caught.error))
        assert server.requests == []

    def trusting_transport(self) -> ContextManager[Any]:
        """Return a transport that trusts the server, as a context that closes it."""
        if self.tls_ca_file is None:
            raise unittest.SkipTest("no certificate: trustme is not installed")
        return closing(self.make_trusting_transport(self.tls_ca_file))

    def test_calls_over_tls_share_a_connection(self) -> None:
        with self.tls_server(forever(echo)) as server, self.trusting_transport() as transport:
            for _ in range(3):
                assert call(transport, request(server.url + "/safe")) == (200, b"/safe")
        assert server.connections == 1

    def test_close_while_another_thread_reads_over_tls(self) -> None:
        script = in_turn((REQUEST, send(head("200 OK", CHUNKED) + chunk(b"one")), HOLD), (REQUEST, answer(b"ok")))
        with self.tls_server(script) as server, self.trusting_transport() as transport:
            self.closed_from_elsewhere(server, transport)
            assert call(transport, request(server.url)) == (200, b"ok")


class AsyncTransportContract(TransportContract):
    """What every async transport promises: the same through an event loop, and what only async has."""

    def make_async_transport(self) -> Any:
        """Return a new async transport, in a running event loop; the contract closes it."""
        raise NotImplementedError

    def make_trusting_async_transport(self, ca_file: str) -> Any:
        """Return a new async transport that trusts the certificates in `ca_file`."""
        raise unittest.SkipTest("no way given to trust a certificate")

    def make_transport(self) -> Any:
        """Return a sync face of an async transport."""
        return Blocking(self.make_async_transport)

    def make_trusting_transport(self, ca_file: str) -> Any:
        """Return a sync face of an async transport."""
        return Blocking(lambda: self.make_trusting_async_transport(ca_file))

    def run(self, server: RawServer, scene: Callable[[Any, RawServer], Coroutine[Any, Any, None]]) -> None:
        """Play a scene with a transport of its own in an event loop of its own."""

        async def play() -> None:
            transport = self.make_async_transport()
            try:
                await asyncio.wait_for(scene(transport, server), LIMIT)
            finally:
                await aclose(transport)

        with server:
            asyncio.run(play())

    def test_tasks_share_a_transport(self) -> None:
        async def scene(transport: Any, server: RawServer) -> None:
            async def one(number: int) -> bytes:
                _, _, chunks, close = await transport.send(request(f"{server.url}/{number}"))
                try:
                    return b"".join([piece async for piece in chunks])
                finally:
                    await close()

            assert await asyncio.gather(*map(one, range(12))) == [b"/%d" % number for number in range(12)]

        self.run(RawServer(forever(echo)), scene)

    def test_cancelled_send(self) -> None:
        if not self.cancels_sends:
            raise unittest.SkipTest("a send goes on until the head is there")
        gone = threading.Event()

        async def scene(transport: Any, server: RawServer) -> None:
            sending = asyncio.ensure_future(transport.send(request(server.url)))
            await cancel_midway(sending)
            await until(gone)
            assert await acall(transport, request(server.url)) == (200, b"ok")

        self.run(RawServer(in_turn((REQUEST, HOLD, tell(gone)), (REQUEST, answer(b"ok")))), scene)

    def test_cancelled_read(self) -> None:
        gone = threading.Event()

        async def scene(transport: Any, server: RawServer) -> None:
            _, _, chunks, close = await transport.send(request(server.url))
            assert await chunks.__anext__() == b"one"
            await cancel_midway(asyncio.ensure_future(chunks.__anext__()))
            try:
                await chunks.__anext__()
                raise AssertionError("a cancelled body went on")
            except (OSError, StopAsyncIteration):
                pass
            await close()
            await until(gone)
            assert await acall(transport, request(server.url)) == (200, b"ok")

        streaming = (REQUEST, send(head("200 OK", CHUNKED) + chunk(b"one")), HOLD, tell(gone))
        self.run(RawServer(in_turn(streaming, (REQUEST, answer(b"ok")))), scene)


async def acall(transport: Any, asked: Request) -> tuple[int, bytes]:
    """Send, read to the end and close; return the status and the body."""
    status, _, chunks, close = await transport.send(asked)
    try:
        return status, b"".join([piece async for piece in chunks])
    finally:
        await close()


async def aclose(transport: Any) -> None:
    """Close an async transport, under either name."""
    await (transport.aclose if hasattr(transport, "aclose") else transport.close)()


async def cancel_midway(task: asyncio.Future[Any]) -> None:
    """Let a task come to its wait, cancel it, and check that it ends cancelled."""
    await asyncio.sleep(0.1)
    task.cancel()
    with raises(asyncio.CancelledError):
        await task


async def until(event: threading.Event) -> None:
    """Wait for the server without holding up the loop."""
    for _ in range(int(PROMPT / 0.02)):
        if event.is_set():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("the connection was not closed")


class Blocking:
    """An async transport with the sync contract: its loop runs in a thread, and every call waits for it."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._started = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._thread.start()
        assert self._started.wait(LIMIT)
        try:
            self._transport = self._wait(self._made(make))
        except BaseException:
            self._end()
            raise

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._started.set()
        await self._stop.wait()

    async def _made(self, make: Callable[[], Any]) -> Any:
        return make()

    def _wait(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(3 * LIMIT)

    def send(self, asked: Request) -> tuple[int, list[tuple[str, str]], Iterator[bytes], Callable[[], None]]:
        """Send as the transport in the loop does."""
        status, headers, chunks, close = self._wait(self._transport.send(asked))
        return status, headers, _Iterated(self, chunks), lambda: self._wait(close())

    def close(self) -> None:
        """Close the transport and end its loop and thread."""
        try:
            self._wait(aclose(self._transport))
        finally:
            self._end()

    def _end(self) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(LIMIT)
        assert not self._thread.is_alive(), "the event loop hangs"


class _Iterated:
    def __init__(self, blocking: Blocking, chunks: Any) -> None:
        self._blocking, self._chunks = blocking, chunks

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        piece = self._blocking._wait(self._step())
        if piece is None:
            raise StopIteration
        assert isinstance(piece, bytes)
        return piece

    async def _step(self) -> bytes | None:
        try:
            piece: bytes = await self._chunks.__anext__()
            return piece
        except StopAsyncIteration:  # cannot cross a future
            return None
