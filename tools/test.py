# SPDX-License-Identifier: MIT
"""Set up and run the test suite: `python3 tools/test.py [arguments]`; see run_tests.py, which this file runs.

This file compiles with every Python, to say which one is needed.
"""

import os
import sys

if sys.version_info < (3, 8):
    sys.exit("tools/test.py needs Python 3.8 or later; this is Python {}.{}".format(*sys.version_info[:2]))

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from tools.run_tests import main

if __name__ == "__main__":
    sys.exit(main())
