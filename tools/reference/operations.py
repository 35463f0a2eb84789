# SPDX-License-Identifier: MIT
"""The pages of resources, with each operation, and the table of all operations. Read from the tables in api/."""

from __future__ import annotations

import inspect
import re
from typing import Any, Dict, Iterator, List, NamedTuple, Set, Tuple

from openai_stdlib.api import ROOT_RESOURCES, root_resource
from openai_stdlib.api.flat_functions import FUNCTIONS
from openai_stdlib.api.operation import FORM_IF_FILES, MANAGER, SDP, Connect, Operation
from openai_stdlib.api.signatures import OPTIONS, signature_of
from openai_stdlib.call.prepare import HEADER_ARGUMENTS
from openai_stdlib.call.sentinels import Omit
from openai_stdlib.connections.endpoints import COMMON_ARGUMENTS, ENDPOINTS
from openai_stdlib.connections.signatures import function_signature
from openai_stdlib.results import models

from . import stubs
from .annotations import annotation_text, default_text, union_members
from .markdown import HEAD, Index, Links, alternatives, code, docstring, fill, item, prose, table

ALIASES = {"beta.chat": "chat"}  # the same operations at a second place
LAST = ("admin", "beta", "legacy")  # resources that fewer programs need
MIN_SHARED = 5  # parameters that a helper shares with an operation, to say so instead of listing them
# What the column for results says in the table of operations, and what that is.
RESULTS = (
    ("pages of …", "a list, with an iterator over the items of all [pages](../pagination.md)"),
    ("…, or events", "`stream=True` gives a [stream](../streaming.md) instead"),
    ("events", "the result is always a stream"),
    ("bytes, text, nothing", "the result is [`BinaryContent`](python_results.md#binarycontent), `str` or None"),
)
API_REFERENCE = re.compile(r"https://\S+")
STREAM = re.compile(r"(?:Async)?Stream\[(.*)\]$")
PAGE = re.compile(r"((?:Sync|Async)\w*Page)\[(.*)\]$")
IDENTIFIER = re.compile(r"[A-Za-z_]\w*(?:\.\w+)*")
LITERAL = re.compile(r'"[^"]*"')


class ResourceEntry(NamedTuple):
    """A resource: its path such as ("chat", "completions"), its class, and its operations and helpers by name."""

    path: Tuple[str, ...]
    cls: Any
    entries: Dict[str, Any]

    @property
    def dotted(self) -> str:
        """The path as text."""
        return ".".join(self.path)


def iter_resources(path: Tuple[str, ...] = (), cls: Any = None) -> Iterator[ResourceEntry]:
    """Yield all resources of a client, each before those inside it."""
    if cls is None:
        for name in sorted(ROOT_RESOURCES, key=lambda name: (name in LAST, name)):
            yield from iter_resources((name,), root_resource(name))
        return
    entries = {name: value for name, value in cls.table.items() if not hasattr(value, "resolve")}
    yield ResourceEntry(path, cls, entries)
    for name, value in sorted(cls.table.items()):
        dotted = ".".join([*path, name])
        if hasattr(value, "resolve") and dotted not in ALIASES:
            yield from iter_resources((*path, name), value.resolve(cls))


def page_of(path: Tuple[str, ...]) -> str:
    """Return the name of the page of a resource."""
    if path[:3] == ("admin", "organization", "projects"):
        return "admin_projects"
    return "_".join(path[:2]) if path[0] == "beta" else path[0]


def heading(dotted: str) -> str:
    """Return the heading of a resource or operation."""
    return code("client." + dotted)


