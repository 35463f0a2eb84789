# SPDX-License-Identifier: MIT
"""Further names of the official package for classes of the clients. No logic here."""

from __future__ import annotations

from .. import AsyncOpenAI, OpenAI
from ..results.base_response import BaseResponse

__title__ = "openai"
SyncAPIClient = OpenAI
AsyncAPIClient = AsyncOpenAI
SyncHttpxClientWrapper = AsyncHttpxClientWrapper = object  # programs only ask whether a client is one
BaseAPIResponse = BaseResponse
