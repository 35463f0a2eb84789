# SPDX-License-Identifier: MIT
"""The check that compares stubs with run time: which differences it reports, and which have a reason.

`tox -e typing` runs the check itself. Here are lines as stubtest prints them.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).parent.parent / "tools"
pytestmark = pytest.mark.skipif(not TOOLS.exists(), reason="a copy of the folder alone has no tools")
MISSING = "openai_stdlib.{} is not present in stub"
UNKNOWN = "openai_stdlib.{} is not present at runtime"
PARAMETER = 'openai_stdlib.{} is inconsistent, runtime does not have parameter "{}"'
MISSPELT = 'openai_stdlib.{} is inconsistent, stub parameter "{}" differs from runtime parameter "{}"'
FAULTS = [
    MISSING.format("OpenAI"),
    MISSING.format("auth.x509_workload_identity"),
    MISSING.format("_client.OpenAI.with_options"),
    MISSING.format("_response.APIResponse.iter_lines"),
    MISSING.format("types.chat.ChatCompletion"),
    MISSING.format("types.chat.chat_completion.ChatCompletion.service_tier"),
    MISSING.format("types.ChatModel"),
    UNKNOWN.format("max_retry"),
    UNKNOWN.format("_client.OpenAI.chatt"),
    UNKNOWN.format("types.chat.chat_completion.Invented"),
    UNKNOWN.format("types.beta.agent_session_message.AgentSessionMessage.text"),
    PARAMETER.format("_client.OpenAI.__init__", "webhook_secrte"),
    PARAMETER.format("_provider_clients.AzureOpenAI.__init__", "azure_endpont"),
    PARAMETER.format("auth.gcp_id_token_provider", "audiense"),
    PARAMETER.format("pagination.SyncPage.has_next_page", "page"),
    MISSPELT.format("_client.OpenAI.wait", "objct", "obj"),
    'openai_stdlib._client.OpenAI.__init__ is inconsistent, stub does not have parameter "timeout"',
    'openai_stdlib._models.BaseModel.to_json is inconsistent, runtime parameter "indent" has a default value but stub '
    "parameter does not",
    "openai_stdlib._client.OpenAI.is_closed is inconsistent, cannot reconcile @property on stub with runtime object",
    "openai_stdlib._models.BaseModel.construct is inconsistent, runtime is a classmethod but stub is not",
    'openai_stdlib._streaming.AsyncStream.close is an "async def" function at runtime, but not in the stub',
    "openai_stdlib.types.chat.chat_completion.ChatCompletion is not a type",
    "openai_stdlib.types.chat.invented failed to import. ModuleNotFoundError: No module named 'openai_stdlib.types.chat"
    ".invented'",
    "openai_stdlib.resources.chat failed to import. SyntaxError: invalid syntax",
]
EXPLAINED = [
    "openai_stdlib.types.chat.__all__ is not present in stub",
    "openai_stdlib.types.chat.chat_completion.ChatCompletion.id is read-only at runtime but not in the stub",
    UNKNOWN.format("_client.OpenAI.chat"),
]


@pytest.fixture(scope="module", name="check")
def _check() -> ModuleType:
    sys.path.insert(0, str(TOOLS))
    try:
        return __import__("check_stubs")
    finally:
        sys.path.remove(str(TOOLS))


@pytest.mark.parametrize("line", FAULTS)
def test_a_fault_of_a_stub_is_reported(check: ModuleType, line: str) -> None:
    assert line in check.find_unexplained([line])


@pytest.mark.parametrize("line", EXPLAINED)
def test_a_difference_with_a_reason_is_not_reported(check: ModuleType, line: str) -> None:
    assert line not in check.find_unexplained([line])


def test_a_reason_that_nothing_needs_is_reported(check: ModuleType) -> None:
    reasons = len(check.DIFFERENCES) + len(check.PLACEHOLDERS)
    assert len(check.find_unexplained([])) == reasons
    assert len(check.find_unexplained(["openai_stdlib.types.chat.__all__ is not present in stub"])) == reasons - 1
