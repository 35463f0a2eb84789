# SPDX-License-Identifier: MIT
"""The command line: `main` finds one command in the table, imports its module, runs it and maps errors to exit codes.

Each command's module has `add_parser(subparsers)`, and sets a `run(arguments)` that returns the exit code. Only the
module of the command that was chosen is imported, and the help of the whole needs none, nor argparse. Exit codes: 0
success, 1 the call failed, 2 wrong usage, 130 interrupted.
"""

# `_name_modules` imports modules without using them.
# pyright: reportUnusedImport=false

from __future__ import annotations

import os
import sys
import warnings

from .. import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

PACKAGE = __name__.rpartition(".")[0]
# Groups of commands: command -> its module, what it does, and an example of what follows the program's name.
GROUPS: Dict[str, Dict[str, Tuple[str, str, str]]] = {
    "Models": {
        "chat": ("chat", "send a prompt, or hold a conversation", 'chat "Say hello"'),
        "respond": ("chat", "the same over the Responses API", 'respond "Say hello"'),
        "realtime": ("realtime", "talk to a realtime model in text", 'realtime "Say hello"'),
        "image": ("media", "generate or edit images", 'image "a red fox" -o fox.png'),
        "speak": ("media", "turn text into speech", 'speak "Good morning" -o morning.mp3'),
        "transcribe": ("media", "turn speech into text", "transcribe talk.mp3 --format srt"),
        "embed": ("embed", "embed lines of text", "embed < lines.txt > vectors.jsonl"),
        "moderate": ("embed", "check text for harmful content", 'moderate "some text"'),
    },
    "API": {
        "api": ("operations", "call any operation of the API", "api files.list limit:=10"),
        "models": ("stored", "list the models that the key may use", "models gpt"),
        "files": ("stored", "list, show, upload, download, delete files", "files list --purpose batch"),
        "upload": ("files", "upload a file of any size", "upload data.jsonl --purpose batch"),
        "download": ("files", "download a file", "download file-abc123 copy.jsonl"),
    },
    "Many calls": {
        "bulk": ("bulk", "make a call for each row of a file", "bulk rows.jsonl results.jsonl"),
        "batch": ("batch", "run a file of rows through the Batch API", "batch run rows.jsonl results.jsonl"),
        "usage": ("usage", "print the usage and cost in the file of a ledger", "usage ledger.jsonl"),
    },
    "Setup": {
        "doctor": ("doctor", "find out why calls fail", "doctor"),
        "config": ("about", "show each setting and where it comes from", "config"),
        "completion": ("completion", "print a script that completes commands", 'eval "$(%(prog)s bash)"'),
        "version": ("about", "show the version", "version"),
    },
    "Development": {
        "serve": ("serve", "run the built-in test server", "serve --port 8080"),
        "vendor": ("vendor", "copy the library into a program", "vendor vendored --name oai --only chat"),
        "install-as-openai": (
            "install_as_openai",
            "have `import openai` give this library",
            "install-as-openai --user",
        ),
    },
}
COMMANDS: Dict[str, Tuple[str, str, str]] = {name: entry for group in GROUPS.values() for name, entry in group.items()}
# Common options, which may also stand before the command, and whether a value follows.
COMMON_OPTIONS = {
    "--base-url": True,
    "--api-key-file": True,
    "--timeout": True,
    "--retries": True,
    "--transport": True,
    "--embedded": False,
    "--json": False,
    "-v": False,
    "--verbose": False,
}
COMMON_HELP = """\
Options of the commands that call the API:
  --base-url URL        default: OPENAI_BASE_URL, else the OpenAI API
  --api-key-file FILE   read the key from a file; default: OPENAI_API_KEY
  --timeout SECONDS     limit for each wait for the server
  --retries N           how often a failed call is repeated
  --transport NAME      HTTP library: urllib, requests, httpx, urllib3 ...
  --json                print JSON
  -v, --verbose         print usage and request ids on stderr

Exit codes: 0 success, 1 the call failed, 2 wrong usage, 130 interrupted.
"""


def run(program: str = "") -> int:
    """Run `main` as the program of a process, and return its exit code."""
    import signal

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)
    return main(program=program)


def run_script() -> int:
    """Run `main` as the console script, whose name appears in help and messages."""
    return run(os.path.splitext(os.path.basename(sys.argv[0]))[0])


