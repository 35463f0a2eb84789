# SPDX-License-Identifier: MIT
"""Methods of the client that subclasses override, and that instrumentations wrap, under their official names.

A client that overrides none of them never loads this module. Otherwise each call passes through `request`, with
FinalRequestOptions that say what is sent, and then through the other methods, in the order of the official client.
"""

from __future__ import annotations

from ..api.custom import custom_request
from ..api.response_views import RAW_RESPONSE_HEADER
from ..call.api_errors import APIStatusError
from ..call.form_body import contains_file
from ..call.prepare import CALL_OPTIONS, ordered_fields
from ..call.sentinels import SENTINEL_TYPES, is_given
from ..call.url import expand
from ..config.config import Config, check_config
from .attempts import Attempts, find_attribute, is_overridden, resolve
from .request_options import FinalRequestOptions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Tuple

    from ..api.operation import Operation
    from ..call.message import Response

OPTIONS = ("extra_headers", "extra_query", "extra_body", "timeout")
KEPT = ("config", *CALL_OPTIONS)  # arguments of a call that are no field of the request


def has_official_signature(client: Any) -> bool:
    """Return whether an override of `request` takes a type and options, not a method and a path."""
    request = client.__dict__.get("request") or find_attribute(client, "request")
    code = getattr(request, "__code__", None)
    if code is None or code is client._overridable["request"].__code__:  # wrapped
        return True
    return "method" not in code.co_varnames[: code.co_argcount]


def call(client: Any, operation: Operation, arguments: Dict[str, Any]) -> Any:
    """Make a call through the overridden methods of a client. Returns a coroutine for an async client."""
    options = describe_call(operation, arguments)
    stream = operation.response_type == "events" or arguments.get("stream") is True
    stream_cls = client._stream_class() if stream or operation.stream else None
    cast_to = result_type(client, operation)
    if is_overridden(client, "request") and has_official_signature(client):
        return client.request(cast_to, options, stream=stream, stream_cls=stream_cls)
    return send(client, cast_to, options, stream, stream_cls)


def describe_call(operation: Operation, arguments: Dict[str, Any]) -> FinalRequestOptions:
    """Return the options of a call. Raises ArgumentError for missing arguments, PathError for wrong ids."""
    arguments = {name: value for name, value in arguments.items() if type(value) not in SENTINEL_TYPES}
    operation.check(arguments)
    kept = set(operation.path_names) | set(operation.headers.split()) | set(operation.query.split()) | set(KEPT)
    fields = {name: value for name, value in arguments.items() if name not in kept and name not in OPTIONS}
    fields = ordered_fields(operation, fields)
    is_body = operation.method == "POST"
    files = _split_files(fields) if operation.multipart else None
    defaults = {}
    if operation.response_type == "embeddings" and "encoding_format" not in fields:
        fields["encoding_format"] = defaults["encoding_format"] = "base64"
    options = FinalRequestOptions(
        method=operation.method.lower(),
        url=expand(operation.path, operation.path_names, arguments) if operation.path_names else operation.path,
        params=dict(arguments.get("extra_query") or {})
        if is_body
        else {**fields, **(arguments.get("extra_query") or {})},
        json_data=fields if is_body and not operation.is_custom else getattr(operation, "body", None),
        extra_json=arguments.get("extra_body"),
        files=files,
        defaults=defaults,
        operation=operation,
        arguments={name: arguments[name] for name in kept if name in arguments},
    )
    for name, argument in (("headers", "extra_headers"), ("timeout", "timeout")):
        if argument in arguments:
            setattr(options, name, arguments[argument])
    if operation.is_custom and arguments.get("stream") is True:
        options.arguments["stream"] = True
    return options


def _split_files(fields: Dict[str, Any]) -> List[Tuple[str, Any]]:
    """Remove the files from the fields of a form, and return them as pairs of a name and a file."""
    files: List[Tuple[str, Any]] = []
    for name in [name for name, value in fields.items() if contains_file(value)]:
        value = fields.pop(name)
        files += [(name + "[]", item) for item in value] if isinstance(value, list) else [(name, value)]
    return files


def _join_files(files: Any) -> Dict[str, Any]:
    """Return the fields that are files."""
    fields: Dict[str, Any] = {}
    for name, value in files.items() if hasattr(files, "items") else files or ():
        if name.endswith("[]"):
            fields.setdefault(name[:-2], []).append(value)
        else:
            fields[name] = value
    return fields


