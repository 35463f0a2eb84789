# SPDX-License-Identifier: MIT
"""Follow the pages from top to bottom: run their commands in a new folder, and compare what they print.

The `sh` blocks of a page run one after another in one shell, with an embedded server in the place of the API. A `text`
block that follows is their output; "…" in it stands for anything, and a number for any number. `tests/test_docs.py`
runs the Python examples.
"""

from __future__ import annotations

import configparser
import json
import os
import re
import shlex
import subprocess
import sys
import textwrap
import wave
from pathlib import Path
from typing import Callable, Dict, Iterator, List, NamedTuple, Optional

import pytest

from . import FOLDER, load
from .test_docs import LINKED_PAGES, as_pattern, page_name

pytestmark = pytest.mark.skipif(
    not LINKED_PAGES or os.name == "nt",
    reason="a vendored copy has no documentation; the commands are for a POSIX shell",
)

# What cannot run here, and why. The key is a regular expression for the beginning of a command.
NOT_RUN = {
    r"pip install|uv pip install": "needs an index of packages; `tox -e dist` installs the distributions",
    r"(openai-stdlib|python -m openai_stdlib) install-as-openai$": "changes the environment: test_install_as_openai.py",
    r"(openai-stdlib|python3.13 -m openai_stdlib) serve": "runs until Ctrl-C; see test_cli.py",
    r"python3? tools/|git clone|ruff format|twine |diffoscope": "are about the repository; `tools/test.py` runs them",
    r"python benchmarks/": "takes minutes; see benchmarks/",
    r"aws ": "needs an account",
    r"python(3.13)? build.py": "builds an example; the tests of the examples do that",
    r"cd (ansible|task|openai-stdlib)$|python3.13 |export OPENAI_API_KEY=k ": "is in the folder of an example",
    r"OPENAI_API_KEY=sk-your-key |echo '\{\"prompt": "runs an example; the tests of the examples do that",
}
WITHOUT_INDENTED_BLOCKS = [path for path in LINKED_PAGES if path.name != "CHANGELOG.md"]
LANGUAGES = {
    "python",
    "py",
    "sh",
    "text",
    "json",
    "toml",
    "ini",
    "yaml",
    "js",
    "jsonl",
    "xml",
    "csv",
    "elixir",
    "dockerfile",
}
FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", flags=re.DOTALL | re.MULTILINE)


class Block(NamedTuple):
    """A fenced block of a page: its line, language and text, and whether it shows what the block before it printed."""

    line: int
    language: str
    text: str
    is_output: bool


def read_blocks(path: Path) -> List[Block]:
    """Return the fenced blocks of a page."""
    text = path.read_text(encoding="utf-8")
    blocks: List[Block] = []
    end = -1
    for match in FENCE.finditer(text):
        follows = text[end : match.start()].strip() in ("", "prints", "It prints:") if blocks else False
        content = re.sub("^" + match[1], "", match[3], flags=re.M)
        is_output = match[2] == "text" and follows and blocks[-1].language in ("sh", "python")
        blocks.append(Block(text.count("\n", 0, match.start()) + 1, match[2], content, is_output))
        end = match.end()
    return blocks


def split_commands(text: str) -> Iterator[str]:
    """Yield the commands of a block; a command goes on after a backslash and inside of quotes."""
    command = ""
    for line in text.splitlines():
        command += line + "\n"
        if not line.rstrip().endswith("\\") and is_complete(command):
            if command.strip():
                yield command.strip()
            command = ""
    assert not command.strip(), command


def is_complete(command: str) -> bool:
    """Return whether all quotes of a command are closed."""
    try:
        shlex.split(command, comments=True)
    except ValueError:
        return False
    return True


def reason_not_to_run(command: str) -> Optional[str]:
    """Return the pattern of NOT_RUN that a command matches."""
    return next((pattern for pattern in NOT_RUN if re.match(pattern, command)), None)


