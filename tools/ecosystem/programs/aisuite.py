# requires: aisuite, docstring-parser
# runs: chat completions, streamed, with tools that it calls itself, errors
"""aisuite as its users call it; prints what it returns."""

import aisuite


def weather(city: str) -> str:
    """Return the weather of a city.

    Args:
        city (str): The name of the city.
    """
    return "sunny in " + city


def show(label, value):
    print("{}: {}".format(label, value))


if __name__ == "__main__":
    client = aisuite.Client()
    user = [{"role": "user", "content": "Hello"}]
    result = client.chat.completions.create(model="openai:gpt-4o-mini", messages=user, temperature=0.2)
    show("completion", (type(result).__name__, result.choices[0].message.content))
    tools = {"tools": [weather], "max_turns": 3}
    result = client.chat.completions.create(
        model="openai:gpt-4o-mini", messages=[{"role": "user", "content": "use the tool"}], **tools
    )
    show("tools", result.choices[0].message.content)
    show("messages", [type(message).__name__ for message in result.choices[0].intermediate_messages])
    try:
        client.chat.completions.create(model="openai:no-such-model", messages=user)
    except Exception as error:
        show("404", (type(error).__name__, str(error)))
