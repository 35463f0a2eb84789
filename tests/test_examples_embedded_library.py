# SPDX-License-Identifier: MIT
"""The example of a library with a copy in its `_vendor`, in programs that use it, and as a wheel."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .examples import NEED_HOSTS, REPLY, ROOT, TIMEOUT, build, clean_environment, run

# Settings that are meant for other programs.
FOREIGN = {
    "OPENAI_API_KEY": "of-the-environment",
    "OPENAI_BASE_URL": "http://127.0.0.1:9/v1",
    "OPENAI_ORG_ID": "org",
    "OPENAI_PROJECT_ID": "project",
    "OPENAI_LOG": "debug",
    "OPENAI_CUSTOM_HEADERS": "X-Foreign: 1",
    "http_proxy": "http://127.0.0.1:9",
    "HTTPS_PROXY": "http://127.0.0.1:9",
    "ALL_PROXY": "http://127.0.0.1:9",
}
START = """
import logging, sys, traceback
logging.basicConfig(level=logging.DEBUG, stream=sys.stdout)
import textkit
from textkit import Summarizer
url = sys.argv[1]
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the example; return the folder to import from."""
    return build("embedded_library", tmp_path_factory.mktemp("embedded") / "built") / "src"


def run_program(library: Path, code: str, *arguments: str, **environment: str) -> str:
    """Run a program that has the library, and settings for other programs; return what it prints."""
    variables = {**clean_environment(**FOREIGN), **environment, "PYTHONPATH": str(library)}
    command = [sys.executable, "-S", "-B", "-W", "error", "-c", START + code, *arguments]
    return run(command, env=variables, cwd=str(library))


def test_nothing_of_the_environment_is_used(library: Path, server: Any) -> None:
    code = """
with Summarizer("k-mine", base_url=url) as summarizer:
    print(summarizer.summarize("a long text"))
    print("".join(summarizer.iter_summary("another")))
    next(summarizer.iter_summary("not read to its end"))
"""
    assert run_program(library, code, server.base_url).splitlines() == [REPLY + "a long text", REPLY + "another"]
    assert len(server.requests) == 3
    for request in server.requests:
        assert request.header("authorization") == "Bearer k-mine"
        assert request.header("user-agent").startswith("textkit/1.4 ")
        assert not {"openai-organization", "openai-project", "x-foreign"} & {n.lower() for n, _ in request.headers}


def test_errors_are_those_of_the_library(library: Path, server: Any) -> None:
    code = """
def fail(*args, **options):
    with Summarizer(*args, base_url=options.pop("base_url", url), max_retries=0, **options) as summarizer:
        for call in (summarizer.summarize, lambda text: list(summarizer.iter_summary(text))):
            try:
                call("x")
            except textkit.TextkitError as error:
                text = traceback.format_exc()
                assert error.__cause__ is None and error.__suppress_context__
                assert "sk-wrong-secret" not in text and "OpenAIError" not in text, text
                print(type(error).__name__)

fail("sk-wrong-secret")
fail("k", model="no-such-model")
fail("k", base_url="http://127.0.0.1:9")
fail("k", proxy="http://127.0.0.1:9")
for arguments in (("",), ("k", "ftp://x")):
    try:
        Summarizer(arguments[0], base_url=(arguments[1:] or [url])[0]).summarize("x")
    except textkit.TextkitError as error:
        print(type(error).__name__)
"""
    names = ["InvalidKeyError", "TextkitError", "ServiceUnavailableError", "ServiceUnavailableError"]
    expected = [name for name in names for _ in range(2)] + ["TextkitError"] * 2
    assert run_program(library, code, server.base_url).splitlines() == expected


@pytest.mark.parametrize(
    ("fault", "name"),
    [
        ("status=429; times=2", "ServiceBusyError"),
        ("status=503; times=2", "ServiceUnavailableError"),
        ("html; times=2", "ServiceUnavailableError"),
        ("cut-events=1; times=2", "ServiceUnavailableError"),
        ("reset=50; times=2", "ServiceUnavailableError"),
    ],
)
def test_faults_of_the_service(library: Path, server: Any, fault: str, name: str) -> None:
    code = """
with Summarizer("k", base_url=url, max_retries=0) as summarizer:
    try:
        list(summarizer.iter_summary("x"))
    except textkit.TextkitError as error:
        print(type(error).__name__)
"""
    server.inject_fault(fault)
    assert run_program(library, code, server.base_url) == name + "\n"


def test_a_program_that_uses_the_client_as_well(library: Path, server: Any) -> None:
    """Its own copy has its settings, its errors and its logs."""
    code = """
sys.path.append(sys.argv[2])
import openai_stdlib
own = openai_stdlib.OpenAI()
assert str(own.base_url) == "http://127.0.0.1:9/v1/", own.base_url
with Summarizer("k-mine", base_url=url) as summarizer:
    assert summarizer.summarize("x")
    assert own.api_key == "of-the-environment" and summarizer._client.api_key == "k-mine"
from textkit._vendor import openai_client
assert openai_client.OpenAIError is not openai_stdlib.OpenAIError
assert not [name for name in sys.modules if name.startswith("openai_client")]
print("done")
"""
    output = run_program(library, code, server.base_url, str(ROOT), OPENAI_LOG="")
    assert output == "done\n", output


def test_the_copy_is_checked_and_updated(library: Path) -> None:
    vendor = library / "textkit" / "_vendor"
    command = [sys.executable, "-m", "openai_stdlib", "vendor", "--check", vendor]
    assert "as they were written" in run(command)
    assert "up to date" in run([sys.executable, library.parent / "build.py"])


def test_a_wheel_has_the_copy_with_its_licence(library: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
    command += ["--no-index", "--target", str(tmp_path / "installed"), str(library.parent)]
    if not NEED_HOSTS:
        pytest.skip("run by `tox -e hosts`")
    process = subprocess.run(
        command, env=clean_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=TIMEOUT
    )
    assert process.returncode == 0, process.stdout.decode()
    vendor = tmp_path / "installed" / "textkit" / "_vendor"
    assert (vendor / "openai_client" / "LICENSE").is_file()
    assert "as they were written" in run([sys.executable, "-m", "openai_stdlib", "vendor", "--check", vendor])
