# SPDX-License-Identifier: MIT
"""The commands `embed` and `moderate`: text from arguments or standard input."""

from __future__ import annotations

import sys

from ..call.errors import OpenAIError
from .client_arguments import add_client_arguments, open_client
from .failures import UsageError
from .terminal import is_terminal, paint, print_json, printable, to_json
from .text_files import check_target, read_stdin, write_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any, Iterator, List, Tuple

DEFAULT_MODELS = {"embed": "text-embedding-3-small", "moderate": "omni-moderation-latest"}
BATCH_SIZE = 128  # lines in a request


def add_parser(subparsers: Any) -> None:
    """Add the commands to a parser's subcommands."""
    embed = subparsers.add_parser(
        "embed",
        help="embed lines of text",
        description="Embed each line of standard input, or each argument, and print JSON Lines with index, text and "
        "embedding.",
    )
    embed.add_argument("text", nargs="*", help="texts; default: the lines of standard input")
    embed.add_argument("-m", "--model", default=DEFAULT_MODELS["embed"], help="default: %(default)s")
    embed.add_argument("--dimensions", type=int, metavar="N", help="length of the vectors")
    embed.add_argument("-o", "--output", metavar="FILE", help="write to a file")
    add_client_arguments(embed)
    embed.set_defaults(run=run_embed, further_words="text")
    moderate = subparsers.add_parser("moderate", help="check text for harmful content")
    moderate.add_argument("text", nargs="*", help="the text; default: standard input")
    moderate.add_argument("-m", "--model", default=DEFAULT_MODELS["moderate"], help="default: %(default)s")
    add_client_arguments(moderate)
    moderate.set_defaults(run=run_moderate, further_words="text")


def run_embed(arguments: Namespace) -> int:
    """Embed lines. Returns the exit code."""
    texts = arguments.text or _read_text("embed").split("\n")
    lines = [(index, text) for index, text in enumerate(texts) if text.strip()]
    if not lines:
        raise UsageError("there is no text to embed; give lines on standard input")
    if arguments.output:
        check_target(arguments.output)
    with open_client(arguments) as client:
        embedded = _embed(client, arguments, lines)
        if arguments.output and arguments.output != "-":
            write_file(arguments.output, (line.encode("utf-8", "backslashreplace") + b"\n" for line in embedded))
        else:
            for line in embedded:
                print(line)
    return 0


def _read_text(command: str) -> str:
    if is_terminal(sys.stdin):
        raise UsageError("there is no text; give it as an argument, or in a pipe: {} < FILE".format(command))
    return read_stdin()


def _embed(client: Any, arguments: Namespace, lines: List[Tuple[int, str]]) -> Iterator[str]:
    """Yield a line of JSON for each text; the texts are sent in batches."""
    from .progress_bar import ProgressBar

    options = {} if arguments.dimensions is None else {"dimensions": arguments.dimensions}
    total = sum(len(text) for _, text in lines)
    done = 0
    with ProgressBar("embed") as bar:
        for start in range(0, len(lines), BATCH_SIZE):
            batch = lines[start : start + BATCH_SIZE]
            result = client.embeddings.create(model=arguments.model, input=[text for _, text in batch], **options)
            vectors = sorted(result.data or (), key=lambda item: item.index or 0)
            if len(vectors) != len(batch):
                raise OpenAIError("the server returned {} vectors for {} texts".format(len(vectors), len(batch)))
            for (index, text), vector in zip(batch, vectors):
                yield to_json({"index": index, "text": text, "embedding": vector.embedding}, lines=True)
                done += len(text)
            bar(done, total)


def run_moderate(arguments: Namespace) -> int:
    """Check a text. Returns the exit code."""
    text = " ".join(arguments.text) or _read_text("moderate")
    if not text.strip():
        raise UsageError("there is no text to check; give it as an argument, or on standard input")
    with open_client(arguments) as client:
        result = client.moderations.create(model=arguments.model, input=text)
        if arguments.json:
            print_json(result)
        else:
            _print_moderation(result)
    return 0


def _print_moderation(result: Any) -> None:
    for item in result.results or ():
        categories = item.categories.to_dict() if item.categories else {}
        scores = item.category_scores.to_dict() if item.category_scores else {}
        names = sorted(name for name, is_found in categories.items() if is_found)
        if item.flagged:
            shown = ("{} {:.2f}".format(name, scores[name]) if name in scores else name for name in names)
            print(paint("flagged", "red", sys.stdout) + ": " + printable(", ".join(shown), sys.stdout))
        else:
            print("not flagged")
