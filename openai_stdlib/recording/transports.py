# SPDX-License-Identifier: MIT
"""`RecordTransport` and `ReplayTransport`, and the same for async clients.

Clients of both kinds take any of them: `for_client` returns the one that a client needs, with the same cassette.
"""

from __future__ import annotations

import sys

from ..call.errors import ConfigError
from ..transport.base import AsyncTransport, Transport, for_client
from .cassette import Cassette, Options
from .matching import DEFAULT_RULES
from .recorded_bodies import AsyncRecordedBody, RecordedBody, replay, replay_async
from .take import Playback, RequestWithContent, Take, read_content

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Sequence, Union

    from ..transport.base import AsyncSendResult, SendResult

WEBSOCKETS = "transport: a cassette has no WebSockets, so a replay cannot open one; pass websocket_transport=…"


class RecordingBase:
    """What all four transports share: the cassette, and the variant for the other kind of client."""

    _is_async = False
    _cassette: Cassette
    _variant: Any = None

    def for_client(self, is_async: bool) -> Any:
        """Return this transport, or its variant with the same cassette, for async or sync clients."""
        if is_async == self._is_async:
            return self
        if self._variant is None:
            variant: Any = object.__new__(next(VARIANTS[cls] for cls in type(self).__mro__ if cls in VARIANTS))
            vars(variant).update(self.__getstate__())
            return vars(self).setdefault("_variant", variant)  # of two threads, the first one's
        return self._variant

    def check_websockets(self) -> None:
        """Raise ConfigError if a WebSocket must not be opened. `connect` of clients calls it."""
        if self._cassette.options.mode == "none":
            raise ConfigError(WEBSOCKETS)

    def __getstate__(self) -> Dict[str, Any]:
        # Neither the variant nor a default transport, whose connections stay here.
        return {name: value for name, value in vars(self).items() if name not in ("_variant", "_owned")}

    def __repr__(self) -> str:
        options = self._cassette.options
        return "<{} {!r}, mode {!r}>".format(type(self).__name__, options.path, options.mode)

    async def aclose(self) -> None:
        """Close idle connections; a replay has none."""

    async def __aenter__(self) -> Any:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


class ContextMixin:
    """Closes a sync transport at the end of a `with` block."""

    def close(self) -> None:
        """Close idle connections; a replay has none."""

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class RecordBase(RecordingBase):
    """Base of `RecordTransport` and `AsyncRecordTransport`; see there."""

    _owned: Any = None  # the default transport, once it has been made

    def __init__(
        self,
        path: Any,
        transport: Any = None,
        *,
        mode: str = "once",
        match_on: Union[str, Sequence[Any], Callable[..., Any]] = DEFAULT_RULES,
        scrub_fields: Sequence[str] = (),
        scrub: Any = None,
        allow_repeats: bool = True,
        timing: bool = False,
    ) -> None:
        if transport is not None and not hasattr(transport, "for_client"):
            if not isinstance(transport, (Transport, AsyncTransport)):
                message = "transport: expected a transport for the requests to record, got {}"
                raise ConfigError(message.format(type(transport).__name__))
        self._transport = transport
        self._cassette = Cassette(Options(path, mode, match_on, scrub_fields, scrub, allow_repeats, timing))

    def for_client(self, is_async: bool) -> Any:
        """Return this transport, or its variant with the same cassette. Raises ConfigError if it lacks a transport."""
        transport = super().for_client(is_async)
        transport._get_transport()
        return transport

    def _get_transport(self) -> Any:
        """Return the caller's transport, or a default one. Raises ConfigError for one of the other kind."""
        if self._transport is None:
            return self._owned or vars(self).setdefault("_owned", make_default(self._is_async))
        transport = for_client(self._transport, self._is_async)
        if not isinstance(transport, AsyncTransport if self._is_async else Transport):
            word = "an async" if self._is_async else "a sync"
            message = "transport: {0} client needs {0} transport to record, got {1}"
            raise ConfigError(message.format(word, type(self._transport).__name__))
        return transport

    def _start(self, request: Any) -> Any:
        """Return the recording to replay, or else what to send over which transport."""
        content = read_content(request.body)
        recording = self._cassette.find(request, content)
        if recording is not None:
            return recording, None, request, None
        transport = self._get_transport()
        self._cassette.prepare()
        if request.body is not None and request.body is not content:
            request = RequestWithContent(request, content)
        return None, Take(self._cassette, request, content), request, transport

    def _close_sync(self) -> None:
        """Close the sync transport that requests are sent over, and the default ones of both kinds."""
        for owned in (self._owned, getattr(self._variant, "_owned", None)):
            if owned is not None:
                (owned.close_nowait if hasattr(owned, "close_nowait") else owned.close)()
        if self._transport is not None:
            transport = for_client(self._transport, False)
            if isinstance(transport, Transport):
                transport.close()

    async def aclose(self) -> None:
        """Close the transports that requests are sent over: idle connections."""
        self._close_sync()
        if self._transport is not None:
            transport = for_client(self._transport, True)
            if isinstance(transport, AsyncTransport):
                await transport.aclose()


