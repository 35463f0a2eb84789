# SPDX-License-Identifier: MIT
"""Forms: `email` parses back what was encoded; files of every type are sent completely or not at all."""

from __future__ import annotations

import gc
import io
import os
import threading
import tracemalloc
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from typing import NamedTuple

import pytest

from . import load

multipart = load("call.multipart")
Multipart = multipart.Multipart
ArgumentError = load("call.errors").ArgumentError
UploadError = load("call.errors").UploadError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator


class Part(NamedTuple):
    """One part of a form, as a server parses it."""

    name: str
    filename: str | None
    content_type: str
    content: bytes


def encode(form: Any) -> bytes:
    """Return the bytes of a form, and check its length."""
    data = b"".join(form)
    assert len(data) == form.length == len(form)
    return data


def parse_parts(form: Any) -> list[Part]:
    """Parse a form with the standard library."""
    head = "Content-Type: {}\r\n\r\n".format(form.content_type).encode()
    parsed = BytesParser(policy=HTTP).parsebytes(head + encode(form))
    assert not parsed.defects
    result = []
    for part in parsed.iter_parts():
        assert not part.defects
        assert part.get_content_disposition() == "form-data"
        name = part.get_param("name", header="Content-Disposition")
        filename = part.get_param("filename", header="Content-Disposition")
        content = part.get_payload(decode=True)
        result.append(Part(name, filename, part["Content-Type"] or "", content))
    return result


def build_one(**fields: Any) -> Part:
    """Build a form of one part; return the part as a server parses it."""
    (part,) = parse_parts(Multipart(fields))
    return part


# Texts


@pytest.mark.parametrize(
    "value, texts",
    [
        ("words", [("f", b"words")]),
        ("", [("f", b"")]),
        ("line\r\nline\n", [("f", b"line\r\nline\n")]),
        ("é 漢 \U0001f600", [("f", "é 漢 \U0001f600".encode())]),
        (5, [("f", b"5")]),
        (0.5, [("f", b"0.5")]),
        (True, [("f", b"true")]),
        (False, [("f", b"false")]),
        (None, []),
        ([], []),
        ({}, []),
        (["a", None, True, 3], [("f[]", b"a"), ("f[]", b"true"), ("f[]", b"3")]),
        (("a", "b"), [("f[]", b"a"), ("f[]", b"b")]),
        ({"a": 1, "b": None, "c": {"d": False}}, [("f[a]", b"1"), ("f[c][d]", b"false")]),
        ({"a": [1, {"b": 2}]}, [("f[a][]", b"1"), ("f[a][][b]", b"2")]),
    ],
)
def test_fields_become_named_texts(value: Any, texts: list[tuple[str, bytes]]) -> None:
    form = Multipart({"f": value, "last": "x"})
    assert parse_parts(form) == [Part(name, None, "", content) for name, content in texts + [("last", b"x")]]


def test_empty_form_is_the_closing_boundary() -> None:
    form = Multipart({})
    assert encode(form) == b"--" + form.boundary.encode() + b"--\r\n"


def test_files_come_after_the_fields_and_in_order() -> None:
    names = [part.name for part in parse_parts(Multipart({"a": b"1", "b": "2", "c": b"3", "d": "4"}))]
    assert names == ["b", "d", "a", "c"]


def test_boundaries_differ() -> None:
    assert Multipart({}).boundary != Multipart({}).boundary


def test_arguments_are_not_changed() -> None:
    headers = {"X-Part": "1"}
    fields = {"list": [1, {"a": 2}], "file": ("n", b"x", None, headers), "none": None}
    encode(Multipart(fields))
    assert fields == {"list": [1, {"a": 2}], "file": ("n", b"x", None, {"X-Part": "1"}), "none": None}
    assert headers == {"X-Part": "1"}


# Names


@pytest.mark.parametrize(
    "name, wire",
    [
        ("plain.txt", b"plain.txt"),
        ('a"b', b"a%22b"),
        ("a\r\nX-Evil: 1", b"a%0D%0AX-Evil: 1"),
        ("a\nb", b"a%0Ab"),
        ("a\0b", b"a%00b"),
        ("a\tb", b"a%09b"),
        ("a\\b", b"a\\\\b"),
        ("a;b=c", b"a;b=c"),
        ("naïve 漢.txt", "naïve 漢.txt".encode()),
        ("\udcff.txt", b"\xff.txt"),
    ],
)
def test_no_name_breaks_out_of_its_quotes(name: str, wire: bytes) -> None:
    form = Multipart({name: "text", "file": (name, b"content")})
    data = encode(form)
    assert b'; name="' + wire + b'"\r\n\r\ntext\r\n' in data
    assert b'; name="file"; filename="' + wire + b'"\r\nContent-Type: ' in data
    assert data.count(b"\r\nX-Evil") == 0
    assert [part.content for part in parse_parts(form)] == [b"text", b"content"]


