# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..helpers.tool_runner_ledger import AsyncContextBudget as AsyncContextBudget
from ..helpers.tool_runner import AsyncRegisteredFunction as AsyncRegisteredFunction
from ..helpers.tool_runner_ledger import AsyncResponsesToolLedger as AsyncResponsesToolLedger
from ..helpers.tool_runner import AsyncResponsesToolRunner as AsyncResponsesToolRunner
from ..helpers.tool_runner_ledger import ContextBudget as ContextBudget
from ..helpers.tool_runner_ledger import ContextBudgetDecision as ContextBudgetDecision
from ..helpers.tool_runner_ledger import ContextBudgetSnapshot as ContextBudgetSnapshot
from ..helpers.tool_runner import EarlyExecution as EarlyExecution
from ..helpers.tool_runner import RegisteredFunction as RegisteredFunction
from ..helpers.tool_runner_state import ResponsesRunnerTurn as ResponsesRunnerTurn
from ..helpers.tool_runner_ledger import ResponsesToolCheckpoint as ResponsesToolCheckpoint
from ..helpers.tool_runner_ledger import ResponsesToolLedger as ResponsesToolLedger
from ..helpers.tool_runner import ResponsesToolRunner as ResponsesToolRunner
from ..helpers.tool_runner_state import ToolRunnerCancelledError as ToolRunnerCancelledError
from ..helpers.tool_runner_state import ToolRunnerError as ToolRunnerError
