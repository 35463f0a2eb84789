# SPDX-License-Identifier: MIT
"""This library as one file, with its defaults."""

import openai_single_file

from . import KEY, MESSAGES, MODEL


class Client:
    """Client for the chat call."""

    def __init__(self, url: str) -> None:
        self.client = openai_single_file.OpenAI(api_key=KEY, base_url=url)

    def chat(self) -> str:
        return self.client.chat.completions.create(model=MODEL, messages=MESSAGES).choices[0].message.content or ""
