# SPDX-License-Identifier: MIT
# requires: opentelemetry-instrumentation-openai-v2==2.4b0, opentelemetry-util-genai==1.1b0, opentelemetry-sdk, pydantic
# runs: spans, log events and metrics of chat, responses and embeddings, sync and async
"""OpenTelemetry's instrumentation records each call, with its contents."""

import json
import os

os.environ["OTEL_SEMCONV_STABILITY_OPT_IN"] = "gen_ai_latest_experimental"
os.environ["OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"] = "SPAN_AND_EVENT"

from _calls import SpanCollector, describe, run_all
from opentelemetry import _logs, metrics, trace
from opentelemetry.instrumentation.openai_v2 import OpenAIInstrumentor
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import InMemoryLogRecordExporter, SimpleLogRecordProcessor
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader

spans = SpanCollector()
logs = InMemoryLogRecordExporter()
reader = InMemoryMetricReader()
trace.set_tracer_provider(spans.provider)
log_provider = LoggerProvider()
log_provider.add_log_record_processor(SimpleLogRecordProcessor(logs))
_logs.set_logger_provider(log_provider)
metrics.set_meter_provider(MeterProvider(metric_readers=[reader]))


def collect():
    lines = spans()
    for data in logs.get_finished_logs():
        record = data.log_record
        attributes = json.dumps(describe(record.attributes or {}), sort_keys=True)
        lines.append("log {} {}".format(attributes, json.dumps(describe(record.body), sort_keys=True)))
    logs.clear()
    return lines


def read_metrics():
    data = reader.get_metrics_data()
    for resource in data.resource_metrics if data else ():
        for scope in resource.scope_metrics:
            for metric in scope.metrics:
                for point in metric.data.data_points:
                    attributes = json.dumps(describe(point.attributes), sort_keys=True)
                    total = point.sum if metric.unit != "s" else ""
                    yield "metric {} {} count={} sum={}".format(metric.name, attributes, point.count, total)


OpenAIInstrumentor().instrument()
run_all(collect)
for line in sorted(read_metrics()):
    print(line)
OpenAIInstrumentor().uninstrument()
run_all(collect)
