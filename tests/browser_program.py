# SPDX-License-Identifier: MIT
"""A program that lets a model use a browser, with the `openai` package or with this one: `browser_program.py NAME`.

It prints what it observes, the same with both clients, so that test_browser_toolset.py can compare the packages. Texts
that each package words itself are left out: descriptions of tools and what the model is told about refused actions.
"""

from __future__ import annotations

import importlib
import inspect
import json
import sys
from typing import Any, Callable, Dict, List

if __package__:
    from .computer_program import run as run_program
    from .tool_runner_program import call
else:
    from computer_program import run as run_program
    from tool_runner_program import call

TABS = [
    {"id": "t1", "title": "Caf\u00e9", "url": "https://user:pw@example.com:443/private?q=1#f", "active": True},
    {"id": "t2", "title": "", "url": "about:blank", "active": False},
]
IMAGE = {"type": "input_image", "image_url": "data:image/png;base64,AA==", "detail": "low"}
REPORT = {"version": 1, "text": "Hi", "omitted": ["private"], "other": 1, "elements": [
    {"ref": "r1", "role": "checkbox", "label": "Yes", "checked": True, "value": "v", "other": 1},
    {"ref": "r2", "role": "listbox", "label": "Pick", "options": [{"label": "A", "value": "", "selected": False}]},
    {"ref": "r3", "role": "button", "label": "Go", "checked": True,
     "options": [{"label": "A", "value": "a", "selected": 1}]},
]}  # fmt: skip
SCOPED = {**REPORT, "scopes": [{"ref": "s1", "label": "Main", "other": 1}]}
OUTCOME = {"version": 1, "status": "completed", "effect": "completed", "cleanup": "pending"}
RESULTS = {"read_page": "text", "get_page_text": None, "find": REPORT, "screenshot": IMAGE, "zoom": IMAGE,
           "read_page_scoped": SCOPED, "read_diagnostics": {**REPORT, "elements": []}, "run_script": "done",
           "upload_file": OUTCOME, "download_file": {**OUTCOME, "status": "refused", "effect": "none"}}  # fmt: skip
TAB: Dict[str, Any] = {"tab_id": None}
POINT = {"x": 1, "y": 2}
ARGUMENTS: Dict[str, Dict[str, Any]] = {
    "navigate": {**TAB, "url": "https://example.com/a"}, "read_page": {**TAB, "filter": "all"}, "get_page_text": TAB,
    "find": {**TAB, "query": "q"}, "click": {**TAB, "target": "r1"}, "type": {**TAB, "text": "t", "target": None},
    "key": {**TAB, "keys": ["a", "a"]}, "scroll": {**TAB, "direction": "up", "amount": 3},
    "select_option": {**TAB, "target": "r", "values": ["a"]}, "hover": {**TAB, "target": "r"}, "screenshot": TAB,
    "zoom": {**TAB, "region": [0, 0, 5, 5]}, "new_tab": {"url": None}, "list_tabs": {}, "switch_tab": {"tab_id": "t"},
    "close_tab": {"tab_id": "t"}, "scroll_to": {**TAB, "target": "r"},
    "wait_for": {**TAB, "text": "a  b", "timeout_ms": 5}, "hover_at": {**TAB, **POINT},
    "set_checked": {**TAB, "target": "r", "checked": False},
    "click_at": {**TAB, **POINT, "button": "left", "click_count": 2, "keys": ["Alt"]},
    "drag_path": {**TAB, "path": [POINT, POINT], "keys": []}, "hold_keys": {**TAB, "keys": ["a"], "duration_ms": 9},
    "read_page_scoped": {**TAB, "root": None, "depth": 2, "filter": "all"},
    "read_diagnostics": {**TAB, "source": "console", "limit": 10},
    "run_script": {**TAB, "source": "s", "timeout_ms": 5}, "upload_file": {"grant_id": "g"},
    "download_file": {"grant_id": "g"},
}  # fmt: skip
WRONG: Dict[str, List[Any]] = {
    "url": [1, None], "tab_id": [1, "t9"], "filter": ["some", None], "query": [None], "target": [5, []],
    "text": [None, " ", "x" * 257], "keys": [["Alt", "Alt"], "a", [1], [""], ["x" * 65], ["Control"] * 5, []],
    "direction": ["in"], "amount": [-1, 1.5, True, 2**53], "values": ["a", [1], []],
    "region": [[1, 2, 3], [5, 0, 1, 9], [0, 5, 9, 1], [0, 0, True, 1], [-1, 0, 1, 1], "abcd"], "x": [-1, 1.0, "1"],
    "timeout_ms": [0, 30001, True, 1.0], "checked": [1, None], "button": ["wheel"], "click_count": [0, 4, True, 1.0],
    "path": [[POINT], [POINT] * 101, [{"x": 1}, POINT], [{**POINT, "z": 1}, POINT]], "duration_ms": [0, 3001],
    "root": ["", "x" * 257, "\u00e9" * 129, "ok"], "depth": [0, 33], "source": ["", "network", 1], "limit": [0, 101],
    "grant_id": ["", "x" * 257, 1],
}  # fmt: skip


