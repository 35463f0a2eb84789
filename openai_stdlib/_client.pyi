# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
"""The clients, with every option and resource."""

from os import PathLike
from types import TracebackType
from typing import IO, Any, Awaitable, Callable, Iterable, Literal, Mapping, Optional, Type, TypeVar, overload
from typing_extensions import Self, Unpack
from ._data_residency import DataResidency
from ._streaming import AsyncStream as AsyncStream
from ._streaming import Stream as Stream
from ._types import (
    AsyncHTTPClient,
    AsyncTransportTypes,
    AsyncWebSocketTransportTypes,
    Body,
    CallOptions,
    EventHook,
    HTTPClient,
    NotGiven,
    Omit,
    RequestFiles,
    TimeoutTypes,
    TransportTypes,
    URLLike,
    WebSocketTransportTypes,
)
from ._types import RequestOptions as RequestOptions
from .bulk.summary import BulkProgress, BulkSummary
from .bulk.tasks import AsyncBulk
from .bulk.threads import BulkRecords
from .call.limits import CancelToken
from .call.retry import RetryPolicy
from .call.timeout import Timeout as Timeout
from .call.url import BaseURL
from ._config import Config
from .config.settings import Settings
from .providers.base import Provider
from .rate_limits.limiter import RateLimiter
from .usage.ledger import Ledger
from .resources.admin.admin import (
    Admin,
    AsyncAdmin,
    AdminWithRawResponse,
    AsyncAdminWithRawResponse,
    AdminWithStreamingResponse,
    AsyncAdminWithStreamingResponse,
)
from .resources.audio.audio import (
    Audio,
    AsyncAudio,
    AudioWithRawResponse,
    AsyncAudioWithRawResponse,
    AudioWithStreamingResponse,
    AsyncAudioWithStreamingResponse,
)
from .resources.batches import (
    Batches,
    AsyncBatches,
    BatchesWithRawResponse,
    AsyncBatchesWithRawResponse,
    BatchesWithStreamingResponse,
    AsyncBatchesWithStreamingResponse,
)
from .resources.beta.beta import (
    Beta,
    AsyncBeta,
    BetaWithRawResponse,
    AsyncBetaWithRawResponse,
    BetaWithStreamingResponse,
    AsyncBetaWithStreamingResponse,
)
from .resources.chat.chat import (
    Chat,
    AsyncChat,
    ChatWithRawResponse,
    AsyncChatWithRawResponse,
    ChatWithStreamingResponse,
    AsyncChatWithStreamingResponse,
)
from .resources.completions import (
    Completions,
    AsyncCompletions,
    CompletionsWithRawResponse,
    AsyncCompletionsWithRawResponse,
    CompletionsWithStreamingResponse,
    AsyncCompletionsWithStreamingResponse,
)
from .resources.containers.containers import (
    Containers,
    AsyncContainers,
    ContainersWithRawResponse,
    AsyncContainersWithRawResponse,
    ContainersWithStreamingResponse,
    AsyncContainersWithStreamingResponse,
)
from .resources.content_provenance_checks import (
    ContentProvenanceChecks,
    AsyncContentProvenanceChecks,
    ContentProvenanceChecksWithRawResponse,
    AsyncContentProvenanceChecksWithRawResponse,
    ContentProvenanceChecksWithStreamingResponse,
    AsyncContentProvenanceChecksWithStreamingResponse,
)
from .resources.conversations.conversations import (
    Conversations,
    AsyncConversations,
    ConversationsWithRawResponse,
    AsyncConversationsWithRawResponse,
    ConversationsWithStreamingResponse,
    AsyncConversationsWithStreamingResponse,
)
from .resources.decisions import (
    Decisions,
    AsyncDecisions,
    DecisionsWithRawResponse,
    AsyncDecisionsWithRawResponse,
    DecisionsWithStreamingResponse,
    AsyncDecisionsWithStreamingResponse,
)
from .resources.embeddings import (
    Embeddings,
    AsyncEmbeddings,
    EmbeddingsWithRawResponse,
    AsyncEmbeddingsWithRawResponse,
    EmbeddingsWithStreamingResponse,
    AsyncEmbeddingsWithStreamingResponse,
)
from .resources.evals.evals import (
    Evals,
    AsyncEvals,
    EvalsWithRawResponse,
    AsyncEvalsWithRawResponse,
    EvalsWithStreamingResponse,
    AsyncEvalsWithStreamingResponse,
)
from .resources.files import (
    Files,
    AsyncFiles,
    FilesWithRawResponse,
    AsyncFilesWithRawResponse,
    FilesWithStreamingResponse,
    AsyncFilesWithStreamingResponse,
)
from .resources.fine_tuning.fine_tuning import (
    FineTuning,
    AsyncFineTuning,
    FineTuningWithRawResponse,
    AsyncFineTuningWithRawResponse,
    FineTuningWithStreamingResponse,
    AsyncFineTuningWithStreamingResponse,
)
from .resources.images import (
    Images,
    AsyncImages,
    ImagesWithRawResponse,
    AsyncImagesWithRawResponse,
    ImagesWithStreamingResponse,
    AsyncImagesWithStreamingResponse,
)
from .resources.live.live import (
    Live,
    AsyncLive,
    LiveWithRawResponse,
    AsyncLiveWithRawResponse,
    LiveWithStreamingResponse,
    AsyncLiveWithStreamingResponse,
)
from .resources.models import (
    Models,
    AsyncModels,
    ModelsWithRawResponse,
    AsyncModelsWithRawResponse,
    ModelsWithStreamingResponse,
    AsyncModelsWithStreamingResponse,
)
from .resources.moderations import (
    Moderations,
    AsyncModerations,
    ModerationsWithRawResponse,
    AsyncModerationsWithRawResponse,
    ModerationsWithStreamingResponse,
    AsyncModerationsWithStreamingResponse,
)
from .resources.realtime.realtime import (
    Realtime,
    AsyncRealtime,
    RealtimeWithRawResponse,
    AsyncRealtimeWithRawResponse,
    RealtimeWithStreamingResponse,
    AsyncRealtimeWithStreamingResponse,
)
from .resources.responses.responses import (
    Responses,
    AsyncResponses,
    ResponsesWithRawResponse,
    AsyncResponsesWithRawResponse,
    ResponsesWithStreamingResponse,
    AsyncResponsesWithStreamingResponse,
)
from .resources.safety.safety import (
    Safety,
    AsyncSafety,
    SafetyWithRawResponse,
    AsyncSafetyWithRawResponse,
    SafetyWithStreamingResponse,
    AsyncSafetyWithStreamingResponse,
)
from .resources.skills.skills import (
    Skills,
    AsyncSkills,
    SkillsWithRawResponse,
    AsyncSkillsWithRawResponse,
    SkillsWithStreamingResponse,
    AsyncSkillsWithStreamingResponse,
)
from .resources.uploads.uploads import (
    Uploads,
    AsyncUploads,
    UploadsWithRawResponse,
    AsyncUploadsWithRawResponse,
    UploadsWithStreamingResponse,
    AsyncUploadsWithStreamingResponse,
)
from .resources.vector_stores.vector_stores import (
    VectorStores,
    AsyncVectorStores,
    VectorStoresWithRawResponse,
    AsyncVectorStoresWithRawResponse,
    VectorStoresWithStreamingResponse,
    AsyncVectorStoresWithStreamingResponse,
)
from .resources.videos import (
    Videos,
    AsyncVideos,
    VideosWithRawResponse,
    AsyncVideosWithRawResponse,
    VideosWithStreamingResponse,
    AsyncVideosWithStreamingResponse,
)
from .resources.webhooks.webhooks import (
    Webhooks,
    AsyncWebhooks,
    WebhooksWithRawResponse,
    AsyncWebhooksWithRawResponse,
    WebhooksWithStreamingResponse,
    AsyncWebhooksWithStreamingResponse,
)

