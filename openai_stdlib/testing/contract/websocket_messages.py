# SPDX-License-Identifier: MIT
"""Tests of WebSocket transports: messages, limits, violations of the protocol, and compression."""

from __future__ import annotations

import os
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor

from ..raw_server import WAIT_TIMEOUT, wait
from .assertions import PROMPT_SECONDS, finishes_promptly, raises
from .websocket_base import WebSocketTransportCase, receive_all
from .websocket_peer import (
    BINARY,
    CLOSE,
    CONTINUATION,
    PING,
    PONG,
    TEXT,
    Peer,
    echo,
    encode,
    encode_close,
    serve,
    url_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

SIZES = (0, 1, 125, 126, 127, 65535, 65536, 300_001)  # around the limits of the forms of a length
WITHOUT_CONTEXT = "permessage-deflate; server_no_context_takeover; client_no_context_takeover"


class MessageCases(WebSocketTransportCase):
    """Tests of `send` and `receive`."""

    def test_messages_of_all_sizes(self) -> None:
        with self.connect_to(echo) as link, finishes_promptly():
            for size in SIZES:
                for message in ("ü" * (size // 2) + "x" * (size % 2), os.urandom(size)):
                    link.send(message)
                    received = link.receive(WAIT_TIMEOUT)
                    assert received == message and type(received) is type(message)

    def test_what_is_sent(self) -> None:
        frames: list[Any] = []

        def script(peer: Peer) -> None:
            frames.extend(peer.read() for _ in range(5))
            peer.send(encode_close(1000))

        with self.connect_to(script) as link:
            for message in ("ü€😀", b"\0\xff", bytearray(b"array"), memoryview(b"0view0")[1:5], ""):
                link.send(message)
            receive_all(link)
        assert [frame.payload for frame in frames] == ["ü€😀".encode(), b"\0\xff", b"array", b"view", b""]
        assert [frame.opcode for frame in frames] == [TEXT, BINARY, BINARY, BINARY, TEXT]
        assert all(frame.masked and frame.fin and not frame.reserved for frame in frames)

    def test_masks_differ(self) -> None:
        def script(peer: Peer) -> None:
            for _ in range(8):
                peer.read()
            peer.close()

        with serve(script) as server, self.connect(url_of(server)) as link:
            for _ in range(8):
                link.send(b"sixteen bytes ..")
            receive_all(link)
        frames = bytes(server.wire[0]).partition(b"\r\n\r\n")[2]
        assert len({frames[index + 2 : index + 6] for index in range(0, 8 * 22, 22)}) > 4

    def test_messages_that_cannot_be_sent(self) -> None:
        wrong: Any
        with self.connect_to(echo) as link:
            for wrong in (None, 1, ["a"], {"a": 1}, object()):
                with raises(TypeError):
                    link.send(wrong)
            with raises(UnicodeError):
                link.send("\ud800")
            link.send("still open")
            assert link.receive(WAIT_TIMEOUT) == "still open" and link.end is None

    def test_fragments_with_control_frames_between(self) -> None:
        def script(peer: Peer) -> None:
            euro = "€".encode()
            peer.send(encode(TEXT, b"one " + euro[:1], fin=False), encode(PING, b"1"))
            peer.expect(PONG, b"1")
            peer.send(encode(CONTINUATION, euro[1:], fin=False), encode(PONG, b"unasked"))
            peer.send(encode(CONTINUATION, b"", fin=False), encode(CONTINUATION, b" two"))
            peer.send(encode(BINARY, b"", fin=False), encode(CONTINUATION, b"\xff"))
            peer.close()

        with self.connect_to(script) as link:
            assert receive_all(link) == ["one € two", b"\xff"]

    def test_bytes_one_by_one(self) -> None:
        def script(peer: Peer) -> None:
            for byte in encode(TEXT, "grüße".encode()) + encode(BINARY, b"x" * 130) + encode(PING, b"p"):
                peer.send(bytes([byte]))
            peer.expect(PONG, b"p")
            peer.close()

        with self.connect_to(script) as link:
            assert receive_all(link) == ["grüße", b"x" * 130]

    def test_messages_keep_their_order(self) -> None:
        with self.connect_to(sending(*[encode(TEXT, b"%d" % number) for number in range(500)])) as link:
            assert receive_all(link) == [str(number) for number in range(500)]

    def test_eight_threads_send(self) -> None:
        received: list[bytes] = []

        def script(peer: Peer) -> None:
            for _ in range(8 * 50):
                received.append(peer.read().payload)
            peer.close()

        with self.connect_to(script) as link, ThreadPoolExecutor(8) as threads:

            def send(thread: int) -> None:
                for number in range(50):
                    link.send("{} {} {}".format(thread, number, "x" * (number * 40)))

            list(threads.map(send, range(8)))
            receive_all(link)
        for thread in range(8):
            mine = [message.split()[1] for message in received if message.startswith(b"%d " % thread)]
            assert mine == [b"%d" % number for number in range(50)]

    def test_receive_with_a_time_limit(self) -> None:
        go = threading.Event()

        def script(peer: Peer) -> None:
            wait(go)(peer.connection)
            peer.send(encode(TEXT, b"one"), encode(TEXT, b"two"))
            peer.close()

        with self.connect_to(script) as link, finishes_promptly():
            for timeout in (0, 0.05, 0):
                with raises(TimeoutError):
                    link.receive(timeout)
            assert link.end is None
            go.set()
            assert link.receive(WAIT_TIMEOUT) == "one"
            assert receive_with_polling(link) == "two"
            assert link.receive(WAIT_TIMEOUT) is None and link.receive(0) is None

    def check_violation(self, codes: set[int], *frames: bytes, **options: Any) -> None:
        """Check that frames of the server end the connection with a close code, after the messages before them."""
        closes: list[bytes] = []

        def script(peer: Peer) -> None:
            peer.send(encode(TEXT, b"before"), *frames)
            frame = peer.read()
            while frame.opcode != CLOSE:
                frame = peer.read()
            closes.append(frame.payload)

        with self.connect_to(script, **options) as link, finishes_promptly():
            assert receive_all(link) == ["before"]
            received, sent, received_first, failure, _ = link.end
            with raises(ConnectionError):
                link.send("x")
        assert received is None and sent[0] in codes and not received_first and failure, link.end
        assert int.from_bytes(closes[0][:2], "big") == sent[0]

    def test_violations(self) -> None:
        for frames in (
            (encode(TEXT, b"x", reserved=4),),
            (encode(3, b"x"),),
            (encode(11, b"x"),),
            (encode(CONTINUATION, b"x"),),
            (encode(TEXT, b"x", fin=False), encode(TEXT, b"y")),
            (encode(PING, b"x", fin=False),),
            (encode(PING, b"x" * 126),),
            (b"\x81\x81\0\0\0\0x",),  # masked
            (encode_close(1005),),
            (encode_close(999),),
            (encode(CLOSE, b"\x03"),),
        ):
            self.check_violation({1002}, *frames)

    def test_texts_that_are_not_utf8(self) -> None:
        for payload in (b"\xff", b"\xed\xa0\x80", b"\xc0\x80", b"\xe2\x82"):
            self.check_violation({1007}, encode(TEXT, payload))
        self.check_violation({1007}, encode(TEXT, b"\xe2", fin=False), encode(CONTINUATION, b"x"))
        self.check_violation({1002, 1007}, encode_close(1000, b"\xff"))

    def test_messages_that_are_too_large(self) -> None:
        self.check_violation({1009}, encode(BINARY, b"x" * 1001), max_size=1000)
        self.check_violation({1009}, b"\x82\x7f" + (1 << 40).to_bytes(8, "big"), max_size=1000)
        parts = [encode(TEXT, b"x" * 400, fin=False), *[encode(CONTINUATION, b"x" * 400, fin=False)] * 2]
        self.check_violation({1009}, *parts, max_size=1000)

    def test_largest_message(self) -> None:
        with self.connect_to(sending(encode(BINARY, b"x" * 1000)), max_size=1000) as link:
            assert receive_all(link) == [b"x" * 1000]

    def test_frames_that_are_too_large(self) -> None:
        self.skip_unless("limits_frames")
        parts = (encode(TEXT, b"x" * 100, fin=False), encode(CONTINUATION, b"x" * 101))
        self.check_violation({1009}, *parts, max_frame_size=100)

    def test_compression(self) -> None:
        received: list[bytes] = []

        def script(peer: Peer) -> None:
            peer.send(encode(TEXT, b"\xf2H\xcd\xc9\xc9\x07\x00", reserved=4), encode(TEXT, b"plain"))
            frame = peer.read()
            data = frame.payload if not frame.reserved else zlib.decompress(frame.payload + b"\0\0\xff\xff\x03\0", -15)
            received.append(data)
            peer.close()

        with self.connect_to(script, "Sec-WebSocket-Extensions: " + WITHOUT_CONTEXT, compression="deflate") as link:
            assert [link.receive(WAIT_TIMEOUT) for _ in range(2)] == ["Hello", "plain"]
            link.send("x" * 5000)
            assert receive_all(link) == []
        assert received == [b"x" * 5000]

    def test_compression_that_the_server_declines(self) -> None:
        with self.connect_to(echo, compression="deflate") as link:
            link.send("x" * 5000)
            assert link.receive(WAIT_TIMEOUT) == "x" * 5000

    def test_compressed_messages_that_are_too_large(self) -> None:
        compressor = zlib.compressobj(wbits=-15)
        bomb = compressor.compress(bytes(20_000_000)) + compressor.flush(zlib.Z_SYNC_FLUSH)
        frames = (encode(TEXT, b"before"), encode(BINARY, bomb[:-4], reserved=4))
        field = "Sec-WebSocket-Extensions: " + WITHOUT_CONTEXT

        def script(peer: Peer) -> None:
            peer.send(*frames)
            while peer.read().opcode != CLOSE:
                pass

        with self.connect_to(script, field, compression="deflate", max_size=100_000) as link, finishes_promptly():
            assert receive_all(link) == ["before"] and link.end[1][0] == 1009


def receive_with_polling(link: Any) -> Any:
    """Receive a message without waiting, as often as it takes."""
    pause = threading.Event()
    for _ in range(int(PROMPT_SECONDS / 0.01)):
        try:
            return link.receive(0)
        except TimeoutError:
            pause.wait(0.01)
    raise AssertionError("receive(0) never returned the message")


def sending(*frames: bytes) -> Callable[[Peer], None]:
    """Return a script that sends frames, and closes the connection."""

    def script(peer: Peer) -> None:
        peer.send(*frames)
        peer.close()

    return script
