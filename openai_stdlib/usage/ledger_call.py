# SPDX-License-Identifier: MIT
"""`LedgerCall`: one call, as a ledger sees it. No I/O of its own."""

from __future__ import annotations

from ..call.call_observer import CallPart
from ..call.outcome import Outcome
from .counts import count_usage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Optional, Tuple

    from ..call.call_observer import Flow
    from ..call.message import Response
    from ..call.prepare import Call
    from .ledger import Ledger

# POSTs that are calls of a model. Custom requests are, too, if they name a model or have usage.
MODEL_PATHS = frozenset(
    (
        "/chat/completions", "/completions", "/responses", "/responses/compact", "/embeddings", "/moderations",
        "/decisions", "/audio/speech", "/audio/transcriptions", "/audio/translations", "/images/generations",
        "/images/edits", "/images/variations", "/videos", "/videos/edits", "/videos/extensions",
        "/videos/{video_id}/remix", "/threads/runs", "/threads/{thread_id}/runs", "/edits", "/responses?beta=true",
        "/responses/compact?beta=true",
    )
)  # fmt: skip
OUTPUT_LIMITS = ("max_completion_tokens", "max_output_tokens", "max_tokens")
BYTES_PER_TOKEN = 4
MAX_ESTIMATED_INPUT = 32_768  # tokens; a body that is larger has images or files
FAILED, SUCCEEDED = {"failed": 1}, {"calls": 1, "without_usage": 1}


class LedgerCall(CallPart):
    """Asks the ledger before the call, and tells it the usage afterwards."""

    __slots__ = ("ledger", "call", "label", "model", "is_counted", "reserved", "is_over", "generation")

    def __init__(self, ledger: Ledger, call: Call) -> None:
        self.ledger: Ledger = ledger
        self.call: Call = call
        self.label: str = call.options.get("ledger_label", "") if call.options else ""
        operation = call.operation
        # Other calls may have the usage of an earlier one.
        self.is_counted: bool = operation.method == "POST" and (operation.path in MODEL_PATHS or operation.is_custom)
        model = call.arguments.get("model") if self.is_counted else ""
        self.model: str = model if type(model) is str else find_model(call)
        self.reserved: Optional[Tuple[int, int]] = None  # units and tokens
        self.is_over: bool = True  # or not begun
        self.generation: int = ledger.generation

    def watch(self, flow: Flow) -> Flow:
        """Return the exchange, or one that raises before anything is sent."""
        ledger = self.ledger
        if self.is_counted:
            if ledger.checks_calls and (self.model or not self.call.operation.is_custom):
                try:
                    ledger.begin(self)
                except BaseException as error:
                    return refuse(error)
            self.is_over = False
        elif ledger.is_waiting_for_usage:
            self.is_over = False
        return flow

    def finish(self, outcome: Outcome, error: Optional[BaseException]) -> None:
        """Count the call."""
        if self.is_over or self.generation != self.ledger.generation:
            return
        self.is_over = True
        counts = count_usage(outcome.usage)
        key: Any = None
        pending = settles = ""
        if not self.model and counts and isinstance(outcome.id, str):
            settles = outcome.id  # of a response that was created in the background, and perhaps has been counted
        if self.is_counted and (self.model or counts or not self.call.operation.is_custom):
            key = self.model or str(outcome.model or ""), self.label
            if outcome.is_unfinished and not counts and isinstance(outcome.id, str):
                pending = outcome.id
            if error is not None:
                counts = {**FAILED, **counts}
            elif counts or pending:
                counts["calls"] = 1
            else:
                counts = SUCCEEDED
        if key is not None or settles or self.reserved is not None:
            self.ledger.record(key, counts, self.reserved, pending, settles)

    def __del__(self) -> None:
        if not self.is_over:  # a program has dropped the stream
            self.finish(Outcome(), None)

    def estimate(self, mean_output: int) -> Dict[str, int]:
        """Return the tokens to reserve for the call while it is under way.

        Input: a quarter of the body's bytes. Output: what the call allows, else the mean of earlier calls.
        """
        body, arguments = self.call.request.body, self.call.arguments
        size = len(body) if isinstance(body, bytes) else 0
        output = mean_output
        for name in OUTPUT_LIMITS:
            if type(arguments.get(name)) is int:
                output = arguments[name]
                break
        choices = arguments.get("n")
        if type(choices) is int and choices > 1:
            output *= choices
        return {"calls": 1, "input": min(size // BYTES_PER_TOKEN, MAX_ESTIMATED_INPUT), "output": max(output, 0)}


def find_model(call: Call) -> str:
    """Return the model that the arguments of a call name, or ""."""
    model = call.arguments.get("model")
    if model is None and call.operation.is_custom:
        body: Any = getattr(call.operation, "body", None)
        model = body.get("model") if isinstance(body, dict) else None
    return str(model) if isinstance(model, str) else ""


def refuse(error: BaseException) -> Flow:
    """Return an exchange that raises an error instead of sending a request."""
    response: Response = yield from raise_error(error)
    return response


def raise_error(error: BaseException) -> Any:
    """Raise an error."""
    raise error
