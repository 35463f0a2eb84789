# SPDX-License-Identifier: MIT
"""`State`: the buckets of all models, and which model has which. Pure: the time is passed in.

All models share one bucket until a server reports limits for one of them that differ, or much more of a limit than
the calls of all can have left: then that model gets a bucket of its own.
"""

from __future__ import annotations

from .bucket import Bucket

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Optional, Tuple

    from .bucket import Permit
    from .rate_headers import Report

SHARED = ""  # the key of the bucket of all models that have no other
MAX_CLOCK_ERROR = 1.0  # seconds by which clocks of processes may differ; a larger step back was a new setting
BLIND_BLOCK = 1.0  # seconds without calls after a 429 that says nothing else


class State:
    """The buckets of a rate limiter. `per_model` is True or False if the user has said so."""

    __slots__ = ("limits", "per_model", "buckets", "models", "updated_at")

    def __init__(
        self, requests: Optional[float], tokens: Optional[float], per_model: Optional[bool], now: float
    ) -> None:
        self.limits: Tuple[Optional[float], Optional[float]] = (requests, tokens)
        self.per_model: Optional[bool] = per_model
        self.buckets: Dict[str, Bucket] = {}
        self.models: Dict[str, str] = {}  # model -> key of its bucket
        self.updated_at: float = now

    def find_bucket(self, now: float, model: str) -> Tuple[str, Bucket]:
        """Return the key and the bucket of a model."""
        if now < self.updated_at:
            self._adapt_clock(now)
        self.updated_at = now
        try:
            key = self.models[model]
            return key, self.buckets[key]
        except KeyError:
            key = self.models[model] = self.models.get(model, model if self.per_model else SHARED)
            bucket = self.buckets.get(key)
            if bucket is None:
                bucket = self.buckets[key] = Bucket(*self.limits, now)
            return key, bucket

    def _adapt_clock(self, now: float) -> None:
        if now < self.updated_at - MAX_CLOCK_ERROR:
            for bucket in self.buckets.values():
                bucket.shift(now - self.updated_at)

    def report(self, now: float, model: str, permit: Permit, report: Report) -> None:
        """See what a response reports. Its call moves to another bucket if it belongs there."""
        bucket = self.buckets.get(permit.key)
        if bucket is None:  # the file was replaced
            return
        if not bucket.has_plenty(report):
            if not bucket.has_limits_of(report) or bucket.is_contradicted(now, permit, report):
                if self.per_model is None and self._is_shared(model, permit.key):
                    bucket = self._separate(now, model, permit, bucket)
            bucket.report(now, permit, report)
        bucket.answer(permit)

    def _separate(self, now: float, model: str, permit: Permit, bucket: Bucket) -> Bucket:
        """Give a model a bucket of its own, and its call with it."""
        bucket.settle(now, permit, None)
        for gate, is_tokens in bucket.gates:
            gate.correct(now, -permit.tokens if is_tokens else -1.0)
        self.models[model] = model
        key, bucket = self.find_bucket(now, model)
        bucket.take(now, permit, key)
        return bucket

    def _is_shared(self, model: str, key: str) -> bool:
        return any(other != model and other_key == key for other, other_key in self.models.items())

    def refuse(self, now: float, permit: Permit, retry_after: Optional[float], is_reported: bool) -> None:
        """See that a call was refused with 429, and when the server wants the next one."""
        bucket = self.buckets.get(permit.key)
        if bucket is not None:
            if retry_after is None:
                retry_after = 0.0 if is_reported else BLIND_BLOCK
            bucket.block(now, retry_after)
            if not is_reported:
                for gate, _ in bucket.gates:
                    gate.exhaust(now, now + retry_after)

    def answer(self, permit: Permit) -> None:
        """See that a call has been answered."""
        bucket = self.buckets.get(permit.key)
        if bucket is not None:
            bucket.answer(permit)

    def settle(self, now: float, permit: Permit, tokens: Optional[float]) -> None:
        """See how many tokens a call has used, if that is known."""
        bucket = self.buckets.get(permit.key)
        if bucket is not None:
            bucket.settle(now, permit, tokens)

    def dump(self) -> Dict[str, Any]:
        """Return the state as values that JSON can represent."""
        buckets = {key: bucket.dump() for key, bucket in self.buckets.items()}
        return {"limits": self.limits, "updated_at": self.updated_at, "models": self.models, "buckets": buckets}

    def load(self, values: Dict[str, Any]) -> None:
        """Take over what `dump` returned, with the limits of this state. Raises KeyError, TypeError or ValueError."""
        buckets = {key: Bucket.load(bucket) for key, bucket in values["buckets"].items()}
        self.updated_at = float(values["updated_at"])
        if tuple(values["limits"]) != self.limits:
            for bucket in buckets.values():
                bucket.set_own_limits(self.limits, self.updated_at)
        self.models, self.buckets = dict(values["models"]), buckets
