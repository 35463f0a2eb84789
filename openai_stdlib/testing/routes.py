# SPDX-License-Identifier: MIT
"""Dispatch of requests to handlers by the operation table in api/.

Operations without a handler of their own are served by a generic one, which derives create, list, retrieve, update,
delete and actions such as cancel from the shape of the path.
"""

from __future__ import annotations

import functools
import json
import re
from functools import partial
from urllib.parse import unquote

from ..api import operations
from . import (
    handlers_assistants,
    handlers_batches,
    handlers_chat,
    handlers_embeddings,
    handlers_files,
    handlers_legacy,
    handlers_media,
    handlers_responses,
    handlers_uploads,
)
from .handler_call import Call
from .object_types import get_collection
from .recorded_request import RecordedRequest
from .server_responses import APIErrorResponse, ServerResponse, json_response

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, FrozenSet, List, Optional, Tuple

    from ..api.operation import Operation
    from .object_types import Collection
    from .request_reader import RequestBodyReader
    from .store import Store

    Handler = Callable[[Call], ServerResponse]

# Path prefixes of Azure; the deployment in the path selects the model.
_AZURE = re.compile(r"/openai/(?:deployments/([^/]+)/|v1/|)")
KEY_SUBPROTOCOL = "openai-insecure-api-key."
# Paths that are WebSockets when the method is GET.
_SOCKETS = re.compile(r"(?:realtime(?:/translations)?|responses|live/sessions(?:/[^/]+/(?:attach|fork))?)\Z")

_STATUS_AFTER_ACTION = {"cancel": "cancelled", "pause": "paused", "resume": "running", "complete": "completed"}


def special_handlers() -> Dict[str, Handler]:
    """Return the handlers of operations with special behaviour, by method and path."""
    handlers: Dict[str, Handler] = {}
    for module in (
        handlers_assistants, handlers_chat, handlers_legacy, handlers_media, handlers_responses, handlers_files,
        handlers_embeddings, handlers_uploads, handlers_batches,
    ):  # fmt: skip
        handlers.update(module.HANDLERS)
    return handlers


class Route:
    """An operation with its handler, or None for the generic one, and its path split into segments."""

    __slots__ = ("operation", "segments", "literal_count", "handler", "chain", "tail")

    def __init__(self, operation: Operation, handler: Optional[Handler]) -> None:
        self.operation: Operation = operation
        self.segments: List[str] = operation.path.partition("?")[0].strip("/").split("/")
        self.literal_count: int = sum(not segment.startswith("{") for segment in self.segments)
        self.handler: Optional[Handler] = handler
        # "/threads/{thread_id}/runs" has the chain [("threads", "thread_id")] and the tail "runs".
        self.chain: List[Tuple[str, str]] = []
        self.tail: str = ""
        names: List[str] = []
        for segment in self.segments:
            if segment.startswith("{"):
                self.chain.append(("/".join(names), segment[1:-1]))
                names = []
            else:
                names.append(segment)
        self.tail = "/".join(names)

    def match(self, parts: List[str]) -> bool:
        """Return whether this route matches a path, which is split into as many parts as the route has segments."""
        return all(segment == part or segment.startswith("{") and part for segment, part in zip(self.segments, parts))


@functools.lru_cache(maxsize=None)
def build_routes() -> Tuple[Dict[int, List[Route]], FrozenSet[str]]:
    """Return the routes by their number of segments, and the path templates of collections with ids left out.

    They are built once for all servers of a process, because that takes much longer than starting a server.
    """
    routes: Dict[int, List[Route]] = {}
    collections = set()
    handlers = special_handlers()
    for _, operation in operations():
        route = Route(operation, handlers.get(operation.method + " " + operation.path))
        routes.setdefault(len(route.segments), []).append(route)
        if not route.tail:
            collections.add("/".join(name for name, _ in route.chain))
    for group in routes.values():
        # "/threads/runs" must come before "/threads/{thread_id}".
        group.sort(key=lambda route: -route.literal_count)
    return routes, frozenset(collections)


