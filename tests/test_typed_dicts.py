# SPDX-License-Identifier: MIT
"""Parameters in `types` are typed dicts at run time, and the modules there have all names of the official ones."""

from __future__ import annotations

import ast
import copy
import importlib
import pickle
import shutil
import subprocess
import sys
import threading
import typing
from pathlib import Path
from typing import Any, Dict, List

import pytest

from . import FOLDER, PACKAGE, load, needs_stubs

STUBS = FOLDER / "types"
REQUIRED = getattr(typing, "Required", None)


def types(path: str) -> Any:
    """Import a module below `types`."""
    return importlib.import_module("{}.types{}".format(PACKAGE, path and "." + path))


def run(code: str, *options: str, folder: Path = FOLDER.parent) -> str:
    """Run code in a process that finds the package in a folder; return what it prints."""
    command = [sys.executable, "-W", "error", *options, "-c", "import sys\nsys.path.insert(0, {!r})\n{}"]
    command[-1] = command[-1].format(str(folder), code)
    process = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    assert (process.returncode, process.stderr.decode()) == (0, "")
    return process.stdout.decode().strip()


def is_typed_dict(value: Any) -> bool:
    """Return what `typing.is_typeddict` does, which Python 3.10 has first, for classes of typing_extensions too."""
    return type(value).__name__ in ("TypedDictMeta", "_TypedDictMeta")


# Classes


@needs_stubs
def test_a_typed_dict_has_keys_and_is_called_like_dict() -> None:
    user = types("chat").ChatCompletionUserMessageParam
    assert user(role="user", content="x") == {"role": "user", "content": "x"} and type(user()) is dict
    assert is_typed_dict(user) and user.__bases__ == (dict,) and user.__total__ is False
    assert list(user.__annotations__) == ["content", "role", "name"]
    assert user.__optional_keys__ == {"content", "role", "name"} and user.__required_keys__ == frozenset()
    assert user.__module__ == PACKAGE + ".types.chat.chat_completion_user_message_param"
    assert "Literal['user']" in str(typing.get_type_hints(user)["role"])
    with pytest.raises(TypeError, match="does not support instance"):
        isinstance({}, user)


@needs_stubs
@pytest.mark.skipif(REQUIRED is None, reason="typing has no Required")
def test_required_keys_are_marked_in_the_annotations() -> None:
    hints = typing.get_type_hints(types("chat").ChatCompletionUserMessageParam, include_extras=True)
    assert hints["role"] == REQUIRED[typing.Literal["user"]] and hints["name"] is str


@needs_stubs
def test_keys_of_bases_come_first() -> None:
    module = types("chat.completion_create_params")
    base, streaming = module.CompletionCreateParamsBase, module.CompletionCreateParamsStreaming
    assert list(streaming.__annotations__) == [*base.__annotations__, "stream"]
    assert streaming.__required_keys__ == {"stream"} and streaming.__orig_bases__ == (base,)
    assert module.CompletionCreateParamsNonStreaming.__total__ is False and streaming.__total__ is True
    assert typing.get_args(module.CompletionCreateParams) == (module.CompletionCreateParamsNonStreaming, streaming)


@needs_stubs
def test_a_program_inherits_from_typed_dicts() -> None:
    base = types("chat.completion_create_params").CompletionCreateParamsNonStreaming

    class Extended(base, total=False):  # type: ignore[misc, valid-type, call-arg]
        extra: int

    class Twice(Extended, types("chat").ChatCompletionUserMessageParam):  # type: ignore[misc]
        must: str

    class Mixed(base, typing.TypedDict("Other", {"other": int})):  # type: ignore[misc]
        pass

    assert "other" in typing.get_type_hints(Mixed) and "messages" in Mixed.__annotations__
    assert list(Extended.__annotations__) == [*base.__annotations__, "extra"]
    assert list(typing.get_type_hints(Twice))[-1] == "must" and "content" in Twice.__annotations__
    assert Extended(extra=1, model="m") == {"extra": 1, "model": "m"}
    assert Extended.__orig_bases__ == (base,) and Extended.__total__ is False and is_typed_dict(Twice)
    if hasattr(Twice, "__required_keys__"):  # not in Python 3.8, without typing_extensions
        assert Twice.__required_keys__ == {"must"} and "extra" in Twice.__optional_keys__


