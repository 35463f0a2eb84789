# SPDX-License-Identifier: MIT
"""Transports over httpx, sync and async (0.24 and later).

What lives here: the two names and what they accept. How they work is told in ``_httpx``.
"""

from __future__ import annotations

import httpx

from . import _httpx


class HttpxTransport(_httpx.Transport):
    """Send with `httpx`: with your own client, which stays yours to close, or with one that is closed with this.

    Of your client everything counts: transports, proxies, certificates, headers, cookies and its `auth`, if it has one.
    Raises TimeoutError, ssl.SSLCertVerificationError or another OSError when the network fails, ValueError for a
    request that cannot be sent.
    """

    library = httpx

    def __init__(self, client: httpx.Client | None = None) -> None:
        super().__init__(client)


class AsyncHttpxTransport(_httpx.AsyncTransport):
    """Send with `httpx.AsyncClient`, under asyncio or trio; as `HttpxTransport` in everything else.

    A body that is an iterable is read in the event loop: its pieces should be at hand, as those of a local file are.
    """

    library = httpx

    def __init__(self, client: httpx.AsyncClient | None = None) -> None:
        super().__init__(client)