class Programs:
    def __init__(self, name: str, server: Any, client: Any) -> None:
        self.module: Any = importlib.import_module(name + ".lib.browser")
        self.name, self.server, self.client = name, server, client
        self.is_async = type(client).__name__.startswith("Async")
        self.lines: List[str] = []
        self.state: Any = {"tabs": TABS}
        self.told: List[Any] = []

    def tell(self, *values: Any) -> None:
        self.lines.append(" ".join(str(value) for value in values))

    def later(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function for the client: async for the async one."""

        async def call_later(*arguments: Any) -> Any:
            return function(*arguments)

        return call_later if self.is_async else lambda *given: function(*given)

    def driver(self, names: Any = None, **methods: Any) -> Any:
        """Return a driver with some or all of the members."""

        class Driver:
            pass

        def make(name: str) -> Any:
            def act(action: Any) -> Any:
                if action != ARGUMENTS[name]:
                    self.tell("driver", name, json.dumps(action, sort_keys=True))
                return RESULTS.get(name)

            return act

        functions = {name: make(name) for name in (self.module.BROWSER_MEMBERS if names is None else names)}
        for name, function in {**functions, "state": lambda: self.state, **methods}.items():
            setattr(Driver, name, staticmethod(self.later(function)))
        return Driver()

    def toolset(self, driver: Any = None, **options: Any) -> Any:
        prefix = "Async" if self.is_async else ""
        yes = self.later(lambda *_: True)
        defaults: Dict[str, Any] = {"confirm": yes, "url_policy": yes}
        if not options.keys() & {"members", "additional_members"}:
            defaults["members"] = self.module.BROWSER_MEMBERS
        return getattr(self.module, prefix + "BrowserToolset")(driver or self.driver(), **{**defaults, **options})

    def make_call(self, member: str, arguments: Any, **fields: Any) -> Any:
        types: Any = importlib.import_module(self.name + ".types.responses")
        text = arguments if isinstance(arguments, str) else json.dumps(arguments)
        item = {**call(1, "browser_" + member, text), **fields}
        return types.ResponseFunctionToolCall.model_construct(**item)

    async def execute(self, toolset: Any, member: str, arguments: Any = None, **options: Any) -> Any:
        """Execute a call, and tell its output without what each package words itself."""
        fields = {name: options.pop(name) for name in ("name", "status", "call_id") if name in options}
        arguments = ARGUMENTS.get(member) if arguments is None else arguments
        seen: List[Any] = []
        made = self.make_call(member, arguments, **fields)
        try:
            result = toolset._execute(made, on_diagnostic=seen.append, **options)
            output, is_ok = await result if inspect.isawaitable(result) else result
            content = output.pop("output")
            told = json.loads(content[0].pop("text"))
            state = told.pop("state", None)
            if str(told.get("error", "own"))[:3] != "own":
                told["error"] = "worded by the package"
            self.tell(is_ok, json.dumps(told), *(json.dumps(part, sort_keys=True) for part in content[1:]))
            told_now = [state, output, content[0]]
            if told_now != self.told:  # since the call before
                self.tell(json.dumps(told_now, sort_keys=True))
                self.told = told_now
        except Exception as error:
            kinds = (self.module.BrowserError, self.module.BrowserCancelledError, RuntimeError)
            kind = next((base for base in kinds if isinstance(error, base)), type(error)).__name__
            self.tell("raised", kind)
        for diagnostic in seen:
            assert diagnostic.pop("duration_ms") >= 0
            assert diagnostic.pop("api") == "browser" and diagnostic.pop("usage") is None
        self.lines[-1] += "".join(" / " + " ".join(str(item[name]) for name in sorted(item)) for item in seen)

    async def members(self) -> None:
        self.tell(self.module.BROWSER_MEMBERS, self.module.DEFAULT_BROWSER_MEMBERS)
        toolset = self.toolset()

        def strip(value: Any) -> Any:
            if isinstance(value, dict):
                return {name: strip(item) if name != "description" else bool(item) for name, item in value.items()}
            return value

        for tool in toolset.tools:
            self.tell(json.dumps(strip(tool), sort_keys=True))
        for member in self.module.BROWSER_MEMBERS:
            await self.execute(toolset, member)
        self.tell(toolset.close())
        await self.execute(toolset, "list_tabs")

    async def arguments(self) -> None:
        toolset = self.toolset()
        for member, valid in ARGUMENTS.items():
            for name in valid:
                for value in WRONG.get(name, [-1]):
                    await self.execute(toolset, member, {**valid, name: value})
                await self.execute(toolset, member, {key: value for key, value in valid.items() if key != name})
            await self.execute(toolset, member, {**valid, "more": 1})
        for text in ("", "[]", "{", "null", '{"tab_id": "\\ud800"}'):
            await self.execute(toolset, "get_page_text", text)
        for source in ("\ud800", "\u00e9" * 40):
            await self.execute(toolset, "run_script", {**ARGUMENTS["run_script"], "source": source})
            await self.execute(toolset, "hold_keys", {**ARGUMENTS["hold_keys"], "keys": [source]})

    async def selections(self) -> None:
        some = ("read_page", "click")
        for names, options in (
            (None, {"members": None}), (some, {"members": None}), (some, {"members": ["click"]}),
            (some, {"members": ["click", "list_tabs"]}), (some, {"members": []}), (some, {"members": ["type"]}),
            (some, {"members": "click"}), (some, {"members": ["click", "click"]}), (some, {"members": ["other"]}),
            (some, {"members": ["click"], "additional_members": []}), (some, {"additional_members": ["click_at"]}),
            (None, {"additional_members": ["click_at", "run_script"]}), (None, {"additional_members": ["click"]}),
            (some, {"members": some, "confirm": None}), (some, {"members": ["read_page"], "confirm": None}),
            (None, {"members": None, "url_policy": None}), (some, {"members": some, "url_policy": None}),
            (some, {"members": some, "confirm_reads": ["read_page"]}),
            (some, {"members": some, "confirm_reads": ["click"]}), (some, {"members": some, "confirm_reads": ["find"]}),
            (some, {"members": some, "confirm_reads": "read_page"}),
            (some, {"members": ["read_page"], "confirm_reads": ["read_page"], "confirm": None}),
        ):  # fmt: skip
            try:
                toolset = self.toolset(self.driver(names), **options)
            except ValueError:
                self.tell(options.get("members"), "refused")
                continue
            self.tell([tool["name"] for tool in toolset.tools])
            for member in ("click", "find", "run_script", "list_tabs", "other"):
                await self.execute(toolset, member)
            for fields in ({"name": "click"}, {"status": "incomplete"}, {"status": None}, {"call_id": None}):
                await self.execute(toolset, "click", **fields)

    async def approvals(self) -> None:
        def show(*arguments: Any) -> None:
            self.tell("asked", json.dumps(arguments, sort_keys=True))

        def fail(*arguments: Any) -> Any:
            raise KeyError("secret")

        def refuse(*arguments: Any) -> Any:
            raise self.module.BrowserError("own words")

        def change(context: Any, *more: Any) -> bool:
            context["arguments"]["url"] = context["arguments"]["target"] = "changed"
            return True

        def answer(value: Any) -> Any:
            return lambda *arguments: show(*arguments) or value

        for function in (answer(True), answer(False), answer(1), answer(None), fail, refuse, change):
            for name in ("confirm", "url_policy"):
                toolset = self.toolset(**{name: self.later(function)})
                for member in ("navigate", "new_tab", "click", "read_page"):
                    await self.execute(toolset, member)
                await self.execute(toolset, "new_tab", {"url": "https://example.com"})
            reading = self.toolset(confirm=self.later(function), confirm_reads=["read_page", "screenshot"])
            for member in ("read_page", "screenshot", "find", "click"):
                await self.execute(reading, member)
                await self.execute(reading, member, skip=True)
            await self.execute(reading, "read_page", "{}")

    async def results(self) -> None:
        def fail(*arguments: Any) -> Any:
            raise KeyError("secret")

        def refuse(*arguments: Any) -> Any:
            raise self.module.BrowserError("own words")

        for member in ("read_page", "get_page_text", "find", "screenshot", "click", "run_script", "upload_file"):
            for function in (fail, refuse):
                await self.execute(self.toolset(self.driver(**{member: function})), member)
        element = REPORT["elements"][0]  # type: ignore[index]
        reports: List[Any] = [
            5, [], {}, {**REPORT, "version": 2}, {**REPORT, "version": True}, {**REPORT, "text": None},
            {**REPORT, "text": "\ud800"}, {**REPORT, "omitted": ["x"]}, {**REPORT, "omitted": ["value", "value"]},
            {**REPORT, "elements": []}, {**REPORT, "elements": None}, {**REPORT, "elements": [element, element]},
            *({**REPORT, "elements": [{**element, **fields}]} for fields in (
                {"ref": ""}, {"ref": "x" * 257}, {"ref": 5}, {"role": "link"}, {"role": None}, {"label": ""},
                {"label": "x" * 257}, {"checked": 1}, {"value": None}, {"value": "x" * 513}, {"options": None},
                {"options": [{"label": "a"}]}, {"options": [{"label": "", "value": ""}]}, {"options": ["a"]},
            )), "text", None, SCOPED, {**SCOPED, "scopes": None}, {**SCOPED, "scopes": []},
            {**SCOPED, "scopes": [{"ref": "r1", "label": "same as an element"}]}, {**SCOPED, "scopes": [{"ref": "s"}]},
        ]  # fmt: skip
        images = [
            None, "image", {}, IMAGE, {**IMAGE, "type": "image"}, {**IMAGE, "image_url": " "}, {**IMAGE, "detail": "x"},
            {**IMAGE, "image_url": None}, {**IMAGE, "file_id": "f"}, {**IMAGE, "file_id": ""}, {**IMAGE, "other": 1},
            {"type": "input_image", "file_id": "f"}, {**IMAGE, "detail": None},
            {**IMAGE, "prompt_cache_breakpoint": {"mode": "explicit"}}, {**IMAGE, "prompt_cache_breakpoint": None},
            {**IMAGE, "prompt_cache_breakpoint": {"mode": "other"}}, {**IMAGE, "prompt_cache_breakpoint": "explicit"},
        ]  # fmt: skip
        outcomes: List[Any] = [{**OUTCOME, "status": status, "effect": effect}
                               for status in ("completed", "refused", "unknown", "interrupted", "other", None)
                               for effect in ("completed", "none", "unknown")]  # fmt: skip
        outcomes += [None, "done", {**OUTCOME, "version": 2}, {**OUTCOME, "cleanup": "other"}, {**OUTCOME, "more": 1}]
        for names, values in (
            (("read_page", "get_page_text", "read_page_scoped", "read_diagnostics"), reports),
            (("screenshot", "zoom"), images),
            (("upload_file",), outcomes),
            (("click", "run_script", "navigate"), ["text", "", None, 5, {}, "\ud800"]),
        ):
            for member in names:
                for value in values:
                    toolset = self.toolset(self.driver(**{member: lambda _, value=value: value}))
                    await self.execute(toolset, member)

    async def states(self) -> None:
        toolset = self.toolset()
        tab = TABS[0]
        for state in (
            None, {}, {"tabs": None}, {"tabs": []}, {"tabs": [tab, tab]}, {"tabs": [TABS[1]]}, {"tabs": ["t"]},
            {"tabs": [{**tab, "active": 1}]}, {"tabs": [{**tab, "id": 5}]}, {"tabs": [{**tab, "title": None}]},
            {"tabs": [{**tab, "id": ""}]}, {"tabs": TABS, "more": 1}, {"tabs": TABS, "observation": None},
        ):  # fmt: skip
            self.tell(json.dumps(state)[:80])
            self.state = state
            await self.execute(toolset, "list_tabs")
        for url in (
            "https://example.com", "HTTP://EXAMPLE.com:80/a?b#c", "https://example.com:8443/", "http://h:443",
            "http://127.0.0.1:0/", "http://[::1]:8080/x", "http://[0:0::1]/", "http://[::1", "http://[x]/",
            "https://example.com./a", "https://a_b.example/", "https://-a.example", "http://1.2.3", "http://0x7f.1",
            "http://127.0.0.01", "http://1.2.3.4./", "https://", "https:///x", "https://:80", "https://h:x", "https://h:",
            "https://h:65536", "https://h:99999", "https://a%41.example", "https://b\u00fccher.example/x",
            "https://B\u00dcCHER.example", "https://xn--bcher-kva.example", "https://stra\u00dfe.example",
            "https://a b.example", "https://a\\b.example", "https://u%40:p@example.com/", "https://u@v@example.com/",
            "about:blank", "about:srcdoc", "data:text/html,x", "file:///etc/passwd", "chrome://settings", "x", "",
            "javascript:alert(1)", "https://" + "a" * 64 + ".example", "//example.com", "ftp://example.com/x",
            "https://" + ".".join(["a" * 60] * 40), "https://h\u3002example", "blob:https://example.com/id",
        ):  # fmt: skip
            for observation in (None, self.observation()):
                self.tell(url[:50].encode("unicode_escape").decode())
                self.state = {"tabs": [{**tab, "url": url}], **({"observation": observation} if observation else {})}
                await self.execute(toolset, "list_tabs")

    def observation(self, *changes: Any, dropped: int = 0, **fields: Any) -> Dict[str, Any]:
        numbered = [{"sequence": dropped + number, **change} for number, change in enumerate(changes, 1)]
        return {"version": 1, "sequence": dropped + len(changes), "dropped_changes": dropped, "title_truncated": False,
                "changes": numbered, **fields}  # fmt: skip

    async def observations(self) -> None:
        toolset = self.toolset()
        opened = {"type": "tab_opened", "tab_id": "t1"}
        changes: List[Any] = [{"type": kind, "tab_id": "t1"} for kind in
                              ("tab_opened", "tab_closed", "tab_switched", "navigation", "other", 5, None)]  # fmt: skip
        for kind, name, values in (
            ("navigation_refused", "reason", ("policy", "unsupported", "other", None)),
            ("dialog_dismissed", "kind", ("alert", "confirm", "prompt", "beforeunload", "other", "x")),
            ("download", "status", ("blocked", "started", "completed", "failed", "x", 5)),
        ):
            changes += [{"type": kind, name: value, "tab_id": "t1"} for value in values]
            changes += [{"type": kind, name: values[0], "tab_id": None}, {"type": kind, name: values[0]}]
            changes += [{"type": kind, "tab_id": "t1"}]
        changes += [{**opened, "tab_id": tab_id} for tab_id in ("", None, 5, "x" * 129, "x" * 128, "\ud800")]
        changes += [{**opened, "sequence": 2}, {**opened, "sequence": True}, {**opened, "more": 1}, "x"]
        observations = [self.observation(change) if isinstance(change, dict) else
                        self.observation(sequence=1, changes=[change]) for change in changes]  # fmt: skip
        observations += [self.observation(opened, **fields) for fields in (
            {"version": 2}, {"version": True}, {"sequence": 2}, {"sequence": -1}, {"dropped_changes": None},
            {"title_truncated": 0}, {"changes": None}, {"more": 1}, {"title_truncated": True},
        )]  # fmt: skip
        observations += [self.observation(opened, opened, dropped=5)]
        for observation in observations:
            self.state = {"tabs": TABS, "observation": observation}
            await self.execute(toolset, "list_tabs")
        for fields in ({"title": "x" * 1025}, {"title": "\u00e9" * 600}, {"title": "\ud800"}, {"id": "x" * 129}):
            self.state = {"tabs": [{**TABS[0], **fields}], "observation": self.observation()}
            await self.execute(toolset, "list_tabs")
        closed = {"type": "tab_closed", "tab_id": "t1"}
        for before, after in (
            ([opened], [opened, closed]), ([opened], [opened]), ([opened, closed], [opened]), ([opened], [closed]),
            ([], [opened]), ([opened], None), (None, [opened]),
        ):  # fmt: skip
            for dropped in (0, 1):

                def read(states: Any = iter((before, after)), dropped: int = dropped) -> Any:  # noqa: B008
                    given = next(states)
                    if given is None:
                        return {"tabs": TABS}
                    return {"tabs": TABS, "observation": self.observation(*given[dropped:], dropped=dropped)}

                await self.execute(self.toolset(self.driver(state=read)), "list_tabs")

        def shifted(states: Any = iter(((0, 3), (2, 3)))) -> Any:  # noqa: B008
            dropped, end = next(states)
            changes = [opened, closed, opened][dropped:end]
            return {"tabs": TABS, "observation": self.observation(*changes, dropped=dropped)}

        await self.execute(self.toolset(self.driver(state=shifted)), "list_tabs")

        def fail() -> Any:
            raise KeyError("secret")

        await self.execute(self.toolset(self.driver(state=fail)), "list_tabs")

    async def cancelled(self) -> None:
        for member in ("navigate", "read_page", "click", "list_tabs"):
            for limit in range(9):
                asked: List[int] = []

                def cancelled(asked: Any = asked, limit: int = limit) -> bool:
                    asked.append(1)
                    return len(asked) > limit

                await self.execute(self.toolset(), member, cancelled=cancelled)
                reading = self.toolset(confirm_reads=["read_page"])
                asked.clear()
                await self.execute(reading, member, cancelled=cancelled, skip=limit % 2 == 1)
        stop: List[int] = []

        def fail(*arguments: Any) -> Any:
            stop.append(1)
            raise KeyError("secret")

        def wrong(*arguments: Any) -> Any:
            stop.append(1)
            return 5

        for name, function in (("click", fail), ("screenshot", wrong), ("state", fail), ("click", wrong)):
            stop.clear()
            toolset = self.toolset(self.driver(**{name: function}))
            await self.execute(toolset, "click" if name == "state" else name, cancelled=lambda: bool(stop))

    async def in_a_tool_runner(self) -> None:
        runners = importlib.import_module(self.name + ".lib.responses_tool_runner")
        prefix = "Async" if self.is_async else ""

        def click(action: Any) -> None:
            raise self.module.BrowserError("own words")

        browser = self.toolset(self.driver(click=click), members=["click", "screenshot", "read_page", "list_tabs"])
        runner = getattr(runners, prefix + "ResponsesToolRunner")(browser=browser)

        def make(number: int, member: str) -> Any:
            return call(number, "browser_" + member, json.dumps(ARGUMENTS[member]))

        for script in (
            [[make(1, "read_page"), make(2, "screenshot")], [make(3, "list_tabs")]],
            [[make(1, "read_page"), make(2, "click"), make(3, "screenshot")], [make(4, "read_page")]],
            [[make(1, "type")]], [[{**make(1, "click"), "arguments": "{}"}]],
        ):  # fmt: skip
            self.server.script = list(script)
            try:
                result = runner.run(self.client, {"model": "m", "input": "Go on."})
                result = await result if inspect.isawaitable(result) else result
                self.tell("result", result.output_text)
            except runners.ToolRunnerError as error:
                self.tell("raised", error.attempted_call_ids, error.completed_call_ids)
            for body, _ in self.server.requests:
                for item in body["input"]:
                    for part in item.get("output") or ():
                        if "text" in part:
                            told = json.loads(part.pop("text"))
                            part["told"] = {**told, "error": bool(told.get("error"))}
                self.tell(json.dumps(body["input"], sort_keys=True))
            self.server.requests = []


PROGRAMS = ("members", "arguments", "selections", "approvals", "results", "states", "observations", "cancelled",
            "in_a_tool_runner")  # fmt: skip


def run(name: str, program: str) -> List[List[str]]:
    """Return the lines of a program with the sync and with the async client."""
    return run_program(name, program, Programs)


if __name__ == "__main__":
    for chosen in sys.argv[2:] or PROGRAMS:
        sync_lines, async_lines = run(sys.argv[1], chosen)
        assert sync_lines == async_lines
        print("#", chosen)
        print("\n".join(sync_lines))
