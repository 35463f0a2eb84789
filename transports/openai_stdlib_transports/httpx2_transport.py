# SPDX-License-Identifier: MIT
"""Transports over httpx2, sync and async (2.0 and later; Python 3.10 and later).

What lives here: the two names and what they accept. How they work is told in ``_httpx``.
"""

from __future__ import annotations

import httpx2

from . import _httpx


class Httpx2Transport(_httpx.Transport):
    """Send with `httpx2`: with your own client, which stays yours to close, or with one that is closed with this.

    Of your client everything counts: transports, proxies, certificates, headers, cookies and its `auth`, if it has one.
    Raises TimeoutError, ssl.SSLCertVerificationError or another OSError when the network fails, ValueError for a
    request that cannot be sent.
    """

    library = httpx2

    def __init__(self, client: httpx2.Client | None = None) -> None:
        super().__init__(client)


class AsyncHttpx2Transport(_httpx.AsyncTransport):
    """Send with `httpx2.AsyncClient`, under asyncio or trio; as `Httpx2Transport` in everything else.

    A body that is an iterable is read in the event loop: its pieces should be at hand, as those of a local file are.
    """

    library = httpx2

    def __init__(self, client: httpx2.AsyncClient | None = None) -> None:
        super().__init__(client)
