# SPDX-License-Identifier: MIT
"""The pages of the Python API, from signatures and docstrings. subjects.py says which name is on which page."""

from __future__ import annotations

import importlib
import inspect
from inspect import Parameter, Signature
from typing import Any, Dict, Iterator, List, Optional, Set, Tuple

import openai_stdlib
from openai_stdlib.api.flat_functions import FUNCTIONS
from openai_stdlib.api.signatures import OPTIONS
from openai_stdlib.results.models import Model

from . import source, stubs
from .annotations import annotation_text, compact, default_text
from .markdown import HEAD, Index, Links, code, docstring, fill, item, prose, table
from .subjects import CONSTANTS, INTERNAL, LIKE, MADE_BY_THE_LIBRARY, PAGES, Page, Section

PACKAGE = openai_stdlib.__name__
ADAPTERS = source.PROJECT / "transports" / "openai_stdlib_transports"
ENGINES = source.PROJECT / "engines" / "openai_stdlib_engines"
OTHER_PACKAGES = ("openai_stdlib_transports.", "openai_stdlib_engines.")  # they are read, and not imported
TESTS = ("test_", "check_")  # methods of the contracts of transports
STARS: Dict[Any, str] = {
    Parameter.POSITIONAL_ONLY: "",
    Parameter.POSITIONAL_OR_KEYWORD: "",
    Parameter.VAR_POSITIONAL: "*",
    Parameter.KEYWORD_ONLY: "",
    Parameter.VAR_KEYWORD: "**",
}
LINE = 100  # longer signatures have one parameter in each line
# Types of values of classes that are neither methods nor attributes of their own.
SKIPPED_TYPES = ("RootResource", "_InterfaceName", "_KeysField", "_tuplegetter")


class PythonPages:
    """The pages of the Python API. Headings are claimed first, so that texts can link to each other."""

    def __init__(self, index: Index) -> None:
        self.index = index
        for page in PAGES:
            for section in page.sections:
                for name in section.names:
                    index.claim(name, page.name, code(name) if section.kind == "entries" else section.heading)

    def build(self) -> Dict[str, str]:
        """Return the text of each page by its name."""
        return {page.name: _PageWriter(self.index, page).build() for page in PAGES}


def load(name: str) -> Any:
    """Return the object with a public name, which is dotted if it is in a module below the package."""
    module, _, attribute = name.rpartition(".")
    return getattr(importlib.import_module(PACKAGE + "." + module if module else PACKAGE), attribute)


