# SPDX-License-Identifier: MIT
"""Event streams: items decoded from the bytes of a response, and the error of each incomplete stream."""

from __future__ import annotations

import asyncio
import gc
import json
import time
import tracemalloc

import pytest

from . import load

errors = load("call.errors")
api_errors = load("call.api_errors")
stream_reader = load("results.stream_reader")
streams = load("results.stream")
Deadline = load("call.drivers").Deadline
message = load("call.message")
Timeout = load("call.timeout").Timeout
APIObject = load("results.objects").APIObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Iterator

URL = "https://api.example/v1/chat/completions"
HEADERS = [("Content-Type", "text/event-stream"), ("x-request-id", "req_1")]


def make_response(
    chunks: Any = (), headers: Any = HEADERS, close: Any = lambda: None, read: float | None = None
) -> Any:
    response = message.Response(200, list(headers), chunks, close, 0.0)
    response.request = message.Request(
        "POST", URL + "?secret=1", load("call.headers").Headers(), b"{}", Timeout(read=read)
    )
    return response


def make_reader(event_model: str = "chat.ChatCompletionChunk", **settings: Any) -> Any:
    return stream_reader.StreamReader(event_model, make_response(**settings))


def sse(*values: Any, name: str = "") -> bytes:
    """Encode values as events. A str is sent as it is, other values as JSON."""
    event_line = "event: {}\n".format(name) if name else ""
    texts = [value if isinstance(value, str) else json.dumps(value) for value in values]
    return "".join("{}data: {}\n\n".format(event_line, text) for text in texts).encode()


def chunk(content: str | None = None, finish: str | None = None, index: int = 0, **more: Any) -> dict[str, Any]:
    delta = {} if content is None else {"content": content}
    return {"choices": [{"index": index, "delta": delta, "finish_reason": finish}], **more}


def read_failing_stream(event_model: str, *chunks: bytes) -> tuple[list[Any], Any]:
    """Feed all chunks, and return the items and the error that ended the stream."""
    reader = make_reader(event_model)
    items = [item for chunk_bytes in chunks for item in reader.feed(chunk_bytes)]
    assert reader.ended
    with pytest.raises(api_errors.APIError) as caught:
        reader.raise_failure()
    reader.raise_failure()  # raises the error only once
    return items, caught.value


# Chat


def test_chat_ends_with_done() -> None:
    reader = make_reader()
    assert reader.feed(sse(chunk("Hel"))) == [chunk("Hel")]
    assert reader.feed(sse(chunk("lo"), chunk(finish="stop"))) == [chunk("lo"), chunk(finish="stop")]
    assert not reader.ended
    assert reader.feed(sse("[DONE]")) == []
    assert reader.ended
    reader.raise_failure()
    assert reader.received() == [chunk("Hel"), chunk("lo"), chunk(finish="stop")]


def test_items_are_objects_at_any_depth() -> None:
    (item,) = make_reader().feed(sse(chunk("x")))
    assert isinstance(item, APIObject)
    assert item.choices[0].delta.content == "x"


def test_events_after_done_are_ignored() -> None:
    reader = make_reader()
    assert reader.feed(sse(chunk("x"), "[DONE]") + b"data: {nonsense\n\n") == [chunk("x")]
    assert reader.ended
    reader.raise_failure()


@pytest.mark.parametrize("text", ["[DONE]", "[DONE] ", "[DONE]\ndata: x"])
def test_done_may_be_followed_by_other_text(text: str) -> None:
    reader = make_reader()
    reader.feed(sse(text))
    assert reader.ended


def test_done_without_a_line_end_completes_the_stream() -> None:
    reader = make_reader()
    reader.feed(sse(chunk("x")) + b"data: [DONE]")
    assert reader.feed_eof() is None


@pytest.mark.parametrize(
    "final_events",
    [
        [chunk(finish="stop")],
        [chunk(finish="length"), {"choices": [], "usage": {"total_tokens": 3}}],
        [chunk("a", index=1), chunk(finish="stop"), chunk(finish="stop", index=1)],
        [{"choices": [{"text": "x", "finish_reason": "stop"}]}],
        [chunk(finish="stop"), {"choices": "text"}, {"choices": ["x"]}],
    ],
)
def test_chat_with_finish_reasons_is_complete_without_done(final_events: list[Any]) -> None:
    reader = make_reader()
    reader.feed(sse(chunk("x"), *final_events))
    assert reader.feed_eof() is None
    assert len(reader.received()) == 1 + len(final_events)


