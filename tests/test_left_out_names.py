# SPDX-License-Identifier: MIT
"""Every public name of a copy works, or its error has the command that writes the copy again with it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from . import PACKAGE, load, needs_files, package
from .test_vendoring import run_command

load("cli.vendor")
pytestmark = needs_files
EVERYTHING = "--async --cli --helpers --testing --with compat,httpx --provider azure,bedrock,vertex,workload,profiles"
TABLES = ("NAMES", "FLAT_FUNCTIONS", "RESOURCES", "SETTINGS", "SUBMODULES")
NAMES = sorted({name for table in TABLES for name in getattr(package, table)})
NAMES += ["oai." + module for module in sorted(load("compat.modules").MODULES)]

# Prints what is neither there nor explained, and how many names are there.
TOUCH = """
import importlib, sys
sys.path.insert(0, sys.argv[1])
import oai
count = 0
for name in sys.argv[3:]:
    try:
        importlib.import_module(name) if "." in name else getattr(oai, name)
        count += 1
    except (AttributeError, ImportError) as error:
        if "eft out of this copy" not in str(error) or sys.argv[2] + " vendor " not in str(error):
            print(name, type(error).__name__, error)
print(count)
"""


@pytest.mark.parametrize("families", ["chat", "files"])
@pytest.mark.parametrize("options", ["", "--async", "--helpers", "--async --helpers", "--with compat", EVERYTHING])
def test_every_public_name_works_or_tells_how_to_get_it(options: str, families: str, tmp_path: Path) -> None:
    arguments = ["vendor", str(tmp_path), "--name", "oai", *options.split(), "--only", families]
    assert load("cli").main(arguments) == 0
    command = [sys.executable, "-I", "-B", "-W", "error", "-c", TOUCH, str(tmp_path), "-m " + PACKAGE, *NAMES]
    *wrong, count = run_command(command, tmp_path, {}).splitlines()
    assert wrong == [] and int(count) > (200 if "compat" in options else 30)


def test_a_name_is_there_after_following_what_errors_say(tmp_path: Path) -> None:
    """Each error adds one option or family, until the name works."""
    for name in ("ComputerToolset", "AsyncStream", "ThreadTransport", "AssistantEventHandler", "ResponseStream"):
        arguments = ["--only", "files"]
        for attempt in range(4):
            folder = tmp_path / name / str(attempt)
            assert load("cli").main(["vendor", str(folder), "--name", "oai", *arguments]) == 0
            code = "import sys; sys.path.insert(0, {!r})\nimport oai\ntry:\n    oai.{}\n".format(str(folder), name)
            code += "except ImportError as error:\n    print(error)"
            said = run_command([sys.executable, "-I", "-B", "-c", code], tmp_path, {})
            if not said:
                break
            arguments = said.partition(" vendor DIR --name oai ")[2].split()
        assert attempt and not said, (name, said)
