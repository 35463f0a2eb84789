# SPDX-License-Identifier: MIT
"""Transports over httpx2, sync and async (2.0 and later; Python 3.10 and later)."""

from __future__ import annotations

import httpx2

from . import _httpx


class Httpx2Transport(_httpx.Transport):
    """Transport over `httpx2.Client`.

    A `client` that you pass in is used with all its settings (transports, proxies, certificates, headers, cookies and
    `auth`) and is not closed. Without one, the transport creates and closes its own, which keeps no cookies.

    Raises TimeoutError, ssl.SSLCertVerificationError or another OSError when the network fails, ValueError for a
    request that cannot be sent.
    """

    library = httpx2

    def __init__(self, client: httpx2.Client | None = None) -> None:
        super().__init__(client)


class AsyncHttpx2Transport(_httpx.AsyncTransport):
    """Transport over `httpx2.AsyncClient`, under asyncio or trio; otherwise like `Httpx2Transport`.

    A request body that is an iterable is read in the event loop, so its chunks should be available without waiting, as
    those of a local file are.
    """

    library = httpx2

    def __init__(self, client: httpx2.AsyncClient | None = None) -> None:
        super().__init__(client)
