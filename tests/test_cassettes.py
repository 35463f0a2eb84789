# SPDX-License-Identifier: MIT
"""Cassettes: what is written and read, what is removed from them, which requests match, and what is refused."""

from __future__ import annotations

import base64
import json
import os
import shutil
from pathlib import Path

import pytest

from . import load, package
from .recording_support import KEY, FixedTransport, make_client, read_lines, request, say, send

VCR_CASSETTE = Path(__file__).parent / "data" / "vcr_cassette.json"
HEADER = {"format": "http-cassette", "version": 1}
REQUEST = {"request": {"method": "GET", "url": "http://h/v1/x", "headers": {}}}
RESPONSE = {"response": {"status": 200, "headers": {}, "json": {"a": 1}}}
STREAM = {"response": {"status": 200, "headers": {}, "chunks": 2}}
CHUNK = {"at": 0.1, "text": "data: 1\n\n"}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "cassette.jsonl"


def record(path, sent, *responses, headers=None, **options):
    """Record one request; return it and its response as they were written."""
    transport = package.RecordTransport(path, FixedTransport(*responses, **(headers or {})), **options)
    send(transport, sent)
    lines = read_lines(path)
    start = max(position for position, line in enumerate(lines) if "request" in line)
    return lines[start]["request"], lines[start + 1]["response"]


# Format


def test_lines_that_people_can_read(path):
    record(path, request({"b": "é\u2028", "a": 1}), {"z": 1, "a": None}, scrub_fields=["x.y"])
    text = path.read_bytes().decode("utf-8")
    assert text.split("\n")[0] == json.dumps({**HEADER, "scrub_fields": ["x.y"]})
    assert '"json": {"b": "é\u2028", "a": 1}' in text and '"json": {"z": 1, "a": null}' in text
    assert text.endswith("\n")


@pytest.mark.parametrize("ensure_ascii", [False, True])
@pytest.mark.parametrize("layout", [{"separators": (",", ":")}, {}, {"indent": 2}])
@pytest.mark.parametrize("end", ["", "\n"])
def test_json_of_any_usual_layout_is_replayed_byte_for_byte(path, layout, ensure_ascii, end):
    content = (json.dumps({"a": ["é", 1.5, {}, []]}, ensure_ascii=ensure_ascii, **layout) + end).encode()
    _, response = record(path, request(), [content[:5], content[5:]], headers={"Content_Length": "0"})
    assert response["json"] == {"a": ["é", 1.5, {}, []]}
    status, headers, chunks, _ = package.ReplayTransport(path).send(request())
    assert (status, b"".join(chunks), headers) == (200, content, [("Content-Length", str(len(content)))])