@pytest.mark.parametrize(
    "events",
    [
        [],
        [chunk("x")],
        [chunk("x"), {"choices": [], "usage": {}}],
        [chunk("a", index=1), chunk(finish="stop")],
        [chunk(finish="stop", index=0), chunk("more", index=1)],
        [{"choices": []}],
    ],
)
def test_chat_without_done_and_finish_reasons_is_incomplete(events: list[Any]) -> None:
    reader = make_reader()
    reader.feed(sse(*events))
    with pytest.raises(api_errors.IncompleteStreamError) as caught:
        reader.feed_eof()
    assert "after {} events".format(len(events)) in str(caught.value)
    assert caught.value.received == [json.loads(e) if isinstance(e, str) else e for e in events]
    assert caught.value.request.method == "POST"


def test_truncated_event_is_not_an_item() -> None:
    reader = make_reader()
    assert reader.feed(sse(chunk("x")) + sse(chunk(finish="stop"))[:-2]) == [chunk("x")]
    with pytest.raises(api_errors.IncompleteStreamError) as caught:
        reader.feed_eof()
    assert caught.value.received == [chunk("x")]


@pytest.mark.parametrize(
    "keep_alive", [b": ping\n\n", b"\n", b"data:\n\n", b"data\n\n", b"event: ping\n\n", b"id: 1\n\n"]
)
def test_keep_alives_are_not_items(keep_alive: bytes) -> None:
    reader = make_reader()
    assert reader.feed(keep_alive + sse(chunk("x")) + keep_alive) == [chunk("x")]
    assert not reader.ended


# Other event models

RESPONSE_ENDS = ["response.completed", "response.failed", "response.incomplete"]
IMAGE_ENDS = ["image_generation.completed", "image_edit.completed"]


@pytest.mark.parametrize(
    "event_model, terminal",
    [("responses.ResponseStreamEvent", terminal) for terminal in RESPONSE_ENDS]
    + [("image", terminal) for terminal in IMAGE_ENDS]
    + [("transcript", "transcript.text.done"), ("transcript", "speech.audio.done")],
)
def test_streams_end_with_their_terminal_event(event_model: str, terminal: str) -> None:
    reader = make_reader(event_model)
    first = {"type": "some.delta", "delta": "x"}
    assert reader.feed(sse(first, name="some.delta")) == [first]
    assert not reader.ended
    assert reader.feed(sse({"type": terminal}, name=terminal)) == [{"type": terminal}]
    assert reader.ended
    reader.raise_failure()


@pytest.mark.parametrize(
    "event_model, more",
    [
        ("responses.ResponseStreamEvent", {}),
        (stream_reader.AGENT, {}),
        (stream_reader.AGENT, {"error": {"message": "m"}}),
    ],
)
def test_error_event_is_an_item_where_streams_have_them(event_model: str, more: Any) -> None:
    event = {"type": "error", "code": "server_error", "message": "oops", **more}
    reader = make_reader(event_model)
    assert reader.feed(sse(event, name="error")) == [event]
    assert reader.ended
    reader.raise_failure()


def test_error_event_of_responses_with_an_error_object_is_raised() -> None:
    event = {
        "type": "error",
        "sequence_number": 2,
        "error": {"type": "tokens", "code": "rate_limit_exceeded", "message": "m"},
    }
    items, error = read_failing_stream("responses.ResponseStreamEvent", sse(event, name="error"))
    assert items == [] and type(error) is api_errors.RateLimitError
    assert (str(error), error.body) == ("m", event["error"])


def test_failed_response_is_an_item() -> None:
    event = {"type": "response.failed", "response": {"error": {"code": "x", "message": "y"}}}
    reader = make_reader("responses.ResponseStreamEvent")
    assert reader.feed(sse(event)) == [event]
    assert reader.ended
    reader.raise_failure()


