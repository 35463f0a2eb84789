# SPDX-License-Identifier: MIT
"""A program that lets a model choose actions, with the `openai` package or with this one: `decisions_program.py NAME`.

It prints the requests that it sent and what it observes, a line each, so that test_decisions_runner.py can compare
the two.
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

USAGE = {"input_tokens": 1, "output_tokens": 2, "total_tokens": 3, "output_tokens_details": {"reasoning_tokens": 0},
         "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0}}  # fmt: skip
REFUSAL = {"type": "refusal", "name": "next_action"}


def chosen(value: Any, **fields: Any) -> Dict[str, Any]:
    chances = [{"value": value, "probability": 0.9}]
    return {
        "type": "choice",
        "name": "next_action",
        "choice": value,
        "confidence": 0.9,
        "probabilities": chances,
        **fields,
    }


class Server:
    def __init__(self) -> None:
        self.script: List[Any] = []
        self.requests: List[Any] = []
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = 65536  # one segment for head and body

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                key = self.headers.get("Idempotency-Key")
                server.requests.append((body, key and ("own" if key == "own" else "another")))
                answers = server.script.pop(0) if server.script else None
                status = 200 if answers is not None else 400
                answer = {"id": "dec", "object": "decision", "model": "m", "answers": answers, "usage": USAGE}
                data = json.dumps(answer if answers is not None else {"error": {"message": "refused"}}).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: Any) -> None:
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        threading.Thread(target=self.http.serve_forever, args=(0.01,), daemon=True).start()
        self.url = "http://127.0.0.1:{}".format(self.http.server_address[1])


class Program:
    def __init__(self, name: str, server: Server, client: Any) -> None:
        self.module: Any = importlib.import_module(name + ".lib.decisions_tool_runner")
        self.server, self.client = server, client
        self.is_async = type(client).__name__.startswith("Async")
        self.lines: List[str] = []

    def tell(self, *values: Any) -> None:
        self.lines.append(" ".join(str(value) for value in values))

    def later(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function for the client: async for the async one."""

        async def call_later(*arguments: Any) -> Any:
            return function(*arguments)

        return call_later if self.is_async else function

    def candidates(self, *more: Any) -> List[Any]:
        def fail() -> None:
            raise KeyError("secret")

        done = {"id": "done", "description": "It is done.", "done": True}
        go = {"id": "go", "description": "Go on.", "execute": self.later(lambda: self.tell("gone"))}
        return [go, {"id": "fail", "description": "Fail.", "execute": self.later(fail), "done": False}, done, *more]

    async def run(self, *script: Any, **options: Any) -> None:
        self.server.script = list(script)
        diagnostics: List[Any] = []
        observe = self.later(options.pop("observe", lambda: "state"))
        values = options.pop("candidates", self.candidates())
        verify = options.pop("verify", None)
        named: Dict[str, Any] = {"verify": verify and self.later(verify)}
        runner_class = getattr(self.module, ("Async" if self.is_async else "") + "DecisionsToolRunner")
        runner = runner_class(observe=observe, candidates=self.later(lambda observation: values), **named)
        params = options.pop("params", {"model": "m", "input": "Do it"})
        try:
            result = runner.run(self.client, params, on_diagnostic=diagnostics.append, **options)
            result = await result if inspect.isawaitable(result) else result
            self.tell(result["status"], len(result["decisions"]), result["attempted_candidate_ids"],
                      result["completed_candidate_ids"])  # fmt: skip
        except Exception as error:
            self.tell("raised", type(error).__name__, getattr(error, "reason", ""),
                      getattr(error, "attempted_candidate_ids", ""),
                      getattr(error, "completed_candidate_ids", ""))  # fmt: skip
        self.tell([tuple(each[name] for name in ("stage", "reason", "call_id")) for each in diagnostics])
        self.tell(json.dumps(self.server.requests, sort_keys=True))
        self.server.requests = []

    async def all(self) -> None:
        await self.run([chosen("go")], [chosen("done")])
        await self.run([chosen("done")], verify=lambda observation: observation == "state")
        answers = iter([False, True])
        await self.run([chosen("done")], [chosen("go")], [chosen("done")], verify=lambda _: next(answers))
        await self.run([chosen("done")], verify=lambda _: "yes")
        await self.run([REFUSAL])
        await self.run([chosen("fail")])
        await self.run(None)
        await self.run([chosen("go")], max_steps=1)
        await self.run([chosen("done")], max_steps=1, verify=lambda _: False)
        done = [self.candidates()[-1]]
        await self.run(candidates=done)
        await self.run(candidates=done, verify=lambda _: False)
        for answer in (
            [], [chosen("other")], [chosen("go"), chosen("done")], [chosen("go", name="x")],
            [chosen("go", confidence=[])],
            [chosen("go", probabilities=None)], [chosen("go", probabilities=[{"value": "go"}])], [chosen(True)],
            [{"type": "predicate", "name": "next_action", "probability": 1}],
        ):  # fmt: skip
            await self.run(answer)
        for candidates in (
            [], "x", self.candidates({"id": "go", "description": "Again.", "execute": print}), self.candidates()[:2],
            self.candidates({"id": " ", "description": "d", "execute": print}), self.candidates({"id": "x"}),
            self.candidates({"id": "x", "description": "d", "execute": print, "a": 1}), self.candidates()[2:] * 2,
        ):  # fmt: skip
            await self.run(candidates=candidates)
        for params in ({"model": "m"}, {"model": "m", "input": 5}, {"model": "m", "input": "i", "a": 1}):
            await self.run(params=params)
        await self.run([REFUSAL], params={"model": "m", "input": "i", "safety_identifier": "s"})
        parts = [{"type": "input_text", "text": "t"}, {"type": "input_image", "image_url": "u", "detail": "low"}]
        await self.run([REFUSAL], observe=lambda: iter(parts))
        await self.run([REFUSAL], observe=lambda: [{"type": "input_image"}])
        await self.run(max_steps=0)
        await self.run(cancelled=lambda: True)


def run(name: str) -> List[List[str]]:
    """Return the lines with the sync and with the async client."""
    package: Any = importlib.import_module(name)
    server = Server()
    results = []
    try:
        for client_class in (package.OpenAI, package.AsyncOpenAI):
            client = client_class(
                api_key="k", base_url=server.url, max_retries=0, default_headers={"Idempotency-Key": "own"}
            )
            program = Program(name, server, client)
            asyncio.run(_run(program))
            results.append(program.lines)
    finally:
        server.http.shutdown()
        server.http.server_close()
    return results


async def _run(program: Program) -> None:
    await asyncio.wait_for(program.all(), 60)
    closing = program.client.close()
    if inspect.isawaitable(closing):
        await closing


if __name__ == "__main__":
    for lines in run(sys.argv[1]):
        print("# all")
        print("\n".join(lines))
