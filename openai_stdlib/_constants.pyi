# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .compat.http_clients import DEFAULT_CONNECTION_LIMITS as DEFAULT_CONNECTION_LIMITS
from .compat.names import DEFAULT_MAX_RETRIES as DEFAULT_MAX_RETRIES
from .compat.names import DEFAULT_TIMEOUT as DEFAULT_TIMEOUT
from .compat.names import HTTPX_DEFAULT_TIMEOUT as HTTPX_DEFAULT_TIMEOUT
from .compat.annotations import INITIAL_RETRY_DELAY as INITIAL_RETRY_DELAY
from .compat.annotations import MAX_RETRY_AFTER_DELAY as MAX_RETRY_AFTER_DELAY
from .compat.annotations import MAX_RETRY_DELAY as MAX_RETRY_DELAY
from .compat.annotations import OVERRIDE_CAST_TO_HEADER as OVERRIDE_CAST_TO_HEADER
from .compat.annotations import RAW_RESPONSE_HEADER as RAW_RESPONSE_HEADER
