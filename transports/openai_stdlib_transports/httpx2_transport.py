# SPDX-License-Identifier: MIT
"""Transports over httpx2, sync and async (2.0 and later; Python 3.10 and later)."""

from __future__ import annotations

import httpx2

from . import _httpx
from ._decoders import MAX_DECOMPRESSION_RATIO


class Httpx2Transport(_httpx.Transport):
    """Transport over `httpx2.Client`.

    A `client` that you pass in is used with all its settings (transports, proxies, certificates, headers, cookies and
    `auth`) and is not closed. Without one, the transport creates and closes its own, which keeps no cookies. A
    compressed response of more than 16 MiB may expand to `max_decompression_ratio` times its size (None: no limit).

    Raises TimeoutError, ssl.SSLCertVerificationError or another OSError when the network fails, ValueError for a
    request that cannot be sent.
    """

    library = httpx2

    def __init__(
        self,
        client: httpx2.Client | None = None,
        *,
        max_decompression_ratio: float | None = MAX_DECOMPRESSION_RATIO,
    ) -> None:
        super().__init__(client, max_decompression_ratio=max_decompression_ratio)


class AsyncHttpx2Transport(_httpx.AsyncTransport):
    """Transport over `httpx2.AsyncClient`, under asyncio or trio; otherwise like `Httpx2Transport`.

    A request body that is an iterable is read in the event loop, so its chunks should be available without waiting, as
    those of a local file are.
    """

    library = httpx2

    def __init__(
        self,
        client: httpx2.AsyncClient | None = None,
        *,
        max_decompression_ratio: float | None = MAX_DECOMPRESSION_RATIO,
    ) -> None:
        super().__init__(client, max_decompression_ratio=max_decompression_ratio)
