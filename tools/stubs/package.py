# SPDX-License-Identifier: MIT
"""Write the stub of the package itself: public names, settings, resources of the default client, flat functions."""

from __future__ import annotations

from typing import Any, Dict, List, Tuple

import openai_stdlib
from openai_stdlib.api.flat_functions import FUNCTIONS, RESOURCES, lookup_operation
from openai_stdlib.api.operation import Operation

from .tree import OfficialTree

HEAD = '''"""A client for the OpenAI API that uses only the standard library."""

from typing import Any, Callable, Literal, Mapping, Optional, Union, overload

from . import auth as auth
from . import lib as lib
from . import pagination as pagination
from . import providers as providers
from . import types as types
from . import websocket as websocket
'''
# Modules whose classes are generic: checkers see the stub with the official name.
GENERIC_MODULES = {
    "client.clients": "_client",
    "client.async_client": "_client",
    "client.provider_clients": "_provider_clients",
    "client.async_provider_clients": "_provider_clients",
    "results.objects": "_models",
    "results.pages": "pagination",
    "results.async_pages": "pagination",
    "results.stream": "_streaming",
    "results.async_stream": "_streaming",
    "results.streaming_response": "_response",
    "results.raw_response": "_legacy_response",
    "connections.reconnection": "types.websocket_reconnection",
    "helpers.chat_stream": "lib.streaming.chat",
    "helpers.chat_stream_state": "lib.streaming.chat",
    "helpers.response_stream": "lib.streaming.responses",
    "helpers.response_stream_state": "lib.streaming.responses",
    "helpers.assistant_handlers": "lib.streaming",
    "helpers.assistant_streams": "lib.streaming",
}
NOT_GENERIC = {
    "Config": "_config",
    "StreamArgumentError": "helpers.response_stream",
    "BaseModel": "_models",
    "HttpxBinaryResponseContent": "_legacy_response",
}
SETTINGS = """
__version__: str
api_key: str | None
admin_api_key: str | None
organization: str | None
project: str | None
webhook_secret: str | None
base_url: str | URLLike | None
timeout: float | TimeoutTypes | None
max_retries: int | None
default_headers: Mapping[str, str] | None
default_query: Mapping[str, object] | None
http_client: HTTPClient | None
api_type: Literal["openai", "azure", "amazon-bedrock"] | None
api_version: str | None
azure_endpoint: str | None
azure_ad_token: str | None
azure_ad_token_provider: Callable[[], str] | None
bedrock_token_provider: Callable[[], str] | None
"""
RESULTS = {"binary": ("BinaryContent", "results.binary"), "text": ("str", ""), "nothing": ("None", "")}
PARAMS = "params: Optional[Mapping[str, Any]] = None, config: Optional[Config] = None, **fields: Any"


def stub_of(module: str, name: str) -> str:
    """Return the module whose stub or source defines a name of a module of this package."""
    return NOT_GENERIC.get(name) or GENERIC_MODULES.get(module, module)


def write_package(tree: OfficialTree) -> str:
    """Return the text of `__init__.pyi`."""
    imports: Dict[str, str] = {
        "URLLike": "_types",
        "TimeoutTypes": "_types",
        "HTTPClient": "_types",
        "Config": "_config",
    }
    exports: List[Tuple[str, str]] = []
    package: Any = openai_stdlib  # the stub has no tables
    for table in (package.MODULES, package.COMPAT_MODULES):
        for module, names in table.items():
            if module != "compat.old_api":
                exports += [(stub_of(module, name), name) for name in names.split()]
    lines = [HEAD]
    lines += ["from .{0} import {1} as {1}\n".format(module, name) for module, name in sorted(set(exports))]
    resources = [name for name in package.RESOURCES if name in tree.properties]
    body = [SETTINGS]
    for name in resources:
        module, cls = tree.properties[name]
        alias = "_" + cls
        lines.append("from .{} import {} as {}\n".format(module, cls, alias))
        body.append("{}: {}\n".format(name, alias))
    body.append("legacy: Any\n")
    for name in sorted(FUNCTIONS):
        body.append(_function(name, tree, imports))
    exported = {name for _, name in exports}
    lines += [
        "from .{} import {}\n".format(module, name) for name, module in sorted(imports.items()) if name not in exported
    ]
    return "".join(lines + body)


def _function(name: str, tree: OfficialTree, imports: Dict[str, str]) -> str:
    operations = [lookup_operation(dotted) for dotted in FUNCTIONS[name].split()]
    dotted = RESOURCES.get(name)
    if dotted is None or dotted.startswith("legacy"):
        return "".join(_signatures(name, operations, "", imports))
    module, cls = tree.place_of(dotted)
    imports["{} as _{}".format(cls, cls)] = module
    signatures = _signatures("__call__", operations, "    ", imports)
    return "class _{0}Function(_{0}):\n{1}{2}: _{0}Function\n".format(cls, "".join(signatures), name)


def _signatures(name: str, operations: List[Operation], indent: str, imports: Dict[str, str]) -> List[str]:
    lines = []
    for operation in operations:
        ids = ["{}: str".format(path_name) for path_name in operation.path_names]
        if operation.upload:
            ids.append("{}: Any".format(operation.upload))
        arguments = (["self"] if indent else []) + ids + [PARAMS]
        if len(operations) > 1:
            lines.append(indent + "@overload\n")
        lines.append(
            "{}def {}({}) -> {}: ...\n".format(indent, name, ", ".join(arguments), _result(operation, imports))
        )
    return lines


def _result(operation: Operation, imports: Dict[str, str]) -> str:
    if operation.response_type in RESULTS:
        name, module = RESULTS[operation.response_type]
        if module:
            imports[name] = module
        return name
    return "Any"
