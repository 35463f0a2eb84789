# SPDX-License-Identifier: MIT
"""What programs need around a call and that is no call itself: webhooks.

Importing this folder imports nothing.
"""
