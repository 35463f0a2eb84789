# SPDX-License-Identifier: MIT
"""Transports over HTTP libraries that you may have installed already: optional, one file each.

    OpenAI(transport=HttpxTransport(httpx.Client(proxy="http://127.0.0.1:8080")))

What lives here: classes with ``send(request)`` and ``close()`` that put one exchange on the wire. What must not:
imports of the core, retries, redirects, errors by status. Only builtins cross the seam, so these classes work with
every copy of the core, vendored or installed. A library is imported when its class is first touched. What begins with
an underline is shared: ``_body`` by all, ``_urllib3`` by those that stand on urllib3, ``_httpx`` by the two versions of
that library.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .aiohttp_transport import AiohttpTransport as AiohttpTransport
    from .httpx2_transport import AsyncHttpx2Transport as AsyncHttpx2Transport
    from .httpx2_transport import Httpx2Transport as Httpx2Transport
    from .httpx_transport import AsyncHttpxTransport as AsyncHttpxTransport
    from .httpx_transport import HttpxTransport as HttpxTransport
    from .requests_transport import RequestsTransport as RequestsTransport
    from .urllib3_transport import Urllib3Transport as Urllib3Transport

__all__ = [
    "AiohttpTransport",
    "AsyncHttpx2Transport",
    "AsyncHttpxTransport",
    "Httpx2Transport",
    "HttpxTransport",
    "RequestsTransport",
    "Urllib3Transport",
]

# name: (module, the library it stands on, which is also the name of the extra)
_MODULES = {
    "AiohttpTransport": ("aiohttp_transport", "aiohttp"),
    "AsyncHttpx2Transport": ("httpx2_transport", "httpx2"),
    "AsyncHttpxTransport": ("httpx_transport", "httpx"),
    "Httpx2Transport": ("httpx2_transport", "httpx2"),
    "HttpxTransport": ("httpx_transport", "httpx"),
    "RequestsTransport": ("requests_transport", "requests"),
    "Urllib3Transport": ("urllib3_transport", "urllib3"),
}


def __getattr__(name: str) -> object:
    """Load a transport on its first touch (PEP 562); ImportError tells what to install."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module_name, library = _MODULES[name]
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