@pytest.mark.parametrize(
    ("content", "field"),
    [
        ([b'{"a":  1}'], "json"),
        ([b'{"a": NaN, "b": "\\ud800"}'], "json"),
        ([b"[" * 100_000], "text"),
        ([b'{"a": 1'], "text"),
        ([b"text"], "text"),
        ([b"3"], "text"),
        ([b"\xff\x00"], "base64"),
        ([], None),
        ([b"one", b"two \xff", b""], "chunks"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_bodies_of_every_kind(path, content, field):
    written, _ = record(path, request(b"".join(content) or None), content)
    response = next(line["response"] for line in read_lines(path) if "response" in line)
    assert field is None or field in response
    replayed = send(package.ReplayTransport(path), request(b"".join(content) or None))
    assert replayed == b"".join(content) or json.loads(replayed.replace(b"NaN", b"0")) is not None


def test_repeated_headers_stay_apart(path):
    transport = FixedTransport()
    transport.headers = [("X-A", "1"), ("X-B", "2"), ("X-A", "3"), ("X-A", "4")]
    send(package.RecordTransport(path, transport), request())
    assert read_lines(path)[2]["response"]["headers"] == {"X-A": ["1", "3", "4"], "X-B": "2"}
    assert package.ReplayTransport(path).send(request())[1] == [("X-A", "1"), ("X-A", "3"), ("X-A", "4"), ("X-B", "2")]


def test_forms_are_written_by_parts_and_match_with_another_boundary(path):
    def form(boundary, text="assistants"):
        part = "--{0}\r\nContent-Disposition: form-data; name="
        body = part + '"purpose"\r\n\r\n{1}\r\n' + part + '"file"; filename="a.bin"\r\nContent-Type: a/b\r\n\r\n'
        content = body.format(boundary, text).encode() + b"\xff\r\n--\r\n" + "\r\n--{}--\r\n".format(boundary).encode()
        return request(content, Content_Type="multipart/form-data; boundary=" + boundary)

    written, _ = record(path, form("one"))
    assert written["parts"] == [
        {"name": "purpose", "text": "assistants"},
        {"name": "file", "filename": "a.bin", "type": "a/b", "base64": base64.b64encode(b"\xff\r\n--\r\n").decode()},
    ]
    replaying = package.ReplayTransport(path)
    assert send(replaying, form("two")) == send(replaying, form("three")) == b'{"number": 1}'
    with pytest.raises(package.UnrecordedRequestError, match=r'body\[0\].text: recorded "assistants", requested "vis'):
        send(replaying, form("two", "vision"))


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (b"--b\r\n\r\ntext\r\n--b--\r\n", "multipart/form-data"),
        (b"preamble\r\n--b\r\n\r\ntext\r\n--b--", "multipart/form-data; boundary=b"),
        (b"--b\r\n\r\ntext", "multipart/form-data; boundary=b"),
        (b"--b\r\nno head\r\n--b--", "multipart/form-data; boundary=b"),
    ],
)
def test_malformed_forms_are_text(path, content, content_type):
    sent = request(content, Content_Type=content_type)
    written, _ = record(path, sent)
    assert written["text"] == content.decode()
    assert send(package.ReplayTransport(path), sent) == b'{"number": 1}'


def test_large_uploads_are_written_by_their_hash(path):
    content = os.urandom(1 << 20) + b"\xff\xff"
    written, _ = record(path, request(content))
    assert written["length"] == len(content) and path.stat().st_size < 2000
    assert send(package.ReplayTransport(path), request(content)) == b'{"number": 1}'
    with pytest.raises(package.UnrecordedRequestError, match="body.sha256"):
        send(package.ReplayTransport(path), request(content[1:]))


def test_a_body_that_is_iterated_is_read_once_and_sent(path):
    class Body:
        length, replayable, reads = 6, True, 0

        def __iter__(self):
            self.reads += 1
            return iter([b"abc", b"def"])

    body, transport = Body(), FixedTransport()
    sent = request()
    sent.body = body
    send(package.RecordTransport(path, transport), sent)
    assert transport.requests[0][3] == b"abcdef" and body.reads == 1 and sent.body is body
    assert send(package.ReplayTransport(path), request(b"abcdef")) == b'{"number": 1}'


def test_recordings_are_appended_at_once_and_by_several(path):
    transport, other = FixedTransport(), FixedTransport({"number": 9})
    recording = package.RecordTransport(path, transport, mode="new")
    send(recording, request({"a": 1}))
    size = path.stat().st_size
    path.write_bytes(path.read_bytes().rstrip(b"\n"))  # as some editors leave it
    send(package.RecordTransport(path, other, mode="new", scrub_fields=["b"]), request({"a": 2, "b": 1}))
    send(recording, request({"a": 3}))
    assert path.stat().st_size > size and path.read_bytes().count(b'"format"') == 2
    replaying = package.ReplayTransport(path)
    numbers = [json.loads(send(replaying, request(body)))["number"] for body in ({"a": 1}, {"a": 2, "b": 7}, {"a": 3})]
    assert numbers == [1, 9, 2]


# Scrubbing

SECRET = "sk-proj-Ab1_c2D3e4F5g6H7i8"
TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"


@pytest.mark.parametrize(
    "sent",
    [
        request({"a": 1}, Authorization="Bearer short1"),
        request({"a": "the key is short1 here"}, Authorization="Bearer short1"),
        request({"a": 1}, url="http://h/v1/x?q=short1", api_key="short1"),
        request({"a": 1}, X_Api_Key="short1"),
        request({"a": 1}, X_Custom_Token="short1"),
        request({"a": "short1"}, Cookie="a=b; session=short1"),
        request({"a": "short1"}, OpenAI_Organization="short1"),
        request({"a": 1}, OpenAI_Project="short1"),
        request({"a": 1}, url="http://user:short1@h/v1/x"),
        request({"a": 1}, url="http://h/v1/x?api-key=short1&b=1"),
        request({"a": 1}, url="http://h/v1/x?X-Amz-Signature=short1"),
        request({"tools": [{"type": "mcp", "authorization": "short1", "headers": {"X-Api-Key": "short1"}}]}),
        request({"client_secret": "short1", "b": {"password": "short1"}}),
        request({"a": [SECRET]}),
        request({"a": "Authorization: Bearer abcdefghijklmnop.short1"}),
        request({SECRET: 1}),
        request({"a": TOKEN}),
        request({"a": "org-abcdefghijklmnop1234"}),
        request(b"key=short1&b=1", Content_Type="application/x-www-form-urlencoded"),
        request(SECRET.encode(), Content_Type="text/plain"),
    ],
    ids=lambda sent: str((sent.url, sent.headers, sent.body))[:60],
)
def test_credentials_are_never_written_and_the_request_still_matches(path, sent):
    before = (dict(sent.headers), sent.body)
    record(path, sent)
    text = path.read_text(encoding="utf-8")
    for secret in ("short1", SECRET, TOKEN, "org-abc"):
        assert secret not in text
    assert "***" in text and (dict(sent.headers), sent.body) == before
    assert send(package.ReplayTransport(path), sent) == b'{"number": 1}'
    if sent.url == "http://h/v1/x" and b"short1" not in sent.body:
        other = request(sent.body, **{**sent.headers, **dict.fromkeys(sent.headers, "x")})
        other.headers["Content-Type"] = sent.headers.get("Content-Type", "")
        assert send(package.ReplayTransport(path), other) == b'{"number": 1}'  # another key


@pytest.mark.parametrize(
    "responses",
    [
        ({"error": {"message": "Incorrect API key: short1"}},),
        ({"value": "ek_0123456789abcdefghij", "nested": [{"refresh_token": "short1"}]},),
        ([b"data: {'a': 'sho", b"rt1'}\n\ndata: {}\n\n"],),
        ([b'data: {"access_token": "sho', b'rt1"}\r\n\r\n', b"data: [DONE]\n\n"],),
        ([b"short1"],),
        ([b"\xffbinary", b"\xff"],),
    ],
    ids=str,
)
def test_credentials_of_responses_are_never_written(path, responses):
    headers = {
        "Set_Cookie": "short1",
        "Location": "http://h/?token=short1",
        "OpenAI_Organization": "org",
        "X": "short1",
    }
    headers["Content_Type"] = "text/event-stream" if isinstance(responses[0], list) else "application/json"
    record(path, request(Authorization="Bearer short1"), *responses, headers=headers)
    text = path.read_text(encoding="utf-8")
    assert "short1" not in text and "ek_0" not in text and '"OpenAI-Organization": "***"' in text
    replayed = send(package.ReplayTransport(path), request())
    if isinstance(responses[0], list):
        assert replayed.count(b"\n") == b"".join(responses[0]).count(b"\n")


@pytest.mark.parametrize("key", ["k", "ollama", "none", "sk-1"])
def test_ordinary_words_are_kept(path, key):
    body = {"a": ["task-management-of-organizations", "sk-", "token", "org", "bearer of news", key], "token": "Hello"}
    body["logprobs"] = [{"token": "Hello"}]
    written, _ = record(path, request(body, Authorization="Bearer " + key))
    assert written["json"] == body


FIELDS = [
    ("user", {"user": "***", "a": 1}),
    ("a.b", {"a": {"b": "***", "c": 2}}),
    ("a", {"a": "***"}),
    ("messages.content", {"messages": [{"role": "u", "content": "***"}, {"role": "s", "content": "***"}]}),
    ("messages[0].content", {"messages": [{"content": "***"}, {"content": "kept"}]}),
    ("messages.1.content", {"messages": [{"content": "kept"}, {"content": "***"}]}),
    ("*.b", {"a": {"b": "***"}, "c": {"b": "***"}, "d": 1}),
    ("messages.*.content.*", {"messages": [{"content": ["***", "***"]}, {"content": "text"}]}),
    ("a.none", {"a": {"none": None}}),
    ("missing.b", {"a": [1, {"b": 1}]}),
]


@pytest.mark.parametrize(("field", "expected"), FIELDS, ids=[field for field, _ in FIELDS])
def test_chosen_fields(path, field, expected):
    for number in (1, 2):  # another value, which matches the recorded one
        body = json.loads(json.dumps(expected).replace('"***"', '"value {}"'.format(number)))
        transport = package.RecordTransport(path, FixedTransport(body), scrub_fields=[field])
        send(transport, request(body))
        assert read_lines(path)[1]["request"]["json"] == read_lines(path)[2]["response"]["json"] == expected
        assert len(read_lines(path)) == 3
        assert json.loads(send(package.ReplayTransport(path), request(body))) == expected


def test_chosen_fields_of_streams_and_forms(path):
    chunks = [b'data: {"user": "bob", "a"', b': 1}\n\ndata: {"user": "eve"}\n', b"\n", b": comment\n\ndata: x\n\n"]
    content = b'--b\r\nContent-Disposition: form-data; name="user"\r\n\r\nbob\r\n--b--\r\n'
    sent = request(content, Content_Type="multipart/form-data; boundary=b")
    written, _ = record(path, sent, chunks, headers={"Content_Type": "text/event-stream"}, scrub_fields=["user"])
    assert written["parts"] == [{"name": "user", "text": "***"}]
    expected = b'data: {"user":"***","a":1}\n\ndata: {"user":"***"}\n\n: comment\n\ndata: x\n\n'
    assert send(package.ReplayTransport(path), sent) == expected


def test_a_function_changes_what_is_written_and_compared(path):
    def scrub(entry):
        if "method" in entry:
            entry["url"] = entry["url"].replace("4711", "ID")
            entry["json"]["messages"] = len(entry["json"]["messages"])
        else:
            entry["headers"].pop("X-Date")

    sent = request({"messages": ["secret"]}, url="http://h/v1/4711")
    written, response = record(path, sent, headers={"X_Date": "now"}, scrub=scrub)
    assert (written["url"], written["json"], response["headers"]) == ("http://h/v1/ID", {"messages": 1}, {})
    assert send(package.ReplayTransport(path, scrub=scrub), request({"messages": [1]}, url="http://h/v1/4711"))
    with pytest.raises(package.UnrecordedRequestError, match="path: recorded"):
        send(package.ReplayTransport(path), sent)


# Matching

BASE = request({"a": 1, "b": {"c": [1, 2], "d": "x"}}, url="https://one/v1/x?p=1&q=2&q=3", X_Id="7")


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"body": b'{"b": {"d": "x", "c": [1, 2]},  "a": 1}'}, None),
        ({"url": "https://one/v1/x?q=3&p=1&q=2"}, None),
        ({"url": "http://two:81/v1/x?p=1&q=2&q=3"}, None),
        ({"headers": {"Content-Type": "application/json", "X-Id": "8"}}, None),
        ({"method": "post"}, None),
        ({"method": "PUT"}, "method"),
        ({"url": "https://one/v1/y?p=1&q=2&q=3"}, "path"),
        ({"url": "https://one/v1/x?p=1&q=2"}, "query"),
        ({"body": b'{"a": 1, "b": {"c": [2, 1], "d": "x"}}'}, "body"),
        ({"body": b'{"a": true, "b": {"c": [1, 2], "d": "x"}}'}, "body"),
        ({"body": None}, "body"),
        ({"body": b"\xff"}, "body"),
        ({"url": "http://one/v1/x?p=1&q=2&q=3"}, "scheme"),
        ({"url": "https://two/v1/x?p=1&q=2&q=3"}, "host"),
        ({"url": "https://one:81/v1/x?p=1&q=2&q=3"}, "port"),
        ({"headers": {"Content-Type": "application/json", "X-Id": "8"}}, "header:x-id"),
    ],
    ids=str,
)
def test_rules(path, changes, rule):
    record(path, BASE)
    sent = request()
    vars(sent).update({**vars(BASE), **changes})
    names = load("recording.matching").DEFAULT_RULES
    assert rule is not None or send(package.ReplayTransport(path), sent) == b'{"number": 1}'
    if rule is None:
        return
    assert send(package.ReplayTransport(path, match_on=[name for name in ("method", "path") if name != rule]), sent)
    with pytest.raises(package.UnrecordedRequestError) as caught:
        send(package.ReplayTransport(path, match_on=[*names, rule] if rule not in names else names), sent)
    assert caught.value.differences and all(line.startswith(rule) for line in caught.value.differences)
    assert all(line in str(caught.value) for line in caught.value.differences)


