# SPDX-License-Identifier: MIT
"""The first page of the reference, and the page about what all calls have in common."""

from __future__ import annotations

from typing import Dict, List

from openai_stdlib.api.chat import Completions
from openai_stdlib.api.signatures import OPTIONS, signature_of

from .annotations import annotation_text, union_members
from .markdown import HEAD, alternatives, code, fill, table
from .subjects import PAGES

# Option of a call -> what it does.
OPTION_MEANINGS = {
    "extra_headers": "headers to add, or to replace; `omit` as a value removes one",
    "extra_query": "parameters to add to the query",
    "extra_body": "fields to add to the body, for parameters that this library does not know; merged over it",
    "timeout": "a limit in seconds, or a [`Timeout`](python_limits.md#timeout); None for no limit",
    "config": "a [`Config`](python_configuration.md#config), for any other option of the client",
    "on_event": "a [hook](../observability.md), in place of the client's",
    "ledger_label": "the label under which a [ledger](../usage_and_cost.md) counts the call",
    "cancel": "a [`CancelToken`](python_limits.md#canceltoken), which can end the call",
}
# Types of arguments that stubs import from `_types`, and what they are.
ARGUMENT_TYPES = {
    "FileTypes": "a file: bytes, an open binary file, a path object, or a tuple of file name, content, content "
    "type and headers; see [Files and uploads](../files_and_uploads.md)",
    "SequenceNotStr": "a list, a tuple or another sequence, but not a text",
    "Headers": "a mapping of texts; `omit` as a value removes a header",
    "Query": "a mapping",
    "Body": "a mapping, or another value that JSON can represent",
    "TimeoutTypes": "a `Timeout`, or one of httpx",
    "EventHook": "a function that takes the name of an event and a dict of its fields",
    "HeadersLike": "a mapping of texts, or another object with a method `get`",
}


def build_index(titles: Dict[str, str]) -> str:
    """Return the index. `titles` are the sentences of the pages of resources."""
    parts = [
        "# Reference",
        fill(
            "All operations of the API, and all public names of the Python packages. The pages are made from the "
            "table of operations, the type stubs and the docstrings. For explanations with examples, see the "
            "[guides](../index.md)."
        ),
        "## In a terminal or editor",
        fill(
            "The same is available where you work. In a copy of the package without stubs, signatures have the "
            "required parameters alone."
        ),
        table(
            ("where", "how"),
            [
                (
                    "command line",
                    "`python -m openai_stdlib api --list files` lists operations with this word in name or path",
                ),
                (
                    "command line",
                    "`python -m openai_stdlib api files.create --help` shows one operation, with an example",
                ),
                ("Python prompt", "`help(client.files.create)`, `help(openai_stdlib.RetryPolicy)`"),
                ("program", "`inspect.signature(client.files.create)`"),
                ("editor", "completion and hover, from the [stubs](../types.md) in the package"),
            ],
        ),
        "## Operations",
        _list(
            {
                "operations": "all operations in one table",
                "call_options": "options of all calls, and how they are sent",
                **titles,
            }
        ),
        "## Python API",
        _list({page.name: page.title for page in PAGES}, is_python=True),
        fill(
            "Modules and names whose names begin with an underscore are not public, and may change at any time. "
            "The other modules below `openai_stdlib.lib` have the names that programs written for the `openai` "
            "package import."
        ),
    ]
    return HEAD + "\n\n".join(parts) + "\n"


def _list(pages: Dict[str, str], is_python: bool = False) -> str:
    lines: List[str] = []
    for name, text in pages.items():
        lines.append("- [{}]({}.md){}".format(text if is_python else name, name, "" if is_python else ": " + text))
    return "\n".join(lines)


def build_call_options() -> str:
    """Return the page about options of calls, how calls are sent, and what they return."""
    described = signature_of(Completions.create, Completions).parameters
    rows = []
    for name in OPTIONS:
        members = union_members(annotation_text(described[name].annotation))
        rows.append((code(name), alternatives(members), OPTION_MEANINGS[name]))
    parts = [
        "# Call options",
        fill(
            "All operations take these arguments, besides their own. So do helpers that make calls, as far as they "
            "apply. None of them is required."
        ),
        table(("argument", "type", "meaning"), rows),
        "## How parameters are sent",
        fill(
            'The last id of a path may be passed by position: `client.files.retrieve("file-123")`. All other '
            "parameters are keywords. The column without a title on the pages of operations says whether a "
            "parameter is required, and how it is sent if that is unusual."
        ),
        table(
            ("parameter", "is sent"),
            [
                ("named in the braces of a path: required, `str`", "in the path, with special characters escaped"),
                ("any other, of GET and DELETE", "in the query"),
                ("any other, of POST", "in a JSON body, or as `multipart/form-data` if the page says so"),
                ("marked query or header", "there, whatever the method"),
                ("a name that is not listed", "as the others are: new parameters of the API work at once"),
            ],
        ),
        fill("[Configuration](../configuration.md) lists the types of values that can be sent."),
        "## Types of parameters",
        fill(
            "A type that is not built in is a `TypedDict`, a union or a literal below `openai_stdlib.types`; the "
            "end of each page tells its module. At run time, dicts, lists and text will do. These are further "
            "types:"
        ),
        table(("type", "values"), [(code(name), text) for name, text in ARGUMENT_TYPES.items()]),
        "## What calls return",
        table(
            ("the page says", "result"),
            [
                ("the name of a model", "an [`APIObject`](python_results.md#apiobject) of that class"),
                (
                    "`SyncCursorPage` … of",
                    "a [page](../pagination.md); iterating over it yields the items of all pages",
                ),
                ("a stream of", "a [`Stream`](python_results.md#stream), if `stream=True` is passed"),
                ("`BinaryContent`", "the bytes, with methods to save them"),
                ("None", "nothing: the server only confirms"),
            ],
        ),
        fill(
            "With [`AsyncOpenAI`](python_clients.md#asyncopenai), calls are awaited; results are `AsyncStream` and "
            "`AsyncCursorPage` then, and lists can also be used in `async for` at once."
        ),
        fill(
            "`client.files.with_raw_response.retrieve(…)` and `client.files.with_streaming_response.retrieve(…)` "
            "are the same call, but return the [HTTP response](../raw_responses.md). All operations have both."
        ),
        fill("All calls raise [errors](python_errors.md)."),
    ]
    return HEAD + "\n\n".join(parts) + "\n"
