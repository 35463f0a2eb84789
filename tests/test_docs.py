# SPDX-License-Identifier: MIT
"""What the documents show is run: each Python example of README and docs/helpers.md, against the embedded server."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from . import FOLDER, load

ROOT = Path(__file__).resolve().parent.parent
EmbeddedServer = load("testing").EmbeddedServer

pytestmark = pytest.mark.skipif(not (ROOT / "README.md").exists(), reason="a vendored copy comes without documents")


def examples():
    """Return the Python examples of the documents, in their order."""
    paths = [path for path in (ROOT / "README.md", ROOT / "docs" / "helpers.md") if path.exists()]
    text = "".join(path.read_text(encoding="utf-8") for path in paths)
    return re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)


@pytest.mark.parametrize("example", examples(), ids=lambda example: re.sub(r"\W+", " ", example)[-30:])
def test_example_of_the_documents(example, tmp_path):
    if "requests" in example:
        pytest.importorskip("requests")
        pytest.importorskip("openai_stdlib_transports")
    with EmbeddedServer() as server:
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("OPENAI_")},
            "OPENAI_API_KEY": "sk-readme",
            "OPENAI_BASE_URL": server.base_url,
            "PYTHONPATH": os.pathsep.join([str(FOLDER.parent)] + [path for path in sys.path if path]),
        }
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", example],
            cwd=str(tmp_path),
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert done.stdout or "environment=False" in example


def test_every_flat_function_is_documented():
    flat = load("api.flat")
    text = (ROOT / "docs" / "flat_functions.md").read_text(encoding="utf-8")
    for name in flat.FUNCTIONS:
        for dotted, row in zip(flat.FUNCTIONS[name].split(), flat.FlatFunction(name).rows):
            assert re.search(r"`{}\(.*`{} {}`.*`client\.{}`".format(name, row.verb, re.escape(row.path), dotted), text)


def test_every_setting_is_documented():
    config = load("config")
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    for name in [*config.FIELDS, *config.ALIASES, *config.HTTP_OPTIONS]:
        assert "`{}`".format(name) in text