def test_functions_as_rules(path):
    record(path, BASE)

    def has_same_length(recorded, sent):
        return len(recorded["json"]) == len(sent["json"])

    for match_on in (has_same_length, ["method", has_same_length]):
        transport = package.ReplayTransport(path, match_on=match_on)
        assert send(transport, request({"y": 2, "z": 3})) == b'{"number": 1}'
        with pytest.raises(package.UnrecordedRequestError, match="the rule has_same_length does not match"):
            send(transport, request({}))


def test_the_nearest_of_many_is_found(path):
    transport = package.RecordTransport(path, FixedTransport())
    for number in range(300):
        send(transport, request({"model": "m", "n": number, "text": "t" * 200 + str(number)}, url="http://h/v1/chat"))
        send(transport, request(url="http://h/v1/models", method="GET"))
    replaying = package.ReplayTransport(path)
    with pytest.raises(package.UnrecordedRequestError) as caught:
        send(replaying, request({"model": "other", "n": 299, "text": "t" * 200 + "299"}, url="http://h/v1/chat"))
    assert caught.value.differences == ['body.model: recorded "m", requested "other"']
    with pytest.raises(package.UnrecordedRequestError, match="and 20 more\n"):
        send(replaying, request({"model": "m", **{"f{}".format(n): n for n in range(28)}}, url="http://h/v1/chat"))
    for number in (0, 150, 299):
        body = {"text": "t" * 200 + str(number), "n": number, "model": "m"}
        assert json.loads(send(replaying, request(body, url="http://x/v1/chat")))["number"] == 2 * number + 1


