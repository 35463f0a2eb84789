# SPDX-License-Identifier: MIT
"""Errors of calls that were sent: status errors, connection errors and stream errors.

errors.py has the class tree and the errors that are raised before a request is sent. This module is separate because
creating its classes takes longer than a call: import it at module level only where it is loaded on demand anyway.
response_errors.py builds the errors of responses.
"""

from __future__ import annotations

from .errors import OpenAIError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Literal, Optional, Sequence

    from .message import Request, Response

MAX_SUMMARY_LENGTH = 1000  # characters of a message that has to be made one line


class APIError(OpenAIError):
    """A call failed. `body` is the error object of the response, or None.

    `request` is the last request that was sent, `attempts` the number of attempts, and `waited` the seconds between
    them. `code`, `param` and `type` are those of the body, or None. `received` has the events of a stream that arrived
    before the error; it is empty if the call is not a stream. `retry_refused` says why a retry that the rules allow was
    not made: "the retry budget is exhausted" or "the circuit breaker is open"; else it is None.
    """

    message: str
    request: Request  # None only if the program creates an error without one
    body: Optional[object]
    code: Optional[str]
    param: Optional[str]
    type: Optional[str]
    attempts: int = 1
    waited: float = 0.0
    received: Sequence[Any] = ()
    retry_refused: Optional[str] = None

    def __init__(self, message: str, request: Any = None, *, body: object = None) -> None:
        super().__init__(message)
        self.message = message
        self.request = request
        self.body = body
        fields: Dict[str, Any] = body if isinstance(body, dict) else {}
        code = fields.get("code")
        self.code = None if code is None else str(code)
        self.param = fields.get("param")
        self.type = fields.get("type")

    @property
    def summary(self) -> str:
        """The error in one line: method, URL, message, request id, number of attempts."""
        prefix = "{} {}: ".format(self.request.method, self.request.safe_url) if self.request else ""
        message = self.message
        if not message.isprintable():  # a server's message of several lines
            message = _to_line(message)
        return ("" if prefix and prefix in message else prefix) + message + self._retry_details()

    def _retry_details(self) -> str:
        details: List[str] = []
        request_id = getattr(self, "request_id", None)
        if request_id:
            details.append("request {}".format(_to_line(request_id)))
        if self.attempts > 1:
            details.append("{} attempts, {:.1f} s waited".format(self.attempts, self.waited))
        if self.retry_refused:
            details.append("not retried, because " + self.retry_refused)
        return " ({})".format("; ".join(details)) if details else ""


def _to_line(text: str) -> str:
    from .error_body import to_line

    return to_line(text, MAX_SUMMARY_LENGTH)


class APIConnectionError(APIError):
    """There was no response, or an incomplete one. `__cause__` is the exception of the transport."""

    def __init__(self, *, message: str = "Connection error.", request: Any = None) -> None:
        super().__init__(message, request, body=None)


class APITimeoutError(APIConnectionError):
    """A timeout expired: of connecting, of a single read or write, or the deadline of the whole call."""

    def __init__(self, request: Any = None, *, message: str = "Request timed out.") -> None:
        super().__init__(message=message, request=request)


class CertificateError(APIConnectionError):
    """Verification of the server's TLS certificate failed. Never retried; no reason to disable verification."""


class CircuitOpenError(APIConnectionError):
    """The circuit breaker of the retry policy is open, so nothing was sent. See `CircuitBreaker`.

    `retry_after` is the number of seconds until the next trial.
    """

    def __init__(self, retry_after: float, request: Any = None) -> None:
        message = "Circuit breaker open: earlier calls have failed, so nothing was sent; the next trial is in {:.1f} s"
        super().__init__(message=message.format(retry_after), request=request)
        self.retry_after = retry_after


class IncompleteStreamError(APIConnectionError):
    """A stream ended without its terminal event. `received` has the events so far."""

    received: List[Any]

    def __init__(self, *, message: str, request: Any = None, received: Optional[List[Any]] = None) -> None:
        super().__init__(message=message, request=request)
        self.received = received or []  # pyright: ignore[reportIncompatibleVariableOverride]


