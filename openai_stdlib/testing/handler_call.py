# SPDX-License-Identifier: MIT
"""One call of an operation as its handler sees it: path ids, query, parameters, uploaded files and the store."""

from __future__ import annotations

from .object_types import get_collection
from .server_responses import APIErrorResponse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional

    from ..api.operation import Operation
    from .bodies import Form, FormPart
    from .object_types import Collection
    from .recorded_request import RecordedRequest
    from .store import Store


class Call:
    """A request that was matched to an operation."""

    def __init__(
        self, request: RecordedRequest, operation: Operation, ids: Dict[str, str], store: Store, url: str
    ) -> None:
        self.request = request
        self.operation = operation
        self.ids = ids  # path parameter -> value
        self.store = store
        self.url = url  # of the server, without a path
        self.query: Dict[str, str] = {key: values[-1] for key, values in request.query.items()}
        self.params: Dict[str, Any] = {}
        self.files: List[FormPart] = []
        self.route: Any = None
        self.answer_row: Any = None  # a function of a path and a body that returns the response, for rows of batches

    def add_form(self, form: Form) -> None:
        """Add the parameters and files of a form; `name[]` appends to a list, `name[key]` sets a key of an object."""
        for part in form.parts:
            name, _, key = part.name.rstrip("]").partition("[")
            if part.filename is not None:
                self.files.append(part)
                continue
            value = (part.blob.read() or b"").decode("utf-8", "replace")
            if "[" not in part.name:
                self.params[name] = value
            elif key:
                self.params.setdefault(name, {})[key] = value
            else:
                self.params.setdefault(name, []).append(value)

    def upload(self, name: str) -> Optional[FormPart]:
        """Return the first uploaded file with a field name, or None."""
        for part in self.files:
            if part.name in (name, name + "[]"):
                return part
        return None

    def check_required(self) -> None:
        """Raise APIErrorResponse if none of the operation's alternatives has all of its required parameters."""
        missing = [
            [name for name in alternative.split() if not self._has(name)]
            for alternative in self.operation.required.split("|")
        ]
        if all(missing):
            name = missing[0][0]
            raise APIErrorResponse(
                400, "Missing required parameter: '{}'.".format(name), name, "missing_required_parameter"
            )

    def _has(self, name: str) -> bool:
        return (
            self.params.get(name) is not None
            or not self.query.keys().isdisjoint((name, name + "[]"))
            or self.upload(name) is not None
        )

    @property
    def wants_stream(self) -> bool:
        """Whether the request asks for a stream."""
        return self.params.get("stream") in (True, "true", "True", "1")

    def text(self, name: str, default: str = "") -> str:
        """Return a parameter as a string, or the default if it is missing or null."""
        value = self.params.get(name)
        return default if value is None else str(value)

    def integer(self, name: str, default: int, low: int = 1, high: int = 128) -> int:
        """Return a parameter as an integer, or the default; forms send integers as text.

        Raises APIErrorResponse if it is not an integer or not between `low` and `high`, both included.
        """
        value = self.params.get(name)
        if value is None:
            return default
        try:
            number = int(value)
        except (TypeError, ValueError):
            message = "Invalid type for '{}': expected an integer.".format(name)
            raise APIErrorResponse(400, message, name, "invalid_type") from None
        if not low <= number <= high:
            message = "Invalid '{}': expected an integer from {} to {}.".format(name, low, high)
            raise APIErrorResponse(400, message, name, "integer_out_of_range")
        return number

    def find(self, collection: Collection, id: str) -> Dict[str, Any]:
        """Return an object from the store. Raises APIErrorResponse if it does not exist."""
        return self.store.find(collection, id, self.ids)

    def find_root(self, path: str, key: str) -> Dict[str, Any]:
        """Return the object of a top-level collection whose id is the path parameter `key`."""
        return self.find(get_collection(path), self.ids[key])
