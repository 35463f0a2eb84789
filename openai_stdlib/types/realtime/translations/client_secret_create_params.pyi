# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal, Required, TypedDict
from ..realtime_translation_session_create_request_param import RealtimeTranslationSessionCreateRequestParam

class ClientSecretCreateParams(TypedDict, total=False):
    session: Required[RealtimeTranslationSessionCreateRequestParam]
    expires_after: ExpiresAfter

class ExpiresAfter(TypedDict, total=False):
    anchor: Literal["created_at"]
    seconds: int
