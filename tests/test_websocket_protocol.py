# SPDX-License-Identifier: MIT
"""The WebSocket protocol without I/O: frames, messages, closing, limits and compression (RFC 6455, RFC 7692)."""

from __future__ import annotations

import random
import struct
import tracemalloc
import zlib
from typing import Any

import pytest

from . import load
from .websocket_server import BINARY, CLOSE, CONTINUATION, PING, PONG, TEXT, accept_value, decode, encode, encode_close

frames = load("transport.websocket_frames")
protocol_module = load("transport.websocket_protocol")
deflate_module = load("transport.permessage_deflate")
Ping, Pong, Close, ProtocolViolation = frames.Ping, frames.Pong, frames.Close, frames.ProtocolViolation
ConfigError = load("call.errors").ConfigError
SEEDS = range(60)


def client(**options: Any) -> Any:
    return protocol_module.WebSocketProtocol(**options)


def plain(events: list[Any]) -> list[Any]:
    """Return events in a form that can be compared."""
    return [("violation", event.code) if isinstance(event, ProtocolViolation) else event for event in events]


def receive(data: bytes, chunk_size: int = 1 << 30, **options: Any) -> list[Any]:
    """Return the events of a new client that receives `data` in chunks."""
    protocol = client(**options)
    events = []
    for start in range(0, len(data), chunk_size):
        events += protocol.receive_data(data[start : start + chunk_size])
    return plain(events)


# Frames


