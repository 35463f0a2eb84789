# SPDX-License-Identifier: MIT
"""Table of the models of the API: one module for each family of the API, written by tools/models.py.

`MODELS` of a family maps packages below `types` to models by name. The text of a model lists its fields:

    id, usage: CompletionUsage, data: [Item], files: {File}    value, model, list of models, models by key
    created_at: float                                          number that may be sent without a decimal point
    object = "model", role = "user" | "system"                 always this string, one of these strings
    self-harm as self_harm                                     name in JSON, where the attribute has another one
    = Text | Image                                             union of models, or another name for one
    like Completion, usage: Usage                              copy with its own classes, then fields added or changed
    (Completion), usage: Usage                                 subclass: fields of the base, then those added or changed

Further lines are other models of the same module; what is indented below a model belongs to it: `+Input` is short for
the outer model's name followed by `Input`. Names are looked up in the same module, package and family, in this order;
`Completion.Choice` is in the module of Completion, `shared.Reasoning` in another family. A changed field keeps its
place; a bare name that is there already moves to the end. A key in lower case is a module that has no main model.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, List, Optional, Tuple

    Tables = Dict[str, Dict[str, str]]  # package -> key -> text of a module
    ModelPath = Tuple["Module", str]  # a module, and a name in it
    # Where the names in a text are looked up: module and model that it is for, and the module that it was copied from.
    Scope = Tuple["Module", str, Optional["Module"]]
    Definition = List[Tuple[str, Scope]]  # the text of a model, after those of the models that it is made of
    # Name in JSON, attribute, references to the models inside, strings that it can be, scope of the references.
    Field = Tuple[str, str, str, str, Scope]

FLOAT = "float"
FAMILIES = (
    "chat", "shared", "responses", "response_events", "admin", "audio", "beta", "containers",
    "content_provenance_checks", "conversations", "decisions", "embeddings", "evals", "files", "fine_tuning", "images",
    "models", "moderations", "realtime", "realtime_events", "safety", "server_events", "skills", "vector_stores",
    "videos", "webhooks",
)  # fmt: skip
# Packages and resources whose models are in a family of another name.
FAMILY_OF = {
    "": "shared",
    "batches": "files",
    "beta.realtime": "realtime",
    "completions": "chat",
    "graders": "evals",
    "legacy": "chat",
    "live": "realtime",
    "uploads": "files",
}
# Families that share their names: streams alone load their events, and connections those of web sockets.
PARTS: Dict[str, Tuple[str, ...]] = {
    "responses": ("responses", "response_events"),
    "response_events": ("response_events", "responses"),
    "realtime": ("realtime", "realtime_events"),
    "realtime_events": ("realtime_events", "realtime"),
    "server_events": ("server_events", "response_events", "responses", "beta"),
}


class Module:
    """One module of models: `key` is the name of its main model, `models` maps all names in it to their texts."""

    def __init__(self, family: str, package: str, key: str, text: str) -> None:
        self.family = family
        self.package = package
        self.key = key
        self.models: Dict[str, str] = parse_module(key, text)

    @property
    def path(self) -> str:
        """The dotted path of the module below `types`."""
        return (self.package + "." if self.package else "") + snake_case(self.key)


def parse_module(key: str, text: str) -> Dict[str, str]:
    """Return the texts of a module's models by name."""
    first, *lines = text.split("\n")
    name = key
    models = {key: first} if key[0].isupper() else {}
    outer = [key]
    last_indent = 4
    for line in lines:
        entry = line.lstrip()
        indent = len(line) - len(entry)
        if indent >= last_indent + 4:
            models[name] = (models[name] + " " + entry).lstrip()  # a long text goes on
        elif entry:
            name, _, body = entry.partition(" ")  # `Name: fields` or `Name = A | B`
            name = name.rstrip(":")
            if indent == 4:
                outer = [name]
            else:  # models that belong to another one are indented by 2 more
                depth = indent // 2 - 2
                if name[0] == "+":
                    name = outer[depth - 1] + name[1:]
                outer[depth:] = [name]
            models[name] = body
            last_indent = indent
    return models


