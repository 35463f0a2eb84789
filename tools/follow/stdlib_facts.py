# SPDX-License-Identifier: MIT
"""The same facts about openai_stdlib, found by asking it for everything that the official package has.

Operations are called with the official parameters over a transport that records requests, because this library sends
parameters that it doesn't know. Names are imported, helpers are inspected, options are passed.
"""

from __future__ import annotations

import ast
import functools
import importlib
import inspect
import sys
import warnings
from pathlib import Path
from typing import Any, Dict, Iterable, Iterator, List, Optional, Set, Tuple

import openai_stdlib
from openai_stdlib.api import ROOT_RESOURCES, operation, root_resource

from . import wire
from .api_entries import Owner
from .facts import Flat, OperationFacts, flat_operations
from .used_names import has_name as has_used_name

PACKAGE = openai_stdlib.__name__
FOLDER = Path(str(openai_stdlib.__file__)).parent
RESULTS = {
    operation.NO_CONTENT: "None",
    operation.BINARY: "HttpxBinaryResponseContent",
    operation.TEXT: "str",
}
# What each client needs to be created.
CLIENT_OPTIONS = {
    "AzureOpenAI": {"api_key": "k", "api_version": "v", "azure_endpoint": "https://azure.invalid"},
    "BedrockOpenAI": {"api_key": "k", "aws_region": "us-east-1"},
}


class Recorder:
    """The client of openai_stdlib, and the requests that it would have sent; it is its own transport."""

    def __init__(self) -> None:
        self.requests: List[wire.SentRequest] = []
        self.client: Any = openai_stdlib.OpenAI(
            api_key=wire.USER_KEY,
            admin_api_key=wire.ADMIN_KEY,
            base_url=wire.BASE_URL,
            max_retries=0,
            transport=self,
        )

    def send(self, request: Any) -> Any:
        """Record a request and answer it."""
        headers = {name.lower(): str(value) for name, value in request.headers.items()}
        body = request.body or b""
        content = body if isinstance(body, bytes) else b"".join(body)
        self.requests.append(wire.SentRequest(request.method, request.url, headers, content))
        return 200, [("Content-Type", "application/json")], iter([wire.RESPONSE]), lambda: None

    def close(self) -> None:
        """Do nothing: there are no connections."""

    def call(self, dotted: str, arguments: Dict[str, Any]) -> Tuple[Optional[wire.SentRequest], bool]:
        """Make a call and return its request, None if the arguments don't suffice, and whether it is deprecated."""
        self.requests.clear()
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                functools.reduce(getattr, dotted.split("."), self.client)(**arguments)
            except TypeError:
                return None, False
            except openai_stdlib.OpenAIError:
                pass  # the sample response has no embeddings and no events
        deprecated = any(issubclass(warning.category, DeprecationWarning) for warning in caught)
        return (self.requests[0] if self.requests else None), deprecated


def table() -> Dict[str, Any]:
    """Return the entries of all operations by their dotted names."""

    def walk(prefix: str, resource: Any) -> Iterator[Tuple[str, Any]]:
        for name, value in vars(resource).items():
            if isinstance(value, operation.Operation):
                yield prefix + name, value
            elif isinstance(value, operation.SubResource):
                yield from walk(prefix + name + ".", value.resolve(resource))

    return {dotted: entry for name in ROOT_RESOURCES for dotted, entry in walk(name + ".", root_resource(name))}


def owner_of(dotted: str) -> Optional[Owner]:
    """Return the class of the resource with that name, None if there is none."""
    first, *rest = dotted.split(".")
    if first not in ROOT_RESOURCES:
        return None
    resource: Any = root_resource(first)
    for name in rest:
        sub_resource = vars(resource).get(name)
        if not isinstance(sub_resource, operation.SubResource):
            return None
        resource = sub_resource.resolve(resource)
    family = resource.__module__.rpartition(".")[2]
    return Owner(
        file=str(sys.modules[resource.__module__].__file__),
        name=resource.__name__,
        model=resource.model.rpartition(".")[2],
        package=operation.MODEL_PACKAGES.get(family, family),
        beta=resource.beta,
        headers=resource.headers,
        is_admin=resource.admin,
    )


