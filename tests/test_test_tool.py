# SPDX-License-Identifier: MIT
"""tools/test.py: which environments it runs, what it passes on to tox, and the documents that name it."""

from __future__ import annotations

import configparser
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, List

import pytest

test_tool = pytest.importorskip("tools.run_tests", reason="a copy of the folder alone has no tools")

ROOT = Path(__file__).resolve().parent.parent
HERE = "py{}{}".format(*sys.version_info[:2])


@pytest.fixture(scope="module")
def config() -> configparser.ConfigParser:
    config = configparser.ConfigParser(interpolation=None)
    config.read(str(ROOT / "tox.ini"), encoding="utf-8")
    return config


ARGUMENTS = [  # arguments, environments (None: all), environments at once (None: not set), what tox gets
    ([], ["format", "lint", "types", HERE], None, []),
    (["-r"], ["format", "lint", "types", HERE], None, ["-r"]),
    (["--", "-k", "x"], ["format", "lint", "types", HERE], None, ["--", "-k", "x"]),
    (["-e", "format", "--", "."], ["format"], None, ["--", "."]),
    (["-e", "py38", "-r", "--", "-e", "--all", "--", "y"], ["py38"], None, ["-r", "--", "-e", "--all", "--", "y"]),
    (["-e", "py38, lint", "-e", "types"], ["py38", "lint", "types"], None, []),
    (["-epy38", "-p", "3", "--skip-pkg-install"], ["py38"], 3, ["--skip-pkg-install"]),
    (["--all"], None, None, []),
    (["--all", "-p1", "-x", "tox.a=b"], None, 1, ["-x", "tox.a=b"]),
]


@pytest.mark.parametrize(("arguments", "environments", "parallel", "passed_on"), ARGUMENTS, ids=repr)
def test_arguments(config: Any, arguments: List[str], environments: Any, parallel: Any, passed_on: List[str]) -> None:
    own, rest = test_tool.split_arguments(arguments)
    options, tox_options = test_tool.parse_options(own, config)
    assert tox_options + rest == passed_on
    assert options.parallel == parallel
    selected = test_tool.select_environments(options, config)
    if environments is None:
        assert {"py38", "py314", "bare", "vendored", "official", "types", "coverage"} <= set(selected)
    else:
        assert selected == environments


def test_each_environment_of_the_whole_run_exists(config: Any) -> None:
    options, _ = test_tool.parse_options(["--all"], config)
    names = test_tool.select_environments(options, config)
    versions = [test_tool.environment_name(version) for version in test_tool.VERSIONS]
    assert [name for name in names if name.startswith("py")] == versions
    assert all(config.has_section("testenv:" + name) for name in names if name not in versions)


def test_other_kinds_of_python_run_a_part_of_the_suite_where_they_are_found(config: Any) -> None:
    options, _ = test_tool.parse_options(["--all"], config)
    usual = test_tool.select_environments(options, config)
    assert test_tool.select_environments(options, config, ["3.8", "3.14"]) == usual
    found = test_tool.select_environments(options, config, ["3.14", "3.14t", "pypy3.11"])
    assert found == usual + ["py314t", "pypy311"]
    names = ",".join(map(test_tool.environment_name, test_tool.OTHER_VERSIONS))
    assert config.has_section("testenv:{" + names + "}")


@pytest.mark.skipif(os.name == "nt", reason="the interpreter is a script")
@pytest.mark.parametrize(
    ("version", "folder"),
    [("3.14", "3.14.1"), ("3.14t", "3.14.1t"), ("3.15", "3.15.0a1"), ("pypy3.11", "pypy3.11-7.3.19")],
)
def test_interpreters_of_pyenv_are_told_apart(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, version: str, folder: str
) -> None:
    for name, printed in {
        "3.14.1": "3.14",
        "3.14.1t": "3.14t",
        "3.15.0a1": "3.15",
        "pypy3.11-7.3.19": "pypy3.11",
    }.items():
        python = tmp_path / "versions" / name / "bin" / "python"
        python.parent.mkdir(parents=True)
        python.write_text("#!/bin/sh\necho {}\n".format(printed))
        python.chmod(0o755)
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    candidates = [path for path in test_tool.list_candidates(version) if tmp_path in path.parents]
    found = [path for path in candidates if test_tool.has_version(path, version)]
    assert found == [tmp_path / "versions" / folder / "bin" / "python"]


@pytest.mark.parametrize(
    ("environments", "versions", "names"),
    [
        (["py38", "py39", "py313", "coverage"], ["3.8", "3.9", "3.13"], "MEASURE_py38 MIDDLE_py39 MEASURE_py313"),
        (["py38", "py39", "py313", "coverage"], ["3.9", "3.12"], "MEASURE_py39"),
        (["py310", "coverage"], ["3.8", "3.9", "3.10", "3.11"], "MEASURE_py310"),
        (["py38", "py39", "py313"], ["3.8", "3.9", "3.13"], ""),
        (
            ["py38", "py314", "py315", "pypy311", "coverage"],
            ["3.8", "3.14", "3.15", "pypy3.11"],
            "MEASURE_py38 MEASURE_py314",
        ),
    ],
)
def test_the_oldest_and_the_newest_interpreter_measure_the_coverage_and_those_between_run_less(
    environments: List[str], versions: List[str], names: str
) -> None:
    interpreters: Dict[str, Path] = {version: Path(version) for version in versions}
    variables = test_tool.suite_variables(environments, interpreters)
    assert set(variables) == set(names.split())
    for name, value in variables.items():
        assert value.startswith("--cov ") if name.startswith("MEASURE_") else value == "interpreter"


def test_help_explains_every_environment(config: Any) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "test.py"), "--help"], stdout=subprocess.PIPE, timeout=60, check=True
    )
    text = " ".join(done.stdout.decode("utf-8").split())
    for section in config.sections():
        if section.startswith("testenv:"):
            assert section[len("testenv:") :] in text and config[section]["description"] in text
    assert "--all" in text and "a few minutes" in text


@pytest.mark.skipif(os.name == "nt", reason="Windows has no execute permission")
def test_ci_runs_the_test_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", readme.partition("## Development")[2], re.DOTALL)
    script = ROOT / ".ci" / "run"
    assert script.read_text(encoding="utf-8").strip().splitlines()[-1] == "exec " + blocks[0].strip()
    assert os.access(str(script), os.X_OK)


def test_what_the_vendored_suite_skips_runs_without_optional_libraries(config: Any) -> None:
    """The suites without optional libraries are one: each module runs in one of the environments at least."""
    skipped = re.compile(
        r"^from \.adapters import|importorskip\(\"(openai_stdlib_transports|tools)|a vendored copy has no", re.M
    )
    commands = config["testenv:bare"]["commands"] + config["testenv:lambda"]["commands"]
    listed = set(re.findall(r"tests/(test_\w+\.py)", commands))
    modules = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "tests").glob("test_*.py")}
    assert listed <= set(modules)
    assert {name for name, source in modules.items() if skipped.search(source)} <= listed
