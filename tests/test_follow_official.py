# SPDX-License-Identifier: MIT
"""tools/follow: comparing facts, exceptions, the report, and what is written. Nothing is installed or sent."""

from __future__ import annotations

import ast
import csv
import io
from pathlib import Path
from typing import Any, Dict, List

import pytest

pytest.importorskip("tools.follow", reason="a copy of the folder alone has no tools")

from tools.follow import api_entries, compare, operations_file, used_names, wire
from tools.follow.facts import PARENTS, Flat, OperationFacts, flat_operations
from tools.follow.report import report

ROOT = Path(__file__).resolve().parent.parent
WIDGETS = api_entries.Owner("widgets.py", "Widgets", "Widget", "widgets", beta="", headers="", is_admin=False)
SOURCE = '''from .operation import GET, Resource


class Widgets(Resource):
    """Widgets."""

    model = "Widget"
    list = GET("/widgets")


class Others(Resource):
    """Others."""
'''


def facts(name: str = "widgets.create", **changes: Any) -> OperationFacts:
    """Return the facts about an operation."""
    operation = OperationFacts(
        name=name,
        method="POST",
        path="/widgets",
        parameters={"name": "body", "color": "body"},
        files=[],
        required=[["name"]],
        result="Widget",
        package="",
        stream="",
        beta="",
        credential="bearer",
        accept="application/json",
        content_types=["application/json"],
        field_order=["name", "color"],
        has_empty_body=False,
        is_deprecated=False,
    )
    return operation._replace(**changes)


def compared(official: List[OperationFacts], ours: List[OperationFacts]) -> List[str]:
    """Return the texts of the differences between operations."""
    return list(map(str, compare.differences(flat_operations(official), flat_operations(ours))))


def test_same_facts_have_no_differences() -> None:
    assert compared([facts()], [facts()]) == []


def test_missing_operation_is_one_difference() -> None:
    assert compared([facts(), facts("widgets.paint")], [facts()]) == [
        "missing operation: widgets.paint (POST /widgets)"
    ]


def test_operation_that_only_we_have_is_no_difference() -> None:
    assert compared([facts()], [facts(), facts("widgets.paint")]) == []


@pytest.mark.parametrize(
    ("changes", "difference"),
    [
        ({"path": "/things"}, "changed operation: widgets.create: official 'POST /widgets', here 'POST /things'"),
        ({"method": "GET"}, "changed operation: widgets.create: official 'POST /widgets', here 'GET /widgets'"),
        ({"required": [[]]}, "changed required: widgets.create: official 'name', here ''"),
        ({"result": "Thing"}, "changed result: widgets.create: official 'Widget', here 'Thing'"),
        ({"beta": "v=2"}, "changed beta header: widgets.create: official '', here 'v=2'"),
        (
            {"credential": "admin_api_key"},
            "changed credential: widgets.create: official 'bearer', here 'admin_api_key'",
        ),
        ({"stream": "Event"}, "changed stream: widgets.create: official '', here 'Event'"),
        ({"is_deprecated": True}, "changed deprecation: widgets.create: official '', here 'deprecated'"),
        (
            {"parameters": {"name": "body", "color": "query"}},
            "changed parameter: widgets.create color: official 'body', here 'query'",
        ),
    ],
)
def test_changed_operation(changes: Dict[str, Any], difference: str) -> None:
    assert compared([facts()], [facts(**changes)]) == [difference]


def test_pages_are_compared_apart_from_their_items() -> None:
    official = facts(result="SyncCursorPage[Widget]")
    assert (official.page, official.model) == ("SyncCursorPage", "Widget")
    assert compared([official], [facts()]) == ["changed page: widgets.create: official 'SyncCursorPage', here ''"]


def test_fields_are_compared_both_ways() -> None:
    official: Flat = {"model": {"a.A": "", "b.B": ""}, "field": {"a.A id": "id", "a.A async_": "async", "b.B id": "id"}}
    ours: Flat = {"model": {"a.A": ""}, "field": {"a.A id": "id", "a.A async_": "async_", "a.A gone": "gone"}}
    assert list(map(str, compare.differences(official, ours))) == [
        "missing model: b.B",
        "changed field: a.A async_: official 'async', here 'async_'",
        "removed field: a.A gone",
    ]


def test_kinds_have_known_parents() -> None:
    assert set(PARENTS.values()) == {"operation", "helper", "model", "event union", "client", "error", "module"}


RULES = """
# comment
[They are for browsers.]
helper: *.render

[Not yet.]
helper: files.fly
"""


def test_exceptions() -> None:
    rules = compare.parse_rules(RULES)
    assert [(rule.pattern, rule.reason) for rule in rules] == [
        ("*.render", "They are for browsers."),
        ("files.fly", "Not yet."),
    ]
    official: Flat = {"helper": {"live.render": "", "files.wait": ""}, "resource": {"x.render": ""}}
    found, stale = compare.apply_rules(compare.differences(official, {}), rules)
    assert list(map(str, found)) == ["missing helper: files.wait", "missing resource: x.render"]
    assert list(map(str, stale)) == ["helper: files.fly"]


