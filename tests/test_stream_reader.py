# SPDX-License-Identifier: MIT
"""Streams: from the bytes of an answer to its items, and the error of each stream that isn't whole."""

from __future__ import annotations

import asyncio
import gc
import json
import time
import tracemalloc

import pytest

from . import load

errors = load("call.errors")
failures = load("call.api_errors")
stream = load("results.stream")
Deadline = load("call.drivers").Deadline
message = load("call.message")
Timeout = load("call.timeout").Timeout
APIObject = load("results.objects").APIObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Iterator

URL = "https://api.example/v1/chat/completions"
PAIRS = [("Content-Type", "text/event-stream"), ("x-request-id", "req_1")]


def reply(chunks: Any = (), pairs: Any = PAIRS, close: Any = lambda: None, read: float | None = None) -> Any:
    made = message.Response(200, list(pairs), chunks, close, 0.0)
    made.request = message.Request("POST", URL + "?secret=1", load("call.headers").Headers(), b"{}", Timeout(read=read))
    return made


def reader(kind: str = "chat.ChatCompletionChunk", **settings: Any) -> Any:
    return stream.StreamReader(kind, reply(**settings))


def sse(*values: Any, name: str = "") -> bytes:
    """Write values as events; text goes as it is."""
    head = "event: {}\n".format(name) if name else ""
    texts = [value if isinstance(value, str) else json.dumps(value) for value in values]
    return "".join("{}data: {}\n\n".format(head, text) for text in texts).encode()


def chunk(content: str | None = None, finish: str | None = None, index: int = 0, **more: Any) -> dict[str, Any]:
    delta = {} if content is None else {"content": content}
    return {"choices": [{"index": index, "delta": delta, "finish_reason": finish}], **more}


def fails(kind: str, *chunks: bytes) -> tuple[list[Any], Any]:
    """Feed all, and return the items and the error that the stream concludes with."""
    made = reader(kind)
    items = [item for piece in chunks for item in made.feed(piece)]
    assert made.ended
    with pytest.raises(failures.APIError) as caught:
        made.raise_failure()
    made.raise_failure()  # told once
    return items, caught.value


# Chat


def test_chat_ends_with_done() -> None:
    made = reader()
    assert made.feed(sse(chunk("Hel"))) == [chunk("Hel")]
    assert made.feed(sse(chunk("lo"), chunk(finish="stop"))) == [chunk("lo"), chunk(finish="stop")]
    assert not made.ended
    assert made.feed(sse("[DONE]")) == []
    assert made.ended
    made.raise_failure()
    assert made.received() == [chunk("Hel"), chunk("lo"), chunk(finish="stop")]


def test_items_are_objects_all_the_way_down() -> None:
    (item,) = reader().feed(sse(chunk("x")))
    assert isinstance(item, APIObject)
    assert item.choices[0].delta.content == "x"


def test_what_comes_after_done_is_not_looked_at() -> None:
    made = reader()
    assert made.feed(sse(chunk("x"), "[DONE]") + b"data: {nonsense\n\n") == [chunk("x")]
    assert made.ended
    made.raise_failure()


@pytest.mark.parametrize("word", ["[DONE]", "[DONE] ", "[DONE]\ndata: x"])
def test_done_may_be_followed_by_what_it_likes(word: str) -> None:
    made = reader()
    made.feed(sse(word))
    assert made.ended


def test_done_without_a_line_end_is_an_end() -> None:
    made = reader()
    made.feed(sse(chunk("x")) + b"data: [DONE]")
    assert made.feed_eof() is None


@pytest.mark.parametrize(
    "last",
    [
        [chunk(finish="stop")],
        [chunk(finish="length"), {"choices": [], "usage": {"total_tokens": 3}}],
        [chunk("a", index=1), chunk(finish="stop"), chunk(finish="stop", index=1)],
        [{"choices": [{"text": "x", "finish_reason": "stop"}]}],
        [chunk(finish="stop"), 5, {"choices": "none of ours"}, {"choices": ["x"]}],
    ],
)
def test_chat_that_told_its_finish_reasons_is_complete_without_done(last: list[Any]) -> None:
    made = reader()
    made.feed(sse(chunk("x"), *last))
    assert made.feed_eof() is None
    assert len(made.received()) == 1 + len(last)


