# SPDX-License-Identifier: MIT
"""Tests of failures: timeouts, deadlines, and errors of the network or the server."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import closing

from ..raw_server import (
    CHUNKED,
    CLOSE,
    DRAIN,
    HEAD,
    REQUEST,
    RESET,
    RawServer,
    chunk,
    head,
    pause,
    per_connection,
    respond,
    send,
    send_repeatedly,
    wait,
)
from .assertions import check_with_timeouts, finishes_promptly, is_library_error, raises_network_error
from .base import TransportCase
from .values import IterableBody, Timeout, call, request

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


ENDLESS_RESPONSES = (  # what is sent at once, and what is then sent again and again
    (b"HTTP/1.1 200 OK\r\nX-Long: ", b"x"),
    (head("200 OK", CHUNKED)[:-2], b"X-Many: x\r\n"),
    (b"", head("103 Early Hints")),
    (b"", head("100 Continue")),
    (head("200 OK", CHUNKED), b"0"),
    (head("200 OK", CHUNKED) + b"1;", b"x"),
    (head("200 OK", CHUNKED) + b"0\r\n", b"X: 1\r\n"),
)


class FailureCases(TransportCase):
    """Tests of the exceptions that a transport raises."""

    def test_slow_head_times_out(self) -> None:
        with RawServer(REQUEST, DRAIN) as server, self.transport() as transport, finishes_promptly():
            with raises_network_error() as caught:
                transport.send(request(server.url, read=0.2))
        assert isinstance(caught.error, TimeoutError)

    def test_slow_body_times_out(self) -> None:
        def check(read: float) -> None:
            script = (REQUEST, send(head("200 OK", CHUNKED) + chunk(b"one")), DRAIN)
            with RawServer(*script) as server, self.transport() as transport, finishes_promptly():
                _, _, chunks, close = transport.send(request(server.url, read=read))
                assert next(chunks) == b"one"
                with raises_network_error() as caught:
                    next(chunks)
                close()
            assert isinstance(caught.error, TimeoutError)

        check_with_timeouts(check, 0.2, 2)

    def test_deadline_ends_the_wait_for_a_head(self) -> None:
        with RawServer(REQUEST, DRAIN) as server, self.transport() as transport, finishes_promptly():
            with raises_network_error() as caught:
                transport.send(request(server.url, read=None, deadline=0.3))
        assert isinstance(caught.error, TimeoutError)

    def test_deadline_ends_a_body_that_never_pauses_and_never_ends(self) -> None:
        def check(deadline: float) -> None:
            script = (REQUEST, send(head("200 OK", CHUNKED)), send_repeatedly(chunk(b": ping\n\n"), 0.02))
            with RawServer(*script) as server, self.transport() as transport, finishes_promptly():
                _, _, chunks, close = transport.send(request(server.url, deadline=deadline))
                with raises_network_error() as caught:
                    for _ in chunks:
                        pass
                close()
            assert isinstance(caught.error, TimeoutError)

        check_with_timeouts(check, 0.2, 2)

    def test_deadline_ends_a_response_that_arrives_byte_by_byte(self) -> None:
        for start, repeated in ENDLESS_RESPONSES:
            script = (REQUEST, send(start), send_repeatedly(repeated, 0.02))
            with RawServer(*script) as server, self.transport() as transport, finishes_promptly():
                with raises_network_error() as caught:
                    call(transport, request(server.url, "POST", b"{}", deadline=0.1))
            assert isinstance(caught.error, TimeoutError), (start, repeated)

    def test_deadline_ends_a_single_wait_in_the_body(self) -> None:
        def check(deadline: float) -> None:
            script = (REQUEST, send(head("200 OK", CHUNKED)), pause(0.6 * deadline), send(chunk(b"one")), DRAIN)
            with RawServer(*script) as server, self.transport() as transport, finishes_promptly():
                start = time.monotonic()
                _, _, chunks, close = transport.send(request(server.url, read=None, deadline=deadline))
                assert next(chunks) == b"one"
                with raises_network_error() as caught:
                    next(chunks)
                elapsed = time.monotonic() - start
                close()
            assert isinstance(caught.error, TimeoutError)
            # A transport that gives each wait the whole deadline needs at least 1.6 times as long.
            assert elapsed < 1.5 * deadline or not self.enforces_deadline_in_read

        check_with_timeouts(check, 0.3, 1.2, 6)

    def test_no_timeouts(self) -> None:
        unlimited = Timeout(None, None, None, None)
        with RawServer(REQUEST, respond(b"ok")) as server, self.transport() as transport:
            assert call(transport, request(server.url)._replace(timeout=unlimited)) == (200, b"ok")

    def test_refused(self) -> None:
        with closing(socket.socket()) as bound:  # bound, but not listening
            bound.bind(("127.0.0.1", 0))
            with self.transport() as transport, finishes_promptly(), raises_network_error() as caught:
                transport.send(request("http://127.0.0.1:%d/" % bound.getsockname()[1]))
        assert isinstance(caught.error, ConnectionError)

    def check_failure(self, *script: Any) -> BaseException:
        """Check that a call raises an OSError and leaves the transport usable; return the error."""
        with RawServer(per_connection((REQUEST, *script), (REQUEST, respond(b"ok")))) as server:
            with self.transport() as transport, finishes_promptly():
                with raises_network_error() as caught:
                    call(transport, request(server.url, "POST", b"{}"))  # a POST, which no library retries by itself
                assert call(transport, request(server.url)) == (200, b"ok")
        assert not isinstance(caught.error, TimeoutError)
        return caught.error

    def test_closed_before_any_byte(self) -> None:
        self.check_failure(CLOSE)

    def test_reset_before_any_byte(self) -> None:
        self.check_failure(RESET)

    def test_closed_in_the_head(self) -> None:
        self.check_failure(send(b"HTTP/1.1 20"), CLOSE)

    def test_reset_in_the_head(self) -> None:
        self.check_failure(send(b"HTTP/1.1 200 OK\r\nContent-Le"), RESET)

    def test_reset_in_the_body(self) -> None:
        for start, data in (
            (head("200 OK", "Content-Length: 9"), b"one"),
            (head("200 OK", CHUNKED), chunk(b"one")),
            (head(), b"one"),
        ):
            seen = threading.Event()
            script = (REQUEST, send(start + data), wait(seen), RESET)
            with RawServer(*script) as server, self.transport() as transport, finishes_promptly():
                _, _, chunks, close = transport.send(request(server.url))
                assert next(chunks) == b"one"
                seen.set()
                with raises_network_error():
                    b"".join(chunks)
                close()

    def test_body_shorter_than_its_length(self) -> None:
        self.check_failure(send(head("200 OK", "Content-Length: 10") + b"four"), CLOSE)
        self.check_failure(send(head("200 OK", "Content-Length: 10")), CLOSE)

    def test_body_cut_between_chunks(self) -> None:
        self.check_failure(send(head("200 OK", CHUNKED) + chunk(b"data: 1\n\n")), CLOSE)
        self.check_failure(send(head("200 OK", CHUNKED)), CLOSE)

    def test_body_cut_inside_a_chunk(self) -> None:
        self.check_failure(send(head("200 OK", CHUNKED) + b"a\r\nfour"), CLOSE)

    def test_broken_chunk(self) -> None:
        self.check_failure(send(head("200 OK", CHUNKED) + b"what?\r\nfour\r\n0\r\n\r\n"), CLOSE)

    def test_garbage_instead_of_http(self) -> None:
        for garbage in (b"SSH-2.0-OpenSSH_9.6\r\n", b"\x15\x03\x01\0\x02\x02\x46", b"HTTP/1.1 huh what\r\n\r\n"):
            self.check_failure(send(garbage), CLOSE)

    def test_response_during_a_large_upload(self) -> None:
        large = IterableBody(*[b"x" * 262_144] * 64)
        script = (HEAD, respond(b"too large", "413 Content Too Large", "Connection: close"), CLOSE)
        with RawServer(*script) as server, self.transport() as transport, finishes_promptly():
            try:
                assert call(transport, request(server.url, "POST", large))[0] == 413
            except OSError as error:
                assert not is_library_error(error), repr(error)
