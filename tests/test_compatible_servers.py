# SPDX-License-Identifier: MIT
"""Streams of servers that are compatible with the API but differ: what they leave out, repeat or send otherwise."""

from __future__ import annotations

import asyncio
import json
import random
from typing import Any, Dict, List

import pytest

from . import load, package
from .assistant_runs import BEGIN, message_delta_event, message_event, step_event, tool_call_delta_event
from .live import USAGE, Response, chunk, text_chunks
from .mutations import EVENTS, AsyncCannedTransport, CannedTransport, encode_events

MESSAGES: List[Any] = []
SCHEMA = {"type": "object", "properties": {"a": {"type": "integer"}}}
STRICT = [
    {"type": "function", "function": {"name": name, "strict": True, "parameters": {"type": "object"}}}
    for name in ("f", "g", "get_weather")
]


def complete(items: Any, **options: Any) -> Any:
    """Return the completion that chunks add up to."""
    state = package.ChatCompletionStreamState(**options)
    for item in items:
        state.handle(item)
    return state.get_final_completion()


def stream_events(items: Any, **options: Any) -> List[Any]:
    state = package.ChatCompletionStreamState(**options)
    return [event for item in items for event in state.handle(item)]


# Chunks: read by what they hold


def without(item: Any, *names: str) -> Any:
    return {name: value for name, value in item.items() if name not in names}


HELLO = text_chunks("Hello", 2)
ODD_CHUNKS: Dict[str, Any] = {
    "no object": [without(item, "object") for item in HELLO],
    "object is blank": [{**item, "object": ""} for item in HELLO],
    "object is null": [{**item, "object": None} for item in HELLO],
    "object of a whole completion": [{**item, "object": "chat.completion"} for item in HELLO],
    "null choices first": [{**chunk({}), "choices": None}] + HELLO,
    "no choices first": [without(chunk({}), "choices")] + HELLO,
    "no choices last": HELLO + [without(chunk({}), "choices", "object")],
    "null choices in the middle": HELLO[:2] + [{**chunk({}), "choices": None, "object": ""}] + HELLO[2:],
    "null delta first": [chunk(None)] + HELLO,
    "null delta last": HELLO[:-1] + [chunk(None, "stop")],
    "no delta last": HELLO[:-1] + [{**chunk(None), "choices": [{"index": 0, "finish_reason": "stop"}]}],
    "null choice": HELLO[:2] + [{**chunk({}), "choices": [None]}] + HELLO[2:],
    "no index": [{**item, "choices": [without(item["choices"][0], "index")]} for item in HELLO],
    "text index": [{**item, "choices": [{**item["choices"][0], "index": "0"}]} for item in HELLO],
    "float index": [{**item, "choices": [{**item["choices"][0], "index": 0.0}]} for item in HELLO],
    "repeated role": [chunk({"role": "assistant", "content": part}) for part in ("Hel", "", "lo")]
    + [chunk({}, "stop")],
    "null and blank": HELLO[:2]
    + [chunk({"role": None, "content": None}), chunk({"role": "", "content": ""})]
    + HELLO[2:],
    "pings": [{"type": "ping"}, {}, *HELLO[:2], None, 5, "x", [], {"type": "ping"}, *HELLO[2:], {"type": "ping"}],
}


@pytest.mark.parametrize("name", sorted(ODD_CHUNKS))
def test_chunks_are_read_by_what_they_hold(name: str) -> None:
    final = complete(ODD_CHUNKS[name])
    (choice,) = final.choices
    assert (choice.index, choice.message.role, choice.message.content, choice.finish_reason) == (
        0, "assistant", "Hello", "stop",
    )  # fmt: skip
    assert (final.id, final.model, final.object) == ("chatcmpl-1", "gpt-4o", "chat.completion")


TOLD: Dict[str, Any] = {"id": "c", "model": "m", "created": 5, "service_tier": "flex", "system_fingerprint": "fp"}
BLANK = {"id": None, "model": "", "created": 0, "service_tier": None, "system_fingerprint": None, "usage": None}