@pytest.mark.parametrize(
    "events",
    [
        [],
        [chunk("x")],
        [chunk("x"), {"choices": [], "usage": {}}],
        [chunk("a", index=1), chunk(finish="stop")],
        [chunk(finish="stop", index=0), chunk("more", index=1)],
        [{"choices": []}],
        ["17"],
    ],
)
def test_chat_without_done_and_finish_reasons_is_incomplete(events: list[Any]) -> None:
    made = reader()
    made.feed(sse(*events))
    with pytest.raises(failures.IncompleteStreamError) as caught:
        made.feed_eof()
    assert "after {} events".format(len(events)) in str(caught.value)
    assert caught.value.received == [json.loads(e) if isinstance(e, str) else e for e in events]
    assert caught.value.request.method == "POST"


def test_event_that_the_end_cuts_off_is_no_item() -> None:
    made = reader()
    assert made.feed(sse(chunk("x")) + sse(chunk(finish="stop"))[:-2]) == [chunk("x")]
    with pytest.raises(failures.IncompleteStreamError) as caught:
        made.feed_eof()
    assert caught.value.received == [chunk("x")]


@pytest.mark.parametrize(
    "keep_alive", [b": ping\n\n", b"\n", b"data:\n\n", b"data\n\n", b"event: ping\n\n", b"id: 1\n\n"]
)
def test_keep_alives_are_no_items(keep_alive: bytes) -> None:
    made = reader()
    assert made.feed(keep_alive + sse(chunk("x")) + keep_alive) == [chunk("x")]
    assert not made.ended


# The other kinds

RESPONSE_ENDS = ["response.completed", "response.failed", "response.incomplete"]
IMAGE_ENDS = ["image_generation.completed", "image_edit.completed"]


@pytest.mark.parametrize(
    "kind, last",
    [("responses.ResponseStreamEvent", end) for end in RESPONSE_ENDS]
    + [("image", end) for end in IMAGE_ENDS]
    + [("transcript", "transcript.text.done"), ("transcript", "speech.audio.done")],
)
def test_streams_end_with_the_last_event_of_their_kind(kind: str, last: str) -> None:
    made = reader(kind)
    first = {"type": "some.delta", "delta": "x"}
    assert made.feed(sse(first, name="some.delta")) == [first]
    assert not made.ended
    assert made.feed(sse({"type": last}, name=last)) == [{"type": last}]
    assert made.ended
    made.raise_failure()


def test_responses_tell_an_error_by_an_event_of_their_own() -> None:
    event = {"type": "error", "code": "server_error", "message": "oops", "error": {"message": "oops"}}
    made = reader("responses.ResponseStreamEvent")
    assert made.feed(sse(event, name="error")) == [event]
    assert made.ended
    made.raise_failure()


def test_failed_response_is_an_item() -> None:
    event = {"type": "response.failed", "response": {"error": {"code": "x", "message": "y"}}}
    made = reader("responses.ResponseStreamEvent")
    assert made.feed(sse(event)) == [event]
    assert made.ended
    made.raise_failure()


def test_assistant_events_come_with_their_names() -> None:
    made = reader("beta.AssistantStreamEvent")
    items = made.feed(sse({"id": "msg_1"}, name="thread.message.created"))
    assert items == [{"event": "thread.message.created", "data": {"id": "msg_1"}}]
    assert items[0].data.id == "msg_1"
    assert made.feed(sse("[DONE]", name="done")) == []
    assert made.ended


def test_assistant_error_event_is_the_last_item() -> None:
    made = reader("beta.AssistantStreamEvent")
    said = {"type": "server_error", "message": "oops", "code": None}
    assert made.feed(sse(said, name="error")) == [{"event": "error", "data": said}]
    assert made.ended
    made.raise_failure()


def test_assistant_event_without_a_name_is_what_was_sent() -> None:
    assert reader("beta.AssistantStreamEvent").feed(sse({"id": "x"})) == [{"id": "x"}]


