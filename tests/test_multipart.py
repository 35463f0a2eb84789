# SPDX-License-Identifier: MIT
"""Forms: what is sent is what `email` reads back, files of every kind are sent whole or not at all."""

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
    """One part of a form, as a server reads it."""

    name: str
    filename: str | None
    content_type: str
    content: bytes


def sent(form: Any) -> bytes:
    """Return a form's bytes; they must be as many as it says."""
    data = b"".join(form)
    assert len(data) == form.length == len(form)
    return data


def parts(form: Any) -> list[Part]:
    """Parse a form with the standard library."""
    head = "Content-Type: {}\r\n\r\n".format(form.content_type).encode()
    parsed = BytesParser(policy=HTTP).parsebytes(head + sent(form))
    assert not parsed.defects
    found = []
    for part in parsed.iter_parts():
        assert not part.defects
        assert part.get_content_disposition() == "form-data"
        name = part.get_param("name", header="Content-Disposition")
        filename = part.get_param("filename", header="Content-Disposition")
        content = part.get_payload(decode=True)
        found.append(Part(name, filename, part["Content-Type"] or "", content))
    return found


def only(**fields: Any) -> Part:
    """Return the one part of a form."""
    (part,) = parts(Multipart(fields))
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
def test_fields_are_texts_by_name(value: Any, texts: list[tuple[str, bytes]]) -> None:
    form = Multipart({"f": value, "last": "x"})
    assert parts(form) == [Part(name, None, "", content) for name, content in texts + [("last", b"x")]]


def test_form_without_fields_is_just_its_end() -> None:
    form = Multipart({})
    assert sent(form) == b"--" + form.boundary.encode() + b"--\r\n"


def test_files_come_after_the_fields_and_in_order() -> None:
    names = [part.name for part in parts(Multipart({"a": b"1", "b": "2", "c": b"3", "d": "4"}))]
    assert names == ["b", "d", "a", "c"]


def test_boundaries_differ() -> None:
    assert Multipart({}).boundary != Multipart({}).boundary


def test_what_the_caller_passed_in_is_not_changed() -> None:
    headers = {"X-Part": "1"}
    fields = {"list": [1, {"a": 2}], "file": ("n", b"x", None, headers), "none": None}
    sent(Multipart(fields))
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
    data = sent(form)
    assert b'; name="' + wire + b'"\r\n\r\ntext\r\n' in data
    assert b'; name="file"; filename="' + wire + b'"\r\nContent-Type: ' in data
    assert data.count(b"\r\nX-Evil") == 0
    assert [part.content for part in parts(form)] == [b"text", b"content"]


def test_names_inside_of_fields_are_escaped_too() -> None:
    assert b'name="f[a%22b]"' in sent(Multipart({"f": {'a"b': 1}}))


def test_backslash_in_a_name_is_read_back_as_one() -> None:
    assert only(**{"a\\b": "x"}).name == "a\\b"


@pytest.mark.parametrize(
    "fields", [{"f": "\ud800"}, {"\ud800": "x"}, {"f": ("\ud800", b"")}, {"f": ("n", b"", "a/\ud800")}]
)
def test_half_a_surrogate_pair_is_refused_by_name(fields: dict[str, Any]) -> None:
    with pytest.raises(ArgumentError, match="half of a surrogate pair") as caught:
        Multipart(fields)
    assert str(caught.value).startswith(repr(next(iter(fields))))
    str(caught.value).encode()


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
def test_types_and_headers_that_would_break_out_are_refused(file: Any) -> None:
    with pytest.raises(ArgumentError, match="f: .* cannot stand in a header of a form"):
        Multipart({"f": file})


# Files

