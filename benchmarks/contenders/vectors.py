# SPDX-License-Identifier: MIT
"""Decoder of base64 embeddings, for the contenders that have none."""

import sys
from array import array
from base64 import b64decode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def decode(response: "dict[str, Any]") -> "list[list[float]]":
    """Return the vectors in a response of /embeddings."""
    vectors = []
    for item in response["data"]:
        floats = array("f", b64decode(item["embedding"]))
        if sys.byteorder == "big":
            floats.byteswap()
        vectors.append(floats.tolist())
    return vectors
