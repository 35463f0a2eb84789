# SPDX-License-Identifier: MIT
"""High-level helpers built on API calls: event streams, structured output, tools, polling, uploads, webhooks.

Importing this subpackage imports none of its modules. `Microphone` and `LocalAudioPlayer` are imported on access.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .local_audio_player import LocalAudioPlayer as LocalAudioPlayer
    from .microphone import Microphone as Microphone

AUDIO = {"Microphone": "microphone", "LocalAudioPlayer": "local_audio_player"}  # name -> its module
__all__ = ["LocalAudioPlayer", "Microphone"]


def __getattr__(name: str) -> Any:
    if name not in AUDIO:
        raise AttributeError("module {!r} has no attribute {!r}".format(__name__, name))
    value = globals()[name] = getattr(__import__(AUDIO[name], globals(), None, [name], 1), name)
    return value
