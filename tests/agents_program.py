# SPDX-License-Identifier: MIT
"""A program that uses agents, with the `openai` package or with this one: `agents_program.py NAME`.

It prints the requests that it sent and what it observes, a line each, so that test_agents.py can compare the two.
"""

from __future__ import annotations

import asyncio
import contextlib
import http.server
import importlib
import inspect
import json
import os
import sys
import tempfile
import threading
import warnings
from typing import Any, Dict, List, Optional, Tuple

SESSION = {"id": "ses_1", "object": "agent.session", "status": "idle", "required_actions": [], "created_at": 1}
TURN = {"id": "turn_1", "session_id": "ses_1", "status": "in_progress", "subagent_id": None, "object": "turn"}
CALL = {"id": "fc_1", "type": "function_call", "call_id": "call_1", "name": "weather", "status": "in_progress",
        "turn_id": "turn_1", "arguments": '{"city": "Oslo"}'}  # fmt: skip
TEXT = {"type": "output_text", "text": '{"city": "Oslo", "degrees": 3}'}
ANSWER = {"id": "msg_1", "type": "message", "role": "assistant", "status": "completed", "turn_id": "turn_1",
          "phase": "final_answer", "content": [TEXT]}  # fmt: skip


def event(kind: str, **fields: Any) -> Dict[str, Any]:
    return {"type": "agent.session." + kind, "session_id": "ses_1", **fields}


CREATED = event("created", session=SESSION)
TURN_CREATED = event("turn.created", turn=TURN, turn_id="turn_1")
ADDED = event("turn.item.added", item=CALL, output_index=0, turn_id="turn_1")
ACTION = event("requires_action", session={**SESSION, "status": "requires_action", "required_actions": [CALL]})
PROGRESS = event("in_progress", session=SESSION)
DONE = event("turn.item.done", item=ANSWER, output_index=1, turn_id="turn_1")
COMMENT = event(
    "turn.item.done", item={**ANSWER, "id": "msg_0", "phase": "commentary"}, output_index=0, turn_id="turn_1"
)
IDLE = event("idle", session=SESSION)
FAILED = event("failed", session={**SESSION, "status": "failed"})
ERROR = {"type": "error", "message": "busy", "code": "overloaded"}


def end(status: str) -> Dict[str, Any]:
    return event("turn." + status, turn={**TURN, "status": status}, turn_id="turn_1")


BUILTINS = (TypeError, ValueError, RuntimeError)  # of errors that have a name of their own in one of the packages
USUAL = [TURN_CREATED, ADDED, ACTION, PROGRESS, COMMENT, DONE, end("completed"), IDLE]
UNKNOWN_CALL = {"error": {"code": "invalid_request_error", "message": "Unknown pending tool call: call_1"}}


