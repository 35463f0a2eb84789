# SPDX-License-Identifier: MIT
"""Declarative API operations.

`Operation` describes an endpoint, `Resource` groups operations, `SubResource` nests a resource, `Helper` binds a
function of `helpers/`, and `BoundOperation` is the callable on a client. Nothing here builds requests or reads
responses: a bound operation passes its arguments to its client's `_call`.
"""

from __future__ import annotations

from . import import_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, List, Mapping, Optional, Tuple, Type

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

# First fields of a JSON body, before the required fields; all other fields follow in alphabetical order. This is the
# order of the official SDK, so that bodies (and their signatures or cache keys) are byte-identical to it.
LEADING_FIELDS = ("model", "stream", "service_tier")

# Module of this subpackage -> package of its models, where they differ.
MODEL_PACKAGES = {"agents": "beta", "chatkit": "beta", "beta_responses": "beta"}


class Operation:
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
        "method", "path", "name", "model_package", "beta", "admin", "required", "returns", "query",
        "nested_aliases", "headers", "leading_fields", "upload", "multipart", "body_optional", "response_type",
        "page", "stream", "accept", "successor", "deprecated", "path_names", "required_names", "post_parser",
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
        self.post_parser: Any = None  # see BoundOperation.with_post_parser
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

    def __set_name__(self, owner: Type[Resource], name: str) -> None:
        self.name = name
        module = owner.__module__.rpartition(".")[2]
        self.model_package = MODEL_PACKAGES.get(module, module)
        self.beta = owner.beta
        self.admin = owner.admin
        self.headers = self.headers or owner.headers
        self.deprecated = self.deprecated or owner.deprecated
        self.returns = self.returns or ("" if self.response_type else owner.model)

    def __get__(self, resource: Optional[Resource], owner: Any = None) -> Any:
        if resource is None:
            return self
        bound = BoundOperation(self, resource._client)
        # Cache it in the instance, where it takes precedence because Operation defines no `__set__`.
        resource.__dict__[self.name] = bound
        return bound

    def check(self, arguments: Mapping[str, Any]) -> None:
        """Raise ArgumentError (a TypeError) if a required argument is missing."""
        missing = [name for name in self.required_names if name not in arguments]
        if missing and not ("|" in self.required and self._matches_alternative(arguments)):
            from ..call.errors import ArgumentError

            raise ArgumentError(
                "Missing required argument{}: {} ({}() is {} {})".format(
                    "s" if len(missing) > 1 else "", " and ".join(map(repr, missing)), self.name, self.method, self.path
                )
            )

    def _matches_alternative(self, arguments: Mapping[str, Any]) -> bool:
        """Return whether the arguments include every name that one of the alternatives requires."""
        return all(name in arguments for name in self.path_names) and any(
            all(name in arguments for name in names.split()) for names in self.required.split("|")
        )

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


