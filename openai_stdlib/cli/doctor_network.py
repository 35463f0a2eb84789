# SPDX-License-Identifier: MIT
"""What `doctor` sees on the way to the server: DNS, connect, proxy and TLS, each with its time.

The connection is made by the functions of the built-in transport, and nothing but handshakes is sent on it.
"""

from __future__ import annotations

import re
import socket
import time

from ..transport.connect import default_ssl_context, lookup, run_steps, server_name, start_tls
from ..transport.pool import Countdown, connect_tcp
from .doctor_checks import FAILED, OK, WARNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Optional, Tuple

    from ..transport.urllib_transport import Route
    from .doctor_checks import Report

EXPIRED, NOT_YET_VALID, WRONG_NAME = 10, 9, (62, 64)  # codes of OpenSSL's verification
DAY = 86_400  # seconds
EXPIRES_SOON = 14  # days
# The ids of an issuer's common name and organization in a certificate (X.520), and the text that follows them.
NAMES = re.compile(rb"\x06\x03\x55\x04([\x03\x0a])[\x0c\x13\x14\x16](.)", re.DOTALL)


def check_network(report: Report, route: Route, timeout: float) -> bool:
    """Connect to the server, and report each step. Return whether a connection was made."""
    hop: Any = route.proxy or route
    what = "the proxy " if route.proxy else ""
    addresses = _check_dns(report, hop, what, timeout)
    if not addresses:
        return False
    started = time.monotonic()
    try:
        sock = connect_tcp(addresses, Countdown(timeout, "connecting"))
    except OSError as error:
        report.add("connect", FAILED, "{}{}:{}: {}".format(what, hop.host, hop.port, error), _connect_step(error, hop))
        return False
    with sock:
        report.add("connect", OK, "{}{}".format(what, _peer(sock)), seconds=time.monotonic() - started)
        return _check_tunnel(report, route, sock, timeout)


def _check_dns(report: Report, hop: Any, what: str, timeout: float) -> Any:
    started = time.monotonic()
    try:
        addresses = lookup(hop.host, hop.port, Countdown(timeout, "looking up the name"))
    except (OSError, UnicodeError) as error:
        step = "check the spelling of the host, and the connection to the network"
        if what:
            step = "check the URL of the proxy"
        reason = getattr(error, "strerror", None) or str(error)
        report.add("DNS", FAILED, "{}{}: {}".format(what, hop.host, reason), step)
        return []
    hosts = list(dict.fromkeys(str(address[4][0]) for address in addresses))
    if hosts != [hop.host]:
        report.add("DNS", OK, "{}: {}".format(hop.host, ", ".join(hosts[:4])), seconds=time.monotonic() - started)
    return addresses


def _connect_step(error: OSError, hop: Any) -> str:
    if isinstance(error, ConnectionRefusedError):
        return "nothing listens there: start the server, or correct host and port"
    if isinstance(error, (TimeoutError, socket.timeout)):
        return "a firewall may block it: try another network, or set HTTPS_PROXY"
    return "check the connection to the network, or set HTTPS_PROXY if it needs a proxy"


def _peer(sock: Any) -> str:
    host, port = sock.getpeername()[:2]
    return "{}:{}".format("[{}]".format(host) if ":" in host else host, port)


def _check_tunnel(report: Report, route: Route, sock: Any, timeout: float) -> bool:
    """Go through the proxy and begin TLS, as far as the route has them."""
    countdown = Countdown(timeout, "connecting")
    proxy = route.proxy
    try:
        if proxy is not None and proxy.scheme == "https":
            sock = start_tls(sock, default_ssl_context(countdown), proxy.host, countdown)
        if proxy is not None and not route.is_forwarded:
            started = time.monotonic()
            host = route.host
            run_steps(sock, proxy.negotiate(host, route.port), countdown)
            report.add("tunnel", OK, "through the proxy", seconds=time.monotonic() - started)
    except OSError as error:
        report.add("tunnel", FAILED, str(error), proxy_step(str(error)))
        return False
    return route.scheme != "https" or _check_tls(report, route, sock, countdown)


