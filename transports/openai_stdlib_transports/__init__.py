# SPDX-License-Identifier: MIT
"""Optional transports over HTTP libraries that you may already use.

    OpenAI(transport=HttpxTransport(httpx.Client(proxy="http://127.0.0.1:8080")))

Each class has ``send(request)`` and ``close()``; those for WebSockets have ``connect(request, options)``. A library is
imported when its class is first accessed. These modules must not import the core: only builtin types cross the
transport interface, so the classes work with every copy of the core, vendored or installed. Retries, redirects and
errors by status belong to the core. Modules with an underscore are shared: ``_body`` by all adapters, ``_urllib3`` by
those over urllib3 and requests, ``_httpx`` by those over httpx and httpx2.
"""

# `_name_modules` imports modules without using them.
# pyright: reportUnusedImport=false

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
    from .websockets_transport import AsyncWebsocketsTransport as AsyncWebsocketsTransport
    from .websockets_transport import WebsocketsTransport as WebsocketsTransport

__all__ = [
    "AiohttpTransport",
    "AsyncHttpx2Transport",
    "AsyncHttpxTransport",
    "AsyncWebsocketsTransport",
    "Httpx2Transport",
    "HttpxTransport",
    "RequestsTransport",
    "Urllib3Transport",
    "WebsocketsTransport",
]

# name: (module, library, which is also the name of the extra)
_MODULES = {
    "AiohttpTransport": ("aiohttp_transport", "aiohttp"),
    "AsyncHttpx2Transport": ("httpx2_transport", "httpx2"),
    "AsyncHttpxTransport": ("httpx_transport", "httpx"),
    "AsyncWebsocketsTransport": ("websockets_transport", "websockets"),
    "Httpx2Transport": ("httpx2_transport", "httpx2"),
    "HttpxTransport": ("httpx_transport", "httpx"),
    "RequestsTransport": ("requests_transport", "requests"),
    "Urllib3Transport": ("urllib3_transport", "urllib3"),
    "WebsocketsTransport": ("websockets_transport", "websockets"),
}


def __getattr__(name: str) -> object:
    """Import a transport on first access (PEP 562). Raises ImportError that names the package to install."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module_name, library = _MODULES[name]
    from importlib import import_module

    try:
        import_module(library)
    except ImportError as error:
        if error.name != library:
            raise  # the library is installed, but one of its own imports failed
        message = f'{name} needs {library}: pip install "openai-stdlib[{library}]"'
        raise ImportError(message, name=library) from error
    cls: object = getattr(import_module("." + module_name, __name__), name)
    globals()[name] = cls
    return cls


def _name_modules() -> None:  # pyright: ignore[reportUnusedFunction]
    """Name the modules to tools that collect those of a program, without running it. Nothing calls it."""
    from . import (  # noqa: F401
        aiohttp_transport,
        httpx2_transport,
        httpx_transport,
        requests_transport,
        urllib3_transport,
        websockets_transport,
    )


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