class Server:
    """A server with the endpoints of agents; `events` is what a session's stream sends."""

    def __init__(self) -> None:
        self.requests: List[Tuple[str, str, Any, Dict[str, str]]] = []
        self.events: List[Dict[str, Any]] = USUAL
        self.status = "idle"
        self.refused = 0  # results of tools to refuse as not pending yet
        self.failing_uploads: List[int] = []
        self.uploads = 0
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = 65536  # one segment for head and body

            def do_GET(self) -> None:
                server.handle(self)

            do_POST = do_GET

            def log_message(self, *_: Any) -> None:
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        threading.Thread(target=self.http.serve_forever, args=(0.01,), daemon=True).start()
        self.url = "http://127.0.0.1:{}".format(self.http.server_address[1])

    def handle(self, request: Any) -> None:
        body: Any = request.rfile.read(int(request.headers.get("Content-Length") or 0))
        if request.headers.get("Content-Type", "").startswith("application/json"):
            body = json.loads(body)
        else:
            body = sorted(line.decode() for line in body.split(b"\r\n") if line and not line.startswith(b"--"))
        path = request.path.split("?")[0]
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.requests.append((request.command, request.path, body, headers))
        status, answer = self.respond(request.command, path, body)
        if isinstance(answer, list):
            data = "".join("data: {}\n\n".format(json.dumps(item)) for item in answer).encode()
            kind = "text/event-stream"
        elif isinstance(answer, bytes):
            data, kind = answer, "application/octet-stream"
        else:
            data, kind = json.dumps(answer).encode(), "application/json"
        request.send_response(status)
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(data)))
        request.end_headers()
        request.wfile.write(data)

    def respond(self, method: str, path: str, body: Any) -> Tuple[int, Any]:
        if path == "/agents/sessions" and method == "POST":
            return (200, [CREATED, *self.numbered()]) if body.get("stream") else (200, SESSION)
        if path == "/agents/sessions/ses_1/events":
            if method == "GET":
                return 200, self.numbered()
            if body["events"][0]["type"].endswith("tool_result") and self.refused:
                self.refused -= 1
                return 400, UNKNOWN_CALL
            return 200, {}
        if path == "/agents/sessions/ses_1":
            return 200, {**SESSION, "status": self.status}
        if path == "/files":
            self.uploads += 1
            if self.uploads in self.failing_uploads:
                return 400, {"error": {"message": "refused"}}
            return 200, {"id": "file_{}".format(self.uploads), "object": "file", "filename": "a", "bytes": 1,
                         "created_at": 1, "purpose": "user_data", "status": "processed"}  # fmt: skip
        if path.endswith("/artifacts"):
            artifact = {"id": "art_1", "object": "agent.session.artifact", "session_id": "ses_1", "turn_id": "turn_1"}
            data = [{**artifact, "path": "/workspace/outputs/a.txt"}, {**artifact, "id": "art_2", "path": "twice"},
                    {**artifact, "id": "art_3", "path": "twice"}]  # fmt: skip
            return 200, {"object": "list", "data": data, "has_more": False}
        if path.endswith("/content"):
            return 200, b"content of " + path.split("/")[-2].encode()
        if path.endswith("/files") and method == "POST":
            return (200, {"path": body["path"], "size": 3}) if "env_1" in path else (400, {"error": {"message": "no"}})
        return 404, {"error": {"message": "unknown " + path}}

    def numbered(self) -> List[Dict[str, Any]]:
        return [{"event_id": "evt_{}".format(index), **item} for index, item in enumerate(self.events)]

    def take_requests(self) -> List[Any]:
        """Return what was sent since the last time; keys are checked here because they are random."""
        taken, self.requests = self.requests, []
        keys = [headers.get("idempotency-key") for *_, headers in taken]
        return [
            (method, path, body, headers.get("openai-beta"), key and ("own" if key == "own" else keys.index(key)))
            for (method, path, body, headers), key in zip(taken, keys)
        ]


