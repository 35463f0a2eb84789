# SPDX-License-Identifier: MIT
"""The `batch` commands: run a file of rows through the Batch API, and look after runs and batches."""

from __future__ import annotations

import argparse
import os
import sys
import time

from ..call.errors import ArgumentError, OpenAIError
from .client_arguments import add_client_arguments, open_client
from .terminal import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any, Dict, List

    from ..helpers.batch_run import BatchRun

REPORT_INTERVAL = 30.0  # seconds between lines of progress that report the same batches, where there is no terminal
DESCRIPTION = """\
Run the rows of IN through the Batch API, and write one record for each row to OUT, in the order of the rows.

IN is JSON Lines in the Batch API's form, - for standard input:
    {"custom_id": "1", "url": "/v1/responses", "body": {"model": "gpt-4o-mini", "input": "Say hello"}}
With --template, it is any JSON Lines or CSV whose columns fill a row.

Batches take up to a day. The command may be interrupted at any time: OUT.state knows what was sent, and the same
command goes on with it. Nothing is sent twice."""


def add_parser(subparsers: Any) -> None:
    """Add the commands to a parser's subcommands."""
    batch = subparsers.add_parser("batch", help="run a file of rows through the Batch API")
    commands = batch.add_subparsers(dest="batch_command", metavar="COMMAND")
    batch.set_defaults(run=lambda _: batch.print_help() or 2)
    _add_run(commands)
    for name, function, text in (
        ("status", run_status, "show what the server says about a run or a batch"),
        ("cancel", run_cancel, "cancel the batches of a run, or one batch"),
    ):
        parser = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
        parser.add_argument("target", metavar="STATE|ID", help="path of the state file of a run, or the id of a batch")
        add_client_arguments(parser)
        parser.set_defaults(run=function)


