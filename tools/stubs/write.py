# SPDX-License-Identifier: MIT
"""Build all stubs: which modules there are, what each holds, and the text of each file."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path
from typing import Any, Callable, Dict, Optional

from openai_stdlib.api.operation import Connect, Helper, Operation
from openai_stdlib.compat import modules
from openai_stdlib.connections.endpoints import ENDPOINTS

from .client import write_client
from .connections import ConnectionReducer, is_connection_class
from .imports import Stubs, export_imported_names, prune_imports
from .package import stub_of, write_package
from .transform import ARGUMENT_TYPES, WRAPPER_SUFFIXES, ModuleReducer
from .tree import OfficialTree, member

HEAD = "# SPDX-License-Identifier: MIT\n# Written by tools/write_stubs.py; do not edit.\n"
FOLDERS = ("types", "resources", "lib/streaming", "lib/beta", "lib/live")  # whose modules are reduced one by one
SOCKET_HELPERS = ("lib/responses_websocket", "lib/realtime_translation.py")  # the same, without private names
SKIPPED = ("lib.beta.agents._create", "lib.beta.agents._schema")  # nothing of them is public, or used by others
# Lines at the top of a stub for checkers, which the syntax tree cannot have.
COMMENTS = {
    "lib.beta.agents._tools": (  # a function may be a coroutine function
        "# mypy: disable-error-code=overload-overlap\n# pyright: reportOverlappingOverload=false\n"
    )
}
# Whether private names are left out -> what describes classes, their members, and other names of a module.
DESCRIBE: Dict[bool, Callable[[str, str], Optional[str]]] = {
    False: lambda owner, name: "",
    True: lambda owner, name: None if (owner or name).startswith("_") else "",
}
RESPONSE_VIEWS = ("with_raw_response", "with_streaming_response")
PACKAGES = ("lib.",)  # a folder beside the modules would hide the module of that name
WITHOUT_STUBS = ("_utils.", "_extras.")  # for the same reason, below what is one file
MODULE_ALIASES = {"_compat": "_models"}
RUN_TOOLS = """
{define} run_tools(
    self,
    *,
    functions: Iterable[Callable[..., Any] | FunctionTool],
    {input},
    model: str,
    max_turns: int = 10,
    on_error: Literal["report", "raise"] = "report",
    tools: Iterable[Any] | Omit = ...,
    **arguments: Any,
) -> ToolRun: ...
"""
RUN_BATCHES = """
{define} run(
    self,
    rows: str | bytes | PathLike[str] | IO[Any] | Iterable[Any] | None = None,
    output: str | PathLike[str] | None = None,
    *,
    state: str | PathLike[str] | None = None,
    template: Any = None,
    format: Literal["jsonl", "csv", "tsv"] | None = None,
    endpoint: str | None = None,
    model: str | None = None,
    completion_window: str = "24h",
    metadata: Dict[str, str] | None = None,
    resubmit: int = 2,
    max_rows: int = 50000,
    max_bytes: int = 200000000,
    max_batches: int = 20,
    wait: bool = True,
    poll_interval: float | None = None,
    deadline: float | None = None,
    progress: Callable[[BatchRun], object] | None = None,
    extra_headers: Headers | None = None,
    extra_query: Query | None = None,
    timeout: float | TimeoutTypes | None | NotGiven = ...,
) -> BatchRun: ...
"""
MESSAGES, INPUT = "messages: Iterable[ChatCompletionMessageParam]", "input: str | Iterable[Any]"
# Members that only this project has: module -> class -> text.
ADDITIONS: Dict[str, Dict[str, str]] = {
    "resources.chat.completions.completions": {
        "Completions": RUN_TOOLS.format(define="def", input=MESSAGES),
        "AsyncCompletions": RUN_TOOLS.format(define="async def", input=MESSAGES),
    },
    "resources.responses.responses": {
        "Responses": RUN_TOOLS.format(define="def", input=INPUT),
        "AsyncResponses": RUN_TOOLS.format(define="async def", input=INPUT),
    },
    "resources.batches": {
        "Batches": RUN_BATCHES.format(define="def"),
        "AsyncBatches": RUN_BATCHES.format(define="async def"),
    },
    "lib.responses_websocket._session": {"ResponsesWebSocketError": "event: ResponsesServerEvent"},
    "types.beta.beta_response": {"BetaResponse": "@property\ndef output_text(self) -> str: ..."},
}
STANDARD = ("os", "typing", "typing_extensions")  # modules that are not of the package
ADDED_IMPORTS = {"Any": "typing", "Callable": "typing", "Iterable": "typing", "Literal": "typing_extensions"}
ADDED_IMPORTS.update({"FunctionTool": "helpers.tools", "ToolRun": "helpers.run_tools", "Omit": "_types"})
ADDED_IMPORTS.update({"BatchRun": "helpers.batch_run", "PathLike": "os", "IO": "typing", "Dict": "typing"})
ADDED_IMPORTS.update(dict.fromkeys(("Headers", "Query", "NotGiven", "TimeoutTypes"), "_types"))


def make_describe(module: str, tree: OfficialTree) -> Callable[[str, str], Optional[str]]:
    """Return the function that tells what this project has of a module of resources."""

    def describe(owner: str, name: str) -> Optional[str]:
        base = owner
        for suffix in WRAPPER_SUFFIXES:
            base = base[: -len(suffix)] if base.endswith(suffix) else base
        resource = tree.found.get((module, base))
        if resource is None:
            return "" if is_connection_class(base) and module in tree.socket_modules else None
        if not name or name in RESPONSE_VIEWS or name == "__init__":
            return ""
        value = member(resource, name)
        if value is None:
            return None
        if isinstance(value, Operation):
            return "{} {}".format(value.method, value.path) if owner == base else ""
        return "WebSocket " + ENDPOINTS[value.endpoint].path if isinstance(value, Connect) else ""

    return describe


def make_further_arguments(module: str, tree: OfficialTree) -> Callable[[str, str], Dict[str, Any]]:
    """Return the function that tells the keyword arguments of a helper that the official one does not have."""

    def further_arguments(owner: str, name: str) -> Dict[str, Any]:
        resource = tree.found.get((module, owner))
        value = member(resource, name) if resource is not None else None
        if not isinstance(value, Helper):
            return {}
        parameters = inspect.signature(value.load()).parameters.values()
        keywords = [each for each in parameters if each.kind is each.KEYWORD_ONLY and each.name in ARGUMENT_TYPES]
        return {each.name: each.default for each in keywords}

    return further_arguments


def build_stubs(official: Path, kept: Path) -> Dict[str, str]:
    """Return the text of each generated stub by its path; `kept` is the folder with the stubs written by hand."""
    tree = OfficialTree(official)
    by_hand = read_stubs_by_hand(kept)
    stubs: Stubs = {}
    for folder in FOLDERS + SOCKET_HELPERS:
        place = official / folder
        for path in [place] if place.is_file() else sorted(place.rglob("*.py")):
            module = ".".join(path.relative_to(official).with_suffix("").parts)
            if module in SKIPPED or module in by_hand:
                continue
            name = module[: -len(".__init__")] if module.endswith(".__init__") else module
            describe = make_describe(name, tree) if folder == "resources" else DESCRIBE[folder in SOCKET_HELPERS]
            further = make_further_arguments(name, tree) if folder == "resources" else lambda owner, name: {}
            stubs[module] = reduce_module(path.read_text(encoding="utf-8"), module, describe, further)
    stubs["_client"] = ast.parse(write_client(tree))
    stubs["__init__"] = ast.parse(write_package(tree))
    for module in modules.MODULES:
        file = module + ".__init__" if (module + ".").startswith(PACKAGES) and modules.is_package(module) else module
        if not {module + ".__init__", module}.intersection((*stubs, *by_hand)) and not module.startswith(WITHOUT_STUBS):
            stubs[file] = ast.parse(write_exports(module, file))
    generated = set(stubs)
    for module, tree_of_module in by_hand.items():
        stubs.setdefault(module, tree_of_module)
    prune_imports(stubs)
    export_imported_names(stubs)
    texts = {}
    for module in sorted(generated):
        text = ast.unparse(ast.fix_missing_locations(stubs[module]))
        if module.rpartition(".")[2].startswith("parsed_"):
            # A parsed result has narrower types than the model that it extends, as in the official package.
            text = re.sub(
                r"^(    (?:choices|content|output|tool_calls): .*)$",
                r"\1  # type: ignore[assignment]",
                text,
                flags=re.M,
            )
        if text.strip() or module.endswith("__init__"):
            texts[module.replace(".", "/") + ".pyi"] = HEAD + COMMENTS.get(module, "") + text + "\n"
    return texts


def read_stubs_by_hand(folder: Path) -> Stubs:
    """Return the stubs in the package that this program did not write."""
    stubs: Stubs = {}
    for path in folder.rglob("*.pyi"):
        text = path.read_text(encoding="utf-8")
        if not text.startswith(HEAD):
            stubs[".".join(path.relative_to(folder).with_suffix("").parts)] = ast.parse(text)
    return stubs


def write_exports(module: str, file: str) -> str:
    """Return the stub of a module that only exports what others define."""
    dots = "." * len(file.split("."))
    lines = [
        "from {}{} import {} as {}".format(dots, stub_of(home, name), name, name)
        for name, home in sorted(modules.names_in(module).items())
    ]
    return "\n".join(lines)


def reduce_module(
    source: str,
    module: str,
    describe: Callable[[str, str], Optional[str]],
    further_arguments: Callable[[str, str], Dict[str, Any]],
) -> ast.Module:
    """Return the stub of a module, not yet pruned."""
    reducer = ModuleReducer(describe, ADDITIONS.get(module, {}), further_arguments)
    source_tree = ast.parse(source)
    connections = ConnectionReducer(source_tree, module) if module.startswith("resources.") else None
    tree = reducer.reduce(source_tree)
    depth = len(module.split("."))
    if module.startswith("types."):  # no function there is about the data of the API
        tree.body = [node for node in tree.body if not isinstance(node, ast.FunctionDef)]
    if module in ADDITIONS:
        reducer.imports.update(ADDED_IMPORTS)
    if connections is not None:
        reducer.imports.update(connections.imports)
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            node.module = MODULE_ALIASES.get(node.module or "", node.module)
    present = {alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    imports = [
        ast.ImportFrom(source, [ast.alias(name)], 0 if source in STANDARD else depth)
        for name, source in sorted(reducer.imports.items())
        if name not in present
    ]
    tree.body = imports + tree.body
    return tree
