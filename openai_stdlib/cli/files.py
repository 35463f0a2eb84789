# SPDX-License-Identifier: MIT
"""`upload` and `download`: a file to the API in parts, and one from it; a bar shows on stderr how far it is.

Must not live here: how files are cut up and sent (../helpers/uploads.py), and how the bar looks (bar.py).
"""

from __future__ import annotations

import os

from ..client.clients import OpenAI
from .progress_bar import ProgressBar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any

UNKNOWN_TYPE = "application/octet-stream"
JSON_LINES = "text/jsonl"  # which the table of types has in no version of Python
BLOCK = 256 * 1024  # bytes of a download at once


def add_parser(commands: Any) -> None:
    """Add the commands to the parser."""
    upload = commands.add_parser("upload", help="upload a file of any size; prints its id")
    upload.add_argument("file", help="path of the file")
    upload.add_argument("--purpose", required=True, help="what for: assistants, batch, fine-tune, user_data …")
    upload.add_argument("--mime-type", metavar="TYPE", help="default: by the file's name")
    upload.add_argument(
        "--max-concurrency", type=int, default=4, metavar="N", help="parts at a time (default: %(default)s)"
    )
    upload.add_argument("--state-file", metavar="PATH", help="keep there how far it is, and resume from it")
    upload.set_defaults(run=run_upload)
    download = commands.add_parser("download", help="download a file")
    download.add_argument("file_id", help="id of the file")
    download.add_argument("path", help="where to; what is there is replaced when all has arrived")
    download.set_defaults(run=run_download)
    for parser in (upload, download):
        parser.add_argument("--base-url", metavar="URL", help="default: OPENAI_BASE_URL, else the API's own")


def run_upload(arguments: Namespace) -> int:
    """Upload, and print the id of the file."""
    with OpenAI(base_url=arguments.base_url) as client, ProgressBar(os.path.basename(arguments.file)) as bar:
        done = client.uploads.upload_file_chunked(
            file=arguments.file,
            mime_type=arguments.mime_type or guessed(arguments.file),
            purpose=arguments.purpose,
            max_concurrency=arguments.max_concurrency,
            state_file=arguments.state_file,
            progress=bar,
        )
    print(done.file.id if done.file else done.id)
    return 0


def run_download(arguments: Namespace) -> int:
    """Download to the path."""
    with OpenAI(base_url=arguments.base_url) as client, ProgressBar(arguments.file_id) as bar:
        with client.with_streaming_response.files.content(arguments.file_id) as response:
            response.stream_to_file(arguments.path, chunk_size=BLOCK, progress=bar)
    return 0


def guessed(path: str) -> str:
    """Return the type that a file's name tells."""
    from mimetypes import guess_type

    return JSON_LINES if path.endswith(".jsonl") else guess_type(path)[0] or UNKNOWN_TYPE
