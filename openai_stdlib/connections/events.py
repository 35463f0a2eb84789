# SPDX-License-Identifier: MIT
"""Encode the events that programs send, decode those that servers send, and the resources of a connection. No I/O."""

from __future__ import annotations

from json import JSONEncoder, detect_encoding

from ..api.operation import Method
from ..call.errors import BodyError
from ..call.sentinels import SENTINEL_TYPES, omit
from ..results.models import model_union
from ..results.objects import APIObject, parse_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Union

    from .endpoints import ClientEventFields, Endpoint

# JSON in the form that the official client sends.
_encode: Callable[[Any], str] = JSONEncoder(allow_nan=False).encode
BYTE_ORDER_MARK = "\ufeff"


def encode_event(endpoint: Endpoint, event: Any) -> str:
    """Return an event as JSON text. It is a mapping, or a model or dataclass. Raises BodyError; nothing was sent then.

    Mappings are on one line with ASCII escapes, models are indented by two spaces, as from the official client.
    """
    if type(event) is dict:
        try:
            return _encode(event)
        except (TypeError, ValueError, RecursionError):
            pass  # there is a value to convert or to refuse
    elif callable(getattr(event, "to_json", None)) and type(event) is not APIObject:
        options = {"exclude_defaults": True} if endpoint.is_beta else {}
        text: str = event.to_json(use_api_names=True, exclude_unset=True, **options)
        return text
    from ..call.jsonable import to_jsonable

    converted = to_jsonable(event, "event")
    if not isinstance(converted, dict):
        raise BodyError(
            "event: expected a mapping or a model, got {}; send_raw sends text".format(type(event).__name__)
        )
    try:
        return _encode(converted)
    except (ValueError, RecursionError) as error:
        raise BodyError("event: {}; nothing was sent".format(error)) from None


def parse_event(endpoint: Endpoint, data: Union[str, bytes, bytearray]) -> Any:
    """Return a message as the model of its `type`; JSON that is no object as it is.

    Text and bytes may begin with a byte order mark; bytes are decoded as `json.loads` does it. Raises
    json.JSONDecodeError for text that is not JSON, and UnicodeDecodeError for bytes that are no text.
    """
    if isinstance(data, str):
        text = data
    else:
        data = bytes(memoryview(data))  # raises TypeError for what has no bytes
        text = data.decode(detect_encoding(data), "surrogatepass")
    try:
        event = parse_json(text)
    except ValueError:
        if not text.startswith(BYTE_ORDER_MARK):
            raise
        event = parse_json(text[1:])
    if type(event) is APIObject:
        union = model_union(*endpoint.server_events)
        if union is not None:
            union.apply(event)
    return event


def is_progress(event: Any) -> bool:
    """Return whether an event shows that the server does its work: it has a type other than "error"."""
    event_type = event.get("type") if isinstance(event, dict) else getattr(event, "type", None)
    return isinstance(event_type, str) and event_type not in ("", "error")


class ClientEvent(Method):
    """Method of a connection's resource that sends one event. Its arguments are the fields of the event, by name."""

    __slots__ = ("fields", "is_coroutine")
    signature_module = "connections.signatures"

    def __init__(self, fields: ClientEventFields, is_coroutine: bool) -> None:
        self.fields: ClientEventFields = fields
        self.is_coroutine: bool = is_coroutine

    @property
    def __doc__(self) -> str:  # type: ignore[override]  # made from the fields
        names = ", ".join(name if name in self.fields.required else "[{}]".format(name) for name in self.fields.names)
        return "Send the event {}. Its fields: {}.".format(self.fields.type, names or "none")

    def __call__(self, resource: Any, /, *args: Any, **arguments: Any) -> Any:
        name = "{}.{}()".format(type(resource).__name__, self.name)
        if args:
            raise TypeError("{}: pass the fields of the event by name: {}".format(name, ", ".join(self.fields.names)))
        event: Dict[str, Any] = {"type": self.fields.type}
        for field in self.fields.names:
            value = arguments.pop(field, omit)
            if type(value) not in SENTINEL_TYPES:
                event[field] = value
        missing = [field for field in self.fields.required if field not in event]
        if missing:
            raise TypeError("{}: missing the argument {}".format(name, " and ".join(map(repr, missing))))
        if arguments:
            message = "{}: the event {!r} has no field {!r}; connection.send() sends any event"
            raise TypeError(message.format(name, self.fields.type, next(iter(arguments))))
        return resource._connection.send(event)


class EventResource:
    """Group of events of a connection, such as `connection.session`; classes.py makes the classes."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def __repr__(self) -> str:
        return "<{} of {!r}>".format(type(self).__name__, self._connection)


class NestedEventResource:
    """Attribute of a connection or of a resource of it: a group of events, made on first access."""

    __slots__ = ("cls", "name")

    def __init__(self, name: str, cls: Any) -> None:
        self.name: str = name
        self.cls: Any = cls

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        connection = instance._connection if isinstance(instance, EventResource) else instance
        # Cache it in the instance, where it takes precedence because there is no `__set__`.
        resource = instance.__dict__[self.name] = self.cls(connection)
        return resource
