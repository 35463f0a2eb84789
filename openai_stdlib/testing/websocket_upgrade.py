# SPDX-License-Identifier: MIT
"""The opening handshake of a WebSocket on the server side (RFC 6455 §4.2). No I/O."""

from __future__ import annotations

import binascii
from base64 import b64decode

from ..transport.http1 import RemoteProtocolError
from ..transport.permessage_deflate import NAME, accept_offer
from ..transport.websocket_handshake import accept_value, parse_extensions, split_list
from .live_session import ForkSession, LiveSession, SidebandSession
from .realtime_session import choose_session
from .responses_session import ResponsesSession
from .server_responses import APIErrorResponse, UpgradeResponse
from .translation_session import TranslationSession

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Dict, List, Optional

    from ..transport.permessage_deflate import PerMessageDeflate
    from .recorded_request import RecordedRequest
    from .store import Store
    from .websocket_session import Session

SUBPROTOCOL = "realtime"  # the only one that the server chooses; browsers offer their key and version beside it
# Path, or its last segment if there is an id before -> what makes the session of a handshake.
SESSIONS: Dict[str, Callable[[RecordedRequest, str, Store, str], Session]] = {
    "realtime": choose_session,
    "realtime/translations": TranslationSession,
    "responses": ResponsesSession,
    "live/sessions": LiveSession,
    "attach": SidebandSession,
    "fork": ForkSession,
}


def check_upgrade(request: RecordedRequest) -> None:
    """Raise APIErrorResponse for a request that does not ask for a WebSocket, or not as RFC 6455 §4.2.1 demands."""
    fields = {name: _tokens(request, name) for name in ("upgrade", "connection", "sec-websocket-version")}
    if request.version != "HTTP/1.1" or "websocket" not in fields["upgrade"] or "upgrade" not in fields["connection"]:
        message = "This endpoint is a WebSocket: send the request with Upgrade: websocket and Connection: Upgrade."
    elif fields["sec-websocket-version"] != ["13"]:
        message = "Unsupported WebSocket version; expected Sec-WebSocket-Version: 13."
    else:
        keys = _values(request, "sec-websocket-key")
        try:
            is_valid = len(keys) == 1 and len(b64decode(keys[0], validate=True)) == 16
        except (ValueError, binascii.Error):
            is_valid = False
        if not is_valid:
            raise APIErrorResponse(400, "Invalid Sec-WebSocket-Key: expected one value of 16 bytes in base64.")
        return
    error = APIErrorResponse(426, message, code="upgrade_required")
    error.response.headers.update({"Upgrade": "websocket", "Sec-WebSocket-Version": "13"})
    raise error


def accept_upgrade(request: RecordedRequest, path: str, store: Store, url: str) -> UpgradeResponse:
    """Return the response that accepts a handshake, with the session of its path. Raises APIErrorResponse."""
    make_session = SESSIONS.get(path) or SESSIONS[path.rpartition("/")[2]]
    with store.lock:
        session = make_session(request, path, store, url)
    (key,) = _values(request, "sec-websocket-key")
    headers = {"Upgrade": "websocket", "Sec-WebSocket-Accept": accept_value(key.encode("ascii"))}
    if SUBPROTOCOL in split_list(_values(request, "sec-websocket-protocol")):
        headers["Sec-WebSocket-Protocol"] = SUBPROTOCOL
    return UpgradeResponse(headers, session, _agree_on_deflate(request, headers))


def _agree_on_deflate(request: RecordedRequest, headers: Dict[str, str]) -> Optional[PerMessageDeflate]:
    """Return the compression that the client offers, and add the response to its offer to `headers`; or None."""
    try:
        offers = parse_extensions(_values(request, "sec-websocket-extensions"))
    except RemoteProtocolError:
        raise APIErrorResponse(400, "Invalid Sec-WebSocket-Extensions.") from None
    for name, parameters in offers:
        if name == NAME:
            try:
                deflate, headers["Sec-WebSocket-Extensions"] = accept_offer(parameters)
                return deflate
            except ValueError:
                pass  # the next offer may be acceptable (RFC 7692 §5.1)
    return None


def _values(request: RecordedRequest, name: str) -> List[str]:
    return [value for key, value in request.headers if key.lower() == name]


def _tokens(request: RecordedRequest, name: str) -> List[str]:
    return [token.lower() for token in split_list(_values(request, name))]
