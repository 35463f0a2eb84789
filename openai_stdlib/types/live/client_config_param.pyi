# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Required, TypedDict
from .data_channel_config_param import DataChannelConfigParam

class ClientConfigParam(TypedDict, total=False):
    data_channel: Required[DataChannelConfigParam]
