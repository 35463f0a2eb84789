# SPDX-License-Identifier: MIT
"""The `bulk` command: a call for each row of a file, with progress on stderr.

The subpackage bulk loads when the command runs, because copies may lack it.
"""

from __future__ import annotations

import shutil
import sys
import time

from ..call.errors import OpenAIError
from .client_arguments import add_client_arguments, open_client
from .terminal import printable, to_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any, List

    from ..bulk.summary import BulkProgress, BulkSummary

LINE_INTERVAL = 5.0  # seconds between two lines where stderr is not a terminal
INTERRUPTED = "interrupted: finishing the calls in flight; interrupt again to end at once"
UNITS = (("d", 86_400), ("h", 3600), ("min", 60), ("s", 1))


def add_parser(subparsers: Any) -> None:
    """Add the command to a parser's subcommands."""
    parser = subparsers.add_parser(
        "bulk",
        help="make a call for each row of a file",
        description="Make a call for each row of a file, many at a time, and write a record of each result. If it is "
        "interrupted, even by SIGKILL, the same command goes on.",
    )
    parser.add_argument("input", help="JSON Lines in the form of the Batch API, or - for standard input")
    parser.add_argument("output", help="file for the records, in the form of the Batch API's output")
    parser.add_argument("--template", metavar="PATH", help="JSON of a row that the columns of the input fill")
    parser.add_argument(
        "--format", choices=("jsonl", "csv", "tsv"), help="of the input; default: by its name, or jsonl"
    )
    parser.add_argument("--endpoint", metavar="URL", help="url of rows that have none, such as /v1/responses")
    parser.add_argument("--model", help="model of rows that have none")
    parser.add_argument(
        "--concurrency",
        type=int,
        default=64,
        metavar="N",
        help="calls at once at most (default: %(default)s); how many are made adapts to the server",
    )
    parser.add_argument("--ordered", action="store_true", help="records in the order of the rows, not as done")
    parser.add_argument("--unordered", dest="ordered", action="store_false", help="the default")
    parser.add_argument("--limit", type=int, metavar="N", help="do the first N rows only")
    parser.add_argument(
        "--retry-failed", action="store_true", help="do rows again that an earlier run recorded as failed"
    )
    parser.add_argument(
        "--stop-after",
        type=int,
        default=20,
        metavar="N",
        help="stop after N rows in a row that failed for other reasons than their own (default: %(default)s); 0: never",
    )
    parser.add_argument(
        "--skip-invalid", action="store_true", help="record rows that cannot be sent as failed, instead of stopping"
    )
    parser.add_argument("--report", metavar="PATH", help="write a page of HTML with pictures of the run")
    parser.add_argument("--dry-run", action="store_true", help="check all rows, call nothing and write nothing")
    parser.add_argument("--quiet", action="store_true", help="no progress")
    add_client_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Do the rows. Returns the exit code: 1 if some have failed."""
    from ..bulk.job import BulkJob
    from ..bulk.threads import run_with_threads

    rows: Any = arguments.input
    if rows == "-":
        rows = getattr(sys.stdin, "buffer", sys.stdin)
    if arguments.dry_run:
        return check_rows(rows, arguments)
    with open_client(arguments) as client:
        printer = ProgressPrinter(sys.stderr, arguments.quiet)
        job = BulkJob(
            client,
            rows,
            arguments.output,
            concurrency=arguments.concurrency,
            ordered=arguments.ordered,
            limit=arguments.limit,
            retry_failed=arguments.retry_failed,
            stop_after=arguments.stop_after or None,
            progress=printer,
            template=arguments.template,
            format=arguments.format,
            endpoint=arguments.endpoint,
            model=arguments.model,
            skip_invalid=arguments.skip_invalid,
        )
        try:
            summary = run_with_threads(job, lambda: printer.write_line(INTERRUPTED))
        except (KeyboardInterrupt, OpenAIError, OSError) as error:
            printer.clear()
            return explain_end(error, job.summary(), arguments)
    printer.clear()
    print(describe(summary), file=sys.stderr)
    write_report(summary, arguments)
    return 1 if summary.failed else 0


def explain_end(error: BaseException, summary: BulkSummary, arguments: Namespace) -> int:
    """Say why the run ended early, how far it came and how to go on. Returns the exit code."""
    is_interrupt = isinstance(error, KeyboardInterrupt)
    if not is_interrupt:
        text = "cannot write {!r}: {}".format(arguments.output, error) if isinstance(error, OSError) else str(error)
        print("error: " + printable(text, sys.stderr), file=sys.stderr)
    print(describe(summary), file=sys.stderr)
    print("nothing is lost: the same command goes on where this one ended", file=sys.stderr)
    write_report(summary, arguments)
    return 130 if is_interrupt else 1


def write_report(summary: BulkSummary, arguments: Namespace) -> None:
    """Write the report, if there is to be one."""
    if arguments.report:
        summary.write_report(arguments.report, title="Bulk run of {}".format(arguments.input))


def check_rows(rows: Any, arguments: Namespace) -> int:
    """Read all rows, and report the first that cannot be sent, as RowError does. Returns the exit code."""
    from ..bulk.rows import RowReader

    count = 0
    with RowReader(
        rows,
        template=arguments.template,
        format=arguments.format,
        endpoint=arguments.endpoint,
        model=arguments.model,
    ) as reader:
        for row in reader:
            if not count:
                print(to_json(row.to_dict(), lines=True))
            count += 1
            if count == arguments.limit:
                break
    print("{:,} rows can be sent; the first one is above".format(count), file=sys.stderr)
    return 0


class ProgressPrinter:
    """Shows progress on a stream: one line that changes if it is a terminal, otherwise a line every few seconds."""

    def __init__(self, stream: Any, is_quiet: bool = False) -> None:
        self._stream = stream
        self._is_quiet = is_quiet
        self._is_terminal = bool(getattr(stream, "isatty", bool)())
        self._width = 0  # of the line that is shown
        self._written_at = time.monotonic()

    def __call__(self, progress: BulkProgress) -> None:
        if self._is_quiet:
            return
        line = describe(progress)
        if self._is_terminal:
            # The last column stays empty: some terminals wrap the line when it is written.
            line = line[: shutil.get_terminal_size().columns - 1]
            self._stream.write("\r" + line.ljust(self._width))
            self._stream.flush()
            self._width = len(line)
        elif time.monotonic() - self._written_at >= LINE_INTERVAL:
            self._written_at = time.monotonic()
            self.write_line(line)

    def write_line(self, text: str) -> None:
        """Write a line that stays."""
        self.clear()
        self._stream.write(text + "\n")
        self._stream.flush()

    def clear(self) -> None:
        """Remove the line that changes."""
        if self._width:
            self._stream.write("\r" + " " * self._width + "\r")
            self._stream.flush()
            self._width = 0


def describe(progress: BulkProgress) -> str:
    """Return a line about a run: done, failed, rate, tokens, cost, and the time that is left."""
    of_total = "" if progress.total is None else " of {:,}".format(progress.total)
    parts = ["{:,}{} done".format(progress.done, of_total)]
    if progress.failed:
        parts[0] += ", {:,} of them failed".format(progress.failed)
    parts.append("{:.1f} rows/s".format(progress.rows_per_second))
    if progress.input_tokens or progress.output_tokens:
        parts.append("{:,} + {:,} tokens".format(progress.input_tokens, progress.output_tokens))
    if progress.cost is not None:
        parts.append("cost {:.4f}".format(progress.cost))
    parts.append("{} at once".format(progress.concurrency))
    if progress.seconds_left is not None and progress.done != progress.total:
        parts.append("{} left".format(format_duration(progress.seconds_left)))
    return "; ".join(parts)


def format_duration(seconds: float) -> str:
    """Format a duration with its two largest units: `2 h 5 min`."""
    remaining = int(seconds + 0.5)
    parts: List[str] = []
    for unit, size in UNITS:
        count, remaining = divmod(remaining, size)
        if count or parts:
            parts.append("{} {}".format(count, unit))
    return " ".join(parts[:2]) or "0 s"
