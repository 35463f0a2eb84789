# SPDX-License-Identifier: MIT
"""Compare a release of the official `openai` package with openai_stdlib; tools/follow_official.py is the command.

facts.py defines what is compared. official_facts.py reads it off the official package, in an environment of its own,
and stdlib_facts.py off the source tree; both make the same calls, which wire.py describes. compare.py finds the
differences, operations_file.py and api_entries.py write what can be written, and command.py puts it all together.
"""
