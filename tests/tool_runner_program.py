# SPDX-License-Identifier: MIT
"""A program that uses tool runners, with the `openai` package or with this one: `tool_runner_program.py NAME`.

It prints the requests that it sent and what it observes, a line each, so that test_tool_runner.py can compare the two.
"""

from __future__ import annotations

import asyncio
import http.server
import importlib
import inspect
import json
import sys
import threading
from typing import Any, Callable, Dict, List

WEATHER = {"type": "function", "name": "weather", "parameters": {"type": "object"}, "strict": False}
CLOCK = {"type": "function", "name": "clock", "parameters": {"type": "object"}, "strict": False}
MCP = {
    "type": "mcp",
    "server_label": "mail",
    "server_url": "https://user:secret@mail.example",
    "authorization": "secret",
}


def call(number: int, name: str = "weather", arguments: str = '{"city": "Oslo"}', **fields: Any) -> Dict[str, Any]:
    return {"type": "function_call", "id": "fc_{}".format(number), "call_id": "call_{}".format(number), "name": name,
            "arguments": arguments, "status": "completed", **fields}  # fmt: skip


def message(text: str = "Cold.", **fields: Any) -> Dict[str, Any]:
    part = {"type": "output_text", "text": text, "annotations": [], "logprobs": []}
    return {"type": "message", "id": "msg_" + str(len(text)), "role": "assistant", "status": "completed",
            "content": [part], **fields}  # fmt: skip


APPROVAL = {"type": "mcp_approval_request", "id": "mcpr_1", "server_label": "mail", "name": "send", "arguments": "{}"}
MCP_CALL = {"type": "mcp_call", "id": "mcp_1", "server_label": "mail", "name": "send", "arguments": "{}",
            "approval_request_id": "mcpr_1", "output": "sent", "error": None, "status": "completed"}  # fmt: skip
SEARCH = {"type": "web_search_call", "id": "ws_1", "status": "completed", "action": {"type": "search", "query": "q"}}
REASONING = {"type": "reasoning", "id": "rs_1", "summary": [], "encrypted_content": "abc"}


class Server:
    """A server whose responses have the outputs of a script, one after the other."""

    def __init__(self) -> None:
        self.script: List[Any] = []
        self.requests: List[Any] = []
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = 65536  # one segment for head and body

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                status, data, kind = server.respond(body, self.headers.get("Idempotency-Key"))
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: Any) -> None:
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        threading.Thread(target=self.http.serve_forever, args=(0.01,), daemon=True).start()
        self.url = "http://127.0.0.1:{}".format(self.http.server_address[1])

    def respond(self, body: Any, key: Any) -> Any:
        self.requests.append((body, key and ("own" if key == "own" else "another")))
        output = self.script.pop(0) if self.script else [message()]
        if output is None:
            return 400, b'{"error": {"message": "refused"}}', "application/json"
        status = "completed"
        if isinstance(output, str):
            status, output = output, [message()]
        response = {"id": "resp_{}".format(len(self.requests)), "object": "response", "created_at": 1, "model": "m",
                    "status": status, "output": output, "parallel_tool_calls": True, "tool_choice": "auto", "tools": [],
                    "usage": {"input_tokens": 1, "output_tokens": 2, "total_tokens": 3}}  # fmt: skip
        if not body.get("stream"):
            return 200, json.dumps(response).encode(), "application/json"
        events: List[Dict[str, Any]] = [{"type": "response.created", "response": {**response, "output": []}}]
        for index, item in enumerate(output):
            events.append({"type": "response.output_item.added", "output_index": index, "item": item})
            events.append({"type": "response.output_item.done", "output_index": index, "item": item})
        events.append({"type": "response.completed", "response": response})
        text = "".join(
            "event: {}\ndata: {}\n\n".format(event["type"], json.dumps({**event, "sequence_number": number}))
            for number, event in enumerate(events)
        )
        return 200, text.encode(), "text/event-stream"