def write_rows(path: Path) -> None:
    """Write three rows of bulk work."""
    body = {"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "Say hello"}]}
    rows = [{"custom_id": str(n), "method": "POST", "url": "/v1/chat/completions", "body": body} for n in range(3)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def write_sound(path: Path) -> None:
    """Write a moment of silence."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(800))


def write_usage(path: Path) -> None:
    """Write the file of a ledger that has counted a call."""
    ledger = load("usage.ledger").Ledger(path=str(path))
    with load("testing").EmbeddedServer() as server:
        client = load("client.clients").OpenAI(api_key="k", base_url=server.base_url, ledger=ledger)
        client.chat.completions.create(model="gpt-4o-mini", messages=[{"role": "user", "content": "hi"}])
        client.close()
    ledger.close()


# Files that a user has before the page begins, by the names in its commands.
FILES: Dict[str, Callable[[Path], object]] = {
    "photo.jpg": lambda path: path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(64)),
    "fox.png": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64)),
    "talk.mp3": write_sound,
    "lines.txt": lambda path: path.write_text("one\ntwo\n"),
    "rows.jsonl": write_rows,
    "requests.jsonl": write_rows,
    "data.jsonl": write_rows,
    "usage.jsonl": write_usage,
    "prices.json": lambda path: path.write_text('{"gpt-4o-mini": {"input": 0.15, "output": 0.6}}'),
    "a.pdf": lambda path: path.write_bytes(b"%PDF-1.4\n"),
    "b.pdf": lambda path: path.write_bytes(b"%PDF-1.4\n"),
}


@pytest.fixture
def shell_folder(tmp_path: Path) -> Path:
    """Return a folder with `bin`, whose programs are the interpreter under test and the library's command."""
    programs = tmp_path / "bin"
    programs.mkdir()
    path = os.pathsep.join([str(FOLDER.parent), *(entry for entry in sys.path if entry)])
    start = "#!/bin/sh\nPYTHONPATH={} exec {} ".format(shlex.quote(path), shlex.quote(sys.executable))
    scripts = {
        "python": start + '"$@"\n',
        "python3": start + '"$@"\n',
        "openai-stdlib": start + '-m openai_stdlib "$@"\n',
        "play": "#!/bin/sh\nexec cat > /dev/null\n",
        "git": "#!/bin/sh\nexec echo a change\n",
    }
    for name, text in scripts.items():
        (programs / name).write_text(text)
        (programs / name).chmod(0o755)
    (tmp_path / "work").mkdir()
    return tmp_path


def run_page(path: Path, folder: Path) -> Dict[int, str]:
    """Run the commands of a page, and return what those of each block printed, by its line."""
    blocks = [block for block in read_blocks(path) if block.language == "sh"]
    commands = {
        block.line: [text for text in split_commands(block.text) if not reason_not_to_run(text)] for block in blocks
    }
    script = ""
    for line, texts in commands.items():
        script += "".join(
            "echo '=== line {}'\n{} || {{ echo \"=== failed with $?\"; exit 1; }}\n".format(line, text)
            for text in texts
        )
    work = folder / "work"
    for name, make in FILES.items():
        if re.search(r"(?<![\w.]){}(?![\w.])".format(re.escape(name)), script):
            make(work / name)
    inherited = {name: os.environ[name] for name in ("LANG", "LC_ALL", "TMPDIR") if name in os.environ}
    with load("testing").EmbeddedServer(lenient=True) as server:
        environment = {
            **inherited,
            "HOME": str(folder),
            "PATH": os.pathsep.join([str(folder / "bin"), "/usr/bin", "/bin"]),
            "OPENAI_API_KEY": "sk-docs-abcdefghij",
            "OPENAI_BASE_URL": server.base_url,
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        done = subprocess.run(
            ["bash", "-c", script], cwd=str(work), env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, timeout=120,
        )  # fmt: skip
    output = done.stdout.decode()
    assert done.returncode == 0, output
    parts = re.split(r"^=== line (\d+)\n", output, flags=re.M)
    printed: Dict[int, str] = dict.fromkeys(commands, "")
    for line, text in zip(parts[1::2], parts[2::2]):
        printed[int(line)] += text
    return printed


@pytest.mark.parametrize("path", LINKED_PAGES, ids=page_name)
def test_a_user_can_follow_the_page(path: Path, shell_folder: Path) -> None:
    blocks = read_blocks(path)
    if not any(block.language == "sh" for block in blocks):
        pytest.skip("no commands")
    printed = run_page(path, shell_folder)
    for before, block in zip(blocks, blocks[1:]):
        if block.is_output and before.language == "sh":
            assert re.fullmatch(as_pattern(block.text), printed[before.line].strip(), flags=re.S), printed[before.line]


@pytest.mark.parametrize("path", LINKED_PAGES, ids=page_name)
def test_blocks_have_a_language_and_can_be_parsed(path: Path) -> None:
    for block in read_blocks(path):
        assert block.language in LANGUAGES, block
        if block.language in ("python", "py"):
            text = textwrap.indent(textwrap.dedent(block.text.replace("…", "...")), "    ")
            compile("async def function():\n    pass\n" + text, "<line {}>".format(block.line), "exec")
        elif block.language == "json":
            json.loads(block.text)
        elif block.language == "ini":
            configparser.ConfigParser().read_string(block.text)
        elif block.language == "sh":
            done = subprocess.run(["bash", "-n", "-c", block.text], stderr=subprocess.PIPE, timeout=60)
            assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("path", WITHOUT_INDENTED_BLOCKS, ids=page_name)
def test_code_is_in_fences(path: Path) -> None:
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    assert not re.search(
        r"(?<=\n\n)    \S(?![^\n]*\n\n? *(?:[-*]|\d+\.) )", re.sub(r"(?m)^ *(\d+\.|[-*]) (.|\n)*?\n\n(?! )", "", text)
    )


def test_nothing_is_left_out_for_a_reason_that_has_gone() -> None:
    commands = [
        command
        for path in LINKED_PAGES
        for block in read_blocks(path)
        if block.language == "sh"
        for command in split_commands(block.text)
    ]
    unused = [pattern for pattern in NOT_RUN if not any(re.match(pattern, command) for command in commands)]
    assert unused == []
