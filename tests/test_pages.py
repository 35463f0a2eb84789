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

pages = load("results.pages")
APIObject = load("results.objects").APIObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

KINDS = ["Page", "CursorPage", "ConversationCursorPage", "NextCursorPage", "TokenPage"]


def of(*names: str) -> list[Any]:
    """Return the classes of these kinds, for both clients."""
    return [getattr(pages, way + name) for name in names for way in ("Sync", "Async")]


CURSORS = of("CursorPage")
PLAIN = of("Page")


def item(number: int) -> dict[str, Any]:
    return {"id": "file-{}".format(number)}


# What the next request is


@pytest.mark.parametrize("kind", CURSORS)
@pytest.mark.parametrize(
    "body, params, more",
    [
        ({"data": [item(1), item(2)], "has_more": True}, {"after": "file-2"}, True),
        ({"data": [item(1)]}, {"after": "file-1"}, True),
        ({"data": [item(1)], "has_more": None}, {"after": "file-1"}, True),
        ({"data": [item(1)], "has_more": False}, {"after": "file-1"}, False),
        ({"data": [], "has_more": True}, None, False),
        ({"data": None, "has_more": True}, None, False),
        ({"has_more": True}, None, False),
        ({}, None, False),
        ({"data": [item(1), {"name": "without id"}], "has_more": True}, None, False),
        ({"data": [{"id": ""}], "has_more": True}, None, False),
        ({"data": ["text"], "has_more": True}, None, False),
    ],
)
def test_cursor_list_goes_on_after_its_last_item(kind: Any, body: Any, params: Any, more: bool) -> None:
    page = kind(body)
    info = page.next_page_info()
    assert (None if info is None else info.params) == params
    assert page.has_next_page() is more


@pytest.mark.parametrize(
    "kind, argument, cursor",
    [(kind, "after", "last_id") for kind in of("ConversationCursorPage")]
    + [(kind, "after", "next") for kind in of("NextCursorPage")]
    + [(kind, "page", "next") for kind in of("TokenPage")],
)
def test_list_that_tells_its_cursor_goes_on_there(kind: Any, argument: str, cursor: str) -> None:
    page = kind({"data": [item(1)], "has_more": True, cursor: "here"})
    assert page.next_page_info().params == {argument: "here"}
    assert page.has_next_page()
    for body in ({"data": [item(1)], "has_more": False, cursor: "here"}, {"data": [], cursor: "here"}):
        assert not kind(body).has_next_page()
        assert kind(body).next_page_info().params == {argument: "here"}
    for body in ({"data": [item(1)]}, {"data": [item(1)], cursor: None}, {"data": [item(1)], cursor: ""}):
        assert kind(body).next_page_info() is None
        assert not kind(body).has_next_page()
        with pytest.raises(RuntimeError, match="last page"):
            kind(body)._fetch_next()


@pytest.mark.parametrize("kind", PLAIN)
def test_plain_list_has_no_next_page(kind: Any) -> None:
    page = kind({"data": [item(1)], "has_more": True})
    assert page.next_page_info() is None
    assert not page.has_next_page()


def test_page_info_says_what_the_next_request_adds() -> None:
    info = pages.SyncCursorPage({"data": [item(1)]}).next_page_info()
    assert repr(info) == "PageInfo(params={'after': 'file-1'})"
    assert not info.url
    assert not info.json
    assert type(info) is load("pagination").PageInfo