@pytest.mark.parametrize("size", [0, 1, 3, 4, 5, 125, 126, 127, 4095, 4096, 4097, 65535, 65536, 100_003])
def test_lengths_and_masks(size: int) -> None:
    payload = bytes(range(256)) * (size // 256 + 1)
    payload = payload[:size]
    (frame,), rest = decode(client().send_message(payload))
    assert rest == b"" and frame == (True, 0, BINARY, True, payload)
    assert receive(encode(BINARY, payload)) == [payload]
    assert receive(encode(BINARY, payload), 1000) == [payload]


def test_masks_differ() -> None:
    assert len({client().send_message(b"\0" * 8) for _ in range(20)}) == 20


def test_text_and_control_frames_are_masked() -> None:
    protocol = client()
    data = protocol.send_message("ü") + protocol.send_ping(b"p") + protocol.send_close(3000, "bye")
    sent, _ = decode(data)
    assert [frame[:4] for frame in sent] == [(True, 0, opcode, True) for opcode in (TEXT, PING, CLOSE)]
    assert [frame.payload for frame in sent] == ["ü".encode(), b"p", struct.pack("!H", 3000) + b"bye"]
    assert protocol.send_close() == b""


INVALID_FRAMES = [
    (encode(3), 1002),
    (encode(7), 1002),
    (encode(11), 1002),
    (encode(15), 1002),
    (encode(TEXT, b"x", reserved=1), 1002),
    (encode(TEXT, b"x", reserved=2), 1002),
    (encode(TEXT, b"x", reserved=4), 1002),
    (encode(PING, b"x", reserved=4), 1002),
    (encode(CLOSE, b"", reserved=1), 1002),
    (encode(PING, b"", fin=False), 1002),
    (encode(PING, b"x" * 126), 1002),
    (encode(PONG, b"", length="H"), 1002),
    (encode(TEXT, b"x", length="H"), 1002),
    (encode(TEXT, b"x" * 126, length="Q"), 1002),
    (encode(TEXT, b"x" * 65535, length="Q"), 1002),
    (b"\x82\x7f\x80\0\0\0\0\0\0\0", 1002),
    (b"\x81\x81abcdx", 1002),  # masked
    (b"\x89\x80abcd", 1002),
    (encode(CONTINUATION, b"x"), 1002),
    (encode(CONTINUATION, b"x", fin=False), 1002),
    (encode(TEXT, b"x", fin=False) + encode(TEXT, b"x"), 1002),
    (encode(TEXT, b"x", fin=False) + encode(CONTINUATION) + encode(CONTINUATION), 1002),
    (encode(CLOSE, b"x"), 1002),
    (encode_close(1000, b"\xff"), 1007),
    (encode_close(1000, b"\xf4\x90\x80\x80"), 1007),
    (encode(TEXT, b"\xff"), 1007),
    (encode(TEXT, b"\xc3"), 1007),
    (encode(TEXT, b"\xc3", fin=False) + encode(CONTINUATION), 1007),
]


@pytest.mark.parametrize(("data", "code"), INVALID_FRAMES)
def test_violations(data: bytes, code: int) -> None:
    """They are the last event, also with data after them, and the reply is a close frame with the code."""
    for chunk_size in (1, 3, 1 << 30):
        protocol = client()
        events = []
        for start in range(0, len(data), chunk_size):
            events += protocol.receive_data(data[start : start + chunk_size])
        assert plain(events)[-1] == ("violation", code)
        assert protocol.receive_data(encode(TEXT, b"later")) == [] and protocol.take_replies() == []
        protocol.fail(events[-1].code, events[-1].reason)
        ((frame,), _) = decode(b"".join(protocol.take_replies()))
        assert frame.opcode == CLOSE and struct.unpack("!H", frame.payload[:2]) == (code,)
        assert frame.payload[2:].decode() and not protocol.is_open and protocol.failure


@pytest.mark.parametrize("role", ["client", "server"])
def test_a_violation_comes_after_the_messages_before_it(role: str) -> None:
    if role == "client":
        assert receive(encode(TEXT, b"one") + encode(TEXT, b"two") + encode(3)) == ["one", "two", ("violation", 1002)]
    else:
        masked = client().send_message("one")
        assert receive(masked + encode(TEXT, b"x"), is_client=False) == ["one", ("violation", 1002)]


@pytest.mark.parametrize("code", [0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 1999, 2000, 2999, 5000, 65535])
def test_close_codes_that_no_frame_may_have(code: int) -> None:
    assert receive(encode_close(code)) == [("violation", 1002)]
    if code != 1005:  # stands for a frame without a code
        with pytest.raises(ConfigError, match="code"):
            client().send_close(code)


@pytest.mark.parametrize(
    "code", [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999]
)
def test_close_codes_are_answered(code: int) -> None:
    protocol = client()
    payload = struct.pack("!H", code) + "bü".encode()
    assert protocol.receive_data(encode(CLOSE, payload) + encode(TEXT, b"later")) == [Close(payload)]
    assert protocol.received_close == (code, "bü") and protocol.received_first
    assert decode(b"".join(protocol.take_replies()))[0] == [(True, 0, CLOSE, True, payload)]
    assert client().send_close(code, "x" * 123)


def test_a_close_frame_without_a_code() -> None:
    protocol = client()
    protocol.receive_data(encode(CLOSE))
    assert protocol.received_close == (1005, "")
    assert decode(b"".join(protocol.take_replies()))[0] == [(True, 0, CLOSE, True, b"")]


@pytest.mark.parametrize(
    "arguments",
    [(1000, "x" * 124), (1000, "ü" * 62), (1005, "x"), (True, ""), ("1000", ""), (1000, b""), (1000, "\ud800")],
)
def test_close_frames_that_cannot_be_sent(arguments: Any) -> None:
    protocol = client()
    with pytest.raises(ConfigError):
        protocol.send_close(*arguments)
    assert protocol.is_open


def test_the_end_of_the_network_connection() -> None:
    for data, reason in [(b"", "ended"), (encode(TEXT, b"x")[:2], "within"), (encode(TEXT, b"x", fin=False), "within")]:
        protocol = client()
        protocol.receive_data(data)
        protocol.receive_eof()
        assert reason in protocol.failure and not protocol.is_open and protocol.received_close is None
    protocol = client()
    protocol.receive_data(encode_close(1000))
    protocol.receive_eof()
    assert protocol.failure == ""


# Text


def is_beginning_of_utf8(data: bytes) -> bool:
    """Return whether some continuation makes `data` valid; tries them."""
    for tail in (
        b"",
        b"\x80",
        b"\x90",
        b"\xa0",
        b"\x80\x80",
        b"\x90\x80",
        b"\xa0\x80",
        b"\x80\x80\x80",
        b"\x90\x80\x80",
        b"\xa0\x80\x80",
    ):
        try:
            (data + tail).decode("utf-8")
            return True
        except UnicodeDecodeError:
            pass
    return False


BAD_TEXTS = [
    b"\x80", b"\xbf", b"\xc0\x80", b"\xc1\xbf", b"\xe0\x80\x80", b"\xe0\x9f\xbf", b"\xed\xa0\x80", b"\xed\xbf\xbf",
    b"\xf0\x80\x80\x80", b"\xf0\x8f\xbf\xbf", b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80", b"\xf8\x88\x80\x80\x80",
    b"\xfe", b"\xff", b"\xc3\xc3", b"\xe2\x82A", b"\xf0\x9f\x98A", b"\xe2(\xa1", b"\xf0\x9f(\x8c",
]  # fmt: skip


@pytest.mark.parametrize("bad", BAD_TEXTS)
@pytest.mark.parametrize("good", ["", "abc", "κόσμε", "😀"])
@pytest.mark.parametrize("frame_size", [1, 2, 100])
def test_text_fails_at_the_first_byte_that_cannot_be_utf8(bad: bytes, good: str, frame_size: int) -> None:
    """It must not wait for the end of a character, of a frame or of the message."""
    text = good.encode() + bad + b"tail"
    first_bad = next(index for index in range(1, len(text) + 1) if not is_beginning_of_utf8(text[:index]))
    protocol = client()
    data = b""
    for start in range(0, len(text), frame_size):
        opcode = CONTINUATION if start else TEXT
        data += encode(opcode, text[start : start + frame_size], fin=start + frame_size >= len(text))
    received = 0  # bytes of the text
    for index in range(len(data)):
        header = index % (frame_size + 2) < 2
        received += not header
        events = protocol.receive_data(data[index : index + 1])
        assert plain(events) == ([("violation", 1007)] if received == first_bad and not header else []), index
        if events:
            break
    assert received == first_bad


@pytest.mark.parametrize("text", ["", "\0", "κόσμε", "\ud7ff\ue000\ufffd\uffff\U00010000\U0010ffff", "😀" * 5000])
def test_text_in_any_chunks(text: str) -> None:
    data = encode(TEXT, text.encode())
    for chunk_size in (1, 2, 3, 7, 4096, 1 << 30):
        assert receive(data, chunk_size) == [text]


# Messages


def random_messages(generator: random.Random) -> tuple[bytes, list[Any]]:
    """Return the frames of some messages, in fragments and with control frames between, and the events."""
    data, events = b"", []
    for _ in range(generator.randrange(1, 6)):
        is_text = generator.random() < 0.5
        alphabet = ["a", "ü", "€", "😀", "\0"]
        text = "".join(generator.choice(alphabet) for _ in range(generator.choice([0, 1, 5, 130, 3000])))
        message: Any = text if is_text else text.encode()
        payload = text.encode()
        cuts = sorted(generator.randrange(len(payload) + 1) for _ in range(generator.choice([0, 0, 1, 4])))
        bounds = [0, *cuts, len(payload)]
        for number, (start, end) in enumerate(zip(bounds, bounds[1:])):
            opcode = CONTINUATION if number else TEXT if is_text else BINARY
            data += encode(opcode, payload[start:end], fin=number == len(bounds) - 2)
            if generator.random() < 0.4 and number < len(bounds) - 2:
                content = bytes(generator.randrange(256) for _ in range(generator.choice([0, 4, 125])))
                opcode, event = generator.choice([(PING, Ping), (PONG, Pong)])
                data += encode(opcode, content)
                events.append(event(content))
        events.append(message)
    return data, events


@pytest.mark.parametrize("seed", SEEDS)
def test_random_messages_in_random_chunks(seed: int) -> None:
    generator = random.Random(seed)
    data, expected = random_messages(generator)
    protocol = client()
    events, position = [], 0
    while position < len(data):
        size = generator.choice([1, 2, 3, 10, 127, 1000, 1 << 20])
        events += protocol.receive_data(data[position : position + size])
        position += size
    assert events == expected
    pongs = [frame.payload for frame in decode(b"".join(protocol.take_replies()))[0]]
    assert pongs == [event.payload for event in expected if isinstance(event, Ping)]


@pytest.mark.parametrize("seed", SEEDS)
def test_random_damage_has_the_same_events_in_any_chunks(seed: int) -> None:
    """Whatever arrives: nothing is raised, at most one violation comes, and it comes last."""
    generator = random.Random(seed)
    data = bytearray(random_messages(generator)[0])
    for _ in range(generator.randrange(1, 4)):
        position = generator.randrange(len(data) + 1)
        action = generator.randrange(3)
        if action == 0 and position < len(data):
            data[position] = generator.randrange(256)
        elif action == 1:
            del data[position : position + generator.randrange(5)]
        else:
            data[position:position] = bytes(generator.randrange(256) for _ in range(3))
    whole = receive(bytes(data), max_size=1 << 20)
    assert receive(bytes(data), 1, max_size=1 << 20) == whole
    assert receive(bytes(data), 7, max_size=1 << 20) == whole
    violations = [event for event in whole if isinstance(event, tuple)]
    assert violations == [] or violations == whole[-1:]


@pytest.mark.parametrize("seed", SEEDS)
def test_both_ends_understand_each_other(seed: int) -> None:
    generator = random.Random(seed)
    one, other = client(), client(is_client=False)
    expected, data = [], b""
    for _ in range(20):
        message: Any = generator.choice(["text", "ü" * 200, b"", b"\xff" * 70_000, ""])
        expected.append(message)
        data += one.send_message(message)
    events, position = [], 0
    while position < len(data):
        size = generator.randrange(1, 5000)
        events += other.receive_data(data[position : position + size])
        position += size
    assert events == expected
    assert one.receive_data(other.send_message("back")) == ["back"]


def test_pings_are_answered_until_there_are_too_many() -> None:
    protocol = client()
    protocol.receive_data(b"".join(encode(PING, b"%d" % number) for number in range(5000)))
    pongs = [frame.payload for frame in decode(b"".join(protocol.take_replies()))[0]]
    assert 10 <= len(pongs) < 5000 and pongs[:10] == [b"%d" % number for number in range(10)] and pongs[-1] == b"4999"


def test_messages_after_the_own_close_frame_are_dropped() -> None:
    protocol = client(max_size=10)
    protocol.send_close()
    data = encode(TEXT, b"x") + encode(BINARY, b"y" * 5, fin=False) + encode(CONTINUATION, b"z") + encode(PING, b"p")
    assert protocol.receive_data(data + encode_close(1000)) == [Ping(b"p"), Close(struct.pack("!H", 1000))]
    assert protocol.take_replies() == [] and not protocol.received_first and protocol.message_size == 0


@pytest.mark.parametrize("message", [5, None, ["x"], 1.5, object()])
def test_messages_of_other_types(message: Any) -> None:
    with pytest.raises(TypeError, match="str or bytes"):
        client().send_message(message)


@pytest.mark.parametrize("message", [bytearray(b"abc"), memoryview(b"abc"), memoryview(b"aXbXcX")[::2]])
def test_binary_messages_of_other_types(message: Any) -> None:
    assert decode(client().send_message(message))[0][0].payload == b"abc"


# Limits


@pytest.mark.parametrize(
    "data",
    [
        encode(BINARY, b"x" * 101),
        encode(BINARY, b"x" * 60, fin=False) + encode(CONTINUATION, b"x" * 41),
        encode(BINARY, b"x" * 101)[:2],  # the length alone
        struct.pack("!BBQ", 0x82, 127, 1 << 62),
    ],
)
def test_the_size_of_a_message_is_limited_before_it_arrives(data: bytes) -> None:
    assert receive(data, max_size=100) == [("violation", 1009)]
    assert receive(data, 1, max_size=100) == [("violation", 1009)]


def test_sizes_at_the_limit() -> None:
    assert receive(encode(BINARY, b"x" * 100) * 2, max_size=100) == [b"x" * 100] * 2
    data = encode(BINARY, b"x" * 100, fin=False) + encode(CONTINUATION)
    assert receive(data, max_size=100, max_frame_size=100) == [b"x" * 100]
    assert receive(encode(BINARY, b"x" * 101), max_frame_size=100) == [("violation", 1009)]


def test_a_message_in_many_fragments_takes_no_more_memory() -> None:
    data = encode(TEXT, b"xx", fin=False) + encode(CONTINUATION, b"xx", fin=False) * 30_000
    protocol = client()
    tracemalloc.start()
    try:
        for start in range(0, len(data), 65536):
            assert protocol.receive_data(data[start : start + 65536]) == []
        assert tracemalloc.get_traced_memory()[1] < 600_000
    finally:
        tracemalloc.stop()
    assert protocol.receive_data(encode(CONTINUATION, b"y")) == ["x" * 60_002 + "y"]


def test_a_large_message_takes_linear_time() -> None:
    """Counted in copied bytes: what waits for its header is small, whatever has arrived of the message."""
    data = encode(BINARY, b"x" * 10_000_000)
    protocol = client()
    events: list[Any] = []
    for start in range(0, len(data), 1000):
        events += protocol.receive_data(data[start : start + 1000])
        assert len(protocol._data) < 200
    assert events == [b"x" * 10_000_000]


# Compression


def compressed(payload: bytes, compressor: Any = None) -> bytes:
    compressor = compressor or zlib.compressobj(wbits=-15)
    data: bytes = compressor.compress(payload) + compressor.flush(zlib.Z_SYNC_FLUSH)
    return data[:-4]


def deflating(**options: Any) -> Any:
    return client(deflate=deflate_module.PerMessageDeflate(**options), max_size=1 << 20)


def test_compressed_messages() -> None:
    compressor = zlib.compressobj(wbits=-15)
    text = "All work and no play. " * 50
    data = b"".join(encode(TEXT, compressed(text.encode(), compressor), reserved=4) for _ in range(3))
    for chunk_size in (1, 50, 1 << 20):
        protocol = deflating()
        events = []
        for start in range(0, len(data), chunk_size):
            events += protocol.receive_data(data[start : start + chunk_size])
        assert events == [text] * 3
    payload = compressed(text.encode())
    fragments = encode(TEXT, payload[:9], reserved=4, fin=False) + encode(PING) + encode(CONTINUATION, payload[9:])
    assert deflating().receive_data(fragments + encode(TEXT, b"plain")) == [Ping(b""), text, "plain"]


@pytest.mark.parametrize("takes_over", [True, False])
@pytest.mark.parametrize("bits", [9, 12, 15])
def test_sending_compressed(takes_over: bool, bits: int) -> None:
    protocol = deflating(sender_bits=bits, sender_takes_over=takes_over)
    decompressor = zlib.decompressobj(wbits=-bits)
    sizes = []
    for message in ["All work and no play. " * 9, b"", b"\xff" * 100_000, "All work and no play. " * 9]:
        ((frame,), _) = decode(protocol.send_message(message))
        payload = frame.payload
        sizes.append(len(payload))
        if frame.reserved:
            if not takes_over:
                decompressor = zlib.decompressobj(wbits=-bits)
            payload = decompressor.decompress(payload + b"\0\0\xff\xff")
        assert payload == (message.encode() if isinstance(message, str) else message)
    assert sizes[0] < 100 and sizes[1] == 0 and sizes[2] < 5000


def test_a_window_that_zlib_cannot_use_is_not_used() -> None:
    ((frame,), _) = decode(deflating(sender_bits=8).send_message("x" * 1000))
    assert frame.reserved == 0 and frame.payload == b"x" * 1000


@pytest.mark.parametrize("chunk_size", [1, 100, 1 << 20])
def test_decompression_is_bounded(chunk_size: int) -> None:
    """50 MB of zeros: at most the limit is inflated."""
    compressor = zlib.compressobj(wbits=-15)
    payload = b"".join(compressor.compress(bytes(1 << 20)) for _ in range(50)) + compressor.flush(zlib.Z_SYNC_FLUSH)
    data = encode(BINARY, payload, reserved=4)
    protocol = deflating()
    tracemalloc.start()
    try:
        events: list[Any] = []
        for start in range(0, len(data), chunk_size):
            events += protocol.receive_data(data[start : start + chunk_size])
            if events:
                break
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()
    assert plain(events) == [("violation", 1009)]


def test_invalid_compression() -> None:
    assert plain(deflating().receive_data(encode(TEXT, b"\xff\xff\xff", reserved=4))) == [("violation", 1007)]
    assert plain(deflating().receive_data(encode(TEXT, compressed(b"\xff"), reserved=4))) == [("violation", 1007)]
    assert plain(deflating().receive_data(encode(TEXT, b"x", reserved=6))) == [("violation", 1002)]
    split = encode(TEXT, b"x", fin=False) + encode(CONTINUATION, b"x", reserved=4)
    assert plain(deflating().receive_data(split)) == [("violation", 1002)]


def test_a_message_whose_last_block_says_so() -> None:
    """RFC 7692 §7.2.3.4."""
    compressor = zlib.compressobj(wbits=-15)
    payload = compressor.compress(b"Hello") + compressor.flush() + b"\0"
    assert deflating().receive_data(encode(TEXT, payload, reserved=4) * 2) == ["Hello", "Hello"]


def test_agreement_of_both_ends() -> None:
    offer = load("transport.websocket_handshake").parse_extensions([deflate_module.OFFER])
    deflate, answer = deflate_module.accept_offer(offer[0][1])
    one, other = client(deflate=deflate_module.accept_response([])), client(is_client=False, deflate=deflate)
    for message in ["x" * 1000, b"y" * 1000, "", "x" * 1000]:
        assert other.receive_data(one.send_message(message)) == [message]
        assert one.receive_data(other.send_message(message)) == [message]
    assert answer == "permessage-deflate"


# Handshake


def check(*fields: str, status: str = "HTTP/1.1 101 Switching Protocols", **options: Any) -> Any:
    """Check a response with the right fields and `fields`, which replace those with the same name."""
    module = load("transport.websocket_handshake")
    handshake = module.Handshake(options.get("subprotocols", ()), options.get("offers_deflate", False))
    key = handshake.build_headers({})["Sec-WebSocket-Key"]
    lines = ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Accept: " + accept_value(key)]
    names = {field.partition(":")[0].lower() for field in fields}
    lines = [line for line in lines if line.partition(":")[0].lower() not in names]
    lines += [field.replace("KEY", accept_value(key)) for field in fields if not field.endswith(":")]
    head = module.UpgradeHeadReader().feed("\r\n".join([status, *lines, "", ""]).encode())
    handshake.check_response(head)
    return handshake


GOOD_RESPONSES: list[Any] = [
    (),
    ("upgrade: WebSocket", "connection: keep-alive, upgrade"),
    ("Connection: keep-alive", "Connection: UPGRADE"),
]


@pytest.mark.parametrize("fields", GOOD_RESPONSES)
def test_responses_that_are_accepted(fields: Any) -> None:
    assert check(*fields).subprotocol is None


BAD_RESPONSES = [
    ("Upgrade:",),
    ("Upgrade: h2c",),
    ("Upgrade: websocket, h2c",),
    ("Upgrade: websocket", "Upgrade: websocket"),
    ("Connection:",),
    ("Connection: close",),
    ("Connection: upgraded",),
    ("Sec-WebSocket-Accept:",),
    ("Sec-WebSocket-Accept: dGhlIHNhbXBsZSBub25jZQ==",),
    ("Sec-WebSocket-Accept: KEY", "Sec-WebSocket-Accept: KEY"),
    ("Sec-WebSocket-Accept: KEYx",),
    ("Sec-WebSocket-Protocol: chat",),
    ("Sec-WebSocket-Extensions: permessage-deflate",),
    ("Sec-WebSocket-Extensions: x-webkit-deflate-frame",),
    ("Sec-WebSocket-Extensions: @",),
]


@pytest.mark.parametrize("fields", BAD_RESPONSES)
def test_responses_that_are_refused(fields: Any) -> None:
    with pytest.raises(ConnectionError, match="invalid HTTP response"):
        check(*fields)


def test_responses_of_other_versions_are_refused() -> None:
    with pytest.raises(ConnectionError):
        check(status="HTTP/1.0 101 Switching Protocols")


def test_subprotocols() -> None:
    assert check("Sec-WebSocket-Protocol: b", subprotocols=["a", "b"]).subprotocol == "b"
    assert check(subprotocols=["a"]).subprotocol is None
    for fields in (["Sec-WebSocket-Protocol: c"], ["Sec-WebSocket-Protocol: a, b"], ["Sec-WebSocket-Protocol: a"] * 2):
        with pytest.raises(ConnectionError, match="subprotocol"):
            check(*fields, subprotocols=["a", "b"])


@pytest.mark.parametrize(
    "value",
    [
        "permessage-deflate",
        "permessage-deflate; server_no_context_takeover; client_no_context_takeover",
        'permessage-deflate; server_max_window_bits=8; client_max_window_bits="15"',
    ],
)
def test_compression_that_is_accepted(value: str) -> None:
    assert check("Sec-WebSocket-Extensions: " + value, offers_deflate=True).deflate is not None


@pytest.mark.parametrize(
    "value",
    [
        "permessage-deflate, permessage-deflate",
        "permessage-deflate; unknown",
        "permessage-deflate; server_max_window_bits",
        "permessage-deflate; server_max_window_bits=7",
        "permessage-deflate; server_max_window_bits=16",
        "permessage-deflate; server_max_window_bits=08",
        "permessage-deflate; client_max_window_bits",
        "permessage-deflate; server_no_context_takeover=1",
        "permessage-deflate; server_no_context_takeover; server_no_context_takeover",
        "permessage-deflate; =",
        "other",
    ],
)
def test_compression_that_is_refused(value: str) -> None:
    with pytest.raises(ConnectionError, match="invalid HTTP response"):
        check("Sec-WebSocket-Extensions: " + value, offers_deflate=True)


@pytest.mark.parametrize("limit", (None, 126, 65535))
def test_messages_are_the_same_at_once_and_in_small_chunks(limit: Any) -> None:
    texts = ["x" * size for size in (0, 1, 2, 124, 125, 126, 127, 65534, 65535, 65536)]
    data = b"".join(encode(opcode, text.encode()) for text in texts for opcode in (TEXT, BINARY))
    data += encode(PING, b"p") + encode(TEXT, "\u00e9".encode() * 60) + encode(TEXT, b"\xff") + encode(TEXT, b"never")
    at_once, in_chunks = (receive(data, size, max_size=limit) for size in (1 << 30, 7))
    assert at_once == in_chunks
    expected = [message for text in texts for message in (text, text.encode()) if limit is None or len(text) <= limit]
    assert at_once[: len(expected)] == expected
    assert len(at_once) == len(expected) + (3 if limit is None else 1)  # what else is valid, and the violation
