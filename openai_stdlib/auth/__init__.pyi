# SPDX-License-Identifier: MIT
"""Workload identity: short-lived credentials instead of API keys."""

from os import PathLike
from typing import Any, Callable, Literal, Optional, TypedDict, Union
from typing_extensions import NotRequired, TypeAlias

from .workload import WorkloadIdentityAuth as WorkloadIdentityAuth

__all__ = [
    "SubjectTokenProvider",
    "SubjectTokenWorkloadIdentity",
    "WorkloadIdentity",
    "WorkloadIdentityAuth",
    "X509WorkloadIdentity",
    "azure_managed_identity_token_provider",
    "gcp_id_token_provider",
    "k8s_service_account_token_provider",
    "x509_workload_identity",
]

class SubjectTokenProvider(TypedDict):
    token_type: Literal["jwt", "id"]
    get_token: Callable[[], str]

class WorkloadIdentity(TypedDict):
    identity_provider_id: str
    service_account_id: str
    provider: SubjectTokenProvider
    refresh_buffer_seconds: NotRequired[float]

SubjectTokenWorkloadIdentity: TypeAlias = WorkloadIdentity

class X509WorkloadIdentity(TypedDict):
    type: Literal["x509"]
    identity_provider_id: str
    service_account_id: str
    refresh_buffer_seconds: NotRequired[float]

def x509_workload_identity(
    *, identity_provider_id: str, service_account_id: str, refresh_buffer_seconds: Optional[float] = None
) -> X509WorkloadIdentity: ...
def k8s_service_account_token_provider(token_file_path: Union[str, PathLike[str]] = ...) -> SubjectTokenProvider: ...
def azure_managed_identity_token_provider(
    resource: str = ...,
    *,
    object_id: Optional[str] = None,
    client_id: Optional[str] = None,
    msi_res_id: Optional[str] = None,
    api_version: str = ...,
    timeout: float = ...,
    transport: Any = None,
    url: str = ...,
) -> SubjectTokenProvider: ...
def gcp_id_token_provider(
    audience: str = ..., *, timeout: float = ..., transport: Any = None, url: str = ...
) -> SubjectTokenProvider: ...
