# SPDX-License-Identifier: MIT
"""The command `completion`: a script for bash, zsh or fish that completes commands, their options and choices.

The scripts hold everything, so completing a word starts no Python.
"""

from __future__ import annotations

import argparse

from .failures import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, NamedTuple, Tuple

    class Command(NamedTuple):
        """A command: what it does, its options with their help, and its subcommands or the choices of its words."""

        help: str
        options: List[Tuple[str, str]]
        words: List[str]
else:
    from collections import namedtuple

    Command = namedtuple("Command", "help options words")

SHELLS = ("bash", "zsh", "fish")
DEFAULT_NAME = "openai-stdlib"  # of the console script
EPILOG = """\
bash: add to ~/.bashrc the line of the example. zsh: the same in ~/.zshrc, after compinit. fish: write the output to
~/.config/fish/completions/NAME.fish.
"""


def add_parser(subparsers: Any) -> None:
    """Add the command to a parser's subcommands."""
    parser = subparsers.add_parser(
        "completion",
        help="print a script that completes commands",
        description="Print a script for a shell that completes the commands of the console script and their options.",
        epilog=EPILOG,
    )
    parser.add_argument("shell", choices=SHELLS, help="the shell")
    parser.add_argument("--name", default=DEFAULT_NAME, help="name of the program (default: %(default)s)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the script. Returns the exit code."""
    name = arguments.name
    if not name or not all(character.isalnum() or character in "-_." for character in name):
        raise UsageError("--name: {!r} is no name of a program".format(name))
    writers: Dict[str, Callable[[str, Dict[str, Command]], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
    print(writers[arguments.shell](name, read_commands(arguments.load_command, arguments.commands)), end="")
    return 0


def read_commands(load_command: Any, names: Any) -> Dict[str, Command]:
    """Return what the parsers of all commands say; commands that a copy lacks are left out."""
    commands = {}
    for name in names:
        subparsers = argparse.ArgumentParser().add_subparsers()
        try:
            load_command(name).add_parser(subparsers)
        except ModuleNotFoundError:
            continue
        parser: Any = subparsers.choices[name]
        options, words = [], []
        for action in _actions(parser):
            text = "" if action.help in (None, argparse.SUPPRESS) else str(action.help)
            for option in action.option_strings:
                options.append((option, _one_line(text)))
            if not action.option_strings and action.choices:
                words += [str(choice) for choice in action.choices]
        commands[name] = Command(_one_line(names[name][1]), list(dict(options).items()), words)
    return commands


def _actions(parser: Any) -> List[Any]:
    """Return the arguments of a parser and of the parsers of its subcommands."""
    actions = []
    for action in parser._actions:
        actions.append(action)
        for inner in action.choices.values() if isinstance(action.choices, dict) else ():
            actions += _actions(inner)
    return actions


def _one_line(text: str) -> str:
    """Return text that may stand in quotes in any shell."""
    text = "".join(character if character not in "'\"`$\\!:[]" else " " for character in text.split("(default")[0])
    return " ".join(text.split()).rstrip(" ;,")


def _function(name: str) -> str:
    return "_" + "".join(character if character.isalnum() else "_" for character in name)


def _bash(name: str, commands: Dict[str, Command]) -> str:
    cases = [
        '        {}) words="{}" ;;'.format(command, " ".join([*entry.words, *dict(entry.options)]))
        for command, entry in commands.items()
    ]
    return """\
{function}() {{
    local current="${{COMP_WORDS[COMP_CWORD]}}" words="" index command=""
    COMPREPLY=()
    for ((index = 1; index < COMP_CWORD; index++)); do
        case "${{COMP_WORDS[index]}}" in
        {names}) command="${{COMP_WORDS[index]}}"; break ;;
        esac
    done
    case "$command" in
        "") words="{all} --help --version" ;;
{cases}
    esac
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -F {function} {name}
""".format(
        function=_function(name), names="|".join(commands), all=" ".join(commands), cases="\n".join(cases), name=name
    )


def _zsh(name: str, commands: Dict[str, Command]) -> str:
    described = "\n".join("        '{}:{}'".format(command, entry.help) for command, entry in commands.items())
    cases = []
    for command, entry in commands.items():
        options = " ".join("'{}:{}'".format(option, text) for option, text in entry.options)
        words = " ".join("'{}'".format(word) for word in entry.words)
        cases.append("        {}) options=({}); words_of=({}) ;;".format(command, options, words))
    return """\
#compdef {name}
{function}() {{
    local -a commands options words_of
    commands=(
{described}
    )
    if (( CURRENT == 2 )); then
        _describe command commands
        return
    fi
    case "$words[2]" in
{cases}
    esac
    if [[ "$PREFIX" == -* ]]; then
        _describe option options
    else
        (( $#words_of )) && compadd -a words_of
        _files
    fi
}}
compdef {function} {name}
""".format(name=name, function=_function(name), described=described, cases="\n".join(cases))


def _fish(name: str, commands: Dict[str, Command]) -> str:
    lines = ["# Completions of {}".format(name)]
    start = "complete -c {}".format(name)
    lines += [
        "{} -n __fish_use_subcommand -a {} -d '{}'".format(start, command, entry.help)
        for command, entry in commands.items()
    ]
    for command, entry in commands.items():
        seen = "{} -n '__fish_seen_subcommand_from {}'".format(start, command)
        for option, text in entry.options:
            flag = "-l {}".format(option[2:]) if option.startswith("--") else "-s {}".format(option[1:])
            lines.append("{} {} -d '{}'".format(seen, flag, text))
        if entry.words:
            lines.append("{} -f -a '{}'".format(seen, " ".join(entry.words)))
    return "\n".join(lines) + "\n"
