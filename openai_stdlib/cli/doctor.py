# SPDX-License-Identifier: MIT
"""The command `doctor`: check everything that a call depends on, and tell the next step for what is wrong."""

from __future__ import annotations

import sys
import textwrap

from .. import __version__
from ..call.errors import ConfigError
from .client_arguments import add_client_arguments, client_options, open_client
from .doctor_checks import FAILED, INFO, OK, WARNING, Report
from .terminal import paint, print_json, printable, width_of_terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any

    from .doctor_checks import Check

DEFAULT_TIMEOUT = 10.0  # seconds for each step
MARKS = {OK: ("ok  ", "green"), INFO: ("    ", "dim"), WARNING: ("warn", "yellow"), FAILED: ("FAIL", "red")}
NAME_WIDTH = 13  # columns


def add_parser(subparsers: Any) -> None:
    """Add the command to a parser's subcommands."""
    parser = subparsers.add_parser(
        "doctor",
        help="find out why calls fail",
        description="Check key, base URL, proxy, certificates, clock and network, and make one cheap call, which lists "
        "the models. The exit code is 0 only if that call works.",
    )
    add_client_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Check everything. Returns the exit code: 0 if a call works."""
    report = Report(_ignore if arguments.json else _print_check)
    works = _examine(arguments, report)
    if arguments.json:
        print_json({"ok": works, "checks": [check.to_dict() for check in report.checks]})
    else:
        failed = sum(check.status == FAILED for check in report.checks)
        problems = "{} problem{}".format(failed, "" if failed == 1 else "s")
        text = paint("a call works", "green", sys.stdout) if works else paint(problems, "red", sys.stdout)
        print("\n" + text)
    return 0 if works else 1


def _examine(arguments: Namespace, report: Report) -> bool:
    from .doctor_settings import check_base_url, check_certificates, check_key, check_python, find_proxy

    check_python(report, __version__)
    if arguments.timeout is None:
        arguments.timeout = DEFAULT_TIMEOUT
    if arguments.embedded:
        return _call(arguments, report)
    try:
        settings = _read_settings(arguments)
    except ConfigError as error:
        report.add("settings", FAILED, str(error), "correct it; `config` shows where each setting comes from")
        return False
    has_key = check_key(report, settings, arguments.api_key_file)
    check_base_url(report, settings)
    route = find_proxy(report, settings)
    if route is None:
        return False
    check_certificates(report, route)
    if report.has_failed() and has_key:
        return False
    from .doctor_network import check_network

    if not check_network(report, route, arguments.timeout) or not has_key:
        return False
    return _call(arguments, report)


def _read_settings(arguments: Namespace) -> Any:
    """Return the settings of a client, which may have no key. Raises ConfigError."""
    from ..client.clients import OpenAI

    options = client_options(arguments)
    try:
        client = OpenAI(**options)
    except ConfigError as error:
        if not str(error).startswith("Missing credentials"):
            raise
        options["api_key"] = "none"
        client = OpenAI(**options)
        settings = client.settings
        settings.api_key = None
    else:
        settings = client.settings
    client.close()
    return settings


def _call(arguments: Namespace, report: Report) -> bool:
    from .doctor_call import check_call

    with open_client(arguments) as client:
        return check_call(report, client)


def _ignore(check: Check) -> None:
    pass


def _print_check(check: Check) -> None:
    """Print one check: what was seen, how long it took, and the next step in a line of its own."""
    mark, style = MARKS[check.status]
    seconds = "" if check.seconds is None else " ({:.0f} ms)".format(check.seconds * 1000)
    indent = " " * (len(mark) + 2 + NAME_WIDTH)
    width = max(width_of_terminal() - 1, 30)
    detail = printable(check.detail + seconds, sys.stdout).replace("\n", " ")
    lines = textwrap.wrap(detail, width - len(indent), break_on_hyphens=False) or [""]
    print("{} {} {}".format(paint(mark, style, sys.stdout), check.name.ljust(NAME_WIDTH), lines[0]))
    for line in lines[1:]:
        print(indent + line)
    if check.step:
        step = textwrap.wrap(
            "-> " + printable(check.step, sys.stdout), width - len(indent), subsequent_indent="   ",
            break_on_hyphens=False, break_long_words=False,
        )  # fmt: skip
        print("\n".join(indent + line for line in step), flush=True)
