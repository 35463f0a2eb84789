# requires: gptme
# runs: the openai provider: chat, streaming, structured output; errors
"""gptme's provider for OpenAI as its commands call it; prints what it returns."""

import importlib

gptme = importlib.import_module("gptme")
llm = importlib.import_module("gptme.llm")
message = importlib.import_module("gptme.message")


def show(label, value):
    print("{}: {}".format(label, value))


if __name__ == "__main__":
    provider = importlib.import_module("gptme.llm.llm_openai")
    config = importlib.import_module("gptme.config").get_config()
    provider.init("openai", config)
    messages = [message.Message("system", "Be brief."), message.Message("user", "Hello")]
    show("chat", provider.chat(messages, "openai/gpt-4o-mini", None)[0])
    show("stream", list(provider.stream(messages, "openai/gpt-4o-mini", None)))
    show("client", provider.get_client("openai") is not None)
    try:
        provider.chat(messages, "openai/no-such-model", None)
    except Exception as error:
        show("404", (type(error).__name__, getattr(error, "status_code", None)))