class BoundOperation:
    """Operation bound to a client. Calling it sends a request.

    As in the official SDK, the last path parameter may be passed by position; all other arguments are keywords. Every
    call also takes `extra_headers`, `extra_query`, `extra_body`, `timeout` (seconds, a `Timeout` or None) and `config`
    (a `Config`). Unknown keyword arguments are sent to the server unchanged.
    """

    __slots__ = ("operation", "_client")

    def __init__(self, operation: Operation, client: Any) -> None:
        self.operation: Operation = operation
        self._client = client

    def __call__(self, *path_args: Any, **arguments: Any) -> Any:
        operation = self.operation
        if path_args:
            if len(path_args) > 1 or not operation.path_names:
                raise TypeError(
                    "{}() takes {} positional argument{} but {} were given; pass the others by keyword".format(
                        operation.name,
                        "one" if operation.path_names else "no",
                        "" if operation.path_names else "s",
                        len(path_args),
                    )
                )
            name = operation.path_names[-1]
            if name in arguments:
                raise TypeError("{}() got multiple values for argument '{}'".format(operation.name, name))
            arguments[name] = path_args[0]  # pyright: ignore[reportGeneralTypeIssues]
        if operation.deprecated:
            from warnings import warn

            operation.check(arguments)
            warn(
                "{} {} is deprecated: {}".format(operation.method, operation.path, operation.deprecated),
                DeprecationWarning,
                2,
            )
        return self._client._call(operation, arguments)

    def with_post_parser(self, post_parser: Any) -> BoundOperation:
        """Return a copy whose result is `post_parser(result, response)`, also for raw and async calls; for helpers."""
        from copy import copy

        operation = copy(self.operation)
        operation.post_parser = post_parser
        return BoundOperation(operation, self._client)

    @property
    def __name__(self) -> str:
        return self.operation.name

    @property
    def __doc__(self) -> str:  # type: ignore[override]  # a docstring generated from the operation
        from .signatures import describe

        return describe(self.operation, self._client)

    @property
    def __signature__(self) -> Any:
        from .signatures import signature_of

        return signature_of(self.operation, self._client)

    def __repr__(self) -> str:
        return "<{} {} {}>".format(self.operation.name, self.operation.method, self.operation.path)


class Resource:
    """Group of operations of the API. Subclasses contain only operations, `SubResource`s and `Helper`s.

    The other class attributes are defaults for the operations in the class.
    """

    beta = ""  # value of the OpenAI-Beta header
    admin = False  # whether the credentials are the admin key
    model = ""  # default of Operation.returns
    headers = ""  # arguments that are sent as headers
    deprecated = ""  # advice for users of deprecated operations

    def __init__(self, client: Any) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> Any:
        """The same operations, returning the HTTP response. Call `parse()` on it for the usual result."""
        return type(self)(self._client.with_raw_response)

    @property
    def with_streaming_response(self) -> Any:
        """The same operations as context managers.

        The response is available once its headers have arrived, its body is read on demand, and it is closed on exit.
        """
        return type(self)(self._client.with_streaming_response)

    def __dir__(self) -> List[str]:
        cls = type(self)
        names = super().__dir__()  # without the attributes that are only for the operations in the class
        return [name for name in names if name.startswith("_") or not isinstance(getattr(cls, name, None), (str, bool))]

    @classmethod
    def operations(cls) -> Iterator[Operation]:
        """Yield the operations of this resource and of the resources inside it."""
        for value in list(vars(cls).values()):
            if isinstance(value, Operation):
                yield value
            elif isinstance(value, SubResource):
                for operation in value.resolve(cls).operations():
                    yield operation


class SubResource:
    """Nested resource: `SubResource("Threads")`, or `SubResource("Chat", "chat")` for a class of another module."""

    __slots__ = ("target", "module", "name")

    def __init__(self, target: str, module: str = "") -> None:
        self.target: str = target
        self.module: str = module
        self.name: str = ""

    def __set_name__(self, owner: Type[Resource], name: str) -> None:
        self.name = name

    def resolve(self, owner: Type[Resource]) -> Type[Resource]:
        """Return the resource class, importing its module if necessary."""
        module = self.module or owner.__module__.rpartition(".")[2]
        cls: Type[Resource] = import_name("api." + module, self.target)
        return cls

    def __get__(self, resource: Optional[Resource], owner: Any = None) -> Any:
        if resource is None:
            return self
        child = self.resolve(owner)(resource._client)
        resource.__dict__[self.name] = child
        return child


class Helper:
    """Function of `helpers/` as a method of a resource: `Helper("webhooks", "unwrap")`. It gets the client first."""

    __slots__ = ("module", "function")

    def __init__(self, module: str, function: str) -> None:
        self.module: str = module
        self.function: str = function

    def __get__(self, resource: Optional[Resource], owner: Any = None) -> Any:
        if resource is None:
            return self
        function = import_name("helpers." + self.module, self.function)
        return import_name("api.bound_helper", "BoundHelper")(self, function, resource._client)