def test_keys_of_nested_fields_are_escaped() -> None:
    assert b'name="f[a%22b]"' in encode(Multipart({"f": {'a"b': 1}}))


def test_backslash_in_a_name_is_parsed_back() -> None:
    assert build_one(**{"a\\b": "x"}).name == "a\\b"


@pytest.mark.parametrize(
    "fields", [{"f": "\ud800"}, {"\ud800": "x"}, {"f": ("\ud800", b"")}, {"f": ("n", b"", "a/\ud800")}]
)
def test_lone_surrogate_is_refused_by_name(fields: dict[str, Any]) -> None:
    with pytest.raises(ArgumentError, match="lone surrogate") as caught:
        Multipart(fields)
    assert str(caught.value).startswith(repr(next(iter(fields))))
    str(caught.value).encode()


@pytest.mark.parametrize("headers", ["X-A: b", 5, [("X-A", "b")]])
def test_headers_of_a_part_must_be_a_mapping(headers: Any) -> None:
    with pytest.raises(ArgumentError, match="f: expected a mapping of headers as the fourth item, got "):
        Multipart({"f": ("n", b"", None, headers)})


@pytest.mark.parametrize(
    "file",
    [
        ("n", b"", "text/plain\r\nX-Evil: 1"),
        ("n", b"", "text/plain\0"),
        ("n", b"", 5),
        ("n", b"", None, {"X-Part": "a\r\nb"}),
        ("n", b"", None, {"X\nPart": "a"}),
        ("n", b"", None, {"X-Part": 5}),
    ],
)
def test_invalid_types_and_part_headers_are_refused(file: Any) -> None:
    with pytest.raises(ArgumentError, match="f: .* is not allowed in the header of a part"):
        Multipart({"f": file})


# Files

CONTENT = bytes(range(256)) * 5000  # more than one chunk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of 1.28 MB."""
    file = tmp_path / "data.json"
    file.write_bytes(CONTENT)
    return file


class OnlyReads:
    """A file with read() and no other method."""

    def __init__(self, content: bytes) -> None:
        self.file = io.BytesIO(content)

    def read(self, size: int) -> bytes:
        return self.file.read(size)


def test_file_by_its_path(path: Path) -> None:
    assert build_one(f=path) == Part("f", "data.json", "application/json", CONTENT)


def test_open_file(path: Path) -> None:
    with path.open("rb") as file:
        assert build_one(f=file) == Part("f", "data.json", "application/json", CONTENT)
        assert not file.closed


def test_open_file_is_sent_from_its_position(path: Path) -> None:
    with path.open("rb") as file:
        file.seek(1_000_000)
        form = Multipart({"f": file})
        assert file.tell() == 1_000_000, "building the form moved the position"
        assert parse_parts(form)[0].content == CONTENT[1_000_000:]


def test_file_in_memory() -> None:
    assert build_one(f=io.BytesIO(CONTENT)) == Part("f", "upload", "application/octet-stream", CONTENT)


@pytest.mark.parametrize("type_", [bytes, bytearray, memoryview])
def test_bytes_like_objects(type_: Any) -> None:
    assert build_one(f=type_(CONTENT)) == Part("f", "upload", "application/octet-stream", CONTENT)


def test_bytearray_is_copied() -> None:
    content = bytearray(b"before")
    form = Multipart({"f": content})
    content[:] = b"after!"
    assert parse_parts(form)[0].content == b"before"


def test_empty_file() -> None:
    assert build_one(f=b"").content == build_one(f=io.BytesIO()).content == b""


@pytest.mark.parametrize("size", [1000, 3 << 20])
def test_pipe_is_spooled_and_can_be_sent_again(size: int) -> None:
    read_end, write_end = os.pipe()

    def write() -> None:
        with os.fdopen(write_end, "wb") as writer:
            writer.write(b"x" * size)

    writing = threading.Thread(target=write)
    writing.start()
    with os.fdopen(read_end, "rb") as pipe:
        form = Multipart({"f": pipe})
        writing.join()
        assert parse_parts(form) == parse_parts(form) == [Part("f", "upload", "application/octet-stream", b"x" * size)]
        form.close()
        form.close()
        assert not pipe.closed
        with pytest.raises(UploadError, match="f: cannot rewind the file"):
            list(form)


def test_file_without_seek_is_spooled() -> None:
    form = Multipart({"f": OnlyReads(CONTENT)})
    assert parse_parts(form)[0].content == CONTENT
    form.close()


def test_temporary_files_are_deleted_when_a_later_file_fails(tmp_path: Path) -> None:
    with pytest.raises(UploadError):
        Multipart({"f": OnlyReads(b"x" * (2 << 20)), "g": tmp_path / "missing"})
    gc.collect()  # an unclosed temporary file would warn, and the warning fail the test


