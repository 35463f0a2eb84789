# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
def _has_indexed_entries(value: object) -> bool:
    ...

def accumulate_delta(acc: dict[object, object], delta: dict[object, object]) -> dict[object, object]:
    ...
