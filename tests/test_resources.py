# SPDX-License-Identifier: MIT
"""Resources as classes whose methods programs inspect, wrap, replace and override, as instrumentations do."""

from __future__ import annotations

import asyncio
import functools
import importlib
import inspect
import pickle
import types
from typing import Any, Callable, Iterator
from unittest import mock

import pytest

from . import PACKAGE, load, package

api = load("api")
EmbeddedServer = load("testing").EmbeddedServer
MESSAGES = [{"role": "user", "content": "hi"}]
CHAT = {"model": "m", "messages": MESSAGES}
REQUEST = {"model": "m", "input": "x"}


@pytest.fixture(scope="module")
def server() -> Iterator[Any]:
    with EmbeddedServer() as running:
        yield running


@pytest.fixture
def client(server: Any) -> Iterator[Any]:
    with package.OpenAI(api_key="k", base_url=server.base_url, environment=False, max_retries=0) as opened:
        yield opened


def run_async(server: Any, test: Callable[[Any], Any], cls: Any = None) -> Any:
    async def main() -> Any:
        options = {"api_key": "k", "base_url": server.base_url, "environment": False, "max_retries": 0}
        async with (cls or package.AsyncOpenAI)(**options) as opened:
            return await asyncio.wait_for(test(opened), 60)

    return asyncio.run(main())


def resource(path: str) -> Any:
    module, _, name = path.rpartition(".")
    return getattr(importlib.import_module("{}.resources.{}".format(PACKAGE, module)), name)


def all_resources(cls: Any) -> Iterator[Any]:
    yield cls
    for entry in cls.table.values():
        if hasattr(entry, "resolve"):
            yield from all_resources(entry.resolve(cls))


# Methods among methods.


@pytest.mark.parametrize("root", sorted(api.ROOT_RESOURCES))
def test_methods_are_functions_and_async_ones_coroutine_functions(root: str) -> None:
    for is_async in (False, True):
        for cls in all_resources(api.resource_class(api.root_resource(root), is_async)):
            for name, entry in cls.table.items():
                if hasattr(entry, "resolve"):
                    continue
                bound = getattr(cls(None), name)
                is_plain = entry.kind in ("manager", "plain") if hasattr(entry, "kind") else bool(entry.page)
                is_coroutine = is_async and not is_plain
                for method in (getattr(cls, name), bound):
                    assert inspect.iscoroutinefunction(method) is is_coroutine, (cls, name)
                    assert (method.__name__, method.__qualname__) == (name, cls.__name__ + "." + name)
                    assert isinstance(method.__module__, str)
                assert inspect.isfunction(getattr(cls, name)) and inspect.ismethod(bound)
                assert bound.__func__ is vars(cls)[name] and isinstance(bound.__self__, cls)


def test_unbound_methods_have_self_in_their_signature() -> None:
    parameters = list(inspect.signature(resource("chat.completions.Completions").create).parameters)
    assert parameters[0] == "self" and "messages" in parameters
    assert "self" not in inspect.signature(resource("chat.completions.Completions")(None).create).parameters


def test_names_and_documentation_are_copied_by_wraps() -> None:
    original = resource("files.AsyncFiles").retrieve

    @functools.wraps(original)
    async def wrapper(self: Any, *args: Any, **kwargs: Any) -> None:
        """Do nothing."""

    assert wrapper.__name__ == "retrieve" and wrapper.__qualname__ == "AsyncFiles.retrieve"
    assert "GET /files/{file_id}" in (wrapper.__doc__ or "") and wrapper.__wrapped__ is original  # type: ignore[attr-defined]
    assert list(inspect.signature(wrapper).parameters)[:1] == ["self"]


# Classes.


def test_clients_use_the_classes_of_the_official_modules(client: Any) -> None:
    completions, chat = resource("chat.completions.Completions"), resource("chat.Chat")
    assert type(client.chat) is chat is resource("chat.chat.Chat")
    assert type(client.chat.completions) is completions is resource("chat.completions.completions.Completions")
    assert completions is resource("chat.Completions") and completions is not resource("completions.Completions")
    assert not issubclass(resource("chat.completions.AsyncCompletions"), completions)
    assert resource("chat.completions.messages.Messages") is resource("chat.completions.Messages")
    assert type(client.beta.threads.runs.steps) is resource("beta.threads.runs.Steps")
    assert type(client.beta.chat) is chat
    raw = client.chat.completions.with_raw_response
    assert type(raw) is resource("chat.completions.CompletionsWithRawResponse")
    assert type(raw.messages) is resource("chat.completions.MessagesWithRawResponse")
    streaming = client.chat.with_streaming_response.completions
    assert type(streaming) is resource("chat.completions.CompletionsWithStreamingResponse")
    a_client = package.AsyncOpenAI(api_key="k", environment=False)
    assert type(a_client.chat.completions) is resource("chat.completions.AsyncCompletions")
    assert type(a_client.chat.with_raw_response) is resource("chat.AsyncChatWithRawResponse")
    assert type(a_client.fine_tuning.jobs.checkpoints) is resource("fine_tuning.jobs.checkpoints.AsyncCheckpoints")


