# SPDX-License-Identifier: MIT
"""The `chat` command: send one prompt and stream the output to the terminal."""

from __future__ import annotations

import os
import sys

from .client_arguments import add_client_arguments, open_client

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any

DEFAULT_MODEL = "gpt-4o-mini"


def add_parser(subparsers: Any) -> None:
    """Add the command to a parser's subcommands."""
    parser = subparsers.add_parser("chat", help="send a prompt to a model and stream its output")
    parser.add_argument("prompt", help="the prompt; - reads it from standard input")
    parser.add_argument("--model", default=os.environ.get("OPENAI_MODEL") or DEFAULT_MODEL, help="default: %(default)s")
    parser.add_argument("--system", metavar="TEXT", help="system message: instructions for the model")
    parser.add_argument("--no-stream", action="store_true", help="print the output once it is complete")
    add_client_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Send the prompt and print the output. Returns the exit code."""
    prompt = sys.stdin.read() if arguments.prompt == "-" else arguments.prompt
    messages = [{"role": "system", "content": arguments.system}] if arguments.system else []
    messages.append({"role": "user", "content": prompt})
    with open_client(arguments) as client:
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
