# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._types import CallOptions
from ...._config import Config
from ...._types import TimeoutTypes
from typing_extensions import Unpack
from os import PathLike
from ._result import AgentTurnResult
from ...._types import Body, Query, Headers, NotGiven, not_given
from ...._legacy_response import HttpxBinaryResponseContent
from ....types.beta.agents.sessions.session_artifact import SessionArtifact
from ....resources.beta.agents.sessions.artifacts import Artifacts, AsyncArtifacts

class AgentResultArtifacts:
    def __init__(self, resource: Artifacts, result: AgentTurnResult) -> None: ...
    def content(
        self,
        path: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> HttpxBinaryResponseContent: ...
    def download(
        self,
        path: str,
        *,
        to: str | PathLike[str],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SessionArtifact: ...

class AsyncAgentResultArtifacts:
    def __init__(self, resource: AsyncArtifacts, result: AgentTurnResult) -> None: ...
    async def content(
        self,
        path: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> HttpxBinaryResponseContent: ...
    async def download(
        self,
        path: str,
        *,
        to: str | PathLike[str],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SessionArtifact: ...
