# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .vaults import (
    Vaults as Vaults,
    AsyncVaults as AsyncVaults,
    VaultsWithRawResponse as VaultsWithRawResponse,
    AsyncVaultsWithRawResponse as AsyncVaultsWithRawResponse,
    VaultsWithStreamingResponse as VaultsWithStreamingResponse,
    AsyncVaultsWithStreamingResponse as AsyncVaultsWithStreamingResponse,
)
from .credentials import (
    Credentials as Credentials,
    AsyncCredentials as AsyncCredentials,
    CredentialsWithRawResponse as CredentialsWithRawResponse,
    AsyncCredentialsWithRawResponse as AsyncCredentialsWithRawResponse,
    CredentialsWithStreamingResponse as CredentialsWithStreamingResponse,
    AsyncCredentialsWithStreamingResponse as AsyncCredentialsWithStreamingResponse,
)
