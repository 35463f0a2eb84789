# SPDX-License-Identifier: MIT
"""The options `provider` and `workload_identity` of clients."""

from __future__ import annotations

from ..call.errors import ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Mapping, Tuple


def resolve_provider(provider: Any, workload_identity: Any, options: Mapping[str, Any], environment: Any = True) -> Any:
    """Return the provider that supplies credentials. Raises ConfigError for mutually exclusive options.

    The name of a known server and a profile (a dict) become a provider, with its key from the environment.
    """
    if isinstance(provider, (str, dict)):
        from ..providers.profiles import find_provider

        provider = find_provider(provider)
        provider = None if provider is None else provider.with_environment(environment)
    if workload_identity is None:
        if provider is not None and not getattr(provider, "is_overridable", False):
            check_exclusive(provider, options, ("api_key", "admin_api_key", "base_url"))
        return provider
    from ..providers.workload import WorkloadProvider

    if provider is not None:
        raise ConfigError("workload_identity and provider are mutually exclusive; pass only one")
    provider = WorkloadProvider(workload_identity)
    check_exclusive(provider, options, ("api_key",))
    return provider


def check_exclusive(provider: Any, options: Mapping[str, Any], names: Tuple[str, ...]) -> None:
    """Raise ConfigError if one of the options `names` is set, because the provider supplies it."""
    doubled = [name for name in names if options.get(name) is not None]
    if doubled:
        raise ConfigError(
            "{} and {} are mutually exclusive, because the provider supplies credentials and base URL; pass only "
            "one".format(" and ".join(doubled), provider.name)
        )
