# SPDX-License-Identifier: MIT
"""AWS Signature Version 4: AWS's test vectors, comparison with botocore, and requests as received by a server."""

from __future__ import annotations

import calendar
import io
import random
import re
import string
import time
from typing import Any

import pytest

from . import load
from .raw_server import REQUEST, RawRequest, RawServer, forever, respond

sigv4 = load("providers.sigv4")
bedrock = load("providers.bedrock").BedrockProvider
Request = load("call.message").Request
Headers = load("call.headers").Headers
Timeout = load("call.timeout").Timeout

ID, SECRET = "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
TIMESTAMP = calendar.timegm((2015, 8, 30, 12, 36, 0))
EMPTY_DIGEST = sigv4.body_digest(None)
LETTERS = string.digits + string.ascii_uppercase + string.ascii_lowercase
FORM = {"content-type": "application/x-www-form-urlencoded"}
CHARSET = {"content-type": "application/x-www-form-urlencoded; charset=utf8"}

# From the "aws-sig-v4-test-suite" published by AWS: name, method, target, headers besides Host, body, signature.
VECTORS = [
    ("get-vanilla", "GET", "/", {}, b"", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
    ("post-vanilla", "POST", "/", {}, b"", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
    (
        "get-header-key-duplicate",
        "GET",
        "/",
        {"My-Header1": "value2,value2,value1"},
        b"",
        "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea",
    ),
    (
        "get-header-value-order",
        "GET",
        "/",
        {"My-Header1": "value4,value1,value3,value2"},
        b"",
        "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01",
    ),
    (
        "get-header-value-trim",
        "GET",
        "/",
        {"My-Header1": " value1", "My-Header2": ' "a   b   c"'},
        b"",
        "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736",
    ),
    (
        "post-header-value-case",
        "POST",
        "/",
        {"My-Header1": "VALUE1"},
        b"",
        "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d",
    ),
    (
        "post-header-key-sort",
        "POST",
        "/",
        {"My-Header1": "value1"},
        b"",
        "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c",
    ),
    (
        "get-unreserved",
        "GET",
        "/-._~" + LETTERS,
        {},
        b"",
        "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f",
    ),
    ("get-utf8", "GET", "/\u1234", {}, b"", "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"),
    (
        "get-vanilla-empty-query-key",
        "GET",
        "/?Param1=value1",
        {},
        b"",
        "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb",
    ),
    (
        "get-vanilla-query-order-key-case",
        "GET",
        "/?Param2=value2&Param1=value1",
        {},
        b"",
        "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    ),
    (
        "get-vanilla-query-unreserved",
        "GET",
        "/?-._~{0}=-._~{0}".format(LETTERS),
        {},
        b"",
        "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197",
    ),
    (
        "get-vanilla-utf8-query",
        "GET",
        "/?%E1%88%B4=bar",
        {},
        b"",
        "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04",
    ),
    (
        "post-vanilla-query",
        "POST",
        "/?Param1=value1",
        {},
        b"",
        "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11",
    ),
    (
        "post-x-www-form-urlencoded",
        "POST",
        "/",
        FORM,
        b"Param1=value1",
        "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
    ),
    (
        "post-x-www-form-urlencoded-parameters",
        "POST",
        "/",
        CHARSET,
        b"Param1=value1",
        "1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe",
    ),
]


def signed(method: str, url: str, headers: Any, digest: str, token: Any = None, **options: Any) -> Any:
    options = {"service": "service", "region": "us-east-1", "timestamp": TIMESTAMP, **options}
    return sigv4.signature_headers(method, url, headers, digest, (ID, SECRET, token), **options)


@pytest.mark.parametrize("vector", VECTORS, ids=[vector[0] for vector in VECTORS])
def test_aws_vectors(vector: Any) -> None:
    _, method, target, headers, body, signature = vector
    url = "https://example.amazonaws.com" + target
    result = signed(method, url, {"Host": sigv4.host_header(url), **headers}, sigv4.body_digest(body))
    assert result["X-Amz-Date"] == "20150830T123600Z"
    assert result["Authorization"].startswith(
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders="
    )
    assert result["Authorization"].endswith(", Signature=" + signature)


# From the suite's folder normalize-path: each target is equivalent to the path beside it.
@pytest.mark.parametrize(
    ("target", "normalized"),
    [("/example/..", "/"), ("/./", "/"), ("//", "/"), ("/./example", "/example"), ("//example//", "/example/")],
)
def test_paths_are_normalized(target: str, normalized: str) -> None:
    one, other = (
        signed("GET", "https://example.amazonaws.com" + path, {"Host": "example.amazonaws.com"}, EMPTY_DIGEST)
        for path in (target, normalized)
    )
    assert one == other


def test_a_body_can_be_digested_in_chunks() -> None:
    body = b"abc" * 100_000
    assert sigv4.body_digest(iter([body[:7], b"", body[7:]])) == sigv4.body_digest(body)
    assert EMPTY_DIGEST == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://h.aws/v1/a b", "https://h.aws/v1/a%20b"),
        ("https://h.aws/m/a:b%2Fc?x=1+2&y=a%2Bb&z", "https://h.aws/m/a%3Ab%2Fc?x=1%202&y=a%2Bb&z="),
        ("https://h.aws/m?include[]=a/b&include%5B%5D=é", "https://h.aws/m?include%5B%5D=a%2Fb&include%5B%5D=%C3%A9"),
        ("https://h.aws", "https://h.aws"),
    ],
)
def test_a_normalized_url_is_unambiguous(url: str, expected: str) -> None:
    assert sigv4.normalize_url(url) == expected
    assert sigv4.normalize_url(expected).rstrip("=") == expected.rstrip("=")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://Example.COM/a", "example.com"),
        ("https://example.com:443/a", "example.com"),
        ("http://example.com:443/a", "example.com:443"),
        ("http://[::1]:8080/a", "[::1]:8080"),
        ("https://bücher.example/", "xn--bcher-kva.example"),
    ],
)
def test_host_headers(url: str, expected: str) -> None:
    assert sigv4.host_header(url) == expected


