# SPDX-License-Identifier: MIT
"""The sample calls that show where a parameter travels, and how to find it in the request that was sent.

The sample of a parameter is its name in braces. In a path, "{file_id}" is then what the path's template has.
"""

from __future__ import annotations

import json
import re
from typing import Any, Dict, Iterable, List, NamedTuple, Tuple
from urllib.parse import parse_qsl, unquote, urlsplit

USER_KEY, ADMIN_KEY = "sk-user", "sk-admin"
CLIENT_SIDE = "client side"  # the position of what is for the client and never sent
ROOT_PATH = "/v1"
BASE_URL = "https://official.invalid" + ROOT_PATH
RESPONSE = b'{"id": "x", "data": [], "object": "list", "has_more": false}'


class SentRequest(NamedTuple):
    """A request that a client has sent."""

    method: str
    url: str
    headers: Dict[str, str]  # names in lower case
    body: bytes

    @property
    def content_type(self) -> str:
        """The content type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def credential(self) -> str:
        """The kind of key that was sent."""
        return "admin_api_key" if self.headers.get("authorization") == "Bearer " + ADMIN_KEY else "bearer"

    @property
    def json(self) -> Dict[str, Any]:
        """The fields of a JSON body, or nothing."""
        if self.content_type != "application/json" or not self.body:
            return {}
        value = json.loads(self.body.decode("utf-8"))
        return value if isinstance(value, dict) else {}


def samples(names: Iterable[str], files: Iterable[str] = ()) -> Dict[str, Any]:
    """Return a value for each parameter by which it can be found in the request; `files` are those that take a file."""
    values: Dict[str, Any] = {}
    for name in names:
        marker = "{%s}" % name
        if name == "stream":
            values[name] = False
        elif name == "betas":
            values[name] = [marker]
        elif name in files:
            values[name] = (name + ".bin", marker.encode("ascii"), "application/x-sample")
        else:
            values[name] = marker
    return values


def form_fields(request: SentRequest) -> Dict[str, str]:
    """Return the fields of a form, files as text."""
    boundary = request.headers["content-type"].partition("boundary=")[2].strip('"').encode("ascii")
    fields = {}
    for part in request.body.split(b"--" + boundary)[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        name = re.search(rb'[; ]name="([^"]*)"', head)
        if name:
            fields[name.group(1).decode("utf-8")] = content.decode("utf-8").strip()
    return fields


def sent_values(request: SentRequest) -> List[Tuple[str, str, str]]:
    """Return everything in a request that may come from a parameter: position, name on the wire, text."""
    found = [("query", name, value) for name, value in parse_qsl(urlsplit(request.url).query)]
    found += [("header", name, value) for name, value in request.headers.items()]
    if request.content_type.startswith("multipart/"):
        found += [("body", name, value) for name, value in form_fields(request).items()]
    elif request.json:
        found += [("body", name, json.dumps(value)) for name, value in request.json.items()]
    elif request.body:
        found += [("body", "", request.body.decode("utf-8", "replace"))]
    return found


def locate(request: SentRequest, names: Iterable[str]) -> Dict[str, str]:
    """Return where each parameter is in a request: "path", "query", "body", "header Name", or "not sent".

    A name on the wire that is not the parameter's follows: "body async".
    """
    path, values, positions = path_template(request), sent_values(request), {}
    for name in names:
        marker = "{%s}" % name
        positions[name] = "not sent"
        if marker in path:
            positions[name] = "path"
            continue
        for position, key, text in values:
            wire_name = key.replace("[]", "")
            if marker in text or (name == "stream" == wire_name):
                same = wire_name == name and position != "header"
                positions[name] = position if same else "{} {}".format(position, wire_name)
    return positions


def path_template(request: SentRequest) -> str:
    """Return the path below the base URL, with the names of parameters in braces."""
    return unquote(urlsplit(request.url).path)[len(ROOT_PATH) :]


def fixed_query(request: SentRequest, parameters: Iterable[str]) -> str:
    """Return the query that is sent without being asked for, with its question mark, or ""."""
    known = set(parameters)
    fixed = [pair for pair in parse_qsl(urlsplit(request.url).query) if pair[0].replace("[]", "") not in known]
    return "?" + "&".join("=".join(pair) for pair in fixed) if fixed else ""


def content_types(requests: Iterable[SentRequest]) -> List[str]:
    """Return the different content types of requests, in order."""
    return list(dict.fromkeys(request.content_type for request in requests if request.content_type))


def nest(path: str, value: Any) -> Any:
    """Return `value` inside the objects and lists of a path: "tools[].call.async_"."""
    for name in reversed(path.split(".")):
        bare = name.replace("[]", "").replace("{}", "")
        value = [value] if name.endswith("[]") else {"key": value} if name.endswith("{}") else value
        value = {bare: value} if bare else value
    return value
