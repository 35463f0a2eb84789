# SPDX-License-Identifier: MIT
"""Fixtures: an environment without the developer's settings, certificates, a proxy and servers."""

from __future__ import annotations

import gc
import importlib.util
import os
import signal
import subprocess
import sys
import time
import warnings
from pathlib import Path

import pytest

from . import FOLDER, IS_MIDDLE_INTERPRETER, IS_MIDDLE_VERSION, IS_SINGLE_FILE, LEFT_OUT, PACKAGE, load
from .raw_server import REQUEST, RawServer, forever, respond

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


# Sources, pages, examples and programs in zip files: the oldest and the newest Python test them.
OF_ANY_VERSION = (
    "architecture", "docs*", "examples_*", "frozen", "left_out_names", "nothing_packed", "reference", "release",
    "single_file",
)  # fmt: skip
# What is made of features that the other modules test: interpreters in between skip it, copies of the package don't.
OF_ANY_INTERPRETER = (
    "batches", "bulk*", "cassettes", "cli*", "clients_over_transports", "embedded_*", "engines", "event_models",
    "hosts", "install_as_openai", "ledger*", "rate_limit*", "recording", "time_limits", "vendor_command", "vendoring",
)  # fmt: skip
SKIPPED = OF_ANY_VERSION * IS_MIDDLE_VERSION + OF_ANY_INTERPRETER * IS_MIDDLE_INTERPRETER
collect_ignore_glob = ["test_{}.py".format(name) for name in SKIPPED]

# Shells start what runs in the background with Ctrl-C ignored, and programs inherit that. Tests interrupt programs.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

pytest.register_assert_rewrite(PACKAGE + ".testing.contract")  # so that a failed assertion shows its values

# The only authority that the tests trust by default. It has signed nothing, and is loaded in a hundredth of the time
# that the certificates of the system take.
UNRELATED_AUTHORITY = str(Path(__file__).with_name("data") / "unrelated_authority.pem")

START_TIMEOUT = 30  # seconds for a program to start
NETWORK_VARIABLES = (
    "http_proxy",
    "https_proxy",
    "all_proxy",
    "no_proxy",
    "REQUESTS_CA_BUNDLE",
    "CURL_CA_BUNDLE",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
)


def pytest_collection_finish() -> None:
    """Exempt what collection has created from garbage collection, so that `gc.collect()` in a test takes 1 ms.

    With all modules and test items of the suite to traverse, it takes 0.2 seconds.
    """
    gc.collect()
    if hasattr(gc, "freeze"):  # PyPy has none
        gc.freeze()


_last_module: Any = None


def pytest_runtest_setup(item: Any) -> None:
    """Exempt what the tests of other modules have left, such as classes of models, from garbage collection, too."""
    global _last_module
    if item.module is not _last_module:
        _last_module = item.module
        pytest_collection_finish()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(call: Any) -> Any:
    """Skip a test if the copy under test says that it has been written without a part that the test needs.

    A program that a test runs says so in its output, which is in the message of the failed assertion.
    """
    if call.excinfo is not None and (IS_SINGLE_FILE or load("left_out").LEFT_OUT):
        error: Any = call.excinfo.value
        while error is not None and LEFT_OUT not in str(error) and not is_about_folder(error):
            error = error.__cause__ or error.__context__
        if error is not None:
            call.excinfo = pytest.ExceptionInfo.from_exc_info(skip_info(str(error)))
    yield


def is_about_folder(error: BaseException) -> bool:
    """Return whether a test looked for a file in the folder of the package, and the package is a single file."""
    return IS_SINGLE_FILE and isinstance(error, OSError) and str(error.filename).startswith(str(FOLDER))


def skip_info(reason: str) -> Any:
    """Return the information about an exception that skips a test."""
    try:
        pytest.skip(reason)
    except pytest.skip.Exception:
        return sys.exc_info()


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's keys, proxies and certificates out of the tests."""
    for name in os.environ:
        if (
            name.startswith(("OPENAI_", "AZURE_OPENAI_"))
            or name.lower() in NETWORK_VARIABLES
            or name in NETWORK_VARIABLES
        ):
            monkeypatch.delenv(name)
    monkeypatch.setenv("SSL_CERT_FILE", UNRELATED_AUTHORITY)


@pytest.fixture(scope="session")
def authority() -> Any:
    """Return certificates of an untrusted authority, or None without trustme."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # cryptography warns that Python 3.8 is deprecated
            import trustme
    except ImportError:
        return None
    return load("testing").Certificates(trustme.CA())


def run_proxy_program(folder: Any, *options: str) -> Any:
    """Run proxy.py, which requires credentials; yield its port, or None if it is not installed."""
    if os.name == "nt" or importlib.util.find_spec("proxy") is None:
        yield None
        return
    port_file = folder / "port"
    command = [sys.executable, "-W", "ignore", "-m", "proxy", "--hostname", "127.0.0.1", "--port", "0"]
    command += ["--port-file", str(port_file), "--basic-auth", "user:pass", "--num-workers", "1", "--log-level", "C"]
    program = subprocess.Popen(
        command + list(options), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        for _ in range(int(START_TIMEOUT / 0.05)):
            if program.poll() is not None or (port_file.exists() and port_file.read_text().strip()):
                break
            time.sleep(0.05)
        yield port_file.read_text().strip()
    finally:
        os.killpg(program.pid, signal.SIGKILL)  # kills the child processes of the proxy too
        program.wait(START_TIMEOUT)


@pytest.fixture(scope="session")
def proxy_program(tmp_path_factory: Any) -> Any:
    """Run proxy.py, which requires credentials; yield its URL, or None if it is not installed."""
    for port in run_proxy_program(tmp_path_factory.mktemp("proxy")):
        yield port and "http://user:pass@127.0.0.1:" + port


@pytest.fixture(scope="session")
def tls_proxy_program(tmp_path_factory: Any, authority: Any) -> Any:
    """Run proxy.py with TLS; yield its URL. Skip the test if proxy.py or trustme is not installed."""
    if authority is None:
        pytest.skip("trustme is not installed")
    file = authority.server_certificate
    for port in run_proxy_program(tmp_path_factory.mktemp("proxy"), "--cert-file", file, "--key-file", file):
        if port is None:
            pytest.skip("proxy.py is not installed")
        yield "https://user:pass@127.0.0.1:" + port


@pytest.fixture
def certificates(authority: Any) -> Any:
    """Return certificates of an untrusted authority; skip the test without trustme."""
    if authority is None:
        pytest.skip("trustme is not installed")
    return authority


@pytest.fixture
def welcoming() -> Any:
    """Run a server that sends b"ok" and a cookie in response to every request."""
    with RawServer(forever(REQUEST, respond(b"ok", "200 OK", "Set-Cookie: seen=1"))) as server:
        yield server


@pytest.fixture
def netrc(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Provide a .netrc file with credentials for 127.0.0.1."""
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
    """Return the module's embedded server after a reset."""
    running.reset()
    return running
