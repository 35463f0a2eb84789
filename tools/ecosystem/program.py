# SPDX-License-Identifier: MIT
"""The scripts in programs/, and what the comments at their head say. Modules for them start with an underscore.

# requires: llm, llm-echo>=1       requirements for pip, without openai; the first one is the program
# runs: prompts, streams, tools    for the table: what the script does
# models: pydantic                 optional: the option of install-as-openai
# python: 3.11                     optional: the oldest Python that the program supports
# platform: linux                  optional: the start of `sys.platform`, if the program runs on no other
# volatile: [0-9a-f]{32}           optional, repeatable: what differs from run to run in output and requests
# note: it needs a GPU             optional: for the table, why it cannot work or differs
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Dict, List, NamedTuple, Optional, Pattern, Tuple

PROGRAMS = Path(__file__).resolve().parent / "programs"
OLDEST_PYTHON = (3, 10)  # of the official package
_ENTRY = re.compile(r"# ([a-z]+): *(.+)")
_KEYS = {"requires", "runs", "overrides", "models", "python", "platform", "volatile", "note"}


class Program(NamedTuple):
    """A third-party program, and the script that uses it."""

    name: str
    script: Path
    requires: Tuple[str, ...]
    runs: str
    overrides: Tuple[str, ...] = ()
    models: Optional[str] = None
    python: Tuple[int, ...] = OLDEST_PYTHON
    platform: str = ""
    volatile: Tuple[Pattern[str], ...] = ()
    note: str = ""

    @property
    def distribution(self) -> str:
        """The name of the program's distribution, as in its first requirement."""
        return re.split(r"[^\w.-]", self.requires[0], maxsplit=1)[0]


def parse_head(text: str) -> Dict[str, List[str]]:
    """Return the entries in the comments at the head of a script. Raises ValueError for an unknown one."""
    entries: Dict[str, List[str]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        match = _ENTRY.fullmatch(line.strip())
        if match is None or match.group(1) not in _KEYS:
            if not line.startswith("# SPDX-"):
                raise ValueError("not an entry: {!r}; known entries are {}".format(line, ", ".join(sorted(_KEYS))))
        else:
            entries.setdefault(match.group(1), []).append(match.group(2))
    return entries


def split_requirements(text: str) -> Tuple[str, ...]:
    """Split requirements at commas, but not the versions or extras of one requirement."""
    parts = re.split(r", +(?=[A-Za-z])", text.strip())
    return tuple(part.strip() for part in parts if part)


def read_program(script: Path) -> Program:
    """Return a program. Raises ValueError if the head of its script is not valid."""
    try:
        head = parse_head(script.read_text(encoding="utf-8"))
        for key in _KEYS - {"volatile"}:
            if len(head.get(key, [])) > 1:
                raise ValueError("{}: given more than once".format(key))
        if not {"requires", "runs"} <= set(head):
            raise ValueError("requires and runs must be given")
        return Program(
            name=script.stem,
            script=script,
            requires=split_requirements(head["requires"][0]),
            runs=head["runs"][0],
            overrides=split_requirements(head.get("overrides", [""])[0]),
            models=head.get("models", [None])[0],
            python=max(OLDEST_PYTHON, tuple(map(int, head.get("python", ["3"])[0].split(".")))),
            platform=head.get("platform", [""])[0],
            volatile=tuple(map(re.compile, head.get("volatile", []))),
            note=head.get("note", [""])[0],
        )
    except (ValueError, re.error) as error:
        raise ValueError("{}: {}".format(script.name, error)) from error


def read_programs(names: List[str], folder: Path = PROGRAMS) -> List[Program]:
    """Return the programs with these names, or all of them. Raises ValueError for an unknown name."""
    scripts = {script.stem: script for script in sorted(folder.glob("[!_]*.py"))}
    unknown = [name for name in names if name not in scripts]
    if unknown:
        raise ValueError("{}: unknown; expected some of {}".format(", ".join(unknown), ", ".join(scripts)))
    return [read_program(scripts[name]) for name in names or scripts]
