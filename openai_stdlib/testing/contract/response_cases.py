# SPDX-License-Identifier: MIT
"""Tests of responses: status, headers, bodies of every framing and coding, and chunks as they arrive."""

from __future__ import annotations

import threading
import zlib

from ..raw_server import (
    BODY,
    CHUNKED,
    CLOSE,
    HEAD,
    REQUEST,
    RawServer,
    chunk,
    forever,
    head,
    pause,
    per_connection,
    respond,
    send,
    send_repeatedly,
    wait,
)
from .assertions import finishes_promptly, raises_network_error
from .base import TransportCase, echo
from .values import call, read_bytes, request

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..raw_server import Connection


INTERIM_HEADS = (
    head("103 Early Hints"),
    head("103 Early Hints", "Link: </style.css>; rel=preload", "Location: /elsewhere", "Content-Encoding: br"),
    head("102 Processing") + head("100 Continue") + head("103 Early Hints") * 3,
    head("199 Whatever", "Content-Type: text/plain"),
)
ODD_INTERIM_HEADS = (  # with fields that describe a body or a connection, although none has a body
    head("103 Early Hints", "Content-Length: 5"),
    head("103 Early Hints", CHUNKED),
    head("103 Early Hints", "Connection: close"),
)
INVALID_LOCATIONS = (
    "",
    "http://[::1/x",
    "http://127.0.0.1:99999/",
    "http://",
    "//",
    "data:text/html,<b>x",
    "javascript:alert(1)",
    "unix:///run/docker.sock",
    "\\\\other.invalid\\x",
    "http:\\\\other.invalid",
    "http://\xe9.invalid/\xe9",
    "http://xn--/",
    "http://user:word@127.0.0.1:1/",
    "/" + "x" * 30000,
)


def respond_with_target(connection: Connection) -> None:
    """Send the target of the last request as the body of the response. A step of a script."""
    respond(connection.head.target.encode())(connection)


def coded_bodies(data: bytes) -> list[tuple[str, bytes]]:
    """Return the names of the supported content codings and `data` in each; deflate with and without a zlib header."""
    bodies = []
    for name, wbits in (("gzip", 31), ("X-GZip", 31), ("deflate", 15), ("deflate", -15)):
        compressor = zlib.compressobj(wbits=wbits)
        bodies.append((name, compressor.compress(data) + compressor.flush()))
    return bodies