def test_modules_list_their_names_and_miss_others() -> None:
    module = importlib.import_module(PACKAGE + ".resources.chat")
    assert {"Chat", "AsyncCompletions", "ChatWithRawResponse"} <= set(dir(module)) == set(module.__all__)
    assert module.completions.Completions is module.Completions
    assert {"Files", "AsyncEmbeddings"} <= set(dir(package.resources))
    for name in ("chat.nothing", "legacy", "files.files", "beta.chat"):
        with pytest.raises(ModuleNotFoundError):
            importlib.import_module(PACKAGE + ".resources." + name)
    with pytest.raises(AttributeError, match="Nothing"):
        module.Nothing  # noqa: B018
    with pytest.raises(AttributeError, match="Legacy"):
        package.resources.Legacy  # noqa: B018


@pytest.mark.parametrize("dotted", ["chat.completions", "embeddings", "responses", "images", "audio.speech", "files"])
def test_a_resource_is_made_of_a_client(client: Any, dotted: str) -> None:
    cls = functools.reduce(getattr, dotted.split("."), client).__class__
    made = cls(client)
    assert made._client is client and isinstance(made, load("api.operation").Resource)
    assert made._post.__self__ is client and made._get_api_list.__self__ is client


def test_a_subclass_overrides_a_method(client: Any) -> None:
    class Own(resource("chat.completions.Completions")):  # type: ignore[misc]
        def create(self, **arguments: Any) -> Any:
            seen.append(sorted(arguments))
            return super().create(**arguments)

    seen: list[list[str]] = []
    own = Own(client)
    assert own.create(**CHAT).choices
    with own.stream(**CHAT) as stream:
        assert stream.get_final_completion().choices
    assert own.with_raw_response.create(**CHAT).parse().choices
    assert own.parse(**CHAT).choices
    assert own.retrieve.__func__ is resource("chat.completions.Completions").retrieve
    assert [names[:2] for names in seen] == [
        ["messages", "model"],
        ["extra_headers", "messages"],
        ["extra_headers", "messages"],
    ]


# Wrappers. Each way returns a function that restores the original.


def wrap_by_setattr(cls: Any, name: str, calls: Any) -> Any:
    original = getattr(cls, name)
    if inspect.iscoroutinefunction(original):

        @functools.wraps(original)
        async def wrapper(self: Any, *args: Any, **kwargs: Any) -> Any:
            calls.append((self, args, dict(kwargs)))
            return await original(self, *args, **kwargs)

    else:

        @functools.wraps(original)
        def wrapper(self: Any, *args: Any, **kwargs: Any) -> Any:
            calls.append((self, args, dict(kwargs)))
            return original(self, *args, **kwargs)

    setattr(cls, name, wrapper)
    return lambda: setattr(cls, name, original)


def wrap_by_descriptor(cls: Any, name: str, calls: Any) -> Any:
    """Replace the attribute of the class by a descriptor that binds the stored one, as wrapt does."""

    class Wrapper:
        def __get__(self, instance: Any, owner: Any = None) -> Any:
            bound = stored.__get__(instance, owner)

            def call(*args: Any, **kwargs: Any) -> Any:
                calls.append((instance, args, dict(kwargs)))
                return bound(*args, **kwargs)

            return call

    stored = vars(cls)[name]
    setattr(cls, name, Wrapper())
    return lambda: setattr(cls, name, stored)


def wrap_by_patch(cls: Any, name: str, calls: Any) -> Any:
    original = getattr(cls, name)

    def side_effect(self: Any, *args: Any, **kwargs: Any) -> Any:
        calls.append((self, args, dict(kwargs)))
        return original(self, *args, **kwargs)

    async def async_side_effect(self: Any, *args: Any, **kwargs: Any) -> Any:
        return await side_effect(self, *args, **kwargs)

    effect = async_side_effect if inspect.iscoroutinefunction(original) else side_effect
    patcher = mock.patch.object(cls, name, autospec=True, side_effect=effect)
    patcher.start()
    return patcher.stop


