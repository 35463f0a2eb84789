# SPDX-License-Identifier: MIT
"""What can come of a call that was made: the errors of answers, connections and streams, and how each is built.

Their place in the tree, and what the caller can do wrong before anything is sent, is in errors.py. Apart from it
because of its twenty classes: making them takes longer than a call, and most programs never need one. So this file is
imported when something fails, or when one of its names is asked for.
"""

from __future__ import annotations

import json

from .errors import OpenAIError, iter_own_causes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Type

    from .message import Request, Response


class APIError(OpenAIError):
    """A call failed. `body` is the error object of the answer, if there was one.

    `request` is the request that was sent last, `attempts` how often it was sent and `waited` the seconds spent
    waiting between. `code`, `param` and `type` are those of the body, or None.
    """

    message: str
    request: Optional[Request]
    body: object
    code: Optional[str]
    param: Optional[str]
    type: Optional[str]
    attempts: int = 1
    waited: float = 0.0

    def __init__(self, message: str, request: Optional[Request] = None, *, body: object = None) -> None:
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
        """One line with all that is known: verb, URL, what happened, request id, attempts."""
        place = "{} {}: ".format(self.request.method, self.request.safe_url) if self.request else ""
        return ("" if place and place in self.message else place) + self.message + self._retry_details()

    def _retry_details(self) -> str:
        known: List[str] = []
        request_id = getattr(self, "request_id", None)
        if request_id:
            known.append("request {}".format(request_id))
        if self.attempts > 1:
            known.append("{} attempts, {:.1f} s waited".format(self.attempts, self.waited))
        return " ({})".format("; ".join(known)) if known else ""


class APIConnectionError(APIError):
    """There was no answer, or not all of it. The exception of the transport is the `__cause__`."""

    def __init__(self, *, message: str = "Connection error.", request: Optional[Request] = None) -> None:
        super().__init__(message, request, body=None)


class APITimeoutError(APIConnectionError):
    """Time ran out: for connecting, for one read or write, or for the whole call."""

    def __init__(self, request: Optional[Request] = None, *, message: str = "Request timed out.") -> None:
        super().__init__(message=message, request=request)


class CertificateError(APIConnectionError):
    """The server's TLS certificate was refused. Never retried, and never a reason to switch verification off."""


class IncompleteStreamError(APIConnectionError):
    """A stream ended without its last event. What had arrived before is in `received`."""

    received: List[Any]

    def __init__(
        self, *, message: str, request: Optional[Request] = None, received: Optional[List[Any]] = None
    ) -> None:
        super().__init__(message=message, request=request)
        self.received = received or []


class APIResponseValidationError(APIError):
    """The server reported success, and sent something else than the operation promises."""

    response: Response
    status_code: int

    def __init__(self, response: Response, body: object = None, *, message: Optional[str] = None) -> None:
        super().__init__(message or "Data returned by API invalid for expected schema.", response.request, body=body)
        self.response = response
        self.status_code = response.status_code
        self.request_id = response.request_id


class APIStatusError(APIError):
    """The server answered with an error status. `response` has its headers."""

    response: Response
    status_code: int
    request_id: Optional[str]

    def __init__(self, message: str, *, response: Response, body: object = None) -> None:
        super().__init__(message, response.request, body=body)
        self.response = response
        self.status_code = response.status_code
        self.request_id = response.request_id


class BadRequestError(APIStatusError):
    """400: the request is malformed; `param` often says where."""


class AuthenticationError(APIStatusError):
    """401: the key is missing, wrong or revoked."""


class OAuthError(AuthenticationError):
    """No token was issued in exchange for what proves an identity: 400, 401 or 403 (RFC 6749 §5.2).

    `error` is the code of the answer, like invalid_grant, or None.
    """

    error: Optional[str]

    def __init__(self, *, response: Response, body: object = None) -> None:
        fields: Dict[str, Any] = body if isinstance(body, dict) else {}
        said = fields.get("error_description")
        message = said if said and isinstance(said, str) else "OAuth authentication error."
        super().__init__(message, response=response, body=body)
        self.error = fields.get("error")


class PermissionDeniedError(APIStatusError):
    """403: the key may not do this."""


class NotFoundError(APIStatusError):
    """404: there is no such path, model or object."""


class ConflictError(APIStatusError):
    """409: another request is changing the same object."""


class UnprocessableEntityError(APIStatusError):
    """422: understood, and impossible."""


class RateLimitError(APIStatusError):
    """429: too many requests or tokens, or (`code` is insufficient_quota) no credit left."""


class InternalServerError(APIStatusError):
    """500 and above: the server's own trouble."""


class SubjectTokenProviderError(OpenAIError):
    """The platform that the program runs on gave no token. `response` is its answer, if there was one."""

    response: Optional[Response]

    def __init__(self, message: str, *, response: Optional[Response] = None) -> None:
        super().__init__(message)
        self.response = response


