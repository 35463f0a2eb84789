# SPDX-License-Identifier: MIT
# requires: mlflow-skinny, pydantic
# runs: traces of all calls with `mlflow.openai.autolog()`
"""MLflow patches the resources and traces each call."""

import json
import os
import tempfile

os.environ.update(MLFLOW_ENABLE_ASYNC_TRACE_LOGGING="false", MLFLOW_ALLOW_FILE_STORE="true")

import mlflow
import mlflow.openai
from _calls import describe, run_all
from mlflow.tracing.processor.base_mlflow import BaseMlflowSpanProcessor  # noqa: F401  # as mlflow loads it

folder = tempfile.mkdtemp()
mlflow.set_tracking_uri("file://" + folder)
mlflow.openai.autolog()
seen = set()


def collect():
    lines = []
    traces = mlflow.search_traces(return_type="list", max_results=5)
    for trace in traces:
        if trace.info.trace_id in seen:
            continue
        seen.add(trace.info.trace_id)
        for span in trace.data.spans:
            fields = {"inputs": span.inputs, "outputs": span.outputs, "attributes": span.attributes}
            fields["attributes"] = {key: value for key, value in span.attributes.items() if "Request" not in key}
            line = "span {} {} {}"
            lines.append(
                line.format(span.name, span.status.status_code.value, json.dumps(describe(fields), sort_keys=True))
            )
    return lines


run_all(collect)