@needs_stubs
def test_typed_dicts_are_pickled_and_copied_by_name() -> None:
    user = types("chat").ChatCompletionUserMessageParam
    assert pickle.loads(pickle.dumps(user)) is user and copy.deepcopy(user) is user
    assert user is types("chat.chat_completion_user_message_param").ChatCompletionUserMessageParam


@needs_stubs
def test_typed_dicts_may_contain_models_and_other_modules_literals() -> None:
    hints = typing.get_type_hints(types("responses").ResponseTextConfigParam)
    assert set(hints) == {"format", "verbosity"}
    sequence = typing.get_type_hints(types("responses.response_create_params").ResponseCreateParamsBase)["include"]
    assert types("responses").ResponseIncludable in [typing.get_args(each)[0] for each in typing.get_args(sequence)[:1]]


@needs_stubs
def test_annotations_of_newer_pythons_are_evaluated_on_all() -> None:
    """The stub has `int | None | tuple[...]`."""
    hints = typing.get_type_hints(types("websocket_connection_options").WebSocketConnectionOptions)
    assert hints["max_size"] == typing.Optional[int] and len(typing.get_args(hints["max_queue"])) == 3


@needs_stubs
def test_keys_that_are_keywords_of_python() -> None:
    function = types("responses.namespace_tool_param").ToolFunction
    assert typing.get_type_hints(function)["async"] is bool


@needs_stubs
def test_classes_of_the_package_are_no_typed_dicts_of_stubs() -> None:
    event = types("").ReconnectingEvent
    values = {"attempt": 1, "max_attempts": 2, "delay": 0.5, "close_code": 1006, "extra_query": {}, "extra_headers": {}}
    assert vars(event(**values)) == values and event is types("websocket_reconnection").ReconnectingEvent
    overrides = types("").ReconnectingOverrides
    assert overrides is types("websocket_reconnection").ReconnectingOverrides
    assert set(typing.get_type_hints(overrides)) == {"extra_query", "extra_headers", "abort"}


@needs_stubs
def test_options_of_websockets() -> None:
    options = types("websocket_connection_options")
    keys = typing.get_type_hints(options.WebSocketConnectionOptions)
    assert {"subprotocols", "compression", "max_size", "open_timeout", "ping_interval", "proxy", "ssl"} <= set(keys)
    assert set(keys) - set(typing.get_type_hints(options.SyncWebSocketConnectionOptions)) == {"write_limit"}
    assert options.WebsocketConnectionOptions is options.WebSocketConnectionOptions
    accepted = load("connections.connection_options")
    known = {*accepted.PROTOCOL_OPTIONS, *accepted.IGNORED_OPTIONS, *accepted.OTHER_OPTIONS}
    assert set(keys) <= known
    assert known - set(keys) == {"user_agent_header", "create_connection"}  # that nobody should pass


# Unions and literals


@needs_stubs
def test_unions_and_literals() -> None:
    chat, responses = types("chat"), types("responses")
    members = typing.get_args(chat.ChatCompletionMessageParam)
    assert chat.ChatCompletionUserMessageParam in members and all(map(is_typed_dict, members)) and len(members) == 6
    assert typing.get_origin(responses.ResponseInputItemParam) is typing.Union
    assert responses.EasyInputMessageParam in typing.get_args(responses.ResponseInputItemParam)
    item = types("responses.response_input_param").ResponseInputItemParam
    assert typing.get_args(responses.ResponseInputParam) == (item,)
    assert "gpt-4o" in typing.get_args(types("").ChatModel) and "low" in str(types("shared").ReasoningEffort)


@needs_stubs
def test_the_discriminator_of_a_union_is_beside_it() -> None:
    item = types("responses").ResponseOutputItem
    if sys.version_info >= (3, 9):
        assert item.__metadata__[0].discriminator == "type"
    item = item.__origin__ if hasattr(item, "__metadata__") else item
    assert types("responses").ResponseOutputMessage in typing.get_args(item)
    assert types("responses").ResponseOutputItem is types("responses.response_output_item").ResponseOutputItem


# Modules


@needs_stubs
def test_names_that_modules_only_import() -> None:
    assert types("responses.response").ResponseOutputItem is types("responses").ResponseOutputItem
    assert types("batch").BatchRequestCounts is types("").BatchRequestCounts
    definition = types("shared_params").FunctionDefinition
    assert is_typed_dict(definition) and definition is types("shared_params.function_definition").FunctionDefinition
    assert types("shared").FunctionDefinition is types("").FunctionDefinition is not definition


