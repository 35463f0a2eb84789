# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.

