# SPDX-License-Identifier: MIT
"""The files of a distribution `openai` whose package hands everything on to this library, and a wheel of them.

The package has one module, which calls install.py, and type stubs that export the names of the library's stubs. Its
metadata follow the core metadata and binary distribution specifications of PyPA. No files are written here.
"""

from __future__ import annotations

import base64
import hashlib
import os
import sys

from .. import __version__
from ..call.errors import ConfigError
from .version import VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, Optional, Tuple

    Files = Dict[str, bytes]  # paths with slashes, relative to the folder `site-packages`

NAME = "openai"
DIST_INFO = "{}-{}.dist-info".format(NAME, VERSION)
WHEEL_NAME = "{}-{}-py3-none-any.whl".format(NAME, VERSION)
GENERATOR = "openai-stdlib install-as-openai"  # in the file WHEEL, by which a distribution of this module is recognised
REQUIREMENT = "openai-stdlib"
BUNDLED = "_stdlib"  # the library in a distribution that needs no other
ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the first that zip files can have, so equal files make equal zip files
ZIP_MODE = 0o100644 << 16  # a regular file
PUBLIC_WITHOUT_STUBS = ("auth/", "providers/")
_package: Any = sys.modules[__name__.rpartition(".compat.")[0]]

MODULE = '''\
"""The name `openai` for {library}, to which everything is handed on. Made by its command `install-as-openai`."""

try:
    from {source}.compat.install import hand_on
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        "openai: this package hands on to {library}, which cannot be imported ({{}}); install it for this Python, "
        "or uninstall this package: pip uninstall openai".format(error), name=error.name
    ) from None
hand_on(__name__, {models!r})
'''
PACKAGE_STUB = "from {0} import *\n\n__version__: str\n"
MODULE_STUB = "from {0} import *\n"
DYNAMIC_STUB = "from typing import Any\n\nfrom {0} import *\n\ndef __getattr__(name: str) -> Any: ...\n"
METADATA = """\
Metadata-Version: 2.1
Name: {name}
Version: {version}
Summary: The name openai for {library} {library_version}, which stands for the openai package
License: MIT
Requires-Python: >=3.8
"""
# What the extras of the `openai` package are for. The library needs nothing for them, but programs may.
EXTRAS: Dict[str, Tuple[str, ...]] = {
    "aiohttp": ("aiohttp",),
    "bedrock": (),
    "datalib": ("numpy", "pandas"),
    "realtime": ("websockets",),
    "vertex": (),
    "voice-helpers": ("numpy", "sounddevice"),
}


def library_name() -> str:
    """Return the name under which this copy of the library was imported."""
    return str(_package._host_name)


def is_distribution() -> bool:
    """Return whether the library has the name of the distribution that a requirement could install."""
    return library_name().replace("_", "-") == REQUIREMENT


def build_files(
    models: Optional[str] = None, requires_library: bool = True, standalone: bool = False, installer: str = ""
) -> Files:
    """Return the files of the distribution.

    `standalone` includes a copy of the library, `requires_library` makes it a requirement. An installer writes its name
    into what it installs; a wheel has none.
    """
    library = "{}.{}".format(NAME, BUNDLED) if standalone else library_name()
    sources = dict(read_library())
    files = {NAME + "/" + path: text for path, text in _build_stubs(sources, library).items()}
    # Relative, because the name of the folder may change when somebody vendors it.
    source = "." + BUNDLED if standalone else library
    files[NAME + "/__init__.py"] = MODULE.format(library=library, source=source, models=models).encode()
    if standalone:
        files.update(("{}/{}/{}".format(NAME, BUNDLED, path), text) for path, text in sources.items())
    wheel = "Wheel-Version: 1.0\nGenerator: {} ({})\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    requirement = "{}>={}".format(REQUIREMENT, __version__) if requires_library and not standalone else ""
    information = {
        "METADATA": metadata(requirement),
        "WHEEL": wheel.format(GENERATOR, __version__),
        "top_level.txt": NAME + "\n",
    }
    if installer:
        information["INSTALLER"] = installer + "\n"
    files.update(("{}/{}".format(DIST_INFO, name), text.encode()) for name, text in information.items())
    files[DIST_INFO + "/RECORD"] = _build_record(files)
    return files


def metadata(requirement: str = "") -> str:
    """Return the text of METADATA, with a requirement or none."""
    lines = ["Requires-Dist: " + requirement] if requirement else []
    for extra, needed in EXTRAS.items():
        lines.append("Provides-Extra: " + extra)
        lines += ["Requires-Dist: {}; extra == '{}'".format(name, extra) for name in needed]
    head = METADATA.format(name=NAME, version=VERSION, library=library_name(), library_version=__version__)
    return head + "".join(line + "\n" for line in lines)


