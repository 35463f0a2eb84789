# SPDX-License-Identifier: MIT
"""Tests of responses: status, headers, bodies of every framing and coding, and chunks as they arrive."""

from __future__ import annotations

import threading
import zlib

from ..raw_server import BODY, CHUNKED, CLOSE, HEAD, REQUEST, RawServer, chunk, forever, head, respond, send, wait
from .assertions import finishes_promptly
from .base import TransportCase
from .values import call, read_bytes, request


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

    def test_content_codings_are_decoded(self) -> None:
        for name, wbits in (
            ("gzip", 31),
            ("deflate", 15),
            ("deflate", -15),
        ):  # deflate with and without the zlib header
            compressor = zlib.compressobj(wbits=wbits)
            body = compressor.compress(b"much " * 10000) + compressor.flush()
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
