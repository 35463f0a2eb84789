# SPDX-License-Identifier: MIT
"""In-memory store of the embedded server: objects by collection and id, with counters for ids and times.

A collection is named by its path without the leading slash, ids included: "threads/thread_000001/messages".
"""

from __future__ import annotations

import threading

from .object_types import BASE_TIME, SEED_OBJECTS, get_collection
from .server_responses import APIErrorResponse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Mapping, Set, Tuple

    from .bodies import Blob
    from .object_types import Collection

    Object = Dict[str, Any]

# Query fields that control paging or output; any other that an object has is a filter.
_NON_FILTERS = {"after", "before", "limit", "order", "include", "include[]", "api-version"}


class Store:
    """Objects in the order of their creation; callers must hold `lock`.

    A `lenient` store creates an object when an unknown id is looked up, unless the object has been deleted.
    """

    def __init__(self, lenient: bool = False) -> None:
        self.lenient = lenient
        self.lock: threading.RLock = threading.RLock()
        self.collections: Dict[str, Dict[str, Object]] = {}
        self.blobs: Dict[str, Blob] = {}  # id of a file or of a part of an upload -> content
        self.hidden: Dict[str, Any] = {}  # object id -> data that belongs to the object but is not part of it
        self._deleted: Set[Tuple[str, str]] = set()
        self._counters: Dict[str, int] = {}
        self.clear()

    def clear(self) -> None:
        """Restore the initial state: the seed objects only, and all counters at one."""
        with self.lock:
            for blob in self.blobs.values():
                blob.close()
            self.collections.clear()
            self.blobs.clear()
            self.hidden.clear()
            self._deleted.clear()
            self._counters.clear()
            for path, ids in SEED_OBJECTS.items():
                collection = get_collection(path)
                for id in ids:
                    self.add(collection, collection.object_type.build(id, BASE_TIME, {}, {}))

    def new_id(self, prefix: str) -> Tuple[str, int]:
        """Return the next id with a prefix, and the creation time that belongs to it."""
        number = self._counters[prefix] = self._counters.get(prefix, 0) + 1
        return "{}{:06d}".format(prefix, number), BASE_TIME + number

    def create(self, collection: Collection, path_ids: Mapping[str, str], params: Object) -> Object:
        """Create an object from parameters, and store it."""
        id, created = self.new_id(collection.object_type.prefix)
        return self.add(collection, collection.object_type.build(id, created, path_ids, params))

    def add(self, collection: Collection, item: Object) -> Object:
        """Store an object, and return it."""
        self.collections.setdefault(collection.key, {})[item["id"]] = item
        self._deleted.discard((collection.key, item["id"]))
        return item

    def find(self, collection: Collection, id: str, path_ids: Mapping[str, str]) -> Object:
        """Return an object. Raises APIErrorResponse if it does not exist, unless the store is lenient."""
        item = self.collections.get(collection.key, {}).get(id)
        if item is not None:
            return item
        object_type = collection.object_type
        if not self.lenient or (collection.key, id) in self._deleted:
            raise APIErrorResponse(404, object_type.missing.format(id), object_type.param, object_type.code)
        return self.add(collection, object_type.build(id, BASE_TIME, path_ids, {}))

    def remove(self, collection: Collection, id: str) -> None:
        """Delete an object and all collections below it."""
        self.collections.get(collection.key, {}).pop(id, None)
        self._deleted.add((collection.key, id))
        self.hidden.pop(id, None)
        blob = self.blobs.pop(id, None) if collection.key == "files" else None
        if blob is not None:
            blob.close()
        prefix = "{}/{}/".format(collection.key, id)
        for key in [key for key in self.collections if key.startswith(prefix)]:
            del self.collections[key]

    def discard_parts(self, upload_id: str) -> None:
        """Delete the parts of an upload, and their contents."""
        for id in self.collections.pop("uploads/{}/parts".format(upload_id), {}):
            blob = self.blobs.pop(id, None)
            if blob is not None:
                blob.close()

    def items(self, collection: Collection) -> List[Object]:
        """Return the objects of a collection, oldest first."""
        return list(self.collections.get(collection.key, {}).values())

    def page(self, collection: Collection, query: Mapping[str, str]) -> Object:
        """Return one page of a collection as the API's list object with cursors."""
        return paginate(self.items(collection), query, collection.object_type.order, self.lenient)


def paginate(items: List[Object], query: Mapping[str, str], order: str = "desc", lenient: bool = False) -> Object:
    """Return the page that a query selects from items given oldest first.

    A lenient page ignores unknown cursors. Raises APIErrorResponse for an invalid `order`, `limit`, `after` or
    `before`.
    """
    for key, value in query.items():
        if key not in _NON_FILTERS and items and key in items[0]:
            items = [item for item in items if str(item.get(key)) == value]
    order = query.get("order") or order
    if order not in ("asc", "desc"):
        raise APIErrorResponse(
            400, "Invalid value: '{}'. Supported values are: 'asc' and 'desc'.".format(order), "order"
        )
    items = items[::-1] if order == "desc" else items
    limit = _parse_limit(query.get("limit") or "20")
    begin, end = 0, len(items)
    if query.get("after"):
        begin = _find_cursor(items, query["after"], "after", -1 if lenient else None) + 1
    if query.get("before"):
        end = _find_cursor(items, query["before"], "before", end if lenient else None)
    data = items[max(begin, end - limit) : end] if query.get("before") else items[begin : begin + limit]
    return {
        "object": "list",
        "data": data,
        "first_id": data[0]["id"] if data else None,
        "last_id": data[-1]["id"] if data else None,
        "has_more": len(data) < end - begin,
    }


def _parse_limit(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 10_000:
        raise APIErrorResponse(
            400, "Invalid 'limit': expected an integer from 1 to 10000, but got '{}'.".format(text), "limit"
        )
    return int(text)


def _find_cursor(items: List[Object], id: str, param: str, default: Any) -> int:
    """Return the index of the item with an id, or the default. Raises APIErrorResponse if the default is None."""
    for index, item in enumerate(items):
        if item["id"] == id:
            return index
    if default is None:
        raise APIErrorResponse(400, "Invalid '{}': no item with id '{}' found.".format(param, id), param)
    return int(default)
