# SPDX-License-Identifier: MIT
"""Names that programs import from `openai._base_client`."""

from .pagination import AsyncPaginator as AsyncPaginator
from .pagination import BaseAsyncPage as BaseAsyncPage
from .pagination import BaseSyncPage as BaseSyncPage
from .pagination import PageInfo as PageInfo