class _PageWriter:
    def __init__(self, index: Index, page: Page) -> None:
        self.index = index
        self.page = page
        self.links = Links(index, page.name)

    def build(self) -> str:
        parts = ["# " + self.page.title, fill(self.page.introduction)]
        for section in self.page.sections:
            parts += self._write_section(section)
        return HEAD + "\n\n".join(filter(None, parts)) + "\n"

    def _write_section(self, section: Section) -> Iterator[str]:
        yield "## " + section.heading
        yield fill(section.introduction)
        if section.kind == "tree":
            yield "```text\n{}\n```".format("\n".join(error_tree(self.page)))
        elif section.kind == "table":
            yield table(("name", "meaning"), map(self._row, section.names))
        elif section.kind == "list":
            yield fill(", ".join(map(code, section.names)) + ".")
        elif section.kind == "resources":
            yield table(("name", "resource"), map(self._resource_row, section.names))
        elif section.kind == "flat":
            yield table(("function", "operation"), map(self._flat_row, section.names))
        else:
            for name in section.names:
                self.links.begin(name)
                yield "### " + code(name)
                yield from self._write_entry(name)

    def _row(self, name: str) -> Tuple[str, str]:
        self.links.begin(name)
        shown = code(name.rpartition(".")[2] if name.startswith(("lib.", "pagination.")) else name)
        if name in CONSTANTS:
            return shown, prose(CONSTANTS[name], self.links)
        value = load(name)
        keys = _typed_dict_keys(value)
        if name.startswith("lib.streaming."):  # events
            names = [
                each for each in dir(value) if each[0] != "_" and each != "type" and not callable(getattr(value, each))
            ]
            keys = "`type` is `{}`. Attributes: {}.".format(value.type, ", ".join(map(code, names)))
        return shown, docstring(inspect.cleandoc(value.__doc__), self.links)[0] + (" " + keys if keys else "")

    def _resource_row(self, name: str) -> Tuple[str, str]:
        pages = sorted(
            {target.page for key, target in self.index.targets.items() if key.startswith("client.{}.".format(name))}
        )
        return code(name), ", ".join("[{}]({}.md)".format(page, page) for page in pages)

    def _flat_row(self, name: str) -> Tuple[str, str]:
        return code(name), ", ".join(
            self.index.link("client." + dotted, self.page.name) for dotted in FUNCTIONS[name].split()
        )

    def _write_entry(self, name: str) -> Iterator[str]:
        attribute = name.rpartition(".")[2]
        if name in CONSTANTS:
            yield prose(CONSTANTS[name], self.links)
            return
        if name.startswith(OTHER_PACKAGES):
            described = find_adapter(name)
            yield signature_block(attribute, described.signature)
            yield from docstring(described.doc, self.links)
            return
        value = load(name)
        doc = docstring(inspect.cleandoc(value.__doc__), self.links)
        if not isinstance(value, type):
            yield self._signature(name, function_signature(name, value))
            yield from doc
            return
        yield self._bases(name, value)
        signature = None if issubclass(value, BaseException) else constructor(name, value)
        yield self._signature(name, signature)
        yield from doc
        keys = _typed_dict_keys(value)
        if keys:
            yield fill(keys)
            return
        yield self._attributes(name, value, signature)
        yield "\n".join(self._write_members(name, value))

    def _signature(self, name: str, signature: Optional[Signature]) -> str:
        """Return the signature of a function or constructor, or in what it differs from that of another."""
        attribute = name.rpartition(".")[2]
        like = LIKE.get(name)
        if like is None or signature is None:
            return signature_block(attribute, signature)
        value = load(like)
        other = constructor(like, value) if isinstance(value, type) else function_signature(like, value)
        known = {} if other is None else {each: parameter.annotation for each, parameter in other.parameters.items()}
        own = [each for each in signature.parameters.values() if known.get(each.name, "") != each.annotation]
        missing = [code(each) for each in known if each not in signature.parameters and not each.startswith("_")]
        text = "Takes the parameters of {}".format(self.index.link(like, self.page.name))
        text += ", except for " + ", ".join(missing) if missing else ""
        if not own:
            return fill(text + ".")
        block = signature_block(attribute, signature.replace(parameters=own))
        return fill(text + ". These are new, or have another type:") + "\n\n" + block

    def _bases(self, name: str, cls: type) -> str:
        """Return the public bases of a class as text."""
        names: List[str] = []
        if hasattr(cls, "__total__"):  # a TypedDict
            return ""
        for base in cls.__bases__:
            if base.__module__ == "builtins" and base not in (object, tuple, Exception):
                names.append(code(base.__name__))
            elif public_name(self.index, base) not in ("", name):
                names.append(self.index.link(public_name(self.index, base), self.page.name))
        return "Base class{}: {}.".format("es" * (len(names) > 1), ", ".join(names)) if names else ""

    def _attributes(self, name: str, cls: type, signature: Optional[Signature]) -> str:
        types: Dict[str, str] = {}
        for base in self._described_bases(cls):
            for attribute, annotation in source.attribute_types(base).items():
                types.setdefault(attribute, annotation)
        hidden = {*INTERNAL.get(name, ()), *(signature.parameters if signature is not None else ())}
        spans = []
        for attribute, annotation in types.items():
            value = getattr(cls, attribute, None)
            if attribute not in hidden and not callable(value) and not isinstance(value, property):
                text = compact(annotation)
                spans.append(code(attribute if text in ("Any", "ClassVar[Any]") else "{}: {}".format(attribute, text)))
        return fill("Attributes: {}.".format(", ".join(spans))) if spans else ""

    def _described_bases(self, cls: type) -> List[type]:
        """Return a class and the bases whose members are shown with it: those that have no entry of their own."""
        elsewhere: Set[type] = set()  # also the bases of those that have one
        bases = [cls]
        for base in cls.__mro__[1:]:
            if public_name(self.index, base):
                elsewhere.update(base.__mro__)
            if base.__module__.split(".")[0] == PACKAGE and base not in elsewhere and base is not Model:
                bases.append(base)
        return bases

    def _write_members(self, name: str, cls: type) -> Iterator[str]:
        counterpart = sync_counterpart(name)
        hidden = set(INTERNAL.get(name, ()))
        if counterpart in self.index.targets:
            hidden.update(
                INTERNAL.get(counterpart, ()), *[[member for member, _ in self._iter_members(load(counterpart))]]
            )
        place = stubs.find_place(name)
        types = stubs.property_types(place)
        texts: Dict[str, str] = {}  # docstring -> the member that has it
        for member, value in self._iter_members(cls):
            if member not in hidden and not member.startswith(TESTS):
                shown, doc = self._describe_member(name, cls, member, value, place, types)
                same = texts.setdefault(doc, member)
                blocks = (
                    docstring(inspect.cleandoc(doc), self.links)
                    if same == member
                    else ["The same as {}.".format(code(same))]
                )
                yield _member_item(shown, blocks)

    def _iter_members(self, cls: type) -> Iterator[Tuple[str, Any]]:
        """Yield the public methods and properties of a class, with those of bases that have no entry of their own."""
        seen = set()
        for base in self._described_bases(cls):
            for member, value in vars(base).items():
                if not member.startswith("_") and member not in seen and type(value).__name__ not in SKIPPED_TYPES:
                    seen.add(member)
                    if isinstance(value, property) or inspect.isroutine(getattr(cls, member)):
                        yield member, value

    def _describe_member(
        self, name: str, cls: type, member: str, value: Any, place: stubs.Place, types: Dict[str, str]
    ) -> Tuple[str, str]:
        """Return the signature of a method, or the name and type of a property; and the docstring."""
        if isinstance(value, property):
            annotation = types.get(member) or getattr(value.fget, "__annotations__", {}).get("return", "Any")
            text = compact(annotation_text(annotation))
            return member if text == "Any" else "{}: {}".format(member, text), value.__doc__ or ""
        function = getattr(cls, member)
        if LIKE.get("{}.{}".format(name, member)):
            return member + "(…)", function.__doc__
        own = _without_self(value, function)
        signature = stubs.method_signature(place, member)
        text = one_line(member, own if signature is None else with_defaults(signature, own))
        return ("await " if inspect.iscoroutinefunction(function) else "") + text, function.__doc__


