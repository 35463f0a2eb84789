# SPDX-License-Identifier: MIT
"""Every exception that leaves the library, and those that are raised before anything is sent.

What can come of a call that was made, APIError and below, is in failures.py.

    Exception
    └─ OpenAIError
       ├─ ConfigError (ValueError)               settings that cannot work: no key, an empty key, a bad base URL …
       │  ├─ OptionTypeError (TypeError)         a setting of the wrong kind
       │  ├─ UnknownOptionError (TypeError)      a setting by a name that doesn't exist
       │  ├─ CredentialError (TypeError)         a call that needs a key which the client doesn't have
       │  └─ MutuallyExclusiveAuthError          two credentials where one is meant
       ├─ ArgumentError (TypeError)              a call's arguments: one is missing, doubled or of the wrong kind
       │  └─ BodyError                           a value that JSON cannot carry; names its place in the body
       ├─ PathError (ValueError)                 an id that is empty or would leave its place in the path
       ├─ UploadError (ValueError)               a file that cannot be read, or changed while it was sent
       ├─ PollTimeoutError (TimeoutError)        something was still in progress at the deadline; has it as `last`
       │  └─ ProcessingTimeoutError (RuntimeError)  … a file, as files.wait_for_processing tells it
       ├─ StreamConsumedError                    a stream or body that was read or closed before
       ├─ LengthFinishReasonError                an answer that was cut at its greatest length
       ├─ ContentFilterFinishReasonError         an answer that the content filter cut
       ├─ WebSocketConnectionClosedError         a web socket that ended with something left to send
       ├─ WebSocketQueueFullError                more to send over a web socket than its queue holds
       ├─ SubjectTokenProviderError              no token of the platform that a program runs on
       └─ APIError                               the call itself failed
          ├─ APIConnectionError                  no answer, or not all of it
          │  ├─ APITimeoutError                  … because time ran out
          │  ├─ CertificateError                 … because the server's certificate was refused
          │  └─ IncompleteStreamError            a stream that ended without its last event; has what had arrived
          ├─ APIResponseValidationError          a success that isn't what the operation promises
          └─ APIStatusError                      an answer with an error status
             ├─ BadRequestError 400    AuthenticationError 401    PermissionDeniedError 403    NotFoundError 404
             │                         └─ OAuthError 400, 401, 403: no token in exchange for what proves an identity
             └─ ConflictError 409      UnprocessableEntityError 422    RateLimitError 429    InternalServerError ≥ 500
    ValueError
    └─ InvalidWebhookSignatureError              a webhook that wasn't signed with the secret, or not just now

Names, attributes and messages are those of the official SDK where it has them. Every error pickles, and none shows a
key: requests and headers mask theirs when they are printed. What is raised because of another exception has it as
`__cause__`, without that exception's traceback: its frames hold the request's headers in the clear.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any, Callable, Dict, Iterator, Optional, Tuple, Type


class OpenAIError(Exception):
    """Whatever this library raises of its own."""

    def __reduce__(self) -> Tuple[Callable[..., Any], Tuple[Any, ...], Dict[str, Any]]:
        # The constructors differ; what counts is in args and __dict__.
        return _restore, (type(self), self.args), self.__dict__


def _restore(kind: Type[OpenAIError], args: Tuple[Any, ...]) -> OpenAIError:
    error = kind.__new__(kind)
    error.args = args
    return error


class ConfigError(OpenAIError, ValueError):
    """A setting cannot work; the message says which and what to do. Nothing was sent."""


class OptionTypeError(ConfigError, TypeError):
    """A setting is of the wrong kind. Nothing was sent."""


class CredentialError(ConfigError, TypeError):
    """A call needs a key, of the project's or of the administrator, that there is none of. Nothing was sent."""


class UnknownOptionError(ConfigError, TypeError):
    """A setting was given by a name that doesn't exist. Nothing was sent."""


class MutuallyExclusiveAuthError(ConfigError):
    """More than one credential was given where only one can be meant. Nothing was sent."""


class ArgumentError(OpenAIError, TypeError):
    """An argument of a call is missing, doubled or of the wrong kind. Nothing was sent."""


class BodyError(ArgumentError):
    """A value of the body cannot be written as JSON; the message names its place. Nothing was sent."""


class PathError(OpenAIError, ValueError):
    """An id is empty or would leave its place in the path. Nothing was sent."""


class UploadError(OpenAIError, ValueError):
    """A file to upload cannot be read, or is not any more what it was when the upload began."""


class SchemaError(ArgumentError):
    """A type that strict mode cannot express."""


class ParseError(OpenAIError, ValueError):
    """An answer that is not of the type that was asked for: `value`, at `path` of the JSON, as `$.items[2].price`."""

    def __init__(self, message: str, path: str = "$", value: Any = None) -> None:
        super().__init__(message)
        self.path = path
        self.value = value


class MaxTurnsExceeded(OpenAIError):
    """A model went on calling functions for longer than it may; `run` is what there is."""

    def __init__(self, run: Any = None) -> None:
        super().__init__("The model still called functions after {} turns".format(getattr(run, "turns", "all its")))
        self.run = run


class PollTimeoutError(OpenAIError, TimeoutError):
    """The server was still at work when the time to wait was over; it goes on with it.

    `last` is the object as it was read last, or None; `waited` are the seconds that have gone by.
    """

    def __init__(self, message: str, *, last: Any = None, waited: float = 0.0) -> None:
        super().__init__(message)
        self.last = last
        self.waited = waited


class ProcessingTimeoutError(PollTimeoutError, RuntimeError):
    """A file was not processed in time; a RuntimeError too, as in the official SDK."""


class StreamConsumedError(OpenAIError):
    """A stream or body was read or closed before, and cannot be read again."""


StreamAlreadyConsumed = StreamConsumedError  # the official SDK's name


def clear_traceback_frames(error: BaseException) -> None:
    """Empty the frames that `error` has left behind, and those of what led to it: they hold headers in the clear.

    The lines of the traceback stay; error trackers that show local variables find none.
    """
    for link in iter_own_causes(error):
        place = link.__traceback__
        while place is not None:
            _clear_frame(place.tb_frame)
            place = place.tb_next


def iter_own_causes(error: BaseException) -> Iterator[BaseException]:
    """Yield `error` and what led to it, but nothing that the caller is handling while it calls us."""
    link: Optional[BaseException] = error
    while link is not None:
        if link is not error and link.__traceback__ is not None and not _clear_frame(link.__traceback__.tb_frame):
            return
        yield link
        link = link.__cause__ or link.__context__


def _clear_frame(frame: FrameType) -> bool:
    """Empty a frame, if its function has ended; tell whether it has."""
    try:
        frame.clear()
    except RuntimeError:
        return False
    return True
