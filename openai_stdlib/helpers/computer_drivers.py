# SPDX-License-Identifier: MIT
"""What a program implements to let a model use a computer."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

    ComputerActionInput = Any
    Screenshot = Dict[str, Any]
else:
    ComputerActionInput = object
    Screenshot = dict


class ComputerDriver(Protocol):
    """Controls a computer or a browser: has a method for each action, with the action's fields as attributes.

    A method raises an exception if it cannot execute its action. Coordinates are pixels of the screenshots, which are
    dicts with `type="computer_screenshot"` and `image_url` or `file_id`.
    """

    @abstractmethod
    def click(self, action: Any) -> None:
        """Press and release `action.button` at a point."""

    @abstractmethod
    def double_click(self, action: Any) -> None:
        """Click twice at a point."""

    @abstractmethod
    def drag(self, action: Any) -> None:
        """Move along `action.path` with the button pressed."""

    @abstractmethod
    def keypress(self, action: Any) -> None:
        """Press `action.keys` together."""

    @abstractmethod
    def move(self, action: Any) -> None:
        """Move the pointer to a point."""

    @abstractmethod
    def scroll(self, action: Any) -> None:
        """Scroll by `action.scroll_x` and `action.scroll_y` at a point."""

    @abstractmethod
    def type(self, action: Any) -> None:
        """Enter `action.text`."""

    @abstractmethod
    def wait(self, action: Any) -> None:
        """Wait until the screen has changed."""

    @abstractmethod
    def screenshot(self) -> Any:
        """Return a picture of the screen, a `Screenshot`."""


class AsyncComputerDriver(Protocol):
    """Async variant of `ComputerDriver`."""

    @abstractmethod
    async def click(self, action: Any) -> None:
        """Press and release `action.button` at a point."""

    @abstractmethod
    async def double_click(self, action: Any) -> None:
        """Click twice at a point."""

    @abstractmethod
    async def drag(self, action: Any) -> None:
        """Move along `action.path` with the button pressed."""

    @abstractmethod
    async def keypress(self, action: Any) -> None:
        """Press `action.keys` together."""

    @abstractmethod
    async def move(self, action: Any) -> None:
        """Move the pointer to a point."""

    @abstractmethod
    async def scroll(self, action: Any) -> None:
        """Scroll by `action.scroll_x` and `action.scroll_y` at a point."""

    @abstractmethod
    async def type(self, action: Any) -> None:
        """Enter `action.text`."""

    @abstractmethod
    async def wait(self, action: Any) -> None:
        """Wait until the screen has changed."""

    @abstractmethod
    async def screenshot(self) -> Any:
        """Return a picture of the screen, a `Screenshot`."""
