# SPDX-License-Identifier: MIT
"""Results of an agent's turn, collected from the events of its session. No I/O."""

from __future__ import annotations

import warnings
from copy import deepcopy
from dataclasses import dataclass

from ..call.errors import OpenAIError
from ..results.guard import run_user_code
from ..results.models import set_model

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Container, Dict, List, Optional, Tuple

TURN_END_EVENTS = frozenset("agent.session.turn." + name for name in ("completed", "failed", "cancelled"))
END_STATUSES = ("completed", "failed", "cancelled")
BUDGET_EVENT = "agent.session.budget_reached"


@dataclass(frozen=True)
class AgentTurnResult:
    """The final messages of a completed turn, and its answer as the type that was asked for."""

    turn: Any
    messages: List[Any]
    output_parsed: Any = None

    def __class_getitem__(cls, _: Any) -> Any:
        return cls

    def parse(self, output_type: Any) -> AgentTurnResult:
        """Return the result with the answer as a type. Raises AgentOutputParseError if it doesn't fit the type."""
        from .convert import parse_json_as
        from .schema import to_strict_json_schema

        parts = [part for message in self.messages for part in message.content if part.type == "output_text"]
        try:
            to_strict_json_schema(output_type)
            parsed = [run_user_code(parse_json_as, output_type, part.text) for part in parts][0]
        except Exception:  # its message could contain the answer
            raise AgentOutputParseError(self) from None
        return AgentTurnResult(self.turn, self.messages, parsed)

    @property
    def session_id(self) -> str:
        """The id of the session."""
        session_id: str = self.turn.session_id
        return session_id

    @property
    def turn_id(self) -> str:
        """The id of the turn."""
        turn_id: str = self.turn.id
        return turn_id

    @property
    def output_text(self) -> str:
        """The text of all messages, without separators."""
        return "".join(message.output_text for message in self.messages)


class AgentOutputParseError(OpenAIError):
    """The answer of a completed turn isn't of the requested type; `result` has it as text."""

    def __init__(self, result: Any) -> None:
        super().__init__("Could not parse the completed agent output")
        self.result = result


class AgentTurnResultError(OpenAIError):
    """A turn has no result.

    `reason` is "failed", "cancelled", "requires_action", "incomplete" (the events ended before the turn) or
    "observation_failed" (`__cause__` tells why). `turn`, `messages` and `required_actions` are what was received.
    """

    def __init__(
        self,
        reason: str,
        *,
        turn: Any,
        session_id: Optional[str],
        messages: List[Any],
        required_actions: List[Any],
    ) -> None:
        super().__init__("Could not collect the agent turn result: " + reason)
        self.reason = reason
        self.turn = turn
        self.session_id = session_id
        self.turn_id: Any = turn.id if turn is not None else None
        self.messages = messages
        self.required_actions = required_actions


def copy_object(value: Any) -> Any:
    """Return an independent copy, because events belong to the program."""
    return deepcopy(value)


