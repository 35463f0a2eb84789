# SPDX-License-Identifier: MIT
"""`ObservedReader`: the decoder of a stream that tells the observer of its call what arrives. No I/O."""

from __future__ import annotations

from .stream_reader import StreamReader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List

    from ..call.api_errors import APIError
    from ..call.message import Response


class ObservedReader(StreamReader):
    """Decoder that reports items and errors to `response.observer`. Closing the response reports the end."""

    __slots__ = ("_hides_usage",)

    def __init__(self, event_model: str, response: Response) -> None:
        super().__init__(event_model, response)
        self._hides_usage: Any = (response.observer.call.options or {}).get("hides_usage")

    def feed(self, chunk: bytes) -> List[Any]:
        """Return the items that `chunk` completes."""
        items = super().feed(chunk)
        if items:
            self.response.observer.on_items(items)
            if self._hides_usage:
                from ..call.stream_usage import without_usage

                items = without_usage(items)
        if self._failure is not None:
            self.response.observer.error = self._failure
        return items

    def feed_eof(self) -> None:
        """Check that the stream was complete when its body ended."""
        try:
            super().feed_eof()
        except BaseException as error:
            self.response.observer.error = error
            raise

    def record(self, error: Exception) -> None:
        """See an error that ends the stream."""
        super().record(error)
        self.response.observer.error = error

    def interruption_error(self, error: OSError) -> APIError:
        """Return the error of a stream whose connection broke."""
        failure = super().interruption_error(error)
        self.response.observer.error = failure
        return failure
