# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .compat.files import assert_is_file_content as assert_is_file_content
from .compat.files import async_read_file_content as async_read_file_content
from .compat.files import async_to_httpx_files as async_to_httpx_files
from .compat.files import deepcopy_with_paths as deepcopy_with_paths
from .compat.files import is_base64_file_input as is_base64_file_input
from .compat.files import is_file_content as is_file_content
from .compat.files import read_file_content as read_file_content
from .compat.files import to_httpx_files as to_httpx_files
