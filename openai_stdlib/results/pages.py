# SPDX-License-Identifier: MIT
"""Pagination: pages of lists, which are API objects that can fetch the next page.

`PageObject` derives the parameters of the next page and `CycleDetector` notices repeated pages, both without I/O; the
Sync and Async classes add only the fetching.
"""

from __future__ import annotations

from ..call.sentinels import NOT_GIVEN
from .objects import APIObject, import_sibling

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterator, List, Optional, Set, Tuple

    from ..call.prepare import Call


class PageInfo:
    """What to change in the request to get the next page: query `params`, or a `json` body or another `url`."""

    __slots__ = ("url", "params", "json")

    def __init__(self, *, url: Any = NOT_GIVEN, params: Any = NOT_GIVEN, json: Any = NOT_GIVEN) -> None:
        self.url: Any = url
        self.params: Any = params
        self.json: Any = json

    def __repr__(self) -> str:
        fields = ((name, getattr(self, name)) for name in self.__slots__)
        return "PageInfo({})".format(
            ", ".join("{}={!r}".format(name, value) for name, value in fields if value is not NOT_GIVEN)
        )


_item_classes: Dict[Any, Any] = {}  # (class of pages, module and name of the class of their items) -> its subclass


def page_class(prefix: str, operation: Any) -> Any:
    """Return the class of an operation's pages; `prefix` is "Async" for an async client."""
    from .models import find_model

    cls = (
        getattr(import_sibling("async_pages"), prefix + operation.page)
        if prefix
        else globals()["Sync" + operation.page]
    )
    try:
        return cls[find_model(operation.returns, operation.model_package)] if operation.returns else cls
    except LookupError:
        return cls


class PageObject(APIObject):
    """Page of a list: an APIObject whose iterator yields items instead of field names.

    `SyncCursorPage[FileObject]` is a subclass, that of the pages of files.
    """

    _repr_fields = "data has_more"  # fields that `repr` and dumps show first
    _cursor_param = ""  # query parameter of the next page
    _cursor_field = ""  # field with the parameter's value; the id of the last item if empty

    def __class_getitem__(cls, items: Any) -> Any:
        if not isinstance(items, type) or "[" in cls.__name__:
            return cls
        key = (cls, items.__module__, items.__qualname__)
        if key not in _item_classes:
            name = "{}[{}]".format(cls.__name__, items.__name__)
            _item_classes.setdefault(key, type(name, (cls,), {"__module__": cls.__module__, "__doc__": cls.__doc__}))
        return _item_classes[key]

    def __bool__(self) -> bool:
        return True

    @property
    def page_items(self) -> List[Any]:
        """The items of this page, as model objects."""
        items = self.get("data")
        call = self.__dict__.get("_call")
        if items and call is not None and call.operation.returns:
            from .models import apply_model

            apply_model(items, call.operation.returns, call.operation.model_package)
        return items or []

    @property
    def data(self) -> Any:
        """The page's `data` field: `page_items`, or the field as it was sent if that is empty."""
        return self.page_items or self.get("data")

    def _iter_fields(self) -> Iterator[Tuple[str, str, Any]]:
        _ = self.page_items  # assigns the model class of each item
        first = [name for name in self._repr_fields.split() if name in self]
        return ((name, name, self[name]) for name in dict.fromkeys((*first, *dict.keys(self))))

    def _bind(self, call: Call, fetch: Callable[[Dict[str, Any]], Any]) -> None:
        """Set the call that returned this page, and the function that repeats it with other arguments."""
        self._call, self._fetch = call, fetch

    def next_page_info(self) -> Optional[PageInfo]:
        """Return the parameters of the next page, or None if this page has no cursor. Ignores `has_more`."""
        if not self._cursor_param:
            return None
        if self._cursor_field:
            cursor = self.get(self._cursor_field)
        else:
            last = (self.page_items or [None])[-1]
            cursor = last.get("id") if isinstance(last, dict) else getattr(last, "id", None)
        return PageInfo(params={self._cursor_param: cursor}) if cursor else None

    def has_next_page(self) -> bool:
        """Return whether there is a next page, according to `has_more` and the cursor of this page."""
        return self.get("has_more") is not False and bool(self.page_items) and self.next_page_info() is not None

    def _fetch_next(self) -> Any:
        info = self.next_page_info()
        if info is None:
            raise RuntimeError("this is the last page; call has_next_page() before get_next_page()")
        return self._fetch({**self._call.arguments, **info.params})

    def __reduce__(self) -> Any:
        # A pickle or copy holds only the fields: fetching the next page needs the client, which cannot be pickled.
        return APIObject, (dict(self),), {"_request_id": self._request_id}

    def _copy_state(self) -> Any:
        return APIObject, {"_request_id": self._request_id}

    def _repr_parts(self) -> Any:
        call, name = self.__dict__.get("_call"), type(self).__name__
        if call is not None and call.operation.returns and "[" not in name:  # a union, which is no class
            name += "[{}]".format(call.operation.returns.rpartition(".")[2])
        fields = {name: value for name, _, value in self._iter_fields()}
        fields = {**{name: self.get(name) for name in self._repr_fields.split()}, **fields}
        return name, fields.items()


class CycleDetector:
    """The cursors of the pages so far, to stop when a server repeats a page."""

    def __init__(self) -> None:
        self._seen: Set[str] = set()

    def is_new(self, page: PageObject) -> bool:
        """Return whether the cursor of this page has not been seen before, and remember it."""
        if not page.has_next_page():
            return True
        cursor = repr(page.next_page_info())
        if cursor in self._seen:
            return False
        self._seen.add(cursor)
        return True


class BaseSyncPage(PageObject):
    """Base of the pages of the sync client. Iterating yields the items of this page and of all following pages."""

    def __iter__(self) -> Iterator[Any]:
        for page in self.iter_pages():
            yield from page.page_items

    def iter_pages(self) -> Iterator[BaseSyncPage]:
        """Yield this page and all following pages. Stops if the server repeats a page."""
        page, detector = self, CycleDetector()
        while detector.is_new(page):
            yield page
            if not page.has_next_page():
                return
            page = page.get_next_page()

    def get_next_page(self) -> BaseSyncPage:
        """Fetch the next page, even if `has_more` is false. Raises RuntimeError if this page has no cursor."""
        page: BaseSyncPage = self._fetch_next()
        return page


class SinglePage:
    """A list of one page."""

    _repr_fields = "data object"


class Cursor:
    """The next page begins after the last item."""

    _cursor_param = "after"


class Conversation:
    """The next page begins after `last_id`."""

    _cursor_param, _cursor_field = "after", "last_id"
    _repr_fields = "data has_more last_id"


class NextCursor:
    """The next page begins after `next`."""

    _cursor_param, _cursor_field = "after", "next"
    _repr_fields = "data has_more next"


class Token(NextCursor):
    """The next page is the one that `next` names."""

    _cursor_param = "page"


class SyncPage(SinglePage, BaseSyncPage):
    """Complete list; there are no further pages."""


class SyncCursorPage(Cursor, BaseSyncPage):
    """Page of a cursor-paginated list: the id of the last item is sent as `after`."""


class SyncConversationCursorPage(Conversation, BaseSyncPage):
    """Page of a cursor-paginated list: its `last_id` is sent as `after`."""


class SyncNextCursorPage(NextCursor, BaseSyncPage):
    """Page of a cursor-paginated list: its `next` is sent as `after`."""


class SyncTokenPage(Token, BaseSyncPage):
    """Page of a list with token pagination: its `next` is sent as `page`."""
