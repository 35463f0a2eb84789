# SPDX-License-Identifier: MIT
"""Calls of paths that no table has: `client.get("/new/thing", cast_to=dict)`. A row made for one call.

What is asked for goes through the same pipeline as everything else. Neighbours: rows.py, ../call/prepare.py (which
asks such a row for its content), ../client.py (the verbs), ../answer/cast.py (what `cast_to` makes of the answer).
"""

from __future__ import annotations

from ..call.errors import ArgumentError
from ..call.json_body import encode_json, merge_extra_body
from .operation import Operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Mapping, Optional, Tuple

# Options of such a call, as the official SDK names them, and the arguments that they become.
OPTIONS = {"headers": "extra_headers", "params": "extra_query", "extra_json": "extra_body", "timeout": "timeout"}


class CustomOperation(Operation):
    """A path of the API, or a whole URL, with what to send: JSON, a form (with `files`), or bytes as they are."""

    __slots__ = ("cast_to", "body", "files", "raw", "absolute")

    is_custom = True

    def __init__(self, verb: str, path: str, cast_to: Any, body: Any, content: Any, files: Any, stream: str) -> None:
        self.absolute = path.startswith(("http://", "https://"))
        super().__init__(verb, path if self.absolute else "/" + path.lstrip("/"), response_type="cast", stream=stream)
        self.path_names = self.required_names = ()  # braces in such a path are the caller's own
        self.name = verb.lower()
        self.cast_to = cast_to
        self.body = body
        self.files = files
        self.raw = content

    def encode_body(self, headers: Any, extra: Optional[Mapping[str, Any]]) -> Any:
        """Return the request's body, and set its Content-Type."""
        body = self.body
        if self.files is not None:
            from ..call.multipart import Multipart

            form = Multipart({**(body or {}), **dict(self.files), **(extra or {})})
            headers["Content-Type"] = form.content_type
            return form
        content = bytes(body) if isinstance(body, (bytes, bytearray)) else self.raw
        if content is not None:
            return content.encode("utf-8") if isinstance(content, str) else content
        if body is None and not extra:
            return None
        return encode_json(merge_extra_body({} if body is None else body, extra) if extra else body)


def custom_request(
    verb: str,
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
) -> Tuple[CustomOperation, Dict[str, Any]]:
    """Return a row and the arguments of its call. Raises ArgumentError for what cannot be sent together."""
    if content is not None and (body is not None or files is not None):
        raise ArgumentError("content: pass either it or a body with files, not both")
    said = dict(options or {})
    row = CustomOperation(verb, path, cast_to, body, content, files, _event_model(stream_cls))
    if page is not None:
        row.page = getattr(page, "__name__", str(page)).partition("[")[0].replace("Async", "").replace("Sync", "")
        row.response_type, row.returns = "", getattr(cast_to, "__name__", "")
    arguments = {OPTIONS[name]: said.pop(name) for name in OPTIONS if said.get(name) is not None}
    if stream:
        arguments["stream"] = True
    key = said.pop("idempotency_key", None)
    if key is not None:
        arguments["extra_headers"] = {"Idempotency-Key": key, **(arguments.get("extra_headers") or {})}
    settings: Dict[str, Any] = {}
    if said.get("max_retries") is not None:
        settings["max_retries"] = said["max_retries"]
    if said.get("follow_redirects") is not None:
        settings["http_options"] = {"follow_redirect": said["follow_redirects"]}
    if settings:
        arguments["config"] = config_type(**settings)
    return row, arguments


def _event_model(stream_cls: Any) -> str:
    """Return the model of the events that a class like Stream[ChatCompletionChunk] names, or ""."""
    inner = getattr(stream_cls, "__args__", None)
    return getattr(inner[0], "__name__", "") if inner else ""