_T = TypeVar("_T")

class OpenAI:
    api_key: str
    admin_api_key: Optional[str]
    organization: Optional[str]
    project: Optional[str]
    webhook_secret: Optional[str]
    timeout: float | Timeout | None
    max_retries: int
    websocket_base_url: str | URLLike | None
    websocket_transport: WebSocketTransportTypes | None

    def __init__(
        self,
        *,
        api_key: str | Callable[[], str] | None = None,
        admin_api_key: str | None = None,
        workload_identity: Mapping[str, Any] | None = None,
        organization: str | None = None,
        project: str | None = None,
        webhook_secret: str | None = None,
        provider: Provider | str | Mapping[str, Any] | None = None,
        base_url: str | URLLike | None = None,
        data_residency: DataResidency | None = None,
        websocket_base_url: str | URLLike | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = ...,
        max_retries: int | NotGiven = ...,
        default_headers: Mapping[str, str | Omit] | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: HTTPClient | None = None,
        retry_policy: RetryPolicy | None = None,
        application: str | None = None,
        config: Config | None = None,
        transport: TransportTypes | None = None,
        websocket_transport: WebSocketTransportTypes | None = None,
        on_event: EventHook | None = None,
        content: bool | None = None,
        rate_limiter: RateLimiter | None = None,
        ledger: Ledger | None = None,
        ledger_label: str | None = None,
        environment: bool | Mapping[str, str] = True,
        _strict_response_validation: bool = False,
        _enforce_credentials: bool = True,
    ) -> None: ...
    @property
    def admin(self) -> Admin: ...
    @property
    def audio(self) -> Audio: ...
    @property
    def batches(self) -> Batches: ...
    @property
    def beta(self) -> Beta: ...
    @property
    def chat(self) -> Chat: ...
    @property
    def completions(self) -> Completions: ...
    @property
    def containers(self) -> Containers: ...
    @property
    def content_provenance_checks(self) -> ContentProvenanceChecks: ...
    @property
    def conversations(self) -> Conversations: ...
    @property
    def decisions(self) -> Decisions: ...
    @property
    def embeddings(self) -> Embeddings: ...
    @property
    def evals(self) -> Evals: ...
    @property
    def files(self) -> Files: ...
    @property
    def fine_tuning(self) -> FineTuning: ...
    @property
    def images(self) -> Images: ...
    @property
    def live(self) -> Live: ...
    @property
    def models(self) -> Models: ...
    @property
    def moderations(self) -> Moderations: ...
    @property
    def realtime(self) -> Realtime: ...
    @property
    def responses(self) -> Responses: ...
    @property
    def safety(self) -> Safety: ...
    @property
    def skills(self) -> Skills: ...
    @property
    def uploads(self) -> Uploads: ...
    @property
    def vector_stores(self) -> VectorStores: ...
    @property
    def videos(self) -> Videos: ...
    @property
    def webhooks(self) -> Webhooks: ...
    @property
    def legacy(self) -> Any: ...
    @property
    def with_raw_response(self) -> OpenAIWithRawResponse: ...
    @property
    def with_streaming_response(self) -> OpenAIWithStreamedResponse: ...
    @property
    def base_url(self) -> BaseURL: ...
    @base_url.setter
    def base_url(self, url: str | URLLike) -> None: ...
    @property
    def settings(self) -> Settings: ...
    @property
    def default_headers(self) -> Mapping[str, str]: ...
    @property
    def default_query(self) -> Mapping[str, Any]: ...
    def copy(
        self,
        *,
        api_key: str | Callable[[], str] | None = None,
        admin_api_key: str | None = None,
        workload_identity: Mapping[str, Any] | None = None,
        organization: str | None = None,
        project: str | None = None,
        webhook_secret: str | None = None,
        provider: Provider | str | Mapping[str, Any] | None = None,
        base_url: str | URLLike | None = None,
        data_residency: DataResidency | None = None,
        websocket_base_url: str | URLLike | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = ...,
        max_retries: int | NotGiven = ...,
        default_headers: Mapping[str, str | Omit] | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: HTTPClient | None = None,
        retry_policy: RetryPolicy | None = None,
        application: str | None = None,
        config: Config | None = None,
        transport: TransportTypes | None = None,
        websocket_transport: WebSocketTransportTypes | None = None,
        on_event: EventHook | None = None,
        content: bool | None = None,
        rate_limiter: RateLimiter | None = None,
        ledger: Ledger | None = None,
        ledger_label: str | None = None,
        set_default_headers: Mapping[str, str | Omit] | None = None,
        set_default_query: Mapping[str, object] | None = None,
        environment: bool | Mapping[str, str] | None = None,
        _strict_response_validation: bool | None = None,
        _enforce_credentials: bool | None = None,
        _extra_kwargs: Mapping[str, Any] | None = None,
    ) -> Self: ...
    def with_options(
        self,
        *,
        api_key: str | Callable[[], str] | None = None,
        admin_api_key: str | None = None,
        workload_identity: Mapping[str, Any] | None = None,
        organization: str | None = None,
        project: str | None = None,
        webhook_secret: str | None = None,
        provider: Provider | str | Mapping[str, Any] | None = None,
        base_url: str | URLLike | None = None,
        data_residency: DataResidency | None = None,
        websocket_base_url: str | URLLike | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = ...,
        max_retries: int | NotGiven = ...,
        default_headers: Mapping[str, str | Omit] | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: HTTPClient | None = None,
        retry_policy: RetryPolicy | None = None,
        application: str | None = None,
        config: Config | None = None,
        transport: TransportTypes | None = None,
        websocket_transport: WebSocketTransportTypes | None = None,
        on_event: EventHook | None = None,
        content: bool | None = None,
        rate_limiter: RateLimiter | None = None,
        ledger: Ledger | None = None,
        ledger_label: str | None = None,
        set_default_headers: Mapping[str, str | Omit] | None = None,
        set_default_query: Mapping[str, object] | None = None,
        environment: bool | Mapping[str, str] | None = None,
        _strict_response_validation: bool | None = None,
        _enforce_credentials: bool | None = None,
        _extra_kwargs: Mapping[str, Any] | None = None,
    ) -> Self: ...
    @overload
    def get(
        self,
        path: str,
        *,
        cast_to: Type[_T],
        options: RequestOptions = ...,
        stream: Literal[False] = False,
        **call_options: Unpack[CallOptions],
    ) -> _T: ...
    @overload
    def get(
        self,
        path: str,
        *,
        cast_to: Any = None,
        options: RequestOptions = ...,
        stream: bool = False,
        stream_cls: Any = None,
        **call_options: Unpack[CallOptions],
    ) -> Any: ...
    @overload
    def post(
        self,
        path: str,
        *,
        cast_to: Type[_T],
        body: Body | None = None,
        content: Any = None,
        files: RequestFiles | None = None,
        options: RequestOptions = ...,
        stream: Literal[False] = False,
        **call_options: Unpack[CallOptions],
    ) -> _T: ...
    @overload
    def post(
        self,
        path: str,
        *,
        cast_to: Any = None,
        body: Body | None = None,
        content: Any = None,
        files: RequestFiles | None = None,
        options: RequestOptions = ...,
        stream: bool = False,
        stream_cls: Any = None,
        **call_options: Unpack[CallOptions],
    ) -> Any: ...
    @overload
    def put(
        self,
        path: str,
        *,
        cast_to: Type[_T],
        body: Body | None = None,
        content: Any = None,
        files: RequestFiles | None = None,
        options: RequestOptions = ...,
        stream: Literal[False] = False,
        **call_options: Unpack[CallOptions],
    ) -> _T: ...
    @overload
    def put(
        self,
        path: str,
        *,
        cast_to: Any = None,
        body: Body | None = None,
        content: Any = None,
        files: RequestFiles | None = None,
        options: RequestOptions = ...,
        stream: bool = False,
        stream_cls: Any = None,
        **call_options: Unpack[CallOptions],
    ) -> Any: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        cast_to: Type[_T],
        body: Body | None = None,
        content: Any = None,
        files: RequestFiles | None = None,
        options: RequestOptions = ...,
        stream: Literal[False] = False,
        **call_options: Unpack[CallOptions],
    ) -> _T: ...
    @overload
    def patch(
        self,
        path: str,
        *,
        cast_to: Any = None,
        body: Body | None = None,
        content: Any = None,
        files: RequestFiles | None = None,
        options: RequestOptions = ...,
        stream: bool = False,
        stream_cls: Any = None,
        **call_options: Unpack[CallOptions],
    ) -> Any: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        cast_to: Type[_T],
        body: Body | None = None,
        content: Any = None,
        files: RequestFiles | None = None,
        options: RequestOptions = ...,
        stream: Literal[False] = False,
        **call_options: Unpack[CallOptions],
    ) -> _T: ...
    @overload
    def delete(
        self,
        path: str,
        *,
        cast_to: Any = None,
        body: Body | None = None,
        content: Any = None,
        files: RequestFiles | None = None,
        options: RequestOptions = ...,
        stream: bool = False,
        stream_cls: Any = None,
        **call_options: Unpack[CallOptions],
    ) -> Any: ...
    @overload
    def request(
        self,
        method: str,
        path: str,
        *,
        cast_to: Type[_T],
        body: Body | None = None,
        content: Any = None,
        files: RequestFiles | None = None,
        options: RequestOptions = ...,
        stream: Literal[False] = False,
        **call_options: Unpack[CallOptions],
    ) -> _T: ...
    @overload
    def request(
        self,
        method: str,
        path: str,
        *,
        cast_to: Any = None,
        body: Body | None = None,
        content: Any = None,
        files: RequestFiles | None = None,
        options: RequestOptions = ...,
        stream: bool = False,
        stream_cls: Any = None,
        **call_options: Unpack[CallOptions],
    ) -> Any: ...
    @overload
    def bulk(
        self,
        rows: str | PathLike[str] | IO[Any] | Iterable[Any],
        output: str | PathLike[str],
        *,
        concurrency: int = 64,
        ordered: bool = False,
        limit: int | None = None,
        retry_failed: bool = False,
        stop_after: int | None = 20,
        progress: Callable[[BulkProgress], object] | None = None,
        template: Any = None,
        format: Literal["jsonl", "csv", "tsv"] | None = None,
        endpoint: str | None = None,
        model: str | None = None,
        skip_invalid: bool = False,
    ) -> BulkSummary: ...
    @overload
    def bulk(
        self,
        rows: str | PathLike[str] | IO[Any] | Iterable[Any],
        output: None = None,
        *,
        concurrency: int = 64,
        ordered: bool = False,
        limit: int | None = None,
        retry_failed: bool = False,
        stop_after: int | None = 20,
        progress: Callable[[BulkProgress], object] | None = None,
        template: Any = None,
        format: Literal["jsonl", "csv", "tsv"] | None = None,
        endpoint: str | None = None,
        model: str | None = None,
        skip_invalid: bool = False,
    ) -> BulkRecords: ...
    def wait(
        self,
        obj: _T,
        *,
        poll_interval: Optional[float] = None,
        deadline: Optional[float] = None,
        progress: Optional[Callable[[int, Any], object]] = None,
        cancel: Optional[CancelToken] = None,
    ) -> _T: ...
    def is_closed(self) -> bool: ...
    def close(self) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, exc_type: Optional[Type[BaseException]], exc: Optional[BaseException], exc_tb: Optional[TracebackType]
    ) -> None: ...

