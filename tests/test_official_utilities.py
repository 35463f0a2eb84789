# SPDX-License-Identifier: MIT
"""Functions of the private modules that other programs import: transform, files, types, dates, texts."""

from __future__ import annotations

import asyncio
import datetime
import io
import sys
import typing
from pathlib import Path
from typing import Any, Dict, Generic, Iterable, List, Optional, TypeVar, Union

import pytest

from . import load, package

utils, files, compat_names = load("_utils"), load("_files"), load("_compat")
UTC = datetime.timezone.utc
TIME = datetime.datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.mark.skipif(sys.version_info < (3, 11), reason="Annotated is not in typing, or Required is not")
def test_transform_uses_names_and_formats_of_annotations(tmp_path: Path) -> None:
    namespace: Dict[str, Any] = {**vars(typing), "Info": utils.PropertyInfo, "datetime": datetime}
    source = (  # without the postponed evaluation of this module
        "class Inner(TypedDict, total=False):\n"
        "    foo_bar: Annotated[int, Info(alias='fooBar')]\n"
        "class Params(TypedDict, total=False):\n"
        "    card_id: Required[Annotated[str, Info(alias='cardID')]]\n"
        "    inner: Inner\n"
        "    many: Iterable[Inner]\n"
        "    by_name: Dict[str, Inner]\n"
        "    either: Union[str, Inner]\n"
        "    when: Annotated[Union[str, datetime.datetime], Info(format='iso8601')]\n"
        "    day: Annotated[datetime.date, Info(format='custom', format_template='%d.%m.%Y')]\n"
        "    image: Annotated[Any, Info(format='base64')]\n"
    )
    exec(compile(source, "parameters", "exec", dont_inherit=True), namespace)
    path = tmp_path / "image"
    path.write_bytes(b"\x00\x01")
    inner = {"foo_bar": 1}
    data = {
        "card_id": "c", "inner": inner, "many": iter([inner, inner]), "by_name": {"foo_bar": inner}, "either": inner,
        "when": TIME, "day": TIME.date(), "image": path, "left": package.omit, "unknown": {"foo_bar": 2},
    }  # fmt: skip
    sent = utils.maybe_transform(data, namespace["Params"])
    assert sent == {
        "cardID": "c", "inner": {"fooBar": 1}, "many": [{"fooBar": 1}, {"fooBar": 1}],
        "by_name": {"foo_bar": {"fooBar": 1}}, "either": {"fooBar": 1}, "when": "2020-01-02T03:04:05+00:00",
        "day": "02.01.2020", "image": "AAE=", "unknown": {"foo_bar": 2},
    }  # fmt: skip
    assert asyncio.run(utils.async_transform([inner], List.__getitem__(namespace["Inner"]))) == [{"fooBar": 1}]
    assert utils.maybe_transform(None, namespace["Params"]) is None


def test_transform_turns_models_into_the_fields_that_are_set() -> None:
    message = package.types.chat.ChatCompletionMessage(role="assistant", content="x")
    assert utils.transform([message], List[object]) == [{"role": "assistant", "content": "x"}]


@pytest.mark.parametrize(
    "array_format, names", [("brackets", ["f[]", "f[]"]), ("repeat", ["f", "f"]), ("indices", ["f[0]", "f[1]"])]
)
def test_files_are_extracted_from_arrays(array_format: str, names: List[str]) -> None:
    query = {"f": [b"1", ("n", b"2")], "a": {"b": [{"c": b"3"}]}, "kept": 1}
    copied = files.deepcopy_with_paths(query, [["f", "<array>"], ["a", "b", "<array>", "c"]])
    found = utils.extract_files(
        copied, paths=[["f", "<array>"], ["a", "b", "<array>", "c"], ["x"]], array_format=array_format
    )
    assert [name for name, _ in found][:2] == names
    assert [file for _, file in found] == [b"1", ("n", b"2"), b"3"]
    assert copied == {"a": {"b": [{}]}, "kept": 1}
    assert query["a"] == {"b": [{"c": b"3"}]}


def test_only_files_can_be_extracted() -> None:
    with pytest.raises(RuntimeError, match=r"Expected entry at `f` to be bytes"):
        utils.extract_files({"f": "text"}, paths=[["f"]])
    with pytest.raises(NotImplementedError, match="Unknown array_format value: other"):
        utils.extract_files({}, paths=[], array_format="other")


