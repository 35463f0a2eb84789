# SPDX-License-Identifier: MIT
# requires: opentelemetry-instrumentation-openai, opentelemetry-sdk, pydantic
# runs: spans of all calls with all their attributes, and none of them after uninstrument()
"""The instrumentation records each call as a span."""

from _calls import SpanCollector, run_all
from opentelemetry.instrumentation.openai import OpenAIInstrumentor

spans = SpanCollector()


def collect():
    """Leave out a number that the instrumentation cannot read from the official models if it is missing in them."""
    return [line for line in spans() if not line.endswith("cache_read.input_tokens = 0")]


OpenAIInstrumentor().instrument(tracer_provider=spans.provider)
run_all(collect)
OpenAIInstrumentor().uninstrument()
print("uninstrumented")
run_all(collect)
