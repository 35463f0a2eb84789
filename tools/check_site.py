# SPDX-License-Identifier: MIT
"""Check the built documentation: `python tools/check_site.py FOLDER`.

Each link leads to a page and an anchor of the site, no page needs the network, and readers find every page from the
home page.
"""

from __future__ import annotations

import posixpath
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Dict, List, Optional, Set, Tuple
from urllib.parse import unquote, urlsplit

HOME = "docs/index.html"
UNCHECKED = ("search.html",)  # its script writes it; the search field of each page leads there
LOADING = {"link": "href", "script": "src", "img": "src", "source": "srcset", "iframe": "src", "object": "data"}


class Page(HTMLParser):
    """What matters of a page: anchors, links, what a browser loads, and headings."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors: Set[str] = set()
        self.links: List[str] = []
        self.loaded: List[str] = []
        self.headings = 0
        self.without_alternative: List[str] = []
        self.title = ""
        self._in_title = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: List[Tuple[str, Optional[str]]]) -> None:
        """Note an element."""
        values = {name: value or "" for name, value in attrs}
        self.anchors.add(values.get("id", ""))
        self._in_title = tag == "title" and not self.title
        self.headings += tag == "h1"
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag in LOADING and LOADING[tag] in values:
            self.loaded.append(values[LOADING[tag]])
        if tag == "img" and not values.get("alt"):
            self.without_alternative.append(values.get("src", ""))

    def handle_data(self, data: str) -> None:
        """Collect the title."""
        if self._in_title:
            self.title += data
            self._in_title = False


def resolve(page: str, link: str) -> Tuple[str, str]:
    """Return the file of the site and the anchor that a link on a page means."""
    parts = urlsplit(link)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
    return path, unquote(parts.fragment)


def check_page(folder: Path, pages: Dict[str, Page], name: str) -> List[str]:
    """Return what is wrong with a page."""
    page = pages[name]
    errors = []
    if not page.title.strip():
        errors.append("it has no title")
    if page.headings != 1:
        errors.append("it has {} headings of the first level, not one".format(page.headings))
    errors += ["the image {} has no alternative text".format(image) for image in page.without_alternative]
    for link in page.links + page.loaded:
        if urlsplit(link).scheme or link.startswith("//"):
            if link in page.loaded and not link.startswith("data:"):
                errors.append("{} is loaded from the network".format(link))
            continue
        path, anchor = resolve(name, link)
        if not (folder / path).is_file():
            errors.append("the link {} leads nowhere".format(link))
        elif anchor and path in pages and anchor not in pages[path].anchors:
            errors.append("the link {} leads to an anchor that {} does not have".format(link, path))
    return errors


def find_reachable(pages: Dict[str, Page]) -> Set[str]:
    """Return the pages that links reach from the home page."""
    reached: Set[str] = set()
    waiting = [HOME]
    while waiting:
        name = waiting.pop()
        if name in pages and name not in reached:
            reached.add(name)
            waiting += [resolve(name, link)[0] for link in pages[name].links if not urlsplit(link).scheme]
    return reached


def main(arguments: List[str]) -> int:
    """Check the site in a folder, print what is wrong, and return the exit code."""
    if len(arguments) != 1 or not (Path(arguments[0]) / HOME).is_file():
        print("usage: python tools/check_site.py FOLDER, where FOLDER has {}".format(HOME), file=sys.stderr)
        return 2
    folder = Path(arguments[0]).resolve()
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.html"))}
    pages = {name: Page(path.read_text(encoding="utf-8")) for name, path in files.items()}
    errors = [
        "{}: {}".format(name, error)
        for name in pages
        if name not in UNCHECKED
        for error in check_page(folder, pages, name)
    ]
    unreached = set(pages) - find_reachable(pages) - {"index.html", *UNCHECKED}
    errors += ["{}: no link leads there from the home page".format(name) for name in sorted(unreached)]
    for error in errors:
        print(error, file=sys.stderr)
    if not errors:
        print("{} pages, all links lead somewhere; open {}".format(len(pages), folder / "index.html"))
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
