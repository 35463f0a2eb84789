# SPDX-License-Identifier: MIT
"""From a row, settings and a call's arguments to the request to send. No I/O but opening files to be sent.

Arguments that belong in the path go there, `extra_*` and `timeout` are options of the call, the rest is the body of a
POST and the query of anything else. What the caller holds is never changed.
Neighbours: url.py, body.py and form.py write the parts; exchange.py decides what becomes of it.
"""

from __future__ import annotations

from os import urandom

from .body import encode_json, merged
from .errors import CredentialError
from .message import Request, Secret, masked_mapping
from .omitted import OMITTED
from .timeout import Timeout
from .url import encode_query, expand, join

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Mapping, Optional, Tuple

    from ..api.rows import Row
    from ..config import Settings
    from .message import Headers


HEADERS = {"betas": "OpenAI-Beta", "idempotency_key": "Idempotency-Key"}  # what arguments become that are headers


class Call:
    """A call ready to be made: the request, and what is needed to make sense of its answer."""

    __slots__ = ("row", "settings", "request", "provider", "sign", "stream", "answer", "arguments")

    def __init__(self, row: Row, settings: Settings, arguments: Dict[str, Any]) -> None:
        self.row = row
        self.settings = settings
        self.request: Request
        self.provider = settings.provider
        self.sign: Optional[Callable[[Request], Any]] = None
        self.stream = ""
        self.answer = row.answer
        self.arguments = arguments

    @property
    def variant(self) -> str:
        """What the call's response_format adds to the name of its answer's model."""
        asked = self.arguments.get("response_format") if self.answer == "transcript" else None
        return {"verbose_json": "Verbose", "diarized_json": "Diarized"}.get(asked, "") if isinstance(asked, str) else ""

    def close(self) -> None:
        """Delete what a form kept aside for sending; files that the caller opened stay open."""
        close = getattr(self.request.body, "close", None)
        if close is not None:
            close()


def prepare(row: Row, settings: Settings, arguments: Dict[str, Any]) -> Call:
    """Build the call. `arguments` is the caller's keywords in a dict of their own.

    Raises ArgumentError, PathError, UploadError or ConfigError, each naming what is wrong; nothing is sent then.
    """
    if not OMITTED.isdisjoint(map(type, arguments.values())):
        arguments = {name: value for name, value in arguments.items() if type(value) not in OMITTED}
    call = Call(row, settings, dict(arguments))
    extra_headers = masked_mapping(arguments.pop("extra_headers", None))
    extra_query = arguments.pop("extra_query", None)
    extra_body = arguments.pop("extra_body", None)
    timeout = arguments.pop("timeout", settings)
    row.check(arguments)
    if row.answer == "events" or arguments.get("stream") is True:
        call.stream = row.stream or "APIObject"
    path = row.path
    if row.path_names:
        path = expand(path, row.path_names, arguments)
        for name in row.path_names:
            del arguments[name]
    headers = type(settings.headers)(settings.headers)
    base, at_home = settings.base_url, True
    query: Dict[str, Any] = {}
    if row.free:
        base, body, at_home = free_content(call, headers, extra_body)
    else:
        body, query = content(call, headers, arguments, extra_body)
    if call.provider is not None:
        path = call.provider.route(path, call.arguments.get("model"))
    if settings.query or query or extra_query:
        query = {**settings.query, **query, **(extra_query or {})}
        url = join(base, path, encode_query(query))
    else:
        url = join(base, path)
    if at_home:
        authorize(call, headers, extra_headers)
    if extra_headers:
        from .headers import check_headers

        headers = headers.merged(check_headers("extra_headers", extra_headers))
    seconds = settings.timeout if timeout is settings else Timeout(timeout)
    call.request = Request(row.verb, url, headers, body, seconds)
    return call


def in_order(row: Row, arguments: Mapping[str, Any]) -> Dict[str, Any]:
    """Return the arguments in the order in which they are sent: what the row puts first, then by the alphabet."""
    first = [name for name in row.first if name in arguments]
    if len(first) == len(arguments):
        return {name: arguments[name] for name in first}
    return {name: arguments[name] for name in first + sorted(set(arguments).difference(first), key=str)}


