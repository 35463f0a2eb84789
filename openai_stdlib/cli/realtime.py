# SPDX-License-Identifier: MIT
"""The `realtime` command: a conversation in text with a model of the Realtime API, over a WebSocket."""

from __future__ import annotations

import sys

from ..call.errors import OpenAIError
from .client_arguments import add_client_arguments, open_client
from .terminal import printable, to_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any, Dict, Iterator, Optional

DEFAULT_MODEL = "gpt-realtime"
CLOSE_TIMEOUT = 2.0  # seconds to wait for the server at the end
PROMPT = "> "
# Events that carry text; a server that ignores the request for text sends the transcript of its speech.
DELTAS = frozenset(("response.output_text.delta", "response.output_audio_transcript.delta"))


def add_parser(subparsers: Any) -> None:
    """Add the command to a parser's subcommands."""
    parser = subparsers.add_parser(
        "realtime",
        help="talk to a realtime model in text",
        description="Send messages to a realtime model over one WebSocket, and print the text of its responses.",
    )
    parser.add_argument(
        "prompt",
        nargs="?",
        help="one message; - reads it from standard input; by default, each line of standard input is a message",
    )
    parser.add_argument("-m", "--model", default=DEFAULT_MODEL, help="default: %(default)s")
    parser.add_argument("--instructions", "--system", metavar="TEXT", help="instructions for the model")
    add_client_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Hold the conversation until the input ends. Returns the exit code."""
    options: Dict[str, Any] = {"close_timeout": CLOSE_TIMEOUT}
    if arguments.timeout is not None:
        options["open_timeout"] = arguments.timeout
    session = {"type": "realtime", "output_modalities": ["text"]}
    if arguments.instructions:
        session["instructions"] = arguments.instructions
    with open_client(arguments) as client:
        with client.realtime.connect(model=arguments.model, websocket_connection_options=options) as connection:
            connection.session.update(session=session)
            for message in read_messages(arguments.prompt):
                content = [{"type": "input_text", "text": message}]
                connection.conversation.item.create(item={"type": "message", "role": "user", "content": content})
                connection.response.create()
                print_response(connection, arguments)
    return 0


def read_messages(prompt: Optional[str]) -> Iterator[str]:
    """Yield the messages of the user: the prompt, or the lines of standard input that are not empty."""
    if prompt is not None:
        yield sys.stdin.read() if prompt == "-" else prompt
        return
    lines = iter_terminal() if sys.stdin.isatty() else iter(sys.stdin)
    for line in lines:
        if line.strip():
            yield line.rstrip("\r\n")


def iter_terminal() -> Iterator[str]:
    """Yield the lines that are typed, until the end of the input (Ctrl-D)."""
    try:
        import readline  # noqa: F401  # pyright: ignore[reportUnusedImport]  # makes input() an editor
    except ImportError:
        pass
    while True:
        try:
            yield input(PROMPT)
        except EOFError:
            print()
            return


def print_response(connection: Any, arguments: Namespace) -> None:
    """Print the text of a response as it arrives, or the response as JSON in one line.

    Raises OpenAIError if the server reports an error.
    """
    timeout = arguments.timeout
    while True:
        try:
            event = connection.recv(timeout)
        except TimeoutError:
            raise OpenAIError("timed out: no event for {} s".format(timeout)) from None
        except ValueError:
            raise OpenAIError("the server sent a message that is not JSON") from None
        type_ = getattr(event, "type", None)
        if type_ in DELTAS:
            if not arguments.json:
                print(printable(getattr(event, "delta", None) or "", sys.stdout), end="", flush=True)
        elif type_ == "error":
            raise OpenAIError("the server reports an error: {}".format(describe_error(getattr(event, "error", None))))
        elif type_ == "response.done":
            response = getattr(event, "response", None)
            print(to_json(response, lines=True) if arguments.json else "", flush=True)
            if getattr(response, "status", None) == "failed":
                details = getattr(response, "status_details", None)
                error = describe_error(getattr(details, "error", None))
                raise OpenAIError("the response has failed: {}".format(error))
            if arguments.verbose:
                usage = getattr(response, "usage", None) or {}
                counts = "{} input + {} output tokens".format(usage.get("input_tokens"), usage.get("output_tokens"))
                print("{}, {}".format(arguments.model, counts), file=sys.stderr)
            return


def describe_error(error: Any) -> str:
    """Return what an error object of the server says."""
    return getattr(error, "message", None) or getattr(error, "code", None) or "no reason is given"