def test_assistant_events_have_their_names() -> None:
    reader = make_reader("beta.AssistantStreamEvent")
    items = reader.feed(sse({"id": "msg_1"}, name="thread.message.created"))
    assert items == [{"event": "thread.message.created", "data": {"id": "msg_1"}}]
    assert items[0].data.id == "msg_1"
    assert reader.feed(sse("[DONE]", name="done")) == []
    assert reader.ended


def test_assistant_error_event_is_the_last_item() -> None:
    reader = make_reader("beta.AssistantStreamEvent")
    event = {"type": "server_error", "message": "oops", "code": None}
    assert reader.feed(sse(event, name="error")) == [{"event": "error", "data": event}]
    assert reader.ended
    reader.raise_failure()


def test_assistant_event_without_a_name_is_unchanged() -> None:
    assert make_reader("beta.AssistantStreamEvent").feed(sse({"id": "x"})) == [{"id": "x"}]


@pytest.mark.parametrize(
    "event_model", ["chat.ChatCompletionChunk", "responses.ResponseStreamEvent", "image", "transcript"]
)
def test_events_of_unknown_types_are_items(event_model: str) -> None:
    event = {"type": "brand.new", "nested": [{"type": "newer"}], "response": None}
    reader = make_reader(event_model)
    (item,) = reader.feed(sse(event, name="brand.new"))
    assert isinstance(item, APIObject)
    assert item == event
    assert item.nested[0].type == "newer"
    assert not reader.ended


PINGS = [
    *(b"data: %s\n\n" % data for data in (b"null", b"5", b'"text"', b"[]", b'[1, {"a": 2}]', b"true")),
    *(sse({"type": event_type}) for event_type in ("ping", "keepalive", "heartbeat", "status")),
    sse({"type": "ping", "cost": 0}),
    sse({"type": "ping", "id": "x"}, name="ping"),
    sse({}, name="ping"),
    sse({"time": 5}, name="ping"),
    *(b"event: %s\ndata: %s\n\n" % (name, data) for name in (b"ping", b"keepalive") for data in (b"", b"text", b"[x]")),
]


@pytest.mark.parametrize("event", PINGS)
@pytest.mark.parametrize(
    "event_model",
    ["chat.ChatCompletionChunk", "responses.ResponseStreamEvent", "beta.AssistantStreamEvent", "Completion"],
)
def test_events_that_are_nothing_of_the_streams_kind_are_passed_over(event_model: str, event: bytes) -> None:
    reader = make_reader(event_model)
    assert reader.feed(event) == []
    assert (reader.ended, reader.received()) == (False, [])
    item = {"type": "response.x"} if "Response" in event_model else {"id": "x"}
    assert reader.feed(event + sse(item) + event) == [item]


@pytest.mark.parametrize(
    "event",
    [
        sse({"id": "x", "choices": []}, name="chunk"),
        sse({"type": "status", "usage": {"total_tokens": 1}}),
        sse({"id": "x", "type": []}),
        sse({"x": 1}),
        sse({"x": 1}, name="message"),
    ],
)
def test_events_with_something_of_a_chunk_are_items(event: bytes) -> None:
    assert len(make_reader().feed(event)) == 1


def test_any_json_is_an_item_of_a_stream_without_model() -> None:
    reader = make_reader("APIObject")
    assert reader.feed(sse("5") + sse("null") + sse({"type": "ping"})) == [5, None, {"type": "ping"}]


@pytest.mark.parametrize("event", [b"data: text\n\n", b"event: message\ndata: {x\n\n", b"event: ping\ndata: {x\n\n"])
def test_data_that_is_not_json_is_still_an_error(event: bytes) -> None:
    assert isinstance(read_failing_stream("chat.ChatCompletionChunk", event)[1], api_errors.APIResponseValidationError)


# Errors inside a stream

LEGACY = {"error": {"message": "overloaded", "type": "server_error", "param": None, "code": 503}}


