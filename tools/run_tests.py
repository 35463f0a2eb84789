# SPDX-License-Identifier: MIT
"""Set up and run the tests: `python3 tools/test.py [--all] [-e NAMES] [tox options] [-- arguments]`.

Without `--all` or `-e` it runs what takes a few minutes: the suite on the interpreter that runs this script, and the
checks of format, lint and types. `--all` runs everything that must pass, on every interpreter from 3.8 on that is on
PATH or in pyenv, and lists the missing ones. On other kinds of Python that it finds (a pre-release, without the
interpreter's lock, PyPy) it runs a part of the suite.

It needs Python 3.8 or later, and network access for pip. It creates .venv and .tox in the root of the repository. The
last line is the total over all runs of pytest.
"""

from __future__ import annotations

import argparse
import configparser
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import Dict, Iterable, List, Tuple
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
VERSIONS = ("3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14")
OTHER_VERSIONS = ("3.15", "3.13t", "3.14t", "pypy3.9", "pypy3.10", "pypy3.11")  # run a part of the suite where found
WINDOWS = os.name == "nt"


def list_candidates(version: str) -> List[Path]:
    """Return paths at which an interpreter of this version may exist."""
    name = version if version.startswith("pypy") else "python" + version
    executables = [shutil.which(name), shutil.which("python3"), sys.executable]
    paths = [Path(executable) for executable in executables if executable]
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    paths += sorted((pyenv / "versions").glob(version.rstrip("t") + "*/bin/python"), reverse=True)
    return paths


IDENTIFY = """
import sys, sysconfig, venv
names = {"cpython": "", "pypy": "pypy"}
suffix = "t" if sysconfig.get_config_var("Py_GIL_DISABLED") else ""
print(names.get(sys.implementation.name, "?") + "%d.%d" % sys.version_info[:2] + suffix)
"""


