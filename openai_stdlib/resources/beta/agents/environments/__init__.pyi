# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .files import (
    Files as Files,
    AsyncFiles as AsyncFiles,
    FilesWithRawResponse as FilesWithRawResponse,
    AsyncFilesWithRawResponse as AsyncFilesWithRawResponse,
    FilesWithStreamingResponse as FilesWithStreamingResponse,
    AsyncFilesWithStreamingResponse as AsyncFilesWithStreamingResponse,
)
from .templates import (
    Templates as Templates,
    AsyncTemplates as AsyncTemplates,
    TemplatesWithRawResponse as TemplatesWithRawResponse,
    AsyncTemplatesWithRawResponse as AsyncTemplatesWithRawResponse,
    TemplatesWithStreamingResponse as TemplatesWithStreamingResponse,
    AsyncTemplatesWithStreamingResponse as AsyncTemplatesWithStreamingResponse,
)
from .environments import (
    Environments as Environments,
    AsyncEnvironments as AsyncEnvironments,
    EnvironmentsWithRawResponse as EnvironmentsWithRawResponse,
    AsyncEnvironmentsWithRawResponse as AsyncEnvironmentsWithRawResponse,
    EnvironmentsWithStreamingResponse as EnvironmentsWithStreamingResponse,
    AsyncEnvironmentsWithStreamingResponse as AsyncEnvironmentsWithStreamingResponse,
)