def build_wheel(files: Files) -> bytes:
    """Return a wheel of the files. The specification wants the metadata at the end."""
    return build_zip({path: files[path] for path in sorted(files, key=lambda path: (path.startswith(DIST_INFO), path))})


def build_zip(files: Files) -> bytes:
    """Return a zip file of the files in their order. Equal files make equal zip files, with the same zlib."""
    import io
    import zipfile

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files:
            entry = zipfile.ZipInfo(path, ZIP_DATE)
            entry.create_system, entry.external_attr = 3, ZIP_MODE  # as on Unix, wherever it is made
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[path])
    return buffer.getvalue()


def digest(content: bytes) -> str:
    """Return the hash of a file as RECORD has it."""
    encoded = base64.urlsafe_b64encode(hashlib.sha256(content).digest())
    return "sha256=" + encoded.rstrip(b"=").decode()


def parse_record(text: str) -> Dict[str, str]:
    """Return the paths that RECORD lists, each with its hash, or "". No path of this module's contains a comma."""
    rows = (line.split(",") for line in text.splitlines() if line.strip())
    return {row[0]: row[1] if len(row) > 1 else "" for row in rows}


def _build_record(files: Files) -> bytes:
    rows = ["{},{},{}".format(path, digest(files[path]), len(files[path])) for path in sorted(files)]
    return "\n".join([*rows, DIST_INFO + "/RECORD,,", ""]).encode()


def read_library(suffixes: Tuple[str, ...] = (".py", ".pyi", ".typed")) -> Iterator[Tuple[str, bytes]]:
    """Yield path and content of each file of the library, which is a folder or lies in a zip file.

    `suffixes` are the ends of the names. Raises OSError if a file cannot be read, ConfigError if there are none.
    """
    folder = _package.__path__[0]
    if os.path.isfile(folder):
        text = "{}: the files of the library were left out of this copy, which is a single file; use {} or another copy"
        raise ConfigError(text.format(folder, REQUIREMENT))
    if not os.path.isdir(folder):
        yield from _read_archive(folder, suffixes)
        return
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            if name.endswith(suffixes):
                path = os.path.join(parent, name)
                with open(path, "rb") as file:
                    yield os.path.relpath(path, folder).replace(os.sep, "/"), file.read()


def _read_archive(folder: str, suffixes: Tuple[str, ...]) -> Iterator[Tuple[str, bytes]]:
    import zipfile

    loader = _package.__spec__.loader
    prefix = os.path.relpath(folder, loader.archive).replace(os.sep, "/") + "/"
    with zipfile.ZipFile(loader.archive) as archive:
        for name in sorted(archive.namelist()):
            if name.startswith(prefix) and name.endswith(suffixes):
                yield name[len(prefix) :], archive.read(name)


def _build_stubs(sources: Files, library: str) -> Files:
    """Return stubs that export what the library's modules with stubs export, and its public ones without."""
    stubs = {"py.typed": b""} if "py.typed" in sources else {}
    if "__init__.pyi" not in sources:  # they have been deleted
        return stubs
    for path in sources:
        stem, extension = os.path.splitext(path)
        module = stem[: -len("/__init__")] if stem.endswith("/__init__") else stem
        name = "{}.{}".format(library, module.replace("/", "."))
        if path == "__init__.pyi":
            stubs[path] = PACKAGE_STUB.format(library).encode()
        elif extension == ".pyi":
            stubs[path] = MODULE_STUB.format(name).encode()
        elif path.startswith(PUBLIC_WITHOUT_STUBS) and stem + ".pyi" not in sources:
            stubs[stem + ".pyi"] = DYNAMIC_STUB.format(name).encode()
    return stubs


def make_distribution(context: Any) -> Any:
    """Return the distribution of a library that stands for `openai` in this process, for importlib.metadata.

    The class derives from one of the module that asks, which may also be the backport importlib_metadata.
    """
    module: Any = sys.modules[type(context).__module__ if context is not None else "importlib.metadata"]
    texts = {"METADATA": metadata(), "top_level.txt": NAME + "\n", "INSTALLER": REQUIREMENT + "\n"}

    class Distribution(module.Distribution):  # type: ignore[misc]
        def read_text(self, filename: Any) -> Optional[str]:
            return texts.get(str(filename))

        def locate_file(self, path: Any) -> Any:
            from pathlib import Path

            return Path(_package.__path__[0]).parent / path

    return Distribution()
