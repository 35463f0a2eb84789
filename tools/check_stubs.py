# SPDX-License-Identifier: MIT
"""Check the type stubs of the installed package: no type of a public name is unknown, and stubs agree with run time.

    python tools/check_stubs.py

It needs pyright and mypy. What stubs and run time have different on purpose is in DIFFERENCES, each with the reason.
"""

from __future__ import annotations

import importlib
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Dict, List, Tuple

from openai_stdlib.api import ROOT_RESOURCES
from openai_stdlib.api.flat_functions import FUNCTIONS

PACKAGE = "openai_stdlib"
TRANSPORTS = "openai_stdlib_transports"
# Modules whose types checkers may infer: the operation tables, which no program imports. Programs see the stubs of
# resources/ instead, and a type beside each entry would say the same word 500 times.
# The same for what has classes of another library as bases.
INTERNAL = ("openai_stdlib.api.", "openai_stdlib.compat.pydantic_base.", "openai_stdlib.compat.install.")
RESOURCES = "|".join([*ROOT_RESOURCES, *FUNCTIONS])
# (pattern of "name message", reason); one that matches nothing is reported.
DIFFERENCES: Tuple[Tuple[str, str], ...] = (
    # Modules
    (
        r"\.lib\.(streaming|beta|live|responses_websocket)\.[\w.]+ is not present in stub$",
        "private modules have all names of the public one",
    ),
    (r"\.__main__ failed to import\. SystemExit", "it is the command line"),
    (r"\.__all__ is not present in stub$", "star imports of names that are made lazily need it; checkers do not"),
    (r"\.testing\.__all__ names exported", "it is made from a table; checkers see the imports"),
    (r"\.types\.live\.decision\w+\.__all__ names exported", "models of web sockets: only the main name is listed"),
    # Types that only checkers need
    (
        r"\.(api|bulk|call|cli|config|connections|helpers|hooks|providers|rate_limits|recording|results|testing|"
        r"transport|usage)\.[a-z_.0-9]+\.[A-Z]\w* is not present at run",
        "aliases and imported types below TYPE_CHECKING; these modules have no stubs",
    ),
    (r"\._(legacy_)?response\.(P|R|BaseAPIResponse) is not present at runtime", "type variables and a generic base"),
    (
        r"\._(legacy_)?response\.(async_)?to_(\w+_)?response_wrapper is not present at runtime",
        "checkers infer the types of raw responses from these functions",
    ),
    (
        r"\._client\.(Async)?OpenAIWith(Raw|Streamed)Response is not present at runtime",
        "a view has no class of its own",
    ),
    # The client
    (r"^openai_stdlib\.({}) variable differs .*\.(Package|Callable)Resource$".format(RESOURCES), "made when accessed"),
    (r"^openai_stdlib\.({}) is not a function$".format("|".join(FUNCTIONS)), "a callable object"),
    (
        r'\.__init__ is inconsistent, runtime parameter "(max_retries|timeout)" has a default value .*\.Unset,',
        "UNSET is the internal default; the official name for it is `not_given`",
    ),
    (r'_response\.\w+\.parse is inconsistent, runtime parameter "to" has a default value', "the stub has overloads"),
    (
        r'\._(legacy_)?response\.\w+\.__init__ is inconsistent, stub does not have parameter "\w+"$',
        "only the library makes responses",
    ),
    (
        r"\.(resources\.\S+|{}) is inconsistent, cannot reconcile @property on stub".format(RESOURCES),
        "a descriptor that loads the resource",
    ),
    (r"\.__dict__ is inconsistent, cannot reconcile @property on stub", "with the fields of a model, or of a module"),
    # Resources
    (
        r'\.resources\.\S+ is inconsistent, runtime parameter "config" has a default value',
        "signatures show that it is not given",
    ),
    (
        r"\.resources\.\S+ is inconsistent, (stub does not have parameter \"(on_event|ledger_label|cancel)\"|"
        r"runtime does not have \*\*kwargs parameter \"options\")$",
        "stubs have the options of calls as one TypedDict, signatures show each of them",
    ),
    (
        r"\.resources\.\S+With(Raw|Streaming)Response\.__init__ is inconsistent, stub parameter",
        "only the library makes views",
    ),
    (r"\.resources\.\S+With(Raw|Streaming)Response\.\w+ is not present at runtime$", "made when first accessed"),
    (r"\.resources\.\S+ is not present in stub$", "names of the tables, and of the modules inside"),
    (r"\.resources\.\S+ is inconsistent, runtime parameter", "overloads are one signature; helpers have own defaults"),
    (r'\.resources\.\S+ is inconsistent, stub parameter "\w+" differs', "helpers have an order of their own"),
    (
        r"\.resources\.\S+Connection\.\w+ variable differs from runtime type \S+\.NestedEventResource$",
        "a descriptor that makes the group of events",
    ),
    (r"\.api\.\S+ variable differs from runtime type def \(self", "an operation acts as a method of its class"),
    (r"\.lib\.(streaming|beta|live)\.\S+\.__init__ is inconsistent", "only the library makes streams and events"),
    (
        r"\.lib\.(streaming|beta|live)\.\S+ is (not present at runtime|read-only at runtime)",
        "for checkers, or computed",
    ),
    (r"\.(Async)?(OpenAI|Client|APIClient)\.request is inconsistent, runtime parameter", "it also takes options"),
    (r"\.BaseClient\.\w+ is not present in stub$", "descriptors that load their values"),
    (r"\.compat\.(pydantic_base|http_clients)\.\S+ is not present in stub$", "made with other libraries, if installed"),
    (r"\._response\.\w+\.__\w+__ is not present in stub$", "the stub is generic"),
    (r"\._types\.(Base)?Transport\.\w+ is not present at runtime$", "a protocol that needs no class at run time"),
    # Models
    (r"\._models\.\w+\.(_?_?\w+) is not present in stub$", "what pydantic's models have, for the few who ask"),
    (r"\.APIObject\.__\w+__ is not present in stub$", "what pydantic's models have, for the few who ask"),
    (r"\.types\.\S+ is not a recognised type alias$", "annotated unions, made when they are touched"),
    (
        r"\.(_types|_data_residency|compat\.annotations|lib\.streaming\.responses\._events)\.\w+ is not a Union$",
        "literals",
    ),
    (r"\._types\.\w+ is (not present at runtime$|not a type$|a disjoint base)", "types that only checkers need"),
    (r"\._types\.HeadersLikeProtocol\.get is inconsistent", "the name of the parameter does not count"),
    (r"\._streaming\.\w+\.__stream__ is not present in stub$", "for subclasses of the official ones"),
    (r"\._response\.\w+\.(retries_taken is read-only|set_default_type is not present)", "for the library itself"),
    (r"\.APIObject\.(model|parse)_\w+ is not present in stub$", "what pydantic's models have, for the few who ask"),
    (r"\.lib\.(streaming\.agents|live)\._\w+ failed to import", "private modules, from which stubs import types"),
    (r"\.lib\.streaming\._deltas\.accumulate_delta is inconsistent", "its parameters have other names"),
    (r"\.ResponseCompletedEvent\.response variable differs", "a descriptor of the field"),
    (r"\.SyncAPIClient\.request is inconsistent, runtime parameter", "it also takes options"),
    (
        r"\.(compat|client|helpers)\.\S+ is (not present|not a type alias|not a Union|inconsistent, metaclass)",
        "made at run time, or for checkers only",
    ),
    (r"\.FinalRequestOptions\.model_construct variable differs", "an alias"),
    (r"\.(BaseAzureClient|ReconnectingEvent)\.__init__ is inconsistent", "only the library makes them"),
    (r"\.types\.\S+\.[A-Z]\w*\.\w+ is read-only at runtime but not in the stub$", "`__setattr__` of the base sets it"),
    (
        r"\.types\.\S+ variable differs from runtime type \S+\.(Nested|ClientSide|Float|_Stub)Field$",
        "a descriptor of the field",
    ),
    (r'\.types\.\S+\.__init__ is inconsistent, stub does not have \*args parameter "args"$', "it also takes a mapping"),
    (r"\.types\.\S+ is not a Union$", "unions are of models only; one model remains"),
    (r"\.pagination\.\w+Page\.__init__ .* stub does not have \*args parameter", "it also takes a mapping"),
    (r"\.pagination\.\w+Page\.data is read-only at runtime but not in the stub$", "`__setattr__` of the base sets it"),
    (r"\.pagination\.AsyncPaginator\.__class_getitem__ is not present in stub$", "the stub is generic"),
    (r"\._models\.\w+\.model_validate(_json)? is inconsistent, stub is a classmethod", "a descriptor that loads it"),
    # Modules without a stub, which mypy compares with themselves
    (
        r"\.(function_signature|find_operation|build_routes|make_vector|make_vector_json|_cached_schema|parse_authority|"
        r"_read_signature|_read_stub|_read_call_options|_cached_adapter|_describe|_annotations|"
        r"find_imports|remove_docs|conditions_of|table_of) "
        r"is inconsistent, .*(args|\bstub does not)",
        "functions with a cache",
    ),
    (r"\.(BaseResponse|LegacyAPIResponse)\.\w+ is read-only at runtime but not in the stub$", "descriptors"),
    (r"\.results\.objects\.APIObject\.(construct|model_fields) variable differs", "an alias and a descriptor"),
    (r"\.IncompleteStreamError\.received variable differs from runtime type tuple", "the default of a sequence"),
    (r"\.CallableResource\.__doc__ is read-only", "made when it is read"),
    (r"\.ConnectionSemaphore\._queue_module is not present at runtime", "a private attribute that subclasses set"),
)
# What stands for a class that has no class at run time -> reason. Only its name is compared.
PLACEHOLDERS: Tuple[Tuple[Any, str], ...] = ((dict, "parameters are plain dicts"),)


