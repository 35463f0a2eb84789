# SPDX-License-Identifier: MIT
"""The table of models as names: which module has which, and where a name that stands in one is to be found.

Reads model_data_chat.py and model_data.py, a section at a time and only when it is asked for; the notation is explained
in tools/models.py. Makes no classes: models.py does.
"""

from __future__ import annotations

from _thread import allocate_lock

from . import model_data_chat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, Iterator, List, Optional, Sequence, Tuple

    ModelPath = Tuple[str, str]  # the path of a module below `types`, and a name in it


class Section:
    """One part of the table: `modules` has for each path the names in it, with the rest of their lines."""

    def __init__(self, text: str) -> None:
        self.modules: Dict[str, Dict[str, str]] = {}
        self.modules_by_name: Dict[str, List[str]] = {}
        package = ""
        here: Dict[str, str] = {}
        for line in text.splitlines():
            if line.startswith("@@"):
                package = line[2:] + "." if line[2:] else ""
                continue
            if line.startswith("! "):
                here.update(dict.fromkeys(line[2:].split(), "!"))
                continue
            name, _, rest = line.lstrip("*").partition(" ")
            if line[0] in "@*":
                here = self.modules[package + (snake_case(name) if line[0] == "*" else name[1:])] = {}
            if line[0] != "@":
                here[name] = rest
        for path, names in self.modules.items():
            for name, rest in names.items():
                if rest != "!":
                    self.modules_by_name.setdefault(name, []).append(path)


_read: Dict[int, Section] = {}
_lock = allocate_lock()


def snake_case(name: str) -> str:
    """Return the name of the module that a model's name gives: ChatCompletion, chat_completion; APIKey, api_key."""
    made = ""
    for place, letter in enumerate(name):
        after = name[place + 1 : place + 2]
        if letter.isupper() and place and (not name[place - 1].isupper() or after.islower()):
            made += "_"
        made += letter.lower()
    return made


def packed_sections() -> Sequence[Tuple[str, str]]:
    """Return the sections after the first, packed; they are imported when they are first needed."""
    from .model_data import SECTIONS

    return SECTIONS


def section_text(number: int) -> str:
    """Return a section as text."""
    if not number:
        return model_data_chat.TEXT
    import zlib
    from binascii import a2b_base64

    return zlib.decompress(a2b_base64(packed_sections()[number - 1][1])).decode("utf-8")


def section(number: int) -> Section:
    """Return a section, read now if need be."""
    if number not in _read:
        with _lock:
            if number not in _read:
                _read[number] = Section(section_text(number))
    return _read[number]


def section_for(near: str) -> int:
    """Return the number of the section that describes a package; the last one has what no other says it has."""
    top = near.partition(".")[0]
    if top in model_data_chat.PACKAGES.split(" "):
        return 0
    found = [number for number, (packages, _) in enumerate(packed_sections(), 1) if top in packages.split(" ")]
    return found[0] if found else len(packed_sections())


def section_order(near: str) -> List[int]:
    """Return the numbers of all sections, that of a package first."""
    found = section_for(near)
    return [found] + [number for number in range(len(packed_sections()) + 1) if number != found]


def module(path: str) -> Optional[Dict[str, str]]:
    """Return the names of a module, or None if there is no such module."""
    top = path.rpartition(".")[0]
    return section(section_for(top)).modules.get(path)


def packages() -> Iterator[str]:
    """Yield the packages below `types`."""
    for number in range(len(packed_sections()) + 1):
        for path in section(number).modules:
            yield path.rpartition(".")[0]


def modules_of(package: str) -> List[str]:
    """Return the paths of the modules that are directly in a package."""
    return [path for path in section(section_for(package)).modules if path.rpartition(".")[0] == package]


def locate(name: str, context: str = "") -> Optional[ModelPath]:
    """Return where a name is that stands in the module or package `near`, or None if it is nowhere."""
    if name.startswith("."):
        name = context.rpartition(".")[0] + name
    prefix, _, name = name.rpartition(".")
    if prefix:
        return (prefix, name) if name in (module(prefix) or ()) else find_in_package(prefix, name)
    own = None if context in model_data_chat.PACKAGES.split(" ") else module(context)  # a call about chat loads no more
    if own is not None:
        if own.get(name, "!") != "!":
            return context, name
        context = context.rpartition(".")[0]
    found = find_in_package(context, name)
    if found is None:
        for number in section_order(context):
            homes = section(number).modules_by_name.get(name)
            if homes:
                return _preferred_module(homes, name), name
    return found


def find_in_package(package: str, name: str) -> Optional[ModelPath]:
    """Return where a package has a name, in the module that is named like it if there are several."""
    homes = section(section_for(package)).modules_by_name.get(name, ())
    inside = [path for path in homes if path.rpartition(".")[0] == package]
    return (_preferred_module(inside, name), name) if inside else None


def _preferred_module(homes: List[str], name: str) -> str:
    return next((path for path in homes if path.rpartition(".")[2] == snake_case(name)), homes[0])
