# SPDX-License-Identifier: MIT
"""Models of the events of WebSockets: each union gives an event its class; events that programs send can be built.

The stubs say what the members and fields are. Where the `openai` package is installed, its classes are compared too.
"""

from __future__ import annotations

import importlib
import json
import pickle
import subprocess
import sys
import typing
from functools import lru_cache
from typing import Any, Dict, Iterator, List, Tuple

import pytest

from . import FOLDER, HAS_STUBS, PACKAGE, load

objects, models = load("results.objects"), load("results.models")
alternatives = load("results.declared_fields").alternatives
ENDPOINTS = load("connections.endpoints").ENDPOINTS
pytestmark = pytest.mark.skipif(not HAS_STUBS, reason="this copy has no type stubs")
# Endpoints -> package below `types`, the union of what the server sends, the union of what programs send.
UNIONS: Dict[str, Tuple[str, str, str]] = {
    "realtime": ("realtime", "RealtimeServerEvent", "RealtimeClientEvent"),
    "realtime.translations": ("realtime", "RealtimeTranslationServerEvent", "RealtimeTranslationClientEvent"),
    "responses": ("responses", "ResponsesServerEvent", "ResponsesClientEvent"),
    "beta.responses": ("beta", "BetaResponsesServerEvent", "BetaResponsesClientEvent"),
    "live": ("live", "ServerEvent", "ClientEvent"),
    "live.sideband": ("live", "ConnectServerEvent", "ConnectClientEvent"),
    "live.forks": ("live", "ForkServerEvent", "ForkClientEvent"),
    "beta.realtime": ("beta.realtime", "RealtimeServerEvent", "RealtimeClientEvent"),
}
MAX_DEPTH = 9  # of the objects in an event
VARIANTS = 3  # events of each class, in which unions have other members


def types(path: str) -> Any:
    """Import a module below `types`."""
    return importlib.import_module("{}.types.{}".format(PACKAGE, path))


def members(package: str, union: str) -> List[Any]:
    """Return the classes of a union of events."""
    return list(alternatives(getattr(types(package), union)))


@lru_cache(maxsize=None)
def annotation_of(cls: Any, field: str) -> Any:
    """Return the type of a field, by the stub."""
    return cls.model_fields[field].annotation


def fixed_type(cls: Any) -> str:
    """Return the `type` of an event."""
    (value,) = typing.get_args(annotation_of(cls, "type"))
    return str(value)


def sample(annotation: Any, variant: int, depth: int = 0) -> Any:
    """Return a JSON value of a type, with all fields; in unions, the variant chooses the member."""
    options = [option for option in alternatives(annotation) if option is not type(None)]
    option = options[variant % len(options)]
    variant //= len(options)
    origin, arguments = typing.get_origin(option), typing.get_args(option)
    if origin is typing.Literal:
        return arguments[variant % len(arguments)]
    if origin is list:
        return [sample(arguments[0], variant + number, depth + 1) for number in range(2 if depth < MAX_DEPTH else 0)]
    if origin is dict:
        return {"key": sample(arguments[1], variant, depth + 1)} if depth < MAX_DEPTH else {}
    if isinstance(option, type) and issubclass(option, models.Model):
        return {wire: sample(annotation_of(option, name), variant, depth + 1) for name, wire, _ in option._fields}
    plain: Dict[Any, Any] = {str: "text", int: 3, float: 2.5, bool: True}
    return plain[option] if option in plain else {"any": [1, {"x": None}]}


def check(value: Any, sent: Any, annotation: Any) -> None:
    """Check that a value equals what was sent, and that the objects in it have a class of the type, at any depth."""
    options = alternatives(annotation)
    classes = [option for option in options if isinstance(option, type) and issubclass(option, models.Model)]
    if isinstance(sent, list):
        inner = [typing.get_args(option)[0] for option in options if typing.get_origin(option) is list]
        assert isinstance(value, list) and len(value) == len(sent)
        for item, sent_item in zip(value, sent):
            check(item, sent_item, typing.Union[tuple(inner)] if inner else Any)
    elif isinstance(sent, dict) and classes:
        assert type(value) in classes
        assert set(sent) <= type(value)._names
        for name, wire, _ in type(value)._fields:
            check(getattr(value, name), sent.get(wire), annotation_of(type(value), name))
    else:
        assert value == sent


