# SPDX-License-Identifier: MIT
"""Fields of events, under the names of OpenTelemetry's semantic conventions. No I/O.

Sources: the registries gen_ai.*, openai.*, http.*, server.*, url.* and error.* of the conventions, as of version 1.41.
Names without one of these prefixes are the library's own, because there is no convention.
"""

from __future__ import annotations

from urllib.parse import urlsplit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Tuple

    from ..call.message import Request
    from ..call.outcome import Outcome
    from ..call.prepare import Call

    Fields = Dict[str, Any]

# Path of an operation -> its name in the conventions. The others have the library's name, such as files.create.
OPERATION_NAMES = {
    "/chat/completions": "chat",
    "/responses": "chat",
    "/completions": "text_completion",
    "/embeddings": "embeddings",
    "/images/generations": "generate_content",
    "/images/edits": "generate_content",
    "/images/variations": "generate_content",
    "/audio/speech": "generate_content",
    "/videos": "generate_content",
}
# Name of a provider here -> its name in the conventions, where they differ.
PROVIDER_NAMES = {
    "azure": "azure.ai.openai",
    "bedrock": "aws.bedrock",
    "vertex": "gcp.vertex_ai",
    "gemini": "gcp.gemini",
    "mistral": "mistral_ai",
    "xai": "x_ai",
    "workload identity": "openai",
}
DEFAULT_PORTS = {"https": 443, "http": 80}
# Argument of a call -> its field, if the value is plain.
REQUEST_FIELDS = {
    "model": "gen_ai.request.model",
    "max_tokens": "gen_ai.request.max_tokens",
    "max_completion_tokens": "gen_ai.request.max_tokens",
    "max_output_tokens": "gen_ai.request.max_tokens",
    "temperature": "gen_ai.request.temperature",
    "top_p": "gen_ai.request.top_p",
    "top_k": "gen_ai.request.top_k",
    "frequency_penalty": "gen_ai.request.frequency_penalty",
    "presence_penalty": "gen_ai.request.presence_penalty",
    "seed": "gen_ai.request.seed",
    "n": "gen_ai.request.choice.count",
    "stream": "gen_ai.request.stream",
    "dimensions": "gen_ai.embeddings.dimension.count",
    "conversation": "gen_ai.conversation.id",
    "service_tier": "openai.request.service_tier",
}
PLAIN_TYPES = frozenset((str, int, float, bool))
# Argument of a call -> its field, and what makes the value of it; None for no field.
CONVERTED_FIELDS: Dict[str, Tuple[str, Callable[[Any], Any]]] = {
    "stop": ("gen_ai.request.stop_sequences", lambda value: [value] if isinstance(value, str) else _texts(value)),
    "encoding_format": ("gen_ai.request.encoding_formats", lambda value: _texts([value])),
    "response_format": ("gen_ai.output.type", lambda value: _output_type(value)),
}
# Number in a usage object -> its field.
USAGE_FIELDS = {
    "input_tokens": "gen_ai.usage.input_tokens",
    "prompt_tokens": "gen_ai.usage.input_tokens",
    "output_tokens": "gen_ai.usage.output_tokens",
    "completion_tokens": "gen_ai.usage.output_tokens",
}
# Details in a usage object -> the number in them, and its field.
USAGE_DETAILS = {
    "input_tokens_details": ("cached_tokens", "gen_ai.usage.cache_read.input_tokens"),
    "prompt_tokens_details": ("cached_tokens", "gen_ai.usage.cache_read.input_tokens"),
    "output_tokens_details": ("reasoning_tokens", "gen_ai.usage.reasoning.output_tokens"),
    "completion_tokens_details": ("reasoning_tokens", "gen_ai.usage.reasoning.output_tokens"),
}
REQUEST_ID_HEADERS = frozenset(("x-request-id", "X-Request-Id", "X-Request-ID"))
MAX_SHARED = 512  # entries of `_shared`: more combinations of operations and servers are not worth their memory

_shared: Dict[Tuple[Any, ...], Fields] = {}


def _texts(values: Any) -> Any:
    return list(values) if isinstance(values, (list, tuple)) and all(isinstance(v, str) for v in values) else None


def _output_type(value: Any) -> Any:
    kind = value.get("type") if isinstance(value, dict) else None
    return {"json_object": "json", "json_schema": "json", "text": "text"}.get(kind) if isinstance(kind, str) else None


