# requires: ag2[openai]<1
# runs: the OpenAI wrapper of AG2, assistant agents that call functions, structured output, streaming, errors
# volatile: \d\d-\d\d \d\d:\d\d:\d\d|[0-9a-f-]{36}
"""AG2 (the fork of AutoGen 0.2) as its users call it; prints what it returns."""

import importlib

autogen = importlib.import_module("autogen")  # not the script of that name
import openai  # noqa: E402
from autogen import AssistantAgent, UserProxyAgent  # noqa: E402
from autogen.oai import OpenAIWrapper  # noqa: E402
from pydantic import BaseModel  # noqa: E402

CONFIG = {"config_list": [{"model": "gpt-4o-mini", "api_type": "openai"}], "cache_seed": None, "temperature": 0.2}


class City(BaseModel):
    name: str
    population: int


def show(label, value):
    print("{}: {}".format(label, value))


if __name__ == "__main__":
    client = OpenAIWrapper(config_list=[{"model": "gpt-4o-mini"}])
    response = client.create(messages=[{"role": "user", "content": "Hello"}], cache_seed=None)
    show("create", (client.extract_text_or_completion_object(response), response.usage.total_tokens, response.cost))
    client = OpenAIWrapper(config_list=[{"model": "gpt-4o-mini", "response_format": City}])
    response = client.create(messages=[{"role": "user", "content": "Rome"}], cache_seed=None)
    show("structured", client.extract_text_or_completion_object(response))
    for model in ("no-such-model", "error-400"):
        try:
            OpenAIWrapper(config_list=[{"model": model}]).create(
                messages=[{"role": "user", "content": "x"}], cache_seed=None
            )
        except openai.APIStatusError as error:
            show(model, (type(error).__name__, error.status_code, error.message))
    assistant = AssistantAgent("assistant", llm_config=CONFIG, system_message="Be brief.")
    user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False, max_consecutive_auto_reply=2)

    @user.register_for_execution()
    @assistant.register_for_llm(description="Return the weather of a city.")
    def weather(city: str) -> str:
        return "sunny in " + city

    result = user.initiate_chat(assistant, message="use the tool", max_turns=2, silent=True)
    show(
        "chat",
        [
            (m.get("role"), m.get("content"), [c["function"] for c in m.get("tool_calls", [])])
            for m in result.chat_history
        ],
    )
    show("cost", sorted(result.cost))
    reply = assistant.generate_reply(messages=[{"role": "user", "content": "Just say hi"}])
    show("reply", reply)
