# SPDX-License-Identifier: MIT
"""The commands `version` and `config`: what runs here, and each setting with the layer that sets it."""

from __future__ import annotations

import sys

from .. import __version__
from .client_arguments import add_client_arguments, client_options
from .terminal import paint, print_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any


def add_parser(subparsers: Any) -> None:
    """Add the commands to a parser's subcommands."""
    version = subparsers.add_parser("version", help="show the version")
    version.add_argument("--json", action="store_true", help="print JSON, with Python and TLS library")
    version.add_argument("-v", "--verbose", action="store_true", help="also show Python and TLS library")
    version.set_defaults(run=run_version)
    config = subparsers.add_parser(
        "config",
        help="show each setting and where it comes from",
        description="Show each setting of the client and the layer that sets it: built-in, environment, or client, "
        "which are the options of this command. Keys are masked.",
    )
    add_client_arguments(config)
    config.set_defaults(run=run_config)


def run_version(arguments: Namespace) -> int:
    """Show the version. Returns the exit code."""
    if not arguments.json and not arguments.verbose:
        print(__version__)
        return 0
    import platform

    try:
        import ssl
    except ImportError:
        ssl = None  # type: ignore[assignment]
    values = {
        "version": __version__,
        "python": platform.python_version(),
        "platform": platform.platform(terse=True),
        "tls": ssl.OPENSSL_VERSION if ssl else "none",
    }
    if arguments.json:
        print_json(values)
    else:
        print("\n".join("{:8}  {}".format(name, value) for name, value in values.items()))
    return 0


def run_config(arguments: Namespace) -> int:
    """Show the settings, which may lack a key. Returns the exit code."""
    from ..client.clients import OpenAI

    with OpenAI(**client_options(arguments), _enforce_credentials=False) as client:
        explained = client.settings.explain()
    if arguments.json:
        rows = {name: text.rpartition(" (") for name, text in explained.items()}
        print_json({name: {"value": row[0], "layer": row[2].rstrip(")")} for name, row in rows.items()})
        return 0
    width = max(map(len, explained))
    for name, text in sorted(explained.items()):
        value, _, layer = text.rpartition(" (")
        print("{}  {} {}".format(name.ljust(width), value, paint("(" + layer, "dim", sys.stdout)))
    if "api_key" not in explained:
        print("{}  not set; set OPENAI_API_KEY, or use --api-key-file FILE".format("api_key".ljust(width)))
    return 0
