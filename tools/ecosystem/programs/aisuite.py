<<<<<<< HEAD
# requires: aisuite[openai], docstring-parser, pydantic
# runs: completions, tool loops with `max_turns`, streams, transcription, async, errors
import asyncio
import pathlib

import aisuite

MESSAGES = [{"role": "user", "content": "Say hello"}]


def weather(city: str) -> str:
    """Tell the weather.

    Args:
        city: The name of a city.
=======
# requires: aisuite, docstring-parser
# runs: chat completions, streamed, with tools that it calls itself, errors
"""aisuite as its users call it; prints what it returns."""

import aisuite


def weather(city: str) -> str:
    """Return the weather of a city.

    Args:
        city (str): The name of the city.
>>>>>>> eco
    """
    return "sunny in " + city


<<<<<<< HEAD
def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, str(error)[:200])


client = aisuite.Client()
create = client.chat.completions.create
response = create(model="openai:gpt-4o-mini", messages=MESSAGES, temperature=0.2)
print("completion", type(response).__name__, response.choices[0].message.content)
response = create(model="openai:gpt-4o-mini", messages=MESSAGES, tools=[weather], max_turns=3)
print("tools", response.choices[0].message.content)
for message in response.choices[0].intermediate_messages:
    print("intermediate", message.model_dump(exclude_none=True) if hasattr(message, "model_dump") else message)
attempt(
    "stream",
    lambda: [
        chunk.choices[0].delta.content for chunk in create(model="openai:gpt-4o-mini", messages=MESSAGES, stream=True)
    ],
)
pathlib.Path("sound.wav").write_bytes(b"RIFF" + b"\0" * 64)
attempt("transcription", lambda: client.audio.transcriptions.create(model="openai:whisper-1", file="sound.wav").text)
for name in ("error-401", "no-such-model"):
    attempt("error " + name, lambda: create(model="openai:" + name, messages=MESSAGES))


async def main():
    response = await client.chat.completions.acreate(model="openai:gpt-4o-mini", messages=MESSAGES)
    return response.choices[0].message.content


attempt("async", lambda: asyncio.run(main()))
=======
def show(label, value):
    print("{}: {}".format(label, value))


if __name__ == "__main__":
    client = aisuite.Client()
    user = [{"role": "user", "content": "Hello"}]
    result = client.chat.completions.create(model="openai:gpt-4o-mini", messages=user, temperature=0.2)
    show("completion", (type(result).__name__, result.choices[0].message.content))
    tools = {"tools": [weather], "max_turns": 3}
    result = client.chat.completions.create(model="openai:gpt-4o-mini", messages=[{"role": "user", "content": "use the tool"}], **tools)
    show("tools", result.choices[0].message.content)
    show("messages", [type(message).__name__ for message in result.choices[0].intermediate_messages])
    try:
        client.chat.completions.create(model="openai:no-such-model", messages=user)
    except Exception as error:
        show("404", (type(error).__name__, str(error)))
>>>>>>> eco
