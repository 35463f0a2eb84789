# SPDX-License-Identifier: MIT
"""Write openai_stdlib/results/model_data/: the models of the API, read from the classes of the official package.

Run it from the project's root with an interpreter that has the official package:

    python tools/models.py            write the modules
    python tools/models.py --check    report the modules that differ from what would be written

The notation is explained in model_data/__init__.py, whose functions also check here that each reference finds the
right model. Only names and types are read, no documentation.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import sys
import textwrap
import typing
from pathlib import Path
from typing import Any, Dict, Iterable, Iterator, List, NamedTuple, Set, Tuple, Union

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from openai_stdlib.results import model_data  # noqa: E402
from openai_stdlib.results.model_data import Module, snake_case  # noqa: E402
from openai_stdlib.results.model_index import names_in  # noqa: E402

FOLDER = PROJECT / "openai_stdlib" / "results" / "model_data"
ROOT = "openai.types."
WIDTH = 120
DISCRIMINATORS = ("type", "object", "role", "event")  # fields by which the members of a union are told apart
# What a reference has to save, in characters, if the reader has to look it up in another family or at another topic.
FOREIGN_COST = 30
UNRELATED_COST = 60
MAX_DEPTH = 9  # of unions in unions
MODULE_HEAD = '''# SPDX-License-Identifier: MIT
"""Models of {}. __init__.py explains the notation; written by tools/models.py."""
'''
ANNOTATIONS_HEAD = '''# SPDX-License-Identifier: MIT
"""Names below `types` that are no models: literals and parameters.