@pytest.mark.parametrize("kind", ["chat.ChatCompletionChunk", "responses.ResponseStreamEvent", "image", "transcript"])
def test_events_of_unknown_types_stay_neutral(kind: str) -> None:
    event = {"type": "brand.new", "nested": [{"type": "newer"}], "response": None}
    made = reader(kind)
    (item,) = made.feed(sse(event, name="brand.new"))
    assert isinstance(item, APIObject)
    assert item == event
    assert item.nested[0].type == "newer"
    assert not made.ended


@pytest.mark.parametrize("value", [5, "text", None, [1, {"a": 2}], True])
def test_events_that_are_no_objects_are_items(value: Any) -> None:
    assert reader().feed(sse(json.dumps(value))) == [value]


# Errors inside a stream

LEGACY = {"error": {"message": "overloaded", "type": "server_error", "param": None, "code": 503}}


@pytest.mark.parametrize(
    "kind",
    ["chat.ChatCompletionChunk", "image", "transcript", "beta.AssistantStreamEvent", "responses.ResponseStreamEvent"],
)
@pytest.mark.parametrize("name", ["", "error"])
def test_error_in_the_legacy_form_is_raised(kind: str, name: str) -> None:
    items, error = fails(kind, sse(LEGACY, name=name))
    assert items == []
    assert type(error) is failures.APIError
    assert str(error) == "overloaded"
    assert (error.code, error.type, error.body) == ("503", "server_error", LEGACY["error"])
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
def test_error_by_its_name_or_type_is_raised_where_streams_have_no_such_items(event: Any, name: str) -> None:
    items, error = fails("chat.ChatCompletionChunk", sse(event, name=name))
    assert (items, str(error), error.body) == ([], "overloaded", event)


@pytest.mark.parametrize(
    "said, text",
    [
        ("just text", "just text"),
        ({"message": ""}, "An error occurred during streaming"),
        ({"code": 1}, "An error occurred during streaming"),
        ({"message": {"deep": 1}}, "APIObject(deep=1)"),
        ([1], "[1]"),
    ],
)
def test_errors_of_odd_kinds_still_have_a_message(said: Any, text: str) -> None:
    _, error = fails("chat.ChatCompletionChunk", sse({"error": said}))
    assert str(error) == text
    assert error.summary == "POST {}: {}".format(URL, text)
    assert error.body == said


@pytest.mark.parametrize("nothing", [None, False, "", {}, []])
def test_empty_error_is_no_error(nothing: Any) -> None:
    made = reader()
    event = chunk("x", error=nothing)
    assert made.feed(sse(event)) == [event]
    assert not made.ended


def test_items_before_an_error_in_the_same_bytes_come_first() -> None:
    items, error = fails("chat.ChatCompletionChunk", sse(chunk("a"), chunk("b"), LEGACY, chunk("never")))
    assert items == [chunk("a"), chunk("b")]
    assert str(error) == "overloaded"


@pytest.mark.parametrize("bad", [b"{nonsense", b"\xff", b"{} {}", b"", b"[" * 200_000])
def test_event_that_cannot_be_read_is_an_error_after_the_items_before_it(bad: bytes) -> None:
    bad = bad or b"{"
    items, error = fails("chat.ChatCompletionChunk", sse(chunk("a")) + b"data: " + bad + b"\n\n" + sse(chunk("never")))
    assert items == [chunk("a")]
    assert type(error) is failures.APIResponseValidationError
    assert str(error).startswith("The stream sent an event that can't be read: ")
    assert (error.status_code, error.request_id) == (200, "req_1")


# What is no stream at all


@pytest.mark.parametrize(
    "body, content_type, said",
    [
        (b"<!DOCTYPE html><p>Log in", "text/html", "an HTML page"),
        (b'{"id": "cc1", "choices": []}', "application/json", "one JSON object"),
        (b"plain words", "text/plain", "a body of type text/plain"),
    ],
)
def test_body_that_is_no_stream_is_told_as_what_it_is(body: bytes, content_type: str, said: str) -> None:
    made = reader(pairs=[("Content-Type", content_type)])
    assert made.feed(body[:7]) + made.feed(body[7:]) == []
    with pytest.raises(failures.APIResponseValidationError) as caught:
        made.feed_eof()
    assert "Expected a stream of events, got {} (status 200)".format(said) in str(caught.value)
    assert repr(body.decode())[:-1] in str(caught.value)
    assert caught.value.response.body == caught.value.body == body


