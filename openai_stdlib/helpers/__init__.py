# SPDX-License-Identifier: MIT
"""What programs need around calls and that is no call itself: live streams, structured output, tools, waiting, uploads.

Importing this folder imports nothing.
"""
