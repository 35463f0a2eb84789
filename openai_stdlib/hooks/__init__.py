# SPDX-License-Identifier: MIT
"""Hooks: `on_event=f` has `f(name, fields)` called for each step of a call. docs/observability.md lists the events.

Nothing here is imported before a client or a call has a hook.
"""
