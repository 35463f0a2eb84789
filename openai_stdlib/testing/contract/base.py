# SPDX-License-Identifier: MIT
"""Base class of the contract tests: override `make_transport`, and the flags for what your transport supports.

The classes of tests, one in each module, inherit from `TransportCase`; `TransportContract` inherits from all of them.
"""

from __future__ import annotations

import unittest
from contextlib import closing
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ContextManager, Iterable, Optional

    from ..raw_server import Connection
    from .certificates import Certificates


class TransportOptions(NamedTuple):
    """Options that a test asks of a transport; None means the default of the transport."""

    ca_file: Optional[str] = None  # PEM file of the certificates to trust
    client_certificate: Optional[str] = None  # PEM file with a private key and its certificate
    proxy: Optional[str] = None  # URL of the proxy for all requests, with credentials
    max_connections: Optional[int] = None  # maximum number of open connections; further calls wait


class TransportCase:
    """A transport under test: how to make it, and which optional behaviour it supports."""

    # Fields of `TransportOptions` that make_transport() supports; tests that need another one are skipped.
    supports: frozenset[str] = frozenset()
    certificates: Optional[Certificates] = None  # without them, tests of TLS are skipped
    proxy_program: Optional[str] = None  # URL, with credentials, of a running proxy; without it, its tests are skipped

    detects_idle_close = True  # notices that the server closed a connection between two calls
    retries_stale_connection = False  # sends again if a reused connection closes before any byte of the response
    enforces_deadline_in_read = True  # otherwise one read may exceed the deadline
    limits_pool_wait = True  # the timeout `pool` ends the wait for a connection (some libraries wait indefinitely)
    cancels_sends = True  # cancelling a send closes its connection at once (async only)
    reuses_drained_connection = False  # close() keeps a connection whose body has arrived but has not been read
    is_thread_safe = True  # threads never close each other's connections; otherwise the tests repeat a failed call
    reuses_proxy_connections = True  # keeps connections to a proxy for requests with "http:" URLs
    reads_environment = True  # uses http_proxy, https_proxy and no_proxy if no proxy is given
    sends_latin1 = True  # encodes header values outside ASCII as Latin-1

    def make_transport(self, options: TransportOptions) -> Any:
        """Return a new transport, which the test closes. An async one is created in a running event loop."""
        raise NotImplementedError

    def transport(self, **options: Any) -> ContextManager[Any]:
        """Return a context manager that provides a new transport and closes it."""
        self.skip_unless_supported(options)
        return closing(self.make_blocking_transport(TransportOptions(**options)))

    def skip_unless_supported(self, names: Iterable[str]) -> None:
        """Skip the test if it needs options that make_transport() does not support."""
        for name in sorted(set(names) - self.supports):
            raise unittest.SkipTest("make_transport() doesn't support " + name)

    def make_blocking_transport(self, options: TransportOptions) -> Any:
        """Return a new transport with sync methods."""
        return self.make_transport(options)

    def require_certificates(self) -> Certificates:
        """Return the certificates, or skip the test if there are none."""
        if self.certificates is None:
            raise unittest.SkipTest("`certificates` is not set")
        return self.certificates


def echo(connection: Connection) -> None:
    """Read a request, and send its target as the body of the response. A step of a script."""
    target = connection.read_request().target.encode()
    connection.sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(target), target))
