# SPDX-License-Identifier: MIT
"""Check the type stubs of the installed package: no type of a public name is unknown, and stubs agree with run time.

    python tools/check_stubs.py

It needs pyright and mypy. What stubs and run time have different on purpose is in DIFFERENCES, each with the reason.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from typing import Any, Dict, List, Tuple

PACKAGE = "openai_stdlib"
TRANSPORTS = "openai_stdlib_transports"
# Modules whose types checkers may infer: the operation tables, which no program imports. Programs see the stubs of
# resources/ instead, and a type beside each entry would say the same word 500 times.
INTERNAL = ("openai_stdlib.api.",)
# (pattern of "name: message", reason)
DIFFERENCES: Tuple[Tuple[str, str], ...] = ()


def run(*command: str) -> str:
    """Return what a command prints, in an empty folder so that it sees the installed package."""
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=900)
    return process.stdout.decode()


def find_unknown_types() -> List[str]:
    """Return the public names whose type is unknown, partially unknown, or inferred differently by other checkers."""
    unknown: List[str] = []
    for package in (PACKAGE, TRANSPORTS):
        output = run(sys.executable, "-m", "pyright", "--verifytypes", package, "--ignoreexternal", "--outputjson")
        report: Dict[str, Any] = json.loads(output[output.index("{") :])
        exported = [symbol for symbol in report["typeCompleteness"]["symbols"] if symbol["isExported"]]
        if not exported:
            unknown.append("{}: pyright found no names; install it, and activate its environment".format(package))
        unknown += [
            symbol["name"]
            for symbol in exported
            if not symbol["isTypeKnown"] and not symbol["name"].startswith(INTERNAL)
        ]
    return unknown


def find_differences() -> List[str]:
    """Return where stubs and run time differ without a reason in DIFFERENCES, by mypy's stubtest."""
    lines = run(sys.executable, "-m", "mypy.stubtest", PACKAGE, "--concise").splitlines()
    return [line for line in lines if not any(re.search(pattern, line) for pattern, _ in DIFFERENCES)]


def main() -> int:
    """Run both checks; return the exit code."""
    unknown, differences = find_unknown_types(), find_differences()
    for title, problems in (("unknown types", unknown), ("differences between stubs and run time", differences)):
        print("{}: {}".format(title, len(problems)))
        for problem in problems[:30]:
            print("  " + problem)
    return 1 if unknown or differences else 0


if __name__ == "__main__":
    sys.exit(main())