def test_form_can_be_encoded_again(path: Path) -> None:
    with path.open("rb") as file:
        file.seek(5)
        form = Multipart({"a": "x", "b": file, "c": path, "d": b"y", "e": io.BytesIO(b"z")})
        first = encode(form)
        assert encode(form) == first
        half = iter(form)
        next(half)
        next(half)
        assert encode(form) == first, "an interrupted attempt must not change the next"


@pytest.mark.parametrize(
    "file, part",
    [
        (("n.txt", b"x"), Part("f", "n.txt", "text/plain", b"x")),
        ((None, b"x"), Part("f", "upload", "application/octet-stream", b"x")),
        (("", b"x"), Part("f", "upload", "application/octet-stream", b"x")),
        (("n.unheard-of", b"x"), Part("f", "n.unheard-of", "application/octet-stream", b"x")),
        (("n.txt", b"x", "audio/wav"), Part("f", "n.txt", "audio/wav", b"x")),
        (("n.txt", b"x", None), Part("f", "n.txt", "text/plain", b"x")),
        ((None, io.BytesIO(b"x"), "audio/wav"), Part("f", "upload", "audio/wav", b"x")),
        (("n.txt", b"x", "audio/wav", None), Part("f", "n.txt", "audio/wav", b"x")),
        (("dir/n.txt", b"x", None, {}), Part("f", "dir/n.txt", "text/plain", b"x")),
    ],
)
def test_tuples_of_name_content_and_type(file: Any, part: Part) -> None:
    assert build_one(f=file) == part


def test_tuple_with_headers() -> None:
    data = encode(Multipart({"f": ("n.txt", b"x", None, {"X-Part": "1", "Content-Language": "de"})}))
    assert b"\r\nContent-Type: text/plain\r\nX-Part: 1\r\nContent-Language: de\r\n\r\nx\r\n" in data


def test_path_in_a_tuple_has_its_own_name_by_default(path: Path) -> None:
    assert build_one(f=(None, path)).filename == "data.json"
    assert build_one(f=("other.txt", path)) == Part("f", "other.txt", "text/plain", CONTENT)


def test_several_files_of_one_field() -> None:
    form = Multipart({"image": [b"1", ("b.png", b"2"), io.BytesIO(b"3")], "x": {"y": b"4"}})
    assert [(p.name, p.filename, p.content) for p in parse_parts(form)] == [
        ("image[]", "upload", b"1"),
        ("image[]", "b.png", b"2"),
        ("image[]", "upload", b"3"),
        ("x[y]", "upload", b"4"),
    ]


class Named(io.BytesIO):
    """A file in memory that has a name."""

    def __init__(self, name: Any) -> None:
        super().__init__(b"x")
        self.name = name


@pytest.mark.parametrize(
    "name, filename",
    [
        ("/tmp/a.txt", "a.txt"),
        (b"/tmp/a.txt", "a.txt"),
        (3, "upload"),
        ("<stdin>", "upload"),
        ("", "upload"),
        (None, "upload"),
    ],
)
def test_open_files_have_their_names(name: Any, filename: str) -> None:
    assert build_one(f=Named(name)).filename == filename


# What cannot be sent


def test_text_file_is_refused(path: Path) -> None:
    with path.open("r") as file, pytest.raises(ArgumentError, match="f: the file is open in text mode; .* mode 'rb'"):
        Multipart({"f": file})
    with pytest.raises(ArgumentError, match="text mode"):
        Multipart({"f": io.StringIO("x")})


@pytest.mark.parametrize("value", ["data.txt", ["data.txt"], {"x": "data.txt"}, ("name", "data.txt")])
def test_text_in_a_file_field_is_refused_with_a_hint(value: Any) -> None:
    with pytest.raises(
        ArgumentError, match=r"f.*: expected bytes, a path object, .* got str; .* pass pathlib\.Path"
    ) as caught:
        Multipart({"f": value}, upload="f")
    assert "data.txt" not in str(caught.value)


@pytest.mark.parametrize("value", [5, True, [0.5], ("n", ("m", b"x"))])
def test_other_values_in_a_file_field_are_refused(value: Any) -> None:
    with pytest.raises(ArgumentError, match="expected bytes, a path object"):
        Multipart({"f": value}, upload="f")


def test_files_in_a_file_field_are_accepted(path: Path) -> None:
    form = Multipart({"f": [path, ("n", b"x")], "other": "text"}, upload="f")
    assert [part.name for part in parse_parts(form)] == ["other", "f[]", "f[]"]
    assert parse_parts(Multipart({"f": None, "g": 1}, upload="f")) == [Part("g", None, "", b"1")]


