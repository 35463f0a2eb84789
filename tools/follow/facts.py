# SPDX-License-Identifier: MIT
"""What is known about a package, as plain values that travel as JSON.

`Flat` facts are what is compared: kind of thing -> {name: description}. A name that contains a blank belongs to the
thing before the blank: the parameter "files.create purpose" to the operation "files.create".
"""

from __future__ import annotations

from typing import Any, Dict, Iterable, List, NamedTuple

Flat = Dict[str, Dict[str, str]]

# Kind -> the kind of what a name of it belongs to. What belongs to something missing is not reported.
PARENTS = {
    "parameter": "operation",
    "required": "operation",
    "result": "operation",
    "page": "operation",
    "stream": "operation",
    "beta header": "operation",
    "credential": "operation",
    "accept header": "operation",
    "content type": "operation",
    "field order": "operation",
    "empty body": "operation",
    "deprecation": "operation",
    "nested alias": "operation",
    "nested format": "operation",
    "helper argument": "helper",
    "field": "model",
    "event": "event union",
    "client option": "client",
    "copy option": "client",
    "error base": "error",
    "module name": "module",
}
# Kinds that openai_stdlib copies from the official package, so that what is no longer there has to go.
COPIED = ("row", "type", "field", "event")


class OperationFacts(NamedTuple):
    """One operation as its client shows it and sends it."""

    name: str  # "chat.completions.create"
    method: str
    path: str  # with {names}, and with a query that is always sent
    parameters: Dict[str, str]  # name -> where it travels, see wire.locate
    files: List[str]  # parameters that take a file
    required: List[List[str]]  # alternatives, without those in the path
    result: str  # "ChatCompletion", "SyncCursorPage[FileObject]", "None"
    package: str  # of the result's model, below `types`: "chat"
    stream: str  # model of the events, "" if there are none
    beta: str  # OpenAI-Beta header
    credential: str  # "bearer" or "admin_api_key"
    accept: str
    content_types: List[str]  # of a call with all parameters, and of one with the required ones if it differs
    field_order: List[str]  # of a JSON body
    has_empty_body: bool  # if nothing but the required parameters is passed
    is_deprecated: bool

    @property
    def page(self) -> str:
        """The class of the page, "" if the result is none."""
        return self.result.partition("[")[0] if "Page[" in self.result else ""

    @property
    def model(self) -> str:
        """The model of the result, or of a page's items."""
        return self.result.partition("[")[2].rstrip("]") if self.page else self.result

    @property
    def is_binary(self) -> bool:
        """Whether the result is bytes."""
        return "BinaryResponseContent" in self.result

    @property
    def path_names(self) -> List[str]:
        """The parameters in the path, in its order."""
        return [part.partition("}")[0] for part in self.path.split("{")[1:]]


def flat_operations(operations: Iterable[OperationFacts]) -> Flat:
    """Return the facts about operations one by one."""
    flat: Flat = {"operation": {}, "parameter": {}}
    for operation in operations:
        name = operation.name
        flat["operation"][name] = "{} {}".format(operation.method, operation.path)
        for parameter, position in operation.parameters.items():
            flat["parameter"]["{} {}".format(name, parameter)] = position
        for kind, value in details(operation).items():
            flat.setdefault(kind, {})[name] = value
    return flat


def details(operation: OperationFacts) -> Dict[str, str]:
    """Return what is known about an operation besides path and parameters, by kind."""
    return {
        "required": " | ".join(map(" ".join, operation.required)),
        "result": operation.model,
        "page": operation.page,
        "stream": operation.stream,
        "beta header": operation.beta,
        "credential": operation.credential,
        "accept header": operation.accept,
        "content type": " or ".join(operation.content_types),
        "field order": " ".join(operation.field_order),
        "empty body": "allowed" if operation.has_empty_body else "",
        "deprecation": "deprecated" if operation.is_deprecated else "",
    }


def operations_from_json(values: Iterable[Dict[str, Any]]) -> List[OperationFacts]:
    """Return the operations of a facts script's output."""
    return [OperationFacts(**value) for value in values]
