# SPDX-License-Identifier: MIT
"""Transports over httpx, sync and async (0.24 and later)."""

from __future__ import annotations

import httpx

from . import _httpx
from ._decoders import MAX_DECOMPRESSION_RATIO


class HttpxTransport(_httpx.Transport):
    """Transport over `httpx.Client`.

    A `client` that you pass in is used with all its settings (transports, proxies, certificates, headers, cookies and
    `auth`) and is not closed. Without one, the transport creates and closes its own, which keeps no cookies. A
    compressed response of more than 16 MiB may expand to `max_decompression_ratio` times its size (None: no limit).

    Raises TimeoutError, ssl.SSLCertVerificationError or another OSError when the network fails, ValueError for a
    request that cannot be sent.
    """

    library = httpx

    def __init__(
        self,
        client: httpx.Client | None = None,
        *,
        max_decompression_ratio: float | None = MAX_DECOMPRESSION_RATIO,
    ) -> None:
        super().__init__(client, max_decompression_ratio=max_decompression_ratio)


class AsyncHttpxTransport(_httpx.AsyncTransport):
    """Transport over `httpx.AsyncClient`, under asyncio or trio; otherwise like `HttpxTransport`.

    A request body that is an iterable is read in the event loop, so its chunks should be available without waiting, as
    those of a local file are.
    """

    library = httpx

    def __init__(
        self,
        client: httpx.AsyncClient | None = None,
        *,
        max_decompression_ratio: float | None = MAX_DECOMPRESSION_RATIO,
    ) -> None:
        super().__init__(client, max_decompression_ratio=max_decompression_ratio)
