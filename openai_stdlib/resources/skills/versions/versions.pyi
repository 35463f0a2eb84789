# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._types import CallOptions
from ...._config import Config
from ...._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Union
from typing_extensions import Literal
from .... import _legacy_response
from .content import (
    Content,
    AsyncContent,
    ContentWithRawResponse,
    AsyncContentWithRawResponse,
    ContentWithStreamingResponse,
    AsyncContentWithStreamingResponse,
)
from ...._types import Body, Omit, Query, Headers, NotGiven, FileTypes, SequenceNotStr, omit, not_given
from ...._resource import SyncAPIResource, AsyncAPIResource
from ...._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ....pagination import SyncCursorPage, AsyncCursorPage
from ...._base_client import AsyncPaginator
from ....types.skills.skill_version import SkillVersion
from ....types.skills.deleted_skill_version import DeletedSkillVersion

class Versions(SyncAPIResource):
    @property
    def content(self) -> Content: ...
    @property
    def with_raw_response(self) -> VersionsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> VersionsWithStreamingResponse: ...
    def create(
        self,
        skill_id: str,
        *,
        default: bool | Omit = omit,
        files: Union[SequenceNotStr[FileTypes], FileTypes] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SkillVersion:
        """POST /skills/{skill_id}/versions"""

    def retrieve(
        self,
        version: str,
        *,
        skill_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SkillVersion:
        """GET /skills/{skill_id}/versions/{version}"""

    def list(
        self,
        skill_id: str,
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
    ) -> SyncCursorPage[SkillVersion]:
        """GET /skills/{skill_id}/versions"""

    def delete(
        self,
        version: str,
        *,
        skill_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> DeletedSkillVersion:
        """DELETE /skills/{skill_id}/versions/{version}"""

class AsyncVersions(AsyncAPIResource):
    @property
    def content(self) -> AsyncContent: ...
    @property
    def with_raw_response(self) -> AsyncVersionsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncVersionsWithStreamingResponse: ...
    async def create(
        self,
        skill_id: str,
        *,
        default: bool | Omit = omit,
        files: Union[SequenceNotStr[FileTypes], FileTypes] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SkillVersion:
        """POST /skills/{skill_id}/versions"""

    async def retrieve(
        self,
        version: str,
        *,
        skill_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SkillVersion:
        """GET /skills/{skill_id}/versions/{version}"""

    def list(
        self,
        skill_id: str,
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
    ) -> AsyncPaginator[SkillVersion, AsyncCursorPage[SkillVersion]]:
        """GET /skills/{skill_id}/versions"""

    async def delete(
        self,
        version: str,
        *,
        skill_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> DeletedSkillVersion:
        """DELETE /skills/{skill_id}/versions/{version}"""

class VersionsWithRawResponse:
    def __init__(self, versions: Versions) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(versions.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(versions.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(versions.list)
        self.delete = _legacy_response.to_raw_response_wrapper(versions.delete)

    @property
    def content(self) -> ContentWithRawResponse: ...

class AsyncVersionsWithRawResponse:
    def __init__(self, versions: AsyncVersions) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(versions.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(versions.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(versions.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(versions.delete)

    @property
    def content(self) -> AsyncContentWithRawResponse: ...

class VersionsWithStreamingResponse:
    def __init__(self, versions: Versions) -> None:
        self.create = to_streamed_response_wrapper(versions.create)
        self.retrieve = to_streamed_response_wrapper(versions.retrieve)
        self.list = to_streamed_response_wrapper(versions.list)
        self.delete = to_streamed_response_wrapper(versions.delete)

    @property
    def content(self) -> ContentWithStreamingResponse: ...

class AsyncVersionsWithStreamingResponse:
    def __init__(self, versions: AsyncVersions) -> None:
        self.create = async_to_streamed_response_wrapper(versions.create)
        self.retrieve = async_to_streamed_response_wrapper(versions.retrieve)
        self.list = async_to_streamed_response_wrapper(versions.list)
        self.delete = async_to_streamed_response_wrapper(versions.delete)

    @property
    def content(self) -> AsyncContentWithStreamingResponse: ...
