# SPDX-License-Identifier: MIT
"""HTTP transports: base.py defines the interface, urllib_transport.py is the default of sync clients.

No module here imports anything from outside this subpackage. Only plain values cross the transport interface, so a
transport works with any copy of the core: installed, vendored under another name, or zipped.
"""
