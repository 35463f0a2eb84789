# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .automation_invocation import AutomationInvocation as AutomationInvocation
from .invocation_list_params import InvocationListParams as InvocationListParams
from .automation_invocation_source import AutomationInvocationSource as AutomationInvocationSource
