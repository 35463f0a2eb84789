# SPDX-License-Identifier: MIT
"""Tests of requests: unchanged headers and targets, bodies with their length, nothing sent if a request is invalid."""

from __future__ import annotations

from ..raw_server import DRAIN, HEAD, REQUEST, RawServer, forever, per_connection, respond
from .assertions import finishes_promptly, raises
from .base import TransportCase
from .values import IterableBody, call, request


class RequestCases(TransportCase):
    """Tests of the bytes that a transport sends."""

    def test_request_headers_arrive_exactly(self) -> None:
        headers = {
            "Authorization": "Bearer sk-Exact Case",
            "X-Punctuation": "a, b; c=\"d\" 'e' \\ %20 {}",
            "OpenAI-Organization": "org-1",
            "Accept": "text/event-stream",
            "User-Agent": "contract/1.0",
        }
        if self.sends_latin1:
            headers["X-Latin"] = "Zo\xeb"
        before = dict(headers)
        with RawServer(REQUEST, respond()) as server, self.transport() as transport:
            call(transport, request(server.url)._replace(headers=headers))
        assert {name: server.requests[0].header(name) for name in headers} == {
            name: [value] for name, value in headers.items()
        }
        assert headers == before

    def test_target_arrives_exactly(self) -> None:
        target = "/v1/files/a%2Fb/%C3%A9?after=x%20y&include%5B%5D=1&include%5B%5D=2&empty="
        with RawServer(REQUEST, respond()) as server, self.transport() as transport:
            call(transport, request(server.url + target))
        assert server.requests[0].target == target

    def check_bodies(self, server: RawServer, *bodies: bytes) -> None:
        """Check the bodies of all requests, and that each had exactly one correct Content-Length."""
        assert [received.body for received in server.requests] == list(bodies)
        for received in server.requests:
            assert received.header("Content-Length") == [str(len(received.body))]
            assert received.header("Transfer-Encoding") == []

    def test_bytes_are_sent_with_their_length(self) -> None:
        with RawServer(forever(REQUEST, respond())) as server, self.transport() as transport:
            for body in (b'{"a": 1}', b"\0\xff" * 100_000, b""):
                call(transport, request(server.url, "POST", body))
        self.check_bodies(server, b'{"a": 1}', b"\0\xff" * 100_000, b"")

    def test_iterable_is_sent_with_its_length_on_each_call(self) -> None:
        for body in (IterableBody(b"one", b"", b"two" * 50_000), IterableBody(b""), IterableBody()):
            with RawServer(forever(REQUEST, respond())) as server, self.transport() as transport:
                upload = request(server.url, "POST", body)
                call(transport, upload)
                call(transport, upload)
            self.check_bodies(server, *[b"".join(body.chunks)] * 2)

    def test_length_in_the_headers_is_not_sent_twice(self) -> None:
        for body in (b"abc", IterableBody(b"a", b"bc")):
            with RawServer(REQUEST, respond()) as server, self.transport() as transport:
                call(transport, request(server.url, "POST", body)._replace(headers={"content-length": "3"}))
            self.check_bodies(server, b"abc")

    def check_body_failure(self, failure: Exception) -> None:
        """Check that an exception of the body is raised unchanged, and leaves the transport usable."""
        with RawServer(
            per_connection((HEAD, DRAIN), (REQUEST, respond(b"ok")))
        ) as server, self.transport() as transport:
            with finishes_promptly(), raises(type(failure)) as caught:
                call(transport, request(server.url, "POST", IterableBody(b"one", failure=failure, length=100)))
            assert caught.error is failure
            assert call(transport, request(server.url)) == (200, b"ok")

    def test_exception_of_the_body_is_raised_unchanged(self) -> None:
        self.check_body_failure(ValueError("raised by the body"))

    def test_os_error_of_the_body_is_raised_unchanged(self) -> None:
        self.check_body_failure(PermissionError(13, "raised by the body"))

    def test_header_values_cannot_carry_another_header(self) -> None:
        for value in ("a\r\nX-Evil: 1", "a\nX-Evil: 1", "a\rX-Evil: 1", "a\r\n folded", "a\r\n\r\nGET /evil", "a\n"):
            with RawServer(REQUEST, respond()) as server, self.transport() as transport, finishes_promptly():
                with raises(ValueError) as caught:
                    call(transport, request(server.url)._replace(headers={"X-Name": value}))
                assert not isinstance(caught.error, OSError), "it would be retried"
            assert b"".join(server.wire) == b""

    def test_header_names_cannot_carry_another_header(self) -> None:
        for name in ("X-Name: 1\r\nX-Evil", "X-Name\nX-Evil", "X-Name\r", "X Evil\r\n\r\nGET", ""):
            with RawServer(REQUEST, respond()) as server, self.transport() as transport, finishes_promptly():
                with raises(ValueError) as caught:
                    call(transport, request(server.url)._replace(headers={name: "1"}))
                assert not isinstance(caught.error, OSError), "it would be retried"
            assert b"".join(server.wire) == b""

    def test_targets_cannot_carry_a_header(self) -> None:
        for evil in ("/a HTTP/1.1\r\nX-Evil: 1", "/a\r\nX-Evil: 1", "/a\nX-Evil: 1", "/a?b\r\n\r\nGET /evil"):
            with RawServer(REQUEST, respond()) as server, self.transport() as transport, finishes_promptly():
                try:
                    call(transport, request(server.url + evil))
                except ValueError as error:
                    assert not isinstance(error, OSError), "it would be retried"
            assert b"\nX-Evil" not in server.wire[0] if server.wire else True, "neither rejected nor escaped"
            assert len(server.requests) <= 1

    def test_bad_url_is_a_value_error(self) -> None:
        with self.transport() as transport:
            for url in ("nonsense", "http://", "http://127.0.0.1:notaport/"):
                with raises(ValueError) as caught:
                    call(transport, request(url))
                assert not isinstance(caught.error, OSError), "it would be retried"
