# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .api_keys import (
    APIKeys as APIKeys,
    AsyncAPIKeys as AsyncAPIKeys,
    APIKeysWithRawResponse as APIKeysWithRawResponse,
    AsyncAPIKeysWithRawResponse as AsyncAPIKeysWithRawResponse,
    APIKeysWithStreamingResponse as APIKeysWithStreamingResponse,
    AsyncAPIKeysWithStreamingResponse as AsyncAPIKeysWithStreamingResponse,
)
from .service_accounts import (
    ServiceAccounts as ServiceAccounts,
    AsyncServiceAccounts as AsyncServiceAccounts,
    ServiceAccountsWithRawResponse as ServiceAccountsWithRawResponse,
    AsyncServiceAccountsWithRawResponse as AsyncServiceAccountsWithRawResponse,
    ServiceAccountsWithStreamingResponse as ServiceAccountsWithStreamingResponse,
    AsyncServiceAccountsWithStreamingResponse as AsyncServiceAccountsWithStreamingResponse,
)