@pytest.mark.parametrize(
    "event_model",
    ["chat.ChatCompletionChunk", "image", "transcript", "beta.AssistantStreamEvent", "responses.ResponseStreamEvent"],
)
@pytest.mark.parametrize("name", ["", "error"])
def test_error_in_the_legacy_form_is_raised(event_model: str, name: str) -> None:
    items, error = read_failing_stream(event_model, sse(LEGACY, name=name))
    assert items == []
    assert type(error) is api_errors.InternalServerError
    assert str(error) == "overloaded"
    assert (error.code, error.type, error.body) == ("503", "server_error", LEGACY["error"])
    assert (error.status_code, error.response.status_code, error.request_id) == (503, 200, "req_1")
    assert error.request.url == URL + "?secret=1"


@pytest.mark.parametrize(
    "event, name",
    [
        ({"message": "overloaded"}, "error"),
        ({"message": "overloaded", "type": "server_error"}, "error"),
        ({"message": "overloaded", "type": "error"}, ""),
        ({"message": "overloaded", "type": "error", "error": None}, "error"),
    ],
)
def test_error_event_is_raised_where_streams_have_no_error_items(event: Any, name: str) -> None:
    items, error = read_failing_stream("chat.ChatCompletionChunk", sse(event, name=name))
    assert (items, str(error), error.body) == ([], "overloaded", event)


@pytest.mark.parametrize(
    "error_field, text",
    [
        ("just text", "just text"),
        ({"message": ""}, "An error occurred during streaming"),
        ({"code": 1}, 'An error occurred during streaming: {"code": 1}'),
        ({"message": {"deep": 1}}, 'An error occurred during streaming: {"message": {"deep": 1}}'),
        ([1], "1"),
        (["a", {"msg": "b"}], "a; b"),
    ],
)
def test_unusual_errors_have_a_message(error_field: Any, text: str) -> None:
    _, error = read_failing_stream("chat.ChatCompletionChunk", sse({"error": error_field}))
    assert str(error) == text
    assert error.summary == "POST {}: {}".format(URL, text)
    assert error.body == error_field


@pytest.mark.parametrize("empty", [None, False, "", {}, []])
def test_empty_error_is_ignored(empty: Any) -> None:
    reader = make_reader()
    event = chunk("x", error=empty)
    assert reader.feed(sse(event)) == [event]
    assert not reader.ended


def test_items_before_an_error_in_the_same_bytes_come_first() -> None:
    items, error = read_failing_stream("chat.ChatCompletionChunk", sse(chunk("a"), chunk("b"), LEGACY, chunk("never")))
    assert items == [chunk("a"), chunk("b")]
    assert str(error) == "overloaded"


@pytest.mark.parametrize("data", [b"{nonsense", b"\xff", b"{} {}", b"{", b"[" * 200_000])
def test_invalid_event_is_an_error_after_the_items_before_it(data: bytes) -> None:
    items, error = read_failing_stream(
        "chat.ChatCompletionChunk", sse(chunk("a")) + b"data: " + data + b"\n\n" + sse(chunk("never"))
    )
    assert items == [chunk("a")]
    assert type(error) is api_errors.APIResponseValidationError
    assert str(error).startswith("The stream sent an event that cannot be decoded: ")
    assert (error.status_code, error.request_id) == (200, "req_1")


# Bodies that are not streams


@pytest.mark.parametrize(
    "body, content_type, expected",
    [
        (b"<!DOCTYPE html><p>Log in", "text/html", "an HTML page"),
        (b'{"id": "cc1", "choices": []}', "application/json", "one JSON object"),
        (b"plain words", "text/plain", "a body of type text/plain"),
    ],
)
def test_body_that_is_not_a_stream_is_described(body: bytes, content_type: str, expected: str) -> None:
    reader = make_reader(headers=[("Content-Type", content_type)])
    assert reader.feed(body[:7]) + reader.feed(body[7:]) == []
    with pytest.raises(api_errors.APIResponseValidationError) as caught:
        reader.feed_eof()
    assert "Expected a stream of events, got {} (status 200)".format(expected) in str(caught.value)
    assert repr(body.decode())[:-1] in str(caught.value)
    assert caught.value.response.body == caught.value.body == body


@pytest.mark.parametrize(
    "body",
    [b"", b"\n\n", b": ping\n\n", b"retry: 10\n\n", b"id: 3\n\n", b"event: x\n\n", b"data: {", b"\xef\xbb\xbfdata: {"],
)
def test_stream_that_ends_before_its_first_event_is_incomplete(body: bytes) -> None:
    reader = make_reader()
    reader.feed(body)
    with pytest.raises(api_errors.IncompleteStreamError, match="after 0 events") as caught:
        reader.feed_eof()
    assert caught.value.received == []


