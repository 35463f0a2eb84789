# SPDX-License-Identifier: MIT
"""Small functions that programs import from `openai._utils`.

Each does for its callers what the official one does. Nothing in this package uses them.
"""

from __future__ import annotations

import collections.abc
import functools
import inspect
import re

from ..call.sentinels import NotGiven, Omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Awaitable, Callable, Iterable, List, Mapping, Optional, Sequence, Set

lru_cache: Any = functools.lru_cache
TRUE_TEXTS = ("true", "1", "on")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
is_dot_segment: Callable[[str], Any] = re.compile(r"(\.|%2[eE]){1,2}$").match
# What each part of a URL can have besides letters, digits and -._~ (RFC 3986): all sub-delims, or not `&` and `=`.
SEGMENT_SAFE, QUERY_SAFE, FRAGMENT_SAFE = "!$&'()*+,;=:@", "!$'()*+,;:@/?", "!$&'()*+,;=:@/?"


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


def is_mapping(value: object) -> bool:
    """Return whether a value is a mapping."""
    return isinstance(value, collections.abc.Mapping)


def is_sequence(value: object) -> bool:
    """Return whether a value is a sequence."""
    return isinstance(value, collections.abc.Sequence)


def is_tuple(value: object) -> bool:
    """Return whether a value is a tuple."""
    return isinstance(value, tuple)


def is_iterable(value: object) -> bool:
    """Return whether a value can be iterated over."""
    return isinstance(value, collections.abc.Iterable)


is_mapping_t: Callable[[object], bool] = is_mapping
is_sequence_t: Callable[[object], bool] = is_sequence
is_tuple_t: Callable[[object], bool] = is_tuple


def flatten(iterables: Iterable[Iterable[Any]]) -> List[Any]:
    """Return the items of all iterables."""
    return [item for iterable in iterables for item in iterable]


def removeprefix(text: str, prefix: str) -> str:
    """Return a text without a prefix."""
    return text[len(prefix) :] if text.startswith(prefix) else text


def removesuffix(text: str, suffix: str) -> str:
    """Return a text without a suffix."""
    return text[: -len(suffix)] if suffix and text.endswith(suffix) else text


def human_join(texts: Sequence[str], *, delim: str = ", ", final: str = "or") -> str:
    """Return texts as an enumeration: "a, b or c"."""
    if len(texts) < 2:
        return "".join(texts)
    return "{} {} {}".format(delim.join(texts[:-1]), final, texts[-1])


def quote(text: str) -> str:
    """Return a text in single quotes."""
    return "'{}'".format(text)


def required_args(*variants: Sequence[str]) -> Callable[[Any], Any]:
    """Return a decorator for a function that needs all the arguments of one of `variants`. It raises TypeError."""

    def decorate(function: Any) -> Any:
        parameters = inspect.signature(function).parameters.values()
        positional = [item.name for item in parameters if item.kind <= item.POSITIONAL_OR_KEYWORD]

        @functools.wraps(function)
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            if len(args) > len(positional):
                form = "{}() takes {} argument(s) but {} were given"
                raise TypeError(form.format(function.__name__, len(positional), len(args)))
            given = {*positional[: len(args)], *kwargs}
            if not any(given.issuperset(names) for names in variants):
                raise TypeError(_describe_missing(variants, given))
            return function(*args, **kwargs)

        return wrapper

    return decorate


def _describe_missing(variants: Sequence[Sequence[str]], given: Set[str]) -> str:
    if len(variants) > 1:
        forms = ["({})".format(human_join([quote(name) for name in names], final="and")) for names in variants]
        return "Missing required arguments; Expected either {} arguments to be given".format(human_join(forms))
    missing = [quote(name) for name in variants[0] if name not in given]
    return "Missing required argument{}: {}".format("s" if len(missing) > 1 else "", human_join(missing))


def coerce_integer(text: str) -> int:
    """Return the integer that a text has."""
    return int(text, base=10)


def coerce_float(text: str) -> float:
    """Return the number that a text has."""
    return float(text)


def coerce_boolean(text: str) -> bool:
    """Return whether a text says yes: "true", "1" or "on"."""
    return text in TRUE_TEXTS


def maybe_coerce_integer(text: Optional[str]) -> Optional[int]:
    """Return the integer that a text has, None for None."""
    return None if text is None else coerce_integer(text)


def maybe_coerce_float(text: Optional[str]) -> Optional[float]:
    """Return the number that a text has, None for None."""
    return None if text is None else coerce_float(text)


def maybe_coerce_boolean(text: Optional[str]) -> Optional[bool]:
    """Return whether a text says yes, None for None."""
    return None if text is None else coerce_boolean(text)