class Router:
    """The routes of all operations, and the store on which their handlers work."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._routes, self._collections = build_routes()

    def dispatch(self, request: RecordedRequest, body: RequestBodyReader, url: str) -> ServerResponse:
        """Return the response to a request; `url` is the server's. Raises APIErrorResponse for an error."""
        if request.path.startswith(handlers_media.PICTURES) and request.method == "GET":
            return handlers_media.picture(request.path)
        path, deployment = split_api_path(request.path)
        if request.method == "GET" and _SOCKETS.match(path):
            from .websocket_upgrade import accept_upgrade, check_upgrade

            check_upgrade(request)
            check_credentials(request)
            return accept_upgrade(request, path, self._store, url)
        route, ids = self._find_route(request, path)
        check_credentials(request)
        call = Call(request, route.operation, ids, self._store, url)
        read_params(call, body)
        if deployment and "model" in route.operation.required.split():
            call.params.setdefault("model", deployment)
        call.check_required()
        call.route = route
        call.answer_row = partial(self._answer_row, request, url)
        with self._store.lock:
            return (route.handler or self._handle_generic)(call)

    def _answer_row(self, batch: RecordedRequest, url: str, target: str, params: Dict[str, Any]) -> ServerResponse:
        """Return the response to a row of a batch, which has the headers of the request that created the batch."""
        request = RecordedRequest("POST", target, "HTTP/1.1", batch.headers, batch.connection)
        route, ids = self._find_route(request, split_api_path(request.path)[0])
        call = Call(request, route.operation, ids, self._store, url)
        call.params, call.route = params, route
        call.check_required()
        if call.wants_stream:
            raise APIErrorResponse(400, "Streaming is not supported in the Batch API.", "stream")
        with self._store.lock:
            return (route.handler or self._handle_generic)(call)

    def _find_route(self, request: RecordedRequest, path: str) -> Tuple[Route, Dict[str, str]]:
        """Return the route of a request and its path parameters. Raises APIErrorResponse if there is none."""
        parts = [unquote(part) for part in path.split("/")] if path else []
        methods = set()
        for route in self._routes.get(len(parts), []):
            if route.match(parts):
                if route.operation.method == request.method:
                    names = [segment[1:-1] for segment in route.segments]
                    path_names = route.operation.path_names
                    return route, {name: part for name, part in zip(names, parts) if name in path_names}
                methods.add(route.operation.method)
        if not methods:
            raise APIErrorResponse(404, "Invalid URL ({} {})".format(request.method, request.path))
        error = APIErrorResponse(
            405, "Not allowed to {} on {}.".format(request.method, request.path), code="method_not_supported"
        )
        error.response.headers["Allow"] = ", ".join(sorted(methods))
        raise error

    def _handle_generic(self, call: Call) -> ServerResponse:
        """Serve an operation without special behaviour, by the shape of its path."""
        route: Route = call.route
        parts: List[str] = []
        parents = []  # (collection, object) for each id in the path
        for name, key in route.chain:
            collection = get_collection(*parts, name)
            parents.append((collection, call.find(collection, call.ids[key])))
            parts += [name, call.ids[key]]
        if not route.tail:
            return self._handle_object(call, *parents[-1])
        collection = get_collection(*parts, route.tail)
        if call.operation.response_type in ("binary", "text"):
            content = b"Content of " + collection.key.encode("utf-8")
            return ServerResponse(200, [content], "application/octet-stream")
        if call.operation.method == "GET" or call.operation.page:
            return json_response(self._list(call, collection))
        if call.operation.method == "DELETE":  # of a singleton
            return json_response({"object": collection.object_type.deleted, "deleted": True})
        if parents and "/".join(parts[::2] + [route.tail]) not in self._collections:
            return self._perform_action(parents[-1][1], route.tail)
        return json_response(self._store.create(collection, call.ids, call.params))

    def _handle_object(self, call: Call, collection: Collection, item: Dict[str, Any]) -> ServerResponse:
        """Retrieve, update or delete an object."""
        if call.operation.method == "DELETE":
            self._store.remove(collection, item["id"])
            return json_response({"id": item["id"], "object": collection.object_type.deleted, "deleted": True})
        if call.operation.method != "GET":
            metadata = dict(item.get("metadata") or {}, **(call.params.get("metadata") or {}))
            item.update((key, value) for key, value in call.params.items() if key not in ("id", "object"))
            if "metadata" in item:
                item["metadata"] = metadata
        return json_response(item)

    def _list(self, call: Call, collection: Collection) -> Dict[str, Any]:
        if call.operation.page == "Page":  # lists of this type are not paginated
            return {"object": "list", "data": self._store.items(collection)}
        return self._store.page(collection, call.query)

    def _perform_action(self, item: Dict[str, Any], action: str) -> ServerResponse:
        """Perform an action such as POST /things/{id}/cancel."""
        item["status"] = _STATUS_AFTER_ACTION.get(action, item.get("status", "completed"))
        return json_response(item)


def split_api_path(path: str) -> Tuple[str, str]:
    """Return a path as the operation table writes it, without "/v1/", and the deployment of an Azure path.

    Both are "" for a path outside the API.
    """
    if path.startswith("/v1/"):
        return path[4:], ""
    azure = _AZURE.match(path)
    if azure is None:
        return "", ""
    return path[azure.end() :], unquote(azure.group(1) or "")


def check_credentials(request: RecordedRequest) -> None:
    """Raise APIErrorResponse if a request has no API key, or one of those that stand for a wrong key."""
    scheme, _, key = request.header("authorization").strip().partition(" ")
    key = key.strip() if scheme.lower() == "bearer" else ""
    key = key or request.header("api-key").strip()  # Azure's header
    if not key:  # WebSockets of browsers, which cannot set headers
        key = request.header("sec-websocket-protocol").partition(KEY_SUBPROTOCOL)[2].split(",")[0].strip()
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


def read_params(call: Call, body: RequestBodyReader) -> None:
    """Set the parameters of a call from its body. Raises APIErrorResponse if the body cannot be parsed."""
    if body.form is not None:
        if not body.form.finished:
            raise APIErrorResponse(400, "Could not parse multipart form: the closing boundary is missing.")
        call.add_form(body.form)
    elif body.content.strip() and call.operation.method != "GET":
        try:
            params = json.loads(body.content.decode("utf-8"))
        except (ValueError, RecursionError):
            params = None
        if not isinstance(params, dict):
            raise APIErrorResponse(
                400,
                "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your "
                "HTTP library correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON.)",
            )
        call.params = params
