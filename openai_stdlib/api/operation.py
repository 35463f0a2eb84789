# SPDX-License-Identifier: MIT
"""Declarative API operations.

`Operation` describes an endpoint, `Resource` groups operations, `SubResource` nests a resource, `Helper` makes a
function of `helpers/` a method, and `Connect` is the method that opens WebSockets. Nothing here builds requests or
reads responses: an operation passes its arguments to the `_call` of its resource's client.
"""

from __future__ import annotations

from . import import_name, resource_class

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List, Mapping, Tuple

# Types of result other than one JSON object. results/decode.py interprets them.
BINARY = "binary"  # BinaryContent
TEXT = "text"  # str, whatever the content type
EMBEDDINGS = "embeddings"  # JSON with vectors encoded as base64
TRANSCRIPT = "transcript"  # JSON or str, according to the argument response_format
NO_CONTENT = "nothing"  # None
EVENTS = "events"  # always a stream

# Types of pagination: names of classes in results/pages.py, without Sync or Async.
PAGE = "Page"
CURSOR = "CursorPage"
CONVERSATION = "ConversationCursorPage"
NEXT = "NextCursorPage"
TOKEN = "TokenPage"  # noqa: S105  # not a password

# Values of `multipart` besides True. call/form_body.py interprets them.
FORM_IF_FILES = "if files"  # multipart/form-data if there is a file, else JSON
SDP = "sdp"  # SDP offer and session as two typed parts, or the offer alone as the body

# Values of the OpenAI-Beta header.
ASSISTANTS = "assistants=v2"
AGENTS = "agents=v1"
CHATKIT = "chatkit_beta=v1"

# What helpers do.
CALL = "call"  # one request; its result can be a raw response
FLOW = "flow"  # several requests
MANAGER = "manager"  # return a context manager, which makes the request
PLAIN = "plain"  # no request

# First fields of a JSON body, before the required fields; all other fields follow in alphabetical order. This is the
# order of the official SDK, so that bodies (and their signatures or cache keys) are byte-identical to it.
LEADING_FIELDS = ("model", "stream", "service_tier")

# Module of this subpackage -> package of its models, where they differ.
MODEL_PACKAGES = {"agents": "beta", "chatkit": "beta", "beta_responses": "beta"}


def _function(self: Any, *arguments: Any, **keywords: Any) -> Any:
    """Have the type of functions, and the code that `inspect` sees of methods. It is never called."""


async def _async_function(self: Any, *arguments: Any, **keywords: Any) -> Any:
    """Have the code that `inspect` sees of coroutine functions. It is never called."""


FunctionType: Any = type(_function)
MethodType: Any = type(_function.__get__(""))


class Method:
    """Method of a resource, stored as data: an `Operation`, a `Helper` or a `Connect`.

    It binds to a resource as a function does. `inspect`, and libraries that wrap or replace methods, take it for a
    function, and for a coroutine function if its result must be awaited. Its documentation and signature come from the
    type stubs when they are asked for.
    """

    __slots__ = ("name", "owner")

    is_coroutine: Any  # whether calling the method returns a coroutine
    signature_module = "api.signatures"

    def __get__(self, resource: Any, owner: Any = None) -> Any:
        return self if resource is None else MethodType(self, resource)

    def __set_name__(self, owner: Any, name: str) -> None:
        self.name: str = name
        self.owner: Any = owner

    # isinstance(method, types.FunctionType) asks for it; type(method) is the real class.
    __class__: Any = property(lambda _: FunctionType)

    def __getattr__(self, name: str) -> Any:
        if name == "__name__":
            return self.name
        if name == "__qualname__":
            return "{}.{}".format(self.owner.__qualname__, self.name)
        if name == "__code__":
            return (_async_function if self.is_coroutine else _function).__code__
        if name in ("__defaults__", "__kwdefaults__", "__closure__"):
            return None
        if name == "__signature__":
            try:
                return import_name(self.signature_module, "function_signature")(self)
            except ModuleNotFoundError:  # in a copy without it, `inspect` describes the code instead
                pass
        raise AttributeError(name)

    def copy_for(self, owner: Any) -> Any:
        """Return a copy that belongs to another resource class."""
        other = object.__new__(type(self))
        for cls in type(self).__mro__:
            for name in getattr(cls, "__slots__", ()):
                setattr(other, name, getattr(self, name))
        other.owner = owner
        return other