def _member_item(shown: str, blocks: List[str]) -> str:
    """Return a member as an item of a list: in one paragraph if it is short."""
    if len(shown) > LINE:
        return item("\n\n".join([code(shown.partition("(")[0] + "(…)"), signature_lines(shown), *blocks]))
    if len(blocks) == 1 and not blocks[0].startswith("```"):
        return item(fill("{}: {}".format(code(shown), blocks[0].replace("\n", " "))))
    return item("\n\n".join([code(shown), *blocks]))


def signature_lines(text: str) -> str:
    """Return the text of a signature as a block of code, with one parameter in each line if it is long."""
    head, _, rest = text.partition("(")
    inner, _, returns = rest.rpartition(")")
    if len(text) > LINE:
        text = "{}(\n{}){}".format(
            head, "".join("    {},\n".format(each) for each in _split_parameters(inner)), returns
        )
    return "```py\n{}\n```".format(text)


def _split_parameters(text: str) -> List[str]:
    """Split the parameters of a signature at the commas that are in no brackets or quotes."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter in "([{") - (letter in ")]}")
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts]


def public_name(index: Index, cls: type) -> str:
    """Return the name under which a class has an entry, or ""."""
    for name in _names_by_class(index).get(cls.__name__, ()):
        if load(name) is cls:
            return name
    return ""


def _names_by_class(index: Index) -> Dict[str, List[str]]:
    """Return the dotted names of the entries that may be classes, by their last part."""
    if not _names:
        for name in index.targets:
            if not name.startswith(("client.", *OTHER_PACKAGES)) and name not in CONSTANTS:
                _names.setdefault(name.rpartition(".")[2], []).append(name)
    return _names


_names: Dict[str, List[str]] = {}


def find_adapter(name: str) -> source.Described:
    """Return the description of a class of the transports or a function of the engines."""
    package, *module, attribute = name.split(".")
    folder = ADAPTERS if package == "openai_stdlib_transports" else ENGINES
    for path in [folder / (module[0] + ".py")] if module else sorted(folder.glob("[a-z]*.py")):
        found = source.read_module(path).get(attribute)
        if found is not None:
            return found
    raise LookupError(name)


def sync_counterpart(name: str) -> str:
    """Return the name of the sync variant of a class: `Stream` for `AsyncStream`; "" for other names."""
    module, dot, attribute = name.rpartition(".")
    if name == "connections.async_connection.AsyncConnection":
        return "connections.connection.Connection"
    return module + dot + attribute[5:] if attribute.startswith("Async") and attribute[5:6].isupper() else ""


def constructor(name: str, cls: type) -> Optional[Signature]:
    """Return the signature of a constructor; None if programs don't call it, or if it takes nothing of interest."""
    if (
        name in MADE_BY_THE_LIBRARY
        or getattr(cls, "_is_protocol", False)
        or issubclass(cls, dict)
        and name != "FunctionTool"
    ):
        return None
    if getattr(cls, "_fields", None) and issubclass(cls, tuple):
        defaults: Dict[str, Any] = cls._field_defaults  # type: ignore[attr-defined]
        kind = Parameter.POSITIONAL_OR_KEYWORD
        return Signature(
            [
                Parameter(
                    each, kind, default=defaults.get(each, Parameter.empty), annotation=annotation_text(annotation)
                )
                for each, annotation in cls.__annotations__.items()
            ]
        )
    if cls.__init__ is object.__init__:  # type: ignore[misc]
        return None
    function = cls.__init__  # type: ignore[misc]
    described = stubs.method_signature(stubs.find_place(name), "__init__")
    if not inspect.isfunction(function):  # for a class that finds its own signature in the stubs
        return described and with_defaults(described, Signature())
    runtime = inspect.signature(function)
    runtime = runtime.replace(parameters=list(runtime.parameters.values())[1:])
    return runtime if described is None else with_defaults(described, runtime)


