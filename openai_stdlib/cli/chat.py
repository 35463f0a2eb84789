# SPDX-License-Identifier: MIT
"""The `chat` command: send one prompt and stream the output to the terminal."""

from __future__ import annotations

import os
import sys

from ..client.clients import OpenAI

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any, Dict, List

DEFAULT_MODEL = "gpt-4o-mini"
EMBEDDED_DELAY = 0.03  # seconds between words, so that streaming is visible


def add_parser(subparsers: Any) -> None:
    """Add the command to a parser's subcommands."""
    parser = subparsers.add_parser("chat", help="send a prompt to a model and stream its output")
    parser.add_argument("prompt", help="the prompt; - reads it from standard input")
    parser.add_argument("--model", default=os.environ.get("OPENAI_MODEL") or DEFAULT_MODEL, help="default: %(default)s")
    parser.add_argument("--system", metavar="TEXT", help="system message: instructions for the model")
    parser.add_argument("--no-stream", action="store_true", help="print the output once it is complete")
    parser.add_argument("--base-url", metavar="URL", help="default: OPENAI_BASE_URL, else the URL of the OpenAI API")
    parser.add_argument("--timeout", type=float, metavar="SECONDS", help="limit for each wait for the server")
    parser.add_argument(
        "--embedded",
        action="store_true",
        help="use the built-in test server, which echoes the prompt (no key or network)",
    )
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Send the prompt and print the output. Returns the exit code."""
    prompt = sys.stdin.read() if arguments.prompt == "-" else arguments.prompt
    messages = [{"role": "system", "content": arguments.system}] if arguments.system else []
    messages.append({"role": "user", "content": prompt})
    if arguments.embedded:
        from ..testing import EmbeddedServer
        from ..transport.urllib_transport import UrllibTransport

        # Without a proxy: one that the environment names cannot reach a server in this process.
        with EmbeddedServer(delay=EMBEDDED_DELAY) as server, UrllibTransport(proxy="") as transport:
            options = {"api_key": "embedded", "base_url": server.base_url, "environment": False}
            return print_completion(arguments, messages, {**options, "transport": transport})
    return print_completion(arguments, messages, {"base_url": arguments.base_url})


def print_completion(arguments: Namespace, messages: List[Dict[str, str]], options: Dict[str, Any]) -> int:
    """Make the call with a client of these options and print the output. Returns the exit code."""
    if arguments.timeout is not None:
        options["timeout"] = arguments.timeout
    with OpenAI(**options) as client:
        create = client.chat.completions.create
        if arguments.no_stream:
            print(create(model=arguments.model, messages=messages).choices[0].message.content)
            return 0
        with create(model=arguments.model, messages=messages, stream=True) as stream:
            for chunk in stream:
                for choice in chunk.choices or ():
                    print(choice.delta.content or "", end="", flush=True)
        print()
    return 0
