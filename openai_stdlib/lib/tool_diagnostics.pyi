# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..helpers.tool_diagnostics import ToolDiagnostic as ToolDiagnostic
from ..helpers.tool_diagnostics import ToolDiagnosticObserver as ToolDiagnosticObserver
from ..helpers.tool_diagnostics import ToolDiagnosticUsage as ToolDiagnosticUsage
from ..helpers.tool_diagnostics import emit_tool_diagnostic as emit_tool_diagnostic
