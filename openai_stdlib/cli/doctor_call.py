# SPDX-License-Identifier: MIT
"""What `doctor` learns from one cheap call, `models.list`: first byte, clock, and what an error means."""

from __future__ import annotations

import re
import time

from ..call.api_errors import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
)
from ..call.errors import OpenAIError
from ..call.headers import mask_query
from .doctor_checks import FAILED, INFO, OK, WARNING
from .doctor_settings import find_base_url_problem, guess_base_urls
from .failures import BILLING, QUOTA_CODES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional, Tuple

    from .doctor_checks import Report

MAX_SKEW = 300  # seconds between the clocks that signatures and certificates tolerate
NOTICED_SKEW = 30
BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36"
REGION_CODES = ("unsupported_country_region_territory", "request_forbidden")
TITLE = re.compile(r"(?is)<title[^>]*>\s*(.*?)\s*</title")


def check_call(report: Report, client: Any) -> bool:
    """Make the call, and report what it says. Return whether it works."""
    client = client.with_options(max_retries=0)
    started = time.monotonic()
    try:
        with client.models.with_streaming_response.list() as response:
            first_byte = time.monotonic() - started
            headers = response.headers
            report.add("first byte", OK, "status {}".format(response.status_code), seconds=first_byte)
            _check_clock(report, headers)
            data = getattr(response.parse(), "data", None)
            count = len(data) if isinstance(data, list) else None
    except APIStatusError as error:
        _check_clock(report, error.response.headers)
        _add_failure(report, error, *explain_status(error, client))
        return False
    except APIResponseValidationError as error:
        _add_failure(report, error, *explain_body(error, client))
        return False
    except APIError as error:
        _add_failure(report, error, *explain_connection(error))
        return False
    except OpenAIError as error:
        report.add("call", FAILED, str(error), "correct the setting")
        return False
    seconds = time.monotonic() - started
    if count is None:
        step = guess_step(client, "check the base URL")
        report.add("call", FAILED, "GET /models: the answer is no list of models", step, seconds)
        return False
    report.add("call", OK, "GET /models: {} models".format(count), seconds=seconds)
    return True


def _add_failure(report: Report, error: APIError, detail: str, step: str) -> None:
    request_id = getattr(error, "request_id", None)
    report.add(
        "call", FAILED, "GET /models: {}{}".format(detail, " ({})".format(request_id) if request_id else ""), step
    )


def _check_clock(report: Report, headers: Any) -> None:
    """Compare the clock with the Date header (RFC 9110 §6.6.1)."""
    from email.utils import parsedate_to_datetime

    try:
        skew = time.time() - parsedate_to_datetime(headers.get("date") or "").timestamp()
    except (TypeError, ValueError, IndexError, OverflowError):
        report.add("clock", INFO, "not compared: the server sends no Date")
        return
    detail = "{:.0f} s {} of the server's".format(abs(skew), "ahead" if skew > 0 else "behind")
    if abs(skew) > MAX_SKEW:
        step = "set the clock of this machine: signatures and certificates depend on it"
        report.add("clock", WARNING, detail, step)
    elif abs(skew) > NOTICED_SKEW:
        report.add("clock", INFO, detail)
    else:
        report.add("clock", OK, "agrees with the server's")


def explain_status(error: APIStatusError, client: Any) -> Tuple[str, str]:
    """Return what an error status means, and the next step."""
    status, message = error.status_code, error.message
    is_html = is_html_response(error.response)
    if status == 407:
        return message, "the proxy wants a password: set HTTP_PROXY=http://USER:PASSWORD@HOST:PORT"
    if status == 401 and not is_html:
        return message, "use another key: create one at https://platform.openai.com/api-keys"
    if status == 403:
        return message, _explain_403(error, client)
    if status == 404 or is_html and status < 500:
        return message, guess_step(client, "correct the base URL; it usually ends in /v1")
    if status == 429:
        if error.code in QUOTA_CODES or error.type in QUOTA_CODES:
            return message, "the account has no credit: add some at " + BILLING
        return message, "wait a minute: too many calls were made with this key"
    if status >= 500:
        return message, "the server has a problem: try again later, and see https://status.openai.com"
    return message, "check the base URL and the headers of OPENAI_CUSTOM_HEADERS"


def _explain_403(error: APIStatusError, client: Any) -> str:
    if error.code in REGION_CODES:
        return "the API may not be used from this country: see https://platform.openai.com/docs/supported-countries"
    if _status_of(client.with_options(default_headers={"User-Agent": BROWSER})) not in (403, None):
        return (
            "a firewall blocks the User-Agent of this library: ask for an exception, or set "
            "OPENAI_CUSTOM_HEADERS='User-Agent: NAME'"
        )
    if is_html_response(error.response):
        return "a firewall or a proxy on the way refuses the call: ask who runs it"
    return "the key has no permission for it: change its permissions, or use another key"


def _status_of(client: Any) -> Optional[int]:
    """Return the status of the call with a client, None if there is none."""
    try:
        with client.models.with_streaming_response.list() as response:
            return int(response.status_code)
    except APIStatusError as error:
        return error.status_code
    except OpenAIError:
        return None


def explain_body(error: APIResponseValidationError, client: Any) -> Tuple[str, str]:
    """Return what a successful response means whose body is not the one of the API, and the next step."""
    if not is_html_response(error.response):
        return error.message, guess_step(client, "correct the base URL: something else answers there")
    match = TITLE.search(error.response.text[:100_000])
    title = " ".join(match.group(1).split())[:80] if match else ""
    detail = "the answer is an HTML page{}".format(" titled {!r}".format(title) if title else "")
    default = "a login page of the network may be in the way: open a page in a browser and log in, or use no proxy"
    return detail, guess_step(client, default)


def is_html_response(response: Any) -> bool:
    """Return whether a response is an HTML page."""
    content_type = response.headers.get("content-type") or ""
    return "html" in content_type or response.body[:512].lstrip()[:1] == b"<"


def guess_step(client: Any, default: str) -> str:
    """Return the step of trying another base URL, if the API answers at one that is likely; otherwise the default."""
    base_url = str(client.base_url).rstrip("/")
    for guess in guess_base_urls(base_url):
        if _is_api(client.with_options(base_url=guess)):
            return "the API answers at {0}: set OPENAI_BASE_URL={0}".format(mask_query(guess))
    problem = find_base_url_problem(base_url)
    return "{}; the base URL is suspicious: {}".format(default, problem) if problem else default


def _is_api(client: Any) -> bool:
    """Return whether the API answers at the base URL of a client: with a list, or with its own error."""
    try:
        return isinstance(getattr(client.models.list(), "data", None), list)
    except APIStatusError as error:
        return isinstance(error.body, dict) and "message" in error.body and error.status_code in (401, 403, 429)
    except OpenAIError:
        return False


def explain_connection(error: APIError) -> Tuple[str, str]:
    """Return what a failed connection means, and the next step."""
    reason = str(error.__cause__ or error.message)
    if "the proxy refused" in reason or "407" in reason:
        from .doctor_network import proxy_step

        return reason, proxy_step(reason)
    if isinstance(error, APITimeoutError):
        return reason, "the server does not answer in time: use a larger --timeout, or try again later"
    if isinstance(error, APIConnectionError):
        return reason, "the connection ended without an answer: try again, and check what is on the way"
    return error.message, "try again"
