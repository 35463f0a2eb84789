# SPDX-License-Identifier: MIT
"""Shared by the WebSocket transports over websockets: arguments, errors and responses."""

from __future__ import annotations

import asyncio
import inspect
import socket
from contextlib import contextmanager

from websockets.exceptions import ConnectionClosed, InvalidStatus, InvalidURI, WebSocketException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Any

# Fields that belong to the connection; those of a client's HTTP requests do not apply to a handshake.
DROPPED_FIELDS = frozenset(
    ("connection", "upgrade", "keep-alive", "te", "trailer", "transfer-encoding", "content-length", "accept-encoding")
)


class Refused(Exception):
    """A response without the status 101. The library would follow a redirect if it saw its own exception."""

    def __init__(self, response: Any) -> None:
        super().__init__()
        self.response = response


@contextmanager
def handshake_errors() -> Iterator[None]:
    """Raise Refused for a response without the status 101, and ConnectionError for one that is not valid."""
    try:
        yield
    except InvalidStatus as error:
        raise Refused(error.response) from None
    except (OSError, asyncio.TimeoutError, socket.timeout):
        raise
    except ConnectionClosed as error:
        raise failure(error, True) from error
    except Exception as error:  # some versions raise what their parser raises
        raise failure(error, isinstance(error.__cause__ or error, EOFError)) from error


def connect_arguments(connect: Any, request: Any, options: Any, given: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments of the library's ``connect``. Raises ValueError for what cannot be sent, or limited."""
    names = inspect.signature(connect).parameters
    max_size: Any = options.max_size
    if options.max_frame_size is not None:
        if "tuple" not in str(names["max_size"].annotation):
            raise ValueError("max_frame_size: needs websockets 16 or later")
        max_size = (options.max_size, options.max_frame_size)
    seconds = [each for each in (request.timeout.connect, request.timeout.deadline) if each is not None]
    arguments: dict[str, Any] = {
        "additional_headers": check_headers(request.headers),
        "user_agent_header": None,  # that of the request is sent
        "subprotocols": list(options.subprotocols) or None,
        "compression": options.compression,
        "open_timeout": min(seconds) if seconds else None,
        "close_timeout": options.close_timeout,
        "ping_interval": options.ping_interval,
        "ping_timeout": options.ping_timeout,
        "max_size": max_size,
    }
    if "legacy" in names:
        arguments["legacy"] = True  # a connection without a `with` block
    arguments.update(given)
    if not request.url.lower().startswith("wss:"):
        arguments.pop("ssl", None)
    return arguments


def check_headers(headers: Any) -> dict[str, str]:
    """Return the header fields that are sent. Raises ValueError, which shows no value."""
    fields = {name: value for name, value in headers.items() if name.lower() not in DROPPED_FIELDS}
    for name, value in fields.items():
        if name.lower() == "host" or name.lower().startswith("sec-websocket-"):
            raise ValueError(f"headers: {name} belongs to the handshake; remove it")
        if not name or not name.isascii() or any(character <= " " or character in ':"\x7f' for character in name):
            raise ValueError(f"headers: {name!r} is not the name of a header field")
        if any(character < " " and character != "\t" or character == "\x7f" for character in value):
            raise ValueError(f"headers: the value of {name} contains a line break or another control character")
    return fields


def response_head(response: Any) -> tuple[int, list[tuple[str, str]]]:
    """Return status and headers; the library decodes bytes outside ASCII as surrogates."""
    pairs = [
        (name, value.encode("utf-8", "surrogateescape").decode("latin-1"))
        for name, value in response.headers.raw_items()
    ]
    return response.status_code, pairs


def close_frame(close: Any) -> tuple[int, str] | None:
    return None if close is None else (int(close.code), close.reason)


def copy_result(waiter: asyncio.Future[float], pong: asyncio.Future[float]) -> None:
    if waiter.cancelled() or waiter.exception() is not None:
        pong.cancel()
    elif not pong.done():
        pong.set_result(waiter.result())


def nothing() -> None:
    pass


async def nothing_async() -> None:
    pass


async def iterate(*chunks: bytes) -> AsyncIterator[bytes]:
    for chunk in chunks:
        yield chunk


@contextmanager
def translated_errors() -> Iterator[None]:
    """Raise the builtin error for what `connect` raises."""
    try:
        yield
    except (socket.timeout, asyncio.TimeoutError) as error:  # not a TimeoutError in older versions of Python
        raise TimeoutError("timed out while opening the connection") from error
    except InvalidURI as error:
        raise ValueError(f"url: {error}") from None
    except WebSocketException as error:  # of a proxy
        raise failure(error, True) from error


def failure(error: BaseException, is_retryable: bool) -> ConnectionError:
    failure = ConnectionError(str(error) or type(error).__name__)
    failure.is_retryable = is_retryable  # type: ignore[attr-defined]
    return failure
