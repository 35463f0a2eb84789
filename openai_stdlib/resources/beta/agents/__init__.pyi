# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .agents import (
    Agents as Agents,
    AsyncAgents as AsyncAgents,
    AgentsWithRawResponse as AgentsWithRawResponse,
    AsyncAgentsWithRawResponse as AsyncAgentsWithRawResponse,
    AgentsWithStreamingResponse as AgentsWithStreamingResponse,
    AsyncAgentsWithStreamingResponse as AsyncAgentsWithStreamingResponse,
)
from .vaults import (
    Vaults as Vaults,
    AsyncVaults as AsyncVaults,
    VaultsWithRawResponse as VaultsWithRawResponse,
    AsyncVaultsWithRawResponse as AsyncVaultsWithRawResponse,
    VaultsWithStreamingResponse as VaultsWithStreamingResponse,
    AsyncVaultsWithStreamingResponse as AsyncVaultsWithStreamingResponse,
)
from .sessions import (
    Sessions as Sessions,
    AsyncSessions as AsyncSessions,
    SessionsWithRawResponse as SessionsWithRawResponse,
    AsyncSessionsWithRawResponse as AsyncSessionsWithRawResponse,
    SessionsWithStreamingResponse as SessionsWithStreamingResponse,
    AsyncSessionsWithStreamingResponse as AsyncSessionsWithStreamingResponse,
)
from .automations import (
    Automations as Automations,
    AsyncAutomations as AsyncAutomations,
    AutomationsWithRawResponse as AutomationsWithRawResponse,
    AsyncAutomationsWithRawResponse as AsyncAutomationsWithRawResponse,
    AutomationsWithStreamingResponse as AutomationsWithStreamingResponse,
    AsyncAutomationsWithStreamingResponse as AsyncAutomationsWithStreamingResponse,
)
from .environments import (
    Environments as Environments,
    AsyncEnvironments as AsyncEnvironments,
    EnvironmentsWithRawResponse as EnvironmentsWithRawResponse,
    AsyncEnvironmentsWithRawResponse as AsyncEnvironmentsWithRawResponse,
    EnvironmentsWithStreamingResponse as EnvironmentsWithStreamingResponse,
    AsyncEnvironmentsWithStreamingResponse as AsyncEnvironmentsWithStreamingResponse,
)