# VCR.py


def test_a_cassette_of_vcr(tmp_path):
    path = tmp_path / "vcr.json"
    shutil.copy(VCR_CASSETTE, path)
    for transport in (package.ReplayTransport(path), package.RecordTransport(path)):
        client = make_client(transport)
        text = "Hello from the embedded server! You said: Say hello to Zoë"
        assert say(client, "Say hello to Zoë") == text
        messages = [{"role": "user", "content": "Say hello to Zoë"}]
        chunks = client.chat.completions.create(model="m", messages=messages, stream=True)
        assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks) == text
        assert client.models.retrieve("gpt-4o-mini", extra_query={"a": 1, "b": 2}).id == "gpt-4o-mini"
        with pytest.raises(package.NotFoundError, match="No such File object"):
            client.files.retrieve("no-such-file")
        with pytest.raises(package.UnrecordedRequestError, match="nearest, interaction 1, "):
            say(client)
    assert path.read_bytes() == VCR_CASSETTE.read_bytes()
    for mode in ("new", "all"):
        with pytest.raises(package.CassetteError, match="VCR.py, which cannot be appended to"):
            package.RecordTransport(path, mode=mode)


VCR_REQUEST = {"method": "POST", "uri": "http://h/x?key=abcdefgh", "body": None, "headers": {"A": ["1", "2"]}}
VCR_RESPONSE = {"status": {"code": 200, "message": "OK"}, "headers": {"Content-Encoding": ["gzip"]}, "body": {}}


