# SPDX-License-Identifier: MIT
"""One call, without I/O: how a row and its arguments become a request, and what is decided about its outcome.

Everything here is pure but drivers.py, which carries out what exchange.py asks for. Nothing here knows the table,
the client or a socket. Errors and plain values (message.py, timeout.py) may be imported from anywhere.
"""
