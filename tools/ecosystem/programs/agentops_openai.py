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
run_all(spans)
