# SPDX-License-Identifier: MIT
"""The WebSocket endpoints of the API: a table. No I/O.

A new event that programs send is a line: its `type`, then its fields in the order of sending, optional ones in
brackets. `type` is also the path of the call: `session.update` is `connection.session.update(…)`. Events that servers
send are the members of a union of models. https://platform.openai.com/docs/api-reference/realtime-client-events
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Tuple

COMMON_ARGUMENTS: Dict[str, Any] = {
    "extra_query": {},
    "extra_headers": {},
    "websocket_connection_options": {},
    "on_reconnecting": None,
    "max_retries": 5,
    "initial_delay": 0.5,
    "max_delay": 8.0,
    "max_queue_size": 1 << 20,
    "on_reconnected": None,
}
# Those that the beta of the Realtime API does not have.
UNUSED_BY_BETA = frozenset(
    ("on_reconnecting", "max_retries", "initial_delay", "max_delay", "max_queue_size", "on_reconnected")
)
LIVE_QUEUE_SIZE = 2 << 20
# Types of events that configure a session, which `restore_session` sends again.
SESSION_EVENTS = frozenset(("session.start", "session.update", "transcription_session.update"))

REALTIME_EVENTS = """
session.update session [event_id]
response.create [event_id] [response]
response.cancel [event_id] [response_id]
conversation.item.create item [event_id] [previous_item_id]
conversation.item.delete item_id [event_id]
conversation.item.retrieve item_id [event_id]
conversation.item.truncate audio_end_ms content_index item_id [event_id]
input_audio_buffer.append audio [event_id]
input_audio_buffer.commit [event_id]
input_audio_buffer.clear [event_id]
output_audio_buffer.clear [event_id]
"""
BETA_REALTIME_EVENTS = (
    REALTIME_EVENTS
    + """
transcription_session.update session [event_id]
"""
)
TRANSLATION_EVENTS = """
session.update session [event_id]
session.close [event_id]
session.input_audio_buffer.append audio [event_id]
"""
RESPONSES_EVENTS = """
response.create [access_programs] [background] [background_options] [context_management] [conversation] [generate]
    [image] [include] [input] [instructions] [max_output_tokens] [max_tool_calls] [metadata] [model] [moderation]
    [parallel_tool_calls] [previous_response_id] [prompt] [prompt_cache_key] [prompt_cache_options]
    [prompt_cache_retention] [reasoning] [safety_identifier] [service_tier] [store] [stream] [stream_id]
    [stream_options] [temperature] [text] [tool_choice] [tools] [top_logprobs] [top_p] [truncation] [user]
response.steer input previous_response_id
"""
BETA_RESPONSES_EVENTS = (
    RESPONSES_EVENTS.replace("[parallel_tool_calls]", "[multi_agent] [parallel_tool_calls]")
    + """
response.inject input response_id
"""
)
ATTACHED_EVENTS = """
session.update session [event_id]
session.close [event_id]
session.input_audio.mute [event_id]
session.input_audio.unmute [event_id]
session.instructions.append content delegation_id [event_id]
session.thinking.append content delegation_id [event_id]
session.commentary.append content delegation_id [event_id]
session.output_audio.fixture.play audio [event_id]
decision.create event_id
decision.item.create item [event_id]
decision.item.delete item_id [event_id]
response.create [event_id]
response.item.create item [event_id]
"""
LIVE_EVENTS = (
    """
session.start session [event_id]
session.input_audio.append audio [event_id]
"""
    + ATTACHED_EVENTS
)
SIDEBAND_EVENTS = (
    ATTACHED_EVENTS
    + """
