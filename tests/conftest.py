# SPDX-License-Identifier: MIT
"""What all tests start from: an environment without the developer's settings, and certificates nobody trusts."""

from __future__ import annotations

import os
import warnings

import pytest

from . import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


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


@pytest.fixture
def certificates(authority: Any) -> Any:
    """Return certificates that nobody trusts by default; skip without trustme."""
    if authority is None:
        pytest.skip("trustme is not installed")
    return authority


@pytest.fixture(scope="module")
def running() -> Any:
    """Run an embedded server for the tests of one module."""
    with load("testing").EmbeddedServer() as server:
        yield server


@pytest.fixture
def server(running: Any) -> Any:
    """Return the module's embedded server, with nothing recorded, stored or asked of it."""
    running.forget()
    return running
