# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._models import BaseModel
from .data_channel_config import DataChannelConfig

class ClientConfig(BaseModel):
    data_channel: DataChannelConfig
