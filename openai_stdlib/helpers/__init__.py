# SPDX-License-Identifier: MIT
"""High-level helpers built on API calls: event streams, structured output, tools, polling, uploads, webhooks.

This file imports nothing; each helper's module is imported when the helper is first called.
"""