transport.dtmf.send event [event_id]
"""
)


class ClientEventFields:
    """The fields of an event that programs send: `names` in the order of sending, of which some are `required`."""

    __slots__ = ("type", "names", "required")

    def __init__(self, type: str, fields: List[str]) -> None:
        self.type: str = type
        self.names: Tuple[str, ...] = tuple(field.strip("[]") for field in fields)
        self.required: Tuple[str, ...] = tuple(field for field in fields if field[0] != "[")


class Endpoint:
    """A WebSocket endpoint: where it is, the arguments of `connect`, and the events in both directions.

    `parameters` are the arguments before the common ones; `required` of them must be given, and those in the path are
    escaped. `server_events` is a reference to the union of models, and the package that it is in. `is_positional` is
    whether arguments may be passed by position. `is_beta` marks the beta of the Realtime API, whose connections are
    simpler: they are not opened again, and their URLs have no other scheme than wss.
    """

    __slots__ = (
        "name", "module", "prefix", "path", "parameters", "required", "server_events", "client_events",
        "is_positional", "is_realtime", "is_beta", "max_queue_size",
    )  # fmt: skip

    def __init__(
        self,
        name: str,
        prefix: str,
        path: str,
        parameters: str,
        server_events: Tuple[str, str],
        client_events: str,
        *,
        required: str = "",
        is_positional: bool = False,
        is_realtime: bool = False,
        is_beta: bool = False,
        max_queue_size: int = 1 << 20,
    ) -> None:
        self.name: str = name
        self.module: str = name if name in ("live.sideband", "live.forks") else name + "." + name.rpartition(".")[2]
        self.prefix: str = prefix
        self.path: str = path
        self.parameters: Tuple[str, ...] = tuple(parameters.split())
        self.required: Tuple[str, ...] = tuple(required.split())
        self.server_events: Tuple[str, str] = server_events
        self.client_events: Dict[str, ClientEventFields] = parse_events(client_events)
        self.is_positional: bool = is_positional
        self.is_realtime: bool = is_realtime  # whether Azure has it at a URL of its own
        self.is_beta: bool = is_beta
        self.max_queue_size: int = max_queue_size


def parse_events(table: str) -> Dict[str, ClientEventFields]:
    """Return the events of a table by their types."""
    events: Dict[str, ClientEventFields] = {}
    for line in table.replace("\n    ", " ").splitlines():
        if line:
            type, *fields = line.split()
            events[type] = ClientEventFields(type, fields)
    return events


ENDPOINTS: Dict[str, Endpoint] = {
    endpoint.name: endpoint
    for endpoint in (
        Endpoint(
            "realtime", "Realtime", "/realtime", "call_id model", ("realtime.RealtimeServerEvent", "realtime"),
            REALTIME_EVENTS, is_realtime=True,
        ),
        Endpoint(
            "realtime.translations", "Translations", "/realtime/translations", "model",
            ("realtime.RealtimeTranslationServerEvent", "realtime"), TRANSLATION_EVENTS, required="model",
            is_positional=True,
        ),
        Endpoint(
            "responses", "Responses", "/responses", "", ("ResponsesServerEvent", "server_events"),
            RESPONSES_EVENTS, is_positional=True,
        ),
        Endpoint(
            "beta.responses", "Responses", "/responses", "", ("BetaResponsesServerEvent", "server_events"),
            BETA_RESPONSES_EVENTS, is_positional=True,
        ),
        Endpoint(
            "live", "Live", "/live/sessions", "", ("live.ServerEvent", "live"), LIVE_EVENTS, is_positional=True,
            max_queue_size=LIVE_QUEUE_SIZE,
        ),
        Endpoint(
            "live.sideband", "Sideband", "/live/sessions/{session_id}/attach", "session_id graceful_close",
            ("live.ConnectServerEvent", "live"), SIDEBAND_EVENTS, required="session_id",
            max_queue_size=LIVE_QUEUE_SIZE,
        ),
        Endpoint(
            "live.forks", "Forks", "/live/sessions/{session_id}/fork", "session_id", ("live.ForkServerEvent", "live"),
            LIVE_EVENTS, required="session_id", max_queue_size=LIVE_QUEUE_SIZE,
        ),
        Endpoint(
            "beta.realtime", "Realtime", "/realtime", "model", ("beta.realtime.RealtimeServerEvent", "beta.realtime"),
            BETA_REALTIME_EVENTS, required="model", is_realtime=True, is_beta=True,
        ),
    )
}  # fmt: skip
