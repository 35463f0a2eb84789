# SPDX-License-Identifier: MIT
"""From a request to an answer: the table says what there is, a handler or the generic store what it says.

Lives here: matching of paths, the checks that every operation has in common, and the answers of all rows without a
handler of their own: create, list, retrieve, update, delete and actions, by the shape of the path.
Must not live here: bytes on a wire, and what is special to one family (answers_*.py).
"""

from __future__ import annotations

import json
import re
from urllib.parse import unquote

from ..api import operations
from . import (
    handlers_assistants,
    handlers_chat,
    handlers_embeddings,
    handlers_files,
    handlers_legacy,
    handlers_media,
    handlers_responses,
)
from .handler_call import Call
from .object_types import collection
from .server_responses import APIErrorResponse, ServerResponse, json_reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Tuple

    from ..api.operation import Operation
    from .http_connection import RequestBodyReader
    from .object_types import Collection
    from .recorded_request import RecordedRequest
    from .store import Store

    Handler = Callable[[Call], ServerResponse]

# How Azure writes the same paths: the deployment takes the place of the model.
_AZURE = re.compile(r"/openai/(?:deployments/([^/]+)/|v1/|)")

_STATUS_AFTER = {"cancel": "cancelled", "pause": "paused", "resume": "running", "complete": "completed"}


def handlers() -> Dict[str, Handler]:
    """Return the operations with an answer of their own, by verb and path."""
    found: Dict[str, Handler] = {}
    for module in (
        handlers_assistants, handlers_chat, handlers_legacy, handlers_media, handlers_responses, handlers_files,
        handlers_embeddings,
    ):  # fmt: skip
        found.update(module.HANDLERS)
    return found


class Route:
    """A row of the table, its path cut into segments."""

    __slots__ = ("operation", "segments", "fixed", "handler", "chain", "tail")

    def __init__(self, row: Operation, handler: Handler) -> None:
        self.operation = row
        self.segments = row.path.partition("?")[0].strip("/").split("/")
        self.fixed = sum(not segment.startswith("{") for segment in self.segments)
        self.handler = handler
        # "/threads/{thread_id}/runs" has the chain [("threads", "thread_id")] and the tail "runs".
        self.chain: List[Tuple[str, str]] = []
        self.tail = ""
        names: List[str] = []
        for segment in self.segments:
            if segment.startswith("{"):
                self.chain.append(("/".join(names), segment[1:-1]))
                names = []
            else:
                names.append(segment)
        self.tail = "/".join(names)

    def match(self, parts: List[str]) -> bool:
        """Tell whether a path fits, by its segments."""
        return all(mine == part or mine.startswith("{") and part for mine, part in zip(self.segments, parts))