@pytest.mark.parametrize(
    "name, reason",
    [("missing", "No such file"), (".", "Is a directory"), ("a\0b", "null byte|null character")],
)
def test_unreadable_path_is_refused_before_sending(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(UploadError, match="f: cannot read .*: .*({})".format(reason)) as caught:
        Multipart({"f": tmp_path / name})
    assert not isinstance(caught.value, OSError)
    assert isinstance(caught.value.__cause__, (OSError, ValueError))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_path_without_permission_is_refused_before_sending(path: Path) -> None:
    path.chmod(0)
    with pytest.raises(UploadError, match="f: cannot read .*data.json.*: Permission denied"):
        Multipart({"f": path})


def test_path_without_a_length_is_refused_before_sending() -> None:
    read_end, write_end = os.pipe()
    try:
        path = Path("/dev/fd/{}".format(read_end))
        if not path.exists():
            pytest.skip("no /dev/fd here")
        with pytest.raises(UploadError, match="f: '/dev/fd/.*' has no length; open it and pass the file object"):
            Multipart({"f": path})
    finally:
        os.close(read_end)
        os.close(write_end)


def test_closed_file_is_refused_before_sending() -> None:
    file = io.BytesIO(b"x")
    file.close()
    with pytest.raises(UploadError, match="f: cannot read the file"):
        Multipart({"f": file})


def test_file_closed_between_two_attempts() -> None:
    file = io.BytesIO(b"x")
    form = Multipart({"f": file})
    encode(form)
    file.close()
    with pytest.raises(UploadError, match="f: cannot rewind the file"):
        encode(form)


def test_path_deleted_between_two_attempts(path: Path) -> None:
    form = Multipart({"f": path})
    path.unlink()
    with pytest.raises(UploadError, match="f: cannot read .*No such file"):
        list(form)


def changing(form: Any, change: Any) -> Iterator[bytes]:
    """Iterate a form, and call `change` after the first chunk of content."""
    for count, chunk in enumerate(form):
        yield chunk
        if count == 1:
            change()


@pytest.mark.parametrize("size", [0, 400_000, len(CONTENT) - 1, len(CONTENT) + 1, 2 * len(CONTENT)])
@pytest.mark.parametrize("how", ["path", "file"])
def test_change_of_size_while_sending(path: Path, how: str, size: int) -> None:
    with path.open("rb", buffering=0) as file:
        form = Multipart({"f": path if how == "path" else file})
        got = 0
        with pytest.raises(UploadError, match="f: the size of the file changed while it was sent"):
            for chunk in changing(form, lambda: os.truncate(str(path), size)):
                got += len(chunk)
        assert got <= form.length, "more was sent than `length`"


class Failing(io.BytesIO):
    """A file whose second read() raises or returns `then`."""

    def __init__(self, then: Any) -> None:
        super().__init__(CONTENT)
        self.then = then

    def read(self, size: int | None = -1) -> Any:
        if self.tell() == 0:
            return super().read(size)
        if isinstance(self.then, BaseException):
            raise self.then
        return self.then


@pytest.mark.parametrize(
    "then, reason",
    [
        (OSError(5, "Input/output error"), "Input/output error"),
        (ValueError("torn"), "torn"),
        ("text", "expected bytes from the file's read\\(\\), got str"),
    ],
)
def test_failing_read_is_not_a_network_failure(then: Any, reason: str) -> None:
    form = Multipart({"f": Failing(then)})
    with pytest.raises(UploadError, match="f: .*" + reason) as caught:
        list(form)
    assert not isinstance(caught.value, OSError)


def test_file_of_the_caller_stays_open_after_a_failing_read() -> None:
    file = Failing(OSError())
    form = Multipart({"f": file})
    with pytest.raises(UploadError):
        list(form)
    form.close()
    assert not file.closed


# Memory


@pytest.mark.parametrize("how", ["path", "file"])
def test_file_of_64_megabytes_is_sent_in_constant_memory(tmp_path: Path, how: str) -> None:
    path = tmp_path / "sparse.bin"
    with path.open("wb") as sparse:
        sparse.truncate(64 << 20)
    with path.open("rb") as file:
        tracemalloc.start()
        try:
            form = Multipart({"purpose": "test", "f": path if how == "path" else file})
            size = sum(len(chunk) for chunk in form)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert size == form.length > 64 << 20
    assert peak < 4 << 20


def test_large_pipe_is_spooled_to_disk() -> None:
    class Endless(OnlyReads):
        remaining = 16 << 20

        def read(self, size: int) -> bytes:
            chunk = b"\0" * min(size, self.remaining)
            self.remaining -= len(chunk)
            return chunk

    tracemalloc.start()
    try:
        form = Multipart({"f": Endless(b"")})
        size = sum(len(chunk) for chunk in form)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
        form.close()
    assert size == form.length > 16 << 20
    assert peak < 6 << 20
