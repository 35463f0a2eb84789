# SPDX-License-Identifier: MIT
"""The example for QGIS, in QGIS itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from .examples import NEED_HOSTS, build, clean_environment, run
from .raw_server import DRAIN, RawServer


def find_python_with_qgis() -> str:
    """Return an interpreter that has QGIS: the running one, or that of the system. Skip the test without one."""
    if not NEED_HOSTS:
        pytest.skip("run by `tox -e hosts`")
    for python in (sys.executable, shutil.which("python3", path=os.defpath)):
        command = [python, "-c", "import qgis.core"]
        if python and subprocess.run(command, stderr=subprocess.DEVNULL, timeout=60).returncode == 0:
            return python
    pytest.skip("QGIS is not installed")


def test_a_plugin_with_a_task(tmp_path: Path, server: Any) -> None:
    python = find_python_with_qgis()
    with zipfile.ZipFile(build("qgis_plugin", tmp_path)) as archive:
        archive.extractall(tmp_path / "plugins")
    environment = clean_environment(
        HOME=str(tmp_path), XDG_RUNTIME_DIR=str(tmp_path), QT_QPA_PLATFORM="offscreen", PYTHONPATH=""
    )
    with RawServer(DRAIN) as stalled:
        program = Path(__file__).with_name("qgis_program.py")
        command = [python, "-B", program, tmp_path / "plugins", server.base_url, stalled.url]
        output = run(command, env=environment)
    assert "done in QGIS" in output
