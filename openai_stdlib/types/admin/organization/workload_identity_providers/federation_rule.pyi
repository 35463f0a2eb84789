# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ....._utils import PropertyInfo
from ....._models import BaseModel

class PermissionsServiceAccountDefault(BaseModel):
    type: Literal["service_account_default"]

class PermissionsRestricted(BaseModel):
    scopes: List[str]
    type: Literal["restricted"]

Permissions: TypeAlias = Annotated[
    Union[PermissionsServiceAccountDefault, PermissionsRestricted], PropertyInfo(discriminator="type")
]

class FederationRule(BaseModel):
    id: str
    attribute_matchers: Dict[str, Union[str, bool, int, float]]
    created_at: int
    description: Optional[str] = ...
    enabled: bool
    name: Optional[str] = ...
    object: Literal["organization.workload_identity_federation_rule"]
    permissions: Permissions
    project_id: str
    service_account_id: str
    updated_at: int
    workload_identity_provider_id: str
