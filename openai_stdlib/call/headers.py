# SPDX-License-Identifier: MIT
"""`Headers`, the header fields of a message, and `Secret`, text that no repr and no traceback shows.

Dependency-free except for the errors. Validation of user-supplied headers is in header_validation.py, which most
calls don't need.
"""

from __future__ import annotations

from .errors import ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterable, Mapping, Optional, Tuple

    Fields = Dict[str, str]
else:
    Fields = dict

PACKAGE = __name__.rpartition(".call.")[0] + "."
# Headers whose values are never shown: they contain credentials or identify the caller.
SENSITIVE_HEADERS = frozenset(
    (
        "authorization", "proxy-authorization", "api-key", "x-api-key", "x-amz-security-token", "cookie", "set-cookie",
        "openai-organization", "openai-project",
    )
)  # fmt: skip
# So are those, and the parameters of queries, whose names end with one of these words.
CREDENTIAL_WORDS = frozenset(
    (
        "accesstoken", "apikey", "auth", "authorization", "credential", "credentials", "key", "passwd", "password",
        "secret", "sig", "signature", "token",
    )
)  # fmt: skip
PUBLIC_KEYS = frozenset(("idempotency-key", "sec-websocket-key"))


def is_sensitive(name: str) -> bool:
    """Return whether a header, or a parameter of a query, contains credentials or identifies the caller."""
    name = name.lower().replace("_", "-")
    if name in SENSITIVE_HEADERS:
        return True
    return name.rpartition("-")[2] in CREDENTIAL_WORDS and name not in PUBLIC_KEYS


def mask_query(url: str) -> str:
    """Return a URL with the values of the parameters masked that contain credentials."""
    base, mark, query = url.partition("?")
    pairs = [pair.partition("=") for pair in query.split("&")]
    masked = (name + equals + ("***" if value and is_sensitive(name) else value) for name, equals, value in pairs)
    return base + mark + "&".join(masked)


