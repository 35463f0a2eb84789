# SPDX-License-Identifier: MIT
from ._client import OpenAI as OpenAI, AsyncOpenAI as AsyncOpenAI, Client as Client, AsyncClient as AsyncClient, Stream as Stream, AsyncStream as AsyncStream
from ._models import BaseModel as BaseModel
from ._response import APIResponse as APIResponse, AsyncAPIResponse as AsyncAPIResponse
from ._legacy_response import LegacyAPIResponse as LegacyAPIResponse
from . import types as types
from .client.module_client import configure as configure
from .client.provider_clients import AzureOpenAI as AzureOpenAI, AsyncAzureOpenAI as AsyncAzureOpenAI, BedrockOpenAI as BedrockOpenAI, AsyncBedrockOpenAI as AsyncBedrockOpenAI
from .config.config import Config as Config, Env as Env, UNSET as UNSET
from .call.timeout import Timeout as Timeout
from .call.retry import RetryPolicy as RetryPolicy
from .call.sentinels import NOT_GIVEN as NOT_GIVEN, NotGiven as NotGiven, Omit as Omit, not_given as not_given, omit as omit
from .results.objects import APIObject as APIObject
from .results.background_stream import StreamEnd as StreamEnd, BackgroundStream as BackgroundStream
from .results.binary import BinaryContent as BinaryContent
from .lib.streaming.chat import ChatCompletionStream as ChatCompletionStream, AsyncChatCompletionStream as AsyncChatCompletionStream, ChatCompletionStreamManager as ChatCompletionStreamManager, AsyncChatCompletionStreamManager as AsyncChatCompletionStreamManager
from .helpers.chat_stream_state import ChatCompletionStreamState as ChatCompletionStreamState
from .helpers.response_stream import StreamArgumentError as StreamArgumentError
from .lib.streaming.responses import ResponseStream as ResponseStream, AsyncResponseStream as AsyncResponseStream, ResponseStreamManager as ResponseStreamManager, AsyncResponseStreamManager as AsyncResponseStreamManager
from .helpers.response_stream_state import ResponseStreamState as ResponseStreamState
from .lib.streaming import AssistantEventHandler as AssistantEventHandler, AsyncAssistantEventHandler as AsyncAssistantEventHandler
from .lib.streaming import AssistantStreamManager as AssistantStreamManager, AsyncAssistantStreamManager as AsyncAssistantStreamManager
from .helpers.structured_output import UnsupportedToolError as UnsupportedToolError, parsed_value as parsed_value
from .helpers.polling import InvalidDurationError as InvalidDurationError
from .helpers.tools import FunctionTool as FunctionTool, function_tool as function_tool, pydantic_function_tool as pydantic_function_tool, pydantic_responses_function_tool as pydantic_responses_function_tool
from .helpers.run_tools import ToolRun as ToolRun
from .helpers.partial_json import PartialJSON as PartialJSON, partial_json as partial_json
from .transport.base import Transport as Transport, AsyncTransport as AsyncTransport
from .transport.urllib_transport import UrllibTransport as UrllibTransport
from .transport.asyncio_transport import AsyncioTransport as AsyncioTransport
from .transport.thread_transport import ThreadTransport as ThreadTransport
from .call.errors import OpenAIError as OpenAIError, ConfigError as ConfigError, OptionTypeError as OptionTypeError, UnknownOptionError as UnknownOptionError, CredentialError as CredentialError, MutuallyExclusiveAuthError as MutuallyExclusiveAuthError, ArgumentError as ArgumentError, BodyError as BodyError, SchemaError as SchemaError, ParseError as ParseError, MaxTurnsExceeded as MaxTurnsExceeded, PollTimeoutError as PollTimeoutError, ProcessingTimeoutError as ProcessingTimeoutError, PathError as PathError, UploadError as UploadError, StreamConsumedError as StreamConsumedError
from .call.api_errors import APIError as APIError, APIConnectionError as APIConnectionError, APITimeoutError as APITimeoutError, CertificateError as CertificateError, IncompleteStreamError as IncompleteStreamError, APIResponseValidationError as APIResponseValidationError, APIStatusError as APIStatusError, BadRequestError as BadRequestError, AuthenticationError as AuthenticationError, OAuthError as OAuthError, PermissionDeniedError as PermissionDeniedError, NotFoundError as NotFoundError, ConflictError as ConflictError, UnprocessableEntityError as UnprocessableEntityError, RateLimitError as RateLimitError, InternalServerError as InternalServerError, LengthFinishReasonError as LengthFinishReasonError, ContentFilterFinishReasonError as ContentFilterFinishReasonError, RefusalError as RefusalError, NoParsedOutputError as NoParsedOutputError, SubjectTokenProviderError as SubjectTokenProviderError, WebSocketConnectionClosedError as WebSocketConnectionClosedError, WebSocketQueueFullError as WebSocketQueueFullError, InvalidWebhookSignatureError as InvalidWebhookSignatureError
from .results.binary import HttpxBinaryResponseContent as HttpxBinaryResponseContent
from .call.errors import StreamAlreadyConsumed as StreamAlreadyConsumed
from .compat.names import VERSION as VERSION, NoneType as NoneType, DataResidency as DataResidency, RequestOptions as RequestOptions, ProxiesTypes as ProxiesTypes, DEFAULT_TIMEOUT as DEFAULT_TIMEOUT, DEFAULT_MAX_RETRIES as DEFAULT_MAX_RETRIES, file_from_path as file_from_path
__version__: str
