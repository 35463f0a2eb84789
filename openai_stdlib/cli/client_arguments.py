# SPDX-License-Identifier: MIT
"""The common options of the commands that call the API, and the client that they ask for."""

from __future__ import annotations

from contextlib import contextmanager

from ..call.errors import ConfigError, OpenAIError
from .failures import UsageError
from .text_files import read_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any, Dict, Iterator

    from ..client.clients import OpenAI

EMBEDDED_DELAY = 0.03  # seconds between words, so that streaming is visible
MAX_KEY_FILE = 64 * 1024  # bytes
ADAPTERS = "openai-stdlib".replace("-", "_") + "_transports"  # a distribution of its own, which has one name
# Names of --transport -> the class in that distribution.
TRANSPORTS = {
    "requests": "RequestsTransport",
    "urllib3": "Urllib3Transport",
    "httpx": "HttpxTransport",
    "httpx2": "Httpx2Transport",
}
# Flags of the common options -> how the parser reads them.
OPTIONS: Dict[str, Dict[str, Any]] = {
    "--base-url": {"metavar": "URL", "help": "default: OPENAI_BASE_URL, else the URL of the OpenAI API"},
    "--api-key-file": {"metavar": "FILE", "help": "file with the API key; default: OPENAI_API_KEY"},
    "--timeout": {"type": float, "metavar": "SECONDS", "help": "limit for each wait for the server"},
    "--retries": {"type": int, "metavar": "N", "help": "how often a failed call is repeated (default: 2)"},
    "--transport": {
        "metavar": "NAME",
        "help": "HTTP library: urllib (default), {}, or MODULE:CLASS".format(", ".join(TRANSPORTS)),
    },
    "--embedded": {
        "action": "store_true",
        "help": "use the built-in test server, which echoes the prompt (no key or network)",
    },
    "--json": {"action": "store_true", "help": "print JSON instead of text"},
    "-v --verbose": {"action": "store_true", "help": "print usage and request ids on stderr"},
}


def add_client_arguments(parser: Any) -> None:
    """Add the common options to a command, but for those that it has already."""
    group = parser.add_argument_group("common options")
    for flags, options in OPTIONS.items():
        missing = [flag for flag in flags.split() if flag not in parser._option_string_actions]
        if flags.split()[-1] in missing:
            group.add_argument(*missing, **options).is_common = True


def client_options(arguments: Namespace) -> Dict[str, Any]:
    """Return the options of a client for the common options. Raises UsageError, ConfigError or OSError."""
    options: Dict[str, Any] = {"base_url": arguments.base_url}
    if getattr(arguments, "timeout", None) is not None:
        options["timeout"] = arguments.timeout
    if getattr(arguments, "retries", None) is not None:
        options["max_retries"] = arguments.retries
    if getattr(arguments, "api_key_file", None) is not None:
        options["api_key"] = read_key_file(arguments.api_key_file)
    return options


def read_key_file(path: str) -> str:
    """Return the key in a file: its only line that is neither empty nor a comment. Raises ConfigError or OSError."""
    text = read_file(path, "--api-key-file", MAX_KEY_FILE).decode("utf-8-sig", "replace")
    lines = [line.strip() for line in text.splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    if len(lines) != 1:
        found = "is empty" if not lines else "has {} lines".format(len(lines))
        raise ConfigError("--api-key-file: {} {}; expected one line, the key".format(path, found))
    return lines[0]


@contextmanager
def open_client(arguments: Namespace) -> Iterator[OpenAI]:
    """Open a client for the common options; with --embedded also the server that it calls."""
    options = client_options(arguments)
    if getattr(arguments, "embedded", False):
        with _open_embedded(options) as client, _reading(arguments):
            yield client
        return
    from ..client.clients import OpenAI

    transport = open_transport(getattr(arguments, "transport", None))
    try:
        if transport is not None:
            options["transport"] = transport
        try:
            client = OpenAI(**options)
        except ConfigError as error:
            if not str(error).startswith("Missing credentials"):
                raise
            text = "there is no API key; set OPENAI_API_KEY, or use --api-key-file FILE"
            raise ConfigError(text) from None
        with client, _reading(arguments):
            yield client
    finally:
        if transport is not None:
            transport.close()


@contextmanager
def _reading(arguments: Namespace) -> Iterator[None]:
    """Report what a server sends in another form than the API has; with --verbose, with the traceback."""
    try:
        yield
    except (AttributeError, TypeError, KeyError, IndexError) as error:
        if isinstance(error, OpenAIError) or getattr(arguments, "verbose", False):
            raise
        text = "the answer of the server has another form than the API's ({}: {}); run `doctor`"
        raise OpenAIError(text.format(type(error).__name__, error)) from None


@contextmanager
def _open_embedded(options: Dict[str, Any]) -> Iterator[OpenAI]:
    from ..client.clients import OpenAI
    from ..testing import EmbeddedServer
    from ..transport.urllib_transport import UrllibTransport

    # Without a proxy: one that the environment names cannot reach a server in this process.
    with EmbeddedServer(delay=EMBEDDED_DELAY) as server, UrllibTransport(proxy="") as transport:
        options.update(base_url=server.base_url, environment=False, transport=transport)
        options.setdefault("api_key", "embedded")
        with OpenAI(**options) as client:
            yield client


def open_transport(name: Any) -> Any:
    """Return a transport by its name, or MODULE:CLASS; None for the default one. Raises UsageError."""
    if name is None or name == "urllib":
        return None
    module, colon, cls = (ADAPTERS, ":", TRANSPORTS[name]) if name in TRANSPORTS else name.partition(":")
    if not colon or not module or not cls:
        known = ", ".join(["urllib", *TRANSPORTS])
        raise UsageError("--transport: unknown transport {!r}; expected {}, or MODULE:CLASS".format(name, known))
    try:
        transport = getattr(__import__(module, None, None, [cls]), cls)()
    except (ImportError, AttributeError, TypeError) as error:
        raise UsageError("--transport: cannot use {}: {}; install what it needs".format(name, error)) from None
    if not callable(getattr(transport, "send", None)) or not callable(getattr(transport, "close", None)):
        raise UsageError("--transport: {} is no transport; it needs the methods send and close".format(name))
    return transport
