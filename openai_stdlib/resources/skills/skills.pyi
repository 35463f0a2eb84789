# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._types import CallOptions
from ..._config import Config
from ..._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Union
from typing_extensions import Literal
from ... import _legacy_response
from .content import (
    Content,
    AsyncContent,
    ContentWithRawResponse,
    AsyncContentWithRawResponse,
    ContentWithStreamingResponse,
    AsyncContentWithStreamingResponse,
)
from ..._types import Body, Omit, Query, Headers, NotGiven, FileTypes, SequenceNotStr, omit, not_given
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ...pagination import SyncCursorPage, AsyncCursorPage
from ...types.skill import Skill
from ..._base_client import AsyncPaginator
from .versions.versions import (
    Versions,
    AsyncVersions,
    VersionsWithRawResponse,
    AsyncVersionsWithRawResponse,
    VersionsWithStreamingResponse,
    AsyncVersionsWithStreamingResponse,
)
from ...types.deleted_skill import DeletedSkill

class Skills(SyncAPIResource):
    @property
    def content(self) -> Content: ...
    @property
    def versions(self) -> Versions: ...
    @property
    def with_raw_response(self) -> SkillsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> SkillsWithStreamingResponse: ...
    def create(
        self,
        *,
        files: Union[SequenceNotStr[FileTypes], FileTypes] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Skill:
        """POST /skills"""

    def retrieve(
        self,
        skill_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Skill:
        """GET /skills/{skill_id}"""

    def update(
        self,
        skill_id: str,
        *,
        default_version: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Skill:
        """POST /skills/{skill_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[Skill]:
        """GET /skills"""

    def delete(
        self,
        skill_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> DeletedSkill:
        """DELETE /skills/{skill_id}"""

class AsyncSkills(AsyncAPIResource):
    @property
    def content(self) -> AsyncContent: ...
    @property
    def versions(self) -> AsyncVersions: ...
    @property
    def with_raw_response(self) -> AsyncSkillsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncSkillsWithStreamingResponse: ...
    async def create(
        self,
        *,
        files: Union[SequenceNotStr[FileTypes], FileTypes] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Skill:
        """POST /skills"""

    async def retrieve(
        self,
        skill_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Skill:
        """GET /skills/{skill_id}"""

    async def update(
        self,
        skill_id: str,
        *,
        default_version: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Skill:
        """POST /skills/{skill_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[Skill, AsyncCursorPage[Skill]]:
        """GET /skills"""

    async def delete(
        self,
        skill_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> DeletedSkill:
        """DELETE /skills/{skill_id}"""

class SkillsWithRawResponse:
    def __init__(self, skills: Skills) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(skills.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(skills.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(skills.update)
        self.list = _legacy_response.to_raw_response_wrapper(skills.list)
        self.delete = _legacy_response.to_raw_response_wrapper(skills.delete)

    @property
    def content(self) -> ContentWithRawResponse: ...
    @property
    def versions(self) -> VersionsWithRawResponse: ...

class AsyncSkillsWithRawResponse:
    def __init__(self, skills: AsyncSkills) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(skills.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(skills.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(skills.update)
        self.list = _legacy_response.async_to_raw_response_wrapper(skills.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(skills.delete)

    @property
    def content(self) -> AsyncContentWithRawResponse: ...
    @property
    def versions(self) -> AsyncVersionsWithRawResponse: ...

class SkillsWithStreamingResponse:
    def __init__(self, skills: Skills) -> None:
        self.create = to_streamed_response_wrapper(skills.create)
        self.retrieve = to_streamed_response_wrapper(skills.retrieve)
        self.update = to_streamed_response_wrapper(skills.update)
        self.list = to_streamed_response_wrapper(skills.list)
        self.delete = to_streamed_response_wrapper(skills.delete)

    @property
    def content(self) -> ContentWithStreamingResponse: ...
    @property
    def versions(self) -> VersionsWithStreamingResponse: ...

class AsyncSkillsWithStreamingResponse:
    def __init__(self, skills: AsyncSkills) -> None:
        self.create = async_to_streamed_response_wrapper(skills.create)
        self.retrieve = async_to_streamed_response_wrapper(skills.retrieve)
        self.update = async_to_streamed_response_wrapper(skills.update)
        self.list = async_to_streamed_response_wrapper(skills.list)
        self.delete = async_to_streamed_response_wrapper(skills.delete)

    @property
    def content(self) -> AsyncContentWithStreamingResponse: ...
    @property
    def versions(self) -> AsyncVersionsWithStreamingResponse: ...