def wrap_by_wrapt(cls: Any, name: str, calls: Any) -> Any:
    wrapt = pytest.importorskip("wrapt")

    def wrapper(wrapped: Any, instance: Any, args: Any, kwargs: Any) -> Any:
        calls.append((instance, args, dict(kwargs)))
        return wrapped(*args, **kwargs)

    original = vars(cls)[name]
    wrapt.wrap_function_wrapper(cls, name, wrapper)
    return lambda: setattr(cls, name, original)


WAYS = [wrap_by_setattr, wrap_by_descriptor, wrap_by_patch, wrap_by_wrapt]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("path", "name", "arguments"),
    [
        ("chat.completions.Completions", "create", CHAT),
        ("chat.completions.Completions", "parse", CHAT),
        ("responses.Responses", "create", REQUEST),
        ("responses.Responses", "parse", REQUEST),
        ("embeddings.Embeddings", "create", REQUEST),
        ("images.Images", "generate", {"prompt": "p"}),
        ("moderations.Moderations", "create", {"input": "x"}),
        ("models.Models", "list", {}),
    ],
)
def test_a_wrapper_is_called_once_with_the_keywords_of_the_caller(
    client: Any, server: Any, way: Any, path: str, name: str, arguments: Any
) -> None:
    calls: list[Any] = []
    cls, async_cls = resource(path), resource(".Async".join(path.rsplit(".", 1)))
    dotted = path.rpartition(".")[0]
    target = functools.reduce(getattr, dotted.split("."), client)  # it exists before it is wrapped
    plain = getattr(target, name)(**arguments)
    undo, undo_async = way(cls, name, calls), way(async_cls, name, calls)
    try:
        assert type(getattr(target, name)(**arguments)) is type(plain)
        assert calls == [(target, (), arguments)]

        async def test(a_client: Any) -> Any:
            a_target = functools.reduce(getattr, dotted.split("."), a_client)
            result = await getattr(a_target, name)(**arguments)
            return a_target, result

        a_target, result = run_async(server, test)
        assert calls[1:] == [(a_target, (), arguments)]
        assert type(result).__name__.replace("Async", "") == type(plain).__name__.replace("Sync", "")
    finally:
        undo()
        undo_async()
    getattr(target, name)(**arguments)
    assert len(calls) == 2 and vars(cls)[name] is cls.table[name]


@pytest.mark.parametrize("way", WAYS)
def test_streams_raw_responses_and_stream_helpers_pass_through_the_wrapper(client: Any, server: Any, way: Any) -> None:
    cls, calls = resource("chat.completions.Completions"), []
    undo = way(cls, "create", calls)
    try:
        chunks = list(client.chat.completions.create(**CHAT, stream=True))
        assert chunks and calls.pop()[2] == {**CHAT, "stream": True}
        assert client.chat.completions.with_raw_response.create(**CHAT).parse().choices
        assert calls.pop()[2] == {**CHAT, "extra_headers": {"X-Stainless-Raw-Response": "true"}}
        assert client.with_raw_response.chat.completions.create(**CHAT, extra_headers={"A": "b"}).parse().choices
        assert calls.pop()[2]["extra_headers"] == {"A": "b", "X-Stainless-Raw-Response": "true"}
        manager = client.chat.completions.with_streaming_response.create(**CHAT)
        assert calls == []
        with manager as response:
            assert response.parse().choices
        assert calls.pop()[2] == {**CHAT, "extra_headers": {"X-Stainless-Raw-Response": "stream"}}
        with client.chat.completions.stream(**CHAT) as stream:
            assert stream.get_final_completion().choices
        assert calls.pop()[2]["stream"] is True and calls == []
        assert client.chat.completions.parse(**CHAT).choices and calls == []
    finally:
        undo()
    sent = [dict(request.headers) for request in server.requests]
    assert not any("raw-response" in name.lower() for headers in sent for name in headers)


def test_a_wrapper_of_a_creating_operation_sees_the_helper_that_polls(client: Any) -> None:
    cls, calls = resource("vector_stores.FileBatches"), []
    undo = wrap_by_setattr(cls, "create", calls)
    try:
        store = client.vector_stores.create()
        file = client.files.create(file=("a.txt", b"x"), purpose="assistants")
        batch = client.vector_stores.file_batches.create_and_poll(
            vector_store_id=store.id, file_ids=[file.id], poll_interval_ms=1
        )
        assert batch.status == "completed" and len(calls) == 1
    finally:
        undo()


