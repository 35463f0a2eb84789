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
    """
    return "sunny in " + city


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