def _add_run(commands: Any) -> None:
    parser = commands.add_parser(
        "run",
        help="send rows, wait for the results, and write them in the order of the rows",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("rows", metavar="IN", nargs="?", help="the rows; not needed with the --state of a known run")
    parser.add_argument("output", metavar="OUT", nargs="?", help="where to write the results; must not exist")
    parser.add_argument("--state", metavar="PATH", help="the state file; default: OUT.state")
    parser.add_argument(
        "--template", metavar="FILE", help="a row with {columns}, as JSON or the path of a file of JSON"
    )
    parser.add_argument("--format", choices=("jsonl", "csv", "tsv"), help="default: as the name of IN ends, or jsonl")
    parser.add_argument("--endpoint", metavar="URL", help="of rows without a url, such as /v1/responses")
    parser.add_argument("--model", help="of rows without a model")
    parser.add_argument("--completion-window", default="24h", metavar="TIME", help="default: %(default)s")
    parser.add_argument(
        "--metadata", action="append", type=_pair, default=[], metavar="KEY=VALUE", help="of the batches; repeatable"
    )
    parser.add_argument(
        "--resubmit", type=int, default=2, metavar="N", help="send rows that failed again, N times (default: 2)"
    )
    parser.add_argument("--max-rows", type=int, metavar="N", help="rows of a batch; default: the API's limit, 50,000")
    parser.add_argument("--max-bytes", type=int, metavar="N", help="bytes of a batch; default: the API's limit, 200 MB")
    parser.add_argument("--max-batches", type=int, metavar="N", help="batches in progress at a time; default: 20")
    parser.add_argument("--deadline", type=float, metavar="SECONDS", help="stop waiting then; the batches go on")
    parser.add_argument("--poll-interval", type=float, metavar="SECONDS", help="default: 5, growing to 60")
    parser.add_argument("--no-wait", action="store_true", help="do what can be done now, and return")
    add_client_arguments(parser)
    parser.set_defaults(run=run_batches)


def _pair(text: str) -> List[str]:
    key, equals, value = text.partition("=")
    if not key or not equals:
        raise argparse.ArgumentTypeError("expected KEY=VALUE, got {!r}".format(text))
    return [key, value]


def _command(*words: str) -> str:
    """Return a command line to show."""
    from shlex import quote

    program = "python -m {} batch".format(__name__.split(".cli.")[0])
    return " ".join([program, *map(quote, words)])


def run_batches(arguments: Namespace) -> int:
    """Run rows through the Batch API. Returns the exit code: 1 if rows have failed."""
    names = ("format", "endpoint", "model", "template", "max_rows", "max_bytes", "max_batches", "deadline")
    options = {name: getattr(arguments, name) for name in (*names, "poll_interval")}
    options = {name: value for name, value in options.items() if value is not None}
    if arguments.rows and not arguments.output:
        raise ArgumentError("OUT: missing; say where to write the results")
    path = arguments.state or (arguments.output + ".state" if arguments.output else "")
    rows: Any = getattr(sys.stdin, "buffer", sys.stdin) if arguments.rows == "-" else arguments.rows
    report = Progress()
    try:
        with open_client(arguments) as client:
            run = client.batches.run(
                rows,
                arguments.output,
                state=path or None,
                completion_window=arguments.completion_window,
                metadata=dict(arguments.metadata),
                resubmit=arguments.resubmit,
                wait=not arguments.no_wait,
                progress=report,
                **options,
            )
    except (KeyboardInterrupt, OpenAIError, OSError) as error:
        report.end()
        return _explain_end(error, path)
    report.end()
    if not run.is_finished:
        _print_line("{}", describe(run))
        print("The server goes on. To go on here: " + _command("run", "--state", run.state))
        return 0
    print("{:,} rows: {:,} succeeded, {:,} failed".format(run.total, run.completed, run.failed))
    print("results: {}".format(run.output))
    if run.failed:
        print("The records of rows that failed have an error, or a status_code of 400 or more.")
    return 1 if run.failed else 0


def _explain_end(error: BaseException, path: str) -> int:
    """Say why the run has stopped, and how to go on. Returns the exit code, or raises the error."""
    is_started = bool(path) and os.path.exists(path)
    if isinstance(error, KeyboardInterrupt):
        print("\ninterrupted", file=sys.stderr)
    elif isinstance(error, OpenAIError):
        print("error: " + printable(str(getattr(error, "summary", error)), sys.stderr), file=sys.stderr)
    elif isinstance(error, BrokenPipeError):
        raise error
    else:
        print("error: {}; what was sent is known to the state".format(error), file=sys.stderr)
    if is_started and not isinstance(error, ArgumentError):
        print(
            "The batches that were created go on. To go on here: " + _command("run", "--state", path), file=sys.stderr
        )
        print("To cancel them: " + _command("cancel", path), file=sys.stderr)
    return 130 if isinstance(error, KeyboardInterrupt) else 1


class Progress:
    """Writes what became of the batches to stderr: on a terminal one line, else one for each change."""

    def __init__(self) -> None:
        self._is_terminal = bool(getattr(sys.stderr, "isatty", bool)())
        self._line = ""
        self._statuses: List[str] = []
        self._written_at = 0.0

    def __call__(self, run: BatchRun) -> None:
        line = printable(describe(run), sys.stderr)
        if line == self._line:
            return
        if self._is_terminal:
            sys.stderr.write("\r" + line.ljust(len(self._line)))
        else:
            statuses = [batch["status"] for batch in run.batches]
            if self._line and statuses == self._statuses and time.monotonic() - self._written_at < REPORT_INTERVAL:
                return
            self._statuses, self._written_at = statuses, time.monotonic()
            sys.stderr.write(line + "\n")
        sys.stderr.flush()
        self._line = line

    def end(self) -> None:
        """End the line."""
        if self._is_terminal and self._line:
            sys.stderr.write("\n")
            self._line = ""


def describe(run: BatchRun) -> str:
    """Return one line about a run."""
    counts: Dict[str, int] = {}
    for batch in run.batches:
        counts[batch["status"]] = counts.get(batch["status"], 0) + 1
    statuses = ", ".join("{} {}".format(count, status) for status, count in counts.items())
    line = "{:,} of {:,} rows done".format(run.completed + run.failed, run.total)
    return line + (", {:,} failed".format(run.failed) if run.failed else "") + "; batches: " + statuses


def run_status(arguments: Namespace) -> int:
    """Show a run or a batch. Returns the exit code."""
    with open_client(arguments) as client:
        if not os.path.exists(arguments.target):
            _check_id(arguments.target)
            _print_batch(client.batches.retrieve(arguments.target))
            return 0
        from ..helpers.batches import refresh

        _print_run(refresh(client, arguments.target))
    return 0


def run_cancel(arguments: Namespace) -> int:
    """Cancel a run or a batch. Returns the exit code."""
    with open_client(arguments) as client:
        if not os.path.exists(arguments.target):
            _check_id(arguments.target)
            _print_batch(client.batches.cancel(arguments.target))
            return 0
        from ..helpers.batches import cancel

        _print_run(cancel(client, arguments.target))
    return 0


def _check_id(target: str) -> None:
    """Raise ArgumentError for a path of a file that does not exist."""
    if os.sep in target or "." in target:
        raise ArgumentError("{!r} is neither a state file that exists nor the id of a batch".format(target))


def _print_run(run: BatchRun) -> None:
    _print_line("run {}: {}", run.id, describe(run))
    print(
        "{:>5} {:>4} {:<32} {:<12} {:>9} {:>9} {:>9}".format("part", "try", "batch", "status", "rows", "done", "failed")
    )
    for batch in run.batches:
        _print_line(
            "{part:>5} {attempt:>4} {id:<32} {status:<12} {rows:>9,} {completed:>9,} {failed:>9,}",
            **{**batch, "id": batch["id"] or "-"},
        )
        if batch["error"]:
            _print_line("           {code}: {message}", **batch["error"])
    if run.is_finished:
        print("finished; results: {}".format(run.output))
    elif run.is_cancelled:
        print("cancelled. To write the results that there are: " + _command("run", "--state", run.state))
    else:
        print("not finished. To go on: " + _command("run", "--state", run.state))


def _print_batch(batch: Any) -> None:
    counts = batch.request_counts
    numbers = (
        ""
        if counts is None
        else ": {} of {} rows done, {} failed".format(
            (counts.completed or 0) + (counts.failed or 0), counts.total or 0, counts.failed or 0
        )
    )
    _print_line("batch {}: {}{}", batch.id, batch.status, numbers)
    for name in ("endpoint", "input_file_id", "output_file_id", "error_file_id"):
        if getattr(batch, name, None):
            _print_line("  {}: {}", name, getattr(batch, name))
    for error in (batch.errors and batch.errors.data) or ():
        line = " (line {})".format(error.line) if error.line else ""
        _print_line("  {}: {}{}", error.code, error.message, line)


def _print_line(template: str, *values: Any, **fields: Any) -> None:
    """Print a line that has values of a server."""
    print(printable(template.format(*values, **fields), sys.stdout))
