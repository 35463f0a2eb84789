# SPDX-License-Identifier: MIT
"""The server for third-party programs: the embedded server, which calls tools without being asked to.

* A chat completion or response to a request with tools calls the first function, once for each message of the user;
  then it answers. If a call is required, it calls the next function each time, the last one again and again: agents
  end with their last function.
* In JSON mode, the answer fits the JSON schema in the messages, if there is one.
* A request for the model "error-429" is answered with this status; the same for other statuses. The client may retry at
  once.

What else decides a response is in docs/testing.md.
"""

from __future__ import annotations

import json
import re
from typing import Any, Dict, List, Optional

from openai_stdlib.testing import EmbeddedServer
from openai_stdlib.testing.faults import Fault
from openai_stdlib.testing.recorded_request import RecordedRequest
from openai_stdlib.testing.request_reader import RequestBodyReader
from openai_stdlib.testing.server_responses import ServerResponse

Object = Dict[str, Any]
_ERROR_MODEL = re.compile(r"error-([45]\d\d)")
USE_TOOL = "use the tool"  # the embedded server then calls the first function


class EcosystemServer(EmbeddedServer):
    """An embedded server for programs that somebody else has written."""

    def _dispatch(self, request: RecordedRequest, body: RequestBodyReader) -> ServerResponse:
        params = parse_object(bytes(body.content))
        error = _ERROR_MODEL.fullmatch(str(params.get("model")))
        if error is not None:
            fault = Fault("status={}; retry-after-ms=1".format(error.group(1)))
            response = fault.replacement_response()
            if response is not None:
                response.headers.update(fault.extra_headers())
                return response
        if params.get("response_format") == {"type": "json_object"}:
            schema = find_schema(params.get("messages"))
            if schema is not None:
                params["response_format"] = {"type": "json_schema", "json_schema": {"name": "answer", "schema": schema}}
                body.content[:] = json.dumps(params).encode("ascii")
        key = "messages" if request.path.endswith("/chat/completions") else "input"
        if params.get("tools") and request.path.endswith(("/chat/completions", "/responses")):
            body.content[:] = json.dumps(choose_tool(params, key)).encode("ascii")
        return super()._dispatch(request, body)


def parse_object(body: bytes) -> Object:
    """Return the object in a JSON body, or an empty one."""
    try:
        value = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def find_schema(messages: Any) -> Optional[Object]:
    """Return the first JSON schema in the text of messages, where some programs put it, or None."""
    text = "\n".join(str(message.get("content")) for message in messages or [])
    position = text.find("{")
    while position >= 0:
        try:
            value = json.JSONDecoder().raw_decode(text, position)[0]
        except ValueError:
            value = None
        if isinstance(value, dict) and "properties" in value:
            return value
        position = text.find("{", position + 1)
    return None


def choose_tool(params: Object, key: str) -> Object:
    """Return parameters for which the embedded server calls the right function, or none."""
    items = params.get(key)
    items = [{"role": "user", "content": items}] if isinstance(items, str) else list(items or [])
    tools = [tool for tool in params["tools"] if isinstance(tool, dict) and tool.get("type") == "function"]
    tool = select_tool(tools, params.get("tool_choice"), count_results(items))
    if tool is None:
        return dict(params, tool_choice="none")
    return dict(params, tools=[tool], tool_choice="required", **{key: items + [{"role": "user", "content": USE_TOOL}]})


def count_results(items: List[Object]) -> int:
    """Return the number of tools' results after the last message of the user."""
    count = 0
    for item in reversed(items):
        if item.get("role") == "user":
            break
        count += item.get("role") == "tool" or item.get("type") == "function_call_output"
    return count


def select_tool(tools: List[Object], choice: Any, results: int) -> Optional[Object]:
    """Return the tool to call, or None."""
    if isinstance(choice, dict) and choice.get("type") == "function":
        name = (choice.get("function") or choice).get("name")
        return next((tool for tool in tools if (tool.get("function") or tool).get("name") == name), None)
    if not tools or choice == "none" or (results and choice != "required"):
        return None
    return tools[min(results, len(tools) - 1)]