def random_text(generator: random.Random, letters: str) -> str:
    return "".join(generator.choice(letters) for _ in range(generator.randrange(1, 12)))


def test_signatures_are_those_of_botocore() -> None:
    """Compares 2,000 random requests, in the form in which the provider sends them."""
    auth = pytest.importorskip("botocore.auth")
    credentials = pytest.importorskip("botocore.credentials").Credentials
    aws_request = pytest.importorskip("botocore.awsrequest").AWSRequest
    generator = random.Random(4)
    letters = string.printable.strip().replace("?", "").replace("#", "") + " é\u1234"
    for _ in range(2000):
        path = "/".join(random_text(generator, letters.replace("/", "")) for _ in range(generator.randrange(5)))
        query = "&".join(
            "{}={}".format(random_text(generator, letters.replace("&", "")), random_text(generator, letters))
            for _ in range(generator.randrange(4))
        )
        url = sigv4.normalize_url("https://example.amazonaws.com:8443/{}?{}".format(path, query))
        body = bytes(generator.randrange(256) for _ in range(generator.randrange(40)))
        token = generator.choice([None, "a/session+token=="])
        digest = sigv4.body_digest(body)
        headers = {
            "Host": sigv4.host_header(url),
            "X-Amz-Content-SHA256": digest,
            "Content-Type": random_text(generator, "ab ;="),
        }
        service, region = (
            generator.choice(["bedrock", "bedrock-mantle"]),
            generator.choice(["us-east-1", "eu-central-2"]),
        )
        ours = signed("POST", url, headers, digest, token, service=service, region=region)

        signer = auth.SigV4Auth(credentials(ID, SECRET, token), service, region)
        theirs = aws_request("POST", url, headers={**headers, "X-Amz-Date": ours["X-Amz-Date"]}, data=body)
        if token:
            theirs.headers["X-Amz-Security-Token"] = token
        theirs.context["timestamp"] = ours["X-Amz-Date"]
        signature = signer.signature(signer.string_to_sign(theirs, signer.canonical_request(theirs)), theirs)
        assert ours["Authorization"].endswith("Signature=" + signature), url
        assert signer.signed_headers(signer.headers_to_sign(theirs)) in ours["Authorization"]


