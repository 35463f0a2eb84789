# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
from .shared import chat_model

ChatModel = chat_model.ChatModel
