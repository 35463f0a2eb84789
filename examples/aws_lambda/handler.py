# SPDX-License-Identifier: MIT
"""An AWS Lambda function over the OpenAI API, behind API Gateway, a function URL or a load balancer.

    POST …/chat     {"prompt": "…"}   the answer
    POST …/stream   {"prompt": "…"}   the answer, or what had arrived of it when the time ran out
    POST …/webhook                    an event that OpenAI sends; its signature is checked

`lambda_handler` is the handler. An event without a path, such as one of the console, is the body of a chat.
"""

from __future__ import annotations

import json
import logging
import os
import ssl

from credentials import find_api_key

import openai_stdlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterable, Optional, Tuple, Union

    Event = Dict[str, Any]
    Response = Dict[str, Any]
    Content = Union[Dict[str, Any], Iterable[str]]  # of a response: JSON, or the parts of an event stream

MODEL = os.environ.get("OPENAI_MODEL", "gpt-4.1-mini")
RESERVED_SECONDS = 0.5  # of the remaining time: for the response, and for Lambda to pass it on

logger = logging.getLogger(__name__)

# What is made here is made once, for all invocations of an execution environment, and on a full processor: only while a
# function handles events, the size of its memory limits the processor. Therefore the modules for TLS and the
# certificates are loaded here too. Nothing connects yet: in a copy of a snapshot (SnapStart) a connection is dead.
client = openai_stdlib.OpenAI(
    api_key=find_api_key(),  # None: the client reads OPENAI_API_KEY
    transport=openai_stdlib.UrllibTransport(ssl_context=ssl.create_default_context()),
)


class Refused(Exception):
    """An event is refused with a status and a message for the caller."""


def lambda_handler(event: Event, context: Any) -> Response:
    """Handle an event in AWS's runtime for Python."""
    return handle(event, context, stream)


def handle(event: Event, context: Any, stream: Callable[[str, openai_stdlib.Timeout], Content]) -> Response:
    """Return the response to an event. Errors that nobody expects reach Lambda, which logs them and counts them."""
    try:
        return respond(200, dispatch(event, context, stream))
    except Refused as refused:
        status, message = refused.args
    except openai_stdlib.OpenAIError as error:
        # `summary` has the method, the URL, the status and the request id; no error of the library contains a key.
        logger.error("%s", getattr(error, "summary", error))
        status, message = explain(error)
    return respond(status, {"error": message})


def dispatch(event: Event, context: Any, stream: Callable[[str, openai_stdlib.Timeout], Content]) -> Content:
    """Return the content of the response to an event. Raises Refused or OpenAIError."""
    method, path = read_route(event)
    if path is None:
        return chat(read_prompt(event), read_time(context))
    name = path.rstrip("/").rpartition("/")[2]  # without the stage of API Gateway, which may be in front of it
    if name not in ("chat", "stream", "webhook"):
        raise Refused(404, "there is nothing at this path; use /chat, /stream or /webhook")
    if method != "POST":
        raise Refused(405, "use POST")
    body = read_body(event)
    if name == "webhook":
        return receive_webhook(body, read_headers(event))
    prompt, timeout = read_prompt(parse_json(body)), read_time(context)
    return chat(prompt, timeout) if name == "chat" else stream(prompt, timeout)


def chat(prompt: str, timeout: openai_stdlib.Timeout) -> Dict[str, Any]:
    """Return an answer, with the reason for which it ended: "stop", "length" …"""
    completion = client.chat.completions.create(
        model=MODEL, messages=[{"role": "user", "content": prompt}], timeout=timeout
    )
    choice = completion.choices[0]
    return {"text": choice.message.content or "", "finish_reason": choice.finish_reason}


def stream(prompt: str, timeout: openai_stdlib.Timeout) -> Dict[str, Any]:
    """Return an answer that is read as a stream, or its beginning if the time runs out or the connection breaks.

    AWS's runtime for Python sends a response as a whole (for one that does not, see streaming_runtime.py). A stream is
    useful all the same: the caller gets a part of a long answer instead of an error. `finish_reason` of a part is None.
    """
    chunks, finish_reason = [], None
    try:
        with client.chat.completions.create(
            model=MODEL, messages=[{"role": "user", "content": prompt}], stream=True, timeout=timeout
        ) as events:
            for event in events:
                for choice in event.choices:
                    chunks.append(choice.delta.content or "")
                    finish_reason = choice.finish_reason or finish_reason
    except (openai_stdlib.APITimeoutError, openai_stdlib.IncompleteStreamError) as error:
        if not any(chunks):
            raise
        logger.warning("%s", error.summary)
    return {"text": "".join(chunks), "finish_reason": finish_reason}


