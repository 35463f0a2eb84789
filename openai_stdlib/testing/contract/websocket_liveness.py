# SPDX-License-Identifier: MIT
"""Tests of WebSocket transports: pings, back-pressure, and all the ways in which a connection ends."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

from ..raw_server import CLOSE as CLOSE_SOCKET
from ..raw_server import DRAIN, RESET, WAIT_TIMEOUT, wait
from .assertions import PROMPT_SECONDS, finishes_promptly, raises
from .websocket_base import WebSocketTransportCase, receive_all, wait_until
from .websocket_peer import BINARY, CLOSE, PING, PONG, TEXT, Peer, echo, encode, encode_close

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

LARGE = 8_000_000  # bytes: more than the buffers of the network take


def silent(peer: Peer) -> None:
    """Read and ignore everything, until the client closes the network connection."""
    DRAIN(peer.connection)


class LivenessCases(WebSocketTransportCase):
    """Tests of what goes on while the program does something else."""

    def test_pings_are_answered_while_nobody_receives(self) -> None:
        answered = threading.Event()

        def script(peer: Peer) -> None:
            for number in range(5):
                peer.send(encode(PING, b"%d" % number))
                peer.expect(PONG, b"%d" % number)
            answered.set()
            peer.close()

        with self.connect_to(script) as link:
            assert answered.wait(PROMPT_SECONDS)
            assert receive_all(link) == []

    def test_pings_are_answered_while_the_queue_is_full(self) -> None:
        self.skip_unless("answers_when_full")
        answered = threading.Event()

        def script(peer: Peer) -> None:
            peer.send(*[encode(BINARY, b"x" * 100)] * 100, encode(PING, b"p"))
            peer.expect(PONG, b"p")
            answered.set()
            peer.close()

        with self.connect_to(script, max_queue_bytes=1000) as link:
            assert answered.wait(PROMPT_SECONDS)
            assert receive_all(link) == [b"x" * 100] * 100

    def test_ping(self) -> None:
        pings: list[bytes] = []

        def script(peer: Peer) -> None:
            for _ in range(3):
                pings.append(peer.expect(PING).payload)
            peer.send(encode(PONG, pings[1]))
            echo(peer)

        with self.connect_to(script) as link, finishes_promptly():
            events = [link.ping(data) for data in (None, b"mine", b"")]
            assert [event.wait(PROMPT_SECONDS) for event in events[:2]] == [True, True]
            assert not events[2].is_set() or len(pings[2]) == 0
            link.close()
        assert pings[1:] == [b"mine", b""] and pings[0]

    def test_pings_without_a_pong(self) -> None:
        self.skip_unless("sets_pings_at_end")

        def script(peer: Peer) -> None:
            peer.expect(PING)
            peer.close()

        with self.connect_to(script) as link:
            assert link.ping().wait(PROMPT_SECONDS), "the connection has ended"
            assert receive_all(link) == []
            with raises(ConnectionError):
                link.ping()

    def test_keepalive(self) -> None:
        self.skip_unless("sends_keepalive")

        def script(peer: Peer) -> None:
            for _ in range(3):
                peer.send(encode(PONG, peer.expect(PING).payload))
            DRAIN(peer.connection)

        with self.connect_to(
            script, ping_interval=0.1, ping_timeout=0.5, close_timeout=0.5
        ) as link, finishes_promptly():
            assert receive_all(link) == []
            received, sent, _, failure, _ = link.end
        assert received is None and sent[0] == 1011 and failure, link.end

    def test_both_sides_send_before_they_read(self) -> None:
        self.skip_unless("answers_while_sending")

        def script(peer: Peer) -> None:
            peer.send(encode(BINARY, b"x" * LARGE))
            assert len(peer.read().payload) == LARGE
            peer.close()

        with self.connect_to(script) as link, finishes_promptly():
            link.send(b"y" * LARGE)
            assert [len(message) for message in receive_all(link)] == [LARGE]

    def test_server_that_sends_more_than_fits(self) -> None:
        sent: list[int] = []
        count, size = 600, 50_000

        def script(peer: Peer) -> None:
            for number in range(count):
                peer.send(encode(BINARY, b"x" * size))
                sent.append(number)
            peer.close()

        with self.connect_to(script, max_queue_bytes=100_000) as link, finishes_promptly():
            if self.limits_queue_bytes:
                before = -1
                while before != len(sent):  # until the server has to wait
                    before = len(sent)
                    time.sleep(0.2)
                assert len(sent) < count, "the link has received everything"
            assert receive_all(link) == [b"x" * size] * count


class ClosingCases(WebSocketTransportCase):
    """Tests of the end of a connection."""

    def check_close(self, arguments: tuple[Any, ...], payload: bytes, end: Any) -> None:
        """Check what the server receives from `close`, and how the connection has ended."""
        payloads: list[bytes] = []
        gone = threading.Event()

        def script(peer: Peer) -> None:
            payloads.append(peer.answer_close())
            peer.connection.close()
            gone.set()

        with self.connect_to(script) as link, finishes_promptly():
            link.close(*arguments)
            assert gone.wait(PROMPT_SECONDS)
            assert link.end[:4] == end
            link.close()
            link.close(1011, "again")
            assert link.receive() is None
            with raises(ConnectionError):
                link.send("x")
        assert payloads == [payload]

    def test_close(self) -> None:
        self.check_close((), b"\x03\xe8", ((1000, ""), (1000, ""), False, ""))
        code, reason = 4001, "tschüß"
        payload = code.to_bytes(2, "big") + reason.encode()
        self.check_close((code, reason), payload, ((code, reason), (code, reason), False, ""))
        self.check_close((1005,), b"", ((1005, ""), (1005, ""), False, ""))

    def test_server_closes(self) -> None:
        for code, reason in ((1000, "bye"), (1001, ""), (1008, "policy"), (1011, ""), (3000, ""), (4999, "é")):
            with self.connect_to(closing_with(encode_close(code, reason.encode()))) as link, finishes_promptly():
                assert receive_all(link) == ["one", "two"]
                assert link.end[:4] == ((code, reason), (code, reason), True, "") or link.end[:4] == (
                    (code, reason),
                    (code, ""),
                    True,
                    "",
                )
                with raises(ConnectionError):
                    link.send("x")
                assert link.receive(0) is None

    def test_server_closes_without_a_code(self) -> None:
        with self.connect_to(closing_with(encode(CLOSE))) as link:
            assert receive_all(link) == ["one", "two"]
            assert link.end[:4] == ((1005, ""), (1005, ""), True, "")

    def test_server_closes_while_nobody_receives(self) -> None:
        with self.connect_to(closing_with(encode_close(1001))) as link:
            wait_until(lambda: link.end is not None)
            assert link.end[0] == (1001, "")
            assert receive_all(link) == ["one", "two"]

    def test_network_connection_that_ends(self) -> None:
        for step in (CLOSE_SOCKET, RESET):
            received = threading.Event()

            def script(peer: Peer, step: Any = step, received: Any = received) -> None:
                peer.send(encode(TEXT, b"one"))
                wait(received)(peer.connection)
                step(peer.connection)

            with self.connect_to(script) as link, finishes_promptly():
                assert link.receive(WAIT_TIMEOUT) == "one"
                received.set()
                assert receive_all(link) == []
                assert link.end[0] is None and link.end[3]
                with raises(ConnectionError):
                    link.send("x")

    def test_close_from_another_thread(self) -> None:
        with self.connect_to(Peer.answer_close) as link, ThreadPoolExecutor(2) as threads:
            receiving = threads.submit(link.receive)
            time.sleep(0.1)  # until it waits
            with finishes_promptly():
                threads.submit(link.close).result(WAIT_TIMEOUT)
                assert receiving.result(WAIT_TIMEOUT) is None

    def test_server_that_does_not_answer_a_close(self) -> None:
        with self.connect_to(silent, close_timeout=0.3) as link, finishes_promptly():
            link.close()
            assert link.end[:2] == (None, (1000, "")) and not link.end[3]
            assert link.receive() is None

    def test_close_ends_a_receive_at_once(self) -> None:
        self.skip_unless("ends_receive_at_once")
        ended = threading.Event()

        def script(peer: Peer) -> None:
            peer.expect(CLOSE)
            wait(ended)(peer.connection)
            peer.send(encode_close(1000))

        with self.connect_to(script) as link, ThreadPoolExecutor(2) as threads, finishes_promptly():
            receiving = threads.submit(link.receive)
            time.sleep(0.1)  # until it waits
            closing = threads.submit(link.close)
            assert receiving.result(PROMPT_SECONDS) is None
            ended.set()
            closing.result(WAIT_TIMEOUT)

    def test_close_with_unread_messages(self) -> None:
        def script(peer: Peer) -> None:
            peer.send(*[encode(BINARY, b"x" * 1000)] * 20_000)
            peer.answer_close()

        close_timeout = WAIT_TIMEOUT if self.answers_when_full else 0.5
        with self.connect_to(script, close_timeout=close_timeout) as link, finishes_promptly():
            assert link.receive(WAIT_TIMEOUT)
            link.close()

    def test_close_while_a_send_waits(self) -> None:
        stop = threading.Event()
        with self.connect_to(lambda peer: wait(stop)(peer.connection), close_timeout=0.3) as link:
            with ThreadPoolExecutor(1) as threads, finishes_promptly():
                sending = threads.submit(link.send, b"x" * LARGE)
                time.sleep(0.1)  # until the network takes no more
                link.close()
                error = sending.exception(WAIT_TIMEOUT)
                stop.set()
            assert error is None or isinstance(error, ConnectionError), repr(error)

    def test_abort(self) -> None:
        gone = threading.Event()

        def script(peer: Peer) -> None:
            silent(peer)
            gone.set()

        with self.connect_to(script) as link:
            with ThreadPoolExecutor(1) as threads, finishes_promptly():
                receiving = threads.submit(link.receive)
                time.sleep(0.1)  # until it waits
                link.abort()
                assert receiving.result(WAIT_TIMEOUT) is None
                assert gone.wait(PROMPT_SECONDS), "the connection was not closed"
                link.abort()
                link.close()
                assert link.end[0] is None and link.end[1][0] == 1001 and not link.end[3]
                with raises(ConnectionError):
                    link.send("x")


def closing_with(frame: bytes) -> Callable[[Peer], None]:
    """Return a script that sends two messages and a close frame, and reads the answer."""

    def script(peer: Peer) -> None:
        peer.send(encode(TEXT, b"one"), encode(TEXT, b"two"), frame)
        while peer.read().opcode != CLOSE:
            pass

    return script
