# SPDX-License-Identifier: MIT
"""Lists in pages: what the next request is, and loops over pages that end whatever a server answers."""

from __future__ import annotations

import asyncio
import copy
import json
import pickle
from urllib.parse import parse_qsl, urlsplit

import pytest

from . import load, package

pages = load("answer.pages")
APIObject = load("answer.objects").APIObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

CURSORS = [pages.CursorPage, pages.AsyncCursorPage]
PLAIN = [pages.Page, pages.AsyncPage]


def item(number: int) -> dict[str, Any]:
    return {"id": "file-{}".format(number)}


# What the next request is


@pytest.mark.parametrize("kind", CURSORS)
@pytest.mark.parametrize(
    "body, following",
    [
        ({"data": [item(1), item(2)], "has_more": True}, {"after": "file-2"}),
        ({"data": [item(1)]}, {"after": "file-1"}),
        ({"data": [item(1)], "has_more": None}, {"after": "file-1"}),
        ({"data": [item(1)], "has_more": False}, None),
        ({"data": [], "has_more": True}, None),
        ({"data": None, "has_more": True}, None),
        ({"has_more": True}, None),
        ({}, None),
        ({"data": [item(1), {"name": "without id"}], "has_more": True}, None),
        ({"data": [{"id": ""}], "has_more": True}, None),
        ({"data": ["text"], "has_more": True}, None),
    ],
)
def test_cursor_list_goes_on_after_its_last_item(kind: Any, body: Any, following: Any) -> None:
    page = kind(body)
    assert page.next_arguments() == following
    assert page.has_next_page() is (following is not None)


@pytest.mark.parametrize("kind", PLAIN)
def test_plain_list_has_no_next_page(kind: Any) -> None:
    page = kind({"data": [item(1)], "has_more": True})
    assert page.next_arguments() is None
    assert not page.has_next_page()


@pytest.mark.parametrize("kind", CURSORS + PLAIN)
def test_page_is_the_object_that_the_server_sent(kind: Any) -> None:
    body = {"object": "list", "data": [item(1)], "has_more": False}
    page = kind(body)
    assert page == body
    assert json.loads(json.dumps(page)) == body
    assert (page.object, page["object"], page.data, page.items_here) == ("list", "list", [item(1)], [item(1)])
    assert page.first_id is None
    assert page.to_dict() == page.model_dump() == dict(page) == body
    assert repr(page).startswith(kind.__name__ + "(object='list', data=")


# Fetching


class Shelf:
    """A transport that answers lists: pages of a script, or two items a page of `total`."""

    def __init__(self, *script: Any, total: int = 0) -> None:
        self.script = list(script)
        self.total = total
        self.asked: list[dict[str, str]] = []
        self.headers: list[Any] = []

    def answer(self, sent: Any) -> Any:
        query = dict(parse_qsl(urlsplit(sent.url).query))
        self.asked.append(query)
        self.headers.append(sent.headers)
        if self.script:
            body = self.script.pop(0)
        else:
            first = int(query.get("after", "file-0")[5:]) + 1
            found = [item(number) for number in range(first, min(first + 2, self.total + 1))]
            body = {"object": "list", "data": found, "has_more": bool(found) and first + 1 < self.total}
        head = [("content-type", "application/json"), ("x-request-id", "req_{}".format(len(self.asked)))]
        return 200, head, json.dumps(body).encode()

    def send(self, sent: Any) -> Any:
        status, head, body = self.answer(sent)
        return status, head, iter([body]), lambda: None

    def close(self) -> None:
        """Nothing is open."""


class AsyncShelf(Shelf):
    """The same for asyncio."""

    async def send(self, sent: Any) -> Any:
        status, head, body = self.answer(sent)

        async def chunks() -> Any:
            yield body

        async def close() -> None:
            """Nothing is open."""

        return status, head, chunks(), close

    async def aclose(self) -> None:
        """Nothing is open."""


def client(shelf: Any) -> Any:
    kind = package.AsyncOpenAI if isinstance(shelf, AsyncShelf) else package.OpenAI
    return kind(api_key="sk-x", environment=False, transport=shelf, max_retries=0)


def ids(shelf: Any, **arguments: Any) -> list[str]:
    """Return the ids of all items, looped over in the shelf's own way."""

    async def loop() -> list[str]:
        return [found.id async for found in client(shelf).files.list(**arguments)]

    if isinstance(shelf, AsyncShelf):
        return asyncio.run(loop())
    return [found.id for found in client(shelf).files.list(**arguments)]


