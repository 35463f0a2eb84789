# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union
from typing_extensions import Literal
from ....._models import BaseModel
from .project_optional_service_tier import ProjectOptionalServiceTier

class ProjectServiceTierSettings(BaseModel):
    default: Literal["standard", "fast", "scale"]
    enabled_tiers: Union[Literal["all"], List[ProjectOptionalServiceTier]]
    object: Literal["project.service_tier_settings"]