class LengthFinishReasonError(OpenAIError):
    """An answer was cut at its greatest length, so that it cannot be parsed. `completion` is what came."""

    def __init__(self, *, completion: Any) -> None:
        usage = getattr(completion, "usage", None)
        super().__init__(
            "Could not parse response content as the length limit was reached"
            + (" - {}".format(usage) if usage else "")
        )
        self.completion = completion


class ContentFilterFinishReasonError(OpenAIError):
    """An answer was cut by the content filter. `completion` is what came, if it is known."""

    def __init__(self, *, completion: Any = None) -> None:
        super().__init__("Could not parse response content as the request was rejected by the content filter")
        self.completion = completion


class RefusalError(OpenAIError):
    """The model refused to answer; `refusal` is what it said instead, `answer` the whole."""

    def __init__(self, refusal: str = "", answer: Any = None) -> None:
        super().__init__("The model refused to answer: {}".format(refusal))
        self.refusal = refusal
        self.response = answer


class NoParsedOutputError(OpenAIError):
    """There is nothing in an answer that could have been parsed; `answer` is the whole."""

    def __init__(self, message: str = "", answer: Any = None) -> None:
        super().__init__(message or "The answer holds nothing of the type that was asked for")
        self.answer = answer


class WebSocketConnectionClosedError(OpenAIError):
    """A web socket ended before all was sent; `unsent_messages` says what was left."""

    def __init__(self, message: str, *, unsent_messages: Any = (), unsent_frames: Any = ()) -> None:
        super().__init__(message)
        self.unsent_messages = list(unsent_messages)
        self.unsent_frames = list(unsent_frames)


class WebSocketQueueFullError(OpenAIError):
    """There is more to be sent over a web socket than its queue may hold."""


class InvalidWebhookSignatureError(ValueError):
    """A webhook was not signed with the secret, or too long ago to be trusted."""


ERRORS_BY_STATUS = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def status_error(reply: Response) -> APIStatusError:
    """Build the error of an answer with an error status; its body has been read."""
    body = parse_error_body(reply.body)
    kind: Type[APIStatusError] = ERRORS_BY_STATUS.get(
        reply.status_code, InternalServerError if reply.status_code >= 500 else APIStatusError
    )
    if isinstance(body, dict) and "error" in body:
        body = body["error"]
    said = body.get("message") if isinstance(body, dict) else body if isinstance(body, str) else None
    message = "Error code: {}".format(reply.status_code)
    if isinstance(said, str) and said:
        if not isinstance(body, dict) and said.lstrip()[:1] == "<":
            message += " - an HTML page, not an answer of the API: is a proxy or a wrong base URL in between?"
        elif isinstance(body, dict):
            message += " - " + said
    return kind(message, response=reply, body=body)


def response_validation_error(reply: Response, what: str, promised: str) -> APIResponseValidationError:
    """Build the error of a success that isn't what was promised: it says `what` came, and how that begins."""
    content_type = reply.headers.get("content-type", "") or "no content type"
    hint = ""
    if not reply.body.strip():
        what = "an empty body"
    elif "html" in content_type or reply.body.lstrip()[:1] == b"<":
        what, hint = "an HTML page", " Is a proxy or a wrong base URL in between?"
    elif not what:
        what = "a body of type {}".format(content_type)
    begins = " It begins: {!r}".format(reply.text[:120]) if reply.body else ""
    message = "Status {} with {} where {} was promised.{}{}".format(reply.status_code, what, promised, hint, begins)
    return APIResponseValidationError(reply, reply.body[:1000], message=message)


def parse_error_body(body: bytes) -> object:
    """Decode an error's body: JSON if it is, else its text, else None."""
    text = body.decode("utf-8", "replace").strip()
    if not text:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def find_certificate_error(error: BaseException) -> Optional[BaseException]:
    """Return the certificate verification error behind `error`, or None.

    Known by its attribute, so that `ssl` need not be imported for a plain connection.
    """
    seen: Optional[BaseException] = error
    while seen is not None:
        if hasattr(seen, "verify_message"):
            return seen
        seen = seen.__cause__ or seen.__context__
    return None


def connection_error(error: OSError, request: Request) -> APIConnectionError:
    """Translate what a transport raised into an error of the tree, its cause attached without frames."""
    refused = find_certificate_error(error)
    said = str(error) or type(error).__name__
    if refused is not None:
        translated: APIConnectionError = CertificateError(
            message="Certificate refused: {}. Is a private CA in between? Trust it with SSL_CERT_FILE or an "
            "ssl context; don't switch verification off.".format(getattr(refused, "verify_message", refused)),
            request=request,
        )
    elif isinstance(error, TimeoutError):
        translated = APITimeoutError(
            request,
            message="Request timed out. {} {}: {}; the limits were {}".format(
                request.method, request.safe_url, said, request.timeout.summary
            ),
        )
    else:
        translated = APIConnectionError(
            message="Connection error. {} {}: {}".format(request.method, request.safe_url, said), request=request
        )
    for link in list(iter_own_causes(error)):
        link.__traceback__ = None
    translated.__cause__ = error
    return translated