def to_call(options: Any, cast_to: Any, stream: bool, stream_cls: Any) -> Tuple[Any, Dict[str, Any]]:
    """Return the operation and the arguments that options describe, with all that a program has changed in them."""
    headers = dict(options.headers) if is_given(options.headers) and options.headers else {}
    if options.idempotency_key is not None:
        headers.setdefault(options.idempotency_header or "Idempotency-Key", options.idempotency_key)
    operation = options.operation
    if operation is None:
        given = {"headers": headers, "params": options.params, "extra_json": options.extra_json}
        if is_given(options.timeout):
            given["timeout"] = options.timeout
        return custom_request(
            options.method, options.url, cast_to=cast_to, body=options.json_data, content=options.content,
            files=options.files, options=given, stream=stream, stream_cls=stream_cls, config_type=Config,
        )  # fmt: skip
    arguments = dict(options.arguments)
    if operation.is_custom:
        operation.body = options.json_data
        arguments["extra_query"] = options.params
    elif operation.method == "POST":
        fields = {**(options.json_data or {}), **_join_files(options.files)}
        arguments.update({name: fields[name] for name in fields if options.defaults.get(name) != fields[name]})
        arguments["extra_query"] = options.params
    else:
        arguments.update(options.params or {})
    if options.extra_json is not None:
        arguments["extra_body"] = options.extra_json
    if headers:
        arguments["extra_headers"] = headers
    if is_given(options.timeout):
        arguments["timeout"] = options.timeout
    if is_given(options.max_retries):
        config = Config() if arguments.get("config") is None else check_config(arguments["config"])
        arguments["config"] = config.merged(Config(max_retries=options.max_retries))
    return operation, {name: value for name, value in arguments.items() if value is not None or name == "timeout"}


def result_type(client: Any, operation: Any) -> Any:
    """Return the type of an operation's result, the `cast_to` of the official client."""
    if operation.is_custom:
        return getattr(operation, "cast_to", None)
    if operation.response_type in ("text", "nothing"):
        return str if operation.response_type == "text" else type(None)
    if operation.response_type == "binary":
        from ..results.binary import HttpxBinaryResponseContent

        return HttpxBinaryResponseContent
    from ..results import models, pages
    from ..results.objects import APIObject

    if operation.page:
        return pages.page_class(client._class_prefix, operation)
    try:
        return models.find_model(operation.returns, operation.model_package)
    except LookupError:
        return APIObject


def _bind(attempts: Attempts) -> Tuple[Any, Dict[str, Any], Any, bool]:
    """Return operation and arguments of a call, the class of its response if it asks for one, and whether to read."""
    operation, arguments = attempts.to_call(attempts.options)
    operation = operation.copy_for(operation.owner)
    operation.attempts = attempts
    if RAW_RESPONSE_HEADER in (arguments.get("extra_headers") or ()):
        from .response_calls import pop_response_class

        return (operation, arguments, *pop_response_class(operation, arguments, attempts.client._is_async))
    return operation, arguments, None, True


def _finish(attempts: Attempts, executed: Any, response_class: Any, cast_to: Any, stream: bool) -> Any:
    client, options = attempts.client, attempts.options

    def make_result() -> Any:
        if response_class is None:
            return client._build_result(*executed)
        response = response_class(client, *executed)
        response.set_default_type(cast_to)
        return response

    options.finish = make_result
    response: Response = executed[1]
    return client._process_response(
        cast_to=cast_to, options=options, response=response, stream=stream, stream_cls=attempts.stream_cls,
        retries_taken=getattr(response, "retries_taken", 0),
    )  # fmt: skip


def _describe(client: Any, options: Any) -> Any:
    """Return a copy of options, with the idempotency key of a client that makes its own."""
    options = options.copy()
    options.idempotency_header = getattr(client, "_idempotency_header", None)
    if (
        options.idempotency_key is None
        and options.method.lower() != "get"
        and is_overridden(client, "_idempotency_key")
    ):
        options.idempotency_key = client._idempotency_key()
    return options


def send(client: Any, cast_to: Any, options: Any, stream: bool, stream_cls: Any) -> Any:
    """Send the request that options describe, and return its result; a coroutine for an async client."""
    options = _describe(client, options)
    attempts = Attempts(client, options, stream_cls, lambda options: to_call(options, cast_to, stream, stream_cls))
    if client._is_async:
        return _send_async(attempts, cast_to, stream)
    attempts.options = client._prepare_options(options.copy())
    operation, arguments, response_class, read_body = _bind(attempts)
    try:
        executed = client._execute(operation, arguments, read_body)
    except APIStatusError as error:
        made = attempts.convert_error(error)
        if made is error:
            raise
        raise made from None
    return _finish(attempts, executed, response_class, cast_to, stream)


async def _send_async(attempts: Attempts, cast_to: Any, stream: bool) -> Any:
    client = attempts.client
    attempts.options = await resolve(client._prepare_options(attempts.input_options.copy()))
    operation, arguments, response_class, read_body = _bind(attempts)
    try:
        executed = await client._execute(operation, arguments, read_body)
    except APIStatusError as error:
        made = attempts.convert_error(error)
        if made is error:
            raise
        raise made from None
    return await resolve(_finish(attempts, executed, response_class, cast_to, stream))
