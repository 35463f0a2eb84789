# SPDX-License-Identifier: MIT
"""What interactive prompts see of operations and helpers: signatures, help texts, names."""

from __future__ import annotations

import ast
import functools
import inspect
import pydoc
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from . import FOLDER, PACKAGE, load, needs_stubs, package
from .test_vendoring import original_root

api = load("api")
OPERATIONS = [operation for name, operation in api.operations() if name != "legacy"]
EXTRA = {"extra_headers", "extra_query", "extra_body", "timeout", "config"}


@pytest.fixture(scope="module")
def client():
    return package.OpenAI(api_key="k", environment=False)


def read_path(client, path: str):
    return functools.reduce(getattr, path.split("."), client)


def is_required(parameter: inspect.Parameter) -> bool:
    return parameter.default is inspect.Parameter.empty and parameter.kind is not inspect.Parameter.VAR_KEYWORD


@needs_stubs
@pytest.mark.parametrize("operation", OPERATIONS[::13], ids=repr)
def test_an_operation_has_the_parameters_of_its_stub(client, operation) -> None:
    signature_of = load("api.signatures").signature_of

    signature = signature_of(operation, client)
    required = {name for name, parameter in signature.parameters.items() if is_required(parameter)}
    assert EXTRA <= set(signature.parameters)
    assert required >= set(operation.path_names)
    if "|" not in operation.required:
        assert required == set(operation.required_names)


@needs_stubs
def test_reading_a_signature_takes_about_as_long_as_parsing_its_stub(client) -> None:
    """Decorators read signatures and docstrings, also of methods with dozens of overloads in a large stub."""
    stub = (FOLDER / "resources" / "responses" / "responses.pyi").read_bytes()

    def measure(function, *arguments) -> float:
        start = time.process_time()
        function(*arguments)
        return time.process_time() - start

    parsing = min(measure(ast.parse, stub) for _ in range(3))
    read_signature = load("api.signatures")._read_signature
    operation = next(entry for entry in OPERATIONS if repr(entry) == "<Operation POST /responses>")
    assert min(measure(read_signature.__wrapped__, operation, False) for _ in range(3)) < 20 * parsing
    assert inspect.signature(client.responses.create) == read_signature(operation, False)


@needs_stubs
def test_every_operation_has_a_stub() -> None:
    """With the method and path in its docstring; each stub is read once."""
    texts = [path.read_text(encoding="utf-8") for path in (FOLDER / "resources").rglob("*.pyi")]
    documented = {line.strip() for text in texts for line in text.splitlines() if line.strip().startswith('"""')}
    for operation in OPERATIONS:
        assert '"""{} {}"""'.format(operation.method, operation.path) in documented


@needs_stubs
def test_a_signature_shows_types_and_defaults_as_text(client) -> None:
    signature = inspect.signature(client.chat.completions.create)
    assert signature.parameters["messages"].annotation == "Iterable[ChatCompletionMessageParam]"
    assert is_required(signature.parameters["model"])
    assert repr(signature.parameters["temperature"].default) == "omit"
    assert signature.parameters["temperature"].kind is inspect.Parameter.KEYWORD_ONLY
    assert signature.return_annotation == "ChatCompletion | Stream[ChatCompletionChunk]"
    assert "Literal[True]" in signature.parameters["stream"].annotation
    signature = inspect.signature(client.files.retrieve)
    assert signature.parameters["file_id"].kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
    assert signature.return_annotation == "FileObject"


@needs_stubs
def test_helpers_and_views_have_signatures_too(client) -> None:
    for method in (
        client.chat.completions.parse,
        client.chat.completions.run_tools,
        client.chat.completions.with_raw_response.create,
        package.AsyncOpenAI(api_key="k", environment=False).chat.completions.with_streaming_response.create,
        client.beta.threads.runs.create_and_poll,
    ):
        parameters = inspect.signature(method).parameters
        assert len(parameters) > 5 and any(map(is_required, parameters.values()))
        assert method.__doc__ and method.__name__