class OpenAIWithRawResponse:
    @property
    def admin(self) -> AdminWithRawResponse: ...
    @property
    def audio(self) -> AudioWithRawResponse: ...
    @property
    def batches(self) -> BatchesWithRawResponse: ...
    @property
    def beta(self) -> BetaWithRawResponse: ...
    @property
    def chat(self) -> ChatWithRawResponse: ...
    @property
    def completions(self) -> CompletionsWithRawResponse: ...
    @property
    def containers(self) -> ContainersWithRawResponse: ...
    @property
    def content_provenance_checks(self) -> ContentProvenanceChecksWithRawResponse: ...
    @property
    def conversations(self) -> ConversationsWithRawResponse: ...
    @property
    def decisions(self) -> DecisionsWithRawResponse: ...
    @property
    def embeddings(self) -> EmbeddingsWithRawResponse: ...
    @property
    def evals(self) -> EvalsWithRawResponse: ...
    @property
    def files(self) -> FilesWithRawResponse: ...
    @property
    def fine_tuning(self) -> FineTuningWithRawResponse: ...
    @property
    def images(self) -> ImagesWithRawResponse: ...
    @property
    def live(self) -> LiveWithRawResponse: ...
    @property
    def models(self) -> ModelsWithRawResponse: ...
    @property
    def moderations(self) -> ModerationsWithRawResponse: ...
    @property
    def realtime(self) -> RealtimeWithRawResponse: ...
    @property
    def responses(self) -> ResponsesWithRawResponse: ...
    @property
    def safety(self) -> SafetyWithRawResponse: ...
    @property
    def skills(self) -> SkillsWithRawResponse: ...
    @property
    def uploads(self) -> UploadsWithRawResponse: ...
    @property
    def vector_stores(self) -> VectorStoresWithRawResponse: ...
    @property
    def videos(self) -> VideosWithRawResponse: ...
    @property
    def webhooks(self) -> WebhooksWithRawResponse: ...

