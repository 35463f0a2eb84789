# SPDX-License-Identifier: MIT
"""What a tool runner accepts: items of responses, results of functions, and saved histories. No I/O.

The functions raise ValueError. A runner executes nothing that it doesn't understand completely.
"""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Set

# Type of an item that the server executed -> types of the tools that it can come from.
SERVER_ITEMS = {
    "web_search_call": {
        "web_search",
        "web_search_2025_08_26",
        "web_search_preview",
        "web_search_preview_2025_03_11",
    },
    "file_search_call": {"file_search"},
    "code_interpreter_call": {"code_interpreter"},
    "image_generation_call": {"image_generation"},
    "mcp_call": {"mcp"},
    "mcp_list_tools": {"mcp"},
    "mcp_approval_request": {"mcp"},
}
SERVER_TOOLS = frozenset().union(*SERVER_ITEMS.values())
TEXT, LIST, OBJECT, OPTIONAL_TEXT, OPTIONAL_LIST = (str,), (list,), (dict,), (str, type(None)), (list, type(None))
# The fields without which an item cannot be sent again.
REQUIRED: Dict[str, Dict[str, Any]] = {
    "web_search_call": {"id": TEXT, "action": OBJECT, "status": TEXT},
    "file_search_call": {"id": TEXT, "queries": LIST, "results": OPTIONAL_LIST, "status": TEXT},
    "code_interpreter_call": {"id": TEXT, "container_id": TEXT, "code": OPTIONAL_TEXT, "outputs": OPTIONAL_LIST},
    "image_generation_call": {"id": TEXT, "result": OPTIONAL_TEXT, "status": TEXT},
    "mcp_call": {"id": TEXT, "name": TEXT, "arguments": TEXT, "output": OPTIONAL_TEXT},
    "mcp_list_tools": {"id": TEXT, "tools": LIST},
    "mcp_approval_request": {"id": TEXT, "name": TEXT, "arguments": TEXT},
    "reasoning": {"id": TEXT, "summary": LIST, "encrypted_content": OPTIONAL_TEXT},
    "compaction": {"encrypted_content": TEXT},
    "message": {"content": (str, list)},
}
MAY_BE_ABSENT = {"results", "output", "encrypted_content"}
BLOCK_FIELDS = {
    "input_text": ("text",),
    "input_image": ("file_id", "image_url", "detail"),
    "input_file": ("file_data", "file_id", "file_url", "filename", "detail"),
}
# One of these fields says what a block shows; a text may be empty.
BLOCK_SOURCES = {"input_image": ("image_url", "file_id"), "input_file": ("file_data", "file_id", "file_url")}
DETAILS = {"input_image": (None, "auto", "low", "high", "original"), "input_file": ("auto", "low", "high")}
# Parameters of URLs, without hyphens and underscores.
SECRET_PARAMETERS = frozenset(
    (
        "apikey", "accesstoken", "refreshtoken", "sessiontoken", "sessionid", "idtoken", "authtoken", "authorization",
        "token", "password", "clientsecret", "signingsecret", "sig", "signature", "xgoogsignature", "xgoogcredential",
        "xamzsecuritytoken", "xamzsignature", "xamzcredential",
    )
)  # fmt: skip
CALLS = {"function_call": "function_call_output", "computer_call": "computer_call_output"}


def copy_json(value: Any) -> Any:
    """Return a copy that shares nothing with the value. Raises ValueError for what isn't plain JSON."""
    if value is None or type(value) in (str, bool, int):
        return value
    if type(value) is float and value == value and value not in (float("inf"), float("-inf")):
        return value
    if type(value) is list:
        return [copy_json(item) for item in value]
    if isinstance(value, dict) and all(type(key) is str for key in value):
        return {key: copy_json(item) for key, item in value.items()}
    raise ValueError("expected plain JSON, got {}".format(type(value).__name__))


def to_input_item(item: Any) -> Dict[str, Any]:
    """Return an item of a response as an item of the next input."""
    data: Dict[str, Any] = item.to_dict()
    data.pop("created_by", None)
    if data.get("type") == "function_call":
        data.pop("parsed_arguments", None)
        if data.get("id", "") is None:
            del data["id"]
    for part in data.get("content") or () if data.get("type") == "message" else ():
        if isinstance(part, dict):
            part.pop("parsed", None)
    return data


def check_result(value: Any) -> Any:
    """Return the output of a function: text, or a list of content blocks with the known fields."""
    if type(value) is str:
        return value
    if type(value) is not list:
        raise ValueError("expected text or a list of content blocks, got {}".format(type(value).__name__))
    return [_check_block(block) for block in value]