def receive(endpoint: str, sent: Any) -> Any:
    """Return an event as a connection does."""
    event = objects.parse_json(json.dumps(sent))
    models.ModelUnion(*ENDPOINTS[endpoint].server_events).apply(event)
    return event


@pytest.mark.parametrize("endpoint", UNIONS)
def test_events_get_the_class_of_their_type(endpoint: str) -> None:
    package, union, _ = UNIONS[endpoint]
    assert set(UNIONS) == set(ENDPOINTS)
    classes = members(package, union)
    assert len({fixed_type(cls) for cls in classes}) == len(classes) >= 7
    for cls in classes:
        event = receive(endpoint, {"type": fixed_type(cls), "brand_new": {"a": 1}})
        assert type(event) is cls is getattr(types(cls.__module__.partition(".types.")[2]), cls.__name__)
        assert event.brand_new.a == 1 and all(
            getattr(event, name) is None for name in cls.model_fields if name != "type"
        )


@pytest.mark.parametrize("endpoint", UNIONS)
def test_events_of_unknown_types_have_what_was_sent_and_nothing_else(endpoint: str) -> None:
    package, union, _ = UNIONS[endpoint]
    for event_type in ("session.brand_new", ""):
        sent = {"type": event_type, "event_id": "e", "session": {"type": "realtime", "x": [{"type": "message"}]}}
        event = receive(endpoint, sent)
        assert type(event) is models.UnknownModel and event.to_dict() == event.model_dump() == sent
        assert event.type == event_type and event.session.x[0].type == "message"
        names = {name for cls in members(package, union) for name in cls.model_fields}
        assert not [name for name in names - set(sent) if hasattr(event, name)]


@pytest.mark.parametrize("endpoint", UNIONS)
def test_events_with_all_fields(endpoint: str) -> None:
    package, server_union, client_union = UNIONS[endpoint]
    for cls in members(package, server_union) + members(package, client_union):
        for variant in range(VARIANTS):
            sent = sample(cls, variant)
            event = objects.parse_json(json.dumps(sent))
            models.ModelUnion("{}.{}".format(*cls.__module__.partition(".types.")[2::2], cls.__name__), package).apply(
                event
            )
            check(event, sent, cls)
            assert event.to_dict() == sent == json.loads(event.to_json(use_api_names=True, exclude_unset=True))
            assert list(event.model_dump()) == list(cls.model_fields)
            for other in (cls.model_validate(sent), cls.construct(**sent), pickle.loads(pickle.dumps(event))):
                assert type(other) is cls and other == event


@pytest.mark.parametrize("endpoint", UNIONS)
def test_the_classes_of_what_connections_send_are_those_of_the_table(endpoint: str) -> None:
    package, _, union = UNIONS[endpoint]
    fields = ENDPOINTS[endpoint].client_events
    classes = {fixed_type(cls): cls for cls in members(package, union)}
    assert set(classes) == set(fields)
    for event_type, cls in classes.items():
        assert set(cls.model_fields) == {"type", *fields[event_type].names}


def test_events_are_built_with_models_inside() -> None:
    realtime = types("realtime")
    session = realtime.RealtimeSessionCreateRequest(
        type="realtime", model="m", tools=[realtime.RealtimeFunctionTool(type="function", name="f")], prompt=None
    )
    event = realtime.SessionUpdateEvent(type="session.update", session=session)
    assert event.session.tools[0].name == "f" and event.event_id is None
    text = event.to_json(use_api_names=True, exclude_unset=True)
    sent = {"type": "realtime", "model": "m", "prompt": None, "tools": [{"name": "f", "type": "function"}]}
    assert text == json.dumps({"session": sent, "type": "session.update"}, indent=2)  # in the order of the fields
    item = realtime.ConversationItemCreateEvent(
        type="conversation.item.create",
        item={"type": "message", "role": "user", "content": [{"type": "input_text", "text": "x"}]},
    )
    assert type(item.item) is realtime.RealtimeConversationItemUserMessage and item.item.content[0].text == "x"


