# SPDX-License-Identifier: MIT
"""Write the table of models: docs/models.txt to read, openai_stdlib/answer/models_*.py to ship.

Run it from the project's root with an interpreter that has the official package installed, whose classes say which
models there are:  python tools/models.py [--check]

The text has a line `@@package` for each package below the official package's `types`, `@module` for each module, then
a line for each of its models: the name and its fields in order. A star before a name begins a module that is named
like it. A field is `name`, or `name=wire` where the wire has another name, then maybe `:Model|Model` (what is in it,
lists or not; `{}` before it: by keys) and `~value,value` (the only values it can have). A name without its module is
of the same module, else of the same package, else the only one; `.module.Name` is of the same package.
`Name = Model|Model` is a union or another name; `! Name Name` are names that only annotations use.
answer/table.py reads it.
"""

from __future__ import annotations

import base64
import importlib
import inspect
import pkgutil
import re
import sys
import typing
import zlib
from pathlib import Path
from typing import Any, Dict, Iterator, List, Set, Tuple

TEXT = Path("docs/models.txt")
FIRST = Path("openai_stdlib/answer/models_chat.py")
MODULE = Path("openai_stdlib/answer/models_table.py")
ROOT = "openai.types."
HEAD = '''# SPDX-License-Identifier: MIT
"""The table of models, compressed. Data only: docs/models.txt is the same as text, tools/models.py writes both.

Each section is zlib in base64. Read by table.py.
"""

# Packages below `types` that a section describes, and the section.
SECTIONS = (
'''
FIRST_HEAD = '''# SPDX-License-Identifier: MIT
"""The models of chat, the first section of the table, as it is: most programs need no other and unpack nothing.

Data only, written by tools/models.py; docs/models.txt has all sections. Read by table.py.
"""

'''
# Sections of packages: those that a call needs together, like ones behind each other. "" is what is in no package.
SECTIONS = (
    ("chat",),
    ("", "shared", "audio"),
    ("responses", "conversations"),
    ("beta",),
    ("admin",),
    ("realtime", "live"),
    ("webhooks", "evals", "graders", "fine_tuning", "containers", "skills", "safety", "uploads", "vector_stores"),
)
TELLING = ("type", "object", "role", "event")  # fields by which the members of a union are told apart
SOCKETS = ("live", "realtime")  # packages that are mostly about what goes over web sockets
WIDTH = 102  # characters of a packed section in a line


def modules() -> Iterator[str]:
    """Yield the names of all modules below the official `types`, imported; parameters have none."""
    import openai.types

    for found in pkgutil.walk_packages(openai.types.__path__, ROOT):
        module = importlib.import_module(found.name)
        path = found.name[len(ROOT) :]
        names = names_of(module)
        is_of_parameters = path.endswith(("_param", "_params")) or path.startswith("shared_params")
        if not found.ispkg and names and not (is_of_parameters and not any(is_model(vars(module)[n]) for n in names)):
            yield path


def names_of(module: Any) -> List[str]:
    """Return the names that a module says it has; without a word, those that look like classes."""
    capital = [name for name in vars(module) if name[:1].isupper() and name not in vars(typing)]
    return list(getattr(module, "__all__", capital))


def is_model(value: Any) -> bool:
    """Tell whether something is a model."""
    from openai import BaseModel

    return inspect.isclass(value) and not typing.get_origin(value) and issubclass(value, BaseModel)


def members(annotation: Any) -> List[Any]:
    """Return the models that stand in an annotation, in order, each once."""
    if type(annotation).__name__ == "TypeAliasType":
        return members(annotation.__value__)
    if is_model(annotation):
        return [annotation]
    if typing.get_origin(annotation) is typing.Literal:
        return []
    return list(dict.fromkeys(model for inner in typing.get_args(annotation) for model in members(inner)))


def is_mapping(annotation: Any) -> bool:
    """Tell whether models stand in an annotation as the values of a mapping."""
    if typing.get_origin(annotation) is dict:
        return True
    return typing.get_origin(annotation) is not list and any(map(is_mapping, typing.get_args(annotation)))


