# requires: mem0ai
# runs: the OpenAI language model and embedding classes, tools, errors
"""mem0ai as its users call it; prints what it returns."""

import os

os.environ["MEM0_TELEMETRY"] = "False"

import openai
from mem0.configs.embeddings.base import BaseEmbedderConfig
from mem0.configs.llms.openai import OpenAIConfig
from mem0.embeddings.openai import OpenAIEmbedding
from mem0.llms.openai import OpenAILLM

TOOL = {
    "type": "function",
    "function": {"name": "f", "parameters": {"type": "object", "properties": {"x": {"type": "integer"}}}},
}


def show(label, value):
    print("{}: {}".format(label, value))


if __name__ == "__main__":
    user = [{"role": "user", "content": "Hello"}]
    model = OpenAILLM(OpenAIConfig(model="gpt-4o-mini"))
    show("text", model.generate_response(user))
    show("json", model.generate_response(user, response_format={"type": "json_object"}))
    show("tool", model.generate_response([{"role": "user", "content": "use the tool"}], tools=[TOOL]))
    embedding = OpenAIEmbedding(BaseEmbedderConfig(model="text-embedding-3-small", embedding_dims=4))
    show("embedding", [round(x, 5) for x in embedding.embed("text", "add")])
    try:
        OpenAILLM(OpenAIConfig(model="no-such-model")).generate_response(user)
    except openai.NotFoundError as error:
        show("404", (error.status_code, error.code, error.message))
    try:
        OpenAILLM(OpenAIConfig(model="gpt-4o-mini", api_key="sk-wrong")).generate_response(user)
    except openai.AuthenticationError as error:
        show("401", (error.status_code, error.code, error.message))
