# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .compat.aliases import AsyncAPIClient as AsyncAPIClient
from .compat.aliases import AsyncHttpxClientWrapper as AsyncHttpxClientWrapper
from .pagination import AsyncPaginator as AsyncPaginator
from ._streaming import AsyncStream as AsyncStream
from .pagination import BaseAsyncPage as BaseAsyncPage
from .client.base_client import BaseClient as BaseClient
from .pagination import BaseSyncPage as BaseSyncPage
from .compat.http_clients import DEFAULT_CONNECTION_LIMITS as DEFAULT_CONNECTION_LIMITS
from .compat.names import DEFAULT_MAX_RETRIES as DEFAULT_MAX_RETRIES
from .compat.names import DEFAULT_TIMEOUT as DEFAULT_TIMEOUT
from .compat.http_clients import DefaultAioHttpClient as DefaultAioHttpClient
from .compat.http_clients import DefaultAsyncHttpxClient as DefaultAsyncHttpxClient
from .compat.http_clients import DefaultHttpxClient as DefaultHttpxClient
from .client.request_options import FinalRequestOptions as FinalRequestOptions
from .compat.names import HTTPX_DEFAULT_TIMEOUT as HTTPX_DEFAULT_TIMEOUT
from .pagination import PageInfo as PageInfo
from ._streaming import Stream as Stream
from .compat.aliases import SyncAPIClient as SyncAPIClient
from .compat.aliases import SyncHttpxClientWrapper as SyncHttpxClientWrapper
from .call.timeout import Timeout as Timeout
from .compat.annotations import _AsyncStreamT as _AsyncStreamT
from .compat.annotations import _StreamT as _StreamT
from .compat.construction import construct_type as construct_type
from .compat.construction import make_request_options as make_request_options
from .compat.construction import validate_type as validate_type
