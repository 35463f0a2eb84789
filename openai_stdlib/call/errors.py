# SPDX-License-Identifier: MIT
"""The base class of all errors, and the errors that are raised before a request is sent.

APIError and its subclasses, the errors of calls that were sent, are in api_errors.py.

    Exception
    └─ OpenAIError
       ├─ ConfigError (ValueError)               invalid settings: no key, an empty key, a malformed base URL …
       │  ├─ OptionTypeError (TypeError)         a setting of the wrong type
       │  ├─ UnknownOptionError (TypeError)      a setting whose name doesn't exist
       │  ├─ CredentialError (TypeError)         the client lacks the key that a call needs
       │  └─ MutuallyExclusiveAuthError          several credentials where only one can apply
       ├─ ArgumentError (TypeError)              an argument of a call is missing, repeated or of the wrong type
       │  ├─ BodyError                           a value that JSON cannot represent; names its path in the body
       │  └─ SchemaError                         a type that strict mode cannot express
       ├─ PathError (ValueError)                 an id that is empty or would change the path
       ├─ UploadError (ValueError)               a file that cannot be read, or that changed during the upload
       ├─ ParseError (ValueError)                output that is not of the requested type
       ├─ PollTimeoutError (TimeoutError)        still in progress at the deadline; `last` is the latest state
       │  └─ ProcessingTimeoutError (RuntimeError)  … of a file, raised by files.wait_for_processing
       ├─ RateLimitWaitError (TimeoutError)      a call that would wait too long for a RateLimiter; it was not sent
       ├─ BudgetExceeded                         a call that the limit of a ledger stopped; nothing was sent
       ├─ MaxTurnsExceeded                       a model that kept calling functions
       ├─ CallCancelledError                     a call that its CancelToken ended; has what it was doing
       ├─ StreamConsumedError                    a stream or body that was already read or closed
       ├─ LengthFinishReasonError                output that was cut off at the token limit
       ├─ ContentFilterFinishReasonError         output that the content filter cut off
       ├─ RefusalError                           a model that refused to respond
       ├─ NoParsedOutputError                    a response without parsed output
       ├─ ConnectionClosed                       a WebSocket that is closed; has the close codes and reasons
       │  ├─ ConnectionClosedOK                  … by the program, or with the codes 1000, 1001 or none
       │  └─ ConnectionClosedError               … with another code, or without the closing handshake
       ├─ ConcurrencyError (RuntimeError)        two threads or tasks that receive from one WebSocket
       ├─ WebSocketConnectionClosedError         a WebSocket that closed with unsent messages
       ├─ WebSocketQueueFullError                a WebSocket whose send queue is full
       ├─ CassetteError (ValueError)             a cassette that cannot be read, written or replayed any further
       ├─ UnrecordedRequestError                 a replayed request that has no recording; shows the nearest one
       ├─ SubjectTokenProviderError              the platform issued no token for workload identity
       └─ APIError                               the call failed
          ├─ APIConnectionError                  no response, or an incomplete one
          │  ├─ APITimeoutError                  … because a timeout expired
          │  ├─ CircuitOpenError                 … because the circuit breaker is open; nothing was sent
          │  ├─ CertificateError                 … because verification of the server's certificate failed
          │  └─ IncompleteStreamError            a stream that ended without its terminal event; has the events so far
          ├─ APIResponseValidationError          a success whose body is not what the operation returns
          │  └─ InvalidStreamError (RuntimeError)  … whose events contradict each other, or have no result
          └─ APIStatusError                      a response with an error status
             ├─ BadRequestError 400    AuthenticationError 401    PermissionDeniedError 403    NotFoundError 404
             │                         └─ OAuthError 400, 401, 403: the token exchange was refused
             └─ ConflictError 409      UnprocessableEntityError 422    RateLimitError 429    InternalServerError ≥ 500
    ValueError
    └─ InvalidWebhookSignatureError              a webhook with a wrong signature, or one that is too old

Where the `openai` package has the same error, names, attributes and messages are the same. Every error can be
pickled, and none shows a key: requests and headers mask theirs when they are printed. An error that another exception
caused has it as `__cause__`, without its traceback, because its frames contain unmasked headers.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any, Callable, Dict, Iterator, Tuple, Type


public_module: str = __name__.rpartition(".call.")[0]  # where programs import errors from; logs and reports show it


MAX_INTEGER_DIGITS = 4300  # Python 3.11 and later convert no more to text
MODULES = tuple(
    __name__.replace(".errors", name)
    for name in (".errors", ".api_errors", ".helper_errors", ".limits", ".websocket_errors")
)


class OpenAIError(Exception):
    """Base class of the errors raised by this library."""

    def __init_subclass__(cls) -> None:
        if cls.__module__ in MODULES:
            cls.__module__ = public_module

    def __reduce__(self) -> Tuple[Callable[..., Any], Tuple[Any, ...], Dict[str, Any]]:
        # Constructors differ between subclasses; args and __dict__ hold the whole state.
        return _restore, (type(self), self.args), self.__dict__


OpenAIError.__module__ = public_module


def set_public_module(name: str) -> None:
    """Have the errors of this module and of api_errors.py, loaded or not, belong to the module `name`."""
    global public_module
    old, public_module = public_module, name
    classes = [OpenAIError]
    for cls in classes:
        classes.extend(cls.__subclasses__())
        if cls.__module__ == old:
            cls.__module__ = name


def _restore(cls: Type[OpenAIError], args: Tuple[Any, ...]) -> OpenAIError:
    error = cls.__new__(cls)
    error.args = args
    return error


class ConfigError(OpenAIError, ValueError):
    """A setting is invalid; the message names it and says what to do. Nothing was sent."""


class OptionTypeError(ConfigError, TypeError):
    """A setting is of the wrong type. Nothing was sent."""


class CredentialError(ConfigError, TypeError):
    """A call needs a project key or an admin key that is not set. Nothing was sent."""


class UnknownOptionError(ConfigError, TypeError):
    """The name of a setting doesn't exist. Nothing was sent."""


