# SPDX-License-Identifier: MIT
"""`lib.browser`: what toolsets offer, execute, ask for, tell the model and refuse, as with the `openai` package.

tests/data/browser_program.txt is what browser_program.py prints with the official package, with both clients.
"""

from __future__ import annotations

import asyncio
import json
import threading
import typing
from typing import Any

import pytest

from . import PACKAGE, browser_program, load, read_recorded

WAIT = 30
RECORDED = read_recorded("browser_program.txt")
browser = load("lib.browser")
types = load("types.responses")
STATE = {"tabs": browser_program.TABS}


@pytest.mark.parametrize("program", sorted(RECORDED))
def test_programs_do_what_they_do_with_the_official_package(program: str) -> None:
    assert browser_program.run(PACKAGE, program) == RECORDED[program] * 2


@pytest.mark.filterwarnings("ignore::UserWarning")  # of pydantic, about invalid calls
@pytest.mark.parametrize("program", sorted(RECORDED))
def test_the_record_is_up_to_date(program: str) -> None:
    pytest.importorskip("openai.lib.browser")
    assert browser_program.run("openai", program) == RECORDED[program] * 2


def make_call(member: str, **fields: Any) -> Any:
    arguments = json.dumps(browser_program.ARGUMENTS[member])
    item = {**browser_program.call(1, "browser_" + member, arguments), **fields}
    return types.ResponseFunctionToolCall(**item)


class Driver(browser.BrowserClickDriver, browser.BrowserReadDriver):
    """A driver that derives from protocols."""

    def state(self) -> Any:
        return STATE

    def click(self, action: Any) -> None:
        raise browser.BrowserError("There is nothing to click.")

    def read_page(self, action: Any) -> Any:
        return browser.BrowserReadV1(version=1, text="Hi", elements=[], omitted=[])


class AsyncDriver(browser.AsyncBrowserClickDriver):
    def __init__(self, started: Any = None) -> None:
        self.started = started

    async def state(self) -> Any:
        return STATE

    async def click(self, action: Any) -> None:
        self.started.set()
        await asyncio.sleep(WAIT)


def agree(*arguments: Any) -> bool:
    return True


def told(output: Any) -> Any:
    return json.loads(output["output"][0]["text"])


def test_a_toolset_offers_what_its_driver_can_do() -> None:
    toolset = browser.BrowserToolset(Driver(), confirm=agree)
    assert [tool["name"] for tool in toolset.tools] == ["browser_read_page", "browser_click", "browser_list_tabs"]
    toolset.tools[0]["parameters"]["properties"].clear()
    assert set(toolset.tools[0]["parameters"]["properties"]) == {"tab_id", "filter"}
    assert told(toolset.execute(make_call("read_page")))["result"]["text"] == "Hi"
    assert told(toolset.execute(make_call("click")))["error"] == "There is nothing to click."


def test_a_driver_must_have_what_its_protocol_has() -> None:
    class Incomplete(browser.BrowserScreenshotDriver):
        def state(self) -> Any:
            return STATE

    with pytest.raises(TypeError, match="screenshot"):
        Incomplete()


def test_a_driver_of_the_other_client_is_refused() -> None:
    with pytest.raises(ValueError, match="the method state is async; use AsyncBrowserToolset"):
        browser.BrowserToolset(AsyncDriver(), confirm=agree)

    class Annotated:
        def state(self) -> dict:
            return STATE

    with pytest.raises(ValueError, match="the method state is not async; use BrowserToolset"):
        browser.AsyncBrowserToolset(Annotated())


@pytest.mark.parametrize(
    "options, message",
    [
        ({}, "confirm: missing"),
        ({"members": ["read_page"], "additional_members": []}, "members: they are all"),
        ({"members": ["type"]}, "driver: has no method type"),
        ({"members": ["of_tomorrow"]}, "members: expected a list of names"),
        ({"confirm": agree, "confirm_reads": ["click"]}, "confirm_reads: expected members"),
    ],
)
def test_invalid_arguments_are_named(options: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        browser.BrowserToolset(Driver(), **options)


def test_a_sync_toolset_refuses_what_has_to_be_awaited() -> None:
    class Later(Driver):
        def click(self, action: Any) -> Any:
            return asyncio.sleep(WAIT)

    async def confirm(context: Any) -> bool:
        return True

    assert told(browser.BrowserToolset(Later(), confirm=agree).execute(make_call("click")))["ok"] is False
    assert told(browser.BrowserToolset(Driver(), confirm=confirm).execute(make_call("click")))["ok"] is False


def test_a_toolset_executes_one_call_at_a_time() -> None:
    started, go_on = threading.Event(), threading.Event()

    class Slow(Driver):
        def click(self, action: Any) -> None:
            started.set()
            assert go_on.wait(WAIT)

    toolset = browser.BrowserToolset(Slow(), confirm=agree)
    thread = threading.Thread(target=toolset.execute, args=(make_call("click"),))
    thread.start()
    assert started.wait(WAIT)
    with pytest.raises(RuntimeError, match="busy"):
        toolset.execute(make_call("click"))
    assert toolset.close() == {"status": "draining"}
    go_on.set()
    thread.join(WAIT)
    assert toolset.close() == {"status": "closed"}


def test_cancelling_the_task_frees_the_toolset() -> None:
    async def main() -> None:
        started = asyncio.Event()
        toolset = browser.AsyncBrowserToolset(AsyncDriver(started), confirm=agree)
        task = asyncio.ensure_future(toolset.execute(make_call("click")))
        await asyncio.wait_for(started.wait(), WAIT)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert told(await toolset.execute(make_call("list_tabs")))["ok"] is True

    asyncio.run(main())


def test_a_driver_may_ask_whether_the_call_was_cancelled() -> None:
    asked = []

    class Asking(Driver):
        def click(self, action: Any, *, cancelled: Any = None) -> None:
            asked.append(cancelled())

    browser.BrowserToolset(Asking(), confirm=agree).execute(make_call("click"), cancelled=lambda: False)
    assert asked == [False]


def test_what_drivers_and_pages_say_is_not_in_errors() -> None:
    class Failing(Driver):
        def state(self) -> Any:
            raise KeyError("secret")

        def read_page(self, action: Any) -> Any:
            return {"secret": "secret"}

    toolset = browser.BrowserToolset(Failing(), members=["read_page"])
    with pytest.raises(RuntimeError) as caught:
        toolset.execute(make_call("read_page"))
    assert "secret" not in str(caught.value) and caught.value.__cause__ is None
    Failing.state = Driver.state  # type: ignore[method-assign]
    with pytest.raises(RuntimeError, match="read_page returned an invalid result") as caught:
        toolset.execute(make_call("read_page"))
    assert caught.value.__cause__ is None and caught.value.__suppress_context__


def test_types_are_dicts_with_annotations() -> None:
    assert browser.ClickInput(tab_id=None, target="r1") == {"tab_id": None, "target": "r1"}
    assert set(typing.get_type_hints(browser.ClickAtInput)) == {"tab_id", "x", "y", "button", "click_count", "keys"}
    assert set(typing.get_type_hints(browser.BrowserState)) == {"tabs", "observation"}