def call_fields(call: Call) -> Fields:
    """Return what all events of a call have, in a new dict: operation, provider, server and request parameters."""
    operation, provider = call.operation, call.provider
    key = (operation.path, operation.method, call.settings.base_url, None if provider is None else provider.name)
    shared = None if operation.is_custom else _shared.get(key)
    if shared is None:
        shared = _shared_fields(call)
        if not operation.is_custom:  # whose paths and URLs are the caller's
            if len(_shared) >= MAX_SHARED:
                _shared.clear()
            _shared[key] = shared
    fields = shared.copy()
    if operation.path_names or provider is not None:  # else all calls have the same URL
        fields["url.full"] = call.request.safe_url
    arguments: Any = call.arguments
    if operation.is_custom:
        body = getattr(operation, "body", None)
        arguments = {**body, **arguments} if isinstance(body, dict) else arguments
    for name in arguments:
        if name in REQUEST_FIELDS:
            value = arguments[name]
            if type(value) in PLAIN_TYPES:
                fields[REQUEST_FIELDS[name]] = value
        elif name in CONVERTED_FIELDS:
            field, convert = CONVERTED_FIELDS[name]
            value = convert(arguments[name])
            if value is not None:
                fields[field] = value
    return fields


def _shared_fields(call: Call) -> Fields:
    """Return the fields that calls of the same operation to the same server share."""
    operation = call.operation
    path = operation.path
    fields: Fields = {
        "gen_ai.operation.name": operation_name(operation),
        "gen_ai.provider.name": provider_name(call.provider),
        "http.request.method": operation.method,
        **url_fields(call.request),
    }
    if not operation.is_custom:
        fields["url.template"] = path
    return fields


def operation_name(operation: Any) -> str:
    """Return the name of an operation in the conventions; else the library's own, such as files.create or request."""
    name = OPERATION_NAMES.get(operation.path.partition("?")[0]) if operation.method == "POST" else None
    if name is not None:
        return name
    if operation.is_custom:
        return "request"
    if operation.owner is None:  # the handshake of a WebSocket
        return str(operation.name)
    resource = operation.owner.__name__
    resource = resource[5:] if operation.owner._is_async and resource.startswith("Async") else resource
    words = "".join("_" + letter.lower() if letter.isupper() else letter for letter in resource)
    return "{}.{}".format(words.lstrip("_"), operation.name)


def provider_name(provider: Any) -> str:
    """Return the name of a provider in the conventions; openai if a client has none."""
    name = "" if provider is None else str(provider.name)
    return PROVIDER_NAMES.get(name, name) or "openai"


def url_fields(request: Request) -> Fields:
    """Return the fields of the URL of a request: without its query, which may have confidential values."""
    parts = urlsplit(request.url)
    return {
        "server.address": parts.hostname or "",
        "server.port": parts.port or DEFAULT_PORTS.get(parts.scheme, 443),
        "url.full": request.safe_url,
    }


def add_outcome(fields: Fields, outcome: Outcome) -> None:
    """Add what is known of the result of a call to the fields of its last event."""
    response = outcome.response
    if response is not None:
        fields["http.response.status_code"] = response.status_code
        for pair in response.raw_headers:
            if pair[0] in REQUEST_ID_HEADERS:
                fields["http.response.header.x-request-id"] = [pair[1]]  # a list, as the conventions say
                break
    if outcome.model is not None:
        fields["gen_ai.response.model"] = outcome.model
    if outcome.id is not None:
        fields["gen_ai.response.id"] = outcome.id
    if outcome.finish_reasons:
        fields["gen_ai.response.finish_reasons"] = list(outcome.finish_reasons)
    if outcome.service_tier is not None:
        fields["openai.response.service_tier"] = outcome.service_tier
    usage: Any = outcome.usage
    if isinstance(usage, dict):
        for name, value in usage.items():
            if name in USAGE_FIELDS:
                if isinstance(value, int):
                    fields[USAGE_FIELDS[name]] = value
            elif name in USAGE_DETAILS and isinstance(value, dict):
                inner, field = USAGE_DETAILS[name]
                if isinstance(value.get(inner), int):
                    fields[field] = value[inner]
