# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .alpha import (
    Alpha as Alpha,
    AsyncAlpha as AsyncAlpha,
    AlphaWithRawResponse as AlphaWithRawResponse,
    AsyncAlphaWithRawResponse as AsyncAlphaWithRawResponse,
    AlphaWithStreamingResponse as AlphaWithStreamingResponse,
    AsyncAlphaWithStreamingResponse as AsyncAlphaWithStreamingResponse,
)
from .graders import (
    Graders as Graders,
    AsyncGraders as AsyncGraders,
    GradersWithRawResponse as GradersWithRawResponse,
    AsyncGradersWithRawResponse as AsyncGradersWithRawResponse,
    GradersWithStreamingResponse as GradersWithStreamingResponse,
    AsyncGradersWithStreamingResponse as AsyncGradersWithStreamingResponse,
)
