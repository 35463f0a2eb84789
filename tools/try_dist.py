# SPDX-License-Identifier: MIT
"""Check what a wheel and an sdist contain, and try them in new environments; `tools/dist.py` calls it."""

from __future__ import annotations

import configparser
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path
from typing import List

from tools.run_tests import VERSIONS, find_interpreters

SMOKE_TEST = """
import openai_stdlib, openai_stdlib_engines, openai_stdlib_transports
from openai_stdlib import OpenAI, chat_completion, Config
from openai_stdlib.testing import EmbeddedServer
with EmbeddedServer() as server, OpenAI(api_key="k", base_url=server.base_url) as client:
    completion = client.chat.completions.create(model="m", messages=[{"role": "user", "content": "hi"}])
    assert completion.choices[0].message.content
assert openai_stdlib.__file__.startswith(__import__("sys").prefix), openai_stdlib.__file__
"""


def fail(message: str, *values: object) -> None:
    """Exit with a message."""
    sys.exit(message.format(*values))


def list_modules(root: Path) -> List[str]:
    """Return the paths in a wheel that its packages must have: modules, stubs and py.typed."""
    config = configparser.ConfigParser()
    config.read(str(root / "setup.cfg"), encoding="utf-8")
    folders = dict(line.split(" = ") for line in config["options"]["package_dir"].split("\n") if line)
    paths = []
    for package in config["options"]["packages"].split():
        top, _, rest = package.partition(".")
        folder = root / folders.get(top, top) / rest.replace(".", "/")
        prefix = package.replace(".", "/") + "/"
        paths += [prefix + path.name for path in folder.iterdir() if path.suffix in (".py", ".pyi")]
        paths += [prefix + "py.typed"] if not rest else []
    stubs = root / "openai_stdlib"
    paths += [path.relative_to(root).as_posix() for path in stubs.rglob("*.pyi")]
    return sorted(set(paths))


def check_contents(wheel: Path, sdist: Path, root: Path) -> None:
    """Exit unless the wheel has every module, stub and licence and nothing else, and the sdist all that tests need."""
    with zipfile.ZipFile(str(wheel)) as archive:
        names = set(archive.namelist())
        metadata_name = next(name for name in names if name.endswith(".dist-info/METADATA"))
        metadata = archive.read(metadata_name).decode("utf-8")
    info = metadata_name[: -len("METADATA")]
    expected = {
        info + name for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "top_level.txt", "zip-safe")
    }
    expected |= {info + "licenses/LICENSE", *list_modules(root)}
    if names != expected:
        fail("{}: lacks {}, should not have {}", wheel.name, sorted(expected - names), sorted(names - expected))
    fields = Parser().parsestr(metadata)
    required = [value for value in fields.get_all("Requires-Dist") or [] if "extra ==" not in value]
    if (
        required
        or fields["Requires-Python"] != ">=3.8"
        or "MIT" not in str(fields["License"] or fields["License-Expression"])
    ):
        fail("{}: its metadata is wrong:\n{}", wheel.name, metadata)
    if re.search(r"\]\((?![a-z]+:|#)", metadata):
        fail("{}: its description has relative links", wheel.name)
    with tarfile.open(str(sdist)) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"LICENSE", "README.md", "CHANGELOG.md", "tox.ini", "tools/test.py", "tests/conftest.py", "docs/index.md"}
    unwanted = [name for name in packed if "__pycache__" in name or name.startswith((".tox/", ".git/"))]
    if not wanted <= packed or unwanted:
        fail("{}: lacks {}, should not have {}", sdist.name, sorted(wanted - packed), unwanted)


def read_first_command(root: Path) -> List[str]:
    """Return the first command of README.md without the name of the interpreter."""
    match = re.search(r"^```sh\npython3 (-m openai_stdlib .+)$", (root / "README.md").read_text("utf-8"), flags=re.M)
    if match is None:
        sys.exit("README.md: there is no first command")
    return [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', match[1])]


def try_distribution(dist: Path, folder: Path) -> None:
    """Install a distribution, a wheel on the oldest and the newest interpreter, use it, and uninstall it."""
    interpreters = find_interpreters()
    versions = [version for version in VERSIONS if version in interpreters] or ["this"]
    tried_versions = (
        {versions[0], versions[-1]} if dist.suffix == ".whl" else {versions[-1]}
    )  # an sdist makes that wheel
    for version in sorted(tried_versions):
        interpreter = str(interpreters.get(version, sys.executable))
        environment = folder / "environment for {} on {}".format(dist.suffix.strip("."), version)
        subprocess.run([interpreter, "-m", "venv", str(environment)], check=True)
        scripts = environment / ("Scripts" if os.name == "nt" else "bin")
        python, script = str(scripts / "python"), str(scripts / "openai-stdlib")
        variables = {name: value for name, value in os.environ.items() if not name.startswith(("OPENAI_", "PYTHON"))}
        commands = [
            [python, "-m", "pip", "install", "--quiet", str(dist)],
            [python, "-W", "error", "-c", SMOKE_TEST],
            [python, *read_first_command(Path(__file__).resolve().parent.parent)],
            [script, "version"],
            [python, "-m", "pip", "uninstall", "--quiet", "--yes", "openai-stdlib"],
        ]
        for command in commands:
            subprocess.run(command, cwd=str(folder), env=variables, check=True)
        left = [path for path in environment.rglob("*openai_stdlib*") if path.suffix != ".pyc" and path.is_file()]
        imported = subprocess.run([python, "-c", "import openai_stdlib"], cwd=str(folder), stderr=subprocess.DEVNULL)
        if left or script_exists(script) or imported.returncode == 0:
            fail("{}: uninstalling leaves {}", dist.name, left or script)


def script_exists(script: str) -> bool:
    """Return whether a console script is there, with or without the suffix of Windows."""
    return os.path.exists(script) or os.path.exists(script + ".exe")
