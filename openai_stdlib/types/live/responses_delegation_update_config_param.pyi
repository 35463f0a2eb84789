# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Iterable, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from ..._types import SequenceNotStr
from .function_tool_param import FunctionToolParam

class Reasoning(TypedDict, total=False):
    effort: Optional[Literal["none", "minimal", "low", "medium", "high", "xhigh"]]
    summary: Optional[Literal["concise", "detailed", "auto"]]

class Text(TypedDict, total=False):
    verbosity: Optional[Literal["low", "medium", "high"]]

class ToolChoiceLiveFunctionToolChoiceParam(TypedDict, total=False):
    name: Required[str]
    type: Required[Literal["function"]]

class ToolChoiceLiveMCPToolChoiceParam(TypedDict, total=False):
    name: Required[str]
    server_label: Required[str]
    type: Required[Literal["mcp"]]

class ToolChoiceFileSearch(TypedDict, total=False):
    type: Required[Literal["file_search"]]

class ToolChoiceWebSearch(TypedDict, total=False):
    type: Required[Literal["web_search"]]

class ToolChoiceWebSearchPreview(TypedDict, total=False):
    type: Required[Literal["web_search_preview"]]

class ToolChoiceImageGeneration(TypedDict, total=False):
    type: Required[Literal["image_generation"]]

class ToolChoiceComputer(TypedDict, total=False):
    type: Required[Literal["computer"]]

class ToolChoiceCodeInterpreter(TypedDict, total=False):
    type: Required[Literal["code_interpreter"]]

class ToolChoiceProgrammaticToolCalling(TypedDict, total=False):
    type: Required[Literal["programmatic_tool_calling"]]

class ToolChoiceShell(TypedDict, total=False):
    type: Required[Literal["shell"]]

class ToolChoiceCustom(TypedDict, total=False):
    name: Required[str]
    type: Required[Literal["custom"]]

class ToolChoiceApplyPatch(TypedDict, total=False):
    type: Required[Literal["apply_patch"]]

class ToolChoiceLiveAllowedToolsChoiceParamToolLiveFunctionToolChoiceParam(TypedDict, total=False):
    name: Required[str]
    type: Required[Literal["function"]]

class ToolChoiceLiveAllowedToolsChoiceParamToolLiveMCPToolChoiceParam(TypedDict, total=False):
    name: Required[str]
    server_label: Required[str]
    type: Required[Literal["mcp"]]

class ToolChoiceLiveAllowedToolsChoiceParamToolFileSearch(TypedDict, total=False):
    type: Required[Literal["file_search"]]

class ToolChoiceLiveAllowedToolsChoiceParamToolWebSearch(TypedDict, total=False):
    type: Required[Literal["web_search"]]

class ToolChoiceLiveAllowedToolsChoiceParamToolWebSearchPreview(TypedDict, total=False):
    type: Required[Literal["web_search_preview"]]

class ToolChoiceLiveAllowedToolsChoiceParamToolImageGeneration(TypedDict, total=False):
    type: Required[Literal["image_generation"]]

class ToolChoiceLiveAllowedToolsChoiceParamToolComputer(TypedDict, total=False):
    type: Required[Literal["computer"]]

class ToolChoiceLiveAllowedToolsChoiceParamToolCodeInterpreter(TypedDict, total=False):
    type: Required[Literal["code_interpreter"]]

class ToolChoiceLiveAllowedToolsChoiceParamToolProgrammaticToolCalling(TypedDict, total=False):
    type: Required[Literal["programmatic_tool_calling"]]

class ToolChoiceLiveAllowedToolsChoiceParamToolShell(TypedDict, total=False):
    type: Required[Literal["shell"]]

class ToolChoiceLiveAllowedToolsChoiceParamToolCustom(TypedDict, total=False):
    name: Required[str]
    type: Required[Literal["custom"]]

class ToolChoiceLiveAllowedToolsChoiceParamToolApplyPatch(TypedDict, total=False):
    type: Required[Literal["apply_patch"]]

