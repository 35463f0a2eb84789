# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union
from typing_extensions import Literal
from ..._models import BaseModel
from .server_event_selector import ServerEventSelector

class DataChannelConfig(BaseModel):
    allowed_client_events: Union[Literal["all"], List[str], None] = ...
    allowed_server_events: Union[Literal["all"], List[ServerEventSelector], None] = ...
