# SPDX-License-Identifier: MIT
"""From a row, settings and a call's arguments to the request to send. No I/O but opening files to be sent.

Arguments that belong in the path go there, `extra_*` and `timeout` are options of the call, the rest is the body of a
POST and the query of anything else. What the caller holds is never changed.
Neighbours: url.py, body.py and form.py write the parts; exchange.py decides what becomes of it.
"""

from __future__ import annotations

from os import urandom

from .errors import CredentialError
from .json_body import encode_json, merge_extra_body
from .message import Request, Secret, mask_mapping
from .sentinels import SENTINEL_TYPES
from .timeout import Timeout
from .url import encode_query, expand, join

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Mapping, Optional, Tuple

    from ..api.operation import Operation
    from ..config.settings import Settings
    from .message import Headers


HEADER_ARGUMENTS = {
    "betas": "OpenAI-Beta",
    "idempotency_key": "Idempotency-Key",
}  # what arguments become that are headers


class Call:
    """A call ready to be made: the request, and what is needed to make sense of its answer."""

    __slots__ = ("operation", "settings", "request", "provider", "sign", "stream", "response_type", "arguments")

    def __init__(self, row: Operation, settings: Settings, arguments: Dict[str, Any]) -> None:
        self.operation = row
        self.settings = settings
        self.request: Request
        self.provider = settings.provider
        self.sign: Optional[Callable[[Request], Any]] = None
        self.stream = ""
        self.response_type = row.response_type
        self.arguments = arguments

    @property
    def model_suffix(self) -> str:
        """What the call's response_format adds to the name of its answer's model."""
        asked = self.arguments.get("response_format") if self.response_type == "transcript" else None
        return {"verbose_json": "Verbose", "diarized_json": "Diarized"}.get(asked, "") if isinstance(asked, str) else ""

    def close(self) -> None:
        """Delete what a form kept aside for sending; files that the caller opened stay open."""
        close = getattr(self.request.body, "close", None)
        if close is not None:
            close()


def prepare(row: Operation, settings: Settings, arguments: Dict[str, Any]) -> Call:
    """Build the call. `arguments` is the caller's keywords in a dict of their own.

    Raises ArgumentError, PathError, UploadError or ConfigError, each naming what is wrong; nothing is sent then.
    """
    if not SENTINEL_TYPES.isdisjoint(map(type, arguments.values())):
        arguments = {name: value for name, value in arguments.items() if type(value) not in SENTINEL_TYPES}
    call = Call(row, settings, dict(arguments))
    extra_headers = mask_mapping(arguments.pop("extra_headers", None))
    extra_query = arguments.pop("extra_query", None)
    extra_body = arguments.pop("extra_body", None)
    timeout = arguments.pop("timeout", settings)
    row.check(arguments)
    if row.response_type == "events" or arguments.get("stream") is True:
        call.stream = row.stream or "APIObject"
    path = row.path
    if row.path_names:
        path = expand(path, row.path_names, arguments)
        for name in row.path_names:
            del arguments[name]
    headers = type(settings.headers)(settings.headers)
    base, at_home = settings.base_url, True
    query: Dict[str, Any] = {}
    if row.is_custom:
        base, body, at_home = build_custom_body(call, headers, extra_body)
    else:
        body, query = build_body(call, headers, arguments, extra_body)
    if call.provider is not None:
        path = call.provider.rewrite_path(path, call.arguments.get("model"))
    if settings.query or query or extra_query:
        query = {**settings.query, **query, **(extra_query or {})}
        url = join(base, path, encode_query(query))
    else:
        url = join(base, path)
    if at_home:
        authorize(call, headers, extra_headers)
    if extra_headers:
        from .header_validation import check_headers

        headers = headers.merged(check_headers("extra_headers", extra_headers))
    seconds = settings.timeout if timeout is settings else Timeout(timeout)
    call.request = Request(row.method, url, headers, body, seconds)
    return call


def ordered_fields(row: Operation, arguments: Mapping[str, Any]) -> Dict[str, Any]:
    """Return the arguments in the order in which they are sent: what the row puts first, then by the alphabet."""
    first = [name for name in row.leading_fields if name in arguments]
    if len(first) == len(arguments):
        return {name: arguments[name] for name in first}
    return {name: arguments[name] for name in first + sorted(set(arguments).difference(first), key=str)}


def build_body(call: Call, headers: Headers, arguments: Dict[str, Any], extra: Any) -> Tuple[Any, Dict[str, Any]]:
    """Return body and query, and set the headers that go with them; the arguments go into one or the other."""
    row = call.operation
    beta = call.settings.beta or row.beta
    if beta:
        headers.setdefault("OpenAI-Beta", beta)
    if row.accept != "application/json":
        headers["Accept"] = row.accept
    if row.headers:
        for name in row.headers.split():
            said = arguments.pop(name, None)
            if said is not None:
                headers[HEADER_ARGUMENTS[name]] = said if isinstance(said, str) else ",".join(said)
    if row.method != "POST":
        if row.method == "GET" and extra is None:
            headers.pop("Content-Type", None)
        return None if extra is None else encode_json(extra), ordered_fields(row, arguments)
    query = {name: arguments.pop(name) for name in row.query.split() if name in arguments} if row.query else {}
    if call.settings.may_retry:
        # The server can tell a second attempt from a second order.
        headers.setdefault("Idempotency-Key", urandom(16).hex())
    if row.body_optional and not arguments and not extra:
        return None, query
    arguments = ordered_fields(row, arguments)
    if row.multipart:
        from .form_body import encode_form

        body = encode_form(row, headers, {**arguments, **(extra or {})})
        if body is not None:
            return body, query
    if call.response_type == "embeddings":
        # Floats travel as base64 unless the caller asks otherwise: a quarter of the bytes, a tenth of the work.
        if "encoding_format" in arguments:
            call.response_type = ""  # whose vectors come as they were asked for
        else:
            arguments["encoding_format"] = "base64"
    return encode_json(merge_extra_body(arguments, extra) if extra else arguments), query


def build_custom_body(call: Call, headers: Headers, extra: Any) -> Tuple[str, Any, bool]:
    """Return base URL and body of a call that no table has, and whether it goes where the credentials belong.

    Nothing that identifies the caller goes to another origin. Raises ConfigError for a URL that is none.
    """
    row: Any = call.operation
    base, at_home = call.settings.base_url, True
    if row.absolute:
        from .redirect import REMOVE_ON_CROSS_ORIGIN, origin
        from .url import check_base_url

        check_base_url(row.path.partition("?")[0], "path")
        base, at_home = "", origin(row.path) == origin(base)
        for name in [] if at_home else [name for name in headers if name.lower() in REMOVE_ON_CROSS_ORIGIN]:
            del headers[name]
    if row.method != "GET" and call.settings.may_retry:
        headers.setdefault("Idempotency-Key", urandom(16).hex())
    if call.stream:
        headers["Accept"] = "text/event-stream"
    body = row.encode_body(headers, extra)
    if body is None and row.method == "GET":
        headers.pop("Content-Type", None)
    return base, body, at_home


def authorize(call: Call, headers: Headers, extra: Optional[Mapping[str, Any]]) -> None:
    """See to it that the request carries a credential, or will once it is signed. Raises CredentialError."""
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
            "Could not resolve authentication method: {} {} needs {}, and there is none. Pass {} to the client or in a "
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