class OpenAIWithStreamedResponse:
    @property
    def admin(self) -> AdminWithStreamingResponse: ...
    @property
    def audio(self) -> AudioWithStreamingResponse: ...
    @property
    def batches(self) -> BatchesWithStreamingResponse: ...
    @property
    def beta(self) -> BetaWithStreamingResponse: ...
    @property
    def chat(self) -> ChatWithStreamingResponse: ...
    @property
    def completions(self) -> CompletionsWithStreamingResponse: ...
    @property
    def containers(self) -> ContainersWithStreamingResponse: ...
    @property
    def content_provenance_checks(self) -> ContentProvenanceChecksWithStreamingResponse: ...
    @property
    def conversations(self) -> ConversationsWithStreamingResponse: ...
    @property
    def decisions(self) -> DecisionsWithStreamingResponse: ...
    @property
    def embeddings(self) -> EmbeddingsWithStreamingResponse: ...
    @property
    def evals(self) -> EvalsWithStreamingResponse: ...
    @property
    def files(self) -> FilesWithStreamingResponse: ...
    @property
    def fine_tuning(self) -> FineTuningWithStreamingResponse: ...
    @property
    def images(self) -> ImagesWithStreamingResponse: ...
    @property
    def live(self) -> LiveWithStreamingResponse: ...
    @property
    def models(self) -> ModelsWithStreamingResponse: ...
    @property
    def moderations(self) -> ModerationsWithStreamingResponse: ...
    @property
    def realtime(self) -> RealtimeWithStreamingResponse: ...
    @property
    def responses(self) -> ResponsesWithStreamingResponse: ...
    @property
    def safety(self) -> SafetyWithStreamingResponse: ...
    @property
    def skills(self) -> SkillsWithStreamingResponse: ...
    @property
    def uploads(self) -> UploadsWithStreamingResponse: ...
    @property
    def vector_stores(self) -> VectorStoresWithStreamingResponse: ...
    @property
    def videos(self) -> VideosWithStreamingResponse: ...
    @property
    def webhooks(self) -> WebhooksWithStreamingResponse: ...

