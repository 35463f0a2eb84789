# SPDX-License-Identifier: MIT
# requires: logfire, pydantic
# runs: spans and logs of all calls with `logfire.instrument_openai()`, and none of them afterwards
"""Logfire records each call, and the contents of streams when they end."""

import logfire
from _calls import SpanCollector, run_all
from opentelemetry.sdk.trace.export import SimpleSpanProcessor

spans = SpanCollector()
logfire.configure(
    send_to_logfire=False, console=False, additional_span_processors=[SimpleSpanProcessor(spans.exporter)]
)
with logfire.instrument_openai():
    run_all(spans)
print("uninstrumented")
run_all(spans)
print("one client")
run_all(spans, wrap=lambda client: logfire.instrument_openai(client) and client)
