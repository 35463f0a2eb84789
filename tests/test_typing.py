# SPDX-License-Identifier: MIT
"""Programs in typing/ under mypy and pyright: types, and lines that must be refused.

A comment `# type: X` after `reveal_type(…)` is the type without its modules; `# refused: pattern` stands on a line that
must have an error whose text matches the pattern (`refused by mypy` if only mypy checks it); all other lines must have
none. Skipped where the checkers are not installed; `tox -e typing` installs them.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Dict, List, Tuple

import pytest

FOLDER = Path(__file__).parent / "typing"
PROGRAMS = sorted(path.name for path in FOLDER.glob("*.py"))
REQUIRED = os.environ.get("NEED_TYPING") == "1"
Messages = Dict[str, Dict[int, List[str]]]  # program -> line -> texts


def run_mypy(cache: Path) -> Messages:
    """Return the messages of mypy."""
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--hide-error-context", "--no-pretty"]
    command += ["--disable-error-code=no-redef", "--cache-dir", str(cache)]
    output = subprocess.run(command + PROGRAMS, cwd=FOLDER, stdout=subprocess.PIPE, timeout=600).stdout.decode()
    messages: Messages = {}
    for name, line, text in re.findall(r"^(\w+\.py):(\d+): ((?:error|note: Revealed).*)$", output, re.MULTILINE):
        messages.setdefault(name, {}).setdefault(int(line), []).append(text)
    return messages


def run_pyright() -> Messages:
    """Return the messages of pyright."""
    command = [shutil.which("pyright") or "pyright", "--outputjson", "--pythonpath", sys.executable]
    output = subprocess.run(command + PROGRAMS, cwd=FOLDER, stdout=subprocess.PIPE, timeout=600).stdout
    messages: Messages = {}
    for item in json.loads(output)["generalDiagnostics"]:
        text = item["severity"] + ": " + item["message"]
        lines = messages.setdefault(Path(item["file"]).name, {})
        lines.setdefault(item["range"]["start"]["line"] + 1, []).append(text)
    return messages


@pytest.fixture(scope="module", params=["mypy", "pyright"])
def messages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Tuple[str, Messages]:
    if shutil.which(request.param) is None:
        assert not REQUIRED, request.param + " is not installed"
        pytest.skip(request.param + " is not installed")
    found = run_mypy(tmp_path_factory.mktemp("mypy")) if request.param == "mypy" else run_pyright()
    return request.param, found


def plain(type_: str) -> str:
    """Return a type in the form in which both checkers agree."""
    type_ = re.sub(r"\b(?:\w+\.)+(\w+)", r"\1", type_).replace("builtins.", "")
    union = re.sub(r"Union\[(.*)\]$", lambda match: match.group(1).replace(", ", " | "), type_)
    return union.replace("List[", "list[").replace("Dict[", "dict[").replace("?", "")


@pytest.mark.parametrize("name", PROGRAMS)
def test_program(messages: Tuple[str, Messages], name: str) -> None:
    checker, found = messages[0], messages[1].get(name, {})
    problems = []
    for number, line in enumerate((FOLDER / name).read_text(encoding="utf-8").splitlines(), 1):
        texts = found.get(number, [])
        errors = [text for text in texts if text.startswith("error")]
        refused = re.search(r"# refused(?: by {})?: (\S+)$".format(checker), line)
        if refused:
            if not any(re.search(refused.group(1), text) for text in errors):
                problems.append("{}: accepted, or refused without {!r}: {}".format(number, refused.group(1), texts))
            continue
        problems += ["{}: {}".format(number, text) for text in errors]
        expected = re.search(r"# type: (.+)$", line)
        if expected:
            revealed = [match for text in texts for match in re.findall(r'(?:is|type of .* is) "(.+)"$', text)]
            if [plain(text) for text in revealed] != [expected.group(1)]:
                problems.append("{}: {} instead of {}".format(number, revealed, expected.group(1)))
    assert not problems, "\n".join(problems)


def test_every_program_has_lines_that_are_refused() -> None:
    assert all("# refused: " in (FOLDER / name).read_text(encoding="utf-8") for name in PROGRAMS)
