# SPDX-License-Identifier: MIT
"""Build the errors of responses: of an error status, of an error that a success status hides, of an unexpected body.

Imported only when a call fails.
"""

from __future__ import annotations

from json import dumps, loads

from .api_errors import (
    APIError,
    APIResponseValidationError,
    APIStatusError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    UnprocessableEntityError,
)
from .error_body import (
    describe_html,
    find_code,
    find_param,
    find_reason,
    find_reported_error,
    find_status,
    find_type,
    to_line,
)
from .headers import is_sensitive
from .json_body import NESTED_TOO_DEEPLY, decode_text, load_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional, Type

    # Those of message.py, which imports this module.
    Request = Any
    Response = Any

ERRORS_BY_STATUS: Dict[int, Type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}
MIN_KEY_LENGTH = 8  # characters; a shorter key may be an ordinary word of the message
CALLER_HEADERS = ("openai-organization", "openai-project")  # whose ids a message may need
ENCODINGS = ("latin-1", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")  # all but the first have zero bytes
DEFAULT_STREAM_MESSAGE = "An error occurred during streaming"  # that of the `openai` package


def error_class(status: int) -> Type[APIStatusError]:
    """Return the class of the errors with an HTTP status."""
    return ERRORS_BY_STATUS.get(status, InternalServerError if status >= 500 else APIStatusError)


def status_error(response: Response) -> APIStatusError:
    """Build the error of a response with an error status, whose body has been read.

    The message is that of the `openai` package: the status, and the `message` of the body. If the body has no such
    field, the reason is taken from where the server put it, and cut to a line.
    """
    status = response.status_code
    value = parse_error_body(response)
    body = value["error"] if isinstance(value, dict) and "error" in value else value
    message = body.get("message") if isinstance(body, dict) else None
    reason = message if isinstance(message, str) and message else describe_error(value)
    error: APIStatusError = error_class(status)(
        "Error code: {}{}".format(status, " - " + reason if reason else ""), response=response, body=body
    )
    _fill_in_details(error, value)
    return error


def reported_error(response: Response, value: Any, report: Any, received: Optional[List[Any]] = None) -> APIError:
    """Build the error that a server reports inside of a response with a success status.

    `report` is the part of the decoded `value` that reports it (see error_body.find_reported_error). The class is that
    of the status that its code stands for, which is also the error's `status_code`, or APIError. `received` has the
    events of a stream before the error; without them the error is that of a whole body.
    """
    message = report.get("message") if isinstance(report, dict) else None
    if not isinstance(message, str) or not message:
        prefix = "" if received is None else DEFAULT_STREAM_MESSAGE + ": "
        message = describe_error(report if isinstance(report, dict) else value, prefix)
    status = None if isinstance(report, str) and " " in report else find_status(report)
    status = find_status(value) if status is None and isinstance(value, (dict, list)) else status
    if received is None:
        template = "Error code: {} - {}" if status else "The response with status {} reports an error: {}"
        message = template.format(status or response.status_code, message or "no reason given")
    message = message or DEFAULT_STREAM_MESSAGE
    if status is None:
        error: APIError = APIError(message, response.request, body=report)
    else:
        status_failure = error_class(status)(message, response=response, body=report)
        status_failure.status_code = status
        error = status_failure
    error.attempts = response.retries_taken + 1
    error.received = received or []
    _fill_in_details(error, value)
    return error


def stream_error(response: Response, text: str, received: List[Any]) -> APIError:
    """Build the error that a text inside of a stream reports: the data of an event, or a line outside of events."""
    text = _mask_text(response, text)
    value = parse_error_line(text)
    if value is None:  # an event whose type says that it is an error
        try:
            value = loads(text)
        except (ValueError, RecursionError):
            value = text.strip()
    report = find_reported_error(value)
    return reported_error(response, value, value if report is None else report, received)


def parse_error_line(text: str) -> Any:
    """Return the decoded error that a text reports, such as `error: {…}` or `{"error": …}`; None if it is no report."""
    text = text.strip()
    has_label = text[:6].lower() == "error:"
    text = text[6:].strip() if has_label else text
    try:
        value = loads(text)
    except (ValueError, RecursionError):
        is_incomplete = text[:1] in ("{", "[")  # the lines that follow may complete it
        return text if has_label and text and not is_incomplete else None
    return value if value and (has_label or find_reported_error(value) is not None) else None


def undecodable_event_error(response: Response, data: str, error: Exception) -> APIResponseValidationError:
    """Build the error of an event that is not JSON; `data` is "" if it is too large."""
    reason = NESTED_TOO_DEEPLY if isinstance(error, RecursionError) else str(error)
    message = "The stream sent an event that cannot be decoded: {}".format(reason)
    if data:
        message += ". It starts with: {}".format(quote(response, data))
    return APIResponseValidationError(response, _mask_text(response, data[:1000]) or None, message=message)


def quote(response: Response, text: str) -> str:
    """Return the start of a text that the server has sent as one line in quotes, without the key of the request."""
    return repr(to_line(_mask_text(response, text[:1000]), 120))


def _mask_text(response: Response, text: str) -> str:
    return mask_key(text.encode("utf-8", "surrogatepass"), response.request).decode("utf-8", "replace")


def raise_reported_error(response: Response, value: Any, forms: str = "all") -> None:
    """Raise the error that the decoded body of a success reports, if it is such a report."""
    report = find_reported_error(value, forms=forms)
    if report is not None:
        mask_echoed_key(response)
        value = parse_error_body(response)  # plain dicts and lists, without the key
        raise reported_error(response, value, find_reported_error(value, forms=forms))


def describe_error(value: Any, prefix: str = "") -> str:
    """Return the reason of an error as one line, from its decoded body; "" if the body says nothing.

    A body without a reason in any known place is shown as JSON, after `prefix`.
    """
    reason = find_reason(value)
    if reason[:1] == "<":
        return describe_html(reason)
    if reason or not isinstance(value, (dict, list)):
        return to_line(reason)
    if isinstance(value, dict):
        if isinstance(value.get("error"), (dict, list)):
            return describe_error(value["error"], prefix)
        value = {name: item for name, item in value.items() if item not in (None, "", False, [], {})}
    try:
        return to_line(prefix + dumps(value, ensure_ascii=False)) if value else ""
    except RecursionError:
        return ""


def _fill_in_details(error: APIError, value: Any) -> None:
    """Fill in code, type and param from where the body has them, unless its `error` object has them."""
    if error.code is None:
        error.code = find_code(value)
    if error.type is None:
        error.type = find_type(value)
    if error.param is None:
        error.param = find_param(value)


def parse_error_body(response: Response) -> Any:
    """Return the decoded JSON of an error's body, else its text, or None for an empty body."""
    try:
        return load_json(response.body, response.encoding, loads)
    except ValueError:
        return decode_text(response.body, response.encoding).strip() or None


def load_unusual_json(response: Response, decode: Callable[[str], Any]) -> Any:
    """Return the decoded JSON of a success if it is not plain UTF-8. Raises APIResponseValidationError."""
    try:
        return load_json(response.body, response.encoding, decode)
    except ValueError as error:
        is_json = "json" in (response.headers.get("content-type") or "")
        actual = "JSON that cannot be parsed" if is_json else ""
        if str(error) == NESTED_TOO_DEEPLY:
            actual = "JSON that cannot be parsed: " + NESTED_TOO_DEEPLY
        raise response_validation_error(response, actual, "JSON") from None


def response_validation_error(response: Response, actual: str, expected: str) -> APIResponseValidationError:
    """Build the error of a success status whose body is not the `expected` one.

    `actual` describes the body, for example "JSON that cannot be parsed"; if it is "", the content type does. Empty
    bodies and HTML pages are recognized in any case.
    """
    content_type = response.headers.get("content-type", "") or ""
    hint = ""
    if not response.body.strip():
        actual = "an empty body"
    elif "html" in content_type or response.body.lstrip()[:1] == b"<":
        actual, hint = "an HTML page", " Is the base URL wrong, or a proxy in the way?"
    elif not actual:
        actual = "a body of type {}".format(content_type) if content_type else "a body without a content type"
    mask_echoed_key(response)
    start = " Body starts with: {!r}".format(response.text[:120]) if response.body else ""
    message = "Expected {}, got {} (status {}).{}{}".format(expected, actual, response.status_code, hint, start)
    return APIResponseValidationError(response, response.body[:1000], message=message)


def mask_echoed_key(response: Response) -> None:
    """Mask the key of the request in the body of its response: some gateways repeat a rejected key in their message."""
    response.body = mask_key(response.body, response.request)


def mask_key(data: bytes, request: Optional[Request]) -> bytes:
    """Return `data`, which a server has sent, with "***" in place of the keys of the request."""
    for name, value in (request.headers if request else {}).items():
        key = value.rpartition(" ")[2]
        if len(key) < MIN_KEY_LENGTH or not is_sensitive(name) or name.lower() in CALLER_HEADERS:
            continue
        for text in (key, key.replace("/", "\\/")):  # as some JSON encoders escape it
            for encoding in ENCODINGS if b"\0" in data else ENCODINGS[:1]:
                data = data.replace(text.encode(encoding), "***".encode(encoding))
    return data
