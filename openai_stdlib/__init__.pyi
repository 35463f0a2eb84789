# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
"""A client for the OpenAI API that uses only the standard library."""

from typing import Any, Callable, Literal, Mapping, Optional, overload
from . import auth as auth
from . import lib as lib
from . import pagination as pagination
from . import providers as providers
from . import types as types
from . import websocket as websocket
from ._client import AsyncClient as AsyncClient
from ._client import AsyncOpenAI as AsyncOpenAI
from ._client import Client as Client
from ._client import OpenAI as OpenAI
from ._config import Config as Config
from ._legacy_response import HttpxBinaryResponseContent as HttpxBinaryResponseContent
from ._legacy_response import LegacyAPIResponse as LegacyAPIResponse
from ._models import APIObject as APIObject
from ._models import BaseModel as BaseModel
from ._provider_clients import AsyncAzureOpenAI as AsyncAzureOpenAI
from ._provider_clients import AsyncBedrockOpenAI as AsyncBedrockOpenAI
from ._provider_clients import AzureOpenAI as AzureOpenAI
from ._provider_clients import BedrockOpenAI as BedrockOpenAI
from ._response import APIResponse as APIResponse
from ._response import AsyncAPIResponse as AsyncAPIResponse
from ._streaming import AsyncStream as AsyncStream
from ._streaming import Stream as Stream
from .call.api_errors import APIConnectionError as APIConnectionError
from .call.api_errors import APIError as APIError
from .call.api_errors import APIResponseValidationError as APIResponseValidationError
from .call.api_errors import APIStatusError as APIStatusError
from .call.api_errors import APITimeoutError as APITimeoutError
from .call.api_errors import AuthenticationError as AuthenticationError
from .call.api_errors import BadRequestError as BadRequestError
from .call.api_errors import CertificateError as CertificateError
from .call.api_errors import CircuitOpenError as CircuitOpenError
from .call.api_errors import ConflictError as ConflictError
from .call.api_errors import IncompleteStreamError as IncompleteStreamError
from .call.api_errors import InternalServerError as InternalServerError
from .call.api_errors import NotFoundError as NotFoundError
from .call.api_errors import PermissionDeniedError as PermissionDeniedError
from .call.api_errors import RateLimitError as RateLimitError
from .call.api_errors import UnprocessableEntityError as UnprocessableEntityError
from .call.errors import ArgumentError as ArgumentError
from .call.errors import BodyError as BodyError
from .call.errors import ConfigError as ConfigError
from .call.errors import CredentialError as CredentialError
from .call.errors import MutuallyExclusiveAuthError as MutuallyExclusiveAuthError
from .call.errors import OpenAIError as OpenAIError
from .call.errors import OptionTypeError as OptionTypeError
from .call.errors import ParseError as ParseError
from .call.errors import PathError as PathError
from .call.errors import StreamAlreadyConsumed as StreamAlreadyConsumed
from .call.errors import StreamConsumedError as StreamConsumedError
from .call.errors import UnknownOptionError as UnknownOptionError
from .call.errors import UploadError as UploadError
from .call.helper_errors import ContentFilterFinishReasonError as ContentFilterFinishReasonError
from .call.helper_errors import InvalidWebhookSignatureError as InvalidWebhookSignatureError
from .call.helper_errors import LengthFinishReasonError as LengthFinishReasonError
from .call.helper_errors import MaxTurnsExceeded as MaxTurnsExceeded
from .call.helper_errors import NoParsedOutputError as NoParsedOutputError
from .call.helper_errors import OAuthError as OAuthError
from .call.helper_errors import PollTimeoutError as PollTimeoutError
from .call.helper_errors import ProcessingTimeoutError as ProcessingTimeoutError
from .call.helper_errors import RateLimitWaitError as RateLimitWaitError
from .call.helper_errors import RefusalError as RefusalError
from .call.helper_errors import SchemaError as SchemaError
from .call.helper_errors import SubjectTokenProviderError as SubjectTokenProviderError
from .call.helper_errors import WebSocketConnectionClosedError as WebSocketConnectionClosedError
from .call.helper_errors import WebSocketQueueFullError as WebSocketQueueFullError
from .call.limits import CallCancelledError as CallCancelledError
from .call.limits import CancelToken as CancelToken
from .call.limits import LambdaDeadline as LambdaDeadline
from .call.retry import RetryPolicy as RetryPolicy
from .call.retry_budget import CircuitBreaker as CircuitBreaker
from .call.retry_budget import RetryBudget as RetryBudget
from .call.sentinels import NOT_GIVEN as NOT_GIVEN
from .call.sentinels import NotGiven as NotGiven
from .call.sentinels import Omit as Omit
from .call.sentinels import not_given as not_given
from .call.sentinels import omit as omit
from .call.timeout import Timeout as Timeout
from .call.websocket_errors import ConnectionClosed as ConnectionClosed
from .call.websocket_errors import ConnectionClosedError as ConnectionClosedError
from .call.websocket_errors import ConnectionClosedOK as ConnectionClosedOK
from .client.module_client import configure as configure
from .compat.annotations import DataResidency as DataResidency
from .compat.annotations import RequestOptions as RequestOptions
from .compat.http_clients import DEFAULT_CONNECTION_LIMITS as DEFAULT_CONNECTION_LIMITS
from .compat.http_clients import DefaultAioHttpClient as DefaultAioHttpClient
from .compat.http_clients import DefaultAsyncHttpx2Client as DefaultAsyncHttpx2Client
from .compat.http_clients import DefaultAsyncHttpxClient as DefaultAsyncHttpxClient
from .compat.http_clients import DefaultHttpx2Client as DefaultHttpx2Client
from .compat.http_clients import DefaultHttpxClient as DefaultHttpxClient
from .compat.install import install_as_openai as install_as_openai
from .compat.names import DEFAULT_MAX_RETRIES as DEFAULT_MAX_RETRIES
from .compat.names import DEFAULT_TIMEOUT as DEFAULT_TIMEOUT
from .compat.names import NoneType as NoneType
from .compat.names import ProxiesTypes as ProxiesTypes
from .compat.names import file_from_path as file_from_path
from .compat.version import VERSION as VERSION
from .config.config import Env as Env
from .config.config import UNSET as UNSET
from .helpers.computer_drivers import AsyncComputerDriver as AsyncComputerDriver
from .helpers.computer_drivers import ComputerDriver as ComputerDriver
from .helpers.computer_toolset import AsyncComputerToolset as AsyncComputerToolset
from .helpers.computer_toolset import ComputerToolset as ComputerToolset
from .helpers.partial_json import PartialJSON as PartialJSON
from .helpers.partial_json import partial_json as partial_json
from .helpers.polling import InvalidDurationError as InvalidDurationError
from .helpers.response_stream import StreamArgumentError as StreamArgumentError
from .helpers.run_tools import ToolRun as ToolRun
from .helpers.structured_output import UnsupportedToolError as UnsupportedToolError
from .helpers.structured_output import parsed_value as parsed_value
from .helpers.tools import FunctionTool as FunctionTool
from .helpers.tools import function_tool as function_tool
from .helpers.tools import pydantic_function_tool as pydantic_function_tool
from .helpers.tools import pydantic_responses_function_tool as pydantic_responses_function_tool
from .lib.streaming import AssistantEventHandler as AssistantEventHandler
from .lib.streaming import AssistantStreamManager as AssistantStreamManager
from .lib.streaming import AsyncAssistantEventHandler as AsyncAssistantEventHandler
from .lib.streaming import AsyncAssistantStreamManager as AsyncAssistantStreamManager
from .lib.streaming.chat import AsyncChatCompletionStream as AsyncChatCompletionStream
from .lib.streaming.chat import AsyncChatCompletionStreamManager as AsyncChatCompletionStreamManager
from .lib.streaming.chat import ChatCompletionStream as ChatCompletionStream
from .lib.streaming.chat import ChatCompletionStreamManager as ChatCompletionStreamManager
from .lib.streaming.chat import ChatCompletionStreamState as ChatCompletionStreamState
from .lib.streaming.responses import AsyncResponseStream as AsyncResponseStream
from .lib.streaming.responses import AsyncResponseStreamManager as AsyncResponseStreamManager
from .lib.streaming.responses import ResponseStream as ResponseStream
from .lib.streaming.responses import ResponseStreamManager as ResponseStreamManager
from .lib.streaming.responses import ResponseStreamState as ResponseStreamState
from .rate_limits.limiter import RateLimiter as RateLimiter
from .recording.errors import CassetteError as CassetteError
from .recording.errors import UnrecordedRequestError as UnrecordedRequestError
from .recording.transports import AsyncRecordTransport as AsyncRecordTransport
from .recording.transports import AsyncReplayTransport as AsyncReplayTransport
from .recording.transports import RecordTransport as RecordTransport
from .recording.transports import ReplayTransport as ReplayTransport
from .results.background_stream import BackgroundStream as BackgroundStream
from .results.background_stream import StreamEnd as StreamEnd
from .results.binary import BinaryContent as BinaryContent
from .results.guard import InvalidStreamError as InvalidStreamError
from .results.sse import SSEDecoder as SSEDecoder
from .results.sse import ServerSentEvent as ServerSentEvent
from .results.sse import aiter_events as aiter_events
from .results.sse import iter_events as iter_events
from .transport.asyncio_transport import AsyncioTransport as AsyncioTransport
from .transport.base import AsyncTransport as AsyncTransport
from .transport.base import Transport as Transport
from .transport.fetch_transport import FetchTransport as FetchTransport
from .transport.thread_transport import ThreadTransport as ThreadTransport
from .transport.urllib_transport import UrllibTransport as UrllibTransport
from .types.websocket_reconnection import ReconnectingEvent as ReconnectingEvent
from .types.websocket_reconnection import ReconnectingOverrides as ReconnectingOverrides
from .usage.ledger import Ledger as Ledger
from .usage.limits import BudgetExceeded as BudgetExceeded
from .resources.admin.admin import Admin as _Admin
from .resources.audio.audio import Audio as _Audio
from .resources.batches import Batches as _Batches
from .resources.beta.beta import Beta as _Beta
from .resources.chat.chat import Chat as _Chat
from .resources.containers.containers import Containers as _Containers
from .resources.content_provenance_checks import ContentProvenanceChecks as _ContentProvenanceChecks
from .resources.conversations.conversations import Conversations as _Conversations
from .resources.decisions import Decisions as _Decisions
from .resources.evals.evals import Evals as _Evals
from .resources.fine_tuning.fine_tuning import FineTuning as _FineTuning
from .resources.images import Images as _Images
from .resources.live.live import Live as _Live
from .resources.realtime.realtime import Realtime as _Realtime
from .resources.responses.responses import Responses as _Responses
from .resources.safety.safety import Safety as _Safety
from .resources.skills.skills import Skills as _Skills
from .resources.uploads.uploads import Uploads as _Uploads
from .resources.vector_stores.vector_stores import VectorStores as _VectorStores
from .resources.videos import Videos as _Videos
from .resources.webhooks.webhooks import Webhooks as _Webhooks
from .resources.beta.assistants import Assistants as _Assistants
from .resources.completions import Completions as _Completions
from .resources.embeddings import Embeddings as _Embeddings
from .resources.files import Files as _Files
from ._types import HTTPClient
from .resources.models import Models as _Models
from .resources.moderations import Moderations as _Moderations
from .resources.beta.threads.threads import Threads as _Threads
from ._types import TimeoutTypes
from ._types import URLLike

