# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._types import CallOptions
from ..._config import Config
from ..._types import TimeoutTypes
from typing_extensions import Unpack
from ... import _legacy_response
from ..._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import (
    StreamedBinaryAPIResponse,
    AsyncStreamedBinaryAPIResponse,
    to_streamed_response_wrapper,
    async_to_streamed_response_wrapper,
    to_custom_streamed_response_wrapper,
    async_to_custom_streamed_response_wrapper,
)
from ...types.live import session_fork_params, session_accept_params
from ...types.live.session_fork_response import SessionForkResponse
from ...types.live.media_session_fork_config_param import MediaSessionForkConfigParam

class Sessions(SyncAPIResource):
    @property
    def with_raw_response(self) -> SessionsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> SessionsWithStreamingResponse: ...
    def accept(
        self,
        session_id: str,
        *,
        session: session_accept_params.Session,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """POST /live/sessions/{session_id}/accept"""

    def download_recording(
        self,
        session_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> _legacy_response.HttpxBinaryResponseContent:
        """GET /live/sessions/{session_id}/content"""

    def fork(
        self,
        session_id: str,
        *,
        transport: session_fork_params.Transport,
        session: MediaSessionForkConfigParam | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SessionForkResponse:
        """POST /live/sessions/{session_id}/fork"""

    def hangup(
        self,
        session_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """POST /live/sessions/{session_id}/hangup"""

    def refer(
        self,
        session_id: str,
        *,
        target_uri: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """POST /live/sessions/{session_id}/refer"""

    def reject(
        self,
        session_id: str,
        *,
        status_code: int,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """POST /live/sessions/{session_id}/reject"""

class AsyncSessions(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncSessionsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncSessionsWithStreamingResponse: ...
    async def accept(
        self,
        session_id: str,
        *,
        session: session_accept_params.Session,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """POST /live/sessions/{session_id}/accept"""

    async def download_recording(
        self,
        session_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> _legacy_response.HttpxBinaryResponseContent:
        """GET /live/sessions/{session_id}/content"""

    async def fork(
        self,
        session_id: str,
        *,
        transport: session_fork_params.Transport,
        session: MediaSessionForkConfigParam | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SessionForkResponse:
        """POST /live/sessions/{session_id}/fork"""

    async def hangup(
        self,
        session_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """POST /live/sessions/{session_id}/hangup"""

    async def refer(
        self,
        session_id: str,
        *,
        target_uri: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """POST /live/sessions/{session_id}/refer"""

    async def reject(
        self,
        session_id: str,
        *,
        status_code: int,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """POST /live/sessions/{session_id}/reject"""

class SessionsWithRawResponse:
    def __init__(self, sessions: Sessions) -> None:
        self.accept = _legacy_response.to_raw_response_wrapper(sessions.accept)
        self.download_recording = _legacy_response.to_raw_response_wrapper(sessions.download_recording)
        self.fork = _legacy_response.to_raw_response_wrapper(sessions.fork)
        self.hangup = _legacy_response.to_raw_response_wrapper(sessions.hangup)
        self.refer = _legacy_response.to_raw_response_wrapper(sessions.refer)
        self.reject = _legacy_response.to_raw_response_wrapper(sessions.reject)

class AsyncSessionsWithRawResponse:
    def __init__(self, sessions: AsyncSessions) -> None:
        self.accept = _legacy_response.async_to_raw_response_wrapper(sessions.accept)
        self.download_recording = _legacy_response.async_to_raw_response_wrapper(sessions.download_recording)
        self.fork = _legacy_response.async_to_raw_response_wrapper(sessions.fork)
        self.hangup = _legacy_response.async_to_raw_response_wrapper(sessions.hangup)
        self.refer = _legacy_response.async_to_raw_response_wrapper(sessions.refer)
        self.reject = _legacy_response.async_to_raw_response_wrapper(sessions.reject)

class SessionsWithStreamingResponse:
    def __init__(self, sessions: Sessions) -> None:
        self.accept = to_streamed_response_wrapper(sessions.accept)
        self.download_recording = to_custom_streamed_response_wrapper(
            sessions.download_recording, StreamedBinaryAPIResponse
        )
        self.fork = to_streamed_response_wrapper(sessions.fork)
        self.hangup = to_streamed_response_wrapper(sessions.hangup)
        self.refer = to_streamed_response_wrapper(sessions.refer)
        self.reject = to_streamed_response_wrapper(sessions.reject)

class AsyncSessionsWithStreamingResponse:
    def __init__(self, sessions: AsyncSessions) -> None:
        self.accept = async_to_streamed_response_wrapper(sessions.accept)
        self.download_recording = async_to_custom_streamed_response_wrapper(
            sessions.download_recording, AsyncStreamedBinaryAPIResponse
        )
        self.fork = async_to_streamed_response_wrapper(sessions.fork)
        self.hangup = async_to_streamed_response_wrapper(sessions.hangup)
        self.refer = async_to_streamed_response_wrapper(sessions.refer)
        self.reject = async_to_streamed_response_wrapper(sessions.reject)