Each stands for `typing.Any` in the module that is named like it, or before the parenthesis. Packages without such names
are listed too. Written by tools/models.py.
"""

NAMES = {
'''
# Beginnings of the names of modules directly below `types` -> their family. All others are in `shared`.
ROOT_FAMILIES = {
    "batch": "files",
    "completion": "chat",
    "container_": "containers",
    "content_provenance": "content_provenance_checks",
    "create_embedding": "embeddings",
    "decision": "decisions",
    "deleted_skill": "skills",
    "embedding": "embeddings",
    "eval_": "evals",
    "file_chunking": "vector_stores",
    "file_": "files",
    "image": "images",
    "model": "models",
    "moderation": "moderations",
    "other_file_chunking": "vector_stores",
    "skill": "skills",
    "static_file_chunking": "vector_stores",
    "upload": "files",
    "vector_store": "vector_stores",
    "video": "videos",
}


# Families with models that operations return and with others, which go over web sockets -> the family of the latter.
EVENT_FAMILIES = {
    "beta": "server_events",
    "realtime": "realtime_events",
    "response_events": "server_events",
    "responses": "server_events",
}


class Place(NamedTuple):
    """Where a model or union is defined: the path of a module below `types`, and a name in it."""

    path: str
    name: str


class Field(NamedTuple):
    """A field of a model. `models` are the places of the models inside, `union` the name that they have together."""

    name: str
    json_name: str
    models: Tuple[Place, ...]
    container: str  # "[]", "{}" or ""
    values: Tuple[str, ...]
    is_float: bool


class ModelEntry(NamedTuple):
    """A model of a module, and the models that it inherits from, the nearest first."""

    fields: Tuple[Field, ...]
    bases: Tuple[Place, ...]


class UnionEntry(NamedTuple):
    """A name for a union of models, or another name for one."""

    models: Tuple[Place, ...]


Entry = Union[ModelEntry, UnionEntry]


# Reading the official package


def walk_modules() -> Iterator[str]:
    """Yield the paths of all modules below the official `types`, imported; those of parameters are left out."""
    import openai.types

    for info in pkgutil.walk_packages(openai.types.__path__, ROOT):
        module = importlib.import_module(info.name)
        path = info.name[len(ROOT) :]
        names = exported_names(module)
        is_of_parameters = path.endswith(("_param", "_params")) or path.startswith("shared_params")
        if not info.ispkg and names and not (is_of_parameters and not any(is_model(vars(module)[n]) for n in names)):
            yield path


def walk_packages() -> List[str]:
    """Return the paths of all packages below the official `types`; "" is `types` itself."""
    import openai.types

    paths = [info.name[len(ROOT) :] for info in pkgutil.walk_packages(openai.types.__path__, ROOT) if info.ispkg]
    return sorted({""}.union(path for path in paths if path != "shared_params"))


def exported_names(module: Any) -> List[str]:
    """Return the names in `__all__`, or else those that look like classes."""
    capitalized = [name for name in vars(module) if name[:1].isupper() and name not in vars(typing)]
    return list(getattr(module, "__all__", capitalized))


def defined_aliases(module: Any) -> List[str]:
    """Return the names that a module defines as `Name: TypeAlias = …`."""
    assignments = [node for node in ast.parse(inspect.getsource(module)).body if isinstance(node, ast.AnnAssign)]
    return [
        node.target.id
        for node in assignments
        if isinstance(node.target, ast.Name) and ast.unparse(node.annotation) == "TypeAlias"
    ]


def is_model(value: Any) -> bool:
    """Tell whether a value is a class of models."""
    from openai import BaseModel

    return inspect.isclass(value) and not typing.get_origin(value) and issubclass(value, BaseModel)


def is_in_types(value: Any) -> bool:
    """Tell whether a value is a class of models of the API."""
    return is_model(value) and value.__module__.startswith(ROOT)


def models_in(annotation: Any) -> List[Any]:
    """Return the models in an annotation, in order, each once."""
    if type(annotation).__name__ == "TypeAliasType":
        return models_in(annotation.__value__)
    if is_model(annotation):
        return [annotation]
    if typing.get_origin(annotation) is typing.Literal:
        return []
    return list(dict.fromkeys(model for inner in typing.get_args(annotation) for model in models_in(inner)))


def container_of(annotation: Any) -> str:
    """Return "{}" if the models in an annotation are the values of a mapping, "[]" if they are in a list, else ""."""
    if type(annotation).__name__ == "TypeAliasType":
        return container_of(annotation.__value__)
    origin = typing.get_origin(annotation)
    if origin in (dict, list):
        return "{}" if origin is dict else "[]"
    return next(filter(None, map(container_of, typing.get_args(annotation))), "")


def fixed_values(annotation: Any) -> Tuple[str, ...]:
    """Return the strings that are all that an annotation allows, or ()."""
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is typing.Literal:
        return tuple(value for value in arguments if isinstance(value, str))
    if typing.get_origin(annotation) in (typing.Union, typing.Annotated) or type(annotation).__name__ == "UnionType":
        return fixed_values(arguments[0]) if len([a for a in arguments if a is not type(None)]) == 1 else ()
    return ()


def is_float(annotation: Any) -> bool:
    """Tell whether an annotation allows a float, and besides it at most None."""
    return [a for a in typing.get_args(annotation) or (annotation,) if a is not type(None)] == [float]


def returned_annotations() -> Iterator[Any]:
    """Yield the annotations of all that operations and helpers return."""
    import openai.resources
    from openai._resource import SyncAPIResource
    from openai.types.chat import ParsedChatCompletion
    from openai.types.responses import ParsedResponse

    yield from (ParsedChatCompletion, ParsedResponse)

    for info in pkgutil.walk_packages(openai.resources.__path__, "openai.resources."):
        importlib.import_module(info.name)
    pending = [SyncAPIResource]
    while pending:
        resource = pending.pop()
        pending += resource.__subclasses__()
        for function in vars(resource).values():
            if inspect.isfunction(function):
                names = {**vars(typing), **vars(sys.modules[function.__module__])}
                try:
                    yield typing.get_type_hints(function, names)["return"]
                except (NameError, KeyError, TypeError):
                    continue


def reachable_models(annotations: Iterator[Any]) -> Set[Any]:
    """Return the models in annotations, and those in their fields, at any depth."""
    reached: Set[Any] = set()
    pending = [model for annotation in annotations for model in models_in(annotation)]
    while pending:
        model = pending.pop()
        if model not in reached:
            reached.add(model)
            pending += [inner for field in model.model_fields.values() for inner in models_in(field.annotation)]
    return reached


def official_value(path: str, name: str) -> Any:
    """Return the value of a name in a module of the official package."""
    return getattr(sys.modules[ROOT + path], name, None)


def model_place(model: Any) -> Place:
    """Return where a class of models is defined."""
    return Place(model.__module__[len(ROOT) :], model.__name__)


class Official:
    """The models of the official package: `entries` has the models and unions, `others` what only annotations use."""

    def __init__(self) -> None:
        paths = list(walk_modules())
        self.returned = reachable_models(returned_annotations())
        self.entries: Dict[str, Dict[str, Entry]] = {}
        self.others: Dict[str, List[str]] = {}
        values = [official_value(path, name) for path in paths for name in self.names_of(path)]
        annotations = [value for value in values if not is_model(value)]
        annotations += [
            field.annotation for value in values if is_model(value) for field in value.model_fields.values()
        ]
        # Models that nothing but their fields tells apart from others; elsewhere fixed values aren't needed.
        unions = [models for models in map(models_in, annotations) if len(models) > 1]
        self.union_members = {model for models in unions for model in models}
        for path in sorted(paths, key=lambda path: path.rpartition(".")[::2]):
            self.read_module(path)

    def family_of(self, path: str) -> str:
        """Return the family of a module: a family of events if operations return none of its models."""
        entries = self.entries[path]
        own = [name for name in entries if isinstance(entries[name], ModelEntry)]
        models = [models_in(official_value(path, name)) for name in own or entries]
        family = family_of_path(path)
        return family if any(map(self.returned.issuperset, models)) else EVENT_FAMILIES.get(family, family)

    def names_of(self, path: str) -> List[str]:
        """Return the exported names of a module, of its other models and aliases, its main model first."""
        module = sys.modules[ROOT + path]
        last = path.rpartition(".")[2]
        names = exported_names(module)
        own = [
            name
            for name, value in vars(module).items()
            if is_model(value) and (value.__module__ == module.__name__ or snake_case(name) == last)
        ]
        names += [
            name for name in dict.fromkeys(own + defined_aliases(module)) if name not in names and "[" not in name
        ]
        return sorted(names, key=lambda name: snake_case(name) != last)

    def read_module(self, path: str) -> None:
        """Read the names of one module."""
        for name in self.names_of(path):
            value = official_value(path, name)
            models = models_in(value)
            if is_model(value) and model_place(value) == (path, name):
                fields = [self.read_field(value, field) for field in value.model_fields]
                bases = [model_place(base) for base in value.__mro__[1:] if is_in_types(base)]
                self.entries.setdefault(path, {})[name] = ModelEntry(tuple(fields), tuple(bases))
            elif models and not (is_model(value) and "[" in value.__name__):
                self.entries.setdefault(path, {})[name] = UnionEntry(tuple(map(model_place, models)))
            else:
                self.others.setdefault(path, []).append(name)

    def read_field(self, model: Any, name: str) -> Field:
        """Read one field of a model."""
        field = model.model_fields[name]
        models = tuple(map(model_place, models_in(field.annotation)))
        values = fixed_values(field.annotation) if name in DISCRIMINATORS else ()
        if len(values) > 1 and model not in self.union_members:
            values = ()
        container = container_of(field.annotation) if models else ""
        return Field(name, field.alias or name, models, container, values, is_float(field.annotation))


# Building the tables


class Tables:
    """The tables of all families, registered with model_data so that its functions look names up in them."""

    def __init__(self, official: Official) -> None:
        self.official = official
        self.modules: Dict[str, Module] = {}  # path -> module
        self.unions: Dict[Tuple[Place, ...], List[Place]] = {}
        self.originals: Dict[Any, List[Place]] = {}  # shape -> models with their fields written out
        model_data._tables.clear()
        model_data._modules.clear()
        for family in model_data.FAMILIES:
            model_data._tables[family] = {}
        for path in sorted(official.entries, key=lambda path: model_data.FAMILIES.index(official.family_of(path))):
            self.add_module(path, official.family_of(path))
        for models, unions in self.unions.items():  # the one that can be written out in the fewest characters first
            unions.sort(key=lambda union: sum(len(self.reference(place, *self.locate(union))) for place in models))
        for module in self.modules.values():
            for name, entry in official.entries[module.path].items():
                module.models[name] = self.full_text(module, name, entry)
        for module in self.modules.values():
            self.share(module)

    def add_module(self, path: str, family: str) -> None:
        """Register a module with the names in it, their texts still empty."""
        entries = self.official.entries[path]
        package, _, last = path.rpartition(".")
        key = next((name for name in entries if snake_case(name) == last), last)
        module = Module(family, package, key, "")
        module.models = dict.fromkeys(entries, "")
        self.modules[path] = module
        model_data._modules[package, key] = module
        model_data._tables[family].setdefault(package, {})[key] = ""
        for name, entry in entries.items():
            if isinstance(entry, UnionEntry) and len(entry.models) > 1:
                self.unions.setdefault(entry.models, []).append(Place(path, name))

    def locate(self, place: Place) -> Tuple[Module, str]:
        """Return the module of a place, and the name."""
        return self.modules[place.path], place.name

    def full_text(self, module: Module, name: str, entry: Entry) -> str:
        """Return the text of a model or union."""
        if isinstance(entry, UnionEntry):
            return "= " + self.references(entry.models, module, name, True)
        fields = []
        inherited: Tuple[Field, ...] = ()
        if entry.bases:
            base = self.official.entries[entry.bases[0].path][entry.bases[0].name]
            inherited = base.fields if isinstance(base, ModelEntry) else ()
            fields.append("({})".format(self.reference(entry.bases[0], module, name)))
        for field in entry.fields:
            if field in inherited:
                continue
            fields.append(self.field_text(field, module, name))
        return ", ".join(fields)

    def field_text(self, field: Field, module: Module, name: str) -> str:
        """Return the text of one field."""
        text = field.name if field.name == field.json_name else field.json_name + " as " + field.name
        if field.models:
            text += ": {0[0]}{1}{0[1]}" if field.container else ": {1}"
            text = text.format(field.container, self.references(field.models, module, name))
        if field.is_float:
            text += ": float"
        if field.values:
            text += " = " + " | ".join('"{}"'.format(value) for value in field.values)
        return text

    def references(self, models: Tuple[Place, ...], module: Module, name: str, is_union: bool = False) -> str:
        """Return references to models, or to the union that they are: one of the same module, else the shortest."""
        spelled_out = " | ".join(self.reference(place, module, name) for place in models)
        options = [spelled_out]
        own = Place(module.path, name)
        for union in self.unions.get(models, ()):
            if is_union and union == own:
                break  # earlier unions only, so that no two refer to each other
            if union != own:
                options.append(self.reference(union, module, name))
                if union.path == own.path:
                    return options[-1]
        return min(options, key=len)

    def reference(self, place: Place, module: Module, name: str) -> str:
        """Return the shortest reference from a model to a place that finds it."""
        target = self.modules[place.path]
        options = [place.name] if place.name == target.key or target is module else []
        options.append("{}.{}".format(target.key, place.name))
        for prefix in (target.family, target.package):
            options += [prefix + "." + option for option in options[:2] if prefix]
        if target is module and place.name.startswith(name) and place.name != name:
            options.insert(0, "+" + place.name[len(name) :])
        for option in options:
            if model_data.resolve(option, (module, name, None)) == (target, place.name):
                return option
        raise LookupError("{} can't be named in {}".format(place, module.path))

    def share(self, module: Module) -> None:
        """Let models of a module be like others before them, the outermost first."""
        for name in sorted(module.models, key=len):
            if name in module.models and not module.models[name].startswith("("):
                for place in self.candidates(module, name):
                    self.try_copy(module, name, place)
            if name in module.models and not module.models[name].startswith(("like ", "(")):
                shape = self.shape(self.official.entries[module.path][name])
                self.originals.setdefault(shape, []).append(Place(module.path, name))

    def shape(self, entry: Entry) -> Any:
        """Return what alike models have in common: the names of their fields, or the ends of their members' names."""
        if isinstance(entry, UnionEntry):
            return tuple(place.name[-5:] for place in entry.models)
        return frozenset(field.json_name for field in entry.fields)

    def candidates(self, module: Module, name: str) -> List[Place]:
        """Return models that one may be like, the best first."""
        shape = self.shape(self.official.entries[module.path][name])
        places = list(self.originals.get(shape, ()))[:6]
        if isinstance(shape, frozenset):
            smaller = [
                (len(shape - other), places)
                for other, places in self.originals.items()
                if isinstance(other, frozenset) and other < shape and len(other) > 1 and len(shape - other) < 4
            ]
            smaller.sort(key=lambda pair: pair[0])
            for _, others in smaller[:6]:
                places += [place for place in others if place.name[-8:] == name[-8:]][:3]
        return places

    def try_copy(self, module: Module, name: str, place: Place) -> None:
        """Let a model, with those below it, be like another one, if that is right and shorter."""
        original = self.modules[place.path]
        entries = self.official.entries[module.path]
        below = [other for other in entries if other != name and is_below(other, name, module)]
        brought = []
        for other in self.official.entries[place.path]:
            if other not in (place.name, original.key) and is_below(other, place.name, original):
                brought.append(name + other[len(place.name) :] if other.startswith(place.name) else other)
        if not set(below).issuperset(brought):
            return
        before = dict(module.models)
        module.models[name] = "like " + self.reference(place, module, module.key)
        for other in brought:
            module.models.pop(other, None)
        changes = self.changes(module, name)
        if changes:
            module.models[name] += ", " + changes
        for other in sorted(brought, key=len):
            if not self.is_right(module, other):
                module.models[other] = before.get(other) or self.full_text(module, other, entries[other])
        size = sum(len(key) + len(text) + 10 for key, text in module.models.items())
        if original.family != module.family and place.name != name.replace("Beta", "", 1):
            size += FOREIGN_COST
        if changes and not are_related(name, place.name):
            size += UNRELATED_COST
        is_shorter = size < sum(len(key) + len(text) + 10 for key, text in before.items())
        if not is_shorter or not all(self.is_right(module, other) for other in [name, *below]):
            module.models = before

    def changes(self, module: Module, name: str) -> str:
        """Return the fields that a model has beside or unlike those of the one that it is like."""
        entry = self.official.entries[module.path][name]
        definition = model_data.define(module, name)
        if definition is None or not isinstance(entry, ModelEntry):
            return ""
        copied = {field[0]: self.resolved_field(field) for field in model_data.fields_of(definition)}
        wanted = {field.json_name: field for field in entry.fields}
        names = list(wanted)
        behind = next(  # the names after those that keep their places
            names[count:]
            for count in range(len(names), -1, -1)
            if [other for other in copied if other not in names[count:]] == names[:count] or not count
        )
        texts = []
        for other, field in wanted.items():
            if copied.get(other) != field:
                texts.append(self.field_text(field, module, name))
            elif other in behind:
                texts.append(other)
        return ", ".join(texts)

    def resolved_field(self, field: Any) -> Field:
        """Return a field as it is understood."""
        json_name, attribute, inner, values, scope = field
        container = inner[:1] + inner[-1:] if inner[:1] in ("[", "{") else ""
        strings = tuple(value.strip().strip('"') for value in values.split("|")) if values else ()
        is_number = inner == model_data.FLOAT
        paths = model_data.resolve_all(inner.strip("[]{}"), scope) if inner and not is_number else []
        return Field(attribute, json_name, self.flattened(paths), container, strings, is_number)

    def flattened(self, paths: List[Tuple[Module, str]], depth: int = 0) -> Tuple[Place, ...]:
        """Return the places of models, unions taken apart; () if unions refer to each other."""
        places: List[Place] = []
        if depth > MAX_DEPTH:
            return ()
        for module, name in paths:
            definition = model_data.define(module, name)
            if definition:
                places += self.flattened(model_data.members_of(definition), depth + 1) or [Place(module.path, name)]
        return tuple(dict.fromkeys(places))

    def is_right(self, module: Module, name: str) -> bool:
        """Tell whether the definition that is found for a name is the official one."""
        entry = self.official.entries[module.path][name]
        definition = model_data.define(module, name)
        if definition is None:
            return False
        if isinstance(entry, UnionEntry):
            return self.flattened(model_data.members_of(definition)) == entry.models
        base = model_data.base_of(module, name)
        return (
            not model_data.members_of(definition)
            and tuple(map(self.resolved_field, model_data.fields_of(definition))) == entry.fields
            and (base and Place(base[0].path, base[1])) == next(iter(entry.bases), None)
        )

    def text_of(self, module: Module) -> str:
        """Return the text of a module, which has to be read as it was meant."""
        text = module_text(module, self.official.entries[module.path])
        if model_data.parse_module(module.key, text) != module.models:
            raise ValueError("{} can't be written: {}".format(module.path, text))
        return text

    def wrong(self) -> List[str]:
        """Return the models whose definition isn't the official one."""
        return [
            "{}.{}".format(path, name)
            for path, module in self.modules.items()
            for name in self.official.entries[path]
            if not self.is_right(module, name) or name not in names_in(module)
        ]


