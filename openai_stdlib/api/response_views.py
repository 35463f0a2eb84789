# SPDX-License-Identifier: MIT
"""Views of clients and resources behind `with_raw_response` and `with_streaming_response`.

A view calls the methods of the resource, so a wrapper around `create` is called here too. The header
`X-Stainless-Raw-Response`, which is not sent, asks the client for the response instead of the result.
"""

from __future__ import annotations

from ..call.headers import Headers, mask_headers
from .operation import CALL, MANAGER, BaseResource, Connect, Helper, Operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Tuple

RAW_RESPONSE_HEADER = "X-Stainless-Raw-Response"
# Ending of the name of a view -> property that returns the same view of a nested resource.
PROPERTIES = {"WithRawResponse": "with_raw_response", "WithStreamingResponse": "with_streaming_response"}
HTTP_METHODS = frozenset(("get", "post", "put", "patch", "delete", "request"))  # of the client


class _View:
    """Base of the views; attributes are made when they are first accessed."""

    _ending = "WithRawResponse"
    _wrapped: Any

    def __getattr__(self, name: str) -> Any:
        if name[:1] == "_":  # not set yet while the view is being copied
            raise AttributeError(name)
        value = self._view_of(name, getattr(self._wrapped, name))
        self.__dict__[name] = value
        return value

    def _view_of(self, name: str, value: Any) -> Any:
        if isinstance(value, BaseResource):
            return getattr(value, PROPERTIES[self._ending])
        return value

    def _wrap(self, method: Any, is_async: bool) -> Any:
        if self._ending == "WithStreamingResponse":
            return (async_to_streamed_response_wrapper if is_async else to_streamed_response_wrapper)(method)
        return (async_to_raw_response_wrapper if is_async else to_raw_response_wrapper)(method)

    def __dir__(self) -> Any:
        return dir(self._wrapped)

    def __repr__(self) -> str:
        return "<{} of {!r}>".format(type(self).__name__, self._wrapped)


class ResourceView(_View):
    """View of a resource: its operations return responses, or managers of responses."""

    def __init__(self, resource: Any) -> None:
        self._wrapped = self._resource = resource
        self._client = resource._client

    def _view_of(self, name: str, value: Any) -> Any:
        entry = getattr(self._resource, "table", {}).get(name)
        is_async = getattr(self._resource, "_is_async", False)
        if type(entry) is Operation or (isinstance(entry, Helper) and entry.kind == CALL):
            return self._wrap(value, is_async)
        if isinstance(entry, (Connect, Helper)) and entry.kind == MANAGER:
            raise AttributeError("{} does not support raw responses; use an operation with stream=True".format(name))
        return super()._view_of(name, value)


class ClientView(_View):
    """View of a client: its resources are views, and `get`, `post` … return responses, or managers of responses."""

    def __init__(self, client: Any) -> None:
        self._wrapped = self._client = client

    def _view_of(self, name: str, value: Any) -> Any:
        if name in HTTP_METHODS:  # they call `_call`, also those that a subclass overrides
            method = getattr(type(self._client), name)
            return self._client._plain_methods.get(method, method).__get__(self)
        return super()._view_of(name, value)

    def _request_path(self, method: str, path: str, options: Dict[str, Any]) -> Any:
        return self.request(method, path, **options)

    def _call(self, operation: Operation, arguments: Dict[str, Any]) -> Any:
        def call(**keywords: Any) -> Any:
            return self._client._call(operation, keywords)

        return self._wrap(call, self._client._is_async)(**arguments)


_view_classes: Dict[Tuple[Any, str], Any] = {}


def view_class(cls: Any, ending: str) -> Any:
    """Return the class of the view of a resource or client, such as CompletionsWithRawResponse."""
    made = _view_classes.get((cls, ending))
    if made is None:
        base = ResourceView if issubclass(cls, BaseResource) else ClientView
        names = {"__module__": cls.__module__, "__doc__": base.__doc__, "_ending": ending}
        made = _view_classes.setdefault((cls, ending), type(cls.__name__ + ending, (base,), names))
    return made


def _request(keywords: Dict[str, Any], kind: str) -> Dict[str, Any]:
    """Return the arguments of a call that also asks for a response; remove the headers, which may be secret."""
    headers = mask_headers(keywords.pop("extra_headers", None))
    if hasattr(headers, "keys") or not headers:
        headers = Headers({**(headers or {}), RAW_RESPONSE_HEADER: kind})
    return {**keywords, "extra_headers": headers}


def _named(wrapper: Any, method: Any, text: str) -> Any:
    """Give a wrapper the name and signature of a method; its own documentation is not read, which would take long."""
    wrapper.__name__ = wrapper.__qualname__ = getattr(method, "__name__", type(method).__name__)
    wrapper.__wrapped__ = method
    wrapper.__doc__ = text
    return wrapper


def to_raw_response_wrapper(func: Any) -> Any:
    """Return a function that calls a method and returns the response, as a LegacyAPIResponse."""

    def wrapped(*args: Any, **keywords: Any) -> Any:
        return func(*args, **_request(keywords, "true"))

    return _named(wrapped, func, "Call the method of the same name, and return the HTTP response.")


def async_to_raw_response_wrapper(func: Any) -> Any:
    """Return a coroutine function that calls a method and returns the response, as a LegacyAPIResponse."""

    async def wrapped(*args: Any, **keywords: Any) -> Any:
        return await func(*args, **_request(keywords, "true"))

    return _named(wrapped, func, "Call the method of the same name, and return the HTTP response.")


def to_streamed_response_wrapper(func: Any) -> Any:
    """Return a function that returns a context manager, which calls a method and returns the unread response."""

    def wrapped(*args: Any, **keywords: Any) -> Any:
        return ResponseContextManager(lambda: func(*args, **_request(keywords, "stream")))

    return _named(wrapped, func, "Return a context manager of the HTTP response, which is read on demand.")


def async_to_streamed_response_wrapper(func: Any) -> Any:
    """Return a function that returns an async context manager, which calls a method and returns the response."""

    def wrapped(*args: Any, **keywords: Any) -> Any:
        return AsyncResponseContextManager(lambda: func(*args, **_request(keywords, "stream")))

    return _named(wrapped, func, "Return an async context manager of the HTTP response, which is read on demand.")


class ResponseContextManager:
    """Context manager that sends the request on `__enter__`, returns the response, and closes it on `__exit__`."""

    def __class_getitem__(cls, _: Any) -> Any:
        return cls  # for annotations

    def __init__(self, send: Callable[[], Any]) -> None:
        self._send = send
        self._response: Any = None

    def __enter__(self) -> Any:
        self._response = self._send()
        return self._response

    def __exit__(self, *_: object) -> None:
        if self._response is not None:
            self._response.close()


class AsyncResponseContextManager(ResponseContextManager):
    """Asynchronous version of `ResponseContextManager`, for `async with`."""

    __enter__ = __exit__ = None  # type: ignore[assignment]  # so that a plain `with` fails before the request

    async def __aenter__(self) -> Any:
        self._response = await self._send()
        return self._response

    async def __aexit__(self, *_: object) -> None:
        if self._response is not None:
            await self._response.close()
