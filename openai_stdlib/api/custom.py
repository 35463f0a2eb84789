# SPDX-License-Identifier: MIT
"""Custom requests (`client.get("/new/thing", cast_to=dict)`): build a one-off `Operation`.

Such an operation is executed like any other. results/cast.py converts the response to `cast_to`.
"""

from __future__ import annotations

from urllib.parse import quote

from ..call.errors import ArgumentError
from ..call.json_body import encode_json, merge_extra_body
from ..call.url import SEGMENT_SAFE
from .operation import Operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Mapping, Optional, Tuple

# Name of an option in the official SDK -> name of the argument of an operation.
OPTIONS = {
    "headers": "extra_headers",
    "params": "extra_query",
    "extra_json": "extra_body",
    "timeout": "timeout",
    "on_event": "on_event",
    "ledger_label": "ledger_label",
    "cancel": "cancel",
}
CALL_OPTIONS = ("on_event", "ledger_label", "cancel")  # also keywords of `request`


class CustomOperation(Operation):  # pyright: ignore[reportIncompatibleMethodOverride]
    """Operation for one request to a path of the API, or to an absolute URL.

    The body is JSON, multipart/form-data if there are `files`, or content that is sent unchanged: text, bytes, a path
    object, a binary file or an iterable of bytes.
    """

    __slots__ = ("cast_to", "body", "files", "content", "absolute")

    is_custom = True

    def __init__(self, method: str, path: str, cast_to: Any, body: Any, content: Any, files: Any, stream: str) -> None:
        path = encode_path(path)
        self.absolute: bool = path.startswith(("http://", "https://"))
        super().__init__(
            _check_method(method),
            path if self.absolute else "/" + path.lstrip("/"),
            response_type="cast",
            stream=stream,
        )
        self.path_names: Tuple[str, ...] = ()  # braces in the path are not placeholders here
        self.required_names: Tuple[str, ...] = ()
        self.name: str = method.lower()
        self.cast_to: Any = cast_to
        self.body: Any = body
        self.files: Any = files
        self.content: Any = content

    def encode_body(self, headers: Any, extra: Optional[Mapping[str, Any]]) -> Any:
        """Return the body of the request, merged with `extra`; sets Content-Type if it is a form."""
        body = self.body
        if self.files is not None:
            from ..call.multipart import Multipart

            fields = merge_extra_body({} if body is None else body, self.files)
            form = Multipart(merge_extra_body(fields, extra) if extra else fields)
            headers["Content-Type"] = form.content_type
            return form
        content = body if isinstance(body, (bytes, bytearray, memoryview)) else self.content
        if content is not None:
            from ..call.file_source import raw_body

            return raw_body("content", content)
        if body is None and not extra:
            return None
        return encode_json(merge_extra_body({} if body is None else body, extra) if extra else body)


def custom_request(
    method: str,
    path: str,
    *,
    cast_to: Any = None,
    body: Any = None,
    content: Any = None,
    files: Any = None,
    options: Optional[Mapping[str, Any]] = None,
    stream: bool = False,
    stream_cls: Any = None,
    page: Any = None,
    config_type: Any = None,
    **call_options: Any,
) -> Tuple[CustomOperation, Dict[str, Any]]:
    """Return an operation and the arguments to call it with. Raises ArgumentError for mutually exclusive arguments."""
    if content is not None and (body is not None or files is not None):
        raise ArgumentError("content: mutually exclusive with body and files; pass only one")
    for name in call_options:
        if name not in CALL_OPTIONS:
            raise TypeError("request() got an unexpected keyword argument {!r}".format(name))
    remaining = {**(options or {}), **call_options}
    operation = CustomOperation(method, path, cast_to, body, content, files, _event_model(stream_cls))
    if page is not None:
        operation.page = getattr(page, "__name__", str(page)).partition("[")[0].replace("Async", "").replace("Sync", "")
        operation.response_type, operation.returns = "", getattr(cast_to, "__name__", "")
    arguments = {OPTIONS[name]: remaining.pop(name) for name in OPTIONS if remaining.get(name) is not None}
    if "timeout" in remaining:
        arguments["timeout"] = None  # no limit
    if stream:
        arguments["stream"] = True
    key = remaining.pop("idempotency_key", None)
    if key is not None:
        arguments["extra_headers"] = {"Idempotency-Key": key, **(arguments.get("extra_headers") or {})}
    settings: Dict[str, Any] = {}
    if remaining.get("max_retries") is not None:
        settings["max_retries"] = remaining["max_retries"]
    if remaining.get("follow_redirects") is not None:
        settings["http_options"] = {"follow_redirect": remaining["follow_redirects"]}
    if settings:
        arguments["config"] = config_type(**settings)
    return operation, arguments


def _check_method(method: Any) -> str:
    """Return the name of a method in upper case. Raises ArgumentError."""
    if not isinstance(method, str) or not method.isascii() or not method.replace("-", "").replace("_", "").isalnum():
        raise ArgumentError("method: {!r} is not the name of an HTTP method".format(method))
    return method.upper()


def _event_model(stream_cls: Any) -> str:
    """Return the name of the item type of a class such as Stream[ChatCompletionChunk], or ""."""
    type_arguments = getattr(stream_cls, "__args__", None)
    return getattr(type_arguments[0], "__name__", "") if type_arguments else ""


def encode_path(path: Any) -> str:
    """Return the path and query of a custom request, or an absolute URL, with what a URL cannot carry percent-encoded.

    Percent-encoded bytes stay as they are. Raises ArgumentError for control characters, a lone surrogate and a
    fragment, which would not be sent.
    """
    if not isinstance(path, str):
        raise ArgumentError("path: expected text, got {}".format(type(path).__name__))
    if any(character < " " or character == "\x7f" for character in path):
        raise ArgumentError("path: {!r} contains a control character; percent-encode it".format(path))
    if "#" in path:
        raise ArgumentError(
            "path: {!r} has a fragment (#…), which is never sent; for a # in the path, write %23".format(path)
        )
    text: str = path
    head = ""
    if text.startswith(("http://", "https://")):
        scheme, _, rest = text.partition("://")
        length = min(index for index in (rest.find("/"), rest.find("?"), len(rest)) if index >= 0)
        head, text = scheme + "://" + rest[:length], rest[length:]
    first, *others = text.split("%")
    text = first + "".join(("%" if _starts_with_hex(part) else "%25") + part for part in others)
    text, mark, query = text.partition("?")
    try:
        return head + quote(text, safe="/%" + SEGMENT_SAFE) + mark + quote(query, safe="/?%" + SEGMENT_SAFE)
    except UnicodeEncodeError:
        raise ArgumentError("path: {!r} contains a lone surrogate, which a URL cannot encode".format(path)) from None


def _starts_with_hex(text: str) -> bool:
    return len(text) > 1 and all(character in "0123456789abcdefABCDEF" for character in text[:2])
