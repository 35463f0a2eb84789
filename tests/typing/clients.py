"""Clients: options, copies, settings, errors, other providers."""

from typing import Mapping

import openai_stdlib
from openai_stdlib import (
    APIConnectionError,
    APIStatusError,
    AzureOpenAI,
    Config,
    OpenAI,
    RateLimitError,
    RetryPolicy,
    Timeout,
    UrllibTransport,
)
from openai_stdlib.testing import EmbeddedServer

client = OpenAI(
    api_key=lambda: "k",
    base_url="http://127.0.0.1:1/v1",
    timeout=Timeout(10, connect=2, deadline=30),
    retry_policy=RetryPolicy(),
    default_headers={"x": "y"},
    config=Config(organization="o"),
    environment=False,
    transport=UrllibTransport(),
)
reveal_type(client.with_options(timeout=3))  # type: OpenAI
reveal_type(client.api_key)  # type: str
with OpenAI() as entered:
    reveal_type(entered)  # type: OpenAI

azure = AzureOpenAI(azure_endpoint="https://x.openai.azure.com", api_version="2024-10-21", api_key="k")
reveal_type(azure.chat.completions.create(model="m", messages=[]))  # type: ChatCompletion

try:
    client.models.list()
except RateLimitError as error:
    reveal_type(error.response.headers.get("retry-after"))  # type: str | None
except APIStatusError as error:
    reveal_type(error.status_code)  # type: int
    reveal_type(error.request_id)  # type: str | None
    reveal_type(error.code)  # type: str | None
except APIConnectionError as error:
    reveal_type(error.message)  # type: str

openai_stdlib.api_key = "k"
openai_stdlib.timeout = Timeout(5)
reveal_type(openai_stdlib.chat.completions.create(model="m", messages=[]))  # type: ChatCompletion

with EmbeddedServer() as server:
    reveal_type(server.base_url)  # type: str

environment: Mapping[str, str] = {"OPENAI_API_KEY": "k"}
OpenAI(environment=environment)
OpenAI(apikey="k")  # refused: apikey
OpenAI("k")  # refused: argument
OpenAI(max_retries="three")  # refused: max_retries
OpenAI(timeout="long")  # refused: timeout
client.with_options(time_out=3)  # refused: time_out
Config(organisation="o")  # refused: organisation
Timeout(5, conect=2)  # refused: conect
openai_stdlib.api_key = 3  # refused by mypy: int
openai_stdlib.OpenAi  # refused: OpenAi
from openai_stdlib import AsyncOpenAi  # refused: AsyncOpenAi