def test_an_instance_is_patched(client: Any, server: Any) -> None:
    completions = client.chat.completions
    original = completions.create
    completions.create = lambda **arguments: seen.append(arguments) or original(**arguments)
    seen: list[Any] = []
    assert client.chat.completions.create(**CHAT).choices
    assert completions.with_raw_response.create(**CHAT).parse().choices
    with completions.stream(**CHAT) as stream:
        stream.until_done()
    assert len(seen) == 3
    del completions.create
    assert completions.create == original

    async def test(a_client: Any) -> None:
        create = a_client.chat.completions.create

        async def patched(**arguments: Any) -> Any:
            seen.append(arguments)
            return await create(**arguments)

        a_client.chat.completions.create = patched
        raw = await a_client.chat.completions.with_raw_response.create(**CHAT)
        assert raw.parse().choices
        async with a_client.chat.completions.with_streaming_response.create(**CHAT) as response:
            assert (await response.parse()).choices
        async with a_client.chat.completions.stream(**CHAT) as stream:
            assert (await stream.get_final_completion()).choices

    run_async(server, test)
    assert len(seen) == 6


def test_a_view_is_wrapped_when_it_is_made(client: Any) -> None:
    """As ddtrace does."""
    cls = resource("chat.CompletionsWithRawResponse")
    original = cls.__init__

    def init(self: Any, *args: Any) -> None:
        original(self, *args)
        create = self.create
        self.create = lambda **arguments: seen.append(arguments) or create(**arguments)

    seen: list[Any] = []
    with mock.patch.object(cls, "__init__", init):
        assert client.chat.completions.with_raw_response.create(**CHAT).parse().choices
    assert seen == [CHAT]


def test_iteration_of_streams_is_wrapped(client: Any, server: Any) -> None:
    """As langfuse does: the wrapper iterates over what the original returns."""
    original, a_original = package.Stream.__iter__, package.AsyncStream.__aiter__
    seen: list[Any] = []

    def traced(self: Any) -> Any:
        for item in original(self):
            seen.append(item)
            yield item

    async def a_traced(self: Any) -> Any:
        async for item in a_original(self):
            seen.append(item)
            yield item

    async def test(a_client: Any) -> int:
        return len([item async for item in await a_client.chat.completions.create(**CHAT, stream=True)])

    with mock.patch.object(package.Stream, "__iter__", traced):
        with mock.patch.object(package.AsyncStream, "__aiter__", a_traced):
            count = len(list(client.chat.completions.create(**CHAT, stream=True)))
            assert run_async(server, test) == count and len(seen) == 2 * count > 2


# Methods of the client.


def test_request_is_wrapped_in_a_client_and_in_its_class(client: Any, server: Any) -> None:
    """As logfire and openinference do."""
    seen: list[Any] = []

    def check(cast_to: Any, options: Any, stream: bool = False, stream_cls: Any = None) -> None:
        seen.append((cast_to.__name__, options.method, options.url, options.json_data, stream))
        options.headers = {**(options.headers or {}), "X-Added": "yes"}

    original = client.request

    @functools.wraps(original)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        check(*args, **kwargs)
        return original(*args, **kwargs)

    client.request = wrapper
    assert client.chat.completions.create(**CHAT).choices
    assert seen.pop() == ("ChatCompletion", "post", "/chat/completions", CHAT, False)
    assert list(client.chat.completions.create(**CHAT, stream=True))
    assert seen.pop() == ("ChatCompletion", "post", "/chat/completions", {**CHAT, "stream": True}, True)
    assert list(client.models.list(extra_query={"a": "b"}))
    assert seen.pop()[1:4] == ("get", "/models", None)
    assert client.models.retrieve("gpt-4o-mini").id
    assert seen.pop()[:3] == ("Model", "get", "/models/gpt-4o-mini")
    assert client.chat.completions.with_raw_response.create(**CHAT).parse().choices and len(seen) == 1
    assert client.get("/models", cast_to=dict)["data"] and seen.pop()[:3] == ("dict", "get", "/models")
    assert all(dict(request.headers)["X-Added"] == "yes" for request in server.requests[-6:])
    del client.request
    original_class, seen[:] = package.AsyncOpenAI.request, []

    def class_wrapper(self: Any, *args: Any, **kwargs: Any) -> Any:
        check(*args, **kwargs)
        return original_class(self, *args, **kwargs)

    async def test(a_client: Any) -> None:
        assert (await a_client.chat.completions.create(**CHAT)).choices
        assert [model async for model in a_client.models.list()]
        assert (await a_client.models.list()).data

    with mock.patch.object(package.AsyncOpenAI, "request", class_wrapper):
        run_async(server, test)
    assert [url for _, _, url, _, _ in seen] == ["/chat/completions", "/models", "/models"]


