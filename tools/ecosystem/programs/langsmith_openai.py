# SPDX-License-Identifier: MIT
# requires: langsmith, pydantic
# runs: runs of chat, completions and responses of clients in `wrap_openai()`, with inputs, outputs, usage and errors
"""LangSmith patches the methods of a client and traces each call."""

import json
import os

os.environ.update(LANGSMITH_TRACING="true", LANGSMITH_API_KEY="test", LANGSMITH_ENDPOINT="http://127.0.0.1:9")

from _calls import describe, run_all
from langsmith import Client
from langsmith.run_helpers import tracing_context
from langsmith.wrappers import wrap_openai

runs = {}


class MemoryClient(Client):
    def create_run(self, name, inputs, run_type, **fields):
        runs[str(fields["id"])] = {"name": name, "inputs": inputs, "run_type": run_type, **fields}

    def update_run(self, run_id, **fields):
        runs[str(run_id)].update({key: value for key, value in fields.items() if value is not None})


client = MemoryClient(auto_batch_tracing=False)


def collect():
    lines = []
    for run in runs.values():
        error = str(run.get("error") or "").partition("\n")[0].partition("Traceback")[0]
        extra = run.get("extra") or {}
        metadata = {key: value for key, value in extra.get("metadata", {}).items() if "revision" not in key}
        fields = {"inputs": run["inputs"], "outputs": run.get("outputs"), "metadata": metadata, "error": error}
        lines.append("run {} {} {}".format(run["name"], run["run_type"], json.dumps(describe(fields), sort_keys=True)))
    runs.clear()
    return lines


with tracing_context(enabled=True, client=client):
    run_all(collect, wrap=wrap_openai)
