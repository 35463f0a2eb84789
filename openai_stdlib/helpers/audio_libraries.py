# SPDX-License-Identifier: MIT
"""The libraries that the audio helpers need: numpy for samples, sounddevice for devices. Neither is a dependency."""

from __future__ import annotations

from ..call.errors import OpenAIError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional

SAMPLE_RATE = 24000  # of the speech that the API returns, and of what the microphone records
MAX_INT16 = 32767
INSTALL = {"numpy": "numpy sounddevice", "sounddevice": "numpy sounddevice", "pandas": "pandas"}  # for pip


class MissingDependencyError(OpenAIError, ImportError):
    """A library that a helper needs is not installed, or cannot be loaded."""


def load_library(name: str) -> Any:
    """Import numpy, sounddevice or pandas. Raises MissingDependencyError, which says how to install it."""
    try:
        return __import__(name)
    except ImportError as error:
        text = "{}: the library is not installed; run `pip install {}`".format(name, INSTALL[name])
        raise MissingDependencyError(text, name=name) from error
    except OSError as error:  # sounddevice is installed, but not the shared library that it loads
        text = "{}: the library cannot be loaded ({}); install PortAudio, which accesses audio devices"
        raise MissingDependencyError(text.format(name, error), name=name) from error


def to_float32(samples: Any) -> Any:
    """Return 16-bit samples as floats between -1 and 1, in one column; floats unchanged. Raises ValueError."""
    numpy = load_library("numpy")
    if samples.dtype == numpy.int16:
        return (samples.astype(numpy.float32) / MAX_INT16).reshape(-1, 1)
    if samples.dtype != numpy.float32:
        raise ValueError("Unsupported dtype: {}; pass int16 or float32 samples".format(samples.dtype))
    return samples if samples.ndim > 1 else samples.reshape(-1, 1)


def finish(future: Any, error: Optional[Exception]) -> None:
    """End a future with an error, or without one, unless it has ended."""
    if future.done():
        return
    if error is None:
        future.set_result(None)
    else:
        future.set_exception(error)
