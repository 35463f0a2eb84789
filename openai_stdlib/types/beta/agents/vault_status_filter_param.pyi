# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Iterable
from typing_extensions import TypeAlias
from .vault_status import VaultStatus

VaultStatusFilterParam: TypeAlias = Union[VaultStatus, Iterable[VaultStatus]]
