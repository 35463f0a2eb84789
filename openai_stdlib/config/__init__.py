# SPDX-License-Identifier: MIT
"""Configuration: `Config` is one layer of explicit options, `Settings` the result of merging all layers."""
