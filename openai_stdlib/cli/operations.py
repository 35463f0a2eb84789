# SPDX-License-Identifier: MIT
"""The command `api`: call any operation of the API by its dotted name, and print its result as JSON."""

from __future__ import annotations

import pathlib
import sys

from ..call.errors import ArgumentError
from .client_arguments import add_client_arguments, open_client
from .failures import UsageError
from .terminal import is_terminal, paint, printable, to_json
from .text_files import check_file, check_target, read_file, write_file
from .values import parse_json, read_json, set_field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any, Dict, Iterator, List

    from ..api.operation import Operation

DESCRIPTION = """\
Call an operation by the name that it has in the client, such as chat.completions.create, and print its result as JSON.
Arguments: name=text, name:=JSON, name=@FILE (a file to upload, or its text), name:=@FILE (the JSON in it). A name such
as metadata.team sets a nested field, and one that is repeated makes a list. A word without = is an id of the path.
"""


def add_parser(subparsers: Any) -> None:
    """Add the command to a parser's subcommands."""
    parser = subparsers.add_parser("api", help="call any operation", description=DESCRIPTION, add_help=False)
    parser.add_argument("-h", "--help", action="store_true", help="show this help, or that of an operation")
    parser.add_argument("operation", nargs="?", metavar="DOTTED.METHOD", help="the operation")
    parser.add_argument("arguments", nargs="*", metavar="NAME=VALUE", help="its arguments")
    parser.add_argument("--list", nargs="?", const="", metavar="WORD", help="list the operations, or those with a word")
    parser.add_argument("--all", action="store_true", help="print the items of all pages, one in each line")
    parser.add_argument("-o", "--output", metavar="FILE", help="write the result to a file")
    add_client_arguments(parser)
    parser.set_defaults(run=run, further_words="arguments", print_help=parser.print_help)


def run(arguments: Namespace) -> int:
    """Call an operation, list them, or describe one. Returns the exit code."""
    from .operation_table import describe_operation, find_operation

    if arguments.list is not None:
        return _list(arguments)
    if arguments.operation is None:
        arguments.print_help()
        return 0 if arguments.help else 2
    operation = find_operation(arguments.operation)
    if arguments.help:
        print(describe_operation(arguments.operation, operation, arguments.program), end="")
        return 0
    values = parse_arguments(arguments.arguments, operation)
    try:
        operation.check(values)
    except ArgumentError as error:
        raise UsageError("{}; see `api {} --help`".format(error, arguments.operation)) from None
    _check_output(arguments, operation)
    if operation.deprecated:
        warning = paint("warning:", "yellow", sys.stderr)
        print("{} {} is deprecated: {}".format(warning, arguments.operation, operation.deprecated), file=sys.stderr)
    with open_client(arguments) as client:
        if operation.response_type == "binary":
            _save(client, arguments, values)
        else:
            _print(_bind(client, arguments.operation)(**values), arguments)
    return 0


def _list(arguments: Namespace) -> int:
    from .operation_table import list_operations

    found = list_operations(arguments.list)
    if not found:
        raise UsageError("--list: no operation has {!r} in its name or path".format(arguments.list))
    if arguments.json:
        print(to_json(found))
        return 0
    width = max(len(entry["name"]) for entry in found)
    for entry in found:
        method = paint(entry["method"].ljust(6), "bold", sys.stdout)
        print("{}  {} {}".format(entry["name"].ljust(width), method, entry["path"]))
    return 0


def _bind(client: Any, name: str) -> Any:
    """Return the method of a client with a dotted name."""
    value = client
    for part in name.split("."):
        value = getattr(value, part)
    return value


def parse_arguments(texts: List[str], operation: Operation) -> Dict[str, Any]:
    """Return the keyword arguments of an operation. Raises UsageError or FileError."""
    values: Dict[str, Any] = {}
    repeated: Dict[str, List[Any]] = {}
    ids = [name for name in operation.path_names if not any(text.startswith(name + "=") for text in texts)]
    for text in texts:
        name, operator, value = _split(text, ids)
        parsed: Any = value
        if operator == ":=@":
            parsed = read_json(value, name)
        elif operator == ":=":
            parsed = parse_json(value, name)
        elif operator == "=@":
            parsed = _read_upload(name, value, operation)
        if operator != ":=" and name in repeated:
            repeated[name].append(parsed)
            continue
        set_field(values, name, parsed, "argument")
        if operator != ":=":
            repeated[name] = [parsed]
    for name, items in repeated.items():
        if len(items) > 1:
            *outer, last = name.split(".")
            fields = values
            for part in outer:
                fields = fields[part]
            fields[last] = items
    return values


def _split(text: str, ids: List[str]) -> Any:
    from .values import ARGUMENT, split_argument

    if ids and ARGUMENT.fullmatch(text) is None:
        return ids.pop(0), "=", text
    return split_argument(text, "argument")


def _read_upload(name: str, path: str, operation: Operation) -> Any:
    """Return a file to upload, or the text of a file for an operation that takes no files."""
    if path == "-":
        data = read_file(path, name)
        return ("stdin", data) if operation.multipart else data.decode("utf-8", "replace")
    if operation.multipart:
        return pathlib.Path(check_file(path, name))
    from .terminal import decode_text

    return decode_text(read_file(path, name), name, UsageError)


def _check_output(arguments: Namespace, operation: Operation) -> None:
    """Raise UsageError or FileError for options that do not fit the operation, before it is called."""
    if arguments.all and not operation.page:
        raise UsageError("--all: {} returns no pages; leave it out".format(arguments.operation))
    if arguments.output:
        check_target(arguments.output)
    elif operation.response_type == "binary" and is_terminal(sys.stdout):
        raise UsageError("{}: the result is a file; save it with -o FILE".format(arguments.operation))


def _save(client: Any, arguments: Namespace, values: Dict[str, Any]) -> None:
    """Save a binary result as it arrives."""
    from .progress_bar import ProgressBar, iter_body

    *path, method = arguments.operation.split(".")
    views = _bind(client, ".".join(path)).with_streaming_response
    with getattr(views, method)(**values) as response, ProgressBar(method) as bar:
        write_file(arguments.output or "-", iter_body(response, bar))


def _print(result: Any, arguments: Namespace) -> None:
    """Print a result, or write it to the file of -o."""
    if arguments.all:
        lines: Iterator[str] = (to_json(item, lines=True) for item in result)
    elif hasattr(result, "__enter__") and hasattr(result, "__next__"):
        lines = _iter_events(result)
    else:
        text = result if isinstance(result, str) else to_json(result)
        lines = iter(() if result is None else (text.rstrip("\n"),))
    if arguments.output and arguments.output != "-":
        write_file(arguments.output, ((line + "\n").encode("utf-8", "backslashreplace") for line in lines))
        return
    for line in lines:
        print(printable(line, sys.stdout), flush=True)


def _iter_events(stream: Any) -> Iterator[str]:
    with stream:
        for event in stream:
            yield to_json(event, lines=True)