def test_every_module_of_the_stubs_exists() -> None:
    for stub in STUBS.rglob("*.pyi"):
        path = module_path(stub)
        assert path == "" or load("compat.models").entry_kind(path), path


def module_path(stub: Path) -> str:
    """Return the path of a module below `types` by the file of its stub."""
    return ".".join(stub.relative_to(STUBS).with_suffix("").parts).replace("__init__", "").rstrip(".")


@pytest.mark.parametrize("pattern", ["**/__init__.pyi", "chat/*.pyi", "shared*/*.pyi"])
def test_modules_have_all_names_of_their_stubs(pattern: str) -> None:
    for stub in STUBS.glob(pattern):
        names: List[str] = []
        for node in ast.parse(stub.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                names.append(node.name)
            elif isinstance(node, (ast.Assign, ast.AnnAssign)):
                target: Any = node.targets[0] if isinstance(node, ast.Assign) else node.target
                names.append(target.id)
            elif isinstance(node, ast.ImportFrom) and stub.name == "__init__.pyi":
                names += [alias.asname or alias.name for alias in node.names]
        module = types(module_path(stub))
        assert [name for name in names if not hasattr(module, name)] == [], stub
        assert set(dir(module)) == {name for name in names if name[0] != "_"}, stub


@needs_stubs
def test_what_the_stubs_lack_does_not_exist() -> None:
    for missing in ("nope_params", "chat.nope_param", "shared_params.nope"):
        with pytest.raises(ImportError):
            types(missing)
    assert not hasattr(types("chat.completion_create_params"), "Anything") and not hasattr(types("batch"), "Exception")


# One names a class of the package itself, the other one of another library.
UNLIKE = ("Reconnecting", "WebSocketConnection", "WebsocketConnection", "SyncWebSocketConnection")


def test_every_typed_dict_equals_that_of_the_official_package() -> None:
    pytest.importorskip("openai")
    differences = []
    for package in ("", "chat", "responses", "shared_params", "beta", "vector_stores", "evals", "realtime"):
        official = importlib.import_module("openai.types" + (package and "." + package))
        for name, value in sorted(vars(official).items()):
            if name[0] != "_" and hasattr(value, "__total__") and not name.startswith(UNLIKE):
                if describe(value) != describe(getattr(types(package), name)):
                    differences.append(name)
    assert differences == []


def describe(value: Any) -> Dict[str, Any]:
    """Return what a program sees of a typed dict, with the same name for both packages."""
    hints = typing.get_type_hints(value, include_extras=True)  # type: ignore[call-arg]
    texts = {name: str(hint).replace(PACKAGE, "openai").partition("PropertyInfo")[0] for name, hint in hints.items()}
    texts = {name: text.replace("<openai.compat.utilities.", "") for name, text in texts.items()}
    keys = [sorted(value.__required_keys__), sorted(value.__optional_keys__), value.__total__, value.__name__]
    return {"hints": texts, "keys": keys}


# When and where they are made


def test_models_do_not_load_the_reader_of_stubs() -> None:
    code = "from {0}.types.chat import ChatCompletion\nfrom {0}.types import FileObject\nChatCompletion()\n".format(
        PACKAGE
    )
    code += "print([name for name in sys.modules if name.endswith(('typed_dicts', 'field_types')) or name == 'ast'])"
    assert run(code, "-S") == "[]"


@needs_stubs
def test_naming_a_union_reads_no_stub_of_what_is_inside_its_members() -> None:
    code = "from {0}.types.chat import ChatCompletionUserMessageParam\nfrom {0}.compat import field_types\n".format(
        PACKAGE
    )
    code += "print(sum(stub is not None for stub in field_types._stubs.values()))"
    assert run(code) == "2"


@needs_stubs
def test_threads_get_the_same_classes() -> None:
    code = """
import threading, typing
from {0}.types import responses
count = 8
barrier = threading.Barrier(count, timeout=20)
results = []
def touch():
    barrier.wait()
    union = responses.ResponseInputItemParam
    results.append([(id(cls), len(cls.__annotations__), len(typing.get_type_hints(cls))) for cls in union.__args__])
threads = [threading.Thread(target=touch) for _ in range(count)]
sys.setswitchinterval(1e-6)
for thread in threads: thread.start()
for thread in threads: thread.join(30)
print(len(results), all(result == results[0] for result in results), all(entry[1] for entry in results[0]))
"""
    assert run(code.format(PACKAGE)) == "8 True True"
    assert threading.active_count() >= 1


@pytest.fixture(scope="module", name="bare")
def _bare(tmp_path_factory: Any) -> Path:
    """Return a folder with a copy of the package that has no stubs."""
    folder: Path = tmp_path_factory.mktemp("bare")
    shutil.copytree(str(FOLDER), str(folder / "copied"), ignore=shutil.ignore_patterns("__pycache__", "*.pyi"))
    return folder


def test_a_copy_without_stubs_has_typed_dicts_without_keys(bare: Path) -> None:
    code = """
from copied.types.chat import ChatCompletionMessageParam, ChatCompletionUserMessageParam as User, ChatCompletion
from copied.types.chat.completion_create_params import CompletionCreateParamsNonStreaming as Params
from copied.types.responses import ResponseOutputItem
from copied.types import ChatModel, shared_params
import typing
class Extended(Params, total=False):
    extra: int
assert User(role="user") == {"role": "user"} and list(Extended.__annotations__) == ["extra"]
assert typing.Optional[ChatCompletionMessageParam] and User.__annotations__ == {}
assert len(ResponseOutputItem.__args__) > 9
assert ChatModel is typing.Any and shared_params.FunctionDefinition.__total__ is False and "ChatCompletion" in dir(
    __import__("copied.types.chat", fromlist=["*"]))
print(typing.get_type_hints(Extended) == {"extra": int})
"""
    assert run(code, folder=bare) == "True"


# pydantic


MESSAGES: List[Any] = [
    {"role": "user", "content": "x"},
    {"role": "assistant", "content": "y", "function_call": {"name": "f", "arguments": "{}"}},
]
INPUT: List[Any] = [
    {"role": "user", "content": "x"},
    {"type": "function_call_output", "call_id": "c", "output": "o"},
]


def adapter(annotation: Any) -> Any:
    pydantic = pytest.importorskip("pydantic", minversion="2")
    return pydantic.TypeAdapter(annotation)


def test_pydantic_validates_them() -> None:
    for annotation, values in (
        (types("chat").ChatCompletionMessageParam, MESSAGES),
        (types("responses").ResponseInputItemParam, INPUT),
    ):
        validator = adapter(List[annotation])  # type: ignore[valid-type]
        assert validator.dump_python(validator.validate_python(values)) == values
        with pytest.raises(ValueError, match="role"):
            validator.validate_python([{"role": "nobody"}])
    params = adapter(types("chat.completion_create_params").CompletionCreateParamsStreaming)
    with pytest.raises(ValueError, match="stream"):
        params.validate_python({"messages": [], "model": "m"})


def test_pydantic_may_come_later_than_they() -> None:
    """Before Python 3.12 it refuses the typed dicts of typing."""
    pytest.importorskip("pydantic", minversion="2")
    code = """
from {0}.types.chat import ChatCompletionMessageParam, ChatCompletionUserMessageParam
ChatCompletionUserMessageParam.__annotations__
class Extended(ChatCompletionUserMessageParam, total=False):
    extra: int
assert not {{"pydantic", "typing_extensions"}} & set(sys.modules)
from pydantic import TypeAdapter
message = {{"role": "user", "content": "x"}}
print(TypeAdapter(ChatCompletionMessageParam).validate_python(message) == message)
print(TypeAdapter(Extended).validate_python(dict(message, extra="1"))["extra"])
"""
    assert run(code.format(PACKAGE)).split() == ["True", "1"]


@needs_stubs
def test_a_class_may_also_inherit_from_the_form_of_typing_extensions() -> None:
    pytest.importorskip("typing_extensions")
    code = """
import typing_extensions
from {0}.types.chat import ChatCompletionUserMessageParam as User
class Both(User, typing_extensions.TypedDict):
    extra: typing_extensions.NotRequired[int]
print(typing_extensions.is_typeddict(User), typing_extensions.is_typeddict(Both), sorted(Both.__optional_keys__))
"""
    assert run(code.format(PACKAGE)) == "True True ['content', 'extra', 'name', 'role']"