def are_related(name: str, other: str) -> bool:
    """Tell whether two models are variants of the same thing by their names."""
    name, other = name.replace("Beta", "", 1), other.replace("Beta", "", 1)
    return name.startswith(other) or other.startswith(name)


def is_below(name: str, outer: str, module: Module) -> bool:
    """Tell whether a model is the outer one or below it; all models of a module are below its main model."""
    rest = name[len(outer) :]
    return outer == module.key or (name.startswith(outer) and not rest[:1].islower())


def family_of_path(path: str) -> str:
    """Return the family of a module below `types`."""
    package, _, last = path.rpartition(".")
    if package == "responses" and last.endswith("_event"):
        return "response_events"
    if package:
        return model_data.family_of(package)
    matching = [beginning for beginning in ROOT_FAMILIES if last.startswith(beginning)]
    return ROOT_FAMILIES[max(matching, key=len)] if matching else "shared"


# Writing the modules


def wrap(text: str, indent: str, first_width: int) -> str:
    """Break a text into lines, after commas and bars if that is possible; those after the first are indented."""
    lines = [""]
    room = first_width
    words = text.replace(", ", ",\n").replace(" | ", " |\n").split("\n")
    while words:
        word = words.pop(0)
        if len(lines[-1]) + len(word) + 1 <= room:
            lines[-1] += (" " if lines[-1] else "") + word
        elif " " in word and len(word) > WIDTH - len(indent):
            words = word.split(" ") + words
        else:
            lines.append(word)
            room = WIDTH - len(indent)
    return ("\n" + indent).join(lines)


