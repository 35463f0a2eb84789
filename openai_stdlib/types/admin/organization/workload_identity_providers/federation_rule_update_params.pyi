# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Union, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from ....._types import SequenceNotStr

class FederationRuleUpdateParams(TypedDict, total=False):
    workload_identity_provider_id: Required[str]
    attribute_matchers: Dict[str, Union[str, bool, Union[int, float]]]
    description: Optional[str]
    enabled: bool
    name: Optional[str]
    permissions: Permissions

class PermissionsDefaultPermissionsParam(TypedDict, total=False):
    type: Required[Literal["service_account_default"]]

class PermissionsRestrictedPermissionsParam(TypedDict, total=False):
    scopes: Required[SequenceNotStr[str]]
    type: Required[Literal["restricted"]]

Permissions: TypeAlias = Union[PermissionsDefaultPermissionsParam, PermissionsRestrictedPermissionsParam]
