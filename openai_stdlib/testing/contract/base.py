# SPDX-License-Identifier: MIT
"""What a suite says about the transport under test: how to make one, what it can be asked for, what it promises more.

The cases, one file a theme, inherit from `TransportCase`; `TransportContract` inherits from them all.
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
    """How a case wants its transport; None leaves it to the transport."""

    ca_file: Optional[str] = None  # trust the certificates in this file
    client_certificate: Optional[str] = None  # a file with a key and the certificate to be known by
    proxy: Optional[str] = None  # the URL of a proxy for everything, with its credentials
    max_connections: Optional[int] = None  # open at once; further calls wait for one


class TransportCase:
    """A transport under test."""

    supports: frozenset[str] = (
        frozenset()
    )  # which fields of `TransportOptions` make_transport() heeds; other cases are skipped
    certificates: Optional[Certificates] = None  # without, what needs TLS is skipped
    proxy_program: Optional[str] = None  # the URL, with credentials, of a running program; without, it is left out

    detects_idle_close = True  # a connection that the server closed between two calls is noticed
    retries_stale_connection = False  # one that dies under a second request, before any byte came back, is replaced
    enforces_deadline_in_read = True  # else it may be overrun by one read
    limits_pool_wait = True  # `pool` ends the wait for a connection (some libraries wait for as long as it takes)
    cancels_sends = True  # a cancelled send closes its connection at once (only async can be asked this)
    reuses_drained_connection = False  # close() keeps a connection whose body has arrived but was not read to its end
    is_thread_safe = True  # many threads never close each other's connections; else a call may fail, and is made again
    reuses_proxy_connections = True  # connections to a proxy, by which requests go in the plain, are kept
    reads_environment = True  # http_proxy, https_proxy and no_proxy count, unless a proxy was given
    sends_latin1 = True  # header values that are not ASCII arrive as Latin-1

    def make_transport(self, wanted: TransportOptions) -> Any:
        """Return a new transport; the contract closes it. An async one is made in a running event loop."""
        raise NotImplementedError

    def transport(self, **wanted: Any) -> ContextManager[Any]:
        """Return a new transport as a context that closes it."""
        self.check_support(wanted)
        return closing(self.made(TransportOptions(**wanted)))

    def check_support(self, wanted: Iterable[str]) -> None:
        """Skip what make_transport() doesn't heed."""
        for name in sorted(set(wanted) - self.supports):
            raise unittest.SkipTest("make_transport() doesn't support " + name)

    def made(self, wanted: TransportOptions) -> Any:
        """Return a new transport that is sync."""
        return self.make_transport(wanted)

    def require_certificates(self) -> Certificates:
        """Return the certificates."""
        if self.certificates is None:
            raise unittest.SkipTest("no certificates were given")
        return self.certificates


def echo(connection: Connection) -> None:
    """Be a step that answers with the request's target."""
    target = connection.read_request().target.encode()
    connection.sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(target), target))