class Programs:
    """What the program does; `run` calls each with a sync and with an async client."""

    def __init__(self, name: str, server: Server, client: Any) -> None:
        self.package: Any = importlib.import_module(name)
        self.agents: Any = importlib.import_module(name + ".lib.beta.agents")
        self.server = server
        self.client = client
        self.is_async = type(client).__name__.startswith("Async")
        self.lines: List[str] = []

    def tell(self, *values: Any) -> None:
        self.lines.append(" ".join(str(value) for value in values))

    async def do(self, value: Any) -> Any:
        return await value if inspect.isawaitable(value) else value

    async def run(self, program: str) -> None:
        await asyncio.wait_for(getattr(self, program)(), 60)
        await self.do(self.client.close())

    async def each(self, stream: Any) -> List[Any]:
        return [item async for item in stream] if self.is_async else list(stream)

    @contextlib.asynccontextmanager
    async def opened(self, manager: Any) -> Any:
        if self.is_async:
            async with manager as value:
                yield value
        else:
            with manager as value:
                yield value

    async def attempt(self, awaitable: Any) -> Any:
        """Return a result, or tell the error."""
        try:
            return await awaitable
        except Exception as error:
            cause = error.__cause__
            kind = next((base for base in BUILTINS if isinstance(error, base)), type(error)).__name__
            self.tell("raised", kind, getattr(error, "reason", ""), type(cause).__name__ if cause else "")
            return error

    def handlers(self, **changes: Any) -> Dict[str, Any]:
        async def later(arguments: Any) -> Any:
            return "later in " + arguments["city"]

        return {"weather": later if self.is_async else lambda arguments: "now in " + arguments["city"], **changes}

    async def result_of(self, **arguments: Any) -> Any:
        arguments = {"input": "Weather?", "tool_handlers": self.handlers(), **arguments}
        async with self.opened(self.client.beta.agents.sessions.stream("ses_1", **arguments)) as stream:
            return await self.do(stream.get_final_result())

    def tell_result(self, result: Any) -> None:
        if isinstance(result, self.agents.AgentTurnResult):
            self.tell(result.turn_id, result.session_id, result.output_text, len(result.messages), result.output_parsed)
            self.tell(type(result.messages[0]).__name__, result.turn.status)
        elif isinstance(result, self.agents.AgentTurnResultError):
            self.tell(result, result.turn_id, result.session_id, len(result.messages), len(result.required_actions))
        self.tell(json.dumps(self.server.take_requests()).replace("later in", "now in"))

    async def stream_a_turn(self) -> None:
        async with self.opened(
            self.client.beta.agents.sessions.stream("ses_1", input="Hi", tool_handlers=self.handlers())
        ) as stream:
            for item in await self.each(stream):
                self.tell(item.type, item.event_id)
            self.tell(await self.each(stream))
            await self.attempt(self.do_late_result(stream))
        self.tell_result(None)
        await self.attempt(self.enter_again(stream))

    async def do_late_result(self, stream: Any) -> Any:
        return await self.do(stream.get_final_result())

    async def enter_again(self, stream: Any) -> Any:
        async with self.opened(stream):
            pass

    async def results(self) -> None:
        self.tell_result(await self.result_of(idempotency_key="own"))
        self.tell_result(await self.result_of(extra_headers={"idempotency-KEY": "own", "X-A": "1"}))
        messages = [{"role": "user", "content": [{"type": "input_text", "text": "a"}]}]
        self.tell_result(await self.result_of(input=messages))
        for events in (
            [TURN_CREATED, end("failed"), IDLE], [TURN_CREATED, DONE, end("cancelled"), IDLE], [TURN_CREATED, FAILED],
            [TURN_CREATED, DONE], [TURN_CREATED, ACTION, IDLE],
            [IDLE, TURN_CREATED, ERROR, DONE, end("completed"), IDLE],
            [TURN_CREATED, TURN_CREATED, DONE, DONE, end("completed"), IDLE],
            [event("turn.created", turn={**TURN, "subagent_id": "s"}, turn_id="turn_1"), IDLE],
            [event("budget_reached", session=SESSION)],
            [TURN_CREATED, DONE, end("completed"), event("budget_reached", session=SESSION), IDLE],
        ):  # fmt: skip
            self.server.events = events
            self.tell_result(await self.attempt(self.result_of(tool_handlers=None)))
        self.server.events = USUAL
        self.server.status = "in_progress"
        self.tell_result(await self.attempt(self.result_of()))
        self.server.status = "idle"
        self.tell_result(await self.attempt(self.result_of(input="")))
        self.tell_result(await self.attempt(self.result_of(output_type=int)))

    async def created_session(self) -> None:
        create = self.client.beta.agents.sessions.create
        arguments: Dict[str, Any] = {"environment": {"type": "none"}, "agent_id": "a"}
        stream = await self.do(create(stream=True, tool_handlers=self.handlers(), **arguments))
        self.tell(type(stream).__name__.replace("Async", ""))
        self.tell_result(await self.do(stream.get_final_result()))
        self.tell_result(await self.do(stream.get_final_result()))
        stream = await self.do(create(stream=True, **arguments))
        self.tell([item.type for item in await self.each(stream)])
        await self.attempt(self.do_late_result(stream))
        stream = (await self.do(create(stream=True, **arguments))).with_result_collection()
        await self.each(stream)
        self.tell_result(await self.attempt(self.do_late_result(stream)))
        await self.attempt(self.do_create(tool_handlers=self.handlers(), **arguments))
        self.tell((await self.do(create(**arguments))).id)
        self.tell_result(None)

    async def do_create(self, **arguments: Any) -> Any:
        return await self.do(self.client.beta.agents.sessions.create(**arguments))

    async def failing_tools(self) -> None:
        self.server.events = [*USUAL]
        failures: List[Any] = []

        def fail(arguments: Any) -> Any:
            raise KeyError("secret")

        async def notify(failure: Any) -> None:
            failures.append(failure)

        def raise_too(failure: Any) -> None:
            failures.append(failure)
            raise ValueError

        for handler in (fail, lambda arguments: object(), lambda arguments: {"a": 1}, lambda arguments: None,
                        lambda arguments: iter([{"type": "input_text", "text": "t"}])):  # fmt: skip
            result = await self.result_of(tool_handlers=self.handlers(weather=handler), on_tool_error=raise_too)
            self.tell_result(result)
        if self.is_async:
            await self.result_of(tool_handlers=self.handlers(weather=fail), on_tool_error=notify)
        else:

            async def later(arguments: Any) -> str:
                return "x"

            await self.result_of(tool_handlers=self.handlers(weather=later), on_tool_error=raise_too)
            failures.pop()
            await self.result_of(tool_handlers=self.handlers(weather=fail), on_tool_error=raise_too)
        for failure in failures:
            self.tell(failure.stage, failure.tool_name, failure.session_id, failure.turn_id, failure.call_id)
            self.tell(type(failure.error).__name__)
        self.server.take_requests()
        for arguments in ("[]", "{", {"city": "Rome"}):
            self.server.events = [TURN_CREATED, event("turn.item.added", item={**CALL, "arguments": arguments}),
                                  DONE, end("completed"), IDLE]  # fmt: skip
            self.tell_result(await self.result_of())
        self.server.events, self.server.refused = USUAL, 2
        self.tell_result(await self.result_of())
        self.server.refused = 9
        self.tell_result(await self.attempt(self.result_of()))
        self.server.refused = 0

    async def files(self) -> None:
        files = self.client.beta.agents.environments.files
        self.server.uploads = 0
        with tempfile.TemporaryDirectory() as folder:
            folder = os.path.realpath(folder)
            for name in ("a.txt", "b.txt", "sub/c.py"):
                path = os.path.join(folder, name)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w") as file:
                    file.write("content of " + name)
            a, b = os.path.join(folder, "a.txt"), os.path.join(folder, "b.txt")
            prepared = await self.do(files.prepare({"/workspace/a.txt": a, "/workspace/x/b.txt": b}))
            self.tell(prepared.files, prepared.uploaded_file_ids, type(prepared).__name__)
            prepared = await self.do(
                files.prepare_directory(folder, destination="/workspace/src", include=["*.txt", "**/*.py"])
            )
            self.tell(prepared.files)
            self.server.failing_uploads = [self.server.uploads + 2]
            error = await self.attempt(self.prepare({"/workspace/a": a, "/workspace/b": b}))
            self.tell(error.prepared.uploaded_file_ids)
            os.symlink(a, os.path.join(folder, "link.txt"))
            for selected in (
                {"/workspace/../a": a}, {"workspace/a": a}, {"/workspace/a//b": a}, {"/workspace/outputs": a},
                {"/workspace/.codex/a": a}, {"/workspace/.managed-agents-1/a": a}, {"/workspace/a\\b": a},
                {"/workspace/a": a, "/workspace/a/b": b}, {"/workspace/a": folder}, {"/workspace/a": a + "missing"},
                {"/workspace/a": os.path.join(folder, "link.txt")},
            ):  # fmt: skip
                await self.attempt(self.prepare(selected))
            await self.attempt(
                self.prepare({"/workspace/a": a, "/workspace/b": b}, extra_headers={"Idempotency-Key": "k"})
            )
            for include in (["*.txt"], ["*.md"], "*.txt", ["../*"], ["/etc/*"], []):
                await self.attempt(self.prepare_directory(folder, include))
            for environment, file in (("env_1", open(b, "rb")), ("env_1", ("n.txt", b"bytes")), ("env_2", b"bytes"),
                                      ("", b"bytes")):  # fmt: skip
                staged = await self.attempt(self.upload(environment, file))
                self.tell(getattr(staged, "uploaded_file_id", ""), getattr(getattr(staged, "file", None), "path", ""))
                if hasattr(file, "close"):
                    file.close()
            self.tell(json.dumps([request[:3] for request in self.server.take_requests()]))

    async def prepare(self, selected: Any, **options: Any) -> Any:
        return await self.do(self.client.beta.agents.environments.files.prepare(selected, **options))

    async def upload(self, environment: str, file: Any) -> Any:
        files = self.client.beta.agents.environments.files
        return await self.do(files.upload(environment, file=file, path="/workspace/n"))

    async def prepare_directory(self, folder: str, include: Any) -> Any:
        files = self.client.beta.agents.environments.files
        return await self.do(files.prepare_directory(folder, destination="/workspace/src", include=include))

    async def artifacts(self) -> None:
        result = await self.result_of()
        self.server.take_requests()
        artifacts = self.client.beta.agents.sessions.artifacts.for_result(result)
        self.tell((await self.do(artifacts.content("/workspace/outputs/a.txt"))).read())
        with tempfile.TemporaryDirectory() as folder:
            target = os.path.join(folder, "a.txt")
            artifact = await self.do(artifacts.download("/workspace/outputs/a.txt", to=target))
            with open(target, "rb") as file:
                self.tell(artifact.id, file.read())
        await self.attempt(self.content(artifacts, "twice"))
        await self.attempt(self.content(artifacts, "none"))
        self.tell_result(None)

    async def content(self, artifacts: Any, path: str) -> Any:
        return await self.do(artifacts.content(path))

    async def typed_tools(self) -> None:
        import pydantic

        class Weather(pydantic.BaseModel):
            """Get the weather."""

            city: str
            days: int = 1

        class Report(pydantic.BaseModel):
            city: str
            degrees: int

        agents = self.agents

        @agents.function_tool(name="weather")
        def look_up(city: str, days: Optional[int] = None, json: List[str] = []) -> Any:  # noqa: B006
            """Look it up.

            Second paragraph.
            """
            return [city, days, json]

        @agents.function_tool
        async def weather(city: str) -> Any:
            return Report(city=city, degrees=4)

        def call(arguments: Any) -> Any:
            return Report(city=arguments.city, degrees=arguments.days)

        with_model = agents.pydantic_function_tool(Weather, handler=call, name="weather", defer_loading=True)
        plain = agents.FunctionTool(Weather, lambda arguments: arguments.city, name="weather", description="d")
        for tool in (look_up, weather, with_model, plain):
            self.tell(tool.name, json.dumps(tool.definition))
            if tool is not weather:
                self.tell(tool({"city": "Rome"}))
            elif not self.is_async:
                continue
            failures: List[Any] = []
            result = await self.result_of(
                tool_handlers={tool.name: tool}, output_type=Report, on_tool_error=failures.append
            )
            self.tell_result(result)
            self.tell([(failure.stage, type(failure.error).__name__) for failure in failures])
        for arguments in ({"town": "x"}, '{"city": 5}'):
            self.server.events = [TURN_CREATED, event("turn.item.added", item={**CALL, "arguments": arguments}),
                                  DONE, end("completed"), IDLE]  # fmt: skip
            failures = []
            await self.result_of(tool_handlers={"weather": with_model}, on_tool_error=failures.append)
            self.tell([(failure.stage, type(failure.error).__name__) for failure in failures])
            self.tell_result(None)
        self.server.events = USUAL
        result = await self.result_of()
        self.tell(result.parse(Report).output_parsed, result.output_parsed)
        unparsable = {**DONE, "item": {**ANSWER, "content": [{**TEXT, "text": "?"}]}}
        self.server.events = [TURN_CREATED, unparsable, end("completed"), IDLE]
        error = await self.attempt(self.result_of(output_type=Report))
        self.tell(error, error.result.output_text)
        self.server.events = USUAL
        self.tell(json.dumps(agents.agent_text_format(Report)))
        for function in (lambda a: a, "positional"):
            try:
                agents.function_tool(function if callable(function) else int.__add__)
            except (TypeError, ValueError) as error:
                self.tell("refused", isinstance(error, TypeError))
        no_object = pydantic.RootModel[List[int]]
        for wrong in (
            lambda: agents.FunctionTool(Weather, call, name="", description=""),
            lambda: agents.agent_text_format(int),
            lambda: agents.FunctionTool(no_object, call, name="n", description=""),
        ):
            try:
                wrong()
            except (TypeError, ValueError) as error:
                self.tell("refused", type(error).__mro__[-3].__name__ if isinstance(error, TypeError) else "ValueError")
        create = self.client.beta.agents.sessions.create
        arguments = {"environment": {"type": "none"}, "agent": {"model": "m", "text": {"verbosity": "low"}}}
        await self.do(create(output_type=Report, **arguments))
        self.server.take_requests()
        stream = await self.do(
            create(output_type=Report, stream=True, tool_handlers={"weather": with_model}, **arguments)
        )
        self.tell_result(await self.do(stream.get_final_result()))
        arguments["agent"]["text"]["format"] = {"type": "text"}  # type: ignore[index]
        await self.attempt(self.do_create(output_type=Report, **arguments))


PROGRAMS = ("stream_a_turn", "results", "created_session", "failing_tools", "files", "artifacts")


def run(name: str, program: str) -> List[List[str]]:
    """Return the lines of a program with the sync and with the async client."""
    package = importlib.import_module(name)
    server = Server()
    results = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for client_class in (package.OpenAI, package.AsyncOpenAI):
                client = client_class(api_key="k", base_url=server.url, max_retries=0)
                programs = Programs(name, server, client)
                asyncio.run(programs.run(program))
                results.append(programs.lines)
    finally:
        server.http.shutdown()
        server.http.server_close()
    return results


if __name__ == "__main__":
    for chosen in sys.argv[2:] or (*PROGRAMS, "typed_tools"):
        for lines in run(sys.argv[1], chosen):
            print("#", chosen)
            print("\n".join(lines))
