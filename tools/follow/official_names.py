# SPDX-License-Identifier: MIT
"""Facts about what programs import from the official package and configure it with."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from pathlib import Path
from typing import Any, Iterator, List, Set, Tuple

import openai

from .facts import Flat

FOLDER = Path(str(openai.__file__)).parent
OTHER_FACTS = ("types", "resources")  # subpackages that other facts describe


def name_facts() -> Flat:
    """Return the facts about names, clients, settings, errors and environment variables."""
    flat: Flat = {"setting": dict.fromkeys(settings(), ""), "environment variable": {}}
    for path in sorted(FOLDER.rglob("*.py")):
        names = environment_variables(path.read_text(encoding="utf-8"))
        flat["environment variable"].update(dict.fromkeys(sorted(names), ""))
    for facts in (module_names(), clients(), errors()):
        flat.update(facts)
    return flat


def modules() -> Iterator[Tuple[str, List[str]]]:
    """Yield the public modules of the package and their public names; none if the module needs an extra."""
    yield "openai", public_names(openai)
    for info in pkgutil.walk_packages(openai.__path__, "openai.", onerror=lambda name: None):
        path = info.name.split(".")[1:]
        if path[0] not in OTHER_FACTS and not any(part.startswith("_") for part in path):
            try:
                names = public_names(importlib.import_module(info.name))
            except (ImportError, openai.OpenAIError):
                names = []
            yield ".".join(path), names


def public_names(module: Any) -> List[str]:
    """Return a module's names for users: those that it lists or defines, and those that a package re-exports."""
    is_package = hasattr(module, "__path__")
    names = set(getattr(module, "__all__", ()))
    for name, value in vars(module).items():
        if is_of_package(value) and (is_package or value.__module__ == module.__name__):
            names.add(name)
    # pydantic puts its generic classes into modules, with brackets in their names.
    return sorted(name for name in names if name.isidentifier() and (not name.startswith("_") or name.startswith("__")))


def is_of_package(value: Any) -> bool:
    """Tell whether a class or function is defined in the package."""
    is_definition = inspect.isclass(value) or inspect.isfunction(value)
    return is_definition and str(value.__module__).partition(".")[0] == "openai"


def module_names() -> Flat:
    """Return the modules and their public names."""
    flat: Flat = {"module": {"resources": ""}, "module name": {}}
    for path, names in modules():
        flat["module"][path] = ""
        flat["module name"].update(("{} {}".format(path, name), "") for name in names)
    return flat


def settings() -> List[str]:
    """Return the module-level settings: annotated assignments of the package's first module."""
    tree = ast.parse((FOLDER / "__init__.py").read_text(encoding="utf-8"))
    targets = [node.target for node in tree.body if isinstance(node, ast.AnnAssign)]
    names = [target.id for target in targets if isinstance(target, ast.Name)]
    return [name for name in names if not name.startswith("_") and name.islower()]


def clients() -> Flat:
    """Return the clients, the options of their constructors, and those of their copies."""
    flat: Flat = {"client": {}, "client option": {}, "copy option": {}}
    for name in sorted(vars(openai)):
        cls: Any = getattr(openai, name)
        if name.endswith("OpenAI") and inspect.isclass(cls):
            flat["client"][name] = ""
            for kind, function in (("client option", "__init__"), ("copy option", "copy")):
                for option in inspect.signature(getattr(cls, function)).parameters:
                    if option != "self":
                        flat[kind]["{} {}".format(name, option)] = ""
    return flat


def errors() -> Flat:
    """Return the exception classes that the package exports, and their bases."""
    flat: Flat = {"error": {}, "error base": {}}
    for name, value in sorted(vars(openai).items()):
        if not name.startswith("_") and inspect.isclass(value) and issubclass(value, Exception):
            flat["error"][name] = ""
            for base in value.__mro__[1:-2]:
                flat["error base"]["{} {}".format(name, base.__name__)] = ""
    return flat


def environment_variables(source: str) -> Set[str]:
    """Return the constant names that a module reads from the environment."""
    found: Set[str] = set()
    for node in ast.walk(ast.parse(source)):
        key: Any = None
        if isinstance(node, ast.Subscript) and is_environment(node.value):
            key = node.slice
        elif isinstance(node, ast.Call) and node.args and is_environment(node.func):
            key = node.args[0]
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            found.add(key.value)
    return found


def is_environment(node: ast.AST) -> bool:
    """Tell whether an expression is os.environ, os.environ.get, environ.get or os.getenv."""
    if isinstance(node, ast.Attribute):
        return node.attr in ("environ", "getenv") or (node.attr in ("get", "pop") and is_environment(node.value))
    return isinstance(node, ast.Name) and node.id in ("environ", "getenv", "env", "environment")
