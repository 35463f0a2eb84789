# SPDX-License-Identifier: MIT
"""OpenAI itself as a provider, called with tokens of a workload identity instead of an API key."""

from __future__ import annotations

from ..auth.workload import X509_BASE_URLS, WorkloadIdentityAuth
from .base import Provider

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Optional, Tuple


class WorkloadProvider(Provider):
    """Signs with the tokens of a workload identity: a dict, or a `WorkloadIdentityAuth` with its own transport.

    The base URL is configured as for an API key, except that a client certificate has its own.
    """

    name = "workload identity"
    ignored_settings: Tuple[str, ...] = ("api_key",)
    supports_websockets = False

    def __init__(self, workload_identity: Any) -> None:
        if not isinstance(workload_identity, WorkloadIdentityAuth):
            workload_identity = WorkloadIdentityAuth(workload_identity=workload_identity)
        self._key = workload_identity
        self.query: Dict[str, Any] = {}
        self.headers: Dict[str, str] = {}
        self.max_redirects: Optional[int] = workload_identity.max_redirects
        self.base_url: str = X509_BASE_URLS["global"] if workload_identity.is_x509 else ""
