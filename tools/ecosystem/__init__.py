# SPDX-License-Identifier: MIT
"""Third-party programs that say `import openai`, run over this library and over the official package.

`programs/` has one script for each. program.py reads their heads, environments.py installs what they require, server.py
answers them, comparison.py runs them and compares, table.py writes the results into docs/ecosystem.md.
"""
