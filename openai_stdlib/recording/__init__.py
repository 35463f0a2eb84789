# SPDX-License-Identifier: MIT
"""Record the requests of a client and their responses in a cassette, a file that people can read, and replay them.

`cassette_file.py` is the format, `bodies.py` how bodies are written, `scrubbing.py` removes credentials, `matching.py`
decides which recording a request gets, `cassette.py` puts them together, and the transports are above it.
"""