CONTENT = bytes(range(256)) * 5000  # more than one block


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of 1.28 MB."""
    file = tmp_path / "data.json"
    file.write_bytes(CONTENT)
    return file


class OnlyReads:
    """Something that has read() and nothing else."""

    def __init__(self, content: bytes) -> None:
        self.file = io.BytesIO(content)

    def read(self, size: int) -> bytes:
        return self.file.read(size)


def test_file_by_its_path(path: Path) -> None:
    assert only(f=path) == Part("f", "data.json", "application/json", CONTENT)


def test_open_file(path: Path) -> None:
    with path.open("rb") as file:
        assert only(f=file) == Part("f", "data.json", "application/json", CONTENT)
        assert not file.closed


def test_open_file_is_sent_from_where_it_stands(path: Path) -> None:
    with path.open("rb") as file:
        file.seek(1_000_000)
        form = Multipart({"f": file})
        assert file.tell() == 1_000_000, "making the form moved it"
        assert parts(form)[0].content == CONTENT[1_000_000:]


def test_file_in_memory() -> None:
    assert only(f=io.BytesIO(CONTENT)) == Part("f", "upload", "application/octet-stream", CONTENT)


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes_of_every_kind(kind: Any) -> None:
    assert only(f=kind(CONTENT)) == Part("f", "upload", "application/octet-stream", CONTENT)


def test_bytes_that_change_later_are_sent_as_they_were() -> None:
    content = bytearray(b"before")
    form = Multipart({"f": content})
    content[:] = b"after!"
    assert parts(form)[0].content == b"before"


def test_empty_file() -> None:
    assert only(f=b"").content == only(f=io.BytesIO()).content == b""


@pytest.mark.parametrize("size", [1000, 3 << 20])
def test_pipe_is_kept_aside_and_sent_whole_each_time(size: int) -> None:
    read_end, write_end = os.pipe()

    def write() -> None:
        with os.fdopen(write_end, "wb") as writer:
            writer.write(b"x" * size)

    writing = threading.Thread(target=write)
    writing.start()
    with os.fdopen(read_end, "rb") as pipe:
        form = Multipart({"f": pipe})
        writing.join()
        assert parts(form) == parts(form) == [Part("f", "upload", "application/octet-stream", b"x" * size)]
        form.close()
        form.close()
        assert not pipe.closed
        with pytest.raises(UploadError, match="f: cannot rewind the file"):
            list(form)


def test_object_that_only_reads_is_kept_aside() -> None:
    form = Multipart({"f": OnlyReads(CONTENT)})
    assert parts(form)[0].content == CONTENT
    form.close()


def test_what_was_kept_aside_is_deleted_when_a_later_file_fails(tmp_path: Path) -> None:
    with pytest.raises(UploadError):
        Multipart({"f": OnlyReads(b"x" * (2 << 20)), "g": tmp_path / "missing"})
    gc.collect()  # an unclosed temporary file would warn, and the warning fail the test


def test_files_sent_again_are_the_same_bytes(path: Path) -> None:
    with path.open("rb") as file:
        file.seek(5)
        form = Multipart({"a": "x", "b": file, "c": path, "d": b"y", "e": io.BytesIO(b"z")})
        once = sent(form)
        assert sent(form) == once
        half = iter(form)
        next(half)
        next(half)
        assert sent(form) == once, "an attempt that broke off spoilt the next"


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
def test_tuples_say_name_content_and_type(file: Any, part: Part) -> None:
    assert only(f=file) == part


def test_tuple_may_bring_headers() -> None:
    data = sent(Multipart({"f": ("n.txt", b"x", None, {"X-Part": "1", "Content-Language": "de"})}))
    assert b"\r\nContent-Type: text/plain\r\nX-Part: 1\r\nContent-Language: de\r\n\r\nx\r\n" in data


def test_path_in_a_tuple_keeps_its_name_unless_it_is_given(path: Path) -> None:
    assert only(f=(None, path)).filename == "data.json"
    assert only(f=("other.txt", path)) == Part("f", "other.txt", "text/plain", CONTENT)


def test_several_files_of_one_field() -> None:
    form = Multipart({"image": [b"1", ("b.png", b"2"), io.BytesIO(b"3")], "x": {"y": b"4"}})
    assert [(p.name, p.filename, p.content) for p in parts(form)] == [
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
def test_open_files_bring_their_names(name: Any, filename: str) -> None:
    assert only(f=Named(name)).filename == filename


# What cannot be sent


def test_text_file_is_refused(path: Path) -> None:
    with path.open("r") as file, pytest.raises(ArgumentError, match="f: the file is open in text mode; .* mode 'rb'"):
        Multipart({"f": file})
    with pytest.raises(ArgumentError, match="text mode"):
        Multipart({"f": io.StringIO("x")})


@pytest.mark.parametrize("value", ["data.txt", ["data.txt"], {"x": "data.txt"}, ("name", "data.txt")])
def test_text_where_a_file_is_meant_is_refused_with_a_hint(value: Any) -> None:
    with pytest.raises(
        ArgumentError, match=r"f.*: expected bytes, a path object, .* got str; .* pass pathlib\.Path"
    ) as caught:
        Multipart({"f": value}, upload="f")
    assert "data.txt" not in str(caught.value)


@pytest.mark.parametrize("value", [5, True, [0.5], ("n", ("m", b"x"))])
def test_other_things_where_a_file_is_meant_are_refused(value: Any) -> None:
    with pytest.raises(ArgumentError, match="expected bytes, a path object"):
        Multipart({"f": value}, upload="f")


def test_files_are_welcome_where_a_file_is_meant(path: Path) -> None:
    form = Multipart({"f": [path, ("n", b"x")], "other": "text"}, upload="f")
    assert [part.name for part in parts(form)] == ["other", "f[]", "f[]"]
    assert parts(Multipart({"f": None, "g": 1}, upload="f")) == [Part("g", None, "", b"1")]


@pytest.mark.parametrize(
    "name, said",
    [("missing", "No such file"), (".", "Is a directory"), ("a\0b", "null byte|null character")],
)
def test_path_that_cannot_be_read_is_told_before_sending(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(UploadError, match="f: cannot read .*: .*({})".format(said)) as caught:
        Multipart({"f": tmp_path / name})
    assert not isinstance(caught.value, OSError)
    assert isinstance(caught.value.__cause__, (OSError, ValueError))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_path_without_permission_is_told_before_sending(path: Path) -> None:
    path.chmod(0)
    with pytest.raises(UploadError, match="f: cannot read .*data.json.*: Permission denied"):
        Multipart({"f": path})


def test_path_that_has_no_length_is_told_before_sending() -> None:
    read_end, write_end = os.pipe()
    try:
        place = Path("/dev/fd/{}".format(read_end))
        if not place.exists():
            pytest.skip("no /dev/fd here")
        with pytest.raises(UploadError, match="f: '/dev/fd/.*' has no length; open it and pass the file"):
            Multipart({"f": place})
    finally:
        os.close(read_end)
        os.close(write_end)


def test_closed_file_is_told_before_sending() -> None:
    file = io.BytesIO(b"x")
    file.close()
    with pytest.raises(UploadError, match="f: cannot read the file"):
        Multipart({"f": file})


def test_file_closed_between_two_attempts_is_told() -> None:
    file = io.BytesIO(b"x")
    form = Multipart({"f": file})
    sent(form)
    file.close()
    with pytest.raises(UploadError, match="f: cannot rewind the file"):
        sent(form)


def test_path_that_is_gone_before_the_second_attempt_is_told(path: Path) -> None:
    form = Multipart({"f": path})
    path.unlink()
    with pytest.raises(UploadError, match="f: cannot read .*No such file"):
        list(form)


def changing(form: Any, change: Any) -> Iterator[bytes]:
    """Iterate, and change something after the first block of content."""
    for count, block in enumerate(form):
        yield block
        if count == 1:
            change()


@pytest.mark.parametrize("size", [0, 400_000, len(CONTENT) - 1, len(CONTENT) + 1, 2 * len(CONTENT)])
@pytest.mark.parametrize("how", ["path", "file"])
def test_file_that_changes_its_size_while_it_is_sent_is_told(path: Path, how: str, size: int) -> None:
    with path.open("rb", buffering=0) as file:
        form = Multipart({"f": path if how == "path" else file})
        got = 0
        with pytest.raises(UploadError, match="f: the file changed its size while it was sent"):
            for block in changing(form, lambda: os.truncate(str(path), size)):
                got += len(block)
        assert got <= form.length, "more was sent than was promised"


class Failing(io.BytesIO):
    """A file whose read fails or gives nonsense after the first block."""

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
    "then, said",
    [
        (OSError(5, "Input/output error"), "Input/output error"),
        (ValueError("torn"), "torn"),
        ("text", "gave str, not bytes"),
    ],
)
def test_read_that_fails_midway_is_no_failure_of_the_network(then: Any, said: str) -> None:
    form = Multipart({"f": Failing(then)})
    with pytest.raises(UploadError, match="f: .*" + said) as caught:
        list(form)
    assert not isinstance(caught.value, OSError)


def test_callers_file_stays_open_even_then() -> None:
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
    with path.open("wb") as made:
        made.truncate(64 << 20)
    with path.open("rb") as file:
        tracemalloc.start()
        try:
            form = Multipart({"purpose": "test", "f": path if how == "path" else file})
            size = sum(len(block) for block in form)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert size == form.length > 64 << 20
    assert peak < 4 << 20


def test_large_pipe_is_kept_on_disk() -> None:
    class Endless(OnlyReads):
        left = 16 << 20

        def read(self, size: int) -> bytes:
            block = b"\0" * min(size, self.left)
            self.left -= len(block)
            return block

    tracemalloc.start()
    try:
        form = Multipart({"f": Endless(b"")})
        size = sum(len(block) for block in form)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
        form.close()
    assert size == form.length > 16 << 20
    assert peak < 6 << 20