@pytest.mark.parametrize("text", ["helper: x", "[reason]\nhelper", "[reason]\nhelper:x", "[]\nhelper: x"])
def test_exceptions_need_a_kind_and_a_reason(text: str) -> None:
    with pytest.raises(ValueError, match="expected `kind: pattern` below a"):
        compare.parse_rules(text)


def test_exceptions_of_the_project_are_well_formed() -> None:
    rules = compare.parse_rules((ROOT / "tools" / "official_exceptions.txt").read_text(encoding="utf-8"))
    assert len(rules) == len(set(map(str, rules)))
    assert all(len(rule.reason) > 20 for rule in rules)


def test_report_tells_apart_what_can_be_written() -> None:
    found = [
        compare.Difference("operation", "widgets.create", "POST /widgets", None),
        compare.Difference("operation", "gadgets.create", "POST /gadgets", None),
        compare.Difference("operation", "widgets.list", "GET /widgets", "GET /list"),
        compare.Difference("row", "widgets.create", "widgets.create\tPOST", None),
        compare.Difference("field", "a.A gone", None, "gone"),
    ]
    stale = [compare.Rule("helper", "files.fly", "Not yet.")]
    assert report("9.0.0", found, stale, ["widgets.create", "widgets.list"]).splitlines() == [
        "openai 9.0.0: 5 differences, 1 stale exception",
        "",
        "Can be written with --write:",
        "  missing operation: widgets.create (POST /widgets)",
        "  missing row: widgets.create",
        "  removed field: a.A gone",
        "",
        "Need a person:",
        "  missing operation: gadgets.create (POST /gadgets)",
        "  changed operation: widgets.list: official 'GET /widgets', here 'GET /list'",
        "",
        "Exceptions that are no longer needed, to be removed from tools/official_exceptions.txt:",
        "  helper: files.fly",
    ]
    assert report("9.0.0", [], [], []) == "openai 9.0.0: no differences, no stale exceptions"


def test_rows_keep_their_order_and_new_ones_follow_their_relatives() -> None:
    names = ("b.x.one", "a.two", "b.x.three", "c.four")
    text = operations_file.updated("", operations_file.rows(map(facts, names)))
    assert list(operations_file.parse(text)) == ["b.x.one", "b.x.three", "a.two", "c.four"]
    wanted = operations_file.rows([facts("c.four", path="/four"), facts("b.new"), facts("b.x.one"), facts("a.two")])
    updated = operations_file.updated(text, wanted)
    assert list(operations_file.parse(updated)) == ["b.x.one", "b.new", "a.two", "c.four"]
    assert "c.four\tPOST\t/four\t" in updated


def test_row_has_all_columns() -> None:
    operation = facts(
        path="/widgets/{widget_id}",
        parameters={"widget_id": "path", "file": "body", "betas": "header openai-beta"},
        required=[["file"], ["name"]],
        result="HttpxBinaryResponseContent",
        content_types=["multipart/form-data", "application/json"],
        stream="Event",
    )
    text = operations_file.updated("", operations_file.rows([operation]))
    (line,) = csv.DictReader(io.StringIO(text), delimiter="\t")
    assert line == {
        "method": "widgets.create",
        "http_method": "POST",
        "path": "/widgets/{widget_id}",
        "returns": "HttpxBinaryResponseContent",
        "page_class": "",
        "is_multipart": "yes",
        "returns_binary": "yes",
        "accepts_stream": "yes",
        "beta_header": operations_file.BETAS,
        "auth": "bearer",
        "accept_header": "application/json",
        "request_content_type": "multipart/form-data or application/json",
        "path_params": "widget_id",
        "required_params": "file",
        "all_params": "widget_id,file,betas",
    }


def test_columns_are_those_of_the_file() -> None:
    text = (ROOT / "tests" / "data" / "operations.tsv").read_text(encoding="utf-8")
    assert text.splitlines()[0].split("\t") == list(operations_file.COLUMNS)
    assert operations_file.updated(text, operations_file.parse(text)) == text


