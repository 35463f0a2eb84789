# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ...._utils import PropertyInfo
from ...._models import BaseModel
from .chatkit_widget_item import ChatKitWidgetItem
from .chatkit_thread_user_message_item import ChatKitThreadUserMessageItem
from .chatkit_thread_assistant_message_item import ChatKitThreadAssistantMessageItem

class DataChatKitClientToolCall(BaseModel):
    id: str
    arguments: str
    call_id: str
    created_at: int
    name: str
    object: Literal["chatkit.thread_item"]
    output: Optional[str] = ...
    status: Literal["in_progress", "completed"]
    thread_id: str
    type: Literal["chatkit.client_tool_call"]

class DataChatKitTask(BaseModel):
    id: str
    created_at: int
    heading: Optional[str] = ...
    object: Literal["chatkit.thread_item"]
    summary: Optional[str] = ...
    task_type: Literal["custom", "thought"]
    thread_id: str
    type: Literal["chatkit.task"]

class DataChatKitTaskGroupTask(BaseModel):
    heading: Optional[str] = ...
    summary: Optional[str] = ...
    type: Literal["custom", "thought"]

class DataChatKitTaskGroup(BaseModel):
    id: str
    created_at: int
    object: Literal["chatkit.thread_item"]
    tasks: List[DataChatKitTaskGroupTask]
    thread_id: str
    type: Literal["chatkit.task_group"]

Data: TypeAlias = Annotated[
    Union[
        ChatKitThreadUserMessageItem,
        ChatKitThreadAssistantMessageItem,
        ChatKitWidgetItem,
        DataChatKitClientToolCall,
        DataChatKitTask,
        DataChatKitTaskGroup,
    ],
    PropertyInfo(discriminator="type"),
]

class ChatKitThreadItemList(BaseModel):
    data: List[Data]
    first_id: Optional[str] = ...
    has_more: bool
    last_id: Optional[str] = ...
    object: Literal["list"]
