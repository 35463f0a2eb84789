# SPDX-License-Identifier: MIT
"""A program that calls every operation of a vendored copy, and of the whole library: `URL COPY LIBRARY FAMILIES`.

It imports all modules of the copy, and prints the operations whose results differ.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from typing import Any, Iterator

HELLO = [{"role": "user", "content": "hi"}]
# Arguments that are files in every form; see operations.py.
FILES = "audio_sample data file files image input_reference markup mask recording video".split()
VALUES = {"messages": HELLO, "tool_outputs": [], "metadata": {}, "input": "hi", "prompt": "hi", "model": "m"}


def iter_operations(resource: Any, path: str) -> Iterator[Any]:
    """Yield the path, the operation and the method of each operation below a resource."""
    for name, entry in type(resource).table.items():
        if hasattr(entry, "path_names"):
            yield path + "." + name, entry, getattr(resource, name)
        elif hasattr(entry, "target"):
            yield from iter_operations(getattr(resource, name), path + "." + name)


def arguments_for(operation: Any, unique: str) -> Any:
    """Return the required arguments of an operation, with ids of objects that no other call deletes."""
    arguments = {name: VALUES.get(name, "x") for name in operation.required_names}
    arguments.update((name, "{}-{}".format(name, unique)) for name in operation.path_names)
    if operation.multipart:
        files = [name for name in FILES if name in arguments or name == operation.upload]
        arguments.update((name, ("a.bin", b"content")) for name in files)
    return arguments


def shape(value: Any) -> Any:
    """Return the names of the classes of a result and of what is inside."""
    if hasattr(value, "_fields") and isinstance(value, dict):
        return type(value).__name__, sorted((name, shape(getattr(value, name))) for name, _, _ in value._fields)
    if isinstance(value, (list, tuple)):
        return [shape(item) for item in value]
    return type(value).__name__


def result_of(package: Any, method: Any, arguments: Any) -> Any:
    """Return the shape of what a call returns, or the status of its error."""
    try:
        result = method(**arguments)
        if not isinstance(result, package.Stream):
            return shape(result)
        with result as stream:
            return [shape(item) for item in stream]
    except package.APIStatusError as error:
        return error.status_code
    except package.APIResponseValidationError:  # of a stream that the server does not have
        return -1


def results(package: Any, client: Any, families: Any) -> Any:
    """Return the shape of the result of each operation, and of the items of its stream, by its path."""
    shapes = {}
    for family in families:
        for path, operation, method in iter_operations(getattr(client, family), family):
            arguments = arguments_for(operation, "{}-{}".format(len(shapes), type(client).__module__.split(".")[0]))
            shapes[path] = result_of(package, method, arguments)
            if operation.stream and operation.method == "POST":
                shapes[path, "stream"] = result_of(package, method, {**arguments, "stream": True})
    return shapes


def main() -> None:
    """Call the operations of both and compare."""
    url, name, library, families = sys.argv[1:5]
    copy = importlib.import_module(name)
    for module in pkgutil.walk_packages(copy.__path__, name + "."):
        if not module.name.endswith(".__main__"):
            importlib.import_module(module.name)
    found = []
    for package in (copy, importlib.import_module(library)):
        with package.OpenAI(api_key="k", admin_api_key="a", base_url=url, environment=False, max_retries=0) as client:
            found.append(results(package, client, families.split(",")))
    failed = [path for path in found[0] if isinstance(found[0][path], int)]
    assert len(found[0]) > 2 * len(failed), failed  # the server rejects a few of these arguments
    for path in found[0]:
        if found[0][path] != found[1][path]:
            print(path, found[0][path], found[1][path])


if __name__ == "__main__":
    main()
