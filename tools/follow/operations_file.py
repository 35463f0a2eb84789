# SPDX-License-Identifier: MIT
"""Write tests/data/operations.tsv, the list of the official client's operations that the tests use. No I/O."""

from __future__ import annotations

from typing import Dict, Iterable, List

from .facts import OperationFacts

BETAS = "from betas= param (OpenAI-Beta: comma-joined)"
COLUMNS = (
    "method", "http_method", "path", "returns", "page_class", "is_multipart", "returns_binary", "accepts_stream",
    "beta_header", "auth", "accept_header", "request_content_type", "path_params", "required_params", "all_params",
)  # fmt: skip


def row(operation: OperationFacts) -> str:
    """Return the line of an operation."""
    values = (
        operation.name,
        operation.method,
        operation.path,
        operation.result,
        operation.page,
        "yes" if "multipart/form-data" in operation.content_types else "no",
        "yes" if operation.is_binary else "no",
        "yes" if operation.stream or "stream" in operation.parameters else "no",
        BETAS if "betas" in operation.parameters else operation.beta,
        operation.credential,
        operation.accept,
        " or ".join(operation.content_types),
        ",".join(operation.path_names),
        ",".join(operation.required[0]),
        ",".join(operation.parameters),
    )
    return "\t".join(values)


def rows(operations: Iterable[OperationFacts]) -> Dict[str, str]:
    """Return the lines of operations by their names."""
    return {operation.name: row(operation) for operation in operations}


def parse(text: str) -> Dict[str, str]:
    """Return the lines of a file by the names of their operations."""
    return {line.partition("\t")[0]: line for line in text.splitlines()[1:]}


def updated(text: str, wanted: Dict[str, str]) -> str:
    """Return a file with the lines wanted: in the order that it has, each new one behind its nearest relative."""
    order = [name for name in parse(text) if name in wanted]
    for name in wanted:
        if name not in order:
            order.insert(_position(name, order), name)
    return "\n".join(["\t".join(COLUMNS)] + [wanted[name] for name in order]) + "\n"


def _position(name: str, order: List[str]) -> int:
    """Return where a new operation belongs: after the last one that shares the longest prefix with it."""
    prefix = name
    while prefix:
        prefix = prefix.rpartition(".")[0]
        relatives = [number for number, other in enumerate(order) if other.startswith(prefix + ".")]
        if relatives:
            return relatives[-1] + 1
    return len(order)
