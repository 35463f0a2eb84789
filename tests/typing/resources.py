"""Other resources: pages, uploads, binary results, formats, raw responses, beta."""

from pathlib import Path

from openai_stdlib import CancelToken, OpenAI
from openai_stdlib.types import CreateEmbeddingResponse, FileObject
from openai_stdlib.types.chat.chat_completion import Choice

client = OpenAI()

page = client.files.list(limit=3)
reveal_type(page)  # type: SyncCursorPage[FileObject]
for file in page:
    reveal_type(file)  # type: FileObject
reveal_type(page.data[0].filename)  # type: str
for next_page in page.iter_pages():
    reveal_type(next_page)  # type: SyncCursorPage[FileObject]
uploaded: FileObject = client.files.create(file=Path("x"), purpose="assistants")
client.files.create(file=("name", b"bytes", "text/plain"), purpose="batch")
reveal_type(client.files.content("f").read())  # type: bytes
reveal_type(client.files.delete("f").deleted)  # type: bool

embeddings: CreateEmbeddingResponse = client.embeddings.create(model="m", input=["a", "b"])
reveal_type(embeddings.data[0].embedding)  # type: list[float]
reveal_type(client.images.generate(prompt="x").data)  # type: list[Image] | None
reveal_type(client.audio.transcriptions.create(model="m", file=b"", response_format="text"))  # type: str
reveal_type(client.audio.transcriptions.create(model="m", file=b""))  # type: Transcription
with client.audio.speech.with_streaming_response.create(model="m", input="x", voice="alloy") as speech:
    speech.stream_to_file("x.mp3")
raw = client.chat.completions.with_raw_response.create(model="m", messages=[])
reveal_type(raw.headers.get("x-request-id"))  # type: str | None
reveal_type(raw.parse())  # type: ChatCompletion
reveal_type(client.beta.threads.create().id)  # type: str
reveal_type(client.beta.threads.runs.create_and_poll(thread_id="t", assistant_id="a").status)
reveal_type(client.vector_stores.files.upload_and_poll(vector_store_id="v", file=b"x"))  # type: VectorStoreFile
reveal_type(client.moderations.create(input="x").results[0].flagged)  # type: bool
reveal_type(client.batches.retrieve("b").status)
reveal_type(client.models.retrieve("m").id)  # type: str
reveal_type(client.webhooks.unwrap("x", {}, secret="s").type)
reveal_type(client.videos.poll("v", deadline=60, progress=lambda done, total: None, cancel=CancelToken()))  # type: Video
client.uploads.upload_file_chunked(
    file=Path("x"), mime_type="text/plain", purpose="batch", max_concurrency=8, state_file=Path("x.state"), check=True
)
client.responses.stream(model="m", input="x", resume=True)
choice = Choice(finish_reason="stop", index=0, message={"role": "assistant"})  # refused: message

client.files.create(file=3, purpose="assistants")  # refused: file
client.files.create(file=b"", purpose="asistants")  # refused: purpose
client.embeddings.create(model="m", inpt="x")  # refused: inpt
page.has_nextpage()  # refused: has_nextpage
client.images.generate(prompt="x", quality="huge")  # refused: quality|generate
client.videos.poll("v", deadlin=60)  # refused: deadlin
