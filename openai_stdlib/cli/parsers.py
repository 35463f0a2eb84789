# SPDX-License-Identifier: MIT
"""The parser of the command line: errors of usage in one line, and helps that end with an example."""

from __future__ import annotations

import argparse
import sys

from .terminal import paint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List, NoReturn


class HelpFormatter(argparse.HelpFormatter):
    """Fill paragraphs, keep those with indented lines as they are, and leave common options out of the usage."""

    def _format_usage(self, usage: Any, actions: Any, groups: Any, prefix: Any) -> str:
        own = [action for action in actions if not getattr(action, "is_common", False)]
        return super()._format_usage(usage, own, groups, prefix)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        fill = super()._fill_text
        paragraphs = text.strip("\n").split("\n\n")
        return "\n\n".join(part if "\n  " in "\n" + part else fill(part, width, indent) for part in paragraphs)


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, with the exit code 2. An option that is added twice is the later one."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("conflict_handler", "resolve")
        super().__init__(**options)

    def parse_words(self, words: List[str]) -> Any:
        """Parse arguments; words may also stand behind options that follow other words.

        A command allows it with the default `further_words`: the name of the argument that has the words.
        """
        parsed, others = self.parse_known_args(words)
        known: Any = getattr(parsed, getattr(parsed, "further_words", ""), None)
        if others and (known is None or any(word.startswith("-") and word != "-" for word in others)):
            self.prog: str = "{} {}".format(self.prog, getattr(parsed, "command", ""))
            self.error("unrecognized arguments: {}".format(" ".join(others)))
        if others:
            known.extend(others)
        return parsed

    def error(self, message: str) -> NoReturn:
        """Print an error of usage, and exit."""
        start = paint("error:", "red", sys.stderr)
        self.exit(2, "{} {}; usage: {} --help\n".format(start, " ".join(message.split()), self.prog))


def add_example(parser: argparse.ArgumentParser, program: str, example: str) -> None:
    """Add an example to the end of a command's help; `example` is what follows the name of the program."""
    if parser.formatter_class is argparse.HelpFormatter:
        parser.formatter_class = HelpFormatter
    text = example.replace("%(prog)s", parser.prog) if "%(prog)s" in example else program + " " + example
    before = parser.epilog.rstrip() + "\n\n" if parser.epilog else ""
    parser.epilog = "{}Example:\n  {}".format(before, text.replace("%", "%%") if "%(" in before else text)
