# SPDX-License-Identifier: MIT
"""Markdown of the reference: plain, so that it reads well on a forge, on the site and in a text editor."""

from __future__ import annotations

import re
import textwrap
from typing import Callable, Dict, Iterable, List, NamedTuple, Sequence, Set, Tuple

HEAD = "[//]: # (Written by tools/write_reference.py; do not edit.)\n\n"
WIDTH = 120
CODE_OR_WORD = re.compile(r"(`[^`]+`)|\b([A-Z]\w*[a-z]\w*[A-Z]\w*)\b")  # a code span, or a name in CamelCase
COMPANY = "OpenAI"  # also a class, for which only a code span is taken
UNBREAKABLE = re.compile(r"`[^`]*`|\]\([^)]*\)")  # code spans, and the URLs of links
MARK = re.compile(r"([-+#>]|\d+\.)(\s)")  # begins a list, a heading or a quotation at the start of a line


class Target(NamedTuple):
    """Where a name is described."""

    page: str
    heading: str


class Index:
    """The pages that describe names, for links between pages. `claim` names first, then write the texts."""

    def __init__(self) -> None:
        self.targets: Dict[str, Target] = {}

    def claim(self, name: str, page: str, heading: str) -> None:
        """Record where a name is described. Raises ValueError if it is described elsewhere."""
        if name in self.targets:
            raise ValueError("{} is described twice: {} and {}".format(name, self.targets[name].page, page))
        self.targets[name] = Target(page, heading)

    def url(self, name: str, page: str) -> str:
        """Return the relative URL of a name for a link on a page."""
        target = self.targets[name]
        return ("" if target.page == page else target.page + ".md") + "#" + anchor(target.heading)

    def link(self, name: str, page: str, text: str = "") -> str:
        """Return a link to the description of a name; only its code span if it is not described."""
        text = text or code(name)
        return "[{}]({})".format(text, self.url(name, page)) if name in self.targets else text


class Links:
    """The links in the texts of one page. In each part of it, a name is linked where it first appears."""

    def __init__(self, index: Index, page: str) -> None:
        self.index = index
        self.page = page
        self._linked: Set[str] = set()
        # The last parts of dotted names on this page, which are also linked without their modules.
        own = [name for name, target in index.targets.items() if target.page == page and target.heading == code(name)]
        self._short_names = {name.rpartition(".")[2]: name for name in own if not name.startswith("client.")}

    def begin(self, *names: str) -> None:
        """Begin a part of the page, which describes `names` and therefore does not link them."""
        self._linked = set(names)

    def __call__(self, name: str) -> str:
        """Return the URL for a name in a text, "" if there is nothing to link."""
        name = name if name in self.index.targets else self._short_names.get(name, name)
        target = self.index.targets.get(name)
        is_word = name.islower() and "_" not in name  # such as `files`, which is rarely the function
        if target is None or name in self._linked or is_word or target.heading != code(name):
            return ""
        self._linked.add(name)
        return self.index.url(name, self.page)


def anchor(heading: str) -> str:
    """Return the anchor that GitHub makes of a heading, and Sphinx with MyST, too."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def code(text: str) -> str:
    """Return a code span."""
    return "`{}`".format(text)


def prose(text: str, find_link: Callable[[str], str]) -> str:
    """Return a paragraph of a docstring as a paragraph of Markdown, in lines of at most WIDTH columns.

    `find_link` returns the URL for a name, or "" if there is nothing to link.
    """
    text = re.sub(r"\s+", " ", text.replace("``", "`")).strip()
    parts: List[str] = []
    position = 0
    for match in CODE_OR_WORD.finditer(text):
        parts.append(_escape(text[position : match.start()]))
        position = match.end()
        span, word = match.groups()
        url = "" if word == COMPANY else find_link(word or re.sub(r"\(.*", "", span.strip("`")))
        parts.append("[{}]({})".format(span or word, url) if url else span or word)
    parts.append(_escape(text[position:]))
    return fill("".join(parts))


def _escape(text: str) -> str:
    """Escape what would be markup in a text outside of code spans."""
    return re.sub(r"([*<\[])", r"\\\1", text)


def fill(text: str) -> str:
    """Wrap a paragraph of Markdown. Code spans and links are not broken."""
    protected = UNBREAKABLE.sub(lambda match: match.group().replace(" ", "\0"), text)
    lines = textwrap.wrap(protected, WIDTH, break_long_words=False, break_on_hyphens=False)
    lines[1:] = [MARK.sub(r"\\\1\2", line, count=1) if MARK.match(line) else line for line in lines[1:]]
    return "\n".join(lines).replace("\0", " ")


def item(text: str) -> str:
    """Return an item of a list: blocks of Markdown, of which all but the first are indented."""
    return "- " + textwrap.indent(text, "  ")[2:]


def docstring(doc: str, find_link: Callable[[str], str]) -> List[str]:
    """Return the blocks of a docstring as Markdown: paragraphs, and code that is indented in it."""
    return [
        "```py\n{}\n```".format(block.replace("…", "...")) if is_code else prose(block, find_link)
        for is_code, block in _split_docstring(doc)
    ]


def _split_docstring(doc: str) -> List[Tuple[bool, str]]:
    """Return the blocks of a docstring, each with whether it is code."""
    blocks: List[Tuple[bool, str]] = []
    for block in re.split(r"\n\s*\n", doc.strip("\n")):
        is_code = bool(block) and all(line.startswith("    ") for line in block.splitlines())
        text = textwrap.dedent(block).strip("\n") if is_code else block
        if is_code and blocks and blocks[-1][0]:
            blocks[-1] = True, blocks[-1][1] + "\n\n" + text
        elif text:
            blocks.append((is_code, text))
    return blocks


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table."""
    lines = ["| {} |".format(" | ".join(headers)), "|{}".format("---|" * len(headers))]
    for row in rows:
        lines.append("| {} |".format(" | ".join(cell.replace("\n", " ").replace("|", "\\|") for cell in row)))
    return "\n".join(re.sub(r" +\|", " |", line) for line in lines)


def alternatives(members: Sequence[str]) -> str:
    """Return the members of a union for a cell of a table: `str` or `int` or None."""
    spans = [member if member == "None" else code(member) for member in members]
    if len(spans) > 2 and all(member[0] in "\"'" for member in members if member != "None"):
        return "{} or {}".format(", ".join(spans[:-1]), spans[-1])
    return " or ".join(spans)
