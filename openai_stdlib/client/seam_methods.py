# SPDX-License-Identifier: MIT
"""What the methods do that programs override: `super()._build_request(options)` in an override ends here."""

from __future__ import annotations

import sys

from ..call.response_errors import error_class
from ..call.retry import RetryPolicy, parse_retry_after
from ..call.url import join
from .attempts import is_overridden

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def find_method(name: str, cls: Any) -> Any:
    """Return the method or property of a class of clients."""
    return vars(AsyncMethods if cls._is_async and name in vars(AsyncMethods) else Methods)[name]


class Methods:
    """Methods of both clients."""

    _settings: Any
    default_headers: Any
    default_query: Any

    @property
    def auth_headers(self) -> Any:
        """The header of the API key."""
        key = getattr(self, "api_key", None)
        return {"Authorization": "Bearer " + key} if isinstance(key, str) else {}

    def _prepare_options(self, options: Any) -> Any:
        return options

    def _prepare_request(self, request: Any) -> None:
        """Change a request before it is sent, in an override."""

    def _validate_headers(self, headers: Any, custom_headers: Any) -> None:
        """Check the headers of a request, in an override."""

    def _idempotency_key(self) -> str:
        from os import urandom

        return urandom(16).hex()

    def _prepare_url(self, url: str) -> Any:
        """Return the URL for a path, as an object of the HTTP library that the program has imported, if any."""
        text = url if "://" in url else join(self._settings.base_url, "/" + url.lstrip("/"))
        library = sys.modules.get("httpx2") or sys.modules.get("httpx")
        return text if library is None else library.URL(text)

    def _build_headers(self, options: Any, *, retries_taken: int = 0) -> Any:
        """Return the headers of an attempt, with those of overridden properties."""
        headers = _request(self, options).headers
        headers = type(headers)(headers)
        if is_overridden(self, "auth_headers") and self.auth_headers:
            headers.pop("Authorization", None)
            headers.update(self.auth_headers)
        if is_overridden(self, "default_headers"):
            defaults = {name: value for name, value in self.default_headers.items() if isinstance(value, str)}
            headers = type(headers)(defaults).merged(headers)
        self._validate_headers(headers, getattr(options, "headers", None) or {})
        return headers

    def _build_request(self, options: Any, *, retries_taken: int = 0) -> Any:
        """Return the request of an attempt."""
        request = _request(self, options)
        headers = self._build_headers(options, retries_taken=retries_taken)
        url, mark, query = request.url.partition("?")
        if is_overridden(self, "_prepare_url"):
            url = str(self._prepare_url(options.url))
        if is_overridden(self, "default_query"):
            from ..call.url import encode_query

            given = {*(options.params or {}), *self._settings.query}
            added = {name: value for name, value in self.default_query.items() if name not in given}
            query, mark = "&".join(filter(None, (query, encode_query(added)))), "?"
        url = url + (mark and query and ("&" if "?" in url else "?") + query)
        return request.replace(headers=type(request.headers)(headers.items()), url=url)

    def _send_request(self, request: Any, *, stream: bool = False, **_: Any) -> Any:
        from .attempts import send_request

        return send_request(self, request)

    def _should_retry(self, response: Any) -> bool:
        """Return whether the client retries a call whose response has an error status."""
        from time import time

        retry = self._settings.retry
        policy = RetryPolicy(1, retry_statuses=getattr(retry, "retry_statuses", (408, 409, 429)))
        return policy.delay_after_status(response.status_code, response.headers, None, time(), 0) is not None

    def _calculate_retry_timeout(self, remaining_retries: int, options: Any, response_headers: Any = None) -> float:
        """Return the delay in seconds before a retry."""
        from time import time

        retry_after = None if response_headers is None else parse_retry_after(response_headers, time())
        if retry_after is not None and 0 < retry_after <= 60:
            return retry_after
        max_retries = options.get_max_retries(self._settings.max_retries)
        return RetryPolicy().backoff_delay(max(0, max_retries - remaining_retries))

    def _make_status_error(self, err_msg: str, *, body: Any, response: Any) -> Any:
        """Return the error of an error status."""
        return error_class(response.status_code)(err_msg, response=response, body=body)


def _request(client: Any, options: Any) -> Any:
    """Return the prepared request of an attempt; that of options which belong to no call is prepared now."""
    if options.request is None:
        from .seams import to_call

        operation, arguments = to_call(options, None, False, None)
        options.request = client._prepare(operation, arguments)[0].request
    return options.request


class AsyncMethods:
    """Methods of the async client that differ."""

    async def _prepare_options(self, options: Any) -> Any:
        return options

    async def _prepare_request(self, request: Any) -> None:
        """Change a request before it is sent, in an override."""

    async def _send_request(self, request: Any, *, stream: bool = False, **_: Any) -> Any:
        from .attempts import send_request

        return await send_request(self, request)
