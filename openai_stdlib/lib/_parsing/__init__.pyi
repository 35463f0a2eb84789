from typing_extensions import TypeVar

ResponseFormatT = TypeVar("ResponseFormatT", default=None)
