# SPDX-License-Identifier: MIT
"""How bytes travel. base.py is the seam, urllib_transport.py the default; others are optional and live elsewhere.

Nothing here imports anything of ours: only plain values cross the seam, so that a transport works with any copy of
the core, installed, vendored under another name, or zipped.
"""
