# SPDX-License-Identifier: MIT
"""The attempts of one call of a client that a program has customized; each passes through the overridden methods.

The order is that of the official client: `_prepare_options`, `_build_request` with what it calls, `_prepare_request`,
`_send_request`, and after a failure `_should_retry`.
"""

from __future__ import annotations

import time

from ..call.prepare import prepare
from ..call.retry import RetryPolicy
from ..config.config import Config

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Tuple

    from ..call.api_errors import APIStatusError
    from ..call.message import Request


def find_attribute(client: Any, name: str) -> Any:
    """Return an attribute of a client's class as it is stored there."""
    return next((vars(cls)[name] for cls in type(client).__mro__ if name in vars(cls)), None)


def is_overridden(client: Any, name: str) -> bool:
    """Return whether a client has an attribute of its own instead of the one of its base class."""
    return name in client.__dict__ or find_attribute(client, name) is not client._overridable.get(name)


async def resolve(value: Any) -> Any:
    """Return a value, or what it gives when it is awaited."""
    return await value if hasattr(value, "__await__") else value


class _PolicyOfClient(RetryPolicy):
    """Retry policy that asks the methods of a client that a program overrides."""

    def __init__(self, policy: Any, attempts: Attempts) -> None:
        super().__init__(policy if isinstance(policy, int) else policy.max_retries)
        self._policy: Any = RetryPolicy(policy) if isinstance(policy, int) else policy
        self.budget, self.circuit_breaker = (getattr(policy, name, None) for name in ("budget", "circuit_breaker"))
        self._attempts = attempts

    def delay_after_error(self, error: BaseException, retries_taken: int) -> Any:
        """Return the delay in seconds before a retry after a connection failure, or None for no retry."""
        delay = self._policy.delay_after_error(error, retries_taken)
        return delay if delay is None else self._attempts.retry_delay(delay, self.max_retries - retries_taken, None)

    def delay_after_status(self, status: int, headers: Any, code: Any, received_at: float, retries_taken: int) -> Any:
        """Return the delay in seconds before a retry after an error status, or None for no retry."""
        delay = self._policy.delay_after_status(status, headers, code, received_at, retries_taken)
        if retries_taken >= self.max_retries or not self._attempts.should_retry(delay is not None, status, headers):
            return None
        delay = self.backoff_delay(retries_taken) if delay is None else delay
        return self._attempts.retry_delay(delay, self.max_retries - retries_taken, headers)