class Operation(Method):
    """API operation: method and path, followed by whatever differs from the default.

    Lists of names are strings with names separated by spaces.

    required: names of the required body or query fields; "|" separates alternatives.
    returns: model of the result, or of the items of a list.
    query: fields of a POST that are sent in the query string.
    nested_aliases: paths of nested fields that end in "_" because the name without it is a keyword of Python.
    headers: arguments that are sent as headers.
    field_order: first fields of the body, in order.
    upload: file field that the flat functions fill from a path.
    multipart: True, FORM_IF_FILES or SDP if the body is not JSON.
    body_optional: whether a POST without arguments has no body.
    response_type: one of the constants above, BINARY to EVENTS, if the result is not one JSON object.
    page: one of the constants above, PAGE to TOKEN, if the result is a list.
    stream: model of the events that `stream=True` yields.
    accept: value of the Accept header.
    successor: what to use instead of an operation that has been removed from the API.
    deprecated: advice for users of a deprecated operation, such as what to use instead.
    """

    __slots__ = (
        "method", "path", "model_package", "beta", "admin", "required", "returns", "query",
        "headers", "nested_aliases", "leading_fields", "upload", "multipart", "body_optional", "response_type", "page",
        "stream", "accept", "successor", "deprecated", "path_names", "required_names", "post_parser", "attempts",
    )  # fmt: skip

    is_custom = False  # True in custom.CustomOperation

    def __init__(
        self,
        method: str,
        path: str,
        required: str = "",
        *,
        returns: str = "",
        query: str = "",
        nested_aliases: str = "",
        headers: str = "",
        field_order: str = "",
        upload: str = "",
        multipart: Any = False,
        body_optional: bool = False,
        response_type: str = "",
        page: str = "",
        stream: str = "",
        accept: str = "",
        successor: str = "",
        deprecated: str = "",
    ) -> None:
        self.method: str = method
        self.path: str = path
        self.name: str = ""
        self.model_package: str = ""
        self.beta: str = ""
        self.admin: bool = False
        self.required: str = required
        self.returns: str = returns
        self.query: str = query
        self.nested_aliases: str = nested_aliases
        self.headers: str = headers
        self.upload: str = upload
        self.multipart: Any = multipart
        self.body_optional: bool = body_optional
        self.response_type: str = response_type
        self.page: str = page
        self.stream: str = stream
        self.accept: str = accept or {"nothing": "*/*", "events": "text/event-stream"}.get(
            response_type, "application/json"
        )
        self.successor: str = successor
        self.deprecated: str = deprecated
        self.owner: Any = None
        self.attempts: Any = None  # of client.attempts.Attempts, for a call of a client that a program has customized
        self.post_parser: Any = None  # see with_post_parser
        self.path_names: Tuple[str, ...] = ()
        if "{" in path:
            self.path_names = tuple(text.split("}")[0] for text in path.split("{")[1:])
        names = tuple(required.partition(" |")[0].split())
        self.required_names: Tuple[str, ...] = self.path_names + names
        if field_order:
            names = tuple(field_order.split())
        elif method == "POST" and not multipart:
            names = LEADING_FIELDS + tuple(name for name in names if name not in LEADING_FIELDS)
        self.leading_fields: Tuple[str, ...] = names

    def __set_name__(self, owner: Any, name: str) -> None:
        if owner._is_async:  # a copy, which is complete
            return
        super().__set_name__(owner, name)
        module: str = owner.__module__.rpartition(".")[2]
        self.model_package = MODEL_PACKAGES.get(module, module)
        self.beta = owner.beta
        self.admin = owner.admin
        self.headers = self.headers or owner.headers
        self.deprecated = self.deprecated or owner.deprecated
        self.returns = self.returns or ("" if self.response_type else owner.model)

    @property
    def is_coroutine(self) -> bool:
        """Whether calling the method returns a coroutine, not an iterable that can be awaited."""
        return self.owner._is_async and not self.page

    @property
    def __doc__(self) -> str:  # type: ignore[override]  # a docstring generated from the operation
        try:
            text: str = import_name("api.signatures", "describe")(self, self.owner)
            return text
        except ModuleNotFoundError:
            return "{} {}".format(self.method, self.path)

    def __call__(self, resource: BaseResource, /, *path_args: Any, **arguments: Any) -> Any:
        """Send a request.

        As in the official SDK, the last path parameter may be passed by position; all other arguments are keywords.
        Every call also takes `extra_headers`, `extra_query`, `extra_body`, `timeout` (seconds, a `Timeout` or None)
        and `config` (a `Config`). Unknown keyword arguments are sent to the server unchanged.
        """
        if path_args:
            from .arguments import assign_path_argument

            assign_path_argument(self, path_args, arguments)
        if self.deprecated:
            self.check(arguments)
            self.warn_of_deprecation()
        return resource._client._call(self, arguments)

    def with_post_parser(self, post_parser: Any) -> Operation:
        """Return a copy whose result is `post_parser(result, response)`, also for raw and async calls; for helpers."""
        operation: Operation = self.copy_for(self.owner)
        operation.post_parser = post_parser
        return operation

    def check(self, arguments: Mapping[str, Any]) -> None:
        """Raise ArgumentError (a TypeError) if a required argument is missing."""
        for name in self.required_names:
            if name not in arguments:
                from .arguments import check_required

                check_required(self, arguments)
                return

    def warn_of_deprecation(self) -> None:
        """Emit the DeprecationWarning of a deprecated operation, at the line of the call."""
        from ..call.caller_warning import warn_caller

        warn_caller("{} {} is deprecated: {}".format(self.method, self.path, self.deprecated))

    def __repr__(self) -> str:
        return "<Operation {} {}>".format(self.method, self.path)


