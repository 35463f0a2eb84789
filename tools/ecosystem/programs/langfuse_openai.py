# SPDX-License-Identifier: MIT
# requires: langfuse, pydantic
# runs: generations of all calls through `langfuse.openai`, with input, output, usage and errors
"""`from langfuse.openai import openai` records each call as a generation."""

from _calls import SpanCollector, run_all
from langfuse import Langfuse
from langfuse.openai import openai

spans = SpanCollector()
client = Langfuse(
    public_key="pk-test", secret_key="sk-test", base_url="http://127.0.0.1:9", span_exporter=spans.exporter, flush_at=1
)


def collect():
    client.flush()
    return spans()


run_all(collect, openai_module=openai)
