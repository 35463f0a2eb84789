# SPDX-License-Identifier: MIT
"""Everything in the package is source that people and scanners can read: no packed data, and no code made from text."""

from __future__ import annotations

import ast
import base64
import hashlib
import re
import zlib
from pathlib import Path
from typing import Any, Iterator

import pytest

from . import FILE, FOLDER, IS_SINGLE_FILE, load, needs_files

# Functions that turn text or bytes into code or data, by the modules that may use them: for what servers send.
DECODERS = {
    "cli/media.py": {"b64decode"},  # images
    "helpers/webhooks.py": {"b64decode"},  # secrets of webhooks
    "recording/bodies.py": {"b64decode"},  # bodies that are not text
    "results/decode.py": {"a2b_base64"},  # vectors
    "transport/decoders.py": {"decompress", "decompressobj"},  # content codings
    "transport/permessage_deflate.py": {"decompress", "decompressobj"},  # messages of WebSockets
    "transport/websocket_protocol.py": {"decompress"},
    "testing/contract/websocket_handshakes.py": {"b64decode"},  # keys of handshakes
    "testing/contract/websocket_messages.py": {"decompress"},
    "testing/websocket_session.py": {"b64decode"},  # audio
    "testing/websocket_upgrade.py": {"b64decode"},  # keys of handshakes
}
CODE = {"exec", "eval", "compile", "execfile"}
MODULES = {"builtins": CODE, "__builtins__": CODE, "codecs": {"decode", "getdecoder"}}  # and the attributes of theirs
SUSPECTS = set(
    "marshal CodeType b64decode b85decode a85decode z85decode b32decode b32hexdecode b16decode decodebytes a2b_base64 "
    "standard_b64decode urlsafe_b64decode unhexlify fromhex a2b_hex a2b_uu a2b_qp decompress decompressobj".split()
)
LONG_WORD = 48  # characters: a word may be this long without being looked at
MANY_NUMBERS = 64  # of a list


def find_packed(source: str, allowed: Any = frozenset()) -> list[str]:
    """Return what is packed data, or makes code or data from text, in the source of a module."""
    tree = ast.parse(source)
    found = ["line {}: {}".format(node.lineno, what) for node, what in iter_suspects(tree) if what not in allowed]
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes)):
            text = node.value if isinstance(node.value, str) else node.value.decode("latin-1")
            found += ["line {}: {!r}".format(node.lineno, word) for word in re.findall(r"\S+", text) if is_packed(word)]
            if is_binary(text):
                found.append("line {}: binary data".format(node.lineno))
        elif isinstance(node, (ast.List, ast.Tuple, ast.Set)) and len(node.elts) > MANY_NUMBERS:
            if all(isinstance(element, ast.Constant) and type(element.value) is int for element in node.elts):
                found.append("line {}: {} numbers".format(node.lineno, len(node.elts)))
    return found


def iter_suspects(tree: ast.Module) -> Iterator[tuple[Any, str]]:
    """Yield the nodes and names of functions and modules that make code or data from text."""
    for node in ast.walk(tree):
        names: list[Any] = []
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names = [part for alias in node.names for part in alias.name.split(".")]
            names.append(getattr(node, "module", None))
        elif isinstance(node, ast.Name):
            names = [node.id]
        elif isinstance(node, ast.Attribute):
            if node.attr in MODULES.get(getattr(node.value, "id", ""), ()):
                yield node, node.attr
            names = [node.attr] if node.attr not in CODE else []
        elif isinstance(node, ast.Call):  # getattr(x, "exec")
            names = [getattr(argument, "value", None) for argument in node.args]
        for name in names:
            if isinstance(name, str) and name in SUSPECTS | CODE:
                yield node, name


def is_packed(word: str) -> bool:
    """Return whether a long word has the characters of an encoding, and not those of a name, a path or a URL."""
    word = re.sub("%[0-9A-F]{2}", "", word)  # of URLs
    if len(word) <= LONG_WORD:
        return False
    if re.search("[0-9a-fA-F]{%d}" % LONG_WORD, word) and len(set(word)) > 8:
        return True
    # Names have a few capitals and hardly a digit. Encodings change between the kinds of characters all the time.
    kinds = ["d" if c.isdigit() else "u" if c.isupper() else "l" if c.islower() else "x" for c in word]
    changes = sum(kind != other for kind, other in zip(kinds, kinds[1:]))
    is_mixed = changes > 0.45 * len(word) or kinds.count("d") > 0.1 * len(word) and changes > 0.25 * len(word)
    return is_mixed and len(set(word)) > 28