def make_default(is_async: bool) -> Any:
    """Return a new transport of the kind that clients make when they are given none."""
    if is_async:
        if sys.platform == "emscripten":
            from ..transport.fetch_transport import FetchTransport

            return FetchTransport()
        from ..transport.asyncio_transport import AsyncioTransport

        return AsyncioTransport()
    if sys.platform == "emscripten":
        from ..transport.run_sync_transport import RunSyncTransport

        return RunSyncTransport()
    from ..transport.urllib_transport import UrllibTransport

    return UrllibTransport()


class RecordTransport(ContextMixin, RecordBase):
    """Sends requests over another transport, and writes them and their responses to the cassette `path`.

    `transport` is a sync or async one, whichever the client needs; by default the built-in one. `mode` is that of
    VCR.py: "once" records if there is no cassette yet and else only replays, "new" replays and records what has no
    recording, "none" only replays, "all" records everything anew. `match_on`: the rules by which a request equals a
    recorded one: method, scheme, host, port, path, query, body, header:NAME, and functions of the recorded and the new
    request. `scrub_fields`: the paths of JSON fields that are masked, as credentials always are. `scrub` is a function
    that changes a request or response, as the cassette has it, in place. With `allow_repeats`, the last recording of a
    request is replayed again. `timing`: whether replayed responses take as long as the recorded ones.

    Pass it to `OpenAI` or `AsyncOpenAI`, or both. Closing it closes `transport`. Raises ConfigError for an invalid
    option, CassetteError if the cassette cannot be read or written, and UnrecordedRequestError where nothing is sent.
    """

    def send(self, request: Any) -> SendResult:
        """Send a request, or replay its response; see `Transport.send`."""
        recording, take, request, transport = self._start(request)
        if recording is not None:
            return replay(Playback(recording, request, self._cassette.options.timing), request)
        status, pairs, chunks, close = transport.send(request)
        take.begin(status, pairs)
        body = RecordedBody(chunks, close, take)
        return status, pairs, body, body.close

    def close(self) -> None:
        """Close idle connections of the transport that requests are sent over."""
        self._close_sync()


class AsyncRecordTransport(RecordBase):
    """`RecordTransport` for async clients, with the same options."""

    _is_async = True

    async def send(self, request: Any) -> AsyncSendResult:
        """Send a request, or replay its response; see `AsyncTransport.send`."""
        recording, take, request, transport = self._start(request)
        if recording is not None:
            return await replay_async(Playback(recording, request, self._cassette.options.timing))
        status, pairs, chunks, close = await transport.send(request)
        take.begin(status, pairs)
        body = AsyncRecordedBody(chunks, close, take)
        return status, pairs, body, body.close


class ReplayBase(RecordingBase):
    """Base of `ReplayTransport` and `AsyncReplayTransport`; see there."""

    def __init__(
        self,
        path: Any,
        *,
        match_on: Union[str, Sequence[Any], Callable[..., Any]] = DEFAULT_RULES,
        scrub_fields: Sequence[str] = (),
        scrub: Any = None,
        allow_repeats: bool = True,
        timing: bool = False,
    ) -> None:
        self._cassette = Cassette(Options(path, "none", match_on, scrub_fields, scrub, allow_repeats, timing))

    def _find(self, request: Any) -> Playback:
        recording = self._cassette.find(request, read_content(request.body))
        assert recording is not None  # it cannot record
        return Playback(recording, request, self._cassette.options.timing)


class ReplayTransport(ContextMixin, ReplayBase):
    """Replays the responses of the cassette `path`, and sends nothing.

    Reads cassettes of `RecordTransport`, and those that VCR.py writes as JSON. The options are those of
    `RecordTransport`. Pass it to `OpenAI` or `AsyncOpenAI`, or both. Raises CassetteError if the cassette is missing,
    truncated or of a later version, and UnrecordedRequestError, which is not retried, for a request without recording.
    """

    def send(self, request: Any) -> SendResult:
        """Replay the response to a request; see `Transport.send`."""
        return replay(self._find(request), request)


class AsyncReplayTransport(ReplayBase):
    """`ReplayTransport` for async clients, with the same options."""

    _is_async = True

    async def send(self, request: Any) -> AsyncSendResult:
        """Replay the response to a request; see `AsyncTransport.send`."""
        return await replay_async(self._find(request))


VARIANTS: Dict[type, type] = {
    RecordTransport: AsyncRecordTransport,
    AsyncRecordTransport: RecordTransport,
    ReplayTransport: AsyncReplayTransport,
    AsyncReplayTransport: ReplayTransport,
}
