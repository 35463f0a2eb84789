# SPDX-License-Identifier: MIT
"""Texts of type annotations, in one compact form: `Optional[str]` is `str | None`, `Omit` is left out.

Annotations are read as text, so the result does not depend on the Python that runs this.
"""

from __future__ import annotations

import ast
import inspect
from functools import lru_cache
from typing import Any, Iterator, List, Sequence

UNIONS = ("Union", "Optional")
LEFT_OUT = ("Omit", "NotGiven", "Unset")  # types of arguments that are not given
MODULES = ("typing", "builtins", "legacy_response", "os", "ssl", "threading")  # that are left out before a name


def annotation_text(annotation: Any) -> str:
    """Return an annotation as the text that the source has for it."""
    if isinstance(annotation, str):
        return annotation
    text = getattr(annotation, "__forward_arg__", None)  # of the fields of a NamedTuple or TypedDict
    if isinstance(text, str):
        return text
    return annotation.__name__ if isinstance(annotation, type) else str(annotation)


@lru_cache(maxsize=None)
def union_members(annotation: str) -> Sequence[str]:
    """Return the members of an annotation, each in the compact form; literals are their values, None is last."""
    members = list(dict.fromkeys(_members(_parse(annotation))))
    if {"True", "False"} <= set(members):
        members = ["bool" if member == "True" else member for member in members if member not in ("False", "bool")]
    elif "bool" in members:
        members = [member for member in members if member not in ("True", "False")]
    return [member for member in members if member != "None"] + ["None"] * ("None" in members)


def compact(annotation: str) -> str:
    """Return an annotation for a signature, in the syntax of Python."""
    members = union_members(annotation)
    if "Any" in members:
        return "Any"
    literals = [member for member in members if _is_literal(member)]
    texts: List[str] = []
    for member in members:
        text = "Literal[{}]".format(", ".join(literals)) if member in literals else member
        if text not in texts:
            texts.append(text)
    return " | ".join(texts)


def _is_literal(member: str) -> bool:
    return member[0] in "\"'-" or member[0].isdigit() or member in ("True", "False")


def _parse(annotation: str) -> ast.expr:
    return ast.parse(annotation, mode="eval").body


def _members(node: Any) -> Iterator[str]:
    """Yield the members of a union, also of one inside of it."""
    if isinstance(node, ast.BinOp):
        yield from _members(node.left)
        yield from _members(node.right)
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):  # a forward reference
        yield from _members(_parse(node.value))
        return
    if isinstance(node, ast.Subscript):
        name = _text(node.value)
        if name in UNIONS:
            for item in _items(node):
                yield from _members(item)
            if name == "Optional":
                yield "None"
            return
        if name == "Literal":
            for item in _items(node):
                yield _literal(item)
            return
        if name in ("Required", "NotRequired", "Annotated"):
            yield from _members(_items(node)[0])
            return
    text = _text(node)
    if text not in LEFT_OUT:
        yield text


def _items(node: Any) -> Sequence[Any]:
    inner = node.slice
    inner = getattr(inner, "value", inner) if type(inner).__name__ == "Index" else inner  # Python 3.8 has it
    return inner.elts if isinstance(inner, ast.Tuple) else [inner]


def _literal(node: Any) -> str:
    value = ast.literal_eval(node)
    return '"{}"'.format(value) if isinstance(value, str) else repr(value)


def _text(node: Any) -> str:
    """Return the text of a part of an annotation. Unions in brackets are written with Union and Optional."""
    if isinstance(node, ast.Name):
        return node.id.lstrip("_")  # of a type variable such as _T
    if isinstance(node, ast.Attribute):
        module = _text(node.value)
        return node.attr if module in MODULES else "{}.{}".format(module, node.attr)
    if isinstance(node, ast.List):
        return "[{}]".format(", ".join(map(_nested, node.elts)))
    if isinstance(node, ast.Constant):
        return "..." if node.value is ... else str(node.value)
    if isinstance(node, ast.Subscript):
        name = _text(node.value)
        items = map(_literal if name == "Literal" else _nested, _items(node))
        return "{}[{}]".format(name, ", ".join(items))
    raise ValueError("unknown syntax in an annotation: " + ast.dump(node))


def _nested(node: Any) -> str:
    members = list(dict.fromkeys(_members(node)))
    literals = [member for member in members if _is_literal(member)]
    if literals:
        others = [member for member in members if member not in literals]
        members = ["Literal[{}]".format(", ".join(literals)), *others]
    if len(members) == 2 and "None" in members:
        return "Optional[{}]".format(next(member for member in members if member != "None"))
    return members[0] if len(members) == 1 else "Union[{}]".format(", ".join(members))


def default_text(value: Any) -> str:
    """Return a default as source code; never an address in memory."""
    if isinstance(value, bool) or value is None:
        return repr(value)
    if isinstance(value, int):
        return "{:_}".format(value) if value >= 10_000 else str(value)
    if isinstance(value, str):
        return '"{}"'.format(value)
    if isinstance(value, tuple):
        return "({}{})".format(", ".join(map(default_text, value)), "," if len(value) == 1 else "")
    if value is ... or type(value).__name__ == "_HAS_DEFAULT_FACTORY_CLASS":
        return "..."
    if inspect.isroutine(value):
        return "{}.{}".format(value.__module__, value.__qualname__)
    text = repr(value)
    if " at 0x" in text or "<" in text:
        raise ValueError("a default without a readable form: " + text)
    return text
