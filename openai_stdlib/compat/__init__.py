# SPDX-License-Identifier: MIT
"""Everything that exists only because the `openai` package has it: its module layout, aliases, and retired names.

Nothing in the rest of the package imports from here. Without this folder all but those names still works.
"""
