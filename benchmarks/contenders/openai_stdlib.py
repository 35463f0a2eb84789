# SPDX-License-Identifier: MIT
"""This library, with its defaults."""

import openai_stdlib

from . import INPUTS, KEY, MESSAGES, MODEL


class Client:
    """The four calls."""

    def __init__(self, url: str) -> None:
        self.client = openai_stdlib.OpenAI(api_key=KEY, base_url=url)

    def chat(self) -> str:
        text: str = self.client.chat.completions.create(model=MODEL, messages=MESSAGES).choices[0].message.content
        return text

    def stream(self) -> int:
        size = 0
        for chunk in self.client.chat.completions.create(model=MODEL, messages=MESSAGES, stream=True):
            size += len(chunk.choices[0].delta.content or "")
        return size

    def embeddings(self) -> "list[list[float]]":
        answer = self.client.embeddings.create(model=MODEL, input=INPUTS)
        return [item.embedding for item in answer.data]

    def upload(self, path: str) -> int:
        import pathlib

        counted: int = self.client.files.create(file=pathlib.Path(path), purpose="assistants").bytes
        return counted

    def upload_in_parts(self, path: str) -> None:
        self.client.uploads.upload_file_chunked(file=path, mime_type="text/plain", purpose="assistants")
