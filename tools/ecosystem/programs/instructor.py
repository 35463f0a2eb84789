# requires: instructor
# overrides: jiter>=0.16
# runs: tools, JSON and schema modes, sync and async, partial objects, iterables, lists, hooks, retries on failed validation, raw completions, responses, errors
import asyncio
from typing import Iterable, List, Literal

import instructor
import openai
from pydantic import BaseModel, Field, field_validator


class User(BaseModel):
    """A user."""

    name: str = Field(description="The full name")
    age: int
    kind: Literal["guest", "member"] = "guest"
    tags: List[str] = []


class Strict(BaseModel):
    name: str

    @field_validator("name")
    @classmethod
    def check(cls, value):
        if value == "embedded":
            raise ValueError("name must be in upper case")
        return value


MESSAGES = [{"role": "user", "content": "Extract: Jason is 25"}]
client = openai.OpenAI()
modes = ("TOOLS", "TOOLS_STRICT", "JSON_SCHEMA", "PARALLEL_TOOLS", "RESPONSES_TOOLS")
for name in modes:
    mode = getattr(instructor.Mode, name)
    try:
        patched = instructor.from_openai(client, mode=mode)
        model = Iterable[User] if name == "PARALLEL_TOOLS" else User
        user = patched.chat.completions.create(model="gpt-4o-mini", messages=MESSAGES, response_model=model)
        print(name, list(user) if name == "PARALLEL_TOOLS" else repr(user))
    except Exception as error:
        print(name, type(error).__name__, str(error)[:300])

patched = instructor.from_openai(client)
user, completion = patched.chat.completions.create_with_completion(
    model="gpt-4o-mini", messages=MESSAGES, response_model=User
)
print(
    "with completion",
    user,
    type(completion).__name__,
    completion.choices[0].finish_reason,
    completion.usage.total_tokens,
)
print("raw", user._raw_response.id, user._raw_response.model_dump()["object"])
for partial in patched.chat.completions.create_partial(model="gpt-4o-mini", messages=MESSAGES, response_model=User):
    print("partial", partial.model_dump())
for user in patched.chat.completions.create_iterable(model="gpt-4o-mini", messages=MESSAGES, response_model=User):
    print("iterable", user)
plain = patched.chat.completions.create(model="gpt-4o-mini", messages=MESSAGES, response_model=None)
print("plain", type(plain).__name__, plain.choices[0].message.content)
print("list", patched.chat.completions.create(model="gpt-4o-mini", messages=MESSAGES, response_model=List[User]))
print("simple", patched.chat.completions.create(model="gpt-4o-mini", messages=MESSAGES, response_model=int))
print(
    "optional",
    patched.chat.completions.create(model="gpt-4o-mini", messages=MESSAGES, response_model=instructor.Maybe(User)),
)

seen = []
patched.on("completion:kwargs", lambda *args, **kwargs: seen.append(sorted(kwargs)))
patched.on("completion:response", lambda response: seen.append(type(response).__name__))
patched.on("parse:error", lambda error: seen.append(type(error).__name__))
try:
    patched.chat.completions.create(model="gpt-4o-mini", messages=MESSAGES, response_model=Strict, max_retries=2)
except Exception as error:
    print("retries", type(error).__name__, error.n_attempts, error.total_usage, type(error.last_completion).__name__)
print("hooks", seen)

for name in ("error-401", "error-500", "no-such-model"):
    try:
        patched.chat.completions.create(model=name, messages=MESSAGES, response_model=User, max_retries=1)
    except Exception as error:
        print("error", name, type(error).__name__, str(error)[-200:])


async def main():
    patched = instructor.from_openai(openai.AsyncOpenAI())
    user = await patched.chat.completions.create(model="gpt-4o-mini", messages=MESSAGES, response_model=User)
    print("async", user)
    async for partial in patched.chat.completions.create_partial(
        model="gpt-4o-mini", messages=MESSAGES, response_model=User
    ):
        last = partial
    print("async partial", last)
    async for user in patched.chat.completions.create_iterable(
        model="gpt-4o-mini", messages=MESSAGES, response_model=User
    ):
        print("async iterable", user)
    provider = instructor.from_provider("openai/gpt-4o-mini", async_client=True)
    print("provider", await provider.create(messages=MESSAGES, response_model=User))


asyncio.run(main())
provider = instructor.from_provider("openai/gpt-4o-mini")
print("provider", provider.create(messages=MESSAGES, response_model=User, context={"a": 1}))
azure = openai.AzureOpenAI(
    api_key="k", api_version="2024-10-21", azure_endpoint=str(client.base_url).replace("/v1/", "")
)
azure = instructor.from_openai(azure)
print("azure", azure.chat.completions.create(model="gpt-4o-mini", messages=MESSAGES, response_model=User))
print("repr", type(patched.client).__name__, patched.mode)
