# SPDX-License-Identifier: MIT
"""Build the distributions of a release, reproducibly, and try them: `python tools/dist.py [--outdir FOLDER]`.

It writes the wheel, the sdist, an SBOM (CycloneDX) and SHA256SUMS. The same commit gives the same bytes on any POSIX
system with the same zlib: from the files that git tracks, with the date of the commit (or of SOURCE_DATE_EPOCH), fixed
modes, and the version of setuptools below. An unpacked sdist gives the same files again.

`python3 tools/test.py -e dist -- --outdir FOLDER` runs it with the packages that it needs.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zlib
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Dict, List, Match, Optional

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.sbom import write_sbom  # noqa: E402  # importable from the line above on
from tools.try_dist import check_description, check_sdist, check_wheel, try_distributions  # noqa: E402

SETUPTOOLS = "84.2.1"  # another version may write other metadata; installing from source takes any from 64 on
OLDEST_PYTHON = (3, 10)  # of this version of setuptools
TOOLS = {  # the packages that this program needs, by the module that it uses
    "build": "build",
    "cyclonedx": "cyclonedx-python-lib[json-validation]",
    "installer": "installer",
    "readme_renderer": "readme_renderer[md]",
    "twine": "twine",
}

# Where a browser finds a file of a release, once the project has a public address, such as
# "https://forge.example/openai-stdlib/blob/v{version}/{path}". Until then, relative links in the README become plain
# text: the index does not have the pages.
PAGE_ADDRESS = ""
CODE_OR_LINK = re.compile(
    r"^```.*?^```$|`[^`\n]+`|(?P<image>!?)\[(?P<text>[^\]]+)\]\((?![a-z]+:|#)(?P<path>[^)\s]+)\)", re.M | re.S
)
PAGES_NOTE = "\nThe pages that this text names are in the source distribution, most of them in the folder `docs`.\n"


def list_sources(root: Path) -> List[str]:
    """Return the paths of the files of a release: those that git tracks, or those of an unpacked sdist."""
    list_of_sdist = root / "openai_stdlib.egg-info" / "SOURCES.txt"
    if (root / ".git").exists():
        output = subprocess.run(["git", "ls-files", "-z"], cwd=str(root), check=True, stdout=subprocess.PIPE).stdout
        paths = output.decode().split("\0")
    elif list_of_sdist.exists():
        paths = list_of_sdist.read_text("utf-8").splitlines()
    else:
        sys.exit("{}: neither a clone nor an unpacked sdist".format(root))
    return sorted(path for path in paths if ".egg-info/" not in path and (root / path).is_file())


def find_date(root: Path) -> int:
    """Return the date of the release in seconds since 1970: SOURCE_DATE_EPOCH, the last commit, or the sdist's."""
    if os.environ.get("SOURCE_DATE_EPOCH"):
        return int(os.environ["SOURCE_DATE_EPOCH"])
    if (root / ".git").exists():
        command = ["git", "log", "-1", "--format=%ct"]
        return int(subprocess.run(command, cwd=str(root), check=True, stdout=subprocess.PIPE).stdout)
    return int((root / "PKG-INFO").stat().st_mtime)


def find_version(root: Path) -> str:
    """Return the version of the library in a folder of sources."""
    match = re.search(r'^__version__ = "(.+)"$', (root / "openai_stdlib" / "__init__.py").read_text("utf-8"), re.M)
    assert match is not None
    return match[1]


def find_obstacles(root: Path, version: str) -> List[str]:
    """Return why these sources are not the ones to publish as this version."""
    obstacles = []
    heading = re.search(r"^## \[(.+?)\](.*)$", (root / "CHANGELOG.md").read_text("utf-8"), re.M)
    if heading is None or heading[1] != version or not re.fullmatch(r" - \d{4}-\d\d-\d\d", heading[2]):
        obstacles.append("CHANGELOG.md does not begin with a heading `## [{}] - DATE`".format(version))
    if (root / ".git").exists():
        changes, tags = (
            subprocess.run(["git", *command], cwd=str(root), check=True, stdout=subprocess.PIPE).stdout.decode()
            for command in (["status", "--porcelain"], ["tag", "--points-at", "HEAD"])
        )
        if changes.strip():
            obstacles.append("there are changes that are not committed")
        if "v" + version not in tags.split():
            obstacles.append("the commit has no tag v{}".format(version))
    return obstacles


