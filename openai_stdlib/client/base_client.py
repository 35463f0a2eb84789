# SPDX-License-Identifier: MIT
"""The base of both clients: options, the tree of resources, transports and copies.

It prepares calls and parses responses; what happens in between belongs to call/. Rarely used options are handled in
options.py, which is imported when one of them is set.
"""

from __future__ import annotations

from ..api import add_root_resources, import_name, resource_class, root_resource
from ..call.drivers import Deadline, explain_import_error, is_logging
from ..call.errors import ConfigError, OpenAIError, clear_traceback_frames
from ..call.exchange import exchange
from ..call.headers import mask, mask_environment, mask_headers, mask_parameters
from ..call.prepare import prepare
from ..call.sentinels import SENTINEL_TYPES
from ..call.url import BaseURL
from ..config.config import SENSITIVE_FIELDS, UNSET, Config, check_config
from ..config.settings import (
    Settings,
    base_layers,
    bind_provider,
    check_credentials,
    check_host,
    configure_logging,
    explicit_layer,
)
from ..results.objects import decode_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Mapping, Optional, Tuple, Union

    from ..api.operation import Operation
    from ..call.message import Response
    from ..call.prepare import Call
    from ..config.settings import Layers

MAX_TRANSPORTS = 8  # that one client keeps: one for each combination of proxy and TLS context
# `observe` of observed_calls.py, once a call has needed it: an import in each call takes longer than a hook.
_observe: List[Any] = []


def setting_property(name: str, doc: str) -> Any:
    """Return a property that reads a setting and, when assigned, changes it for subsequent calls."""

    def get(client: BaseClient) -> Any:
        return getattr(client._settings, name)

    def set(client: BaseClient, value: Any) -> None:
        value = mask(value) if name in SENSITIVE_FIELDS else value
        client._settings = client._settings.with_layer(Config(**{name: value}), "set")

    return property(get, set, doc=doc)


class LazyMethod:
    """Method or property that the function `find_method` of a module returns; the module is loaded when it is used."""

    __slots__ = ("module", "name")

    def __init__(self, module: str, name: str) -> None:
        self.module: str = module
        self.name: str = name

    def __get__(self, client: Any, owner: Any = None) -> Any:
        find_method = import_name(self.module, "find_method")
        return find_method(self.name, owner or type(client)).__get__(client, owner)


