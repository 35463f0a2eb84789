# SPDX-License-Identifier: MIT
"""What a program does besides its calls: it connects to its server alone, writes no file, and starts no program.

Python reports these events to audit hooks (PEP 578), below everything that the package could do.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from . import FOLDER, PACKAGE, load, needs_files
from .raw_server import LIMIT

PROGRAM = r"""
import json, os, sys

seen = []
EVENTS = {"socket.connect", "socket.getaddrinfo", "socket.bind", "subprocess.Popen", "os.system", "os.exec", "os.fork",
          "os.posix_spawn", "os.remove", "os.rename", "os.mkdir", "ctypes.dlopen", "pickle.find_class"}


def audit(event, arguments):
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        seen.append(["write", str(arguments[0])])
    elif event in EVENTS:
        seen.append([event, repr(arguments[1:] if event.startswith("socket.") else arguments)])


sys.addaudithook(audit)
import asyncio

PACKAGE = __import__(sys.argv[1], None, None, ["OpenAI"])
url = sys.argv[2]
for name in PACKAGE.__all__:
    try:
        getattr(PACKAGE, name)
    except ImportError:  # of a copy that lacks it
        pass
messages = [{"role": "user", "content": "hi"}]


def chat(client, **options):
    return client.chat.completions.create(model="m", messages=messages, **options)


with PACKAGE.OpenAI(base_url=url, max_retries=1) as client:
    chat(client)
    for _ in chat(client, stream=True):
        pass
    client.files.create(file=("a.txt", b"hello"), purpose="user_data")
    try:
        client.models.retrieve("none")
    except PACKAGE.APIStatusError as error:
        str(error), repr(error), error.summary


async def main():
    async with PACKAGE.AsyncOpenAI(base_url=url) as client:
        await chat(client)
        async for _ in await chat(client, stream=True):
            pass


asyncio.run(main())
print(json.dumps(seen))
"""


@pytest.mark.skipif(os.name != "posix", reason="asyncio connects a pair of sockets of its own on Windows")
@pytest.mark.skipif(sys.version_info < (3, 9), reason="modules of Python itself run `uname -p`")
@pytest.mark.skipif(not hasattr(sys, "addaudithook"), reason="needs audit hooks")
@needs_files
def test_a_program_connects_to_its_server_alone_and_writes_nothing(tmp_path: Path) -> None:
    for module in ("api.files", "client.async_client"):
        load(module)  # skips in a copy without it
    variables = {name: value for name, value in os.environ.items() if name.lower().rpartition("_")[2] != "proxy"}
    variables.update(OPENAI_API_KEY="k", PYTHONDONTWRITEBYTECODE="1", HOME=str(tmp_path))
    folder = FOLDER
    for _ in PACKAGE.split("."):
        folder = folder.parent
    variables["PYTHONPATH"] = os.pathsep.join([str(folder), variables.get("PYTHONPATH", "")])
    with load("testing").EmbeddedServer() as server:
        run = subprocess.run(
            [sys.executable, "-c", PROGRAM, PACKAGE, server.base_url],
            env=variables, cwd=str(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=LIMIT,
        )  # fmt: skip
        assert (run.returncode, run.stderr) == (0, b"")
        assert len(server.requests) == 6
        port = server.base_url.split(":")[2].partition("/")[0]
    seen: list[Any] = json.loads(run.stdout)
    connected = [arguments for event, arguments in seen if event == "socket.connect"]
    assert connected and all("('127.0.0.1', {})".format(port) in arguments for arguments in connected)
    assert [event for event in seen if event[0] != "socket.connect"] == []
    assert list(tmp_path.iterdir()) == []
