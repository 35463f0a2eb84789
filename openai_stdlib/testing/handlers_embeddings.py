# SPDX-License-Identifier: MIT
"""Handlers of embeddings and moderations, whose results depend on nothing but the text."""

from __future__ import annotations

import array
import base64
import hashlib
import json
import math
import sys
from functools import lru_cache

from .handlers_chat import check_model, content_text, split_words
from .server_responses import APIErrorResponse, ServerResponse, encode_json, json_response

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List

    from .handler_call import Call


@lru_cache(maxsize=1024)
def make_vector(text: str, dimensions: int) -> bytes:
    """Derive a vector of length one from the hash of a text; return it as little-endian 32-bit floats."""
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
def make_vector_json(text: str, dimensions: int) -> bytes:
    """Return the vector of `make_vector` as a JSON list with exactly the same values."""
    floats = array.array("f", make_vector(text, dimensions))
    if sys.byteorder == "big":
        floats.byteswap()
    return json.dumps(floats.tolist(), separators=(",", ":")).encode("ascii")


def split_inputs(value: Any) -> List[str]:
    """Return the texts in an `input`, which is one text or a list of texts; lists of tokens become JSON."""
    is_single = isinstance(value, str) or not isinstance(value, list) or all(isinstance(item, int) for item in value)
    return [item if isinstance(item, str) else json.dumps(item) for item in ([value] if is_single else value)]


def create_embeddings(call: Call) -> ServerResponse:
    """Handle POST /embeddings."""
    texts = split_inputs(call.params["input"])
    if not texts or not all(texts):
        raise APIErrorResponse(400, "Invalid 'input': must not be empty.", "input")
    dimensions = call.integer("dimensions", 1536, high=4096)
    encoding_format = call.text("encoding_format", "float")
    if encoding_format not in ("float", "base64"):
        raise APIErrorResponse(400, "Invalid 'encoding_format': expected 'float' or 'base64'.", "encoding_format")
    tokens = sum(len(split_words(text)) for text in texts)
    items = []
    for index, text in enumerate(texts):
        numbers = make_vector_json(text, dimensions)
        if encoding_format == "base64":
            numbers = b'"' + base64.b64encode(make_vector(text, dimensions)) + b'"'
        items.append(b'{"object":"embedding","index":%d,"embedding":%s}' % (index, numbers))
    common = {"object": "list", "model": check_model(call), "usage": {"prompt_tokens": tokens, "total_tokens": tokens}}
    # Joined as bytes: a hundred vectors are three megabytes, and the numbers are already JSON.
    return ServerResponse(200, [encode_json(common)[:-1] + b',"data":[' + b",".join(items) + b"]}"])


# Category -> words that flag a text. Deliberately minimal: for tests, not for moderation.
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


def create_moderation(call: Call) -> ServerResponse:
    """Handle POST /moderations."""
    value = call.params["input"]
    # A list of parts is one input; a list of strings is several inputs.
    has_parts = isinstance(value, list) and any(isinstance(item, dict) for item in value)
    results = [_moderate(text) for text in ([content_text(value)] if has_parts else split_inputs(value))]
    id = call.store.new_id("modr-")[0]
    return json_response({"id": id, "model": call.text("model", "omni-moderation-latest"), "results": results})


def _moderate(text: str) -> Dict[str, Any]:
    text = text.lower()
    categories = {name: any(word in text for word in words.split()) for name, words in _CATEGORIES.items()}
    return {
        "flagged": any(categories.values()),
        "categories": categories,
        "category_scores": {name: 0.95 if flagged else 0.0001 for name, flagged in categories.items()},
        "category_applied_input_types": {name: ["text"] if flagged else [] for name, flagged in categories.items()},
    }


HANDLERS: Dict[str, Callable[[Call], ServerResponse]] = {
    "POST /embeddings": create_embeddings,
    "POST /moderations": create_moderation,
}
