# SPDX-License-Identifier: MIT
"""The commands `chat` and `respond`: send one prompt and stream the answer, or hold a conversation on a terminal."""

from __future__ import annotations

import os
import sys
import time

from .client_arguments import add_client_arguments, open_client
from .conversation import Conversation
from .failures import UsageError, describe, print_error
from .terminal import is_terminal, paint, printable, to_json
from .text_files import FileError, check_target, read_stdin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any, Dict, Iterator, Optional

    from .answers import Answer

DEFAULT_MODEL = "gpt-4o-mini"
PROMPT = "> "
APIS = {"chat": "chat", "respond": "responses"}  # command -> its API
DESCRIPTION = """\
Send a prompt to a model and print its answer as it arrives. Text from a pipe is added to the prompt. Without a prompt,
on a terminal, hold a conversation until Ctrl-D.
"""


def add_parser(subparsers: Any) -> None:
    """Add the commands to a parser's subcommands."""
    for command, api in APIS.items():
        text = "send a prompt to a model and stream its output" + (" (Responses API)" if api == "responses" else "")
        parser = subparsers.add_parser(command, help=text, description=DESCRIPTION)
        parser.add_argument("prompt", nargs="*", help="the prompt; - reads it from standard input")
        default = os.environ.get("OPENAI_MODEL") or DEFAULT_MODEL
        parser.add_argument("-m", "--model", help="default: OPENAI_MODEL, else {}".format(default.replace("%", "%%")))
        parser.add_argument("-s", "--system", metavar="TEXT", help="system message: instructions for the model")
        parser.add_argument("--api", choices=("chat", "responses"), default=api, help="default: %(default)s")
        parser.add_argument(
            "-f",
            "--file",
            action="append",
            default=[],
            metavar="FILE",
            help="add a file: text, an image, a PDF or sound; may be repeated",
        )
        parser.add_argument("--json-schema", metavar="FILE", help="have the model answer in JSON of this schema")
        parser.add_argument("--temperature", type=float, metavar="N", help="from 0 (predictable) to 2 (varied)")
        parser.add_argument(
            "-o",
            "--option",
            action="append",
            default=[],
            metavar="NAME=VALUE",
            help="any other parameter of the API: -o max_completion_tokens=100; may be repeated",
        )
        parser.add_argument("--save", metavar="FILE", help="save the conversation")
        parser.add_argument(
            "--continue", dest="continued", metavar="FILE", help="continue a saved conversation, and save it there"
        )
        parser.add_argument("--prices", metavar="FILE", help="with -v: JSON with your prices, to print the cost")
        parser.add_argument("--no-stream", action="store_true", help="print the output once it is complete")
        add_client_arguments(parser)
        parser.set_defaults(run=run, further_words="prompt")


def run(arguments: Namespace) -> int:
    """Send the prompt and print the answer, or hold a conversation. Returns the exit code."""
    parameters = _read_parameters(arguments)
    conversation = Conversation()
    target = arguments.save
    if arguments.continued:
        conversation = Conversation.load(arguments.continued, "--continue")
        target = target or arguments.continued
    if target:
        check_target(target, "--save")
    if arguments.system:
        conversation.set_system(arguments.system)
    conversation.model = arguments.model or conversation.model or os.environ.get("OPENAI_MODEL") or DEFAULT_MODEL
    is_conversation = not arguments.prompt and is_terminal(sys.stdin)
    prompt = "" if is_conversation else _read_prompt(arguments)
    files = arguments.file
    if not is_conversation:
        conversation.add("user", _content(prompt, files))
    session = _Session(arguments, conversation, parameters, target)
    with open_client(arguments) as client:
        if not is_conversation:
            session.ask(client)
            return 0
        for prompt in _iter_terminal():
            conversation.add("user", _content(prompt, files))
            files = []
            session.ask_in_conversation(client)
    return 0


def _content(prompt: str, files: Any) -> Any:
    if not files:
        return prompt
    from .prompt_files import make_content

    return make_content(prompt, files)


