# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .compat.extras import has_numpy as has_numpy
from .compat.extras import numpy as numpy
from .compat.extras import pandas as pandas
from .compat.extras import sounddevice as sounddevice