def GET(path: str, required: str = "", **options: Any) -> Operation:
    """Declare a GET operation; keyword arguments of its calls are sent in the query string."""
    return Operation("GET", path, required, **options)


def POST(path: str, required: str = "", **options: Any) -> Operation:
    """Declare a POST operation with a JSON body, or a multipart/form-data body if `multipart` is set."""
    return Operation("POST", path, required, **options)


def DELETE(path: str, required: str = "", **options: Any) -> Operation:
    """Declare a DELETE operation; keyword arguments of its calls are sent in the query string."""
    return Operation("DELETE", path, required, **options)


class SubResource:
    """Nested resource: `SubResource("Threads")`, or `SubResource("Chat", "chat")` for a class of another module."""

    __slots__ = ("target", "module", "name")

    def __init__(self, target: str, module: str = "") -> None:
        self.target: str = target
        self.module: str = module
        self.name: str = ""

    def __set_name__(self, owner: Any, name: str) -> None:
        self.name = name

    def resolve(self, owner: Any) -> Any:
        """Return the resource class for the clients of `owner`, importing its module if necessary."""
        cls = import_name("api." + (self.module or owner.__module__.rpartition(".")[2]), self.target)
        return resource_class(cls, owner._is_async)

    def __get__(self, resource: Any, owner: Any = None) -> Any:
        if resource is None:
            return self
        # Cache it in the instance, where it takes precedence because SubResource defines no `__set__`.
        child = resource.__dict__[self.name] = self.resolve(owner)(resource._client)
        return child


class Helper(Method):
    """Function of `helpers/` as a method of a resource: `Helper("webhooks", "unwrap")`.

    Its first argument is the client, or the resource if `of_resource`. `kind` is one of the constants CALL to PLAIN.
    """

    __slots__ = ("module", "function", "kind", "of_resource")

    def __init__(self, module: str, function: str, kind: str = "flow", of_resource: bool = False) -> None:
        self.module: str = module
        self.function: str = function
        self.kind: str = kind
        self.of_resource: bool = of_resource

    def __set_name__(self, owner: Any, name: str) -> None:
        if not owner._is_async:
            super().__set_name__(owner, name)

    @property
    def is_coroutine(self) -> bool:
        """Whether calling the method returns a coroutine."""
        return self.owner._is_async and self.kind in (CALL, FLOW)

    @property
    def __doc__(self) -> Any:  # type: ignore[override]  # that of the function
        return self.load().__doc__

    def load(self) -> Any:
        """Return the function, importing its module if necessary."""
        return import_name("helpers." + self.module, self.function)

    def __call__(self, resource: BaseResource, /, *args: Any, **arguments: Any) -> Any:
        try:
            return self.load()(resource if self.of_resource else resource._client, *args, **arguments)
        finally:
            arguments.clear()  # error trackers record the variables of frames, and credentials may be among them


