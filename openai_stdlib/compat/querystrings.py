# SPDX-License-Identifier: MIT
"""Query strings in the forms of `openai._qs`."""

from __future__ import annotations

from ..call.sentinels import SENTINEL_TYPES
from .utilities import is_mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterator, List, Tuple

ARRAY_FORMATS = ("comma", "repeat", "indices", "brackets")


class Querystring:
    """Encodes query strings. `array_format` is "brackets" (`a[]=1`), "repeat", "comma" or "indices"."""

    def __init__(self, *, array_format: str = "repeat", nested_format: str = "brackets") -> None:
        self.array_format = array_format
        self.nested_format = nested_format

    def stringify(self, params: Any, **formats: Any) -> str:
        """Return parameters as a query string without a question mark. `formats` are those of the constructor."""
        from urllib.parse import urlencode

        return urlencode(self.stringify_items(params, **formats))

    def stringify_items(self, params: Any, *, array_format: Any = None, nested_format: Any = None) -> Any:
        """Return the names and texts of a query string. None is left out; booleans are in lower case."""
        formats = [
            own if given is None or type(given) in SENTINEL_TYPES else given
            for own, given in ((self.array_format, array_format), (self.nested_format, nested_format))
        ]
        if formats[0] not in ARRAY_FORMATS:
            message = "Unknown array_format value: {}, choose from {}"
            raise NotImplementedError(message.format(formats[0], ", ".join(ARRAY_FORMATS)))
        return [pair for name, value in params.items() for pair in _iter_pairs(str(name), value, *formats)]

    def parse(self, query: str) -> Dict[str, List[str]]:
        """Return the values of a query string by name."""
        from urllib.parse import parse_qs

        return parse_qs(query)


def _iter_pairs(name: str, value: Any, array_format: str, nested_format: str) -> Iterator[Tuple[str, str]]:
    """Yield the names and texts of one parameter."""
    inner: List[Tuple[str, Any]] = []
    if is_mapping(value):
        form = "{}.{}" if nested_format == "dots" else "{}[{}]"
        inner = [(form.format(name, key), item) for key, item in value.items()]
    elif isinstance(value, (list, tuple)) and array_format == "comma":
        yield name, ",".join(_query_text(item) for item in value if item is not None)
    elif isinstance(value, (list, tuple)):
        forms = {"brackets": "{}[]", "indices": "{}[{}]"}
        form = forms.get(array_format, "{}")
        inner = [(form.format(name, index), item) for index, item in enumerate(value)]
    elif value is not None and type(value) not in SENTINEL_TYPES:
        yield name, _query_text(value)
    for inner_name, item in inner:
        yield from _iter_pairs(inner_name, item, array_format, nested_format)


def _query_text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


_default = Querystring()
parse: Callable[[str], Dict[str, List[str]]] = _default.parse
stringify: Callable[..., str] = _default.stringify
stringify_items: Callable[..., List[Tuple[str, str]]] = _default.stringify_items