def test_a_class_of_streams_is_exchanged(client: Any, server: Any) -> None:
    seen: list[Any] = []

    def exchange(stream_cls: Any) -> Any:
        if stream_cls.__name__ == "Stream":

            class Recording(stream_cls):  # type: ignore[misc]
                def __stream__(self) -> Any:
                    for item in super().__stream__():
                        seen.append(item)
                        yield item

            return Recording

        class AsyncRecording(stream_cls):  # type: ignore[misc]
            async def __stream__(self) -> Any:
                async for item in super().__stream__():
                    seen.append(item)
                    yield item

        return AsyncRecording

    def patched(opened: Any) -> None:
        request = opened.request
        opened.request = lambda *args, **kwargs: request(
            *args, **{**kwargs, "stream_cls": exchange(kwargs["stream_cls"])}
        )

    patched(client)
    chunks = list(client.chat.completions.create(**CHAT, stream=True))
    assert seen == chunks
    with client.chat.completions.stream(**CHAT) as stream:
        stream.until_done()
    assert len(seen) == 2 * len(chunks)

    async def test(a_client: Any) -> None:
        patched(a_client)
        del seen[:]
        stream = await a_client.chat.completions.create(**CHAT, stream=True)
        assert [item async for item in stream] == seen and len(seen) == len(chunks)

    run_async(server, test)


class Seams:
    """Overrides that programs have; each notes its call."""

    seen: list[str]

    @property
    def default_headers(self) -> Any:
        return {**super().default_headers, "X-Default": "d"}  # type: ignore[misc]

    @property
    def auth_headers(self) -> Any:
        return {"Authorization": "Bearer own"}

    def _build_request(self, options: Any, **keywords: Any) -> Any:
        request = super()._build_request(options, **keywords)  # type: ignore[misc]
        request.headers["X-Built"] = options.url
        return request

    def _validate_headers(self, headers: Any, custom_headers: Any) -> None:
        self.seen.append("validate")

    def _should_retry(self, response: Any) -> bool:
        self.seen.append("should_retry {}".format(response.status_code))
        return response.status_code == 404

    def _calculate_retry_timeout(self, remaining: int, options: Any, headers: Any = None) -> float:
        self.seen.append("remaining {}".format(remaining))
        return 0.0

    def _make_status_error(self, err_msg: str, *, body: Any, response: Any) -> Any:
        return KeyError("mine", response.status_code)


class Client(Seams, package.OpenAI):  # type: ignore[misc,name-defined]
    def _prepare_options(self, options: Any) -> Any:
        options = super()._prepare_options(options)
        options.json_data = {**(options.json_data or {}), "user": "me"}
        return options

    def _prepare_request(self, request: Any) -> None:
        super()._prepare_request(request)
        request.headers["X-Prepared"] = "p"

    def _process_response(self, **keywords: Any) -> Any:
        self.seen.append("process {}".format(keywords["response"].status_code))
        return super()._process_response(**keywords)


class AsyncClient(Seams, package.AsyncOpenAI):  # type: ignore[misc,name-defined]
    async def _prepare_options(self, options: Any) -> Any:
        options = await super()._prepare_options(options)
        options.json_data = {**(options.json_data or {}), "user": "me"}
        return options

    async def _prepare_request(self, request: Any) -> None:
        await super()._prepare_request(request)
        request.headers["X-Prepared"] = "p"

    async def _process_response(self, **keywords: Any) -> Any:
        self.seen.append("process {}".format(keywords["response"].status_code))
        return await super()._process_response(**keywords)


def check_overrides(server: Any, client: Any, result: Any) -> None:
    assert result.choices and client.seen == ["validate", "process 200"]
    request = server.requests[-1]
    headers = {name.lower(): value for name, value in dict(request.headers).items()}
    expected = {"x-default": "d", "authorization": "Bearer own", "x-built": "/chat/completions", "x-prepared": "p"}
    assert {name: headers.get(name) for name in expected} == expected
    assert request.json()["user"] == "me"
    del client.seen[:]


def check_failure(client: Any) -> None:
    assert [text for text in client.seen if text != "validate"] == ["should_retry 404", "remaining 1"]


def test_methods_that_subclasses_override_are_called(server: Any) -> None:
    with Client(api_key="k", base_url=server.base_url, environment=False, max_retries=1) as client:
        client.seen = []
        check_overrides(server, client, client.chat.completions.create(**CHAT))
        with pytest.raises(KeyError, match="mine"):
            client.models.retrieve("nothing")
        check_failure(client)


