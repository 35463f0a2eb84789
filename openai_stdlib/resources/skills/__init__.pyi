# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .skills import (
    Skills as Skills,
    AsyncSkills as AsyncSkills,
    SkillsWithRawResponse as SkillsWithRawResponse,
    AsyncSkillsWithRawResponse as AsyncSkillsWithRawResponse,
    SkillsWithStreamingResponse as SkillsWithStreamingResponse,
    AsyncSkillsWithStreamingResponse as AsyncSkillsWithStreamingResponse,
)
from .content import (
    Content as Content,
    AsyncContent as AsyncContent,
    ContentWithRawResponse as ContentWithRawResponse,
    AsyncContentWithRawResponse as AsyncContentWithRawResponse,
    ContentWithStreamingResponse as ContentWithStreamingResponse,
    AsyncContentWithStreamingResponse as AsyncContentWithStreamingResponse,
)
from .versions import (
    Versions as Versions,
    AsyncVersions as AsyncVersions,
    VersionsWithRawResponse as VersionsWithRawResponse,
    AsyncVersionsWithRawResponse as AsyncVersionsWithRawResponse,
    VersionsWithStreamingResponse as VersionsWithStreamingResponse,
    AsyncVersionsWithStreamingResponse as AsyncVersionsWithStreamingResponse,
)
