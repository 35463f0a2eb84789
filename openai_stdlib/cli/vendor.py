# SPDX-License-Identifier: MIT
"""The `vendor` command: copy the library, or the parts of it that a program needs, into the program."""

from __future__ import annotations

import keyword
import os

from ..call.errors import ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any, List, Sequence

    from .vendored_copy import Options

PACKAGE = __name__.rpartition(".cli.")[0].rpartition(".")[2]
EPILOG = """\
Exit codes: 0 it is done, or the copy is as it was written; 1 refused, the copy was changed, or files cannot be written;
2 wrong usage.
"""
SWITCHES = {
    "async": "AsyncOpenAI",
    "helpers": "event streams, structured output, tools, polling, uploads of large files",
    "testing": "the embedded server and the transport contract",
    "cli": "the command line",
    "stubs": "type stubs",
}


def add_parser(subparsers: Any) -> None:
    """Add the command to a parser's subcommands."""
    parser = subparsers.add_parser(
        "vendor",
        help="copy the library into a program",
        description="Write a copy of the library, with its licence and a manifest, into a folder or a zip file. "
        "Without --only, it has everything but testing and type stubs; with it, no docstrings and comments.",
        epilog=EPILOG,
    )
    parser.add_argument(
        "folder",
        nargs="?",
        metavar="DIR",
        help="the folder to write the package into, or the copy to check",
    )
    parser.add_argument("--name", help="the name of the package (default: {})".format(PACKAGE))
    parser.add_argument("--only", metavar="FAMILY,…", help="only these resources of the client: chat,files")
    for part, description in SWITCHES.items():
        parser.add_argument("--" + part, action="store_true", help="with --only: add " + description)
    parser.add_argument("--provider", action="append", default=[], metavar="NAME", help="add a provider: azure, groq …")
    parser.add_argument(
        "--with", dest="further", action="append", default=[], metavar="PART,…", help="add parts: raw …"
    )
    docs = parser.add_mutually_exclusive_group()
    docs.add_argument("--docs", action="store_true", help="with --only: keep docstrings and comments")
    docs.add_argument("--no-docs", action="store_true", help="without --only: leave out docstrings and comments")
    parser.add_argument("--check", action="store_true", help="list what was changed since the copy was written")
    parser.add_argument("--update", action="store_true", help="write the copy again with the options of its manifest")
    parser.add_argument("--force", action="store_true", help="overwrite a copy that was changed")
    parser.add_argument("--zip", metavar="FILE", help="write a zip file, for AWS Lambda and zipimport")
    parser.add_argument("--single-file", metavar="FILE", help="write one module, of all resources or those of --only")
    parser.add_argument("--compile", action="store_true", help="add bytecode for this Python")
    parser.add_argument("--license", metavar="FILE", help="the licence of the library, if it is not found")
    parser.add_argument("--json", action="store_true", help="print a line of JSON for each copy or file")
    parser.set_defaults(run=run, usage_error=parser.error)


def run(arguments: Namespace) -> int:
    """Write, check or update a copy. Returns the exit code."""
    _check_usage(arguments)
    try:
        # It needs the folder compat.
        from . import vendor_target  # noqa: F401  # pyright: ignore[reportUnusedImport]
    except ModuleNotFoundError as error:
        raise ConfigError("vendor: {}; run the command of the complete library".format(error)) from None
    try:
        if arguments.check:
            return _check(arguments)
        if arguments.update:
            return _update(arguments)
        return _write(arguments)
    except OSError as error:
        named = arguments.single_file or arguments.zip or arguments.folder
        target = error.filename if isinstance(error.filename, str) else named
        text = "{}: {}; nothing was changed; choose a place with enough room that you may write to"
        raise ConfigError(text.format(target, error.strerror or error)) from None


def _check_usage(arguments: Namespace) -> None:
    """Exit with 2 for options that exclude each other."""
    fail = arguments.usage_error
    is_existing = arguments.check or arguments.update
    if arguments.single_file and (
        arguments.folder or arguments.zip or arguments.name or arguments.compile or is_existing
    ):
        fail("--single-file: not allowed with DIR, --name, --zip, --compile, --check or --update")
    if not arguments.folder and (is_existing or not (arguments.zip or arguments.single_file)):
        fail("DIR: is missing" + ("" if is_existing else "; give DIR, or --zip FILE"))
    if arguments.check and arguments.update:
        fail("--check: not allowed with --update")
    if is_existing:
        chosen = [part for part in SWITCHES if getattr(arguments, part)]
        chosen += ["only", "provider", "further", "zip", "compile", "docs", "no_docs"]
        if any(getattr(arguments, name) for name in chosen):
            fail("--check and --update: take their options from the manifest; leave the others out")
    if arguments.single_file:
        name, extension = os.path.splitext(os.path.basename(arguments.single_file))
        if extension != ".py" or not _is_name(name):
            fail("--single-file: {!r} is not the name of a module; give NAME.py".format(arguments.single_file))
    elif arguments.name is not None and not _is_name(arguments.name):
        fail("--name: {!r} is not a valid name of a package".format(arguments.name))


def _is_name(name: str) -> bool:
    return name.isidentifier() and not keyword.iskeyword(name)


