# SPDX-License-Identifier: MIT
"""The example for Sublime Text, in a host that loads it from its package as plugin_host does, with Python 3.8."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .examples import REPLY, build, find_python, run
from .raw_server import DRAIN, RawServer


def test_a_package_in_a_plugin_host(tmp_path: Path, server: Any) -> None:
    package = build("sublime_plugin", tmp_path)
    assert package.name == "AskModel.sublime-package"
    python = find_python("3.8")
    with RawServer(DRAIN) as stalled:
        command = [python, "-I", "-B", "-W", "error", Path(__file__).with_name("sublime_host.py")]
        lines = run([*command, package, server.base_url, stalled.url]).splitlines()
    assert lines[:2] == [REPLY + "what is new?"] * 2
    if "3.8" in python:
        assert lines[-1] == "Python 3.8"
    assert stalled.connections >= 1
