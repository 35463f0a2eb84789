# SPDX-License-Identifier: MIT
"""Pagination: parameters of the next page, and iteration that ends whatever the server responds."""

from __future__ import annotations

import asyncio
import copy
import json
import pickle
from urllib.parse import parse_qsl, urlsplit

import pytest

from . import load, package

pages = load("results.pages")
async_pages = load("results.async_pages")
APIObject = load("results.objects").APIObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

PAGE_TYPES = ["Page", "CursorPage", "ConversationCursorPage", "NextCursorPage", "TokenPage"]


def page_classes(*names: str) -> list[Any]:
    """Return the sync and async classes of these types of pages."""
    modules = {"Sync": pages, "Async": async_pages}
    return [getattr(modules[prefix], prefix + name) for name in names for prefix in modules]


CURSOR_PAGES = page_classes("CursorPage")
SINGLE_PAGES = page_classes("Page")


def item(number: int) -> dict[str, Any]:
    return {"id": "file-{}".format(number)}


# Parameters of the next page


@pytest.mark.parametrize("cls", CURSOR_PAGES)
@pytest.mark.parametrize(
    "fields, params, more",
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
def test_next_cursor_page_starts_after_the_last_item(cls: Any, fields: Any, params: Any, more: bool) -> None:
    page = cls(fields)
    info = page.next_page_info()
    assert (None if info is None else info.params) == params
    assert page.has_next_page() is more


@pytest.mark.parametrize(
    "cls, parameter, cursor",
    [(cls, "after", "last_id") for cls in page_classes("ConversationCursorPage")]
    + [(cls, "after", "next") for cls in page_classes("NextCursorPage")]
    + [(cls, "page", "next") for cls in page_classes("TokenPage")],
)
def test_next_page_starts_at_the_cursor_that_was_sent(cls: Any, parameter: str, cursor: str) -> None:
    page = cls({"data": [item(1)], "has_more": True, cursor: "here"})
    assert page.next_page_info().params == {parameter: "here"}
    assert page.has_next_page()
    for fields in ({"data": [item(1)], "has_more": False, cursor: "here"}, {"data": [], cursor: "here"}):
        assert not cls(fields).has_next_page()
        assert cls(fields).next_page_info().params == {parameter: "here"}
    for fields in ({"data": [item(1)]}, {"data": [item(1)], cursor: None}, {"data": [item(1)], cursor: ""}):
        assert cls(fields).next_page_info() is None
        assert not cls(fields).has_next_page()
        with pytest.raises(RuntimeError, match="last page"):
            cls(fields)._fetch_next()


@pytest.mark.parametrize("cls", SINGLE_PAGES)
def test_single_page_has_no_next_page(cls: Any) -> None:
    page = cls({"data": [item(1)], "has_more": True})
    assert page.next_page_info() is None
    assert not page.has_next_page()


def test_page_info_holds_the_parameters_of_the_next_page() -> None:
    info = pages.SyncCursorPage({"data": [item(1)]}).next_page_info()
    assert repr(info) == "PageInfo(params={'after': 'file-1'})"
    assert not info.url
    assert not info.json
    assert type(info) is load("pagination").PageInfo


@pytest.mark.parametrize("cls", page_classes(*PAGE_TYPES))
def test_page_equals_the_object_that_the_server_sent(cls: Any) -> None:
    fields = {"object": "list", "data": [item(1)], "has_more": False}
    page = cls(fields)
    assert page == fields
    assert json.loads(json.dumps(page)) == fields
    assert (page.object, page["object"], page.data, page.page_items) == ("list", "list", [item(1)], [item(1)])
    assert page.first_id is None
    assert page.to_dict() == page.model_dump(exclude_unset=True) == dict(page) == fields
    absent = set(page.model_dump()) - set(fields)  # fields that pages of this class have
    assert absent <= {"last_id", "next"} and page.model_dump() == {**dict.fromkeys(absent), **fields}
    assert repr(page).startswith(cls.__name__ + "(data=[{'id': 'file-1'}], ")
    assert getattr(load("pagination"), cls.__name__) is cls
    made = cls[APIObject]
    assert made is cls[APIObject] and issubclass(made, cls) and made.__name__ == cls.__name__ + "[APIObject]"
    assert cls["Item"] is cls and made[str] is made  # nothing that items could be an instance of


# Fetching


class ListTransport:
    """Transport that returns lists: the scripted pages, or `total` items in pages of two."""

    def __init__(self, *script: Any, total: int = 0) -> None:
        self.script = list(script)
        self.total = total
        self.queries: list[dict[str, str]] = []
        self.headers: list[Any] = []

    def respond(self, request: Any) -> Any:
        query = dict(parse_qsl(urlsplit(request.url).query))
        self.queries.append(query)
        self.headers.append(request.headers)
        if self.script:
            body = self.script.pop(0)
        else:
            first = int(query.get("after", "file-0")[5:]) + 1
            items = [item(number) for number in range(first, min(first + 2, self.total + 1))]
            body = {"object": "list", "data": items, "has_more": bool(items) and first + 1 < self.total}
        head = [("content-type", "application/json"), ("x-request-id", "req_{}".format(len(self.queries)))]
        return 200, head, json.dumps(body).encode()

    def send(self, request: Any) -> Any:
        status, head, body = self.respond(request)
        return status, head, iter([body]), lambda: None

    def close(self) -> None:
        """Do nothing."""


class AsyncListTransport(ListTransport):
    """Asynchronous version of `ListTransport`."""

    async def send(self, request: Any) -> Any:
        status, head, body = self.respond(request)

        async def chunks() -> Any:
            yield body

        async def close() -> None:
            """Do nothing."""

        return status, head, chunks(), close

    async def aclose(self) -> None:
        """Do nothing."""


def client(transport: Any) -> Any:
    client_class = package.AsyncOpenAI if isinstance(transport, AsyncListTransport) else package.OpenAI
    return client_class(api_key="sk-x", admin_api_key="sk-y", environment=False, transport=transport, max_retries=0)


def ids(transport: Any, **arguments: Any) -> list[str]:
    """Return the ids of all items, by the client that fits the transport."""

    async def loop() -> list[str]:
        return [found.id async for found in client(transport).files.list(**arguments)]

    if isinstance(transport, AsyncListTransport):
        return asyncio.run(loop())
    return [item.id for item in client(transport).files.list(**arguments)]


both = pytest.mark.parametrize("cls", [ListTransport, AsyncListTransport])


@both
@pytest.mark.parametrize("total", [0, 1, 2, 3, 7])
def test_iteration_covers_all_pages(cls: Any, total: int) -> None:
    transport = cls(total=total)
    assert ids(transport) == ["file-{}".format(number) for number in range(1, total + 1)]
    assert len(transport.queries) == max(1, (total + 1) // 2)


@both
def test_arguments_apply_to_all_pages(cls: Any) -> None:
    transport = cls(total=3)
    ids(transport, purpose="batch", limit=2, extra_headers={"X-Team": "blue"}, extra_query={"x": "y"})
    first = {"purpose": "batch", "limit": "2", "x": "y"}
    assert transport.queries == [first, {**first, "after": "file-2"}]
    assert [headers["X-Team"] for headers in transport.headers] == ["blue", "blue"]


@both
def test_list_that_repeats_its_cursor_ends(cls: Any) -> None:
    same = {"data": [item(1)], "has_more": True}
    assert ids(cls(*[same] * 9)) == ["file-1"]


@both
def test_list_that_repeats_its_pages_ends(cls: Any) -> None:
    repeated = [{"data": [item(number)], "has_more": True} for number in (1, 2, 3)] * 3
    assert ids(cls(*repeated)) == ["file-1", "file-2", "file-3"]
    assert ids(cls(*[repeated[0], repeated[1]] * 9)) == ["file-1", "file-2"]


@both
def test_empty_page_ends_the_list_despite_has_more(cls: Any) -> None:
    assert ids(cls({"data": [item(1)], "has_more": True}, {"data": [], "has_more": True})) == ["file-1"]


def test_plain_list_is_one_page() -> None:
    transport = ListTransport({"data": [{"id": "gpt"}], "has_more": True})
    assert [model.id for model in client(transport).models.list()] == ["gpt"]
    assert len(transport.queries) == 1


def test_pages_one_by_one() -> None:
    transport = ListTransport(total=3)
    first = client(transport).files.list()
    assert type(first) is pages.SyncCursorPage[load("types").FileObject]
    assert (first._request_id, len(transport.queries)) == ("req_1", 1)
    second = first.get_next_page()
    assert (second.data, second._request_id) == ([item(3)], "req_2")
    assert type(second) is type(first) and isinstance(second, pages.SyncCursorPage)
    third = second.get_next_page()  # fetched although has_more is false, which may be outdated
    assert third.data == []
    with pytest.raises(RuntimeError, match="this is the last page"):
        third.get_next_page()
    assert [page.data for page in first.iter_pages()] == [[item(1), item(2)], [item(3)]]


def test_async_pages_one_by_one() -> None:
    async def loop() -> None:
        transport = AsyncListTransport(total=3)
        first = await client(transport).files.list()
        assert type(first) is async_pages.AsyncCursorPage[load("types").FileObject]
        second = await first.get_next_page()
        assert (second.data, second._request_id) == ([item(3)], "req_2")
        third = await second.get_next_page()
        with pytest.raises(RuntimeError, match="this is the last page"):
            await third.get_next_page()
        assert [page.data async for page in first.iter_pages()] == [[item(1), item(2)], [item(3)]]
        assert [model.id async for model in client(AsyncListTransport({"data": [item(9)]})).models.list()] == ["file-9"]

    asyncio.run(loop())


@both
def test_pages_of_a_list_requested_by_post(cls: Any) -> None:
    transport = cls(
        {"data": [{"id": "x", "score": 0.5}], "has_more": True, "object": "vector_store.search_results.page"}
    )
    search = client(transport).vector_stores.search("vs_1", query="words")
    if cls is AsyncListTransport:

        async def loop() -> list[Any]:
            return [item.score async for item in search]

        assert asyncio.run(loop()) == [0.5]
    else:
        assert [item.score for item in search] == [0.5]
    assert len(transport.queries) == 1


@both
def test_lists_with_a_cursor_field_over_a_transport(cls: Any) -> None:
    """Iterate over one list of each type, three pages long; the arguments apply to all pages."""
    calls = [
        (lambda client: client.conversations.items.list("c", limit=1), "last_id", "after"),
        (lambda client: client.admin.organization.groups.list(limit=1), "next", "after"),
        (lambda client: client.beta.agents.environments.files.list("e", limit=1), "next", "page"),
    ]
    for call, cursor, parameter in calls:
        script = [{"data": [item(n)], "has_more": n < 3, cursor: "c{}".format(n)} for n in (1, 2, 3)]
        transport = cls(*script)
        listing = call(client(transport))
        if cls is AsyncListTransport:

            async def loop(listing: Any = listing) -> list[str]:
                return [item.id async for item in listing]

            item_ids = asyncio.run(loop())
        else:
            item_ids = [each.id for each in listing]
        assert item_ids == ["file-1", "file-2", "file-3"]
        assert transport.queries == [{"limit": "1"}, {"limit": "1", parameter: "c1"}, {"limit": "1", parameter: "c2"}]


def test_async_list_is_requested_each_time_it_is_awaited() -> None:
    async def loop() -> None:
        transport = AsyncListTransport(total=1)
        listing = client(transport).files.list(extra_query={"x": "y"})
        assert transport.queries == []
        assert (await listing).data == (await listing).data == [item(1)]
        assert [item.id async for item in listing] == ["file-1"]
        assert transport.queries == [{"x": "y"}] * 3
        assert type(listing) is load("pagination").AsyncPaginator[APIObject, async_pages.AsyncCursorPage]

    asyncio.run(loop())


def test_inspecting_a_page_sends_no_request() -> None:
    transport = ListTransport(total=5)
    page = client(transport).files.list()
    assert "get_next_page" in dir(page)
    assert "has_more" in dir(page)
    values = [
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
    assert len(values) == 9
    assert len(transport.queries) == 1


@pytest.mark.parametrize("duplicate_page", [copy.copy, copy.deepcopy, lambda page: pickle.loads(pickle.dumps(page))])
def test_copied_page_is_a_plain_object(duplicate_page: Any) -> None:
    page = client(ListTransport(total=3)).files.list()
    duplicate = duplicate_page(page)
    assert duplicate == page
    assert type(duplicate) is APIObject
    assert duplicate._request_id == "req_1"
    assert duplicate.data[0].id == "file-1"
    assert "_request_id" not in duplicate


def test_copy_method_keeps_the_ability_to_fetch_pages() -> None:
    page = client(ListTransport(total=3)).files.list().copy()
    assert [item.id for item in page] == ["file-1", "file-2", "file-3"]
