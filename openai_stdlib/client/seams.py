# SPDX-License-Identifier: MIT
"""Methods of the client that subclasses override, and that instrumentations wrap, under their official names.

A client that overrides none of them never loads this module. Otherwise each call passes through `request`, with
FinalRequestOptions that say what is sent, and then through the other methods, in the order of the official client.
"""

from __future__ import annotations

from ..api.custom import custom_request
from ..api.response_views import RAW_RESPONSE_HEADER
from ..call.api_errors import APIStatusError
from ..call.prepare import ordered_fields
from ..call.response_errors import error_class
from ..call.retry import RetryPolicy, parse_retry_after
from ..call.sentinels import SENTINEL_TYPES, is_given
from ..call.url import expand
from ..config.config import Config
from .request_options import FinalRequestOptions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Tuple

    from ..api.operation import Operation
    from ..call.message import Request, Response

OPTIONS = ("extra_headers", "extra_query", "extra_body", "timeout")
KEPT = ("config",)  # arguments of a call that are no field of the request


def has_official_signature(client: Any) -> bool:
    """Return whether an override of `request` takes a type and options, not a method and a path."""
    request = client.__dict__.get("request") or _find_attribute(client, "request")
    code = getattr(request, "__code__", None)
    if code is None or code is client._seams["request"].__code__:  # wrapped
        return True
    return "method" not in code.co_varnames[: code.co_argcount]


def is_request_overridden(client: Any) -> bool:
    """Return whether the program has replaced or wrapped `request`, of the class or of the client."""
    return "request" in client.__dict__ or _find_attribute(client, "request") is not client._seams["request"]


def call(client: Any, operation: Operation, arguments: Dict[str, Any]) -> Any:
    """Make a call through the overridden methods of a client. Returns a coroutine for an async client."""
    options = describe_call(operation, arguments)
    stream = operation.response_type == "events" or arguments.get("stream") is True
    stream_cls = stream_class(client) if stream or operation.stream else None
    cast_to = result_type(client, operation)
    if is_request_overridden(client) and has_official_signature(client):
        return client.request(cast_to, options, stream=stream, stream_cls=stream_cls)
    return send(client, cast_to, options, stream, stream_cls)


def describe_call(operation: Operation, arguments: Dict[str, Any]) -> FinalRequestOptions:
    """Return the options of a call. Raises ArgumentError for missing arguments, PathError for wrong ids."""
    arguments = {name: value for name, value in arguments.items() if type(value) not in SENTINEL_TYPES}
    operation.check(arguments)
    kept = set(operation.path_names) | set(operation.headers.split()) | set(operation.query.split()) | set(KEPT)
    fields = {name: value for name, value in arguments.items() if name not in kept and name not in OPTIONS}
    fields = ordered_fields(operation, fields)
    is_body = operation.method == "POST"
    options = FinalRequestOptions(
        method=operation.method.lower(),
        url=expand(operation.path, operation.path_names, arguments) if operation.path_names else operation.path,
        params=dict(arguments.get("extra_query") or {})
        if is_body
        else {**fields, **(arguments.get("extra_query") or {})},
        json_data=fields if is_body and not operation.is_custom else getattr(operation, "body", None),
        extra_json=arguments.get("extra_body"),
        operation=operation,
        arguments={name: arguments[name] for name in kept if name in arguments},
    )
    for name, argument in (("headers", "extra_headers"), ("timeout", "timeout")):
        if argument in arguments:
            setattr(options, name, arguments[argument])
    if operation.is_custom and arguments.get("stream") is True:
        options.arguments["stream"] = True
    return options


def to_call(options: Any, cast_to: Any, stream: bool, stream_cls: Any) -> Tuple[Any, Dict[str, Any]]:
    """Return the operation and the arguments that options describe, with all that a program has changed in them."""
    headers = dict(options.headers) if is_given(options.headers) and options.headers else {}
    if options.idempotency_key is not None:
        headers.setdefault("Idempotency-Key", options.idempotency_key)
    operation = options.operation
    if operation is None:
        given = {"headers": headers, "params": options.params, "extra_json": options.extra_json}
        if is_given(options.timeout):
            given["timeout"] = options.timeout
        return custom_request(
            options.method, options.url, cast_to=cast_to, body=options.json_data, content=options.content,
            files=options.files, options=given, stream=stream, stream_cls=stream_cls, config_type=Config,
        )  # fmt: skip
    arguments = dict(options.arguments)
    if operation.is_custom:
        operation.body = options.json_data
        arguments["extra_query"] = options.params
    elif operation.method == "POST":
        arguments.update(options.json_data or {})
        arguments["extra_query"] = options.params
    else:
        arguments.update(options.params or {})
    if options.extra_json is not None:
        arguments["extra_body"] = options.extra_json
    if headers:
        arguments["extra_headers"] = headers
    if is_given(options.timeout):
        arguments["timeout"] = options.timeout
    if is_given(options.max_retries):
        arguments["config"] = Config(max_retries=options.max_retries)
    return operation, {name: value for name, value in arguments.items() if value is not None or name == "timeout"}