def operation_facts(recorder: Recorder, official: OperationFacts, entry: Any) -> OperationFacts:
    """Return the facts about one operation, called as the official one is."""
    in_path = [name for name, position in official.parameters.items() if position == "path"]
    sent = [name for name, position in official.parameters.items() if position != wire.CLIENT_SIDE]
    full, is_deprecated = recorder.call(official.name, wire.samples(sent, official.files))
    least, _ = recorder.call(official.name, wire.samples(in_path + official.required[0], official.files))
    if full is None:
        full = wire.SentRequest("", wire.BASE_URL, {}, b"")
    least = least or full
    full_positions = wire.locate(full, sent)
    return official._replace(
        method=full.method,
        path=wire.path_template(full) + wire.fixed_query(full, official.parameters),
        parameters={
            name: full_positions[name] if name in sent else client_side_position(recorder, official, name)
            for name in official.parameters
        },
        required=required(recorder, official, in_path),
        result=result(entry),
        stream=entry.stream.rpartition(".")[2],
        beta=least.headers.get("openai-beta", ""),
        credential=full.credential,
        accept=full.headers.get("accept", ""),
        content_types=wire.content_types([full, least]),
        field_order=list(full.json),
        has_empty_body=full.method == "POST" and not least.body,
        is_deprecated=is_deprecated,
    )


def client_side_position(recorder: Recorder, official: OperationFacts, name: str) -> str:
    """Return where a parameter travels that is for the official client alone; it may refuse the sample here too."""
    in_path = [other for other, position in official.parameters.items() if position == "path"]
    try:
        request, _ = recorder.call(official.name, wire.samples([*in_path, *official.required[0], name], official.files))
    except ValueError:
        return wire.CLIENT_SIDE
    position = wire.locate(request, [name])[name] if request else "not sent"
    return wire.CLIENT_SIDE if position == "not sent" else position


def required(recorder: Recorder, official: OperationFacts, in_path: List[str]) -> List[List[str]]:
    """Return which of the official required parameters are required here too, and "more" if they don't suffice."""
    alternatives = []
    for names in official.required:
        missed = []
        for name in names:
            others = [other for other in names if other != name]
            if recorder.call(official.name, wire.samples(in_path + others, official.files))[0] is None:
                missed.append(name)
        if recorder.call(official.name, wire.samples(in_path + names, official.files))[0] is None:
            missed.append("more")
        alternatives.append(missed)
    return alternatives


def result(entry: Any) -> str:
    """Return what an entry says it returns, in the words of the official annotations."""
    model = RESULTS.get(entry.response_type) or str(entry.returns).rpartition(".")[2]
    return "Sync{}[{}]".format(entry.page, model) if entry.page else model


def attribute(value: Any, dotted: str) -> Any:
    """Return an attribute of an attribute …, None if there is none."""
    for name in dotted.split("."):
        value = getattr(value, name, None)
    return value


def module(path: str) -> Any:
    """Return a module below the package, None if there is none."""
    try:
        return importlib.import_module(PACKAGE + ("." + path if path else ""))
    except ImportError:
        return None


def present(names: Iterable[str], is_present: Any) -> Dict[str, str]:
    """Return those of the names for which `is_present(*words)` is true."""
    return {name: "" for name in names if is_present(*name.split(" "))}


def flat_facts(official: Flat, operations: Iterable[OperationFacts]) -> Flat:
    """Return the facts that answer the official ones."""
    recorder, entries = Recorder(), table()
    ours = [operation_facts(recorder, facts, entries[facts.name]) for facts in operations if facts.name in entries]
    flat = flat_operations(ours)
    flat["nested alias"] = {name: nested_alias(recorder, name, official) for name in official["nested alias"]}
    flat["nested format"] = dict.fromkeys(official["nested format"], "")
    flat.update(resource_facts(official, recorder.client))
    flat.update(model_facts(official))
    flat.update(name_facts(official))
    return flat


def nested_alias(recorder: Recorder, name: str, official: Flat) -> str:
    """Return the name on the wire of a nested parameter: "beta.agents.create compaction.async_"."""
    dotted, _, path = name.partition(" ")
    parameters = [parameter.split(" ") for parameter in official["parameter"]]
    arguments = wire.samples(parameter for operation, parameter in parameters if operation == dotted)
    request, _ = recorder.call(dotted, {**arguments, **wire.nest(path, "nested sample")})
    alias, last = official["nested alias"][name], path.rpartition(".")[2]
    sent = request.body.decode("utf-8") if request else ""
    return alias if '"{}":"nested sample"'.format(alias) in sent.replace(": ", ":") else last


