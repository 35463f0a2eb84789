# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .automations import (
    Automations as Automations,
    AsyncAutomations as AsyncAutomations,
    AutomationsWithRawResponse as AutomationsWithRawResponse,
    AsyncAutomationsWithRawResponse as AsyncAutomationsWithRawResponse,
    AutomationsWithStreamingResponse as AutomationsWithStreamingResponse,
    AsyncAutomationsWithStreamingResponse as AsyncAutomationsWithStreamingResponse,
)
from .invocations import (
    Invocations as Invocations,
    AsyncInvocations as AsyncInvocations,
    InvocationsWithRawResponse as InvocationsWithRawResponse,
    AsyncInvocationsWithRawResponse as AsyncInvocationsWithRawResponse,
    InvocationsWithStreamingResponse as InvocationsWithStreamingResponse,
    AsyncInvocationsWithStreamingResponse as AsyncInvocationsWithStreamingResponse,
)