@pytest.mark.parametrize(
    ("body", "expected"),
    [({"string": ""}, b""), ({"string": "é"}, "é".encode()), ({"base64_string": "/w=="}, b"\xff")],
    ids=str,
)
def test_bodies_of_vcr(path, body, expected):
    interaction = {"request": VCR_REQUEST, "response": {**VCR_RESPONSE, "body": body}}
    path.write_text(json.dumps({"version": 1, "interactions": [interaction]}), encoding="utf-8")
    status, headers, chunks, _ = package.ReplayTransport(path).send(request(url="http://h/x?key=other"))
    assert (status, headers, b"".join(chunks)) == (200, [], expected)


# Bad input


def lines(*values):
    return "".join(value if isinstance(value, str) else json.dumps(value) + "\n" for value in values)


DAMAGED = [
    ("", "it is empty"),
    ("\n", "it is empty"),
    ("hello", "line 1: it is no JSON object"),
    ("[1]", "line 1: it is no JSON object"),
    (lines({"a": 1}), "it is no cassette"),
    ("interactions:\n- request:\n", "it is YAML"),
    (lines({**HEADER, "version": 2}), "version 2, and this release reads version 1; upgrade"),
    (lines({**HEADER, "version": "x"}), "version 'x'"),
    (lines({**HEADER, "scrub_fields": "user"}), "scrub_fields is no list"),
    (lines(HEADER, REQUEST), "line 3: the cassette is truncated"),
    (lines(HEADER, REQUEST, json.dumps(RESPONSE)[:-5]), "line 3: it is no JSON object; the cassette is truncated"),
    (lines(HEADER, REQUEST, STREAM, CHUNK), "line 5: the cassette is truncated"),
    (lines(HEADER, REQUEST, STREAM, CHUNK, REQUEST, RESPONSE), "line 5: 'at' is missing"),
    (lines(HEADER, REQUEST, REQUEST), "line 3: expected the response"),
    (lines(HEADER, RESPONSE), "line 2: expected a request"),
    (lines(HEADER, {"request": {"method": "GET"}}, RESPONSE), "line 2: 'url' is missing"),
    (lines(HEADER, REQUEST, {"response": {"status": "200", "headers": {}}}), "line 3: 'status' is missing"),
    (lines(HEADER, REQUEST, {"response": {"status": 200, "headers": {}, "text": 1}}), "line 2: a body is invalid"),
    (lines(HEADER, REQUEST, {"response": {"status": 200, "headers": {}, "base64": "*"}}), "line 2: a body is invalid"),
    (lines(HEADER, REQUEST, {"response": {"status": 200, "headers": {}, "chunks": None}}), "line 3: 'chunks'"),
    (json.dumps({"version": 2, "interactions": []}), "expected version 1 of VCR.py's cassettes, got 2"),
    (json.dumps({"version": 1, "interactions": [{"request": {}}]}), "interaction 1 is not as VCR.py writes it"),
    (json.dumps({"version": 1, "interactions": [1]}), "interaction 1 is not as VCR.py writes it"),
]


