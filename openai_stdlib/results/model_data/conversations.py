# SPDX-License-Identifier: MIT
"""Models of conversations. __init__.py explains the notation; written by tools/models.py."""

CONVERSATIONS = {
    "ComputerScreenshotContent": """detail, file_id, image_url, type = "computer_screenshot",
        prompt_cache_breakpoint: PromptCacheBreakpoint
    PromptCacheBreakpoint: mode, ttl
    """,
    "Conversation": 'id, created_at, metadata, object = "conversation"',
    "ConversationDeletedResource": 'id, deleted, object = "conversation.deleted"',
    "ConversationItem": """= Message | responses.ResponseFunctionToolCallItem |
        responses.ResponseFunctionToolCallOutputItem | responses.ResponseFileSearchToolCall |
        responses.ResponseFunctionWebSearch | ImageGenerationCall | responses.ResponseComputerToolCall |
        responses.ResponseComputerToolCallOutputItem | responses.ResponseToolSearchCall |
        responses.ResponseToolSearchOutputItem | AdditionalTools | responses.ResponseConfigurationUpdateItem |
        responses.ResponseReasoningItem | Program | ProgramOutput | responses.ResponseCompactionItem |
        responses.ResponseCodeInterpreterToolCall | LocalShellCall | LocalShellCallOutput |
        responses.ResponseFunctionShellToolCall | responses.ResponseFunctionShellToolCallOutput |
        responses.ResponseApplyPatchToolCall | responses.ResponseApplyPatchToolCallOutput | McpListTools |
        McpApprovalRequest | McpApprovalResponse | McpCall | responses.ResponseCustomToolCall |
        responses.ResponseCustomToolCallOutput
    ImageGenerationCall: like responses.ResponseInputItem.ImageGenerationCall
    AdditionalTools: like responses.ResponseItem.AdditionalTools
    Program: like responses.ResponseInputItem.Program
    LocalShellCall: like responses.ResponseInputItem.LocalShellCall
    McpListTools: like responses.ResponseInputItem.McpListTools
    McpApprovalRequest: like responses.ResponseInputItem.McpApprovalRequest
    McpApprovalResponse: like responses.ResponseItem.McpApprovalResponse
    McpCall: like responses.ResponseInputItem.McpCall
    """,
    "ConversationItemList": 'data: [ConversationItem], first_id, has_more, last_id, object = "list"',
    "InputFileContent": "= responses.ResponseInputFile",
    "InputImageContent": "= responses.ResponseInputImage",
    "InputTextContent": "= responses.ResponseInputText",
    "Message": """id, content: [Content], role = "unknown" | "user" | "assistant" | "system" | "critic" |
        "discriminator" | "developer" | "tool", status, type = "message", phase
    Content = responses.ResponseInputText | responses.ResponseOutputText | TextContent | SummaryTextContent |
        +ReasoningText | responses.ResponseOutputRefusal | responses.ResponseInputImage | ComputerScreenshotContent |
        responses.ResponseInputFile
      +ReasoningText: text, type = "reasoning_text"
    """,
    "OutputTextContent": "= responses.ResponseOutputText",
    "RefusalContent": "= responses.ResponseOutputRefusal",
    "SummaryTextContent": 'text, type = "summary_text"',
    "TextContent": 'text, type = "text"',
}

MODELS = {"conversations": CONVERSATIONS}
