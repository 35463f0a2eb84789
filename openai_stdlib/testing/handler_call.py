# SPDX-License-Identifier: MIT
"""One call on its way through a handler: its parameters, wherever they came from, and what handlers ask of them.

Must not live here: answers.
"""

from __future__ import annotations

from .object_types import collection
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
    """A request that found its row."""

    def __init__(self, request: RecordedRequest, row: Operation, ids: Dict[str, str], store: Store, url: str) -> None:
        self.request = request
        self.operation = row
        self.ids = ids  # what stands in the path
        self.store = store
        self.url = url
        self.query = {key: values[-1] for key, values in request.query.items()}
        self.params: Dict[str, Any] = {}
        self.files: List[FormPart] = []
        self.route: Any = None

    def take_form(self, form: Form) -> None:
        """Take parameters and files from a form; `name[]` gathers values, `name[key]` makes an object."""
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
        """Return the first file that a form has under a name."""
        for part in self.files:
            if part.name in (name, name + "[]"):
                return part
        return None

    def check_required(self) -> None:
        """Raise APIErrorResponse if a parameter is missing that the row cannot do without, in none of its alternatives."""
        missing = [[name for name in way.split() if not self._has(name)] for way in self.operation.required.split("|")]
        if all(missing):
            name = missing[0][0]
            raise APIErrorResponse(
                400, "Missing required parameter: '{}'.".format(name), name, "missing_required_parameter"
            )

    def _has(self, name: str) -> bool:
        given = (name, name + "[]")
        return (
            self.params.get(name) is not None
            or not self.query.keys().isdisjoint(given)
            or self.upload(name) is not None
        )

    @property
    def wants_stream(self) -> bool:
        """Tell whether a stream was asked for."""
        return self.params.get("stream") in (True, "true", "True", "1")

    def text(self, name: str, default: str = "") -> str:
        """Return a parameter as a string."""
        value = self.params.get(name)
        return default if value is None else str(value)

    def integer(self, name: str, default: int, low: int = 1, high: int = 128) -> int:
        """Return a parameter as a number; a form has it as text. Raises APIErrorResponse if it is none or out of bounds."""
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

    def find(self, where: Collection, name: str) -> Dict[str, Any]:
        """Return an object from the store. Raises APIErrorResponse if there is none."""
        return self.store.find(where, name, self.ids)

    def find_root(self, path: str, key: str) -> Dict[str, Any]:
        """Return the object of a collection at the root that the path names by `key`."""
        return self.find(collection(path), self.ids[key])
