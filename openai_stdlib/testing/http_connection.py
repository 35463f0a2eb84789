# SPDX-License-Identifier: MIT
"""Server side of one HTTP/1.1 connection: a loop that reads requests, lets the server respond and writes responses.

After the handshake of a WebSocket, a session runs on the connection until it ends.

Each connection has its own thread. Only this thread closes the socket, unless it hangs; to stop, the server shuts the
socket down instead.
"""

from __future__ import annotations

import os
import socket
import struct

from .request_reader import READ_SIZE, RequestBodyReader, RequestReader
from .response_writer import ConnectionAborted, ResponseWriter, encode_head
from .server_responses import APIErrorResponse, UpgradeResponse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Protocol, Tuple

    from .faults import Fault
    from .recorded_request import RecordedRequest
    from .response_writer import ServerState
    from .server_responses import ServerResponse

    class Responder(ServerState, Protocol):
        """The members of `EmbeddedServer` that a connection uses."""

        def respond(self, request: RecordedRequest, body: RequestBodyReader) -> Tuple[Fault, ServerResponse]:
            """Return the response to a request, and the fault that affects it."""
            ...


class Connection:
    """One accepted connection; `number` counts the connections of the server from 1."""

    def __init__(self, server: Responder, sock: socket.socket, number: int) -> None:
        self._server = server
        self._sock: Any = sock  # perhaps an SSLSocket
        self._reader = RequestReader(sock, number)

    def run(self) -> None:
        """Serve requests until the client or the server closes the connection."""
        reset = False
        try:
            if hasattr(self._sock, "do_handshake"):
                self._sock.do_handshake()
            while self._serve_one():
                pass
            self._shutdown()
        except ConnectionAborted as aborted:
            reset = aborted.reset
            if not reset:
                self._shutdown()
        except (OSError, ValueError):
            pass  # the client closed the connection, or the server is stopping
        finally:
            self._close(reset)

    def abort(self) -> None:
        """Wake the thread of this connection from any wait."""
        try:
            # SSLSocket.shutdown() would remove the TLS state that the other thread is using.
            socket.socket.shutdown(self._sock, socket.SHUT_RDWR)
        except OSError:
            pass

    def close(self) -> None:
        """Close the socket of a connection whose thread did not end in time."""
        self._sock.close()

    def _shutdown(self) -> None:
        """Shut down the sending side in order: close_notify over TLS, then FIN."""
        try:
            if hasattr(self._sock, "unwrap"):
                self._sock.settimeout(0)
                self._sock.unwrap()
        except (OSError, ValueError):
            pass
        try:
            socket.socket.shutdown(self._sock, socket.SHUT_WR)
        except OSError:
            pass

    def _close(self, reset: bool) -> None:
        try:
            if reset:  # with a linger time of zero, close() sends an RST instead of a FIN
                linger = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
                self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self._sock.close()
        except OSError:
            pass

    def _serve_one(self) -> bool:
        """Serve one request; return whether another one may follow."""
        try:
            request = self._reader.read_head()
        except ValueError as error:
            return self._reject(APIErrorResponse(400, "Bad request: {}.".format(error)))
        if request is None:
            return False
        try:
            body = RequestBodyReader(request.header("content-type"), self._server.record_bodies)
        except ValueError as error:
            return self._reject(APIErrorResponse(400, "Bad request: {}.".format(error)))
        try:
            for data in self._reader.iter_body(request):
                body.feed(data)
            fault, response = self._server.respond(request, body)
        except ValueError as error:
            return self._reject(APIErrorResponse(400, "Bad request body: {}.".format(error)))
        except APIErrorResponse as error:
            return self._reject(error)
        finally:
            body.close()
        stays_open = ResponseWriter(self._server, self._sock, request, fault).send(response)
        if not isinstance(response, UpgradeResponse):
            return stays_open
        from .websocket_peer import WebSocketPeer

        peer = WebSocketPeer(self._server, self._sock, request, fault, response.deflate)
        peer.run(response.session, self._reader.take_buffer())
        return False

    def _reject(self, error: APIErrorResponse) -> bool:
        """Respond to a request that cannot be read, and close, because the start of the next one is unknown."""
        response = error.response
        content = b"".join(response.chunks)
        framing = ["Content-Length: {}".format(len(content)), "Connection: close"]
        self._sock.sendall(encode_head(response, framing) + content)
        self._shutdown()
        # Closing with unread bytes would reset the connection, and the client could lose the response.
        self._sock.settimeout(0.2)
        for _ in range(64):
            if not self._sock.recv(READ_SIZE):
                break
        return False
