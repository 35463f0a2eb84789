# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .item_list_params import ItemListParams as ItemListParams
