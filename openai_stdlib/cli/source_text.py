# SPDX-License-Identifier: MIT
"""Leave docstrings and comments out of source text; the code stays as it is, line by line."""

from __future__ import annotations

import ast
import io
import tokenize
from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Mapping, Set, Tuple

DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
LICENCE = "# SPDX-"  # starts the comment that stays


@lru_cache(maxsize=1024)  # the same files are read for each copy
def remove_docs(source: str, docstring: str = "") -> str:
    """Return the source of a module without docstrings and comments, apart from its licence line.

    Empty lines are left only between definitions. `docstring` is what the module has instead of its own.
    """
    tree = ast.parse(source)
    lines = source.splitlines()
    removed: Dict[int, str] = {}  # index of a line -> what replaces it
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node) is not None:
            _remove_docstring(node, lines, removed)
    if docstring:
        removed[tree.body[0].lineno - 1] = '"""{}"""'.format(docstring)
    for start, end in _find_comments(source):
        if start not in removed and not lines[start].startswith(LICENCE):
            removed[start] = lines[start][:end].rstrip()
    inside = _find_string_lines(tree)
    kept: List[str] = []
    for index, line in enumerate(lines):
        line = removed.get(index, line)
        is_blank = not line.strip() and (index in removed or index not in inside)
        is_doubled = len(kept) < 2 or kept[-1].endswith(":") or kept[-2:] == ["", ""]
        if not is_blank or not (index in removed or is_doubled):
            kept.append(line)
    return "\n".join(kept).rstrip() + "\n"


def replace_values(source: str, values: Mapping[str, str]) -> str:
    """Return the source of a module in which the variables `values` have other values, given as source."""
    lines = source.splitlines()
    for node in reversed(ast.parse(source).body):
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(target, ast.Name) and target.id in values:
            start = lines[node.lineno - 1].partition(" = ")[0]
            lines[node.lineno - 1 : node.end_lineno] = [start + " = " + values[target.id]]
    return "\n".join(lines) + "\n"


def _remove_docstring(node: Any, lines: List[str], removed: Dict[int, str]) -> None:
    statement = node.body[0]
    first, last = statement.lineno - 1, statement.end_lineno - 1
    for index in range(first, last + 1):
        removed[index] = ""
    if len(node.body) == 1 and not isinstance(node, ast.Module):
        removed[first] = " " * statement.col_offset + "pass"


def _find_comments(source: str) -> List[Tuple[int, int]]:
    """Return the line and column, from 0, of each comment."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return [(token.start[0] - 1, token.start[1]) for token in tokens if token.type == tokenize.COMMENT]


def _find_string_lines(tree: ast.Module) -> Set[int]:
    """Return the lines inside strings, which may be blank."""
    strings = [node for node in ast.walk(tree) if isinstance(node, (ast.Constant, ast.JoinedStr))]
    return {line for node in strings for line in range(node.lineno, node.end_lineno or node.lineno)}