both = pytest.mark.parametrize("kind", [Shelf, AsyncShelf])


@both
@pytest.mark.parametrize("total", [0, 1, 2, 3, 7])
def test_iteration_goes_over_all_pages(kind: Any, total: int) -> None:
    shelf = kind(total=total)
    assert ids(shelf) == ["file-{}".format(number) for number in range(1, total + 1)]
    assert len(shelf.asked) == max(1, (total + 1) // 2)


@both
def test_arguments_of_the_first_page_hold_for_the_others(kind: Any) -> None:
    shelf = kind(total=3)
    ids(shelf, purpose="batch", limit=2, extra_headers={"X-Team": "blue"}, extra_query={"x": "y"})
    first = {"purpose": "batch", "limit": "2", "x": "y"}
    assert shelf.asked == [first, {**first, "after": "file-2"}]
    assert [headers["X-Team"] for headers in shelf.headers] == ["blue", "blue"]


@both
def test_list_that_repeats_its_cursor_ends(kind: Any) -> None:
    same = {"data": [item(1)], "has_more": True}
    assert ids(kind(*[same] * 9)) == ["file-1"]


@both
def test_list_that_goes_in_circles_ends(kind: Any) -> None:
    circle = [{"data": [item(number)], "has_more": True} for number in (1, 2, 3)] * 3
    assert ids(kind(*circle)) == ["file-1", "file-2", "file-3", "file-1"]


@both
def test_empty_page_is_the_end_though_there_should_be_more(kind: Any) -> None:
    assert ids(kind({"data": [item(1)], "has_more": True}, {"data": [], "has_more": True})) == ["file-1"]


def test_plain_list_is_one_page() -> None:
    shelf = Shelf({"data": [{"id": "gpt"}], "has_more": True})
    assert [model.id for model in client(shelf).models.list()] == ["gpt"]
    assert len(shelf.asked) == 1


def test_pages_one_by_one() -> None:
    shelf = Shelf(total=3)
    first = client(shelf).files.list()
    assert type(first) is pages.CursorPage
    assert (first._request_id, len(shelf.asked)) == ("req_1", 1)
    second = first.get_next_page()
    assert (second.data, second._request_id) == ([item(3)], "req_2")
    with pytest.raises(RuntimeError, match="this is the last page"):
        second.get_next_page()
    assert [page.data for page in first.iter_pages()] == [[item(1), item(2)], [item(3)]]


def test_async_pages_one_by_one() -> None:
    async def loop() -> None:
        shelf = AsyncShelf(total=3)
        first = await client(shelf).files.list()
        assert type(first) is pages.AsyncCursorPage
        second = await first.get_next_page()
        assert (second.data, second._request_id) == ([item(3)], "req_2")
        with pytest.raises(RuntimeError, match="this is the last page"):
            await second.get_next_page()
        assert [page.data async for page in first.iter_pages()] == [[item(1), item(2)], [item(3)]]
        assert [model.id async for model in client(AsyncShelf({"data": [item(9)]})).models.list()] == ["file-9"]

    asyncio.run(loop())


def test_looking_at_a_page_fetches_nothing() -> None:
    shelf = Shelf(total=5)
    page = client(shelf).files.list()
    assert "get_next_page" in dir(page)
    assert "has_more" in dir(page)
    looked_at = [
        repr(page),
        str(page),
        page.to_json(),
        len(page),
        page == {},
        bool(page),
        "data" in page,
        {**page},
        dict(page),
    ]
    assert len(looked_at) == 9
    assert len(shelf.asked) == 1


@pytest.mark.parametrize("travel", [copy.copy, copy.deepcopy, lambda page: pickle.loads(pickle.dumps(page))])
def test_page_travels_as_what_the_server_sent(travel: Any) -> None:
    page = client(Shelf(total=3)).files.list()
    found = travel(page)
    assert found == page
    assert type(found) is APIObject
    assert found._request_id == "req_1"
    assert found.data[0].id == "file-1"
    assert "_request_id" not in found


def test_copy_of_a_page_still_knows_the_way() -> None:
    page = client(Shelf(total=3)).files.list().copy()
    assert [found.id for found in page] == ["file-1", "file-2", "file-3"]
