# SPDX-License-Identifier: MIT
"""`ServerLimits`: limits of requests and tokens a minute that the embedded server enforces, and reports in headers."""

from __future__ import annotations

import json
import threading
import time

from .server_responses import ServerResponse, error_response

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional, Tuple

    from .recorded_request import RecordedRequest
    from .request_reader import RequestBodyReader

MINUTE = 60.0  # seconds
BYTES_PER_TOKEN = 4
MESSAGE = "Rate limit reached for {} on {} per min: Limit {:.0f}, Requested {:.0f}. Please try again in {:.3f}s."


class ServerLimits:
    """Limits for `EmbeddedServer(rate_limits=…)`; None for no limit. Requests without a model are not limited.

    A limit is refilled continuously, up to `burst` seconds of it (60 by default, the whole limit), or with
    `fixed_window=True` renewed each minute. With `per_model=True`, each model has its own. A request takes the tokens
    of its body (a quarter of its bytes) and then, instead, those that the response reports. What is too much gets
    status 429 with `Retry-After`; `refused` counts these. `clock` returns the time in seconds. Raises ValueError.
    """

    def __init__(
        self,
        requests_per_minute: Optional[float] = None,
        tokens_per_minute: Optional[float] = None,
        *,
        fixed_window: bool = False,
        burst: float = MINUTE,
        per_model: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        limits = {"requests": requests_per_minute, "tokens": tokens_per_minute}
        self.limits: Dict[str, float] = {name: limit for name, limit in limits.items() if limit is not None}
        if any(limit < 1 for limit in self.limits.values()) or not 0 < burst <= MINUTE:
            raise ValueError("limits must be at least 1, and burst from 0 to 60 seconds")
        self.fixed_window = fixed_window
        self.burst = burst
        self.per_model = per_model
        self.accepted: int = 0
        self.refused: int = 0
        self._clock = clock
        self._lock = threading.Lock()
        self._counters: Dict[Tuple[str, str], _Counter] = {}  # by model and name of the limit

    def admit(self, request: RecordedRequest, body: RequestBodyReader) -> Tuple[str, float, Optional[ServerResponse]]:
        """Return the model and the tokens that a request has taken, and the response if it is refused."""
        model = _read_model(request, body)
        if not model:
            return "", 0.0, None
        tokens = float(len(body.content) // BYTES_PER_TOKEN)
        with self._lock:
            now = self._clock()
            wait, name = 0.0, ""
            for limit in self.limits:
                seconds = self._counter(model, limit, now).wait_for(1.0 if limit == "requests" else tokens)
                if seconds > wait:
                    wait, name = seconds, limit
            if name:
                self.refused += 1
                requested = 1.0 if name == "requests" else tokens
                message = MESSAGE.format(model, name, self.limits[name], requested, wait)
                response = error_response(429, message, code="rate_limit_exceeded", type=name)
                response.headers["Retry-After"] = str(int(wait) + 1)
                response.headers["Retry-After-Ms"] = str(int(wait * 1000) + 1)
                return model, 0.0, response
            self.accepted += 1
            for limit in self.limits:
                self._counter(model, limit, now).level -= 1.0 if limit == "requests" else tokens
        return model, tokens, None

    def settle(self, model: str, tokens: float, response: ServerResponse) -> None:
        """Take the tokens that a response reports instead of those of the request, and add the headers."""
        if not model:
            return
        used = _read_usage(response.chunks) if response.status < 400 else None
        with self._lock:
            now = self._clock()
            if used is not None and "tokens" in self.limits:
                self._counter(model, "tokens", now).level -= used - tokens
            for name in self.limits:
                response.headers.update(self._counter(model, name, now).report(name))
            for name in {"requests", "tokens"} - set(self.limits):
                for field in ("limit", "remaining", "reset"):
                    response.headers["x-ratelimit-{}-{}".format(field, name)] = ""  # leaves the header out

    def _counter(self, model: str, name: str, now: float) -> _Counter:
        key = (model if self.per_model else "", name)
        counter = self._counters.get(key)
        if counter is None:
            counter = self._counters[key] = _Counter(self.limits[name], self.fixed_window, self.burst, now)
        counter.advance(now)
        return counter


class _Counter:
    """What is left of one limit."""

    def __init__(self, limit: float, fixed_window: bool, burst: float, now: float) -> None:
        self.limit = limit
        self.capacity = limit if fixed_window else max(1.0, limit * burst / MINUTE)
        self.level = self.capacity
        self.fixed_window = fixed_window
        self.now = self.started_at = now

    def advance(self, now: float) -> None:
        """Refill or renew it."""
        if not self.fixed_window:
            self.level = min(self.capacity, self.level + (now - self.now) * self.limit / MINUTE)
        elif now >= self.started_at + MINUTE:
            self.started_at += (now - self.started_at) // MINUTE * MINUTE
            self.level = self.capacity
        self.now = now

    def wait_for(self, amount: float) -> float:
        """Return the seconds until an amount is left."""
        missing = amount - self.level
        if missing <= 0:
            return 0.0
        return self.started_at + MINUTE - self.now if self.fixed_window else missing * MINUTE / self.limit

    def report(self, name: str) -> Dict[str, str]:
        """Return the headers."""
        spent = self.capacity - self.level
        reset = self.started_at + MINUTE - self.now if self.fixed_window else spent * MINUTE / self.limit
        return {
            "x-ratelimit-limit-" + name: "{:.0f}".format(self.limit),
            "x-ratelimit-remaining-" + name: "{:.0f}".format(max(0, int(self.level))),
            "x-ratelimit-reset-" + name: format_duration(reset),
        }


def format_duration(seconds: float) -> str:
    """Return a duration as the API writes it: `20ms`, `1.5s`, `6m0s`."""
    if seconds < 1:
        return "{:.0f}ms".format(seconds * 1000)
    text = "{:.3f}".format(seconds % 60).rstrip("0").rstrip(".") + "s"
    return text if seconds < 60 else "{:.0f}m{}".format(seconds // 60, text)


def _read_model(request: RecordedRequest, body: RequestBodyReader) -> str:
    if request.method != "POST":
        return ""
    if body.form is not None:
        values: Any = {part.name: (part.blob.read() or b"").decode("utf-8", "replace") for part in body.form.parts
                       if part.name == "model"}  # fmt: skip
    else:
        try:
            values = json.loads(body.content or b"null")
        except ValueError:
            return ""
    model = values.get("model") if isinstance(values, dict) else None
    return model if isinstance(model, str) else ""


def _read_usage(chunks: List[bytes]) -> Optional[float]:
    """Return the tokens that a body of JSON or of events reports, if it does."""
    for chunk in reversed(chunks):
        if b'"usage":{' not in chunk:
            continue
        try:
            values = json.loads(chunk[chunk.index(b"{") :])
        except ValueError:
            continue
        usage = (values.get("response") or values).get("usage")
        if isinstance(usage, dict) and isinstance(usage.get("total_tokens"), int):
            return float(usage["total_tokens"])
    return None