def function_signature(name: str, function: Any) -> Signature:
    """Return the signature of a function, with the types of the stubs."""
    described = stubs.function_signature(stubs.find_place(name))
    runtime = inspect.signature(function)
    return runtime if described is None else with_defaults(described, runtime)


def with_defaults(described: Signature, runtime: Signature) -> Signature:
    """Return a signature of a stub with the defaults that the code has."""
    parameters = []
    for parameter in described.parameters.values():
        own = runtime.parameters.get(parameter.name)
        if own is not None and own.default is not Parameter.empty:
            # A default None of a parameter that stubs require is for another form of the call.
            is_other_form = parameter.default is Parameter.empty and own.default is None
            parameter = parameter if is_other_form else parameter.replace(default=own.default)
        elif "Unset" in annotation_text(parameter.annotation):
            parameter = parameter.replace(default=openai_stdlib.UNSET)
        elif parameter.name in OPTIONS:
            continue  # see call_options.md
        elif parameter.default is openai_stdlib.omit:
            parameter = parameter.replace(default=...)
        parameters.append(parameter)
    # The stubs are read without `*names`, and those that follow the official package lack further arguments.
    known = {parameter.name for parameter in parameters} | {"_enforce_credentials"}
    for each in runtime.parameters.values():
        if each.kind is Parameter.VAR_POSITIONAL or (each.kind is Parameter.KEYWORD_ONLY and each.name not in known):
            parameters.append(each)
    return described.replace(parameters=sorted(parameters, key=lambda parameter: parameter.kind))


