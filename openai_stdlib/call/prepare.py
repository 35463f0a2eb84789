# SPDX-License-Identifier: MIT
"""From a row, settings and a call's arguments to the request to send. No I/O but opening files to be sent.

Arguments that belong in the path go there, `extra_*` and `timeout` are options of the call, the rest is the body of a
POST and the query of anything else. What the caller holds is never changed.
Neighbours: url.py, body.py and multipart.py write the parts; exchange.py decides what becomes of it.
"""

from __future__ import annotations

from os import urandom

from .body import encode_json, merged
from .errors import ArgumentError, ConfigError
from .message import Request, masked_mapping
from .timeout import Timeout
from .url import encode_query, expand, join

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Mapping, Optional, Tuple

    from ..api.rows import Row
    from ..config import Settings
    from .message import Headers


class Call:
    """A call ready to be made: the request, and what is needed to make sense of its answer."""

    __slots__ = ("row", "settings", "request", "sign", "stream", "answer", "arguments")

    def __init__(self, row: Row, settings: Settings, arguments: Dict[str, Any]) -> None:
        self.row = row
        self.settings = settings
        self.request: Request
        self.sign: Optional[Callable[[Request], Any]] = None
        self.stream = ""
        self.answer = row.answer
        self.arguments = arguments

    def close(self) -> None:
        """Delete what a form kept aside for sending; files that the caller opened stay open."""
        close = getattr(self.request.body, "close", None)
        if close is not None:
            close()


def prepare(row: Row, settings: Settings, arguments: Dict[str, Any]) -> Call:
    """Build the call. `arguments` is the caller's keywords in a dict of their own.

    Raises ArgumentError, PathError, UploadError or ConfigError, each naming what is wrong; nothing is sent then.
    """
    call = Call(row, settings, dict(arguments))
    extra_headers = masked_mapping(arguments.pop("extra_headers", None))
    extra_query = arguments.pop("extra_query", None)
    extra_body = arguments.pop("extra_body", None)
    timeout = arguments.pop("timeout", settings)
    check_arguments(row, arguments)
    if arguments.get("stream") is True:
        call.stream = row.stream or "chat"
    path = row.path
    if row.path_names:
        path = expand(path, row.path_names, arguments)
        for name in row.path_names:
            del arguments[name]
    headers, body, query = content(call, arguments, extra_body)
    if settings.query or query or extra_query:
        query = {**settings.query, **query, **(extra_query or {})}
        url = join(settings.base_url, path, encode_query(query))
    else:
        url = join(settings.base_url, path)
    authorize(call, headers, extra_headers)
    if extra_headers:
        from .headers import check_headers

        headers = headers.merged(check_headers("extra_headers", extra_headers))
    seconds = settings.timeout if timeout is settings else Timeout(timeout)
    call.request = Request(row.verb, url, headers, body, seconds)
    return call


def check_arguments(row: Row, arguments: Mapping[str, Any]) -> None:
    """Raise ArgumentError if a call lacks what the row requires."""
    missing = [name for name in row.needed if name not in arguments]
    if missing:
        raise ArgumentError(
            "Missing required argument{}: {} ({}() is {} {})".format(
                "s" if len(missing) > 1 else "",
                " and ".join(repr(name) for name in missing),
                row.name,
                row.verb,
                row.path,
            )
        )


def content(call: Call, arguments: Dict[str, Any], extra: Any) -> Tuple[Headers, Any, Dict[str, Any]]:
    """Return headers, body and query; what is left of the arguments goes into one or the other."""
    row = call.row
    headers = type(call.settings.headers)(call.settings.headers)
    beta = call.settings.beta or row.beta
    if beta:
        headers.setdefault("OpenAI-Beta", beta)
    if row.accept != "application/json":
        headers["Accept"] = row.accept
    if row.verb != "POST":
        if row.verb == "GET" and extra is None:
            headers.pop("Content-Type", None)
        return headers, None if extra is None else encode_json(extra), arguments
    query = {name: arguments.pop(name) for name in row.query.split() if name in arguments} if row.query else {}
    if call.settings.max_retries:
        # The server can tell a second attempt from a second order.
        headers.setdefault("Idempotency-Key", urandom(16).hex())
    if row.multipart:
        from .multipart import Multipart

        body: Any = Multipart({**arguments, **(extra or {})}, row.upload)
        headers["Content-Type"] = body.content_type
        return headers, body, query
    if row.empty and not arguments and not extra:
        return headers, None, query
    if call.answer == "embeddings":
        # Floats travel as base64 unless the caller asks otherwise: a quarter of the bytes, a tenth of the work.
        if "encoding_format" in arguments:
            call.answer = ""
        else:
            arguments["encoding_format"] = "base64"
    return headers, encode_json(merged(arguments, extra) if extra else arguments), query


def authorize(call: Call, headers: Headers, extra: Optional[Mapping[str, Any]]) -> None:
    """See to it that the request carries a credential, or will when it is signed. Raises ConfigError without one."""
    if "Authorization" in headers or (extra and any(name.lower() == "authorization" for name in extra)):
        return
    key = call.settings.api_key
    if key is None:
        raise ConfigError(
            "Missing credentials: there is no API key. Pass api_key=… to the client or in Config(api_key=…), "
            "or set the environment variable OPENAI_API_KEY"
        )
    if not isinstance(key, str):
        from .credential import Bearer

        call.sign = Bearer(key if callable(key) else key.read)
