# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Required, TypedDict
from .noise_reduction_type import NoiseReductionType

class AudioInputNoiseReduction(TypedDict, total=False):
    type: Required[NoiseReductionType]
    strength: float

class AudioInputTranscription(TypedDict, total=False):
    model: Required[str]

class AudioInput(TypedDict, total=False):
    noise_reduction: Optional[AudioInputNoiseReduction]
    transcription: Optional[AudioInputTranscription]

class AudioOutput(TypedDict, total=False):
    language: str

class Audio(TypedDict, total=False):
    input: AudioInput
    output: AudioOutput

class RealtimeTranslationSessionUpdateRequestParam(TypedDict, total=False):
    audio: Audio