class Router:
    """All rows of the table, and the store that they work on."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._routes: Dict[int, List[Route]] = {}
        special = handlers()
        self._collections = set()  # templates below which there are objects
        for _, row in operations():
            route = Route(row, special.get(row.method + " " + row.path, self._generic))
            self._routes.setdefault(len(route.segments), []).append(route)
            if not route.tail:
                self._collections.add("/".join(name for name, _ in route.chain))
        for same_length in self._routes.values():
            # "/threads/runs" before "/threads/{thread_id}".
            same_length.sort(key=lambda route: -route.fixed)

    def answer(self, request: RecordedRequest, intake: RequestBodyReader, url: str) -> ServerResponse:
        """Return the answer to a request. Raises APIErrorResponse if it is an error."""
        if request.path.startswith(handlers_media.PICTURES) and request.method == "GET":
            return handlers_media.picture(request.path)
        path, deployment = api_path(request.path)
        route, ids = self._find(request, path)
        check_key(request)
        call = Call(request, route.operation, ids, self._store, url)
        read_params(call, intake)
        if deployment and "model" in route.operation.required.split():
            call.params.setdefault("model", deployment)
        call.check_required()
        call.route = route
        with self._store.lock:
            return route.handler(call)

    def _find(self, request: RecordedRequest, path: str) -> Tuple[Route, Dict[str, str]]:
        parts = [unquote(part) for part in path.split("/")] if path else []
        verbs = set()
        for route in self._routes.get(len(parts), []):
            if route.match(parts):
                if route.operation.method == request.method:
                    names = [segment[1:-1] for segment in route.segments]
                    return route, {key: part for key, part in zip(names, parts) if key in route.operation.path_names}
                verbs.add(route.operation.method)
        if not verbs:
            raise APIErrorResponse(404, "Invalid URL ({} {})".format(request.method, request.path))
        refusal = APIErrorResponse(
            405, "Not allowed to {} on {}.".format(request.method, request.path), code="method_not_supported"
        )
        refusal.reply.headers["Allow"] = ", ".join(sorted(verbs))
        raise refusal

    def _generic(self, call: Call) -> ServerResponse:
        """Answer a row that is nothing special, by the shape of its path."""
        route: Route = call.route
        parts: List[str] = []
        items = []
        for name, key in route.chain:
            where = collection(*parts, name)
            items.append((where, call.find(where, call.ids[key])))
            parts += [name, call.ids[key]]
        if not route.tail:
            return self._on_object(call, *items[-1])
        where = collection(*parts, route.tail)
        if call.operation.response_type in ("binary", "text"):
            return ServerResponse(200, [b"Content of " + where.key.encode("utf-8")], "application/octet-stream")
        if call.operation.method == "GET" or call.operation.page:
            return json_reply(self._list(call, where))
        if call.operation.method == "DELETE":  # of what there is only one of
            return json_reply({"object": where.kind.deleted, "deleted": True})
        if items and "/".join(parts[::2] + [route.tail]) not in self._collections:
            return self._act(items[-1][1], route.tail)
        return json_reply(self._store.create(where, call.ids, call.params))

    def _on_object(self, call: Call, where: Collection, item: Dict[str, Any]) -> ServerResponse:
        if call.operation.method == "DELETE":
            self._store.remove(where, item["id"])
            return json_reply({"id": item["id"], "object": where.kind.deleted, "deleted": True})
        if call.operation.method != "GET":
            metadata = dict(item.get("metadata") or {}, **(call.params.get("metadata") or {}))
            item.update((key, value) for key, value in call.params.items() if key not in ("id", "object"))
            if "metadata" in item:
                item["metadata"] = metadata
        return json_reply(item)

    def _list(self, call: Call, where: Collection) -> Dict[str, Any]:
        if call.operation.page == "Page":  # the kind of list that always comes whole
            return {"object": "list", "data": self._store.items(where)}
        return self._store.page(where, call.query)

    def _act(self, item: Dict[str, Any], action: str) -> ServerResponse:
        """Carry out something like POST /things/{id}/cancel."""
        item["status"] = _STATUS_AFTER.get(action, item.get("status", "completed"))
        return json_reply(item)


def api_path(path: str) -> Tuple[str, str]:
    """Return the path as the table has it, and Azure's deployment if there is one. "" is no path of the API."""
    if path.startswith("/v1/"):
        return path[4:], ""
    azure = _AZURE.match(path)
    if azure is None:
        return "", ""
    return path[azure.end() :], unquote(azure.group(1) or "")


def check_key(request: RecordedRequest) -> None:
    """Raise APIErrorResponse for a request without a good key. Any key is good that isn't made to be wrong."""
    scheme, _, key = request.header("authorization").strip().partition(" ")
    key = key.strip() if scheme.lower() == "bearer" else ""
    key = key or request.header("api-key").strip()  # as Azure has it
    if not key:
        raise APIErrorResponse(
            401,
            "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer "
            "auth (i.e. Authorization: Bearer YOUR_KEY).",
            code="invalid_api_key",
        )
    if key == "wrong" or key.startswith("sk-wrong"):
        hint = key[:4] + "*" * 8 + (key[-4:] if len(key) > 16 else "")
        raise APIErrorResponse(401, "Incorrect API key provided: {}.".format(hint), code="invalid_api_key")


def read_params(call: Call, intake: RequestBodyReader) -> None:
    """Fill in the parameters of a call from its body. Raises APIErrorResponse if the body cannot be read."""
    if intake.form is not None:
        if not intake.form.finished:
            raise APIErrorResponse(400, "Could not parse multipart form: it has no end.")
        call.take_form(intake.form)
    elif intake.content.strip() and call.operation.method != "GET":
        try:
            params = json.loads(intake.content.decode("utf-8"))
        except (ValueError, RecursionError):
            params = None
        if not isinstance(params, dict):
            raise APIErrorResponse(
                400,
                "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your "
                "HTTP library correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON.)",
            )
        call.params = params
