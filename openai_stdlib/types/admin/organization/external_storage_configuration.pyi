# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Literal, Annotated, TypeAlias
from ...._utils import PropertyInfo
from ...._models import BaseModel
from .aws_external_storage_provider import AwsExternalStorageProvider
from .gcp_external_storage_provider import GcpExternalStorageProvider
from .oci_external_storage_provider import OciExternalStorageProvider
from .azure_external_storage_provider import AzureExternalStorageProvider

Provider: TypeAlias = Annotated[
    Union[
        AwsExternalStorageProvider, AzureExternalStorageProvider, GcpExternalStorageProvider, OciExternalStorageProvider
    ],
    PropertyInfo(discriminator="type"),
]

class ExternalStorageConfiguration(BaseModel):
    id: str
    created_at: int
    geography: str
    object: Literal["organization.external_storage"]
    project_id: str
    provider: Provider
    status: Literal["pending", "validated", "degraded", "unhealthy"]
