# SPDX-License-Identifier: MIT
"""Results of calls: API objects, pages, event streams, binary content and raw responses. Imports only from `call/`."""
