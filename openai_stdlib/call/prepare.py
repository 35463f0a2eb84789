# SPDX-License-Identifier: MIT
"""Build the request of a call from an operation, settings and arguments. No I/O except opening the files to send.

Path parameters go into the path, `extra_*` and `timeout` are options of the call, and all other arguments are the body
of a POST or the query of any other method. Objects of the caller are never changed.
"""

from __future__ import annotations

from os import urandom

from .errors import ArgumentError, CredentialError
from .headers import Secret, mask_headers
from .json_body import encode_json, merge_extra_body
from .message import CrossOriginRequest, Request
from .sentinels import SENTINEL_TYPES
from .timeout import Timeout
from .url import encode_query, expand, join

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Mapping, Optional, Tuple

    from ..api.operation import Operation
    from ..config.settings import Settings
    from .headers import Headers


# Arguments that are sent as headers.
HEADER_ARGUMENTS = {
    "betas": "OpenAI-Beta",
    "idempotency_key": "Idempotency-Key",
}
# Arguments that are options of one call, and not sent; see call_options.py.
CALL_OPTIONS = frozenset(("on_event", "ledger_label", "cancel"))


class Call:
    """A prepared call: the request, and what is needed to interpret the response."""

    __slots__ = (
        "operation",
        "settings",
        "request",
        "provider",
        "sign",
        "stream",
        "response_type",
        "arguments",
        "options",
    )

    def __init__(self, operation: Operation, settings: Settings, arguments: Dict[str, Any]) -> None:
        self.operation: Operation = operation
        self.settings: Settings = settings
        self.request: Request
        self.provider: Any = settings.provider
        self.sign: Optional[Callable[[Request], Any]] = None
        self.stream: str = ""
        self.response_type: str = operation.response_type
        self.arguments: Dict[str, Any] = arguments
        self.options: Optional[Dict[str, Any]] = settings.call_options  # what watches or limits the call

    @property
    def model_suffix(self) -> str:
        """The suffix of the result's model name that the argument response_format selects, or ""."""
        if self.response_type != "transcript":
            return ""
        response_format = self.arguments.get("response_format")
        suffixes = {"verbose_json": "Verbose", "diarized_json": "Diarized"}
        return suffixes.get(response_format, "") if isinstance(response_format, str) else ""

    def close(self) -> None:
        """Delete the temporary files of a form. Files of the caller stay open."""
        close = getattr(self.request.body, "close", None)
        if close is not None:
            close()


def prepare(operation: Operation, settings: Settings, arguments: Dict[str, Any]) -> Call:
    """Build the call. `arguments` are the keyword arguments of the caller, in a dict that this function may change.

    Raises ArgumentError, PathError, UploadError or ConfigError.
    """
    if not SENTINEL_TYPES.isdisjoint(map(type, arguments.values())):
        arguments = {name: value for name, value in arguments.items() if type(value) not in SENTINEL_TYPES}
    call = Call(operation, settings, dict(arguments))
    if not CALL_OPTIONS.isdisjoint(arguments):
        from .call_options import pop_options

        call.options = pop_options(arguments, CALL_OPTIONS, call.options)
    extra_headers = mask_headers(arguments.pop("extra_headers", None))
    if extra_headers:
        from .header_validation import check_headers

        extra_headers = check_headers("extra_headers", extra_headers)
    extra_query = arguments.pop("extra_query", None)
    extra_body = arguments.pop("extra_body", None)
    timeout = arguments.pop("timeout", settings)
    timeouts = settings.timeout if timeout is settings else Timeout(timeout)
    operation.check(arguments)
    if operation.response_type == "events" or arguments.get("stream") is True:
        call.stream = operation.stream or "APIObject"
        if call.options is not None and "ledger" in call.options:
            from .stream_usage import request_usage

            request_usage(call, arguments, extra_body)
    path = operation.path
    if operation.path_names:
        path = expand(path, operation.path_names, arguments)
        for name in operation.path_names:
            del arguments[name]
    headers = type(settings.headers)(settings.headers)
    base, same_origin = settings.base_url, True
    query: Dict[str, Any] = {}
    if operation.is_custom:
        from .custom_body import build_custom_body

        base, body, same_origin = build_custom_body(call, headers, extra_body)
    else:
        body, query = build_body(call, headers, arguments, extra_body)
    try:
        if call.provider is not None:
            path = call.provider.rewrite_path(path, call.arguments.get("model"))
        if settings.query or query or extra_query:
            query = {**(settings.query if same_origin else {}), **query, **_as_mapping("extra_query", extra_query)}
            url = join(base, path, encode_query(query))
        else:
            url = join(base, path)
        if same_origin:
            authorize(call, headers, extra_headers)
        if extra_headers:
            headers = headers.merged(extra_headers)
    except BaseException:
        getattr(body, "close", int)()  # the copy of a file that cannot be rewound
        raise
    call.request = (Request if same_origin else CrossOriginRequest)(operation.method, url, headers, body, timeouts)
    return call


