# SPDX-License-Identifier: MIT
"""High-level helpers built on API calls: event streams, structured output, tools, polling, uploads, webhooks.

Importing this subpackage imports none of its modules.
"""
