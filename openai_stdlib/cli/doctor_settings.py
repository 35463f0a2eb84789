# SPDX-License-Identifier: MIT
"""What `doctor` tells without the network: Python, key, base URL, proxy and certificates."""

from __future__ import annotations

import os
import re
import sys

from ..call.headers import mask_query
from .doctor_checks import FAILED, INFO, OK, WARNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List

    from ..transport.urllib_transport import Route
    from .doctor_checks import Report

OFFICIAL_HOST = "api.openai.com"
MIN_SHOWN_KEY = 20  # characters of a key of which the last four are shown
# The ends of URLs of operations, which are no base URLs.
OPERATIONS = re.compile(r"/(chat/completions|completions|responses|models|embeddings|files)/?$")


def check_python(report: Report, version: str) -> None:
    """Tell the versions of this library, Python and the system."""
    import platform

    detail = "{} on {}, openai-stdlib {}".format(platform.python_version(), platform.platform(terse=True), version)
    report.add("python", INFO, detail)


def check_key(report: Report, settings: Any, key_file: Any) -> bool:
    """Tell which key is used, and from where. Return whether there is one."""
    layer = settings.explain().get("api_key", "").rpartition(" (")[2].rstrip(")")
    key = settings.api_key
    if settings.has_authorization_header:
        report.add("key", INFO, "an Authorization header is set, so the key is not used")
        return True
    if key is None:
        report.add("key", FAILED, "there is none", "set OPENAI_API_KEY, or use --api-key-file FILE")
        return False
    if not isinstance(key, str):
        report.add("key", OK, "from a function ({})".format(layer))
        return True
    source: str = "OPENAI_API_KEY" if layer == "environment" else layer
    detail = "{} from {}".format(mask_key(key), key_file if key_file and layer == "client" else source)
    host = settings.base_url.partition("://")[2].partition("/")[0]
    if key[:1] in "\"'" or key[-1:] in "\"'":
        report.add("key", FAILED, detail + " is in quotes", "remove the quotes from " + source)
        return True
    if host == OFFICIAL_HOST and not key.startswith("sk-"):
        report.add("key", WARNING, detail + " does not begin with sk-", "copy a key from the OpenAI dashboard")
        return True
    report.add("key", OK, detail)
    return True


def mask_key(key: str) -> str:
    """Return a key with all but the ends hidden."""
    if len(key) < MIN_SHOWN_KEY:
        return "***"
    return "{}***{}".format("sk-" if key.startswith("sk-") else "", key[-4:])


def check_base_url(report: Report, settings: Any) -> None:
    """Tell the base URL, where it comes from, and what seems wrong with it."""
    explained = str(settings.explain().get("base_url", ""))
    layer = explained.rpartition(" (")[2].rstrip(")")
    source = {"environment": " from OPENAI_BASE_URL", "client": " from --base-url", "built-in": ", the default"}
    detail = mask_query(settings.base_url) + source.get(layer, " from " + layer)
    problem = find_base_url_problem(settings.base_url)
    if problem:
        guess = mask_query(guess_base_urls(settings.base_url)[0])
        report.add("base URL", WARNING, "{}: {}".format(detail, problem), "use " + guess)
    else:
        report.add("base URL", OK, detail)


def find_base_url_problem(url: str) -> str:
    """Return what seems wrong with a base URL; "" if it may be right."""
    path = url.partition("://")[2].partition("/")[2].rstrip("/")
    if re.search(r"(^|/)v1/(.*/)?v1(/|$)", path):
        return "/v1 is in it twice"
    if OPERATIONS.search("/" + path):
        return "it ends with the path of an operation"
    if url.startswith("http://" + OFFICIAL_HOST):
        return "it is not encrypted"
    return "" if re.search(r"(^|/)v\d", path) else "it has no /v1"


def guess_base_urls(url: str) -> List[str]:
    """Return the base URLs that are perhaps meant, the likeliest first."""
    url = url.rstrip("/")
    bare = OPERATIONS.sub("", url)
    while re.search(r"/v1/?$", bare):
        bare = bare[: bare.rindex("/v1")]
    bare = re.sub(r"/v1(/.*)?$", "", bare).replace("http://" + OFFICIAL_HOST, "https://" + OFFICIAL_HOST)
    return [guess for guess in (bare + "/v1", bare) if guess != url]


def find_proxy(report: Report, settings: Any) -> Any:
    """Tell the proxy that is used for the base URL, and why. Return the Route, or None if its URL is invalid."""
    from ..transport.proxy import Hidden, ProxySettings
    from ..transport.urllib_transport import find_route

    try:
        proxies = ProxySettings(None if settings.proxy is None else Hidden(settings.proxy))
        route = find_route(settings.base_url + "/models", {}, proxies)
    except ValueError as error:
        report.add("proxy", FAILED, str(error), "correct the variable, or unset it")
        return None
    scheme = route.scheme
    sources = proxies._sources
    source = (sources.get(scheme) or sources.get("all") or ("",))[0]
    if route.proxy is not None:
        text = repr(route.proxy)[len("<Proxy ") : -1]
        report.add("proxy", INFO, "{} from {}".format(text, source))
    elif source:
        name = "no_proxy" if os.environ.get("no_proxy") is not None else "NO_PROXY"
        value = os.environ.get(name)
        why = "{}={}".format(name, value) if value else "the settings of the system"
        report.add("proxy", INFO, "none for this server, because of {}; {} is not used".format(why, source))
    else:
        report.add("proxy", INFO, "none is set")
    return route


def check_certificates(report: Report, route: Route) -> None:
    """Tell the TLS library, and where the certificates come from that it trusts."""
    if "https" not in (route.scheme, route.proxy and route.proxy.scheme):
        report.add("TLS", INFO, "not used: the base URL is http://")
        return
    import ssl

    from ..transport.connect import default_ssl_context

    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        path = os.environ.get(name)
        if path and not os.path.exists(path):
            step = "correct {}, or unset it".format(name)
            report.add("certificates", FAILED, "{}={} does not exist".format(name, path), step)
            return
    report.add("TLS", INFO, ssl.OPENSSL_VERSION)
    try:
        count = default_ssl_context().cert_store_stats()["x509_ca"]
    except OSError as error:
        report.add("certificates", FAILED, "cannot be loaded: {}".format(error), "correct SSL_CERT_FILE, or unset it")
        return
    paths = ssl.get_default_verify_paths()
    where = os.environ.get("SSL_CERT_FILE") or paths.cafile or os.environ.get("SSL_CERT_DIR") or paths.capath
    if count or paths.capath or sys.platform == "win32":
        report.add("certificates", OK, "{} CAs are loaded from {}".format(count, where or "the system"))
    else:
        step = "install the package ca-certificates, or set SSL_CERT_FILE to a file with CAs"
        report.add("certificates", WARNING, "no CA is found at {}".format(paths.openssl_cafile), step)
