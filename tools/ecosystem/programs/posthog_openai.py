# SPDX-License-Identifier: MIT
# requires: posthog, pydantic
# runs: events of chat, responses and embeddings of `posthog.ai.openai.OpenAI`, whose resources are subclasses
"""PostHog's clients are subclasses of OpenAI and AsyncOpenAI and capture an event for each call."""

import json

import openai
from _calls import describe, run_all
from posthog import Posthog
from posthog.ai import openai as posthog_openai

events = []
posthog = Posthog("phc_test", host="http://127.0.0.1:9", before_send=lambda event: events.append(event))


class Module:
    @staticmethod
    def OpenAI(**options):
        return posthog_openai.OpenAI(posthog_client=posthog, **options)

    @staticmethod
    def AsyncOpenAI(**options):
        return posthog_openai.AsyncOpenAI(posthog_client=posthog, **options)


def collect():
    lines = []
    for event in events:
        names = [name for name in event["properties"] if name.startswith("$ai") and name != "$ai_base_url"]
        properties = {name: event["properties"][name] for name in names}
        lines.append("event {} {}".format(event["event"], json.dumps(describe(properties), sort_keys=True)))
    events.clear()
    return lines


print(issubclass(posthog_openai.OpenAI, openai.OpenAI))
run_all(collect, openai_module=Module)
