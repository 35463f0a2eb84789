# SPDX-License-Identifier: MIT
"""Find what a server says about an error: the reason, the code, and the status it stands for.

Servers that are compatible with the API describe errors in dozens of forms, some of them with a success status. This
module knows the forms by the names of their fields, not by server. Pure: decoded JSON in, plain values out.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List, Optional

MAX_REASON_LENGTH = 300  # characters of a reason that the API itself would not have put into a message
MAX_DEPTH = 6  # levels of objects and lists in which a reason is looked for
MAX_ITEMS = 3  # of a list of errors

# Fields that hold the reason, the best first. Names are compared without case, "_" and "-".
REASON_FIELDS = (
    "message", "msg", "detail", "errormessage", "errormsg", "errordescription", "statusmsg", "error", "errors",
    "description", "details", "reason", "title", "baseresp", "fault", "faultstring", "exception",
)  # fmt: skip
CODE_FIELDS = ("code", "errorcode", "statuscode", "status", "retcode", "type", "errortype")
# An object that has one of these and nothing but ENVELOPE_FIELDS reports an error.
REPORT_FIELDS = (
    "message", "msg", "detail", "errormessage", "errormsg", "errordescription", "statusmsg", "errors"
)  # fmt: skip
ENVELOPE_FIELDS = frozenset(
    REASON_FIELDS
    + CODE_FIELDS
    + (
        "param", "success", "ok", "requestid", "traceid", "timestamp", "path", "instance", "userid", "logid",
        "metadata", "httpstatus", "errorparam", "help", "hint", "documentationurl", "docurl", "extensions", "provider",
    )
)  # fmt: skip
SUCCESS_CODES = ("0", "200", "201", "202", "ok", "success", "succeeded", "completed")
FAILURE_STATUSES = ("error", "fail", "failed", "failure")
# Parts of error codes and types, and the status they stand for; the first that fits counts.
STATUS_BY_KEYWORD = (
    ("rate_limit", 429), ("too_many_requests", 429), ("quota", 429), ("exhausted", 429), ("throttl", 429),
    ("api_key", 401), ("unauth", 401), ("authentication", 401), ("access_token", 401), ("invalid_token", 401),
    ("permission", 403), ("forbidden", 403), ("access_denied", 403), ("not_found", 404), ("does_not_exist", 404),
    ("unprocessable", 422), ("conflict", 409), ("already_exists", 409),
    ("payment_required", 402), ("insufficient_credit", 402), ("insufficient_balance", 402),
    ("overloaded", 503), ("unavailable", 503),
    ("timeout", 504), ("timed_out", 504), ("deadline", 504), ("bad_gateway", 502), ("server", 500), ("internal", 500),
    ("bad_request", 400), ("invalid", 400), ("context_length", 400), ("content_filter", 400), ("content_policy", 400),
    ("value_error", 400), ("validation", 400), ("precondition", 400),
)  # fmt: skip
# Codes of MiniMax's `base_resp`, which are no HTTP statuses.
STATUS_BY_BASE_RESP_CODE = {
    1000: 500, 1001: 504, 1002: 429, 1004: 401, 1008: 429, 1013: 500, 1024: 500, 1026: 400, 1027: 400, 1033: 500,
    1039: 429, 2013: 400, 2049: 401,
}  # fmt: skip


def find_reported_error(value: Any, *, forms: str = "all") -> Any:
    """Return the part of a decoded JSON value that reports an error, or None if the value is no report.

    An `error` beside an `id` and a `status` or `type` is the state of an object, such as a failed response, job or tool
    call, and no report. With `forms="explicit"` only objects that name the error as such are reports, not those with
    just a `message` or `detail`.
    """
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, dict):
        return None
    error = value.get("error")
    if error:
        kinds = (value.get("status"), value.get("type"))
        is_state = bool(value.get("id")) and any(isinstance(kind, str) and kind != "error" for kind in kinds)
        return None if is_state else value if isinstance(error, (bool, int, float)) else error
    if value.get("object") == "error" or value.get("type") == "error":
        return value
    base_resp = value.get("base_resp")
    if isinstance(base_resp, dict) and str(base_resp.get("status_code") or 0) != "0":
        return base_resp
    choices = value.get("choices")
    if choices and isinstance(choices, list) and all(isinstance(c, dict) and c.get("error") for c in choices):
        return choices[0]["error"]
    return value if forms == "all" and _is_envelope(value) else None


def _is_envelope(value: Dict[Any, Any]) -> bool:
    """Return whether an object has nothing but fields of an error report, among them a reason, and no success."""
    fields = {_normalize(name): item for name, item in value.items()}
    for name in CODE_FIELDS[:5]:
        if str(fields.get(name)).lower() in SUCCESS_CODES:
            return False
    if fields.get("success") is True or fields.get("ok") is True:
        return False
    fields = {name: item for name, item in fields.items() if item}
    if not fields or not ENVELOPE_FIELDS.issuperset(fields):
        return False
    status, kind = fields.get("status"), fields.get("type")
    if isinstance(status, str) and status.lower() not in FAILURE_STATUSES and find_status(status) is None:
        return False  # the state of something, such as "queued"
    has_code = any(fields.get(name) for name in CODE_FIELDS[:5])
    is_uri = isinstance(kind, str) and ":" in kind  # of a problem (RFC 9457)
    if kind and not (has_code or is_uri or "error" in str(kind).lower() or find_status(kind) is not None):
        return False  # an event of another type, such as "ping"
    names = REPORT_FIELDS + (("title",) if has_code else ())
    return any(name in fields and find_reason(fields[name]) for name in names)


def find_reason(value: Any, depth: int = 0) -> str:
    """Return the reason that an error's decoded body gives, or "" if it has none. May have any length."""
    if isinstance(value, str):
        return value.strip()
    if depth > MAX_DEPTH:
        return ""
    if isinstance(value, (list, tuple)):
        reasons = [find_reason(item, depth + 1) for item in value[:MAX_ITEMS]]
        return "; ".join(reason for reason in reasons if reason)
    if not isinstance(value, dict):
        return "" if value is None or isinstance(value, bool) else str(value)
    fields = {_normalize(name): item for name, item in value.items()}
    for name in REASON_FIELDS:
        reason = find_reason(fields.get(name), depth + 1)
        if not reason:
            continue
        place = _find_place(fields)
        if place:
            return "{}: {}".format(place, reason)
        title = fields.get("error") if name != "error" else None
        # Frameworks put a title into `error` and the reason into `message`.
        return "{}: {}".format(title, reason) if isinstance(title, str) and title and title != reason else reason
    return ""