class OperationPages:
    """The pages of all resources. Headings are claimed first, so that texts can link to each other."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.pages: Dict[str, List[ResourceEntry]] = {}
        for resource in iter_resources():
            if resource.entries:
                page = page_of(resource.path)
                self.pages.setdefault(page, []).append(resource)
                index.claim("client." + resource.dotted, page, heading(resource.dotted))
                for name in resource.entries:
                    dotted = "{}.{}".format(resource.dotted, name)
                    index.claim("client." + dotted, page, heading(dotted))
        self.flat: Dict[str, List[str]] = {}
        for function, names in FUNCTIONS.items():
            for dotted in names.split():
                self.flat.setdefault(dotted, []).append(function)

    def titles(self) -> Dict[str, str]:
        """Return what each page is about, for the index."""
        return {page: self.title_of(page)[1] for page in self.pages}

    def build(self) -> Dict[str, str]:
        """Return the text of each page by its name."""
        return {page: _PageWriter(self, page, resources).build() for page, resources in self.pages.items()}

    def build_table(self) -> str:
        """Return the page with the table of all operations."""
        rows: List[List[str]] = []
        removed: List[List[str]] = []
        for resource in (resource for resources in self.pages.values() for resource in resources):
            for name, entry in resource.entries.items():
                if isinstance_of(entry, Operation):
                    dotted = "{}.{}".format(resource.dotted, name)
                    link = self.index.link("client." + dotted, "operations", code(dotted))
                    functions = ", ".join(code(each) for each in self.flat.get(dotted, ()))
                    row = [link, code("{} {}".format(entry.method, entry.path)), _short_result(entry), functions]
                    (removed if entry.successor else rows).append(row)
        text = HEAD + "# All operations\n\n"
        text += fill(
            "The {} operations of the API, by the names that they have in a client: `client.chat.completions.create`. "
            "`api --list WORD` of the [command line](../cli.md) searches them.".format(len(rows))
        )
        text += "\n\n" + table(("in the column result", "meaning"), RESULTS)
        text += "\n\nThe last column has the [flat functions](../flat_functions.md).\n\n"
        headers = ("operation", "request", "result", "flat function")
        text += table(headers, rows)
        text += "\n\n## Removed operations\n\nThe API has removed these {}. ".format(len(removed))
        text += "Some compatible servers still offer them.\n\n" + table(headers, removed) + "\n"
        return text

    def title_of(self, page: str) -> Tuple[str, str]:
        """Return the heading of a page, and one sentence."""
        first = self.pages[page][0]
        prefix = first.path[:3] if page == "admin_projects" else first.path[: 2 if first.path[0] == "beta" else 1]
        cls = root_resource(prefix[0])
        for name in prefix[1:]:
            cls = cls.table[name].resolve(cls)
        return "client." + ".".join(prefix), inspect.cleandoc(cls.__doc__ or "").split("\n")[0]


class _PageWriter:
    def __init__(self, pages: OperationPages, page: str, resources: List[ResourceEntry]) -> None:
        self.pages = pages
        self.index = pages.index
        self.page = page
        self.resources = resources
        self.links = Links(pages.index, page)
        self.types: Dict[str, Set[str]] = {}  # module -> the names of its types that the page has
        self.unions: Dict[str, List[Tuple[str, str]]] = {}  # name of a union -> type and model of its events

    def build(self) -> str:
        _, sentence = self.pages.title_of(self.page)
        parts = ["# " + self.page.replace("_", " ").capitalize(), prose(sentence, self.links), self._introduction()]
        if len(self.resources) > 2:
            parts.append(self._contents())
        for resource in self.resources:
            parts += self._write_resource(resource)
        for name, events in self.unions.items():
            parts.append("## Events of " + name)
            parts.append(table(("type", "model"), [(code(type_), code(model)) for type_, model in events]))
        parts.append(self._where_types_are())
        return HEAD + "\n\n".join(filter(None, parts)) + "\n"

    def _introduction(self) -> str:
        root = self.resources[0].path[0]
        module = inspect.getmodule(self.resources[0].cls)
        urls = API_REFERENCE.findall((module and module.__doc__) or "")
        text = "[Call options](call_options.md) are the arguments that all calls take."
        if urls:
            text = "The [API reference]({}) explains the parameters. {}".format(urls[0], text)
        if root == "chat":
            text += " `client.beta.chat` has the same operations."
        return fill(text)

    def _contents(self) -> str:
        lines = []
        for resource in self.resources:
            names = ", ".join(map(code, resource.entries))
            lines.append("- {}: {}".format(self.index.link("client." + resource.dotted, self.page), names))
        return "\n".join(lines)

    def _write_resource(self, resource: ResourceEntry) -> Iterator[str]:
        yield "## " + heading(resource.dotted)
        operations = [entry for entry in resource.entries.values() if isinstance_of(entry, Operation)]
        notes = []
        if "client." + resource.dotted != self.pages.title_of(self.page)[0]:  # else the page has begun with it
            notes.append(prose(inspect.cleandoc(resource.cls.__doc__ or "").split("\n\n")[0], self.links))
        if resource.cls.beta:
            notes.append("Sends the header `OpenAI-Beta: {}`.".format(resource.cls.beta))
        if resource.cls.admin:
            notes.append("Needs an admin API key.")
        if operations and resource.cls.deprecated:
            notes.append("**Deprecated**: {}.".format(resource.cls.deprecated))
        yield fill(" ".join(notes))
        for name, entry in resource.entries.items():
            self.links.begin()
            yield "### " + heading("{}.{}".format(resource.dotted, name))
            if isinstance_of(entry, Operation):
                yield from self._write_operation(resource, name, entry)
            elif isinstance_of(entry, Connect):
                yield from self._write_connect(entry)
            else:
                yield from self._write_helper(resource, name, entry)

    def _write_operation(self, resource: ResourceEntry, name: str, operation: Any) -> Iterator[str]:
        described = signature_of(operation, resource.cls)
        imports = stubs.imports(stubs.resource_module(resource.path))
        text = "{}. {}".format(
            code("{} {}".format(operation.method, operation.path)), self._result(operation, described, imports)
        )
        if operation.path_names:
            text += " Takes {} in the path.".format(" and ".join(map(code, operation.path_names)))
        if operation.multipart:
            text += {
                FORM_IF_FILES: " Sent as `multipart/form-data` if there is a file, else as JSON.",
                SDP: " Sent as `multipart/form-data` if there is a `session`, else as `application/sdp`.",
            }.get(operation.multipart, " Sent as `multipart/form-data`.")
        functions = self.pages.flat.get("{}.{}".format(resource.dotted, name), ())
        if functions:
            names = ", ".join("[{}](../flat_functions.md)".format(code(each)) for each in functions)
            text += " Flat function: {}.".format(names)
        if "|" in operation.required:
            text += " Required: {}.".format(
                ", or ".join(", ".join(code(each) for each in names.split()) for names in operation.required.split("|"))
            )
        if operation.successor:
            text = "**Removed from the API**; use {} instead. {}".format(code(operation.successor), text)
        elif operation.deprecated and operation.deprecated != resource.cls.deprecated:
            text = "**Deprecated**: {}. {}".format(operation.deprecated, text)
        yield fill(text)
        rows = []
        for parameter in described.parameters.values():
            if parameter.name in operation.path_names or parameter.name in OPTIONS:
                continue
            if parameter.kind is inspect.Parameter.VAR_KEYWORD:
                if operation.successor:  # it has no stub
                    rows.append(["other names", "any", ""])
                continue
            rows.append([code(parameter.name), self._type(parameter, imports), self._notes(operation, parameter)])
        if rows:
            yield table(("parameter", "type", ""), _sorted_rows(rows))

    def _notes(self, operation: Any, parameter: inspect.Parameter) -> str:
        notes = ["required"] if parameter.default is inspect.Parameter.empty else []
        if parameter.name in operation.query.split():
            notes.append("query")
        elif parameter.name in operation.headers.split():
            notes.append("header `{}`".format(HEADER_ARGUMENTS[parameter.name]))
        return ", ".join(notes)

    def _result(self, operation: Any, described: inspect.Signature, imports: Dict[str, stubs.Place]) -> str:
        annotation = described.return_annotation
        if annotation is inspect.Signature.empty:  # of operations without a stub
            annotation = operation.returns or "Any"
            if operation.page:
                annotation = "Sync{}[{}]".format(operation.page, annotation)
        results: List[str] = []
        events = ""
        for member in union_members(annotation):
            self._note_types(member, imports)
            page, stream = PAGE.match(member), STREAM.match(member)
            if page:
                link = self.index.link("pagination." + page.group(1), self.page, code(page.group(1)))
                results.append("a {} of {}".format(link, code(page.group(2))))
            elif stream:
                events = "a [stream](../streaming.md) of {}".format(code(stream.group(1)))
                self._note_union(stream.group(1), operation.stream or operation.returns, operation.model_package)
            elif member == "HttpxBinaryResponseContent":
                results.append(self.index.link("BinaryContent", self.page))
            elif member == "Any":
                results.append(self.index.link("APIObject", self.page))
            elif member == "None":
                results.append("None")
            else:
                results.append(self._linked(member))
        if not results:
            return "Returns {}.".format(events)
        text = "Returns {}".format(" or ".join(results))
        return text + ("; with `stream=True`, {}.".format(events) if events else ".")

    def _linked(self, member: str) -> str:
        return self.index.link(member, self.page) if member in self.index.targets else code(member)

    def _type(self, parameter: inspect.Parameter, imports: Dict[str, stubs.Place]) -> str:
        if parameter.annotation is inspect.Parameter.empty:
            return ""
        members = union_members(annotation_text(parameter.annotation))
        for member in members:
            self._note_types(member, imports)
        return alternatives(members)

    def _note_types(self, member: str, imports: Dict[str, stubs.Place]) -> None:
        for name in IDENTIFIER.findall(LITERAL.sub("", member)):
            first = name.split(".")[0]
            place = imports.get(first)
            if place is not None and place[0].startswith("types"):
                self.types.setdefault(stubs.public_module(place), set()).add(first)

    def _note_union(self, name: str, reference: str, package: str) -> None:
        if name in self.unions:
            return
        path = models.find_path(reference, package)
        paths = models.flatten([path]) if path is not None else []
        if len(paths) > 1:
            self.unions[name] = [(_event_type(member), member[1]) for member in paths]

    def _write_helper(self, resource: ResourceEntry, name: str, helper: Any) -> Iterator[str]:
        described = signature_of(helper, resource.cls)
        yield from docstring(inspect.cleandoc(helper.__doc__), self.links)
        imports = stubs.imports(stubs.resource_module(resource.path))
        text = ""
        if described.return_annotation not in (inspect.Signature.empty, "None"):
            members = union_members(described.return_annotation)
            for member in members:
                self._note_types(member, imports)
            results = dict.fromkeys(self._linked(re.sub(r"\[.*", "", member)) for member in members)
            ending = ", a context manager" if helper.kind == MANAGER else ""
            text = "Returns {}{}.".format(" or ".join(results), ending)
        sibling, shared = self._find_sibling(resource, described)
        if sibling:
            link = self.index.link("client.{}.{}".format(resource.dotted, sibling), self.page, code(sibling))
            text += " Takes the parameters of {}, and:".format(link)
        yield fill(text.strip())
        rows = []
        for parameter in described.parameters.values():
            if parameter.kind is inspect.Parameter.VAR_KEYWORD:
                rows.append([code("**" + parameter.name), "", "sent with each request"])
            elif (
                parameter.name not in shared
                and parameter.name not in OPTIONS
                or parameter.name == "cancel"
                and not sibling
            ):
                rows.append([code(parameter.name), self._type(parameter, imports), _default_note(parameter)])
        if rows:
            yield table(("parameter", "type", ""), _sorted_rows(rows))

    def _find_sibling(self, resource: ResourceEntry, described: inspect.Signature) -> Tuple[str, Set[str]]:
        """Return the operation whose parameters a helper takes, and their names; ("", set()) if there is none."""
        best: Tuple[str, Set[str]] = ("", set())
        for other, entry in resource.entries.items():
            if isinstance_of(entry, Operation):
                parameters = signature_of(entry, resource.cls).parameters
                shared = {
                    parameter.name
                    for parameter in described.parameters.values()
                    if parameter.name in parameters
                    and parameter.name not in OPTIONS
                    and _is_same(parameter, parameters[parameter.name])
                }
                if len(shared) > max(MIN_SHARED - 1, len(best[1])):
                    best = other, shared
        return best

    def _write_connect(self, connect: Any) -> Iterator[str]:
        endpoint = ENDPOINTS[connect.endpoint]
        yield fill(
            "Opens a WebSocket to `{}`, and returns a context manager. The arguments that all connections take, "
            "and what "
            "a connection can do, are described in {} and in [WebSockets](../websockets.md).".format(
                endpoint.path, self.index.link("connections.connection.Connection", self.page, "connections")
            )
        )
        imports = stubs.imports("resources." + endpoint.module)
        rows = []
        for parameter in list(function_signature(connect).parameters.values())[1:]:
            if parameter.name not in COMMON_ARGUMENTS:
                rows.append([code(parameter.name), self._type(parameter, imports), _default_note(parameter)])
        if rows:
            yield table(("parameter", "type", ""), rows)
        yield "Events that your program sends; fields in brackets are optional:"
        sent = []
        for event_type, fields in endpoint.client_events.items():
            names = ["{}".format(name) if name in fields.required else "[{}]".format(name) for name in fields.names]
            sent.append([code("connection.{}".format(event_type)), code(", ".join(names)) if names else ""])
        yield table(("method", "fields"), sent)
        path = models.find_path(*endpoint.server_events)
        assert path is not None
        received = [code(_event_type(member)) for member in models.flatten([path])]
        yield fill("Events that the server sends, the members of {}: {}.".format(code(path[1]), ", ".join(received)))

    def _where_types_are(self) -> str:
        if not self.types:
            return ""
        lines = ["## Where the types are", ""]
        lines.append(
            "Import them from these modules. Their fields are in the stubs that editors show; see [Types](../types.md)."
        )
        lines.append("")
        for module in sorted(self.types):
            names = ", ".join(map(code, sorted(self.types[module])))
            lines.append(item(fill("{}: {}".format(code("openai_stdlib." + module), names))))
        return "\n".join(lines)


def isinstance_of(entry: Any, cls: type) -> bool:
    """Return whether an entry of a table is of a class; `isinstance` also takes it for a function."""
    return issubclass(type(entry), cls)


def _is_same(parameter: inspect.Parameter, other: inspect.Parameter) -> bool:
    return union_members(annotation_text(parameter.annotation)) == union_members(annotation_text(other.annotation))


def _sorted_rows(rows: List[List[str]]) -> List[List[str]]:
    """Return the rows with required parameters first."""
    return sorted(rows, key=lambda row: not row[2].startswith("required"))


def _default_note(parameter: inspect.Parameter) -> str:
    if parameter.default is inspect.Parameter.empty:
        return "required"
    default = parameter.default
    if default is None or isinstance(default, Omit) or type(default).__name__ in ("NotGiven", "Omit"):
        return ""
    return "default {}".format(code(default_text(default)))


def _event_type(path: Any) -> str:
    """Return the value of `type`, or else of `event`, by which an event is told from others."""
    fixed = models._fixed_values(path)
    return (fixed.get("type") or fixed.get("event") or fixed.get("object") or [path[1]])[0]


def _short_result(operation: Any) -> str:
    """Return the result of an operation for the table."""
    model = code(operation.returns.rpartition(".")[2]) if operation.returns else "object"
    text = {
        "binary": "bytes",
        "text": "text",
        "embeddings": code("CreateEmbeddingResponse"),
        "transcript": code("Transcription"),
        "nothing": "nothing",
        "events": "events",
    }.get(operation.response_type, model)
    if operation.page:
        text = "pages of " + model
    return text + (", or events" if operation.stream and operation.response_type != "events" else "")