@pytest.mark.parametrize(("text", "message"), DAMAGED, ids=[message for _, message in DAMAGED])
def test_a_damaged_cassette_is_refused_when_the_transport_is_made(path, text, message):
    path.write_text(text, encoding="utf-8")
    with pytest.raises(package.CassetteError) as caught:
        package.ReplayTransport(path)
    assert str(caught.value).startswith(str(path)) and message in str(caught.value)
    assert isinstance(caught.value, package.OpenAIError) and isinstance(caught.value, ValueError)
    if text.strip():
        for mode in ("once", "new", "none", "all"):
            with pytest.raises(package.CassetteError):
                package.RecordTransport(path, mode=mode)
    assert path.read_text(encoding="utf-8") == text


def test_a_cassette_without_recordings_is_recorded(path):
    for text in ("", lines(HEADER)):
        path.write_text(text, encoding="utf-8")
        record(path, request())
        assert [next(iter(line)) for line in read_lines(path)] == ["format", "request", "response"]


@pytest.mark.parametrize("name", ["missing.jsonl", "file/cassette.jsonl", "", "."])
def test_a_path_that_cannot_be_read(tmp_path, name):
    (tmp_path / "file").write_text("")
    with pytest.raises(package.CassetteError, match="^" + str(tmp_path)):
        package.ReplayTransport(tmp_path / name)