def _report(arguments: Namespace, text: str, state: str, path: str, **further: Any) -> None:
    """Print what was done to a copy or a file of it: as text, or with --json as one line of JSON."""
    from .terminal import print_json

    if arguments.json:
        print_json({"state": state, "path": path, **further}, lines=True)
    else:
        print(text)


def _check(arguments: Namespace) -> int:
    from .vendor_files import find_copies

    code = 0
    for copy in find_copies(arguments.folder, arguments.name, read_command):
        changes = copy.find_changes()
        for line in changes:
            kind, _, path = line.partition(": ")
            _report(arguments, "{}: {}".format(kind, copy.name_file(path)), kind, copy.name_file(path))
        if changes:
            code = 1
        else:
            count = len(copy.manifest["files"])
            files = "1 file is as it was" if count == 1 else "{} files are as they were".format(count)
            _report(arguments, "{}: {} written".format(copy.path, files), "unchanged", copy.path, files=count)
    return code


def _update(arguments: Namespace) -> int:
    from .vendor_files import find_copies
    from .vendor_target import check_changes, check_version

    copies = find_copies(arguments.folder, arguments.name, read_command)
    for copy in copies:  # all, before the first is written
        check_changes(copy, arguments.force)
        check_version(copy, arguments.force)
    for copy in copies:
        _check_choice(copy.options)
        before = copy.manifest.get("version")
        figures = copy.rewrite(arguments.license, arguments.force)
        text = "{}: is up to date".format(copy.path) if figures is None else "{} (was {})".format(figures, before)
        _report(arguments, text, "up to date" if figures is None else "written", copy.path, previous_version=before)
    return 0


def _write(arguments: Namespace) -> int:
    from .vendor_target import describe, write_folder, write_zip
    from .vendored_copy import build_copy

    options = read_options(arguments)
    if arguments.single_file:
        return _write_single_file(arguments, options)
    files = build_copy(options, arguments.license)
    if arguments.zip:
        write_zip(arguments.zip, options, files)
        size = os.path.getsize(arguments.zip)
        text = "{}, {:,} bytes compressed".format(describe(options, files, arguments.zip), size)
        _report(arguments, text, "written", arguments.zip, name=options.name, files=len(files), bytes=size)
    if arguments.folder:
        where = os.path.join(arguments.folder, options.name)
        is_new = write_folder(os.path.abspath(arguments.folder), options, files, arguments.force)
        text = describe(options, files, where) if is_new else "{}: is up to date".format(where)
        size = sum(map(len, files.values()))
        state = "written" if is_new else "up to date"
        _report(arguments, text, state, where, name=options.name, files=len(files), bytes=size)
    return 0


def _write_single_file(arguments: Namespace, options: Options) -> int:
    from .vendor_target import build_module, describe_module, write_single_file

    content = build_module(arguments.single_file, options, arguments.license)
    write_single_file(arguments.single_file, content, arguments.force)
    text = describe_module(arguments.single_file, content)
    _report(arguments, text, "written", arguments.single_file, bytes=len(content))
    return 0


def read_command(command: str) -> Options:
    """Return the options of a command, as `command_line` returns it."""
    from argparse import ArgumentParser
    from shlex import split

    parser = ArgumentParser(prog="vendor")
    add_parser(parser.add_subparsers())
    return read_options(parser.parse_args(split(command)[3:]))


def read_options(arguments: Namespace) -> Options:
    """Return the options of a copy. Raises ConfigError for unknown families and parts."""
    from .vendor_parts import FURTHER, PARTS, PROVIDERS
    from .vendored_copy import Options

    providers, further = _split(arguments.provider), _split(arguments.further)
    only = None if arguments.only is None else _split([arguments.only])
    chosen = [part for part in SWITCHES if getattr(arguments, part)]
    chosen += providers + further
    options = Options(
        arguments.name or PACKAGE,
        None if only is None else tuple(sorted(set(only))),
        tuple(part for part in PARTS if part in chosen) + tuple(part for part in chosen if part not in PARTS),
        arguments.docs or not (arguments.no_docs or only is not None),
        arguments.compile,
    )
    _check_known("--provider", providers, PROVIDERS, "provider")
    _check_known("--with", further, tuple(FURTHER), "part")
    _check_choice(options)
    return options


def _check_choice(options: Options) -> None:
    """Raise ConfigError for families and parts that this library does not have."""
    from .vendor_parts import FAMILIES, PARTS

    if options.only is not None:
        if not options.only:
            raise ConfigError("--only: names no family; give one or more of {}".format(", ".join(FAMILIES)))
        _check_known("--only", options.only, FAMILIES, "family")
    _check_known("parts", options.parts, PARTS, "part")


def _check_known(option: str, names: Sequence[str], known: Sequence[str], what: str) -> None:
    """Raise ConfigError for the first unknown name, with the nearest known one."""
    from difflib import get_close_matches

    for name in names:
        if name not in known:
            near = get_close_matches(name, known, 1, 0.5)
            hint = "did you mean {}?".format(near[0]) if near else "expected {}".format(", ".join(known))
            raise ConfigError("{}: unknown {} {!r}; {}".format(option, what, name, hint))


def _split(values: Sequence[str]) -> List[str]:
    """Return the names in comma-separated lists."""
    return [name.strip() for value in values for name in value.split(",") if name.strip()]