@pytest.mark.parametrize(
    "body",
    [b"", b"\n\n", b": ping\n\n", b"retry: 10\n\n", b"id: 3\n\n", b"event: x\n\n", b"data: {", b"\xef\xbb\xbfdata: {"],
)
def test_stream_that_ends_before_its_first_event_is_incomplete(body: bytes) -> None:
    made = reader()
    made.feed(body)
    with pytest.raises(failures.IncompleteStreamError, match="after 0 events") as caught:
        made.feed_eof()
    assert caught.value.received == []


# Memory


def test_memory_of_kept_events_is_bounded() -> None:
    made = reader()
    event = sse(chunk("x" * (1 << 20)))
    tracemalloc.start()
    try:
        for _ in range(40):
            made.feed(event)
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 2 * stream.MAX_RECEIVED_CHARS
    with pytest.raises(failures.IncompleteStreamError) as caught:
        made.feed_eof()
    assert 10 < len(caught.value.received) < 17


# The shells that fetch the bytes


class Line:
    """Chunks as a transport yields them, and whether they were closed."""

    def __init__(self, *chunks: bytes | BaseException) -> None:
        self.waiting = list(chunks)
        self.closed = 0

    def __iter__(self) -> Iterator[bytes]:
        while self.waiting:
            next_one = self.waiting.pop(0)
            if isinstance(next_one, BaseException):
                raise next_one
            yield next_one

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for one in self:
            yield one

    def close(self) -> None:
        self.closed += 1

    async def aclose(self) -> None:
        self.closed += 1


def opened(line: Line, read: float | None = None, clock: Any = None) -> Any:
    return stream.Stream("chat.ChatCompletionChunk", reply(line, close=line.close, read=read), clock or Deadline(None))


def collected(line: Line, waits: str, **settings: Any) -> tuple[list[Any], Any]:
    """Read a stream to its end, sync or async; return its items and its error."""
    items: list[Any] = []

    async def read() -> None:
        clock = settings.get("clock") or Deadline(None)
        made = stream.AsyncStream(
            "chat.ChatCompletionChunk", reply(line, close=line.aclose, read=settings.get("read")), clock
        )
        async with made:
            async for item in made:
                items.append(item)

    try:
        if waits == "async":
            asyncio.run(read())
        else:
            with opened(line, **settings) as made:
                for item in made:
                    items.append(item)
    except errors.OpenAIError as error:
        return items, error
    return items, None


both = pytest.mark.parametrize("waits", ["sync", "async"])


@both
def test_whole_stream_is_its_items_and_is_closed(waits: str) -> None:
    line = Line(sse(chunk("a")) + sse(chunk("b"))[:9], sse(chunk("b"))[9:], sse("[DONE]"))
    assert collected(line, waits) == ([chunk("a"), chunk("b")], None)
    assert line.closed


@both
def test_stream_is_not_read_past_its_end(waits: str) -> None:
    line = Line(sse(chunk("a"), "[DONE]"), AssertionError("read on"))
    assert collected(line, waits) == ([chunk("a")], None)
    assert line.waiting


@both
def test_cut_stream_gives_its_items_and_then_the_error(waits: str) -> None:
    line = Line(sse(chunk("a")), sse(chunk("b")))
    items, error = collected(line, waits)
    assert items == error.received == [chunk("a"), chunk("b")]
    assert type(error) is failures.IncompleteStreamError
    assert line.closed


@both
def test_error_event_comes_after_the_items_before_it(waits: str) -> None:
    items, error = collected(Line(sse(chunk("a"), LEGACY)), waits)
    assert (items, str(error)) == ([chunk("a")], "overloaded")