@pytest.mark.parametrize(
    ("changes", "entry"),
    [
        ({}, 'create = POST("/widgets", "name")'),
        ({"result": "Other"}, 'create = POST("/widgets", "name", returns="Other")'),
        ({"result": "Other", "package": "beta"}, 'create = POST("/widgets", "name", returns="beta.Other")'),
        ({"result": "None", "accept": "*/*"}, 'create = POST("/widgets", "name", response_type=NO_CONTENT)'),
        ({"result": "SyncNextCursorPage[Widget]"}, 'create = POST("/widgets", "name", page=NEXT)'),
        ({"required": [["name"], ["id"]]}, 'create = POST("/widgets", "name | id")'),
        (
            {"content_types": ["multipart/form-data"], "field_order": []},
            'create = POST("/widgets", "name", multipart=True)',
        ),
        (
            {"parameters": {"name": "body", "color": "query"}, "field_order": ["name"]},
            'create = POST("/widgets", "name", query="color")',
        ),
        (
            {
                "method": "DELETE",
                "path": "/widgets/{id}",
                "parameters": {"id": "path"},
                "required": [[]],
                "field_order": [],
            },
            'create = DELETE("/widgets/{id}")',
        ),
    ],
)
def test_entry_of_a_regular_operation(changes: Dict[str, Any], entry: str) -> None:
    assert api_entries.entry(facts(**changes), WIDGETS) == "    " + entry


@pytest.mark.parametrize(
    "changes",
    [
        {"stream": "Event"},
        {"is_deprecated": True},
        {"beta": "v=2"},
        {"credential": "admin_api_key"},
        {"content_types": ["multipart/form-data", "application/json"]},
        {"field_order": ["color", "name"]},
        {"parameters": {"async_": "body async"}},
        {"parameters": {"output_type": wire.CLIENT_SIDE}},
        {"result": "str"},
        {"result": "Widget | Other"},
        {"method": "PATCH"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_irregular_operation_needs_a_person(changes: Dict[str, Any]) -> None:
    assert api_entries.entry(facts(**changes), WIDGETS) is None


def test_entry_goes_behind_the_last_one_of_its_class_with_its_imports() -> None:
    line = '    pages = POST("/widgets/PAGE", page=CURSOR)'
    lines = api_entries.inserted(SOURCE, "Widgets", line).splitlines()
    assert lines[0] == "from .operation import CURSOR, GET, POST, Resource"
    assert lines[7:9] == ['    list = GET("/widgets")', line]
    source = api_entries.inserted(SOURCE, "Others", line)
    assert source.endswith('    """Others."""\n' + line + "\n")
    ast.parse(source)


def request(url: str = "", content_type: str = "application/json", body: bytes = b"", **headers: str) -> Any:
    """Return a request that was sent."""
    return wire.SentRequest("POST", wire.BASE_URL + url, {"content-type": content_type, **headers}, body)


def test_parameters_are_found_in_a_request() -> None:
    body = b'{"name":"{name}","async":["{async_}"],"stream":false}'
    sent = request("/a/%7Ba_id%7D?include[]=%7Binclude%7D&beta=true", body=body, key="{key}")
    names = ["a_id", "include", "name", "async_", "stream", "key", "lost"]
    assert wire.locate(sent, names) == {
        "a_id": "path",
        "include": "query",
        "name": "body",
        "async_": "body async",
        "stream": "body",
        "key": "header key",
        "lost": "not sent",
    }
    assert wire.path_template(sent) == "/a/{a_id}"
    assert wire.fixed_query(sent, names) == "?beta=true"


def test_parameters_are_found_in_a_form() -> None:
    body = (
        b'--b\r\nContent-Disposition: form-data; name="purpose"\r\n\r\n{purpose}\r\n'
        b'--b\r\nContent-Disposition: form-data; name="files[]"; filename="f"\r\n\r\n{files}\r\n--b--\r\n'
    )
    sent = request(content_type="multipart/form-data; boundary=b", body=body)
    assert wire.locate(sent, ["purpose", "files"]) == {"purpose": "body", "files": "body"}


def test_samples_and_nesting() -> None:
    assert wire.samples(["a", "stream", "betas", "file"], ["file"]) == {
        "a": "{a}",
        "stream": False,
        "betas": ["{betas}"],
        "file": ("file.bin", b"{file}", "application/x-sample"),
    }
    assert wire.nest("tools[].call.async_", 1) == {"tools": [{"call": {"async_": 1}}]}
    assert wire.nest("headers{}.name", 1) == {"headers": {"key": {"name": 1}}}


PROGRAM = """
import openai as sdk
import openai.types.chat
from openai import types, AsyncOpenAI as Client
from openai._models import construct_type
from . import openai

wrap_function_wrapper("openai.resources.chat.completions", "Completions.create", wrapper)
print(sdk.Stream, types.chat.ChatCompletion, Client.beta, construct_type.__annotations__.keys(), other.openai.Nothing)
"""


def test_used_names_are_imported_touched_and_wrapped_ones() -> None:
    assert used_names.find_names(PROGRAM) == {
        "types", "types.chat", "types.chat.ChatCompletion", "AsyncOpenAI", "AsyncOpenAI.beta", "Stream",
        "_models.construct_type", "_models.construct_type.__annotations__", "resources.chat.completions",
        "resources.chat.completions.Completions.create",
    }  # fmt: skip


def test_used_names_are_listed_once_and_sorted() -> None:
    names = used_names.read_list()
    assert names == sorted(set(names)) and len(names) > 500
