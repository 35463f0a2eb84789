# SPDX-License-Identifier: MIT
"""The clients: `OpenAI`, `AsyncOpenAI`, and the module-level default client behind the flat functions."""
