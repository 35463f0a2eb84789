# SPDX-License-Identifier: MIT
"""The pages that lists come in, by the names of the official SDK, for annotations and `isinstance`.

    from openai_stdlib.pagination import SyncCursorPage

Nothing lives here; answer/pages.py has them all.
"""

from .answer.pages import AsyncConversationCursorPage as AsyncConversationCursorPage
from .answer.pages import AsyncCursorPage as AsyncCursorPage
from .answer.pages import AsyncNextCursorPage as AsyncNextCursorPage
from .answer.pages import AsyncPage as AsyncPage
from .answer.pages import AsyncPaginator as AsyncPaginator
from .answer.pages import AsyncTokenPage as AsyncTokenPage
from .answer.pages import PageInfo as PageInfo
from .answer.pages import SyncConversationCursorPage as SyncConversationCursorPage
from .answer.pages import SyncCursorPage as SyncCursorPage
from .answer.pages import SyncNextCursorPage as SyncNextCursorPage
from .answer.pages import SyncPage as SyncPage
from .answer.pages import SyncTokenPage as SyncTokenPage
