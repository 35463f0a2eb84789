# SPDX-License-Identifier: MIT
"""Small functions that programs import from `openai._utils`, `openai._compat`, `openai._qs` and `openai._files`.

Each does for its callers what the official one does. Nothing in this package uses them.
"""

from __future__ import annotations

import functools
import inspect
import typing

from ..call.sentinels import SENTINEL_TYPES, NotGiven, Omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Awaitable, Callable, Dict, Iterable, Iterator, List, Optional, Sequence, Tuple

PYDANTIC_V1, PYDANTIC_V2 = False, True
cached_property = functools.cached_property
lru_cache = functools.lru_cache


def is_given(value: Any) -> bool:
    """Return whether a value is neither `NOT_GIVEN` nor `omit`."""
    return not isinstance(value, (NotGiven, Omit))


def strip_not_given(value: Any) -> Any:
    """Return a mapping without the items that are `NOT_GIVEN`; anything else unchanged."""
    if not is_mapping(value):
        return value
    return {key: item for key, item in value.items() if not isinstance(item, NotGiven)}


def is_dict(value: object) -> bool:
    """Return whether a value is a dict."""
    return isinstance(value, dict)


def is_list(value: object) -> bool:
    """Return whether a value is a list."""
    return isinstance(value, list)


def is_mapping(value: Any) -> bool:
    """Return whether a value is a mapping."""
    return hasattr(value, "keys") and hasattr(value, "__getitem__")


def is_sequence(value: Any) -> bool:
    """Return whether a value is a sequence."""
    return hasattr(value, "__len__") and hasattr(value, "__getitem__") and not is_mapping(value)


def is_tuple(value: object) -> bool:
    """Return whether a value is a tuple."""
    return isinstance(value, tuple)


def is_iterable(value: object) -> bool:
    """Return whether a value can be iterated over."""
    return hasattr(value, "__iter__")


is_mapping_t, is_sequence_t, is_tuple_t = is_mapping, is_sequence, is_tuple


def flatten(iterables: Iterable[Iterable[Any]]) -> List[Any]:
    """Return the items of all iterables."""
    return [item for iterable in iterables for item in iterable]


def removeprefix(text: str, prefix: str) -> str:
    """Return a text without a prefix."""
    return text[len(prefix) :] if text.startswith(prefix) else text


def removesuffix(text: str, suffix: str) -> str:
    """Return a text without a suffix."""
    return text[: -len(suffix)] if suffix and text.endswith(suffix) else text


def maybe_transform(data: Any, expected_type: Any) -> Any:
    """Return what the request sends for parameters; here calls convert them, so they are returned unchanged."""
    return data


transform = maybe_transform


async def async_maybe_transform(data: Any, expected_type: Any) -> Any:
    """Return what `maybe_transform` returns."""
    return data


async_transform = async_maybe_transform


def required_args(*variants: Sequence[str]) -> Callable[[Any], Any]:
    """Return a decorator for a function that needs all the arguments of one of `variants`. It raises TypeError."""

    def decorate(function: Any) -> Any:
        positional = list(inspect.signature(function).parameters)

        def check(args: Any, kwargs: Any) -> None:
            given = {*positional[: len(args)], *kwargs}
            if not any(given.issuperset(names) for names in variants):
                forms = " or ".join("({})".format(", ".join(map(repr, names))) for names in variants)
                raise TypeError("Missing required arguments; Expected either {} arguments to be given".format(forms))

        @functools.wraps(function)
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            check(args, kwargs)
            return function(*args, **kwargs)

        return wrapper

    return decorate


class PropertyInfo:
    """What the annotation of a parameter says of it: its name in requests, its format, its discriminator."""

    def __init__(
        self,
        *,
        alias: Optional[str] = None,
        format: Optional[str] = None,
        format_template: Optional[str] = None,
        discriminator: Optional[str] = None,
    ) -> None:
        self.alias = alias
        self.format = format
        self.format_template = format_template
        self.discriminator = discriminator


def asyncify(function: Callable[..., Any]) -> Callable[..., Awaitable[Any]]:
    """Return a coroutine function that runs a blocking function in a thread."""

    @functools.wraps(function)
    async def wrapper(*args: Any, **kwargs: Any) -> Any:
        from asyncio import get_running_loop

        return await get_running_loop().run_in_executor(None, functools.partial(function, *args, **kwargs))

    return wrapper


def get_async_library() -> str:
    """Return "asyncio", the only library of coroutines that the clients run under."""
    return "asyncio"


def is_azure_client(client: object) -> bool:
    """Return whether a client calls Azure OpenAI."""
    return type(client).__name__ == "AzureOpenAI"


def is_async_azure_client(client: object) -> bool:
    """Return whether an async client calls Azure OpenAI."""
    return type(client).__name__ == "AsyncAzureOpenAI"


def get_origin(type_: Any) -> Any:
    """Return the unsubscripted form of a type, as `typing.get_origin` does."""
    return typing.get_origin(type_)


def get_args(type_: Any) -> Any:
    """Return the type arguments of a type, as `typing.get_args` does."""
    return typing.get_args(type_)


def is_union(type_: Any) -> bool:
    """Return whether an origin is that of a union."""
    return type_ is typing.Union or getattr(type_, "__name__", "") == "UnionType"


def is_typeddict(type_: Any) -> bool:
    """Return whether a type is a TypedDict."""
    return isinstance(type_, type) and hasattr(type_, "__total__") and issubclass(type_, dict)


def model_dump(model: Any, **options: Any) -> Dict[str, Any]:
    """Return the fields of a model as a dict. The options are those of pydantic's `model_dump`."""
    fields: Dict[str, Any] = model.model_dump(**options)
    return fields


def model_json(model: Any, *, indent: Optional[int] = None) -> str:
    """Return a model as JSON text."""
    text: str = model.model_dump_json(indent=indent)
    return text


def model_copy(model: Any, *, deep: bool = False) -> Any:
    """Return a copy of a model."""
    return model.model_copy(deep=deep)


def model_parse(model: Any, data: Any) -> Any:
    """Return data as an instance of the class `model`. Raises ValueError if it does not fit."""
    return model.model_validate(data)


def parse_obj(model: Any, data: object) -> Any:
    """Return data as an instance of the class `model`. Raises ValueError if it does not fit."""
    return model.model_validate(data)


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