def _without_self(value: Any, function: Any) -> Signature:
    signature = inspect.signature(function)
    if inspect.isfunction(function) and not isinstance(value, staticmethod):
        return signature.replace(parameters=list(signature.parameters.values())[1:])
    return signature


def signature_block(name: str, signature: Optional[Signature]) -> str:
    """Return a signature as a block of code, or "" if there is nothing to show."""
    return "" if signature is None else signature_lines(one_line(name, signature))


def one_line(name: str, signature: Signature) -> str:
    """Return a signature in one line."""
    return "{}({}){}".format(name, ", ".join(parameter_texts(signature)), _returns(signature))


def _returns(signature: Signature) -> str:
    annotation = signature.return_annotation
    if annotation is Signature.empty or annotation_text(annotation) == "None":
        return ""
    return " -> " + compact(annotation_text(annotation))


def parameter_texts(signature: Signature) -> List[str]:
    """Return the parameters as they are in a definition. Those whose names begin with "_" are not for programs."""
    texts: List[str] = []
    needs_star = True  # before the first parameter that is only a keyword
    for parameter in signature.parameters.values():
        if parameter.name.startswith("_"):
            continue
        if parameter.kind is Parameter.KEYWORD_ONLY and needs_star:
            texts.append("*")
        needs_star = needs_star and parameter.kind is Parameter.POSITIONAL_OR_KEYWORD
        text, equals = STARS[parameter.kind] + parameter.name, "="
        if parameter.annotation is not Parameter.empty:
            text += ": " + (compact(annotation_text(parameter.annotation)) or "Any")
            equals = " = "
        if parameter.default is not Parameter.empty:
            text += equals + default_text(parameter.default)
        texts.append(text)
    return texts


def _typed_dict_keys(value: Any) -> str:
    """Return the keys of a TypedDict as text; "" for anything else."""
    keys = source.typed_dict_keys(value)
    required = [code("{}: {}".format(key, compact(annotation))) for key, annotation, is_required in keys if is_required]
    optional = [
        code("{}: {}".format(key, compact(annotation))) for key, annotation, is_required in keys if not is_required
    ]
    texts = ["Keys: {}.".format(", ".join(required))] if required else []
    return " ".join(texts + (["Optional keys: {}.".format(", ".join(optional))] if optional else []))


def error_tree(page: Page) -> List[str]:
    """Return the errors of a page as a tree, with their further bases."""
    classes = [load(name) for section in page.sections for name in section.names]
    parents = {cls: next((base for base in cls.__bases__ if base in classes), None) for cls in classes}
    lines: List[str] = []

    def add(cls: type, prefix: str, branch: str) -> None:
        others = [base.__name__ for base in cls.__bases__ if base not in (parents[cls], Exception)]
        lines.append(prefix + branch + cls.__name__ + (" ({})".format(", ".join(others)) if others else ""))
        children = [child for child in classes if parents[child] is cls]
        prefix += {"├── ": "│   ", "└── ": "    "}.get(branch, "")
        for child in children:
            add(child, prefix, "└── " if child is children[-1] else "├── ")

    for cls in classes:
        if parents[cls] is None:
            add(cls, "", "")
    return lines
