# SPDX-License-Identifier: MIT
"""Cases of what is sent: headers and targets as they are, bodies with their length, nothing for what is no request."""

from __future__ import annotations

from ..raw_server import DRAIN, HEAD, REQUEST, RawServer, answer, forever, per_connection
from .assertions import finishes_promptly, raises
from .base import TransportCase
from .values import IterableBody, call, request


class RequestCases(TransportCase):
    """What a transport makes of requests."""

    def test_request_headers_arrive_exactly(self) -> None:
        sent = {
            "Authorization": "Bearer sk-Exact Case",
            "X-Punctuation": "a, b; c=\"d\" 'e' \\ %20 {}",
            "OpenAI-Organization": "org-1",
            "Accept": "text/event-stream",
            "User-Agent": "contract/1.0",
        }
        if self.sends_latin1:
            sent["X-Latin"] = "Zo\xeb"
        before = dict(sent)
        with RawServer(REQUEST, answer()) as server, self.transport() as transport:
            call(transport, request(server.url)._replace(headers=sent))
        assert {name: server.requests[0].header(name) for name in sent} == {name: [sent[name]] for name in sent}
        assert sent == before

    def test_target_arrives_exactly(self) -> None:
        target = "/v1/files/a%2Fb/%C3%A9?after=x%20y&include%5B%5D=1&include%5B%5D=2&empty="
        with RawServer(REQUEST, answer()) as server, self.transport() as transport:
            call(transport, request(server.url + target))
        assert server.requests[0].target == target

    def assert_sent(self, server: RawServer, *bodies: bytes) -> None:
        """Check the bodies of all requests, and that their length was said and was right."""
        assert [each.body for each in server.requests] == list(bodies)
        for each in server.requests:
            assert each.header("Content-Length") == [str(len(each.body))]
            assert each.header("Transfer-Encoding") == []

    def test_bytes_are_sent_with_their_length(self) -> None:
        with RawServer(forever(REQUEST, answer())) as server, self.transport() as transport:
            for body in (b'{"a": 1}', b"\0\xff" * 100_000, b""):
                call(transport, request(server.url, "POST", body))
        self.assert_sent(server, b'{"a": 1}', b"\0\xff" * 100_000, b"")

    def test_iterable_is_sent_with_its_length_each_time_anew(self) -> None:
        for body in (IterableBody(b"one", b"", b"two" * 50_000), IterableBody(b""), IterableBody()):
            with RawServer(forever(REQUEST, answer())) as server, self.transport() as transport:
                asked = request(server.url, "POST", body)
                call(transport, asked)
                call(transport, asked)
            self.assert_sent(server, *[b"".join(body.pieces)] * 2)

    def test_length_said_in_the_headers_is_not_sent_twice(self) -> None:
        for body in (b"abc", IterableBody(b"a", b"bc")):
            with RawServer(REQUEST, answer()) as server, self.transport() as transport:
                call(transport, request(server.url, "POST", body)._replace(headers={"content-length": "3"}))
            self.assert_sent(server, b"abc")

    def body_fails_with(self, failure: Exception) -> None:
        """Check that the failure of a body is not taken for the network's, and leaves the transport usable."""
        with RawServer(
            per_connection((HEAD, DRAIN), (REQUEST, answer(b"ok")))
        ) as server, self.transport() as transport:
            with finishes_promptly(), raises(type(failure)) as caught:
                call(transport, request(server.url, "POST", IterableBody(b"one", failure=failure, length=100)))
            assert caught.error is failure
            assert call(transport, request(server.url)) == (200, b"ok")

    def test_failure_of_the_body_passes_unchanged(self) -> None:
        self.body_fails_with(ValueError("the body's own"))

    def test_failure_of_the_body_is_not_the_networks(self) -> None:
        self.body_fails_with(PermissionError(13, "the body's own"))

    def test_header_values_cannot_carry_another_header(self) -> None:
        for value in ("a\r\nX-Evil: 1", "a\nX-Evil: 1", "a\rX-Evil: 1", "a\r\n folded", "a\r\n\r\nGET /evil", "a\n"):
            with RawServer(REQUEST, answer()) as server, self.transport() as transport, finishes_promptly():
                with raises(ValueError) as caught:
                    call(transport, request(server.url)._replace(headers={"X-Name": value}))
                assert not isinstance(caught.error, OSError), "it would be retried"
            assert b"".join(server.wire) == b""

    def test_header_names_cannot_carry_another_header(self) -> None:
        for name in ("X-Name: 1\r\nX-Evil", "X-Name\nX-Evil", "X-Name\r", "X Evil\r\n\r\nGET", ""):
            with RawServer(REQUEST, answer()) as server, self.transport() as transport, finishes_promptly():
                with raises(ValueError) as caught:
                    call(transport, request(server.url)._replace(headers={name: "1"}))
                assert not isinstance(caught.error, OSError), "it would be retried"
            assert b"".join(server.wire) == b""

    def test_targets_cannot_carry_a_header(self) -> None:
        for evil in ("/a HTTP/1.1\r\nX-Evil: 1", "/a\r\nX-Evil: 1", "/a\nX-Evil: 1", "/a?b\r\n\r\nGET /evil"):
            with RawServer(REQUEST, answer()) as server, self.transport() as transport, finishes_promptly():
                try:
                    call(transport, request(server.url + evil))
                except ValueError as error:
                    assert not isinstance(error, OSError), "it would be retried"
            assert b"\nX-Evil" not in server.wire[0] if server.wire else True, "neither refused nor escaped"
            assert len(server.requests) <= 1

    def test_bad_url_is_a_value_error(self) -> None:
        with self.transport() as transport:
            for url in ("nonsense", "http://", "http://127.0.0.1:notaport/"):
                with raises(ValueError) as caught:
                    call(transport, request(url))
                assert not isinstance(caught.error, OSError), "it would be retried"
