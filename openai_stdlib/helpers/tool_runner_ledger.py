# SPDX-License-Identifier: MIT
"""Checkpoints of runs before and after their effects, saved runs that go on, and limits of the input. No I/O."""

from __future__ import annotations

import json
from dataclasses import dataclass

from .tool_runner_checks import CALLS, check_history, check_result, copy_json, redact_tools, to_input_item

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, FrozenSet, List, Optional, Tuple

    from .tool_runner_state import Run

    ResponsesToolCheckpoint = Dict[str, Any]
    ContextBudget = AsyncContextBudget = ContextBudgetSnapshot = ContextBudgetDecision = Dict[str, Any]
else:
    ResponsesToolCheckpoint = ContextBudget = AsyncContextBudget = ContextBudgetSnapshot = ContextBudgetDecision = dict

BOUNDARY, PENDING, FINAL = "boundary", "pending", "final"  # phases of a checkpoint
CHECKPOINT_FIELDS = frozenset(
    (
        "version", "run_id", "revision", "phase", "max_steps", "consumed_requests", "tools", "output_override_names",
        "history", "attempted_call_ids", "returned_call_ids", "pending_items", "returned_outputs", "final_response",
    )
)  # fmt: skip
BUDGET_MINIMA = {"max_input_bytes": 1, "max_input_images": 0, "keep_recent_screenshots": 1}


@dataclass(frozen=True)
class ResponsesToolLedger:
    """Where a run is saved: `save(checkpoint)` gets a dict of plain JSON before and after each call of a function.

    `resume_from` is a saved checkpoint of the phase "boundary" to continue; its tools and `run_id` must be the same,
    and the `input` of the parameters tells what is new.
    """

    run_id: str
    save: Callable[[Any], Any]
    resume_from: Optional[Any] = None


@dataclass(frozen=True)
class AsyncResponsesToolLedger(ResponsesToolLedger):
    """The same for an async runner; `save` is awaited."""


class LedgerState:
    """What a run has saved."""

    def __init__(self, run: Run, ledger: ResponsesToolLedger) -> None:
        if type(ledger.run_id) is not str or not ledger.run_id or not callable(ledger.save):
            raise ValueError("ledger: needs a run_id that is not empty, and a function to save")
        self._run = run
        self._ledger = ledger
        self._revision = 0
        self.pending_items: Optional[List[Any]] = None
        run.request = copy_json(run.request)
        run.history, run.tools = copy_json(run.history), run.request["tools"]
        if ledger.resume_from is not None:
            self._restore(copy_json(ledger.resume_from))
        self._check_boundary()

    def _check_boundary(self) -> None:
        run = self._run
        run.seen = check_history(copy_json(run.history), run.tools)
        if run.attempted != run.completed or not run.seen.issuperset(run.completed):
            raise ValueError("ledger: a call has no output; find out what it did before you continue")

    def _restore(self, saved: Any) -> None:
        run = self._run
        same = {
            "version": 1, "run_id": self._ledger.run_id, "phase": BOUNDARY, "max_steps": run.max_steps,
            "output_override_names": sorted(run.overrides), "pending_items": [], "returned_outputs": [],
            "final_response": None, "tools": redact_tools(run.tools),
        }  # fmt: skip
        if type(saved) is not dict or set(saved) != CHECKPOINT_FIELDS:
            raise ValueError("resume_from: expected a complete checkpoint")
        different = [name for name, value in same.items() if saved[name] != value]
        if different:
            raise ValueError("resume_from: {} differs from this run".format(different[0]))
        if not any(_is_observation(item) for item in run.history):
            raise ValueError("input: expected a message of the user that tells what is new")
        self._revision = saved["revision"]
        run.consumed_requests = saved["consumed_requests"]
        run.attempted, run.completed = saved["attempted_call_ids"], saved["returned_call_ids"]
        fresh, run.history = run.history, saved["history"]
        self._check_boundary()
        run.history = [*run.history, *fresh]

    def checkpoint(self, phase: str, response: Any = None) -> Dict[str, Any]:
        """Return the next checkpoint."""
        run = self._run
        if phase == BOUNDARY:
            self._check_boundary()
        self._revision += 1
        items = self.pending_items if self.pending_items is not None else run.items
        final = response.to_dict() if phase == FINAL else None
        if final is not None:
            final["output"] = [to_input_item(item) for item in response.output]  # without parsed values
            if "tools" in final:
                final["tools"] = redact_tools(final["tools"])
        checkpoint: Dict[str, Any] = copy_json(
            {
                "version": 1,
                "run_id": self._ledger.run_id,
                "revision": self._revision,
                "phase": phase,
                "max_steps": run.max_steps,
                "consumed_requests": run.consumed_requests,
                "tools": redact_tools(run.tools),
                "output_override_names": sorted(run.overrides),
                "history": run.history,
                "attempted_call_ids": run.attempted,
                "returned_call_ids": run.completed,
                "pending_items": items if phase == PENDING else [],
                "returned_outputs": run.outputs if phase == PENDING else [],
                "final_response": final,
            }
        )
        return checkpoint


