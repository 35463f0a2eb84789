# SPDX-License-Identifier: MIT
"""What `doctor` finds out: checks with a status, what was seen, and the next step."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional

OK, INFO, WARNING, FAILED = "ok", "info", "warning", "failed"


class Check:
    """One thing that was checked. `step` is what to do if it is wrong, `seconds` how long it took."""

    def __init__(self, name: str, status: str, detail: str, step: str = "", seconds: Optional[float] = None) -> None:
        self.name: str = name
        self.status: str = status
        self.detail: str = detail
        self.step: str = step
        self.seconds: Optional[float] = seconds

    def to_dict(self) -> Dict[str, Any]:
        """Return the check as JSON has it."""
        values: Dict[str, Any] = {"name": self.name, "status": self.status, "detail": self.detail}
        if self.step:
            values["step"] = self.step
        if self.seconds is not None:
            values["seconds"] = round(self.seconds, 4)
        return values


class Report:
    """The checks so far; `on_check` is called with each."""

    def __init__(self, on_check: Any) -> None:
        self.checks: List[Check] = []
        self._on_check = on_check

    def add(self, name: str, status: str, detail: str, step: str = "", seconds: Optional[float] = None) -> None:
        """Add a check."""
        check = Check(name, status, detail, step, seconds)
        self.checks.append(check)
        self._on_check(check)

    def has_failed(self) -> bool:
        """Return whether anything is wrong that prevents calls."""
        return any(check.status == FAILED for check in self.checks)
