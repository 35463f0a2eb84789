# SPDX-License-Identifier: MIT
"""Tests of connections: early close, close from other threads, reuse, and many calls at once."""

from __future__ import annotations

import threading
import time
import unittest
from concurrent.futures import ThreadPoolExecutor

from ..raw_server import (
    CHUNKED,
    CLOSE,
    DRAIN,
    REQUEST,
    WAIT_TIMEOUT,
    RawServer,
    chunk,
    forever,
    head,
    per_connection,
    respond,
    send,
    signal,
)
from .assertions import PROMPT_SECONDS, finishes_promptly, is_library_error, raises_network_error
from .base import TransportCase, echo
from .values import call, request

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def check_close_from_other_thread(server: RawServer, transport: Any) -> None:
    """Check that a waiting read ends when two other threads close the body."""
    _, _, chunks, close = transport.send(request(server.url))
    assert next(chunks) == b"one"
    with ThreadPoolExecutor(3) as threads, finishes_promptly():
        reading = threads.submit(lambda: list(chunks))
        time.sleep(0.1)  # until the read waits
        for closing in [threads.submit(close) for _ in range(2)]:
            closing.result(WAIT_TIMEOUT)
        error = reading.exception(WAIT_TIMEOUT)
    assert error is None or isinstance(error, OSError), repr(error)


