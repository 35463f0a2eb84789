# SPDX-License-Identifier: MIT
"""Workload identity as a provider: OpenAI itself, called with tokens that are lent instead of a key.

What a token is had in exchange for is told in ../auth/workload.py; where calls go is said as for a key.
"""

from __future__ import annotations

from ..auth.workload import X509_BASE_URLS, WorkloadIdentityAuth
from .base import Provider

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class WorkloadProvider(Provider):
    """Signs with the tokens of `workload_identity`: a dict, or a `WorkloadIdentityAuth` with a transport of its own."""

    name = "workload identity"
    ignored_settings = ("api_key",)

    def __init__(self, workload_identity: Any) -> None:
        if not isinstance(workload_identity, WorkloadIdentityAuth):
            workload_identity = WorkloadIdentityAuth(workload_identity=workload_identity)
        self._key = workload_identity
        self.query, self.headers = {}, {}
        self.max_redirects = workload_identity.max_redirects
        self.base_url = X509_BASE_URLS["global"] if workload_identity.is_x509 else ""
