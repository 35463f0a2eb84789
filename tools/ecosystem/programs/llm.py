# requires: llm
# runs: prompts, streams, system prompts, conversations, attachments, tools, schemas, embeddings, async, errors, and the command `llm`
import asyncio
import subprocess
import sys

import llm
from pydantic import BaseModel

model = llm.get_model("gpt-4o-mini")
model.key = "sk-local"


class Dog(BaseModel):
    name: str
    age: int


def multiply(x: int, y: int) -> int:
    """Multiply two numbers."""
    return x * y


response = model.prompt("Say hello", system="Be brief", temperature=0.5, stream=False)
print("plain", response.text(), response.usage())
print("json", sorted(response.json()))
print("stream", list(model.prompt("Say hello", stream=True)))
conversation = model.conversation()
print("conversation", conversation.prompt("One", stream=False).text(), "|", conversation.prompt("Two").text())
image = llm.Attachment(content=b"\x89PNG\r\n\x1a\n" + b"\0" * 16, type="image/png")
print("attachment", model.prompt("What is this?", attachments=[image]).text())
print("schema", model.prompt("A dog", schema=Dog, stream=False).text())
for stream in (False, True):
    chain = model.chain("Multiply", tools=[multiply], stream=stream)
    print("tools", chain.text())
    print("calls", [[(call.name, call.arguments) for call in response.tool_calls()] for response in chain.responses()])


async def main():
    model = llm.get_async_model("gpt-4o-mini")
    model.key = "sk-local"
    response = model.prompt("Say hello", stream=False)
    print("async", await response.text(), await response.usage())
    print("async stream", [chunk async for chunk in model.prompt("Say hello", stream=True)])


asyncio.run(main())

embedding = llm.get_embedding_model("3-small")
embedding.key = "sk-local"
vectors = list(embedding.embed_multi(["one", "two"]))
print("embeddings", [len(vector) for vector in vectors], [round(number, 6) for number in vectors[1][:3]])

for name in ("error-401", "error-429", "no-such-model"):
    try:
        failing = llm.get_model("gpt-4o-mini")
        failing.key, failing.model_name = "sk-local", name
        print(failing.prompt("x", stream=False).text())
    except Exception as error:
        print("error", name, type(error).__name__, error)
    finally:
        failing.model_name = None

for arguments in (["-m", "gpt-4o-mini", "Say hello"], ["-m", "gpt-4o-mini", "--no-stream", "Say hello"], ["models"]):
    command = [sys.executable, "-m", "llm", *arguments]
    completed = subprocess.run(command, capture_output=True, text=True, timeout=60)
    print("command", completed.returncode, completed.stdout[:300].strip(), completed.stderr[-300:].strip())
