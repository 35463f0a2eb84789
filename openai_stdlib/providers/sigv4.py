# SPDX-License-Identifier: MIT
"""AWS Signature Version 4, in headers. A leaf: imports nothing of ours; no I/O, and no clock.

After "Create a signed AWS API request" in the AWS IAM User Guide, as for all services but S3: paths are encoded twice.
Which headers are signed, and where credentials come from, is decided in bedrock.py.
"""

from __future__ import annotations

import hashlib
import hmac
import time
from posixpath import normpath
from urllib.parse import quote, unquote, unquote_plus, urlsplit, urlunsplit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, Iterable, Mapping, Optional, Tuple, Union

ALGORITHM = "AWS4-HMAC-SHA256"
UNRESERVED = "-_.~"  # beside letters and digits (RFC 3986 §2.3)


def signature_headers(
    method: str,
    url: str,
    headers: Mapping[str, str],
    digest: str,
    credentials: Tuple[str, str, Optional[str]],
    *,
    service: str,
    region: str,
    timestamp: float,
) -> Dict[str, str]:
    """Return the headers that sign a request: X-Amz-Date, X-Amz-Security-Token for a session, Authorization.

    All of `headers` are signed, and Host must be among them; `digest` is that of the body. `credentials` are key id,
    secret and session token or None; `at` is seconds since 1970.
    """
    key_id, secret, token = credentials
    now = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(timestamp))
    added = {"X-Amz-Date": now, "X-Amz-Security-Token": token} if token else {"X-Amz-Date": now}
    signed = {name.lower(): " ".join(value.split()) for name, value in {**headers, **added}.items()}
    names = ";".join(sorted(signed))
    fields = "".join("{}:{}\n".format(name, signed[name]) for name in sorted(signed))
    request = "\n".join((method.upper(), _path(url), _query(url), fields, names, digest))
    scope = "/".join((now[:8], region, service, "aws4_request"))
    text = "\n".join((ALGORITHM, now, scope, hashlib.sha256(request.encode()).hexdigest()))
    key = ("AWS4" + secret).encode()
    for part in scope.split("/") + [text]:
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    said = "{} Credential={}/{}, SignedHeaders={}, Signature={}"
    return {**added, "Authorization": said.format(ALGORITHM, key_id, scope, names, key.hex())}


def body_digest(body: Union[None, bytes, Iterable[bytes]]) -> str:
    """Return the SHA-256 of a body in hexadecimal; one that is iterated for its bytes is read through."""
    digest = hashlib.sha256()
    for block in (body,) if isinstance(body, bytes) else body or ():
        digest.update(block)
    return digest.hexdigest()


def host_header(url: str) -> str:
    """Return the Host field of a request to `url` (RFC 9110 §7.2): the port only if it is not the usual one."""
    parts = urlsplit(url)
    name = parts.hostname or ""
    name = name if name.isascii() else name.encode("idna").decode("ascii")
    name = "[{}]".format(name) if ":" in name else name
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    return name if parts.port in (None, usual) else "{}:{}".format(name, parts.port)


def normalize_url(url: str) -> str:
    """Return the URL with all but unreserved characters escaped, as AWS writes it: a blank is %20, never a plus.

    Such a URL can be read in one way only, so that what the server checks is what was signed.
    """
    parts = urlsplit(url)
    path = "/".join(quote(unquote(piece), safe=UNRESERVED) for piece in parts.path.split("/"))
    pairs = [pair.partition("=") for pair in parts.query.split("&") if pair]
    query = "&".join("=".join(quote(unquote_plus(one), safe=UNRESERVED) for one in pair[::2]) for pair in pairs)
    return urlunsplit((parts.scheme, parts.netloc, path, query, ""))


def _path(url: str) -> str:
    path = urlsplit(url).path or "/"
    clean = "/" + normpath(path).strip("/")  # normpath keeps two slashes at the start
    return quote(clean + "/" if path.endswith("/") and clean != "/" else clean, safe="/" + UNRESERVED)


def _query(url: str) -> str:
    pairs = (pair.partition("=")[::2] for pair in urlsplit(url).query.split("&") if pair)
    return "&".join("=".join(pair) for pair in sorted(pairs))