@pytest.mark.parametrize("kind", of(*KINDS))
def test_page_is_the_object_that_the_server_sent(kind: Any) -> None:
    body = {"object": "list", "data": [item(1)], "has_more": False}
    page = kind(body)
    assert page == body
    assert json.loads(json.dumps(page)) == body
    assert (page.object, page["object"], page.data, page.page_items) == ("list", "list", [item(1)], [item(1)])
    assert page.first_id is None
    assert page.to_dict() == page.model_dump() == dict(page) == body
    assert repr(page).startswith(kind.__name__ + "(data=[{'id': 'file-1'}], ")
    assert getattr(load("pagination"), kind.__name__) is kind
    assert kind[APIObject] is kind


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
    return kind(api_key="sk-x", admin_api_key="sk-y", environment=False, transport=shelf, max_retries=0)


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
    assert ids(kind(*circle)) == ["file-1", "file-2", "file-3"]
    assert ids(kind(*[circle[0], circle[1]] * 9)) == ["file-1", "file-2"]


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
    assert type(first) is pages.SyncCursorPage
    assert (first._request_id, len(shelf.asked)) == ("req_1", 1)
    second = first.get_next_page()
    assert (second.data, second._request_id) == ([item(3)], "req_2")
    assert isinstance(second, pages.SyncCursorPage[APIObject])
    third = second.get_next_page()  # has_more may be out of date: who asks is told
    assert third.data == []
    with pytest.raises(RuntimeError, match="this is the last page"):
        third.get_next_page()
    assert [page.data for page in first.iter_pages()] == [[item(1), item(2)], [item(3)]]


def test_async_pages_one_by_one() -> None:
    async def loop() -> None:
        shelf = AsyncShelf(total=3)
        first = await client(shelf).files.list()
        assert type(first) is pages.AsyncCursorPage
        second = await first.get_next_page()
        assert (second.data, second._request_id) == ([item(3)], "req_2")
        third = await second.get_next_page()
        with pytest.raises(RuntimeError, match="this is the last page"):
            await third.get_next_page()
        assert [page.data async for page in first.iter_pages()] == [[item(1), item(2)], [item(3)]]
        assert [model.id async for model in client(AsyncShelf({"data": [item(9)]})).models.list()] == ["file-9"]

    asyncio.run(loop())


@both
def test_pages_of_a_list_that_is_asked_for_by_post(kind: Any) -> None:
    shelf = kind({"data": [{"id": "x", "score": 0.5}], "has_more": True, "object": "vector_store.search_results.page"})
    search = client(shelf).vector_stores.search("vs_1", query="words")
    if kind is AsyncShelf:

        async def loop() -> list[Any]:
            return [found.score async for found in search]

        assert asyncio.run(loop()) == [0.5]
    else:
        assert [found.score for found in search] == [0.5]
    assert len(shelf.asked) == 1


@both
def test_lists_that_tell_their_cursor_over_the_wire(kind: Any) -> None:
    """One list of each kind, three pages long; all arguments hold for all pages."""
    calls = [
        (lambda made: made.conversations.items.list("c", limit=1), "last_id", "after"),
        (lambda made: made.admin.organization.groups.list(limit=1), "next", "after"),
        (lambda made: made.beta.agents.environments.files.list("e", limit=1), "next", "page"),
    ]
    for call, cursor, argument in calls:
        script = [{"data": [item(n)], "has_more": n < 3, cursor: "c{}".format(n)} for n in (1, 2, 3)]
        shelf = kind(*script)
        made = call(client(shelf))
        if kind is AsyncShelf:

            async def loop(made: Any = made) -> list[str]:
                return [found.id async for found in made]

            found = asyncio.run(loop())
        else:
            found = [each.id for each in made]
        assert found == ["file-1", "file-2", "file-3"]
        assert shelf.asked == [{"limit": "1"}, {"limit": "1", argument: "c1"}, {"limit": "1", argument: "c2"}]


def test_async_list_is_asked_for_when_it_is_wanted_and_as_often() -> None:
    async def loop() -> None:
        shelf = AsyncShelf(total=1)
        listing = client(shelf).files.list(extra_query={"x": "y"})
        assert shelf.asked == []
        assert (await listing).data == (await listing).data == [item(1)]
        assert [found.id async for found in listing] == ["file-1"]
        assert shelf.asked == [{"x": "y"}] * 3
        assert type(listing) is load("pagination").AsyncPaginator[APIObject, pages.AsyncCursorPage]

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
