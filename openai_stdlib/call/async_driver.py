# SPDX-License-Identifier: MIT
"""The loop that performs the effects of exchange.py with an async transport; see drivers.py."""

from __future__ import annotations

import sys
import time

from .drivers import BodyBuffer, build_response, explain_import_error, log_module, prepare_sleep, should_stop_reading
from .errors import clear_traceback_frames, is_shutting_down, shutdown_error
from .exchange import Discard, Read, Send, Sign, Sleep

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Generator, Optional, TypeVar

    from .drivers import Deadline
    from .exchange import Effect
    from .message import Response

    T = TypeVar("T")


async def drive_async(flow: Generator[Effect, Any, T], transport: Any, deadline: Deadline) -> T:
    """Run the generator `flow` like `drive`, with an async transport. Cancellation closes the open response."""
    from asyncio import sleep

    response: Optional[Response] = None
    result: Any
    try:
        effect = next(flow)
        while True:
            result = None
            try:
                if isinstance(effect, Send):
                    now = time.monotonic()
                    result = response = build_response(await transport.send(deadline.apply_to(effect.request)), now)
                    if "logging" in sys.modules:
                        log_module().log_response(effect.request, response)
                elif isinstance(effect, Read):
                    result = await read_body_async(effect, deadline)
                elif isinstance(effect, Sleep):
                    prepare_sleep(effect, deadline)
                    await getattr(transport, "sleep_in_call", sleep)(effect.seconds)
                elif isinstance(effect, Sign):
                    result = effect.sign(effect.request)
                    if hasattr(result, "__await__"):
                        result = await getattr(transport, "sign_in_call", _pass)(result)
                elif isinstance(effect, Discard):
                    effect.response.chunks = ()
                    await effect.response.close()
            except Exception as error:
                if isinstance(effect, Send) and "logging" in sys.modules:
                    log_module().log_failure(effect.request, error)
                effect = flow.throw(deadline.name_in(error))
            else:
                effect = flow.send(result)
    except StopIteration as stop:
        returned: T = stop.value
        return returned
    except BaseException as error:
        flow.close()
        if response is not None:
            await response.close()
        result = None  # may be the unmasked body of an error, which a traceback with local variables would show
        clear_traceback_frames(error)
        if isinstance(error, ImportError):
            explain_import_error(error)
        if isinstance(error, RuntimeError) and is_shutting_down():  # transports may need threads
            raise shutdown_error() from error
        raise


def _pass(value: Any) -> Any:
    return value


async def read_body_async(effect: Read, deadline: Deadline) -> bytes:
    """Read the body of an async transport's response, at most to the effect's limit, and close the response."""
    body = BodyBuffer()
    response = effect.response
    try:
        async for chunk in response.chunks:
            deadline.remaining()
            if should_stop_reading(effect, body.append(chunk)):
                break
    finally:
        response.chunks, response.finished_at = (), time.monotonic()
        await response.close()
    return body.join()
