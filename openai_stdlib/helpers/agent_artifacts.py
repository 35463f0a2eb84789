# SPDX-License-Identifier: MIT
"""Artifacts of one turn of an agent, by their path: `sessions.artifacts.for_result(result)`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List


class _TurnArtifacts:
    """The artifacts of the turn of an AgentTurnResult."""

    def __init__(self, artifacts: Any, result: Any) -> None:
        self._artifacts = artifacts
        self._session_id: str = result.session_id
        self._turn_id: str = result.turn_id

    def _matches(self, artifact: Any, path: str) -> bool:
        expected = (self._session_id, self._turn_id, path)
        return (artifact.get("session_id"), artifact.get("turn_id"), artifact.get("path")) == expected


def _single(found: List[Any], path: str) -> Any:
    if len(found) != 1:
        raise ValueError("path: the turn has {} artifacts {!r}, expected one".format(len(found) or "no", path))
    return found[0]


class AgentResultArtifacts(_TurnArtifacts):
    """The artifacts of a turn. Both methods raise ValueError if the turn does not have exactly one with the path."""

    def _find(self, path: str, options: Any) -> Any:
        artifacts = self._artifacts.list(self._session_id, **options)
        return _single([artifact for artifact in artifacts if self._matches(artifact, path)], path)

    def content(self, path: str, **options: Any) -> Any:
        """Return the content of an artifact."""
        return self._artifacts.content(self._find(path, options).id, session_id=self._session_id, **options)

    def download(self, path: str, *, to: Any, **options: Any) -> Any:
        """Save an artifact in the file `to`, and return the artifact."""
        artifact = self._find(path, options)
        streaming = self._artifacts.with_streaming_response
        with streaming.content(artifact.id, session_id=self._session_id, **options) as response:
            response.stream_to_file(to)
        return artifact


class AsyncAgentResultArtifacts(_TurnArtifacts):
    """Async variant of `AgentResultArtifacts`."""

    async def _find(self, path: str, options: Any) -> Any:
        artifacts = self._artifacts.list(self._session_id, **options)
        return _single([artifact async for artifact in artifacts if self._matches(artifact, path)], path)

    async def content(self, path: str, **options: Any) -> Any:
        """Return the content of an artifact."""
        artifact = await self._find(path, options)
        return await self._artifacts.content(artifact.id, session_id=self._session_id, **options)

    async def download(self, path: str, *, to: Any, **options: Any) -> Any:
        """Save an artifact in the file `to`, and return the artifact."""
        artifact = await self._find(path, options)
        streaming = self._artifacts.with_streaming_response
        async with streaming.content(artifact.id, session_id=self._session_id, **options) as response:
            await response.stream_to_file(to)
        return artifact


def artifacts_for_result(artifacts: Any, result: Any) -> Any:
    """Return the artifacts of the turn of an AgentTurnResult, to read or save them by their path."""
    return (AsyncAgentResultArtifacts if artifacts._is_async else AgentResultArtifacts)(artifacts, result)