class TurnCollector:
    """Collects the first turn of the session itself, not of its subagents, from the events of a session."""

    def __init__(self, session_id: Optional[str] = None) -> None:
        self.session_id: Any = session_id
        self.turn: Any = None
        self.is_done: bool = False
        self.cause: Optional[Exception] = None
        self.required_actions: List[Any] = []
        self._has_failed = False
        self._messages: Dict[str, Tuple[int, Any]] = {}
        self._error: Optional[AgentTurnResultError] = None
        self._result: Optional[AgentTurnResult] = None

    def accept(self, event: Any) -> None:
        """Take the next event of the session."""
        if self.is_done:
            return
        kind = event.get("type")
        if kind in TURN_END_EVENTS:
            if self.turn is not None and event.turn_id == self.turn.id:
                self.turn, self.required_actions = copy_object(event.turn), []
        elif kind == BUDGET_EVENT:
            self._accept_budget(event)
        elif kind in self._HANDLERS:
            self._HANDLERS[kind](self, event)

    def _accept_session(self, event: Any) -> None:
        self.session_id = event.session.id

    def _accept_turn(self, event: Any) -> None:
        if self.turn is None and event.turn.get("subagent_id") is None:
            self.turn, self.session_id = copy_object(event.turn), event.session_id

    def _accept_item(self, event: Any) -> None:
        item = event.item
        if self.turn is None or (item.get("type"), item.get("status")) != ("message", "completed"):
            return
        if item.get("turn_id") == self.turn.id and item.get("phase") != "commentary":
            _warn_of_wrong_types(item)
            message = copy_object(item)
            set_model(message, "beta.AgentSessionMessage")
            self._messages[item.id] = (event.output_index, message)

    def _accept_progress(self, event: Any) -> None:
        self.required_actions = []

    def _accept_required_actions(self, event: Any) -> None:
        self.session_id = event.session.id
        self.required_actions = copy_object(list(event.session.required_actions or ()))

    def _accept_failure(self, event: Any) -> None:
        self.session_id = event.session.id
        self._has_failed = self.is_done = True

    def _accept_idle(self, event: Any) -> None:
        if self._has_turn_ended():
            self.required_actions, self.is_done = [], True

    def _accept_budget(self, event: Any) -> None:
        session_id = read_session_id(event)
        if not session_id:
            return
        if self.turn is None and self.session_id in (None, session_id):
            self.session_id, self.is_done = session_id, True
        elif session_id == self.session_id:
            self._accept_idle(event)

    _HANDLERS = {
        "agent.session.created": _accept_session,
        "agent.session.turn.created": _accept_turn,
        "agent.session.turn.item.done": _accept_item,
        "agent.session.in_progress": _accept_progress,
        "agent.session.requires_action": _accept_required_actions,
        "agent.session.failed": _accept_failure,
        "agent.session.idle": _accept_idle,
    }

    def _has_turn_ended(self) -> bool:
        return self.turn is not None and self.turn.get("status") in END_STATUSES

    def _sorted_messages(self) -> List[Any]:
        return [message for _, message in sorted(self._messages.values(), key=lambda pair: pair[0])]

    def error(self, reason: str) -> AgentTurnResultError:
        """Return the error that ends the collection; the first one stays."""
        if self._error is None:
            self._error = AgentTurnResultError(
                reason,
                turn=self.turn,
                session_id=self.session_id,
                messages=self._sorted_messages(),
                required_actions=self.required_actions,
            )
            self.turn, self.required_actions, self.is_done = None, [], True
            self._messages.clear()
        return self._error

    def check(self, handled_tools: Container[str] = ()) -> None:
        """Raise AgentTurnResultError if the turn cannot have a result any more."""
        if self._error is not None:
            raise self._error
        status = self.turn.get("status") if self.turn is not None else None
        if self._has_failed or status == "failed":
            raise self.error("failed")
        if status == "cancelled":
            raise self.error("cancelled")
        for action in self.required_actions:
            if action.get("type") != "function_call" or action.get("name") not in handled_tools:
                raise self.error("requires_action")
        if self.cause is not None:
            raise self.error("observation_failed") from self.cause

    def result(self) -> AgentTurnResult:
        """Return the result of the turn. Raises AgentTurnResultError."""
        if self._result is None:
            self.check()
            if not self.is_done or self.turn is None or self.turn.get("status") != "completed":
                raise self.error("incomplete")
            self._result = AgentTurnResult(copy_object(self.turn), self._sorted_messages())
            self._messages.clear()
        return self._result


def read_session_id(event: Any) -> str:
    """Return the id of the session that an event tells about, or ""."""
    session = event.get("session")
    session_id = session.get("id") if isinstance(session, dict) else None
    return session_id if isinstance(session_id, str) else ""


def _warn_of_wrong_types(message: Any) -> None:
    """Emit a warning for content of a message that has another type than the API says."""
    content = message.get("content")
    wrong = "content: expected a list" if not isinstance(content, list) else ""
    for index, part in enumerate(content if not wrong else ()):
        if part.get("type") == "output_text" and not isinstance(part.get("text"), str):
            wrong = "content[{}].text: expected a string".format(index)
    if wrong:
        warnings.warn("Unexpected response type at {}.".format(wrong), stacklevel=2)


class ResultCollection:
    """The collector of a stream, made when a result is asked for, and the type of the answer."""

    def __init__(self, session_id: Optional[str] = None, output_type: Any = None) -> None:
        self.output_type = output_type
        self.collector: Optional[TurnCollector] = None
        self._session_id = session_id
        self._has_started = False
        self._result: Optional[AgentTurnResult] = None

    def enable(self) -> TurnCollector:
        """Return the collector. Raises RuntimeError if events were read without one."""
        if self.collector is None:
            if self._has_started:
                raise RuntimeError("events were read already; call with_result_collection() before the first one")
            self.collector = TurnCollector(self._session_id)
        return self.collector

    def accept(self, event: Any) -> None:
        """Take the next event of the session."""
        self._has_started = True
        if self.collector is not None:
            self.collector.accept(event)

    def record_error(self, error: Exception) -> None:
        """Take the error that ended the events."""
        if self.collector is not None and not self.collector.is_done:
            self.collector.cause = error

    def result(self) -> AgentTurnResult:
        """Return the result of the turn. Raises AgentTurnResultError, or AgentOutputParseError if there is a type."""
        if self._result is None:
            result = self.enable().result()
            self._result = result if self.output_type is None else result.parse(self.output_type)
        return self._result

    def failure(self, error: Exception) -> Exception:
        """Return what to raise for an error during the collection."""
        if isinstance(error, (AgentTurnResultError, AgentOutputParseError)):
            return error
        collector = self.enable()
        collector.cause = error
        failure = collector.error("observation_failed")
        if failure is not error:
            failure.__cause__ = error
        return failure
