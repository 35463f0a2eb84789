# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .responses import (
    Responses as Responses,
    AsyncResponses as AsyncResponses,
    ResponsesWithRawResponse as ResponsesWithRawResponse,
    AsyncResponsesWithRawResponse as AsyncResponsesWithRawResponse,
    ResponsesWithStreamingResponse as ResponsesWithStreamingResponse,
    AsyncResponsesWithStreamingResponse as AsyncResponsesWithStreamingResponse,
)
from .input_items import (
    InputItems as InputItems,
    AsyncInputItems as AsyncInputItems,
    InputItemsWithRawResponse as InputItemsWithRawResponse,
    AsyncInputItemsWithRawResponse as AsyncInputItemsWithRawResponse,
    InputItemsWithStreamingResponse as InputItemsWithStreamingResponse,
    AsyncInputItemsWithStreamingResponse as AsyncInputItemsWithStreamingResponse,
)
from .input_tokens import (
    InputTokens as InputTokens,
    AsyncInputTokens as AsyncInputTokens,
    InputTokensWithRawResponse as InputTokensWithRawResponse,
    AsyncInputTokensWithRawResponse as AsyncInputTokensWithRawResponse,
    InputTokensWithStreamingResponse as InputTokensWithStreamingResponse,
    AsyncInputTokensWithStreamingResponse as AsyncInputTokensWithStreamingResponse,
)
