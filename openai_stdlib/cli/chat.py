# SPDX-License-Identifier: MIT
"""`chat`: one question, its answer streamed to the terminal token by token."""

from __future__ import annotations

import os
import sys

from ..client.clients import OpenAI

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any, Dict, List

MODEL = "gpt-4o-mini"
EMBEDDED_DELAY = 0.03  # seconds between words, so that one sees them come


def add_parser(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("chat", help="ask a model; the answer is streamed")
    parser.add_argument("prompt", help="what to say; - reads it from standard input")
    parser.add_argument("--model", default=os.environ.get("OPENAI_MODEL") or MODEL, help="default: %(default)s")
    parser.add_argument("--system", metavar="TEXT", help="what the model should be")
    parser.add_argument("--no-stream", action="store_true", help="print the answer when it is complete")
    parser.add_argument("--base-url", metavar="URL", help="default: OPENAI_BASE_URL, else the API's own")
    parser.add_argument("--timeout", type=float, metavar="SECONDS", help="for each wait for the server")
    parser.add_argument(
        "--embedded", action="store_true", help="ask the embedded server: no key, no network, no model; a parrot"
    )
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Ask, and print the answer."""
    prompt = sys.stdin.read() if arguments.prompt == "-" else arguments.prompt
    messages = [{"role": "system", "content": arguments.system}] if arguments.system else []
    messages.append({"role": "user", "content": prompt})
    if arguments.embedded:
        from ..testing import EmbeddedServer
        from ..transport.urllib_transport import UrllibTransport

        # No proxy that the environment names can reach a server inside this process.
        with EmbeddedServer(delay=EMBEDDED_DELAY) as server, UrllibTransport(proxy="") as transport:
            options = {"api_key": "embedded", "base_url": server.base_url, "environment": False}
            return ask(arguments, messages, {**options, "transport": transport})
    return ask(arguments, messages, {"base_url": arguments.base_url})


def ask(arguments: Namespace, messages: List[Dict[str, str]], options: Dict[str, Any]) -> int:
    """Make the call with a client of these options."""
    if arguments.timeout is not None:
        options["timeout"] = arguments.timeout
    with OpenAI(**options) as client:
        call = client.chat.completions.create
        if arguments.no_stream:
            print(call(model=arguments.model, messages=messages).choices[0].message.content)
            return 0
        with call(model=arguments.model, messages=messages, stream=True) as stream:
            for chunk in stream:
                for choice in chunk.choices or ():
                    print(choice.delta.content or "", end="", flush=True)
        print()
    return 0
