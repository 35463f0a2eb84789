# SPDX-License-Identifier: MIT
"""The base of both clients: options, the tree of resources, transports, copies. No HTTP: see call/ and transport/."""

from __future__ import annotations

from _thread import allocate_lock  # threading itself is a slow import for one lock

from ..api import ROOT_RESOURCES, root_resource
from ..call.drivers import Deadline
from ..call.errors import ArgumentError, ConfigError, OpenAIError, OptionTypeError, clear_traceback_frames
from ..call.exchange import exchange
from ..call.log import configure_from_environment
from ..call.message import mask, mask_mapping
from ..call.prepare import prepare
from ..call.url import BaseURL
from ..config.config import UNSET, Config, read_environment
from ..config.settings import (
    Settings,
    apply_data_residency,
    base_layers,
    check_exclusive,
    drop_field,
    explicit_layer,
    push_layer,
)
from ..results.objects import decode_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Mapping, Optional, Tuple, Union

    from ..api.operation import Operation
    from ..call.message import Response
    from ..call.prepare import Call


MAX_TRANSPORTS = 8  # kept by one client, one for each proxy and TLS context that its calls named


def setting_property(name: str, doc: str) -> Any:
    """Make a property of a setting that can be set for the calls to come."""

    def get(client: BaseClient) -> Any:
        return getattr(client._settings, name)

    def set(client: BaseClient, value: Any) -> None:
        client._settings = client._settings.with_layer(Config(**{name: value}), "set")

    return property(get, set, doc=doc)