ToolChoiceLiveAllowedToolsChoiceParamTool: TypeAlias = Union[
    ToolChoiceLiveAllowedToolsChoiceParamToolLiveFunctionToolChoiceParam,
    ToolChoiceLiveAllowedToolsChoiceParamToolLiveMCPToolChoiceParam,
    ToolChoiceLiveAllowedToolsChoiceParamToolFileSearch,
    ToolChoiceLiveAllowedToolsChoiceParamToolWebSearch,
    ToolChoiceLiveAllowedToolsChoiceParamToolWebSearchPreview,
    ToolChoiceLiveAllowedToolsChoiceParamToolImageGeneration,
    ToolChoiceLiveAllowedToolsChoiceParamToolComputer,
    ToolChoiceLiveAllowedToolsChoiceParamToolCodeInterpreter,
    ToolChoiceLiveAllowedToolsChoiceParamToolProgrammaticToolCalling,
    ToolChoiceLiveAllowedToolsChoiceParamToolShell,
    ToolChoiceLiveAllowedToolsChoiceParamToolCustom,
    ToolChoiceLiveAllowedToolsChoiceParamToolApplyPatch,
]

class ToolChoiceLiveAllowedToolsChoiceParam(TypedDict, total=False):
    tools: Required[Iterable[ToolChoiceLiveAllowedToolsChoiceParamTool]]
    type: Required[Literal["allowed_tools"]]
    mode: Optional[Literal["none", "auto", "required"]]

ToolChoice: TypeAlias = Union[
    Literal["auto", "none", "required"],
    ToolChoiceLiveFunctionToolChoiceParam,
    ToolChoiceLiveMCPToolChoiceParam,
    ToolChoiceFileSearch,
    ToolChoiceWebSearch,
    ToolChoiceWebSearchPreview,
    ToolChoiceImageGeneration,
    ToolChoiceComputer,
    ToolChoiceCodeInterpreter,
    ToolChoiceProgrammaticToolCalling,
    ToolChoiceShell,
    ToolChoiceCustom,
    ToolChoiceApplyPatch,
    ToolChoiceLiveAllowedToolsChoiceParam,
]

class ToolWebSearch(TypedDict, total=False):
    type: Required[Literal["web_search"]]

class ToolFileSearch(TypedDict, total=False):
    type: Required[Literal["file_search"]]

class ToolCodeInterpreter(TypedDict, total=False):
    type: Required[Literal["code_interpreter"]]

class ToolShellEnvironmentContainerAutoNetworkPolicyDisabled(TypedDict, total=False):
    type: Required[Literal["disabled"]]

class ToolShellEnvironmentContainerAutoNetworkPolicyAllowlist(TypedDict, total=False):
    allowed_domains: Required[SequenceNotStr[str]]
    type: Required[Literal["allowlist"]]

ToolShellEnvironmentContainerAutoNetworkPolicy: TypeAlias = Union[
    ToolShellEnvironmentContainerAutoNetworkPolicyDisabled, ToolShellEnvironmentContainerAutoNetworkPolicyAllowlist
]

class ToolShellEnvironmentContainerAutoSkillSkillReference(TypedDict, total=False):
    skill_id: Required[str]
    type: Required[Literal["skill_reference"]]
    version: Optional[str]

class ToolShellEnvironmentContainerAutoSkillInlineSource(TypedDict, total=False):
    data: Required[str]
    media_type: Required[Literal["application/zip"]]
    type: Required[Literal["base64"]]

class ToolShellEnvironmentContainerAutoSkillInline(TypedDict, total=False):
    description: Required[str]
    name: Required[str]
    source: Required[ToolShellEnvironmentContainerAutoSkillInlineSource]
    type: Required[Literal["inline"]]

ToolShellEnvironmentContainerAutoSkill: TypeAlias = Union[
    ToolShellEnvironmentContainerAutoSkillSkillReference, ToolShellEnvironmentContainerAutoSkillInline
]

class ToolShellEnvironmentContainerAuto(TypedDict, total=False):
    type: Required[Literal["container_auto"]]
    file_ids: Optional[SequenceNotStr[str]]
    memory_limit: Optional[Literal["1g", "4g", "16g", "64g"]]
    network_policy: Optional[ToolShellEnvironmentContainerAutoNetworkPolicy]
    skills: Optional[Iterable[ToolShellEnvironmentContainerAutoSkill]]

