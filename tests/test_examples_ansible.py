# SPDX-License-Identifier: MIT
"""The example for Ansible: the packed module as a program, and both forms in Ansible itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .examples import NEED_HOSTS, REPLY, TIMEOUT, build, clean_environment, find_python, run

HIDDEN = "VALUE_SPECIFIED_IN_NO_LOG_PARAMETER"


@pytest.fixture(scope="module")
def ansible(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the example; return its folder."""
    return build("ansible_module", tmp_path_factory.mktemp("ansible") / "built")


def run_packed(ansible: Path, arguments: Any, *command: Any, code: int = 0) -> tuple[Any, str]:
    """Run the zip file without site-packages; return its result, and all of its output."""
    process = subprocess.run(
        [find_python("3.8"), "-I", "-S", "-W", "error", str(ansible / "library" / "ask_model_packed"), *command],
        input=arguments if isinstance(arguments, bytes) else json.dumps(arguments).encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**clean_environment(), "OPENAI_API_KEY": "of the host", "OPENAI_BASE_URL": "http://127.0.0.1:9"},
        timeout=TIMEOUT,
    )
    assert (process.returncode, process.stderr.decode()) == (code, "")
    return json.loads(process.stdout), process.stdout.decode()


def test_the_packed_module(ansible: Path, tmp_path: Path, server: Any) -> None:
    arguments = {"prompt": "hi", "api_key": "k-secret", "base_url": server.base_url, "_ansible_verbosity": 1}
    result, _ = run_packed(ansible, arguments)
    assert result["reply"] == REPLY + "hi" and result["changed"] is False and result["total_tokens"] > 0
    assert server.requests[0].header("authorization") == "Bearer k-secret"
    file = tmp_path / "args"
    file.write_text(json.dumps(arguments))
    assert run_packed(ansible, b"", str(file))[0] == result

    count = len(server.requests)
    result, _ = run_packed(ansible, {**arguments, "_ansible_check_mode": True})
    assert result["skipped"] and len(server.requests) == count


def test_the_key_is_in_no_result(ansible: Path, server: Any) -> None:
    arguments = {"prompt": "my key is k-secret", "api_key": "k-secret", "base_url": server.base_url}
    result, output = run_packed(ansible, arguments)
    assert result["reply"] == REPLY + "my key is " + HIDDEN and "k-secret" not in output
    result, output = run_packed(ansible, {**arguments, "api_key": "sk-wrong-secret"}, code=1)
    assert result["failed"] and "401" in result["msg"] and "sk-wrong-secret" not in output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (b"no json", "expected a JSON object"),
        ({"prompt": "x"}, "missing options: ['api_key']"),
        ({"prompt": "x", "api_key": "secret", "pormpt": 1}, "unknown options: ['pormpt']"),
        ({"prompt": "x", "api_key": "k", "timeout": "soon"}, "could not convert"),
        ({"prompt": "x", "api_key": "k", "base_url": "ftp://x"}, "base_url"),
    ],
)
def test_invalid_arguments(ansible: Path, arguments: Any, message: str) -> None:
    result, _ = run_packed(ansible, arguments, code=1)
    assert result["failed"] and message in result["msg"]


def find_ansible(name: str) -> str:
    """Return a program of ansible-core, which is beside the interpreter. Skip the test if it is not installed."""
    path = Path(sys.executable).with_name(name)
    if not path.exists():
        if NEED_HOSTS:
            pytest.fail("ansible-core is not installed")
        pytest.skip("run by `tox -e hosts`")
    return str(path)


def run_ansible(ansible: Path, home: Path, *command: str, code: int = 0, **variables: str) -> str:
    """Run a program of Ansible with the example's folders; return all of its output."""
    environment = clean_environment(
        HOME=str(home),
        ANSIBLE_LIBRARY=str(ansible / "library"),
        ANSIBLE_MODULE_UTILS=str(ansible / "module_utils"),
        ANSIBLE_REMOTE_TMP=str(home / "remote"),
        ANSIBLE_LOCAL_TEMP=str(home / "local"),
        ANSIBLE_LOCALHOST_WARNING="false",
        ANSIBLE_INVENTORY_UNPARSED_WARNING="false",
        LC_ALL="C.UTF-8",
        **variables,
    )
    process = subprocess.run(
        command,
        cwd=str(ansible),
        env={name: value for name, value in environment.items() if name != "PYTHONPATH"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=TIMEOUT,
    )
    output = process.stdout.decode()
    assert process.returncode == code, output
    return output


@pytest.mark.parametrize("module", ["ask_model", "ask_model_packed"])
def test_modules_in_ansible(ansible: Path, tmp_path: Path, server: Any, module: str) -> None:
    program = find_ansible("ansible")

    def call(key: str, *options: str, code: int = 0) -> str:
        arguments = "prompt='is it {0}?' api_key={0} base_url={1}".format(key, server.base_url)
        return run_ansible(ansible, tmp_path, program, "localhost", "-m", module, "-a", arguments, *options, code=code)

    output = call("k-secret")
    assert "SUCCESS" in output and REPLY + "is it " in output and "k-secret" not in output, output
    assert server.requests[-1].header("user-agent").startswith("ansible-ask-model/1.0 ")
    output = call("sk-wrong-secret", code=2)
    assert "FAILED" in output and "Error code: 401" in output, output
    count = len(server.requests)
    output = call("k-secret", "--check")
    assert "SKIPPED" in output and len(server.requests) == count


def test_a_playbook(ansible: Path, tmp_path: Path, server: Any) -> None:
    program = find_ansible("ansible-playbook")
    variables = {"OPENAI_API_KEY": "k-secret", "OPENAI_BASE_URL": server.base_url}
    output = run_ansible(ansible, tmp_path, program, "play.yml", "-vvv", **variables)
    assert REPLY + "Say hello" in output and "k-secret" not in output, output


def test_the_library_is_packed_with_the_module(ansible: Path, server: Any, tmp_path: Path) -> None:
    """Ansible follows import statements; modules that load late must be among them."""
    program = find_ansible("ansible")
    arguments = "prompt=hi api_key=k base_url={} timeout=5".format(server.base_url)
    server.inject_fault("status=500; retry-after-ms=1")
    command = (program, "localhost", "-m", "ask_model", "-a", arguments)
    output = run_ansible(ansible, tmp_path, *command, ANSIBLE_KEEP_REMOTE_FILES="1")
    assert REPLY + "hi" in output, output
    (packed,) = tmp_path.rglob("AnsiballZ_ask_model.py")
    run([sys.executable, packed, "explode"], env={**os.environ, "HOME": str(tmp_path)})
    copied = {path.relative_to(ansible / "module_utils" / "openai_client") for path in find_modules(ansible)}
    (folder,) = tmp_path.rglob("debug_dir/ansible/module_utils/openai_client")
    assert {path.relative_to(folder) for path in folder.rglob("*.py")} == copied


def find_modules(ansible: Path) -> list[Path]:
    """Return the modules of the copy."""
    return list((ansible / "module_utils" / "openai_client").rglob("*.py"))
