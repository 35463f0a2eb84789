<<<<<<< HEAD
# requires: mem0ai, qdrant-client
# runs: language models and embedders for OpenAI; adding, searching, updating and deleting memories in a local store
# volatile: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}
# volatile: [0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.+-]+)?
=======
# requires: mem0ai
# runs: the OpenAI language model and embedding classes, tools, errors
"""mem0ai as its users call it; prints what it returns."""

>>>>>>> eco
import os

os.environ["MEM0_TELEMETRY"] = "False"

<<<<<<< HEAD
from mem0 import Memory  # noqa: E402
from mem0.configs.embeddings.base import BaseEmbedderConfig  # noqa: E402
from mem0.configs.llms.openai import OpenAIConfig  # noqa: E402
from mem0.embeddings.openai import OpenAIEmbedding  # noqa: E402
from mem0.llms.openai import OpenAILLM  # noqa: E402
from mem0.llms.openai_structured import OpenAIStructuredLLM  # noqa: E402

TOOLS = [
    {
        "type": "function",
        "function": {"name": "weather", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}},
    }
]
MESSAGES = [{"role": "user", "content": "Say hello"}]


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, str(error)[:200])


llm = OpenAILLM(OpenAIConfig(model="gpt-4o-mini", temperature=0.1))
print("text", llm.generate_response(MESSAGES))
print("tools", llm.generate_response(MESSAGES, tools=TOOLS))
print("json", llm.generate_response(MESSAGES, response_format={"type": "json_object"}))
attempt("structured", lambda: OpenAIStructuredLLM(OpenAIConfig(model="gpt-4o-mini")).generate_response(MESSAGES))
for name in ("error-401", "no-such-model"):
    attempt("error " + name, lambda: OpenAILLM(OpenAIConfig(model=name)).generate_response(MESSAGES))
embedder = OpenAIEmbedding(BaseEmbedderConfig(model="text-embedding-3-small", embedding_dims=4))
print("embedding", [round(number, 6) for number in embedder.embed("tea")])

config = {
    "llm": {"provider": "openai", "config": {"model": "gpt-4o-mini"}},
    "embedder": {"provider": "openai", "config": {"model": "text-embedding-3-small", "embedding_dims": 8}},
    "vector_store": {"provider": "qdrant", "config": {"path": os.path.abspath("store"), "embedding_model_dims": 8}},
    "history_db_path": os.path.abspath("history.db"),
}
memory = Memory.from_config(config)
added = memory.add("I like tea", user_id="ada", infer=False)
print("add", [(item["memory"], item["event"]) for item in added["results"]])
attempt("infer", lambda: [item["memory"] for item in memory.add(MESSAGES, user_id="ada")["results"]])
attempt(
    "search",
    lambda: [
        (item["memory"], round(item["score"], 4))
        for item in memory.search("drinks", filters={"user_id": "ada"})["results"]
    ],
)
attempt("all", lambda: sorted(item["memory"] for item in memory.get_all(filters={"user_id": "ada"})["results"]))
identifier = added["results"][0]["id"]
attempt("update", lambda: memory.update(identifier, "I like coffee"))
attempt("get", lambda: memory.get(identifier)["memory"])
attempt("delete", lambda: memory.delete(identifier))
=======
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
>>>>>>> eco