__version__: str
api_key: str | None
admin_api_key: str | None
organization: str | None
project: str | None
webhook_secret: str | None
base_url: str | URLLike | None
timeout: float | TimeoutTypes | None
max_retries: int | None
default_headers: Mapping[str, str] | None
default_query: Mapping[str, object] | None
http_client: HTTPClient | None
api_type: Literal["openai", "azure", "amazon-bedrock"] | None
api_version: str | None
azure_endpoint: str | None
azure_ad_token: str | None
azure_ad_token_provider: Callable[[], str] | None
bedrock_token_provider: Callable[[], str] | None
admin: _Admin
audio: _Audio
batches: _Batches
beta: _Beta
chat: _Chat
containers: _Containers
content_provenance_checks: _ContentProvenanceChecks
conversations: _Conversations
decisions: _Decisions
evals: _Evals
fine_tuning: _FineTuning
images: _Images
live: _Live
realtime: _Realtime
responses: _Responses
safety: _Safety
skills: _Skills
uploads: _Uploads
vector_stores: _VectorStores
videos: _Videos
webhooks: _Webhooks
legacy: Any

def assistant_file(
    assistant_id: str,
    file_id: str,
    params: Optional[Mapping[str, Any]] = None,
    config: Optional[Config] = None,
    **fields: Any,
) -> Any: ...
def assistant_file_create(
    assistant_id: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def assistant_file_delete(
    assistant_id: str,
    file_id: str,
    params: Optional[Mapping[str, Any]] = None,
    config: Optional[Config] = None,
    **fields: Any,
) -> Any: ...
def assistant_files(
    assistant_id: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...

class _AssistantsFunction(_Assistants):
    @overload
    def __call__(
        self, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
    ) -> Any: ...
    @overload
    def __call__(
        self,
        assistant_id: str,
        params: Optional[Mapping[str, Any]] = None,
        config: Optional[Config] = None,
        **fields: Any,
    ) -> Any: ...

assistants: _AssistantsFunction

def assistants_create(
    params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def assistants_delete(
    assistant_id: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def assistants_modify(
    assistant_id: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def audio_speech(
    params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> BinaryContent: ...
def audio_transcription(
    file: Any, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def audio_translation(
    file: Any, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def chat_completion(
    params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...

class _CompletionsFunction(_Completions):
    @overload
    def __call__(
        self, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
    ) -> Any: ...
    @overload
    def __call__(
        self, engine_id: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
    ) -> Any: ...

completions: _CompletionsFunction

def create_thread_message(
    thread_id: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def edits(params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any) -> Any: ...

class _EmbeddingsFunction(_Embeddings):
    def __call__(
        self, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
    ) -> Any: ...

embeddings: _EmbeddingsFunction

@overload
def engines(params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any) -> Any: ...
@overload
def engines(
    engine_id: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...

class _FilesFunction(_Files):
    @overload
    def __call__(
        self, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
    ) -> Any: ...
    @overload
    def __call__(
        self, file_id: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
    ) -> Any: ...

files: _FilesFunction

def files_delete(
    file_id: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def files_upload(
    file: Any, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
@overload
def finetunes(params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any) -> Any: ...
@overload
def finetunes(
    fine_tune_id: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def finetunes_cancel(
    fine_tune_id: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def finetunes_create(
    params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def finetunes_delete_model(
    model: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def finetunes_list_events(
    fine_tune_id: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def image_edits(
    image: Any, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def image_generations(
    params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def image_variations(
    image: Any, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def images_edits(
    image: Any, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def images_generations(
    params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def images_variations(
    image: Any, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...

class _ModelsFunction(_Models):
    @overload
    def __call__(
        self, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
    ) -> Any: ...
    @overload
    def __call__(
        self, model: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
    ) -> Any: ...

models: _ModelsFunction

class _ModerationsFunction(_Moderations):
    def __call__(
        self, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
    ) -> Any: ...

moderations: _ModerationsFunction

def thread_message(
    thread_id: str,
    message_id: str,
    params: Optional[Mapping[str, Any]] = None,
    config: Optional[Config] = None,
    **fields: Any,
) -> Any: ...
def thread_message_create(
    thread_id: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def thread_message_file(
    thread_id: str,
    message_id: str,
    file_id: str,
    params: Optional[Mapping[str, Any]] = None,
    config: Optional[Config] = None,
    **fields: Any,
) -> Any: ...
def thread_message_files(
    thread_id: str,
    message_id: str,
    params: Optional[Mapping[str, Any]] = None,
    config: Optional[Config] = None,
    **fields: Any,
) -> Any: ...
def thread_message_modify(
    thread_id: str,
    message_id: str,
    params: Optional[Mapping[str, Any]] = None,
    config: Optional[Config] = None,
    **fields: Any,
) -> Any: ...
def thread_messages(
    thread_id: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def thread_run(
    thread_id: str,
    run_id: str,
    params: Optional[Mapping[str, Any]] = None,
    config: Optional[Config] = None,
    **fields: Any,
) -> Any: ...
def thread_run_cancel(
    thread_id: str,
    run_id: str,
    params: Optional[Mapping[str, Any]] = None,
    config: Optional[Config] = None,
    **fields: Any,
) -> Any: ...
def thread_run_create(
    thread_id: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def thread_run_modify(
    thread_id: str,
    run_id: str,
    params: Optional[Mapping[str, Any]] = None,
    config: Optional[Config] = None,
    **fields: Any,
) -> Any: ...
def thread_run_step(
    thread_id: str,
    run_id: str,
    step_id: str,
    params: Optional[Mapping[str, Any]] = None,
    config: Optional[Config] = None,
    **fields: Any,
) -> Any: ...
def thread_run_steps(
    thread_id: str,
    run_id: str,
    params: Optional[Mapping[str, Any]] = None,
    config: Optional[Config] = None,
    **fields: Any,
) -> Any: ...
def thread_run_submit_tool_outputs(
    thread_id: str,
    run_id: str,
    params: Optional[Mapping[str, Any]] = None,
    config: Optional[Config] = None,
    **fields: Any,
) -> Any: ...
def thread_runs(
    thread_id: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...

class _ThreadsFunction(_Threads):
    @overload
    def __call__(
        self, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
    ) -> Any: ...
    @overload
    def __call__(
        self, thread_id: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
    ) -> Any: ...

threads: _ThreadsFunction

def threads_create(
    params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def threads_create_and_run(
    params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def threads_delete(
    thread_id: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
def threads_modify(
    thread_id: str, params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any
) -> Any: ...
