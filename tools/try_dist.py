# SPDX-License-Identifier: MIT
"""Check what a wheel and an sdist contain, and try them in new environments; `tools/dist.py` calls it."""

from __future__ import annotations

import configparser
import os
import re
import shlex
import subprocess
import sys
import tarfile
import zipfile
from email.message import Message
from email.parser import Parser
from html.parser import HTMLParser
from pathlib import Path
from typing import Dict, List, Optional, Set, Tuple

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
GENERATED = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE", "top_level.txt", "zip-safe")


def fail(message: str, *values: object) -> None:
    """Exit with a message."""
    sys.exit(message.format(*values))


def compare_names(dist: Path, names: Set[str], expected: Set[str]) -> None:
    """Exit unless a distribution has the expected files and no others."""
    if names != expected:
        fail("{}: lacks {}, should not have {}", dist.name, sorted(expected - names), sorted(names - expected))


def read_metadata(wheel: Path) -> Tuple[str, Message]:
    """Return the name of the folder .dist-info in a wheel, and the metadata."""
    with zipfile.ZipFile(str(wheel)) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        return name[: -len("METADATA")], Parser().parsestr(archive.read(name).decode("utf-8"))


def check_wheel(wheel: Path, root: Path, sources: List[str], generator: str) -> None:
    """Exit unless a wheel has all files of the packages and nothing else, a right RECORD, and the right metadata."""
    from installer.sources import WheelFile

    config = configparser.ConfigParser()
    config.read(str(root / "setup.cfg"), encoding="utf-8")
    folders = dict(line.split(" = ") for line in config["options"]["package_dir"].strip().splitlines())
    folders["openai_stdlib"] = "openai_stdlib"
    info, fields = read_metadata(wheel)
    expected = {info + name for name in GENERATED}
    for package, folder in folders.items():
        expected |= {package + path[len(folder) :] for path in sources if path.startswith(folder + "/")}
    with zipfile.ZipFile(str(wheel)) as archive:
        compare_names(wheel, set(archive.namelist()), expected)
        if "Generator: {}\n".format(generator) not in archive.read(info + "WHEEL").decode():
            fail("{}: was not built by {}", wheel.name, generator)
    with WheelFile.open(wheel) as file:
        file.validate_record(validate_contents=True)
    metadata = config["metadata"]
    wanted = {
        "Name": metadata["name"],
        "Summary": metadata["description"],
        "License-Expression": metadata["license_expression"],
        "License-File": "LICENSE",
        "Requires-Python": config["options"]["python_requires"],
        "Description-Content-Type": "text/markdown",
    }
    wrong = {name: fields[name] for name, value in wanted.items() if fields[name] != value}
    required = [value for value in fields.get_all("Requires-Dist") or [] if "extra ==" not in value]
    classifiers = fields.get_all("Classifier") or []
    if wrong or required or classifiers != metadata["classifiers"].strip().splitlines():
        fail("{}: wrong metadata: {}, {}, {}", wheel.name, wrong, required, classifiers)


def check_sdist(sdist: Path, sources: List[str]) -> None:
    """Exit unless an sdist has all sources and nothing else but metadata."""
    with tarfile.open(str(sdist)) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    compare_names(sdist, {name for name in names if ".egg-info/" not in name}, {*sources, "PKG-INFO"})


class LinkParser(HTMLParser):
    """Collect the addresses of links and images, their targets in the page, and the names of elements."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: List[str] = []
        self.anchors: Set[str] = set()
        self.elements: Set[str] = set()

    def handle_starttag(self, tag: str, attrs: List[Tuple[str, Optional[str]]]) -> None:
        """Collect what an element has."""
        self.elements.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]
        self.anchors |= {"#{}".format(value) for name, value in attrs if name == "id"}


def check_description(wheel: Path) -> None:
    """Exit unless the index renders the description, without a link that is dead there."""
    from readme_renderer.markdown import render

    page = render(str(read_metadata(wheel)[1].get_payload()))
    parser = LinkParser()
    parser.feed(page or "")
    dead = [address for address in parser.addresses if not re.match(r"https://|mailto:", address)]
    dead = [address for address in dead if address not in parser.anchors]
    missing = {"h1", "h2", "p", "pre", "table", "a"} - parser.elements
    if dead or missing:
        fail("{}: the description has dead links {}, and lacks the elements {}", wheel.name, dead, sorted(missing))


def read_commands(root: Path) -> List[List[str]]:
    """Return the commands of README.md that run the library, each without the name of the interpreter."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", (root / "README.md").read_text("utf-8"), flags=re.M | re.S)
    lines = [shlex.split(line) for block in blocks for line in block.splitlines()]
    commands = [words[1:] for words in lines if words[:3] == ["python3", "-m", "openai_stdlib"]]
    if not commands:
        fail("README.md: no block has a command `python3 -m openai_stdlib`")
    return commands


def run(command: List[str], folder: Path) -> str:
    """Run a command without settings of the caller and return what it prints; exit if it fails."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("OPENAI_", "PYTHON"))}
    done = subprocess.run(
        command, cwd=str(folder), env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600
    )
    output = done.stdout.decode(errors="replace")
    if done.returncode:
        fail("{} failed:\n{}", " ".join(command), output)
    return output


def list_installed(environment: Path) -> List[str]:
    """Return the files in an environment that belong to the library."""
    paths = [path.relative_to(environment).as_posix() for path in environment.rglob("*") if path.is_file()]
    return sorted(path for path in paths if "openai_stdlib" in path or "openai-stdlib" in path)


def try_distribution(dist: Path, environment: Path, root: Path, version: str) -> None:
    """Install a distribution in an environment, use it, and uninstall it; exit if a step fails."""
    folder = environment.parent
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    python, script = str(scripts / "python"), str(scripts / "openai-stdlib")
    source = ["--no-index"] if dist.suffix == ".whl" else []  # a wheel needs no other package, an sdist setuptools
    run([python, "-m", "pip", "install", "--quiet", *source, str(dist)], folder)
    run([python, "-W", "error", "-c", SMOKE_TEST], folder)
    for command in read_commands(root):
        if not run([python, *command], folder).strip():
            fail("{}: the command `{}` of README.md prints nothing", dist.name, " ".join(command))
    if "usage: openai-stdlib" not in run([script, "--help"], folder) or version not in run([script, "version"], folder):
        fail("{}: the command openai-stdlib does not print its usage and version", dist.name)
    run([python, "-m", "pip", "uninstall", "--quiet", "--yes", "openai-stdlib"], folder)
    left = list_installed(environment)
    if left:
        fail("{}: uninstalling leaves {}", dist.name, left)


def try_distributions(dists: Dict[str, Path], root: Path, folder: Path) -> None:
    """Try each distribution on the oldest and the newest interpreter that is found."""
    interpreters = find_interpreters()
    versions = [version for version in VERSIONS if version in interpreters]
    for version in dict.fromkeys(versions[:1] + versions[-1:]):
        environment = folder / "environment {}".format(version)
        run([str(interpreters[version]), "-m", "venv", str(environment)], folder)
        for kind, dist in dists.items():
            try_distribution(dist, environment, root, read_metadata(dists["wheel"])[1]["Version"])
            print("Python {}: the {} installs, works and uninstalls".format(version, kind), flush=True)
