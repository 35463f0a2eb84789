# SPDX-License-Identifier: MIT
"""Transports over HTTP libraries that you may have installed already: optional, one file each.

    OpenAI(transport=HttpxTransport(httpx.Client(proxy="http://127.0.0.1:8080")))

What lives here: classes with ``send(request)`` and ``close()`` that put one exchange on the wire. What must not:
imports of the core, retries, redirects, errors by status. Only builtins cross the seam, so these classes work with
every copy of the core, vendored or installed. A library is imported when its class is first touched; ``_body`` is
shared.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .aiohttp_transport import AiohttpTransport as AiohttpTransport
    from .httpx_transport import AsyncHttpxTransport as AsyncHttpxTransport
    from .httpx_transport import HttpxTransport as HttpxTransport
    from .requests_transport import RequestsTransport as RequestsTransport

__all__ = ["AiohttpTransport", "AsyncHttpxTransport", "HttpxTransport", "RequestsTransport"]

# name: (module, the library it stands on, which is also the name of the extra)
_HOMES = {
    "AiohttpTransport": ("aiohttp_transport", "aiohttp"),
    "AsyncHttpxTransport": ("httpx_transport", "httpx"),
    "HttpxTransport": ("httpx_transport", "httpx"),
    "RequestsTransport": ("requests_transport", "requests"),
}


def __getattr__(name: str) -> object:
    """Load a transport on its first touch (PEP 562); ImportError tells what to install."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module_name, library = _HOMES[name]
    from importlib import import_module

    try:
        import_module(library)
    except ImportError as error:
        if error.name != library:
            raise  # the library is there, something that it needs is not: say what
        message = f'{name} needs {library}: pip install "openai-stdlib[{library}]"'
        raise ImportError(message, name=library) from error
    found: object = getattr(import_module("." + module_name, __name__), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
