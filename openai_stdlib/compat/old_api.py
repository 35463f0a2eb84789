# SPDX-License-Identifier: MIT
"""Names of the official package before its version 1: they can be imported, and say what to do when they are called."""

from __future__ import annotations

from ..call.errors import OpenAIError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class APIRemovedInV1(OpenAIError):
    """A name that the official package had before its version 1, such as `ChatCompletion`."""

    def __init__(self, *, symbol: str) -> None:
        super().__init__(
            "{} is the interface of the official package before its version 1. Make a client, OpenAI(), and call its "
            "resources, like client.chat.completions.create(…)".format(symbol)
        )


class RemovedAPI:
    """Stands for such a name: it may be looked at and imported, and says what to do when it is called."""

    def __init__(self, symbol: str) -> None:
        self._symbol = symbol

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_: Any, **__: Any) -> Any:
        raise APIRemovedInV1(symbol=self._symbol)

    def __repr__(self) -> str:
        return "<{}, which is no more>".format(self._symbol)


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