def result_type(client: Any, operation: Any) -> Any:
    """Return the type of an operation's result, the `cast_to` of the official client."""
    if operation.is_custom:
        return getattr(operation, "cast_to", None)
    kinds = {"binary": "BinaryContent", "text": "str", "nothing": "NoneType"}
    if operation.response_type in kinds:
        from ..results.binary import BinaryContent

        return {"binary": BinaryContent, "text": str, "nothing": type(None)}[operation.response_type]
    from ..results import models, pages
    from ..results.objects import APIObject

    try:
        model: Any = models.find_model(operation.returns, operation.model_package)
    except LookupError:
        model = APIObject
    return getattr(pages, (client._class_prefix or "Sync") + operation.page)[model] if operation.page else model


def stream_class(client: Any) -> Any:
    """Return the class of the streams of a client."""
    if client._is_async:
        from ..results.async_stream import AsyncStream

        return AsyncStream
    from ..results.stream import Stream

    return Stream


class _PolicyOfClient(RetryPolicy):
    """Retry policy that asks the methods of a client that a program overrides."""

    def __init__(self, policy: Any, seams: Seams) -> None:
        super().__init__(policy if isinstance(policy, int) else policy.max_retries)
        self._policy: Any = RetryPolicy(policy) if isinstance(policy, int) else policy
        self._seams = seams

    def delay_after_error(self, error: BaseException, retries_taken: int) -> Any:
        """Return the delay in seconds before a retry after a connection failure, or None for no retry."""
        delay = self._policy.delay_after_error(error, retries_taken)
        return delay if delay is None else self._seams.retry_delay(delay, self.max_retries - retries_taken, None)

    def delay_after_status(self, status: int, headers: Any, code: Any, received_at: float, retries_taken: int) -> Any:
        """Return the delay in seconds before a retry after an error status, or None for no retry."""
        delay = self._policy.delay_after_status(status, headers, code, received_at, retries_taken)
        if retries_taken >= self.max_retries or not self._seams.should_retry(delay is not None, status, headers):
            return None
        delay = self.backoff_delay(retries_taken) if delay is None else delay
        return self._seams.retry_delay(delay, self.max_retries - retries_taken, headers)


class Seams:
    """The overridden methods of a client, for one call."""

    def __init__(self, client: Any, options: Any, stream_cls: Any) -> None:
        self.client = client
        self.options = options
        self.stream_cls = stream_cls

    def is_overridden(self, name: str) -> bool:
        """Return whether the client has an attribute of its own instead of the one of its base class."""
        return name in self.client.__dict__ or _find_attribute(self.client, name) is not self.client._seams.get(name)

    def ask(self, name: str, default: Any, *args: Any, **keywords: Any) -> Any:
        """Call a method of the client if it is overridden; otherwise return `default`."""
        return getattr(self.client, name)(*args, **keywords) if self.is_overridden(name) else default

    def stream_class(self, default: Any) -> Any:
        """Return the class of the call's stream: that of the program, or `default`."""
        cls = getattr(self.stream_cls, "__origin__", self.stream_cls)
        return cls if isinstance(cls, type) and issubclass(cls, default) else default

    def should_retry(self, decided: bool, status: int, headers: Any) -> bool:
        """Return whether to retry after an error status."""
        from ..call.message import Response

        response = Response(status, headers, (), lambda: None, 0.0) if self.is_overridden("_should_retry") else None
        return bool(self.ask("_should_retry", decided, response))

    def retry_delay(self, delay: float, remaining: int, headers: Any) -> float:
        """Return the delay in seconds before a retry."""
        seconds: float = self.ask("_calculate_retry_timeout", delay, remaining, self.options, headers)
        return seconds

    def adjust(self, call: Any) -> None:
        """Have the attempts of a prepared call pass through the methods of the client."""
        sign, sign_async = call.sign, getattr(call.provider, "sign_async", None)
        is_async = self.client._is_async

        def sign_and_build(request: Request) -> Any:
            return self._build(request if sign is None else sign(request))

        async def sign_and_build_async(request: Request) -> Any:
            signed = request
            if sign is not None:
                signed = sign(request) if sign_async is None else sign_async(request)
            return await _resolve(self._build(await _resolve(signed)))

        call.sign = sign_and_build_async if is_async else sign_and_build
        if self.is_overridden("_should_retry") or self.is_overridden("_calculate_retry_timeout"):
            call.settings = call.settings.with_layer(Config(retry_policy=_PolicyOfClient(call.settings.retry, self)))

    def _build(self, request: Request) -> Any:
        """Return a signed request as the program changes it, or a coroutine that returns it."""
        request = request.replace(headers=type(request.headers)(request.headers))
        if self.is_overridden("auth_headers") and self.client.auth_headers:
            request.headers.pop("Authorization", None)
            request.headers.update(self.client.auth_headers)
        if self.is_overridden("default_headers"):
            defaults = {name: value for name, value in self.client.default_headers.items() if isinstance(value, str)}
            request = request.replace(headers=type(request.headers)(defaults).merged(request.headers))
        self.options.request = request
        self.ask("_validate_headers", None, request.headers, getattr(self.options, "headers", None) or {})
        built = self.ask("_build_request", request, self.options)
        prepared = self.ask("_prepare_request", None, built)
        return _after(prepared, built) if hasattr(prepared, "__await__") else built

    def convert_error(self, error: APIStatusError) -> BaseException:
        """Return the error that a program makes of an error status."""
        made: BaseException = self.ask(
            "_make_status_error", error, str(error), body=error.body, response=error.response
        )
        return made


