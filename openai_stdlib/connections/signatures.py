# SPDX-License-Identifier: MIT
"""Signatures and documentation of `connect` and of the methods that send events, for `inspect.signature` and `help()`.

They are read from the type stubs in ../resources; a copy of the package without stubs knows names and defaults.
"""

from __future__ import annotations

from functools import lru_cache
from inspect import Parameter, Signature

from ..api.operation import Connect
from ..api.signatures import REFERENCE, describe_parameter, signature_in_stub
from ..call.sentinels import omit
from .endpoints import COMMON_ARGUMENTS, ENDPOINTS, UNUSED_BY_BETA

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List

    from .endpoints import Endpoint

DESCRIPTION = """Return a context manager that opens a WebSocket: wss://…{path}

    {with_} client.{name}.connect(…) as connection: …

Nothing is sent before the block begins; `{enter}` opens the connection without a block.
Events that the manager's `send` has queued are sent first.

`extra_query` and `extra_headers` are added to the handshake, `websocket_connection_options` are those of the socket:
open_timeout, ping_interval, ping_timeout, close_timeout, max_size, compression, subprotocols, proxy, ssl …"""
RECONNECTING = """

With `on_reconnecting`, iterating opens a connection that broke again, up to `max_retries` times in a row, after delays
of `initial_delay` to `max_delay` seconds. The function is called before each attempt with a ReconnectingEvent; it may
return ReconnectingOverrides. Meanwhile up to `max_queue_size` bytes of events wait. `on_reconnected` is called with the
connection before they are sent, for example to configure the session again."""


@lru_cache(maxsize=256)
def function_signature(method: Any) -> Signature:
    """Return the signature of `connect`, or of a method that sends an event; with `self`."""
    endpoint = ENDPOINTS[method.endpoint] if type(method) is Connect else None
    if endpoint is not None:
        module, class_name = endpoint.module, ("Async" if method.owner._is_async else "") + endpoint.prefix
    else:
        module, class_name = method.owner.__module__.partition(".resources.")[2], method.owner.__name__
    described = signature_in_stub("resources/" + module.replace(".", "/"), [class_name], method.name)
    if described is not None:
        return described
    parameters = _event_parameters(method) if endpoint is None else _connect_parameters(endpoint)
    return Signature([Parameter("self", Parameter.POSITIONAL_OR_KEYWORD), *parameters])


def _connect_parameters(endpoint: Endpoint) -> List[Parameter]:
    kind = Parameter.POSITIONAL_OR_KEYWORD if endpoint.is_positional else Parameter.KEYWORD_ONLY
    defaults: Dict[str, Any] = dict.fromkeys(endpoint.parameters, omit)
    defaults.update(COMMON_ARGUMENTS, max_queue_size=endpoint.max_queue_size)
    defaults.update(dict.fromkeys(endpoint.required, Parameter.empty))
    unused = UNUSED_BY_BETA if endpoint.is_beta else ()
    parameters = [Parameter(name, kind, default=default) for name, default in defaults.items() if name not in unused]
    return sorted(parameters, key=lambda parameter: parameter.default is not Parameter.empty)


def _event_parameters(method: Any) -> List[Parameter]:
    fields = method.fields
    return [
        Parameter(name, Parameter.KEYWORD_ONLY, default=Parameter.empty if name in fields.required else omit)
        for name in fields.names
    ]


def describe(method: Any) -> str:
    """Return the docstring of `connect`."""
    endpoint, is_async = ENDPOINTS[method.endpoint], method.owner._is_async
    with_, enter = ("async with", "await manager.enter()") if is_async else ("with", "manager.enter()")
    text = DESCRIPTION.format(path=endpoint.path, name=endpoint.name, with_=with_, enter=enter)
    described = function_signature(method)
    parameters = list(described.parameters.values())[1:]
    parts = [
        text + ("" if endpoint.is_beta else RECONNECTING),
        "Parameters:\n" + "\n".join(map(describe_parameter, parameters)),
        "A connection sends these events, as `connection.session.update(…)`:\n"
        + "\n".join("  " + event for event in endpoint.client_events),
        "API reference: " + REFERENCE,
    ]
    return "\n\n".join(parts)