class ToolShellEnvironmentContainerReference(TypedDict, total=False):
    container_id: Required[str]
    type: Required[Literal["container_reference"]]

class ToolShellEnvironmentLocalSkill(TypedDict, total=False):
    description: Required[str]
    name: Required[str]
    path: Required[str]

class ToolShellEnvironmentLocal(TypedDict, total=False):
    type: Required[Literal["local"]]
    skills: Optional[Iterable[ToolShellEnvironmentLocalSkill]]

ToolShellEnvironment: TypeAlias = Union[
    ToolShellEnvironmentContainerAuto, ToolShellEnvironmentContainerReference, ToolShellEnvironmentLocal
]

class ToolShell(TypedDict, total=False):
    type: Required[Literal["shell"]]
    environment: Optional[ToolShellEnvironment]

class ToolImageGeneration(TypedDict, total=False):
    type: Required[Literal["image_generation"]]

class ToolMcpAllowedToolsLiveMCPToolFilterParam(TypedDict, total=False):
    read_only: Optional[bool]
    tool_names: Optional[SequenceNotStr[str]]

ToolMcpAllowedTools: TypeAlias = Union[SequenceNotStr[str], ToolMcpAllowedToolsLiveMCPToolFilterParam]

class ToolMcpRequireApprovalLiveMCPRequireApprovalFilterParamAlways(TypedDict, total=False):
    read_only: Optional[bool]
    tool_names: Optional[SequenceNotStr[str]]

class ToolMcpRequireApprovalLiveMCPRequireApprovalFilterParamNever(TypedDict, total=False):
    read_only: Optional[bool]
    tool_names: Optional[SequenceNotStr[str]]

class ToolMcpRequireApprovalLiveMCPRequireApprovalFilterParam(TypedDict, total=False):
    always: Optional[ToolMcpRequireApprovalLiveMCPRequireApprovalFilterParamAlways]
    never: Optional[ToolMcpRequireApprovalLiveMCPRequireApprovalFilterParamNever]

ToolMcpRequireApproval: TypeAlias = Union[
    ToolMcpRequireApprovalLiveMCPRequireApprovalFilterParam, Literal["always", "never"]
]

class ToolMcp(TypedDict, total=False):
    type: Required[Literal["mcp"]]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]]
    allowed_tools: Optional[ToolMcpAllowedTools]
    authorization: Optional[str]
    connector_id: Optional[str]
    defer_loading: Optional[bool]
    headers: Optional[Dict[str, str]]
    require_approval: Optional[ToolMcpRequireApproval]
    server_description: Optional[str]
    server_label: str
    server_url: Optional[str]
    tunnel_id: Optional[str]

class ToolCustom(TypedDict, total=False):
    type: Required[Literal["custom"]]

class ToolNamespace(TypedDict, total=False):
    type: Required[Literal["namespace"]]

class ToolSearch(TypedDict, total=False):
    type: Required[Literal["tool_search"]]

class ToolProgrammaticToolCalling(TypedDict, total=False):
    type: Required[Literal["programmatic_tool_calling"]]

class ToolComputer(TypedDict, total=False):
    type: Required[Literal["computer"]]

class ToolApplyPatch(TypedDict, total=False):
    type: Required[Literal["apply_patch"]]

Tool: TypeAlias = Union[
    FunctionToolParam,
    ToolWebSearch,
    ToolFileSearch,
    ToolCodeInterpreter,
    ToolShell,
    ToolImageGeneration,
    ToolMcp,
    ToolCustom,
    ToolNamespace,
    ToolSearch,
    ToolProgrammaticToolCalling,
    ToolComputer,
    ToolApplyPatch,
]

class ResponsesDelegationUpdateConfigParam(TypedDict, total=False):
    instructions: Optional[str]
    max_output_tokens: Optional[int]
    model: str
    parallel_tool_calls: Optional[bool]
    reasoning: Optional[Reasoning]
    service_tier: Optional[Literal["auto", "default", "fast_tier_temp_pilot", "flex", "priority", "ultrafast"]]
    text: Optional[Text]
    tool_choice: ToolChoice
    tools: Iterable[Tool]
