# SPDX-License-Identifier: MIT
"""The embedded server, tested over real sockets with clients of the standard library."""

from __future__ import annotations

import base64
import gzip
import hashlib
import http.client
import json
import os
import signal
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading
import time
import warnings
import zlib

import pytest

from . import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterator, List, Optional, Tuple

    from openai_stdlib.api import operations
    from openai_stdlib.api.operation import Operation
    from openai_stdlib.testing import EmbeddedServer, Fault

    Events = List[Tuple[str, Any]]
    Exchange = Callable[[bytes], Tuple[bytes, str]]
else:
    operations = load("api").operations
    EmbeddedServer, Fault = load("testing").EmbeddedServer, load("testing").Fault

server_module = load("testing.server")

TIMEOUT = 60  # seconds

# A self-signed certificate for localhost and 127.0.0.1, valid until 2120, and its private key.
# Both are used in this file only.
CERTIFICATE = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgrqZ/D0KLyfq/NvCA
z2olgl9am8QqZSRjjK4PpJCFMQChRANCAATlvL9t/mf0RbU8HZ5T7eHG5Q5XWFcb
fTx+/Hz0ajZcLDojp2DkeMR0cg7oKmjfRJfUi8yQyf4ir1u/JkxScnGW
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBeDCCAR2gAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABOW8v23+Z/RFtTwd
nlPt4cblDldYVxt9PH78fPRqNlwsOiOnYOR4xHRyDugqaN9El9SLzJDJ/iKvW78m
TFJycZajXjBcMB0GA1UdDgQWBBRMfuy8u7YWff0tN9nk6n28tVDfdDAPBgNVHRMB
Af8EBTADAQH/MA4GA1UdDwEB/wQEAwIChDAaBgNVHREEEzARgglsb2NhbGhvc3SH
BH8AAAEwCgYIKoZIzj0EAwIDSQAwRgIhAIl3zzFhLb1xnSipR8dEqVbm5VFeQFkq
wHuVHAbXFi79AiEA18pz0A22icXKGm7PoCju9b/6q9jnabF9boyVSWNBASk=
-----END CERTIFICATE-----
"""

HELLO: Dict[str, Any] = {"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "Say hello"}]}
OUTPUT_TEXT = "Hello from the embedded server! You said: Say hello"
BOUNDARY = "boundary-of-this-test"


class Client:
    """A persistent connection with an API key."""

    def __init__(self, server: EmbeddedServer) -> None:
        self.connection = http.client.HTTPConnection(server.host, server.port, timeout=TIMEOUT)

    def send(
        self,
        method: str,
        path: str,
        body: Any = None,
        headers: Optional[Dict[str, str]] = None,
        key: str = "Bearer test",
    ) -> http.client.HTTPResponse:
        """Send a request, and return the response with its body unread."""
        headers = dict({"Authorization": key} if key else {}, **(headers or {}))
        if isinstance(body, (dict, list)):
            body = json.dumps(body).encode()
            headers.setdefault("Content-Type", "application/json")
        self.connection.request(method, "/v1" + path, body, headers)
        return self.connection.getresponse()

    def __call__(
        self,
        method: str,
        path: str,
        body: Any = None,
        headers: Optional[Dict[str, str]] = None,
        key: str = "Bearer test",
    ) -> Tuple[http.client.HTTPResponse, Any]:
        """Send a request, and return the response and its body, decoded if it is JSON."""
        response = self.send(method, path, body, headers, key)
        data: Any = response.read()
        if response.headers.get_content_type() == "application/json":
            data = json.loads(data.decode())
        return response, data

    def ok(self, method: str, path: str, body: Any = None) -> Any:
        """Send a request, check that the status is 200, and return the body."""
        response, data = self(method, path, body)
        assert response.status == 200, data
        return data

    def form(self, path: str, **fields: Any) -> Any:
        """Post a form, check that the status is 200, and return the body."""
        response, data = self("POST", path, form(**fields), {"Content-Type": FORM_TYPE})
        assert response.status == 200, data
        return data

    def events(self, path: str, body: Any, headers: Optional[Dict[str, str]] = None) -> Events:
        """Post a request for a stream, and return the events."""
        response = self.send("POST", path, dict(body, stream=True), headers)
        assert response.headers.get_content_type() == "text/event-stream"
        return parse_events(response.read())


FORM_TYPE = "multipart/form-data; boundary=" + BOUNDARY


def form(**fields: Any) -> bytes:
    """Encode a form; a value that is a pair of filename and bytes is a file."""
    lines = []
    for name, value in fields.items():
        head = '--{}\r\nContent-Disposition: form-data; name="{}"'.format(BOUNDARY, name)
        if isinstance(value, tuple):
            head += '; filename="{}"\r\nContent-Type: application/x-test'.format(value[0])
            value = value[1]
        lines.append(head.encode() + b"\r\n\r\n" + (value if isinstance(value, bytes) else value.encode()) + b"\r\n")
    return b"".join(lines) + "--{}--\r\n".format(BOUNDARY).encode()


def parse_events(data: bytes) -> Events:
    """Return the (name, value) of each event; comments have the name ":"."""
    events: Events = []
    for block in data.decode().split("\n\n")[:-1]:
        name = ""
        for line in block.split("\n"):
            field, _, value = line.partition(": ")
            if field == "event":
                name = value
            else:
                events.append((name or (":" if not field else ""), value if value[:1] != "{" else json.loads(value)))
    return events


@pytest.fixture
def server() -> Iterator[EmbeddedServer]:
    with EmbeddedServer() as running:
        yield running


@pytest.fixture
def lenient() -> Iterator[EmbeddedServer]:
    with EmbeddedServer(lenient=True) as running:
        yield running


@pytest.fixture
def client(server: EmbeddedServer) -> Iterator[Client]:
    connected = Client(server)
    yield connected
    connected.connection.close()


@pytest.fixture
def raw(server: EmbeddedServer) -> Iterator[Exchange]:
    """Return a function that sends bytes on a new connection, and returns what it receives and how that ended."""
    opened: List[socket.socket] = []

    def exchange(data: bytes) -> Tuple[bytes, str]:
        sock = socket.create_connection((server.host, server.port), timeout=TIMEOUT)
        opened.append(sock)
        sock.sendall(data)
        received = b""
        try:
            while True:
                data = sock.recv(65536)
                received += data
                if not data:
                    return received, "eof"
        except ConnectionResetError:
            return received, "reset"

    yield exchange
    for sock in opened:
        sock.close()


def request(body: Any = HELLO, fault: str = "", headers: str = "Connection: close\r\n") -> bytes:
    """Encode a chat request; `headers` are additional header lines."""
    data = json.dumps(body).encode()
    head = "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer test\r\n"
    head += "Content-Length: {}\r\n{}".format(len(data), headers)
    if fault:
        head += "X-Embedded-Fault: {}\r\n".format(fault)
    return head.encode() + b"\r\n" + data


STREAM: Dict[str, Any] = dict(HELLO, stream=True)


# Routing


def required_names(operation: Operation) -> List[str]:
    """Return the required parameters of the first alternative of an operation."""
    return operation.required.partition(" |")[0].split()


def plausible_body(operation: Operation) -> Tuple[Optional[bytes], Dict[str, str]]:
    """Return a body with the required parameters of an operation, and its headers."""
    if operation.multipart:
        fields: Dict[str, Any] = dict.fromkeys(required_names(operation), "1")
        fields[operation.upload] = ("a.bin", b"content")
        return form(**fields), {"Content-Type": FORM_TYPE}
    values: Dict[str, Any] = {
        "messages": HELLO["messages"],
        "tool_outputs": [],
        "metadata": {},
        "input": "hi",
        "prompt": "hi",
    }
    if operation.method != "POST":
        return None, {}
    body = {name: values.get(name, "x") for name in required_names(operation)}
    return json.dumps(body).encode(), {"Content-Type": "application/json"}


@pytest.mark.parametrize("operation", [operation for _, operation in operations()], ids=repr)
def test_a_lenient_server_handles_every_operation_in_its_initial_state(
    lenient: EmbeddedServer, operation: Operation
) -> None:
    client = Client(lenient)
    path = operation.path
    for name in operation.path_names:
        path = path.replace("{" + name + "}", "some-" + name.replace("_", "-"))
    body, headers = plausible_body(operation)
    if operation.method != "POST" and operation.required:
        path += "?" + "&".join(name + "=1" for name in required_names(operation))
    response, data = client(operation.method, path, body, headers)
    assert response.status == 200, data
    assert response.headers["x-request-id"] == "req_000001"
    if operation.response_type not in ("binary", "text"):
        assert isinstance(data, dict)
    if operation.page:
        assert data["object"] == "list" and isinstance(data["data"], list)
    if operation.page == "CursorPage":
        assert data["has_more"] is False and "first_id" in data and "last_id" in data
    if operation.method == "DELETE":
        assert data["deleted"] is True
    if operation.path.endswith("}") and operation.path_names[-1] != "completion_id" and not operation.page:
        assert data["id"] == "some-" + operation.path_names[-1].replace("_", "-")
    client.connection.close()


@pytest.mark.parametrize("operation", [operation for _, operation in operations() if operation.required], ids=repr)
def test_required_parameters_are_required(lenient: EmbeddedServer, operation: Operation) -> None:
    client = Client(lenient)
    path = "/".join("x" if part.startswith("{") else part for part in operation.path.partition("?")[0].split("/"))
    body, headers = (form(), {"Content-Type": FORM_TYPE}) if operation.multipart else (b"{}", {})
    response, data = client(operation.method, path, body, headers)
    assert response.status == 400
    assert data["error"]["param"] == operation.required.split()[0]
    assert data["error"]["code"] == "missing_required_parameter"
    client.connection.close()


def test_a_strict_server_has_no_objects_that_were_not_created(client: Client) -> None:
    for path in ("/files/x", "/models/x", "/threads/x", "/threads/x/messages", "/assistants/x/files", "/fine-tunes/x"):
        response, data = client("GET", path)
        assert response.status == 404
        assert sorted(data["error"]) == ["code", "message", "param", "type"]
        assert "x" in data["error"]["message"]


def test_unknown_paths_methods_keys_and_bodies(client: Client) -> None:
    response, data = client("GET", "/x")
    assert (response.status, data["error"]["message"]) == (404, "Invalid URL (GET /v1/x)")
    response, data = client("DELETE", "/chat/completions")
    assert (response.status, response.headers["Allow"]) == (405, "GET, POST")
    for key in ("", "Bearer ", "Basic abc"):
        assert client("GET", "/models", key=key)[0].status == 401
    for key in ("wrong", "sk-wrong-and-rather-long-0123"):
        response, data = client("GET", "/models", key="Bearer " + key)
        assert response.status == 401 and data["error"]["message"].startswith("Incorrect API key provided: ")
        assert key not in data["error"]["message"]
    for body in (b"{", b"[]", b"\xff"):
        assert client("POST", "/chat/completions", body)[0].status == 400


def test_an_id_may_contain_anything_that_is_escaped(lenient: EmbeddedServer) -> None:
    client = Client(lenient)
    assert client.ok("GET", "/files/a%2Fb%20c%3F")["id"] == "a/b c?"
    client.connection.close()


def test_azure_paths(client: Client, server: EmbeddedServer) -> None:
    path = "/openai/deployments/mine/chat/completions?api-version=1"
    client.connection.request("POST", path, json.dumps({"messages": HELLO["messages"]}), {"api-key": "k"})
    assert json.loads(client.connection.getresponse().read())["model"] == "mine"


# Stored objects


def test_an_upload_becomes_a_file_of_its_parts_in_the_given_order(client: Client) -> None:
    contents = [os.urandom(3000), b"", b"plain text", os.urandom(1_500_000)]  # the last is spooled to a file
    whole = contents[2] + contents[0] + contents[3] + contents[1]
    upload = client.ok("POST", "/uploads", dict(UPLOAD, bytes=len(whole)))
    assert (upload["object"], upload["status"], upload["file"]) == ("upload", "pending", None)
    assert (upload["bytes"], upload["filename"], upload["purpose"]) == (len(whole), "big.bin", "batch")
    path = "/uploads/" + upload["id"]
    parts = [
        client.form(path + "/parts", data=content if n == 2 else ("p", content)) for n, content in enumerate(contents)
    ]
    assert {(part["object"], part["upload_id"]) for part in parts} == {("upload.part", upload["id"])}
    order = [parts[number]["id"] for number in (2, 0, 3, 1)]
    md5 = hashlib.md5(whole).hexdigest()  # noqa: S324
    done = client.ok("POST", path + "/complete", {"part_ids": order, "md5": md5.upper()})
    assert (done["id"], done["status"]) == (upload["id"], "completed")
    file = done["file"]
    assert (file["object"], file["bytes"], file["filename"], file["purpose"], file["status"]) == (
        "file", len(whole), "big.bin", "batch", "processed",
    )  # fmt: skip
    assert client.ok("GET", "/files/" + file["id"]) == file
    assert client.ok("GET", "/files/" + file["id"] + "/content") == whole
    assert [item["id"] for item in client.ok("GET", "/files")["data"]] == [file["id"]]


UPLOAD = {"bytes": 6, "filename": "big.bin", "mime_type": "text/plain", "purpose": "batch"}


@pytest.mark.parametrize(
    ("action", "body", "param", "message"),
    [
        ("complete", {"part_ids": ["part_000002", "part_000001"], "md5": "0" * 32}, "md5", "The md5 of the parts is "),
        ("complete", {"part_ids": ["part_000001"]}, "part_ids", "have 3 bytes, but the upload was created with 6"),
        ("complete", {"part_ids": ["part_000001"] * 3}, "part_ids", "have 9 bytes"),
        ("complete", {"part_ids": ["part_000001", "part_9"]}, None, "No part found with id 'part_9'"),
        ("complete", {"part_ids": "part_000001"}, "part_ids", "expected an array of strings"),
    ],
)
def test_an_upload_that_cannot_be_completed_stays_pending(
    client: Client, action: str, body: Any, param: Optional[str], message: str
) -> None:
    path = "/uploads/" + client.ok("POST", "/uploads", UPLOAD)["id"]
    for data in (b"one", b"two"):
        client.form(path + "/parts", data=("p", data))
    response, error = client("POST", path + "/" + action, body)
    assert response.status in (400, 404) and error["error"]["param"] == param
    assert message in error["error"]["message"]
    assert client.ok("GET", "/files")["data"] == []
    done = client.ok("POST", path + "/complete", {"part_ids": ["part_000002", "part_000001"]})
    assert client.ok("GET", "/files/" + done["file"]["id"] + "/content") == b"twoone"


@pytest.mark.parametrize("action", ["complete", "cancel"])
def test_a_finished_upload_takes_no_more_requests(client: Client, server: EmbeddedServer, action: str) -> None:
    path = "/uploads/" + client.ok("POST", "/uploads", dict(UPLOAD, bytes=3))["id"]
    part = client.form(path + "/parts", data=("p", b"one"))
    done = client.ok("POST", path + "/" + action, {"part_ids": [part["id"]]})
    for next_action in ("complete", "cancel"):
        response, error = client("POST", path + "/" + next_action, {"part_ids": [part["id"]]})
        assert response.status == 400 and "is already " + done["status"] in error["error"]["message"]
    response, _ = client("POST", path + "/parts", form(data=("p", b"two")), {"Content-Type": FORM_TYPE})
    assert response.status == 400


RANGES = [  # header, first and last position of the response; None for the whole content, () for 416
    ("bytes=0-0", (0, 0)),
    ("bytes=2-5", (2, 5)),
    ("BYTES=2-5", (2, 5)),
    ("bytes= 2-5 ", (2, 5)),
    ("bytes=7-", (7, 9)),
    ("bytes=7-99999999999999999999", (7, 9)),
    ("bytes=-3", (7, 9)),
    ("bytes=-99", (0, 9)),
    ("bytes=9-9", (9, 9)),
    ("bytes=10-", ()),
    ("bytes=10-12", ()),
    ("bytes=-0", ()),
    ("bytes=5-2", None),
    ("bytes=", None),
    ("bytes=-", None),
    ("bytes=a-b", None),
    ("bytes=\u0661-2", None),
    ("bytes=0-1,4-5", None),
    ("items=0-1", None),
    ("0-1", None),
]


@pytest.mark.parametrize(("header", "positions"), RANGES, ids=[ascii(header) for header, _ in RANGES])
def test_ranges(header: str, positions: Any) -> None:
    parsed = load("testing.byte_ranges").parse_range(header, 10)
    if positions is None:
        assert parsed is None
    elif positions:
        assert parsed == (positions[0], positions[1] + 1)
    else:
        assert parsed[0] >= parsed[1]


def test_a_part_of_a_file_can_be_downloaded(client: Client) -> None:
    id = client.form("/files", purpose="p", file=("digits", b"0123456789"))["id"]
    path = "/files/" + id + "/content"
    whole, _ = client("GET", path)
    assert (whole.status, whole.headers["Accept-Ranges"], whole.headers["Content-Range"]) == (200, "bytes", None)
    etag = whole.headers["ETag"]
    for condition in ({}, {"If-Range": etag}):
        response, data = client("GET", path, headers=dict({"Range": "bytes=2-5"}, **condition))
        assert (response.status, data, response.headers["Content-Range"]) == (206, b"2345", "bytes 2-5/10")
        assert (response.headers["ETag"], response.headers["Content-Length"]) == (etag, "4")
    for condition in (
        {"If-Range": '"other"'},
        {"If-Range": "W/" + etag},
        {"If-Range": "Mon, 01 Jan 2024 00:00:00 GMT"},
    ):
        response, data = client("GET", path, headers=dict({"Range": "bytes=2-5"}, **condition))
        assert (response.status, data, response.headers["Content-Range"]) == (200, b"0123456789", None)
    response, error = client("GET", path, headers={"Range": "bytes=10-"})
    assert (response.status, response.headers["Content-Range"]) == (416, "bytes */10")
    assert "10 bytes" in error["error"]["message"]
    other = client.form("/files", purpose="p", file=("digits", b"0123456780"))["id"]
    assert client("GET", "/files/" + other + "/content")[0].headers["ETag"] != etag


def test_files_are_stored_listed_downloaded_and_deleted(client: Client) -> None:
    content = os.urandom(3000) + b"\r\n--" + BOUNDARY[:-1].encode()
    ids = [client.form("/files", purpose="p", file=("f\u00e4%d.bin" % n, content))["id"] for n in range(5)]
    assert ids[0] == "file-000001"
    page = client.ok("GET", "/files?limit=2")
    assert [item["id"] for item in page["data"]] == [ids[4], ids[3]]
    assert (page["first_id"], page["last_id"], page["has_more"]) == (ids[4], ids[3], True)
    page = client.ok("GET", "/files?limit=2&after=" + ids[1])
    assert [item["id"] for item in page["data"]] == [ids[0]] and page["has_more"] is False
    page = client.ok("GET", "/files?limit=2&order=asc&before=" + ids[3])
    assert [item["id"] for item in page["data"]] == ids[1:3] and page["has_more"] is True
    assert client("GET", "/files?order=up")[0].status == 400
    assert client("GET", "/files?limit=none")[0].status == 400
    assert client("GET", "/files?after=none")[0].status == 400
    assert client.ok("GET", "/files?purpose=other")["data"] == []
    item = client.ok("GET", "/files/" + ids[0])
    assert (item["bytes"], item["filename"], item["purpose"]) == (len(content), "f\u00e40.bin", "p")
    assert client.ok("GET", "/files/" + ids[0] + "/content") == content
    assert client.ok("DELETE", "/files/" + ids[0]) == {"id": ids[0], "object": "file", "deleted": True}
    for path in ("/files/" + ids[0], "/files/" + ids[0] + "/content"):
        assert client("GET", path)[0].status == 404


def test_threads_messages_runs_and_steps(client: Client) -> None:
    assistant = client.ok("POST", "/assistants", {"model": "gpt-4o", "name": "A", "file_ids": ["file-1"]})
    assert [item["id"] for item in client.ok("GET", "/assistants/asst_000001/files")["data"]] == ["file-1"]
    thread = client.ok("POST", "/threads", {"messages": [{"role": "user", "content": "Hi", "file_ids": ["f"]}]})
    path = "/threads/" + thread["id"]
    assert client.ok("GET", path + "/messages/msg_000001/files")["data"][0]["message_id"] == "msg_000001"
    run = client.ok("POST", path + "/runs", {"assistant_id": assistant["id"]})
    statuses = [run["status"]] + [client.ok("GET", path + "/runs/" + run["id"])["status"] for _ in range(3)]
    assert statuses == ["queued", "in_progress", "completed", "completed"]
    messages = client.ok("GET", path + "/messages")["data"]
    assert [message["role"] for message in messages] == ["assistant", "user"]
    assert messages[0]["content"][0]["text"]["value"].endswith("You said: Hi")
    step = client.ok("GET", path + "/runs/" + run["id"] + "/steps")["data"][0]
    assert step["step_details"]["message_creation"]["message_id"] == messages[0]["id"]
    assert client.ok("GET", path + "/runs/" + run["id"] + "/steps/" + step["id"]) == step
    assert client("POST", path + "/runs/" + run["id"] + "/cancel")[0].status == 400
    assert client.ok("POST", path, {"metadata": {"a": "1"}})["metadata"] == {"a": "1"}
    assert client.ok("POST", path, {"metadata": {"b": "2"}})["metadata"] == {"a": "1", "b": "2"}
    assert client.ok("DELETE", path)["object"] == "thread.deleted"
    assert client("GET", path + "/messages")[0].status == 404


def test_a_run_that_uses_a_tool(client: Client) -> None:
    tool = {"type": "function", "function": {"name": "f", "parameters": {"properties": {"q": {"type": "number"}}}}}
    client.ok("POST", "/assistants", {"model": "gpt-4o", "tools": [tool]})
    body = {"assistant_id": "asst_000001", "thread": {"messages": [{"role": "user", "content": "Use the tool!"}]}}
    names = [name for name, _ in client.events("/threads/runs", body)]
    assert names[0] == "thread.created" and names[-2:] == ["thread.run.requires_action", "done"]
    path = "/threads/thread_000001/runs/run_000001"
    call = client.ok("GET", path)["required_action"]["submit_tool_outputs"]["tool_calls"][0]
    assert call["function"] == {"name": "f", "arguments": '{"q": 1.5}'}
    outputs = {"tool_outputs": [{"tool_call_id": call["id"], "output": "42"}]}
    events = client.events(path + "/submit_tool_outputs", outputs)
    assert [name for name, _ in events][-2:] == ["thread.run.completed", "done"]
    assert client("POST", path + "/submit_tool_outputs", outputs)[0].status == 400
    text = client.ok("GET", "/threads/thread_000001/messages")["data"][0]["content"][0]["text"]["value"]
    assert text.endswith("the tool answered 42")


def test_the_events_of_a_run(client: Client) -> None:
    client.ok("POST", "/assistants", {"model": "gpt-4o"})
    client.ok("POST", "/threads", {"messages": [{"role": "user", "content": "Hi"}]})
    events = client.events("/threads/thread_000001/runs", {"assistant_id": "asst_000001"})
    names = [name for name, _ in events]
    assert list(dict.fromkeys(names)) == [
        "thread.run.created", "thread.run.queued", "thread.run.in_progress", "thread.run.step.created",
        "thread.run.step.in_progress", "thread.message.created", "thread.message.in_progress", "thread.message.delta",
        "thread.message.completed", "thread.run.step.completed", "thread.run.completed", "done",
    ]  # fmt: skip
    deltas = [value["delta"]["content"][0]["text"]["value"] for name, value in events if name.endswith("message.delta")]
    assert "".join(deltas) == "Hello from the embedded server! You said: Hi"
    assert events[-1] == ("done", "[DONE]")


def test_stored_chat_completions(client: Client) -> None:
    client.ok("POST", "/chat/completions", HELLO)
    stored = client.ok("POST", "/chat/completions", dict(HELLO, store=True, metadata={"k": "v"}))
    path = "/chat/completions/" + stored["id"]
    assert [item["id"] for item in client.ok("GET", "/chat/completions")["data"]] == [stored["id"]]
    assert client.ok("GET", path)["choices"] == stored["choices"]
    assert client.ok("POST", path, {"metadata": {"x": "y"}})["metadata"] == {"k": "v", "x": "y"}
    assert client.ok("GET", path + "/messages")["data"][0]["content"] == "Say hello"
    assert client.ok("DELETE", path)["deleted"] is True
    assert client("GET", path)[0].status == 404


def test_reset_clears_everything_except_the_number_of_connections(client: Client, server: EmbeddedServer) -> None:
    client.form("/files", purpose="p", file=("a", b"1"))
    server.inject_fault("status=500; times=9")
    server.reset()
    assert server.requests == [] and server.connections == 1
    assert client.ok("GET", "/files")["data"] == []
    assert client.form("/files", purpose="p", file=("a", b"1"))["id"] == "file-000001"


# Responses


def test_chat_completions(client: Client) -> None:
    response = client.ok("POST", "/chat/completions", dict(HELLO, n=2))
    assert response["id"] == "chatcmpl-000001" and response["created"] == 1700000001
    assert [choice["message"]["content"] for choice in response["choices"]][0] == OUTPUT_TEXT
    assert len(response["choices"]) == 2
    short = client.ok("POST", "/chat/completions", dict(HELLO, max_tokens=2))["choices"][0]
    assert (short["message"]["content"], short["finish_reason"]) == ("Hello from", "length")
    assert client("POST", "/chat/completions", dict(HELLO, n="many"))[1]["error"]["param"] == "n"
    assert client("POST", "/chat/completions", dict(HELLO, model="no-such-model"))[0].status == 404
    assert client("POST", "/chat/completions", dict(HELLO, messages=[]))[0].status == 400


def test_chat_streams_word_by_word(client: Client) -> None:
    events = client.events("/chat/completions", dict(HELLO, stream_options={"include_usage": True}))
    assert events[-1] == ("", "[DONE]")
    chunks = [value for _, value in events[:-1]]
    assert chunks[0]["choices"][0]["delta"]["role"] == "assistant"
    assert "".join(chunk["choices"][0]["delta"].get("content", "") for chunk in chunks[:-1]) == OUTPUT_TEXT
    assert chunks[-2]["choices"][0]["finish_reason"] == "stop"
    assert chunks[-1]["choices"] == [] and chunks[-1]["usage"]["total_tokens"] > 0
    assert {chunk["object"] for chunk in chunks} == {"chat.completion.chunk"}


def test_tools_and_structured_output(client: Client) -> None:
    tool = {"type": "function", "function": {"name": "f", "parameters": {"properties": {"q": {"type": "string"}}}}}
    params: Dict[str, Any] = {
        "model": "m",
        "tools": [tool],
        "messages": [{"role": "user", "content": "Please use the tool."}],
    }
    choice = client.ok("POST", "/chat/completions", params)["choices"][0]
    assert choice["finish_reason"] == "tool_calls"
    assert json.loads(choice["message"]["tool_calls"][0]["function"]["arguments"]) == {"q": "embedded"}
    deltas = [value["choices"][0]["delta"] for _, value in client.events("/chat/completions", params)[:-1]]
    arguments = [delta["tool_calls"][0]["function"]["arguments"] for delta in deltas if "tool_calls" in delta]
    assert json.loads("".join(arguments)) == {"q": "embedded"} and len(arguments) > 2
    params["messages"] += [choice["message"], {"role": "tool", "tool_call_id": "x", "content": "42"}]
    text = client.ok("POST", "/chat/completions", params)["choices"][0]["message"]["content"]
    assert text.endswith("the tool answered 42")
    schema = {
        "type": "object",
        "properties": {
            "a": {"$ref": "#/$defs/A"}, "b": {"type": "array", "items": {"enum": ["x", "y"]}},
            "c": {"anyOf": [{"type": "integer"}, {"type": "null"}]}, "d": {"$ref": "#"},
        },
        "$defs": {"A": {"type": "object", "properties": {"z": {"type": "boolean"}}}},
    }  # fmt: skip
    response_format = {"type": "json_schema", "json_schema": {"name": "n", "schema": schema}}
    message = client.ok("POST", "/chat/completions", dict(HELLO, response_format=response_format))["choices"][0][
        "message"
    ]
    assert json.loads(message["content"]) == {"a": {"z": True}, "b": ["x"], "c": 1, "d": {}}
    refused = dict(HELLO, messages=[{"role": "user", "content": [{"type": "text", "text": "Please refuse."}]}])
    assert client.ok("POST", "/chat/completions", refused)["choices"][0]["message"]["refusal"]


def test_completions_engines_and_edits(client: Client) -> None:
    response = client.ok("POST", "/completions", {"model": "m", "prompt": ["a", "b"], "max_tokens": 5})
    assert response["object"] == "text_completion"
    assert [choice["finish_reason"] for choice in response["choices"]] == ["length", "length"]
    events = client.events("/engines/davinci/completions", {"prompt": "a"})
    assert events[-1] == ("", "[DONE]") and events[0][1]["model"] == "davinci"
    assert client.ok("POST", "/edits", {"model": "m", "instruction": "fix"})["object"] == "edit"


def test_embeddings_are_the_same_as_floats_and_as_base64(client: Client) -> None:
    params = {"model": "m", "input": ["a", "b"]}
    floats = client.ok("POST", "/embeddings", params)["data"]
    encoded = client.ok("POST", "/embeddings", dict(params, encoding_format="base64"))["data"]
    assert [item["index"] for item in floats] == [0, 1]
    assert list(struct.unpack("<1536f", base64.b64decode(encoded[1]["embedding"]))) == floats[1]["embedding"]
    assert abs(sum(number * number for number in floats[0]["embedding"]) - 1) < 1e-5
    short = client.ok("POST", "/embeddings", {"model": "m", "input": [1, 2, 3], "dimensions": 8})["data"]
    assert len(short) == 1 and len(short[0]["embedding"]) == 8


def test_images(client: Client, server: EmbeddedServer) -> None:
    url = client.ok("POST", "/images/generations", {"prompt": "x"})["data"][0]["url"]
    client.connection.request("GET", url[len(server.url) :])
    assert client.connection.getresponse().read().startswith(b"\x89PNG")
    picture = client.form("/images/edits", image=("a.png", b"1"), prompt="x", model="gpt-image-1", n="2")
    assert base64.b64decode(picture["data"][1]["b64_json"]).startswith(b"\x89PNG")
    events = client.events("/images/generations", {"prompt": "x", "partial_images": 2})
    assert [name for name, _ in events] == ["image_generation.partial_image"] * 2 + ["image_generation.completed"]
    assert all(value["type"] == name for name, value in events)


def test_speech_is_sent_in_chunks(client: Client) -> None:
    response = client.send("POST", "/audio/speech", {"model": "m", "voice": "v", "input": "a b"})
    assert response.headers["Content-Type"] == "audio/mpeg" and response.headers["Transfer-Encoding"] == "chunked"
    assert response.read()[:2] == b"\xff\xfb"
    response, data = client(
        "POST", "/audio/speech", {"model": "m", "voice": "v", "input": "a", "response_format": "wav"}
    )
    assert data[:4] == b"RIFF" and len(data) == struct.unpack("<I", data[4:8])[0] + 8


@pytest.mark.parametrize("shape", ["text", "srt", "vtt", "json", "verbose_json", "diarized_json"])
def test_transcriptions(client: Client, shape: str) -> None:
    fields: Dict[str, Any] = {"file": ("a.mp3", b"1"), "model": "m", "response_format": shape, "prompt": "12345"}
    data = client.form("/audio/transcriptions", **fields)
    assert "12345" in (data["text"] if isinstance(data, dict) else data.decode())
    assert isinstance(data, dict) == shape.endswith("json")


def test_a_streamed_transcription(client: Client) -> None:
    body = form(file=("a.mp3", b"1"), model="m", stream="true")
    events = parse_events(client("POST", "/audio/transcriptions", body, {"Content-Type": FORM_TYPE})[1])
    assert events[-1][1]["type"] == "transcript.text.done"
    assert "".join(value["delta"] for _, value in events[:-1]) == events[-1][1]["text"]


def test_moderations(client: Client) -> None:
    results = client.ok("POST", "/moderations", {"input": ["I want to kill everyone!", "Hello"]})["results"]
    assert [result["flagged"] for result in results] == [True, False]
    assert results[0]["categories"]["violence"] and results[0]["category_scores"]["violence"] > 0.5


DOCUMENTED_FIELDS: List[Tuple[str, str, Any, str]] = [
    ("GET", "/models/davinci-search-query", None, "created id object owned_by parent permission root"),
    ("GET", "/files/file-123321", None, "bytes created_at filename id object purpose status status_details"),
    ("POST", "/edits", {"model": "m", "instruction": "i", "input": "x"}, "choices created object usage"),
    ("GET", "/engines", None, "data object"),
    ("GET", "/engines/davinci", None, "id object max_replicas"),
    (
        "POST", "/fine-tunes", {"training_file": "file-1", "model": "curie"},
        "created_at events fine_tuned_model hyperparams id model object organization_id result_files status "
        "training_files updated_at validation_files",
    ),
    ("GET", "/fine-tunes/t-AF1WoRqd3aJAHsqc9NY7iL8F", None, "hyperparams id model object organization_id status"),
    ("POST", "/fine-tunes/ft-x/cancel", {}, "events fine_tuned_model hyperparams id status updated_at"),
    ("GET", "/fine-tunes/ft-x/events", None, "data"),
    ("DELETE", "/models/model-id", None, "deleted id object"),
    (
        "GET", "/assistants/asst_...", None,
        "created_at description file_ids id instructions metadata model name object tools",
    ),
    ("POST", "/assistants/asst_.../files", {"file_id": "file-..."}, "assistant_id created_at id object"),
    ("GET", "/assistants/asst_.../files/file-...", None, "assistant_id created_at id object"),
    ("DELETE", "/assistants/asst_.../files/file-...", None, "deleted id object"),
    ("GET", "/threads?limit=2", None, "data first_id has_more last_id object"),
    ("GET", "/threads/thread_.../messages?after=msg_...", None, "data first_id has_more last_id object"),
    (
        "GET", "/threads/thread_.../messages/msg_...", None,
        "assistant_id content created_at file_ids id metadata object role run_id thread_id",
    ),
    ("GET", "/threads/thread_.../messages/msg_.../files", None, "data first_id has_more last_id object"),
    ("GET", "/threads/thread_.../messages/msg_.../files/file-...", None, "created_at id message_id object"),
    (
        "POST", "/threads/thread_.../runs/run_.../submit_tool_outputs", {"tool_outputs": []},
        "assistant_id cancelled_at completed_at created_at expires_at failed_at file_ids id instructions last_error "
        "metadata model object started_at status thread_id tools",
    ),
    (
        "GET", "/threads/thread_.../runs/run_.../steps/step_...", None,
        "assistant_id cancelled_at completed_at created_at expires_at failed_at id last_error object run_id status "
        "step_details thread_id type",
    ),
]  # fmt: skip


@pytest.mark.parametrize("method, path, body, keys", DOCUMENTED_FIELDS)
def test_objects_of_a_lenient_server_have_the_documented_fields(
    lenient: EmbeddedServer, method: str, path: str, body: Any, keys: str
) -> None:
    client = Client(lenient)
    assert set(keys.split()) <= set(client.ok(method, path, body))
    client.connection.close()


def test_deleted_objects_stay_deleted_on_a_lenient_server(lenient: EmbeddedServer) -> None:
    client = Client(lenient)
    client.ok("DELETE", "/files/file-x")
    assert client("GET", "/files/file-x")[0].status == 404
    client.connection.close()


# Recording


def test_recorded_requests(client: Client, server: EmbeddedServer) -> None:
    client("POST", "/files?a=1&a=2", form(purpose="p", file=("n.txt", b"\x00\xff")), {"Content-Type": FORM_TYPE})
    received = server.requests[-1]
    assert (received.method, received.target, received.path) == ("POST", "/v1/files?a=1&a=2", "/v1/files")
    assert received.query == {"a": ["1", "2"]} and received.connection == 1 == server.connections
    assert ("Authorization", "Bearer test") in received.headers and received.header("aUTHORIZATION") == "Bearer test"
    assert received.header("absent") == "" and received.header("absent", "x") == "x"
    first, second = received.parts()
    assert (first.name, first.filename, first.content) == ("purpose", None, b"p")
    assert (second.name, second.filename, second.content_type) == ("file", "n.txt", "application/x-test")
    assert second.content == b"\x00\xff" and received.body_complete
    client("POST", "/chat/completions", HELLO)
    assert server.requests[-1].json() == HELLO and server.requests[-1].parts() == []


def test_the_number_of_recorded_requests_is_limited() -> None:
    with EmbeddedServer(max_recorded=2, record_bodies=False) as server:
        client = Client(server)
        for name in ("a", "b", "c"):
            client("POST", "/chat/completions", dict(HELLO, model=name))
        client.connection.close()
        assert len(server.requests) == 2
        assert server.requests[-1].body == b"" and server.requests[-1].body_length > 0


@pytest.mark.parametrize("size", [3 << 20, 65 << 20])
def test_a_long_upload_is_truncated_in_the_recording_but_not_in_the_store(
    client: Client, server: EmbeddedServer, size: int
) -> None:
    block = bytes(range(256)) * 4096
    content = (block * (size // len(block) + 1))[:size]
    created = client.form("/files", purpose="p", file=("big", content))
    assert created["bytes"] == size
    received = server.requests[-1]
    assert (
        not received.body_complete
        and received.body_length > size
        and len(received.body) == len(received.body_tail) == 64 << 10
    )
    assert received.body_tail.endswith(BOUNDARY.encode() + b"--\r\n") and len(received.body_sha256) == 64
    with pytest.raises(ValueError):
        received.json()
    assert received.parts()[1].length == size and received.parts()[1].content == content[: 64 << 10]
    response, data = client("GET", "/files/" + created["id"] + "/content")
    if size < 64 << 20:
        assert data == content
    else:
        assert response.status == 400 and "67,108,864" in data["error"]["message"]


# HTTP


def test_each_event_is_sent_in_its_own_chunk(raw: Exchange) -> None:
    data, end = raw(request(body=STREAM))
    head, _, body = data.partition(b"\r\n\r\n")
    assert b"Transfer-Encoding: chunked" in head and end == "eof"
    chunks = []
    while body:
        size, _, body = body.partition(b"\r\n")
        length = int(size, 16)
        chunks.append(body[:length])
        assert body[length : length + 2] == b"\r\n"
        body = body[length + 2 :]
    assert chunks.pop() == b"" and chunks[-1] == b"data: [DONE]\n\n"
    assert all(chunk.startswith(b"data: ") and chunk.count(b"\n\n") == 1 for chunk in chunks)


def test_events_are_sent_with_the_delay() -> None:
    with EmbeddedServer(delay=0.03) as server:
        client = Client(server)
        begin = time.monotonic()
        response = client.send("POST", "/chat/completions", STREAM)
        first = response.read1(65536)
        assert first.startswith(b"data: ") and not first.endswith(b"[DONE]\n\n"), "events are not held back"
        count = (first + response.read()).count(b"\n\n")
        assert count > 3 and time.monotonic() - begin > 0.03 * (count - 1) * 0.9
        client.connection.close()


def test_a_connection_is_kept_alive(client: Client, server: EmbeddedServer) -> None:
    for _ in range(3):
        client.ok("GET", "/models")
        client.events("/chat/completions", HELLO)
    assert server.connections == 1 and {received.connection for received in server.requests} == {1}


def test_chunked_bodies_pipelining_and_http_1_0(raw: Exchange, server: EmbeddedServer) -> None:
    body = json.dumps(HELLO).encode()
    chunked = b"%x;ext=1\r\n%s\r\n%x\r\n%s\r\n0\r\nTrailer: x\r\n\r\n" % (10, body[:10], len(body) - 10, body[10:])
    head = b"POST /v1/chat/completions HTTP/1.1\r\nAuthorization: Bearer t\r\nTransfer-Encoding: chunked\r\n\r\n"
    data, _ = raw(head + chunked + request(headers="") + request())
    assert data.count(b"HTTP/1.1 200 OK") == 3 and data.count(OUTPUT_TEXT.encode()) == 3
    assert server.requests[0].json() == HELLO
    data, _ = raw(request(body=STREAM, headers="").replace(b"HTTP/1.1", b"HTTP/1.0"))
    assert b"chunked" not in data and data.endswith(b"data: [DONE]\n\n")


def test_expect_100_continue(server: EmbeddedServer) -> None:
    body = json.dumps(HELLO).encode()
    with socket.create_connection((server.host, server.port), timeout=TIMEOUT) as sock:
        head = request(headers="Expect: 100-continue\r\nConnection: close\r\n")
        sock.sendall(head[: -len(body)])
        assert sock.recv(65536) == b"HTTP/1.1 100 Continue\r\n\r\n"
        sock.sendall(body)
        assert sock.recv(65536).startswith(b"HTTP/1.1 200 OK\r\n")


@pytest.mark.parametrize(
    "data",
    [
        b"nonsense\r\n\r\n",
        b"GET /v1/models HTTP/1.1\r\nno colon here\r\n\r\n",
        b"GET /v1/models HTTP/1.1\r\n folded: x\r\n\r\n",
        b"POST /v1/files HTTP/1.1\r\nContent-Length: many\r\n\r\n",
        b"POST /v1/files HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n",
        b"POST /v1/files HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"POST /v1/files HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabcdef\r\n",
        b"GET /v1/models HTTP/1.1\r\nX: " + b"x" * 70_000 + b"\r\n\r\n",
    ],
    ids=lambda data: repr(data[:60]),
)
def test_bad_requests_are_rejected_and_the_server_keeps_running(raw: Exchange, client: Client, data: bytes) -> None:
    received, end = raw(data)
    assert received.startswith(b"HTTP/1.1 400 Bad Request\r\n") and end == "eof"
    assert "error" in json.loads(received.partition(b"\r\n\r\n")[2])
    assert client.ok("GET", "/models")


def test_a_form_without_an_end_and_other_bad_values(client: Client) -> None:
    body = form(purpose="p", file=("a", b"1"))
    response, data = client("POST", "/files", body[:-10], {"Content-Type": FORM_TYPE})
    assert response.status == 400 and "form" in data["error"]["message"]
    response, _ = client("POST", "/files", form(purpose="p", file="no file"), {"Content-Type": FORM_TYPE})
    assert response.status == 400


def test_clients_that_disconnect_cause_no_output(
    server: EmbeddedServer, client: Client, capfd: pytest.CaptureFixture[str]
) -> None:
    for data in (b"", b"GET /v1", request(body=STREAM), request()[:-10]):
        sock = socket.create_connection((server.host, server.port), timeout=TIMEOUT)
        sock.sendall(data)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        sock.close()
    assert client.ok("GET", "/models")
    server.stop()
    assert capfd.readouterr() == ("", "")


def test_tls() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "certificate.pem")
        with open(path, "w") as file:
            file.write(CERTIFICATE)
        context.load_cert_chain(path)
    trust = ssl.create_default_context(cadata=CERTIFICATE[CERTIFICATE.index("-----BEGIN CERTIFICATE") :])
    with EmbeddedServer(ssl_context=context) as server:
        assert server.base_url == "https://127.0.0.1:{}/v1".format(server.port)
        # A client without TLS and a silent client do not block others.
        with socket.create_connection((server.host, server.port), timeout=TIMEOUT) as plain:
            plain.sendall(b"GET / HTTP/1.1\r\n\r\n")
            connection = http.client.HTTPSConnection(server.host, server.port, timeout=TIMEOUT, context=trust)
            connection.request("POST", "/v1/chat/completions", json.dumps(STREAM), {"Authorization": "Bearer t"})
            assert connection.getresponse().read().endswith(b"data: [DONE]\n\n")
            # Before 3.12.3 and 3.11.9 the ssl module treated a reset as an end (gh-115627).
            for fault in ("cut=20", "reset", "reset=20"):
                headers = {"Authorization": "Bearer t", "X-Embedded-Fault": fault}
                connection.request("POST", "/v1/chat/completions", json.dumps(HELLO), headers)
                with pytest.raises((OSError, http.client.IncompleteRead)):
                    connection.getresponse().read()
                connection.close()
        idle = socket.create_connection((server.host, server.port), timeout=TIMEOUT)
        begin = time.monotonic()
    assert time.monotonic() - begin < server_module.STOP_TIMEOUT, "stop() gave up waiting for a thread"
    idle.close()


# Faults


def test_status_with_its_other_directives(client: Client, server: EmbeddedServer) -> None:
    fault = "status=429; code=c; message=m; type=t; retry-after=1; retry-after-ms=5; should-retry=false; times=2"
    for _ in range(2):
        response, data = client("POST", "/chat/completions", HELLO, {"X-Embedded-Fault": fault})
        assert response.status == 429
        assert data["error"] == {"message": "m", "type": "t", "param": None, "code": "c"}
        values = [response.headers[name] for name in ("Retry-After", "Retry-After-Ms", "X-Should-Retry")]
        assert values == ["1", "5", "false"]
    assert client("POST", "/chat/completions", HELLO, {"X-Embedded-Fault": fault})[0].status == 200
    for _ in range(3):
        assert client("GET", "/models", headers={"x-embedded-fault": "status=503"})[0].status == 503
    server.inject_fault("status=500; times=2")
    server.inject_fault(Fault("status=201"))
    assert [client("GET", "/models")[0].status for _ in range(4)] == [500, 500, 201, 200]


def test_a_failed_upload_is_not_stored(client: Client, server: EmbeddedServer) -> None:
    server.inject_fault("status=503")
    client("POST", "/files", form(purpose="p", file=("a", b"1")), {"Content-Type": FORM_TYPE})
    assert client.ok("GET", "/files")["data"] == []


def test_html_malformed_and_empty(client: Client, server: EmbeddedServer) -> None:
    for fault, status in (("html", 200), ("status=502; html", 502)):
        server.inject_fault(fault)
        response, data = client("GET", "/models")
        assert response.status == status and response.headers.get_content_type() == "text/html" and b"<html>" in data
    server.inject_fault("malformed")
    response = client.send("GET", "/models")
    data = response.read()
    assert response.headers.get_content_type() == "application/json"
    with pytest.raises(ValueError):
        json.loads(data.decode())
    server.inject_fault("empty")
    response = client.send("GET", "/models")
    assert (response.status, response.read()) == (200, b"")
    server.inject_fault("status=204")
    response = client.send("GET", "/models")
    assert (response.status, response.read(), response.headers["Content-Length"]) == (204, b"", None)
    client.ok("GET", "/models")
    assert server.connections == 1


def test_redirect(client: Client, server: EmbeddedServer) -> None:
    for text, status in (("redirect=/v1/x", 302), ("status=307; redirect=/v1/x", 307)):
        server.inject_fault(text)
        response, _ = client("POST", "/chat/completions", HELLO)
        assert (response.status, response.headers["Location"]) == (status, "/v1/x")


def test_stall(client: Client, server: EmbeddedServer) -> None:
    for body in (HELLO, STREAM):
        server.inject_fault("stall=0.2")
        begin = time.monotonic()
        response = client.send("POST", "/chat/completions", body)
        assert time.monotonic() - begin >= 0.19, "the head waits"
        assert len(response.read()) > 100
        server.inject_fault("stall-body=0.2")
        begin = time.monotonic()
        assert len(client.send("POST", "/chat/completions", body).read()) > 100
        assert time.monotonic() - begin >= 0.19, "the body waits"
        server.inject_fault("stall-body=60")
        assert client.send("POST", "/chat/completions", body).read(1) in (b"{", b"d"), "and the head doesn't"
        client.connection.close()


def test_cut_closes_in_order_before_the_announced_end(raw: Exchange) -> None:
    data, end = raw(request(fault="cut=10", headers=""))
    head, _, body = data.partition(b"\r\n\r\n")
    assert len(body) == 10 and end == "eof" and int(head.partition(b"Content-Length: ")[2].split(b"\r\n")[0]) > 10
    data, end = raw(request(fault="cut=0", headers=""))
    assert data.endswith(b"\r\n\r\n") and end == "eof"
    data, end = raw(request(body=STREAM, fault="cut=10", headers=""))
    size, _, rest = data.partition(b"\r\n\r\n")[2].partition(b"\r\n")
    assert len(rest) == 10 < int(size, 16) and end == "eof"
    data, end = raw(request(body=STREAM, fault="cut-events=2", headers=""))
    assert data.count(b"data: ") == 2 and data.endswith(b"\n\n\r\n") and end == "eof"


def test_reset(raw: Exchange) -> None:
    assert raw(request(fault="reset", headers="")) == (b"", "reset")
    for body in (HELLO, STREAM):
        data, end = raw(request(body=body, fault="reset=10", headers=""))
        assert end == "reset"
        received = data.partition(b"\r\n\r\n")[2]
        if body is STREAM:
            received = received.partition(b"\r\n")[2]  # the size of the chunk
        assert len(received) <= 10  # fewer where the system discards received bytes


def test_slow_sends_many_small_chunks(raw: Exchange, client: Client) -> None:
    data, _ = raw(request(body=STREAM, fault="slow=7"))
    assert b"\r\n7\r\ndata: {\r\n" in data
    response = client.send("POST", "/chat/completions", STREAM, {"X-Embedded-Fault": "slow=3"})
    assert response.read().endswith(b"data: [DONE]\n\n")
    response, data = client("POST", "/chat/completions", HELLO, {"X-Embedded-Fault": "slow=1"})
    assert data["choices"][0]["message"]["content"] == OUTPUT_TEXT


def test_stream_faults(client: Client) -> None:
    def events(fault: str) -> Events:
        return client.events("/chat/completions", HELLO, {"X-Embedded-Fault": fault})

    count = len(events(""))
    assert len(events("no-done")) == count - 1 and events("no-done")[-1][1] != "[DONE]"
    assert events("stream-error; message=broke; code=c")[-1][1]["error"]["message"] == "broke"
    assert 1 < len(events("stream-error")) < count
    assert events("pings=3")[:3] == [(":", "ping")] * 3 and len(events("pings=3")) == count + 3
    client.ok("POST", "/assistants", {"model": "gpt-4o"})
    body = {"assistant_id": "asst_000001"}
    last = client.events("/threads/runs", body, {"X-Embedded-Fault": "stream-error"})[-1]
    assert last[0] == "error" and "message" in last[1]["error"]


def test_stream_faults_do_not_affect_other_responses(client: Client) -> None:
    fault = {"X-Embedded-Fault": "no-done; stream-error; pings=2; cut-events=0"}
    assert client("POST", "/chat/completions", HELLO, fault)[0].status == 200


def test_gzip(client: Client) -> None:
    fault = {"X-Embedded-Fault": "gzip"}
    response = client.send("POST", "/chat/completions", HELLO, fault)
    assert response.headers["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(response.read()).decode())["object"] == "chat.completion"
    response = client.send("POST", "/chat/completions", STREAM, fault)
    unpack = zlib.decompressobj(31)
    assert (unpack.decompress(response.read()) + unpack.flush()).endswith(b"data: [DONE]\n\n")
    assert unpack.eof


def test_garbage_close_and_drop_idle(raw: Exchange, client: Client, server: EmbeddedServer) -> None:
    data, end = raw(request(fault="garbage", headers=""))
    assert data and not data.startswith(b"HTTP/") and end == "eof"
    for fault, header in (("close", b"close"), ("drop-idle", b"keep-alive")):
        data, end = raw(request(fault=fault, headers=""))
        assert b"Connection: " + header + b"\r\n" in data and OUTPUT_TEXT.encode() in data and end == "eof"


@pytest.mark.parametrize(
    "text", ["explode", "status=abc", "status=99", "stall=nan", "cut=-1", "html=yes", "should-retry=maybe", "slow"]
)
def test_an_invalid_fault_is_rejected(client: Client, server: EmbeddedServer, text: str) -> None:
    response, data = client("GET", "/models", headers={"X-Embedded-Fault": text})
    assert response.status == 400 and text.partition("=")[0] in data["error"]["message"]
    with pytest.raises(ValueError):
        server.inject_fault(text)


# Start and stop


@pytest.mark.parametrize("fault", ["stall=60", "stall-body=60"])
def test_stop_interrupts_all_waits(fault: str) -> None:
    server = EmbeddedServer().start()
    idle = socket.create_connection((server.host, server.port), timeout=TIMEOUT)
    stalled = socket.create_connection((server.host, server.port), timeout=TIMEOUT)
    stalled.sendall(request(fault=fault))
    deadline = time.monotonic() + TIMEOUT
    while not server.requests:
        assert time.monotonic() < deadline
        time.sleep(0.005)
    begin = time.monotonic()
    server.stop()
    server.stop()
    assert time.monotonic() - begin < server_module.STOP_TIMEOUT, "stop() gave up waiting for a thread"
    for sock in (idle, stalled):
        try:
            while sock.recv(65536):
                pass
        except ConnectionResetError:
            pass
        sock.close()
    with pytest.raises(OSError):
        socket.create_connection((server.host, server.port), timeout=TIMEOUT).close()


def test_stop_leaves_no_threads_and_the_server_can_be_restarted() -> None:
    before = threading.active_count()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        server = EmbeddedServer()
        for _ in range(2):
            with server:
                client = Client(server)
                client.form("/files", purpose="p", file=("a", b"1" * (2 << 20)))
                client.connection.close()
    assert threading.active_count() == before
    assert len(server.requests) == 2


def test_a_port_that_is_taken_is_an_error(server: EmbeddedServer) -> None:
    with pytest.raises(OSError):
        EmbeddedServer(port=server.port).start()


def test_many_clients_at_once(server: EmbeddedServer) -> None:
    def work(number: int, failures: List[BaseException]) -> None:
        try:
            client = Client(server)
            for _ in range(5):
                params = dict(HELLO, messages=[{"role": "user", "content": "I am " + str(number)}])
                text = client.ok("POST", "/chat/completions", params)["choices"][0]["message"]["content"]
                assert text.endswith("I am " + str(number))
            client.connection.close()
        except BaseException as error:
            failures.append(error)

    failures: List[BaseException] = []
    threads = [threading.Thread(target=work, args=(number, failures)) for number in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(TIMEOUT)
    assert failures == [] and len(server.requests) == 50 and server.connections == 10
    assert len({received.request_id for received in server.requests}) == 50


SERVE = """
import argparse, sys
from {package}.cli import serve
parser = argparse.ArgumentParser()
serve.add_parser(parser.add_subparsers())
arguments = parser.parse_args()
sys.exit(arguments.run(arguments))
"""


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_serve_command_stops_cleanly(number: int) -> None:
    package = EmbeddedServer.__module__.rsplit(".", 2)[0]
    command = [sys.executable, "-W", "error", "-c", SERVE.format(package=package), "serve"]
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path))
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    try:
        assert process.stdout is not None
        line = process.stdout.readline().decode()
        url = line.split()[2]
        assert line == "Serving on {0} (Ctrl-C stops it); use OPENAI_BASE_URL={0} OPENAI_API_KEY=anything\n".format(url)
        connection = http.client.HTTPConnection(url.split("/")[2], timeout=TIMEOUT)
        connection.request("GET", "/v1/models", headers={"Authorization": "Bearer x"})
        assert connection.getresponse().status == 200
        connection.close()
        process.send_signal(number)
        assert process.communicate(timeout=TIMEOUT) == (b"", b"")
        assert process.returncode == 0
    finally:
        process.kill()
        process.communicate()
