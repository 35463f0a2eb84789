# SPDX-License-Identifier: MIT
"""Run the benchmarks: `python benchmarks/run.py`; README.md explains the options and the results.

measures.py defines what is measured, table.py evaluates it, sandbox.py runs the measured processes, and worker.py,
async_worker.py, adapter_worker.py, replay_worker.py and contenders/ are their code.
"""

import argparse
import json
import os
import platform
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence

from measures import CONTENDERS, FLOOR, INSTRUCTIONS, LIBRARIES, MEASURES, OURS, ROWS, Figures, Measure
from sandbox import ChildError, Sandbox, can_count_instructions
from table import Line, Samples, as_json, format_table, judge

TURN_SECONDS, QUICK_TURN_SECONDS = 0.4, 0.15  # for one contender in one round
QUICK_FRACTION = 0.1  # of the seconds of a full run
COUNTS_AT_ONCE = 2
NO_COUNTS = "%s: not counted, because valgrind is not installed" % INSTRUCTIONS
Problems = Dict[str, List[str]]  # message -> the measures in which it occurred
PACKAGE = Path(__file__).resolve().parent.parent / OURS


def main() -> int:
    """Run the measures, print the table and write the JSON file; return the exit code."""
    options = parse_arguments()
    measures = select_measures(options.only)
    compared = {contender for measure in measures.values() for contender in measure.order}.intersection(
        options.contenders
    )
    names = [name for name in CONTENDERS if name in compared or name == FLOOR]
    problems: Problems = {}
    with Sandbox(options.package) as sandbox:
        present = [name for name in names if is_importable(sandbox, name, problems)]
        samples = {
            name: run_measure(sandbox, name, measure, present, options.quick, problems)
            for name, measure in measures.items()
            if group_name(name) != INSTRUCTIONS
        }
        counted = {name: measure for name, measure in measures.items() if name not in samples}
        if counted and can_count_instructions():
            samples.update(run_counts(sandbox, counted, present, problems))
        elif counted:
            print(NO_COUNTS)
    lines = [judge(row, samples[row.measure]) for row in ROWS if row.measure in samples]
    if lines:
        print(format_table(lines, names))
    for problem, where in problems.items():
        print("%s (%s)" % (problem, ", ".join(where)))
    if options.json:
        options.json.write_text(json.dumps(make_record(lines, samples, problems), indent=1) + "\n")
    return int(options.check and any(line.ok is not True for line in lines))


def select_measures(only: Sequence[str]) -> Dict[str, Measure]:
    """Return the measures of these names and groups."""
    return {name: measure for name, measure in MEASURES.items() if name in only or group_name(name) in only}


def group_name(measure: str) -> str:
    """Return the name by which `--only` selects a group of measures: the part before the slash."""
    return measure.partition("/")[0]


def parse_arguments() -> argparse.Namespace:
    """Parse the command line."""
    parser = argparse.ArgumentParser(description="Compare clients with the hand-written floor, in one run.")
    parser.add_argument("--quick", action="store_true", help="a short run, for a first impression")
    names = list(dict.fromkeys(map(group_name, MEASURES)))
    parser.add_argument("--only", action="append", choices=[*names, *MEASURES], metavar="NAME", help=", ".join(names))
    parser.add_argument(
        "--instructions",
        action="append_const",
        dest="only",
        const=INSTRUCTIONS,
        help="the same as --only %s, which are counted with valgrind and do not depend on the load" % INSTRUCTIONS,
    )
    parser.add_argument("--contenders", nargs="+", default=CONTENDERS, choices=CONTENDERS, metavar="NAME")
    parser.add_argument("--package", type=Path, default=PACKAGE, help="the folder of %s to measure" % OURS)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every sample of every round to this file")
    parser.add_argument(
        "--check", action="store_true", help="exit with 1 if a budget is exceeded or cannot be evaluated"
    )
    options = parser.parse_args()
    options.only = options.only or [name for name in names if name != INSTRUCTIONS or not options.quick]
    return options


def is_importable(sandbox: Sandbox, name: str, problems: Problems) -> bool:
    """Return whether a contender can be imported; if not, add the error to `problems`."""
    try:
        sandbox.run("import contenders." + name)
    except ChildError as error:
        problems.setdefault("%s: %s" % (name, error), []).append("not available")
        return False
    return True


def run_measure(
    sandbox: Sandbox, name: str, measure: Measure, present: Sequence[str], quick: bool, problems: Problems
) -> Samples:
    """Run one measure in rounds, A B C A B C, so that a disturbance of the machine affects all contenders."""
    samples: Samples = {contender: {} for contender in measure.order if contender in present}
    end = time.monotonic() + measure.seconds * (QUICK_FRACTION if quick else 1)
    turn_seconds = QUICK_TURN_SECONDS if quick else TURN_SECONDS
    number, last = 0, 0.0
    while samples and (
        not number or time.monotonic() + last < end
    ):  # assuming that a round takes as long as the last one
        number, start = number + 1, time.monotonic()
        for contender in measure.order:
            if contender not in samples:
                continue
            show_progress("%s, round %d: %s" % (name, number, contender))
            try:
                add_samples(samples[contender], measure.sample(sandbox, contender, turn_seconds))
            except ChildError as error:
                problems.setdefault("%s: %s" % (contender, error), []).append(name)
                samples.pop(contender, None)
        last = time.monotonic() - start
    show_progress("")
    return samples


def run_counts(
    sandbox: Sandbox, measures: Dict[str, Measure], present: Sequence[str], problems: Problems
) -> Dict[str, Samples]:
    """Take one sample for each measure and contender, several at once: a count repeats whatever else runs."""
    samples: Dict[str, Samples] = {name: {} for name in measures}
    with ThreadPoolExecutor(COUNTS_AT_ONCE) as pool:
        pending = {
            (name, contender): pool.submit(measure.sample, sandbox, contender, 0)
            for name, measure in measures.items()
            for contender in measure.order
            if contender in present
        }
        for (name, contender), future in pending.items():
            show_progress("%s: %s" % (name, contender))
            try:
                samples[name][contender] = future.result()
            except ChildError as error:
                problems.setdefault("%s: %s" % (contender, error), []).append(name)
    show_progress("")
    return samples


def add_samples(samples: Figures, new_samples: Figures) -> None:
    """Append the samples of one round to those of the rounds before."""
    for figure, values in new_samples.items():
        samples.setdefault(figure, []).extend(values)


def show_progress(text: str) -> None:
    """Show a line of progress if standard error is a terminal."""
    if sys.stderr.isatty():
        print("\r%-50s\r%s" % ("", text), end="", file=sys.stderr, flush=True)


def make_record(lines: List[Line], samples: Dict[str, Samples], problems: Problems) -> Dict[str, Any]:
    """Return the content of the JSON file."""
    return {
        "date": time.strftime("%Y-%m-%d"),
        "python": platform.python_version(),
        "platform": platform.platform(),
        "processors": os.cpu_count(),
        "versions": {name: find_version(name) for name in (*LIBRARIES, "aiohttp", "websockets")},
        "rows": as_json(lines),
        "samples": samples,
        "problems": problems,
    }


def find_version(name: str) -> Optional[str]:
    """Return the version of an installed distribution, or None."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


if __name__ == "__main__":
    sys.exit(main())