def _as_mapping(name: str, value: Any) -> Mapping[str, Any]:
    if not value:
        return {}
    if not hasattr(value, "keys"):
        raise ArgumentError("{}: expected a mapping, got {}".format(name, type(value).__name__))
    mapping: Mapping[str, Any] = value
    return mapping


def ordered_fields(operation: Operation, arguments: Mapping[str, Any]) -> Dict[str, Any]:
    """Return the arguments in the order of sending: the leading fields of the operation, then the others sorted."""
    leading = [name for name in operation.leading_fields if name in arguments]
    if len(leading) == len(arguments):
        return {name: arguments[name] for name in leading}
    return {name: arguments[name] for name in leading + sorted(set(arguments).difference(leading), key=str)}


def build_body(call: Call, headers: Headers, arguments: Dict[str, Any], extra: Any) -> Tuple[Any, Dict[str, Any]]:
    """Return the body and the query parameters of a call, and set the headers that depend on them."""
    operation = call.operation
    beta = call.settings.beta or operation.beta
    if beta:
        headers.setdefault("OpenAI-Beta", beta)
    if operation.accept != "application/json":
        headers["Accept"] = operation.accept
    if operation.headers:
        set_header_arguments(operation, headers, arguments)
    if operation.method != "POST":
        if operation.method == "GET" and extra is None:
            headers.pop("Content-Type", None)
        return None if extra is None else encode_json(extra), ordered_fields(operation, arguments)
    query: Dict[str, Any] = {}
    if operation.query:
        query = {name: arguments.pop(name) for name in operation.query.split() if name in arguments}
    if call.settings.may_retry:
        # With it the server recognizes a retry, and doesn't execute the call twice.
        headers.setdefault("Idempotency-Key", urandom(16).hex())
    if operation.body_optional and not arguments and not extra:
        return None, query
    arguments = ordered_fields(operation, arguments)
    if operation.nested_aliases:
        from .nested_aliases import rename_fields

        arguments = rename_fields(arguments, operation.nested_aliases)
    if operation.multipart:
        from .form_body import encode_form

        body = encode_form(operation, headers, merge_extra_body(arguments, extra) if extra else arguments)
        if body is not None:
            return body, query
    if call.response_type == "embeddings":
        # By default, request vectors as base64: a quarter of the size, and ten times faster to decode.
        if "encoding_format" in arguments:
            call.response_type = ""  # return the vectors in the format that the caller chose
        else:
            arguments["encoding_format"] = "base64"
    return encode_json(merge_extra_body(arguments, extra) if extra else arguments), query


def set_header_arguments(operation: Operation, headers: Headers, arguments: Dict[str, Any]) -> None:
    """Move the arguments that are sent as headers there; a list is joined with commas. Raises ConfigError."""
    from .header_validation import check_header_value

    for name in operation.headers.split():
        value = arguments.pop(name, None)
        if isinstance(value, (list, tuple)):
            value = ",".join([check_header_value(name, item) for item in value])
        if value is not None:
            headers[HEADER_ARGUMENTS[name]] = check_header_value(name, value)


def authorize(call: Call, headers: Headers, extra: Optional[Mapping[str, Any]]) -> None:
    """Add credentials to the request, or register the signer that will. Raises CredentialError if there are none."""
    settings = call.settings
    if extra and any(name.lower() == "authorization" for name in extra):
        return
    if call.provider is not None and not call.operation.admin:
        call.sign = call.provider.sign
        return
    if settings.has_authorization_header:
        return
    key = settings.admin_api_key if call.operation.admin else settings.api_key
    if key is None:
        raise CredentialError(
            "Could not resolve authentication method: {} {} needs {}, and none is set. Pass {} to the client or in a "
            "Config, or set the environment variable {}".format(
                call.operation.method,
                call.operation.path,
                *(
                    ("an admin key", "admin_api_key=…", "OPENAI_ADMIN_KEY")
                    if call.operation.admin
                    else ("an API key", "api_key=…", "OPENAI_API_KEY")
                ),
            )
        )
    if isinstance(key, str):
        headers["Authorization"] = Secret("Bearer " + key)
        return
    from .bearer_auth import BearerAuth

    call.sign = BearerAuth(key if callable(key) else key.read)
