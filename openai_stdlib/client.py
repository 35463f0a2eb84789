# SPDX-License-Identifier: MIT
"""The clients: `OpenAI` and `AsyncOpenAI`. Options, the tree of resources, closing; nothing about HTTP.

Both make calls the same way (`_prepare`, then a driver, then `_answer`) and differ in how they wait.
Neighbours: config.py (what the options come to), api/ (the tree), call/ (one call), answer/ (what comes back).
"""

from __future__ import annotations

from _thread import allocate_lock  # threading itself is a slow import for one lock

from .answer.objects import decode_json
from .api import FAMILIES, family
from .call.drivers import Clock, drive
from .call.errors import ArgumentError, ConfigError, OpenAIError, forget_locals
from .call.exchange import exchange
from .call.message import masked, masked_mapping
from .call.prepare import prepare
from .config import BUILT_IN, UNSET, Config, Settings, known_variables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Mapping, Optional, Tuple, Union

    from .api.rows import Row
    from .call.message import Reply
    from .call.prepare import Call


MOST_TRANSPORTS = 8  # kept by one client, one for each proxy and TLS context that its calls named


def layers(environment: Union[bool, Mapping[str, str]], said: Config) -> List[Tuple[str, Config]]:
    """Return the layers of a client: built-in, environment (False: none; True: os.environ), its own arguments."""
    found = [("built-in", BUILT_IN)]
    if environment is not False:
        found.append(("environment", Config.from_environment(None if environment is True else environment)))
    return found + [("client", said)]


class BaseClient:
    """What both clients are made of: settings, a transport, and the resources of the API as attributes.

    May be used from several threads at once. Resources are made when they are first touched.
    """

    _needs_key = True

    def __init__(
        self,
        *,
        api_key: Any = None,
        organization: Optional[str] = None,
        project: Optional[str] = None,
        base_url: Any = None,
        timeout: Any = UNSET,
        max_retries: Any = UNSET,
        default_headers: Optional[Mapping[str, Optional[str]]] = None,
        default_query: Optional[Mapping[str, Any]] = None,
        config: Optional[Config] = None,
        environment: Union[bool, Mapping[str, str]] = True,
        transport: Any = None,
    ) -> None:
        # No traceback out of here shows what identifies the caller.
        api_key, organization, project = masked(api_key), masked(organization), masked(project)
        base_url, default_headers = masked(base_url), masked_mapping(default_headers)
        if not isinstance(environment, bool):
            environment = known_variables(environment)
        given = {
            "api_key": api_key,
            "organization": organization,
            "project": project,
            "base_url": base_url,
            "default_headers": default_headers,
            "default_query": default_query,
        }
        said = {name: value for name, value in given.items() if value is not None}
        found = layers(environment, Config(timeout=timeout, max_retries=max_retries, **said))
        if config is not None:
            found.insert(-1, ("config", check_config(config)))
        self._start(Settings(found), transport)

    def _start(self, settings: Settings, transport: Any) -> None:
        if self._needs_key and settings.api_key is None and "Authorization" not in settings.headers:
            raise ConfigError(
                "Missing credentials: there is no API key. Pass api_key=…, or set the environment variable "
                "OPENAI_API_KEY"
            )
        self._check_transport(transport)
        self._settings = settings
        self._transport = transport
        self._transports: Dict[Any, Any] = {}  # made by us, so ours to close
        self._lock = allocate_lock()
        self._closed = False

    def __getattr__(self, name: str) -> Any:
        if name not in FAMILIES:
            raise AttributeError("{!r} object has no attribute {!r}".format(type(self).__name__, name))
        resource = self.__dict__[name] = family(name)(self)
        return resource

    def __dir__(self) -> Any:
        return sorted(set(object.__dir__(self)) | set(FAMILIES))

    @property
    def settings(self) -> Settings:
        """What this client's options come to; `settings.explain()` says where each comes from."""
        return self._settings

    @property
    def api_key(self) -> Any:
        """The key, or the callable that gives it."""
        return self._settings.api_key

    @property
    def base_url(self) -> str:
        """Where calls go, without a slash at the end."""
        return self._settings.base_url

    @property
    def timeout(self) -> Any:
        """The `Timeout` of calls that don't say their own."""
        return self._settings.timeout

    @property
    def max_retries(self) -> int:
        """How often a failed call is tried again."""
        return self._settings.max_retries

    def is_closed(self) -> bool:
        """Tell whether the client was closed."""
        return self._closed

    def _prepare(self, row: Row, arguments: Dict[str, Any]) -> Tuple[Call, Any, Any]:
        """Return a call, its transport and its clock, which starts now."""
        if self._closed:
            raise OpenAIError("the client is closed; make another one")
        settings = self._settings
        config = arguments.pop("config", None)
        if config is not None:
            # The pages after the first bring the settings of the first along.
            settings = config if isinstance(config, Settings) else settings.over(check_config(config))
        if row.successor:
            from warnings import warn

            warn("{} {} is retired by the API: use {}".format(row.verb, row.path, row.successor), DeprecationWarning, 4)
        try:
            call = prepare(row, settings, arguments)
        except OpenAIError as error:
            forget_locals(error)
            raise
        transport = self._transport_for(settings)
        return call, transport, Clock(call.request.timeout.deadline)

    def _exchange(self, call: Call) -> Any:
        settings = call.settings
        return exchange(
            call.request,
            settings.max_retries,
            whole=not call.stream,
            sign=call.sign,
            max_redirects=settings.max_redirects,
        )

    def _transport_for(self, settings: Settings) -> Any:
        """Return the user's transport, or one of our own for the proxy and TLS settings of this call."""
        where = (settings.proxy, settings.ssl)
        if self._transport is not None:
            if where != (None, None):
                raise ConfigError(
                    "http_options: proxy and ssl cannot be set per call: the client's own transport has its"
                )
            return self._transport
        transport = self._transports.get(where)
        if transport is None:
            with self._lock:
                transport = self._transports.get(where) or self._make_transport(*where)
                self._transports[where] = transport
                while len(self._transports) > MOST_TRANSPORTS:
                    # A new TLS context for each call would otherwise pile up.
                    oldest = next(key for key in self._transports if key != (None, None))
                    self._retire(self._transports.pop(oldest))
        return transport

    def _make_transport(self, proxy: Optional[str], ssl: Any) -> Any:
        from .transport.urllib_transport import UrllibTransport

        return UrllibTransport(proxy=proxy, ssl_context=ssl)

    def _retire(self, transport: Any) -> None:
        """Close a transport's idle connections; what is in use ends with its answers."""
        transport.close()

    def _close_idle(self) -> None:
        for transport in list(self._transports.values()):
            self._retire(transport)

    def _check_transport(self, transport: Any) -> None:
        if transport is None:
            return
        from .transport import base

        if not isinstance(transport, getattr(base, self._kind + "Transport")):
            raise ConfigError(
                "transport: {} needs an object with {}send(request) and {}close(), got {}".format(
                    type(self).__name__, *(("async ", "a") if self._kind else ("", "")), type(transport).__name__
                )
            )

    def _answer(self, call: Call, reply: Reply) -> Any:
        if call.answer:
            from .answer.decode import decode

            return decode(call, reply)
        answer = decode_json(reply)
        if call.row.page and isinstance(answer, dict):
            from .answer import pages

            page = getattr(pages, self._kind + call.row.page)(answer)
            page.__dict__.update(answer.__dict__)
            page._bind(call, lambda arguments: self._call(call.row, {**arguments, "config": call.settings}))
            return page
        return answer

    _kind = ""  # how the names of the classes that wait begin

    def _call(self, row: Row, arguments: Dict[str, Any]) -> Any:
        raise NotImplementedError

    def __repr__(self) -> str:
        if "_closed" not in self.__dict__:  # among the locals of the traceback of a constructor that failed
            return "<{}, unfinished>".format(type(self).__name__)
        return "<{} {}{}>".format(type(self).__name__, self.base_url, ", closed" if self._closed else "")


