from typing_extensions import TypeVar

TextFormatT = TypeVar("TextFormatT", default=None)
