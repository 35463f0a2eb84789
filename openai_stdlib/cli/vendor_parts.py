# SPDX-License-Identifier: MIT
"""What the command `vendor` can leave out of a copy: which modules belong to which option.

All else follows from imports: a module that no pattern fits is part of every copy that reaches it, also by imports
inside functions.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import lru_cache

from ..api import ROOT_RESOURCES
from ..providers.profiles import PROFILES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, FrozenSet, List, Tuple

# Patterns of modules -> what brings them: parts, families of operations, or what an operation of a chosen family has:
# `multipart`, `page`, `binary` … `connect` is a WebSocket endpoint. The first pattern that fits counts.
CONDITIONS = {
    "call.limits client.limited_calls client.async_limited_calls client.call_threads results.event_limits": "limits",
    "results.async_stream": "async helpers",  # their classes of streams derive from both
    "websocket.async_* connections.async_*": "async",
    # The embedded server uses the protocol without the client.
    "transport.websocket_frames transport.websocket_handshake transport.websocket_protocol": "websocket testing",
    "transport.permessage_deflate": "websocket testing",
    "websocket websocket.* transport.websocket_* transport.permessage_deflate transport.tls_layers": "websocket",
    "call.websocket_errors": "websocket",
    "connections connections.*": "connections",
    "results.model_data.realtime_events results.model_data.server_events": "connect",
    "results.async_pages": "async",
    "client.async_* call.async_* transport.asyncio_* transport.thread_transport": "async",
    "transport.fetch_transport transport.run_sync_transport": "async",
    "bulk bulk.* helpers.bulk helpers.batches helpers.batch_*": "bulk",
    "helpers.flow helpers.polling helpers.poll_targets": "helpers bulk",
    "helpers.webhooks": "helpers webhooks",
    "helpers": "helpers webhooks bulk",
    "helpers.*": "helpers",
    "recording recording.*": "recording",
    "providers.azure": "azure",
    "providers.bedrock providers.sigv4": "bedrock",
    "providers.vertex": "vertex",
    "providers.workload auth.workload auth.subject_tokens": "workload",
    "auth auth.*": "vertex workload",
    "providers.profiles": "profiles " + " ".join(PROFILES),
    "providers providers.*": "azure bedrock vertex workload profiles " + " ".join(PROFILES),
    "client.provider_clients": "azure bedrock",
    "client.provider_options": "profiles azure bedrock vertex workload " + " ".join(PROFILES),
    "testing testing.*": "testing",
    "cli cli.* __main__": "cli",
    "compat compat.* types lib resources client.module_client api.flat_functions": "compat",
    "results.model_index": "compat helpers custom completions images legacy",  # models by their names alone
    "results.model_interface results.declared_fields results.model_data.annotations": "compat",
    "results.base_response results.raw_response results.streaming_response": "raw",
    "api.response_views client.response_calls call.chunkers": "raw custom",
    "api.custom client.customized_calls client.overridable_methods client.attempts": "custom",
    "call.custom_body client.request_options client.http_methods results.cast": "custom",
    "client.private_names": "compat custom",
    "call.helper_errors": "helpers bulk webhooks compat vertex workload connections rate_limits",
    "rate_limits rate_limits.*": "rate_limits",
    "transport.httpx_client": "httpx",
    "api.signatures": "signatures",
    "call.conversion call.timeout_conversion call.url_parts transport.urllib_opener": "interop",
    "call.base_url_hints results.invalid_data": "hints",
    "hooks hooks.*": "hooks",
    "call.retry_budget": "retry_budget",
    "config.http_options results.background_stream client.background_call": "http_options custom",
    "transport.abortable": "http_options custom async limits",
    "results.sse": "sse",
    "results.deep_objects": "deep",
    "usage usage.* call.stream_usage": "usage",
    "call.file_lock": "usage rate_limits bulk",
    # Without them, `on_event`, `rate_limiter` and `ledger` are refused, and no call is summed up in the log.
    "call.outcome": "bulk hooks usage rate_limits",
    "call.call_observer call.call_log": "hooks usage rate_limits",
    "client.observed_calls results.observed_reader": "hooks usage rate_limits",
    "call.call_options": "hooks usage rate_limits limits",
    "call.redirect": "redirects custom azure bedrock vertex workload profiles " + " ".join(PROFILES),
    "transport.nested_tls": "socks websocket",
    "transport.socks": "socks",
    "results.computed results.guard": "responses beta helpers bulk",
    "call.caller_warning": "deprecated successor compat",
    "call.form_body call.multipart call.file_source": "multipart custom",
    "results.binary": "binary raw custom",
    "results.decode": "response_type custom",
    "results.pages": "page custom",
    "call.nested_aliases": "nested_aliases",
    "_pyinstaller _pyinstaller.*": "wheel",  # which has the entry point that leads there
    "static_imports": "everything",  # the command writes one for the modules of the copy
}
# Modules of parts and families to which no import leads. The others are reached by imports.
ROOTS: Dict[str, Tuple[str, ...]] = {
    "async": ("client.async_client", "transport.thread_transport"),
    "helpers": ("helpers.tools", "helpers.partial_json", "helpers.structured_output"),
    "helpers responses": ("helpers.computer_drivers", "helpers.computer_toolset"),
    "azure": ("client.provider_clients", "providers.azure"),
    "bedrock": ("client.provider_clients", "providers.bedrock"),
    "azure async": ("client.async_provider_clients",),
    "bedrock async": ("client.async_provider_clients",),
    "vertex": ("providers.vertex",),
    "workload": ("providers.workload", "auth.subject_tokens"),
    "cli": ("__main__",),
    "raw": ("results.raw_response", "results.streaming_response"),
    "websocket": ("websocket.connection", "websocket.opening", "call.websocket_errors"),
    "connections": ("connections.connecting", "connections.connection"),
    "connections async": ("connections.async_connection",),
    "helpers connections responses": ("helpers.response_session", "helpers.response_accumulator"),
    "helpers connections responses async": ("helpers.async_response_session",),
    "helpers connections realtime": ("helpers.translation_session",),
    "websocket async": ("websocket.async_connection", "websocket.async_opening"),
    "sse": ("results.sse",),
    "rate_limits": ("rate_limits.limiter", "rate_limits.state_file"),
    "bulk": ("bulk.methods", "bulk.mapper"),
    "bulk batches": ("helpers.batches",),
    "limits": ("call.limits", "client.limited_calls"),
    "recording": ("recording.transports",),
    "hooks": ("hooks.observed_events",),
    "retry_budget": ("call.retry_budget",),
    "usage": ("usage.ledger", "usage.limits"),
}
BASE = ("", "host", "left_out", "client.clients", "transport.base")
WHOLE = frozenset(("testing", "compat"))  # parts of which all modules are roots, if what they need is there
PROVIDERS = ("azure", "bedrock", "vertex", "workload", "profiles", *PROFILES)
# Parts without an option of their own.
FURTHER = {
    "bulk": "client.bulk, client.batches.run and RowMapper: files of rows",
    "deep": "pickles and JSON of results that are nested too deeply for functions that call themselves",
    "compat": "names of the openai package: types, lib, resources, the package-level client and the flat functions",
    "connections": "connect() of realtime, live and responses: connections over WebSockets",
    "custom": "client.get, post …, and methods of the client that subclasses override",
    "hints": "what a malformed base URL may mean, and which field of a result is invalid",
    "hooks": "on_event=…: a function that sees the steps of calls",
    "http_options": "http_options=…, such as stream_to, and proxies for single calls",
    "httpx": "http_client=httpx.Client()",
    "interop": "values that JSON does not have, timeouts of other libraries, parts of URLs, urllib's handlers",
    "rate_limits": "rate_limiter=RateLimiter(…): calls wait for limits of requests and tokens a minute",
    "limits": "cancel=…, deadlines that a callable sets, and the limits first_byte, first_event and between_events",
    "raw": "with_raw_response and with_streaming_response",
    "websocket": "WebSockets: the subpackage websocket, connect and aconnect",
    "recording": "RecordTransport and ReplayTransport: responses from a file",
    "redirects": "redirects are followed; without it, they are errors",
    "retry_budget": "RetryBudget and CircuitBreaker of a RetryPolicy",
    "signatures": "inspect.signature() and help() of operations",
    "socks": "SOCKS proxies, and TLS through an https:// proxy",
    "sse": "iter_events and SSEDecoder, for event streams of other APIs",
    "usage": "Ledger: usage and cost of calls, and limits",
}
# What a single file with all operations has: the sync client without the names of other packages.
PARTS_OF_SINGLE_FILES = tuple(sorted({*FURTHER} - {"compat", "httpx"}))
# Parts that bring others.
IMPLIED: Dict[str, Tuple[str, ...]] = {
    "bulk": ("custom", "raw"),
    "compat": ("raw", "custom", "deep", "interop", "signatures", "sse"),
    "connections": ("websocket",),
}
PARTS = ("async", "helpers", "cli", "stubs", "testing", *PROVIDERS, *FURTHER)
FAMILIES = tuple(ROOT_RESOURCES)


@lru_cache(maxsize=1024)
def conditions_of(module: str) -> Tuple[str, ...]:
    """Return what brings a module, any of which is enough; () if nothing has to."""
    for patterns, conditions in CONDITIONS.items():
        if any(fnmatchcase(module, pattern) for pattern in patterns.split()):
            return tuple(conditions.split())
    return ()


def option_of(part: str) -> str:
    """Return the option of the command that adds a part."""
    if part in PROVIDERS:
        return "--provider " + part
    return "--with " + part if part in FURTHER else "--" + part


def roots_of(parts: FrozenSet[str]) -> List[str]:
    """Return the modules that parts and families start from."""
    roots = [root for names, starts in ROOTS.items() if parts.issuperset(names.split()) for root in starts]
    return roots + ["providers.profiles"] * bool(parts.intersection(("profiles", *PROFILES)))
