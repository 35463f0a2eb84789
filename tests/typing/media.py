"""Audio, images, videos: results by format and by `stream`; raw and streaming responses; binary content."""

from pathlib import Path

from openai_stdlib import AsyncOpenAI, BinaryContent, OpenAI
from openai_stdlib.types.audio import SpeechCreateParams

client = OpenAI()
asynchronous = AsyncOpenAI()

transcribe = client.audio.transcriptions.create
reveal_type(transcribe(model="m", file=b"", response_format="srt"))  # type: str
reveal_type(transcribe(model="m", file=b"", response_format="verbose_json"))  # type: TranscriptionVerbose
reveal_type(transcribe(model="m", file=b"", response_format="diarized_json"))  # type: TranscriptionDiarized
for event in transcribe(model="m", file=b"", stream=True):
    if event.type == "transcript.text.delta":
        reveal_type(event.delta)  # type: str
for image_event in client.images.generate(prompt="x", stream=True):
    if image_event.type == "image_generation.partial_image":
        reveal_type(image_event.partial_image_index)  # type: int
    else:
        reveal_type(image_event)  # type: ImageGenCompletedEvent
edits = client.images.edit(image=[b"", Path("x")], prompt="x", stream=True)
reveal_type(edits)  # type: Stream[ImageEditPartialImageEvent | ImageEditCompletedEvent]

speech = client.audio.speech.create(model="m", voice="alloy", input="x")
reveal_type(speech)  # type: HttpxBinaryResponseContent
content: BinaryContent = speech
reveal_type(client.files.content("f").text)  # type: str
params: SpeechCreateParams = {"model": "m", "voice": "alloy", "input": "x"}
reveal_type(client.audio.speech.create(**params).content)  # type: bytes

raw = client.images.with_raw_response.generate(prompt="x")
reveal_type(raw)  # type: LegacyAPIResponse[ImagesResponse]
reveal_type(raw.http_response.status_code)  # type: int
reveal_type(client.with_raw_response.models.retrieve("m").parse())  # type: Model
with client.audio.speech.with_streaming_response.create(model="m", voice="alloy", input="x") as response:
    reveal_type(response)  # type: StreamedBinaryAPIResponse
    reveal_type(response.iter_bytes(1024))  # type: Iterator[bytes]


async def main() -> None:
    reveal_type((await asynchronous.audio.speech.create(model="m", voice="alloy", input="x")).read())  # type: bytes
    async with asynchronous.files.with_streaming_response.content("f") as response:
        reveal_type(await response.read())  # type: bytes
        async for line in response.iter_lines():
            reveal_type(line)  # type: str
    unawaited = asynchronous.images.with_raw_response.generate(prompt="x")
    unawaited.parse()  # refused: parse


transcribe(model="m", file=b"", response_format="xml")  # refused: create|overload|argument
transcribe(file=b"")  # refused: create|overload|model
client.audio.speech.create(model="m", voice="alloy")  # refused: input
client.images.generate(prompt="x", stream="yes")  # refused: generate|overload|stream
raw.data  # refused: data
speech.write("x")  # refused: write
