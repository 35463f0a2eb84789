# SPDX-License-Identifier: MIT
"""Summaries by a model."""

from __future__ import annotations

import logging
from typing import Any, Iterator, List

from ._errors import converted_errors
from ._vendor import openai_client

# The copy logs to a logger of its own name, if a program has enabled INFO. This library doesn't want it in its logs.
logging.getLogger(openai_client.__name__).setLevel(logging.CRITICAL)


class Summarizer:
    """Summarizes texts. Everything that it uses is an argument: no environment variable changes what it does.

    `proxy` is the URL of a proxy, "" for none. Close it after use, or use it in a `with` statement.
    """

    def __init__(
        self,
        api_key: str,
        *,
        base_url: str = "https://api.openai.com/v1",
        model: str = "gpt-4o-mini",
        proxy: str = "",
        timeout: float = 60,
        max_retries: int = 2,
    ) -> None:
        self._model = model
        with converted_errors():
            self._transport = openai_client.UrllibTransport(proxy=proxy)  # without one, it would read http_proxy
            self._client = openai_client.OpenAI(
                api_key=api_key,
                base_url=base_url,
                timeout=timeout,
                max_retries=max_retries,
                environment=False,
                application="textkit/1.4",  # in User-Agent
                transport=self._transport,
            )

    def summarize(self, text: str) -> str:
        """Return a summary of a text. Raises TextkitError."""
        with converted_errors():
            completion = self._client.chat.completions.create(model=self._model, messages=self._messages(text))
            return completion.choices[0].message.content or ""

    def iter_summary(self, text: str) -> Iterator[str]:
        """Yield a summary in parts, as they arrive. Raises TextkitError."""
        with converted_errors():
            stream = self._client.chat.completions.create(model=self._model, messages=self._messages(text), stream=True)
            with stream:  # ends the call if the caller stops early
                for chunk in stream:
                    if chunk.choices and chunk.choices[0].delta.content:
                        yield chunk.choices[0].delta.content

    def _messages(self, text: str) -> List[Any]:
        return [{"role": "system", "content": "Summarize the text."}, {"role": "user", "content": text}]

    def close(self) -> None:
        """Close all connections."""
        self._client.close()
        self._transport.close()

    def __enter__(self) -> Summarizer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
