# SPDX-License-Identifier: MIT
"""What annotations in the stubs of `types` say of a field beside its type."""

from typing import Optional

class PropertyInfo:
    alias: Optional[str]
    format: Optional[str]
    format_template: Optional[str]
    discriminator: Optional[str]
    def __init__(
        self,
        *,
        alias: Optional[str] = None,
        format: Optional[str] = None,
        format_template: Optional[str] = None,
        discriminator: Optional[str] = None,
    ) -> None: ...
