# SPDX-License-Identifier: MIT
"""docs/errors.md: its hierarchy is that of the classes, and its messages are those that the library prints."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Dict, Iterator, Tuple

import pytest

from . import load, package

PAGE = Path(__file__).resolve().parent.parent / "docs" / "errors.md"
MESSAGES = [{"role": "user", "content": "Say hello"}]

pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="a vendored copy has no documentation")


def section(heading: str) -> str:
    """Return the text below a heading of the page, up to the next one."""
    text = PAGE.read_text(encoding="utf-8")
    return re.split(r"^#+ ", text.partition("# {}\n".format(heading))[2], maxsplit=1, flags=re.MULTILINE)[0]


def documented_bases() -> Iterator[Tuple[str, Tuple[str, ...]]]:
    """Yield each class of the tree of the page with the names of its base classes."""
    parents: Dict[int, str] = {}
    for line in re.findall(
        r"^[│├└─ ]*\w+.*$", section("Hierarchy").partition("```text\n")[2].partition("```")[0], re.M
    ):
        drawing, name, rest = re.match(r"([│├└─ ]*)(\w+)(.*)", line).groups()  # type: ignore[union-attr]
        depth = len(drawing) // 4
        parents[depth] = name
        further = re.findall(r"\((\w+)\)", rest)
        yield name, (*([parents[depth - 1]] if depth else []), *further)


def find_class(name: str) -> Any:
    return getattr(package, name, None) or getattr(load("websocket"), name)


def test_the_hierarchy_is_that_of_the_classes() -> None:
    bases = dict(documented_bases())
    for name, documented in bases.items():
        if name not in ("OpenAIError", "ValueError"):
            assert tuple(base.__name__ for base in find_class(name).__bases__) == documented, name
    for name in dir(package):
        value = getattr(package, name, None)
        if isinstance(value, type) and issubclass(value, Exception) and value.__name__ == name:
            assert name in bases, name


def raise_errors(client: Any, server: Any) -> Iterator[Any]:
    """Yield the functions that raise the errors of the table of messages, in its order."""
    models, chat = client.models, client.chat.completions
    yield lambda: client.with_options(api_key="sk-wrong-987654321").models.list()
    yield lambda: models.list(extra_headers={"X-Embedded-Fault": "status=502; html"})
    yield lambda: models.list(extra_headers={"X-Embedded-Fault": "reset"})
    limits = package.Timeout(5, read=0.1)
    yield lambda: models.list(extra_headers={"X-Embedded-Fault": "stall=20"}, timeout=limits)
    limits = package.Timeout(5, deadline=0.1)
    yield lambda: models.list(extra_headers={"X-Embedded-Fault": "stall=20"}, timeout=limits)
    fault = {"X-Embedded-Fault": "cut-events=3"}
    yield lambda: list(chat.create(model="m", messages=MESSAGES, stream=True, extra_headers=fault))
    yield lambda: package.OpenAI(environment=False)
    yield lambda: package.OpenAI(base_url="api.openai.com")
    yield lambda: package.Config(tiemout=5)
    yield lambda: chat.create(model="m")
    yield lambda: chat.create(model="m", messages=[{"role": "user", "content": {"a", "b"}}])
    yield lambda: client.files.retrieve("")
    token = package.CancelToken()
    token.cancel("the user has left")
    yield lambda: models.list(cancel=token)


def test_the_messages_are_those_that_the_library_prints() -> None:
    pattern = r"^\| [^|]+ \| `(\w+)` \| (?:`` ([^|]*) ``|`([^|]*)`) \|$"
    rows = re.findall(pattern, section("Examples of messages"), flags=re.MULTILINE)
    documented = [(name, message or quoted) for name, quoted, message in rows]
    with load("testing").EmbeddedServer() as server:
        with package.OpenAI(api_key="k", base_url=server.base_url, max_retries=0) as client:
            printed = []
            for call in raise_errors(client, server):
                with pytest.raises(package.OpenAIError) as caught:
                    call()
                message = str(caught.value).replace(server.base_url, "http://127.0.0.1:8080/v1")
                printed.append((type(caught.value).__name__, message))
    assert documented == printed


def test_the_summary_is_one_line() -> None:
    (documented,) = re.findall(r"^```text\n(.+)\n```$", section("Examples of messages"), flags=re.MULTILINE)
    with load("testing").EmbeddedServer() as server:
        with package.OpenAI(api_key="k", base_url=server.base_url) as client:
            server.inject_fault("status=503; message=Overloaded; retry-after-ms=1; times=3")
            with pytest.raises(package.InternalServerError) as caught:
                client.models.list()
            assert caught.value.summary.replace(server.base_url, "http://127.0.0.1:8080/v1") == documented
