# SPDX-License-Identifier: MIT
"""`client.get`, `post` and their siblings: calls of paths that no table has.

What such a call is made of, api/free.py says; client.py makes it, as any other.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

    from .api.rows import Row


class Verbs:
    """The verbs of HTTP as methods of a client, which has `_call`."""

    def _call(self, row: Row, arguments: Dict[str, Any]) -> Any:
        raise NotImplementedError

    def get(self, path: str, **options: Any) -> Any:
        """GET a path that no table has; see `request`."""
        return self.request("GET", path, **options)

    def post(self, path: str, **options: Any) -> Any:
        """POST to a path that no table has; see `request`."""
        return self.request("POST", path, **options)

    def put(self, path: str, **options: Any) -> Any:
        """PUT to a path that no table has; see `request`."""
        return self.request("PUT", path, **options)

    def patch(self, path: str, **options: Any) -> Any:
        """PATCH a path that no table has; see `request`."""
        return self.request("PATCH", path, **options)

    def delete(self, path: str, **options: Any) -> Any:
        """DELETE a path that no table has; see `request`."""
        return self.request("DELETE", path, **options)

    def get_api_list(self, path: str, *, model: Any, page: Any, method: str = "get", **options: Any) -> Any:
        """List what a path has, in pages of the class `page`; see `request`."""
        return self.request(method.upper(), path, cast_to=model, page=page, **options)

    def request(self, method: str, path: str, **options: Any) -> Any:
        """Make a call of any path below the base URL, with all that calls have: retries, errors, streams.

        `body` is sent as JSON, as a form if there are `files`, `content` as it is. `cast_to` says what is given back:
        dict, str, bytes, a model, `type(None)` …; an object as calls give it by default. `options` are those of the
        official SDK: headers, params, extra_json, timeout, max_retries, idempotency_key, follow_redirects.
        `stream=True` gives a stream. A whole URL of another origin gets no credentials.
        """
        from .api.free import free_call
        from .config import Config

        row, arguments = free_call(method, path, config_type=Config, **options)
        return self._call(row, arguments)