def check_config(config: Any) -> Config:
    """Return `config` if it is one. Raises ArgumentError."""
    if not isinstance(config, Config):
        raise ArgumentError("config: expected a Config, got {}".format(type(config).__name__))
    return config


class OpenAI(BaseClient):
    """A client of the API, or of anything that speaks it.

    All arguments are optional: what isn't given comes from `config`, then from the environment (unless `environment`
    is False), then from the built-in defaults. A `transport` that is passed in stays the caller's to close. Raises
    ConfigError if there is no key. Close it, or use it as a context manager.
    """

    def _call(self, row: Row, arguments: Dict[str, Any]) -> Any:
        call, transport, clock = self._prepare(row, arguments)
        try:
            reply = drive(self._exchange(call), transport, clock)
        finally:
            call.close()
        if call.stream:
            from .answer.stream import Stream

            stream = Stream(call.stream, reply, clock)
            if call.settings.stream_to is None:
                return stream
            from .answer.delivery import Delivery

            return Delivery(stream, call.settings.stream_to)
        return self._answer(call, reply)

    def close(self) -> None:
        """Close idle connections. Streams that are being read go on to their end."""
        self._closed = True
        self._close_idle()

    def __enter__(self) -> OpenAI:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncOpenAI(BaseClient):
    """The client for asyncio: the same tree, whose calls are awaited; lists also work with `async for`."""

    _kind = "Async"

    def _call(self, row: Row, arguments: Dict[str, Any]) -> Any:
        if row.page:
            from .answer.pages import AsyncPaginator

            return AsyncPaginator(self._awaited(row, arguments))
        return self._awaited(row, arguments)

    async def _awaited(self, row: Row, arguments: Dict[str, Any]) -> Any:
        from .call.drivers import drive_async

        call, transport, clock = self._prepare(row, arguments)
        if call.stream and call.settings.stream_to is not None:
            raise ConfigError("http_options: stream_to is for the sync client; iterate over the AsyncStream instead")
        try:
            reply = await drive_async(self._exchange(call), transport, clock)
        finally:
            call.close()
        if call.stream:
            from .answer.stream import AsyncStream

            return AsyncStream(call.stream, reply, clock)
        return self._answer(call, reply)

    def _make_transport(self, proxy: Optional[str], ssl: Any) -> Any:
        from .transport.thread_transport import ThreadTransport

        return ThreadTransport(super()._make_transport(proxy, ssl))

    def _retire(self, transport: Any) -> None:
        transport.retire()

    async def close(self) -> None:
        """Close idle connections."""
        self._closed = True
        self._close_idle()

    aclose = close

    async def __aenter__(self) -> AsyncOpenAI:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


Client = OpenAI
AsyncClient = AsyncOpenAI