def run(*command: str) -> str:
    """Return what a command prints, in an empty folder so that it sees the installed package."""
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=900)
    return process.stdout.decode()


def find_unknown_types() -> List[str]:
    """Return the public names whose type is unknown, partially unknown, or inferred differently by other checkers."""
    unknown: List[str] = []
    for package in (PACKAGE, TRANSPORTS):
        output = run(sys.executable, "-m", "pyright", "--verifytypes", package, "--ignoreexternal", "--outputjson")
        report: Dict[str, Any] = json.loads(output[output.index("{") :])
        exported = [symbol for symbol in report["typeCompleteness"]["symbols"] if symbol["isExported"]]
        if not exported:
            unknown.append("{}: pyright found no names; install it, and activate its environment".format(package))
        unknown += [
            symbol["name"]
            for symbol in exported
            if not symbol["isTypeKnown"] and not symbol["name"].startswith(INTERNAL)
        ]
    return unknown


def find_differences() -> List[str]:
    """Return where stubs and run time differ without a reason, by mypy's stubtest; and reasons that are not needed."""
    lines = run(sys.executable, "-m", "mypy.stubtest", PACKAGE, "--concise").splitlines()
    if lines and lines[0].startswith("error:"):  # mypy refuses the stubs
        return lines
    return find_unexplained(lines)


