# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ._files import (
    StagedAgentFile as StagedAgentFile,
    PreparedAgentFiles as PreparedAgentFiles,
    AgentFileStagingError as AgentFileStagingError,
    AgentFilePreparationError as AgentFilePreparationError,
)
from ._tools import (
    FunctionTool as FunctionTool,
    function_tool as function_tool,
    pydantic_function_tool as pydantic_function_tool,
)
from ._output import agent_text_format as agent_text_format
from ._result import (
    AgentTurnResult as AgentTurnResult,
    AgentTurnResultError as AgentTurnResultError,
    AgentOutputParseError as AgentOutputParseError,
)
from ._stream import (
    AgentSessionEventStream as AgentSessionEventStream,
    AsyncAgentSessionEventStream as AsyncAgentSessionEventStream,
)
from ._artifacts import (
    AgentResultArtifacts as AgentResultArtifacts,
    AsyncAgentResultArtifacts as AsyncAgentResultArtifacts,
)
from ._tool_error import AgentToolError as AgentToolError
