# requires: mirascope[openai]
# runs: calls, tools, formats, streams, context, async, chat completions and responses, errors
import asyncio

from mirascope import llm
from pydantic import BaseModel


class Book(BaseModel):
    title: str
    pages: int


@llm.tool
def weather(city: str) -> str:
    """Tell the weather."""
    return "sunny in " + city


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, str(error)[:200])


def resume(response):
    return response.resume(response.execute_tools()).text()


for model in ("openai/gpt-4o-mini:completions", "openai/gpt-4o-mini:responses"):
    name = model.rpartition(":")[2]

    @llm.call(model, temperature=0.2, max_tokens=500)
    def greet(who: str):
        return "Say hello to " + who

    @llm.call(model, tools=[weather])
    def ask(city: str):
        return "Weather in " + city

    @llm.call(model, format=Book)
    def recommend():
        return "Recommend a book"

    @llm.call(model, format=llm.format(Book, mode="tool"))
    def recommend_by_tool():
        return "Recommend a book"

    @llm.call(model)
    async def greet_async(who: str):
        return "Say hello to " + who

    response = greet("Ada")
    print(name, "call", response.text(), response.finish_reason, response.usage, type(response.raw).__name__)
    response = ask("Oslo")
    print(name, "tools", [(call.name, call.args) for call in response.tool_calls])
    attempt(name + " resume", lambda: resume(response))
    attempt(name + " format", lambda: recommend().parse())
    attempt(name + " format by tool", lambda: recommend_by_tool().parse())
    stream = greet.stream("Ada")
    print(name, "stream", list(stream.text_stream()), stream.usage)
    stream = ask.stream("Oslo")
    print(
        name, "stream tools", [chunk.type for chunk in stream.chunk_stream()], [call.args for call in stream.tool_calls]
    )

    def parse_stream():
        stream = recommend.stream()
        stream.finish()
        return stream.parse()

    attempt(name + " stream format", parse_stream)

    async def main():
        print(name, "async", (await greet_async("Ada")).text())
        stream = await greet_async.stream("Ada")
        print(name, "async stream", [text async for text in stream.text_stream()])

    asyncio.run(main())
    for wrong in ("error-401", "no-such-model"):
        attempt(name + " error " + wrong, lambda: llm.Model("openai/" + wrong + ":" + name).call("x").text())