def _is_observation(item: Dict[str, Any]) -> bool:
    if item.get("type", "message") != "message" or item.get("role") != "user":
        return False
    content = item.get("content")
    if isinstance(content, str):
        return bool(content.strip())
    try:
        return any(block["type"] != "input_text" or block["text"].strip() for block in check_result(content))
    except ValueError:
        return False


def check_budget(budget: Any, params: Any) -> None:
    """Raise ValueError for an invalid `context_budget`."""
    if type(budget) is not dict or set(budget) - {*BUDGET_MINIMA, "compact"}:
        raise ValueError("context_budget: expected a dict with {}, compact".format(", ".join(BUDGET_MINIMA)))
    for name, minimum in BUDGET_MINIMA.items():
        number = budget.get(name, 1 if name == "keep_recent_screenshots" else None)
        if type(number) is not int or number < minimum:
            raise ValueError("context_budget: {} must be an integer of at least {}".format(name, minimum))
    if not callable(budget.get("compact", len)):
        raise ValueError("context_budget: compact must be a function")
    if params.get("truncation") == "auto" or params.get("context_management"):
        raise ValueError("context_budget: cannot be used with truncation or context management of the server")


def measure_input(history: List[Any]) -> Tuple[int, int]:
    """Return the size of an input in bytes of JSON, and its number of images."""
    size = len(json.dumps(history, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))
    images = 0
    for item in history:
        kind = item.get("type", "message")
        blocks = item.get({"message": "content", "function_call_output": "output"}.get(kind, ""))
        if kind == "computer_call_output":
            images += 1
        elif isinstance(blocks, list):
            images += sum(1 for block in blocks if isinstance(block, dict) and block.get("type") == "input_image")
    return size, images


def is_within(budget: Dict[str, Any], history: List[Any]) -> bool:
    """Return whether an input is within the budget."""
    size, images = measure_input(history)
    return bool(size <= budget["max_input_bytes"] and images <= budget["max_input_images"])


def take_snapshot(run: Run, budget: Dict[str, Any]) -> Dict[str, Any]:
    """Return what `compact` gets to know: the history, and the calls that may be dropped."""
    calls: Dict[str, Any] = {}
    screenshots: List[str] = []
    protected: List[str] = []
    for item in run.history:
        kind = item.get("type")
        if kind in CALLS:
            calls[item["call_id"]] = item
        elif kind == "computer_call_output":
            screenshots.append(item["call_id"])
        if item.get("pending_safety_checks") or item.get("acknowledged_safety_checks"):
            protected.append(item["call_id"])
    protected += screenshots[-budget.get("keep_recent_screenshots", 1) :]
    protected += [call_id for call_id, item in calls.items() if item["type"] == "computer_call"][-1:]
    size, images = measure_input(run.history)
    return {
        "history": copy_json(run.history),
        "eligible_call_ids": [call_id for call_id in calls if call_id not in protected],
        "input_bytes": size,
        "input_images": images,
    }


def compact_input(run: Run, decision: Any, eligible: FrozenSet[str]) -> List[Any]:
    """Return the input without the calls that `compact` dropped; short messages say what they were."""
    drop: Any = decision.get("drop_call_ids") if type(decision) is dict else None
    is_valid = type(drop) is list and set(decision) <= {"drop_call_ids", "summary"} and eligible.issuperset(drop)
    if not is_valid or len(set(drop)) != len(drop) or type(decision.get("summary", "")) is not str:
        raise run.error("Invalid context_budget decision.")
    retained: List[Any] = []
    receipts: List[Dict[str, Any]] = []
    for item in run.history:
        kind = item.get("type")
        if item.get("call_id") not in drop or kind not in (*CALLS, *CALLS.values()):
            retained.append(item)
        elif kind in CALLS:
            name = {"name": item["name"]} if kind == "function_call" else {}
            receipts.append({"call_id": item["call_id"], "kind": kind, **name})
    messages = []
    if "summary" in decision:
        messages.append("Caller summary of omitted completed tool results: " + decision["summary"])
    if receipts:
        text = json.dumps(receipts, ensure_ascii=False, separators=(",", ":"))
        messages.append(
            "Omitted completed tool receipts: {}. Output is present in the runner's full history; "
            "external success is unverified.".format(text)
        )
    return [{"role": "user", "content": text} for text in messages] + retained
