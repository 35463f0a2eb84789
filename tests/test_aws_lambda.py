# SPDX-License-Identifier: MIT
"""The example `examples/aws_lambda`, as AWS Lambda runs it: unpacked from its zip file into a folder that cannot be
written, in AWS's runtime client for Python (awslambdaric), which talks to a Runtime API on a socket.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any, Iterator, Sequence

import pytest

from . import load, package
from .lambda_service import Runtime, RuntimeAPI
from .threaded_server import Handler, ThreadedServer

NEED_LAMBDA = os.environ.get("NEED_LAMBDA")
if importlib.util.find_spec("awslambdaric") is None and not NEED_LAMBDA:
    pytest.skip("awslambdaric is not installed; tox -e lambda has it", allow_module_level=True)
EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "aws_lambda"
if not EXAMPLE.exists():
    pytest.skip("a vendored copy has no examples", allow_module_level=True)
BUILD_TIMEOUT = 120  # seconds
MARK = "0f1e2d3c4b5a"  # in every secret
KEY = "sk-" + MARK
WEBHOOK_KEY = b"webhook-" + MARK.encode()
SECRETS = (MARK, base64.b64encode(WEBHOOK_KEY).decode())
PROMPT = {"prompt": "Say hello"}
ANSWER = {"text": "Hello from the embedded server! You said: Say hello", "finish_reason": "stop"}
EmbeddedServer = load("testing").EmbeddedServer


def build(output: Path, *options: str, script: Path = EXAMPLE / "build.py", **variables: str) -> Any:
    """Run the build script of the example in another folder; return the completed process."""
    environment = {**os.environ, **variables}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.run(
        [sys.executable, str(script), str(output), *options],
        cwd=str(output.parent),
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        universal_newlines=True,
        timeout=BUILD_TIMEOUT,
    )


@pytest.fixture(scope="module")
def zip_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the zip file of the example."""
    path = tmp_path_factory.mktemp("build") / "function.zip"
    built = build(path)
    assert not built.returncode, built.stdout
    return path


