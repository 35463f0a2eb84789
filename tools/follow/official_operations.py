# SPDX-License-Identifier: MIT
"""Facts about the official client's resources: operations, helpers, and names that nested parameters have on the wire.

Each operation is called twice, with all parameters and with the required ones, over a transport that records requests
and never sends them. Runs where the official package is installed.
"""

from __future__ import annotations

import contextlib
import functools
import inspect
import os
import re
import sys
import typing
import warnings
from typing import Any, Dict, Iterator, List, Set, Tuple

import openai
import typing_extensions
from openai._resource import SyncAPIResource
from openai._utils import PropertyInfo

from . import wire
from .facts import Flat, OperationFacts

REQUEST_METHODS = {"_get", "_post", "_put", "_patch", "_delete", "_get_api_list"}  # of a resource
HELPERS = ("parse",)  # methods that send a request of another operation
OPTIONS = ("self", "extra_headers", "extra_query", "extra_body", "timeout")  # of every call
http: Any = sys.modules[openai.Timeout.__init__.__module__.partition(".")[0]]  # the HTTP library that the package uses


class Recorder:
    """The official client, and the requests that it would have sent."""

    def __init__(self) -> None:
        self.requests: List[wire.SentRequest] = []
        self.client = openai.OpenAI(
            api_key=wire.USER_KEY,
            admin_api_key=wire.ADMIN_KEY,
            base_url=wire.BASE_URL,
            max_retries=0,
            http_client=http.Client(transport=http.MockTransport(self._respond)),
        )

    def _respond(self, request: Any) -> Any:
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.requests.append(wire.SentRequest(request.method, str(request.url), headers, request.read()))
        return http.Response(200, headers={"content-type": "application/json"}, content=wire.RESPONSE)

    def request(self, dotted: str, arguments: Dict[str, Any]) -> wire.SentRequest:
        """Make a call and return its request. The result is of no interest, nor is an error in it."""
        self.requests.clear()
        error: Any = None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                functools.reduce(getattr, dotted.split("."), self.client)(**arguments)
            except Exception as caught:  # whatever the client makes of a response that fits no model
                error = caught
        if not self.requests:
            raise RuntimeError("{}: no request was sent".format(dotted)) from error
        return self.requests[0]


def resources(client: Any) -> Iterator[Tuple[str, Any]]:
    """Yield every resource with its dotted name, parents first. A class that was seen before is not gone into again."""
    waiting: List[Tuple[str, Any]] = [("", client)]
    seen: Set[type] = set()
    while waiting:
        prefix, parent = waiting.pop(0)
        for name, value in inspect.getmembers(type(parent)):
            if name.startswith("_") or not isinstance(value, functools.cached_property):
                continue
            child = getattr(parent, name)
            if isinstance(child, SyncAPIResource):
                yield prefix + name, child
                if type(child) not in seen:
                    waiting.append((prefix + name + ".", child))
                seen.add(type(child))


def methods(resource: Any) -> Iterator[Tuple[str, Any]]:
    """Yield the public methods of a resource."""
    for name, function in inspect.getmembers(type(resource), inspect.isfunction):
        if not name.startswith("_"):
            yield name, function


def is_operation(function: Any) -> bool:
    """Tell whether a method sends one request of its own."""
    code = inspect.unwrap(function).__code__
    return function.__name__ not in HELPERS and not REQUEST_METHODS.isdisjoint(code.co_names)


def parameters(function: Any) -> Dict[str, inspect.Parameter]:
    """Return a method's parameters without the options of every call."""
    found = inspect.signature(inspect.unwrap(function)).parameters
    return {name: parameter for name, parameter in found.items() if name not in OPTIONS}


def required(function: Any) -> List[List[str]]:
    """Return what a method requires: one list, or one for each alternative. What all of them require comes first."""
    overloads = typing_extensions.get_overloads(inspect.unwrap(function)) or [function]
    empty = inspect.Parameter.empty
    needed = [{n for n, p in parameters(overload).items() if p.default is empty} for overload in overloads]
    minimal = [names for names in needed if not any(other < names for other in needed)]
    common = set.intersection(*minimal)
    ordered = sorted(parameters(function), key=lambda name: name not in common)
    alternatives = [[name for name in ordered if name in names] for names in minimal]
    return [names for number, names in enumerate(alternatives) if names not in alternatives[:number]]


def result_and_stream(function: Any) -> Tuple[str, str]:
    """Return what a method's annotation says it returns: a result, and the items of a stream.

    The items of a stream are in brackets, or in the name of its class: `AgentSessionEventStream`.
    """
    annotation = str(inspect.signature(inspect.unwrap(function)).return_annotation)
    choices = re.sub(r"\b[a-z_]+\.", "", annotation).split(" | ")
    streams = [re.match(r"(?:Stream\[(\w+)\]|(\w+)Stream(?:\[.*)?)$", choice) for choice in choices]
    items = [match.group(1) or match.group(2) for match in streams if match]
    results = [choice for choice, match in zip(choices, streams) if not match]
    return (results or items)[0], (items or [""])[0]


def type_hints(function: Any) -> Dict[str, Any]:
    """Return the annotations of a method as types, or nothing if one of them has no meaning at run time."""
    function = inspect.unwrap(function)
    with contextlib.suppress(NameError, TypeError):
        return typing_extensions.get_type_hints(function, vars(sys.modules[function.__module__]), include_extras=True)
    return {}


