# SPDX-License-Identifier: MIT
"""A program that test_frozen.py freezes: the name `openai`, adapters, the embedded server, the command line and TLS.

`frozen_further_program TLS_SERVER CA_FILE [ADAPTER …]` prints what it gets.
"""

import asyncio
import importlib.metadata
import inspect
import os
import sys
from typing import Any

import openai_stdlib

openai_stdlib.install_as_openai()

import openai  # noqa: E402
from openai.types.chat import ChatCompletion  # noqa: E402

from openai_stdlib.cli import main as run_command  # noqa: E402
from openai_stdlib.testing import EmbeddedServer  # noqa: E402

MESSAGES: Any = [{"role": "user", "content": "hi"}]


def show_alias(url: str) -> None:
    openai.api_key, openai.base_url = "k", url
    completion = openai.chat.completions.create(model="m", messages=MESSAGES)
    print("openai", completion.choices[0].message.content, type(completion) is ChatCompletion)
    print("version", openai.__version__ == importlib.metadata.version("openai"), openai.OpenAI.__module__)
    print("signature", "model" in inspect.signature(openai.chat.completions.create).parameters)
    print(
        "types", ChatCompletion.model_fields["choices"].annotation is not None, len(dir(openai.types.responses)) > 100
    )


def show_adapters(url: str, names: Any) -> None:
    import openai_stdlib_transports

    for name in names:
        transport = getattr(openai_stdlib_transports, name)()
        with openai.OpenAI(api_key="k", base_url=url, transport=transport) as client:
            with client.chat.completions.create(model="m", messages=MESSAGES, stream=True) as stream:
                print(name, client.models.list().object, len(list(stream)))
        transport.close()


async def show_async_adapter(url: str) -> None:
    from openai_stdlib_transports import AsyncHttpxTransport

    transport = AsyncHttpxTransport()
    async with openai.AsyncOpenAI(api_key="k", base_url=url, transport=transport) as client:
        print("async", (await client.models.list()).object)
    await transport.close()


def show_tls(url: str, ca_file: str) -> None:
    with openai.OpenAI(api_key="k", base_url=url) as client:
        for file in ("", ca_file):
            os.environ["SSL_CERT_FILE"] = os.environ["SSL_CERT_DIR"] = file
            try:
                print("TLS", client.models.list().object)
            except openai.APIConnectionError as error:
                print("TLS", type(error).__name__, error)


def main() -> None:
    tls_url, ca_file, *adapters = sys.argv[1:]
    with EmbeddedServer() as server:
        show_alias(server.base_url)
        if adapters:
            show_adapters(server.base_url, adapters)
            asyncio.run(show_async_adapter(server.base_url))
    show_tls(tls_url, ca_file)
    print("command", run_command(["chat", "--embedded", "hi"]))
    print("no command", run_command(["chat", "hi", "--base-url", "nonsense"]))


if __name__ == "__main__":
    main()