@needs_stubs
def test_async_helpers_have_the_signatures_of_the_sync_ones(client) -> None:
    async_client = package.AsyncOpenAI(api_key="k", environment=False)
    for path in (
        "chat.completions.parse",
        "responses.stream",
        "vector_stores.files.upload_and_poll",
        "webhooks.unwrap",
    ):
        parameters = [inspect.signature(read_path(each, path)).parameters for each in (client, async_client)]
        assert list(parameters[0]) == list(parameters[1])


@needs_stubs
@pytest.mark.parametrize("create", ["chat.completions.create", "responses.create", "beta.threads.runs.create"])
def test_helpers_take_what_create_takes(client, create: str) -> None:
    names = set(inspect.signature(read_path(client, create)).parameters) - {"stream"}
    for helper in ("parse", "stream", "create_and_poll"):
        method = getattr(read_path(client, create.rpartition(".")[0]), helper, None)
        missing = names - set(inspect.signature(method).parameters) if method is not None else set()
        assert missing <= {"response_format", "functions", "function_call"}


@needs_stubs
def test_a_parameter_of_one_overload_is_optional_and_options_are_last(client) -> None:
    signature = inspect.signature(client.audio.voices.create)
    assert repr(signature.parameters["prompt"].default) == "omit"
    assert signature.parameters["prompt"].annotation == "str | Omit"
    assert [name for name, parameter in signature.parameters.items() if is_required(parameter)] == ["name"]
    sent = ["extra_headers", "extra_query", "extra_body", "timeout"]
    assert list(signature.parameters)[-8:] == sent + ["config", "on_event", "ledger_label", "cancel"]
    stream = inspect.signature(client.chat.completions.create).parameters["stream"]
    assert stream.annotation == "Optional[Literal[False]] | Literal[True] | Omit"
    assert repr(signature.parameters["timeout"].default) == "NOT_GIVEN"
    assert inspect.signature(client.beta.threads.runs.stream).parameters["event_handler"].default is None
    assert inspect.signature(client.files.wait_for_processing).parameters["max_wait_seconds"].default == 1800


@needs_stubs
def test_the_page_of_help_has_all_that_a_call_needs(client) -> None:
    text = client.files.retrieve.__doc__
    if sys.version_info >= (3, 9):  # before, help() showed the class of an object
        text = pydoc.render_doc(client.files.retrieve, renderer=pydoc.plaintext)
    assert "GET /files/{file_id}" in text
    assert "file_id: str (required)" in text
    assert "Returns: FileObject" in text
    assert "https://" in text
    assert "with_raw_response" not in text


def test_names_are_listed(client) -> None:
    assert {"create", "parse", "stream", "messages", "with_raw_response"} <= set(dir(client.chat.completions))
    assert {"chat", "responses", "files", "with_options"} <= set(dir(client))
    for resource in client.chat, client.chat.completions, client.beta.threads, client.admin.organization:
        values = [getattr(resource, name) for name in dir(resource) if not name.startswith("_")]
        assert values and not [value for value in values if isinstance(value, (str, bool))]


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    code = "import sys, {0}\n{0}.OpenAI(api_key='k').files.list\nassert {0!r} + '.api.signatures' not in sys.modules"
    run_in(original_root(), code.format(PACKAGE))


