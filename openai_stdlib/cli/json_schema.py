# SPDX-License-Identifier: MIT
"""The JSON schema of `--json-schema`: the schema itself, or an object with its name and whether it is strict."""

from __future__ import annotations

import os
import re

from .failures import UsageError
from .values import read_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

MAX_NAME = 64  # characters


def read_schema(path: str) -> Dict[str, Any]:
    """Return name, schema and strict, as the API takes them. Raises UsageError or FileError."""
    schema = read_json(path, "--json-schema")
    if not isinstance(schema, dict):
        raise UsageError("--json-schema: {} is no JSON schema; expected an object".format(path))
    if isinstance(schema.get("json_schema"), dict):
        schema = schema["json_schema"]
    if isinstance(schema.get("schema"), dict):  # as the API takes it
        return {"name": _make_name(schema, path), **{key: schema[key] for key in schema if key != "type"}}
    return {"name": _make_name(schema, path), "schema": schema, "strict": is_strict(schema)}


def _make_name(schema: Dict[str, Any], path: str) -> str:
    name = schema.get("name") or schema.get("title") or os.path.splitext(os.path.basename(path))[0]
    return re.sub(r"[^A-Za-z0-9_-]+", "_", str(name))[:MAX_NAME].strip("_") or "answer"


def is_strict(schema: Any) -> bool:
    """Return whether each object of a schema forbids further properties and requires its own, as `strict` demands."""
    if isinstance(schema, list):
        return all(map(is_strict, schema))
    if not isinstance(schema, dict):
        return True
    properties = schema.get("properties")
    if schema.get("type") == "object" or isinstance(properties, dict):
        required = schema.get("required")
        names = set(properties) if isinstance(properties, dict) else set()
        if schema.get("additionalProperties") is not False or not isinstance(required, list) or names - set(required):
            return False
    return all(is_strict(value) for key, value in schema.items() if key not in ("enum", "const", "default", "examples"))
