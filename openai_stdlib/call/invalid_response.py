# SPDX-License-Identifier: MIT
"""Errors of responses that arrived, but cannot be used: they are too large, or cannot be decoded. Never retried.

Imported on demand, when such a response has arrived.
"""

from __future__ import annotations

from .api_errors import APIResponseValidationError, APITimeoutError, connection_error

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Optional

    from .api_errors import APIError
    from .message import Request, Response


def exchange_error(error: OSError, request: Request, response: Optional[Response]) -> APIError:
    """Translate the exception of a transport, without its traceback. `response` is what arrived before it, if anything.

    A successful response whose body is invalid, however often it is requested, is an APIResponseValidationError.
    Everything else is an APIConnectionError.
    """
    failure: APIError = connection_error(error, request)
    if response is not None and response.is_success and getattr(error, "is_retryable", True) is False:
        cause = failure.__cause__
        failure = APIResponseValidationError(
            response,
            message="The response cannot be used. {} {}: {} (status {})".format(
                request.method, request.safe_url, error, response.status_code
            ),
        )
        failure.__cause__ = cause
    return failure


def too_large_error(response: Response, limit: int) -> APIResponseValidationError:
    """Return the error for a body of more than `limit` bytes."""
    return APIResponseValidationError(
        response,
        message="max_response_bytes: the response body exceeds the limit of {} bytes for a body in memory; read it in "
        "chunks, with with_streaming_response, or raise the limit with "
        "config=Config(max_response_bytes=…)".format(limit),
    )


def late_result_error(error: OSError, response: Response) -> APITimeoutError:
    """Return the error for a result that was decoded after the deadline."""
    assert response.request is not None
    translated = connection_error(error, response.request)
    assert isinstance(translated, APITimeoutError)
    return translated