def receive_webhook(body: bytes, headers: Dict[str, str]) -> Dict[str, Any]:
    """Check the signature of a webhook, and act on its event. Raises Refused for a wrong one."""
    try:
        event = client.webhooks.unwrap(body, headers)
    except openai_stdlib.ConfigError:  # also a ValueError: OPENAI_WEBHOOK_SECRET is missing or malformed
        raise
    except ValueError as error:
        logger.warning("webhook refused: %s", error)
        raise Refused(400, "the signature is missing or wrong") from None  # what exactly is nobody's business
    # OpenAI repeats a webhook until it gets a 2xx status: whatever takes long, or must happen only once, belongs in a
    # queue, with the header webhook-id as the key.
    logger.info("webhook: %s", event.to_json())
    return {"received": event.type}


def read_time(context: Any) -> openai_stdlib.Timeout:
    """Return the timeouts for a call that has to end before Lambda ends the invocation. Raises Refused.

    The deadline covers connecting, all retries, and reading the whole stream.
    """
    seconds = context.get_remaining_time_in_millis() / 1000 - RESERVED_SECONDS
    if seconds <= 0:
        raise Refused(504, "out of time: nothing was sent; give the function a longer timeout")
    return openai_stdlib.Timeout(client.timeout, deadline=seconds)


def explain(error: Exception) -> Tuple[int, str]:
    """Return the status and the message for the caller of an error that is not the caller's business in detail."""
    if isinstance(error, openai_stdlib.APITimeoutError):
        return 504, "out of time: no complete answer; ask for less, or give the function a longer timeout"
    if isinstance(error, openai_stdlib.BadRequestError):
        return 400, "the model cannot answer this prompt; see the log of the function"
    if isinstance(error, openai_stdlib.RateLimitError) and error.code != "insufficient_quota":
        return 429, "too many requests; try again later"
    if isinstance(error, (openai_stdlib.APIConnectionError, openai_stdlib.InternalServerError)):
        return 502, "the model cannot be reached; try again later"
    return 500, "the function has a problem of its own; see its log"  # a wrong key, no quota, an unknown model …


def read_route(event: Any) -> Tuple[str, Optional[str]]:
    """Return the method and the path of an HTTP event; the path is None for other events."""
    if not isinstance(event, dict):
        return "", None
    http = (event.get("requestContext") or {}).get("http")
    if http:  # HTTP APIs and function URLs: payload format 2.0
        return http["method"], event["rawPath"]
    return event.get("httpMethod", ""), event.get("path")  # REST APIs and load balancers: format 1.0


def read_headers(event: Event) -> Dict[str, str]:
    """Return the header fields. A load balancer may send lists instead; of a repeated field the last one counts."""
    headers = event.get("headers")
    if headers is None:
        headers = {name: values[-1] for name, values in (event.get("multiValueHeaders") or {}).items()}
    return headers


def read_body(event: Event) -> bytes:
    """Return the body as it was sent: a signature is that of these bytes. Raises Refused."""
    body = event.get("body") or ""
    if not event.get("isBase64Encoded"):
        return body.encode("utf-8", "surrogatepass")
    import base64

    try:
        return base64.b64decode(body, validate=True)
    except ValueError:
        raise Refused(400, "the body is not base64, although the event says so") from None


def parse_json(body: bytes) -> Any:
    """Return the value of a JSON body. Raises Refused."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise Refused(400, "the body is not JSON") from None


def read_prompt(content: Any) -> str:
    """Return the prompt. Raises Refused."""
    prompt = content.get("prompt") if isinstance(content, dict) else None
    if not isinstance(prompt, str) or not prompt.strip():
        raise Refused(400, 'the body needs a prompt: {"prompt": "…"}')
    return prompt


def respond(status: int, content: Content) -> Response:
    """Return a response that API Gateway, function URLs and load balancers understand."""
    is_json = isinstance(content, dict)
    return {
        "statusCode": status,
        "headers": {"content-type": "application/json" if is_json else "text/event-stream"},
        "body": json.dumps(content) if is_json else content,
        "isBase64Encoded": False,
    }
