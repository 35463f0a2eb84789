# SPDX-License-Identifier: MIT
"""A runtime that sends responses while a handler produces them, which AWS's runtime client for Python does not do.

It speaks the Runtime API of Lambda. A handler returns a dict with statusCode, headers and body, as for API Gateway; the
body may also be an iterator of text. The function needs a URL with the invoke mode RESPONSE_STREAM, and the environment
variable AWS_LAMBDA_EXEC_WRAPPER=/var/task/start_streaming.
"""

from __future__ import annotations

import base64
import json
import logging
import os
import sys
import time
import traceback
from http.client import HTTPConnection
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from http.client import HTTPMessage
    from typing import Any, Callable, Dict, Optional, Tuple

    Function = Callable[[Any, "Context"], Dict[str, Any]]

API = "/2018-06-01/runtime/"
ERROR_TYPE, ERROR_BODY = "Lambda-Runtime-Function-Error-Type", "Lambda-Runtime-Function-Error-Body"


class Context:
    """What a handler knows about an invocation: the part of AWS's context that this example needs."""

    def __init__(self, headers: HTTPMessage) -> None:
        self.aws_request_id: str = headers["Lambda-Runtime-Aws-Request-Id"]
        self.invoked_function_arn: Optional[str] = headers.get("Lambda-Runtime-Invoked-Function-Arn")
        self._deadline_ms = int(headers["Lambda-Runtime-Deadline-Ms"])

    def get_remaining_time_in_millis(self) -> int:
        """Return the milliseconds until Lambda ends the invocation."""
        return max(0, self._deadline_ms - int(time.time() * 1000))


def main() -> None:
    """Handle events until Lambda ends the process."""
    logging.basicConfig(stream=sys.stdout, format="[%(levelname)s]\t%(message)s")
    try:
        function = find_handler(os.environ["_HANDLER"])
    except Exception as error:
        post(API + "init/error", describe(error), {ERROR_TYPE: type(error).__name__})
        raise
    if os.environ.get("AWS_LAMBDA_INITIALIZATION_TYPE") == "snap-start":
        get(API + "restore/next")  # responds in each copy of the snapshot
    while True:
        handle_next(function)


def find_handler(name: str) -> Function:
    """Return the handler of a name like `module.function`."""
    module, _, attribute = name.rpartition(".")
    function: Function = getattr(import_module(module.replace("/", ".")), attribute)
    return function


def handle_next(function: Function) -> None:
    """Wait for an event, have it handled, and send the response while it is produced."""
    headers, body = get(API + "invocation/next")
    context = Context(headers)
    os.environ["_X_AMZN_TRACE_ID"] = headers.get("Lambda-Runtime-Trace-Id") or ""
    path = API + "invocation/" + context.aws_request_id
    try:
        result = function(json.loads(body), context)
    except Exception as error:
        post(path + "/error", describe(error), {ERROR_TYPE: type(error).__name__})
        return
    send_response(path + "/response", result)


def send_response(path: str, result: Dict[str, Any]) -> None:
    """Send a response in chunks: status and headers as JSON, eight zero bytes, and the body."""
    connection = connect()
    try:
        connection.putrequest("POST", path, skip_accept_encoding=True)
        connection.putheader("Content-Type", "application/vnd.awslambda.http-integration-response")
        connection.putheader("Lambda-Runtime-Function-Response-Mode", "streaming")
        connection.putheader("Transfer-Encoding", "chunked")
        connection.putheader("Trailer", "{}, {}".format(ERROR_TYPE, ERROR_BODY))
        connection.endheaders()
        head = {"statusCode": result["statusCode"], "headers": result["headers"]}
        send_chunk(connection, json.dumps(head).encode() + bytes(8))
        trailers = send_body(connection, result["body"])
        lines = ["{}: {}\r\n".format(name, value) for name, value in trailers.items()]
        connection.send("0\r\n{}\r\n".format("".join(lines)).encode("ascii"))
        connection.getresponse().read()
    finally:
        connection.close()


def send_body(connection: HTTPConnection, body: Any) -> Dict[str, str]:
    """Send the body. Returns the trailers that tell Lambda about an error in the middle of it."""
    parts = iter([body] if isinstance(body, str) else body)
    try:
        while True:
            try:
                part = next(parts, None)
            except Exception as error:
                content = base64.b64encode(describe(error)).decode("ascii")
                return {ERROR_TYPE: type(error).__name__, ERROR_BODY: content}
            if part is None:
                return {}
            send_chunk(connection, part.encode())
    finally:
        getattr(parts, "close", int)()  # ends the answer if Lambda takes no more of it


def send_chunk(connection: HTTPConnection, data: bytes) -> None:
    """Send one chunk of a body (RFC 9112 §7.1). An empty one would end the body."""
    if data:
        connection.send(b"%x\r\n%b\r\n" % (len(data), data))


def describe(error: Exception) -> bytes:
    """Log an error, and return what Lambda is told about it. ASCII, so that nothing can fail here."""
    traceback.print_exc()
    return json.dumps({"errorMessage": str(error), "errorType": type(error).__name__}).encode()


def get(path: str) -> Tuple[HTTPMessage, bytes]:
    """Return the headers and the body of a response. There is no timeout: the next event may come at any time."""
    connection = connect()
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.headers, response.read()
    finally:
        connection.close()


def post(path: str, body: bytes, headers: Dict[str, str]) -> None:
    """Send something to the Runtime API."""
    connection = connect()
    try:
        connection.request("POST", path, body, {"Content-Type": "application/json", **headers})
        connection.getresponse().read()
    finally:
        connection.close()


def connect() -> HTTPConnection:
    """Return a connection to the Runtime API. Each is used once: Lambda requires it after a streamed response."""
    return HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])


if __name__ == "__main__":
    main()