def _check_block(block: Any) -> Dict[str, Any]:
    kind = block.get("type") if type(block) is dict else None
    if kind not in BLOCK_FIELDS:
        raise ValueError("expected a block of type input_text, input_image or input_file")
    names = BLOCK_FIELDS[kind]
    if set(block) - {"type", "prompt_cache_breakpoint", *names}:
        raise ValueError("a block of type {} has unknown fields".format(kind))
    result: Dict[str, Any] = {"type": kind}
    for name in names:
        if name not in block:
            continue
        is_valid = type(block[name]) in OPTIONAL_TEXT
        if name == "detail":
            is_valid = block[name] in DETAILS[kind]
        if not is_valid:
            raise ValueError("{}: invalid value in a block of type {}".format(name, kind))
        result[name] = block[name]
    sources = [result.get(name) for name in BLOCK_SOURCES.get(kind, ())]
    if (sources and not any((source or "").strip() for source in sources)) or result.get("text", "") is None:
        raise ValueError("a block of type {} has no content".format(kind))
    if kind == "input_text" and "text" not in result:
        raise ValueError("text: missing in a block of type input_text")
    if "prompt_cache_breakpoint" in block:
        if block["prompt_cache_breakpoint"] not in (None, {"mode": "explicit"}):
            raise ValueError("prompt_cache_breakpoint: expected {'mode': 'explicit'}")
        result["prompt_cache_breakpoint"] = copy_json(block["prompt_cache_breakpoint"])
    return result


def check_fields(item: Dict[str, Any]) -> None:
    """Check that an item has the fields without which it cannot be sent again."""
    kind = item.get("type", "message")
    for name, types in REQUIRED.get(kind, {}).items():
        if name not in item and name in MAY_BE_ABSENT:
            continue
        if name not in item or type(item[name]) not in types:
            raise ValueError("{}: missing or of the wrong type in an item of type {}".format(name, kind))


def check_server_item(item: Dict[str, Any], tools: List[Dict[str, Any]]) -> None:
    """Check that an item is complete and comes from a declared tool."""
    kind = item["type"]
    matching = [tool for tool in tools if tool["type"] in SERVER_ITEMS.get(kind, ())]
    if not matching:
        raise ValueError("{}: the tool was not declared".format(kind))
    if kind.startswith("mcp_") and find_mcp_server(matching, item.get("server_label")) is None:
        raise ValueError("{}: the MCP server was not declared".format(kind))
    if item.get("status") not in (None, "completed") or item.get("error") is not None:
        raise ValueError("{}: did not complete".format(kind))
    check_fields(item)


def find_mcp_server(tools: List[Dict[str, Any]], label: Any) -> Optional[Dict[str, Any]]:
    """Return the declaration of an MCP server, or None."""
    return next((tool for tool in tools if tool["type"] == "mcp" and label and tool["server_label"] == label), None)


def find_approval_policy(server: Dict[str, Any], name: str) -> Optional[str]:
    """Return "always" or "never" as the policy of an MCP server for a tool, or None if that isn't known."""
    policy = server.get("require_approval")
    if policy is None or policy in ("always", "never"):
        return policy or "always"
    if not isinstance(policy, dict):
        return None
    matching = []
    for rule in ("always", "never"):
        names = policy[rule].get("tool_names") if isinstance(policy.get(rule), dict) else None
        if rule in policy and (names is None or "read_only" in policy[rule]):
            return None
        if names is not None and name in names:
            matching.append(rule)
    if len(matching) == 1:
        return str(matching[0])
    if matching or ("always" in policy) == ("never" in policy):
        return None
    return "never" if "always" in policy else "always"


def check_approved(item: Dict[str, Any], approved: Dict[str, Dict[str, Any]]) -> None:
    """Check that an MCP call is the one that was approved, and use up the approval."""
    request_id = item.get("approval_request_id")
    if request_id is None:
        return
    request = approved.pop(request_id, None)
    names = ("server_label", "name", "arguments")
    if request is None or any(request.get(name) != item.get(name) for name in names):
        raise ValueError("mcp_call: differs from the call that was approved")


def find_approved(history: List[Any]) -> Dict[str, Dict[str, Any]]:
    """Return the approved requests for MCP calls that were not used yet, by id."""
    requests: Dict[str, Dict[str, Any]] = {}
    approved: Dict[str, Dict[str, Any]] = {}
    for item in history:
        if item.get("type") == "mcp_approval_request":
            requests[item.get("id")] = item
        elif item.get("type") == "mcp_approval_response" and item.get("approve") is True:
            request = requests.get(item.get("approval_request_id"))
            if request is not None:
                approved[request["id"]] = request
        elif item.get("type") == "mcp_call":
            approved.pop(item.get("approval_request_id"), None)
    return approved