def test_without_stubs_the_table_tells_what_is_required(tmp_path: Path) -> None:
    shutil.copytree(str(FOLDER), str(tmp_path / "copied"), ignore=shutil.ignore_patterns("*.pyi", "__pycache__"))
    code = (
        "import inspect, copied; c = copied.OpenAI(api_key='k')\n"
        "assert str(inspect.signature(c.chat.completions.create)) == '(*, messages, model, **parameters)'\n"
        "assert 'file_id' in str(inspect.signature(c.files.retrieve))\n"
        "assert 'Parameters' in c.files.retrieve.__doc__\n"
        "inspect.signature(c.chat.completions.parse)\n"
        "assert list(inspect.signature(copied.AzureOpenAI).parameters) == ['environment', 'options']\n"
        "described = inspect.signature(c.live.sideband.connect)\n"
        "assert list(described.parameters)[:3] == ['session_id', 'graceful_close', 'extra_query']\n"
        "from copied.resources.responses.responses import ResponsesResponseResource as Resource\n"
        "assert str(inspect.signature(Resource.steer)) == '(self, *, input, previous_response_id)'\n"
    )
    run_in(tmp_path, code)


ENDPOINTS = load("connections.endpoints").ENDPOINTS.values()


def connect_of(client, endpoint):
    return read_path(client, endpoint.name + ".connect")


@needs_stubs
@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda endpoint: endpoint.name)
@pytest.mark.parametrize("client_class", ["OpenAI", "AsyncOpenAI"])
def test_connect_has_the_signature_of_its_stub_and_of_its_table(endpoint, client_class: str) -> None:
    """`connect` binds its arguments by the table; the stub, which the signature comes from, must not differ."""
    connect = connect_of(getattr(package, client_class)(api_key="k", environment=False), endpoint)
    signature = inspect.signature(connect)
    from_table = load("connections.signatures")._connect_parameters(endpoint)
    assert [(parameter.name, parameter.kind, parameter.default) for parameter in signature.parameters.values()] == [
        (parameter.name, parameter.kind, parameter.default) for parameter in from_table
    ]
    manager = ("Async" if client_class == "AsyncOpenAI" else "") + endpoint.prefix + "ConnectionManager"
    assert signature.return_annotation == manager
    required = {name: "x" for name, parameter in signature.parameters.items() if is_required(parameter)}
    made = connect(**required)
    assert type(made).__name__ == manager
    options = {
        name: parameter.default for name, parameter in signature.parameters.items() if not is_required(parameter)
    }
    assert type(connect(**required, **options)) is type(made)  # all of them are accepted
    with pytest.raises(TypeError, match="unexpected argument 'no_such_option'"):
        connect(**required, no_such_option=1)


@needs_stubs
@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda endpoint: endpoint.name)
@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_methods_that_send_events_have_the_signatures_of_their_stubs(endpoint, is_async: bool) -> None:
    cls = load("connections.classes").connection_class(endpoint.name, is_async)
    assert getattr(load("resources." + endpoint.module), cls.__name__) is cls
    connection = object.__new__(cls)
    for event in endpoint.client_events.values():
        method = read_path(connection, event.type)
        signature = inspect.signature(method)
        assert set(signature.parameters) == set(event.names)
        assert {name for name, each in signature.parameters.items() if is_required(each)} == set(event.required)
        assert {each.kind for each in signature.parameters.values()} <= {inspect.Parameter.KEYWORD_ONLY}
        assert all(each.annotation for each in signature.parameters.values())
        assert inspect.iscoroutinefunction(method) == is_async and event.type in method.__doc__


@needs_stubs
def test_the_help_of_connect_names_path_arguments_and_events(client) -> None:
    text = pydoc.render_doc(client.live.sideband.connect, renderer=pydoc.plaintext)
    assert "wss://…/live/sessions/{session_id}/attach" in text and "session_id: str (required)" in text
    assert "on_reconnecting" in text and "session.instructions.append" in text
    assert "session.start" not in text and "with client.live.sideband.connect(…) as connection" in text
    beta = pydoc.render_doc(client.beta.realtime.connect, renderer=pydoc.plaintext)
    assert "on_reconnecting" not in beta and "transcription_session.update" in beta