def find_code(value: Any) -> Optional[str]:
    """Return the code of an error, wherever its body has it, as text."""
    for fields in _iter_objects(value):
        for name in ("code", "errorcode", "statuscode", "status"):
            code = fields.get(name)
            is_code = isinstance(code, (str, int)) and not isinstance(code, bool) and code != ""
            if is_code and str(code).lower() not in FAILURE_STATUSES:
                return str(code)
        error = fields.get("error")
        if isinstance(error, str) and "_" in error and error.replace("_", "").isalnum():
            return error
    return None


def find_type(value: Any) -> Optional[str]:
    """Return the type of an error, wherever its body has it."""
    for fields in _iter_objects(value):
        for name in ("type", "errortype"):
            if isinstance(fields.get(name), str) and fields[name]:
                return str(fields[name])
    return None


def find_param(value: Any) -> Optional[str]:
    """Return the parameter that an error is about, wherever its body names it."""
    for fields in _iter_objects(value):
        param = fields.get("param") or fields.get("errorparam") or _find_place(fields)
        if isinstance(param, str) and param:
            return param
    return None


def find_status(value: Any) -> Optional[int]:
    """Return the HTTP status that an error code, a type or the body of an error stands for, or None."""
    if isinstance(value, (dict, list)):
        for fields in _iter_objects(value):
            if "statusmsg" in fields and isinstance(fields.get("statuscode"), int):
                return STATUS_BY_BASE_RESP_CODE.get(fields["statuscode"])
            # An error of the API itself, whose code is null, has no status, as in the official package.
            is_unspecific = "code" in fields and fields["code"] is None
            for name in CODE_FIELDS[:5] if is_unspecific else CODE_FIELDS:
                status = find_status(fields.get(name))
                if status is not None:
                    return status
        return None
    if isinstance(value, str) and not value.isdecimal():
        name = _to_snake_case(value)
        return next((status for keyword, status in STATUS_BY_KEYWORD if keyword in name), None)
    if isinstance(value, (str, int)) and not isinstance(value, bool) and len(str(value)) == 3:
        return int(value) if 400 <= int(value) < 600 else None
    return None


def to_line(text: str, limit: int = MAX_REASON_LENGTH) -> str:
    """Return text as one line of at most `limit` characters, with control characters escaped."""
    line = " ".join(text[: 4 * limit].split())
    if not line.isprintable():
        line = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in line[: limit + 1])
    return line if len(line) <= limit else line[: limit - 1] + "…"


def describe_html(text: str) -> str:
    """Return a description of an HTML page, with its title."""
    start = text[:20000]
    lower = start.lower()
    title = ""
    for tag in ("<title", "<h1"):
        begin = lower.find(">", lower.find(tag)) if tag in lower else -1
        end = lower.find("</", begin)
        if begin >= 0 and end > begin and start[begin + 1 : end].strip():
            from html import unescape

            title = ' Its title is "{}"'.format(to_line(unescape(start[begin + 1 : end]), 120))
            break
    return "an HTML page, not an API response; is the base URL wrong, or a proxy in the way?" + title


def _iter_objects(value: Any) -> Iterator[Dict[str, Any]]:
    """Yield the objects of an error's body that describe the error, from the outside to the inside."""
    pending: List[Any] = [value]
    for _ in range(20):
        if not pending:
            return
        item = pending.pop(0)
        if isinstance(item, list):
            pending += item[:MAX_ITEMS]
        elif isinstance(item, dict):
            fields = {_normalize(name): inner for name, inner in item.items()}
            yield fields
            names = ("error", "message", "detail", "errors", "details", "extensions", "baseresp")
            pending += [fields[name] for name in names if isinstance(fields.get(name), (dict, list))]


def _find_place(fields: Dict[str, Any]) -> str:
    """Return the path of the parameter that a validation error is about, or ""."""
    location = fields.get("loc")
    if not isinstance(location, list):
        return ""
    if len(location) > 1 and location[0] in ("body", "query", "path", "header"):
        location = location[1:]
    return ".".join(str(part) for part in location[:10])


def _normalize(name: Any) -> str:
    return str(name).lower().replace("_", "").replace("-", "")


def _to_snake_case(text: str) -> str:
    """Return a code such as `InvalidApiKey` or `rate-limit exceeded` as `invalid_api_key`, `rate_limit_exceeded`."""
    text = text[:100]
    parts = []
    for index, char in enumerate(text):
        if char.isupper() and index and text[index - 1].islower():
            parts.append("_")
        parts.append(char.lower() if char.isalnum() else "_")
    return "".join(parts)
