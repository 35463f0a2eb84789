# SPDX-License-Identifier: MIT
"""The example of a bridge to OpenTelemetry, with the real SDK and its exporters in memory."""

from __future__ import annotations

import asyncio
import importlib.util
import os
from pathlib import Path

import pytest

from . import load, package

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

load("hooks")
if "NEED_OPENTELEMETRY" not in os.environ:
    pytest.importorskip("opentelemetry.sdk")

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "opentelemetry_bridge.py"
CHAT: Any = {"model": "m", "messages": [{"role": "user", "content": "private words"}]}


class Setup:
    """A bridge with exporters in memory."""

    def __init__(self, **options: Any) -> None:
        from opentelemetry.sdk.metrics import MeterProvider
        from opentelemetry.sdk.metrics.export import InMemoryMetricReader
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import SimpleSpanProcessor
        from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

        spec = importlib.util.spec_from_file_location("opentelemetry_bridge", EXAMPLE)
        assert spec is not None and spec.loader is not None
        module: Any = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        self.exporter = InMemorySpanExporter()
        self.reader = InMemoryMetricReader()
        self.tracers = TracerProvider()
        self.tracers.add_span_processor(SimpleSpanProcessor(self.exporter))
        self.bridge = module.OpenTelemetryBridge(self.tracers, MeterProvider(metric_readers=[self.reader]), **options)

    def client(self, server: Any, cls: Any = None, **options: Any) -> Any:
        """Return a client with the bridge as its hook."""
        return (cls or package.OpenAI)(
            api_key="sk-1", base_url=server.base_url, environment=False, on_event=self.bridge, **options
        )

    def spans(self) -> list[Any]:
        """Return the spans that have ended."""
        return list(self.exporter.get_finished_spans())

    def metrics(self) -> dict[str, list[Any]]:
        """Return the data points of each metric."""
        data = self.reader.get_metrics_data()
        found = [m for r in data.resource_metrics for s in r.scope_metrics for m in s.metrics] if data else []
        return {metric.name: list(metric.data.data_points) for metric in found}


def test_a_call_is_a_span_and_metrics(server: Any) -> None:
    setup = Setup()
    with setup.client(server) as client:
        completion = client.chat.completions.create(**CHAT, temperature=0.5)
    (span,) = setup.spans()
    assert (span.name, span.kind.name, span.status.status_code.name) == ("chat m", "CLIENT", "UNSET")
    attributes = dict(span.attributes)
    assert attributes["gen_ai.operation.name"] == "chat"
    assert attributes["gen_ai.request.temperature"] == 0.5
    assert attributes["gen_ai.response.id"] == completion.id
    assert attributes["gen_ai.response.finish_reasons"] == ("stop",)
    assert attributes["gen_ai.usage.output_tokens"] == completion.usage.completion_tokens
    assert attributes["server.address"] == "127.0.0.1"
    assert "private words" not in repr(attributes) and "sk-1" not in repr(attributes)
    metrics = setup.metrics()
    assert metrics["gen_ai.client.operation.duration"][0].count == 1
    tokens = {dict(point.attributes)["gen_ai.token.type"]: point.sum for point in metrics["gen_ai.client.token.usage"]}
    assert tokens == {"input": completion.usage.prompt_tokens, "output": completion.usage.completion_tokens}
    assert "gen_ai.client.operation.time_to_first_chunk" not in metrics


def test_a_stream_a_retry_and_a_failure(server: Any) -> None:
    setup = Setup()
    with setup.client(server, retry_policy=package.RetryPolicy(1, initial_delay=0.001)) as client:
        server.inject_fault("status=503; times=1")
        list(client.chat.completions.create(**CHAT, stream=True))
        with pytest.raises(package.NotFoundError):
            client.files.retrieve("none")
    stream, failed = setup.spans()
    assert [(event.name, event.attributes["error.type"]) for event in stream.events] == [("retry", "503")]
    assert stream.attributes["gen_ai.response.time_to_first_chunk"] > 0
    assert (failed.name, failed.status.status_code.name) == ("files.retrieve", "ERROR")
    assert (failed.attributes["error.type"], failed.attributes["http.response.status_code"]) == ("NotFoundError", 404)
    assert setup.metrics()["gen_ai.client.operation.time_to_first_chunk"][0].count == 1
    errors = [dict(point.attributes).get("error.type") for point in setup.metrics()["gen_ai.client.operation.duration"]]
    assert set(errors) == {"NotFoundError", None}


@pytest.mark.parametrize("propagate", [False, True])
def test_spans_have_parents_and_may_be_propagated(server: Any, propagate: bool) -> None:
    setup = Setup(propagate_context=propagate)

    async def main() -> None:
        async with setup.client(server, package.AsyncOpenAI) as client:
            await asyncio.gather(*[client.chat.completions.create(**CHAT) for _ in range(5)])

    with setup.tracers.get_tracer("test").start_as_current_span("parent") as parent:
        asyncio.run(main())
    spans = setup.spans()[:-1]
    assert len(spans) == 5
    assert all(span.parent.span_id == parent.get_span_context().span_id for span in spans)
    sent = {(dict(request.headers).get("traceparent") or "")[:-2] for request in server.requests}  # without the flags
    expected = {"00-{:032x}-{:016x}-".format(span.context.trace_id, span.context.span_id) for span in spans}
    assert sent == (expected if propagate else {""})


def test_content_is_json(server: Any) -> None:
    setup = Setup()
    with setup.client(server, content=True) as client:
        client.chat.completions.create(**CHAT)
    attributes = setup.spans()[0].attributes
    assert '"private words"' in attributes["gen_ai.input.messages"]
    assert '"assistant"' in attributes["gen_ai.output.messages"]
