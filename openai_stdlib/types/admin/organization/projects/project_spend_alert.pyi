# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Optional
from typing_extensions import Literal
from ....._models import BaseModel

class NotificationChannel(BaseModel):
    recipients: List[str]
    type: Literal["email"]
    subject_prefix: Optional[str] = ...

class ProjectSpendAlert(BaseModel):
    id: str
    currency: Literal["USD"]
    interval: Literal["month"]
    notification_channel: NotificationChannel
    object: Literal["project.spend_alert"]
    threshold_amount: int
