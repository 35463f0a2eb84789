# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .message_list_params import MessageListParams as MessageListParams
