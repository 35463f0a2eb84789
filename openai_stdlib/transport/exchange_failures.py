# SPDX-License-Identifier: MIT
"""What the sync transport does when an exchange fails: map exceptions, and read the response to an unfinished upload.

Imported on demand, because most exchanges succeed.
"""

from __future__ import annotations

import http.client
import socket

from .http1 import protocol_error

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

EARLY_RESPONSE_TIMEOUT = 0.05  # seconds that an early response may take; its bytes have usually arrived


def map_exception(error: Exception) -> Exception:
    """Return the builtin error to raise in place of `error`; `error` itself if it is not one of http.client's."""
    if isinstance(error, socket.timeout):  # not a TimeoutError before Python 3.10
        return error if isinstance(error, TimeoutError) else TimeoutError(str(error) or "timed out")
    if isinstance(error, http.client.IncompleteRead):
        return ConnectionError("incomplete response")
    if isinstance(error, http.client.BadStatusLine) and not isinstance(error, OSError):
        return ConnectionError("invalid HTTP response: {!r}".format(str(error)[:80]))
    if isinstance(error, http.client.InvalidURL):
        return ValueError(str(error))
    if isinstance(error, http.client.HTTPException) and not isinstance(error, OSError):
        return protocol_error(str(error) or type(error).__name__)
    return error


def read_early_response(connection: Any, timeouts: Any, error: OSError) -> Any:
    """Return the response of a server that closed the connection during the upload, or raise `error`."""
    try:
        # http.client considers the request sent: its state changes with the request head.
        timeouts.start_read(EARLY_RESPONSE_TIMEOUT)
        connection.sock.settimeout(EARLY_RESPONSE_TIMEOUT)
        response = connection.getresponse()
    except (OSError, http.client.HTTPException):
        raise error from None
    response.will_close = True  # the server would take the rest of the body for the next request
    return response
