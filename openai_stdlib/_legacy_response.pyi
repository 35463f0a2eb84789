# SPDX-License-Identifier: MIT
"""What `with_raw_response` returns, generic over the result of the call; and binary content."""

from datetime import timedelta
from typing import Awaitable, Callable, Generic, Optional, Type, TypeVar, overload
from typing_extensions import ParamSpec

from .call.headers import Headers
from .call.message import Request
from .call.message import Response as HTTPResponse
from .results.binary import BinaryContent

P = ParamSpec("P")
R = TypeVar("R")
_T = TypeVar("_T")

class LegacyAPIResponse(Generic[R]):
    http_response: HTTPResponse
    retries_taken: int
    @property
    def request_id(self) -> Optional[str]: ...
    @overload
    def parse(self, *, to: Type[_T]) -> _T: ...
    @overload
    def parse(self) -> R: ...
    @property
    def headers(self) -> Headers: ...
    @property
    def http_request(self) -> Request: ...
    @property
    def status_code(self) -> int: ...
    @property
    def url(self) -> str: ...
    @property
    def method(self) -> str: ...
    @property
    def content(self) -> bytes: ...
    @property
    def text(self) -> str: ...
    @property
    def http_version(self) -> str: ...
    @property
    def is_closed(self) -> bool: ...
    @property
    def elapsed(self) -> timedelta: ...

class HttpxBinaryResponseContent(BinaryContent):
    """The official name of `BinaryContent`; at run time both are the same class."""

def to_raw_response_wrapper(func: Callable[P, R]) -> Callable[P, LegacyAPIResponse[R]]: ...
def async_to_raw_response_wrapper(func: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[LegacyAPIResponse[R]]]: ...