class Programs:
    def __init__(self, name: str, server: Server, client: Any) -> None:
        self.runners: Any = importlib.import_module(name + ".lib.responses_tool_runner")
        self.server, self.client = server, client
        self.is_async = type(client).__name__.startswith("Async")
        self.lines: List[str] = []

    def tell(self, *values: Any) -> None:
        self.lines.append(" ".join(str(value) for value in values))

    def named(self, name: str) -> Any:
        return getattr(self.runners, "Async" + name if self.is_async else name)

    def later(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function for the client: async for the async one."""

        async def call_later(argument: Any) -> Any:
            return function(argument)

        return call_later if self.is_async else function

    def function(self, tool: Any, execute: Callable[..., Any], **options: Any) -> Any:
        return self.named("RegisteredFunction")(tool, self.later(execute), **options)

    def runner(self, **options: Any) -> Any:
        functions = [
            self.function(
                WEATHER, lambda arguments: "cold in {}".format(arguments.get("city")), allow_output_override=True
            ),
            self.function(CLOCK, lambda arguments: [{"type": "input_text", "text": "12:00"}], independent=True),
        ]
        return self.named("ResponsesToolRunner")(**{"functions": functions, **options})

    async def run(self, *script: Any, runner: Any = None, **options: Any) -> Any:
        """Run a script and tell the result or error, and the requests."""
        self.server.script = list(script)
        params = {"model": "m", "input": "Weather?", **options.pop("params", {})}
        result: Any = None
        try:
            result = (runner or self.runner()).run(self.client, params, **options)
            result = await result if inspect.isawaitable(result) else result
            self.tell("result", result.id, result.output_text)
        except Exception as error:
            kind = next((base for base in (ValueError, RuntimeError) if isinstance(error, base)), type(error)).__name__
            ids = getattr(error, "attempted_call_ids", ""), getattr(error, "completed_call_ids", "")
            self.tell("raised", kind, *ids)
        self.tell_requests()
        return result

    def tell_requests(self) -> None:
        self.tell(json.dumps(self.server.requests, sort_keys=True))
        self.server.requests = []

    async def turns(self, runner: Any, *script: Any, act: Any = None, **options: Any) -> None:
        self.server.script = list(script)
        params = {"model": "m", "input": [{"role": "user", "content": "a"}]}
        turns = runner.iterate(self.client, params, **options)
        try:
            if self.is_async:
                async for turn in turns:
                    self.tell_turn(turn, act)
            else:
                for turn in turns:
                    self.tell_turn(turn, act)
        except Exception as error:
            self.tell("raised", type(error).__name__)
        self.tell_requests()

    def tell_turn(self, turn: Any, act: Any) -> None:
        self.tell(turn.step, turn.final, turn.tools_executed, turn.attempted_call_ids, turn.completed_call_ids)
        if act is not None:
            try:
                act(turn)
            except ValueError:
                self.tell("refused")

    async def whole_runs(self) -> None:
        await self.run()
        await self.run([REASONING, call(1), call(2, "clock", "{}")], [call(3)])
        await self.run([call(1)], [call(2)], max_steps=2)
        await self.run([call(1)], [message()], params={"extra_headers": {"Idempotency-Key": "own"}, "store": False})
        await self.run([SEARCH, message()], params={"tools": [{"type": "web_search"}], "include": ["a"]})
        await self.run([SEARCH, call(1)], params={"tools": [{"type": "web_search"}], "tool_choice": "required"})
        await self.run([message(phase="commentary"), call(1)])
        choice = {"type": "allowed_tools", "mode": "auto", "tools": [{"type": "function", "name": "clock"}]}
        await self.run([call(1)], params={"tool_choice": choice})
        await self.run([call(1, "clock", "{}")], params={"tool_choice": choice})

    async def refused_responses(self) -> None:
        for output in (
            None, "incomplete", [], [message(phase="commentary")], [call(1, "other")], [call(1), call(1)], [SEARCH],
            [call(1, arguments="{")], [call(1, arguments="[]")], [call(1, arguments="[NaN]")],
            [call(1, status="incomplete")], [call(1, namespace="n")], [call(1, namespace="weather")],
            [message(status="incomplete")], [{**REASONING, "summary": None}], [{"type": "custom_tool_call", "id": "x"}],
            [call(1, caller={"type": "program", "caller_id": "x"})], [{**call(1), "id": None}],
            [call(1), {**call(2), "id": "fc_1"}],
            [{"type": "compaction", "id": "c", "encrypted_content": "e"}, call(1)],
        ):  # fmt: skip
            self.tell(json.dumps(output)[:60])
            await self.run(output)

    async def refused_arguments(self) -> None:
        for options in (
            {"max_steps": 0}, {"max_concurrent_calls": 0}, {"eager": True}, {"params": {"stream": True}},
            {"params": {"previous_response_id": "r"}}, {"params": {"background": True}},
            {"params": {"tools": [WEATHER]}},
            {"params": {"tool_choice": "required"}}, {"params": {"tool_choice": {"type": "function", "name": "clock"}}},
            {"params": {"extra_body": {"input": []}}}, {"params": {"tools": [MCP, MCP]}},
            {"params": {"tools": [{"type": "image_generation"}], "store": False}}, {"context_budget": {"max": 1}},
            {"ledger": self.named("ResponsesToolLedger")("", print)},
        ):  # fmt: skip
            await self.run(**options)
        for functions in ([self.function(WEATHER, print)] * 2, [self.function({**CLOCK, "name": ""}, print)]):
            try:
                self.runner(functions=functions)
            except ValueError:
                self.tell("refused")
        for early in ({"functions": ["other"]}, {"computer": True}, {"a": 1}, {"functions": ["clock", "clock"]}):
            try:
                self.runner(early_execution=early)
            except ValueError:
                self.tell("refused")

    async def functions(self) -> None:
        def fail(arguments: Any) -> str:
            raise KeyError("secret")

        diagnostics: List[Any] = []
        for execute in (
            fail, lambda arguments: 5, lambda arguments: None, lambda arguments: [{"type": "input_text"}],
            lambda arguments: [{"type": "input_image", "image_url": "u", "detail": "low"}],
            lambda arguments: [{"type": "input_image", "image_url": " "}], lambda arguments: [{"type": "other"}],
            lambda arguments: [{"type": "input_file", "file_id": "f", "prompt_cache_breakpoint": {"mode": "explicit"}}],
        ):  # fmt: skip
            runner = self.runner(functions=[self.function(WEATHER, execute)])
            await self.run([call(1)], runner=runner, on_diagnostic=diagnostics.append)
        await self.run([call(1, arguments="{")], on_diagnostic=diagnostics.append)
        await self.run(None, on_diagnostic=diagnostics.append)
        for diagnostic in diagnostics:
            assert diagnostic.pop("duration_ms") >= 0
            self.tell(json.dumps(diagnostic, sort_keys=True))
        answers = iter([False, False, False, True])
        await self.run([call(1)], cancelled=lambda: next(answers, True))
        runner = self.runner()
        self.tell(runner.close())
        await self.run(runner=runner)

    async def streams(self) -> None:
        kinds: List[str] = []
        await self.run([call(1)], stream=True, on_event=self.later(lambda event: kinds.append(event.type)))
        self.tell(kinds)
        for options in ({}, {"early_execution": {"functions": ["clock"]}}, {"early_execution": {}}):
            for script in ([call(1), call(2, "clock", "{}")], [call(1, "clock", "{}"), call(2, "clock", "{}"), call(3)],
                           [SEARCH, call(1)]):  # fmt: skip
                runner = self.runner(**options)
                await self.turns(runner, script, stream=True, eager=True)
        for decisions in (["execute", "defer"], ["defer"], ["other"]):
            chosen = iter(decisions)
            await self.turns(self.runner(), [call(1), call(2)], stream=True, eager=True,
                             before_early_call=self.later(lambda item, chosen=chosen: next(chosen)))  # fmt: skip

    async def turns_of_a_run(self) -> None:
        def supplied(number: int, **fields: Any) -> Dict[str, Any]:
            call_id = "call_{}".format(number)
            return {"type": "function_call_output", "call_id": call_id, "output": "supplied", **fields}

        def act(turn: Any) -> None:
            turn.append_user_text("Please hurry.")
            turn.supply_outputs([supplied(1)])

        await self.turns(self.runner(), [call(1), call(2, "clock", "{}")], [call(3)], act=act)
        for outputs in ([supplied(2)], [supplied(1), supplied(1)], [supplied(1, output=5)], [supplied(1, a=1)], "x"):
            await self.turns(self.runner(), [call(1), call(2, "clock", "{}")],
                             act=lambda turn, outputs=outputs: turn.supply_outputs(outputs))  # fmt: skip
        await self.turns(self.runner(), act=lambda turn: turn.append_user_text("late"))

    async def approvals(self) -> None:
        params = {"tools": [MCP]}
        for answer in (True, False, "yes"):

            def approve(request: Any, answer: Any = answer) -> Any:
                self.tell(request.name, request.server_label)
                return answer

            script = [[APPROVAL], [MCP_CALL, message()]]
            await self.run(*script, params=params, approve_mcp=self.later(approve))
        await self.run([APPROVAL], params=params)
        await self.run([{**MCP_CALL, "approval_request_id": None}, message()], params=params)
        never = {**MCP, "require_approval": "never", "allowed_tools": ["send"]}
        await self.run([{**MCP_CALL, "approval_request_id": None}, message()], params={"tools": [never]})
        await self.run(
            [{**MCP_CALL, "approval_request_id": None, "name": "read"}, message()], params={"tools": [never]}
        )
        await self.run([APPROVAL], params={"tools": [never]})
        await self.run(
            [APPROVAL],
            [{**MCP_CALL, "arguments": "[]"}, message()],
            params=params,
            approve_mcp=self.later(lambda _: True),
        )

    def ledger(self, saved: List[Any], resume_from: Any = None) -> Any:
        async def save(checkpoint: Any) -> None:
            saved.append(checkpoint)

        return self.named("ResponsesToolLedger")("run", save if self.is_async else saved.append, resume_from)

    async def ledgers(self) -> None:
        saved: List[Any] = []
        script = [[REASONING, call(1)], [call(2, "clock", "{}")]]
        await self.run(*script, ledger=self.ledger(saved))
        for checkpoint in saved:
            self.tell(json.dumps(checkpoint, sort_keys=True))
        boundary = [checkpoint for checkpoint in saved if checkpoint["phase"] == "boundary"][1]
        for changes in ({}, {"run_id": "other"}, {"tools": []}, {"phase": "pending"}, {"max_steps": 3}):
            await self.run(ledger=self.ledger([], {**boundary, **changes}), params={"input": "What now?"})
        await self.run(ledger=self.ledger([], boundary), params={"input": []})
        saved.clear()
        await self.run([call(1), SEARCH], [MCP_CALL, message()], ledger=self.ledger(saved),
                       params={"tools": [{**MCP, "require_approval": "never"}, {"type": "web_search"}]})  # fmt: skip
        for checkpoint in saved:
            self.tell(json.dumps(checkpoint, sort_keys=True))
        saved.clear()
        await self.run([call(1), call(2)], ledger=self.ledger(saved), stream=True, eager=True)
        for checkpoint in saved:
            self.tell(json.dumps(checkpoint, sort_keys=True))

    async def budgets(self) -> None:
        def compact(snapshot: Any) -> Any:
            self.tell(snapshot["eligible_call_ids"], snapshot["input_images"], snapshot["input_bytes"])
            return {"drop_call_ids": snapshot["eligible_call_ids"][:1], "summary": "It is cold."}

        budget: Dict[str, Any] = {"max_input_bytes": 330, "max_input_images": 0}
        script = [[call(1)], [call(2)]]
        await self.run(*script, context_budget=budget)
        for bytes_allowed in (100, 600, 650, 4000):
            budget = {"max_input_bytes": bytes_allowed, "max_input_images": 0, "compact": compact}
            await self.run(*script, context_budget=budget)
        await self.run(*script, context_budget={**budget, "max_input_bytes": 100, "compact": lambda _: {"a": 1}})

    async def typed(self) -> None:
        """Functions whose arguments are models; needs pydantic."""
        import pydantic

        class Place(pydantic.BaseModel):
            city: str

        name = self.runners.__name__.partition(".")[0]
        tool = importlib.import_module(name).pydantic_responses_function_tool(Place, name="weather")

        async def later(place: Place) -> str:
            return "later in " + place.city

        execute = later if self.is_async else lambda place: "now in " + place.city
        function = self.named("RegisteredFunction").from_tool(tool, execute=execute)
        await self.run([call(1)], runner=self.runner(functions=[function]))
        await self.run([call(1)], runner=self.runner(functions=[function]), stream=True)
        await self.run([call(1, arguments='{"town": 1}')], runner=self.runner(functions=[function]))
        try:
            self.named("RegisteredFunction").from_tool(WEATHER, execute=execute)
        except ValueError:
            self.tell("refused")


PROGRAMS = ("whole_runs", "refused_responses", "refused_arguments", "functions", "streams", "turns_of_a_run",
            "approvals", "ledgers", "budgets")  # fmt: skip


def run(name: str, program: str) -> List[List[str]]:
    """Return the lines of a program with the sync and with the async client."""
    package: Any = importlib.import_module(name)
    server = Server()
    results = []
    try:
        for client_class in (package.OpenAI, package.AsyncOpenAI):
            client = client_class(api_key="k", base_url=server.url, max_retries=0)
            programs = Programs(name, server, client)
            asyncio.run(_run(programs, program))
            results.append(programs.lines)
    finally:
        server.http.shutdown()
        server.http.server_close()
    return results


async def _run(programs: Programs, program: str) -> None:
    await asyncio.wait_for(getattr(programs, program)(), 60)
    closing = programs.client.close()
    if inspect.isawaitable(closing):
        await closing


if __name__ == "__main__":
    for chosen in sys.argv[2:] or (*PROGRAMS, "typed"):
        for lines in run(sys.argv[1], chosen):
            print("#", chosen)
            print("\n".join(lines))
