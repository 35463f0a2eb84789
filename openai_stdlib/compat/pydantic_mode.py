# SPDX-License-Identifier: MIT
"""`enable`: from now on the models are classes of pydantic, for programs that inherit from them and from `BaseModel`.

The package itself keeps working with plain objects. `enable` wraps the functions at which results leave it and objects
of the program enter it, so that a program that doesn't enable this pays nothing.
"""

from __future__ import annotations

from ..call.errors import ConfigError
from ..results import models as plain_models
from ..results.pages import PageObject
from . import models, typed_dicts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

# Module, class (or "") and function or property whose result becomes an instance of a pydantic class.
OUTGOING = (
    ("client.base_client", "BaseClient", "_parse_response"),
    ("connections.base", "ConnectionBase", "parse_event"),
    ("results.pages", "PageObject", "page_items"),
    ("results.stream_reader", "StreamReader", "feed"),
    ("results.stream_reader", "StreamReader", "received"),
    ("helpers.chat_stream_state", "ChatCompletionStreamState", "handle"),
    ("helpers.chat_stream_state", "ChatCompletionStreamState", "handle_chunk"),
    ("helpers.chat_stream_state", "ChatCompletionStreamState", "get_final_completion"),
    ("helpers.chat_stream_state", "ChatCompletionStreamState", "current_completion_snapshot"),
    ("helpers.response_stream_state", "ResponseStreamState", "handle"),
    ("helpers.response_stream_state", "ResponseStreamState", "handle_event"),
    ("helpers.response_stream", "", "_final_response"),
    ("helpers.response_stream", "ResponseStream", "current_response_snapshot"),
    ("helpers.response_stream", "AsyncResponseStream", "current_response_snapshot"),
    ("helpers.response_lanes", "ResponseCollector", "add"),
    ("helpers.response_lanes", "LaneRouter", "find_response"),
    ("helpers.response_accumulator", "ResponsesWebSocketAccumulator", "add_event"),
    ("helpers.response_accumulator", "ResponsesWebSocketAccumulator", "get_final_response"),
    ("helpers.translation_session", "", "is_end"),
    ("helpers.assistant_state", "AssistantState", "feed"),
    ("helpers.assistant_handlers", "_BaseHandler", "current_event"),
    ("helpers.assistant_handlers", "_BaseHandler", "current_run"),
    ("helpers.assistant_handlers", "_BaseHandler", "current_run_step_snapshot"),
    ("helpers.assistant_handlers", "_BaseHandler", "current_message_snapshot"),
    ("helpers.assistant_handlers", "_BaseHandler", "_final_run"),
    ("helpers.assistant_handlers", "_BaseHandler", "_final_steps"),
    ("helpers.assistant_handlers", "_BaseHandler", "_final_messages"),
    ("helpers.assistant_handlers", "", "extract_text"),
    ("helpers.webhooks", "", "unwrap"),
    ("compat.parsing", "", "parse_chat_completion"),
    ("compat.response_parsing", "", "parse_response"),
)
# Of these, an argument may be an instance of a pydantic class.
INCOMING = (
    "handle", "handle_chunk", "handle_event", "feed", "add", "add_event", "is_end", "extract_text",
    "parse_chat_completion", "parse_response",
)  # fmt: skip
RESULT_MODELS = {"unwrap": "webhooks.UnwrapWebhookEvent"}  # models of results that are plain objects otherwise
_enabled = False


def is_enabled() -> bool:
    """Return whether the models are classes of pydantic."""
    return _enabled


def enable() -> None:
    """Make the models classes of pydantic 2, which is imported. Call it before anything else uses models.

    Raises ConfigError if pydantic 2 is not installed, or if the program has classes or objects of models already.
    """
    global _enabled
    if _enabled:
        return
    try:
        from . import pydantic_base, pydantic_models
    except (ImportError, AttributeError) as error:
        message = 'models: "pydantic" needs pydantic 2; install it, or import it in a frozen program ({})'
        raise ConfigError(message.format(error)) from None
    used = sorted(cls.__name__ for cls in plain_models.Model.__subclasses__() if cls is not plain_models.UnknownModel)
    if used:
        raise ConfigError(
            'models: "pydantic" comes too late, {} is in use as a plain class; choose it before you import models or '
            "make calls".format(", ".join(used[:3]))
        )
    models.provide_model = typed_dicts.provide_model = pydantic_models.model_class
    _set_base_model(pydantic_base.BaseModel)
    for module, owner, name in OUTGOING:
        try:
            _wrap(_load(module), owner, name)
        except ModuleNotFoundError:  # in a copy without it
            continue
    try:
        _load("helpers.agent_results").set_model = pydantic_models.set_model
    except ModuleNotFoundError:
        pass
    cast = _load("results.cast")
    convert = cast._convert
    cast._convert = lambda value, to: (
        pydantic_base.construct(to, value)
        if isinstance(value, dict) and isinstance(to, type) and issubclass(to, pydantic_base.BaseModel)
        else convert(value, to)
    )
    _enabled = True


def _load(path: str) -> Any:
    return __import__(path, globals(), None, ["__name__"], 2)


def _set_base_model(base: Any) -> None:
    """Let `BaseModel` be the base of the pydantic classes wherever the package has that name."""
    package: Any = __import__("", globals(), None, ["__name__"], 2)
    _load("compat.names").BaseModel = base
    if "BaseModel" in vars(package):
        package.BaseModel = base


def _wrap(module: Any, owner: str, name: str) -> None:
    """Replace a function or property by one that takes and returns instances of pydantic classes."""
    target = getattr(module, owner) if owner else module
    original = vars(target)[name]
    if isinstance(original, property):
        setattr(target, name, property(_wrapped(original.fget, name), doc=original.__doc__))
    else:
        setattr(target, name, _wrapped(original, name))


def _wrapped(function: Any, name: str) -> Callable[..., Any]:
    from functools import wraps

    from .pydantic_models import to_plain

    model = RESULT_MODELS.get(name)

    @wraps(function)
    def wrapper(*args: Any, **options: Any) -> Any:
        if name in INCOMING:
            args = tuple(map(to_plain, args))
            options = {name: to_plain(value) for name, value in options.items()}
        result = function(*args, **options)
        return publish(plain_models.apply_model(result, model) if model else result)

    @wraps(function)
    def items(page: Any) -> Any:
        plain = function(page)
        cached = page.__dict__.get("_published")
        if cached is None or cached[0] is not plain:
            cached = page.__dict__["_published"] = plain, publish(plain)
        return cached[1]

    return items if name == "page_items" else wrapper


def publish(value: Any) -> Any:
    """Return a result with instances of pydantic classes in place of plain models; a page has them as its items."""
    from .pydantic_models import from_plain

    if isinstance(value, plain_models.Model):
        return from_plain(value)
    if isinstance(value, PageObject):
        return value
    if type(value) in (list, tuple):
        return type(value)(publish(item) for item in value)
    if hasattr(type(value), "__next__"):  # what the handlers of an assistant's events are called with
        return map(publish, value)
    for name in ("chunk", "content", "snapshot"):  # of an event of a helper
        if isinstance(getattr(type(value), name, None), MEMBER):
            _publish_field(value, name)
    return value


def _publish_field(event: Any, name: str) -> None:
    field = getattr(event, name)
    if type(field) is list:
        plain_models.apply_model(field, "chat.ChatCompletionTokenLogprob")
    setattr(event, name, publish(field))


class _Slots:
    __slots__ = ("member",)


MEMBER: Any = type(_Slots.member)  # type: ignore[attr-defined]  # of a field that an event stores
