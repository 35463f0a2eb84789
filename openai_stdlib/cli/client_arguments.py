# SPDX-License-Identifier: MIT
"""Arguments of the commands that talk to a model, and the client that they ask for."""

from __future__ import annotations

from contextlib import contextmanager

from ..client.clients import OpenAI

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any, Dict, Iterator

EMBEDDED_DELAY = 0.03  # seconds between words, so that streaming is visible


def add_client_arguments(parser: Any) -> None:
    """Add --base-url, --timeout and --embedded to a command."""
    parser.add_argument("--base-url", metavar="URL", help="default: OPENAI_BASE_URL, else the URL of the OpenAI API")
    parser.add_argument("--timeout", type=float, metavar="SECONDS", help="limit for each wait for the server")
    parser.add_argument(
        "--embedded",
        action="store_true",
        help="use the built-in test server, which echoes the prompt (no key or network)",
    )


@contextmanager
def open_client(arguments: Namespace) -> Iterator[OpenAI]:
    """Open a client for these arguments; with --embedded also the server that it calls."""
    options: Dict[str, Any] = {"base_url": arguments.base_url}
    if arguments.timeout is not None:
        options["timeout"] = arguments.timeout
    if not arguments.embedded:
        with OpenAI(**options) as client:
            yield client
        return
    from ..testing import EmbeddedServer
    from ..transport.urllib_transport import UrllibTransport

    # Without a proxy: one that the environment names cannot reach a server in this process.
    with EmbeddedServer(delay=EMBEDDED_DELAY) as server, UrllibTransport(proxy="") as transport:
        options.update(base_url=server.base_url, api_key="embedded", environment=False, transport=transport)
        with OpenAI(**options) as client:
            yield client
