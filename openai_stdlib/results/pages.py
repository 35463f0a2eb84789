# SPDX-License-Identifier: MIT
"""Lists that come in pages. A page is the object that the server sent, and knows how to ask for the one after it.

What the next request is, and when a list goes in circles, is thought out here without I/O; the two classes of each
kind differ only in how they wait. `../pagination.py` is where programs find the names.
"""

from __future__ import annotations

from ..call.sentinels import NOT_GIVEN
from .objects import APIObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Callable, Dict, Generator, Iterator, List, Optional, Set, Tuple, Type

    from ..call.prepare import Call


class PageInfo:
    """What the request for the next page adds to this one's: `params`, or else `json` or a `url` of its own."""

    __slots__ = ("url", "params", "json")

    def __init__(self, *, url: Any = NOT_GIVEN, params: Any = NOT_GIVEN, json: Any = NOT_GIVEN) -> None:
        self.url = url
        self.params = params
        self.json = json

    def __repr__(self) -> str:
        said = ((name, getattr(self, name)) for name in self.__slots__)
        return "PageInfo({})".format(
            ", ".join("{}={!r}".format(n, value) for n, value in said if value is not NOT_GIVEN)
        )


class PageObject(APIObject):
    """A page: an APIObject that iterates over items rather than over its fields' names.

    `SyncCursorPage[FileObject]` is the class itself: the name of the items is for annotations.
    """

    _repr_fields = "data has_more"  # in a repr
    _cursor_param = ""  # by which the next request says where to go on
    _cursor_field = ""  # the field that tells it; the id of the last item if there is none

    def __class_getitem__(cls, items: Any) -> Any:
        return cls

    @property
    def page_items(self) -> List[Any]:
        """The items of this page alone."""
        items = self.get("data")
        call = self.__dict__.get("_call")
        if items and call is not None and call.operation.returns:
            from .models import apply_model

            apply_model(items, call.operation.returns, call.operation.model_package)
        return items or []

    @property
    def data(self) -> Any:
        """What the page has as its items; `page_items`, unless that is missing or no list."""
        return self.page_items or self.get("data")

    def _iter_fields(self) -> Iterator[Tuple[str, str, Any]]:
        _ = self.page_items  # which gives them their classes
        return super()._iter_fields()

    def _bind(self, call: Call, fetch: Callable[[Dict[str, Any]], Any]) -> None:
        self._call, self._fetch = call, fetch

    def next_page_info(self) -> Optional[PageInfo]:
        """Return what the request for the next page adds, or None if nothing tells. Doesn't look at `has_more`."""
        if not self._cursor_param:
            return None
        if self._cursor_field:
            place = self.get(self._cursor_field)
        else:
            last = (self.page_items or [None])[-1]
            place = last.get("id") if isinstance(last, dict) else getattr(last, "id", None)
        return PageInfo(params={self._cursor_param: place}) if place else None

    def has_next_page(self) -> bool:
        """Tell whether there are, as far as this page says, more items."""
        return self.get("has_more") is not False and bool(self.page_items) and self.next_page_info() is not None

    def _fetch_next(self) -> Any:
        info = self.next_page_info()
        if info is None:
            raise RuntimeError("this is the last page, there is no next one; ask has_next_page() first")
        return self._fetch({**self._call.arguments, **info.params})

    def __reduce__(self) -> Any:
        # The way to the next page is a live client; what travels is what the server sent.
        return APIObject, (dict(self),), {"_request_id": self._request_id}

    def __repr__(self) -> str:
        call = self.__dict__.get("_call")
        items = (
            "[{}]".format(call.operation.returns.rpartition(".")[2])
            if call is not None and call.operation.returns
            else ""
        )
        fields = {name: value for name, _, value in self._iter_fields()}
        fields = {**{name: self.get(name) for name in self._repr_fields.split()}, **fields}
        said = ", ".join("{}={!r}".format(name, value) for name, value in fields.items())
        return "{}{}({})".format(type(self).__name__, items, said)