@pytest.mark.parametrize("name", ["file/cassette.jsonl", "."])
def test_a_path_that_cannot_be_written_is_an_error_before_anything_is_sent(tmp_path, name):
    (tmp_path / "file").write_text("")
    transport = FixedTransport()
    with pytest.raises(package.CassetteError, match="cannot be (written|read)|it is no file"):
        send(package.RecordTransport(tmp_path / name, transport), request())
    assert transport.requests == []


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no such device")
def test_what_is_no_file_is_refused(tmp_path):
    (tmp_path / "full").symlink_to("/dev/full")  # which could be read for ever
    for make in (package.ReplayTransport, package.RecordTransport):
        with pytest.raises(package.CassetteError, match="it is no file"):
            make(tmp_path / "full")


def test_a_cassette_that_can_no_longer_be_written_is_an_error(path):
    recording = package.RecordTransport(path, FixedTransport())
    send(recording, request())
    path.unlink()
    path.mkdir()
    with pytest.raises(package.CassetteError, match="the cassette cannot be written"):
        send(recording, request())


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"mode": "some"}, "^mode: expected one of once, new, none, all, got 'some'"),
        ({"mode": None}, "^mode: "),
        ({"match_on": ["method", "uri"]}, "^match_on: expected one of method, .*, got 'uri'"),
        ({"match_on": "header:"}, "^match_on: "),
        ({"match_on": []}, "^match_on: it is empty"),
        ({"match_on": 3}, "^match_on: "),
        ({"match_on": [None]}, "^match_on: "),
        ({"scrub_fields": "user"}, "^scrub_fields: expected a list"),
        ({"scrub_fields": 3}, "^scrub_fields: "),
        ({"scrub_fields": [3]}, "^scrub_fields: "),
        ({"scrub_fields": ["a..b"]}, "^scrub_fields: .*'a..b'"),
        ({"scrub_fields": [""]}, "^scrub_fields: "),
        ({"scrub": "user"}, "^scrub: expected a function, got str"),
        ({"allow_repeats": 1}, "^allow_repeats: expected True or False, got int"),
        ({"timing": "yes"}, "^timing: "),
        ({"path": 3}, "^path: expected text or a path object, got int"),
        ({"path": None}, "^path: "),
        ({"path": ""}, "^path: it is empty"),
        ({"transport": "http://proxy"}, "^transport: expected a transport .*, got str"),
        ({"transport": package.UrllibTransport}, "^transport: "),
    ],
    ids=str,
)
def test_invalid_options_are_refused_when_the_transport_is_made(path, options, message):
    options = {"path": path, **options}
    with pytest.raises(package.ConfigError, match=message):
        package.RecordTransport(**options)
    if not {"mode", "transport"} & set(options):
        with pytest.raises(package.ConfigError, match=message):
            package.ReplayTransport(**options)
    assert not path.exists()


def test_errors_show_no_key(path):
    record(path, request({"a": 1}, Authorization="Bearer " + KEY))
    with pytest.raises(package.UnrecordedRequestError) as caught:
        send(package.ReplayTransport(path), request({"a": KEY}, Authorization="Bearer " + KEY, url="http://u:pw@h/"))
    assert KEY not in str(caught.value) + repr(vars(caught.value)) and "pw" not in str(caught.value)
