# SPDX-License-Identifier: MIT
# requires: ddtrace, pydantic
# runs: APM spans and LLM Observability events of all calls, with input, output and metrics
"""Datadog's library patches the resources, and records a span and an LLM event for each call."""

import json
import os

os.environ.update(
    DD_TRACE_ENABLED="true", DD_INSTRUMENTATION_TELEMETRY_ENABLED="false", DD_REMOTE_CONFIGURATION_ENABLED="false"
)

import ddtrace
from _calls import describe, run_all
from ddtrace.llmobs import LLMObs
from ddtrace.trace import TraceFilter, tracer

recorded = []


class Recorder(TraceFilter):
    def process_trace(self, trace):
        recorded.extend(trace)


tracer.configure(trace_processors=[Recorder()])
events = []
LLMObs.enable(ml_app="test", agentless_enabled=False, integrations_enabled=False)
LLMObs._instance._llmobs_span_writer.enqueue = events.append
ddtrace.patch(openai=True)


def collect():
    lines = []
    for span in recorded:
        tags = {name: value for name, value in {**span.get_tags(), **span.get_metrics()}.items() if name[:1] != "_"}
        tags.pop("error.stack", None)
        lines.append(
            "span {} {} error={} {}".format(
                span.name, span.resource, span.error, json.dumps(describe(tags), sort_keys=True)
            )
        )
    for event in events:
        meta = json.dumps(describe(event["meta"]), sort_keys=True)
        metrics = {name: value for name, value in event["metrics"].items() if "time" not in name}
        lines.append(
            "event {} {} {} {}".format(event["name"], event["status"], meta, json.dumps(metrics, sort_keys=True))
        )
    recorded.clear()
    events.clear()
    return lines


run_all(collect)
