# SPDX-License-Identifier: MIT
"""`LinkState`: whether a WebSocket link is open, and how it ended, for the links of threads and of asyncio. No I/O."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Optional

    from .websocket_base import CodeAndReason, End
    from .websocket_protocol import WebSocketProtocol


class LinkState:
    """Mixin of the links. What happens after the program has closed a connection is not a failure of it."""

    _protocol: WebSocketProtocol
    _end: Optional[End] = None  # once nothing can change it any more
    _closing: Optional[CodeAndReason] = None  # what the program has called `close` with
    _cause: Optional[BaseException] = None

    @property
    def is_open(self) -> bool:
        """Whether messages can be sent: neither side has begun to close the connection."""
        return self._end is None and self._closing is None and self._cause is None and self._protocol.is_open

    @property
    def end(self) -> Optional[End]:
        """How the connection ended, as far as that is known by now, see `Link.end`; None while it is open."""
        return None if self.is_open else self._end or self._find_end()

    def _find_end(self) -> End:
        protocol = self._protocol
        received, sent, failure, cause = protocol.received_close, protocol.sent_close, protocol.failure, self._cause
        if self._closing is not None and received is None:
            sent, failure, cause = sent or self._closing, "", None
        return received, sent, protocol.received_first, failure, cause
