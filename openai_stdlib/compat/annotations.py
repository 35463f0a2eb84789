# SPDX-License-Identifier: MIT
"""Types that programs import from `openai._types` for their annotations, and constants of `openai._constants`.

No logic here. Types of other libraries are not named, so most are wider than the official ones; type checkers read
the stub `_types.pyi` instead.
"""

from __future__ import annotations

import os
from typing import (
    IO,
    Any,
    Awaitable,
    Callable,
    Dict,
    Iterable,
    List,
    Mapping,
    Optional,
    Sequence,
    Tuple,
    Type,
    TypeVar,
    Union,
)

from ..call.sentinels import Omit

_T = TypeVar("_T")
ResponseT = TypeVar("ResponseT")
ModelT = TypeVar("ModelT")
Body = object
Query = Mapping[str, object]
Headers = Mapping[str, Union[str, Omit]]
AnyMapping = Mapping[str, object]
Base64FileInput = Union[IO[bytes], "os.PathLike[str]"]
FileContent = Union[IO[bytes], bytes, "os.PathLike[str]"]
FileTypes = Union[
    FileContent,
    Tuple[Optional[str], FileContent],
    Tuple[Optional[str], FileContent, Optional[str]],
    Tuple[Optional[str], FileContent, Optional[str], Mapping[str, str]],
]
RequestFiles = Union[Mapping[str, FileTypes], Sequence[Tuple[str, FileTypes]]]
HttpxFileContent, HttpxFileTypes, HttpxRequestFiles = FileContent, FileTypes, RequestFiles
PostParser = Callable[[Any], Any]
NotGivenOr = Union[_T, Any]
StrBytesIntFloat = Union[str, bytes, int, float]
IncEx = Union[set, Mapping[Any, Any]]
SequenceNotStr = Sequence
HttpxSendArgs = Dict[str, Any]
RequestOptions = Dict[str, Any]
ArrayFormat = NestedFormat = str
Transport = AsyncTransport = BaseTransport = object
InheritsGeneric = object
SecurityOptions = Dict[str, bool]
ToolOutput = Union[str, Mapping[str, Any], Iterable[Any], None]
ToolHandler = Callable[[Dict[str, Any]], ToolOutput]
AsyncToolHandler = Callable[[Dict[str, Any]], Union[ToolOutput, Awaitable[ToolOutput]]]
TranscriptSegmentCloseReason = str
NoneType: Type[None] = type(None)
DisabledRequestHeaders: List[str] = []

RAW_RESPONSE_HEADER = "X-Stainless-Raw-Response"
OVERRIDE_CAST_TO_HEADER = "____stainless_override_cast_to"
INITIAL_RETRY_DELAY = 0.5
MAX_RETRY_DELAY = 8.0
MAX_RETRY_AFTER_DELAY = 120.0