def test_paths_are_read_for_httpx(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    file = io.BytesIO(b"y")
    assert files.to_httpx_files({"a": path, "b": file, "c": ("n", path, "text/plain")}) == {
        "a": ("a.txt", b"x"),
        "b": file,
        "c": ("n", b"x", "text/plain"),
    }
    assert asyncio.run(files.async_to_httpx_files([("a", b"z")])) == [("a", b"z")]
    assert files.to_httpx_files(None) is None
    for wrong in (3, {"a": "text"}):
        with pytest.raises(TypeError):
            files.to_httpx_files(wrong)


@pytest.mark.parametrize(
    "value, expected",
    [
        ("2020-01-02T03:04:05Z", TIME),
        ("2020-01-02 03:04:05.5+01:30", TIME.replace(microsecond=500000) - datetime.timedelta(hours=1.5)),
        ("2020-01-02T03:04:05-0200", TIME + datetime.timedelta(hours=2)),
        (b"2020-01-02T03:04:05Z", TIME),
        (TIME.timestamp(), TIME),
        (TIME.timestamp() * 1000, TIME),
        (str(TIME.timestamp()), TIME),
        (TIME, TIME),
    ],
)
def test_times_are_parsed(value: Any, expected: Any) -> None:
    assert utils.parse_datetime(value) == expected
    if not isinstance(value, str) or "T" not in value:
        return
    assert utils.parse_date(value[:10]) == expected.date()


def test_what_is_no_time_is_refused() -> None:
    assert utils.parse_datetime("2020-01-02T03:04").tzinfo is None
    assert utils.parse_datetime(1e300) == datetime.datetime.max
    for parse, value in ((utils.parse_datetime, "tomorrow"), (utils.parse_date, "2020-13-01"), (utils.parse_date, "x")):
        with pytest.raises(ValueError):
            parse(value)


@pytest.mark.parametrize(
    "template, values, expected",
    [
        ("/a/{x}", {"x": "b/c d"}, "/a/b%2Fc%20d"),
        ("/{x}?q={x}#{x}", {"x": "a&b=c"}, "/a&b=c?q=a%26b%3Dc#a&b=c"),
        ("/{x}/{y}/{z}", {"x": None, "y": True, "z": 3}, "/null/true/3"),
    ],
)
def test_path_templates(template: str, values: Dict[str, Any], expected: str) -> None:
    assert utils.path_template(template, **values) == expected


def test_path_templates_refuse_dots_and_missing_values() -> None:
    for value in ("..", "%2e%2E", "."):
        with pytest.raises(ValueError, match="dot-segment"):
            utils.path_template("/a/{x}/b", x=value) if "%" not in value else utils.path_template("/" + value)
    with pytest.raises(KeyError, match="placeholder {x}"):
        utils.path_template("/{x}")


T = TypeVar("T")


class Box(Generic[T]):
    pass


class Numbers(Box[int]):
    pass


class Boxes(Box[T]):
    pass


def test_types_are_told_apart() -> None:
    assert utils.is_union_type(Optional[int]) and not utils.is_union_type(List[int])
    assert utils.is_list_type(List[int]) and utils.is_list_type(list) and not utils.is_list_type(Iterable[int])
    assert utils.is_iterable_type(Iterable[int]) and utils.is_sequence_type(typing.Sequence[int])
    assert utils.is_literal_type(typing.Literal["a"]) and not utils.is_literal_type(str)
    assert utils.extract_type_arg(Dict[str, int], 1) is int
    for type_ in (Box[int], Numbers, Boxes[int]):
        assert utils.extract_type_var_from_base(type_, generic_bases=(Box,), index=0) is int
    with pytest.raises(RuntimeError, match="what"):
        utils.extract_type_var_from_base(int, generic_bases=(Box,), index=0, failure_message="what")
    with pytest.raises(RuntimeError):
        utils.extract_type_arg(int, 0)


def test_the_type_of_the_items_of_a_stream() -> None:
    streaming = load("_streaming")
    chunk = package.types.chat.ChatCompletionChunk
    assert streaming.is_stream_class_type(package.Stream[chunk])
    assert streaming.is_stream_class_type(package.AsyncStream)
    assert not streaming.is_stream_class_type(List[chunk])
    assert streaming.extract_stream_chunk_type(package.Stream[chunk]) is chunk


def test_texts_of_the_environment_are_converted() -> None:
    assert utils.coerce_boolean("on") and not utils.coerce_boolean("yes")
    assert utils.maybe_coerce_integer("12") == 12 and utils.maybe_coerce_float("1.5") == 1.5
    converters = (utils.maybe_coerce_integer, utils.maybe_coerce_float, utils.maybe_coerce_boolean)
    assert [convert(None) for convert in converters] == [None] * 3


def test_required_headers_are_found_in_any_case() -> None:
    class Headers:
        def get(self, name: str) -> Optional[str]:
            return {"X-Request-Id": "a"}.get(name)

    assert utils.get_required_header({"x-request-id": "a"}, "X-Request-ID") == "a"
    assert utils.get_required_header(Headers(), "x-request-id") == "a"
    with pytest.raises(ValueError, match="Could not find X-Other header"):
        utils.get_required_header({}, "X-Other")


def test_values_are_made_safe_for_json() -> None:
    assert utils.json_safe({"a": (TIME, [b"x"])}) == {"a": ["2020-01-02T03:04:05+00:00", [b"x"]]}


def test_functions_run_in_threads_and_iterators_are_read() -> None:
    async def read() -> Any:
        read_items = []

        async def items() -> Any:
            for item in (1, 2):
                read_items.append(item)
                yield item

        await utils.consume_async_iterator(items())
        return await utils.asyncify(lambda value: value + 1)(1), read_items, utils.get_async_library()

    assert asyncio.run(read()) == (2, [1, 2], "asyncio")
    assert utils.get_async_library() == "false"


def test_signatures_are_compared() -> None:
    def source(a: int, b: str) -> None: ...

    def other(a: int) -> None: ...

    utils.assert_signatures_in_sync(source, other, exclude_params={"b"})
    with pytest.raises(AssertionError, match="1 errors .*in docs"):
        utils.assert_signatures_in_sync(source, other, description=" in docs")
    assert utils.function_has_argument(source, "b") and not utils.function_has_argument(other, "b")


def test_models_are_used_through_the_functions_of_pydantics_versions() -> None:
    cls = package.types.chat.ChatCompletionMessage
    message = compat_names.parse_obj(cls, {"role": "assistant", "content": "x"})
    assert compat_names.model_parse_json(cls, compat_names.model_json(message)) == message
    assert compat_names.model_dump(message, exclude_unset=True) == {"role": "assistant", "content": "x"}
    assert compat_names.model_copy(message, deep=True) is not message
    fields = compat_names.get_model_fields(cls)
    assert {"role", "content"} <= set(fields)
    assert compat_names.field_get_default(fields["content"]) is None
    assert compat_names.get_model_config(cls)["extra"] == "allow"


def test_azure_clients_are_recognised() -> None:
    client = package.AzureOpenAI(api_key="k", api_version="v", azure_endpoint="https://azure.invalid")
    assert utils.is_azure_client(client) and not utils.is_async_azure_client(client)
    assert isinstance(client, load("lib.azure").BaseAzureClient)


def test_private_modules_are_attributes_as_if_they_were_imported() -> None:
    assert package._models is load("_models")
    assert load("lib._parsing")._completions is load("lib._parsing._completions")
    with pytest.raises(AttributeError):
        package._nothing  # noqa: B018


@pytest.mark.parametrize(
    "path, name",
    [("realtime.realtime", "AsyncRealtimeConnection"), ("live.forks", "ForksConnectionManager")]
    + [("beta.responses.responses", "AsyncResponsesConnection")],
)
def test_classes_of_connections_can_be_imported(path: str, name: str) -> None:
    cls = getattr(load("resources." + path), name)
    assert (cls.__name__, cls.__module__) == (name, package.__name__ + ".resources." + path)
    with pytest.raises(AttributeError):
        getattr(load("resources." + path), "Other" + name)


def test_unions_of_events() -> None:
    chat, responses = load("lib.streaming.chat"), load("lib.streaming.responses")
    assert chat.ContentDeltaEvent in typing.get_args(chat.ChatCompletionStreamEvent)
    members = load("results.declared_fields").alternatives(responses.ResponseStreamEvent)
    assert responses.ResponseTextDeltaEvent in members and len(members) > 40
    assert issubclass(responses.ResponseTextDeltaEvent, package.types.responses.ResponseTextDeltaEvent)
    assert chat.ParsedChatCompletionSnapshot is package.types.chat.ParsedChatCompletion
    assert Union[chat.ChatCompletionStreamEvent, None]
