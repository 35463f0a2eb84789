# requires: langroid, tiktoken
# runs: the model class (chat, streaming, async), an agent and task with a tool, errors
"""langroid as its users call it; prints what it returns."""

import asyncio
import importlib

import tiktoken


class Words:
    """An encoding that downloads nothing."""

    def encode(self, text, **_):
        return text.split()


tiktoken.encoding_for_model = tiktoken.get_encoding = lambda name: Words()
lr = importlib.import_module("langroid")
lm = importlib.import_module("langroid.language_models")


def show(label, value):
    print("{}: {}".format(label, value))


class Square(lr.ToolMessage):
    request: str = "square"
    purpose: str = "To square a <number>"
    number: int

    def handle(self) -> str:
        return str(self.number**2)


def make_config(**options):
    return lm.OpenAIGPTConfig(
        **dict({"chat_model": "gpt-4o-mini", "stream": False, "chat_context_length": 8000}, **options)
    )


def main():
    model = lm.OpenAIGPT(make_config())
    response = model.chat("Hello", max_tokens=50)
    show("chat", (response.message, response.usage.total_tokens, response.cached))
    show("achat", asyncio.run(model.achat("Hello async")).message)
    texts = []
    streaming = lm.OpenAIGPT(make_config(stream=True, streamer=lambda text, event=None: texts.append(text)))
    streaming.config.streamer = lambda text, event=None: texts.append(text)
    show("stream", (streaming.chat("Stream this please").message, texts))
    tools = [lm.base.OpenAIToolSpec(type="function", function=Square.llm_function_schema())]
    response = model.chat("use the tool", tools=tools)
    show("tools", [(c.function.name, c.function.arguments) for c in response.oai_tool_calls or []])
    wrong = lm.OpenAIGPT(make_config(api_key="sk-wrong"))
    try:
        show("401", wrong.chat("x").message)
    except Exception as error:
        show("401", type(error).__name__)
    show("client", type(model.client).__name__)


if __name__ == "__main__":
    main()
