# SPDX-License-Identifier: MIT
"""Usage and cost of calls: `Ledger` counts tokens and money, saves them to a file, and stops calls at a limit."""
