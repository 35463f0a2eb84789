# SPDX-License-Identifier: MIT
"""The commands `upload` and `download`, run in subprocesses, and their progress bar."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from typing import Any, Iterator

import pytest

from . import FOLDER, PACKAGE, load, package
from .test_chunked_uploads import CONTENT
from .test_chunked_uploads import server as uploads  # noqa: F401  # a fixture

EmbeddedServer = load("testing").EmbeddedServer
progress_bar = load("cli.progress_bar")
TIMEOUT = 60  # seconds for a command


@pytest.fixture
def server() -> Iterator[Any]:
    with EmbeddedServer() as running:
        yield running


def run(server: Any, *arguments: str) -> Any:
    """Run a command against a server and return the completed process."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("OPENAI_")}
    environment.update(
        OPENAI_API_KEY="key",
        OPENAI_BASE_URL=server.base_url,
        NO_PROXY="*",
        PYTHONPATH=str(FOLDER.parents[PACKAGE.count(".")]),
    )
    return subprocess.run(
        [sys.executable, "-m", PACKAGE, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=TIMEOUT,
        check=False,
    )


def test_a_file_is_uploaded_and_its_id_printed(uploads: Any, tmp_path: Any) -> None:  # noqa: F811
    path = tmp_path / "a.jsonl"
    path.write_bytes(CONTENT)
    done = run(uploads, "upload", str(path), "--purpose", "batch")
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, [b"file-1"], b""), done
    assert uploads.assembled() == CONTENT
    assert uploads.bodies[0] == {
        "bytes": len(CONTENT), "filename": "a.jsonl", "mime_type": "text/jsonl", "purpose": "batch"
    }  # fmt: skip


def test_a_file_is_downloaded(server: Any, tmp_path: Any) -> None:
    path = tmp_path / "b.jsonl"
    options = {"api_key": "key", "base_url": server.base_url, "environment": False}
    with package.OpenAI(**options) as client:
        uploaded = client.files.create(file=CONTENT, purpose="batch")
    done = run(server, "download", uploaded.id, str(path))
    assert (done.returncode, done.stderr, done.stdout) == (0, b"", b""), done
    assert path.read_bytes() == CONTENT


def test_an_unreadable_file_is_reported_in_one_line(server: Any, tmp_path: Any) -> None:
    done = run(server, "upload", str(tmp_path / "none"), "--purpose", "batch")
    assert done.returncode == 1 and done.stdout == b""
    assert done.stderr.startswith(b"error: file: cannot read") and done.stderr.count(b"\n") == 1


def test_the_purpose_is_required(server: Any) -> None:
    done = run(server, "upload", "x")
    assert done.returncode == 2 and b"--purpose" in done.stderr


class Terminal(io.StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


def test_the_bar_is_one_line_and_erased_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    terminal = Terminal()
    with progress_bar.ProgressBar("a.bin", terminal) as bar:
        bar(0, 2048)
        bar(1024, 2048)
        bar(1024, 2048)
        bar(2048, 2048)
    written = terminal.getvalue()
    assert "\n" not in written and written.count("50 % of 2.0 KiB") == 1 and "100 % of 2.0 KiB" in written
    assert written.endswith("\r") and not written.split("\r")[-2].strip()


def test_nothing_is_written_without_a_terminal() -> None:
    stream = io.StringIO()
    with progress_bar.ProgressBar("a.bin", stream) as bar:
        bar(1, 2)
    assert stream.getvalue() == ""


def test_waiting_is_shown_on_a_terminal_only() -> None:
    shown = threading.Event()

    class Watched(Terminal):
        def flush(self) -> None:
            shown.set()

    terminal = Watched()
    with progress_bar.Waiting("image", terminal, interval=0.01):
        assert shown.wait(TIMEOUT)
    assert terminal.getvalue().startswith("\rimage: 0 s") and terminal.getvalue().endswith(" \r")
    stream = io.StringIO()
    with progress_bar.Waiting("image", stream, interval=0.001):
        pass
    assert stream.getvalue() == ""


@pytest.mark.parametrize("width", range(80))
@pytest.mark.parametrize("total", [None, 3, 10**12])
def test_the_bar_fits_any_terminal(width: int, total: Any) -> None:
    line = progress_bar.format_line("naïve\n.bin", 2, total, width)
    assert len(line) <= width and line.isprintable()
    if width > 50:
        assert line.startswith("na?ve?.bin") and ("[" in line) == (total is not None)


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0 B"), (1023, "1023 B"), (1024, "1.0 KiB"), (1 << 30, "1.0 GiB"), (1 << 60, "1048576.0 TiB")],
)
def test_sizes(count: int, text: str) -> None:
    assert progress_bar.format_size(count) == text