class ConnectionCases(TransportCase):
    """Tests of how a transport keeps and closes connections."""

    def test_close_early(self) -> None:
        gone = threading.Event()
        streaming = (REQUEST, send(head("200 OK", CHUNKED) + chunk(b"one")), DRAIN, signal(gone))
        with RawServer(
            per_connection(streaming, (REQUEST, respond(b"ok")))
        ) as server, self.transport() as transport, finishes_promptly():
            _, _, chunks, close = transport.send(request(server.url))
            assert next(chunks) == b"one"
            close()
            assert gone.wait(PROMPT_SECONDS), "the connection was not closed"
            close()
            assert call(transport, request(server.url)) == (200, b"ok")

    def test_close_before_reading(self) -> None:
        gone = threading.Event()
        streaming = (REQUEST, send(head("200 OK", "Content-Length: 9") + b"one"), DRAIN, signal(gone))
        with RawServer(
            per_connection(streaming, (REQUEST, respond(b"ok")))
        ) as server, self.transport() as transport, finishes_promptly():
            result = transport.send(request(server.url))  # kept alive, so that garbage collection closes nothing
            result[3]()
            assert gone.wait(PROMPT_SECONDS), "the connection was not closed"
            assert call(transport, request(server.url)) == (200, b"ok")

    def test_reading_after_close_does_not_wait(self) -> None:
        for start in (head("200 OK", CHUNKED) + b"5\r\n", head("200 OK", "Content-Length: 9"), head()):
            with RawServer(
                REQUEST, send(start + b"one"), DRAIN
            ) as server, self.transport() as transport, finishes_promptly():
                _, _, chunks, close = transport.send(request(server.url))
                assert next(chunks) == b"one"
                close()
                try:
                    assert next(chunks, None) is None
                except OSError as error:
                    assert not is_library_error(error), repr(error)

    def test_close_after_the_end(self) -> None:
        with RawServer(forever(REQUEST, respond(b"ok"))) as server, self.transport() as transport:
            for _ in range(2):
                _, _, chunks, close = transport.send(request(server.url))
                assert b"".join(chunks) == b"ok"
                close()
                close()
                assert next(chunks, None) is None
        assert server.connections == 1

    def test_close_while_another_thread_reads(self) -> None:
        for start in (head("200 OK", CHUNKED) + chunk(b"one"), head("200 OK", "Content-Length: 9") + b"one"):
            script = per_connection((REQUEST, send(start), DRAIN), (REQUEST, respond(b"ok")))
            with RawServer(script) as server, self.transport() as transport:
                check_close_from_other_thread(server, transport)
                assert call(transport, request(server.url)) == (200, b"ok")

    def test_hundreds_of_calls_in_a_row_share_a_connection(self) -> None:
        with RawServer(forever(echo)) as server, self.transport() as transport:
            for number in range(300):
                path = "/{}".format(number)
                assert call(transport, request(server.url + path)) == (200, path.encode())
        assert server.connections == 1

    def test_connection_is_kept_after_a_stream(self) -> None:
        script = forever(REQUEST, send(head("200 OK", CHUNKED)), send(chunk(b"data: 1\n\n")), send(chunk(b"")))
        with RawServer(script) as server, self.transport() as transport:
            for _ in range(5):
                assert call(transport, request(server.url, "POST", b"{}")) == (200, b"data: 1\n\n")
        assert server.connections == 1

    def test_connection_is_kept_when_the_end_had_arrived(self) -> None:
        if not self.reuses_drained_connection:
            raise unittest.SkipTest("reuses_drained_connection is False")
        script = forever(REQUEST, send(head("200 OK", CHUNKED) + chunk(b"data: [DONE]\n\n") + chunk(b"")))
        with RawServer(script) as server, self.transport() as transport:
            for _ in range(3):
                _, _, chunks, close = transport.send(request(server.url))
                assert next(chunks) == b"data: [DONE]\n\n"
                close()
        assert server.connections == 1

    def test_server_says_that_it_closes(self) -> None:
        with RawServer(REQUEST, respond(b"ok", "200 OK", "Connection: close")) as server:
            with self.transport() as transport:
                for _ in range(3):
                    assert call(transport, request(server.url)) == (200, b"ok")
        assert server.connections == 3

    def test_connection_closed_while_idle(self) -> None:
        if not self.detects_idle_close:
            raise unittest.SkipTest("detects_idle_close is False")
        gone = threading.Event()
        with RawServer(REQUEST, respond(b"ok"), CLOSE, signal(gone)) as server, self.transport() as transport:
            for _ in range(3):
                assert call(transport, request(server.url, "POST", b"{}")) == (200, b"ok")
                assert gone.wait(WAIT_TIMEOUT)
                gone.clear()
                time.sleep(0.05)  # until the FIN has arrived
        assert len(server.requests) == server.connections == 3

    def test_connection_dies_under_the_second_request(self) -> None:
        first, second = (REQUEST, respond(b"one"), REQUEST, CLOSE), (REQUEST, respond(b"two"))
        with RawServer(per_connection(first, second)) as server, self.transport() as transport, finishes_promptly():
            assert call(transport, request(server.url, "POST", b"{}")) == (200, b"one")
            if self.retries_stale_connection:
                assert call(transport, request(server.url, "POST", b"{}")) == (200, b"two")
            else:
                with raises_network_error():
                    call(transport, request(server.url, "POST", b"{}"))

    def check_fifty_calls(self, transport: Any, server: RawServer) -> None:
        """Check that each of fifty concurrent calls gets its own response."""

        def call_once(number: int) -> tuple[int, bytes]:
            numbered = request("{}/{}".format(server.url, number))
            try:
                return call(transport, numbered)
            except ConnectionError:
                if self.is_thread_safe:
                    raise
                return call(transport, numbered)

        with ThreadPoolExecutor(50) as threads:
            assert list(threads.map(call_once, range(50))) == [(200, b"/%d" % number) for number in range(50)]
        assert len(server.requests) == 50 or not self.is_thread_safe

    def test_fifty_calls_at_once(self) -> None:
        with RawServer(forever(echo)) as server, self.transport() as transport:
            self.check_fifty_calls(transport, server)
        assert server.connections <= 50 or not self.is_thread_safe

    def test_fifty_calls_at_once_in_a_pool_of_five(self) -> None:
        with self.transport(max_connections=5) as transport, RawServer(forever(echo)) as server:
            self.check_fifty_calls(transport, server)
            assert server.connections <= 5 or not self.is_thread_safe

    def test_wait_for_a_connection_is_limited(self) -> None:
        if not self.limits_pool_wait:
            raise unittest.SkipTest("limits_pool_wait is False")
        script = per_connection(
            (REQUEST, send(head("200 OK", CHUNKED) + chunk(b"one")), DRAIN), (REQUEST, respond(b"ok"))
        )
        with self.transport(max_connections=1) as transport, RawServer(script) as server, finishes_promptly():
            _, _, chunks, close = transport.send(request(server.url))
            assert next(chunks) == b"one"
            with raises_network_error() as caught:
                transport.send(request(server.url, pool=0.2))
            assert isinstance(caught.error, TimeoutError)
            close()
            assert call(transport, request(server.url)) == (200, b"ok")
