# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Iterable
from typing_extensions import Literal, TypedDict
from ..._types import SequenceNotStr
from .server_event_selector_param import ServerEventSelectorParam

class DataChannelConfigParam(TypedDict, total=False):
    allowed_client_events: Union[Literal["all"], SequenceNotStr[str]]
    allowed_server_events: Union[Literal["all"], Iterable[ServerEventSelectorParam]]
