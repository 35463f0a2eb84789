# SPDX-License-Identifier: MIT
"""From a client's arguments to the layers of its settings: what is read from where, and what excludes what.

No HTTP and no client here; config.py says what a layer may hold, client.py keeps what they come to.
"""

from __future__ import annotations

from .call.errors import ConfigError
from .call.omitted import OMITTED
from .config import BUILT_IN, Config

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Mapping, Optional, Tuple, Union

    Layers = List[Tuple[str, Config]]

# Where data stays -> the host that serves it. https://platform.openai.com/docs/guides/your-data
RESIDENCIES = ("global", "us", "eu", "ae", "au", "in", "jp")


def first_layers(environment: Union[bool, Mapping[str, str]], provider: Any = None) -> Layers:
    """Return the layers below a client's own: built-in, environment (False: none; True: os.environ), provider."""
    found = [("built-in", BUILT_IN)]
    unread = () if provider is None else provider.unread
    if environment is not False:
        found.append(("environment", Config.from_environment(None if environment is True else environment, unread)))
    if provider is not None:
        found.append((provider.name, of_provider(provider)))
    return found


def of_provider(provider: Any) -> Config:
    """Return what a provider says, as a layer."""
    said = {"default_headers": provider.headers, "default_query": provider.query, "base_url": provider.base_url}
    return Config(provider=provider, **{name: value for name, value in said.items() if value})


def said_by(given: Dict[str, Any]) -> Config:
    """Return a layer of the arguments that were given: those that are neither None nor a sentinel for not given."""
    return Config(
        **{
            name: value
            for name, value in given.items()
            if type(value) not in OMITTED and (value is not None or name in ("timeout", "max_retries"))
        }
    )


def residence(given: Dict[str, Any], data_residency: Optional[str]) -> Dict[str, Any]:
    """Return the arguments with the base URL that `data_residency` stands for. Raises ConfigError."""
    if data_residency is None or type(data_residency) in OMITTED:
        return given
    if data_residency not in RESIDENCIES:
        raise ConfigError("data_residency: expected one of {}, got {!r}".format(", ".join(RESIDENCIES), data_residency))
    if given.get("base_url") is not None:
        raise ConfigError("data_residency and base_url both say where calls go; pass one of them")
    host = "api" if data_residency == "global" else data_residency + ".api"
    return {**given, "base_url": "https://{}.openai.com/v1".format(host)}


def check_exclusive(provider: Any, given: Mapping[str, Any], names: Tuple[str, ...]) -> None:
    """Raise ConfigError for arguments that say what a provider says already."""
    doubled = [name for name in names if given.get(name) is not None]
    if doubled:
        raise ConfigError(
            "{} cannot be combined with {}, which says who calls and where to".format(
                " and ".join(doubled), provider.name
            )
        )


def replaced(layers: Layers, field: str) -> Layers:
    """Return the layers without what they say of one field, for a copy that sets it anew."""
    return [(name, config.without(field)) for name, config in layers]