class MutuallyExclusiveAuthError(ConfigError):
    """Several credentials are set where only one can apply. Nothing was sent."""


class ArgumentError(OpenAIError, TypeError):
    """An argument of a call is missing, repeated or of the wrong type. Nothing was sent."""


class BodyError(ArgumentError):
    """A value of the body cannot be represented in JSON; the message names its path. Nothing was sent."""


class PathError(OpenAIError, ValueError):
    """An id is empty or would change the path of the URL. Nothing was sent."""


class UploadError(OpenAIError, ValueError):
    """A file to upload cannot be read, or changed during the upload."""


class ParseError(OpenAIError, ValueError):
    """Output is not of the requested type: `value`, at `path` of the JSON, like `$.items[2].price`.

    Also raised if an event of an event stream is too large to be decoded; `value` is None then.
    """

    def __init__(self, message: str, path: str = "$", value: Any = None) -> None:
        super().__init__(message)
        self.path = path
        self.value = value


class StreamConsumedError(OpenAIError):
    """A stream or body was already read or closed, and cannot be read again."""


class Refusal(Exception):
    """Internal: a value cannot be converted to JSON; `template` says why, with {} for the format that lacks it."""

    def __init__(self, template: str, path: Any = None) -> None:
        super().__init__(template)
        self.template = template
        self.path = path


def refuse(subject: str, hint: str = "") -> Refusal:
    """Return the refusal of a value; `subject` is its type or text, `hint` what to do instead."""
    subject = subject.replace("{", "{{").replace("}", "}}")
    return Refusal(subject + " cannot be represented in {}" + ("; " + hint if hint else ""))


StreamAlreadyConsumed = StreamConsumedError  # the name in the `openai` package


def is_shutting_down() -> bool:
    """Return whether the interpreter is ending: it starts no more threads, and later it imports nothing more."""
    threading = sys.modules.get("threading")
    return sys.is_finalizing() or (threading is not None and not threading.main_thread().is_alive())


def shutdown_error() -> OpenAIError:
    """Return the error of a call that the ending interpreter cannot make."""
    return OpenAIError("the interpreter is shutting down, which prevents this call; make it before the program ends")


def clear_traceback_frames(error: BaseException) -> None:
    """Clear local variables from the traceback frames of `error` and its causes: they contain unmasked headers.

    The lines of the traceback stay; error trackers that show local variables find none.
    """
    for cause in iter_own_causes(error):
        entry = cause.__traceback__
        while entry is not None:
            _clear_frame(entry.tb_frame)
            entry = entry.tb_next


def iter_own_causes(error: BaseException) -> Iterator[BaseException]:
    """Yield `error`, its causes and their contexts, but no exception that the caller is handling during the call."""
    pending, seen = [error], set()
    while pending:
        cause = pending.pop()
        if id(cause) in seen:
            continue
        seen.add(id(cause))
        # A frame that is still running belongs to a caller, and so does the exception.
        if cause is not error and cause.__traceback__ is not None and not _clear_frame(cause.__traceback__.tb_frame):
            continue
        yield cause
        pending += [each for each in (cause.__context__, cause.__cause__) if each is not None]


def _clear_frame(frame: FrameType) -> bool:
    """Clear a frame's local variables; return False if its function is still running."""
    try:
        frame.clear()
    except RuntimeError:
        return False
    return True
