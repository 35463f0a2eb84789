# SPDX-License-Identifier: MIT
"""`lib.live`: the transcript of a live session as segments."""

from __future__ import annotations

import asyncio
import threading
import types
from typing import Any, List

import pytest

from . import load, package

live = load("lib.live")
WAIT = 20


def said(speaker: str, text: Any, start: Any, end: Any, event_id: str = "") -> Any:
    kind = "session.{}_transcript.delta".format({"user": "input", "assistant": "output"}[speaker])
    event_id = event_id or "{}{}{}".format(speaker, start, text)
    return types.SimpleNamespace(type=kind, event_id=event_id, delta=text, start_ms=start, end_ms=end)


def group(*events: Any, **options: Any) -> List[Any]:
    """Return the updates: (number of the segment, speaker, text), or (number, reason) for the end of one."""
    updates: List[Any] = []
    with live.TranscriptGrouper(**options) as grouper:
        grouper.on("segment.updated", lambda segment: updates.append(describe(segment)))
        grouper.on("segment.closed", lambda event: updates.append((describe(event.segment)[0], event.reason)))
        for event in events:
            grouper.push(event)
    return updates


def describe(segment: Any) -> Any:
    return int(segment.id.rpartition("_")[2]), segment.speaker, segment.text


TELL_ME_MORE = [said("user", "Tell me", 0, 200), said("assistant", "mhm", 200, 400), said("user", "more", 800, 1000)]
ANSWER = said("assistant", "Here it is.", 2000, 2400)


@pytest.mark.parametrize(
    ("events", "options", "expected"),
    [
        (
            [*TELL_ME_MORE, ANSWER],
            {},
            [(0, "user", "Tell me"), (0, "user", "Tell me more"), (0, "speaker_change"),
             (2, "assistant", "Here it is."), (2, "manual")],
        ),
        (
            TELL_ME_MORE,
            {"backchannel_max_duration_ms": 0},
            [(0, "user", "Tell me"), (0, "speaker_change"), (1, "assistant", "mhm"), (1, "speaker_change"),
             (2, "user", "more"), (2, "manual")],
        ),
        (
            [said("user", "Go", 0, 100), said("assistant", "Da-HIN!", 150, 300), said("user", "on", 400, 900)],
            {"additional_acknowledgments": ["da hin"]},
            [(0, "user", "Go"), (0, "user", "Go on"), (0, "manual")],
        ),
        (
            [said("assistant", "One", 0, 100), said("assistant", "two", 5000, 5100)],
            {},
            [(0, "assistant", "One"), (0, "inactivity"), (1, "assistant", "two"), (1, "manual")],
        ),
        (
            [said("user", "Late", 900, 1000), said("user", "Early", 0, 100)],
            {},
            [(0, "user", "Late"), (0, "timestamp_reset"), (1, "user", "Early"), (1, "manual")],
        ),
        (
            [said("assistant", "Both", 0, 100), said("user", "at once", 0, 100), said("user", "", 50, 60),
             said("assistant", "Both", 0, 100), types.SimpleNamespace(type="session.other")],
            {},
            [(0, "user", "at once"), (0, "manual"), (1, "assistant", "Both"), (1, "manual")],
        ),
        (
            [said("user", "Bye", 0, 100), types.SimpleNamespace(type="session.closed")],
            {},
            [(0, "user", "Bye"), (0, "session_closed")],
        ),
    ],
)  # fmt: skip
def test_fragments_are_grouped(events, options, expected) -> None:
    assert group(*events, **options) == expected


@pytest.mark.parametrize(
    "event", [said("user", 5, 0, 1), said("user", "a", -1, 1), said("user", "a", 2, 1), said("user", "a", True, 1)]
)
def test_invalid_events_are_refused(event) -> None:
    with pytest.raises(package.OpenAIError, match="expected an event_id"):
        group(event)


@pytest.mark.parametrize("value", [-1, 2**31, True, float("nan"), "1"])
def test_invalid_limits_are_refused(value) -> None:
    with pytest.raises(package.OpenAIError, match="assistant_silence_ms"):
        live.TranscriptGrouper(assistant_silence_ms=value)


def test_handlers_are_registered_once_and_removed() -> None:
    grouper, texts = live.TranscriptGrouper(), []

    @grouper.on("segment.updated")
    def update(segment: Any) -> None:
        texts.append(segment.text)

    @grouper.once("segment.updated")
    def update_once(segment: Any) -> None:
        texts.append("once " + segment.text)

    for number in range(2):
        grouper.push(said("user", str(number), number * 10, number * 10 + 5))
        grouper.push(said("user", "", 90, 91, "x{}".format(number)))
    assert grouper.off("segment.updated", update) is grouper
    grouper.close()
    grouper.close()
    assert texts == ["0", "once 0", "01"]
    with pytest.raises(package.OpenAIError, match="closed"):
        grouper.push(said("user", "a", 0, 1))


def test_time_ends_a_segment_without_an_event() -> None:
    ended = threading.Event()
    with live.TranscriptGrouper(assistant_silence_ms=10) as grouper:
        grouper.on("segment.closed", lambda event: ended.set() if event.reason == "inactivity" else None)
        grouper.push(said("assistant", "Hello", 0, 100))
        assert ended.wait(WAIT)


def test_an_exception_of_a_handler_is_raised_and_the_grouper_goes_on() -> None:
    grouper = live.TranscriptGrouper()
    grouper.once("segment.updated", lambda _: {}["missing"])
    with pytest.raises(KeyError):
        group_all(grouper)
    grouper.close()


def group_all(grouper: Any) -> None:
    grouper.push(said("user", "a", 0, 1))
    grouper.push(said("user", "b", 100, 101))


def test_async_handlers_run_in_order_and_for_timers() -> None:
    async def main() -> None:
        texts, ended = [], asyncio.Event()
        grouper = live.AsyncTranscriptGrouper(assistant_silence_ms=10)

        @grouper.on("segment.updated")
        async def update(segment: Any) -> None:
            await asyncio.sleep(0)
            texts.append(segment.text)
            await grouper.push(said("user", "", 0, 1, "from the handler"))

        grouper.on("segment.closed", lambda event: ended.set())
        async with grouper:
            await grouper.push(said("assistant", "Hello", 0, 100))
            await asyncio.wait_for(ended.wait(), WAIT)
        assert texts == ["Hello"]

    asyncio.run(main())


def test_errors_of_timers_go_to_the_event_loop() -> None:
    async def main() -> None:
        reported = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().set_exception_handler(lambda _, context: reported.set_result(context["exception"]))
        async with live.AsyncTranscriptGrouper(assistant_silence_ms=10) as grouper:
            grouper.on("segment.closed", lambda _: {}["missing"])
            await grouper.push(said("assistant", "Hello", 0, 100))
            assert isinstance(await asyncio.wait_for(reported, WAIT), KeyError)

    asyncio.run(main())


def test_an_async_grouper_belongs_to_its_loop() -> None:
    grouper = live.AsyncTranscriptGrouper()
    asyncio.run(grouper.close())
    with pytest.raises(package.OpenAIError, match="event loop"):
        asyncio.run(grouper.close())
