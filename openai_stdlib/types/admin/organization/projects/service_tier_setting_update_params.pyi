# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Iterable
from typing_extensions import Literal, TypedDict
from .project_optional_service_tier import ProjectOptionalServiceTier

class ServiceTierSettingUpdateParams(TypedDict, total=False):
    default: Literal["standard", "fast", "scale"]
    enabled_tiers: Union[Literal["all"], Iterable[ProjectOptionalServiceTier]]