def test_names_of_modules() -> None:
    server = types("realtime.realtime_server_event")
    assert server.RealtimeServerEvent is types("realtime").RealtimeServerEvent
    assert server.OutputAudioBufferStarted in alternatives(server.RealtimeServerEvent)
    if sys.version_info >= (3, 9):  # which has Annotated
        assert typing.get_args(server.RealtimeServerEvent)[-1].discriminator == "type"
    param = types("realtime.realtime_client_event_param").RealtimeClientEventParam
    assert types("realtime").SessionUpdateEventParam in typing.get_args(param)
    assert types("realtime").SessionUpdateEventParam(type="session.update") == {"type": "session.update"}
    client = types("responses.responses_client_event")
    assert types("beta.beta_responses_client_event").ResponseCreate is not client.ResponseCreate


def test_events_load_the_tables_that_they_need() -> None:
    code = (
        "import sys; sys.path.insert(0, {!r})\n"
        "from {}.results import models, objects\n"
        'event = objects.parse_json(\'{{"type": "response.done", "response": {{"status": "x"}}}}\')\n'
        "models.apply_model(event, 'realtime.RealtimeServerEvent', 'realtime')\n"
        "assert event.response.status == 'x' and type(event.response).__name__ == 'RealtimeResponse'\n"
        "secret = models.apply_model(objects.APIObject(session=objects.APIObject()), {!r}, 'realtime')\n"
        "print(*sorted(n.rpartition('.')[2] for n in sys.modules if '.model_' in n))"
    ).format(str(FOLDER.parents[PACKAGE.count(".")]), PACKAGE, "realtime.ClientSecretCreateResponse")
    for source, loaded in (
        (code, ["model_data", "realtime", "realtime_events"]),
        ("\n".join(line for line in code.split("\n") if "event" not in line), ["model_data", "realtime"]),
    ):
        done = subprocess.run([sys.executable, "-I", "-c", source], stdout=subprocess.PIPE, timeout=60, check=True)
        assert done.stdout.decode().split() == loaded


@pytest.mark.parametrize("endpoint", UNIONS)
def test_the_counterparts_of_pydantic_have_the_same_fields(endpoint: str) -> None:
    pytest.importorskip("pydantic", minversion="2")
    from_plain = load("compat.pydantic_models").from_plain
    for package, union in iter_unions(endpoint):
        for cls in members(package, union):
            event = cls.model_validate(sample(cls, 1))
            other = from_plain(event)
            assert type(other).__name__ == cls.__name__ and list(type(other).model_fields) == list(cls.model_fields)
            assert observe(other) == observe(event) and other.to_dict() == event.to_dict()


def official_union(package: str, union: str) -> Tuple[Any, List[Any]]:
    """Return a union of the official package, and its members."""
    value = getattr(pytest.importorskip("openai.types." + package), union)
    return value, list(typing.get_args(typing.get_args(value)[0]))


def observe(value: Any) -> Any:
    """Return the names of the classes and fields in an event, and its other values, for either package."""
    if isinstance(value, list):
        return [observe(item) for item in value]
    if not hasattr(type(value), "model_fields") or type(value) is objects.APIObject:
        return {key: observe(item) for key, item in value.items()} if isinstance(value, dict) else value
    fields = {name: observe(getattr(value, name)) for name in type(value).model_fields}
    return type(value).__module__.partition(".types.")[2], type(value).__name__, fields


@pytest.mark.parametrize("endpoint", UNIONS)
def test_events_equal_those_of_the_official_package(endpoint: str) -> None:
    for package, union in iter_unions(endpoint):
        theirs, classes = official_union(package, union)
        construct = importlib.import_module("openai._models").construct_type
        ours = members(package, union)
        assert [cls.__name__ for cls in ours] == [cls.__name__ for cls in classes]
        for cls, official in zip(ours, classes):
            assert list(cls.model_fields) == list(official.model_fields)
            for variant in range(VARIANTS):
                sent = sample(cls, variant)
                event = objects.parse_json(json.dumps(sent))
                models.ModelUnion(cls.__module__.partition(".types.")[2] + "." + cls.__name__, package).apply(event)
                expected = construct(type_=theirs, value=sent)
                assert observe(event) == observe(expected)
                assert event.to_json(exclude_unset=True) == expected.to_json(exclude_unset=True)
                assert event.model_dump() == expected.model_dump(warnings=False)


def iter_unions(endpoint: str) -> Iterator[Tuple[str, str]]:
    """Yield package and name of both unions of an endpoint."""
    package, *unions = UNIONS[endpoint]
    for union in unions:
        yield package, union