def proxy_step(reason: str) -> str:
    """Return what to do about a proxy that refuses."""
    if "407" in reason:
        return "the proxy wants a password: set HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT"
    return "ask who runs the proxy, or bypass it with NO_PROXY"


def _check_tls(report: Report, route: Route, sock: Any, countdown: Countdown) -> bool:
    """Begin TLS; if the certificate is rejected, find out who has issued it."""
    import ssl

    started = time.monotonic()
    try:
        tls: Any = start_tls(sock, default_ssl_context(countdown), route.host, countdown)
    except ssl.SSLCertVerificationError as error:
        issuer = read_issuer(route, countdown) if route.proxy is None else ""
        detail, step = explain_certificate_error(error.verify_code, error.verify_message, route.host, issuer)
        report.add("certificate", FAILED, detail, step)
        return False
    except (OSError, ssl.SSLError) as error:
        step = "is it an http:// server? Otherwise something on the way breaks TLS: try another network"
        report.add("TLS handshake", FAILED, str(error), step)
        return False
    with tls:
        report.add("TLS handshake", OK, str(tls.version()), seconds=time.monotonic() - started)
        _report_certificate(report, tls.getpeercert() if hasattr(tls, "getpeercert") else None)
    return True


def _report_certificate(report: Report, certificate: Any) -> None:
    if not certificate:
        return
    import ssl

    issuer = _name_of(certificate.get("issuer", ()))
    days = int((ssl.cert_time_to_seconds(certificate["notAfter"]) - time.time()) // DAY)
    detail = "from {}, valid for {} days".format(issuer, days)
    if days < EXPIRES_SOON:
        report.add("certificate", WARNING, detail, "have the server's certificate renewed")
    else:
        report.add("certificate", OK, detail)


def _name_of(issuer: Any) -> str:
    names: Dict[str, str] = {key: value for part in issuer for key, value in part}
    return names.get("organizationName") or names.get("commonName") or "an unnamed issuer"


def explain_certificate_error(code: int, message: str, host: str, issuer: str) -> Tuple[str, str]:
    """Return what is wrong with a certificate, and the next step."""
    by = " (issued by {})".format(issuer) if issuer else ""
    if code == EXPIRED:
        return "the certificate has expired" + by, "check the clock of this machine; else the server must renew it"
    if code == NOT_YET_VALID:
        return "the certificate is not valid yet" + by, "set the clock of this machine"
    if code in WRONG_NAME:
        return "the certificate is for another name than {}{}".format(host, by), "correct the host of the base URL"
    step = "trust that CA with SSL_CERT_FILE if the server is yours or your company inspects TLS"
    return "the certificate is not trusted{}: {}".format(
        by, message
    ), step + "; else somebody intercepts the connection"


def read_issuer(route: Route, countdown: Countdown) -> str:
    """Return who has issued the certificate of a server, without trusting it; "" if that is not possible."""
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # nothing is sent on this connection
    try:
        with connect_tcp(lookup(route.host, route.port, countdown), countdown) as sock:
            with context.wrap_socket(sock, server_hostname=server_name(route.host)) as tls:
                return parse_issuer(tls.getpeercert(True) or b"")
    except OSError:
        return ""


def parse_issuer(certificate: bytes) -> str:
    """Return the organization and the name of the issuer in a certificate in DER; "" if there is none.

    The issuer comes before the subject (RFC 5280 §4.1), so the first of each id counts.
    """
    found: Dict[bytes, str] = {}
    for match in NAMES.finditer(certificate):
        length: Optional[int] = match.group(2)[0]
        if match.group(1) in found:
            break
        text = certificate[match.end() : match.end() + (length or 0)].decode("utf-8", "replace")
        found[match.group(1)] = "".join(character for character in text if character.isprintable())
    return ", ".join(found[key] for key in (b"\x0a", b"\x03") if found.get(key))
