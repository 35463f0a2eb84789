"""The asynchronous client: coroutines, streams, pages."""

from openai_stdlib import AsyncOpenAI

client = AsyncOpenAI()


async def main() -> None:
    completion = await client.chat.completions.create(model="m", messages=[])
    reveal_type(completion)  # type: ChatCompletion
    stream = await client.chat.completions.create(model="m", messages=[], stream=True)
    reveal_type(stream)  # type: AsyncStream[ChatCompletionChunk]
    async for chunk in stream:
        reveal_type(chunk)  # type: ChatCompletionChunk
    async for file in client.files.list():
        reveal_type(file)  # type: FileObject
    page = await client.files.list()
    reveal_type(page)  # type: AsyncCursorPage[FileObject]
    reveal_type(page.data)  # type: list[FileObject]
    async with client.responses.stream(model="m", input="x") as events:
        async for event in events:
            if event.type == "response.output_text.delta":
                reveal_type(event.delta)  # type: str
    raw = await client.chat.completions.with_raw_response.create(model="m", messages=[])
    reveal_type(raw.parse())  # type: ChatCompletion
    async with client.chat.completions.with_streaming_response.create(model="m", messages=[]) as response:
        reveal_type(await response.parse())  # type: ChatCompletion
    async with AsyncOpenAI() as entered:
        reveal_type(entered)  # type: AsyncOpenAI

    unawaited = client.chat.completions.create(model="m", messages=[])
    unawaited.choices  # refused: choices
    for chunk in stream:  # refused: AsyncStream
        print(chunk)