class _CycleDetector:
    """The places where a list went on so far: one that comes to the same place again goes in circles."""

    def __init__(self) -> None:
        self._seen: Set[str] = set()

    def is_new(self, page: PageObject) -> bool:
        """Tell whether this page is none of those before; it is one of them from now on."""
        if not page.has_next_page():
            return True
        place = repr(page.next_page_info())
        if place in self._seen:
            return False
        self._seen.add(place)
        return True


class BaseSyncPage(PageObject):
    """What the pages of the sync client have in common."""

    def __iter__(self) -> Iterator[Any]:
        for page in self.iter_pages():
            yield from page.page_items

    def iter_pages(self) -> Iterator[BaseSyncPage]:
        """Yield this page and all after it; ends when the server repeats a page."""
        page, trail = self, _CycleDetector()
        while trail.is_new(page):
            yield page
            if not page.has_next_page():
                return
            page = page.get_next_page()

    def get_next_page(self) -> BaseSyncPage:
        """Fetch the page after this one, also if `has_more` is false. Raises RuntimeError if nothing tells where."""
        page: BaseSyncPage = self._fetch_next()
        return page


class BaseAsyncPage(PageObject):
    """What the pages of the async client have in common; they are for `async for`."""

    async def __aiter__(self) -> AsyncIterator[Any]:
        async for page in self.iter_pages():
            for item in page.page_items:
                yield item

    async def iter_pages(self) -> AsyncIterator[BaseAsyncPage]:
        """Yield this page and all after it; ends when the server repeats a page."""
        page, trail = self, _CycleDetector()
        while trail.is_new(page):
            yield page
            if not page.has_next_page():
                return
            page = await page.get_next_page()

    async def get_next_page(self) -> BaseAsyncPage:
        """Fetch the page after this one, also if `has_more` is false. Raises RuntimeError if nothing tells where."""
        page: BaseAsyncPage = await self._fetch_next()
        return page


class _Whole:
    _repr_fields = "data object"


class _Cursor:
    _cursor_param = "after"


class _Conversation:
    _cursor_param, _cursor_field = "after", "last_id"
    _repr_fields = "data has_more last_id"


class _NextCursor:
    _cursor_param, _cursor_field = "after", "next"
    _repr_fields = "data has_more next"


class _Token(_NextCursor):
    _cursor_param = "page"


class SyncPage(_Whole, BaseSyncPage):
    """A list that comes whole."""


class AsyncPage(_Whole, BaseAsyncPage):
    """A list that comes whole."""


class SyncCursorPage(_Cursor, BaseSyncPage):
    """A list that goes on after the id of its last item."""


class AsyncCursorPage(_Cursor, BaseAsyncPage):
    """A list that goes on after the id of its last item."""


class SyncConversationCursorPage(_Conversation, BaseSyncPage):
    """A list that goes on after its `last_id`."""


class AsyncConversationCursorPage(_Conversation, BaseAsyncPage):
    """A list that goes on after its `last_id`."""


class SyncNextCursorPage(_NextCursor, BaseSyncPage):
    """A list that goes on after its `next`."""


class AsyncNextCursorPage(_NextCursor, BaseAsyncPage):
    """A list that goes on after its `next`."""


class SyncTokenPage(_Token, BaseSyncPage):
    """A list whose next page is called by its `next`."""


class AsyncTokenPage(_Token, BaseAsyncPage):
    """A list whose next page is called by its `next`."""


class AsyncPaginator:
    """What an async list call returns: await it for the first page, or `async for` over all items.

    Each of the two makes the call; nothing is sent before.
    """

    __slots__ = ("_first",)

    def __init__(self, first: Callable[[], Any]) -> None:
        self._first = first

    def __class_getitem__(cls, items: Any) -> Type[AsyncPaginator]:
        return cls

    def __await__(self) -> Generator[Any, None, BaseAsyncPage]:
        page: Generator[Any, None, BaseAsyncPage] = self._first().__await__()
        return page

    async def __aiter__(self) -> AsyncIterator[Any]:
        async for item in await self._first():
            yield item
