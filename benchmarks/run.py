# SPDX-License-Identifier: MIT
"""The benchmarks, in one command: `python benchmarks/run.py`; README.md beside this file says how to read them.

Here are the options and the order of the runs. What is measured stands in measures.py, how it is judged in
table.py, where the measured processes live in stage.py, what they do in worker.py and contenders/.
"""

import argparse
import json
import os
import platform
import sys
import time
from importlib import metadata
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence

from measures import CONTENDERS, FLOOR, LIBRARIES, MEASURES, OURS, ROWS, Figures, Measure
from stage import ChildError, Stage
from table import Line, Samples, as_json, judge, table

SLICE, QUICK_SLICE = 0.4, 0.15  # seconds that a contender measures in one round
QUICK = 0.1  # of the seconds of a full run
Problems = Dict[str, List[str]]  # what went wrong -> the measures where it did
PACKAGE = Path(__file__).resolve().parent.parent / OURS


def main() -> int:
    """Measure, print, keep; return the exit code."""
    options = arguments()
    names = [name for name in CONTENDERS if name == FLOOR or name in options.contenders]
    problems: Problems = {}
    with Stage(options.package) as stage:
        present = [name for name in names if is_present(stage, name, problems)]
        samples = {
            name: take(stage, name, measure, present, options.quick, problems)
            for name, measure in MEASURES.items()
            if name in options.only or family(name) in options.only
        }
    lines = [judge(row, samples[row.measure]) for row in ROWS if row.measure in samples]
    print(table(lines, names))
    for problem, places in problems.items():
        print("%s (%s)" % (problem, ", ".join(places)))
    if options.json:
        options.json.write_text(json.dumps(record(lines, samples, problems), indent=1) + "\n")
    return int(options.check and any(line.ok is not True for line in lines))


def family(measure: str) -> str:
    """Return the name that stands for all measures of a family: what is before the slash."""
    return measure.partition("/")[0]


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Compare clients with the hand-written floor, in one run.")
    parser.add_argument("--quick", action="store_true", help="a short run, for a first idea")
    names = list(dict.fromkeys(map(family, MEASURES)))
    parser.add_argument("--only", action="append", choices=[*names, *MEASURES], metavar="NAME", help=", ".join(names))
    parser.add_argument("--contenders", nargs="+", default=CONTENDERS, choices=CONTENDERS, metavar="NAME")
    parser.add_argument("--package", type=Path, default=PACKAGE, help="the folder %s to measure" % OURS)
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep every figure of every round")
    parser.add_argument("--check", action="store_true", help="exit with 1 if a budget is exceeded or can't be judged")
    options = parser.parse_args()
    options.only = options.only or names
    return options


def is_present(stage: Stage, name: str, problems: Problems) -> bool:
    """Tell whether a contender can be imported; what is wrong goes to the problems."""
    try:
        stage.run("import contenders." + name)
    except ChildError as error:
        problems.setdefault("%s: %s" % (name, error), []).append("not here")
        return False
    return True


def take(stage: Stage, name: str, measure: Measure, present: Sequence[str], quick: bool, problems: Problems) -> Samples:
    """Take one measure in rounds, A B C A B C, so that a bad minute of the machine meets all contenders."""
    samples: Samples = {contender: {} for contender in measure.turns if contender in present}
    end = time.monotonic() + measure.seconds * (QUICK if quick else 1)
    piece = QUICK_SLICE if quick else SLICE
    number, last = 0, 0.0
    while samples and (not number or time.monotonic() + last < end):  # a round takes about as long as the last
        number, start = number + 1, time.monotonic()
        for contender in measure.turns:
            if contender not in samples:
                continue
            progress("%s, round %d: %s" % (name, number, contender))
            try:
                add(samples[contender], measure.sample(stage, contender, piece))
            except ChildError as error:
                problems.setdefault("%s: %s" % (contender, error), []).append(name)
                samples.pop(contender, None)
        last = time.monotonic() - start
    progress("")
    return samples


def add(samples: Figures, taken: Figures) -> None:
    """Put the samples of one round to those of the rounds before."""
    for figure, values in taken.items():
        samples.setdefault(figure, []).extend(values)


def progress(text: str) -> None:
    """Show what is going on, to whoever watches."""
    if sys.stderr.isatty():
        print("\r%-50s\r%s" % ("", text), end="", file=sys.stderr, flush=True)


def record(lines: List[Line], samples: Dict[str, Samples], problems: Problems) -> Dict[str, Any]:
    """Return all there is to keep of a run."""
    return {
        "python": platform.python_version(),
        "platform": platform.platform(),
        "processors": os.cpu_count(),
        "versions": {name: version(name) for name in LIBRARIES},
        "rows": as_json(lines),
        "samples": samples,
        "problems": problems,
    }


def version(name: str) -> Optional[str]:
    """Return the version of an installed distribution."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


if __name__ == "__main__":
    sys.exit(main())
