# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .safety_case import SafetyCase as SafetyCase
from .safety_alert import SafetyAlert as SafetyAlert
