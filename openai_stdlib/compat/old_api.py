# SPDX-License-Identifier: MIT
"""Placeholders for names that `openai` removed in version 1.0.

They can be imported; calling one raises APIRemovedInV1 with migration advice.
"""

from __future__ import annotations

from ..call.errors import OpenAIError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class APIRemovedInV1(OpenAIError):
    """A name was called that `openai` removed in version 1.0, such as `ChatCompletion.create`."""

    def __init__(self, *, symbol: str) -> None:
        super().__init__(
            "{} was removed in version 1.0 of the openai package. Create a client, OpenAI(), and call its resources, "
            "such as client.chat.completions.create(…)".format(symbol)
        )


class RemovedAPI:
    """Placeholder for a removed name. It has any attribute; calling it or an attribute raises APIRemovedInV1."""

    def __init__(self, symbol: str) -> None:
        self._symbol = symbol

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_: Any, **__: Any) -> Any:
        raise APIRemovedInV1(symbol=self._symbol)

    def __repr__(self) -> str:
        return "<{}, removed in openai 1.0>".format(self._symbol)


def __getattr__(name: str) -> Any:
    if name in REMOVED_NAMES:
        return RemovedAPI(name)
    raise AttributeError(name)


REMOVED_NAMES = frozenset(
    (
        "Audio", "ChatCompletion", "Completion", "Customer", "Deployment", "Edit", "Embedding", "Engine", "ErrorObject",
        "File", "FineTune", "FineTuningJob", "Image", "Model", "Moderation",
    )
)  # fmt: skip
