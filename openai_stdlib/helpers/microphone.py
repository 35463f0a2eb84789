# SPDX-License-Identifier: MIT
"""`Microphone`: record the default input device, with the libraries numpy and sounddevice."""

from __future__ import annotations

import asyncio
import io
import time

from .audio_libraries import MAX_INT16, SAMPLE_RATE, finish, load_library

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, List, Optional, Tuple


class Microphone:
    """Recorder of the default input device, at 24 kHz.

    Recording ends after `timeout` seconds, or as soon as `should_record()` returns False; it is called for each block
    of samples, in a thread of the device. `dtype` is a type of numpy; int16 by default. Raises MissingDependencyError
    if numpy is not installed, and `record` if sounddevice is not.
    """

    def __init__(
        self,
        channels: int = 1,
        dtype: Any = None,
        should_record: Optional[Callable[[], bool]] = None,
        timeout: Optional[float] = None,
    ) -> None:
        numpy = load_library("numpy")
        self.channels = channels
        self.dtype: Any = numpy.int16 if dtype is None else dtype
        self.should_record = should_record
        self.buffer_chunks: List[Any] = []
        self.timeout = timeout
        self.has_record_function: bool = callable(should_record)

    def __class_getitem__(cls, _: Any) -> Any:
        return cls  # Microphone[numpy.int16]

    async def record(self, return_ndarray: Optional[bool] = False) -> Any:
        """Record until the end condition; return ("audio.wav", file, "audio/wav"), for `file=`, or an array of numpy.

        Cancelling the task stops the device. An exception of `should_record` ends the recording and is raised.
        """
        numpy, sounddevice = load_library("numpy"), load_library("sounddevice")
        loop = asyncio.get_running_loop()
        finished = loop.create_future()
        self.buffer_chunks = []
        started_at = time.perf_counter()

        def on_samples(samples: Any, *_: Any) -> None:
            try:
                is_over = self.timeout is not None and time.perf_counter() - started_at > self.timeout
                is_over = is_over or (self.should_record is not None and not self.should_record())
            except Exception as error:
                loop.call_soon_threadsafe(finish, finished, error)
                raise sounddevice.CallbackAbort from error
            if is_over:
                loop.call_soon_threadsafe(finish, finished, None)
                raise sounddevice.CallbackStop
            self.buffer_chunks.append(samples.copy())

        device = sounddevice.InputStream(
            callback=on_samples, dtype=self.dtype, samplerate=SAMPLE_RATE, channels=self.channels
        )
        with device:
            await finished
        chunks = self.buffer_chunks
        samples = numpy.concatenate(chunks, axis=0) if chunks else numpy.array([], dtype=self.dtype)
        return samples if return_ndarray else self._ndarray_to_wav(samples)

    def _ndarray_to_wav(self, audio_data: Any) -> Tuple[str, Any, str]:
        """Return samples as a WAV file to upload. WAV has 16-bit integers, and unsigned bytes."""
        import wave

        numpy = load_library("numpy")
        if audio_data.dtype == numpy.float32:
            audio_data = (numpy.clip(audio_data, -1, 1) * MAX_INT16).astype(numpy.int16)
        elif audio_data.dtype == numpy.int8:
            audio_data = (audio_data.astype(numpy.int16) + 128).astype(numpy.uint8)
        buffer = io.BytesIO()
        with wave.open(buffer, "wb") as file:
            file.setnchannels(self.channels)
            file.setsampwidth(audio_data.dtype.itemsize)
            file.setframerate(SAMPLE_RATE)
            file.writeframes(audio_data.tobytes())
        buffer.seek(0)
        return "audio.wav", buffer, "audio/wav"
