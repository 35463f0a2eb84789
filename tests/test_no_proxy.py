# SPDX-License-Identifier: MIT
"""NO_PROXY: which servers are reached without a proxy. A table; no I/O."""

from __future__ import annotations

from typing import Any

import pytest

from . import load

BypassRules = load("transport.no_proxy").BypassRules
parse_url = load("transport.urllib_transport").parse_url

# NO_PROXY, the URLs that it matches, and those that it does not.
TABLE: list[tuple[str, str, str]] = [
    ("", "", "http://h http://localhost http://127.0.0.1"),
    (" , ,, ", "", "http://h"),
    ("*", "http://h https://a.b:8443 http://127.0.0.1 http://[::1]", ""),
    ("a.example, *", "http://h https://a.b:8443 http://127.0.0.1 http://[::1]", ""),
    # names
    ("example.com", "http://example.com https://example.com:8443 http://a.b.example.com", "http://notexample.com"),
    (".example.com", "http://example.com http://a.example.com", "http://notexample.com http://com"),
    ("*.example.com", "http://a.example.com http://a.b.example.com", "http://example.com http://notexample.com"),
    ("example.com", "", "http://example.com.evil http://example.co"),
    ("EXAMPLE.com", "http://example.COM http://A.Example.Com", ""),
    ("example.com.", "http://example.com http://a.example.com", ""),
    ("example.com", "http://example.com. http://a.example.com.", ""),
    ("localhost", "http://localhost:1234 http://LOCALHOST http://a.localhost", "http://127.0.0.1"),
    ("bücher.example", "http://bücher.example http://xn--bcher-kva.example http://a.BÜCHER.example", "http://example"),
    ("xn--bcher-kva.example", "http://bücher.example", ""),
    (".bücher.example", "http://bücher.example http://a.bücher.example", ""),
    # separators
    ("a.example b.example", "http://a.example http://b.example", "http://c.example"),
    ("a.x,b.x\tc.x\n d.x", "http://a.x http://b.x http://c.x http://d.x", ""),
    # ports and schemes
    ("example.com:8080", "http://example.com:8080 http://a.example.com:8080", "http://example.com http://example.com:80"),
    ("example.com:443", "https://example.com https://example.com:443", "http://example.com"),
    ("*:8080", "http://h:8080 http://127.0.0.1:8080", "http://h"),
    ("http://example.com", "http://example.com http://example.com:81", "https://example.com"),
    ("https://example.com:8443/", "https://example.com:8443", "https://example.com http://example.com:8443"),
    ("all://example.com", "http://example.com https://example.com", ""),
    # addresses
    ("127.0.0.1", "http://127.0.0.1 http://127.0.0.1:8080", "http://127.0.0.11 http://1.127.0.0.1 http://localhost"),
    ("0.0.1", "", "http://127.0.0.1"),
    ("127.0.0.1:8080", "http://127.0.0.1:8080", "http://127.0.0.1"),
    ("::1", "http://[::1] http://[::1]:8080 http://[0:0:0:0:0:0:0:1]", "http://[::2]"),
    ("[::1]", "http://[::1] http://[::1]:8080", "http://[::11]"),
    ("[::1]:8080", "http://[::1]:8080 http://[0::1]:8080", "http://[::1]"),
    ("0:0:0:0:0:0:0:1", "http://[::1]", ""),
    ("FE80::A", "http://[fe80::a] http://[fe80:0::a%25eth0]", ""),
    ("10.0.0.1", "http://[::ffff:10.0.0.1]", ""),
    # networks
    ("10.0.0.0/8", "http://10.1.2.3 http://10.255.255.255:81", "http://11.0.0.1 http://10.example http://[::1]"),
    ("10.1.2.3/8", "http://10.0.0.1", "http://11.0.0.1"),
    ("10.0.0.0/255.0.0.0", "http://10.1.2.3", "http://11.0.0.1"),
    ("192.168.1.128/25", "http://192.168.1.129", "http://192.168.1.127"),
    ("0.0.0.0/0", "http://8.8.8.8", "http://h http://[::1]"),
    ("10.0.0.1/32", "http://10.0.0.1", "http://10.0.0.2"),
    ("10.0.0.0/8:8080", "http://10.1.2.3:8080", "http://10.1.2.3"),
    ("fd00::/8", "http://[fd00::1] http://[fdff::1]:8080", "http://[fe00::1] http://10.0.0.1"),
    ("[fd00::]/8", "http://[fd00::1]", "http://[fe00::1]"),
    ("[fd00::]/8:8080", "http://[fd00::1]:8080", "http://[fd00::1]"),
    ("::/0", "http://[fd00::1]", "http://10.0.0.1"),
    # ignored
    ("10.0.0.0/33 10.0.0.0/x 10.0.0.0/ h/8 /8 [::1 h:x : . .. *. ://", "", "http://10.0.0.1 http://x http://[::1]:81"),
    ("10.0.0.0/99,example.com", "http://example.com", "http://10.0.0.1"),
]  # fmt: skip


@pytest.mark.parametrize("text, matched, others", TABLE)
def test_servers_that_no_proxy_matches(text: str, matched: str, others: str) -> None:
    rules = BypassRules(text)
    for urls, is_matched in ((matched, True), (others, False)):
        for url in urls.split():
            assert rules.match(*server_of(url)) is is_matched, url


def server_of(url: str) -> Any:
    """Return the scheme, host and port of a URL, as the transports find them."""
    return parse_url(url)[:3]
