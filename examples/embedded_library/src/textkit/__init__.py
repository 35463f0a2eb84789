# SPDX-License-Identifier: MIT
"""Summaries of texts. That a copy of openai-stdlib makes the calls is no part of the interface."""

from ._errors import InvalidKeyError, ServiceBusyError, ServiceUnavailableError, TextkitError
from ._summaries import Summarizer

__version__ = "1.4"
__all__ = ["InvalidKeyError", "ServiceBusyError", "ServiceUnavailableError", "Summarizer", "TextkitError"]
