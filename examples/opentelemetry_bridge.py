# SPDX-License-Identifier: MIT
"""Spans and metrics of OpenTelemetry for each call to the API, from the hook `on_event`.

    from openai_stdlib import OpenAI
    from opentelemetry_bridge import OpenTelemetryBridge

    client = OpenAI(on_event=OpenTelemetryBridge())

The names are those of the semantic conventions for generative AI clients, version 1.41: a span `chat gpt-4o` of kind
CLIENT for each call, and the metrics gen_ai.client.operation.duration, gen_ai.client.token.usage and
gen_ai.client.operation.time_to_first_chunk. Needs the package opentelemetry-api, and opentelemetry-sdk to export.
https://opentelemetry.io/docs/specs/semconv/gen-ai/
"""

from __future__ import annotations

import json
import threading
from typing import Any, Dict, Optional

from opentelemetry import metrics, propagate, trace
from opentelemetry.trace import Span, SpanKind, Status, StatusCode

Fields = Dict[str, Any]

# Attributes that the conventions name for the metrics; others, such as ids, would make a time series for each call.
METRIC_ATTRIBUTES = (
    "gen_ai.operation.name",
    "gen_ai.provider.name",
    "gen_ai.request.model",
    "gen_ai.response.model",
    "server.address",
    "server.port",
    "error.type",
)
# Buckets that the conventions recommend.
SECONDS = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92)
TOKENS = (1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864)
# Fields that are no attributes of a span.
UNUSED = frozenset(("extra_headers", "call.id", "gen_ai.client.operation.duration"))


class OpenTelemetryBridge:
    """A hook that makes spans and metrics. One instance may serve any number of clients, threads and tasks.

    `tracer_provider` and `meter_provider` are by default the global ones. With `propagate_context`, requests have the
    header traceparent (W3C Trace Context), so that the spans of a server that you run become children; leave it out
    for servers of others. A span becomes a child of the current span of the caller.
    """

    def __init__(
        self, tracer_provider: Any = None, meter_provider: Any = None, *, propagate_context: bool = False
    ) -> None:
        self._tracer = trace.get_tracer("openai_stdlib", tracer_provider=tracer_provider)
        meter = metrics.get_meter("openai_stdlib", meter_provider=meter_provider)
        self._propagates = propagate_context
        self._spans: Dict[str, Span] = {}  # by id of the call
        self._lock = threading.Lock()
        self._duration = self._histogram(meter, "gen_ai.client.operation.duration", "s", "GenAI operation duration.")
        self._first_chunk = self._histogram(
            meter, "gen_ai.client.operation.time_to_first_chunk", "s", "Time to receive the first chunk."
        )
        self._tokens = self._histogram(
            meter, "gen_ai.client.token.usage", "{token}", "Number of input and output tokens used."
        )

    @staticmethod
    def _histogram(meter: Any, name: str, unit: str, description: str) -> Any:
        buckets = SECONDS if unit == "s" else TOKENS
        try:
            return meter.create_histogram(name, unit, description, explicit_bucket_boundaries_advisory=buckets)
        except TypeError:  # older than version 1.30
            return meter.create_histogram(name, unit, description)

    def __call__(self, name: str, fields: Fields) -> None:
        """See one event; see docs/observability.md for the names and fields."""
        if name == "begun":
            self._begin(fields)
            return
        span = self._find_span(fields, is_last=name in ("finished", "failed"))
        if name == "retry":
            attributes = {"error.type": fields["error.type"], "retry.delay": fields["retry.delay"]}
            if span is not None:
                span.add_event("retry", attributes)
        elif name == "first_event":
            self._first_chunk.record(fields["gen_ai.response.time_to_first_chunk"], metric_attributes(fields))
        elif name in ("finished", "failed"):
            self._record(fields)
            if span is not None:
                end_span(span, fields, has_failed=name == "failed")

    def _begin(self, fields: Fields) -> None:
        model = fields.get("gen_ai.request.model")
        title = fields["gen_ai.operation.name"] + (" {}".format(model) if model else "")
        span = self._tracer.start_span(title, kind=SpanKind.CLIENT, attributes=span_attributes(fields))
        with self._lock:
            self._spans[fields["call.id"]] = span
        if self._propagates:
            # What is in this dict after the hook has returned is sent, unless the call has a header of that name.
            propagate.inject(fields["extra_headers"], context=trace.set_span_in_context(span))

    def _find_span(self, fields: Fields, is_last: bool) -> Optional[Span]:
        with self._lock:
            return self._spans.pop(fields["call.id"], None) if is_last else self._spans.get(fields["call.id"])

    def _record(self, fields: Fields) -> None:
        attributes = metric_attributes(fields)
        self._duration.record(fields["gen_ai.client.operation.duration"], attributes)
        for kind in ("input", "output"):
            count = fields.get("gen_ai.usage.{}_tokens".format(kind))
            if count is not None:
                self._tokens.record(count, {**attributes, "gen_ai.token.type": kind})


def metric_attributes(fields: Fields) -> Fields:
    """Return the attributes of a measurement."""
    return {name: fields[name] for name in METRIC_ATTRIBUTES if name in fields}


def span_attributes(fields: Fields) -> Fields:
    """Return the attributes of a span. Messages, which are lists of dicts, become JSON."""
    attributes: Fields = {}
    for name, value in fields.items():
        if name not in UNUSED:
            is_nested = isinstance(value, dict) or (isinstance(value, list) and any(isinstance(v, dict) for v in value))
            attributes[name] = json.dumps(value) if is_nested else value
    return attributes


def end_span(span: Span, fields: Fields, has_failed: bool) -> None:
    """Complete a span with the fields of the last event of its call."""
    span.set_attributes(span_attributes(fields))
    if has_failed:
        span.set_status(Status(StatusCode.ERROR, fields["error.type"]))
    span.end()