def test_methods_that_subclasses_of_the_async_client_override_are_called(server: Any) -> None:
    async def main() -> None:
        async with AsyncClient(api_key="k", base_url=server.base_url, environment=False, max_retries=1) as client:
            client.seen = []
            check_overrides(server, client, await client.chat.completions.create(**CHAT))
            with pytest.raises(KeyError, match="mine"):
                await client.models.retrieve("nothing")
            check_failure(client)

    asyncio.run(main())


def test_methods_of_the_base_class_tell_what_happens(client: Any) -> None:
    response = load("call.message").Response(429, [("Retry-After", "3")], (), lambda: None, 0.0)
    assert client._should_retry(response) is True
    options = load("client.request_options").FinalRequestOptions(method="get", url="/x", max_retries=2)
    assert client._calculate_retry_timeout(2, options, response.headers) == 3
    assert 0 < client._calculate_retry_timeout(2, options) <= 0.5
    error = client._make_status_error("text", body={"a": 1}, response=response)
    assert type(error) is package.RateLimitError and error.body == {"a": 1}
    assert client.auth_headers == {"Authorization": "Bearer k"}


def test_private_attributes_that_programs_read(client: Any) -> None:
    assert client._base_url._uri_reference == client.base_url
    assert client._strict_response_validation is False and client._refresh_api_key() == "k"
    azure = package.AzureOpenAI(
        azure_endpoint="https://e", api_version="v", api_key="k", default_headers={"A": "b"}, environment=False
    )
    assert azure._custom_query["api-version"] == "v" and azure._api_version == "v"
    assert azure._custom_headers == {"A": "b"}
    transport = client._client
    assert hasattr(transport, "close")
    other = package.UrllibTransport()
    client._client = other
    assert client._client is other and client.models.list().data
    other.close()


def test_an_override_that_limits_retries_keeps_the_config_of_the_call(server: Any) -> None:
    class Client(package.OpenAI):  # type: ignore[misc,name-defined]
        def _prepare_options(self, options: Any) -> Any:
            options.max_retries = 0
            return options

    with Client(api_key="k", base_url=server.base_url, environment=False) as client:
        client.models.list(config=package.Config(organization="org-of-the-call"))
        assert server.requests[-1].header("openai-organization") == "org-of-the-call"
        sent = len(server.requests)
        server.inject_fault("status=503; retry-after-ms=1")
        with pytest.raises(package.InternalServerError):
            client.models.list(config=package.Config(max_retries=2))
        assert len(server.requests) == sent + 1
        with pytest.raises(package.ArgumentError, match="config: expected a Config"):
            client.models.list(config={"organization": "x"})


def test_a_client_that_overrides_nothing_is_not_customized(client: Any) -> None:
    assert client._is_customized is False
    assert types.MethodType(client.chat.completions.create.__func__, client.chat.completions)(**CHAT).choices


def test_async_resources_are_pickled() -> None:
    cls = resource("chat.completions.AsyncCompletions")
    client = package.AsyncOpenAI(api_key="k", environment=False)
    assert type(client.chat.completions) is cls
    assert type(pickle.loads(pickle.dumps(client.chat.completions))) is cls


@pytest.mark.parametrize(
    "name",
    [
        "realtime.realtime.AsyncRealtimeConnection",
        "realtime.realtime.RealtimeConnectionManager",
        "realtime.realtime.RealtimeConversationItemResource",
        "responses.responses.ResponsesConnection",
        "beta.responses.responses.AsyncResponsesResponseResource",
        "live.sideband.SidebandTransportDtmfResource",
        "live.forks.AsyncForksConnectionManager",
        "realtime.translations.translations.BaseTranslationsConnectionResource",
        "beta.realtime.realtime.BaseAsyncRealtimeConnectionResource",
    ],
)
def test_classes_of_connections_have_official_names(name: str) -> None:
    path, _, class_name = name.rpartition(".")
    module = load("resources." + path)
    cls = getattr(module, class_name)
    assert cls.__name__ == class_name and cls.__module__.endswith("resources." + path)
    assert getattr(module, class_name) is cls
    with pytest.raises(AttributeError):
        getattr(module, "NothingConnection")  # noqa: B009


