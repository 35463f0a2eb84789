# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .federation_rules import (
    FederationRules as FederationRules,
    AsyncFederationRules as AsyncFederationRules,
    FederationRulesWithRawResponse as FederationRulesWithRawResponse,
    AsyncFederationRulesWithRawResponse as AsyncFederationRulesWithRawResponse,
    FederationRulesWithStreamingResponse as FederationRulesWithStreamingResponse,
    AsyncFederationRulesWithStreamingResponse as AsyncFederationRulesWithStreamingResponse,
)
from .workload_identity_providers import (
    WorkloadIdentityProviders as WorkloadIdentityProviders,
    AsyncWorkloadIdentityProviders as AsyncWorkloadIdentityProviders,
    WorkloadIdentityProvidersWithRawResponse as WorkloadIdentityProvidersWithRawResponse,
    AsyncWorkloadIdentityProvidersWithRawResponse as AsyncWorkloadIdentityProvidersWithRawResponse,
    WorkloadIdentityProvidersWithStreamingResponse as WorkloadIdentityProvidersWithStreamingResponse,
    AsyncWorkloadIdentityProvidersWithStreamingResponse as AsyncWorkloadIdentityProvidersWithStreamingResponse,
)
