# SPDX-License-Identifier: MIT
"""Pages of lists of an async client."""

from __future__ import annotations

from .pages import Conversation, Cursor, CycleDetector, NextCursor, PageObject, SinglePage, Token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Callable, Generator, Type


class BaseAsyncPage(PageObject):
    """Base of the pages of the async client. `async for` yields the items of this and of all following pages."""

    async def __aiter__(self) -> AsyncIterator[Any]:
        async for page in self.iter_pages():
            for item in page.page_items:
                yield item

    async def iter_pages(self) -> AsyncIterator[BaseAsyncPage]:
        """Yield this page and all following pages. Stops if the server repeats a page."""
        page, detector = self, CycleDetector()
        while detector.is_new(page):
            yield page
            if not page.has_next_page():
                return
            page = await page.get_next_page()

    async def get_next_page(self) -> BaseAsyncPage:
        """Fetch the next page, even if `has_more` is false. Raises RuntimeError if this page has no cursor."""
        page: BaseAsyncPage = await self._fetch_next()
        return page


class AsyncPage(SinglePage, BaseAsyncPage):
    """Complete list; there are no further pages."""


class AsyncCursorPage(Cursor, BaseAsyncPage):
    """Page of a cursor-paginated list: the id of the last item is sent as `after`."""


class AsyncConversationCursorPage(Conversation, BaseAsyncPage):
    """Page of a cursor-paginated list: its `last_id` is sent as `after`."""


class AsyncNextCursorPage(NextCursor, BaseAsyncPage):
    """Page of a cursor-paginated list: its `next` is sent as `after`."""


class AsyncTokenPage(Token, BaseAsyncPage):
    """Page of a list with token pagination: its `next` is sent as `page`."""


class AsyncPaginator:
    """Return value of asynchronous list calls: await it for the first page, or iterate over all items.

    The request is sent by `await` or `async for`, each time.
    """

    __slots__ = ("_fetch_first",)

    def __init__(self, fetch_first: Callable[[], Any]) -> None:
        self._fetch_first = fetch_first

    def __class_getitem__(cls, items: Any) -> Type[AsyncPaginator]:
        return cls

    def __await__(self) -> Generator[Any, None, BaseAsyncPage]:
        page: Generator[Any, None, BaseAsyncPage] = self._fetch_first().__await__()
        return page

    async def __aiter__(self) -> AsyncIterator[Any]:
        async for item in await self._fetch_first():
            yield item