def test_classes_of_reconnecting_are_loaded_without_sockets() -> None:
    code = (
        "import sys\nbefore = set(sys.modules)  # those of a tool that measures the coverage\nimport {0}\n"
        "event = {0}.ReconnectingEvent(1, 5, 0.5, 1006, {{}}, {{}})\n"
        "assert {0}.ReconnectingOverrides(abort=True) == dict(abort=True)\n"
        "from {0}.types import websocket_reconnection as types\n"
        "assert types.ReconnectingEvent is {0}.ReconnectingEvent and types.is_recoverable_close(event.close_code)\n"
        "assert types.ReconnectingOverrides is {0}.ReconnectingOverrides\n"
        "assert not (sys.modules.keys() - before) & {{'socket', 'ssl', {0!r} + '.connections.connection'}}"
    )
    run_in(original_root(), code.format(PACKAGE))


def run_in(folder: Path, code: str) -> None:
    code = "import sys; sys.path.insert(0, {!r}); ".format(str(folder)) + code
    subprocess.run([sys.executable, "-I", "-W", "error", "-c", code], check=True, timeout=60)


@needs_stubs
@pytest.mark.parametrize("name", ["AzureOpenAI", "AsyncAzureOpenAI", "BedrockOpenAI", "AsyncBedrockOpenAI"])
def test_constructors_of_other_providers_have_the_parameters_of_their_stubs(name: str) -> None:
    cls = getattr(package, name)
    names = set(inspect.getfullargspec(cls.__init__).kwonlyargs)
    own = {"azure_endpoint", "azure_ad_token", "api_version"} if "Azure" in name else {"aws_region", "aws_profile"}
    common = {"api_key", "base_url", "default_headers", "timeout", "max_retries", "http_client", "environment"}
    assert own | common | {"_strict_response_validation"} <= names
    assert set(inspect.signature(cls).parameters) == names
    subclass = type("Own", (cls,), {})
    assert set(inspect.signature(subclass.__init__).parameters) == names | {"self"}
    options = {"azure_endpoint": "https://h", "api_version": "1"} if "Azure" in name else {"aws_region": "us-east-1"}
    instance = object.__new__(subclass)
    subclass.__init__(instance, api_key="k", environment=False, **options)
    assert isinstance(instance, cls) and instance.max_retries == 2


@needs_stubs
def test_a_call_with_all_defaults_of_the_signature_is_the_same_call() -> None:
    """Instrumentations bind arguments, apply the defaults, and record or pass on what is no sentinel."""
    sentinels = load("call.sentinels").SENTINEL_TYPES
    with load("testing").EmbeddedServer() as server, package.OpenAI(
        api_key="k", base_url=server.base_url, environment=False
    ) as client:
        bound = inspect.signature(client.chat.completions.create).bind(model="m", messages=[{"role": "user"}])
        bound.apply_defaults()
        given = {name for name, value in bound.arguments.items() if type(value) not in sentinels}
        assert given == {"model", "messages", "extra_headers", "extra_query", "extra_body"}
        client.chat.completions.create(**bound.arguments)
        assert server.requests[0].json() == {"model": "m", "messages": [{"role": "user"}]}


@needs_stubs
@pytest.mark.parametrize("name", ["OpenAI", "AsyncOpenAI"])
def test_a_copy_takes_what_the_constructor_takes(name: str) -> None:
    cls = getattr(package, name)
    expected = set(inspect.signature(cls).parameters)
    for method in (cls.copy, cls.with_options):
        parameters = inspect.signature(method).parameters
        assert expected | {"self", "set_default_headers", "set_default_query", "_extra_kwargs"} == set(parameters)
        assert all(parameter.kind is not inspect.Parameter.VAR_KEYWORD for parameter in parameters.values())


def test_requests_of_async_clients_to_any_path_are_coroutine_functions() -> None:
    names = ("get", "post", "put", "patch", "delete")
    client = package.AsyncOpenAI(api_key="k", environment=False)
    assert all(inspect.iscoroutinefunction(getattr(client, name)) for name in names)
    assert not any(inspect.iscoroutinefunction(getattr(package.OpenAI, name)) for name in names)