def _interrupt(*_: Any) -> None:
    # An interrupt can leave an object of the standard library half constructed, which prints an error when it is freed.
    sys.unraisablehook = lambda _: None
    raise KeyboardInterrupt


def main(argv: Optional[List[str]] = None, program: str = "") -> int:
    """Run one command and return its exit code. Errors are printed as one line on stderr, without a traceback.

    `argv` is `sys.argv[1:]` by default, `program` what the help calls the program. Wrong usage, and `--help` of a
    command, raise SystemExit, as argparse does.
    """
    _prepare_streams()
    words = _command_first(list(sys.argv[1:] if argv is None else argv))
    program = program or "python -m " + PACKAGE
    if words[:1] == ["help"] and len(words) > 1:
        words = [words[1], "--help"]
    try:
        if not words or words[0] in ("-h", "--help", "help", "--version"):
            print(__version__ if words[:1] == ["--version"] else format_help(program), end="\n" * bool(words))
            sys.stdout.flush()
            return 0 if words else 2
        if words[0] not in COMMANDS:
            return _report_unknown(words[0], program)
        try:
            arguments = make_parser(words[0], program).parse_words(words)
        except SystemExit:
            sys.stdout.flush()  # the help
            raise
        arguments.program = program
        arguments.commands, arguments.load_command = COMMANDS, load_command  # for those that tell about the others
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # they are for programmers
            code: int = arguments.run(arguments)
        sys.stdout.flush()
        return code
    except (Exception, KeyboardInterrupt) as error:
        from .failures import report

        return report(error, program)


def load_command(name: str) -> Any:
    """Import the module of a command."""
    return __import__(COMMANDS[name][0], globals(), None, ["add_parser"], 1)


def make_parser(name: str, program: str) -> Any:
    """Return a parser that knows one command."""
    from .parsers import Parser, add_example

    parser = Parser(prog=program)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    load_command(name).add_parser(subparsers)
    add_example(subparsers.choices[name], program, COMMANDS[name][2])
    return parser


def format_help(program: str) -> str:
    """Return the help of the whole: every command with what it does."""
    lines = ["usage: {} COMMAND [OPTIONS]".format(program), "", "The OpenAI API from the command line.", ""]
    width = max(map(len, COMMANDS))
    for group, commands in GROUPS.items():
        lines.append(group + ":")
        lines += ["  {}  {}".format(name.ljust(width), entry[1]) for name, entry in commands.items()]
        lines.append("")
    example = "Example:\n  {0} {1}\n\n{0} COMMAND --help shows the options of a command.".format(
        program, COMMANDS["chat"][2]
    )
    return "\n".join(lines) + "\n" + COMMON_HELP + "\n" + example + "\n"


def _command_first(words: List[str]) -> List[str]:
    """Return the arguments with the common options that stand before the command moved behind it."""
    index = 0
    while index < len(words) and words[index].partition("=")[0] in COMMON_OPTIONS:
        has_value = COMMON_OPTIONS[words[index].partition("=")[0]] and "=" not in words[index]
        index += 2 if has_value else 1
    return words[index : index + 1] + words[:index] + words[index + 1 :]


def _report_unknown(word: str, program: str) -> int:
    """Report a word that is no command. Returns the exit code."""
    from difflib import get_close_matches

    from .terminal import paint

    near = get_close_matches(word, COMMANDS, 1)
    what = "unknown option" if word[:1] == "-" else "unknown command"
    hint = "did you mean {}?".format(near[0]) if near else "usage: {} --help lists the commands".format(program)
    print("{} {} {!r}; {}".format(paint("error:", "red", sys.stderr), what, word, hint), file=sys.stderr)
    return 2


def _prepare_streams() -> None:
    """Have standard streams that exist, and that escape what the terminal cannot show."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # in a process without a console
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115
    output: Any = sys.stdout
    if hasattr(output, "reconfigure"):
        output.reconfigure(errors="backslashreplace")


def _name_modules() -> None:  # pyright: ignore[reportUnusedFunction]
    """Name the modules of all commands to tools that follow import statements. Nothing calls it."""
    from . import (  # noqa: F401
        about,
        batch,
        bulk,
        chat,
        completion,
        doctor,
        embed,
        files,
        install_as_openai,
        media,
        operations,
        realtime,
        serve,
        stored,
        usage,
        vendor,
    )
