# SPDX-License-Identifier: MIT
"""The `upload` and `download` commands: transfer a file of any size, with a progress bar on stderr."""

from __future__ import annotations

import os
import sys

from .client_arguments import add_client_arguments, open_client
from .progress_bar import ProgressBar, iter_body
from .terminal import print_json, printable
from .text_files import check_file, check_target, write_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any

DEFAULT_MIME_TYPE = "application/octet-stream"
JSON_LINES = "text/jsonl"  # not known to the `mimetypes` module of any Python version


def add_parser(subparsers: Any) -> None:
    """Add the commands to a parser's subcommands."""
    upload = subparsers.add_parser("upload", help="upload a file of any size and print its id")
    upload.add_argument("file", help="path of the file, or - for standard input")
    upload.add_argument("--filename", metavar="NAME", help="name of the file on the server; default: its own, or stdin")
    upload.add_argument(
        "--purpose", required=True, help="purpose of the file: assistants, batch, fine-tune, user_data …"
    )
    upload.add_argument("--mime-type", metavar="TYPE", help="default: guessed from the file's name")
    upload.add_argument(
        "--max-concurrency",
        type=int,
        default=4,
        metavar="N",
        help="number of parts uploaded at a time (default: %(default)s)",
    )
    upload.add_argument("--state-file", metavar="PATH", help="save progress in this file and resume from it")
    upload.set_defaults(run=run_upload)
    download = subparsers.add_parser("download", help="download a file")
    download.add_argument("file_id", help="id of the file")
    download.add_argument(
        "path",
        help="where to save it, - for standard output; an existing file is replaced once the download is complete",
    )
    download.set_defaults(run=run_download)
    for parser in (upload, download):
        add_client_arguments(parser)


def run_upload(arguments: Namespace) -> int:
    """Upload a file and print its id. Returns the exit code."""
    is_stdin = arguments.file == "-"
    if not is_stdin:
        check_file(arguments.file, "file")
    filename = arguments.filename or ("stdin" if is_stdin else os.path.basename(arguments.file))
    with open_client(arguments) as client, ProgressBar(filename) as bar:
        upload = client.uploads.upload_file_chunked(
            file=getattr(sys.stdin, "buffer", None) if is_stdin else arguments.file,
            filename=filename,
            mime_type=arguments.mime_type or guess_mime_type(filename),
            purpose=arguments.purpose,
            max_concurrency=arguments.max_concurrency,
            state_file=arguments.state_file,
            progress=bar,
        )
    if arguments.json:
        print_json(upload)
    else:
        print(printable(str(upload.file.id if upload.file else upload.id), sys.stdout))
    return 0


def run_download(arguments: Namespace) -> int:
    """Download a file to a path. Returns the exit code."""
    check_target(arguments.path, "path")
    with open_client(arguments) as client, ProgressBar(arguments.file_id) as bar:
        with client.with_streaming_response.files.content(arguments.file_id) as response:
            write_file(arguments.path, iter_body(response, bar), "path")
    if arguments.json and arguments.path != "-":
        print_json({"id": arguments.file_id, "path": arguments.path})
    return 0


def guess_mime_type(path: str) -> str:
    """Return the MIME type for the extension of a path, by default application/octet-stream."""
    from mimetypes import guess_type

    return JSON_LINES if path.endswith(".jsonl") else guess_type(path)[0] or DEFAULT_MIME_TYPE