class BaseClient:
    """Base of both clients: settings, a transport, and the API resources as lazily created attributes. Thread-safe."""

    _class_prefix = ""  # of the classes that belong to this client: "Async" selects AsyncStream, AsyncPage …
    _is_async = False
    websocket_base_url: Any  # text, or a URL of another library
    websocket_transport: Any = None  # opens WebSockets in place of the library's own
    _environment: Any = True  # for the key of a provider that a copy selects
    _make_transport: Any  # (proxy, ssl_context) -> transport; defined by the clients, as the next two
    _close_transport: Any  # (transport) -> None; connections in use are closed when their responses end
    _call: Any  # (operation, arguments) -> result

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
        websocket_base_url: Any = None,
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
        websocket_transport: Any = None,
        on_event: Any = None,
        content: Optional[bool] = None,
        rate_limiter: Any = None,
        ledger: Any = None,
        ledger_label: Optional[str] = None,
        _strict_response_validation: bool = False,
        _enforce_credentials: bool = True,
    ) -> None:
        # Error trackers record the variables of frames, so credentials are masked before anything can fail.
        api_key, admin_api_key, webhook_secret = mask(api_key), mask(admin_api_key), mask(webhook_secret)
        organization, project, base_url, config = map(mask, (organization, project, base_url, config))
        default_headers, default_query = mask_headers(default_headers), mask_parameters(default_query)
        self._environment = environment = mask_environment(environment)
        configure_logging(environment)
        options = {
            "api_key": api_key, "admin_api_key": admin_api_key, "organization": organization, "project": project,
            "webhook_secret": webhook_secret, "base_url": base_url, "timeout": timeout, "max_retries": max_retries,
            "default_headers": default_headers, "default_query": default_query, "retry_policy": retry_policy,
            "application": application, "on_event": on_event, "content": content, "rate_limiter": rate_limiter,
            "ledger": ledger, "ledger_label": ledger_label,
        }  # fmt: skip
        self.websocket_base_url, self.websocket_transport = websocket_base_url, websocket_transport
        if not (provider is workload_identity is data_residency is None):
            from .options import apply_data_residency, choose_provider

            provider = choose_provider(provider, workload_identity, options, environment)
            options = apply_data_residency(options, data_residency, websocket_base_url)
        config_layers = [] if config is None else [("config", bind_provider(check_config(config), environment))]
        layers = base_layers(environment, provider) + config_layers
        layers.append(("client", explicit_layer(options)))
        settings = Settings(layers)
        if _enforce_credentials:
            check_credentials(settings)
        self._initialize(settings, self._resolve_transport(transport, http_client))

    def _initialize(self, settings: Settings, transport: Any) -> None:
        self._settings = settings
        self._transport = transport  # the caller's, who closes it
        self._transports: Dict[Any, Any] = {}  # created here, so closed here
        self._closed = False

    def _resolve_transport(self, transport: Any, http_client: Any) -> Any:
        if transport is None and http_client is None:
            return None
        from .options import resolve_transport

        return resolve_transport(transport, http_client, type(self).__name__, self._is_async)

    def _make_resource(self, name: str) -> Any:
        check_host()
        return resource_class(root_resource(name), self._is_async)(self)

    @property
    def settings(self) -> Settings:
        """The merged options of this client; `settings.explain()` shows where each of them comes from."""
        return self._settings

    api_key: Any = setting_property("api_key", "The API key, or a callable that returns it.")
    admin_api_key: Any = setting_property("admin_api_key", "The admin API key, for the organization's administration.")
    organization: Any = setting_property("organization", "The organization that calls are billed to.")
    project: Any = setting_property("project", "The project that calls are billed to.")
    webhook_secret: Any = setting_property("webhook_secret", "The secret that webhook events are signed with.")
    timeout: Any = setting_property("timeout", "The `Timeout` of calls that don't set their own.")
    max_retries: Any = setting_property("max_retries", "How many times a failed call is retried.")

    @property
    def base_url(self) -> BaseURL:
        """The URL that paths are appended to. Equals its text with and without a trailing slash. Assignable."""
        return BaseURL(self._settings.base_url)

    @base_url.setter
    def base_url(self, url: Any) -> None:
        """Change the base URL for subsequent calls."""
        url = mask(url)
        self._settings = self._settings.with_layer(Config(base_url=str(url)), "set")

    @property
    def default_headers(self) -> Mapping[str, str]:
        """The headers of every call, without the credentials."""
        return self._settings.headers

    @property
    def default_query(self) -> Mapping[str, Any]:
        """The query parameters of every call."""
        return self._settings.query

    @property
    def with_raw_response(self) -> Any:
        """The same resources, returning the HTTP response. Call `parse()` on it for the usual result."""
        check_host()
        from ..api.response_views import view_class

        return view_class(type(self), "WithRawResponse")(self)

    @property
    def with_streaming_response(self) -> Any:
        """The same resources as context managers.

        The response is available once its headers have arrived, its body is read on demand, and it is closed on exit.
        """
        check_host()
        from ..api.response_views import view_class

        return view_class(type(self), "WithStreamingResponse")(self)

    copy: Any = LazyMethod("client.copying", "copy")
    with_options: Any = LazyMethod("client.copying", "with_options")
    bulk: Any = LazyMethod("bulk.methods", "bulk")

    def _with_provider(self, layers: Layers, options: Dict[str, Any]) -> Layers:
        """Return the layers with the provider that the options of a copy ask for, which are removed from `options`."""
        from .options import with_provider

        return with_provider(self, layers, options)

    def wait(self, obj: Any, **options: Any) -> Any:
        """Poll an object that has a `status` until it reaches a terminal state, and return it.

        Takes `poll_interval` and `deadline` in seconds, `progress(done, total)` and `cancel`, a CancelToken. Raises
        PollTimeoutError, whose `last` is the object, and ArgumentError. Work that failed is no error: check `status`.
        """
        from ..helpers.polling import wait

        return wait(self, obj, **options)

    def is_closed(self) -> bool:
        """Return whether the client is closed."""
        return self._closed

    def _prepare(self, operation: Operation, arguments: Dict[str, Any]) -> Tuple[Call, Any, Deadline]:
        """Return a call, its transport, and its deadline, which starts now."""
        if self._closed:
            raise OpenAIError("the client is closed; create another one")
        check_host()
        settings = self._settings
        config = mask(arguments.pop("config", None))  # it may be a key, by mistake
        if config is not None and type(config) not in SENTINEL_TYPES:
            # Later pages of a list pass the settings of the first page.
            settings = config if isinstance(config, Settings) else settings.with_layer(check_config(config))
        if operation.successor:
            from ..call.caller_warning import warn_removed

            warn_removed(operation)
        try:
            call = prepare(operation, settings, arguments)
        except OpenAIError as error:
            clear_traceback_frames(error)
            raise
        transport = self._transport_for(settings)
        if operation.attempts is not None:
            transport = operation.attempts.adjust(call, transport)
        if call.request.timeout.needs_watch or call.options is not None and "cancel" in call.options:
            transport = import_name("client.limited_calls", "limit")(self, call, transport)
        return call, transport, Deadline(call.request.timeout.deadline)

    def _exchange(self, call: Call, read_body: bool) -> Any:
        sign, on_unauthorized = call.sign, None
        if call.provider is not None and sign is not None:
            on_unauthorized = call.provider.handle_unauthorized
            if self._is_async:
                sign = call.provider.sign_async
        flow = exchange(
            call.request,
            call.settings.retry,
            read_body=read_body and not call.stream,
            sign=sign,
            on_unauthorized=on_unauthorized,
            max_redirects=call.settings.max_redirects,
            max_response_bytes=call.settings.max_response_bytes,
        )
        if call.options is None and not is_logging():
            return flow
        if not _observe:
            _observe.append(import_name("client.options", "find_observe")())
        return _observe[0](call, flow)

    def _transport_for(self, settings: Settings) -> Any:
        """Return the caller's transport, or one of the client's own for the proxy and TLS context of a call."""
        key = (settings.proxy, settings.ssl)
        if self._transport is not None:
            if key != (None, None):
                raise ConfigError(
                    "http_options: proxy and ssl cannot be set per call for a transport that you pass in; set them "
                    "on that transport"
                )
            return self._transport
        transport = self._transports.get(key)
        if transport is None:
            # Without a lock: of two threads that make a transport at once, both use the one that was stored first.
            try:
                transport = self._make_transport(*key)
            except ImportError as error:
                explain_import_error(error)
                raise
            transport = self._transports.setdefault(key, transport)
            others = [other for other in list(self._transports) if other != (None, None)]
            for oldest in others[: max(0, len(others) + 1 - MAX_TRANSPORTS)]:  # a TLS context for each would pile up
                evicted = self._transports.pop(oldest, None)
                if evicted is not None:  # no other thread was first
                    self._close_transport(evicted)
        return transport

    def _close_idle(self) -> None:
        for transport in list(self._transports.values()):
            self._close_transport(transport)

    def _parse_response(self, call: Call, response: Response) -> Any:
        """Convert the response of a successful call to what the operation returns."""
        operation = call.operation
        if call.response_type == "cast":
            from ..results.cast import cast_custom

            return cast_custom(response, getattr(operation, "cast_to", None))
        if call.response_type:
            from ..results.decode import decode_response

            result = decode_response(call, response)
        else:
            result = decode_json(response)
        if operation.page and isinstance(result, dict):
            from ..results import pages

            page = pages.page_class(self._class_prefix, operation)(result)
            page.__dict__.update(result.__dict__)
            page._bind(call, lambda arguments: self._call(operation, {**arguments, "config": call.settings}))
            return page
        if operation.returns:
            from ..results.models import apply_model

            result = apply_model(result, operation.returns + call.model_suffix, operation.model_package)
        return result if operation.post_parser is None else operation.post_parser(result, response)

    def __reduce__(self) -> Any:
        from .copying import reduce

        return reduce(self)

    def __repr__(self) -> str:
        if "_closed" not in self.__dict__:  # in the traceback of a constructor that failed
            return "<{}, not initialized>".format(type(self).__name__)
        return "<{} {}{}>".format(type(self).__name__, self._settings.base_url, ", closed" if self._closed else "")


add_root_resources(BaseClient)
