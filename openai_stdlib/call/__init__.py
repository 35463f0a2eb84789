# SPDX-License-Identifier: MIT
"""A single API call without I/O: building the request, then deciding about retries, redirects and errors.

Only drivers.py performs I/O, as exchange.py asks for it. Modules here don't import the table of operations, the
client or a transport. The errors and the plain values (headers.py, message.py, timeout.py) may be imported from
every subpackage.
"""
