# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel
from .function_tool import FunctionTool

class Reasoning(BaseModel):
    effort: Optional[Literal["none", "minimal", "low", "medium", "high", "xhigh"]] = ...
    summary: Optional[Literal["concise", "detailed", "auto"]] = ...

class Text(BaseModel):
    verbosity: Optional[Literal["low", "medium", "high"]] = ...

class ToolChoiceLiveFunctionToolChoiceParam(BaseModel):
    name: str
    type: Literal["function"]

class ToolChoiceLiveMCPToolChoiceParam(BaseModel):
    name: str
    server_label: str
    type: Literal["mcp"]

class ToolChoiceFileSearch(BaseModel):
    type: Literal["file_search"]

class ToolChoiceWebSearch(BaseModel):
    type: Literal["web_search"]

class ToolChoiceWebSearchPreview(BaseModel):
    type: Literal["web_search_preview"]

class ToolChoiceImageGeneration(BaseModel):
    type: Literal["image_generation"]

class ToolChoiceComputer(BaseModel):
    type: Literal["computer"]

class ToolChoiceCodeInterpreter(BaseModel):
    type: Literal["code_interpreter"]

class ToolChoiceProgrammaticToolCalling(BaseModel):
    type: Literal["programmatic_tool_calling"]

class ToolChoiceShell(BaseModel):
    type: Literal["shell"]

class ToolChoiceCustom(BaseModel):
    name: str
    type: Literal["custom"]

class ToolChoiceApplyPatch(BaseModel):
    type: Literal["apply_patch"]

class ToolChoiceLiveAllowedToolsChoiceParamToolLiveFunctionToolChoiceParam(BaseModel):
    name: str
    type: Literal["function"]

class ToolChoiceLiveAllowedToolsChoiceParamToolLiveMCPToolChoiceParam(BaseModel):
    name: str
    server_label: str
    type: Literal["mcp"]

class ToolChoiceLiveAllowedToolsChoiceParamToolFileSearch(BaseModel):
    type: Literal["file_search"]

class ToolChoiceLiveAllowedToolsChoiceParamToolWebSearch(BaseModel):
    type: Literal["web_search"]

class ToolChoiceLiveAllowedToolsChoiceParamToolWebSearchPreview(BaseModel):
    type: Literal["web_search_preview"]

class ToolChoiceLiveAllowedToolsChoiceParamToolImageGeneration(BaseModel):
    type: Literal["image_generation"]

class ToolChoiceLiveAllowedToolsChoiceParamToolComputer(BaseModel):
    type: Literal["computer"]

class ToolChoiceLiveAllowedToolsChoiceParamToolCodeInterpreter(BaseModel):
    type: Literal["code_interpreter"]

class ToolChoiceLiveAllowedToolsChoiceParamToolProgrammaticToolCalling(BaseModel):
    type: Literal["programmatic_tool_calling"]

class ToolChoiceLiveAllowedToolsChoiceParamToolShell(BaseModel):
    type: Literal["shell"]

class ToolChoiceLiveAllowedToolsChoiceParamToolCustom(BaseModel):
    name: str
    type: Literal["custom"]

class ToolChoiceLiveAllowedToolsChoiceParamToolApplyPatch(BaseModel):
    type: Literal["apply_patch"]

ToolChoiceLiveAllowedToolsChoiceParamTool: TypeAlias = Annotated[
    Union[
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
    ],
    PropertyInfo(discriminator="type"),
]

class ToolChoiceLiveAllowedToolsChoiceParam(BaseModel):
    tools: List[ToolChoiceLiveAllowedToolsChoiceParamTool]
    type: Literal["allowed_tools"]
    mode: Optional[Literal["none", "auto", "required"]] = ...

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

class ToolWebSearch(BaseModel):
    type: Literal["web_search"]

class ToolFileSearch(BaseModel):
    type: Literal["file_search"]

class ToolCodeInterpreter(BaseModel):
    type: Literal["code_interpreter"]

class ToolShellEnvironmentContainerAutoNetworkPolicyDisabled(BaseModel):
    type: Literal["disabled"]

class ToolShellEnvironmentContainerAutoNetworkPolicyAllowlist(BaseModel):
    allowed_domains: List[str]
    type: Literal["allowlist"]

ToolShellEnvironmentContainerAutoNetworkPolicy: TypeAlias = Annotated[
    Union[
        ToolShellEnvironmentContainerAutoNetworkPolicyDisabled,
        ToolShellEnvironmentContainerAutoNetworkPolicyAllowlist,
        None,
    ],
    PropertyInfo(discriminator="type"),
]

class ToolShellEnvironmentContainerAutoSkillSkillReference(BaseModel):
    skill_id: str
    type: Literal["skill_reference"]
    version: Optional[str] = ...

