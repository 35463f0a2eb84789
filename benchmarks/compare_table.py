# SPDX-License-Identifier: MIT
"""Write the tables of docs/how_it_compares.md from the figures of one run.

    python benchmarks/run.py --json figures.json
    python benchmarks/compare_table.py figures.json --install

The tables are between markers in the page; everything else of it stays. With `--install`, pip installs each library
into a temporary folder, and what is there is counted. Needs pip, and an index of packages.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import textwrap
from email.parser import HeaderParser
from pathlib import Path
from statistics import median
from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Tuple

from measures import OURS, ROWS, Row
from table import format_number, summarize

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "how_it_compares.md"
BEGIN, END = "<!-- {}: written by benchmarks/compare_table.py -->", "<!-- end of {} -->"
NAMES = {OURS: "openai-stdlib"}
LIBRARIES = (OURS, "openai", "httpx", "requests", "aiohttp", "urllib")
WEBSOCKET_LIBRARIES = (OURS, "openai", "websockets")
LINE_WIDTH = 120
CONCURRENT_MS = 200  # how long the server of the row `concurrent` takes


class Shown(NamedTuple):
    """A row of a table: its label, and the row of the benchmarks. `factor` and `unit` replace the unit of that."""

    label: str
    title: str
    factor: float = 1
    unit: str = ""


FIGURES = (
    Shown("import the library; time", "import alone; time"),
    Shown("process: start, import, one chat call; CPU", "process: import, client, a chat call; CPU"),
    Shown("cold start in AWS Lambda, and a chat call; CPU", "init+call, bytecode, floor: openai; CPU"),
    Shown("chat call; CPU", "chat call; CPU"),
    Shown("chat call under asyncio; CPU", "async chat call, floor: openai; CPU"),
    Shown("chunk of a stream; CPU", "streamed chunk, read by attribute; CPU"),
    Shown("100 embeddings of 1,536 numbers; CPU", "100 embeddings of 1,536 floats; CPU"),
    Shown("upload of 300 MB from disk; CPU", "upload of 300 MB; CPU"),
    Shown("the same; memory that it adds", "upload of 300 MB; growth of memory"),
    Shown("200 calls at once, each takes 200 ms; time", "200 calls at once, over 200 ms; time", CONCURRENT_MS, "ms"),
    Shown("10,000 calls, 200 at a time; time / ideal time", "10,000 rows, tasks; time / ideal"),
    Shown("process after a first call; peak memory", "peak memory after a first call"),
    Shown("process with 1,000 open streams; peak memory", "1,000 streams, floor: idle; peak memory"),
)
WEBSOCKET_FIGURES = (
    Shown("event of the Realtime API received; CPU", "event received, floor: openai; CPU"),
    Shown("event of the Realtime API sent; CPU", "event sent, floor: openai; CPU"),
    Shown("connection of the Realtime API opened and closed; CPU", "realtime open, close, floor: openai; CPU"),
    Shown("1,000 such connections open; memory", "1,000 realtime, floor: openai; memory"),
    Shown("message of 250 bytes received; CPU", "message received, floor: websockets; CPU"),
    Shown("message of 250 bytes sent; CPU", "message sent, floor: websockets; CPU"),
    Shown("message of 1 MB received; CPU", "1 MB received, floor: websockets; CPU"),
    Shown("message of 1 MB sent; CPU", "1 MB sent, floor: websockets; CPU"),
)
# What pip installs: the label, and the requirement.
INSTALLED = (
    ("openai-stdlib", str(ROOT)),
    ("openai", "openai=={openai}"),
    ("openai with WebSockets", "openai[realtime]=={openai}"),
    ("httpx", "httpx=={httpx}"),
    ("requests", "requests=={requests}"),
)


def main() -> None:
    """Write the page."""
    parser = argparse.ArgumentParser(description="Write the tables of docs/how_it_compares.md.")
    parser.add_argument("figures", type=Path, help="what benchmarks/run.py --json has written")
    parser.add_argument("--install", action="store_true", help="also install each library, and count what that gives")
    parser.add_argument("--date", help="of the run, if the file does not have it: YYYY-MM-DD")
    options = parser.parse_args()
    record = json.loads(options.figures.read_text())
    date = options.date or record.get("date")
    if not date:
        parser.error("the file has no date; pass --date")
    page = PAGE.read_text(encoding="utf-8")
    page = replace_part(page, "run", describe_run(record, date))
    page = replace_part(page, "figures", format_figures(FIGURES, LIBRARIES, record["samples"]))
    page = replace_part(page, "websockets", format_figures(WEBSOCKET_FIGURES, WEBSOCKET_LIBRARIES, record["samples"]))
    if options.install:
        page = replace_part(page, "installed", format_installed(record["versions"]))
    PAGE.write_text(page, encoding="utf-8")


def replace_part(page: str, name: str, text: str) -> str:
    """Replace what is between the markers of a part. Raises ValueError if they are not there once."""
    begin, end = BEGIN.format(name), END.format(name)
    if page.count(begin) != 1 or page.count(end) != 1:
        raise ValueError("{}: the markers of {!r} are damaged".format(PAGE, name))
    before, _, rest = page.partition(begin)
    return before + begin + "\n\n" + text + "\n\n" + end + rest.partition(end)[2]


def describe_run(record: Dict[str, Any], date: str) -> str:
    """Return where and when the figures were measured."""
    system, machine = re.split("-", record["platform"])[0], re.search("x86_64|aarch64|arm64|AMD64", record["platform"])
    versions = ", ".join("{} {}".format(NAMES.get(name, name), version) for name, version in record["versions"].items())
    text = "Measured on {}: CPython {} on {} {} with {} processors; {}."
    line = text.format(
        date, record["python"], system, machine.group() if machine else "", record["processors"], versions
    )
    return textwrap.fill(line, LINE_WIDTH, break_on_hyphens=False)


def format_figures(rows: Sequence[Shown], libraries: Sequence[str], samples: Dict[str, Any]) -> str:
    """Return a table of figures with a column for each library, the noise, and the group of the measure."""
    known = {row.title: row for row in ROWS}
    header = ["figure", *(NAMES.get(name, name) for name in libraries), "noise", "`--only`"]
    lines = [header, ["---", *["---:"] * (len(libraries) + 1), "---"]]
    for shown in rows:
        row = known[shown.title]
        taken = {name: samples[row.measure].get(name, {}).get(row.figure) for name in libraries}
        cells = [format_value(shown, row, taken[name]) if taken[name] else "" for name in libraries]
        noise = max(median(values) / min(values) for values in taken.values() if values and min(values) > 0)
        has_noise = row.unit[1] != "MiB"
        lines.append([shown.label, *cells, "%.2f" % noise if has_noise else "", row.measure.partition("/")[0]])
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def format_value(shown: Shown, row: Row, values: List[float]) -> str:
    """Return one figure with its unit: the minimum of the samples, for memory their median."""
    return "{} {}".format(format_number(shown.factor * summarize(row, values)), shown.unit or row.unit[1]).strip(" ×")


def format_installed(versions: Dict[str, Optional[str]]) -> str:
    """Return a table of what pip installs for each library."""
    lines = [
        "| library | distributions | compiled modules | size | without type stubs | Python |",
        "|---|---:|---:|---:|---:|---|",
    ]
    for label, requirement in INSTALLED:
        count, compiled, size, stubs, python = measure_installed(requirement.format(**versions))
        cells = (label, count, compiled, "%.1f MB" % (size / 1e6), "%.1f MB" % ((size - stubs) / 1e6), python)
        lines.append("| {} | {} | {} | {} | {} | {} |".format(*cells))
    lines.append("| urllib | 0 | 0 | 0 | 0 | all |")
    return "\n".join(lines)


def measure_installed(requirement: str) -> Tuple[int, int, int, int, str]:
    """Install into a new folder; return distributions, compiled modules, bytes, those of stubs, and the Pythons."""
    with tempfile.TemporaryDirectory() as folder:
        options = ["--quiet", "--disable-pip-version-check", "--no-warn-conflicts", "--no-compile", "--target", folder]
        subprocess.run([sys.executable, "-m", "pip", "install", *options, requirement], check=True)
        files = [path for path in Path(folder).rglob("*") if path.is_file() and path.suffix != ".pyc"]
        metadata = [path for path in files if path.name == "METADATA"]
        name = "openai-stdlib" if requirement == str(ROOT) else re.split(r"[\[=]", requirement)[0]
        fields = [HeaderParser().parsestr(path.read_text(encoding="utf-8")) for path in metadata]
        python = next(each["Requires-Python"] or "all" for each in fields if each["Name"].lower() == name)
        compiled = sum(path.suffix in (".so", ".pyd", ".dylib") for path in files)
        sizes = [(path.suffix, path.stat().st_size) for path in files]
        stubs = sum(size for suffix, size in sizes if suffix == ".pyi")
        return len(metadata), compiled, sum(size for _, size in sizes), stubs, python


if __name__ == "__main__":
    main()
