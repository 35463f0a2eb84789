# SPDX-License-Identifier: MIT
"""What tool runners tell an observer, under its official name."""

from ..helpers.tool_diagnostics import ToolDiagnostic as ToolDiagnostic
from ..helpers.tool_diagnostics import ToolDiagnosticObserver as ToolDiagnosticObserver
from ..helpers.tool_diagnostics import ToolDiagnosticUsage as ToolDiagnosticUsage