class ToolShellEnvironmentContainerAutoSkillInlineSource(BaseModel):
    data: str
    media_type: Literal["application/zip"]
    type: Literal["base64"]

class ToolShellEnvironmentContainerAutoSkillInline(BaseModel):
    description: str
    name: str
    source: ToolShellEnvironmentContainerAutoSkillInlineSource
    type: Literal["inline"]

ToolShellEnvironmentContainerAutoSkill: TypeAlias = Annotated[
    Union[ToolShellEnvironmentContainerAutoSkillSkillReference, ToolShellEnvironmentContainerAutoSkillInline],
    PropertyInfo(discriminator="type"),
]

class ToolShellEnvironmentContainerAuto(BaseModel):
    type: Literal["container_auto"]
    file_ids: Optional[List[str]] = ...
    memory_limit: Optional[Literal["1g", "4g", "16g", "64g"]] = ...
    network_policy: Optional[ToolShellEnvironmentContainerAutoNetworkPolicy] = ...
    skills: Optional[List[ToolShellEnvironmentContainerAutoSkill]] = ...

class ToolShellEnvironmentContainerReference(BaseModel):
    container_id: str
    type: Literal["container_reference"]

class ToolShellEnvironmentLocalSkill(BaseModel):
    description: str
    name: str
    path: str

class ToolShellEnvironmentLocal(BaseModel):
    type: Literal["local"]
    skills: Optional[List[ToolShellEnvironmentLocalSkill]] = ...

ToolShellEnvironment: TypeAlias = Annotated[
    Union[ToolShellEnvironmentContainerAuto, ToolShellEnvironmentContainerReference, ToolShellEnvironmentLocal, None],
    PropertyInfo(discriminator="type"),
]

class ToolShell(BaseModel):
    type: Literal["shell"]
    environment: Optional[ToolShellEnvironment] = ...

class ToolImageGeneration(BaseModel):
    type: Literal["image_generation"]

class ToolMcpAllowedToolsLiveMCPToolFilterParam(BaseModel):
    read_only: Optional[bool] = ...
    tool_names: Optional[List[str]] = ...

ToolMcpAllowedTools: TypeAlias = Union[List[str], ToolMcpAllowedToolsLiveMCPToolFilterParam, None]

class ToolMcpRequireApprovalLiveMCPRequireApprovalFilterParamAlways(BaseModel):
    read_only: Optional[bool] = ...
    tool_names: Optional[List[str]] = ...

class ToolMcpRequireApprovalLiveMCPRequireApprovalFilterParamNever(BaseModel):
    read_only: Optional[bool] = ...
    tool_names: Optional[List[str]] = ...

class ToolMcpRequireApprovalLiveMCPRequireApprovalFilterParam(BaseModel):
    always: Optional[ToolMcpRequireApprovalLiveMCPRequireApprovalFilterParamAlways] = ...
    never: Optional[ToolMcpRequireApprovalLiveMCPRequireApprovalFilterParamNever] = ...

ToolMcpRequireApproval: TypeAlias = Union[
    ToolMcpRequireApprovalLiveMCPRequireApprovalFilterParam, Literal["always", "never"], None
]

class ToolMcp(BaseModel):
    type: Literal["mcp"]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]] = ...
    allowed_tools: Optional[ToolMcpAllowedTools] = ...
    authorization: Optional[str] = ...
    connector_id: Optional[str] = ...
    defer_loading: Optional[bool] = ...
    headers: Optional[Dict[str, str]] = ...
    require_approval: Optional[ToolMcpRequireApproval] = ...
    server_description: Optional[str] = ...
    server_label: Optional[str] = ...
    server_url: Optional[str] = ...
    tunnel_id: Optional[str] = ...

class ToolCustom(BaseModel):
    type: Literal["custom"]

class ToolNamespace(BaseModel):
    type: Literal["namespace"]

class ToolSearch(BaseModel):
    type: Literal["tool_search"]

class ToolProgrammaticToolCalling(BaseModel):
    type: Literal["programmatic_tool_calling"]

class ToolComputer(BaseModel):
    type: Literal["computer"]

class ToolApplyPatch(BaseModel):
    type: Literal["apply_patch"]

Tool: TypeAlias = Annotated[
    Union[
        FunctionTool,
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
    ],
    PropertyInfo(discriminator="type"),
]

class ResponsesDelegationUpdateConfig(BaseModel):
    instructions: Optional[str] = ...
    max_output_tokens: Optional[int] = ...
    model: Optional[str] = ...
    parallel_tool_calls: Optional[bool] = ...
    reasoning: Optional[Reasoning] = ...
    service_tier: Optional[Literal["auto", "default", "fast_tier_temp_pilot", "flex", "priority", "ultrafast"]] = ...
    text: Optional[Text] = ...
    tool_choice: Optional[ToolChoice] = ...
    tools: Optional[List[Tool]] = ...
