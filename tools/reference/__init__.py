# SPDX-License-Identifier: MIT
"""The generated pages of docs/reference/: operations from the table, classes and functions from the sources."""
