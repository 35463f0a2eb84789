# SPDX-License-Identifier: MIT
"""Shorten the classes of WebSocket connections: what they have in common is in `_websocket_connection.pyi`.

A connection keeps its resources, and the types of the events that it receives and sends; a manager keeps the types of
its connection and events. `connect` gets the arguments that only this project has.
"""

from __future__ import annotations

import ast
from typing import Dict, List, Optional, Union

from openai_stdlib.connections.endpoints import ENDPOINTS

Function = Union[ast.FunctionDef, ast.AsyncFunctionDef]
BASES = "_websocket_connection"  # the stub with the generic base classes
CONNECTION, MANAGER, RESOURCE = "Connection", "ConnectionManager", "ConnectionResource"
SUFFIXES = (CONNECTION, MANAGER, "Resource")  # of the names of all classes that belong to a connection
# The types of arguments of `connect`; an async client also takes coroutine functions.
RECONNECTING = "Callable[[ReconnectingEvent], ReconnectingOverrides | None] | None"
ASYNC_RECONNECTING = (
    "Callable[[ReconnectingEvent], ReconnectingOverrides | None | Awaitable[ReconnectingOverrides | None]] | None"
)
RECONNECTED = "Callable[[{}], object] | None"


def is_connection_class(name: str) -> bool:
    """Tell whether a class of a module of resources belongs to a connection."""
    return name.endswith(SUFFIXES)


class ConnectionReducer:
    """Reduce the classes of connections of one module. `imports` are the names that this needs, with their modules."""

    def __init__(self, tree: ast.Module, module: str) -> None:
        self.imports: Dict[str, str] = {}
        sizes = [each.max_queue_size for each in ENDPOINTS.values() if "resources." + each.module == module]
        self._queue_size = sizes[0] if sizes else 0
        classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
        for name, node in classes.items():
            if name.endswith(CONNECTION):
                self._reduce_connection(node)
            elif name.endswith(MANAGER):
                self._reduce_manager(node, classes[name[: -len("Manager")]])
            elif name.endswith(RESOURCE):
                node.body = [ast.Expr(ast.Constant(...))]
            else:
                self._extend_connect(node)

    def _reduce_connection(self, node: ast.ClassDef) -> None:
        received, sent = find_method(node, "recv").returns, event_argument(node)
        node.bases = [self._base(CONNECTION, node.name, [received, sent])]
        node.body = [child for child in node.body if isinstance(child, ast.AnnAssign) and is_public(child.target)]

    def _reduce_manager(self, node: ast.ClassDef, connection: ast.ClassDef) -> None:
        base = connection.bases[0]
        assert isinstance(base, ast.Subscript)
        assert isinstance(base.slice, ast.Tuple)
        node.bases = [self._base(MANAGER, node.name, [ast.Name(connection.name, ast.Load()), base.slice.elts[1]])]
        node.body = [ast.Expr(ast.Constant(...))]

    def _base(self, kind: str, name: str, types: List[Optional[ast.expr]]) -> ast.expr:
        base = ("Async" if name.startswith("Async") else "") + kind
        self.imports[base] = BASES
        elements = [each for each in types if each is not None]
        return ast.Subscript(ast.Name(base, ast.Load()), ast.Tuple(elements, ast.Load()), ast.Load())

    def _extend_connect(self, node: ast.ClassDef) -> None:
        """Add what only this project's `connect` takes, if it reconnects."""
        for child in node.body:
            if isinstance(child, ast.FunctionDef) and child.name == "connect" and child.returns is not None:
                arguments = child.args
                types = {each.arg: each for each in arguments.args + arguments.kwonlyargs}
                if "on_reconnecting" not in types:
                    continue
                is_async = node.name.startswith("Async")
                types["on_reconnecting"].annotation = parse_type(ASYNC_RECONNECTING if is_async else RECONNECTING)
                connection = ast.unparse(child.returns)[: -len("Manager")]
                added = ast.arg("on_reconnected", parse_type(RECONNECTED.format(connection)))
                size = ast.Constant(self._queue_size)  # there it can be a name
                assert (arguments.kwonlyargs or arguments.args)[-1].arg == "max_queue_size"
                (arguments.kwonlyargs or arguments.args).append(added)
                (arguments.kw_defaults or arguments.defaults)[-1:] = [size, ast.Constant(None)]
                self.imports["Awaitable"] = "typing"


def find_method(node: ast.ClassDef, name: str) -> Function:
    """Return the definition of a method."""
    return next(
        each for each in node.body if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef)) and each.name == name
    )


def event_argument(node: ast.ClassDef) -> Optional[ast.expr]:
    """Return the type of the event that `send` takes."""
    return find_method(node, "send").args.args[1].annotation


def is_public(target: ast.expr) -> bool:
    """Tell whether an annotated attribute is public."""
    return isinstance(target, ast.Name) and not target.id.startswith("_")


def parse_type(text: str) -> ast.expr:
    """Return the syntax tree of a type."""
    return ast.parse(text, mode="eval").body