class AsyncOpenAI:
    api_key: str
    admin_api_key: Optional[str]
    organization: Optional[str]
    project: Optional[str]
    webhook_secret: Optional[str]
    timeout: float | Timeout | None
    max_retries: int
    websocket_base_url: str | URLLike | None
    websocket_transport: AsyncWebSocketTransportTypes | None

    def __init__(
        self,
        *,
        api_key: str | Callable[[], str | Awaitable[str]] | None = None,
        admin_api_key: str | None = None,
        workload_identity: Mapping[str, Any] | None = None,
        organization: str | None = None,
        project: str | None = None,
        webhook_secret: str | None = None,
        provider: Provider | str | Mapping[str, Any] | None = None,
        base_url: str | URLLike | None = None,
        data_residency: DataResidency | None = None,
        websocket_base_url: str | URLLike | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = ...,
        max_retries: int | NotGiven = ...,
        default_headers: Mapping[str, str | Omit] | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: AsyncHTTPClient | None = None,
        retry_policy: RetryPolicy | None = None,
        application: str | None = None,
        config: Config | None = None,
        transport: AsyncTransportTypes | None = None,
        websocket_transport: AsyncWebSocketTransportTypes | None = None,
        on_event: EventHook | None = None,
        content: bool | None = None,
        rate_limiter: RateLimiter | None = None,
        ledger: Ledger | None = None,
        ledger_label: str | None = None,
        environment: bool | Mapping[str, str] = True,
        _strict_response_validation: bool = False,
        _enforce_credentials: bool = True,
    ) -> None: ...
    @property
    def admin(self) -> AsyncAdmin: ...
    @property
    def audio(self) -> AsyncAudio: ...
    @property
    def batches(self) -> AsyncBatches: ...
    @property
    def beta(self) -> AsyncBeta: ...
    @property
    def chat(self) -> AsyncChat: ...
    @property
    def completions(self) -> AsyncCompletions: ...
    @property
    def containers(self) -> AsyncContainers: ...
    @property
    def content_provenance_checks(self) -> AsyncContentProvenanceChecks: ...
    @property
    def conversations(self) -> AsyncConversations: ...
    @property
    def decisions(self) -> AsyncDecisions: ...
    @property
    def embeddings(self) -> AsyncEmbeddings: ...
    @property
    def evals(self) -> AsyncEvals: ...
    @property
    def files(self) -> AsyncFiles: ...
    @property
    def fine_tuning(self) -> AsyncFineTuning: ...
    @property
    def images(self) -> AsyncImages: ...
    @property
    def live(self) -> AsyncLive: ...
    @property
    def models(self) -> AsyncModels: ...
    @property
    def moderations(self) -> AsyncModerations: ...
    @property
    def realtime(self) -> AsyncRealtime: ...
    @property
    def responses(self) -> AsyncResponses: ...
    @property
    def safety(self) -> AsyncSafety: ...
    @property
    def skills(self) -> AsyncSkills: ...
    @property
    def uploads(self) -> AsyncUploads: ...
    @property
    def vector_stores(self) -> AsyncVectorStores: ...
    @property
    def videos(self) -> AsyncVideos: ...
    @property
    def webhooks(self) -> AsyncWebhooks: ...
    @property
    def legacy(self) -> Any: ...
    @property
    def with_raw_response(self) -> AsyncOpenAIWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncOpenAIWithStreamedResponse: ...
    @property
    def base_url(self) -> BaseURL: ...
    @base_url.setter
    def base_url(self, url: str | URLLike) -> None: ...
    @property
    def settings(self) -> Settings: ...
    @property
    def default_headers(self) -> Mapping[str, str]: ...
    @property
    def default_query(self) -> Mapping[str, Any]: ...
    def copy(
        self,
        *,
        api_key: str | Callable[[], str | Awaitable[str]] | None = None,
        admin_api_key: str | None = None,
        workload_identity: Mapping[str, Any] | None = None,
        organization: str | None = None,
        project: str | None = None,
        webhook_secret: str | None = None,
        provider: Provider | str | Mapping[str, Any] | None = None,
        base_url: str | URLLike | None = None,
        data_residency: DataResidency | None = None,
        websocket_base_url: str | URLLike | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = ...,
        max_retries: int | NotGiven = ...,
        default_headers: Mapping[str, str | Omit] | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: AsyncHTTPClient | None = None,
        retry_policy: RetryPolicy | None = None,
        application: str | None = None,
        config: Config | None = None,
        transport: AsyncTransportTypes | None = None,
        websocket_transport: AsyncWebSocketTransportTypes | None = None,
        on_event: EventHook | None = None,
        content: bool | None = None,
        rate_limiter: RateLimiter | None = None,
        ledger: Ledger | None = None,
        ledger_label: str | None = None,
        set_default_headers: Mapping[str, str | Omit] | None = None,
        set_default_query: Mapping[str, object] | None = None,
        environment: bool | Mapping[str, str] | None = None,
        _strict_response_validation: bool | None = None,
        _enforce_credentials: bool | None = None,
        _extra_kwargs: Mapping[str, Any] | None = None,
    ) -> Self: ...
    def with_options(
        self,
        *,
        api_key: str | Callable[[], str | Awaitable[str]] | None = None,
        admin_api_key: str | None = None,
        workload_identity: Mapping[str, Any] | None = None,
        organization: str | None = None,
        project: str | None = None,
        webhook_secret: str | None = None,
        provider: Provider | str | Mapping[str, Any] | None = None,
        base_url: str | URLLike | None = None,
        data_residency: DataResidency | None = None,
        websocket_base_url: str | URLLike | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = ...,
        max_retries: int | NotGiven = ...,
        default_headers: Mapping[str, str | Omit] | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: AsyncHTTPClient | None = None,
        retry_policy: RetryPolicy | None = None,
        application: str | None = None,
        config: Config | None = None,
        transport: AsyncTransportTypes | None = None,
        websocket_transport: AsyncWebSocketTransportTypes | None = None,
        on_event: EventHook | None = None,
        content: bool | None = None,
        rate_limiter: RateLimiter | None = None,
        ledger: Ledger | None = None,
        ledger_label: str | None = None,
        set_default_headers: Mapping[str, str | Omit] | None = None,
        set_default_query: Mapping[str, object] | None = None,
        environment: bool | Mapping[str, str] | None = None,
        _strict_response_validation: bool | None = None,
        _enforce_credentials: bool | None = None,
        _extra_kwargs: Mapping[str, Any] | None = None,
    ) -> Self: ...
    @overload
    async def get(
        self,
        path: str,
        *,
        cast_to: Type[_T],
        options: RequestOptions = ...,
        stream: Literal[False] = False,
        **call_options: Unpack[CallOptions],
    ) -> _T: ...
    @overload
    async def get(
        self,
        path: str,
        *,
        cast_to: Any = None,
        options: RequestOptions = ...,
        stream: bool = False,
        stream_cls: Any = None,
        **call_options: Unpack[CallOptions],
    ) -> Any: ...
    @overload
    async def post(
        self,
        path: str,
        *,
        cast_to: Type[_T],
        body: Body | None = None,
        content: Any = None,
        files: RequestFiles | None = None,
        options: RequestOptions = ...,
        stream: Literal[False] = False,
        **call_options: Unpack[CallOptions],
    ) -> _T: ...
    @overload
    async def post(
        self,
        path: str,
        *,
        cast_to: Any = None,
        body: Body | None = None,
        content: Any = None,
        files: RequestFiles | None = None,
        options: RequestOptions = ...,
        stream: bool = False,
        stream_cls: Any = None,
        **call_options: Unpack[CallOptions],
    ) -> Any: ...
    @overload
    async def put(
        self,
        path: str,
        *,
        cast_to: Type[_T],
        body: Body | None = None,
        content: Any = None,
        files: RequestFiles | None = None,
        options: RequestOptions = ...,
        stream: Literal[False] = False,
        **call_options: Unpack[CallOptions],
    ) -> _T: ...
    @overload
    async def put(
        self,
        path: str,
        *,
        cast_to: Any = None,
        body: Body | None = None,
        content: Any = None,
        files: RequestFiles | None = None,
        options: RequestOptions = ...,
        stream: bool = False,
        stream_cls: Any = None,
        **call_options: Unpack[CallOptions],
    ) -> Any: ...
    @overload
    async def patch(
        self,
        path: str,
        *,
        cast_to: Type[_T],
        body: Body | None = None,
        content: Any = None,
        files: RequestFiles | None = None,
        options: RequestOptions = ...,
        stream: Literal[False] = False,
        **call_options: Unpack[CallOptions],
    ) -> _T: ...
    @overload
    async def patch(
        self,
        path: str,
        *,
        cast_to: Any = None,
        body: Body | None = None,
        content: Any = None,
        files: RequestFiles | None = None,
        options: RequestOptions = ...,
        stream: bool = False,
        stream_cls: Any = None,
        **call_options: Unpack[CallOptions],
    ) -> Any: ...
    @overload
    async def delete(
        self,
        path: str,
        *,
        cast_to: Type[_T],
        body: Body | None = None,
        content: Any = None,
        files: RequestFiles | None = None,
        options: RequestOptions = ...,
        stream: Literal[False] = False,
        **call_options: Unpack[CallOptions],
    ) -> _T: ...
    @overload
    async def delete(
        self,
        path: str,
        *,
        cast_to: Any = None,
        body: Body | None = None,
        content: Any = None,
        files: RequestFiles | None = None,
        options: RequestOptions = ...,
        stream: bool = False,
        stream_cls: Any = None,
        **call_options: Unpack[CallOptions],
    ) -> Any: ...
    @overload
    async def request(
        self,
        method: str,
        path: str,
        *,
        cast_to: Type[_T],
        body: Body | None = None,
        content: Any = None,
        files: RequestFiles | None = None,
        options: RequestOptions = ...,
        stream: Literal[False] = False,
        **call_options: Unpack[CallOptions],
    ) -> _T: ...
    @overload
    async def request(
        self,
        method: str,
        path: str,
        *,
        cast_to: Any = None,
        body: Body | None = None,
        content: Any = None,
        files: RequestFiles | None = None,
        options: RequestOptions = ...,
        stream: bool = False,
        stream_cls: Any = None,
        **call_options: Unpack[CallOptions],
    ) -> Any: ...
    def bulk(
        self,
        rows: str | PathLike[str] | IO[Any] | Iterable[Any],
        output: str | PathLike[str] | None = None,
        *,
        concurrency: int = 64,
        ordered: bool = False,
        limit: int | None = None,
        retry_failed: bool = False,
        stop_after: int | None = 20,
        progress: Callable[[BulkProgress], object] | None = None,
        template: Any = None,
        format: Literal["jsonl", "csv", "tsv"] | None = None,
        endpoint: str | None = None,
        model: str | None = None,
        skip_invalid: bool = False,
    ) -> AsyncBulk: ...
    async def wait(
        self,
        obj: _T,
        *,
        poll_interval: Optional[float] = None,
        deadline: Optional[float] = None,
        progress: Optional[Callable[[int, Any], object]] = None,
        cancel: Optional[CancelToken] = None,
    ) -> _T: ...
    def is_closed(self) -> bool: ...
    async def close(self) -> None: ...
    async def aclose(self) -> None: ...
    async def __aenter__(self) -> Self: ...
    async def __aexit__(
        self, exc_type: Optional[Type[BaseException]], exc: Optional[BaseException], exc_tb: Optional[TracebackType]
    ) -> None: ...