def literals(annotation: Any) -> Tuple[str, ...]:
    """Return the texts that are all that an annotation allows, or ()."""
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is typing.Literal:
        return tuple(value for value in arguments if isinstance(value, str))
    if typing.get_origin(annotation) in (typing.Union, typing.Annotated) or type(annotation).__name__ == "UnionType":
        return literals(arguments[0]) if len([a for a in arguments if a is not type(None)]) == 1 else ()
    return ()


def answers() -> Iterator[Any]:
    """Yield the annotations of all that the operations of the official client return, of webhooks and of helpers."""
    import openai.resources
    from openai._resource import SyncAPIResource
    from openai.types.chat import ParsedChatCompletion
    from openai.types.responses import ParsedResponse

    yield ParsedChatCompletion
    yield ParsedResponse

    for found in pkgutil.walk_packages(openai.resources.__path__, "openai.resources."):
        importlib.import_module(found.name)
    waiting = [SyncAPIResource]
    while waiting:
        resource = waiting.pop()
        waiting += resource.__subclasses__()
        for function in vars(resource).values():
            if inspect.isfunction(function):
                names = {**vars(typing), **vars(sys.modules[function.__module__])}
                try:
                    yield typing.get_type_hints(function, names)["return"]
                except (NameError, KeyError, TypeError):
                    continue


def reachable(annotations: Iterator[Any]) -> Set[Any]:
    """Return the models that stand in annotations, and in the fields of those."""
    found: Set[Any] = set()
    waiting = [model for annotation in annotations for model in members(annotation)]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            waiting += [inner for field in model.model_fields.values() for inner in members(field.annotation)]
    return found


def snake(name: str) -> str:
    """Return the name of the module that a model's name gives."""
    name = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", name)
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name).lower()


class Writer:
    """Writes lines, with names as short as they can be in their section."""

    def __init__(self) -> None:
        self.paths = list(modules())
        self.described = reachable(answers())
        # Told apart by what they say of themselves; others need not say it.
        self.choices = {
            model
            for described in self.described
            for field in described.model_fields.values()
            if len(members(field.annotation)) > 1
            for model in members(field.annotation)
        }
        self.homes: Dict[str, List[str]] = {}  # name of a model or union -> the modules that define it
        self.paths = [path for path in self.paths if path.split(".")[0] not in SOCKETS or self.is_described(path)]
        self.unions: Dict[Tuple[Any, ...], Tuple[str, str]] = {}  # members -> where such a union has a name
        for path in self.paths:
            for name in self.public(path):
                value = self.value(path, name)
                if is_model(value):
                    if value.__module__ == ROOT + path:
                        self.homes.setdefault(name, []).append(path)
                elif len(members(value)) > 1 and self.described.issuperset(members(value)):
                    self.homes.setdefault(name, []).append(path)
                    self.unions.setdefault(tuple(members(value)), (path, name))
                    self.choices.update(members(value))

    def is_described(self, path: str) -> bool:
        """Tell whether a module has a model that comes with an answer."""
        return any(
            self.value(path, name) in self.described for name in self.public(path) if is_model(self.value(path, name))
        )

    def public(self, path: str) -> List[str]:
        """Return the names that a module says it has, and those of its other models."""
        module = sys.modules[ROOT + path]
        names = names_of(module)
        own = [
            name
            for name, value in vars(module).items()
            if is_model(value) and (value.__module__ == module.__name__ or snake(name) == path.rpartition(".")[2])
        ]
        return names + [name for name in own if name not in names and "[" not in name]

    def value(self, path: str, name: str) -> Any:
        """Return what a module has by that name."""
        return getattr(sys.modules[ROOT + path], name, None)

    def reference(self, home: str, name: str, path: str) -> str:
        """Return a name as it is found from a module: alone in that module, else in its package, else anywhere."""
        homes = self.homes[name]
        if home == path or homes == [home]:
            return name
        package = path.rpartition(".")[0]
        near = [place for place in homes if place.rpartition(".")[0] == package]
        if near == [home] and path not in homes:
            return name
        return home[len(package) :] + "." + name if package and home in near else home + "." + name

    def references(self, models: List[Any], path: str, own: str = "") -> str:
        """Return the names of models, between bars, or that of the union that they are."""
        home, name = self.unions.get(tuple(models), ("", ""))
        if name and (home, name) != (path, own):
            return self.reference(home, name, path)
        return "|".join(self.reference(model.__module__[len(ROOT) :], model.__name__, path) for model in models)

    def field(self, model: Any, name: str, path: str) -> str:
        """Return one field."""
        field = model.model_fields[name]
        text = name if field.alias in (None, name) else name + "=" + field.alias
        inner = members(field.annotation)
        if inner:
            text += ":" + ("{}" if is_mapping(field.annotation) else "") + self.references(inner, path)
        if name in TELLING and model in self.choices and literals(field.annotation):
            text += "~" + ",".join(literals(field.annotation))
        return text

    def module(self, path: str) -> Iterator[str]:
        """Yield a module's lines, the one that names it first."""
        last = path.rpartition(".")[2]
        public = sorted(self.public(path), key=lambda name: snake(name) != last)
        names, named = [], False
        for name in public:
            value = self.value(path, name)
            if value in self.described and value.__module__ == ROOT + path:
                line = " ".join([name] + [self.field(value, key, path) for key in value.model_fields])
            elif members(value) and not is_model(value) and self.described.issuperset(members(value)):
                line = "{} = {}".format(name, self.references(members(value), path, name))
            elif value in self.described and "[" not in value.__name__:
                line = "{} = {}.{}".format(name, value.__module__[len(ROOT) :], value.__name__)
            else:
                names.append(name)
                continue
            if not named:
                if snake(name) == last:
                    line = "*" + line
                else:
                    yield "@" + last
            named = True
            yield line
        if names:
            if not named:
                yield "@" + last
            yield "! " + " ".join(names)


