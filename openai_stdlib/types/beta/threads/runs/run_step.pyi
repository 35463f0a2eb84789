# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ....._utils import PropertyInfo
from ....._models import BaseModel
from ....shared.metadata import Metadata
from .tool_calls_step_details import ToolCallsStepDetails
from .message_creation_step_details import MessageCreationStepDetails

class LastError(BaseModel):
    code: Literal["server_error", "rate_limit_exceeded"]
    message: str

StepDetails: TypeAlias = Annotated[
    Union[MessageCreationStepDetails, ToolCallsStepDetails], PropertyInfo(discriminator="type")
]

class Usage(BaseModel):
    completion_tokens: int
    prompt_tokens: int
    total_tokens: int

class RunStep(BaseModel):
    id: str
    assistant_id: str
    cancelled_at: Optional[int] = ...
    completed_at: Optional[int] = ...
    created_at: int
    expired_at: Optional[int] = ...
    failed_at: Optional[int] = ...
    last_error: Optional[LastError] = ...
    metadata: Optional[Metadata] = ...
    object: Literal["thread.run.step"]
    run_id: str
    status: Literal["in_progress", "cancelled", "failed", "completed", "expired"]
    step_details: StepDetails
    thread_id: str
    type: Literal["message_creation", "tool_calls"]
    usage: Optional[Usage] = ...