def is_binary(text: str) -> bool:
    """Return whether a third of a text that is not short are control characters and letters that nobody writes."""
    return len(text) > 32 and 3 * sum(not 31 < ord(c) < 127 and c not in "\t\r\n" for c in text) > len(text)


def sources() -> dict[str, str]:
    """Return the source of each module of the package under test by its path."""
    paths = [FILE] if IS_SINGLE_FILE else sorted(FOLDER.rglob("*.py"))
    assert IS_SINGLE_FILE or len(paths) > 50
    return {
        str(path.relative_to(FOLDER.parent if IS_SINGLE_FILE else FOLDER).as_posix()): path.read_text("utf-8")
        for path in paths
    }


def allowed_in(path: str) -> Any:
    """Return what a module may use; a single file has all modules."""
    return set().union(*DECODERS.values()) if IS_SINGLE_FILE else DECODERS.get(path, frozenset())


def test_nothing_in_the_package_is_packed() -> None:
    found = {path: find_packed(source, allowed_in(path)) for path, source in sources().items()}
    assert {path: lines for path, lines in found.items() if lines} == {}


@needs_files
@pytest.mark.parametrize(
    "options",
    [
        ["--only", "chat"],
        ["--only", "chat,responses,embeddings,files", "--helpers", "--async", "--docs"],
        ["--with", "compat"],
    ],
    ids=" ".join,
)
def test_nothing_in_a_single_file_is_packed(options: list[str], tmp_path: Path) -> None:
    assert load("cli").main(["vendor", "--single-file", str(tmp_path / "oai.py"), *options]) == 0
    assert find_packed((tmp_path / "oai.py").read_text("utf-8"), set().union(*DECODERS.values())) == []


DATA = hashlib.sha512(b"data").digest() * 3
COMPRESSED = zlib.compress(b"".join(hashlib.sha256(b"%d" % number).digest() for number in range(9)))
PACKED = {
    "base64": "X = {!r}".format(base64.b64encode(DATA).decode()),
    "base64 in bytes": "X = {!r}".format(base64.b64encode(COMPRESSED)),
    "base64 in lines": "X = {!r}".format(base64.encodebytes(DATA).decode()),
    "base64 in pieces": "X = ({!r}\n{!r})".format(*(base64.b64encode(DATA[:40]).decode()[half::2] for half in (0, 1))),
    "base32": "X = {!r}".format(base64.b32encode(DATA).decode()),
    "base85": "X = {!r}".format(base64.b85encode(DATA).decode()),
    "ascii85": "X = {!r}".format(base64.a85encode(DATA).decode()),
    "hex": "X = {!r}".format(DATA.hex()),
    "compressed": "X = {!r}".format(COMPRESSED),
    "numbers": "X = bytes({!r})".format(list(DATA)),
    "docstring": 'def f():\n    """{}"""'.format(base64.b64encode(DATA).decode()),
    "exec": "exec('x = 1')",
    "exec by another name": "run = exec",
    "eval": "def f(x):\n    return eval(x)",
    "compile": "compile('1', 'x', 'eval')",
    "builtins": "import builtins\nbuiltins.exec('1')",
    "marshal": "from marshal import loads",
    "decoder": "import base64 as b\nb.b85decode(X)",
    "getattr": "getattr(b, 'b64decode')(X)",
    "zlib": "import zlib as z\nz.decompress(X)",
    "codecs": "import codecs\ncodecs.decode(X, 'rot13')",
}


@pytest.mark.parametrize("name", PACKED)
def test_packed_data_is_found(name: str) -> None:
    assert find_packed(PACKED[name])


def test_what_people_write_is_not_packed() -> None:
    source = """
import re
NAME = re.compile("realtime_conversation_item_input_audio_transcription_completed_event")
URL = "https://{}aiplatform.googleapis.com/v1/projects/{}/locations/{}/publishers/openai/v1"
PATH = "/organization/workload_identity_providers/{id}/federation_rules/{workload_identity_federation_rule_id}"
MODEL = "AutomationEnvironmentResourceOpenAIHostedSkillHostedTemplateSkillResourceSkillReference"
PNG = b"\\x89PNG\\r\\n\\x1a\\n"
"""
    assert find_packed(source) == []
