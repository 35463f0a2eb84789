# SPDX-License-Identifier: MIT
"""Embeddings and moderations: numbers about texts, always the same for the same text."""

from __future__ import annotations

import array
import base64
import hashlib
import json
import math
import sys
from functools import lru_cache

from .handlers_chat import check_model, content_text, split_words
from .server_responses import APIErrorResponse, ServerResponse, encode_json, json_reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List

    from .handler_call import Call


@lru_cache(maxsize=1024)
def vector(text: str, dimensions: int) -> bytes:
    """Return a vector of length one, made from the text's hash: little-endian 32-bit floats."""
    noise = array.array("H", hashlib.shake_256(text.encode("utf-8", "surrogatepass")).digest(2 * dimensions))
    if sys.byteorder == "big":
        noise.byteswap()
    values = [number - 32767.5 for number in noise]
    length = math.sqrt(sum(value * value for value in values))
    floats = array.array("f", [value / length for value in values])
    if sys.byteorder == "big":
        floats.byteswap()
    return floats.tobytes()


@lru_cache(maxsize=1024)
def vector_json(text: str, dimensions: int) -> bytes:
    """Return the same vector as a JSON list, whose numbers are exactly those of the bytes."""
    floats = array.array("f", vector(text, dimensions))
    if sys.byteorder == "big":
        floats.byteswap()
    return json.dumps(floats.tolist(), separators=(",", ":")).encode("ascii")


def inputs_of(value: Any) -> List[str]:
    """Return the texts of an `input`: one or several, each a string or a list of tokens."""
    single = isinstance(value, str) or not isinstance(value, list) or all(isinstance(item, int) for item in value)
    return [item if isinstance(item, str) else json.dumps(item) for item in ([value] if single else value)]


def embeddings(call: Call) -> ServerResponse:
    """Answer POST /embeddings."""
    texts = inputs_of(call.params["input"])
    if not texts or not all(texts):
        raise APIErrorResponse(400, "Invalid 'input': it must not be empty.", "input")
    dimensions = call.integer("dimensions", 1536, high=4096)
    shape = call.text("encoding_format", "float")
    if shape not in ("float", "base64"):
        raise APIErrorResponse(400, "Invalid 'encoding_format': expected 'float' or 'base64'.", "encoding_format")
    tokens = sum(len(split_words(text)) for text in texts)
    items = []
    for index, text in enumerate(texts):
        numbers = vector_json(text, dimensions)
        if shape == "base64":
            numbers = b'"' + base64.b64encode(vector(text, dimensions)) + b'"'
        items.append(b'{"object":"embedding","index":%d,"embedding":%s}' % (index, numbers))
    head = {"object": "list", "model": check_model(call), "usage": {"prompt_tokens": tokens, "total_tokens": tokens}}
    # Put together by hand: a hundred vectors are three megabytes, and the numbers are JSON already.
    return ServerResponse(200, [encode_json(head)[:-1] + b',"data":[' + b",".join(items) + b"]}"])


# Category -> words that make a text fall into it. Whoever extends this: it is a toy, and has to stay one.
_CATEGORIES = {
    "harassment": "idiot stupid",
    "harassment/threatening": "hurt",
    "hate": "hate",
    "hate/threatening": "exterminate",
    "illicit": "steal",
    "illicit/violent": "bomb",
    "self-harm": "suicide",
    "self-harm/intent": "suicide",
    "self-harm/instructions": "",
    "sexual": "porn",
    "sexual/minors": "",
    "violence": "kill murder attack",
    "violence/graphic": "gore",
}


def moderations(call: Call) -> ServerResponse:
    """Answer POST /moderations."""
    value = call.params["input"]
    # A list of parts is one input of several kinds; a list of strings is several inputs.
    parts = isinstance(value, list) and any(isinstance(item, dict) for item in value)
    results = [_judgement(text) for text in ([content_text(value)] if parts else inputs_of(value))]
    name = call.store.new_id("modr-")[0]
    return json_reply({"id": name, "model": call.text("model", "omni-moderation-latest"), "results": results})


def _judgement(text: str) -> Dict[str, Any]:
    said = text.lower()
    categories = {name: any(word in said for word in words.split()) for name, words in _CATEGORIES.items()}
    return {
        "flagged": any(categories.values()),
        "categories": categories,
        "category_scores": {name: 0.95 if found else 0.0001 for name, found in categories.items()},
        "category_applied_input_types": {name: ["text"] if found else [] for name, found in categories.items()},
    }


HANDLERS: Dict[str, Callable[[Call], ServerResponse]] = {
    "POST /embeddings": embeddings,
    "POST /moderations": moderations,
}