@pytest.mark.parametrize("told_at", range(5))
@pytest.mark.parametrize("blank", [BLANK, {}])
def test_fields_that_are_told_once_are_not_lost(told_at: int, blank: Any) -> None:
    items: List[Any] = [{**blank, "object": "", "choices": item["choices"]} for item in HELLO]
    items.insert(told_at, {**TOLD, "usage": USAGE, "choices": None})
    final = complete(items)
    assert {name: final.get(name) for name in TOLD} == TOLD
    assert final.usage.to_dict() == USAGE
    assert final.choices[0].message.content == "Hello"


def test_the_latest_usage_counts() -> None:
    items = [{**item, "usage": {**USAGE, "total_tokens": n}} for n, item in enumerate(HELLO)]
    assert complete([*items, {**chunk({}), "choices": [], "usage": None}]).usage.total_tokens == len(HELLO) - 1


# Tool calls


def calls_of(*deltas: Any, **options: Any) -> Any:
    """Return name, arguments and id of the calls that deltas add up to. A list is the deltas of one chunk."""
    lists = [delta if isinstance(delta, list) else [delta] for delta in deltas]
    items = [chunk({"role": "assistant", "content": None})] + [chunk({"tool_calls": part}) for part in lists]
    final = complete(items + [chunk({}, "tool_calls")], **options)
    calls = final.choices[0].message.tool_calls
    assert [call["index"] for call in calls] == list(range(len(calls)))
    assert {call.type for call in calls} <= {"function"}
    return [
        (call.function and call.function.name, call.function and call.function.arguments, call.id) for call in calls
    ]


def call(arguments: Any = None, name: Any = None, **fields: Any) -> Any:
    """Return a delta of a call."""
    return {"function": {**({} if name is None else {"name": name}), "arguments": arguments}, **fields}


def in_two(**index: Any) -> Any:
    """Return the deltas of a call whose arguments come in two."""
    return call('{"a"', "f", id="1", type="function", **index), call(": 1}", **index)


