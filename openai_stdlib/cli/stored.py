# SPDX-License-Identifier: MIT
"""The commands `models` and `files`: what the account has, as a table or as JSON."""

from __future__ import annotations

import os
import sys
import time
from itertools import islice

from ..call.errors import OpenAIError
from .client_arguments import add_client_arguments, open_client
from .terminal import is_terminal, paint, print_json, printable
from .text_files import check_file, check_target, write_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any, List, Sequence

MAX_PAGE = 10_000  # objects on a page of files


def add_parser(subparsers: Any) -> None:
    """Add the commands to a parser's subcommands."""
    models = subparsers.add_parser("models", help="list the models that the key may use")
    models.add_argument("word", nargs="?", default="", help="only models with this in their id")
    add_client_arguments(models)
    models.set_defaults(run=run_models)
    files = subparsers.add_parser("files", help="list, show, upload, download and delete files")
    actions = files.add_subparsers(dest="action", metavar="ACTION", required=True)
    parser = actions.add_parser("list", help="list the files, the newest first")
    parser.add_argument("--purpose", help="only files with this purpose")
    parser.add_argument("--limit", type=int, metavar="N", help="at most so many files; default: all")
    _finish(parser, run_list)
    parser = actions.add_parser("get", help="show a file's name, size and purpose")
    parser.add_argument("file_id", nargs="+", help="id of a file")
    _finish(parser, run_get)
    parser = actions.add_parser("upload", help="upload files of up to 512 MB each, and print their ids")
    parser.add_argument("file", nargs="+", help="path of a file")
    parser.add_argument("--purpose", default="user_data", help="assistants, batch, fine-tune … (default: %(default)s)")
    _finish(parser, run_upload)
    parser = actions.add_parser("download", help="download a file")
    parser.add_argument("file_id", help="id of the file")
    parser.add_argument("-o", "--output", metavar="FILE", help="where to save it; default: its name; - for stdout")
    _finish(parser, run_download)
    parser = actions.add_parser("delete", help="delete files")
    parser.add_argument("file_id", nargs="+", help="id of a file")
    _finish(parser, run_delete)


def _finish(parser: Any, run: Any) -> None:
    add_client_arguments(parser)
    parser.set_defaults(run=run)


def run_models(arguments: Namespace) -> int:
    """List the models. Returns the exit code."""
    with open_client(arguments) as client:
        found = [model for model in client.models.list() if arguments.word.lower() in str(model.id).lower()]
    found.sort(key=lambda model: str(model.id))
    if arguments.json:
        print_json([model.to_dict() for model in found])
    elif not found:
        raise OpenAIError("no model has {!r} in its id; `models` without it lists all".format(arguments.word))
    else:
        rows = [(str(model.id), str(getattr(model, "owned_by", None) or "")) for model in found]
        print_table(("model", "owner"), rows)
    return 0


def print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns, the last one as long as it is; with a head on a terminal."""
    widths = [max(map(len, column)) for column in zip(head, *rows)]
    title = "  ".join(name.ljust(width) for name, width in zip(head, widths)).rstrip()
    if is_terminal(sys.stdout):
        print(paint(title, "bold", sys.stdout))
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths)]
        print(printable("  ".join(cells).rstrip(), sys.stdout))


def run_list(arguments: Namespace) -> int:
    """List the files. Returns the exit code."""
    query = {"purpose": arguments.purpose} if arguments.purpose else {}
    if arguments.limit is not None:
        query["limit"] = max(1, min(arguments.limit, MAX_PAGE))
    with open_client(arguments) as client:
        found = list(islice(client.files.list(**query), arguments.limit))
        if arguments.json:
            print_json([file.to_dict() for file in found])
        else:
            print_table(("id", "bytes", "purpose", "created", "name"), [_row(file) for file in found])
    return 0


def _row(file: Any) -> List[str]:
    created = getattr(file, "created_at", None)
    day = time.strftime("%Y-%m-%d", time.gmtime(created)) if isinstance(created, (int, float)) else ""
    values = [file.id, getattr(file, "bytes", ""), getattr(file, "purpose", ""), day, getattr(file, "filename", "")]
    return [str(value if value is not None else "") for value in values]


def run_get(arguments: Namespace) -> int:
    """Show files. Returns the exit code."""
    with open_client(arguments) as client:
        found = [client.files.retrieve(file_id) for file_id in arguments.file_id]
        if arguments.json:
            for file in found:
                print_json(file)
        else:
            print_table(("id", "bytes", "purpose", "created", "name"), [_row(file) for file in found])
    return 0


def run_upload(arguments: Namespace) -> int:
    """Upload files and print their ids. Returns the exit code."""
    from pathlib import Path

    from .progress_bar import Waiting

    for path in arguments.file:
        check_file(path, "file")
    with open_client(arguments) as client:
        for path in arguments.file:
            with Waiting(os.path.basename(path)):
                file = client.files.create(file=Path(path), purpose=arguments.purpose)
            if arguments.json:
                print_json(file)
            else:
                print(printable(file.id, sys.stdout), flush=True)
    return 0


def run_download(arguments: Namespace) -> int:
    """Download a file. Returns the exit code."""
    from .progress_bar import ProgressBar, iter_body

    with open_client(arguments) as client:
        target = arguments.output
        if target:
            check_target(target)
        else:
            name = str(client.files.retrieve(arguments.file_id).filename or arguments.file_id)
            target = os.path.basename(name.replace("\\", "/")) or arguments.file_id
            if not target.isprintable():
                target = arguments.file_id
            if target.startswith(".") or os.path.lexists(target):
                raise OpenAIError("{}: exists already; choose a name with -o FILE".format(target))
        with client.files.with_streaming_response.content(arguments.file_id) as response:
            with ProgressBar(arguments.file_id) as bar:
                write_file(target, iter_body(response, bar))
    if target != "-" and not arguments.json:
        print(target)
    elif arguments.json and target != "-":
        print_json({"id": arguments.file_id, "path": target})
    return 0


def run_delete(arguments: Namespace) -> int:
    """Delete files. Returns the exit code."""
    with open_client(arguments) as client:
        for file_id in arguments.file_id:
            deleted = client.files.delete(file_id)
            if arguments.json:
                print_json(deleted)
            else:
                print("{} deleted".format(file_id), flush=True)
    return 0