class Secret(str):
    """Text whose repr is masked; tracebacks that show local variables use the repr. Otherwise an ordinary str."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'***'"


def mask(value: Any) -> Any:
    """Return text as a `Secret`, and a value that no text option can have as a stand-in without its content.

    Callables, awaitables, None and objects of this package (an `Env`, a sentinel) are returned unchanged.
    """
    if isinstance(value, str):
        return Secret(str.__str__(value))  # an enum that is a str has another str() than its text
    if value is None or value is ... or callable(value) or hasattr(value, "__await__"):
        return value
    if type(value).__module__.startswith(PACKAGE):
        return value
    return hide(value)


def hide(value: Any) -> Any:
    """Return a stand-in for a value of a wrong type, of a class with the same name, which the error will tell."""
    return type(type(value).__name__, (), {"__repr__": lambda _: "***"})()


class Headers(Fields):
    """Header fields by case-insensitive name; the case of a name is kept for sending. The repr masks credentials."""

    __slots__ = ()

    def get(self, name: str, default: Optional[str] = None) -> Optional[str]:  # type: ignore[override]
        """Return the value of `name` in any case, or `default`."""
        if dict.__contains__(self, name):
            return dict.__getitem__(self, name)
        name = name.lower()
        for key, value in self.items():
            if key.lower() == name:
                return value
        return default

    def __missing__(self, name: str) -> str:
        value = self.get(name) if isinstance(name, str) else None
        if value is None:
            raise KeyError(name)
        return value

    def __contains__(self, name: object) -> bool:
        if dict.__contains__(self, name):
            return True
        lowered = name.lower() if isinstance(name, str) else ""
        return any(key.lower() == lowered for key in self)

    def merged(self, *others: Optional[Mapping[str, Any]]) -> Headers:
        """Return a copy with the fields of `others`: later values replace earlier ones, and None removes a field."""
        result = Headers(self)
        for other in others:
            for name, value in (other or {}).items():
                lowered = name.lower()
                for key in [key for key in result if key.lower() == lowered]:
                    del result[key]
                if value is not None:
                    result[name] = value
        return result

    @classmethod
    def from_pairs(cls, pairs: Iterable[Tuple[str, str]]) -> Headers:
        """Build response headers with lower-case names; join the values of a repeated field (RFC 9110 §5.3)."""
        result = cls()
        for name, value in pairs:
            name = name.lower()
            result[name] = result[name] + ", " + value if dict.__contains__(result, name) else value
        return result

    def __repr__(self) -> str:
        return repr({name: "***" if is_sensitive(name) else value for name, value in self.items()})


class Parameters(Fields):
    """Parameters of a query. The repr masks credentials."""

    __slots__ = ()

    def __repr__(self) -> str:
        return repr({name: "***" if is_sensitive(str(name)) else value for name, value in self.items()})


def mask_parameters(value: Any) -> Any:
    """Return the parameters of a query in a form whose repr is masked, and any other value as it is."""
    return Parameters(value) if isinstance(value, dict) else value


def mask_headers(value: Any) -> Any:
    """Return headers in a form whose repr is masked; a stand-in for a value that is neither a mapping nor pairs."""
    if value is None or isinstance(value, str):
        return mask(value)
    try:
        fields = dict(value)
    except (TypeError, ValueError):
        return mask(value)
    masked = {name: _mask_field(fields[name]) for name in fields}
    return Headers(masked) if all(isinstance(name, str) for name in fields) else masked


def _mask_field(value: Any) -> Any:
    if isinstance(value, (str, int, float, type(None))) and not hasattr(type(value), "__members__"):
        return value
    from .errors import ArgumentError
    from .jsonable import to_jsonable

    try:
        text = to_jsonable(value)  # an enum, a UUID, a date … stands for text
    except ArgumentError:
        text = None
    return mask(text if isinstance(text, str) else value)


def mask_http_options(value: Any) -> Any:
    """Return `http_options`, which contain headers and a proxy URL, in a form whose repr is masked."""
    if not isinstance(value, dict) or not all(isinstance(name, str) for name in value):
        return mask(value)
    masks = {"headers": mask_headers, "params": mask_parameters, "proxy": mask}
    return Headers((name, masks[name](value[name]) if name in masks else value[name]) for name in value)


def mask_environment(environment: Any) -> Any:
    """Return a mapping of variables with their values masked; True and False as they are, a stand-in for the rest."""
    if isinstance(environment, bool):
        return environment
    if not callable(getattr(environment, "keys", None)):
        return mask(environment)
    return {name: mask(environment[name]) for name in environment}


def check_field_value(name: str, value: str) -> None:
    """Raise ConfigError for text that a header cannot carry, or that servers would read differently (RFC 9110 §5.5)."""
    problem = ""
    if any(character < " " and character != "\t" or character == "\x7f" for character in value):
        problem = "contains a line break or another control character; if it was read from a file, strip() it"
    elif any(character > "\xff" for character in value):
        problem = "contains characters that a header cannot carry"
    elif value[:1] in (" ", "\t") or value[-1:] in (" ", "\t"):
        problem = "starts or ends with a blank, which would be lost; strip() it"
    if problem:
        raise ConfigError("{}: the value {}".format(name, problem))


def check_api_key(name: str, value: Any) -> str:
    """Return a key that a header can carry. Raises ConfigError, which doesn't show the key, for any other value."""
    if value is not None and not isinstance(value, str):
        raise ConfigError("{}: expected text, got {}".format(name, type(value).__name__))
    if value is None or not value.strip():
        raise ConfigError("{}: it is empty; leave it out, or pass a key".format(name))
    if not value.isprintable() or not value.isascii() or value != value.strip():
        check_field_value(name, value)
        if any("\x80" <= character < "\xa0" for character in value):
            raise ConfigError("{}: contains a control character; copy the key again".format(name))
    return value