ONE = [("f", '{"a": 1}', "1")]
TWO = [("f", "{}", "1"), ("g", '{"b": 2}', "2")]
CALLS: Dict[str, Any] = {
    **{"index {!r}".format(index): (in_two(index=index), ONE) for index in (0, 1, -1, 7, 1.5, "0", "1", "x", None)},
    "no index": (in_two(), ONE),
    "index only in the first": ([in_two(index=0)[0], in_two()[1]], ONE),
    "index only in the second": ([in_two()[0], in_two(index=0)[1]], ONE),
    "text and number": ([in_two(index="0")[0], in_two(index=0)[1]], ONE),
    "gap": ([call("{}", "f", index=0, id="1"), call('{"b": 2}', "g", index=5, id="2")], TWO),
    "from one": ([[call("{}", "f", index=1, id="1"), call('{"b": 2}', "g", index=2, id="2")]], TWO),
    "the same index, whole": ([call("{}", "f", index=0, id="1"), call('{"b": 2}', "g", index=0, id="2")], TWO),
    "the same index in one chunk": ([[call("{}", "f", index=0, id="1"), call('{"b": 2}', "g", index=0, id="2")]], TWO),
    "the same index, in pieces": (
        [call("", "f", index=0, id="1"), call("{}", index=0), call("", "g", index=0, id="2"),
         call('{"b": 2}', index=0)],
        TWO,
    ),
    "the same index, interleaved by id": (
        [call("{", "f", index=0, id="1"), call("{", "g", index=0, id="2"), call("}", index=0, id="1"),
         call('"b": 2}', index=0, id="2")],
        TWO,
    ),
    "interleaved by index": (
        [call("{", "f", index=0, id="1"), call("{", "g", index=1, id="2"), call("}", index=0),
         call('"b": 2}', index=1)],
        TWO,
    ),
    "no index, whole": ([call("{}", "f", id="1"), call('{"b": 2}', "g", id="2")], TWO),
    "no index, in one chunk": ([[call("{}", "f", id="1"), call('{"b": 2}', "g", id="2")]], TWO),
    "no index, no id": ([call("{}", "f"), call('{"b": 2}', "g")], [(*one[:2], None) for one in TWO]),
    "no index, no id, in one chunk": ([[call("", "f"), call("", "g")]], [("f", "", None), ("g", "", None)]),
    "no index, no id, in pieces": (
        [call("", "f"), call("{}"), call("", "g"), call('{"b"'), call(": 2}")],
        [(*one[:2], None) for one in TWO],
    ),
    "the same function twice": ([call("{}", "f"), call("{}", "f")], [("f", "{}", None)] * 2),
    "the same id": (
        [call("{}", "f", index=0, id="1"), call('{"b": 2}', "g", index=1, id="1")], [TWO[0], (*TWO[1][:2], "1")],
    ),
    "repeated id, type and name": (
        [call(part, "f", index=0, id="1", type="function") for part in ('{"a"', ": 1", "}")],
        ONE,
    ),
    "repeated name without index": ([call(part, "f", id="1") for part in ('{"a"', ": 1", "}")], ONE),
    "repeated name without id": (
        [call(part, "f", index=0) for part in ('{"a"', ": 1}", "")], [("f", '{"a": 1}', None)],
    ),
    "another id in each delta": (
        [call('{"a"', "f", index=0, id="1"), call(": 1", index=0, id="x"), call("}", index=0, id="y")],
        ONE,
    ),
    "the whole once more": ([call('{"a": 1}', "f", index=0, id="1")] * 2, ONE),
    "id comes late": ([call("", "f", index=0), call('{"a": 1}', index=0), {"index": 0, "id": "1"}], ONE),
    "name in pieces": (
        [call("", "get_", index=0, id="1"), call("", "weather", index=0), call("{}", index=0)],
        [("get_weather", "{}", "1")],
    ),
    "name grows": (
        [call("", name, index=0, id="1") for name in ("get", "get_wea", "get_weather")] + [call("{}", index=0)],
        [("get_weather", "{}", "1")],
    ),
    "null and blank": (
        [*in_two(index=0), {"index": 0, "id": "", "type": "", "function": {"name": "", "arguments": ""}},
         {"index": 0, "id": None, "type": None, "function": {"name": None, "arguments": None}}, {"index": 0}],
        ONE,
    ),
    "null first": ([{"index": 0, "id": None, "type": None, "function": None}, *in_two(index=0)], ONE),
    "null delta": ([[None, in_two(index=0)[0]], [None], in_two(index=0)[1]], ONE),
    "null function": ([*in_two(index=0), {"index": 0, "function": None}], ONE),
    "only a null function": ([{"index": 0, "id": "1", "type": "function", "function": None}], [(None, None, "1")]),
    "object": ([call({"a": 1}, "f", index=0, id="1")], ONE),
    "object twice": ([call({"a": 1}, "f", index=0, id="1")] * 2, ONE),
    "empty object and text": ([call({}, "f", index=0, id="1"), call('{"a": 1}', index=0)], ONE),
    "empty object": ([call({}, "f", index=0, id="1")], [("f", "{}", "1")]),
    "objects of two": ([[call({}, "f", id="1"), call({"b": 2}, "g", id="2")]], TWO),
    "text without end": ([call('{"a": ', "f", index=0, id="1")], [("f", '{"a": ', "1")]),
    "surrogates": (
        [call('{"a": "\ud83d', "f", index=0, id="1"), call('\ude00"}', index=0)], [("f", '{"a": "😀"}', "1")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(CALLS))
def test_tool_calls_are_told_apart_and_put_together(name: str) -> None:
    deltas, expected = CALLS[name]
    before = json.dumps(deltas)
    assert calls_of(*deltas) == expected
    assert json.dumps(deltas) == before
    if all(json_value(arguments) is not None for _, arguments, _ in expected):
        check_events(deltas, expected)


def json_value(text: Any) -> Any:
    try:
        return json.loads(text or "{}")
    except ValueError:
        return None


def check_events(deltas: Any, expected: Any) -> None:
    """Check the events of strict functions: one end for each call, and snapshots that grow to the whole."""
    lists = [delta if isinstance(delta, list) else [delta] for delta in deltas]
    items = [chunk({"tool_calls": part}) for part in lists] + [chunk({}, "tool_calls")]
    events = [event for event in stream_events(items, input_tools=STRICT) if "arguments" in event.type]
    ends = sorted((event for event in events if event.type.endswith("done")), key=lambda event: event.index)
    functions = [(place, one) for place, one in enumerate(expected) if one[0] is not None]
    assert [(event.index, event.name, event.arguments or "") for event in ends] == [
        (place, name, arguments or "") for place, (name, arguments, _) in functions
    ]
    assert [event.parsed_arguments for event in ends] == [json_value(one[1]) for _, one in functions]
    for event in events:
        assert json_value(event.arguments) is None or event.arguments in ("", None) or isinstance(event.to_dict(), dict)


def test_random_pieces_of_several_calls_are_put_together() -> None:
    rng = random.Random(3)
    for _ in range(60):
        numbers = rng.sample(range(-2, 9), rng.randrange(1, 4))
        expected = [
            ("f", json.dumps({"n": n, "t": "ä😀" * rng.randrange(4)}, ensure_ascii=False), str(n)) for n in numbers
        ]
        pieces: List[List[Any]] = []
        for number, (name, text, call_id) in zip(numbers, expected):
            repeated = {"id": call_id, "type": "function"} if rng.random() < 0.5 else {}
            cuts = sorted(rng.sample(range(len(text)), rng.randrange(1, 5)))
            parts = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)])]
            first = call(parts[0], name, index=number, id=call_id, type="function")
            pieces.append(
                [first] + [call(part, rng.choice([None, name, ""]), index=number, **repeated) for part in parts[1:]]
            )
        firsts, rest = [part.pop(0) for part in pieces], []
        while any(pieces):
            rest.append(rng.choice([part for part in pieces if part]).pop(0))
        assert calls_of(firsts, *rest) == expected


