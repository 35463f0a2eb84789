# SPDX-License-Identifier: MIT
"""What comes back: objects, pages, streams, bytes and text. Knows the values and errors of a call, and no I/O.

Neighbours: ../call/ makes the reply that decode.py reads; ../client.py hands over to both.
"""
