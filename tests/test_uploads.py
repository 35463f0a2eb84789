# SPDX-License-Identifier: MIT
"""Files in form bodies: every form of a file, retries, read failures and constant memory."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import textwrap

import pytest

from . import PACKAGE, load, package

EmbeddedServer = load("testing").EmbeddedServer
errors = load("call.errors")
failures = load("call.api_errors")
OpenAI = package.OpenAI


@pytest.fixture
def client(server):
    with OpenAI(api_key="k", base_url=server.base_url, environment=False) as client:
        yield client


def sent_file(server, name="file"):
    return [part for part in server.requests[-1].parts() if part.name == name][-1]


@pytest.mark.parametrize("form", ["path", "bytes", "file", "bytesio", "tuple", "pipe"])
def test_every_form_of_a_file_arrives(client, server, tmp_path, form):
    content = os.urandom(100_000)
    path = tmp_path / "data.txt"
    path.write_bytes(content)
    opened = path.open("rb")
    reading, writing = os.pipe()
    forms = {
        "path": path,
        "bytes": content,
        "file": opened,
        "bytesio": io.BytesIO(content),
        "tuple": ("data.bin", content, "application/x-data"),
    }
    with opened, os.fdopen(reading, "rb") as pipe:
        with os.fdopen(writing, "wb") as end:
            end.write(content[:1000])
        file = forms.get(form, pipe)
        result = client.files.create(file=file, purpose="assistants")
        assert not opened.closed and not pipe.closed
    expected = content[:1000] if form == "pipe" else content
    assert result.bytes == len(expected)
    part = sent_file(server)
    assert part.content == expected
    names = {"path": "data.txt", "file": "data.txt", "tuple": "data.bin"}
    assert part.filename == names.get(form, "upload")
    assert server.requests[-1].header("Content-Length") == str(server.requests[-1].body_length)
    assert server.requests[-1].header("Transfer-Encoding") == ""


@pytest.mark.parametrize("form", ["path", "file", "pipe"])
def test_a_retry_sends_the_file_from_its_start(client, server, tmp_path, form):
    path = tmp_path / "data.bin"
    path.write_bytes(b"0123456789" * 1000)
    server.inject_fault("status=500; retry-after-ms=1; times=2")
    reading, writing = os.pipe()
    with path.open("rb") as opened, os.fdopen(reading, "rb") as pipe:
        with os.fdopen(writing, "wb") as end:
            end.write(b"0123456789" * 1000)
        opened.seek(10)
        client.files.create(file={"path": path, "file": opened, "pipe": pipe}[form], purpose="assistants")
    sizes = [len([p for p in request.parts() if p.name == "file"][0].content) for request in server.requests]
    assert sizes == [9990 if form == "file" else 10000] * 3


def test_several_files_and_nested_fields(client, server):
    client.images.edit(
        image=[("a.png", b"A"), ("b.png", b"B")], mask=b"M", prompt="p", n=2, extra_body={"meta": {"k": ["x", "y"]}}
    )
    parts = [(part.name, part.content) for part in server.requests[-1].parts()]
    assert parts == [
        ("prompt", b"p"),
        ("n", b"2"),
        ("meta[k][]", b"x"),
        ("meta[k][]", b"y"),
        ("image[]", b"A"),
        ("image[]", b"B"),
        ("mask", b"M"),
    ]


def test_unreadable_files_are_rejected_before_anything_is_sent(client, server, tmp_path):
    with pytest.raises(errors.UploadError, match="file: cannot read .*missing.*No such file"):
        client.files.create(file=tmp_path / "missing", purpose="assistants")
    with pytest.raises(errors.UploadError, match="file: cannot read"):
        client.files.create(file=tmp_path, purpose="assistants")
    with pytest.raises(TypeError, match=r"file: .*pass pathlib.Path"):
        client.files.create(file="data.txt", purpose="assistants")
    assert server.requests == []


def test_a_read_error_while_sending(client, server):
    class Failing(io.BytesIO):
        def read(self, size=-1):
            raise OSError("the disk is gone")

    with pytest.raises(errors.UploadError, match="file: cannot read the file: the disk is gone"):
        client.files.create(file=Failing(b"x" * 100), purpose="assistants")
    assert client.files.create(file=b"x", purpose="assistants").bytes == 1, "the client still works afterwards"


def test_an_early_error_response_to_an_upload_is_received(client, server, tmp_path):
    server.inject_fault("status=413; message=too large")
    big = tmp_path / "big"
    with big.open("wb") as file:
        file.truncate(8 << 20)
    with pytest.raises(failures.APIStatusError, match="413 - too large"):
        client.files.create(file=big, purpose="assistants")


MEASURE_GROWTH = """
import pathlib, sys
from {package} import OpenAI

def peak():
    with open("/proc/self/status") as status:
        return int(status.read().partition("VmHWM:")[2].split()[0])

client = OpenAI(api_key="k", base_url=sys.argv[1], environment=False)
client.files.create(file=b"small", purpose="assistants")
client.files.create(file=pathlib.Path(sys.argv[2]), purpose="assistants", extra_headers={{"X-Warm": "1"}})
before = peak()
result = client.files.create(file=pathlib.Path(sys.argv[3]), purpose="assistants")
print(result.bytes, peak() - before)
client.close()
"""


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="needs /proc")
@pytest.mark.skipif(sys.implementation.name == "pypy", reason="its collector keeps what any loop of read and send uses")
def test_300_megabytes_in_constant_memory(tmp_path):
    small, large = tmp_path / "small", tmp_path / "large"
    small.write_bytes(b"x")
    with large.open("wb") as file:
        file.truncate(300 << 20)
    with EmbeddedServer(record_bodies=False) as server:
        program = textwrap.dedent(MEASURE_GROWTH).format(package=PACKAGE)
        done = subprocess.run(
            [sys.executable, "-c", program, server.base_url, str(small), str(large)],
            stdout=subprocess.PIPE,
            timeout=300,
            check=True,
        )
    received, growth = map(int, done.stdout.split())
    assert received == 300 << 20
    assert growth <= 4096, "KiB"
