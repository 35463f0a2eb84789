# SPDX-License-Identifier: MIT
"""The command: compare a release of the official package with the source tree, and write what can be written."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional

from . import api_entries, compare, environment, operations_file, stdlib_facts
from .facts import Flat, OperationFacts, flat_operations, operations_from_json
from .report import report

EXCEPTIONS = environment.ROOT / "tools" / "official_exceptions.txt"
OPERATIONS = environment.ROOT / "tests" / "data" / "operations.tsv"


def main(arguments: Optional[List[str]] = None) -> int:
    """Return 0 if nothing is missing, 1 if something is, 2 if the official package could not be examined."""
    parser = argparse.ArgumentParser(prog="follow_official.py", description=main.__doc__)
    parser.add_argument("version", nargs="?", default="", help="of the official package; the newest if not given")
    parser.add_argument("--write", action="store_true", help="write operations.tsv, models and new operations")
    options = parser.parse_args(arguments)
    rules = compare.parse_rules(EXCEPTIONS.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        try:
            python = environment.create(Path(folder), options.version)
            return follow(python, environment.collect(python), rules, options.write)
        except environment.EnvironmentFailure as error:
            print("follow_official: {}".format(error), file=sys.stderr)
            return 2


def follow(python: Path, collected: Dict[str, Any], rules: List[compare.Rule], write: bool) -> int:
    """Compare, print the report, and write if asked to. Returns 1 if there are differences or stale exceptions."""
    operations = operations_from_json(collected["operations"])
    official: Flat = {**flat_operations(operations), **collected["facts"]}
    ours = stdlib_facts.flat_facts(official, operations)
    official["row"] = operations_file.rows(operations)
    ours["row"] = operations_file.parse(OPERATIONS.read_text(encoding="utf-8"))
    official["model table"] = {"openai_stdlib/results": "current"}
    ours["model table"] = {"openai_stdlib/results": "current" if environment.are_models_current(python) else "outdated"}
    found, stale = compare.apply_rules(compare.differences(official, ours), rules)
    missing = {difference.name for difference in found if difference.kind == "operation" and difference.ours is None}
    entries = new_entries([operation for operation in operations if operation.name in missing])
    print(report(collected["version"], found, stale, entries))
    if write and found:
        print("\nWritten; run the command again to see what is left:")
        for text in write_all(python, found, official["row"], entries):
            print("  " + text)
    return 1 if found or stale else 0


def new_entries(operations: List[OperationFacts]) -> Dict[str, Any]:
    """Return (class, line) for each operation whose entry can be written."""
    entries = {}
    for operation in operations:
        owner = stdlib_facts.owner_of(operation.name.rpartition(".")[0])
        line = api_entries.entry(operation, owner) if owner else None
        if line:
            entries[operation.name] = (owner, line)
    return entries


def write_all(
    python: Path, found: List[compare.Difference], rows: Dict[str, str], entries: Dict[str, Any]
) -> Iterator[str]:
    """Write what can be written, and yield what was."""
    kinds = {difference.kind for difference in found}
    if "row" in kinds:
        OPERATIONS.write_text(operations_file.updated(OPERATIONS.read_text(encoding="utf-8"), rows), encoding="utf-8")
        yield str(OPERATIONS.relative_to(environment.ROOT))
    for name, (owner, line) in entries.items():
        path = Path(owner.file)
        source = api_entries.inserted(path.read_text(encoding="utf-8"), owner.name, line)
        path.write_text(source, encoding="utf-8")
        yield "{} in {}".format(name, path.relative_to(environment.ROOT))
    if not kinds.isdisjoint(["model table", "field", "model", "type"]):
        environment.write_models(python)
        yield "the tables of models"
