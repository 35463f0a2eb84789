# SPDX-License-Identifier: MIT
"""The package-level client: the flat functions, and `openai_stdlib.chat…` without a client in hand.

The only global state of the package. Two copies of the package in one process have two of these, and don't know of
each other. The client is made when it is first needed; `configure` says with which settings.
"""

from __future__ import annotations

import threading

from .api.flat import FUNCTIONS, RESOURCES, FlatFunction
from .api.rows import Resource
from .client import OpenAI, check_config
from .config import Config, Settings, guard, known_variables
from .layers import first_layers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List, Mapping, Optional, Union


class PackageClient(OpenAI):
    """A client that needs no key of its own: each call's Config may bring one."""

    def __init__(self, configs: List[Config], environment: Union[bool, Mapping[str, str]], transport: Any) -> None:
        found = first_layers(environment)
        self.websocket_base_url = None
        self._start(Settings(found + [("configure", config) for config in configs]), transport, needs_key=False)

    def retire(self) -> None:
        """Close idle connections; calls that come all the same are made, for whoever still holds a resource."""
        self._close_idle()


class _State:
    """The package-level client, once it is made."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.client: Optional[PackageClient] = None


_state = _State()


def configure(
    config: Optional[Config] = None,
    *,
    environment: Union[bool, Mapping[str, str]] = True,
    transport: Any = None,
    **settings: Any,
) -> None:
    """Set what the flat functions and package-level resources work with, in place of what was set before.

    Settings are those of `Config`, as one or as keywords. `environment=False` keeps the environment out, a mapping
    replaces it. Calls that are under way go on with the old settings. Raises ConfigError and changes nothing if a
    setting cannot work.
    """
    guard(settings)
    if not isinstance(environment, bool):
        environment = known_variables(environment)
    configs = [check_config(config)] if config is not None else []
    client = PackageClient(configs + [Config(**settings)], environment, transport)
    with _state.lock:
        _state.client, old = client, _state.client
    if old is not None:
        old.retire()


def package_client() -> PackageClient:
    """Return the package-level client, made now if need be."""
    client = _state.client
    if client is None:
        with _state.lock:
            client = _state.client = _state.client or PackageClient([], True, None)
    return client


def resource(dotted: str) -> Any:
    """Return a resource of the package-level client."""
    place: Any = package_client()
    for name in dotted.split("."):
        place = getattr(place, name)
    return place


class PackageResource:
    """A resource of whatever the package-level client is at the time of the call."""

    def __init__(self, dotted: str) -> None:
        self._dotted = dotted

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(resource(self._dotted), name)
        # A resource may be held for long; which client it means is asked at each call.
        return PackageResource(self._dotted + "." + name) if isinstance(found, Resource) else found

    def __dir__(self) -> Any:
        return dir(resource(self._dotted))

    def __repr__(self) -> str:
        return "<{} of the package-level client>".format(self._dotted)


class Function:
    """A flat function. See its `__doc__` for the ways to call it."""

    def __init__(self, name: str) -> None:
        self.__name__ = self.__qualname__ = name
        self._flat: Optional[FlatFunction] = None

    @property
    def flat(self) -> FlatFunction:
        """How its arguments are read; the table is imported when this is first asked."""
        if self._flat is None:
            self._flat = FlatFunction(self.__name__)
        return self._flat

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        row, body, config = self.flat.read(arguments, keywords, Config)
        if config is not None:
            body["config"] = config if isinstance(config, Config) else Config(http_options=config)
        answer = package_client()._call(row, body)
        return answer.content if row.answer == "binary" else answer

    @property
    def __doc__(self) -> str:  # type: ignore[override]  # a docstring made from the table
        lines = [self.flat.usage]
        for row in self.flat.rows:
            text = "{} {}".format(row.verb, row.path)
            if row.required:
                text += " (required: {})".format(", ".join(row.required.split()))
            if row.successor:
                text += ". Retired by the API: use {}".format(row.successor)
            lines.append(text + ".")
        return "\n\n".join(lines)

    def __repr__(self) -> str:
        return "<function {}>".format(self.__name__)


class CallableResource(PackageResource, Function):
    """A name that is both: `files()` and `files("id")` call, `files.list` is the resource's operation."""

    __doc__ = Function.__doc__  # which an instance has of its own

    def __init__(self, name: str) -> None:
        PackageResource.__init__(self, RESOURCES[name])
        Function.__init__(self, name)


def package_level(name: str) -> Any:
    """Return the package-level name: a flat function, a resource, or both in one."""
    if name in RESOURCES:
        return CallableResource(name)
    if name in FUNCTIONS:
        return Function(name)
    return PackageResource(name)
