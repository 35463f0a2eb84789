# SPDX-License-Identifier: MIT
"""How a line of the table becomes a method.

Lives here: `Row` (one operation), the verbs that make rows, `Resource` (a class body of rows), `Sub` (a resource
inside a resource) and `Helper` (a function over rows), both imported when they are first touched. Must not live here:
anything that builds a request or reads an answer; a bound row hands its arguments to its client's `_call` and is done.
Neighbours: the families beside this file, which hold nothing but rows; ../client.py, which carries calls out.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, Mapping, Optional, Tuple, Type

# What comes back, where it is not one JSON object. The words are looked up in ../answer/decode.py.
BINARY = "binary"  # bytes, whole
TEXT = "text"  # a string, whatever the content type
EMBEDDINGS = "embeddings"  # JSON whose vectors travel as base64
TRANSCRIPT = "transcript"  # JSON or a string, as the request's response_format says
NO_CONTENT = "nothing"  # None
EVENTS = "events"  # always a stream

# How a list goes on after its first page. The words are class names in ../answer/pages.py.
PAGE = "Page"
CURSOR = "CursorPage"
CONVERSATION = "ConversationCursorPage"
NEXT = "NextCursorPage"
TOKEN = "TokenPage"  # noqa: S105  # no password

# What becomes a form, beside True for whatever there is. See ../call/prepare.py.
FORM_IF_FILES = "if files"  # else JSON
SDP = "sdp"  # an offer and a session as two typed parts; an offer alone as it is

# Values of the OpenAI-Beta header, each of a whole class.
ASSISTANTS = "assistants=v2"
AGENTS = "agents=v1"
CHATKIT = "chatkit_beta=v1"

# What a JSON body begins with, before what its row requires; all else follows by the alphabet. The official SDK's
# order, kept so that bodies, and whoever signs, caches or compares them, are the same byte for byte.
LEADING_FIELDS = ("model", "stream", "service_tier")


# Modules beside this one whose models are in a package by another name.
MODEL_PACKAGES = {"agents": "beta", "chatkit": "beta", "beta_responses": "beta"}


class Operation:
    """One operation of the API: method and path first, then only what is irregular.

    `required` names the body or query fields that a call cannot do without, alternatives set apart by a bar; `gives`
    the model of the answer (of the items, if it is a list); `query` the fields that a POST puts into the URL,
    `headers` those that become headers, `order` how a body begins, `upload` the field that the flat functions fill
    from a path. All of these are words separated by blanks. `empty` says that a POST without arguments has no body.
    `stream` is the model of the events that `stream=True` brings. `successor` says what to use instead of what
    the API has retired, `deprecated` of what it means to retire.
    """

    __slots__ = (
        "method", "path", "name", "model_package", "beta", "admin", "required", "returns", "query", "headers", "leading_fields", "upload",
        "multipart", "body_optional", "response_type", "page", "stream", "accept", "successor", "deprecated", "path_names", "required_names",
        "post_parser",
    )  # fmt: skip

    is_custom = False  # see free.py

    def __init__(
        self,
        method: str,
        path: str,
        required: str = "",
        *,
        returns: str = "",
        query: str = "",
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
        self.method = method
        self.path = path
        self.name = ""
        self.model_package = ""
        self.beta = ""
        self.admin = False
        self.required = required
        self.returns = returns
        self.query = query
        self.headers = headers
        self.upload = upload
        self.multipart = multipart
        self.body_optional = body_optional
        self.response_type = response_type
        self.page = page
        self.stream = stream
        self.accept = accept or {"nothing": "*/*", "events": "text/event-stream"}.get(response_type, "application/json")
        self.successor = successor
        self.deprecated = deprecated
        self.post_parser: Any = None  # see Method.reading
        self.path_names: Tuple[str, ...] = ()
        if "{" in path:
            self.path_names = tuple(part.split("}")[0] for part in path.split("{")[1:])
        first = tuple(required.partition(" |")[0].split())
        self.required_names = self.path_names + first
        if field_order:
            first = tuple(field_order.split())
        elif method == "POST" and not multipart:
            first = LEADING_FIELDS + tuple(name for name in first if name not in LEADING_FIELDS)
        self.leading_fields = first

    def __set_name__(self, owner: Type[Resource], name: str) -> None:
        self.name = name
        self.model_package = MODEL_PACKAGES.get(
            owner.__module__.rpartition(".")[2], owner.__module__.rpartition(".")[2]
        )
        self.beta = owner.beta
        self.admin = owner.admin
        self.headers = self.headers or owner.headers
        self.deprecated = self.deprecated or owner.deprecated
        self.returns = self.returns or ("" if self.response_type else owner.model)

    def __get__(self, resource: Optional[Resource], owner: Any = None) -> Any:
        if resource is None:
            return self
        method = BoundOperation(self, resource._client)
        # Found in the instance from now on: a row is no data descriptor.
        resource.__dict__[self.name] = method
        return method

    def check(self, arguments: Mapping[str, Any]) -> None:
        """Raise ArgumentError, a TypeError, if a call lacks what is required."""
        missing = [name for name in self.required_names if name not in arguments]
        if missing and not ("|" in self.required and self._matches_alternative(arguments)):
            from ..call.errors import ArgumentError

            raise ArgumentError(
                "Missing required argument{}: {} ({}() is {} {})".format(
                    "s" if len(missing) > 1 else "", " and ".join(map(repr, missing)), self.name, self.method, self.path
                )
            )

    def _matches_alternative(self, arguments: Mapping[str, Any]) -> bool:
        """Tell whether a call has all that one of the other alternatives requires."""
        return all(name in arguments for name in self.path_names) and any(
            all(name in arguments for name in way.split()) for way in self.required.split("|")
        )

    def __repr__(self) -> str:
        return "<Operation {} {}>".format(self.method, self.path)


def GET(path: str, required: str = "", **irregular: Any) -> Operation:
    """Declare an operation that reads; its keywords go into the query."""
    return Operation("GET", path, required, **irregular)


def POST(path: str, required: str = "", **irregular: Any) -> Operation:
    """Declare an operation with a body: JSON, or a form if `multipart`."""
    return Operation("POST", path, required, **irregular)


def DELETE(path: str, required: str = "", **irregular: Any) -> Operation:
    """Declare an operation that deletes; its keywords go into the query."""
    return Operation("DELETE", path, required, **irregular)


class BoundOperation:
    """A row bound to a client. Calling it makes one call of the API.

    The last path parameter may be given by position, all else goes by keyword, as in the official SDK. Every call
    also takes `extra_headers`, `extra_query`, `extra_body`, `timeout` (seconds, a `Timeout` or None) and `config`
    (a `Config`). Keywords that the row doesn't know travel to the server as they are.
    """

    __slots__ = ("row", "_client")

    def __init__(self, row: Operation, client: Any) -> None:
        self.operation = row
        self._client = client

    def __call__(self, *path_args: Any, **arguments: Any) -> Any:
        row = self.operation
        if path_args:
            if len(path_args) > 1 or not row.path_names:
                raise TypeError(
                    "{}() takes {} positional argument{} but {} were given; pass the others by keyword".format(
                        row.name,
                        "one" if row.path_names else "no",
                        "" if row.path_names else "s",
                        len(path_args),
                    )
                )
            name = row.path_names[-1]
            if name in arguments:
                raise TypeError("{}() got multiple values for argument '{}'".format(row.name, name))
            arguments[name] = path_args[0]
        if row.deprecated:
            from warnings import warn

            row.check(arguments)
            warn("{} {} is deprecated: {}".format(row.method, row.path, row.deprecated), DeprecationWarning, 2)
        return self._client._call(row, arguments)

    def with_post_parser(self, then: Any) -> BoundOperation:
        """Return this method with `then(response_type)` for its answer, raw and async calls included; for helpers."""
        from copy import copy

        row = copy(self.operation)
        row.post_parser = then
        return BoundOperation(row, self._client)

    @property
    def __name__(self) -> str:
        return self.operation.name

    @property
    def __doc__(self) -> str:  # type: ignore[override]  # a docstring made from the row
        row = self.operation
        lines = ["{} {}".format(row.method, row.path)]
        if row.path_names:
            lines.append("In the path: " + ", ".join(row.path_names) + ".")
        if row.required:
            ways = [", ".join(way.split()) for way in row.required.split("|")]
            lines.append("Required: " + "; or ".join(ways) + ".")
        if row.stream:
            lines.append("With stream=True the answer is an iterator of events.")
        if row.successor:
            lines.append("Retired by the API: use {}.".format(row.successor))
        if row.deprecated:
            lines.append("Deprecated: {}.".format(row.deprecated))
        return "\n\n".join(lines)

    def __repr__(self) -> str:
        return "<{} {} {}>".format(self.operation.name, self.operation.method, self.operation.path)


class Resource:
    """A part of the API tree. Subclasses hold rows, `Sub`s and `Helper`s, and nothing else.

    What a class says of itself holds for each of its rows that doesn't say otherwise.
    """

    beta = ""  # value of the OpenAI-Beta header
    admin = False  # the credential is the admin key
    model = ""  # what is given back
    headers = ""  # arguments that become headers
    deprecated = ""  # what to use instead

    def __init__(self, client: Any) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> Any:
        """These operations, whose calls give the whole HTTP answer; its `parse()` is what they give otherwise."""
        return type(self)(self._client.with_raw_response)

    @property
    def with_streaming_response(self) -> Any:
        """These operations, for use in a `with`: the HTTP answer is there when its head is, and closed in the end."""
        return type(self)(self._client.with_streaming_response)

    @classmethod
    def rows(cls) -> Iterator[Operation]:
        """Yield the rows of this resource and of those inside it."""
        for value in list(vars(cls).values()):
            if isinstance(value, Operation):
                yield value
            elif isinstance(value, SubResource):
                for row in value.resolve(cls).operations():
                    yield row


class SubResource:
    """A resource inside a resource: `Sub("Threads")`, or `Sub("Chat", "chat")` from a sibling module."""

    __slots__ = ("target", "module", "name")

    def __init__(self, target: str, module: str = "") -> None:
        self.target = target
        self.module = module
        self.name = ""

    def __set_name__(self, owner: Type[Resource], name: str) -> None:
        self.name = name

    def resolve(self, owner: Type[Resource]) -> Type[Resource]:
        """Return the class meant, importing its module if need be."""
        package, _, own = owner.__module__.rpartition(".")
        found: Type[Resource] = import_name(package, self.module or own, self.target)
        return found

    def __get__(self, resource: Optional[Resource], owner: Any = None) -> Any:
        if resource is None:
            return self
        child = self.resolve(owner)(resource._client)
        resource.__dict__[self.name] = child
        return child


class Helper:
    """A function over the rows beside it, bound to the client: `Helper("webhooks", "unwrap")`, of ../helpers/."""

    __slots__ = ("module", "function")

    def __init__(self, module: str, function: str) -> None:
        self.module = module
        self.function = function

    def __get__(self, resource: Optional[Resource], owner: Any = None) -> Any:
        if resource is None:
            return self
        from functools import partial

        helpers = __name__.rpartition(".api.")[0] + ".helpers"
        return partial(import_name(helpers, self.module, self.function), resource._client)


def import_name(package: str, module: str, name: str) -> Any:
    """Import `package.module` and return its `name`; works under any package name and from a zip."""
    path = package + "." + module
    return getattr(__import__(path, globals(), None, [name]), name)
