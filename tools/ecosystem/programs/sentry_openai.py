# SPDX-License-Identifier: MIT
# requires: sentry-sdk, pydantic
# runs: spans of all calls in one transaction each, with prompts and token usage, and the events of errors
"""Sentry's integration records each call as a span of the current transaction, and failed calls as events."""

import json

import sentry_sdk
from _calls import describe, run_all
from sentry_sdk.integrations.openai import OpenAIIntegration
from sentry_sdk.transport import Transport

envelopes = []


class MemoryTransport(Transport):
    def capture_envelope(self, envelope):
        envelopes.append(envelope)


sentry_sdk.init(
    dsn="http://key@127.0.0.1:9/1",
    transport=MemoryTransport,
    traces_sample_rate=1.0,
    send_default_pii=True,
    default_integrations=False,
    integrations=[OpenAIIntegration(include_prompts=True)],
)
transaction = None


def begin():
    global transaction
    transaction = sentry_sdk.start_transaction(op="test", name="call")
    transaction.__enter__()


def collect():
    transaction.__exit__(None, None, None)
    lines = []
    for envelope in envelopes:
        for item in envelope.items:
            payload = item.payload.json or {}
            for span in payload.get("items", ()):  # in envelopes of their own
                data = {key: value["value"] for key, value in span["attributes"].items() if key[:6] != "sentry"}
                data = json.dumps(describe(data), sort_keys=True)
                lines.append("span {} {} {}".format(span["name"], span["status"], data))
            for exception in payload.get("exception", {}).get("values", ()):
                if exception["module"] != "openai":  # a cause, which HTTP libraries raise
                    continue
                line = "exception {} {} {} {}"
                mechanism = json.dumps(exception.get("mechanism"), sort_keys=True)
                lines.append(line.format(exception["module"], exception["type"], exception["value"], mechanism))
    envelopes.clear()
    begin()
    return lines


begin()
run_all(collect)