@pytest.fixture(scope="module")
def task(zip_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the folder of the function; check at the end that nothing in it has changed."""
    folder = tmp_path_factory.mktemp("lambda") / "task"
    unpack(zip_file, folder)
    before = snapshot(folder)
    yield folder
    assert snapshot(folder) == before


def unpack(path: Path, folder: Path) -> None:
    """Unpack a zip file as Lambda does: with the permissions in it, in a folder that nobody may write to."""
    with zipfile.ZipFile(str(path)) as archive:
        archive.extractall(str(folder))
        for entry in archive.infolist():
            os.chmod(str(folder / entry.filename), entry.external_attr >> 16 & 0o555)
    for parent in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
        parent.chmod(0o555)


def snapshot(folder: Path) -> dict[str, Any]:
    """Return the time of change and the content of everything in a folder."""
    return {
        str(path): (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else None)
        for path in [folder, *folder.rglob("*")]
    }


def read_only(folder: Path) -> Sequence[str]:
    """Return the start of a command for which a folder is read-only: permissions do not stop root, a mount does."""
    mount = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && cd "$0" && exec "$@"'
    prefix = ["unshare", "--mount", "--map-root-user", "sh", "-c", mount, str(folder)]
    try:
        subprocess.run([*prefix, "true"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)
    except (OSError, subprocess.CalledProcessError):
        return ()
    return prefix


@pytest.fixture(scope="module")
def prefix(task: Path) -> Sequence[str]:
    start = read_only(task)
    if start or os.getuid() != 0:
        assert subprocess.run([*start, "touch", "new"], cwd=str(task), stderr=subprocess.DEVNULL, timeout=60).returncode
    return start


@pytest.fixture
def start(task: Path, prefix: Sequence[str], server: Any, tmp_path: Path) -> Iterator[Any]:
    """Return a function that starts the Lambda function, with further environment variables."""
    with RuntimeAPI() as api:
        started = []

        def start_runtime(**variables: str) -> Runtime:
            defaults = {
                "OPENAI_API_KEY": KEY,
                "OPENAI_BASE_URL": server.base_url,
                "OPENAI_WEBHOOK_SECRET": "whsec_" + base64.b64encode(WEBHOOK_KEY).decode(),
            }
            merged = {name: value for name, value in {**defaults, **variables}.items() if value}
            started.append(Runtime(api, task, tmp_path / "log", merged, prefix))
            return started[-1]

        try:
            yield start_runtime
        finally:
            for runtime in started:
                runtime.__exit__()
    for runtime in started:
        assert not any(secret in runtime.output for secret in SECRETS)


# Events as the services send them, with a method, a path and a body.
def rest_api(method: str, path: str, body: str, headers: dict[str, str], is_base64: bool = False) -> Any:
    """Return an event of a REST API: payload format 1.0."""
    return {
        "resource": "/{proxy+}",
        "path": path,
        "httpMethod": method,
        "headers": {name.title(): value for name, value in headers.items()} or None,
        "multiValueHeaders": {name.title(): [value] for name, value in headers.items()} or None,
        "queryStringParameters": None,
        "requestContext": {"stage": "prod", "path": "/prod" + path, "httpMethod": method},
        "body": body or None,
        "isBase64Encoded": is_base64,
    }


def http_api(method: str, path: str, body: str, headers: dict[str, str], is_base64: bool = False) -> Any:
    """Return an event of an HTTP API with a stage in its path: payload format 2.0."""
    event = {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": "/prod" + path,
        "rawQueryString": "",
        "headers": headers,
        "requestContext": {"stage": "prod", "http": {"method": method, "path": "/prod" + path}},
        "isBase64Encoded": is_base64,
    }
    return {**event, "body": body} if body else event


def function_url(method: str, path: str, body: str, headers: dict[str, str], is_base64: bool = True) -> Any:
    """Return an event of a function URL, which encodes bodies unless their content type is text."""
    if not is_base64 or not body:
        return http_api(method, path, body, headers)
    return http_api(method, path, base64.b64encode(body.encode()).decode(), headers, True)


def load_balancer(method: str, path: str, body: str, headers: dict[str, str], is_base64: bool = False) -> Any:
    """Return an event of an Application Load Balancer with multi-value headers."""
    return {
        "requestContext": {"elb": {"targetGroupArn": "arn:aws:elasticloadbalancing:…"}},
        "httpMethod": method,
        "path": path,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "body": body,
        "isBase64Encoded": is_base64,
    }


SERVICES = (rest_api, http_api, function_url, load_balancer)


def sign(body: bytes, key: bytes = WEBHOOK_KEY, age: float = 0) -> dict[str, str]:
    """Return the header fields of a webhook."""
    sent_at = str(int(time.time() - age))
    digest = hmac.new(key, b".".join([b"wh_1", sent_at.encode(), body]), hashlib.sha256).digest()
    return {
        "webhook-id": "wh_1",
        "webhook-timestamp": sent_at,
        "webhook-signature": "v1," + base64.b64encode(digest).decode(),
        "content-type": "application/json",
    }


def test_chats_and_streams_of_every_service(start: Any, server: Any) -> None:
    runtime = start()
    body = json.dumps({"prompt": "Héllo ✓"}, ensure_ascii=False)
    text = "Hello from the embedded server! You said: Héllo ✓"
    for service in SERVICES:
        for path in ("/chat", "/stream", "/chat/"):
            assert runtime.call(service("POST", path, body, {})) == (200, {"text": text, "finish_reason": "stop"})
    assert runtime.call(PROMPT) == (200, ANSWER)  # an event of the console
    assert [request.json().get("stream", False) for request in server.requests[:3]] == [False, True, False]
    assert {request.header("authorization") for request in server.requests} == {"Bearer " + KEY}
    assert server.connections == 1  # the client outlives an invocation


def test_events_that_are_refused(start: Any, server: Any) -> None:
    runtime = start()
    valid = json.dumps(PROMPT)
    for service in SERVICES:
        assert runtime.call(service("POST", "/other", valid, {}))[0] == 404
        assert runtime.call(service("POST", "/", valid, {}))[0] == 404
        assert runtime.call(service("GET", "/chat", "", {}))[0] == 405
        assert runtime.call(service("GET", "/webhook", "", {}))[0] == 405
        for body in ("", "{", "\ud800", "[" * 100_000, "[]", "null", "{}", '{"prompt": 1}', '{"prompt": " "}'):
            if not (service is function_url and body == "\ud800"):
                status, content = runtime.call(service("POST", "/stream", body, {}))
                assert (status, list(content)) == (400, ["error"]), body
    status, content = runtime.call(rest_api("POST", "/chat", "no base64!", {}, True))
    assert status == 400 and "base64" in content["error"]
    for event in ({}, [], "text", None, 1, {"prompt": None}):
        assert runtime.call(event)[0] == 400
    assert server.requests == []
    assert runtime.call(PROMPT) == (200, ANSWER)


def test_webhooks(start: Any, server: Any) -> None:
    """The signature is that of the bytes that were sent, whatever spaces, escapes and characters they contain."""
    runtime = start()
    bodies = [
        '{"type": "response.completed", "data": {"id": "resp_1"}}',
        '{ "type":"response.completed",\r\n"data":{"id":"r\\u00e9sp ✓ \\/ 1.0"} }\n',
    ]
    for body in bodies:
        for service in SERVICES:
            event = service("POST", "/webhook", body, sign(body.encode()))
            assert runtime.call(event) == (200, {"received": "response.completed"})
    wrong = bodies[0].replace("resp_1", "resp_2")
    refused = []
    for service in SERVICES:
        headers = sign(bodies[0].encode())
        refused.append(runtime.call(service("POST", "/webhook", wrong, headers)))
        refused.append(runtime.call(service("POST", "/webhook", "", headers)))
        refused.append(runtime.call(service("POST", "/webhook", bodies[0], sign(bodies[0].encode(), b"other"))))
        refused.append(runtime.call(service("POST", "/webhook", bodies[0], sign(bodies[0].encode(), age=301))))
        refused.append(runtime.call(service("POST", "/webhook", bodies[0], {})))
        for name in ("webhook-id", "webhook-timestamp", "webhook-signature"):
            refused.append(runtime.call(service("POST", "/webhook", bodies[0], {**headers, name: "é"})))
            del headers[name]
            refused.append(runtime.call(service("POST", "/webhook", bodies[0], headers)))
            headers = sign(bodies[0].encode())
        for body in ("no JSON", "[]"):  # signed, but not an event
            refused.append(runtime.call(service("POST", "/webhook", body, sign(body.encode()))))
    # All are told the same: nothing shows which of the checks has failed.
    assert refused == [(400, {"error": "the signature is missing or wrong"})] * len(refused)
    assert server.requests == []


def test_webhooks_without_a_secret(start: Any) -> None:
    runtime = start(OPENAI_WEBHOOK_SECRET="")
    status, content = runtime.call(http_api("POST", "/webhook", "{}", sign(b"{}")))
    assert status == 500 and "OPENAI_WEBHOOK_SECRET" not in str(content)
    assert "OPENAI_WEBHOOK_SECRET" in runtime.output


def test_the_remaining_time_is_the_deadline(start: Any, server: Any) -> None:
    runtime = start()
    assert runtime.call(PROMPT, milliseconds=400)[0] == 504
    assert server.requests == []
    for path in ("/chat", "/stream"):
        server.inject_fault("stall=300")
        event = http_api("POST", path, json.dumps(PROMPT), {})
        status, content = runtime.call(event, milliseconds=1500)
        assert status == 504 and content["error"].startswith("out of time: "), content
    assert re.search(r"deadline of (1|0\.\d+) s was exceeded", runtime.output)
    # Retries and the time between them count too.
    server.inject_fault("status=500; retry-after=60; times=10")
    assert runtime.call(PROMPT, milliseconds=1500)[0] in (502, 504)
    server.reset()
    assert runtime.call(PROMPT) == (200, ANSWER)


def test_a_part_of_a_stream_is_better_than_nothing(start: Any, server: Any) -> None:
    runtime = start()
    event = http_api("POST", "/stream", json.dumps({"prompt": "word " * 200}), {})
    server.delay = 0.5  # seconds between two events of more than 200
    status, content = runtime.call(event, milliseconds=5000)
    server.delay = 0
    assert status == 200 and content["finish_reason"] is None
    assert content["text"] and "Hello from the embedded server!".startswith(content["text"][:31])
    server.inject_fault("cut-events=4")
    status, content = runtime.call(event)
    assert status == 200 and content["finish_reason"] is None and content["text"]
    status, content = runtime.call(event)
    assert status == 200 and content["finish_reason"] == "stop" and content["text"].endswith("word ")


@pytest.mark.parametrize(
    "fault, status",
    [
        ("status=400; code=context_length_exceeded; message=%s" % MARK, 400),
        ("status=401; message=Incorrect API key provided: %s" % KEY, 500),
        ("status=403", 500),
        ("status=404", 500),
        ("status=429; times=9; retry-after-ms=1", 429),
        ("status=429; code=insufficient_quota", 500),
        ("status=503; times=9; retry-after-ms=1", 502),
        ("reset; times=9; retry-after-ms=1", 502),
        ("html", 500),
    ],
)
def test_errors_of_the_api_are_mapped(task: Path, server: Any, fault: str, status: int, tmp_path: Path) -> None:
    variables = {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": server.base_url}
    with RuntimeAPI() as api, Runtime(api, task, tmp_path / "log", variables) as runtime:
        for path in ("/chat", "/stream"):
            server.reset()
            server.inject_fault(fault)
            event = http_api("POST", path, json.dumps(PROMPT), {})
            result, content = runtime.call(event)
            assert result == status and MARK not in str(content), content
        assert "/chat/completions" in runtime.output  # the summary is in the log
        assert KEY not in runtime.output


def test_a_wrong_key_is_not_shown(start: Any) -> None:
    runtime = start(OPENAI_API_KEY="sk-wrong-" + MARK)
    status, content = runtime.call(PROMPT)
    assert status == 500 and "log" in content["error"]
    assert "401" in runtime.output


def test_a_missing_key_is_an_error_of_the_start(start: Any) -> None:
    runtime = start(OPENAI_API_KEY="")
    report = runtime.next_report()
    assert report.kind == "init/error" and "OPENAI_API_KEY" in report.json()["errorMessage"]
    assert runtime.wait() != 0


def test_a_key_in_a_file(start: Any, server: Any, tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_text("sk-first-%s\n" % MARK)
    runtime = start(OPENAI_API_KEY="", OPENAI_API_KEY_FILE=str(path))
    assert runtime.call(PROMPT) == (200, ANSWER)
    path.write_text("sk-second-" + MARK)
    assert runtime.call(PROMPT) == (200, ANSWER)
    keys = [request.header("authorization") for request in server.requests]
    assert keys == ["Bearer sk-first-" + MARK, "Bearer sk-second-" + MARK]
    for content in (b"\xff", b"", None):
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content)
        assert runtime.call(PROMPT)[0] == 500
    assert str(path) in runtime.output and len(server.requests) == 2


class Extension(ThreadedServer):
    """The AWS extension that hands out secrets; `secret` is that of the name "openai/key"."""

    secret: Any = None


class ExtensionHandler(Handler):
    """Handler of the extension."""

    def do_GET(self) -> None:
        is_known = self.path == "/secretsmanager/get?secretId=openai%2Fkey"
        is_allowed = self.headers["X-Aws-Parameters-Secrets-Token"] == "token-" + MARK
        status = 200 if is_known and is_allowed and self.server.secret else 400
        body = json.dumps({"SecretString": self.server.secret, "Name": "openai/key"}).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def test_a_key_in_secrets_manager(start: Any, server: Any) -> None:
    with Extension(ExtensionHandler) as extension:
        runtime = start(
            OPENAI_API_KEY="",
            OPENAI_SECRET_ID="openai/key",
            AWS_SESSION_TOKEN="token-" + MARK,
            PARAMETERS_SECRETS_EXTENSION_HTTP_PORT=str(extension.server_address[1]),
        )
        assert runtime.call(PROMPT)[0] == 500  # not there
        extension.secret = KEY
        assert runtime.call(PROMPT) == (200, ANSWER)
        extension.secret = json.dumps({"OPENAI_API_KEY": KEY + "-2"})
        assert runtime.call(PROMPT) == (200, ANSWER)
        for secret in ('{"OTHER": "%s"}' % KEY, "{" + KEY, "  ", [KEY]):
            extension.secret = secret
            assert runtime.call(PROMPT)[0] == 500, secret
    assert runtime.call(PROMPT)[0] == 500  # the extension does not answer any more
    assert "the extension does not answer" in runtime.output
    assert [r.header("authorization") for r in server.requests] == ["Bearer " + KEY, "Bearer " + KEY + "-2"]


def test_connections_that_were_closed_while_frozen_are_replaced(start: Any, server: Any) -> None:
    runtime = start()
    first = server.connections
    runtime.wait_for("invocation/next")
    for number in range(1, 4):
        assert runtime.call(PROMPT) == (200, ANSWER)
        runtime.wait_for("invocation/next")
        assert runtime.call(http_api("POST", "/stream", json.dumps(PROMPT), {})) == (200, ANSWER)
        runtime.wait_for("invocation/next")
        assert server.connections == first + number
        runtime.freeze()
        server.stop()  # closes its connections
        server.start()
        runtime.thaw()
    # The server may also close a connection in the very moment in which a request is on its way.
    server.inject_fault("drop-idle")
    assert runtime.call(PROMPT) == (200, ANSWER)
    assert runtime.call(PROMPT) == (200, ANSWER)
    assert len(server.requests) == 8  # no request was repeated by the retry policy


def test_a_snapshot_contains_no_connection(start: Any, server: Any) -> None:
    """SnapStart: the function is initialized, and copies of the process handle events later."""
    before = server.connections
    runtime = start(AWS_LAMBDA_INITIALIZATION_TYPE="snap-start")
    if sys.version_info >= (3, 9):  # the runtime client for 3.8 knows no snapshots
        runtime.wait_for("restore/next")
    assert server.connections == before
    runtime.wait_for("invocation/next")
    assert runtime.call(PROMPT) == (200, ANSWER)
    assert server.connections == before + 1


def read_streamed(report: Any) -> tuple[int, Any]:
    """Return status and content of a streamed response; of an event stream the contents of its events."""
    assert report.kind == "response"
    assert report.headers["Lambda-Runtime-Function-Response-Mode"] == "streaming"
    assert report.headers["Content-Type"] == "application/vnd.awslambda.http-integration-response"
    head, separator, body = report.body.partition(bytes(8))
    assert separator
    head = json.loads(head)
    if head["headers"] == {"content-type": "application/json"}:
        return head["statusCode"], json.loads(body)
    assert head["headers"] == {"content-type": "text/event-stream"} and body.endswith(b"\n\n")
    lines = body.decode().split("\n\n")[:-1]
    assert all(line.startswith("data: ") for line in lines)
    return head["statusCode"], [json.loads(line[6:]) for line in lines]


def test_responses_that_are_streamed(start: Any, server: Any, task: Path) -> None:
    wrapper = {"AWS_LAMBDA_EXEC_WRAPPER": str(task / "start_streaming")}
    runtime = start(**wrapper, _HANDLER="streaming_handler.lambda_handler")
    event = function_url("POST", "/stream", json.dumps({"prompt": "word " * 300}), {})
    server.delay = 0.2  # seconds between two events: all of them take a minute
    runtime.send(event)
    assert runtime.next_chunk().endswith(bytes(8))
    first = [json.loads(runtime.next_chunk()[6:])["text"] for _ in range(2)]
    assert runtime.api.reports.empty()  # these were sent before the end of the answer
    server.delay = 0
    status, events = read_streamed(runtime.next_report())
    assert status == 200 and events[-1] == {"finish_reason": "stop"}
    text = "".join(event["text"] for event in events[:-1])
    assert text.startswith("".join(first)) and text.endswith("You said: " + "word " * 300)
    # What ends early says so; what fails has its status.
    server.inject_fault("cut-events=4")
    status, events = read_streamed(runtime.invoke(event))
    assert status == 200 and len(events) > 1 and events[-1] == {"finish_reason": None}
    server.inject_fault("status=401; message=" + KEY)
    assert read_streamed(runtime.invoke(event))[0] == 500
    server.inject_fault("stall=300")
    assert read_streamed(runtime.invoke(event, milliseconds=1500))[0] == 504
    assert read_streamed(runtime.invoke(function_url("POST", "/stream", "{", {})))[0] == 400
    assert read_streamed(runtime.invoke(function_url("POST", "/chat", json.dumps(PROMPT), {}))) == (200, ANSWER)
    report = runtime.invoke({"requestContext": 1})  # no service sends this
    assert report.kind == "error" and report.json()["errorType"] == "AttributeError"
    assert report.headers["Lambda-Runtime-Function-Error-Type"] == "AttributeError"
    assert read_streamed(runtime.invoke(PROMPT)) == (200, ANSWER)


def test_the_streaming_runtime_reports_what_fails(task: Path, tmp_path: Path) -> None:
    folder = tmp_path / "task"
    folder.mkdir()
    for name in ("streaming_runtime.py", "start_streaming"):
        shutil.copy(str(task / name), str(folder))
    lines = ["def handle(event, context):", "    return dict(statusCode=200, headers={}, body=produce())", ""]
    lines += ["def produce():", "    yield 'é'", "    yield ''", "    raise ValueError('é')", ""]
    (folder / "failing.py").write_text("\n".join(lines), encoding="utf-8")
    variables = {"AWS_LAMBDA_EXEC_WRAPPER": str(folder / "start_streaming"), "_HANDLER": "failing.handle"}
    variables["AWS_LAMBDA_INITIALIZATION_TYPE"] = "snap-start"
    with RuntimeAPI() as api, Runtime(api, folder, tmp_path / "log", variables) as runtime:
        runtime.wait_for("restore/next")
        report = runtime.invoke({})
        assert report.body == b'{"statusCode": 200, "headers": {}}' + bytes(8) + "é".encode()
        assert report.headers["Lambda-Runtime-Function-Error-Type"] == "ValueError"
        error = json.loads(base64.b64decode(report.headers["Lambda-Runtime-Function-Error-Body"]))
        assert error == {"errorMessage": "é", "errorType": "ValueError"}
    for handler in ("failing.missing", "missing.handle"):
        with RuntimeAPI() as api, Runtime(api, folder, tmp_path / "log", {**variables, "_HANDLER": handler}) as runtime:
            report = runtime.next_report()
            assert report.kind == "init/error" and "missing" in report.json()["errorMessage"]
            assert runtime.wait() != 0


def compiled_modules(output: str, folder: Path) -> list[str]:
    """Return the modules in a folder that Python has compiled, from what it prints with -v."""
    return re.findall(r"^# code object from '?{}/([^\s']+\.py)'?$".format(re.escape(str(folder))), output, re.MULTILINE)


def test_nothing_is_compiled_by_a_cold_start(
    start: Any, server: Any, task: Path, zip_file: Path, tmp_path: Path
) -> None:
    runtime = start(PYTHON_OPTIONS="-v")
    webhook = http_api("POST", "/webhook", "{}", sign(b"{}"))
    for event in (PROMPT, http_api("POST", "/stream", json.dumps(PROMPT), {}), webhook):
        assert runtime.call(event)[0] == 200
    assert compiled_modules(runtime.output, task) == []
    loaded = re.findall(r"^# code object from '{}/(.+)\.pyc'$".format(re.escape(str(task))), runtime.output, re.M)
    assert any("handler" in path for path in loaded) and any("call/__pycache__/exchange" in path for path in loaded)
    # Without the bytecode, all of that would have been compiled.
    plain = tmp_path / "plain"
    with zipfile.ZipFile(str(zip_file)) as archive:
        archive.extractall(str(plain), [name for name in archive.namelist() if not name.endswith(".pyc")])
    variables = {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": server.base_url}
    variables.update(PYTHON_OPTIONS="-v", PYTHONDONTWRITEBYTECODE="1")
    with RuntimeAPI() as api, Runtime(api, plain, tmp_path / "plain log", variables) as runtime:
        assert runtime.call(PROMPT) == (200, ANSWER)
        assert {"handler.py", "openai_stdlib/call/exchange.py"} < set(compiled_modules(runtime.output, plain))


def test_the_zip_file(zip_file: Path) -> None:
    with zipfile.ZipFile(str(zip_file)) as archive:
        names = archive.namelist()
        modes = {entry.filename: entry.external_attr >> 16 for entry in archive.infolist()}
        assert modes.pop("start_streaming") == 0o100755 and set(modes.values()) == {0o100644}
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names == sorted(names) and {"handler.py", "openai_stdlib/LICENSE", "openai_stdlib/VENDORED.json"} < set(
        names
    )
    modules = [name for name in names if name.endswith(".py")]
    compiled = [
        re.sub(r"__pycache__/(.+)\.cpython-\d+\.pyc", r"\1.py", name) for name in names if name.endswith(".pyc")
    ]
    assert sorted(compiled) == modules
    assert not any(name.startswith("openai_stdlib/api/embeddings") for name in names)


def test_equal_sources_make_equal_zip_files(zip_file: Path, tmp_path: Path) -> None:
    """From the checkout as from an installed library, in any folder, time zone and with any seed of the hashes."""
    again = tmp_path / "again.zip"
    built = build(again, TZ="Asia/Tokyo", PYTHONHASHSEED="7", LC_ALL="C")
    assert not built.returncode and "again.zip: " in built.stdout, built.stdout
    assert again.read_bytes() == zip_file.read_bytes()
    shutil.copytree(str(EXAMPLE), str(tmp_path / "copy" / "far" / "away"))
    installed = tmp_path / "installed.zip"
    # tox has installed the wheel.
    paths = {} if NEED_LAMBDA else {"PYTHONPATH": str(Path(str(package.__file__)).parent.parent)}
    built = build(installed, script=tmp_path / "copy" / "far" / "away" / "build.py", **paths)
    assert not built.returncode, built.stdout
    assert installed.read_bytes() == zip_file.read_bytes()


def test_a_zip_file_that_cannot_be_built(tmp_path: Path) -> None:
    output = tmp_path / "function.zip"
    output.write_bytes(b"as it was")
    built = build(output, "--only", "chatt")
    assert built.returncode and "did you mean chat" in built.stdout, built.stdout
    assert output.read_bytes() == b"as it was" and os.listdir(str(tmp_path)) == ["function.zip"]
    folder = tmp_path / "folder"
    folder.mkdir()
    built = build(folder)
    assert built.returncode == 1 and "nothing was changed" in built.stdout, built.stdout
    assert sorted(os.listdir(str(tmp_path))) == ["folder", "function.zip"]
