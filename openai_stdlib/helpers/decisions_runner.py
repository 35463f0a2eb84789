# SPDX-License-Identifier: MIT
"""`DecisionsToolRunner`: let the model choose one of the program's actions, step by step, until it chooses "done".

Each loop is written once as a flow (flow.py) for both clients. A choice is no permission: the program decides which
candidates there are.
"""

from __future__ import annotations

from asyncio import CancelledError
from copy import deepcopy
from math import isfinite
from time import monotonic

from .flow import run_flow
from .tool_diagnostics import discard_awaitable, emit_tool_diagnostic
from .tool_lifecycle import ToolLifecycle, call_handler, rotate_idempotency_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterable, List, Optional, Union

    from .flow import Flow

    DecisionObservation = Union[str, Iterable[Any]]
    DecisionCandidate = AsyncDecisionCandidate = DecisionActionCandidate = Dict[str, Any]
    AsyncDecisionActionCandidate = DecisionDoneCandidate = DecisionsRunnerParams = DecisionsRunResult = Dict[str, Any]
else:
    DecisionObservation = object
    DecisionCandidate = AsyncDecisionCandidate = DecisionActionCandidate = AsyncDecisionActionCandidate = dict
    DecisionDoneCandidate = DecisionsRunnerParams = DecisionsRunResult = dict

QUESTION = "next_action"
INSTRUCTIONS = "Select the supplied action that best advances the task, or done if the task is complete."
MAX_CANDIDATES = 255
DETAILS = (None, "low", "high", "auto", "original")
COUNTS = ("input_tokens", "output_tokens", "total_tokens")
MESSAGES = {
    "invalid_params": "params: expected model and input, and max_steps as a positive integer",
    "invalid_candidates": "candidates: expected dicts with id, description and execute, and one with done=True",
    "invalid_answer": "the decision selects no candidate",
    "async_executor": "execute: the function is async; use AsyncDecisionsToolRunner",
    "invalid_verification": "verify: expected True or False",
    "verification_failed": "verify: the task isn't done, and there is no other candidate",
    "step_limit": "max_steps: the task isn't done",
    "failed": "the run stopped before the task was done",
    "cancelled": "the run was cancelled",
}


class DecisionsToolRunnerError(RuntimeError):
    """A run stopped, for the `reason`. `attempted_candidate_ids` may have had effects; the completed ones returned."""

    def __init__(self, reason: str, attempted: List[str], completed: List[str]) -> None:
        super().__init__(MESSAGES[reason])
        self.reason = reason
        self.attempted_candidate_ids = tuple(attempted)
        self.completed_candidate_ids = tuple(completed)


class DecisionsToolRunnerCancelledError(CancelledError):
    """The task of a run was cancelled; the ids are those of DecisionsToolRunnerError."""

    def __init__(self, attempted: List[str], completed: List[str]) -> None:
        super().__init__(MESSAGES["cancelled"])
        self.reason = "cancelled"
        self.attempted_candidate_ids = tuple(attempted)
        self.completed_candidate_ids = tuple(completed)


class _BaseRunner:
    def __init__(
        self,
        *,
        observe: Callable[[], Any],
        candidates: Callable[[Any], Any],
        verify: Optional[Callable[[Any], Any]] = None,
    ) -> None:
        self.observe = observe
        self.candidates = candidates
        self.verify = verify
        self._lifecycle = ToolLifecycle("Decisions runner")

    def close(self) -> Dict[str, str]:
        """Refuse further runs; return {"status": "draining"} while one is active, else {"status": "closed"}."""
        return self._lifecycle.close()


class DecisionsToolRunner(_BaseRunner):
    """Runs the actions that the model chooses.

    `observe()` returns the state as text or content parts. `candidates(observation)` returns what the model may choose:
    dicts with `id`, `description` and a function `execute`, and one with `done=True` instead of the function.
    `verify(observation)` confirms that the task is done.
    """

    def run(
        self,
        client: Any,
        params: Any,
        *,
        max_steps: int = 20,
        cancelled: Optional[Callable[[], bool]] = None,
        on_diagnostic: Optional[Callable[[Any], Any]] = None,
    ) -> Any:
        """Run until the task is done, and return a dict with status, decisions and ids of candidates.

        The status is "verified", "unverified" or "refused". `params` has model, input (the task) and
        safety_identifier. Raises DecisionsToolRunnerError.
        """
        self._lifecycle.enter()
        try:
            return run_flow(client, _Run(self, client, params, max_steps, cancelled, on_diagnostic).steps())
        finally:
            self._lifecycle.exit()


