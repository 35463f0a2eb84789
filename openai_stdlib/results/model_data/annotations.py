# SPDX-License-Identifier: MIT
"""Names below `types` that are no models: literals and parameters.

Each stands for `typing.Any` in the module that is named like it, or before the parenthesis. Packages without such names
are listed too. Written by tools/models.py.
"""

NAMES = {
    "": """
    AudioModel AudioResponseFormat ChatModel EmbeddingModel FileContent FilePurpose ImageModel ModerationModel
    VideoModel VideoSeconds VideoSize websocket_connection_options(WebsocketConnectionOptions,
    SyncWebSocketConnectionOptions, WebSocketConnectionOptions) websocket_reconnection(Query, Headers,
    ReconnectingEvent, ReconnectingOverrides)
    """,
    "admin": "",
    "admin.organization": """
    CostQuantityUnit ProjectResidency
    """,
    "admin.organization.groups": "",
    "admin.organization.projects": """
    ProjectOptionalServiceTier
    """,
    "admin.organization.projects.groups": "",
    "admin.organization.projects.service_accounts": "",
    "admin.organization.projects.users": "",
    "admin.organization.users": "",
    "admin.organization.workload_identity_providers": "",
    "audio": """
    SpeechModel TranscriptionInclude
    """,
    "beta": """
    AgentFunctionCallStatus AgentOutputItemStatus BetaImageDetail BetaResponseIncludable BetaResponseStatus
    BetaResponseSteerErrorCode BetaResponseSteerPendingReason BetaServiceTier BetaToolChoiceOptions
    """,
    "beta.agents": """
    VaultStatus
    """,
    "beta.agents.automations": "",
    "beta.agents.environments": "",
    "beta.agents.sessions": "",
    "beta.agents.sessions.subagents": "",
    "beta.agents.sessions.subagents.turns": "",
    "beta.agents.sessions.turns": "",
    "beta.agents.vaults": "",
    "beta.chat": "",
    "beta.chatkit": """
    ChatSessionStatus
    """,
    "beta.realtime": "",
    "beta.responses": "",
    "beta.threads": """
    RunStatus
    """,
    "beta.threads.runs": """
    RunStepInclude
    """,
    "chat": """
    ChatCompletionModality ChatCompletionReasoningEffort ChatCompletionRole
    """,
    "chat.completions": "",
    "containers": "",
    "containers.files": "",
    "conversations": "",
    "evals": "",
    "evals.runs": "",
    "fine_tuning": "",
    "fine_tuning.alpha": "",
    "fine_tuning.checkpoints": "",
    "fine_tuning.jobs": "",
    "graders": "",
    "live": """
    BuiltInVoice DecisionJSONObject
    """,
    "realtime": """
    NoiseReductionType RealtimeReasoningEffort
    """,
    "realtime.translations": "",
    "responses": """
    ImageDetail ResponseIncludable ResponseStatus ResponseSteerErrorCode ResponseSteerPendingReason ServiceTier
    ToolChoiceOptions
    """,
    "safety": "",
    "shared": """
    AllModels ChatModel FunctionParameters Metadata oauth_error_code(OAuthErrorCode) ReasoningEffort ResponsesModel
    """,
    "skills": "",
    "skills.versions": "",
    "uploads": "",
    "vector_stores": "",
    "webhooks": "",
}
