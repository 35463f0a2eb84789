# SPDX-License-Identifier: MIT
"""Arguments of the form `name=value` on the command line, and JSON in arguments and files."""

from __future__ import annotations

import json
import re

from .failures import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Sequence, Tuple

# A name, perhaps with names of nested fields: `stream_options.include_usage`; then `=`, `:=`, `=@` or `:=@`.
ARGUMENT = re.compile(r"(?s)([A-Za-z_][\w.-]*)(:?=@?)(.*)")
MAX_SHOWN = 40  # characters of a value in a message


def split_argument(text: str, what: str) -> Tuple[str, str, str]:
    """Return the name, the operator and the value of an argument. Raises UsageError."""
    match = ARGUMENT.fullmatch(text)
    if match is None:
        raise UsageError("{}: expected name=value, name:=JSON or name=@FILE, got {!r}".format(what, text[:MAX_SHOWN]))
    return match.group(1), match.group(2), match.group(3)


def parse_json(text: str, what: str) -> Any:
    """Return decoded JSON. Raises UsageError, which says where it is wrong."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = "line {} column {}".format(error.lineno, error.colno)
        shown = text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"
        raise UsageError("{}: invalid JSON: {} at {} of {!r}".format(what, error.msg, where, shown)) from None
    except RecursionError:
        raise UsageError("{}: invalid JSON: it is nested too deeply".format(what)) from None


def read_json(path: str, argument: str) -> Any:
    """Return the decoded JSON of a file. Raises UsageError or FileError."""
    from .terminal import decode_text
    from .text_files import read_file

    return parse_json(decode_text(read_file(path, argument), argument, UsageError), "{}: {}".format(argument, path))


def guess_value(text: str) -> Any:
    """Return JSON as what it stands for, and any other text as it is."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def parse_options(texts: Sequence[str]) -> Dict[str, Any]:
    """Return the parameters of `-o name=value`; a value that is JSON is what it stands for. Raises UsageError."""
    options: Dict[str, Any] = {}
    for text in texts:
        name, operator, value = split_argument(text, "-o")
        if operator.startswith(":"):
            parsed = parse_json(value, "-o " + name) if operator == ":=" else read_json(value, "-o " + name)
        else:
            parsed = guess_value(value) if operator == "=" else guess_value("@" + value)
        set_field(options, name, parsed, "-o")
    return options


def set_field(fields: Dict[str, Any], name: str, value: Any, what: str) -> None:
    """Set a field, by a name such as `reasoning.effort`. Raises UsageError if a part of it has a value already."""
    *outer, last = name.split(".")
    inner: Any = fields
    for part in outer:
        inner = inner.setdefault(part, {}) if isinstance(inner, dict) else None
    if not last or not isinstance(inner, dict) or last in inner:
        raise UsageError("{}: {} is given twice, or is no name".format(what, name))
    inner[last] = value
