# SPDX-License-Identifier: MIT
"""What all tests start from: an environment without the developer's settings, and certificates nobody trusts."""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
import time
import warnings

import pytest

from . import PACKAGE, load
from .raw_server import REQUEST, RawServer, answer, forever

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


pytest.register_assert_rewrite(PACKAGE + ".testing.contract")  # so that a case that fails shows its values

PATIENCE = 30  # seconds that a program may take to start
FOREIGN = (
    "http_proxy",
    "https_proxy",
    "all_proxy",
    "no_proxy",
    "REQUESTS_CA_BUNDLE",
    "CURL_CA_BUNDLE",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
)


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's keys, proxies and certificates out of the tests."""
    for name in os.environ:
        if name.startswith(("OPENAI_", "AZURE_OPENAI_")) or name.lower() in FOREIGN or name in FOREIGN:
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def authority() -> Any:
    """Make certificates that nobody trusts by default; None without trustme."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # cryptography warns of Python 3.8
            import trustme
    except ImportError:
        return None
    return load("testing").Certificates(trustme.CA())


@pytest.fixture(scope="session")
def proxy_program(tmp_path_factory: Any) -> Any:
    """Run a proxy that is none of ours and asks for credentials; give its URL, or None without proxy.py."""
    if os.name == "nt" or importlib.util.find_spec("proxy") is None:
        yield None
        return
    port_file = tmp_path_factory.mktemp("proxy") / "port"
    command = [sys.executable, "-W", "ignore", "-m", "proxy", "--hostname", "127.0.0.1", "--port", "0"]
    command += ["--port-file", str(port_file), "--basic-auth", "user:pass", "--num-workers", "1", "--log-level", "C"]
    program = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        for _ in range(int(PATIENCE / 0.05)):
            if program.poll() is not None or (port_file.exists() and port_file.read_text().strip()):
                break
            time.sleep(0.05)
        yield "http://user:pass@127.0.0.1:" + port_file.read_text().strip()
    finally:
        os.killpg(program.pid, signal.SIGKILL)  # with the processes that it has started itself
        program.wait(PATIENCE)


@pytest.fixture
def certificates(authority: Any) -> Any:
    """Return certificates that nobody trusts by default; skip without trustme."""
    if authority is None:
        pytest.skip("trustme is not installed")
    return authority


@pytest.fixture
def welcoming() -> Any:
    """Run a server that answers ok to everything, with a cookie."""
    with RawServer(forever(REQUEST, answer(b"ok", "200 OK", "Set-Cookie: seen=1"))) as server:
        yield server


@pytest.fixture
def netrc(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a ~/.netrc that knows 127.0.0.1."""
    file = tmp_path / "netrc"
    file.write_text("machine 127.0.0.1\nlogin nobody\npassword wrong\n")
    file.chmod(0o600)
    monkeypatch.setenv("NETRC", str(file))


@pytest.fixture(scope="module")
def running() -> Any:
    """Run an embedded server for the tests of one module."""
    with load("testing").EmbeddedServer() as server:
        yield server


@pytest.fixture
def server(running: Any) -> Any:
    """Return the module's embedded server, with nothing recorded, stored or asked of it."""
    running.reset()
    return running
