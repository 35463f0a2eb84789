# SPDX-License-Identifier: MIT
"""Lists that come in pages. A page is the object that the server sent, and knows how to ask for the one after it.

What the next request is, is thought out here without I/O (`next_arguments`); the two page classes of each kind differ
only in how they wait for it.
"""

from __future__ import annotations

from .objects import APIObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Callable, Dict, Generator, Iterator, List, Optional

    from ..call.prepare import Call


class PageObject(APIObject):
    """A page: an APIObject that iterates over items rather than over its fields' names."""

    @property
    def items_here(self) -> List[Any]:
        """The items of this page alone."""
        return self.get("data") or []

    def _bind(self, call: Call, fetch: Callable[[Dict[str, Any]], Any]) -> None:
        self._call, self._fetch = call, fetch

    def next_arguments(self) -> Optional[Dict[str, Any]]:
        """Return the arguments that the request for the next page adds, or None if this is the last."""
        return None

    def has_next_page(self) -> bool:
        """Tell whether there are, as far as this page says, more items."""
        return self.next_arguments() is not None

    def _next(self) -> Any:
        following = self.next_arguments()
        if following is None:
            raise RuntimeError("this is the last page; ask has_next_page() first")
        return self._fetch({**self._call.arguments, **following})

    def __reduce__(self) -> Any:
        # The way to the next page is a live client; what travels is what the server sent.
        return APIObject, (dict(self),), {"_request_id": self._request_id}


class Page(PageObject):
    """A list that comes whole; iterate for its items."""

    def __iter__(self) -> Iterator[Any]:
        for page in self.iter_pages():
            for item in page.items_here:
                yield item

    def iter_pages(self) -> Iterator[Page]:
        """Yield this page and all after it; ends when a page repeats its cursor."""
        page: Page = self
        seen: List[Any] = []
        while True:
            yield page
            following = page.next_arguments()
            if following is None or following in seen:
                return
            seen.append(following)
            page = page.get_next_page()
            if page.next_arguments() == following:
                return  # the server doesn't look at the cursor: this is the page before once more

    def get_next_page(self) -> Page:
        """Fetch the page after this one. Raises RuntimeError on the last."""
        page: Page = self._next()
        return page


class AsyncPage(PageObject):
    """A list that comes whole, for `async for`."""

    async def __aiter__(self) -> AsyncIterator[Any]:
        async for page in self.iter_pages():
            for item in page.items_here:
                yield item

    async def iter_pages(self) -> AsyncIterator[AsyncPage]:
        """Yield this page and all after it; ends when a page repeats its cursor."""
        page: AsyncPage = self
        seen: List[Any] = []
        while True:
            yield page
            following = page.next_arguments()
            if following is None or following in seen:
                return
            seen.append(following)
            page = await page.get_next_page()
            if page.next_arguments() == following:
                return  # the server doesn't look at the cursor: this is the page before once more

    async def get_next_page(self) -> AsyncPage:
        """Fetch the page after this one. Raises RuntimeError on the last."""
        page: AsyncPage = await self._next()
        return page


def _after_last_id(page: PageObject) -> Optional[Dict[str, Any]]:
    """A cursor list goes on after the id of its last item."""
    items = page.items_here
    if page.get("has_more") is False or not items:
        return None
    last = items[-1].get("id") if isinstance(items[-1], dict) else None
    return {"after": last} if last else None


class CursorPage(Page):
    """A list that goes on after the id of its last item."""

    next_arguments = _after_last_id


class AsyncCursorPage(AsyncPage):
    """A list that goes on after the id of its last item."""

    next_arguments = _after_last_id


class AsyncPaginator:
    """What an async list call returns: await it for the first page, or `async for` over all items."""

    __slots__ = ("_first",)

    def __init__(self, first: Any) -> None:
        self._first = first

    def __await__(self) -> Generator[Any, None, AsyncPage]:
        page: Generator[Any, None, AsyncPage] = self._first.__await__()
        return page

    async def __aiter__(self) -> AsyncIterator[Any]:
        async for item in await self._first:
            yield item
