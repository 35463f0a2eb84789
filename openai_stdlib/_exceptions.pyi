# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .call.api_errors import APIConnectionError as APIConnectionError
from .call.api_errors import APIError as APIError
from .call.api_errors import APIResponseValidationError as APIResponseValidationError
from .call.api_errors import APIStatusError as APIStatusError
from .call.api_errors import APITimeoutError as APITimeoutError
from .call.api_errors import AuthenticationError as AuthenticationError
from .call.api_errors import BadRequestError as BadRequestError
from .call.api_errors import ConflictError as ConflictError
from .call.helper_errors import ContentFilterFinishReasonError as ContentFilterFinishReasonError
from .call.api_errors import InternalServerError as InternalServerError
from .call.helper_errors import InvalidWebhookSignatureError as InvalidWebhookSignatureError
from .call.helper_errors import LengthFinishReasonError as LengthFinishReasonError
from .call.api_errors import NotFoundError as NotFoundError
from .call.helper_errors import OAuthError as OAuthError
from .call.errors import OpenAIError as OpenAIError
from .call.api_errors import PermissionDeniedError as PermissionDeniedError
from .call.api_errors import RateLimitError as RateLimitError
from .call.helper_errors import SubjectTokenProviderError as SubjectTokenProviderError
from .call.api_errors import UnprocessableEntityError as UnprocessableEntityError
from .call.helper_errors import WebSocketConnectionClosedError as WebSocketConnectionClosedError
from .call.helper_errors import WebSocketQueueFullError as WebSocketQueueFullError