def takes_file(annotation: Any) -> bool:
    """Tell whether a value of this type may be an open file."""
    if os.PathLike in (annotation, typing_extensions.get_origin(annotation)):
        return True
    return any(map(takes_file, typing_extensions.get_args(annotation)))


def package_of(function: Any, model: str) -> str:
    """Return the package below `types` from which a method's module has a model."""
    value = vars(sys.modules[inspect.unwrap(function).__module__]).get(model)
    module = getattr(value, "__module__", "")
    return module[len("openai.types.") :].rpartition(".")[0] if module.startswith("openai.types.") else ""


def operation_facts(recorder: Recorder, dotted: str, function: Any) -> OperationFacts:
    """Return the facts about one operation."""
    declared = parameters(function)
    hints = type_hints(function)
    files = [name for name in declared if takes_file(hints.get(name))]
    needed = required(function)
    client_side = [name for name, parameter in declared.items() if parameter.default is None]  # others default to omit
    full = recorder.request(dotted, wire.samples([name for name in declared if name not in client_side], files))
    least = recorder.request(dotted, wire.samples(needed[0], files))
    positions = {**wire.locate(full, declared), **dict.fromkeys(client_side, wire.CLIENT_SIDE)}
    result, stream = result_and_stream(function)
    facts = OperationFacts(
        name=dotted,
        method=full.method,
        path=wire.path_template(full) + wire.fixed_query(full, declared),
        parameters=positions,
        files=files,
        required=[[name for name in names if positions[name] != "path"] for names in needed],
        result=result,
        package="",
        stream=stream,
        beta=least.headers.get("openai-beta", ""),
        credential=full.credential,
        accept=full.headers["accept"],
        content_types=wire.content_types([full, least]),
        field_order=list(full.json),
        has_empty_body=full.method == "POST" and not least.body,
        is_deprecated=hasattr(function, "__deprecated__"),
    )
    return facts._replace(package=package_of(function, facts.model))


def operations(recorder: Recorder) -> Iterator[Tuple[OperationFacts, Any]]:
    """Yield the facts about every operation, and its function."""
    for prefix, resource, name, function in first_methods(recorder.client):
        del resource
        if is_operation(function):
            yield operation_facts(recorder, prefix + "." + name, function), function


def first_methods(client: Any) -> Iterator[Tuple[str, Any, str, Any]]:
    """Yield (resource name, resource, method name, function), each class under its first name only."""
    seen: Set[type] = set()
    for prefix, resource in resources(client):
        if type(resource) not in seen:
            seen.add(type(resource))
            for name, function in methods(resource):
                yield prefix, resource, name, function


def helpers(client: Any) -> Flat:
    """Return the methods of resources that are no operations, and their arguments."""
    flat: Flat = {"helper": {}, "helper argument": {}, "resource": {name: "" for name, _ in resources(client)}}
    for prefix, _, name, function in first_methods(client):
        if not is_operation(function):
            dotted = "{}.{}".format(prefix, name)
            flat["helper"][dotted] = ""
            flat["helper argument"].update(
                ("{} {}".format(dotted, argument), "")
                for argument in inspect.signature(inspect.unwrap(function)).parameters
                if argument != "self"
            )
    return flat


def nested_names(function: Any, dotted: str) -> Flat:
    """Return the nested parameters of a method that are renamed or formatted before they are sent, at any depth."""
    flat: Flat = {"nested alias": {}, "nested format": {}}
    for overload in typing_extensions.get_overloads(inspect.unwrap(function)) or [function]:
        for name, hint in type_hints(overload).items():
            if name != "return" and name not in OPTIONS:
                for path, info in renamed(hint, name, ()):
                    if info.alias is not None:
                        flat["nested alias"]["{} {}".format(dotted, path)] = info.alias
                    if info.format is not None:
                        flat["nested format"]["{} {}".format(dotted, path)] = info.format
    return flat


def renamed(annotation: Any, path: str, inside: Tuple[Any, ...]) -> Iterator[Tuple[str, Any]]:
    """Yield the paths below an annotation that have a PropertyInfo; `inside` are the dicts around it."""
    origin, arguments = typing_extensions.get_origin(annotation), typing_extensions.get_args(annotation)
    if type(annotation).__name__ == "TypeAliasType":
        yield from renamed(annotation.__value__, path, inside)
    elif typing_extensions.is_typeddict(annotation):
        if annotation not in inside:
            for name, hint in fields_of(annotation).items():
                yield from renamed(hint, "{}.{}".format(path, name), inside + (annotation,))
    elif origin is typing_extensions.Annotated:
        for info in arguments[1:]:
            if isinstance(info, PropertyInfo) and inside:
                yield path, info
        yield from renamed(arguments[0], path, inside)
    elif origin is not typing_extensions.Literal:
        suffix = "[]" if is_list(origin) else "{}" if origin is dict else ""
        for argument in arguments:
            yield from renamed(argument, path + suffix, inside)


def is_list(origin: Any) -> bool:
    """Tell whether a generic type is a list, an iterable or a sequence."""
    name = getattr(origin, "__name__", "")
    return origin is list or name in ("Iterable", "Sequence", "SequenceNotStr")


@functools.lru_cache(maxsize=None)
def fields_of(typed_dict: Any) -> Dict[str, Any]:
    """Return the fields of a typed dict with their annotations."""
    try:
        return typing_extensions.get_type_hints(typed_dict, include_extras=True)
    except (NameError, TypeError):
        return dict(typing.cast(Dict[str, Any], typed_dict.__annotations__))