def get_required_header(headers: Any, header: str) -> str:
    """Return the value of a header, whatever the case of its name. Raises ValueError if there is none."""
    if is_mapping(headers):
        for name, value in headers.items():
            if name.lower() == header.lower() and isinstance(value, str):
                return value
    else:
        for name in (header, header.lower(), header.upper(), header.title()):
            value = headers.get(name)
            if value:
                return str(value)
    raise ValueError("Could not find {} header".format(header))


def json_safe(value: Any) -> Any:
    """Return mappings as dicts, other iterables as lists, and dates as text in ISO 8601, at any depth."""
    if is_mapping(value):
        return {json_safe(key): json_safe(item) for key, item in value.items()}
    if is_iterable(value) and not isinstance(value, (str, bytes, bytearray)):
        return [json_safe(item) for item in value]
    to_text: Any = getattr(value, "isoformat", None) if type(value).__module__ == "datetime" else None
    return value if to_text is None else to_text()


def path_template(template: str, **values: Any) -> str:
    """Return a path, query and fragment with values in place of `{names}`, as a URL can have them there.

    Raises KeyError for a name without a value, and ValueError for a path with a segment of one or two dots.
    """
    rest, has_fragment, fragment = template.partition("#")
    path, has_query, query = rest.partition("?")
    path = _fill(path, values, SEGMENT_SAFE)
    for segment in path.split("/"):
        if is_dot_segment(segment):
            form = "Constructed path {!r} contains dot-segment {!r} which is not allowed"
            raise ValueError(form.format(path, segment))
    return "".join(
        (path, has_query, _fill(query, values, QUERY_SAFE), has_fragment, _fill(fragment, values, FRAGMENT_SAFE))
    )


def _fill(template: str, values: Mapping[str, Any], safe: str) -> str:
    from urllib.parse import quote as percent_encode

    def replace(match: Any) -> str:
        if match.group(1) not in values:
            raise KeyError("a value for placeholder {} was not provided".format(match.group()))
        value = values[match.group(1)]
        if value is None or isinstance(value, bool):
            return "null" if value is None else str(value).lower()
        return percent_encode(str(value), safe=safe)

    return PLACEHOLDER.sub(replace, template)


def function_has_argument(function: Callable[..., Any], name: str) -> bool:
    """Return whether a function has a parameter of that name."""
    return name in inspect.signature(function).parameters


def assert_signatures_in_sync(
    source_func: Callable[..., Any],
    check_func: Callable[..., Any],
    *,
    exclude_params: Iterable[str] = (),
    description: str = "",
) -> None:
    """Raise AssertionError if a function lacks parameters of another one, or has them with other types."""
    checked = inspect.signature(check_func).parameters
    errors: List[str] = []
    for name, parameter in inspect.signature(source_func).parameters.items():
        if name in exclude_params:
            continue
        if name not in checked:
            errors.append("the `{}` param is missing".format(name))
        elif checked[name].annotation != parameter.annotation:
            form = "types for the `{}` param do not match; source={!r} checking={!r}"
            errors.append(form.format(name, parameter.annotation, checked[name].annotation))
    if errors:
        form = "{} errors encountered when comparing signatures{}:\n\n{}"
        raise AssertionError(form.format(len(errors), description, "\n\n".join(errors)))


def consume_sync_iterator(iterator: Any) -> None:
    """Read an iterator to its end."""
    for _ in iterator:
        pass


async def consume_async_iterator(iterator: Any) -> None:
    """Read an async iterator to its end."""
    async for _ in iterator:
        pass


async def to_thread(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Return what a blocking function returns, which runs in a thread with the context variables of the caller."""
    from contextvars import copy_context

    from ..call.host_limits import run_in_thread

    return await run_in_thread(functools.partial(copy_context().run, function, *args, **kwargs))


def asyncify(function: Callable[..., Any]) -> Callable[..., Awaitable[Any]]:
    """Return a coroutine function that runs a blocking function in a thread."""

    async def wrapper(*args: Any, **kwargs: Any) -> Any:
        return await to_thread(function, *args, **kwargs)

    return wrapper


def get_async_library() -> str:
    """Return "asyncio", the only library of coroutines that the clients run under, or "false" outside of it."""
    from asyncio import get_running_loop

    try:
        get_running_loop()
    except RuntimeError:
        return "false"
    return "asyncio"


def is_azure_client(client: object) -> bool:
    """Return whether a client calls Azure OpenAI."""
    from .. import AzureOpenAI

    return isinstance(client, AzureOpenAI)


def is_async_azure_client(client: object) -> bool:
    """Return whether an async client calls Azure OpenAI."""
    from .. import AsyncAzureOpenAI

    return isinstance(client, AsyncAzureOpenAI)
