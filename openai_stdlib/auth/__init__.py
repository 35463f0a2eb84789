# SPDX-License-Identifier: MIT
"""Short-lived credentials instead of API keys: workload identity, with the names of `openai.auth`.

`OpenAI(workload_identity={…})` signs its requests with a `WorkloadIdentityAuth`. The modules here know HTTP requests
but no client. Importing this subpackage imports none of them (PEP 562).
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = (
    "SubjectTokenProvider SubjectTokenWorkloadIdentity WorkloadIdentity WorkloadIdentityAuth X509WorkloadIdentity "
    "azure_managed_identity_token_provider gcp_id_token_provider k8s_service_account_token_provider "
    "x509_workload_identity"
).split()  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> "Any":
    if name not in __all__:
        raise AttributeError("module {!r} has no attribute {!r}".format(__name__, name))
    module = "workload" if "orkload" in name else "subject_tokens"
    return getattr(__import__(module, globals(), None, [name], 1), name)
