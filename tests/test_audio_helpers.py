# SPDX-License-Identifier: MIT
"""`helpers.Microphone` and `helpers.LocalAudioPlayer`, with devices that are threads of this process."""

from __future__ import annotations

import asyncio
import sys
import threading
import types
import wave

import pytest

from . import load, package

helpers = load("helpers")
WAIT = 20


class Stream:
    """A stream of the fake sounddevice: a thread calls back until the callback stops it or the block ends."""

    def __init__(self, module, callback, **options) -> None:
        self.module, self.callback, self.options = module, callback, options
        self.stopping = threading.Event()
        self.thread = threading.Thread(target=self.run)
        module.opened.append(self)

    def run(self) -> None:
        try:
            while not self.stopping.is_set():
                self.exchange()
        except (self.module.CallbackStop, self.module.CallbackAbort):
            pass

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping.set()
        self.thread.join(WAIT)
        assert not self.thread.is_alive()


class InputStream(Stream):
    def exchange(self) -> None:
        numpy = sys.modules["numpy"]
        samples = numpy.full((4, self.options["channels"]), 3).astype(self.options["dtype"])
        self.callback(samples, len(samples), None, None)


class OutputStream(Stream):
    def exchange(self) -> None:
        block = sys.modules["numpy"].full((4, self.options["channels"]), 9.0, dtype="float32")
        self.callback(block, len(block), None, None)
        self.module.played.extend(block[:, 0].tolist())


@pytest.fixture
def device(monkeypatch):
    pytest.importorskip("numpy")
    module = types.ModuleType("sounddevice")
    module.CallbackStop = type("CallbackStop", (Exception,), {})
    module.CallbackAbort = type("CallbackAbort", (Exception,), {})
    module.opened, module.played = [], []
    module.InputStream = lambda **options: InputStream(module, **options)
    module.OutputStream = lambda **options: OutputStream(module, **options)
    monkeypatch.setitem(sys.modules, "sounddevice", module)
    return module


def run(coroutine):
    return asyncio.run(asyncio.wait_for(coroutine, WAIT))


def count_down(blocks: int):
    """Return a function that returns True for a number of calls, then False."""
    calls = iter([True] * blocks)
    return lambda: next(calls, False)


@pytest.mark.parametrize("missing", ["numpy", "sounddevice"])
def test_a_missing_library_is_named(monkeypatch, missing: str) -> None:
    if missing == "sounddevice":
        pytest.importorskip("numpy")
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(package.OpenAIError, match=missing + ": the library is not installed; run `pip install"):
        run(helpers.Microphone().record())
    with pytest.raises(ImportError, match=missing):
        run(helpers.LocalAudioPlayer().play_stream(iterate([])))


def test_the_modules_have_their_official_names() -> None:
    assert load("helpers.microphone").Microphone is helpers.Microphone
    assert load("helpers.local_audio_player").LocalAudioPlayer is helpers.LocalAudioPlayer
    assert helpers.__all__ == ["LocalAudioPlayer", "Microphone"]
    with pytest.raises(AttributeError, match="Speaker"):
        _ = helpers.Speaker


def test_the_microphone_records_until_it_should_stop(device) -> None:
    import numpy

    recorded = run(helpers.Microphone(channels=2, should_record=count_down(3)).record(return_ndarray=True))
    assert recorded.dtype == numpy.int16 and recorded.shape == (12, 2) and (recorded == 3).all()
    assert device.opened[0].options["samplerate"] == 24000


def test_the_microphone_stops_after_its_timeout(device) -> None:
    name, file, content_type = run(helpers.Microphone(timeout=0.01).record())
    assert (name, content_type) == ("audio.wav", "audio/wav")
    with wave.open(file) as reader:
        assert (reader.getframerate(), reader.getsampwidth(), reader.getnchannels()) == (24000, 2, 1)
        assert reader.readframes(1) == b"\x03\x00"


@pytest.mark.parametrize(("dtype", "width", "sample"), [("float32", 2, b"\xff\x7f"), ("int8", 1, b"\x83")])
def test_samples_become_those_that_wav_has(device, dtype: str, width: int, sample: bytes) -> None:
    import numpy

    microphone = helpers.Microphone(dtype=getattr(numpy, dtype), should_record=count_down(1))
    with wave.open(run(microphone.record())[1]) as reader:
        assert reader.getsampwidth() == width and reader.readframes(1) == sample


def test_an_exception_of_should_record_is_raised(device) -> None:
    def should_record() -> bool:
        raise KeyError("broken")

    with pytest.raises(KeyError, match="broken"):
        run(helpers.Microphone(should_record=should_record).record())
    with pytest.raises(KeyError, match="broken"):
        run(helpers.LocalAudioPlayer(should_stop=should_record).play_stream(iterate([])))


def test_cancelling_stops_the_device(device) -> None:
    async def cancel() -> None:
        task = asyncio.ensure_future(helpers.Microphone().record())
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    run(cancel())
    assert not device.opened[0].thread.is_alive()


async def iterate(items):
    for item in items:
        yield item


def test_arrays_and_responses_are_played(device) -> None:
    import numpy

    run(helpers.LocalAudioPlayer().play(numpy.array([0, 32767, -32767], dtype=numpy.int16)))
    assert device.played == [0.0, 1.0, -1.0, 0.0]
    device.played.clear()
    run(helpers.LocalAudioPlayer().play(numpy.array([[0.5], [0.25]], dtype=numpy.float32)))
    assert device.played == [0.5, 0.25, 0.0, 0.0]
    with pytest.raises(ValueError, match="int64"):
        run(helpers.LocalAudioPlayer().play(numpy.array([1])))


def test_speech_is_played_from_a_server(device) -> None:
    testing = load("testing")
    with testing.EmbeddedServer() as server:

        async def play() -> None:
            async with package.AsyncOpenAI(api_key="k", base_url=server.base_url, environment=False) as client:
                arguments = {"model": "tts", "voice": "alloy", "input": "Hi", "response_format": "pcm"}
                async with client.audio.speech.with_streaming_response.create(**arguments) as response:
                    await helpers.LocalAudioPlayer().play(response)
                await helpers.LocalAudioPlayer().play(await client.audio.speech.create(**arguments))

        run(play())
    assert len(device.opened) == 2 and device.played


def test_a_stream_is_played_as_it_arrives(device) -> None:
    import numpy

    buffers = [numpy.arange(3, dtype=numpy.float32) / 4, numpy.full(130, 32767, dtype=numpy.int16), None, "not played"]
    run(helpers.LocalAudioPlayer().play_stream(iterate(buffers)))
    assert device.played[:4] == [0.0, 0.25, 0.5, 1.0] and sum(device.played) == 130.75


def test_a_failing_stream_ends_the_playing(device) -> None:
    async def fail():
        yield sys.modules["numpy"].zeros(8, dtype="int16")
        raise KeyError("broken")

    with pytest.raises(KeyError, match="broken"):
        run(helpers.LocalAudioPlayer().play_stream(fail()))


def test_should_stop_ends_a_stream_that_goes_on(device) -> None:
    async def endless():
        while True:
            yield sys.modules["numpy"].zeros(1000, dtype="int16")

    playing = count_down(5)
    run(helpers.LocalAudioPlayer(should_stop=lambda: not playing()).play_stream(endless()))
    assert len(device.played) == 20
