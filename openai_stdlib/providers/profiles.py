# SPDX-License-Identifier: MIT
"""Profiles of servers that are compatible with OpenAI: `OpenAI(provider="ollama")`, or a profile of your own as a dict.

A profile is plain data: base URL, the environment variables of the key, headers, query, and paths that differ.
`PROFILES` has the known servers; docs/providers.md lists them, with the sources and what was tried.
"""

from __future__ import annotations

from ..call.errors import ConfigError, CredentialError, UnknownOptionError
from ..call.headers import Secret
from .base import Provider, first_variable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Mapping, Optional, Tuple

    from ..call.message import Request

PROFILES: Dict[str, Dict[str, Any]] = {
    # Servers on this machine need no key. If one was started with a key, pass it as api_key.
    "llamacpp": {"base_url": "http://localhost:8080/v1"},
    "lmstudio": {"base_url": "http://localhost:1234/v1"},
    "ollama": {"base_url": "http://localhost:11434/v1"},
    "vllm": {"base_url": "http://localhost:8000/v1"},
    # Hosted services.
    "deepseek": {
        "base_url": "https://api.deepseek.com",
        "api_key_env": "DEEPSEEK_API_KEY",
        "paths": {"/completions": "/beta/completions"},  # fill-in-the-middle, in beta
    },
    "fireworks": {"base_url": "https://api.fireworks.ai/inference/v1", "api_key_env": "FIREWORKS_API_KEY"},
    "gemini": {
        "base_url": "https://generativelanguage.googleapis.com/v1beta/openai",
        "api_key_env": ("GEMINI_API_KEY", "GOOGLE_API_KEY"),
    },
    "groq": {"base_url": "https://api.groq.com/openai/v1", "api_key_env": "GROQ_API_KEY"},
    "mistral": {"base_url": "https://api.mistral.ai/v1", "api_key_env": "MISTRAL_API_KEY"},
    "openrouter": {"base_url": "https://openrouter.ai/api/v1", "api_key_env": "OPENROUTER_API_KEY"},
    "together": {"base_url": "https://api.together.ai/v1", "api_key_env": "TOGETHER_API_KEY"},
    "xai": {"base_url": "https://api.x.ai/v1", "api_key_env": "XAI_API_KEY"},
}
# Field of a profile -> what it is.
FIELDS = {
    "name": "text for messages",
    "base_url": "the URL of the API, version included; required",
    "api_key_env": "the environment variable of the key, or several; without it, no key is needed",
    "headers": "a mapping of headers that every call sends",
    "query": "a mapping of query parameters that every call sends",
    "paths": "a mapping from paths of the OpenAI API to other ones",
}
# Providers whose options don't fit into a profile.
OTHERS = {
    "azure": "AzureOpenAI(azure_endpoint=...)",
    "bedrock": "provider=providers.bedrock(...)",
    "vertex": "provider=providers.vertex(...)",
}


class ProfileProvider(Provider):
    """The provider that a profile describes. Raises ConfigError or UnknownOptionError for an invalid profile.

    The options `api_key` and `base_url` override what the profile says. Without `api_key`, the key is read from the
    first variable of `api_key_env` that is set: in `os.environ` when a call needs it, or when `with_environment` is
    called. It is sent to no other origin than that of the base URL.
    """

    is_overridable = True

    def __init__(self, profile: Mapping[str, Any]) -> None:
        for field in profile:
            if field not in FIELDS:
                raise UnknownOptionError(_unknown_name("field of a provider's profile", field, list(FIELDS)))
        if profile.get("base_url") is None:
            raise ConfigError("provider: the profile has no base_url")
        for field in ("headers", "query", "paths"):
            if not isinstance(profile.get(field) or {}, dict):
                raise ConfigError("provider: {}: expected {}, got {!r}".format(field, FIELDS[field], profile[field]))
        variables = profile.get("api_key_env") or ()
        self.variables: Tuple[str, ...] = (variables,) if isinstance(variables, str) else tuple(variables)
        name = profile.get("name") or "provider"
        super().__init__(name, profile["base_url"], query=profile.get("query"), headers=profile.get("headers"))
        self.paths: Dict[str, str] = dict(profile.get("paths") or {})
        self._own_base_url = self.base_url
        self._environment_key: Optional[str] = None
        self._is_bound = False

    def with_environment(self, environment: Any) -> ProfileProvider:
        """Return a copy that reads its key now, from `os.environ` (True), a mapping, or not at all (False)."""
        copy = self._copy()
        copy._is_bound = True
        copy._environment_key = _find_key(self.variables, environment)
        return copy

    def copy_with(self, **options: Any) -> ProfileProvider:
        """Return a provider with another `api_key` or `base_url`; None means unchanged. Raises UnknownOptionError."""
        key, base_url = options.pop("api_key", None), options.pop("base_url", None)
        super().copy_with(**options)
        copy = self._copy()
        if key is not None:
            copy._key = getattr(key, "read", key)  # of an Env
        if base_url is not None:
            copy.base_url = base_url
        return copy

    def check_credentials(self) -> None:
        """Raise CredentialError if the provider needs a key and there is none."""
        if self.variables and self._key is None and not self._read_key():
            message = "{}: there is no API key. Pass api_key=..., or set the environment variable {}"
            raise CredentialError(message.format(self.name, " or ".join(self.variables)))

    def rewrite_path(self, path: str, model: Any = None) -> str:
        """Return the path that the profile has for a path of the OpenAI API, unless it is for another base URL."""
        return self.paths.get(path, path) if self.base_url == self._own_base_url else path

    def _credential_for(self, request: Request) -> Any:
        if "authorization" in request.headers:
            return None
        if self._key is None:
            self.check_credentials()
            return self._read_key()
        return super()._credential_for(request)

    def _read_key(self) -> Optional[str]:
        return self._environment_key if self._is_bound else _find_key(self.variables, True)

    def _copy(self) -> ProfileProvider:
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__)
        return copy


def find_provider(profile: Any) -> Optional[ProfileProvider]:
    """Return the provider for the name of a known server, or for a profile; None for "openai".

    Case, blanks and punctuation of a name don't matter. Raises UnknownOptionError or ConfigError.
    """
    if not isinstance(profile, str):
        return ProfileProvider(profile)
    name = "".join(character for character in profile.lower() if character.isalnum())
    if name == "openai":
        return None
    if name in OTHERS:
        raise ConfigError("provider: {} needs more than a name; use {}".format(name, OTHERS[name]))
    if name not in PROFILES:
        raise UnknownOptionError(_unknown_name("provider", profile, list(PROFILES)))
    return ProfileProvider({"name": name, **PROFILES[name]})


def _find_key(variables: Tuple[str, ...], environment: Any) -> Optional[str]:
    if environment is True:
        from os import environ

        environment = environ
    key = first_variable(environment or {}, *variables)
    return None if key is None else Secret(key)


def _unknown_name(what: str, name: Any, known: Any) -> str:
    from difflib import get_close_matches

    near = get_close_matches(str(name).lower(), known, 1)
    hint = "did you mean {!r}?".format(near[0]) if near else "expected one of " + ", ".join(sorted(known))
    return "unknown {} {!r}: {}".format(what, name, hint)