def find_unexplained(lines: List[str]) -> List[str]:
    """Return the lines of stubtest that have no reason, and the reasons that no line needs."""
    unused = {pattern for pattern, _ in DIFFERENCES} | {repr(value) for value, _ in PLACEHOLDERS}
    differences = []
    for line in lines:
        reasons = [pattern for pattern, _ in DIFFERENCES if re.search(pattern, line)] or describe_placeholder(line)
        unused.difference_update(reasons)
        if not reasons:
            differences.append(line)
    return differences + ["not needed in {}: {}".format(Path(__file__).name, reason) for reason in sorted(unused)]


def describe_placeholder(line: str) -> List[str]:
    """Return the text of the placeholder that a line of stubtest is about, in a list that is empty if there is none."""
    name, _, message = line.partition(" ")
    if not name.startswith(PACKAGE + ".") or message.startswith("failed to import"):
        return []
    value, rest = resolve(name)
    if message.startswith("is not present in stub") and not rest:
        return []
    return [repr(placeholder) for placeholder, _ in PLACEHOLDERS if value is placeholder]


def resolve(name: str) -> Tuple[Any, str]:
    """Return the value of the name in the module that a dotted name begins with, and what follows it."""
    path = name
    attributes: List[str] = []
    while path not in sys.modules:
        try:
            importlib.import_module(path)
        except ImportError:
            path, _, attribute = path.rpartition(".")
            attributes.insert(0, attribute)
    value = getattr(sys.modules[path], attributes[0], None) if attributes else sys.modules[path]
    return value, ".".join(attributes[1:])


def main() -> int:
    """Run both checks; return the exit code."""
    unknown, differences = find_unknown_types(), find_differences()
    for title, problems in (("unknown types", unknown), ("differences between stubs and run time", differences)):
        print("{}: {}".format(title, len(problems)))
        for problem in problems[:60]:
            print("  " + problem)
    return 1 if unknown or differences else 0


if __name__ == "__main__":
    sys.exit(main())
