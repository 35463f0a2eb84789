# SPDX-License-Identifier: MIT
"""From the API's base64 to lists of floats, for the contenders that don't do it themselves."""

import sys
from array import array
from base64 import b64decode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def decode(answer: "dict[str, Any]") -> "list[list[float]]":
    """Return the vectors of an answer of /embeddings."""
    vectors = []
    for item in answer["data"]:
        floats = array("f", b64decode(item["embedding"]))
        if sys.byteorder == "big":
            floats.byteswap()
        vectors.append(floats.tolist())
    return vectors