class Attempts:
    """The attempts of one call. `options` are those of the current attempt, made from a copy of `input_options`."""

    def __init__(
        self, client: Any, input_options: Any, stream_cls: Any, to_call: Callable[[Any], Tuple[Any, Any]]
    ) -> None:
        self.client = client
        self.input_options: Any = input_options
        self.options: Any = input_options
        self.stream_cls = stream_cls
        self.to_call = to_call  # (options) -> operation, arguments
        self.call: Any = None
        self.count: int = 0

    def ask(self, name: str, default: Any, *args: Any, **keywords: Any) -> Any:
        """Call a method of the client if it is overridden; otherwise return `default`."""
        return getattr(self.client, name)(*args, **keywords) if is_overridden(self.client, name) else default

    def stream_class(self, default: Any) -> Any:
        """Return the class of the call's stream: that of the program, or `default`."""
        cls = getattr(self.stream_cls, "__origin__", self.stream_cls)
        return cls if isinstance(cls, type) and issubclass(cls, default) else default

    def should_retry(self, decided: bool, status: int, headers: Any) -> bool:
        """Return whether to retry after an error status."""
        from ..call.message import Response

        response = Response(status, headers, (), lambda: None, 0.0)
        return bool(self.ask("_should_retry", decided, response))

    def retry_delay(self, delay: float, remaining: int, headers: Any) -> float:
        """Return the delay in seconds before a retry."""
        seconds: float = self.ask("_calculate_retry_timeout", delay, remaining, self.options, headers)
        return seconds

    def convert_error(self, error: APIStatusError) -> BaseException:
        """Return the error that a program makes of an error status."""
        made: BaseException = self.ask(
            "_make_status_error", error, str(error), body=error.body, response=error.response
        )
        return made

    def adjust(self, call: Any, transport: Any) -> Any:
        """Have the attempts of a prepared call pass through the methods of the client; return the transport to use."""
        self.call = call
        sign, sign_async = call.sign, getattr(call.provider, "sign_async", None)

        def sign_and_build(request: Request) -> Any:
            if self._begin(request):
                request = self._prepare_again(self.client._prepare_options(self.input_options.copy()))
            return self._build(request if sign is None else sign(request))

        async def sign_and_build_async(request: Request) -> Any:
            if self._begin(request):
                options = await resolve(self.client._prepare_options(self.input_options.copy()))
                request = self._prepare_again(options)
            signed: Any = request
            if sign is not None:
                signed = sign(request) if sign_async is None else sign_async(request)
            return await resolve(self._build(await resolve(signed)))

        call.sign = sign_and_build_async if self.client._is_async else sign_and_build
        if is_overridden(self.client, "_should_retry") or is_overridden(self.client, "_calculate_retry_timeout"):
            call.settings = call.settings.with_layer(Config(retry_policy=_PolicyOfClient(call.settings.retry, self)))
        if is_overridden(self.client, "_send_request"):
            return (_AsyncTransport if self.client._is_async else _Transport)(self.client)
        return transport

    def _begin(self, request: Request) -> bool:
        """Count an attempt, and return whether its options must be prepared: not the first time, nor to redirect."""
        if request is not self.call.request:
            return False
        self.count += 1
        return self.count > 1 and is_overridden(self.client, "_prepare_options")

    def _prepare_again(self, options: Any) -> Request:
        """Return the request of a further attempt. A body that is not in memory remains the same."""
        from ..api.response_views import RAW_RESPONSE_HEADER

        self.options = options
        operation, arguments = self.to_call(options)
        first: Request = self.call.request
        headers = dict(arguments.pop("extra_headers", None) or {})
        headers = {name: headers[name] for name in headers if name != RAW_RESPONSE_HEADER}
        arguments.pop("config", None)
        request = prepare(operation, self.call.settings, {**arguments, "extra_headers": headers}).request
        body, key = request.body, first.headers.get("Idempotency-Key")
        if not isinstance(body, (bytes, type(None))):
            getattr(body, "close", int)()
            body = first.body
            request.headers["Content-Type"] = first.headers["Content-Type"]
        if key is not None:
            request.headers["Idempotency-Key"] = key
        timeout = first.timeout if callable(request.timeout.deadline) else request.timeout
        return request.replace(body=body, timeout=timeout)

    def _build(self, request: Request) -> Any:
        """Return a signed request as the program changes it, or a coroutine that returns it."""
        self.options.request = request
        built = self.client._build_request(self.options, retries_taken=max(0, self.count - 1))
        prepared = self.client._prepare_request(built)
        return _after(prepared, built) if hasattr(prepared, "__await__") else built


async def _after(awaitable: Any, value: Any) -> Any:
    await awaitable
    return value


class _Transport:
    """Transport that calls the method `_send_request` of a client, which may return a response of another library."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def send(self, request: Request) -> Any:
        """Send a request; see `Transport.send`."""
        response = self._client._send_request(request, stream=True)
        return _take_apart(response, "iter_raw")


class _AsyncTransport(_Transport):
    async def send(self, request: Request) -> Any:
        """Send a request; see `AsyncTransport.send`."""
        response = await self._client._send_request(request, stream=True)
        return _take_apart(response, "aiter_raw")


def _take_apart(response: Any, iterate: str) -> Any:
    """Return status, headers, chunks of the body and the method that closes a response."""
    if hasattr(response, "raw_headers"):
        return response.status_code, response.raw_headers, response.detach_stream(), response.close
    close = response.aclose if iterate[0] == "a" else response.close
    return response.status_code, list(response.headers.multi_items()), getattr(response, iterate)(), close


def send_request(client: Any, request: Request) -> Any:
    """Send a request over the client's transport, and return the unread response, or a coroutine that returns it."""
    from ..call.drivers import build_response

    now = time.monotonic()
    result = (client._transport or client._transport_for(client._settings)).send(request)
    if not client._is_async:
        return _with_request(build_response(result, now), request)

    async def receive() -> Any:
        return _with_request(build_response(await result, now), request)

    return receive()


def _with_request(response: Any, request: Request) -> Any:
    response.request = request
    return response