def snake_case(name: str) -> str:
    """Return the name of the module of a model: chat_completion for ChatCompletion, api_key for APIKey."""
    snake = ""
    for index, letter in enumerate(name):
        following = name[index + 1 : index + 2]
        if letter.isupper() and index and (not name[index - 1].isupper() or following.islower()):
            snake += "_"
        snake += letter.lower()
    return snake


_tables: Dict[str, Tables] = {}
_modules: Dict[Tuple[str, str], Module] = {}


def family_of(package: str) -> str:
    """Return the name of the family of a package or resource; the family may not exist."""
    top = package.partition(".")[0]
    return FAMILY_OF.get(package) or FAMILY_OF.get(top, top)


def load_family(family: str) -> Tables:
    """Return the tables of a family, {} if there is no such family in this copy of the package."""
    tables = _tables.get(family)
    if tables is None:
        if family not in FAMILIES:
            return {}
        try:
            tables = _tables[family] = __import__(family, globals(), None, ["MODELS"], 1).MODELS
        except ModuleNotFoundError:  # left out of a vendored copy
            tables = _tables[family] = {}
    return tables


def load_module(family: str, package: str, key: str) -> Module:
    """Return a module by its package and key, parsing it at first use."""
    module = _modules.get((package, key))
    if module is None:
        module = Module(family, package, key, load_family(family)[package][key])
        module = _modules.setdefault((package, key), module)
    return module


def define(module: Module, name: str) -> Optional[Definition]:
    """Return the definition of a name in a module, or None if the module doesn't have it."""
    text = module.models.get(name)
    if text is None or text[:1] == "(" or text[:5] == "like ":
        return _define_by_another(module, name, text)
    return [(text, (module, name, None))]


def _define_by_another(module: Module, name: str, text: Optional[str]) -> Optional[Definition]:
    """Return the definition of a model whose text refers to another, or that has no text because a copy brings it."""
    scope = (module, name, None)
    if text is None:
        original = _find_copied(module, name)
        return _copy(original, scope) if original else None
    if text[0] == "(":
        reference, _, text = text[1:].partition(")")
        path = resolve(reference, scope)
        base = define(*path) if path else None
        return base and base + [(text, scope)]
    reference, _, text = text[5:].partition(",")
    original = find_original(module, reference)
    copy = _copy(original, scope) if original else None
    return copy + [(text, scope)] if copy and text else copy


def base_of(module: Module, name: str) -> Optional[ModelPath]:
    """Return the path of the model that one is a subclass of, or None. A copy has the base of its original."""
    text = module.models.get(name)
    if text is None:
        original = _find_copied(module, name)
        return base_of(*original) if original else None
    if text[:1] == "(":
        return resolve(text[1:].partition(")")[0], (module, name, None))
    if text[:5] == "like ":
        original = find_original(module, text[5:].partition(",")[0])
        return base_of(*original) if original else None
    return None


def find_original(module: Module, reference: str) -> Optional[ModelPath]:
    """Return the path of the model that a `like` in this module refers to."""
    return (module, reference) if reference in module.models else find_outside(module, reference)


def _find_copied(module: Module, name: str) -> Optional[ModelPath]:
    """Return the path of the original of a name that exists in the module only because a copy brings it.

    A copy of a main model brings the whole module, a copy of another one the models that belong to it.
    """
    for copy, text in module.models.items():
        if text[:5] == "like " and (copy == module.key or name.startswith(copy)):
            original = find_original(module, text[5:].partition(",")[0])
            if original is None:
                continue
            source, outer = original
            if name.startswith(copy) and has_name(source, outer + name[len(copy) :]):
                return source, outer + name[len(copy) :]
            if copy == module.key and outer == source.key and name != outer and has_name(source, name):
                return source, name
    return None


