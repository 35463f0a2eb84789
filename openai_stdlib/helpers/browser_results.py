# SPDX-License-Identifier: MIT
"""What the methods of a browser driver may return, and the outputs made of it. No I/O."""

from __future__ import annotations

import json

from .browser_members import PREFIX, is_text
from .tool_runner_checks import check_result

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Set, Tuple

MAX_LABEL, MAX_VALUE = 256, 512
REPORTS = ("read_page", "get_page_text", "find", "read_page_scoped", "read_diagnostics")
ONLY_REPORTS = ("read_page_scoped", "read_diagnostics")  # the others may return text instead
WITHOUT_ELEMENTS = ("get_page_text", "read_diagnostics")
IMAGES = ("screenshot", "zoom")
TRANSFERS = ("upload_file", "download_file")
ROLES = ("button", "textbox", "combobox", "checkbox", "radio", "slider", "listbox")
OMISSIONS = (
    "report_limit", "text_limit", "target_limit", "work_limit", "frame_limit", "unsupported_root",
    "unsupported_control", "remote_action", "private", "value", "name_limit",
)  # fmt: skip
CLEANUPS = ("not_started", "pending", "completed")
# Status and effect of a transfer.
OUTCOMES = (
    ("completed", "completed"),
    ("refused", "none"),
    ("unknown", "unknown"),
    ("interrupted", "none"),
    ("interrupted", "unknown"),
)
READ_REFUSED = "The user did not allow to read this."


def check_action_result(member: str, result: Any) -> Any:
    """Return a copy of what a method returned, without unknown fields. Raises RuntimeError."""
    try:
        if member in REPORTS and (member in ONLY_REPORTS or not (result is None or isinstance(result, str))):
            return _check_report(member, result)
        if member in IMAGES:
            return _check_image(result)
        if member == "run_script" and not is_text(result, None, True):
            raise ValueError("expected text")
        return _check_outcome(result) if member in TRANSFERS else result
    except Exception:  # the cause may have contents of a page
        raise RuntimeError("driver: {} returned an invalid result".format(member)) from None


def _require(is_valid: bool) -> None:
    if not is_valid:
        raise ValueError("invalid")


def _check_report(member: str, report: Any) -> Dict[str, Any]:
    _require(type(report) is dict and type(report.get("version")) is int and report["version"] == 1)
    elements: Any = report.get("elements")
    omitted: Any = report.get("omitted")
    text: Any = report.get("text")
    _require(is_text(text, None, True) and type(elements) is list and type(omitted) is list)
    _require(not elements or member not in WITHOUT_ELEMENTS)
    _require(all(type(code) is str and code in OMISSIONS for code in omitted) and len(set(omitted)) == len(omitted))
    refs: Set[str] = set()
    result: Dict[str, Any] = {
        "version": 1,
        "text": text,
        "elements": [_check_element(element, refs) for element in elements],
        "omitted": list(omitted),
    }
    if member == "read_page_scoped":
        _require(type(report.get("scopes")) is list)
        scopes: Any = report["scopes"]
        result["scopes"] = [_check_named(scope, refs) for scope in scopes]
    return result


def _check_named(item: Any, refs: Set[str]) -> Dict[str, Any]:
    """Return ref and label of an element or a scope."""
    _require(type(item) is dict)
    ref, label = item.get("ref"), item.get("label")
    _require(is_text(ref, MAX_LABEL) and ref not in refs and is_text(label, MAX_LABEL))
    refs.add(ref)
    return {"ref": ref, "label": label}


def _check_element(item: Any, refs: Set[str]) -> Dict[str, Any]:
    names = _check_named(item, refs)
    role = item.get("role")
    _require(type(role) is str and role in ROLES)
    result: Dict[str, Any] = {"ref": names["ref"], "role": role, "label": names["label"]}
    if role in ("checkbox", "radio") and "checked" in item:
        _require(type(item["checked"]) is bool)
        result["checked"] = item["checked"]
    if "value" in item:
        _require(is_text(item["value"], MAX_VALUE, True))
        result["value"] = item["value"]
    if "options" in item:
        _require(type(item["options"]) is list)
        result["options"] = [_check_option(option, role) for option in item["options"]]
    return result


def _check_option(option: Any, role: str) -> Dict[str, Any]:
    _require(type(option) is dict)
    label, value = option.get("label"), option.get("value")
    _require(is_text(label, MAX_LABEL) and is_text(value, MAX_VALUE, True))
    result = {"label": label, "value": value}
    if role == "listbox" and "selected" in option:
        _require(type(option["selected"]) is bool)
        result["selected"] = option["selected"]
    return result


def _check_image(result: Any) -> Dict[str, Any]:
    _require(isinstance(result, dict))
    plain = {name: str.__str__(value) if isinstance(value, str) else value for name, value in result.items()}
    sources = (plain.get("image_url"), plain.get("file_id"))
    _require(plain.get("type") == "input_image" and all(source is None or source.strip() for source in sources))
    image: Dict[str, Any] = check_result([plain])[0]
    return image


def _check_outcome(outcome: Any) -> Dict[str, Any]:
    _require(type(outcome) is dict)
    result: Dict[str, Any] = {name: outcome[name] for name in ("version", "status", "effect", "cleanup")}
    _require(len(outcome) == len(result) and type(result["version"]) is int and result["version"] == 1)
    _require((result["status"], result["effect"]) in OUTCOMES and result["cleanup"] in CLEANUPS)
    return result


def make_output(call: Any, state: Any, result: Any = None, error: Optional[str] = None) -> Tuple[Dict[str, Any], bool]:
    """Return the output item of a call, and whether the action was done."""
    member = call.name[len(PREFIX) :]
    is_done = error is None and (member not in TRANSFERS or result["status"] == "completed")
    payload: Dict[str, Any] = {"ok": is_done}
    if state is not None:
        payload["state"] = state
    images: List[Any] = []
    if error is not None:
        payload["error"] = error
    elif member in IMAGES:
        images.append(result)
    elif result is None or isinstance(result, str) or member in REPORTS or member in TRANSFERS:
        payload["result"] = result
    else:
        raise RuntimeError("driver: {} returned {}; expected text or None".format(member, type(result).__name__))
    return _make_item(call, json.dumps(payload), *images), is_done


def make_refusal(call: Any) -> Tuple[Dict[str, Any], bool]:
    """Return the output of a call that wasn't allowed to read."""
    return _make_item(call, json.dumps({"ok": False, "error": READ_REFUSED}, separators=(",", ":"))), False


def _make_item(call: Any, text: str, *images: Any) -> Dict[str, Any]:
    output = [{"type": "input_text", "text": text}, *images]
    return {"type": "function_call_output", "call_id": call.call_id, "output": output}