def sections() -> List[Tuple[Tuple[str, ...], str]]:
    """Return the sections: the packages, and the text."""
    writer = Writer()
    found: Dict[Tuple[str, ...], List[str]] = {packages: [] for packages in SECTIONS}
    begun = set()
    for path in sorted(writer.paths, key=lambda path: path.rpartition(".")[::2]):
        package = path.rpartition(".")[0]
        top = package.split(".")[0]
        lines = found[next((packages for packages in SECTIONS if top in packages), SECTIONS[-1])]
        if package not in begun:
            lines.append("@@" + package)
            begun.add(package)
        lines += writer.module(path)
    return [(packages, "\n".join(lines) + "\n") for packages, lines in found.items()]


def packed(texts: List[Tuple[Tuple[str, ...], str]]) -> str:
    """Return the module that ships the sections after the first."""
    lines = [HEAD]
    for packages, text in texts[1:]:
        code = base64.b64encode(zlib.compress(text.encode("utf-8"), 9)).decode("ascii")
        lines.append('    (\n        "{}",\n        (\n'.format(" ".join(packages)))
        lines += ['            "{}"\n'.format(code[start : start + WIDTH]) for start in range(0, len(code), WIDTH)]
        lines.append("        ),\n    ),\n")
    return "".join(lines) + ")\n"


def main(arguments: List[str]) -> int:
    """Write the two files, or say with --check whether they are as they would be written."""
    texts = sections()
    first = '{}PACKAGES = "{}"\nTEXT = """\\\n{}"""  # noqa: E501\n'.format(
        FIRST_HEAD, " ".join(texts[0][0]), texts[0][1]
    )
    wanted = {TEXT: "\n".join(text for _, text in texts), FIRST: first, MODULE: packed(texts)}
    stale = [path for path in wanted if not path.exists() or path.read_text(encoding="utf-8") != wanted[path]]
    if "--check" in arguments:
        for path in stale:
            print("{} is out of date: run tools/models.py".format(path))
        return bool(stale)
    for path in wanted:
        path.write_text(wanted[path], encoding="utf-8")
        print("{}: {} bytes".format(path, len(wanted[path])))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
