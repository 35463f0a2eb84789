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
from .call.errors import ArgumentError, ConfigError, OpenAIError, OptionTypeError, forget_locals
from .call.exchange import exchange
from .call.log import set_up
from .call.message import masked, masked_mapping
from .call.prepare import prepare
from .call.url import BaseURL
from .config import UNSET, Config, Settings, known_variables, stacked
from .layers import check_exclusive, first_layers, replaced, residence, said_by
from .verbs import Verbs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Mapping, Optional, Tuple, Union

    from .api.rows import Row
    from .call.message import Reply
    from .call.prepare import Call


MOST_TRANSPORTS = 8  # kept by one client, one for each proxy and TLS context that its calls named


def setting(name: str, doc: str) -> Any:
    """Make a property of a setting that can be set for the calls to come."""

    def get(client: BaseClient) -> Any:
        return getattr(client._settings, name)

    def set(client: BaseClient, value: Any) -> None:
        client._settings = client._settings.over(Config(**{name: value}), "set")

    return property(get, set, doc=doc)


class BaseClient(Verbs):
    """What both clients are made of: settings, a transport, and the resources of the API as attributes.

    May be used from several threads at once. Resources are made when they are first touched.
    """

    def __init__(
        self,
        *,
        api_key: Any = None,
        admin_api_key: Optional[str] = None,
        workload_identity: Any = None,
        organization: Optional[str] = None,
        project: Optional[str] = None,
        webhook_secret: Optional[str] = None,
        provider: Any = None,
        base_url: Any = None,
        data_residency: Optional[str] = None,
        websocket_base_url: Optional[str] = None,
        timeout: Any = UNSET,
        max_retries: Any = UNSET,
        default_headers: Optional[Mapping[str, Optional[str]]] = None,
        default_query: Optional[Mapping[str, Any]] = None,
        http_client: Any = None,
        retry_policy: Any = None,
        application: Optional[str] = None,
        config: Optional[Config] = None,
        environment: Union[bool, Mapping[str, str]] = True,
        transport: Any = None,
        _strict_response_validation: bool = False,
        _enforce_credentials: bool = True,
    ) -> None:
        # No traceback out of here shows what identifies the caller.
        api_key, organization, project = masked(api_key), masked(organization), masked(project)
        admin_api_key, webhook_secret = masked(admin_api_key), masked(webhook_secret)
        base_url, default_headers = masked(base_url), masked_mapping(default_headers)
        set_up(environment)
        if not isinstance(environment, bool):
            environment = known_variables(environment)
        given = {
            "api_key": api_key,
            "admin_api_key": admin_api_key,
            "organization": organization,
            "project": project,
            "webhook_secret": webhook_secret,
            "base_url": base_url,
            "timeout": timeout,
            "max_retries": max_retries,
            "default_headers": default_headers,
            "default_query": default_query,
            "retry_policy": retry_policy,
            "application": application,
        }
        self.websocket_base_url = websocket_base_url
        provider = self._provider(provider, workload_identity, given)
        given = residence(given, data_residency)
        found = first_layers(environment, provider)
        if config is not None:
            found.append(("config", check_config(config)))
        found.append(("client", said_by(given)))
        self._start(Settings(found), self._chosen(transport, http_client), _enforce_credentials)

    def _provider(self, provider: Any, workload_identity: Any, given: Dict[str, Any]) -> Any:
        """Return who says who calls, if it is not a key. Raises ConfigError for what excludes each other."""
        if workload_identity is not None:
            from .providers.workload import WorkloadProvider

            if provider is not None:
                raise ConfigError("workload_identity and provider both say who calls; pass one of them")
            provider = WorkloadProvider(workload_identity)
            check_exclusive(provider, given, ("api_key",))
        elif provider is not None:
            check_exclusive(provider, given, ("api_key", "admin_api_key", "base_url"))
        return provider

    def _chosen(self, transport: Any, http_client: Any) -> Any:
        """Return the transport that the caller wants, if any; also one made of an httpx client."""
        if http_client is None:
            return transport
        if transport is not None:
            raise ConfigError("http_client and transport both say how bytes travel; pass one of them")
        from .transport.httpx_client import of_client

        made = of_client(http_client, bool(self._kind))
        if made is None:
            raise OptionTypeError(
                "http_client: expected {} of httpx or httpx2, or a transport, got {}".format(
                    "an AsyncClient" if self._kind else "a Client", type(http_client).__name__
                )
            )
        return made

    def _start(self, settings: Settings, transport: Any, needs_key: bool = True) -> None:
        keys = (settings.api_key, settings.admin_api_key, settings.provider)
        if needs_key and keys == (None, None, None) and not settings.own_authorization:
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

    api_key = setting("api_key", "The key, or the callable that gives it.")
    admin_api_key = setting("admin_api_key", "The key for administration.")
    organization = setting("organization", "The organization that calls count for.")
    project = setting("project", "The project that calls count for.")
    webhook_secret = setting("webhook_secret", "The secret that webhooks are signed with.")
    timeout = setting("timeout", "The `Timeout` of calls that don't say their own.")
    max_retries = setting("max_retries", "How often a failed call is tried again.")

    @property
    def base_url(self) -> BaseURL:
        """Where calls go; it equals its text with and without the slash at the end. Can be set."""
        return BaseURL(self._settings.base_url)

    @base_url.setter
    def base_url(self, url: Any) -> None:
        """Say where the calls to come go."""
        self._settings = self._settings.over(Config(base_url=str(url)), "set")

    @property
    def default_headers(self) -> Mapping[str, str]:
        """The headers of every call, but for those that identify the caller."""
        return self._settings.headers

    @property
    def default_query(self) -> Mapping[str, Any]:
        """The query parameters of every call."""
        return self._settings.query

    @property
    def with_raw_response(self) -> Any:
        """The same tree, whose calls give the whole HTTP answer; its `parse()` is what they give otherwise."""
        from .answer import raw

        return getattr(raw, self._kind + "RawView")(self)

    @property
    def with_streaming_response(self) -> Any:
        """The same tree, for use in a `with`: the HTTP answer is there when its head is, and closed in the end."""
        from .answer import raw

        return getattr(raw, self._kind + "StreamingView")(self)

    def copy(self, *, http_client: Any = None, transport: Any = None, _extra_kwargs: Any = None, **given: Any) -> Any:
        """Return a client with some options changed, which shares this one's connections; also `with_options`.

        Takes the options of the constructor. `default_headers` and `default_query` are merged over this client's,
        `set_default_headers` and `set_default_query` replace them.
        """
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        for name in [name for name in FAMILIES if name in other.__dict__]:
            del other.__dict__[name]
        given.update(_extra_kwargs or {})
        other.websocket_base_url = given.pop("websocket_base_url", None) or self.websocket_base_url
        other._settings = Settings(self._copied({name: masked(given[name]) for name in given}))
        chosen = self._chosen(transport, http_client)
        if chosen is not None:
            self._check_transport(chosen)
            other._transport = chosen
        return other

    with_options = copy

    def _copied(self, given: Dict[str, Any]) -> Any:
        layers = self._settings.layers
        for name in ("default_headers", "default_query"):
            anew = given.pop("set_" + name, None)
            if anew is not None:
                if given.get(name) is not None:
                    raise ConfigError("{0} and set_{0} exclude each other; pass one of them".format(name))
                layers, given[name] = replaced(layers, name), anew
        given = {
            name: value
            for name, value in residence(given, given.pop("data_residency", None)).items()
            if name in ("timeout", "max_retries") or value or not isinstance(value, (str, type(None)))
        }
        if given.get("max_retries", 0) is None:
            del given["max_retries"]
        return stacked(self._with_identity(layers, given), "copy", said_by(given))

    def _with_identity(self, layers: Any, given: Dict[str, Any]) -> Any:
        """Return the layers with the provider that a copy asks for."""
        provider = self._provider(given.pop("provider", None), given.pop("workload_identity", None), given)
        if provider is None and given.get("api_key") is None:
            return layers
        return replaced(layers, "provider") + first_layers(False, provider)[1:]

    def wait(self, obj: Any, **options: Any) -> Any:
        """Return an object that has a status as it is when the server is done with it; see helpers/polling.py.

        Takes `deadline` and `poll_interval`, seconds, and `progress(done, total)`.
        """
        from .helpers.polling import wait

        return wait(self, obj, **options)

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

            warn("{} {} is retired by the API: use {}".format(row.verb, row.path, row.successor), DeprecationWarning, 5)
        try:
            call = prepare(row, settings, arguments)
        except OpenAIError as error:
            forget_locals(error)
            raise
        transport = self._transport_for(settings)
        return call, transport, Clock(call.request.timeout.deadline)

    def _exchange(self, call: Call, whole: bool) -> Any:
        settings = call.settings
        sign, refused = call.sign, None
        if call.provider is not None and sign is not None:
            refused = call.provider.refused
            if self._kind:
                sign = call.provider.asign
        return exchange(
            call.request,
            settings.retry,
            whole=whole and not call.stream,
            sign=sign,
            refused=refused,
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
        row = call.row
        if call.answer == "cast":
            from .answer.shapes import shaped

            to = getattr(row, "cast_to", None)
            return decode_json(reply) if to is None else shaped(reply, to, lambda: decode_json(reply))
        if call.answer:
            from .answer.decode import decode

            answer = decode(call, reply)
        else:
            answer = decode_json(reply)
        if row.page and isinstance(answer, dict):
            from .answer import pages

            page = getattr(pages, (self._kind or "Sync") + row.page)(answer)
            page.__dict__.update(answer.__dict__)
            page._bind(call, lambda arguments: self._call(row, {**arguments, "config": call.settings}))
            return page
        if row.gives:
            from .answer.models import typed

            answer = typed(answer, row.gives + call.variant, row.family)
        return answer if row.then is None else row.then(answer)

    _kind = ""  # how the names of the classes that wait begin

    def __reduce__(self) -> Any:
        # What travels is what was said; connections are made anew, and the caller's transport must travel itself.
        return _restore, (type(self), self._settings.layers, self._transport, self.websocket_base_url, self._closed)

    def __repr__(self) -> str:
        if "_closed" not in self.__dict__:  # among the locals of the traceback of a constructor that failed
            return "<{}, unfinished>".format(type(self).__name__)
        return "<{} {}{}>".format(type(self).__name__, self._settings.base_url, ", closed" if self._closed else "")


def check_config(config: Any) -> Config:
    """Return `config` if it is one. Raises ArgumentError."""
    if not isinstance(config, Config):
        raise ArgumentError("config: expected a Config, got {}".format(type(config).__name__))
    return config


def _restore(kind: Any, layers: Any, transport: Any, websocket_base_url: Any, closed: bool) -> Any:
    client = object.__new__(kind)
    client.websocket_base_url = websocket_base_url
    client._start(Settings(layers), transport, needs_key=False)
    client._closed = closed
    return client


class OpenAI(BaseClient):
    """A client of the API, or of anything that speaks it.

    All arguments are optional: what isn't given comes from `config`, then from the environment (unless `environment`
    is False), then from the built-in defaults. A `transport` that is passed in stays the caller's to close. Raises
    ConfigError if there is no key. Close it, or use it as a context manager.
    """

    def _call(self, row: Row, arguments: Dict[str, Any]) -> Any:
        return self._finish(*self._perform(row, arguments))

    def _perform(self, row: Row, arguments: Dict[str, Any], whole: bool = True) -> Tuple[Call, Reply, Clock]:
        """Make a call up to the reply of its success, which has been read if `whole` and no stream was asked for."""
        call, transport, clock = self._prepare(row, arguments)
        try:
            return call, drive(self._exchange(call, whole), transport, clock), clock
        finally:
            call.close()

    def _finish(self, call: Call, reply: Reply, clock: Clock) -> Any:
        """Make a reply into what the call promises."""
        if not call.stream:
            return self._answer(call, reply)
        from .answer.stream import Stream

        stream = Stream(call.stream, reply, clock)
        if call.settings.stream_to is None:
            return stream
        from .answer.delivery import Delivery

        return Delivery(stream, call.settings.stream_to)

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

            return AsyncPaginator(lambda: self._awaited(row, dict(arguments)))
        return self._awaited(row, arguments)

    async def _awaited(self, row: Row, arguments: Dict[str, Any]) -> Any:
        return self._finish(*await self._perform(row, arguments))

    async def _perform(self, row: Row, arguments: Dict[str, Any], whole: bool = True) -> Tuple[Call, Reply, Clock]:
        """Do what the sync client's does."""
        from .call.drivers import drive_async

        call, transport, clock = self._prepare(row, arguments)
        if call.stream and call.settings.stream_to is not None:
            raise ConfigError("http_options: stream_to is for the sync client; iterate over the AsyncStream instead")
        try:
            return call, await drive_async(self._exchange(call, whole), transport, clock), clock
        finally:
            call.close()

    def _finish(self, call: Call, reply: Reply, clock: Clock) -> Any:
        """Make a reply into what the call promises."""
        if not call.stream:
            return self._answer(call, reply)
        from .answer.stream import AsyncStream

        return AsyncStream(call.stream, reply, clock)

    def _make_transport(self, proxy: Optional[str], ssl: Any) -> Any:
        from .transport.asyncio_transport import AsyncioTransport

        return AsyncioTransport(proxy=proxy, ssl_context=ssl)

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
