# SPDX-License-Identifier: MIT
"""Base of the tests' servers over `http.server`, for tests that need no control over the bytes of a response."""

from __future__ import annotations

import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List


class ThreadedServer(ThreadingHTTPServer):
    """Server on a free port of 127.0.0.1. Leaving the `with` block stops it, and raises the first error of a handler.

    A client that disconnects while its response is sent is not an error, as in `RawServer`: a cancelled call does that.
    `socketserver` would print the traceback into the output of whichever test runs at that moment.
    """

    daemon_threads = True

    def __init__(self, handler: type[BaseHTTPRequestHandler]) -> None:
        super().__init__(("127.0.0.1", 0), handler)
        self.base_url = "http://127.0.0.1:{}/v1".format(self.server_address[1])
        self._errors: List[BaseException] = []
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def __enter__(self) -> Any:
        self._thread.start()
        return self

    def __exit__(self, type_: object, *_: object) -> None:
        self.shutdown()
        self._thread.join(30)
        self.server_close()
        if self._errors and type_ is None:
            raise self._errors[0]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep the error of a handler, unless the client has disconnected."""
        error = sys.exc_info()[1]
        if error is not None and not isinstance(error, ConnectionError):
            self._errors.append(error)


class Handler(BaseHTTPRequestHandler):
    """Handler of HTTP/1.1 requests without a log."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else each body waits 40 ms for the acknowledgement of its head
    timeout = 60  # seconds

    def log_message(self, *_: Any) -> None:
        """Log nothing."""
