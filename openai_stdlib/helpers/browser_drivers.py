# SPDX-License-Identifier: MIT
"""What a program implements to let a model use a browser: `state`, and any of the members of browser_members.py."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .browser_types import BrowserState, ClickInput, NavigateInput, ReadPageInput, TabInput


class BrowserDriver(Protocol):
    """Controls a browser. The toolset offers the members for which the driver has a method."""

    def state(self) -> BrowserState:
        """Return the open tabs."""
        ...


class AsyncBrowserDriver(Protocol):
    """Async variant of `BrowserDriver`."""

    async def state(self) -> BrowserState:
        """Return the open tabs."""
        ...


class BrowserReadDriver(BrowserDriver, Protocol):
    """A driver with the member `read_page`."""

    @abstractmethod
    def read_page(self, action: ReadPageInput) -> Any:
        """Return what a page has to read: a text, or a `BrowserReadV1`."""


class AsyncBrowserReadDriver(AsyncBrowserDriver, Protocol):
    """Async variant of `BrowserReadDriver`."""

    @abstractmethod
    async def read_page(self, action: ReadPageInput) -> Any:
        """Return what a page has to read: a text, or a `BrowserReadV1`."""


class BrowserNavigationDriver(BrowserDriver, Protocol):
    """A driver with the member `navigate`."""

    @abstractmethod
    def navigate(self, action: NavigateInput) -> None:
        """Open a page."""


class AsyncBrowserNavigationDriver(AsyncBrowserDriver, Protocol):
    """Async variant of `BrowserNavigationDriver`."""

    @abstractmethod
    async def navigate(self, action: NavigateInput) -> None:
        """Open a page."""


class BrowserClickDriver(BrowserDriver, Protocol):
    """A driver with the member `click`."""

    @abstractmethod
    def click(self, action: ClickInput) -> None:
        """Click the control with the ref `action["target"]`."""


class AsyncBrowserClickDriver(AsyncBrowserDriver, Protocol):
    """Async variant of `BrowserClickDriver`."""

    @abstractmethod
    async def click(self, action: ClickInput) -> None:
        """Click the control with the ref `action["target"]`."""


class BrowserScreenshotDriver(BrowserDriver, Protocol):
    """A driver with the member `screenshot`."""

    @abstractmethod
    def screenshot(self, action: TabInput) -> Any:
        """Return a picture of a tab: a dict with `type="input_image"` and `image_url` or `file_id`."""


class AsyncBrowserScreenshotDriver(AsyncBrowserDriver, Protocol):
    """Async variant of `BrowserScreenshotDriver`."""

    @abstractmethod
    async def screenshot(self, action: TabInput) -> Any:
        """Return a picture of a tab: a dict with `type="input_image"` and `image_url` or `file_id`."""
