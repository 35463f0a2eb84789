# SPDX-License-Identifier: MIT
"""The `serve` command: the embedded server in a process of its own, for clients in any language.

Must not live here: anything about answers or misbehaviour; see ../testing.
"""

from __future__ import annotations

import argparse
import signal
import sys
import threading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any, Optional

_WAKE = 0.5  # seconds: on Windows a wait without an end does not hear Ctrl-C


def _port(text: str) -> int:
    if not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError("{!r} is no port: those are 0 to 65535".format(text))
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < 86_400:
        raise argparse.ArgumentTypeError("{!r} is no number of seconds below a day".format(text))
    return seconds


class _Help(argparse.Action):
    """The usual help, followed by the directives; only asking for it imports the server."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option: Optional[str] = None
    ) -> None:
        from ..testing import faults

        parser.epilog = faults.__doc__
        parser.print_help()
        parser.exit()


def add_parser(subparsers: Any) -> None:
    """Add the command to a parser's subcommands."""
    parser = subparsers.add_parser(
        "serve",
        help="run the embedded server",
        description="Answer the whole API on this machine, without a model behind it.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
    )
    parser.add_argument("-h", "--help", action=_Help, nargs=0, help="show this help and the ways to misbehave")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=_port, default=0, help="port to listen on (default: any that is free)")
    parser.add_argument(
        "--delay", type=_seconds, default=0.0, metavar="SECONDS", help="pause between the events of a stream"
    )
    parser.add_argument("--lenient", action="store_true", help="answer for unknown ids instead of saying 404")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl-C or SIGTERM. Returns the exit code."""
    from ..testing import EmbeddedServer

    server = EmbeddedServer(
        arguments.port,
        arguments.host,
        arguments.delay,
        record_bodies=False,
        max_recorded=0,
        lenient=arguments.lenient,
    )
    try:
        server.start()
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or error
        print("error: cannot listen on {}:{}: {}".format(arguments.host, arguments.port, reason), file=sys.stderr)
        return 1
    with server:
        _wait(server.base_url)
    return 0


def _wait(base_url: str) -> None:
    """Say where the server is, and wait for a signal to stop."""
    stopped = threading.Event()

    def stop(number: int, frame: Optional[FrameType]) -> None:
        stopped.set()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        print(
            "Serving on {0} (Ctrl-C stops it); use OPENAI_BASE_URL={0} OPENAI_API_KEY=anything".format(base_url),
            flush=True,
        )
        while not stopped.wait(_WAKE):
            pass
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