def has_version(python: Path, version: str) -> bool:
    """Return whether a path is a working interpreter of a version; the shims of pyenv may not be."""
    try:
        process = subprocess.run(
            [str(python), "-c", IDENTIFY], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return process.stdout.decode().strip() == version


def environment_name(version: str) -> str:
    """Return the name that tox has for the interpreter of a version."""
    return ("" if version.startswith("pypy") else "py") + version.replace(".", "")


def find_interpreters() -> Dict[str, Path]:
    """Return the available interpreters by version."""
    interpreters = {}
    for version in VERSIONS + OTHER_VERSIONS:
        for python in list_candidates(version):
            if has_version(python, version):
                interpreters[version] = python
                break
    return interpreters


def install_tox() -> Path:
    """Return the path of tox in .venv, which is created if it does not exist."""
    folder = ROOT / ".venv"
    scripts = folder / ("Scripts" if WINDOWS else "bin")
    tox = scripts / ("tox.exe" if WINDOWS else "tox")
    if not tox.exists():
        print("setting up .venv with tox …", flush=True)
        try:
            venv.create(str(folder), with_pip=True, clear=True)
        except (subprocess.CalledProcessError, ImportError):
            sys.exit("this Python cannot create virtual environments; on Debian and Ubuntu: apt install python3-venv")
        subprocess.run([str(scripts / "python"), "-m", "pip", "install", "--quiet", "tox>=4"], check=True)
    return tox


def count_results() -> Tuple[int, int, int]:
    """Return the numbers of passed, failed and skipped tests in all reports of pytest."""
    tests = failed = skipped = 0
    for report in sorted((ROOT / ".tox" / "results").glob("*.xml")):
        for suite in ElementTree.parse(str(report)).getroot().iter("testsuite"):
            tests += int(suite.get("tests", 0))
            failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            skipped += int(suite.get("skipped", 0))
    return tests - failed - skipped, failed, skipped


def describe_environments(config: configparser.ConfigParser) -> str:
    """Return a table of the environments in tox.ini, for the help text."""
    rows = [("py38, py39, …", config["testenv"]["description"])]
    rows += [
        (section[len("testenv:") :], config[section]["description"])
        for section in config.sections()
        if section.startswith("testenv:")
    ]
    return "environments:\n" + "\n".join("  {:<16}{}".format(*row) for row in rows)


def split_arguments(arguments: List[str]) -> Tuple[List[str], List[str]]:
    """Split off `--` and what follows: arguments for the command of an environment, such as pytest."""
    index = arguments.index("--") if "--" in arguments else len(arguments)
    return arguments[:index], arguments[index:]


def parse_options(arguments: List[str], config: configparser.ConfigParser) -> Tuple[argparse.Namespace, List[str]]:
    """Return the options of this script, and the remaining ones, which are options of tox."""
    parser = argparse.ArgumentParser(
        prog="tools/test.py",
        usage="python3 %(prog)s [-h] [--all | -e NAMES] [-p COUNT] [tox options] [-- arguments]",
        description="Run the test suite on this interpreter, and check format, lint and types: a few minutes.",
        epilog=describe_environments(config)
        + """

Further options are those of `tox run`, for example -r to install again. What follows -- is passed to the command of
the environment:

  python3 tools/test.py -e py38 -- -k timeout
  python3 tools/test.py -e format -- openai_stdlib""",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--all", action="store_true", help="run everything that must pass, on every interpreter found")
    group.add_argument(
        "-e", dest="environments", metavar="NAMES", action="append", help="run these, such as py38,types"
    )
    parser.add_argument(
        "-p", dest="parallel", metavar="COUNT", type=int, help="environments at once; with --all one for each processor"
    )
    return parser.parse_known_args(arguments)


def select_environments(
    options: argparse.Namespace, config: configparser.ConfigParser, versions: Iterable[str] = ()
) -> List[str]:
    """Return the names of the environments to run; `versions` are those of the interpreters that were found."""
    if options.all:
        names = config["tox"]["env_list"].replace("\n", ",")
        names += "".join("," + environment_name(version) for version in versions if version in OTHER_VERSIONS)
    elif options.environments:
        names = ",".join(options.environments)
    else:
        names = "format, lint, types, py{}{}".format(*sys.version_info[:2])
    return [name.strip() for name in names.split(",") if name.strip()]


def suite_variables(environments: List[str], interpreters: Dict[str, Path]) -> Dict[str, str]:
    """Return variables with which the oldest and newest interpreter measure the coverage, and others run less."""
    if "coverage" not in environments:
        return {}
    names = [environment_name(version) for version in VERSIONS if version in interpreters]
    measured = [name for name in names if name in environments]
    options = "--cov --cov-config={} --cov-report= --cov-fail-under=0".format(ROOT / "setup.cfg")
    ends = {*measured[:1], *measured[-1:]}
    variables = {"MEASURE_" + name: options for name in ends}
    variables.update({"MIDDLE_" + name: "interpreter" for name in measured if name not in ends})
    return variables


def run_tox(environments: List[str], parallel: int, arguments: List[str], interpreters: Dict[str, Path]) -> int:
    """Run environments of tox.ini, up to `parallel` at once, and return the exit code of tox."""
    tox = install_tox()
    command = [str(tox), "run"]
    variables = {**os.environ, **suite_variables(environments, interpreters)}
    if parallel > 1:
        command = [str(tox), "run-parallel", "--parallel", str(parallel), "--parallel-no-spinner"]
        variables.setdefault("TEST_WORKERS", "2")  # processes of pytest in each environment
    command += ["--discover"] + sorted({str(python) for python in interpreters.values()} | {sys.executable})
    command += ["-e", ",".join(environments)] + arguments
    return subprocess.run(command, cwd=str(ROOT), env=variables).returncode


def main() -> int:
    """Find interpreters, run tox, and print a summary; return the exit code of tox."""
    config = configparser.ConfigParser(interpolation=None)
    config.read(str(ROOT / "tox.ini"), encoding="utf-8")
    own, passed_on = split_arguments(sys.argv[1:])
    options, tox_options = parse_options(own, config)
    interpreters = find_interpreters()
    environments = select_environments(options, config, interpreters)
    parallel = options.parallel or (max(2, os.cpu_count() or 1) if options.all else 1)
    for folder in ("results", "measured"):
        shutil.rmtree(str(ROOT / ".tox" / folder), ignore_errors=True)
    code = run_tox(environments, parallel, tox_options + passed_on, interpreters)
    print("\ninterpreters: " + ", ".join("{} ({})".format(version, interpreters[version]) for version in interpreters))
    if options.all:
        missing = [version for version in VERSIONS if version not in interpreters]
        print("not found, so skipped: {}".format(", ".join(missing) or "none"))
    elif not options.environments:
        print("this was the short run; --all runs everything that must pass")
    passed, failed, skipped = count_results()
    if not passed and not options.environments:  # selected environments may have no tests
        code = code or 1
    if code and not failed:
        print("a check other than the tests failed; see above")
    print("{} passed, {} failed, {} skipped".format(passed, failed, skipped))
    return code


if __name__ == "__main__":
    sys.exit(main())
