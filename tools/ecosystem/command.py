# SPDX-License-Identifier: MIT
"""The command: install, run, compare, and write the table."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import List, Optional, Tuple

from . import comparison, environments, table
from .program import Program, read_programs

PAGE = environments.ROOT / "docs" / "ecosystem.md"


def main(arguments: Optional[List[str]] = None) -> int:
    """Run third-party programs over this library and over the official package, and compare what they do."""
    parser = argparse.ArgumentParser(prog="ecosystem.py", description=main.__doc__)
    parser.add_argument("programs", nargs="*", metavar="PROGRAM", help="names of scripts; all if none is given")
    parser.add_argument("--write", action="store_true", help="update the table in docs/ecosystem.md")
    parser.add_argument("--keep", metavar="DIR", help="keep the environments and outputs in a folder, for another run")
    options = parser.parse_args(arguments)
    try:
        programs = read_programs(options.programs)
    except ValueError as error:
        parser.error(str(error))
    names = [program.name for program in read_programs([])]
    has_failed = False
    with tempfile.TemporaryDirectory() as temporary:
        for program in programs:
            folder = Path(options.keep or temporary).resolve() / program.name
            version, result = try_program(program, folder)
            has_failed = has_failed or result != comparison.WORKS
            if options.write:  # after each program, because all of them take an hour
                row = make_row(program, version, result)
                PAGE.write_text(table.update_table(PAGE.read_text(encoding="utf-8"), [row], names), encoding="utf-8")
            if not options.keep:
                shutil.rmtree(str(folder), ignore_errors=True)
    return 1 if has_failed else 0


def try_program(program: Program, folder: Path) -> Tuple[str, str]:
    """Install and run a program, and print the differences. Returns its version and the result."""
    if not sys.platform.startswith(program.platform):
        return "", "not tried on " + sys.platform
    try:
        pythons = environments.create(program, folder)
        version = environments.installed_version(pythons.official, program.distribution)
    except environments.SetupFailure as error:
        comparison.report(program, str(error), [])
        return "", "not installed: {}".format(error)
    official, ours = comparison.run(program, pythons.official), comparison.run(program, pythons.ours)
    comparison.keep(folder, "official", official)
    comparison.keep(folder, "ours", ours)
    result, differences = comparison.compare(official, ours)
    comparison.report(program, "{} {}".format(version, result), differences)
    return version, result


def make_row(program: Program, version: str, result: str) -> table.Row:
    """Return the row of a program."""
    runs = program.runs + (' (`models="{}"`)'.format(program.models) if program.models else "")
    return table.Row(program.name, version, runs, "; ".join(filter(None, [result, program.note])))
