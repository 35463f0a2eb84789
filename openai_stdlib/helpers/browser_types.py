# SPDX-License-Identifier: MIT
"""What a browser toolset and its driver exchange. All are dicts."""

from __future__ import annotations

from typing import Dict, List, Literal, Optional, TypedDict, Union


class BrowserTab(TypedDict):
    """An open tab."""

    id: str
    title: str
    url: str
    active: bool


class BrowserTabChange(TypedDict):
    """A tab was opened, closed, activated or navigated."""

    type: Literal["tab_opened", "tab_closed", "tab_switched", "navigation"]
    sequence: int
    tab_id: str


class BrowserNavigationRefused(TypedDict):
    """The driver did not open a page."""

    type: Literal["navigation_refused"]
    sequence: int
    tab_id: Optional[str]
    reason: Literal["policy", "unsupported"]


class BrowserDialogDismissed(TypedDict):
    """The driver closed a dialog of a page."""

    type: Literal["dialog_dismissed"]
    sequence: int
    tab_id: str
    kind: Literal["alert", "confirm", "prompt", "beforeunload", "other"]


class BrowserDownload(TypedDict):
    """A download was blocked, or changed its status."""

    type: Literal["download"]
    sequence: int
    tab_id: Optional[str]
    status: Literal["blocked", "started", "completed", "failed"]


BrowserStateChange = Union[BrowserTabChange, BrowserNavigationRefused, BrowserDialogDismissed, BrowserDownload]


class BrowserObservationV1(TypedDict):
    """What has happened since the driver began: `sequence` changes, without the first `dropped_changes`."""

    version: Literal[1]
    sequence: int
    dropped_changes: int
    title_truncated: bool
    changes: List[BrowserStateChange]


class _State(TypedDict):
    tabs: List[BrowserTab]


class BrowserState(_State, total=False):
    """The tabs, of which one is active, and what has happened."""

    observation: BrowserObservationV1


class _ReadOption(TypedDict):
    label: str
    value: str


class BrowserReadOption(_ReadOption, total=False):
    """An option of a control."""

    selected: bool


class _ReadElement(TypedDict):
    ref: str
    role: Literal["button", "textbox", "combobox", "checkbox", "radio", "slider", "listbox"]
    label: str


class BrowserReadElement(_ReadElement, total=False):
    """A control of a page; actions name it by its `ref`."""

    value: str
    options: List[BrowserReadOption]
    checked: bool


class BrowserReadV1(TypedDict):
    """What a page has to read; `omitted` says why something is left out."""

    version: Literal[1]
    text: str
    elements: List[BrowserReadElement]
    omitted: List[str]


class BrowserReadScope(TypedDict):
    """A part of a page that can be read on its own."""

    ref: str
    label: str


class BrowserScopedReadV1(BrowserReadV1):
    """What a part of a page has to read, and its parts."""

    scopes: List[BrowserReadScope]


class BrowserFileOutcome(TypedDict):
    """How the transfer of a file ended."""

    version: Literal[1]
    status: Literal["completed", "refused", "unknown", "interrupted"]
    effect: Literal["completed", "none", "unknown"]
    cleanup: Literal["not_started", "pending", "completed"]


class BrowserFileInput(TypedDict):
    """Arguments of `upload_file` and `download_file`."""

    grant_id: str


class TabInput(TypedDict):
    """Arguments of an action in a tab; None is the active one."""

    tab_id: Optional[str]


class ZoomInput(TabInput):
    """Arguments of `zoom`: left, top, right and bottom of a region of the viewport."""

    region: List[int]


class NavigateInput(TabInput):
    """Arguments of `navigate`."""

    url: str


class ReadPageInput(TabInput):
    """Arguments of `read_page`."""

    filter: Literal["all", "interactive"]


class ReadPageScopedInput(ReadPageInput):
    """Arguments of `read_page_scoped`."""

    root: Optional[str]
    depth: int


class ReadDiagnosticsInput(TabInput):
    """Arguments of `read_diagnostics`."""

    source: Literal["console", "network"]
    limit: int


class RunScriptInput(TabInput):
    """Arguments of `run_script`."""

    source: str
    timeout_ms: int


class FindInput(TabInput):
    """Arguments of `find`."""

    query: str


class ClickInput(TabInput):
    """Arguments of `click`, `hover` and `scroll_to`."""

    target: str


class BrowserPoint(TypedDict):
    """A point of the viewport."""

    x: int
    y: int


class ClickAtInput(TabInput):
    """Arguments of `click_at`."""

    x: int
    y: int
    button: Literal["left", "right", "middle"]
    click_count: Literal[1, 2, 3]
    keys: List[Literal["Control", "Alt", "Meta", "Shift"]]


class HoverAtInput(TabInput):
    """Arguments of `hover_at`."""

    x: int
    y: int


class SetCheckedInput(ClickInput):
    """Arguments of `set_checked`."""

    checked: bool


class DragPathInput(TabInput):
    """Arguments of `drag_path`."""

    path: List[BrowserPoint]
    keys: List[Literal["Control", "Alt", "Meta", "Shift"]]


class HoldKeysInput(TabInput):
    """Arguments of `hold_keys`."""

    keys: List[str]
    duration_ms: int


class TypeInput(TabInput):
    """Arguments of `type`; without a target, the text goes to the control that has the focus."""

    text: str
    target: Optional[str]


class KeyInput(TabInput):
    """Arguments of `key`."""

    keys: List[str]


class ScrollInput(TabInput):
    """Arguments of `scroll`."""

    direction: Literal["up", "down", "left", "right"]
    amount: int


class WaitForInput(TabInput):
    """Arguments of `wait_for`."""

    text: str
    timeout_ms: int


class SelectOptionInput(ClickInput):
    """Arguments of `select_option`."""

    values: List[str]


class NewTabInput(TypedDict):
    """Arguments of `new_tab`."""

    url: Optional[str]


class BrowserConfirmContext(TypedDict):
    """What `confirm` and `url_policy` get: an action, and the state before it."""

    member: str
    arguments: Dict[str, object]
    state: BrowserState
    call_id: str


class BrowserReadConfirmContext(TypedDict):
    """What `confirm` gets before a member of `confirm_reads` reads."""

    member: str
    arguments: Dict[str, object]
    state: None
    call_id: str
    phase: Literal["before_read"]