class APIResponseValidationError(APIError):
    """The server returned a success status, but the body is not what the operation returns.

    `response` is None, and `status_code` 0, for data that a program has passed to a helper by hand.
    """

    response: Response
    status_code: int
    request_id: Optional[str]

    def __init__(self, response: Any, body: object = None, *, message: Optional[str] = None) -> None:
        request = getattr(response, "request", None)
        super().__init__(message or "Data returned by API invalid for expected schema.", request, body=body)
        self.response = response
        self.status_code = getattr(response, "status_code", 0)
        self.request_id = getattr(response, "request_id", None)


def _find_request_id(response: Any) -> Any:
    """Return the id of the request of a response, which may also be one of another HTTP library."""
    return response.request_id if hasattr(response, "request_id") else response.headers.get("x-request-id")


class APIStatusError(APIError):
    """The server responded with an error status. `response` has the headers.

    Some servers report an error inside of a response with a success status, such as a stream that has begun. Then
    `status_code` is the one that the error's code stands for, and `response.status_code` the one that was sent.
    """

    response: Response
    status_code: int
    request_id: Optional[str]

    def __init__(self, message: str, *, response: Any, body: object = None) -> None:
        super().__init__(message, response.request, body=body)
        self.response = response
        self.status_code = response.status_code
        self.request_id = _find_request_id(response)


class BadRequestError(APIStatusError):
    """400: the request is invalid; `param` often names the parameter."""

    status_code: Literal[400]  # pyright: ignore[reportIncompatibleVariableOverride]


class AuthenticationError(APIStatusError):
    """401: the API key is missing, wrong or revoked."""

    status_code: Literal[401]  # pyright: ignore[reportIncompatibleVariableOverride]


class PermissionDeniedError(APIStatusError):
    """403: the API key has no permission for this operation."""

    status_code: Literal[403]  # pyright: ignore[reportIncompatibleVariableOverride]


class NotFoundError(APIStatusError):
    """404: the path, model or object doesn't exist."""

    status_code: Literal[404]  # pyright: ignore[reportIncompatibleVariableOverride]


class ConflictError(APIStatusError):
    """409: the request conflicts with another one that changes the same object."""

    status_code: Literal[409]  # pyright: ignore[reportIncompatibleVariableOverride]


class UnprocessableEntityError(APIStatusError):
    """422: the request is well-formed, but cannot be processed."""

    status_code: Literal[422]  # pyright: ignore[reportIncompatibleVariableOverride]


class RateLimitError(APIStatusError):
    """429: too many requests or tokens, or no credit left (`code` is insufficient_quota)."""

    status_code: Literal[429]  # pyright: ignore[reportIncompatibleVariableOverride]


class InternalServerError(APIStatusError):
    """500 or above: the server failed."""


def find_certificate_error(error: BaseException) -> Optional[BaseException]:
    """Return the certificate verification error in the causes of `error`, or None.

    Recognized by its attribute `verify_message`, so that plain connections need not import `ssl`.
    """
    cause: Optional[BaseException] = error
    while cause is not None:
        if hasattr(cause, "verify_message"):
            return cause
        cause = cause.__cause__ or cause.__context__
    return None


def connection_error(error: OSError, request: Request) -> APIConnectionError:
    """Translate the exception of a transport; it becomes the `__cause__`, without tracebacks and requests."""
    from .causes import detach_requests

    certificate_error = find_certificate_error(error)
    reason = str(error) or type(error).__name__
    if certificate_error is not None:
        translated: APIConnectionError = CertificateError(
            message="Certificate verification failed: {}. If a private CA issued the certificate, or OpenSSL finds no "
            "CAs on this machine, trust them with SSL_CERT_FILE or an ssl context; do not disable verification.".format(
                getattr(certificate_error, "verify_message", certificate_error)
            ),
            request=request,
        )
    elif isinstance(error, TimeoutError):
        translated = APITimeoutError(
            request,
            message="Request timed out. {} {}: {}; the timeouts were {}".format(
                request.method, request.safe_url, reason, request.timeout.summary
            ),
        )
    else:
        translated = APIConnectionError(
            message="Connection error. {} {}: {}".format(request.method, request.safe_url, reason), request=request
        )
    detach_requests(error, request.method, request.safe_url)
    translated.__cause__ = error
    return translated
