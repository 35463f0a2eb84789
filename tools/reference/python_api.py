# SPDX-License-Identifier: MIT
"""Pages of the classes and functions, from the sources: nothing is imported, so the pages need no optional library."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path
from typing import Dict, Iterator, List, NamedTuple, Optional, Tuple, Union

from openai_stdlib import COMPAT_MODULES, MODULES

ROOT = Path(__file__).resolve().parent.parent.parent
CORE = ROOT / "openai_stdlib"
Function = Union[ast.FunctionDef, ast.AsyncFunctionDef]

# Page -> the subpackages or modules whose names it describes, and its first sentence.
SUBJECTS: Dict[str, Tuple[str, str]] = {
    "clients": ("client", "Clients. Their options are in [Configuration](../configuration.md)."),
    "configuration": ("config call.timeout call.sentinels", 'Options, time limits, and values that mean "not given".'),
    "retries": (
        "call.retry call.retry_budget call.limits",
        "Retries, budgets, and ending calls; see [Retries](../retries_and_timeouts.md).",
    ),
    "errors": (
        "call.errors call.api_errors call.helper_errors call.websocket_errors results.guard",
        "Exceptions. [Errors](../errors.md) says when each one comes and what to do.",
    ),
    "results": ("results", "What calls return: objects, streams, files, raw responses."),
    "helpers": ("helpers", "Streams with snapshots, structured output, tools, polling, hosted agents."),
    "limits": ("rate_limits usage", "[Rate limits](../rate_limits.md), and [usage and cost](../usage_and_cost.md)."),
    "bulk": ("bulk helpers.batch_run", "[Bulk work](../bulk.md) and [batches](../batches.md)."),
    "recording": ("recording", "[Record and replay](../record_and_replay.md)."),
    "transports": ("transport", "The built-in [transports](../transports.md), and the interface for your own."),
    "reconnecting": ("connections", "What [connections](../websockets.md) of the API tell when they open again."),
}

# Further packages: title -> (import name, folder, module of each public name or the variable that has them).
PACKAGES = {
    "websocket": ("openai_stdlib.websocket", CORE / "websocket"),
    "testing": ("openai_stdlib.testing", CORE / "testing"),
    "providers": ("openai_stdlib.providers", CORE / "providers"),
    "auth": ("openai_stdlib.auth", CORE / "auth"),
    "openai_stdlib_transports": ("openai_stdlib_transports", ROOT / "transports" / "openai_stdlib_transports"),
    "openai_stdlib_engines": ("openai_stdlib_engines", ROOT / "engines" / "openai_stdlib_engines"),
}


# What is neither a class nor a function.
VALUES = {
    "Client": "Another name of `OpenAI`.",
    "AsyncClient": "Another name of `AsyncOpenAI`.",
    "UNSET": "The value of an option of a `Config` that this layer does not set.",
    "NOT_GIVEN": "The value of an argument that is not sent: `stop=NOT_GIVEN`. The same as leaving the argument out.",
    "not_given": "Another name of `NOT_GIVEN`.",
    "omit": "The value of an argument or header that is not sent, also where there is a default.",
    "SubjectTokenProvider": "A dict: where the token comes from, as in [Workload identity](../workload_identity.md).",
    "SubjectTokenWorkloadIdentity": "A dict: a workload identity that exchanges a token.",
    "X509WorkloadIdentity": "A dict: a workload identity that uses a certificate.",
    "WorkloadIdentity": "One of the two dicts.",
    "PROFILES": "The profiles of compatible servers by name, as [Providers](../providers.md) lists them.",
}
# Methods that clients call, not programs.
INTERNAL = {
    "RateLimiter": "observe_call admit leave read fail settle",
    "Ledger": "observe_call is_waiting_for_usage begin record",
}


class Definition(NamedTuple):
    """A public name and the syntax tree of what defines it."""

    name: str
    node: Optional[ast.AST]


def parse(path: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def find_definition(path: Path, name: str) -> Optional[ast.AST]:
    """Return the definition of a name in a module: a class, a function, or None for anything else."""
    aliases: Dict[str, str] = {}
    for node in parse(path).body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == name:
            return node
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name) and name in map(ast.unparse, node.targets):
            return find_definition(path, node.value.id)
        if isinstance(node, ast.ImportFrom):
            aliases.update({alias.asname or alias.name: node.module or "" for alias in node.names if node.level == 1})
    if name in aliases and (path.parent / (aliases[name].replace(".", "/") + ".py")).exists():
        return find_definition(path.parent / (aliases[name].replace(".", "/") + ".py"), name)
    if name in aliases and (path.parent / aliases[name] / "__init__.py").exists():
        return find_definition(path.parent / aliases[name] / "__init__.py", name)
    return None


def module_path(folder: Path, module: str) -> Path:
    """Return the path of a module or of a package."""
    path = folder / (module.replace(".", "/") + ".py")
    return path if path.exists() else folder / module.replace(".", "/") / "__init__.py"


def escape(text: str) -> str:
    """Return a line of prose in which nothing but code spans is markup."""
    parts = re.split(r"(`[^`]*`)", text)
    return "".join(part if part.startswith("`") else re.sub(r"([<*]|\b_|(?<!\w)_)", r"\\\1", part) for part in parts)


def format_docstring(text: str) -> List[str]:
    """Return a docstring as Markdown: its indented examples become code blocks, lists stay lists."""
    lines: List[str] = []
    block: List[str] = []

    def close() -> None:
        while block and not block[-1].strip():
            block.pop()
        if block:
            lines.extend(["```py", *inspect.cleandoc("\n" + "\n".join(block)).split("\n"), "```", ""])
            block.clear()

    for line in inspect.cleandoc(text).split("\n"):
        if line.startswith("    ") and (block or not lines or not lines[-1].strip()):
            block.append(line)
        elif block and not line.strip():
            block.append(line)
        else:
            close()
            lines.append(escape(line))
    close()
    return lines + [""]


def format_signature(node: Function, is_method: bool) -> Tuple[str, str]:
    """Return the parameters of a function without `self`, and the arrow with what it returns."""
    arguments = ast.unparse(node.args)
    if is_method:
        arguments = re.sub(r"^(self|cls)(: \w+)?(, |$)", "", arguments)
    arguments = re.sub(r"^/, ", "", arguments)
    has_result = node.returns is not None and node.name != "__init__"
    return arguments, " -> " + ast.unparse(node.returns) if has_result and node.returns is not None else ""


def write_signature(prefix: str, name: str, node: Function, is_method: bool) -> List[str]:
    """Return the lines of a code block with a signature: in one line, or a line for each parameter."""
    arguments, returned = format_signature(node, is_method)
    text = "{}{}({}){}".format(prefix, name, arguments, returned)
    if len(text) <= 100:
        return ["```py", text, "```", ""]
    tree = ast.parse("def f({}): pass".format(arguments)).body[0]
    assert isinstance(tree, ast.FunctionDef)
    return ["```py", "{}{}(".format(prefix, name), *split_arguments(tree.args), "){}".format(returned), "```", ""]


def split_arguments(arguments: ast.arguments) -> Iterator[str]:
    """Yield a line for each parameter."""
    positional = [*arguments.posonlyargs, *arguments.args]
    defaults: List[Optional[ast.expr]] = [None] * (len(positional) - len(arguments.defaults)) + list(arguments.defaults)
    for argument, default in zip(positional, defaults):
        yield "    " + write_argument(argument, default)
    if arguments.vararg:
        yield "    *" + write_argument(arguments.vararg, None)
    elif arguments.kwonlyargs:
        yield "    *,"
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults):
        yield "    " + write_argument(argument, default)
    if arguments.kwarg:
        yield "    **" + write_argument(arguments.kwarg, None)


def write_argument(argument: ast.arg, default: Optional[ast.expr]) -> str:
    """Return a parameter with type and default."""
    text = argument.arg
    if argument.annotation is not None:
        text += ": " + ast.unparse(argument.annotation)
    if default is not None:
        text += (" = " if argument.annotation is not None else "=") + ast.unparse(default)
    return text + ","


def is_property(node: ast.AST) -> bool:
    """Return whether a function is a property."""
    decorators = getattr(node, "decorator_list", [])
    return any(isinstance(decorator, ast.Name) and "property" in decorator.id for decorator in decorators)


def write_class(name: str, node: ast.ClassDef) -> List[str]:
    """Return the lines of a class: bases, signature, docstring, and its public methods and properties."""
    bases = [
        ast.unparse(base)
        for base in node.bases
        if not isinstance(base, ast.Subscript) or "Generic" not in ast.unparse(base)
    ]
    lines = ["## {}".format(name), ""]
    if bases:
        lines += ["Bases: {}.".format(", ".join("`{}`".format(base) for base in bases)), ""]
    functions = [child for child in node.body if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef))]
    own = {child.name: child for child in functions}
    if "__init__" in own:
        lines += write_signature("", name, own["__init__"], True)
    lines += format_docstring(ast.get_docstring(node) or "")
    if "__init__" in own and ast.get_docstring(own["__init__"]):
        lines += format_docstring(ast.get_docstring(own["__init__"]) or "")
    rows = []
    for child in own.values():
        if child.name.startswith("_") or child.name in INTERNAL.get(name, "").split() or not ast.get_docstring(child):
            continue
        summary = " ".join((ast.get_docstring(child) or "").split("\n\n")[0].split())
        shown = child.name if is_property(child) else "{}({})".format(child.name, shorten(child.args))
        rows.append(
            "| `{}{}` | {} |".format(
                "await " if isinstance(child, ast.AsyncFunctionDef) else "", shown, escape(summary).replace("|", "\\|")
            )
        )
    return lines + (["| member | |", "|---|---|", *rows, ""] if rows else [])


def shorten(arguments: ast.arguments) -> str:
    """Return the names of parameters with their defaults, without types."""
    bare = ast.parse("def f(): pass").body[0]
    assert isinstance(bare, ast.FunctionDef)
    copy = ast.arguments(
        posonlyargs=[ast.arg(arg=argument.arg) for argument in arguments.posonlyargs],
        args=[ast.arg(arg=argument.arg) for argument in arguments.args],
        vararg=ast.arg(arg=arguments.vararg.arg) if arguments.vararg else None,
        kwonlyargs=[ast.arg(arg=argument.arg) for argument in arguments.kwonlyargs],
        kw_defaults=arguments.kw_defaults,
        kwarg=ast.arg(arg=arguments.kwarg.arg) if arguments.kwarg else None,
        defaults=arguments.defaults,
    )
    return re.sub(r"^(self|cls)(, /)?(, |$)", "", ast.unparse(copy))


def write_definition(name: str, node: Optional[ast.AST]) -> List[str]:
    """Return the lines of a public name."""
    if isinstance(node, ast.ClassDef):
        return write_class(name, node)
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        prefix = "await " if isinstance(node, ast.AsyncFunctionDef) else ""
        lines = ["## {}".format(name), "", *write_signature(prefix, name, node, False)]
        return lines + format_docstring(ast.get_docstring(node) or "")
    return ["## {}".format(name), "", VALUES[name], ""]


def subject_of(module: str) -> str:
    """Return the page that describes the names of a module: the one with the longest matching entry."""
    matches = [
        (len(entry), subject)
        for subject, (entries, _) in SUBJECTS.items()
        for entry in entries.split()
        if module == entry or module.startswith(entry + ".")
    ]
    return max(matches)[1]


def package_names(folder: Path) -> Dict[str, str]:
    """Return the public names of a subpackage, with the module below the folder that defines each, or ''."""
    imported: Dict[str, str] = {}
    public: List[str] = []
    for node in ast.walk(parse(folder / "__init__.py")):
        if isinstance(node, ast.ImportFrom) and node.level:
            top = {1: "", 2: "../", 3: "../../"}[node.level]
            imported.update(
                {alias.asname or alias.name: top + (node.module or "").replace(".", "/") for alias in node.names}
            )
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            if node.targets[0].id == "__all__" and isinstance(node.value, ast.List):
                public = [element.value for element in node.value.elts if isinstance(element, ast.Constant)]
            elif node.targets[0].id == "__all__" and ".split()" in ast.unparse(node.value):
                public = re.findall(r"\w+", ast.unparse(node.value).partition("split")[0])
            elif node.targets[0].id in ("MODULES", "_MODULES") and isinstance(node.value, ast.Dict):
                for key, value in zip(node.value.keys, node.value.values):
                    first = value.elts[0] if isinstance(value, ast.Tuple) else value
                    if isinstance(key, ast.Constant) and isinstance(first, ast.Constant):
                        imported.setdefault(key.value, str(first.value).replace(".", "/"))
                public = public or [key.value for key in node.value.keys if isinstance(key, ast.Constant)]
    return {name: imported.get(name, "") for name in public}


def write_package(title: str, folder: Path) -> str:
    """Return the page of a subpackage or a further package."""
    lines = ["# {}".format(title), "", *format_docstring(ast.get_docstring(parse(folder / "__init__.py")) or "")]
    for name, module in sorted(package_names(folder).items()):
        paths = [folder / (module + ".py"), folder / module / "__init__.py"] if module else sorted(folder.glob("*.py"))
        definitions = [find_definition(path.resolve(), name) for path in paths if path.exists()]
        lines += write_definition(name, next((node for node in definitions if node is not None), None))
    for path in sorted(folder.glob("[a-z]*.py")) if title.endswith("_engines") else []:
        functions = [node for node in parse(path).body if isinstance(node, ast.FunctionDef) and node.name[0] != "_"]
        for node in functions:
            lines += write_definition("{}.{}".format(path.stem, node.name), node)
    return "\n".join(lines).rstrip() + "\n"


def write_pages() -> Dict[str, str]:
    """Return the pages by name."""
    subjects: Dict[str, List[Definition]] = {subject: [] for subject in SUBJECTS}
    for module, names in MODULES.items():
        for name in names.split():
            node = find_definition(module_path(CORE, module), name)
            subjects[subject_of(module)].append(Definition(name, node))
    pages = {}
    for subject, (_, sentence) in SUBJECTS.items():
        lines = ["# {}".format(subject.capitalize()), "", sentence + " Import these names from `openai_stdlib`.", ""]
        for name, node in subjects[subject]:
            lines += write_definition(name, node)
        pages["python_{}.md".format(subject)] = "\n".join(lines).rstrip() + "\n"
    for key, (title, folder) in PACKAGES.items():
        pages["python_{}.md".format(key)] = write_package(title, folder)
    return pages


def official_names() -> List[str]:
    """Return the names that exist only because the official package has them."""
    return sorted({name for names in COMPAT_MODULES.values() for name in names.split()})