def resource_facts(official: Flat, client: Any) -> Flat:
    """Return the facts about resources and helpers."""

    def takes(dotted: str, argument: str) -> bool:
        helper = attribute(client, dotted)
        known = inspect.signature(helper).parameters if helper else {}
        return argument in known or any(p.kind is p.VAR_KEYWORD for p in known.values())

    return {
        "resource": present(official["resource"], lambda dotted: attribute(client, dotted) is not None),
        "helper": present(official["helper"], lambda dotted: attribute(client, dotted) is not None),
        "helper argument": present(official["helper argument"], takes),
    }


def model_facts(official: Flat) -> Flat:
    """Return the facts about models, and the names of `types` that the official package doesn't have."""
    flat: Flat = {"type": present(official["type"], has_type), "model": {}, "field": {}}
    for package in {name.partition(" ")[0] for name in official["type"]}:
        exporting = types_module(package)
        for name in getattr(exporting, "__all__", ()) if hasattr(exporting, "__path__") else ():
            if package != "types" or "shared " + name not in official["type"]:  # `types` exports those of `shared` too
                flat["type"]["{} {}".format(package, name)] = ""
    for name in official["model"]:
        path, _, cls_name = name.rpartition(".")
        fields = getattr(getattr(types_module(path), cls_name, None), "model_fields", None)
        if fields is not None:
            flat["model"][name] = ""
            for field, info in fields.items():
                flat["field"]["{} {}".format(name, field)] = info["alias"] or field
    unions = {name: union_members(name) for name in official["event union"]}
    flat["event union"] = {name: "" for name, members in unions.items() if members}
    flat["event"] = {"{} {}".format(union, member): "" for union, members in unions.items() for member in members}
    return flat


def types_module(path: str) -> Any:
    """Return a module below `types`; "types" is that module itself."""
    return module("types" if path == "types" else "types." + path)


def has_type(package: str, name: str) -> bool:
    """Tell whether a package below `types` has a name."""
    return hasattr(types_module(package), name)


def union_members(name: str) -> List[str]:
    """Return the names of a union's members."""
    path, _, union = name.rpartition(".")
    members = getattr(getattr(types_module(path), union, None), "__args__", ())
    return [member.__name__ for member in members]


def name_facts(official: Flat) -> Flat:
    """Return the facts about names, clients, settings, errors and environment variables."""
    constants = string_constants()

    def has_name(path: str, name: str) -> bool:
        return hasattr(module("" if path == "openai" else path), name)

    def is_error_base(name: str, base: str) -> bool:
        return base in [cls.__name__ for cls in getattr(openai_stdlib, name).__mro__]

    return {
        "module": present(official["module"], lambda path: module("" if path == "openai" else path) is not None),
        "module name": present(official["module name"], has_name),
        "used name": present(official["used name"], functools.partial(has_used_name, PACKAGE)),
        "setting": present(official["setting"], lambda name: hasattr(openai_stdlib, name)),
        "environment variable": present(official["environment variable"], constants.__contains__),
        "client": present(official["client"], lambda name: hasattr(openai_stdlib, name)),
        "client option": present(official["client option"], takes_option),
        "copy option": present(official["copy option"], copies_option),
        "error": present(official["error"], lambda name: hasattr(openai_stdlib, name)),
        "error base": present(official["error base"], is_error_base),
    }


def string_constants() -> Set[str]:
    """Return all texts in the source of the package."""
    return {
        node.value
        for path in FOLDER.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def new_client(name: str, **options: Any) -> Any:
    """Return a client of the class of that name."""
    needed = CLIENT_OPTIONS.get(name.replace("Async", ""), {"api_key": "k"})
    return getattr(openai_stdlib, name)(**{**options, **needed})


def takes_option(name: str, option: str) -> bool:
    """Tell whether the constructor of a client knows an option."""
    return accepts(lambda: new_client(name, **{option: None}))


def copies_option(name: str, option: str) -> bool:
    """Tell whether a copy of a client knows an option."""
    return accepts(lambda: new_client(name).copy(**{option: None}))


def accepts(create: Any) -> bool:
    """Tell whether a call knows its keywords; whether it likes their values is another matter."""
    try:
        create()
    except openai_stdlib.UnknownOptionError:
        return False
    except TypeError as error:
        return "unexpected keyword" not in str(error)
    except (ValueError, openai_stdlib.OpenAIError):
        return True
    return True