def test_custom_tools_and_function_call_grow_too() -> None:
    custom = {"index": 0, "id": "1", "type": "custom"}
    items = [
        chunk({"tool_calls": [{**custom, "custom": {"name": "sh", "input": "l"}}], "function_call": {"name": "f"}}),
        chunk({"tool_calls": [{**custom, "custom": {"name": "sh", "input": "s"}}]}),
        chunk({"function_call": {"name": "f", "arguments": "{"}}),
        chunk({"function_call": {"arguments": "}"}}, "stop"),
    ]
    message = complete(items).choices[0].message
    assert message.tool_calls[0].custom == {"name": "sh", "input": "ls"}
    assert message.function_call.to_dict() == {"name": "f", "arguments": "{}"}
    assert [event for event in stream_events(items) if "tool_calls" in event.type] == []


ARGUMENTS = [("", {}), (None, {}), ("  \n", {}), ({}, {}), ({"a": 1}, {"a": 1}), ('{"a": 1}', {"a": 1})]


@pytest.mark.parametrize("arguments, value", ARGUMENTS)
def test_all_helpers_read_arguments_alike(arguments: Any, value: Any) -> None:
    seen: List[Any] = []

    def f(a: int = 0) -> str:
        seen.append({"a": a} if a else {})
        return "x"

    tool_call = {"id": "1", "type": "function", "function": {"name": "f", "arguments": arguments}}
    message = {"role": "assistant", "content": None, "tool_calls": [tool_call]}
    completion = {"choices": [{"index": 0, "finish_reason": "tool_calls", "message": message}]}
    final = {"choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "x"}}]}
    item = {"type": "function_call", "call_id": "1", "name": "f", "arguments": arguments}
    flat = {"type": "function", "name": "f", "strict": True, "parameters": {"type": "object"}}

    def client(*bodies: Any) -> Any:
        return package.OpenAI(
            api_key="k", base_url="http://x", environment=False, transport=CannedTransport([("a", "b")], *bodies)
        )

    parsed = client(completion).chat.completions.parse(model="m", messages=[], tools=STRICT)
    assert parsed.choices[0].message.tool_calls[0].function.parsed_arguments == value
    streamed = complete([chunk(message), chunk({}, "tool_calls")], input_tools=STRICT)
    assert streamed.choices[0].message.tool_calls[0].function.parsed_arguments == value
    response = client({"output": [item]}).responses.parse(model="m", input="x", tools=[flat])
    assert response.output[0].parsed_arguments == value
    client(completion, final).chat.completions.run_tools(model="m", messages=[], functions=[f])
    client({"id": "r", "output": [item]}, {"output": []}).responses.run_tools(model="m", input="x", functions=[f])
    assert package.function_tool(f).call(arguments) == "x"
    assert seen == [value] * 3


def test_a_call_without_type_is_a_function() -> None:
    function = {"name": "f", "arguments": "{}"}
    for fields in ({}, {"type": None}, {"type": ""}):
        (tool_call,) = (
            complete([chunk({"tool_calls": [{**fields, "id": "1", "function": function}]}, "stop")], input_tools=STRICT)
            .choices[0]
            .message.tool_calls
        )
        assert (tool_call.type, tool_call.function.parsed_arguments) == ("function", {})


# Texts in pieces and blocks


@pytest.mark.parametrize("field", ["content", "refusal", "reasoning", "reasoning_content"])
def test_halves_of_surrogate_pairs_become_a_character(field: str) -> None:
    parts = ["a\ud83d", "\ude00", "b", "\ud83d", "", "\ude00\ud83d", "\ude00", "\ud83d", "x"]
    items = [chunk({"role": "assistant", field: ""})] + [chunk({field: part}) for part in parts] + [chunk({}, "stop")]
    assert complete(items).choices[0].message[field] == "a😀b😀😀\ud83dx"
    whole = [event for event in stream_events(items) if event.type in ("content.done", "refusal.done")]
    assert [event.to_dict() for event in whole if field in event.type] == [event.to_dict() for event in whole]
    state = package.ChatCompletionStreamState()
    for item in items:  # read after each chunk
        state.handle(item)
        snapshot = state.current_completion_snapshot.choices[0].message[field]
    assert snapshot == "a😀b😀😀\ud83dx"


def test_halves_of_surrogate_pairs_in_partial_json() -> None:
    for parts in (
        ['["\ud83d', '\ude00"]'],
        ['["\\ud83d', '\\ude00"]'],
        ['{"\ud83d', '\ude00": 1}'],
        ['["\\ud83', 'd\\ude00"]'],
    ):
        partial = package.PartialJSON()
        for part in parts:
            partial.feed(part)
        assert "😀" in list(partial.value)
    partial = package.PartialJSON(partial_strings=True).feed('["a\ud83d')
    assert partial.value == ["a"]
    assert partial.feed("\ude00").value == ["a😀"]


def text_block(text: Any) -> Any:
    return {"type": "text", "text": text}


THINKING = {"type": "thinking", "thinking": [{"type": "text", "text": "hm"}]}
REFERENCE = {"type": "reference", "reference_ids": [0]}
BLOCKS: Dict[str, Any] = {
    "from the start": ([[text_block("Hel")], [text_block("lo")]], [text_block("Hel"), text_block("lo")]),
    "several in a chunk": (
        [[THINKING, text_block("Hel"), REFERENCE], [text_block("lo")]],
        [THINKING, text_block("Hel"), REFERENCE, text_block("lo")],
    ),
    "after text": (["", "He", "l", [THINKING, text_block("lo")]], [text_block("Hel"), THINKING, text_block("lo")]),
    "before text": ([[THINKING], "Hel", "lo"], [THINKING, text_block("Hello")]),
    "text, blocks, text": (
        ["He", [REFERENCE], "l", "lo", [REFERENCE]], [text_block("He"), REFERENCE, text_block("llo"), REFERENCE],
    ),
    "plain text in a list": ([["Hel"], "lo", None], [text_block("Hel"), text_block("lo")]),
    "with indexes": (
        [[{"index": 0, **text_block("Hel")}], [{"index": 0, **text_block("lo")}]],
        [{"index": 0, **text_block("Hello")}],
    ),
    "empty lists and null": ([[], ["", None], "Hello", None, []], [text_block("Hello")]),
    "null text": ([[text_block(None)], [text_block("Hello")]], [text_block(None), text_block("Hello")]),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_content_in_typed_blocks_keeps_all_of_them_and_its_text(name: str) -> None:
    contents, blocks = BLOCKS[name]
    items = [chunk({"role": "assistant"})] + [chunk({"content": content}) for content in contents] + [chunk({}, "stop")]
    assert complete(items).choices[0].message.content == blocks
    events = [event for event in stream_events(items) if event.type.startswith("content")]
    assert "".join(event.delta for event in events[:-1]) == events[-2].snapshot == events[-1].content == "Hello"


def test_content_in_blocks_is_parsed() -> None:
    items = [
        chunk({"content": [THINKING, text_block('{"a"')]}),
        chunk({"content": [text_block(": 1}")]}),
        chunk({}, "stop"),
    ]
    assert complete(items, response_format=SCHEMA).choices[0].message.parsed == {"a": 1}
    parsed = [e.parsed for e in stream_events(items, response_format=SCHEMA) if e.type.startswith("content")]
    assert parsed == [None, {"a": 1}, {"a": 1}]


# Responses


def llama_events() -> List[Any]:
    """Return the events of a server that sends item ids but no indexes, and no ids of function calls."""
    response = {"id": "resp_1", "object": "response", "status": "in_progress"}
    message = {"id": "msg_1", "type": "message", "role": "assistant", "status": "in_progress", "content": []}
    reasoning = {"id": "rs_1", "type": "reasoning", "summary": [], "content": [], "status": "in_progress"}
    function = {"type": "function_call", "call_id": "fc_1", "name": "f", "arguments": "", "status": "in_progress"}
    other = {**function, "call_id": "fc_2", "name": "g"}
    output = [
        reasoning,
        {**message, "content": [{"type": "output_text", "text": '{"a": 1}'}]},
        {**function, "arguments": '{"x": 1}'},
        {**other, "arguments": "{}"},
    ]
    events: List[Any] = [("created", {"response": response}), ("in_progress", {"response": response})]
    events += [("output_item.added", {"item": reasoning}), ("reasoning_text.delta", {"item_id": "rs_1", "delta": "hm"})]
    events += [("output_item.added", {"item": message})]
    events += [("content_part.added", {"item_id": "msg_1", "part": {"type": "output_text", "text": ""}})]
    events += [("output_text.delta", {"item_id": "msg_1", "delta": part}) for part in ('{"a"', ": 1}")]
    events += [("output_item.added", {"item": function}), ("output_item.added", {"item": other})]
    for item_id, part in (("fc_1", '{"x"'), ("fc_2", "{"), ("fc_1", ": 1}"), ("fc_2", "}")):
        events.append(("function_call_arguments.delta", {"item_id": item_id, "delta": part}))
    events += [("output_text.done", {"item_id": "msg_1", "text": '{"a": 1}'})]
    events += [("output_item.done", {"item": item}) for item in output]
    events += [("completed", {"response": {**response, "status": "completed", "output": output}})]
    return [{"type": "response." + name, **fields} for name, fields in events]


def strip_events(*names: str) -> List[Any]:
    """Return the events of a usual response without some fields."""
    items = Response().text('{"a": 1}', 5).call("f", '{"x": 1}').end()
    return [without(item, *names) for item in items]


ODD_RESPONSES: Dict[str, Any] = {
    "item ids only": llama_events(),
    "pings": [{"type": "ping"}, None, llama_events()[0], 5, [], {}, {"type": "ping"}, *llama_events()[1:]],
    "order only, one at a time": [
        without(item, "item_id") for item in strip_events("output_index", "content_index", "sequence_number")
    ],
    "no content_index": strip_events("content_index"),
    "no output_index": strip_events("output_index"),
    "null indexes": [
        {**item, **{name: None for name in ("output_index", "content_index", "sequence_number") if name in item}}
        for item in strip_events()
    ],
    "text indexes": [
        {**item, **{name: str(item[name]) for name in ("output_index", "content_index") if name in item}}
        for item in strip_events()
    ],
    "id told once": [
        {**item, "response": {**item["response"], "id": None if number else "resp_1"}} if "response" in item else item
        for number, item in enumerate(strip_events())
    ],
    "null deltas": [
        event
        for item in strip_events()
        for event in ([{**item, "delta": None}, item, {**item, "delta": ""}] if "delta" in item else [item])
    ],
}


@pytest.mark.parametrize("name", sorted(ODD_RESPONSES))
def test_events_of_responses_are_told_apart_by_id_and_order(name: str) -> None:
    state, events = package.ResponseStreamState(text_format=SCHEMA), []
    for item in ODD_RESPONSES[name]:
        events += state.handle(item)
    assert (state.completed.id, state.completed.output_parsed) == ("resp_1", {"a": 1})
    assert [item.arguments for item in state.completed.output if item.type == "function_call"][0] == '{"x": 1}'
    texts = [event.snapshot for event in events if event.type == "response.output_text.delta"]
    assert texts[-1] == '{"a": 1}'
    snapshot = [item.arguments for item in state.snapshot.output if item.type == "function_call"]
    assert snapshot == ['{"x": 1}', "{}"][: len(snapshot)]
    indexes = [event.output_index for event in events if event.get("delta") is not None]
    assert None not in indexes


def test_halves_of_surrogate_pairs_in_responses() -> None:
    for halves in (("a\ud83d", "\ude00"),):
        items = Response().text("xx", 1).call("f", "{}").end()
        deltas = [item for item in items if item["type"] == "response.output_text.delta"]
        deltas[0]["delta"], deltas[1]["delta"] = halves
        state = package.ResponseStreamState()
        for item in items[:-1]:
            state.handle(item)
        assert state.snapshot.output_text == "a😀"


def test_two_messages_without_ids_are_two() -> None:
    items = Response().text("one").text("two").end()
    for item in items:
        for inner in (item.get("item"), *(item.get("response") or {}).get("output", ())):
            if inner:
                inner.pop("id", None)
        item.pop("item_id", None)
    state = package.ResponseStreamState()
    for item in items:
        state.handle(item)
    assert state.completed.output_text == "onetwo"


# Runs of assistants


def run_assistant(*events: Any) -> Any:
    state = load("helpers.assistant_state").AssistantState()
    for name, data in (*BEGIN, *events):
        item = load("results.objects").to_api_objects({"event": name, "data": data})
        list(state.feed(load("results.models").apply_model(item, "beta.AssistantStreamEvent")))
    return state


@pytest.mark.parametrize("name", sorted(name for name in CALLS if "function" not in name))
def test_tool_calls_of_steps_are_put_together_alike(name: str) -> None:
    deltas, expected = CALLS[name]
    lists = [delta if isinstance(delta, list) else [delta] for delta in deltas]
    state = run_assistant(step_event("created", "tool_calls"), *(tool_call_delta_event(*part) for part in lists))
    calls = state.step.step_details.tool_calls
    assert [(one.function.name, one.function.arguments, one.id) for one in calls] == expected


@pytest.mark.parametrize("index", [{"index": 0}, {"index": 1}, {"index": "0"}, {"index": -1}, {"index": None}, {}])
def test_text_of_assistants_is_put_together(index: Any) -> None:
    deltas = [{**index, "type": "text", "text": {"value": part}} for part in ("a\ud83d", "\ude00")]
    state = run_assistant(message_event("created"), *(message_delta_event(delta) for delta in deltas))
    assert [block.text.value for block in state.message.content] == ["a😀"]


# Over the whole way


@pytest.mark.parametrize("is_async", [False, True])
def test_whole_streams_of_compatible_servers(is_async: bool) -> None:
    ping = ["data: null", "event: ping\ndata: {}", "event: keepalive\ndata: still here", 'data: {"type": "ping"}']
    chat = encode_events(ping + [ODD_CHUNKS["no object"][0], *ping, *ODD_CHUNKS["no object"][1:], *ping])
    response = encode_events(ping + llama_events()[:3] + ping + llama_events()[3:], False)

    async def main() -> Any:
        results = []
        for body in (chat, response):
            transport: Any = AsyncCannedTransport(EVENTS, body)
            client = package.AsyncOpenAI(api_key="k", base_url="http://x", environment=False, transport=transport)
            if body is chat:
                raw = await client.chat.completions.create(model="m", messages=MESSAGES, stream=True)
                results.append([item.choices[0].delta.content async for item in raw])
                async with client.chat.completions.stream(model="m", messages=MESSAGES) as stream:
                    results.append((await stream.get_final_completion()).choices[0].message.content)
            else:
                async with client.responses.stream(model="m", input="x") as stream:
                    results.append((await stream.get_final_response()).output_text)
        return results

    def main_sync() -> Any:
        results = []
        for body in (chat, response):
            transport = CannedTransport(EVENTS, body)
            client = package.OpenAI(api_key="k", base_url="http://x", environment=False, transport=transport)
            if body is chat:
                raw = client.chat.completions.create(model="m", messages=MESSAGES, stream=True)
                results.append([item.choices[0].delta.content for item in raw])
                with client.chat.completions.stream(model="m", messages=MESSAGES) as stream:
                    results.append(stream.get_final_completion().choices[0].message.content)
            else:
                with client.responses.stream(model="m", input="x") as stream:
                    results.append(stream.get_final_response().output_text)
        return results

    texts = ["", "He", "ll", "o", None]
    assert (asyncio.run(main()) if is_async else main_sync()) == [texts, "Hello", '{"a": 1}']