def verify(request: RawRequest, **options: str) -> list[str]:
    """Verify the signature of a received request, as AWS does, and return the names of the signed headers."""
    scheme, _, rest = request.header("Authorization")[0].partition(" ")
    assert scheme == "AWS4-HMAC-SHA256"
    fields = dict(part.split("=", 1) for part in rest.split(", "))
    names = fields["SignedHeaders"].split(";")
    assert names == sorted(names)
    for name in names:
        assert len(request.header(name)) == 1, name
    date = request.header("X-Amz-Date")[0]
    headers = {name: request.header(name)[0] for name in names if name not in ("x-amz-date", "x-amz-security-token")}
    token = (request.header("X-Amz-Security-Token") or [None])[0]
    digest = sigv4.body_digest(request.body)
    assert request.header("X-Amz-Content-SHA256") == [digest]
    timestamp = calendar.timegm(time.strptime(date, "%Y%m%dT%H%M%SZ"))
    assert abs(timestamp - time.time()) < 600
    url = "https://{}{}".format(request.header("Host")[0], request.target)
    expected = signed(request.method, url, headers, digest, token, timestamp=timestamp, **options)
    assert expected["Authorization"] == request.header("Authorization")[0]
    return names


def send(provider: Any, url: str, body: Any = None, method: str = "POST", **headers: str) -> None:
    """Send one request as a client does."""
    drivers, flow = load("call.drivers"), load("call.exchange")
    request = Request(
        method, url, Headers({"Accept": "application/json", "User-Agent": "ours", **headers}), body, Timeout(10)
    )
    with load("transport.urllib_transport").UrllibTransport() as transport:
        drivers.drive(flow.exchange(request, 0, sign=provider.sign), transport, drivers.Deadline(10))


def provider(url: str, **options: Any) -> Any:
    options = {"access_key_id": ID, "secret_access_key": SECRET, "region": "eu-central-1", "environment": {}, **options}
    return bedrock(base_url=url, **options)


def test_requests_are_sent_as_they_were_signed() -> None:
    """Verifies the signatures against the bytes that the server received."""
    with RawServer(forever(REQUEST, respond(b"{}"))) as server:
        base = server.url + "/openai/v1"
        ours = provider(base)
        json = {"Content-Type": "application/json"}
        send(ours, base + "/chat/completions", b'{"a": 1}', **json)
        send(ours, base + "/models/anthropic.claude-v2:1?after=a+b&include%5B%5D=x/y", method="GET")
        send(ours, base + "/responses/r/cancel", None)
        send(
            provider(base, session_token="session/+=="),
            base + "/models",
            method="GET",
            **{"X-Amz-Security-Token": "old"},
        )
        form = load("call.multipart").Multipart({"purpose": "batch", "file": ("a.txt", io.BytesIO(b"x" * 300_000))})
        send(ours, base + "/files", form, **{"Content-Type": form.content_type})
        send(provider(base, endpoint="runtime"), base + "/models", method="GET")
    scope = {"region": "eu-central-1", "service": "bedrock-mantle"}
    required = ["host", "x-amz-content-sha256", "x-amz-date"]
    names = [verify(request, **scope) for request in server.requests[:-1]]
    assert names[0] == names[4] == ["content-type"] + required
    assert names[1] == names[2] == required
    assert names[3] == required + ["x-amz-security-token"]
    assert verify(server.requests[-1], region="eu-central-1", service="bedrock") == required
    assert server.requests[1].target == "/openai/v1/models/anthropic.claude-v2%3A1?after=a%20b&include%5B%5D=x%2Fy"
    assert server.requests[3].header("X-Amz-Security-Token") == ["session/+=="]
    assert len(server.requests[4].body) > 300_000
    assert re.fullmatch("[0-9]+", server.requests[4].header("Content-Length")[0])


def test_a_body_that_can_be_read_only_once_is_rejected() -> None:
    ours = provider("http://127.0.0.1:1")
    request = Request("POST", "http://127.0.0.1:1/files", Headers(), iter([b"a"]), Timeout(1))
    with pytest.raises(load("call.errors").ArgumentError, match="only once"):
        ours.sign(request)