def _find_attribute(client: Any, name: str) -> Any:
    """Return an attribute of a client's class as it is stored there."""
    return next((vars(cls)[name] for cls in type(client).__mro__ if name in vars(cls)), None)


def should_retry(client: Any, response: Any) -> bool:
    """Return whether the client retries a call whose response has an error status."""
    from time import time

    retry = client.settings.retry
    policy = RetryPolicy(1, retry_statuses=getattr(retry, "retry_statuses", (408, 409, 429)))
    return policy.delay_after_status(response.status_code, response.headers, None, time(), 0) is not None


def retry_delay(client: Any, remaining_retries: int, options: Any, headers: Any) -> float:
    """Return the delay in seconds before a retry."""
    from time import time

    retry_after = None if headers is None else parse_retry_after(headers, time())
    if retry_after is not None and 0 < retry_after <= 60:
        return retry_after
    max_retries = options.get_max_retries(client.max_retries)
    return RetryPolicy().backoff_delay(max(0, max_retries - remaining_retries))


def make_status_error(message: str, body: Any, response: Any) -> APIStatusError:
    """Return the error of an error status."""
    return error_class(response.status_code)(message, response=response, body=body)


async def _after(awaitable: Any, value: Any) -> Any:
    await awaitable
    return value


async def _resolve(value: Any) -> Any:
    return await value if hasattr(value, "__await__") else value


def _bind(seams: Seams, cast_to: Any, stream: bool) -> Tuple[Any, Dict[str, Any], Any, bool]:
    """Return operation and arguments of a call, the class of its response if it asks for one, and whether to read."""
    client, options = seams.client, seams.options
    operation, arguments = to_call(options, cast_to, stream, seams.stream_cls)
    operation = operation.copy_for(operation.owner)
    operation.seams = seams
    if RAW_RESPONSE_HEADER in (arguments.get("extra_headers") or ()):
        from .response_calls import pop_response_class

        return (operation, arguments, *pop_response_class(operation, arguments, client._is_async))
    return operation, arguments, None, True


def _finish(seams: Seams, executed: Any, response_class: Any, cast_to: Any, stream: bool) -> Any:
    client, options = seams.client, seams.options

    def make_result() -> Any:
        if response_class is None:
            return client._build_result(*executed)
        response = response_class(client, *executed)
        response.set_default_type(cast_to)
        return response

    options.finish = make_result
    response: Response = executed[1]
    return client._process_response(
        cast_to=cast_to, options=options, response=response, stream=stream, stream_cls=seams.stream_cls,
        retries_taken=getattr(response, "retries_taken", 0),
    )  # fmt: skip


def send(client: Any, cast_to: Any, options: Any, stream: bool, stream_cls: Any) -> Any:
    """Send the request that options describe, and return its result; a coroutine for an async client."""
    if client._is_async:
        return _send_async(client, cast_to, options, stream, stream_cls)
    options = client._prepare_options(options)
    seams = Seams(client, options, stream_cls)
    operation, arguments, response_class, read_body = _bind(seams, cast_to, stream)
    try:
        executed = client._execute(operation, arguments, read_body)
    except APIStatusError as error:
        made = seams.convert_error(error)
        if made is error:
            raise
        raise made from None
    return _finish(seams, executed, response_class, cast_to, stream)


async def _send_async(client: Any, cast_to: Any, options: Any, stream: bool, stream_cls: Any) -> Any:
    options = await _resolve(client._prepare_options(options))
    seams = Seams(client, options, stream_cls)
    operation, arguments, response_class, read_body = _bind(seams, cast_to, stream)
    try:
        executed = await client._execute(operation, arguments, read_body)
    except APIStatusError as error:
        made = seams.convert_error(error)
        if made is error:
            raise
        raise made from None
    return await _resolve(_finish(seams, executed, response_class, cast_to, stream))