class Connect(Method):
    """WebSocket endpoint, by its name in connections/endpoints.py. Calling it returns a manager of connections."""

    __slots__ = ("endpoint",)
    is_coroutine = False
    kind = MANAGER
    signature_module = "connections.signatures"

    def __init__(self, endpoint: str) -> None:
        self.endpoint: str = endpoint

    @property
    def __doc__(self) -> Any:  # type: ignore[override]  # made from the endpoint
        try:
            return import_name("connections." + "signatures", "describe")(self)
        except ModuleNotFoundError:
            return self.load().__doc__

    def load(self) -> Any:
        """Return the function that makes managers, importing its module if necessary."""
        return import_name("connections." + "connecting", "connect")  # which copies without WebSockets leave out

    def __call__(self, resource: BaseResource, /, *args: Any, **arguments: Any) -> Any:
        try:
            return self.load()(resource, self.endpoint, args, arguments)
        finally:
            arguments.clear()  # error trackers record the variables of frames, and credentials may be among them


class BaseResource:
    """Group of operations of the API, for one client."""

    _is_async = False
    table: Dict[str, Any] = {}  # name -> Operation, Helper or SubResource, whatever replaces it in the class
    # Defaults for the operations in a class:
    beta = ""  # value of the OpenAI-Beta header
    admin = False  # whether the credentials are the admin key
    model = ""  # default of Operation.returns
    headers = ""  # arguments that are sent as headers
    deprecated = ""  # advice for users of deprecated operations

    def __init__(self, client: Any) -> None:
        self._client = client

    def __init_subclass__(cls) -> None:
        entries = {name: value for name, value in vars(cls).items() if isinstance(value, (Method, SubResource))}
        if entries:
            cls.table = {**cls.table, **entries}

    @property
    def with_raw_response(self) -> Any:
        """The same operations, returning the HTTP response. Call `parse()` on it for the usual result."""
        return import_name("api.response_views", "view_class")(type(self), "WithRawResponse")(self)

    @property
    def with_streaming_response(self) -> Any:
        """The same operations as context managers.

        The response is available once its headers have arrived, its body is read on demand, and it is closed on exit.
        """
        return import_name("api.response_views", "view_class")(type(self), "WithStreamingResponse")(self)

    def __getattr__(self, name: str) -> Any:
        if name in CLIENT_METHODS:  # for subclasses with methods of their own
            return getattr(self._client, name[1:])
        raise AttributeError("{!r} object has no attribute {!r}".format(type(self).__name__, name))

    def __dir__(self) -> List[str]:
        cls = type(self)
        names = super().__dir__()  # without the attributes that are only for the operations in the class
        return [name for name in names if name.startswith("_") or not isinstance(getattr(cls, name, None), HIDDEN)]

    @classmethod
    def operations(cls) -> Iterator[Operation]:
        """Yield the operations of this resource and of the resources inside it."""
        for value in cls.table.values():
            if isinstance(value, Operation):
                yield value
            elif isinstance(value, SubResource):
                for operation in value.resolve(cls).operations():
                    yield operation


class Resource(BaseResource):
    """Resource of a sync client. Its subclasses are the tables: they contain only operations, resources and helpers.

    The classes for async clients are made from them on first use; see `api.resource_class`.
    """


class AsyncResource(BaseResource):
    """Resource of an async client."""

    _is_async = True
    _table_class: Any = None  # the class for sync clients that this one was made from

    def __reduce__(self) -> Any:  # pickle finds no class that was made
        own = vars(type(self)).get("_table_class")
        return super().__reduce__() if own is None else (restore_async_resource, (own, self._client))


def restore_async_resource(cls: Any, client: Any) -> Any:
    """Return the resource of an unpickled async client."""
    return resource_class(cls, True)(client)


HIDDEN = (str, bool, dict)  # types of class attributes that are no part of a resource
CLIENT_METHODS = frozenset(("_get", "_post", "_put", "_patch", "_delete", "_get_api_list"))