@both
def test_lost_connection_is_told_with_what_had_come(waits: str) -> None:
    line = Line(sse(chunk("a")), ConnectionResetError("reset by peer"))
    items, error = collected(line, waits)
    assert items == error.received == [chunk("a")]
    assert type(error) is failures.IncompleteStreamError
    assert str(error) == "The stream broke off after 1 events: reset by peer"
    assert isinstance(error.__cause__, ConnectionResetError)
    assert error.__cause__.__traceback__ is None
    assert error.__suppress_context__
    assert line.closed


@both
def test_timeout_while_reading_is_a_timeout(waits: str) -> None:
    items, error = collected(Line(sse(chunk("a")), TimeoutError("read")), waits)
    assert items == [chunk("a")]
    assert type(error) is failures.APITimeoutError
    assert "Request timed out. POST {}: read".format(URL) in str(error)


@both
def test_comments_alone_do_not_keep_a_stream_alive(waits: str) -> None:
    class Ticking(Line):
        def __iter__(self) -> Iterator[bytes]:
            for one in super().__iter__():
                before = time.monotonic()
                while time.monotonic() == before:
                    pass
                yield one

    line = Ticking(sse(chunk("a")), b": ping\n\n", b": ping\n\n", sse("[DONE]"))
    items, error = collected(line, waits, read=0.0)
    assert items == [chunk("a")]
    assert type(error) is failures.APITimeoutError
    assert "no event for 0 s" in str(error)


@both
@pytest.mark.parametrize("read", [None, 600.0])
def test_comments_are_fine_while_there_is_time(waits: str, read: float | None) -> None:
    line = Line(b": ping\n\n", sse(chunk("a")), b": ping\n\n", b": ping\n\n", sse(chunk(finish="stop")), b"\n")
    assert collected(line, waits, read=read) == ([chunk("a"), chunk(finish="stop")], None)
    assert line.closed


@both
def test_deadline_ends_a_stream_too(waits: str) -> None:
    class Slow(Line):
        def __iter__(self) -> Iterator[bytes]:
            yield sse(chunk("a"))
            clock.expires_at = 0.0
            yield sse(chunk("b"))
            raise AssertionError("read on")

    clock = Deadline(3600.0)
    items, error = collected(Slow(), waits, clock=clock)
    assert items == [chunk("a"), chunk("b")]
    assert type(error) is failures.APITimeoutError
    assert "deadline of 3600 s" in str(error)


def test_stream_left_early_is_closed() -> None:
    line = Line(sse(chunk("a"), chunk("b")))
    with opened(line) as made:
        assert next(made) == chunk("a")
    assert line.closed
    assert list(made) == []
    assert repr(made) == "<Stream of <Request POST {}>, closed>".format(URL)


def test_stream_closed_before_its_first_item_says_so() -> None:
    made = opened(Line(sse(chunk("a"))))
    assert repr(made) == "<Stream of <Request POST {}>>".format(URL)
    made.close()
    made.close()
    with pytest.raises(errors.StreamConsumedError):
        next(made)


def test_reading_again_gives_nothing() -> None:
    made = opened(Line(sse(chunk("a"), "[DONE]")))
    assert list(made) == [chunk("a")]
    assert list(made) == []


@pytest.mark.parametrize("end", [ConnectionResetError("by our own close"), b""])
def test_stream_closed_by_somebody_else_ends_quietly(end: Any) -> None:
    class Closing(Line):
        def __iter__(self) -> Iterator[bytes]:
            yield sse(chunk("a"))
            made.close()
            if end:
                raise end

    made = opened(Closing())
    assert list(made) == [chunk("a")]


def test_stream_that_nobody_wants_is_closed() -> None:
    line = Line(sse(chunk("a")))
    made = opened(line)
    next(made)
    del made
    gc.collect()
    assert line.closed


def test_async_stream_left_early_is_closed_and_over() -> None:
    line = Line(sse(chunk("a"), chunk("b")))

    async def read() -> Any:
        made = stream.AsyncStream("chat.ChatCompletionChunk", reply(line, close=line.aclose), Deadline(None))
        first = await made.__anext__()
        await made.aclose()
        await made.close()
        return first, made, [item async for item in made]

    first, made, rest = asyncio.run(read())
    assert (first, rest) == (chunk("a"), [])
    assert line.closed == 1
    assert repr(made).endswith(", closed>")
