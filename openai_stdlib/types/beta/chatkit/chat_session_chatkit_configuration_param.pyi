# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import TypedDict

class AutomaticThreadTitling(TypedDict, total=False):
    enabled: bool

class FileUpload(TypedDict, total=False):
    enabled: bool
    max_file_size: int
    max_files: int

class History(TypedDict, total=False):
    enabled: bool
    recent_threads: int

class ChatSessionChatKitConfigurationParam(TypedDict, total=False):
    automatic_thread_titling: AutomaticThreadTitling
    file_upload: FileUpload
    history: History
