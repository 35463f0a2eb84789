# SPDX-License-Identifier: MIT
"""Operations by their dotted names, as a client has them: find one, list all, and describe one."""

from __future__ import annotations

import shlex

from ..api import ROOT_RESOURCES, root_resource
from ..api.operation import Operation, SubResource
from .failures import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List, Tuple

# Parameters of every call that make no sense as text, and others that have options of their own.
HIDDEN = ("extra_headers", "extra_query", "extra_body", "timeout", "config", "**")
# Values for examples.
EXAMPLES = {
    "messages": 'messages:=[{"role": "user", "content": "Hello"}]',
    "input": "input=Hello",
    "prompt": "prompt=Hello",
    "purpose": "purpose=batch",
    "voice": "voice=alloy",
}
MODELS = {  # resource -> a model of it
    "audio": "gpt-4o-mini-tts",
    "embeddings": "text-embedding-3-small",
    "images": "gpt-image-1",
    "moderations": "omni-moderation-latest",
    "realtime": "gpt-realtime",
    "videos": "sora-2",
}
FILES = ("file", "image", "mask", "data", "files", "video", "input_reference")
TEXTS = ("str", "Union[str", "Literal", "Optional[str")


def iter_operations() -> Iterator[Tuple[str, Operation]]:
    """Yield the dotted name of each operation, and the operation, in alphabetical order."""
    for root in sorted(ROOT_RESOURCES):
        try:
            yield from _walk(root_resource(root), root)
        except ModuleNotFoundError:  # left out of a vendored copy
            continue


def _walk(resource: Any, path: str) -> Iterator[Tuple[str, Operation]]:
    for name, entry in sorted(resource.table.items()):
        if isinstance(entry, SubResource):
            yield from _walk(entry.resolve(resource), "{}.{}".format(path, name))
        elif type(entry) is not type(None) and hasattr(entry, "path") and hasattr(entry, "response_type"):
            yield "{}.{}".format(path, name), entry


def find_operation(name: str) -> Operation:
    """Return the operation with a dotted name. Raises UsageError, with the nearest names, if there is none."""
    path = name.split(".")
    resource: Any = None
    if path[0] in ROOT_RESOURCES:
        resource = root_resource(path[0])
        for part in path[1:]:
            entry = resource.table.get(part)
            if not isinstance(entry, SubResource):
                if part == path[-1] and hasattr(entry, "response_type"):
                    operation: Operation = entry
                    return operation
                break
            resource = entry.resolve(resource)
        else:
            inner = [known for known, _ in _walk(resource, name)]
            raise UsageError("{}: is a group of operations; choose one: {}".format(name, ", ".join(inner[:12])))
    from difflib import get_close_matches

    known = [known for known, _ in iter_operations()]
    near = get_close_matches(name, known, 3, 0.6) or [other for other in known if path[-1] in other.split(".")][:3]
    hint = "did you mean {}?".format(" or ".join(near)) if near else "`api --list` lists all"
    raise UsageError("{}: unknown operation; {}".format(name, hint))


def list_operations(word: str) -> List[Dict[str, str]]:
    """Return name, method and path of the operations whose name or path contains a word."""
    word = word.lower()
    return [
        {"name": name, "method": operation.method, "path": operation.path}
        for name, operation in iter_operations()
        if word in name.lower() or word in operation.path.lower()
    ]


def describe_operation(name: str, operation: Operation, program: str) -> str:
    """Return the help of an operation: verb, path, parameters, result and an example."""
    lines: List[str] = []
    annotations: Dict[str, str] = {}
    for line in (operation.__doc__ or "").splitlines():
        parameter = line[2:].partition(":")[0].partition(" ")[0] if line.startswith("  ") else ""
        if parameter.startswith(HIDDEN):
            continue
        if parameter:
            annotations[parameter] = line.partition(": ")[2]
        lines.append(line)
    notes = []
    if operation.page:
        notes.append("--all prints the items of all pages, one JSON object in each line.")
    if operation.stream:
        notes.append("stream:=true prints the events as they arrive, one JSON object in each line.")
    if operation.response_type == "binary":
        notes.append("The result is a file: -o FILE saves it.")
    example = " ".join([program, "api", name, *_example_arguments(operation, annotations)])
    text = "{}\n\n{}\n".format(name, "\n".join(lines).strip())
    return "{}{}\nExample:\n  {}\n".format(text, "\n" + "\n".join(notes) + "\n" if notes else "", example)


def _example_arguments(operation: Operation, annotations: Dict[str, str]) -> List[str]:
    arguments = []
    for name in operation.required_names:
        if name == "model" and name not in operation.path_names:
            text = "model=" + MODELS.get(operation.owner.__module__.rpartition(".")[2], "gpt-4o-mini")
        elif name in operation.path_names:
            text = "{}={}".format(name, name.upper())
        elif operation.multipart and name in FILES:
            text = "{}=@FILE".format(name)
        elif name in EXAMPLES:
            text = shlex.quote(EXAMPLES[name])
        else:
            is_text = annotations.get(name, "str").startswith(TEXTS)
            text = "{}{}".format(name, "=TEXT" if is_text else ":=JSON")
        arguments.append(text)
    if operation.response_type == "binary":
        arguments += ["-o", "FILE"]
    return arguments
