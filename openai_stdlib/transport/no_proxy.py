# SPDX-License-Identifier: MIT
"""Decide from the text of NO_PROXY whether a server is reached without a proxy. Pure.

There is no standard. The rules are those that curl, httpx, Go and urllib share; where they differ, the rule that sends
less to the proxy applies:

* Entries are separated by commas or white space; case and a trailing dot don't matter; "*" matches every server.
* `example.com` and `.example.com` match that name and all names below it, `*.example.com` only names below it.
* An IP address matches in any spelling (`::1`, `[::1]`, `0:0:0:0:0:0:0:1`), a network (`10.0.0.0/8`, `fd00::/8`) all
  addresses in it. Names are not looked up.
* An entry with a port (`host:8080`, `[::1]:8080`) or a scheme (`http://host`) matches only that one.
* Entries that are none of these are ignored.
"""

from __future__ import annotations

import socket

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import List, Optional, Tuple


class BypassRules:
    """The entries of one NO_PROXY text."""

    __slots__ = ("_rules",)

    def __init__(self, text: str) -> None:
        rules = (_Rule.parse(entry) for entry in text.replace(",", " ").split())
        self._rules: List[_Rule] = [rule for rule in rules if rule is not None]

    def match(self, scheme: str, host: str, port: int) -> bool:
        """Return whether the server with this scheme, host (without brackets) and port is reached directly."""
        name = normalize_name(host)
        address = parse_address(host)
        return name is not None and any(rule.matches(scheme, name, address, port) for rule in self._rules)


class _Rule:
    """One entry: a network (address and mask as integers) or the end of a name, with a scheme and a port if given."""

    __slots__ = ("scheme", "port", "network", "name", "suffix")

    def __init__(self, scheme: str, port: Optional[int]) -> None:
        self.scheme, self.port = scheme, port
        self.network: Optional[Tuple[int, int, int]] = None  # length of an address in bytes, address, mask
        self.name: Optional[str] = None  # the whole name that matches
        self.suffix: Optional[str] = None  # the end of the names that match

    @classmethod
    def parse(cls, entry: str) -> Optional[_Rule]:
        """Return the rule of an entry, None for one that cannot match."""
        scheme, separator, rest = entry.lower().rpartition("://")
        host, port = _split_port(rest.rstrip("/") if separator else rest)
        if port and not (port.isascii() and port.isdigit()):
            return None
        rule = cls("" if scheme == "all" else scheme, int(port) if port else None)
        if "/" in host or parse_address(host) is not None:
            rule.network = _parse_network(host)
            return None if rule.network is None else rule
        if host == "*":
            rule.suffix = ""
            return rule
        if host.startswith("*"):
            rule.suffix = normalize_name(host[1:])
            return rule if rule.suffix else None
        rule.name = normalize_name(host.lstrip("."))
        if not rule.name:
            return None
        rule.suffix = "." + rule.name
        return rule

    def matches(self, scheme: str, name: str, address: Optional[bytes], port: int) -> bool:
        """Return whether a server with a normalized name, or an address, is one of this entry."""
        if self.scheme and self.scheme != scheme or self.port is not None and self.port != port:
            return False
        if self.network is not None:
            size, network, mask = self.network
            return address is not None and len(address) == size and int.from_bytes(address, "big") & mask == network
        if address is not None:
            return self.suffix == ""  # the end of an address says nothing
        return name == self.name or self.suffix is not None and name.endswith(self.suffix)


def _split_port(text: str) -> Tuple[str, str]:
    """Split `host:port`; an IPv6 address has a port only if it is in brackets."""
    if text.startswith("["):
        host, bracket, rest = text[1:].partition("]")
        length, _, port = rest.partition(":")
        return (host + length, port) if bracket else ("", "")
    if text.count(":") > 1:
        return text, ""
    host, _, port = text.partition(":")
    return host, port


def _parse_network(text: str) -> Optional[Tuple[int, int, int]]:
    host, slash, length = text.partition("/")
    address = parse_address(host)
    if address is None:
        return None
    bits = 8 * len(address)
    mask_address = parse_address(length)
    if not slash:
        mask = (1 << bits) - 1
    elif length.isascii() and length.isdigit() and int(length) <= bits:
        mask = (1 << bits) - (1 << bits - int(length))
    elif mask_address is not None and len(mask_address) == len(address):
        mask = int.from_bytes(mask_address, "big")
    else:
        return None
    return len(address), int.from_bytes(address, "big") & mask, mask


def parse_address(text: str) -> Optional[bytes]:
    """Return an IP address as 4 or 16 bytes, None for a name. IPv4 addresses mapped to IPv6 are IPv4 addresses."""
    text = text.partition("%")[0]  # the zone of a link-local address
    try:
        address = socket.inet_pton(socket.AF_INET6 if ":" in text else socket.AF_INET, text)
    except (OSError, ValueError):
        return None
    return address[12:] if address[:12] == b"\0" * 10 + b"\xff\xff" else address


def normalize_name(name: str) -> Optional[str]:
    """Return a host name in lower case, in ASCII (IDNA), without a trailing dot; None if it has no such form."""
    name = name.lower()
    if not name.isascii():
        try:
            start = "." if name.startswith(".") else ""
            name = start + name[len(start) :].encode("idna").decode("ascii")
        except UnicodeError:
            return None
    return name[:-1] if name.endswith(".") else name
