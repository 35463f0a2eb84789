# SPDX-License-Identifier: MIT
"""`LocalAudioPlayer`: play speech on the default output device, with the libraries numpy and sounddevice."""

from __future__ import annotations

import asyncio
import queue

from .audio_libraries import MAX_INT16, SAMPLE_RATE, finish, load_library, to_float32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Generator, Optional

MAX_BUFFERS = 50  # of a stream that are read ahead of the device
BUFFER_TIMEOUT = 0.1  # seconds that the device waits for the next buffer before it plays silence
RETRY_DELAY = 0.01  # seconds between attempts to add a buffer


class LocalAudioPlayer:
    """Player on the default output device, for mono samples at 24 kHz: `response_format="pcm"`.

    Playing ends early when `should_stop()` returns True; it is called for each block, in a thread of the device.
    Raises MissingDependencyError if numpy is not installed, and the methods if sounddevice is not.
    """

    def __init__(self, should_stop: Optional[Callable[[], bool]] = None) -> None:
        self.channels = 1
        self.dtype: Any = load_library("numpy").float32
        self.should_stop = should_stop

    async def play(self, input: Any) -> None:
        """Play an array of numpy (int16 or float32), or the result of `audio.speech.create`, also a streamed one."""
        samples = to_float32(input) if hasattr(input, "dtype") else await self._tts_response_to_buffer(input)

        async def whole() -> Any:
            yield samples

        await self._play_buffers(whole(), samples.shape[1])

    async def play_stream(self, buffer_stream: Any) -> None:
        """Play the arrays of an async iterator as they arrive, until it ends or yields None."""
        await self._play_buffers(buffer_stream, self.channels)

    async def _tts_response_to_buffer(self, response: Any) -> Any:
        """Read the 16-bit samples of a response into an array."""
        chunks = response.iter_bytes(chunk_size=1024)
        if hasattr(chunks, "__aiter__"):
            content = b"".join([chunk async for chunk in chunks])
        else:
            content = b"".join(chunks)
        numpy = load_library("numpy")
        samples = numpy.frombuffer(content, dtype=numpy.int16)
        return (samples.astype(numpy.float32) / MAX_INT16).reshape(-1, 1)

    async def _play_buffers(self, buffers: Any, channels: int) -> None:
        sounddevice = load_library("sounddevice")
        loop = asyncio.get_running_loop()
        finished = loop.create_future()
        waiting: queue.Queue[Any] = queue.Queue(MAX_BUFFERS)
        blocks = _fill_blocks(waiting)
        next(blocks)

        def on_block(block: Any, *_: Any) -> None:
            error: Optional[Exception] = None
            try:
                if self.should_stop is None or not self.should_stop():
                    blocks.send(block)
                    return
            except StopIteration:
                pass
            except Exception as raised:
                error = raised
            loop.call_soon_threadsafe(finish, finished, error)
            raise sounddevice.CallbackStop

        producer = loop.create_task(_put_buffers(buffers, waiting))
        try:
            with sounddevice.OutputStream(
                samplerate=SAMPLE_RATE, channels=channels, dtype=self.dtype, callback=on_block
            ):
                await asyncio.wait([producer, finished], return_when=asyncio.FIRST_COMPLETED)
                if producer.done():
                    producer.result()  # raises the exception of the iterator
                await finished
        finally:
            producer.cancel()
            await asyncio.gather(producer, return_exceptions=True)
            if hasattr(buffers, "aclose"):
                await buffers.aclose()


async def _put_buffers(buffers: Any, waiting: queue.Queue[Any]) -> None:
    """Put the buffers of an async iterator, and None at its end, in a queue that a thread reads."""
    async for buffer in buffers:
        if buffer is None:
            break
        await _put(waiting, to_float32(buffer))
    await _put(waiting, None)


async def _put(waiting: queue.Queue[Any], item: Any) -> None:
    while True:
        try:
            waiting.put_nowait(item)
            return
        except queue.Full:
            await asyncio.sleep(RETRY_DELAY)


def _fill_blocks(waiting: queue.Queue[Any]) -> Generator[None, Any, None]:
    """Fill the blocks that are sent to this generator with the samples of the buffers; silence if they are late.

    It returns once all samples have been played.
    """
    block: Any = yield
    position = 0
    while True:
        try:
            buffer = waiting.get(timeout=BUFFER_TIMEOUT)
        except queue.Empty:
            block[position:] = 0
            block, position = (yield), 0
            continue
        if buffer is None:
            if position:
                block[position:] = 0
                yield
            return
        while len(buffer):
            count = min(len(block) - position, len(buffer))
            block[position : position + count] = buffer[:count]
            buffer, position = buffer[count:], position + count
            if position == len(block):
                block, position = (yield), 0