# Memory


def test_memory_of_kept_events_is_bounded() -> None:
    reader = make_reader()
    event = sse(chunk("x" * (1 << 20)))
    tracemalloc.start()
    try:
        for _ in range(40):
            reader.feed(event)
        allocated, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert allocated < 2 * stream_reader.MAX_RECEIVED_CHARS
    with pytest.raises(api_errors.IncompleteStreamError) as caught:
        reader.feed_eof()
    assert 10 < len(caught.value.received) < 17


def test_small_events_count_with_the_memory_that_they_take(monkeypatch: Any) -> None:
    monkeypatch.setattr(stream_reader, "MAX_RECEIVED_CHARS", 1000)
    reader = make_reader("APIObject")
    for number in range(100):
        reader.feed(sse(str(number)))
    assert reader.received() == list(range(100 - 1000 // (stream_reader.EVENT_OVERHEAD + 2), 100))


# Stream and AsyncStream


class Body:
    """Chunks as a transport yields them, and how often they were closed."""

    def __init__(self, *chunks: bytes | BaseException) -> None:
        self.remaining = list(chunks)
        self.closed = 0

    def __iter__(self) -> Iterator[bytes]:
        while self.remaining:
            item = self.remaining.pop(0)
            if isinstance(item, BaseException):
                raise item
            yield item

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for received in self:
            yield received

    def close(self) -> None:
        self.closed += 1

    async def aclose(self) -> None:
        self.closed += 1


def open_stream(body: Body, read: float | None = None, deadline: Any = None) -> Any:
    return streams.Stream(
        "chat.ChatCompletionChunk", make_response(body, close=body.close, read=read), deadline or Deadline(None)
    )


def collect(body: Body, mode: str, **settings: Any) -> tuple[list[Any], Any]:
    """Read a stream to its end, sync or async, and return its items and its error."""
    items: list[Any] = []

    async def read() -> None:
        deadline = settings.get("deadline") or Deadline(None)
        stream = load("results.async_stream").AsyncStream(
            "chat.ChatCompletionChunk", make_response(body, close=body.aclose, read=settings.get("read")), deadline
        )
        async with stream:
            async for item in stream:
                items.append(item)

    try:
        if mode == "async":
            asyncio.run(read())
        else:
            with open_stream(body, **settings) as stream:
                for item in stream:
                    items.append(item)
    except errors.OpenAIError as error:
        return items, error
    return items, None


both = pytest.mark.parametrize("mode", ["sync", "async"])


@both
def test_complete_stream_yields_its_items_and_is_closed(mode: str) -> None:
    body = Body(sse(chunk("a")) + sse(chunk("b"))[:9], sse(chunk("b"))[9:], sse("[DONE]"))
    assert collect(body, mode) == ([chunk("a"), chunk("b")], None)
    assert body.closed


@both
def test_stream_is_not_read_past_its_end(mode: str) -> None:
    body = Body(sse(chunk("a"), "[DONE]"), AssertionError("read on"))
    assert collect(body, mode) == ([chunk("a")], None)
    assert body.remaining


@both
def test_truncated_stream_yields_its_items_and_then_the_error(mode: str) -> None:
    body = Body(sse(chunk("a")), sse(chunk("b")))
    items, error = collect(body, mode)
    assert items == error.received == [chunk("a"), chunk("b")]
    assert type(error) is api_errors.IncompleteStreamError
    assert body.closed


@both
def test_error_event_comes_after_the_items_before_it(mode: str) -> None:
    items, error = collect(Body(sse(chunk("a"), LEGACY)), mode)
    assert (items, str(error)) == ([chunk("a")], "overloaded")


@both
def test_lost_connection_is_reported_with_the_items_received(mode: str) -> None:
    body = Body(sse(chunk("a")), ConnectionResetError("reset by peer"))
    items, error = collect(body, mode)
    assert items == error.received == [chunk("a")]
    assert type(error) is api_errors.IncompleteStreamError
    assert str(error) == "The stream broke off after 1 events: reset by peer"
    assert isinstance(error.__cause__, ConnectionResetError)
    assert error.__cause__.__traceback__ is None
    assert error.__suppress_context__
    assert body.closed


@both
def test_timeout_while_reading_is_a_timeout(mode: str) -> None:
    items, error = collect(Body(sse(chunk("a")), TimeoutError("read")), mode)
    assert items == [chunk("a")]
    assert type(error) is api_errors.APITimeoutError
    assert "Request timed out. POST {}: read".format(URL) in str(error)


@both
def test_comments_alone_do_not_keep_a_stream_alive(mode: str) -> None:
    class Ticking(Body):
        def __iter__(self) -> Iterator[bytes]:
            for received in super().__iter__():
                before = time.monotonic()
                while time.monotonic() == before:
                    pass
                yield received

    body = Ticking(sse(chunk("a")), b": ping\n\n", b": ping\n\n", sse("[DONE]"))
    items, error = collect(body, mode, read=0.0)
    assert items == [chunk("a")]
    assert type(error) is api_errors.APITimeoutError
    assert "no event for 0 s" in str(error)


@both
@pytest.mark.parametrize("read", [None, 600.0])
def test_comments_are_ignored_within_the_timeout(mode: str, read: float | None) -> None:
    body = Body(b": ping\n\n", sse(chunk("a")), b": ping\n\n", b": ping\n\n", sse(chunk(finish="stop")), b"\n")
    assert collect(body, mode, read=read) == ([chunk("a"), chunk(finish="stop")], None)
    assert body.closed


@both
def test_deadline_ends_a_stream_too(mode: str) -> None:
    class Slow(Body):
        def __iter__(self) -> Iterator[bytes]:
            yield sse(chunk("a"))
            deadline.expires_at = 0.0
            yield sse(chunk("b"))
            raise AssertionError("read on")

    deadline = Deadline(3600.0)
    items, error = collect(Slow(), mode, deadline=deadline)
    assert items == [chunk("a"), chunk("b")]
    assert type(error) is api_errors.APITimeoutError
    assert "deadline of 3600 s" in str(error)


def test_stream_left_early_is_closed() -> None:
    body = Body(sse(chunk("a"), chunk("b")))
    with open_stream(body) as stream:
        assert next(stream) == chunk("a")
    assert body.closed
    assert list(stream) == []
    assert repr(stream) == "<Stream of <Request POST {}>, closed>".format(URL)


def test_stream_closed_before_its_first_item_raises() -> None:
    stream = open_stream(Body(sse(chunk("a"))))
    assert repr(stream) == "<Stream of <Request POST {}>>".format(URL)
    stream.close()
    stream.close()
    with pytest.raises(errors.StreamConsumedError):
        next(stream)


def test_reading_again_yields_nothing() -> None:
    stream = open_stream(Body(sse(chunk("a"), "[DONE]")))
    assert list(stream) == [chunk("a")]
    assert list(stream) == []


@pytest.mark.parametrize("error", [ConnectionResetError("closed"), b""])
def test_stream_closed_while_it_is_read_ends_without_error(error: Any) -> None:
    class Closing(Body):
        def __iter__(self) -> Iterator[bytes]:
            yield sse(chunk("a"))
            stream.close()
            if error:
                raise error

    stream = open_stream(Closing())
    assert list(stream) == [chunk("a")]


def test_unreferenced_stream_is_closed() -> None:
    body = Body(sse(chunk("a")))
    stream = open_stream(body)
    next(stream)
    del stream
    gc.collect()
    assert body.closed


def test_async_stream_left_early_is_closed_and_ended() -> None:
    body = Body(sse(chunk("a"), chunk("b")))

    async def read() -> Any:
        stream = load("results.async_stream").AsyncStream(
            "chat.ChatCompletionChunk", make_response(body, close=body.aclose), Deadline(None)
        )
        first = await stream.__anext__()
        await stream.aclose()
        await stream.close()
        return first, stream, [item async for item in stream]

    first, stream, rest = asyncio.run(read())
    assert (first, rest) == (chunk("a"), [])
    assert body.closed == 1
    assert repr(stream).endswith(", closed>")