def module_text(module: Module, order: Iterable[str]) -> str:
    """Return the text of a module: its main model, and the others below it."""
    main = module.models.get(module.key, "")
    names = [name for name in order if name in module.models and name != module.key]
    start = len('    "{}": ""'.format(module.key))
    if not names and start + len(main) + 1 <= WIDTH:
        return main
    lines = [wrap(main, " " * 8, WIDTH - start - 1)]
    for name, outer, depth in outline(names):
        indent = "    " + "  " * depth
        title = "+" + name[len(outer) :] if outer else name
        text = module.models[name]
        title += " " if text.startswith("= ") else ": " if text else ":"
        lines.append(indent + title + wrap(text, indent + "    ", WIDTH - len(indent + title)))
    return "\n".join(lines).replace(" \n", "\n") + "\n    "


def quote(text: str) -> str:
    """Return a text as a Python literal."""
    quotes = '"""' if "\n" in text else "'" if '"' in text else '"'
    return quotes + text + quotes


def outline(names: List[str]) -> Iterator[Tuple[str, str, int]]:
    """Yield each name, the name that it depends on and its depth, so that names follow what they depend on."""
    outer_of: Dict[str, str] = {}
    for name in names:
        outers = [outer for outer in names if name.startswith(outer) and not name[len(outer) :][:1].islower()]
        outer_of[name] = max((outer for outer in outers if outer != name), key=len, default="")

    def below(outer: str, depth: int) -> Iterator[Tuple[str, str, int]]:
        for name in names:
            if outer_of[name] == outer:
                yield name, outer, depth
                yield from below(name, depth + 1)

    return below("", 0)


