# SPDX-License-Identifier: MIT
"""`FinalRequestOptions`: a request before it is built, for programs that override or wrap `client.request`."""

from __future__ import annotations

from ..call.sentinels import NOT_GIVEN, is_given, strip_not_given

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

DEFAULTS: Dict[str, Any] = {
    "method": "get", "url": "", "params": None, "headers": NOT_GIVEN, "max_retries": NOT_GIVEN, "timeout": NOT_GIVEN,
    "files": None, "idempotency_key": None, "post_parser": NOT_GIVEN, "follow_redirects": None, "security": None,
    "synthesize_event_and_data": None, "stream_mode": "legacy", "content": None, "json_data": None, "extra_json": None,
}  # fmt: skip


class FinalRequestOptions:
    """Method, path, headers, query and body of a request. `json_data` are the fields of the body."""

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(DEFAULTS)
        self.params: Any = {}
        self.operation: Any = None  # of a resource, and those of its arguments that are no field of body or query
        self.arguments: Any = {}
        self.defaults: Any = {}  # fields that the client sends unless they are changed
        self.idempotency_header: Any = None
        self.request: Any = None  # that of the current attempt
        self.finish: Any = None  # makes the result, once there is a response
        self.__dict__.update(values)

    @classmethod
    def construct(cls, _fields_set: Any = None, **values: Any) -> FinalRequestOptions:
        """Return options without those values that are not given."""
        return cls(
            **{name: strip_not_given(value) if hasattr(value, "keys") else value for name, value in values.items()}
        )

    model_construct = construct

    def get_max_retries(self, max_retries: int) -> int:
        """Return the number of retries of this request, by default `max_retries`."""
        own: Any = self.max_retries  # type: ignore[attr-defined]
        return own if is_given(own) else max_retries

    def copy(self, *, deep: bool = False) -> FinalRequestOptions:
        """Return a copy that has the same values."""
        return type(self)(**self.__dict__)

    model_copy = copy

    def __repr__(self) -> str:
        return "FinalRequestOptions(method={!r}, url={!r})".format(self.method, self.url)  # type: ignore[attr-defined]
