# SPDX-License-Identifier: MIT
"""Build the distributions of a release, reproducibly, and try them: `python tools/dist.py [--outdir FOLDER]`.

It writes the wheel, the sdist, an SBOM (CycloneDX) and SHA256SUMS. The same commit gives the same bytes, on any machine
with the same zlib: from the files that git tracks, with the date of the commit (or of SOURCE_DATE_EPOCH), fixed modes,
and the version of setuptools below. An unpacked sdist gives the same files again.

Run it with a Python that has the packages build, twine, readme_renderer[md] and cyclonedx-python-lib[json-validation];
`tox -e dist` has them.
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
from pathlib import Path
from typing import Dict, List, Optional

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.sbom import write_sbom  # noqa: E402
from tools.try_dist import check_contents, try_distribution  # noqa: E402

SETUPTOOLS = "setuptools==84.2.1"  # another version may write other metadata
RELATIVE_LINK = re.compile(r"\[([^\]]+)\]\((?![a-z]+:|#)[^)\s]+\)")
NOT_SOURCE = {".git", ".tox", ".venv", "build", "dist", "__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache"}


def list_sources(root: Path) -> List[str]:
    """Return the paths of the files that a release consists of: those that git tracks, or all of an unpacked sdist."""
    if (root / ".git").exists():
        output = subprocess.run(["git", "ls-files", "-z"], cwd=str(root), check=True, stdout=subprocess.PIPE).stdout
        return sorted(path for path in output.decode().split("\0") if path and (root / path).is_file())
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file()
        and not NOT_SOURCE & set(path.parts)
        and ".egg-info" not in str(path)
        and path.name != "PKG-INFO"
    )


def find_date(root: Path) -> int:
    """Return the date of the release in seconds since 1970: SOURCE_DATE_EPOCH, the last commit, or the sdist's."""
    if os.environ.get("SOURCE_DATE_EPOCH"):
        return int(os.environ["SOURCE_DATE_EPOCH"])
    if (root / ".git").exists():
        command = ["git", "log", "-1", "--format=%ct"]
        return int(subprocess.run(command, cwd=str(root), check=True, stdout=subprocess.PIPE).stdout)
    return int((root / "setup.cfg").stat().st_mtime)


def stage_sources(root: Path, target: Path, date: int) -> None:
    """Copy the sources with fixed modes and dates, and the README without relative links, dead on an index."""
    for path in list_sources(root):
        copy = target / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        data = (root / path).read_bytes()
        if path == "README.md":
            data = RELATIVE_LINK.sub(r"\1", data.decode("utf-8")).encode("utf-8")
        copy.write_bytes(data)
        copy.chmod(0o755 if data.startswith(b"#!") else 0o644)
        os.utime(str(copy), (date, date))


def build(kind: str, source: Path, target: Path, date: int) -> Path:
    """Build an sdist or a wheel from a folder of sources, and return its path."""
    constraints = target / "constraints.txt"
    constraints.write_text(SETUPTOOLS + "\n")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(date), "PIP_CONSTRAINT": str(constraints), "TZ": "UTC"}
    command = [sys.executable, "-m", "build", "--" + kind, "--outdir", str(target), str(source)]
    done = subprocess.run(command, env=environment, cwd=str(target), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    constraints.unlink()
    if done.returncode:
        sys.exit("building the {} failed:\n{}".format(kind, done.stdout.decode(errors="replace")))
    (path,) = target.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return path


def normalize_sdist(path: Path, date: int) -> None:
    """Write an sdist again with sorted names, fixed owners, modes and dates: setuptools takes those of the machine."""
    with tarfile.open(str(path)) as archive:
        members = {}
        for member in archive.getmembers():
            if member.isfile():
                data = archive.extractfile(member)
                assert data is not None
                members[member.name] = data.read()
    with open(str(path), "wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", filename="", mtime=date) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
            for name in sorted(members):
                info = tarfile.TarInfo(name)
                info.size, info.mtime = len(members[name]), date
                info.mode = 0o755 if members[name].startswith(b"#!") else 0o644
                with tempfile.TemporaryFile() as file:
                    file.write(members[name])
                    file.seek(0)
                    archive.addfile(info, file)


def unpack(sdist: Path, target: Path) -> Path:
    """Unpack an sdist, and return the folder of its sources."""
    with tarfile.open(str(sdist)) as archive:
        if hasattr(tarfile, "data_filter"):
            archive.extractall(str(target), filter="data")
        else:
            archive.extractall(str(target))  # before Python 3.8.17 there are no filters; the archive is ours
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
            normalize_sdist(sdist, date)
            wheel = build(
                "wheel", unpack(sdist, unpacked), built, date
            )  # from the sdist, so that it does not lack a file
            target.mkdir(parents=True, exist_ok=True)
            dists = {path.suffix: Path(shutil.copyfile(str(path), str(target / path.name))) for path in (sdist, wheel)}
    finally:
        os.umask(old_mask)
    sbom = write_sbom(list(dists.values()), target, date)
    lines = [
        "{}  {}\n".format(hashlib.sha256(path.read_bytes()).hexdigest(), path.name)
        for path in sorted([*dists.values(), sbom])
    ]
    (target / "SHA256SUMS").write_text("".join(lines))
    return {"wheel": dists[".whl"], "sdist": dists[".gz"]}


def check_reproducible(release: Path, sdist: Path, folder: Path) -> None:
    """Build again from the unpacked sdist, in another folder, mask of modes and time zone; exit if a byte differs."""
    again = folder / "again, elsewhere"
    again.mkdir()
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


def main(arguments: Optional[List[str]] = None) -> int:
    """Build the release twice, compare, check and try it."""
    parser = argparse.ArgumentParser(
        prog="tools/dist.py", description="Build the distributions of a release, and try them."
    )
    parser.add_argument(
        "--outdir", type=Path, help="where to leave the distributions; default: nowhere, they are only tried"
    )
    parser.add_argument("--only-build", action="store_true", help="leave out the checks")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        release = (options.outdir or folder / "dist").resolve()
        if release.exists() and any(release.iterdir()):
            parser.error("{} is not empty; remove it, or name another folder".format(release))
        dists = build_release(ROOT, release)
        if not options.only_build:
            check_reproducible(release, dists["sdist"], folder)
            subprocess.run(
                [sys.executable, "-m", "twine", "check", "--strict", *map(str, dists.values())], cwd=name, check=True
            )
            check_contents(dists["wheel"], dists["sdist"], ROOT)
            for dist in dists.values():
                try_distribution(dist, folder)
        print((release / "SHA256SUMS").read_text(), end="")
    if not options.only_build:
        print("built twice with the same bytes; both distributions install, work and uninstall")
    return 0


if __name__ == "__main__":
    sys.exit(main())
