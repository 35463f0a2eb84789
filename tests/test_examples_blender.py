# SPDX-License-Identifier: MIT
"""The example for Blender: two add-ons with different copies in one process, over a fake `bpy` and in Blender."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from .examples import ROOT, TIMEOUT, build, clean_environment, display, require_program, run  # noqa: F401
from .raw_server import DRAIN, RawServer

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Build two add-ons; the copy in the second one has more resources, no comments, and another version."""
    folder = tmp_path_factory.mktemp("blender")
    first = build("blender_addon", folder)
    second = build(
        "blender_addon", folder, "--name", "second_addon", "--no-docs", "--only", "chat,files", "--with", "http_options"
    )
    with zipfile.ZipFile(second) as archive:
        archive.extractall(folder / "changed")
    module = folder / "changed" / "second_addon" / "openai_client" / "__init__.py"
    text = module.read_text()
    assert text.count('__version__ = "') == 1
    module.write_text(re.sub(r'__version__ = ".+"', '__version__ = "0.0.9"', text))
    shutil.make_archive(str(second.with_suffix("")), "zip", str(folder / "changed"), "second_addon")
    return [first, second]


def check_requests(server: Any) -> None:
    """Check that each add-on has used its own key and its own name."""
    sent = {(request.header("authorization"), request.header("user-agent").split()[0]) for request in server.requests}
    for name in ("ask_model", "second_addon"):
        assert ("Bearer key-of-" + name, name + "/1.0.0") in sent, sent


def test_two_addons_in_one_process(archives: list[Path], tmp_path: Path, server: Any) -> None:
    for archive in archives:
        with zipfile.ZipFile(archive) as file:
            file.extractall(tmp_path / "addons")
    names = [archive.stem for archive in archives]
    with RawServer(DRAIN) as stalled:
        command = [sys.executable, "-B", "-W", "error", HERE / "fake_bpy.py", tmp_path / "addons"]
        assert run([*command, server.base_url, stalled.url, *names]) == "done\n"
    check_requests(server)


def test_the_manifest_of_an_extension(tmp_path: Path) -> None:
    tomllib = pytest.importorskip("tomllib")
    with zipfile.ZipFile(build("blender_addon", tmp_path, "--name", "mine")) as archive:
        manifest = tomllib.loads(archive.read("mine/blender_manifest.toml").decode())
        assert "mine/openai_client/LICENSE" in archive.namelist()
    assert (
        manifest["id"] == "mine"
        and manifest["type"] == "add-on"
        and manifest["permissions"] == {"network": "Send your prompts to the API"}
    )


def test_two_addons_in_blender(archives: list[Path], tmp_path: Path, server: Any, display: str) -> None:  # noqa: F811
    blender = require_program("blender")
    outcome = tmp_path / "outcome"
    environment = clean_environment(
        DISPLAY=display, HOME=str(tmp_path), BLENDER_USER_SCRIPTS=str(tmp_path / "scripts"), LIBGL_ALWAYS_SOFTWARE="1"
    )
    del environment["PYTHONPATH"]
    (tmp_path / "scripts").mkdir()
    with RawServer(DRAIN) as stalled:
        command = [blender, "--factory-startup", "--python", HERE / "blender_scenario.py", "--"]
        process = subprocess.run(
            [*map(str, [*command, *archives]), server.base_url, stalled.url, str(outcome)],
            env=environment,
            cwd=str(ROOT),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=TIMEOUT,
        )
    output = process.stdout.decode(errors="replace")
    assert outcome.exists(), output
    assert outcome.read_text().startswith("done in Blender"), outcome.read_text() + output
    check_requests(server)