def family_text(family: str, tables: Tables) -> str:
    """Return the source of a family's module."""
    lines = [MODULE_HEAD.format(family.replace("_", " "))]
    packages: Dict[str, List[Module]] = {}
    for path in sorted(tables.modules, key=lambda path: path.rpartition(".")[::2]):
        module = tables.modules[path]
        if module.family == family:
            packages.setdefault(module.package, []).append(module)
    for package, modules in packages.items():
        lines.append("\n{} = {{\n".format(constant_name(package)))
        for module in modules:
            lines.append('    "{}": {},\n'.format(module.key, quote(tables.text_of(module))))
        lines.append("}\n")
    pairs = ['"{}": {}'.format(package, constant_name(package)) for package in packages]
    one_line = "MODELS = {" + ", ".join(pairs) + "}"
    if len(one_line) > WIDTH:
        one_line = "MODELS = {\n" + "".join("    " + pair + ",\n" for pair in pairs) + "}"
    return "".join(lines) + "\n" + one_line + "\n"


def constant_name(package: str) -> str:
    """Return the name of the constant that holds the models of a package."""
    return package.replace(".", "_").upper() or "TOP_LEVEL"


def annotations_text(official: Official) -> str:
    """Return the source of the module with the names that only annotations use."""
    packages: Dict[str, List[str]] = {package: [] for package in walk_packages()}
    for path, names in official.others.items():
        package, _, module = path.rpartition(".")
        is_main = len(names) == 1 and snake_case(names[0]) == module
        packages.setdefault(package, []).append(names[0] if is_main else "{}({})".format(module, ", ".join(names)))
    lines = [ANNOTATIONS_HEAD]
    wrapper = textwrap.TextWrapper(WIDTH, " " * 4, " " * 4, break_long_words=False, break_on_hyphens=False)
    for package, words in packages.items():
        text = '"""\n{}\n    """'.format(wrapper.fill(" ".join(words))) if words else '""'
        lines.append('    "{}": {},\n'.format(package, text))
    return "".join(lines) + "}\n"


def main(arguments: List[str]) -> int:
    """Write the modules, or with --check report those that are out of date."""
    official = Official()
    tables = Tables(official)
    if tables.wrong():
        print("wrong: {}".format(tables.wrong()))
        return 1
    wanted = {FOLDER / (family + ".py"): family_text(family, tables) for family in model_data.FAMILIES}
    wanted[FOLDER / "annotations.py"] = annotations_text(official)
    if "--check" in arguments:
        stale = [path for path in wanted if not path.exists() or path.read_text(encoding="utf-8") != wanted[path]]
        for path in stale:
            print("{} is out of date: run tools/models.py".format(path.relative_to(PROJECT)))
        return bool(stale)
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")
        print("{}: {} bytes".format(path.name, len(text)))
    print(sum(map(len, wanted.values())))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
