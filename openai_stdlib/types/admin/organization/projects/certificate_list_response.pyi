# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal
from ....._models import BaseModel

class CertificateDetails(BaseModel):
    expires_at: Optional[int] = ...
    valid_at: Optional[int] = ...

class CertificateListResponse(BaseModel):
    id: str
    active: bool
    certificate_details: CertificateDetails
    created_at: int
    name: Optional[str] = ...
    object: Literal["organization.project.certificate"]