def content(call: Call, headers: Headers, arguments: Dict[str, Any], extra: Any) -> Tuple[Any, Dict[str, Any]]:
    """Return body and query, and set the headers that go with them; the arguments go into one or the other."""
    row = call.row
    beta = call.settings.beta or row.beta
    if beta:
        headers.setdefault("OpenAI-Beta", beta)
    if row.accept != "application/json":
        headers["Accept"] = row.accept
    if row.headers:
        for name in row.headers.split():
            said = arguments.pop(name, None)
            if said is not None:
                headers[HEADERS[name]] = said if isinstance(said, str) else ",".join(said)
    if row.verb != "POST":
        if row.verb == "GET" and extra is None:
            headers.pop("Content-Type", None)
        return None if extra is None else encode_json(extra), in_order(row, arguments)
    query = {name: arguments.pop(name) for name in row.query.split() if name in arguments} if row.query else {}
    if call.settings.may_retry:
        # The server can tell a second attempt from a second order.
        headers.setdefault("Idempotency-Key", urandom(16).hex())
    if row.empty and not arguments and not extra:
        return None, query
    arguments = in_order(row, arguments)
    if row.multipart:
        from .form import form

        body = form(row, headers, {**arguments, **(extra or {})})
        if body is not None:
            return body, query
    if call.answer == "embeddings":
        # Floats travel as base64 unless the caller asks otherwise: a quarter of the bytes, a tenth of the work.
        if "encoding_format" in arguments:
            call.answer = ""  # whose vectors come as they were asked for
        else:
            arguments["encoding_format"] = "base64"
    return encode_json(merged(arguments, extra) if extra else arguments), query


def free_content(call: Call, headers: Headers, extra: Any) -> Tuple[str, Any, bool]:
    """Return base URL and body of a call that no table has, and whether it goes where the credentials belong.

    Nothing that identifies the caller goes to another origin. Raises ConfigError for a URL that is none.
    """
    row: Any = call.row
    base, at_home = call.settings.base_url, True
    if row.absolute:
        from .redirect import IDENTIFYING, origin
        from .url import check_base_url

        check_base_url(row.path.partition("?")[0], "path")
        base, at_home = "", origin(row.path) == origin(base)
        for name in [] if at_home else [name for name in headers if name.lower() in IDENTIFYING]:
            del headers[name]
    if row.verb != "GET" and call.settings.may_retry:
        headers.setdefault("Idempotency-Key", urandom(16).hex())
    if call.stream:
        headers["Accept"] = "text/event-stream"
    body = row.content(headers, extra)
    if body is None and row.verb == "GET":
        headers.pop("Content-Type", None)
    return base, body, at_home


def authorize(call: Call, headers: Headers, extra: Optional[Mapping[str, Any]]) -> None:
    """See to it that the request carries a credential, or will once it is signed. Raises CredentialError."""
    settings = call.settings
    if extra and any(name.lower() == "authorization" for name in extra):
        return
    if call.provider is not None and not call.row.admin:
        call.sign = call.provider.sign
        return
    if settings.own_authorization:
        return
    key = settings.admin_api_key if call.row.admin else settings.api_key
    if key is None:
        raise CredentialError(
            "Could not resolve authentication method: {} {} needs {}, and there is none. Pass {} to the client or in a "
            "Config, or set the environment variable {}".format(
                call.row.verb,
                call.row.path,
                *(
                    ("an admin key", "admin_api_key=…", "OPENAI_ADMIN_KEY")
                    if call.row.admin
                    else ("an API key", "api_key=…", "OPENAI_API_KEY")
                ),
            )
        )
    if isinstance(key, str):
        headers["Authorization"] = Secret("Bearer " + key)
        return
    from .credential import Bearer

    call.sign = Bearer(key if callable(key) else key.read)
