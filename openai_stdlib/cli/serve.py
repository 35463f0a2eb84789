# SPDX-License-Identifier: MIT
"""The `serve` command: run the embedded server in its own process, for clients in any language."""

from __future__ import annotations

import argparse
import signal
import sys
import threading

from .terminal import to_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any, Optional

MAX_DELAY = 86_400  # seconds, exclusive
POLL_INTERVAL = 0.5  # seconds: on Windows, Ctrl-C does not interrupt a wait without a timeout


def _port(text: str) -> int:
    if not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError("expected a port from 0 to 65535, got {!r}".format(text))
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < MAX_DELAY:
        raise argparse.ArgumentTypeError("expected a number of seconds >= 0 and below a day, got {!r}".format(text))
    return seconds


def _limit(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError("expected a number of at least 1, got {!r}".format(text))
    return int(text)


class _HelpAction(argparse.Action):
    """Print the help, followed by the fault directives; the server is imported only for that."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option: Optional[str] = None
    ) -> None:
        from ..testing import faults

        parser.epilog = "{}\n\n{}".format(parser.epilog or "", faults.__doc__).strip()
        parser.print_help()
        parser.exit()


def add_parser(subparsers: Any) -> None:
    """Add the command to a parser's subcommands."""
    parser = subparsers.add_parser(
        "serve",
        help="run the built-in test server",
        description="Serve the whole API on this machine, with generated responses instead of a model.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
    )
    parser.add_argument(
        "-h", "--help", action=_HelpAction, nargs=0, help="show this help and the faults that can be injected"
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=_port, default=0, help="port to listen on (default: any free port)")
    parser.add_argument(
        "--delay", type=_seconds, default=0.0, metavar="SECONDS", help="pause between the events of a stream"
    )
    parser.add_argument("--lenient", action="store_true", help="return an object for unknown ids instead of status 404")
    for name in ("requests", "tokens"):
        parser.add_argument(
            "--{}-per-minute".format(name), type=_limit, metavar="N", help="enforce a limit of {}".format(name)
        )
    parser.add_argument("--json", action="store_true", help="print the URL as a line of JSON")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl-C or SIGTERM. Returns the exit code."""
    from ..testing import EmbeddedServer, ServerLimits

    limits = arguments.requests_per_minute, arguments.tokens_per_minute
    server = EmbeddedServer(
        arguments.port,
        arguments.host,
        arguments.delay,
        record_bodies=False,
        max_recorded=0,
        lenient=arguments.lenient,
        rate_limits=None if limits == (None, None) else ServerLimits(*limits),
    )
    try:
        server.start()
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or error
        print("error: cannot listen on {}:{}: {}".format(arguments.host, arguments.port, reason), file=sys.stderr)
        return 1
    with server:
        _wait_for_signal(server.base_url, arguments.json)
    return 0


def _wait_for_signal(base_url: str, is_json: bool) -> None:
    """Print the base URL of the server and wait for SIGINT or SIGTERM."""
    stopped = threading.Event()

    def stop(number: int, frame: Optional[FrameType]) -> None:
        stopped.set()

    old_handlers = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        text = "Serving on {0} (Ctrl-C stops it); use OPENAI_BASE_URL={0} OPENAI_API_KEY=anything".format(base_url)
        print(to_json({"base_url": base_url}, lines=True) if is_json else text, flush=True)
        while not stopped.wait(POLL_INTERVAL):
            pass
    finally:
        for number, handler in old_handlers.items():
            signal.signal(number, handler)
