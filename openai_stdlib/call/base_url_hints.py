# SPDX-License-Identifier: MIT
"""The message for a malformed base URL: what was typed, without credentials, and what may be meant. Imported for it."""

from __future__ import annotations

import re
from difflib import get_close_matches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Optional, Tuple

# Word, colon and slashes of a scheme that is perhaps misspelt: https:/, http//, htp://, https;//, ://, //
SCHEME = re.compile(r"([A-Za-z]*)\s*[:;]?\s*/+\s*")
SCHEME_WITHOUT_SLASHES = re.compile(r"(?i)(https?)[:;]\s*(?=[^\s\d/])")
WEBSOCKET_SCHEMES = {"ws": "http", "wss": "https"}
IP_ADDRESS = re.compile(r"[\d.]+|\[.*\]")
KEY = re.compile(r"\bsk-[\w-]+")
SECRET_PARAMETER = re.compile(r"(?i)([?&][^=&#]*(?:key|token|secret|passw|sig)[^=&#]*=)[^&#]*")
MIN_KEY_LENGTH = 20  # characters of a text that is shown as dots if it has nothing of a URL
# What stands in the place of a host by mistake: nothing, the version, half of a scheme, a key.
NO_SERVER = re.compile(r"|v\d+|https?(:\d*)?|[^.:]{%d,}" % MIN_KEY_LENGTH, re.IGNORECASE)
QUOTES = "\"'`<>\ufeff\u200b \t\r\n"


def describe_base_url(url: str, reason: str, normalize: Callable[[str], str]) -> str:
    """Return what is wrong with a base URL, with the URL that is perhaps meant, if `normalize` accepts it."""
    guess = guess_base_url(url, normalize)
    hint = "; did you mean {}?".format(redact_url(guess)) if guess is not None else ""
    return "{!r} {}{}".format(redact_url(url), reason, hint)


def redact_url(url: str) -> str:
    """Return a malformed URL with everything masked that may be a credential: the part before an @, and keys."""
    url = "".join(url)  # the repr of a subclass may hide all of it
    head, at, tail = url.rpartition("@")
    if at:
        scheme = head.partition("//")[0] + "//" if "//" in head else ""
        url = scheme + "***@" + tail
    elif len(url) >= MIN_KEY_LENGTH and not re.search("[.:/]", url):
        return "***"  # somebody has passed the key
    return KEY.sub("***", SECRET_PARAMETER.sub(r"\1***", url))


def guess_base_url(url: str, normalize: Callable[[str], str]) -> Optional[str]:
    """Return the valid base URL that is perhaps meant, None if there is none."""
    scheme, rest = _split_scheme("".join(url.strip(QUOTES).split()).replace("\\", "/"))
    rest = rest.partition("#")[0]
    authority = re.split("[/?]", rest)[0]
    server = authority.rpartition("@")[2]
    if NO_SERVER.fullmatch(server) or KEY.search(server):
        return None
    guess = "{}://{}{}".format(scheme or _likely_scheme(server), server, rest[len(authority) :])
    try:
        return None if "".join(url) == guess else normalize(guess)
    except ValueError:
        return None


def _split_scheme(text: str) -> Tuple[str, str]:
    """Return the scheme that is meant, "" for none, and what follows it. Of several schemes the last one counts."""
    scheme = ""
    while True:
        match = SCHEME.match(text) or SCHEME_WITHOUT_SLASHES.match(text)
        if match is None:
            return scheme, text
        word = match.group(1).lower()
        close = get_close_matches(word, ("https", "http"), 1, 0.7)
        if not close and word and word not in WEBSOCKET_SCHEMES:
            return scheme, text  # a host without a scheme, or another scheme
        scheme = WEBSOCKET_SCHEMES.get(word) or (close[0] if close else scheme)
        text = text[match.end() :]


def _likely_scheme(server: str) -> str:
    """Return http for a server that seems to run nearby, and https for any other."""
    host, _, port = server.rpartition(":") if re.search(r":\d+$", server) else (server, "", "")
    is_near = IP_ADDRESS.fullmatch(host) or "." not in host or host.endswith((".local", ".localhost"))
    return "http" if is_near or port not in ("", "443") else "https"
