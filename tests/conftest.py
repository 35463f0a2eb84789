# SPDX-License-Identifier: MIT
"""What all tests start from: an environment without the developer's settings, and a certificate nobody trusts."""

from __future__ import annotations

import os
import ssl
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
def certificate(tmp_path_factory: Any) -> Any:
    """Make a server's TLS context and the file by which to trust it; None without trustme."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # cryptography warns of Python 3.8
            import trustme
    except ImportError:
        return None
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    trusted = tmp_path_factory.mktemp("tls") / "ca.pem"
    authority.cert_pem.write_to_path(str(trusted))
    return context, str(trusted)


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
