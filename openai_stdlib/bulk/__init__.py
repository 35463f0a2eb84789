# SPDX-License-Identifier: MIT
"""Many calls from a file of rows: on live endpoints, and with the Batch API. docs/bulk.md describes it for users."""