class AsyncOpenAIWithRawResponse:
    @property
    def admin(self) -> AsyncAdminWithRawResponse: ...
    @property
    def audio(self) -> AsyncAudioWithRawResponse: ...
    @property
    def batches(self) -> AsyncBatchesWithRawResponse: ...
    @property
    def beta(self) -> AsyncBetaWithRawResponse: ...
    @property
    def chat(self) -> AsyncChatWithRawResponse: ...
    @property
    def completions(self) -> AsyncCompletionsWithRawResponse: ...
    @property
    def containers(self) -> AsyncContainersWithRawResponse: ...
    @property
    def content_provenance_checks(self) -> AsyncContentProvenanceChecksWithRawResponse: ...
    @property
    def conversations(self) -> AsyncConversationsWithRawResponse: ...
    @property
    def decisions(self) -> AsyncDecisionsWithRawResponse: ...
    @property
    def embeddings(self) -> AsyncEmbeddingsWithRawResponse: ...
    @property
    def evals(self) -> AsyncEvalsWithRawResponse: ...
    @property
    def files(self) -> AsyncFilesWithRawResponse: ...
    @property
    def fine_tuning(self) -> AsyncFineTuningWithRawResponse: ...
    @property
    def images(self) -> AsyncImagesWithRawResponse: ...
    @property
    def live(self) -> AsyncLiveWithRawResponse: ...
    @property
    def models(self) -> AsyncModelsWithRawResponse: ...
    @property
    def moderations(self) -> AsyncModerationsWithRawResponse: ...
    @property
    def realtime(self) -> AsyncRealtimeWithRawResponse: ...
    @property
    def responses(self) -> AsyncResponsesWithRawResponse: ...
    @property
    def safety(self) -> AsyncSafetyWithRawResponse: ...
    @property
    def skills(self) -> AsyncSkillsWithRawResponse: ...
    @property
    def uploads(self) -> AsyncUploadsWithRawResponse: ...
    @property
    def vector_stores(self) -> AsyncVectorStoresWithRawResponse: ...
    @property
    def videos(self) -> AsyncVideosWithRawResponse: ...
    @property
    def webhooks(self) -> AsyncWebhooksWithRawResponse: ...

