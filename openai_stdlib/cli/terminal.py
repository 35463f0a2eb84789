# SPDX-License-Identifier: MIT
"""Terminals and text: colours where a terminal shows them, JSON, and the encodings of text that is read.

Colours appear on terminals only, and never if NO_COLOR is set (https://no-color.org) or TERM is "dumb".
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

STYLES = {"red": "31", "green": "32", "yellow": "33", "bold": "1", "dim": "2"}


def is_terminal(stream: Any) -> bool:
    """Return whether a stream is a terminal; False for one that is closed or replaced."""
    try:
        return bool(stream.isatty())
    except (AttributeError, ValueError):
        return False


def has_colours(stream: Any) -> bool:
    """Return whether to print colours to a stream."""
    environment = os.environ
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb" or not is_terminal(stream):
        return False
    # The old console of Windows shows the codes themselves.
    return os.name != "nt" or any(name in environment for name in ("WT_SESSION", "ANSICON", "TERM"))


def paint(text: str, style: str, stream: Any) -> str:
    """Return a text with the codes of a style, if the stream shows colours."""
    return "\033[{}m{}\033[0m".format(STYLES[style], text) if has_colours(stream) else text


def print_json(value: Any, *, lines: bool = False) -> None:
    """Print a result, or plain data, as JSON: indented, or in one line."""
    print(to_json(value, lines=lines), flush=lines)


def to_json(value: Any, *, lines: bool = False) -> str:
    """Return a result, or plain data, as JSON. Characters that stdout cannot show, or must not, are escaped."""
    import json

    from ..call.jsonable import to_jsonable

    if hasattr(value, "to_dict"):
        value = value.to_dict()
    is_utf8 = "utf" in (getattr(sys.stdout, "encoding", None) or "utf-8").lower()
    separators = (", ", ": ")
    text = json.dumps(
        value,
        ensure_ascii=not is_utf8,
        indent=None if lines else 2,
        separators=separators if lines else None,
        default=to_jsonable,
    )
    if text.isprintable() or not is_terminal(sys.stdout):
        return text
    return "".join(c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in text)


def decode_text(data: bytes, what: str, error_class: Any) -> str:
    """Return bytes as text: UTF-8 or UTF-16 with a mark, UTF-8, else the encoding of the system, as of old editors."""
    import locale

    encodings = ["utf-8-sig"]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = ["utf-16"]
    elif locale.getpreferredencoding(False).lower() not in ("ascii", "us-ascii", "ansi_x3.4-1968"):
        encodings.append(locale.getpreferredencoding(False))
    for encoding in encodings:
        try:
            return data.decode(encoding).replace("\r\n", "\n")
        except (UnicodeDecodeError, LookupError):
            pass
    raise error_class("{}: is not text; expected UTF-8".format(what))


def width_of_terminal() -> int:
    """Return the number of columns of the terminal, 80 if there is none."""
    import shutil

    return shutil.get_terminal_size().columns


def printable(text: str, stream: Any) -> str:
    """Return text of a server without the control characters that would change the terminal, if it is one."""
    if text.isprintable() or not is_terminal(stream):
        return text
    return "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" * (c != "\r") for c in text)