class BaseClient:
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
        api_key, organization, project = mask(api_key), mask(organization), mask(project)
        admin_api_key, webhook_secret = mask(admin_api_key), mask(webhook_secret)
        base_url, default_headers = mask(base_url), mask_mapping(default_headers)
        configure_from_environment(environment)
        if not isinstance(environment, bool):
            environment = read_environment(environment)
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
        provider = self._resolve_provider(provider, workload_identity, given)
        given = apply_data_residency(given, data_residency)
        found = base_layers(environment, provider)
        if config is not None:
            found.append(("config", check_config(config)))
        found.append(("client", explicit_layer(given)))
        self._initialize(Settings(found), self._resolve_transport(transport, http_client), _enforce_credentials)

    def _resolve_provider(self, provider: Any, workload_identity: Any, given: Dict[str, Any]) -> Any:
        """Return who says who calls, if it is not a key. Raises ConfigError for what excludes each other."""
        if workload_identity is not None:
            from ..providers.workload import WorkloadProvider

            if provider is not None:
                raise ConfigError("workload_identity and provider both say who calls; pass one of them")
            provider = WorkloadProvider(workload_identity)
            check_exclusive(provider, given, ("api_key",))
        elif provider is not None:
            check_exclusive(provider, given, ("api_key", "admin_api_key", "base_url"))
        return provider

    def _resolve_transport(self, transport: Any, http_client: Any) -> Any:
        """Return the transport that the caller wants, if any; also one made of an httpx client."""
        if http_client is None:
            return transport
        if transport is not None:
            raise ConfigError("http_client and transport both say how bytes travel; pass one of them")
        from ..transport.httpx_client import transport_for_client

        made = transport_for_client(http_client, bool(self._class_prefix))
        if made is None:
            raise OptionTypeError(
                "http_client: expected {} of httpx or httpx2, or a transport, got {}".format(
                    "an AsyncClient" if self._class_prefix else "a Client", type(http_client).__name__
                )
            )
        return made

    def _initialize(self, settings: Settings, transport: Any, needs_key: bool = True) -> None:
        keys = (settings.api_key, settings.admin_api_key, settings.provider)
        if needs_key and keys == (None, None, None) and not settings.has_authorization_header:
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
        if name not in ROOT_RESOURCES:
            raise AttributeError("{!r} object has no attribute {!r}".format(type(self).__name__, name))
        resource = self.__dict__[name] = root_resource(name)(self)
        return resource

    def __dir__(self) -> Any:
        return sorted(set(object.__dir__(self)) | set(ROOT_RESOURCES))

    @property
    def settings(self) -> Settings:
        """What this client's options come to; `settings.explain()` says where each comes from."""
        return self._settings

    api_key = setting_property("api_key", "The key, or the callable that gives it.")
    admin_api_key = setting_property("admin_api_key", "The key for administration.")
    organization = setting_property("organization", "The organization that calls count for.")
    project = setting_property("project", "The project that calls count for.")
    webhook_secret = setting_property("webhook_secret", "The secret that webhooks are signed with.")
    timeout = setting_property("timeout", "The `Timeout` of calls that don't say their own.")
    max_retries = setting_property("max_retries", "How often a failed call is tried again.")

    @property
    def base_url(self) -> BaseURL:
        """Where calls go; it equals its text with and without the slash at the end. Can be set."""
        return BaseURL(self._settings.base_url)

    @base_url.setter
    def base_url(self, url: Any) -> None:
        """Say where the calls to come go."""
        self._settings = self._settings.with_layer(Config(base_url=str(url)), "set")

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
        from ..results import client_wrappers

        return getattr(client_wrappers, self._class_prefix + "WithRawResponse")(self)

    @property
    def with_streaming_response(self) -> Any:
        """The same tree, for use in a `with`: the HTTP answer is there when its head is, and closed in the end."""
        from ..results import client_wrappers

        return getattr(client_wrappers, self._class_prefix + "WithStreamingResponse")(self)

    def copy(self, *, http_client: Any = None, transport: Any = None, _extra_kwargs: Any = None, **given: Any) -> Any:
        """Return a client with some options changed, which shares this one's connections; also `with_options`.

        Takes the options of the constructor. `default_headers` and `default_query` are merged over this client's,
        `set_default_headers` and `set_default_query` replace them.
        """
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        for name in [name for name in ROOT_RESOURCES if name in other.__dict__]:
            del other.__dict__[name]
        given.update(_extra_kwargs or {})
        other.websocket_base_url = given.pop("websocket_base_url", None) or self.websocket_base_url
        other._settings = Settings(self._copy_layers({name: mask(given[name]) for name in given}))
        chosen = self._resolve_transport(transport, http_client)
        if chosen is not None:
            self._check_transport(chosen)
            other._transport = chosen
        return other

    with_options = copy

    def _copy_layers(self, given: Dict[str, Any]) -> Any:
        layers = self._settings.layers
        for name in ("default_headers", "default_query"):
            anew = given.pop("set_" + name, None)
            if anew is not None:
                if given.get(name) is not None:
                    raise ConfigError("{0} and set_{0} exclude each other; pass one of them".format(name))
                layers, given[name] = drop_field(layers, name), anew
        given = {
            name: value
            for name, value in apply_data_residency(given, given.pop("data_residency", None)).items()
            if name in ("timeout", "max_retries") or value or not isinstance(value, (str, type(None)))
        }
        if given.get("max_retries", 0) is None:
            del given["max_retries"]
        return push_layer(self._with_provider(layers, given), "copy", explicit_layer(given))

    def _with_provider(self, layers: Any, given: Dict[str, Any]) -> Any:
        """Return the layers with the provider that a copy asks for."""
        provider = self._resolve_provider(given.pop("provider", None), given.pop("workload_identity", None), given)
        if provider is None and given.get("api_key") is None:
            return layers
        return drop_field(layers, "provider") + base_layers(False, provider)[1:]

    def wait(self, obj: Any, **options: Any) -> Any:
        """Return an object that has a status as it is when the server is done with it; see helpers/polling.py.

        Takes `deadline` and `poll_interval`, seconds, and `progress(done, total)`.
        """
        from ..helpers.polling import wait

        return wait(self, obj, **options)

    def is_closed(self) -> bool:
        """Tell whether the client was closed."""
        return self._closed

    def _prepare(self, row: Operation, arguments: Dict[str, Any]) -> Tuple[Call, Any, Any]:
        """Return a call, its transport and its clock, which starts now."""
        if self._closed:
            raise OpenAIError("the client is closed; make another one")
        settings = self._settings
        config = arguments.pop("config", None)
        if config is not None:
            # The pages after the first bring the settings of the first along.
            settings = config if isinstance(config, Settings) else settings.with_layer(check_config(config))
        if row.successor:
            from warnings import warn

            warn(
                "{} {} is retired by the API: use {}".format(row.method, row.path, row.successor), DeprecationWarning, 5
            )
        try:
            call = prepare(row, settings, arguments)
        except OpenAIError as error:
            clear_traceback_frames(error)
            raise
        transport = self._transport_for(settings)
        return call, transport, Deadline(call.request.timeout.deadline)

    def _exchange(self, call: Call, read_body: bool) -> Any:
        settings = call.settings
        sign, refused = call.sign, None
        if call.provider is not None and sign is not None:
            refused = call.provider.handle_unauthorized
            if self._class_prefix:
                sign = call.provider.sign_async
        return exchange(
            call.request,
            settings.retry,
            read_body=read_body and not call.stream,
            sign=sign,
            on_unauthorized=refused,
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
                while len(self._transports) > MAX_TRANSPORTS:
                    # A new TLS context for each call would otherwise pile up.
                    oldest = next(key for key in self._transports if key != (None, None))
                    self._close_transport(self._transports.pop(oldest))
        return transport

    def _make_transport(self, proxy: Optional[str], ssl: Any) -> Any:
        from ..transport.urllib_transport import UrllibTransport

        return UrllibTransport(proxy=proxy, ssl_context=ssl)

    def _close_transport(self, transport: Any) -> None:
        """Close a transport's idle connections; what is in use ends with its answers."""
        transport.close()

    def _close_idle(self) -> None:
        for transport in list(self._transports.values()):
            self._close_transport(transport)

    def _check_transport(self, transport: Any) -> None:
        if transport is None:
            return
        from ..transport import base

        if not isinstance(transport, getattr(base, self._class_prefix + "Transport")):
            raise ConfigError(
                "transport: {} needs an object with {}send(request) and {}close(), got {}".format(
                    type(self).__name__,
                    *(("async ", "a") if self._class_prefix else ("", "")),
                    type(transport).__name__,
                )
            )

    def _parse_response(self, call: Call, reply: Response) -> Any:
        row = call.operation
        if call.response_type == "cast":
            from ..results.cast import cast_response

            to = getattr(row, "cast_to", None)
            return decode_json(reply) if to is None else cast_response(reply, to, lambda: decode_json(reply))
        if call.response_type:
            from ..results.decode import decode_response

            answer = decode_response(call, reply)
        else:
            answer = decode_json(reply)
        if row.page and isinstance(answer, dict):
            from ..results import pages

            page = getattr(pages, (self._class_prefix or "Sync") + row.page)(answer)
            page.__dict__.update(answer.__dict__)
            page._bind(call, lambda arguments: self._call(row, {**arguments, "config": call.settings}))
            return page
        if row.returns:
            from ..results.models import apply_model

            answer = apply_model(answer, row.returns + call.model_suffix, row.model_package)
        return answer if row.post_parser is None else row.post_parser(answer)

    _class_prefix = ""  # how the names of the classes that wait begin

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


def _restore(cls: Any, layers: Any, transport: Any, websocket_base_url: Any, closed: bool) -> Any:
    client = object.__new__(cls)
    client.websocket_base_url = websocket_base_url
    client._initialize(Settings(layers), transport, needs_key=False)
    client._closed = closed
    return client
