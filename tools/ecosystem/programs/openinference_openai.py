# SPDX-License-Identifier: MIT
# requires: openinference-instrumentation-openai, opentelemetry-sdk, pydantic
# runs: spans of all calls with all their attributes, and none of them after uninstrument()
"""The instrumentation records each call as a span."""

from _calls import SpanCollector, run_all
from openinference.instrumentation.openai import OpenAIInstrumentor

spans = SpanCollector()
OpenAIInstrumentor().instrument(tracer_provider=spans.provider)
run_all(spans)
OpenAIInstrumentor().uninstrument()
print("uninstrumented")
run_all(spans)
