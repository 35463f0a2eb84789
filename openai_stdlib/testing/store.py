# SPDX-License-Identifier: MIT
"""What the server keeps: objects by collection and id, with counters for ids and times.

Lives here: the store and its paging. Must not live here: what an object of a kind looks like (kinds.py), and HTTP.
A collection is named by its path without a slash in front, ids included: "threads/thread_000001/messages".
"""

from __future__ import annotations

import threading

from .object_types import BASE_TIME, SEED_OBJECTS, collection
from .server_responses import APIErrorResponse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Mapping, Set, Tuple

    from .bodies import Blob
    from .object_types import Collection

    Object = Dict[str, Any]

# Query fields that page or decorate; any other that an item has is a filter.
_NO_FILTERS = {"after", "before", "limit", "order", "include", "include[]", "api-version"}


class Store:
    """Objects in the order of their creation. Whoever uses it holds its lock."""

    def __init__(self, lenient: bool = False) -> None:
        self.lenient = lenient
        self.lock = threading.RLock()
        self.collections: Dict[str, Dict[str, Object]] = {}
        self.blobs: Dict[str, Blob] = {}  # file id -> content
        self.hidden: Dict[str, Any] = {}  # what is known of an object but not part of it, by id
        self._deleted: Set[Tuple[str, str]] = set()
        self._counters: Dict[str, int] = {}
        self.clear()

    def clear(self) -> None:
        """Go back to the beginning: fixed objects only, counters at one."""
        with self.lock:
            for blob in self.blobs.values():
                blob.close()
            self.collections.clear()
            self.blobs.clear()
            self.hidden.clear()
            self._deleted.clear()
            self._counters.clear()
            for path, ids in SEED_OBJECTS.items():
                where = collection(path)
                for name in ids:
                    self.add(where, where.kind.build(name, BASE_TIME, {}, {}))

    def new_id(self, prefix: str) -> Tuple[str, int]:
        """Return the next id with a prefix, and the time to go with it."""
        number = self._counters[prefix] = self._counters.get(prefix, 0) + 1
        return "{}{:06d}".format(prefix, number), BASE_TIME + number

    def create(self, where: Collection, path_ids: Mapping[str, str], params: Object) -> Object:
        """Make an object of the collection's kind from parameters, and keep it."""
        name, created = self.new_id(where.kind.prefix)
        return self.add(where, where.kind.build(name, created, path_ids, params))

    def add(self, where: Collection, item: Object) -> Object:
        """Keep an object."""
        self.collections.setdefault(where.key, {})[item["id"]] = item
        self._deleted.discard((where.key, item["id"]))
        return item

    def find(self, where: Collection, name: str, path_ids: Mapping[str, str]) -> Object:
        """Return an object. Raises APIErrorResponse if there is none, unless the store is lenient."""
        item = self.collections.get(where.key, {}).get(name)
        if item is not None:
            return item
        kind = where.kind
        if not self.lenient or (where.key, name) in self._deleted:
            raise APIErrorResponse(404, kind.missing.format(name), kind.param, kind.code)
        return self.add(where, kind.build(name, BASE_TIME, path_ids, {}))

    def remove(self, where: Collection, name: str) -> None:
        """Drop an object and all that hangs below it."""
        self.collections.get(where.key, {}).pop(name, None)
        self._deleted.add((where.key, name))
        self.hidden.pop(name, None)
        blob = self.blobs.pop(name, None) if where.key == "files" else None
        if blob is not None:
            blob.close()
        below = "{}/{}/".format(where.key, name)
        for key in [key for key in self.collections if key.startswith(below)]:
            del self.collections[key]

    def items(self, where: Collection) -> List[Object]:
        """Return the objects of a collection, oldest first."""
        return list(self.collections.get(where.key, {}).values())

    def page(self, where: Collection, query: Mapping[str, str]) -> Object:
        """Return a page of a list, as cursor paging has it."""
        return page_of(self.items(where), query, where.kind.order, self.lenient)


def page_of(items: List[Object], query: Mapping[str, str], order: str = "desc", lenient: bool = False) -> Object:
    """Return the page of the items, oldest first, that the query asks for. Raises APIErrorResponse for a bad query."""
    for key, value in query.items():
        if key not in _NO_FILTERS and items and key in items[0]:
            items = [item for item in items if str(item.get(key)) == value]
    order = query.get("order") or order
    if order not in ("asc", "desc"):
        raise APIErrorResponse(
            400, "Invalid value: '{}'. Supported values are: 'asc' and 'desc'.".format(order), "order"
        )
    items = items[::-1] if order == "desc" else items
    limit = _limit(query.get("limit") or "20")
    begin, end = 0, len(items)
    if query.get("after"):
        begin = _position(items, query["after"], "after", -1 if lenient else None) + 1
    if query.get("before"):
        end = _position(items, query["before"], "before", end if lenient else None)
    data = items[max(begin, end - limit) : end] if query.get("before") else items[begin : begin + limit]
    return {
        "object": "list",
        "data": data,
        "first_id": data[0]["id"] if data else None,
        "last_id": data[-1]["id"] if data else None,
        "has_more": len(data) < end - begin,
    }


def _limit(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 10_000:
        raise APIErrorResponse(
            400, "Invalid 'limit': expected an integer from 1 to 10000, but got '{}'.".format(text), "limit"
        )
    return int(text)


def _position(items: List[Object], name: str, param: str, default: Any) -> int:
    for number, item in enumerate(items):
        if item["id"] == name:
            return number
    if default is None:
        raise APIErrorResponse(400, "Invalid '{}': no item with id '{}' found.".format(param, name), param)
    return int(default)
