# SPDX-License-Identifier: MIT
"""Run a module against a copy: `python tools/vendored.py [--only chat [--all-parts] | --single-file] pytest …`.

The copy has another name, as in a program that embeds the package. The module runs with the copy as the package under
test, and cannot import the original. The command `vendor` writes the copy; with --only or --single-file, tests of what
it doesn't have are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENDORED = "hostapp._vendor.oai"
# Tests whose programs need what a copy with --only does not have; the others are skipped if they touch it.
FOR_WHOLE_COPIES = (
    "async chunked_uploads cli cli_bad_input cli_commands cli_doctor cli_uploads embedded_server files fork frozen "
    "hosts models official_utilities pages platforms profiles progress providers resources signatures typed_dicts "
    "uploads vendor_command vendoring workload"
).split()
DESELECTED = (
    "test_architecture.py::test_everything_public_has_a_docstring",
    "test_client.py::test_the_tree_is_there_and_says_what_it_is",
    "test_faults.py::test_redirects_that_change_the_method_to_get",
    "test_objects.py::test_flattened_pickle_keeps_classes_identity_and_order",
    "test_operations.py::test_lists_return_the_class_of_page_listed",
    "test_secrets.py::test_command_line_shows_no_secrets",
    "test_secrets.py::test_faults_in_streams_show_no_secrets",
    "test_secrets.py::test_timeouts_show_no_secrets",
    "test_sse.py::test_methods_of_the_official_decoder",
    "test_stream_reader.py::test_events_that_are_nothing_of_the_streams_kind_are_passed_over",
)
# What a copy without these parts does in another way; tests/test_vendor_command.py has tests of that.
FURTHER_PARTS = "deep,hints,http_options,interop,redirects,signatures,socks,sse"
FOR_FURTHER_PARTS = (
    "test_config.py",
    "test_objects.py::test_object_of_any_depth_can_be_dumped_printed_copied_pickled_and_compared",
    "test_secrets.py::test_redirects_send_no_key_of_a_callable_to_another_origin",
    "test_secrets.py::test_redirects_send_no_secrets_to_another_origin",
    "test_url.py::test_malformed_base_url_is_shown_with_the_one_that_is_meant",
    "test_url.py::test_password_in_a_base_url_is_never_shown",
)
SINGLE_FILE_OPTIONS = "--async --cli --helpers --with compat,httpx,recording".split()
SINGLE_FILE_OPTIONS += [
    word for name in "azure bedrock vertex workload profiles".split() for word in ("--provider", name)
]
# Tests that read the sources in the folder of the package; those that copy its files are skipped by the missing folder.
NOT_FOR_SINGLE_FILES = (
    "test_architecture.py::test_no_call_names_an_optional_library",
    "test_architecture.py::test_subpackages_follow_the_import_rules",
    "test_architecture.py::test_the_whole_package_is_inspected",
    "test_architecture.py::test_tools_that_follow_import_statements_find_every_module",
    "test_hosts.py::test_an_older_python_says_which_one_is_needed",
    "test_models.py::test_the_table_is_small_and_plain",
)


def main() -> int:
    """Copy the package and the tests, run the module, and return its exit code."""
    options, arguments = ["--testing"], sys.argv[1:]
    is_single_file = arguments[:1] == ["--single-file"]
    if is_single_file:
        options += SINGLE_FILE_OPTIONS
        arguments = arguments[1:]
        arguments += ["--deselect=tests/" + name for name in NOT_FOR_SINGLE_FILES]
    elif arguments[:1] == ["--only"]:
        chosen = arguments[:2]
        arguments = [*arguments[2:], "-k", "not async"]
        arguments += ["--ignore=tests/test_{}.py".format(name) for name in FOR_WHOLE_COPIES]
        arguments += ["--deselect=tests/" + name for name in DESELECTED]
        if arguments[0] == "--all-parts":
            chosen += ["--docs", "--provider", "vertex", "--with", FURTHER_PARTS]
            arguments = arguments[1:]
        else:
            for name in FOR_FURTHER_PARTS:
                arguments.append("--{}=tests/{}".format("deselect" if "::" in name else "ignore", name))
        options += chosen
    else:
        options.append("--stubs")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        parent, _, name = VENDORED.rpartition(".")
        target = root.joinpath(*parent.split("."))
        target.mkdir(parents=True)
        for package in (target.parent, target):
            (package / "__init__.py").write_text("")
        where = ["--single-file", str(target / (name + ".py"))] if is_single_file else [str(target), "--name", name]
        command = [sys.executable, "-m", "openai_stdlib", "vendor", *where, *options]
        subprocess.run(command, cwd=str(ROOT), check=True)
        shutil.copytree(str(ROOT / "tests"), str(root / "tests"), ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(str(ROOT / "setup.cfg"), str(root))
        environment = {**os.environ, "PACKAGE_UNDER_TEST": VENDORED, "PYTHONPATH": str(root)}
        return subprocess.run([sys.executable, "-m", *arguments], cwd=folder, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