class AsyncDecisionsToolRunner(_BaseRunner):
    """Async variant of `DecisionsToolRunner`; all functions may be async."""

    async def run(
        self,
        client: Any,
        params: Any,
        *,
        max_steps: int = 20,
        cancelled: Optional[Callable[[], bool]] = None,
        on_diagnostic: Optional[Callable[[Any], Any]] = None,
    ) -> Any:
        """Run until the task is done; see `DecisionsToolRunner.run`."""
        self._lifecycle.enter()
        try:
            return await run_flow(client, _Run(self, client, params, max_steps, cancelled, on_diagnostic).steps())
        finally:
            self._lifecycle.exit()


class _Run:
    def __init__(
        self, runner: Any, client: Any, params: Any, max_steps: int, cancelled: Any, on_diagnostic: Any
    ) -> None:
        self.runner, self.client, self.max_steps = runner, client, max_steps
        self.cancelled, self.on_diagnostic = cancelled, on_diagnostic
        self.attempted: List[str] = []
        self.completed: List[str] = []
        self.decisions: List[Any] = []
        self.last_error: Optional[DecisionsToolRunnerError] = None
        texts = params.get("model"), params.get("input"), params.get("safety_identifier") or ""
        if type(max_steps) is not int or max_steps < 1 or not all(isinstance(text, str) for text in texts):
            raise self.error("invalid_params")
        if set(params) - {"model", "input", "safety_identifier"}:
            raise self.error("invalid_params")
        self.params = dict(params)

    def error(self, reason: str) -> DecisionsToolRunnerError:
        """Return an error with the actions so far."""
        self.last_error = DecisionsToolRunnerError(reason, self.attempted, self.completed)
        return self.last_error

    def check_cancelled(self) -> None:
        """Raise DecisionsToolRunnerError if the program has cancelled the run."""
        if self.cancelled is not None and self.cancelled():
            raise self.error("cancelled")

    def tell(self, stage: str, reason: str, started: float, call_id: Any = None, usage: Any = None) -> None:
        """Tell the observer about a stage."""
        emit_tool_diagnostic(self.on_diagnostic, "decisions", stage, reason, started, call_id=call_id, usage=usage)

    def steps(self) -> Flow:
        """Run until the task is done, and return the result."""
        try:
            for step in range(self.max_steps):
                result = yield from self._step(step, step == self.max_steps - 1)
                if result is not None:
                    return result
        except DecisionsToolRunnerError as error:
            if error is not self.last_error:
                raise self.error("failed") from None
            if error.reason == "step_limit":
                self.tell("run", "step_limit", monotonic())
            raise
        except CancelledError:
            raise DecisionsToolRunnerCancelledError(self.attempted, self.completed) from None
        except Exception:
            raise self.error("failed") from None  # the cause may have contents

    def _step(self, step: int, is_last: bool) -> Flow:
        """Let the model choose and run its choice; return the result of the run if it is over."""
        self.check_cancelled()
        observation = self._check_observation((yield self.runner.observe))
        candidates = self._check_candidates((yield lambda: self.runner.candidates(deepcopy(observation))))
        choice: Any = candidates[0]
        if len(candidates) > 1:
            choice = yield from self._choose(observation, candidates, step)
        self.tell("selection", "completed" if choice else "refused", monotonic(), choice and choice["id"])
        if choice is None:
            return self._result("refused")
        if choice.get("done", False):
            return (yield from self._verify(choice["id"], len(candidates) == 1, is_last))
        if is_last:
            raise self.error("step_limit")
        self.check_cancelled()
        self.attempted.append(choice["id"])
        started = monotonic()
        try:
            result = yield lambda: call_handler(choice["execute"], self.cancelled)
            if hasattr(result, "__await__"):
                discard_awaitable(result)
                raise self.error("async_executor")
        except (Exception, CancelledError):
            self.tell("action", "driver_failed", started, choice["id"])
            raise
        self.tell("action", "completed", started, choice["id"])
        self.completed.append(choice["id"])
        self.check_cancelled()
        return None

    def _choose(self, observation: Any, candidates: List[Dict[str, Any]], step: int) -> Flow:
        started = monotonic()
        choices = [{"value": item["id"], "description": item["description"]} for item in candidates]
        question = {"type": "choice", "name": QUESTION, "instructions": INSTRUCTIONS, "choices": choices}
        contents = (self.params["input"], observation)
        request = {
            **self.params,
            "input": [{"role": "user", "content": content} for content in contents],
            "questions": [question],
            **(rotate_idempotency_key(self.client, None) if step else {}),
        }
        try:
            decision = yield lambda: self.client.decisions.create(**request)
        except (Exception, CancelledError) as error:
            self.tell("request", "cancelled" if isinstance(error, CancelledError) else "api_failed", started)
            raise
        choice = self._read_choice(decision, candidates)
        self.tell("request", "completed", started, usage=decision.usage)
        self.check_cancelled()
        return choice

    def _read_choice(self, decision: Any, candidates: List[Dict[str, Any]]) -> Optional[Dict[str, Any]]:
        """Return the candidate that the model chose, or None if it refused."""
        self.check_cancelled()
        answers = decision.get("answers")
        answer = answers[0] if isinstance(answers, list) and len(answers) == 1 else {}
        usage = decision.get("usage") or {}
        if answer.get("name") != QUESTION or not all(type(usage.get(name)) is int for name in COUNTS):
            raise self.error("invalid_answer")
        self.decisions.append(deepcopy(decision))
        if answer.get("type") == "refusal":
            return None
        numbers: List[Any] = [answer.get("confidence")]
        numbers += [chance.get("probability") for chance in answer.get("probabilities") or ()]
        is_valid = answer.get("type") == "choice" and isinstance(answer.get("probabilities"), list)
        if is_valid and all(type(number) in (int, float) and isfinite(number) for number in numbers):
            for candidate in candidates:
                if candidate["id"] == answer.get("choice"):
                    return candidate
        raise self.error("invalid_answer")

    def _verify(self, choice_id: str, is_only: bool, is_last: bool) -> Flow:
        """Return the result if the task is done, or None."""
        if self.runner.verify is None:
            return self._result("unverified")
        self.check_cancelled()
        observation = self._check_observation((yield self.runner.observe))
        started = monotonic()
        is_done = yield lambda: self.runner.verify(deepcopy(observation))
        self.tell("verification", "completed" if is_done is True else "refused", started, choice_id)
        self.check_cancelled()
        if is_done is True:
            return self._result("verified")
        if is_done is not False:
            raise self.error("invalid_verification")
        if is_only or is_last:
            raise self.error("verification_failed" if is_only else "step_limit")
        return None

    def _result(self, status: str) -> Dict[str, Any]:
        self.check_cancelled()
        return {
            "status": status,
            "decisions": list(self.decisions),
            "attempted_candidate_ids": list(self.attempted),
            "completed_candidate_ids": list(self.completed),
        }

    def _check_observation(self, observation: Any) -> Any:
        """Return a copy of an observation: text, or a list of content parts."""
        if not isinstance(observation, str):
            observation = deepcopy(list(observation))
            for part in observation:
                kind = part.get("type") if isinstance(part, dict) else None
                is_image = kind == "input_image" and isinstance(part.get("image_url"), str)
                is_text = kind == "input_text" and isinstance(part.get("text"), str)
                if not is_text and not (is_image and part.get("detail") in DETAILS):
                    raise self.error("failed")
        self.check_cancelled()
        return observation

    def _check_candidates(self, candidates: Any) -> List[Dict[str, Any]]:
        if not isinstance(candidates, list) or not 1 <= len(candidates) <= MAX_CANDIDATES:
            raise self.error("invalid_candidates")
        ids = set()
        for item in candidates:
            if not isinstance(item, dict) or set(item) - {"id", "description", "done", "execute"}:
                raise self.error("invalid_candidates")
            is_done, texts = item.get("done", False), (item.get("id"), item.get("description"))
            has_texts = all(isinstance(text, str) and text.strip() for text in texts)
            has_function = "execute" not in item if is_done else callable(item.get("execute"))
            if not has_texts or type(is_done) is not bool or not has_function or item["id"] in ids:
                raise self.error("invalid_candidates")
            ids.add(item["id"])
        if sum(item.get("done", False) for item in candidates) != 1:
            raise self.error("invalid_candidates")
        self.check_cancelled()
        return [dict(item) for item in candidates]
