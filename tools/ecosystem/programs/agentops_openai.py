# SPDX-License-Identifier: MIT
# requires: agentops, opentelemetry-sdk, pydantic
# runs: spans of all calls with AgentOps' instrumentation of openai
"""AgentOps wraps the methods of the resources and records spans."""

from _calls import SpanCollector, run_all
from agentops.instrumentation.providers.openai import OpenaiInstrumentor
from opentelemetry import trace

spans = SpanCollector()
trace.set_tracer_provider(spans.provider)
OpenaiInstrumentor().instrument(tracer_provider=spans.provider)
# It fails for stream managers with both, and reads usage only of some raw responses.
run_all(
    spans,
    skip=("chat stream manager", "chat stream manager parsed", "chat raw", "chat streaming response", "embeddings raw"),
)
