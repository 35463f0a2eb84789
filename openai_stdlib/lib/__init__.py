# SPDX-License-Identifier: MIT
"""The places where the official package keeps its helpers, for programs that import from there. Names only.

What they stand for lives in ../helpers/.
"""