class ResponseCases(TransportCase):
    """Tests of what a transport returns for a response."""

    def test_status_headers_and_body(self) -> None:
        script = (REQUEST, respond(b"hello", "200 OK", "X-Request-Id: req_1", "Content-Type: text/plain"))
        with RawServer(*script) as server, self.transport() as transport:
            status, headers, chunks, close = transport.send(request(server.url + "/v1/models"))
            assert (status, b"".join(chunks)) == (200, b"hello")
            assert type(status) is int and type(headers) is list
            by_name = {name.lower(): value for name, value in headers}
            assert by_name["x-request-id"] == "req_1" and by_name["content-type"] == "text/plain"
            close()
        assert [(each.method, each.target) for each in server.requests] == [("GET", "/v1/models")]

    def test_repeated_headers_are_kept(self) -> None:
        script = (REQUEST, respond(b"", "200 OK", "X-Many: one", "X-Other: x", "X-Many: two"))
        with RawServer(*script) as server, self.transport() as transport:
            _, headers, _, close = transport.send(request(server.url))
            close()
        assert [value for name, value in headers if name.lower() == "x-many"] == ["one", "two"]

    def test_response_without_a_body(self) -> None:
        with RawServer(forever(REQUEST, send(head("204 No Content")))) as server, self.transport() as transport:
            assert call(transport, request(server.url, "DELETE")) == (204, b"")
            assert call(transport, request(server.url, "DELETE")) == (204, b"")
        assert server.connections == 1

    def test_empty_body(self) -> None:
        with RawServer(forever(REQUEST, respond(b""))) as server, self.transport() as transport:
            assert call(transport, request(server.url)) == (200, b"")

    def test_body_that_ends_with_the_connection(self) -> None:
        with RawServer(REQUEST, send(head() + b"all of it")) as server, self.transport() as transport:
            assert call(transport, request(server.url)) == (200, b"all of it")

    def test_response_to_HEAD_has_no_body(self) -> None:
        script = forever(REQUEST, send(head("200 OK", "Content-Length: 5")))
        with RawServer(script) as server, self.transport() as transport:
            assert call(transport, request(server.url, "HEAD")) == (200, b"")

    def test_interim_responses_are_skipped(self) -> None:
        interim = send(head("100 Continue"))
        for script in ((REQUEST, interim, respond(b"final")), (HEAD, interim, BODY, interim, respond(b"final"))):
            with RawServer(*script) as server, self.transport() as transport:
                assert call(transport, request(server.url, "POST", b"body")) == (200, b"final")
            assert server.requests[0].body == b"body"

    def check_interim_response(self, interim: bytes, may_fail: bool) -> None:
        """Check that no call gets the response of another one; if `may_fail`, a call may fail instead."""
        script = forever(REQUEST, send(interim), pause(0.02), respond_with_target)
        with RawServer(script) as server, self.transport() as transport:
            for name in ("/a", "/b", "/c"):
                try:
                    assert call(transport, request(server.url + name)) == (200, name.encode()), interim
                except ConnectionError:
                    assert may_fail, interim

    def test_interim_responses_of_any_kind_are_skipped(self) -> None:
        for interim in INTERIM_HEADS:
            self.check_interim_response(interim, False)

    def test_no_response_is_taken_for_that_of_another_call(self) -> None:
        for interim in ODD_INTERIM_HEADS:
            self.check_interim_response(interim, True)

    def test_switching_protocols_is_an_error(self) -> None:
        for upgrade in ((), ("Connection: Upgrade", "Upgrade: websocket")):
            switched = (REQUEST, send(head("101 Switching Protocols", *upgrade)), pause(0.02), respond(b"other"))
            script = per_connection(switched, (forever(echo),))
            with RawServer(script) as server, self.transport() as transport, finishes_promptly():
                with raises_network_error():
                    call(transport, request(server.url + "/a", "POST", b"{}"))
                assert call(transport, request(server.url + "/b")) == (200, b"/b")
            assert server.connections == 2

    def test_body_is_sent_whether_or_not_the_server_says_100(self) -> None:
        for interim in (head("100 Continue"), b""):
            with RawServer(HEAD, send(interim), BODY, respond(b"final")) as server, self.transport() as transport:
                upload = request(server.url, "POST", b"body")
                upload = upload._replace(headers={**upload.headers, "Expect": "100-continue"})
                assert call(transport, upload) == (200, b"final")
            assert server.requests[0].body == b"body"

    def test_client_and_server_errors_are_returned(self) -> None:
        for status in ("400 Bad Request", "401 Unauthorized", "404 Not Found", "429 Too Many", "500 Oops", "503 Busy"):
            with RawServer(REQUEST, respond(b"why", status)) as server, self.transport() as transport:
                assert call(transport, request(server.url)) == (int(status[:3]), b"why")
            assert len(server.requests) == 1

    def test_redirects_are_returned(self) -> None:
        for status in ("301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"):
            with RawServer(forever(REQUEST, respond(b"moved", status, "Location: /other"))) as server:
                with self.transport() as transport:
                    code, headers, chunks, close = transport.send(request(server.url + "/one", "POST", b"{}"))
                    assert (code, b"".join(chunks)) == (int(status[:3]), b"moved")
                    close()
            assert [value for name, value in headers if name.lower() == "location"] == ["/other"]
            assert [(each.method, each.target) for each in server.requests] == [("POST", "/one")]

    def test_redirects_with_invalid_locations_are_returned(self) -> None:
        fields = [["Location: " + location] for location in INVALID_LOCATIONS]
        fields.append(["Location: /one", "Location: /two"])
        scripts = [(REQUEST, respond(b"moved", "302 Found", "Connection: close", *each)) for each in fields]
        with RawServer(per_connection(*scripts)) as server, self.transport() as transport:
            for each in fields:
                status, headers, _, close = transport.send(request(server.url, "POST", b"{}"))
                close()
                locations = ["Location: " + value for name, value in headers if name.lower() == "location"]
                assert (status, locations) == (302, each)

    def test_body_of_a_redirect_is_not_read(self) -> None:
        endless = send_repeatedly(chunk(b"x" * 1000), 0.01)
        for location in ("Location: /other", "Location: http://[::1/"):
            script = (REQUEST, send(head("307 Temporary Redirect", location, CHUNKED)), endless)
            with RawServer(*script) as server, self.transport() as transport, finishes_promptly():
                status, _, _, close = transport.send(request(server.url, "POST", b"{}"))
                close()
                assert status == 307

    def test_only_codings_that_are_decoded_are_accepted(self) -> None:
        with RawServer(REQUEST, respond()) as server, self.transport() as transport:
            call(transport, request(server.url))
        accepted = {name.strip() for value in server.requests[0].header("Accept-Encoding") for name in value.split(",")}
        assert accepted <= {"gzip", "deflate", "identity"}

    def test_names_that_are_not_content_codings_are_ignored(self) -> None:
        names = ("UTF-8", "none", "identity", "identity, ", "", "aws-chunked", "8bit", "Identity,utf-8")
        steps = [step for each in names for step in (REQUEST, respond(b"plain", "200 OK", "Content-Encoding: " + each))]
        with RawServer(*steps) as server, self.transport() as transport:
            for name in names:
                assert call(transport, request(server.url, "POST", b"{}")) == (200, b"plain"), name

    def test_content_coding_that_is_not_supported_is_an_error(self) -> None:
        names = ("br", "zstd", "compress", "x-compress", "gzip, br", "BR")
        coded = [respond(b"coded", "200 OK", "Content-Encoding: " + name, "Connection: close") for name in names]
        scripts = [(REQUEST, step) for step in coded]
        with RawServer(per_connection(*scripts)) as server, self.transport() as transport, finishes_promptly():
            for name in names:
                with raises_network_error() as caught:
                    call(transport, request(server.url, "POST", b"{}"))
                assert name.rpartition(" ")[2].lower() in str(caught.error)
                assert getattr(caught.error, "is_retryable", True) is False, "it would be retried"

    def test_coded_data_that_is_not_valid_is_an_error(self) -> None:
        scripts = []
        for name, data in coded_bodies(b"much " * 10000):
            for invalid in (data[:-1], data[: len(data) // 2], data[:1], b"plain text"):
                fields = ("Content-Encoding: " + name, "Connection: close")
                scripts.append((REQUEST, respond(invalid, "200 OK", *fields)))
                scripts.append((REQUEST, send(head("200 OK", CHUNKED, *fields) + chunk(invalid) + chunk(b""))))
        with RawServer(per_connection(*scripts)) as server, self.transport() as transport:
            for _ in scripts:
                with raises_network_error() as caught:
                    call(transport, request(server.url, "POST", b"{}"))
                assert getattr(caught.error, "is_retryable", True) is False, "it would be retried"

    def test_coded_data_that_is_cut_off_with_the_connection_is_an_error(self) -> None:
        bodies = coded_bodies(b"much " * 10000)
        scripts = [(REQUEST, send(head("200 OK", "Content-Encoding: " + name) + data[:-5])) for name, data in bodies]
        with RawServer(per_connection(*scripts)) as server, self.transport() as transport:
            for _ in scripts:
                with raises_network_error():
                    call(transport, request(server.url, "POST", b"{}"))

    def test_empty_body_may_have_any_content_coding(self) -> None:
        for name in ("gzip", "deflate", "br"):
            with RawServer(REQUEST, respond(b"", "200 OK", "Content-Encoding: " + name)) as server:
                with self.transport() as transport:
                    assert call(transport, request(server.url, "POST", b"{}")) == (200, b"")

    def test_error_status_with_an_unsupported_content_coding_is_returned(self) -> None:
        script = (REQUEST, respond(b"coded", "429 Too Many", "Content-Encoding: br", "Retry-After: 1"))
        with RawServer(*script) as server, self.transport() as transport:
            status, _, _, close = transport.send(request(server.url, "POST", b"{}"))
            close()
        assert status == 429

    def test_content_codings_are_decoded(self) -> None:
        for name, body in coded_bodies(b"much " * 10000):
            with RawServer(forever(REQUEST, respond(body, "200 OK", "Content-Encoding: " + name))) as server:
                with self.transport() as transport:
                    for _ in range(2):
                        assert call(transport, request(server.url)) == (200, b"much " * 10000)
            assert server.connections == 1

    def test_cookies_are_not_kept(self) -> None:
        script = forever(REQUEST, respond(b"", "200 OK", "Set-Cookie: session=1; Path=/"))
        with RawServer(script) as server, self.transport() as transport:
            call(transport, request(server.url))
            call(transport, request(server.url))
        assert [each.header("Cookie") for each in server.requests] == [[], []]

    def test_send_returns_when_the_head_has_arrived(self) -> None:
        returned = threading.Event()
        script = (REQUEST, send(head("200 OK", "Content-Length: 4")), wait(returned), send(b"body"))
        with RawServer(*script) as server, self.transport() as transport, finishes_promptly():
            _, _, chunks, close = transport.send(request(server.url))
            returned.set()
            assert b"".join(chunks) == b"body"
            close()

    def check_arrives_as_sent(self, start: bytes, one: bytes, two: bytes, end: bytes) -> None:
        """Check that b"one", decoded from `one`, is yielded before `two` is sent, and b"two" before `end` is sent."""
        first, second = threading.Event(), threading.Event()
        script = (REQUEST, send(start + one), wait(first), send(two), wait(second), send(end), CLOSE)
        with RawServer(*script) as server, self.transport() as transport, finishes_promptly():
            _, _, chunks, close = transport.send(request(server.url))
            assert read_bytes(chunks, 3) == b"one"
            first.set()
            assert read_bytes(chunks, 3) == b"two"
            second.set()
            assert b"".join(chunks) == b"end"
            close()

    def test_chunks_arrive_as_sent(self) -> None:
        self.check_arrives_as_sent(head("200 OK", CHUNKED), chunk(b"one"), chunk(b"two"), chunk(b"end") + chunk(b""))

    def test_bytes_of_known_length_arrive_as_sent(self) -> None:
        self.check_arrives_as_sent(head("200 OK", "Content-Length: 9"), b"one", b"two", b"end")

    def test_bytes_until_the_connection_closes_arrive_as_sent(self) -> None:
        self.check_arrives_as_sent(head(), b"one", b"two", b"end")

    def test_part_of_a_chunk_arrives_as_sent(self) -> None:
        self.check_arrives_as_sent(head("200 OK", CHUNKED), b"9\r\none", b"two", b"end\r\n" + chunk(b""))

    def test_gzipped_chunks_arrive_as_sent(self) -> None:
        compressor = zlib.compressobj(wbits=31)
        one, two = (compressor.compress(data) + compressor.flush(zlib.Z_SYNC_FLUSH) for data in (b"one", b"two"))
        end = compressor.compress(b"end") + compressor.flush()
        start = head("200 OK", CHUNKED, "Content-Encoding: gzip")
        self.check_arrives_as_sent(start, chunk(one), chunk(two), chunk(end) + chunk(b""))
