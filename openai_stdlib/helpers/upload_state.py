# SPDX-License-Identifier: MIT
"""The progress of a multipart upload, kept in a JSON file so that it can be resumed after an interruption."""

from __future__ import annotations

import os
import time

from ..call.errors import UploadError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict


class UploadState:
    """The progress of an upload: its id, and the ids of the uploaded parts by number.

    `parameters` identify the upload. With a `path`, the state is loaded from there if the file exists. Raises
    UploadError if the file is not a state, or that of an upload with other parameters.
    """

    def __init__(self, path: Any, parameters: Dict[str, Any]) -> None:
        self.path: Any = path
        self.parameters: Dict[str, Any] = parameters
        self.upload_id: str = ""
        self.expires_at: Any = None  # seconds since 1970
        self.parts: Dict[int, str] = {}
        if path is not None and os.path.exists(path):
            self._load()

    def _load(self) -> None:
        import json

        try:
            with open(self.path, encoding="utf-8") as file:
                state = json.load(file)
            parameters, upload_id = state["parameters"], state["upload_id"]
            parts = {int(number): part_id for number, part_id in state["parts"].items()}
            expires_at = state.get("expires_at")
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise UploadError("state_file: {!r} is not the state of an upload: {}".format(self.path, error)) from error
        for name, value in self.parameters.items():
            if parameters.get(name) != value:
                message = "state_file: {!r} belongs to another upload: {} was {!r}, is {!r}; remove it to start over"
                raise UploadError(message.format(self.path, name, parameters.get(name), value))
        # The server deletes an expired upload, so a new one starts.
        if not isinstance(expires_at, (int, float)) or time.time() < expires_at:
            self.upload_id, self.parts, self.expires_at = upload_id, parts, expires_at

    def save(self) -> None:
        """Write the state to its file, atomically. Does nothing without a path."""
        if self.path is None:
            return
        import json

        from ..results.binary import AtomicWriter

        state = {
            "upload_id": self.upload_id,
            "expires_at": self.expires_at,
            "parameters": self.parameters,
            "parts": self.parts,
        }
        with AtomicWriter(self.path) as file:
            file.write(json.dumps(state, indent=1).encode())

    def remove(self) -> None:
        """Remove the file, if there is one."""
        if self.path is not None and os.path.exists(self.path):
            os.unlink(self.path)