class Attempts:
    """Overrides that are called for each attempt; the first request fails with 503."""

    seen: list[Any]

    def _build_headers(self, options: Any, *, retries_taken: int = 0) -> Any:
        headers = super()._build_headers(options, retries_taken=retries_taken)  # type: ignore[misc]
        headers["X-Retries"] = str(retries_taken)
        return headers

    def _prepare_url(self, url: str) -> Any:
        return str(super()._prepare_url(url)).replace("/wrong/", "/v1/")  # type: ignore[misc]

    def _idempotency_key(self) -> str:
        return "my-key"

    def _note(self, options: Any) -> Any:
        self.seen.append("options")
        options.headers = {"X-Attempt": str(self.seen.count("options"))}
        options.json_data = {**options.json_data, "user": "user {}".format(self.seen.count("options"))}
        return options

    @property
    def default_query(self) -> Any:
        return {**super().default_query, "own": "1"}  # type: ignore[misc]


class AttemptsClient(Attempts, package.OpenAI):  # type: ignore[misc,name-defined]
    def _prepare_options(self, options: Any) -> Any:
        return self._note(super()._prepare_options(options))

    def _send_request(self, request: Any, **keywords: Any) -> Any:
        self.seen.append((request.headers["X-Attempt"], keywords["stream"]))
        return super()._send_request(request, **keywords)


class AsyncAttemptsClient(Attempts, package.AsyncOpenAI):  # type: ignore[misc,name-defined]
    async def _prepare_options(self, options: Any) -> Any:
        return self._note(await super()._prepare_options(options))

    async def _send_request(self, request: Any, **keywords: Any) -> Any:
        self.seen.append((request.headers["X-Attempt"], keywords["stream"]))
        return await super()._send_request(request, **keywords)


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("cls", [AttemptsClient, AsyncAttemptsClient])
def test_overridden_methods_are_called_for_each_attempt(server: Any, cls: Any, stream: bool) -> None:
    url = server.base_url.replace("/v1", "/wrong")
    client = cls(api_key="k", base_url=url, environment=False, max_retries=1, default_query={"set": "2"})
    client.seen = []
    server.inject_fault("status=503; retry-after-ms=1")
    if cls is AttemptsClient:
        result = client.chat.completions.create(**CHAT, stream=stream, extra_query={"given": "3"})
        assert list(result) if stream else result.choices
        client.close()
    else:

        async def main() -> None:
            result = await client.chat.completions.create(**CHAT, stream=stream, extra_query={"given": "3"})
            assert [item async for item in result] if stream else result.choices
            await client.close()

        asyncio.run(main())
    assert client.seen == ["options", ("1", True), "options", ("2", True)]
    for number, request in enumerate(server.requests[-2:], 1):
        headers = {name.lower(): value for name, value in dict(request.headers).items()}
        assert request.json()["user"] == "user {}".format(number) and headers["idempotency-key"] == "my-key"
        assert (headers["x-attempt"], headers["x-retries"]) == (str(number), str(number - 1))
        assert request.path == "/v1/chat/completions"
        assert request.query == {"set": ["2"], "given": ["3"], "own": ["1"]}


def test_a_response_of_another_library_is_returned_by_an_override(server: Any) -> None:
    class Headers(dict):  # type: ignore[type-arg]
        def multi_items(self) -> Any:
            return self.items()

    class Client(package.OpenAI):  # type: ignore[misc,name-defined]
        def _send_request(self, request: Any, **keywords: Any) -> Any:
            return types.SimpleNamespace(
                status_code=200, headers=Headers({"content-type": "application/json"}), close=lambda: None,
                iter_raw=lambda: iter([b'{"object": "list", ', b'"data": []}']),
            )  # fmt: skip

    assert Client(api_key="k", base_url=server.base_url, environment=False).models.list().data == []


def test_options_describe_what_is_sent(client: Any, server: Any) -> None:
    """As in the official package: with the default encoding of embeddings, and files apart from the other fields."""
    seen = []
    request = client.request

    def wrapper(cast_to: Any, options: Any, **keywords: Any) -> Any:
        seen.append((cast_to.__name__, options.json_data, options.files))
        return request(cast_to, options, **keywords)

    client.request = wrapper
    assert client.embeddings.create(**REQUEST).data[0].embedding[0].__class__ is float
    assert seen.pop() == ("CreateEmbeddingResponse", {**REQUEST, "encoding_format": "base64"}, None)
    assert isinstance(client.embeddings.create(**REQUEST, encoding_format="base64").data[0].embedding, str)
    picture = ("a.png", b"png", "image/png")
    client.images.edit(image=picture, prompt="p", model="m")
    assert seen.pop()[1:] == ({"model": "m", "prompt": "p"}, [("image", picture)])
    client.images.edit(image=[picture, picture], prompt="p", model="m")
    assert seen.pop()[1:] == ({"model": "m", "prompt": "p"}, [("image[]", picture)] * 2)
    assert bytes(server.requests[-1].body).count(b'name="image[]"; filename="a.png"') == 2
    assert client.audio.speech.create(model="m", voice="v", input="x").read()
    assert seen.pop()[0] == "HttpxBinaryResponseContent"
    client.models.list()
    assert seen.pop()[0] == "SyncPage[Model]"


