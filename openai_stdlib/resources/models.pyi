# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .._types import CallOptions
from .._config import Config
from .._types import TimeoutTypes
from typing_extensions import Unpack
from .. import _legacy_response
from .._types import Body, Query, Headers, NotGiven, not_given
from .._resource import SyncAPIResource, AsyncAPIResource
from .._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from ..pagination import SyncPage, AsyncPage
from ..types.model import Model
from .._base_client import AsyncPaginator
from ..types.model_deleted import ModelDeleted

class Models(SyncAPIResource):
    @property
    def with_raw_response(self) -> ModelsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> ModelsWithStreamingResponse: ...
    def retrieve(
        self,
        model: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Model:
        """GET /models/{model}"""

    def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncPage[Model]:
        """GET /models"""

    def delete(
        self,
        model: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ModelDeleted:
        """DELETE /models/{model}"""

class AsyncModels(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncModelsWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncModelsWithStreamingResponse: ...
    async def retrieve(
        self,
        model: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> Model:
        """GET /models/{model}"""

    def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[Model, AsyncPage[Model]]:
        """GET /models"""

    async def delete(
        self,
        model: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> ModelDeleted:
        """DELETE /models/{model}"""

class ModelsWithRawResponse:
    def __init__(self, models: Models) -> None:
        self.retrieve = _legacy_response.to_raw_response_wrapper(models.retrieve)
        self.list = _legacy_response.to_raw_response_wrapper(models.list)
        self.delete = _legacy_response.to_raw_response_wrapper(models.delete)

class AsyncModelsWithRawResponse:
    def __init__(self, models: AsyncModels) -> None:
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(models.retrieve)
        self.list = _legacy_response.async_to_raw_response_wrapper(models.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(models.delete)

class ModelsWithStreamingResponse:
    def __init__(self, models: Models) -> None:
        self.retrieve = to_streamed_response_wrapper(models.retrieve)
        self.list = to_streamed_response_wrapper(models.list)
        self.delete = to_streamed_response_wrapper(models.delete)

class AsyncModelsWithStreamingResponse:
    def __init__(self, models: AsyncModels) -> None:
        self.retrieve = async_to_streamed_response_wrapper(models.retrieve)
        self.list = async_to_streamed_response_wrapper(models.list)
        self.delete = async_to_streamed_response_wrapper(models.delete)
