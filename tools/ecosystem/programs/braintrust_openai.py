# SPDX-License-Identifier: MIT
# requires: braintrust, pydantic
# runs: spans of all calls of clients in `wrap_openai()`, with input, output, metrics and errors
"""Braintrust patches the resources of a client and logs each call."""

import json

from _calls import describe, run_all
from braintrust import logger, wrap_openai
from braintrust.test_helpers import init_test_logger

init_test_logger("test")
with logger._internal_with_memory_background_logger() as memory:

    def collect():
        lines = []
        for row in memory.pop():
            fields = {name: row.get(name) for name in ("input", "output", "error", "metadata")}
            fields["metrics"] = {
                name: value
                for name, value in row.get("metrics", {}).items()
                if "token" in name and name != "time_to_first_token"
            }
            fields["error"] = str(fields["error"]).partition("\n")[0]
            attributes = json.dumps(describe(row["span_attributes"]), sort_keys=True)
            lines.append("span {} {}".format(attributes, json.dumps(describe(fields), sort_keys=True)))
        return lines

    run_all(collect, wrap=wrap_openai)