def test_a_request_is_built_without_being_sent(client: Any) -> None:
    options = load("client.request_options").FinalRequestOptions(method="post", url="/x", json_data={"a": 1})
    request = client._build_request(options)
    assert (request.method, request.url) == ("POST", client._prepare_url("/x")) and request.content == b'{"a":1}'
    assert request.headers["Authorization"] == "Bearer k"
    assert str(client._prepare_url("https://other/y")) == "https://other/y"


# The class of a client.


@pytest.mark.parametrize("name", ["OpenAI", "AsyncOpenAI", "AzureOpenAI"])
def test_resources_are_attributes_of_the_class(name: str) -> None:
    cls = getattr(package, name)
    assert set(api.ROOT_RESOURCES) <= {name for name, _ in inspect.getmembers(cls)}
    assert hasattr(cls.chat, "__get__") and not callable(cls.chat) and not hasattr(cls, "nothing")
    made = mock.MagicMock(spec=cls)
    made.chat.completions.create.return_value = "text"
    assert made.chat.completions.create(**CHAT) == "text" and isinstance(made, cls)
    with pytest.raises(AttributeError):
        _ = made.nothing
    assert mock.create_autospec(cls).return_value.chat is not None


def test_resources_of_the_class_are_patched(client: Any) -> None:
    with mock.patch.object(package.OpenAI, "chat") as chat:
        chat.completions.create.return_value = "text"
        assert package.OpenAI(api_key="k").chat.completions.create() == "text"
    assert client.chat is client.chat and client.chat.completions.create(**CHAT).choices


def test_a_copy_has_no_methods_that_were_replaced_in_the_original(client: Any, server: Any) -> None:
    seen = []
    request = client.request
    client.request = lambda *args, **keywords: seen.append(1) or request(*args, **keywords)
    client.note = "kept"
    other = client.with_options(base_url=server.base_url.replace("/v1", "/v2"))
    assert other.note == "kept" and other.chat is not client.chat
    with pytest.raises(package.NotFoundError):
        other.get("/nothing")
    assert not seen and server.requests[-1].path.startswith("/v2/")


# Streams that programs wrap.


def test_the_iterator_of_a_stream_is_replaced(client: Any, server: Any) -> None:
    seen: list[Any] = []

    def record(items: Any) -> Iterator[Any]:
        for item in items:
            seen.append(item)
            yield item

    stream = client.chat.completions.create(**CHAT, stream=True)
    stream._iterator = record(stream._iterator)
    first = next(stream)
    assert [first, *stream] == seen and len(seen) > 2

    async def test(a_client: Any) -> None:
        async def record(items: Any) -> Any:
            async for item in items:
                seen.append(item)
                yield item

        del seen[:]
        stream = await a_client.chat.completions.create(**CHAT, stream=True)
        stream._iterator = record(stream._iterator)
        stream._iterator = record(stream._iterator)
        assert isinstance(stream, package.AsyncStream) and type(stream).__name__ == "AsyncStream"
        first = await stream.__anext__()
        items = [first] + [item async for item in stream]
        assert len(seen) == 2 * len(items) and items == seen[::2] == seen[1::2]

    run_async(server, test)


class Wrapper:
    """A program's own object in place of a stream; its `close` is not that of the stream."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def __iter__(self) -> Any:
        return iter(self._stream)

    def __aiter__(self) -> Any:
        return self._stream.__aiter__()

    async def __anext__(self) -> Any:
        return await self._stream.__anext__()

    def close(self) -> None:
        raise AssertionError("closed by the library")


def test_a_stream_of_a_program_is_closed_by_its_response(client: Any, server: Any) -> None:
    create = client.chat.completions.create
    client.chat.completions.create = lambda **keywords: Wrapper(create(**keywords))
    with client.chat.completions.stream(**CHAT) as stream:
        next(stream)
    assert stream.response.is_closed

    async def test(a_client: Any) -> None:
        create = a_client.chat.completions.create

        async def wrapped(**keywords: Any) -> Any:
            return Wrapper(await create(**keywords))

        a_client.chat.completions.create = wrapped
        async with a_client.chat.completions.stream(**CHAT) as stream:
            await stream.__anext__()
        assert stream.response.is_closed

    run_async(server, test)
