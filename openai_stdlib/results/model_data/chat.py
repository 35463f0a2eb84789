# SPDX-License-Identifier: MIT
"""Models of chat. __init__.py explains the notation; written by tools/models.py."""

TOP_LEVEL = {
    "Completion": """id, choices: [CompletionChoice], created, model, object = "text_completion", system_fingerprint,
        usage: CompletionUsage
    """,
    "CompletionChoice": """finish_reason, index, logprobs: Logprobs, text
    Logprobs: text_offset, token_logprobs, tokens, top_logprobs
    """,
    "CompletionUsage": """completion_tokens, prompt_tokens, total_tokens,
        completion_tokens_details: CompletionTokensDetails, prompt_tokens_details: PromptTokensDetails
    CompletionTokensDetails: accepted_prediction_tokens, audio_tokens, reasoning_tokens, rejected_prediction_tokens,
        text_tokens
    PromptTokensDetails: audio_tokens, cache_write_tokens, cached_tokens, image_tokens, text_tokens
    """,
}

CHAT = {
    "ChatCompletion": """id, choices: [Choice], created, model, object = "chat.completion", metadata,
        moderation: Moderation, service_tier, system_fingerprint, usage: CompletionUsage
    Choice: finish_reason, index, logprobs: +Logprobs, message: ChatCompletionMessage
      +Logprobs: content: [ChatCompletionTokenLogprob], refusal: [ChatCompletionTokenLogprob]
    Moderation: input: +Input, output: +Output
      +Input = +ModerationResults | +Error
        +ModerationResults: model, results: [+Result], type = "moderation_results"
          +Result: categories, category_applied_input_types, category_scores, flagged, model, type = "moderation_result"
        +Error: code, message, type = "error"
      +Output: like ModerationInput
    """,
    "ChatCompletionAudio": "id, data, expires_at, transcript",
    "ChatCompletionChunk": """id, choices: [Choice], created, model, object = "chat.completion.chunk",
        moderation: Moderation, obfuscation, service_tier, system_fingerprint, usage: CompletionUsage
    Choice: delta: +Delta, index, finish_reason, logprobs: +Logprobs
      +Delta: audio: +Audio, content, function_call: +FunctionCall, refusal, role, tool_calls: [+ToolCall]
        +Audio: like ChatCompletionAudio
        +FunctionCall: arguments, name
        +ToolCall: index, id, function: +Function, type = "function"
          +Function: arguments, name
      +Logprobs: like ChatCompletion.ChoiceLogprobs
    Moderation: like ChatCompletion.Moderation
    """,
    "ChatCompletionContentPartImage": """image_url: ImageURL, type = "image_url",
        prompt_cache_breakpoint: PromptCacheBreakpoint
    ImageURL: url, detail
    PromptCacheBreakpoint: mode, ttl
    """,
    "ChatCompletionContentPartText": """text, type = "text", prompt_cache_breakpoint: PromptCacheBreakpoint
    PromptCacheBreakpoint: mode, ttl
    """,
    "ChatCompletionDeleted": 'id, deleted, object = "chat.completion.deleted"',
    "ChatCompletionFunctionTool": 'function: shared.FunctionDefinition, type = "function"',
    "ChatCompletionMessage": """content, refusal, role = "assistant", annotations: [Annotation],
        audio: ChatCompletionAudio, function_call: FunctionCall,
        tool_calls: [ChatCompletionMessageToolCall.ChatCompletionMessageToolCallUnion]
    Annotation: type = "url_citation", url_citation: +URLCitation
      +URLCitation: end_index, start_index, title, url
    FunctionCall: arguments, name
    """,
    "ChatCompletionMessageCustomToolCall": """id, custom: Custom, type = "custom"
    Custom: input, name
    """,
    "ChatCompletionMessageFunctionToolCall": """id, function: Function, type = "function"
    Function: arguments, name
    """,
    "ChatCompletionMessageToolCall": """= ChatCompletionMessageFunctionToolCall
    ChatCompletionMessageToolCallUnion = ChatCompletionMessageFunctionToolCall | ChatCompletionMessageCustomToolCall
    Function = ChatCompletionMessageFunctionToolCall.Function
    """,
    "ChatCompletionStoreMessage": """(ChatCompletionMessage), id, content_parts: [+ContentPart]
    ChatCompletionStoreMessageContentPart = ChatCompletionContentPartText | ChatCompletionContentPartImage
    """,
    "ChatCompletionTokenLogprob": """token, bytes, logprob: float, top_logprobs: [TopLogprob]
    TopLogprob: token, bytes, logprob: float
    """,
    "ParsedChatCompletion": """(ChatCompletion), choices: [ParsedChoice]
    ParsedChoice: (ChatCompletion.Choice), message: ParsedChatCompletionMessage
    ParsedChatCompletionMessage: (ChatCompletionMessage), tool_calls: [ParsedFunctionToolCall], parsed
    """,
    "ParsedFunctionToolCall": """(ChatCompletionMessageFunctionToolCall), function: ParsedFunction
    ParsedFunction: (ChatCompletionMessageFunctionToolCall.Function), parsed_arguments
    """,
}

MODELS = {"": TOP_LEVEL, "chat": CHAT}
