# SPDX-License-Identifier: MIT
"""AWS Signature Version 4 in headers. No I/O and no clock; imports nothing from the package.

After "Create a signed AWS API request" in the AWS IAM User Guide, as for all services except S3: paths are encoded
twice. bedrock.py decides which headers are signed and where credentials come from.
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
UNRESERVED = "-_.~"  # besides letters and digits (RFC 3986 §2.3)
DEFAULT_PORTS = {"http": 80, "https": 443}


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
    """Return the headers that sign a request: X-Amz-Date, Authorization, and X-Amz-Security-Token for a session.

    All `headers` are signed, and must include Host; `digest` is that of the body. `credentials` are key id, secret,
    and session token or None; `timestamp` is seconds since 1970.
    """
    key_id, secret, token = credentials
    now = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(timestamp))
    added = {"X-Amz-Date": now, "X-Amz-Security-Token": token} if token else {"X-Amz-Date": now}
    signed = {name.lower(): " ".join(value.split()) for name, value in {**headers, **added}.items()}
    signed_names = ";".join(sorted(signed))
    header_lines = "".join("{}:{}\n".format(name, signed[name]) for name in sorted(signed))
    canonical_request = "\n".join(
        (method.upper(), _canonical_path(url), _canonical_query(url), header_lines, signed_names, digest)
    )
    scope = "/".join((now[:8], region, service, "aws4_request"))
    string_to_sign = "\n".join((ALGORITHM, now, scope, hashlib.sha256(canonical_request.encode()).hexdigest()))
    key = ("AWS4" + secret).encode()
    for message in scope.split("/") + [string_to_sign]:  # the digest of the last one is the signature
        key = hmac.new(key, message.encode(), hashlib.sha256).digest()
    template = "{} Credential={}/{}, SignedHeaders={}, Signature={}"
    return {**added, "Authorization": template.format(ALGORITHM, key_id, scope, signed_names, key.hex())}


def body_digest(body: Union[None, bytes, Iterable[bytes]]) -> str:
    """Return the SHA-256 digest of a body in hexadecimal. An iterable of chunks is consumed."""
    digest = hashlib.sha256()
    for chunk in (body,) if isinstance(body, bytes) else body or ():
        digest.update(chunk)
    return digest.hexdigest()


def host_header(url: str) -> str:
    """Return the Host header of a request to `url` (RFC 9110 §7.2), with the port only if it is not the default."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    host = host if host.isascii() else host.encode("idna").decode("ascii")
    host = "[{}]".format(host) if ":" in host else host
    return host if parts.port in (None, DEFAULT_PORTS.get(parts.scheme)) else "{}:{}".format(host, parts.port)


def normalize_url(url: str) -> str:
    """Return the URL with all characters escaped that are not unreserved, as AWS does: a space is %20, never a plus.

    Such a URL is unambiguous, so the server verifies the same text that was signed.
    """
    parts = urlsplit(url)
    path = "/".join(quote(unquote(segment), safe=UNRESERVED) for segment in parts.path.split("/"))
    pairs = [pair.partition("=") for pair in parts.query.split("&") if pair]
    query = "&".join("=".join(quote(unquote_plus(text), safe=UNRESERVED) for text in pair[::2]) for pair in pairs)
    return urlunsplit((parts.scheme, parts.netloc, path, query, ""))


def _canonical_path(url: str) -> str:
    path = urlsplit(url).path or "/"
    normalized = "/" + normpath(path).strip("/")  # normpath keeps a double slash at the start
    has_trailing_slash = path.endswith("/") and normalized != "/"
    return quote(normalized + "/" if has_trailing_slash else normalized, safe="/" + UNRESERVED)


def _canonical_query(url: str) -> str:
    pairs = (pair.partition("=")[::2] for pair in urlsplit(url).query.split("&") if pair)
    return "&".join("=".join(pair) for pair in sorted(pairs))
