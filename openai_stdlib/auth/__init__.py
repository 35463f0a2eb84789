# SPDX-License-Identifier: MIT
"""Keys that are lent for a while instead of kept: workload identity, after `openai.auth`.

`OpenAI(workload_identity={…})` signs with a `WorkloadIdentityAuth`. workload.py has the exchanges, tokens.py keeps what
they bring. They know HTTP requests, and no client. Importing this folder imports neither (PEP 562).
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = (
    "SubjectTokenProvider SubjectTokenWorkloadIdentity WorkloadIdentity WorkloadIdentityAuth X509WorkloadIdentity "
    "azure_managed_identity_token_provider gcp_id_token_provider k8s_service_account_token_provider "
    "x509_workload_identity"
).split()


def __getattr__(name: str) -> "Any":
    if name not in __all__:
        raise AttributeError("module {!r} has no attribute {!r}".format(__name__, name))
    return getattr(__import__(__name__ + ".workload", None, None, [name]), name)