class _Session:
    """Asks the model, with the history, and prints its answers."""

    def __init__(
        self, arguments: Namespace, conversation: Conversation, parameters: Dict[str, Any], target: Optional[str]
    ) -> None:
        self._conversation = conversation
        self._parameters = parameters
        self._target = target
        self._api = arguments.api
        self._is_json = arguments.json
        self._is_verbose = arguments.verbose
        self._is_streamed = not (arguments.no_stream or arguments.json)
        self._program = arguments.program
        self._prices: Optional[Dict[str, Dict[str, float]]] = None
        if arguments.prices:
            from .cost import read_prices

            self._prices = read_prices(arguments.prices)

    def ask(self, client: Any) -> None:
        """Ask for the answer to the last message, and save the conversation."""
        started = time.monotonic()
        if self._is_streamed:
            answer = self._call(client, self._write)
        else:
            from .progress_bar import Waiting

            with Waiting(self._conversation.model):
                answer = self._call(client, self._ignore)
            if not self._is_json:
                self._write(answer.text)
        answer.check()
        if self._is_json:
            print(to_json(answer.result))
        else:
            print(flush=True)
        self._conversation.add("assistant", answer.text)
        if self._target:
            self._conversation.save(self._target, "--save")
        if answer.warning:
            warning = printable(answer.warning, sys.stderr)
            print("{} {}".format(paint("warning:", "yellow", sys.stderr), warning), file=sys.stderr)
        if self._is_verbose:
            line = answer.describe(time.monotonic() - started, self._find_cost(answer))
            print(paint(printable(line, sys.stderr), "dim", sys.stderr), file=sys.stderr)

    def _find_cost(self, answer: Answer) -> Optional[float]:
        if self._prices is None:
            return None
        from .cost import find_cost

        return find_cost(self._prices, answer.model, answer.usage)

    def ask_in_conversation(self, client: Any) -> None:
        """Ask, and go on after an error or Ctrl-C, without the message that was not answered."""
        from ..call.errors import OpenAIError

        count = len(self._conversation.messages)
        try:
            self.ask(client)
        except KeyboardInterrupt:
            print("\n(interrupted; Ctrl-D ends the conversation)", file=sys.stderr)
        except FileError:
            raise
        except OpenAIError as error:
            print_error(describe(error, self._program) or str(error))
        else:
            return
        del self._conversation.messages[count - 1 :]

    def _call(self, client: Any, write: Any) -> Answer:
        from .answers import ask_chat, ask_responses

        conversation = self._conversation
        request = {"model": conversation.model, **self._parameters}
        if self._api == "responses":
            return ask_responses(client, {"input": conversation.response_input(), **request}, self._is_streamed, write)
        if self._is_verbose and self._is_streamed:
            request.setdefault("stream_options", {"include_usage": True})
        return ask_chat(client, {"messages": conversation.messages, **request}, self._is_streamed, write)

    @staticmethod
    def _write(text: str) -> None:
        print(printable(text, sys.stdout), end="", flush=True)

    @staticmethod
    def _ignore(text: str) -> None:
        pass


def _read_parameters(arguments: Namespace) -> Dict[str, Any]:
    """Return the further parameters of the call. Raises UsageError or FileError."""
    parameters: Dict[str, Any] = {}
    if arguments.option:
        from .values import parse_options

        parameters = parse_options(arguments.option)
        for name in ("model", "messages", "input", "stream"):
            if name in parameters:
                raise UsageError("-o {}: is set by the command itself; leave it out".format(name))
    if arguments.temperature is not None:
        parameters["temperature"] = arguments.temperature
    if arguments.json_schema:
        from .json_schema import read_schema

        schema = read_schema(arguments.json_schema)
        if arguments.api == "responses":
            parameters["text"] = {**parameters.get("text", {}), "format": {"type": "json_schema", **schema}}
        else:
            parameters["response_format"] = {"type": "json_schema", "json_schema": schema}
    return parameters


def _read_prompt(arguments: Namespace) -> str:
    """Return the prompt: that of the command line, with the text from a pipe. Raises UsageError if there is none."""
    words = arguments.prompt
    if "-" in words or not words:
        piped = "" if not words and "-" in arguments.file else read_stdin()
        text = " ".join(piped if word == "-" else word for word in words) if words else piped
    else:
        text = " ".join(words)
        piped = _read_pipe() if "-" not in arguments.file else ""
        if piped.strip():
            text += "\n\n" + piped.rstrip("\n")
    if not text.strip() and not arguments.file:
        raise UsageError('there is no prompt; give one, as in: {} "Say hello"'.format(arguments.command))
    return text


def _read_pipe() -> str:
    """Return the text from a pipe or a file, "" if standard input is a terminal or cannot be read."""
    if is_terminal(sys.stdin):
        return ""
    try:
        return read_stdin()
    except (FileError, OSError, ValueError):
        return ""


def _iter_terminal() -> Iterator[str]:
    """Yield what is typed, line by line and not empty, until the end of the input (Ctrl-D)."""
    try:
        import readline  # noqa: F401  # pyright: ignore[reportUnusedImport]  # makes input() an editor
    except ImportError:
        pass
    is_piped = not is_terminal(sys.stdout)
    while True:
        try:
            if is_piped:  # the prompt is not part of the output
                sys.stderr.write(PROMPT)
                sys.stderr.flush()
            line = input("" if is_piped else PROMPT)
        except EOFError:
            print(file=sys.stderr if is_piped else sys.stdout)
            return
        if line.strip():
            yield line