class AsyncOpenAIWithStreamedResponse:
    @property
    def admin(self) -> AsyncAdminWithStreamingResponse: ...
    @property
    def audio(self) -> AsyncAudioWithStreamingResponse: ...
    @property
    def batches(self) -> AsyncBatchesWithStreamingResponse: ...
    @property
    def beta(self) -> AsyncBetaWithStreamingResponse: ...
    @property
    def chat(self) -> AsyncChatWithStreamingResponse: ...
    @property
    def completions(self) -> AsyncCompletionsWithStreamingResponse: ...
    @property
    def containers(self) -> AsyncContainersWithStreamingResponse: ...
    @property
    def content_provenance_checks(self) -> AsyncContentProvenanceChecksWithStreamingResponse: ...
    @property
    def conversations(self) -> AsyncConversationsWithStreamingResponse: ...
    @property
    def decisions(self) -> AsyncDecisionsWithStreamingResponse: ...
    @property
    def embeddings(self) -> AsyncEmbeddingsWithStreamingResponse: ...
    @property
    def evals(self) -> AsyncEvalsWithStreamingResponse: ...
    @property
    def files(self) -> AsyncFilesWithStreamingResponse: ...
    @property
    def fine_tuning(self) -> AsyncFineTuningWithStreamingResponse: ...
    @property
    def images(self) -> AsyncImagesWithStreamingResponse: ...
    @property
    def live(self) -> AsyncLiveWithStreamingResponse: ...
    @property
    def models(self) -> AsyncModelsWithStreamingResponse: ...
    @property
    def moderations(self) -> AsyncModerationsWithStreamingResponse: ...
    @property
    def realtime(self) -> AsyncRealtimeWithStreamingResponse: ...
    @property
    def responses(self) -> AsyncResponsesWithStreamingResponse: ...
    @property
    def safety(self) -> AsyncSafetyWithStreamingResponse: ...
    @property
    def skills(self) -> AsyncSkillsWithStreamingResponse: ...
    @property
    def uploads(self) -> AsyncUploadsWithStreamingResponse: ...
    @property
    def vector_stores(self) -> AsyncVectorStoresWithStreamingResponse: ...
    @property
    def videos(self) -> AsyncVideosWithStreamingResponse: ...
    @property
    def webhooks(self) -> AsyncWebhooksWithStreamingResponse: ...

Client = OpenAI
AsyncClient = AsyncOpenAI