def convert_links(text: str, version: str, address: str = PAGE_ADDRESS) -> str:
    """Return the README as the index shows it: its relative links absolute, or as plain text if there is no address."""

    def convert(match: Match[str]) -> str:
        if match["text"] is None:  # code
            return match[0]
        if not address:
            return match["text"]
        return "{}[{}]({})".format(match["image"], match["text"], address.format(version=version, path=match["path"]))

    converted = CODE_OR_LINK.sub(convert, text)
    return converted if address or converted == text else converted + PAGES_NOTE


def stage_sources(root: Path, target: Path, date: int) -> None:
    """Copy the sources with fixed modes and dates, and the README as the index shows it."""
    version = find_version(root)
    for path in list_sources(root):
        copy = target / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        data = (root / path).read_bytes()
        if path == "README.md":
            data = convert_links(data.decode("utf-8"), version).encode("utf-8")
        copy.write_bytes(data)
        copy.chmod(file_mode(data))
        os.utime(str(copy), (date, date))


def file_mode(data: bytes) -> int:
    """Return the mode of a file with these contents: scripts are executable."""
    return 0o755 if data.startswith(b"#!") else 0o644


def build(kind: str, source: Path, target: Path, date: int) -> Path:
    """Build an sdist or a wheel from a folder of sources, and return its path."""
    constraints = target / "constraints.txt"
    constraints.write_text("setuptools=={}\n".format(SETUPTOOLS))
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(date), "PIP_CONSTRAINT": str(constraints), "TZ": "UTC"}
    command = [sys.executable, "-m", "build", "--" + kind, "--outdir", str(target), str(source)]
    done = subprocess.run(command, env=environment, cwd=str(target), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    constraints.unlink()
    if done.returncode:
        sys.exit("building the {} failed:\n{}".format(kind, done.stdout.decode(errors="replace")))
    (path,) = target.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return path


def normalize_sdist(path: Path, staged: Path, date: int) -> None:
    """Write an sdist again with sorted names, fixed owners, modes and dates, and with setup.cfg as it is.

    setuptools takes owners and modes of the machine, the time of the build for what it generates, and rewrites
    setup.cfg without its comments.
    """
    members = {}
    with tarfile.open(str(path)) as archive:
        for member in archive.getmembers():
            if member.isfile():
                source, content = staged / member.name.partition("/")[2], archive.extractfile(member)
                assert content is not None
                members[member.name] = source.read_bytes() if source.is_file() else content.read()
    with open(str(path), "wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", filename="", mtime=date) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
            for name, data in sorted(members.items()):
                info = tarfile.TarInfo(name)
                info.size, info.mtime, info.mode = len(data), date, file_mode(data)
                archive.addfile(info, BytesIO(data))


def unpack(sdist: Path, target: Path) -> Path:
    """Unpack an sdist into an empty folder, and return the folder of its sources."""
    with tarfile.open(str(sdist)) as archive:
        if hasattr(tarfile, "data_filter"):
            archive.extractall(str(target), filter="data")
        else:
            archive.extractall(str(target))  # early releases of Python 3.10 have no filters; the archive is ours
    (folder,) = target.iterdir()
    return folder


def build_release(root: Path, target: Path) -> Dict[str, Path]:
    """Build sdist, wheel, SBOM and SHA256SUMS from the sources below `root`; return the distributions by kind."""
    date = find_date(root)
    old_mask = os.umask(0o022)
    try:
        with tempfile.TemporaryDirectory() as folder:
            staged, unpacked, built = (Path(folder) / name for name in ("staged", "unpacked", "built"))
            for path in (staged, unpacked, built):
                path.mkdir()
            stage_sources(root, staged, date)
            sdist = build("sdist", staged, built, date)
            normalize_sdist(sdist, staged, date)
            wheel = build("wheel", unpack(sdist, unpacked), built, date)  # of the sdist, which so has what it takes
            target.mkdir(parents=True, exist_ok=True)
            dists = {
                kind: Path(shutil.copyfile(str(path), str(target / path.name)))
                for kind, path in (("wheel", wheel), ("sdist", sdist))
            }
        published = [*dists.values(), write_sbom(list(dists.values()), target, find_version(root), date)]
        lines = ["{}  {}\n".format(hashlib.sha256(path.read_bytes()).hexdigest(), path.name) for path in published]
        (target / "SHA256SUMS").write_text("".join(sorted(lines, key=lambda line: line.split()[1])))
    finally:
        os.umask(old_mask)
    return dists


def check_reproducible(release: Path, sdist: Path, folder: Path) -> None:
    """Build again from the unpacked sdist, in another folder, mask of modes and time zone; exit if a byte differs."""
    again = folder / "again, elsewhere" / "build"  # names that careless tools ignore or split
    again.mkdir(parents=True)
    code = "import os, sys; from pathlib import Path; from tools import dist; os.umask(0o077); "
    code += "dist.build_release(*map(Path, sys.argv[1:]))"
    source = unpack(sdist, again)
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    environment.update(TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="1")
    subprocess.run(
        [sys.executable, "-c", code, str(source), str(folder / "second")], cwd=str(source), env=environment, check=True
    )
    for path in sorted(release.iterdir()):
        if path.read_bytes() != (folder / "second" / path.name).read_bytes():
            sys.exit("{}: built twice, the bytes differ; compare them with diffoscope".format(path.name))


def check_release(release: Path, dists: Dict[str, Path], folder: Path) -> None:
    """Exit unless a second build gives the same bytes, and both distributions are complete and work."""
    sources = list_sources(ROOT)
    check_wheel(dists["wheel"], ROOT, sources, "setuptools ({})".format(SETUPTOOLS))
    check_sdist(dists["sdist"], sources)
    check_description(dists["wheel"])
    subprocess.run([sys.executable, "-m", "twine", "check", "--strict", *map(str, dists.values())], check=True)
    print("contents, metadata and description are right", flush=True)
    check_reproducible(release, dists["sdist"], folder)
    print("built again from the sdist, the bytes are the same", flush=True)
    try_distributions(dists, ROOT, folder)


def main(arguments: Optional[List[str]] = None) -> int:
    """Build the release, and unless `--only-build` is given, build it again, compare, check and try it."""
    parser = argparse.ArgumentParser(
        prog="tools/dist.py", description="Build the distributions of a release, and try them."
    )
    parser.add_argument(
        "--outdir", type=Path, help="where to leave the distributions; default: nowhere, they are only tried"
    )
    parser.add_argument("--only-build", action="store_true", help="leave out the checks: to compare SHA256SUMS")
    options = parser.parse_args(arguments)
    if sys.version_info < OLDEST_PYTHON:
        parser.error("setuptools {} needs Python {}.{} or later".format(SETUPTOOLS, *OLDEST_PYTHON))
    missing = [package for module, package in TOOLS.items() if find_spec(module) is None]
    if missing:
        parser.error("install what is missing: pip install " + " ".join(missing))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        release = (options.outdir or folder / "dist").resolve()
        if release.exists() and any(release.iterdir()):
            parser.error("{} is not empty; remove it, or name another folder".format(release))
        dists = build_release(ROOT, release)
        if not options.only_build:
            check_release(release, dists, folder)
        print("Python {}.{}.{}, zlib {}".format(*sys.version_info[:3], zlib.ZLIB_RUNTIME_VERSION))
        print((release / "SHA256SUMS").read_text(), end="")
    if options.outdir:
        for obstacle in find_obstacles(ROOT, find_version(ROOT)):
            print("not to be published: " + obstacle)
    return 0


if __name__ == "__main__":
    sys.exit(main())