def check_history(history: List[Any], tools: List[Dict[str, Any]]) -> Set[str]:
    """Check a history before it is saved or continued, and return the ids of its calls, all of which have a result."""
    names = {tool["name"] for tool in tools if tool["type"] == "function"}
    calls: Dict[str, str] = {}
    returned: Set[str] = set()
    approvals: Set[str] = set()
    answered: Set[str] = set()
    native_ids: Set[str] = set()
    for item in history:
        kind = item.get("type", "message")
        if type(item.get("id")) is str and kind != "item_reference":
            if item["id"] in native_ids:
                raise ValueError("history: the id {!r} is repeated".format(item["id"]))
            native_ids.add(item["id"])
        if kind in CALLS:
            call_id = item.get("call_id")
            if type(call_id) is not str or call_id in calls or item.get("status") not in (None, "completed"):
                raise ValueError("history: a call has no id of its own, or did not complete")
            if kind == "function_call" and (item.get("name") not in names or _is_no_object(item.get("arguments"))):
                raise ValueError("history: a call is of no registered function")
            calls[call_id] = kind
        elif kind in CALLS.values():
            call_id = item.get("call_id")
            if call_id in returned or CALLS.get(calls.get(call_id, "")) != kind:
                raise ValueError("history: an output belongs to no call")
            if kind == "function_call_output":
                check_result(item.get("output"))
            returned.add(call_id)
        elif kind == "mcp_approval_response":
            if item.get("approval_request_id") not in approvals - answered or type(item.get("approve")) is not bool:
                raise ValueError("history: an approval belongs to no request")
            answered.add(item["approval_request_id"])
        elif kind in SERVER_ITEMS:
            check_server_item(item, tools)
            if kind == "mcp_approval_request":
                approvals.add(item["id"])
        elif kind in REQUIRED:
            check_fields(item)
        elif kind not in ("configuration_update", "compaction_trigger", "item_reference"):
            raise ValueError("history: items of type {} are not supported".format(kind))
    if set(calls) != returned or approvals != answered:
        raise ValueError("history: a call has no output")
    return set(calls) | approvals


def _is_no_object(arguments: Any) -> bool:
    try:
        return not isinstance(json.loads(arguments), dict)
    except (TypeError, ValueError):
        return True


def redact_tools(tools: List[Dict[str, Any]]) -> List[Dict[str, Any]]:
    """Return tools without credentials, to be saved: of MCP servers and of the domains that code may access."""
    result: List[Dict[str, Any]] = []
    for tool in tools:
        copied = copy_json(tool)
        if copied["type"] == "mcp":
            copied.pop("authorization", None)
            copied.pop("headers", None)
            if isinstance(copied.get("server_url"), str):
                copied["server_url"] = _fingerprint(copied["server_url"])
        elif copied["type"] == "code_interpreter" and isinstance(copied.get("container"), dict):
            for secret in (copied["container"].get("network_policy") or {}).get("domain_secrets") or ():
                secret["value"] = ""
        result.append(copied)
    return result


def _fingerprint(url: str) -> str:
    """Return what tells URLs apart without telling what they are; credentials in them don't count."""
    from hashlib import sha256
    from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

    parts = urlsplit(url)
    query = [(name, "***" if _is_secret(name) else value) for name, value in parse_qsl(parts.query, True)]
    has_secrets = any(_is_secret(name) for name, _ in query)
    kept = parts._replace(
        netloc=parts.netloc.rpartition("@")[2],
        query=urlencode(query, safe="*") if has_secrets else parts.query,
        fragment="",
    )
    return "sha256:" + sha256(urlunsplit(kept).encode("utf-8")).hexdigest()


def _is_secret(name: str) -> bool:
    plain = name.lower().replace("-", "").replace("_", "")
    return plain in SECRET_PARAMETERS or (plain[:1] == "x" and plain[1:] in SECRET_PARAMETERS)


def is_same_output(streamed: List[Dict[str, Any]], completed: List[Dict[str, Any]]) -> bool:
    """Return whether a complete response has the items of its stream; encrypted reasoning and late ids may differ."""
    if len(streamed) != len(completed):
        return False
    for before, after in zip(streamed, completed):
        if before.get("type") == after.get("type") == "reasoning" and before.get("encrypted_content"):
            before = {**before, "encrypted_content": after.get("encrypted_content")}
        elif before.get("type") == after.get("type") == "function_call" and "id" not in before and "id" in after:
            before = {**before, "id": after["id"]}
        if before != after:
            return False
    return True
