# SPDX-License-Identifier: MIT
"""Describe invalid data of a server: where the first value is that is not what it must be. Loaded after a failure only.

A shape is a type, a tuple of types, a list with the shape of the items, or a dict with the shapes of some fields. Only
what helpers read has a shape. A missing value and null fit every shape, but no item is null.
"""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List, Tuple

    Shape = Dict[str, Any]

MAX_SHOWN = 120  # characters of the data in a message
MAX_BODY = 1000  # characters of the data in the body of the error
MAX_VALUE = 40  # characters of the value

NAMES: Dict[Any, str] = {
    str: "text",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
    bool: "true or false",
}
TEXT = str
NUMBER = (int, float)
KEY = (int, float, str)  # an index: some servers send it as text
FUNCTION: Shape = {"name": TEXT, "arguments": (str, dict)}
CALL: Shape = {"index": KEY, "id": TEXT, "type": TEXT, "function": FUNCTION, "custom": {"name": TEXT, "input": TEXT}}
BLOCK: Shape = {"type": TEXT, "text": TEXT, "refusal": TEXT, "annotations": [dict]}
LOGPROBS: Shape = {"content": [dict], "refusal": [dict]}
MESSAGE: Shape = {
    "role": TEXT,
    "content": (TEXT, [BLOCK]),
    "refusal": TEXT,
    "tool_calls": [CALL],
    "function_call": {"name": TEXT, "arguments": (str, dict)},
}
CHOICE: Shape = {"index": KEY, "delta": MESSAGE, "message": MESSAGE, "finish_reason": TEXT, "logprobs": LOGPROBS}
COMPLETION: Shape = {"id": TEXT, "object": TEXT, "choices": [CHOICE], "usage": dict}
ITEM: Shape = {
    "type": TEXT,
    "id": TEXT,
    "call_id": TEXT,
    "name": TEXT,
    "namespace": TEXT,
    "arguments": (str, dict),
    "content": [BLOCK],
}
RESPONSE: Shape = {"id": TEXT, "status": TEXT, "output": [ITEM], "incomplete_details": {"reason": TEXT}}
RESPONSE_EVENT: Shape = {
    "type": TEXT,
    "sequence_number": NUMBER,
    "item_id": TEXT,
    "output_index": KEY,
    "content_index": KEY,
    "item": ITEM,
    "part": BLOCK,
    "delta": TEXT,
    "text": TEXT,
    "response": RESPONSE,
}
ASSISTANT_BLOCK: Shape = {
    "index": KEY,
    "type": TEXT,
    "text": {"value": TEXT, "annotations": [dict]},
    "image_file": dict,
}
STEP_DETAILS: Shape = {"type": TEXT, "tool_calls": [CALL]}
ASSISTANT_EVENT: Shape = {
    "event": TEXT,
    "data": {
        "id": TEXT,
        "content": [ASSISTANT_BLOCK],
        "step_details": STEP_DETAILS,
        "delta": {"content": [ASSISTANT_BLOCK], "step_details": STEP_DETAILS},
    },
}
COUNTS: Shape = dict.fromkeys(("total", "completed", "failed", "cancelled", "in_progress", "passed", "errored"), NUMBER)
OBJECT: Shape = {
    "id": TEXT,
    "status": TEXT,
    "progress": NUMBER,
    "file_counts": COUNTS,
    "request_counts": COUNTS,
    "result_counts": COUNTS,
}
# The shapes by name, and what to call the data as a whole.
SHAPES: Dict[str, Tuple[Any, str]] = {
    "chunk": (COMPLETION, "chunk"),
    "completion": (COMPLETION, "completion"),
    "message": (ITEM, "message"),
    "response": (RESPONSE, "response"),
    "response event": (RESPONSE_EVENT, "event"),
    "assistant event": (ASSISTANT_EVENT, "event"),
    "object": (OBJECT, "object"),
}


def describe(error: BaseException, data: Any, shape: str, response: Any) -> Tuple[str, str]:
    """Return message and body of the error that reports `error`, which `data` of a shape caused."""
    expected, noun = SHAPES[shape]
    misfit = next(find_misfits(data, expected, ""), None)
    problem = _reason(error)
    if misfit is not None:
        path, types, value = misfit
        place = path.lstrip(".") or "the " + noun
        problem = "{}: expected {}, got {}".format(place, _name(types), _shorten(value, MAX_VALUE))
    if isinstance(error, RuntimeError) and not isinstance(error, RecursionError):
        # An event in the wrong place, perhaps because it is invalid. The text is that of the `openai` package.
        problem = str(error).rstrip(".") + (" ({})".format(problem) if misfit is not None else "")
    else:
        problem = "Invalid data from the server: " + problem
    request_id = getattr(response, "request_id", None) or getattr(data, "_request_id", None)
    request = " of request {}".format(request_id) if request_id else ""
    message = "{}. The {}{} starts with: {}".format(problem, noun, request, _shorten(data, MAX_SHOWN))
    return message, _shorten(data, MAX_BODY)


def find_misfits(value: Any, shape: Any, path: str) -> Iterator[Tuple[str, Any, Any]]:
    """Yield path, expected types and value of each value that does not have its shape."""
    if value is None:
        return
    shapes: List[Any] = list(shape) if isinstance(shape, tuple) else [shape]
    inner = next((one for one in shapes if _fits(value, one)), None)
    if inner is None:
        yield path, shapes, value
    elif isinstance(inner, list):
        for index, item in enumerate(value):
            item_path = "{}[{}]".format(path, index)
            if item is None:
                yield item_path, inner, item
            for misfit in find_misfits(item, inner[0], item_path):
                yield misfit
    elif isinstance(inner, dict):
        for name in inner:
            for misfit in find_misfits(value.get(name), inner[name], "{}.{}".format(path, name)):
                yield misfit


def _fits(value: Any, shape: Any) -> bool:
    return isinstance(value, _type(shape)) and not isinstance(value, bool)


def _type(shape: Any) -> Any:
    return shape if isinstance(shape, type) else type(shape)


def _name(shapes: List[Any]) -> str:
    return " or ".join(dict.fromkeys(NAMES[_type(shape)] for shape in shapes))


def _reason(error: BaseException) -> str:
    """Return what went wrong with data whose shape is right."""
    if isinstance(error, RecursionError):
        return "nested too deeply"
    if isinstance(error, KeyError):
        return "the field {} is missing".format(error)
    return str(error) or type(error).__name__


def _shorten(value: Any, limit: int) -> str:
    try:
        text = json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):
        text = repr(type(value))
    return text if len(text) <= limit else text[: limit - 1] + "…"
