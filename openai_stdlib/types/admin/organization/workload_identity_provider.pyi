# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ...._utils import PropertyInfo
from ...._models import BaseModel

class AttributeTransformation(BaseModel):
    attribute: str
    expression: str

class VerificationDiscovery(BaseModel):
    discovery_url: Optional[str] = ...
    type: Literal["discovery"]

class VerificationUploadedJwks(BaseModel):
    jwks: Dict[str, object]
    type: Literal["uploaded_jwks"]

Verification: TypeAlias = Annotated[
    Union[VerificationDiscovery, VerificationUploadedJwks], PropertyInfo(discriminator="type")
]

class WorkloadIdentityProvider(BaseModel):
    id: str
    attribute_transformations: List[AttributeTransformation]
    audience: str
    created_at: int
    description: Optional[str] = ...
    enabled: bool
    issuer: str
    name: str
    object: Literal["organization.workload_identity_provider"]
    type: Literal["oidc"]
    updated_at: int
    verification: Verification