def _copy(original: ModelPath, scope: Scope) -> Optional[Definition]:
    """Return the definition of another model, with its names looked up in this model's module first."""
    definition = define(*original)
    if definition is None:
        return None
    module, name, _ = scope
    copy: Definition = []
    for text, other in definition:
        is_own = other[:2] == original  # else it belongs to a base
        copy.append((text, (module, name, other[2] or other[0]) if is_own else other))
    return copy


def fields_of(definition: Definition) -> List[Field]:
    """Return the fields of a model in order."""
    fields: Dict[str, Field] = {}
    for text, scope in definition:
        for entry in text.split(","):
            entry, _, values = entry.strip().partition(" = ")
            names, _, inner = entry.partition(": ")
            name, _, attribute = names.partition(" as ")
            if name in fields and entry == name and not values:
                fields[name] = fields.pop(name)
            elif name:
                fields[name] = name, attribute or name, inner, values, scope
    return list(fields.values())


def members_of(definition: Definition) -> List[ModelPath]:
    """Return the paths of a union's members, [] for a definition that is not a union."""
    text, scope = definition[-1]
    return resolve_all(text[2:], scope) if text[:2] == "= " else []


def has_name(module: Module, name: str) -> bool:
    """Return whether a module has a model or union of that name."""
    return name in module.models or _find_copied(module, name) is not None


def resolve_all(references: str, scope: Scope) -> List[ModelPath]:
    """Return the paths of references separated by bars, without those that cannot be resolved."""
    paths = [resolve(reference.strip(), scope) for reference in references.split("|")]
    return [path for path in paths if path is not None]


def resolve(reference: str, scope: Scope) -> Optional[ModelPath]:
    """Return the path of the model that a reference stands for, or None."""
    module, name, origin = scope
    if reference[0] == "+":
        return module, name + reference[1:]
    if has_name(module, reference):
        return module, reference
    if origin is None:
        return find_outside(module, reference)
    if module.key.endswith(origin.key):  # what is like Response is BetaResponse, so Tool is BetaTool if there is one
        prefix = module.key[: -len(origin.key)]
        path = find_outside(module, prefix + reference) if prefix else None
        if path is not None:
            return path
    return (origin, reference) if has_name(origin, reference) else find_outside(origin, reference)


def find_outside(module: Module, reference: str) -> Optional[ModelPath]:
    """Return the path of a model in another module, by a reference in this one, or None."""
    key, _, name = reference.rpartition(".")
    if (key or name) in load_family(module.family)[module.package]:
        return load_module(module.family, module.package, key or name), name
    return find_dotted(reference) if key else find_in_family(module.family, reference)


def find_in_family(family: str, name: str) -> Optional[ModelPath]:
    """Return the path of a family's main model of that name, or of a model in a module without a main model."""
    for part in PARTS.get(family, (family,)):
        path = _find_in_part(part, name)
        if path is not None:
            return path
    return None


def _find_in_part(part: str, name: str) -> Optional[ModelPath]:
    for package, texts in load_family(part).items():
        if name in texts:
            return load_module(part, package, name), name
    for package, texts in load_family(part).items():
        for key, text in texts.items():
            if key[0].islower() and "\n    {}:".format(name) in text:
                return load_module(part, package, key), name
    return None


def find_dotted(reference: str) -> Optional[ModelPath]:
    """Return the path of a model by `package.Name`, `family.Name` or `package.Module.Name`, or None."""
    parts = reference.split(".")
    family = family_of(".".join(parts[:2]))
    for part in PARTS.get(family, (family,)):
        tables = load_family(part)
        for count in range(len(parts) - 1, 0, -1):
            if parts[count] in tables.get(".".join(parts[:count]), ()):
                return load_module(part, ".".join(parts[:count]), parts[count]), parts[-1]
        path = _find_in_part(part, parts[1])
        if path is not None:
            return path[0], parts[-1]
    return None
