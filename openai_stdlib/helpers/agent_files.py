# SPDX-License-Identifier: MIT
"""Files for the environments of agents: `environments.files.prepare`, `prepare_directory` and `upload`.

A local file is checked before the first upload, and must not change until its own. An upload stays in the Files API,
also when a later one fails; the program deletes it.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from ..call.errors import OpenAIError
from ..call.sentinels import SENTINEL_TYPES
from .flow import in_thread, run_flow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Mapping, Sequence, Tuple

    from .flow import Flow

    Identity = Tuple[int, int, int]  # device, inode and size of a file

ROOT = "/workspace/"
RESERVED = (".codex", ".managed-agents")  # first folders that belong to the service
RESERVED_PREFIX = ".managed-agents-"
OUTPUTS = "/workspace/outputs"


class SelectedFile:
    """A local file, and what it was when it was selected."""

    def __init__(self, path: Path, identity: Identity) -> None:
        self.path = path
        self.identity = identity

    def __fspath__(self) -> str:
        return str(self.path)

    def open(self) -> Any:
        """Open the file. Raises ValueError if it has changed since it was selected."""
        if _identify(os.lstat(self.path)) != self.identity:
            raise ValueError("{}: the file has changed since it was selected".format(self.path))
        opened = open(self.path, "rb")
        if _identify(os.fstat(opened.fileno())) != self.identity:
            opened.close()
            raise ValueError("{}: the file has changed since it was selected".format(self.path))
        return opened


@dataclass
class PreparedAgentFiles:
    """Files to pass to a new environment, and the ids of their uploads, which the program may delete."""

    files: List[Any] = field(default_factory=list)
    uploaded_file_ids: List[str] = field(default_factory=list)


@dataclass(frozen=True)
class StagedAgentFile:
    """A file in an environment, and the id of its upload, which the program may delete."""

    uploaded_file_id: str
    file: Any


class AgentFilePreparationError(OpenAIError):
    """An upload failed; `prepared` has those that succeeded, and `__cause__` tells why."""

    def __init__(self, prepared: PreparedAgentFiles) -> None:
        super().__init__("an upload failed; the uploads in `prepared` succeeded, delete them if you don't need them")
        self.prepared = prepared


class AgentFileStagingError(OpenAIError):
    """A file was uploaded, but isn't in the environment; `uploaded_file_id` is its upload, `__cause__` tells why."""

    def __init__(self, uploaded_file_id: str) -> None:
        super().__init__(
            "{}: was uploaded, but couldn't be put in the environment; delete the upload".format(uploaded_file_id)
        )
        self.uploaded_file_id = uploaded_file_id


def _identify(status: os.stat_result) -> Identity:
    return status.st_dev, status.st_ino, status.st_size


def select_file(source: Any) -> SelectedFile:
    """Return a local file as it is now. Raises ValueError for a link, and for anything but a regular file."""
    if isinstance(source, SelectedFile):
        return source
    path = Path(os.path.abspath(os.fsdecode(source)))
    status = os.lstat(path) if os.path.lexists(path) else None
    if status is None or not stat.S_ISREG(status.st_mode):
        raise ValueError("{}: expected a regular file, no link or folder".format(path))
    return SelectedFile(path, _identify(status))


def check_destination(path: str) -> str:
    """Return a path in an environment. Raises ValueError for one that it cannot have."""
    parts = path.split("/")[1:]
    if not path.startswith(ROOT) or "\\" in path or "\0" in path or any(part in ("", ".", "..") for part in parts):
        raise ValueError("{!r}: expected the absolute path of a file below /workspace, without . and ..".format(path))
    if parts[1] in RESERVED or parts[1].startswith(RESERVED_PREFIX) or path == OUTPUTS:
        raise ValueError("{!r}: the path is reserved; choose another one".format(path))
    return path


def _select(client: Any, files: Mapping[str, Any], options: Mapping[str, Any]) -> List[Tuple[str, SelectedFile]]:
    headers = {**client.default_headers, **(options.get("extra_headers") or {})}
    keys = [value for name, value in headers.items() if name.lower() == "idempotency-key"]
    if len(files) > 1 and keys and type(keys[-1]) not in SENTINEL_TYPES:
        raise ValueError("extra_headers: one Idempotency-Key cannot be used for several uploads; leave it out")
    destinations = {check_destination(path) for path in files}
    for path in destinations:
        if any(str(parent) in destinations for parent in PurePosixPath(path).parents):
            raise ValueError("files: {!r} is inside of another file; choose another path".format(path))
    selected = [(path, select_file(source)) for path, source in files.items()]
    for _, file in selected:
        file.open().close()  # all can be read, before the first upload
    return selected


def prepare_files(files_resource: Any, files: Mapping[str, Any], **options: Any) -> Any:
    """Upload local files for a new environment and return PreparedAgentFiles; with an async client, await it.

    `files` has local paths by their path in the environment, below /workspace. Raises ValueError before the first
    upload for files that cannot be used, and AgentFilePreparationError if an upload fails.
    """
    return run_flow(files_resource, _prepare(files_resource._client, lambda: files, options))


def prepare_directory(
    files_resource: Any, root: Any, *, destination: str, include: Sequence[str], **options: Any
) -> Any:
    """Upload files of a local folder for a new environment; as `prepare`.

    `include` are patterns relative to the folder, such as "src/**/*.py"; links are refused.
    """
    find = lambda: directory_files(root, destination, include)  # noqa: E731
    return run_flow(files_resource, _prepare(files_resource._client, find, options))


def _prepare(client: Any, find: Any, options: Dict[str, Any]) -> Flow:
    selected = yield in_thread(client, lambda: _select(client, find(), options))
    prepared = PreparedAgentFiles()
    try:
        for path, file in selected:
            uploaded = yield from _upload(client, (file.path.name, file), options)
            prepared.uploaded_file_ids.append(uploaded.id)
            prepared.files.append({"type": "file_id", "file_id": uploaded.id, "path": path})
    except Exception as error:
        raise AgentFilePreparationError(prepared) from error
    except BaseException as error:  # KeyboardInterrupt, or the task was cancelled
        error.prepared = prepared  # type: ignore[attr-defined]  # so that the program can delete the uploads
        raise
    return prepared


def _upload(client: Any, file: Any, options: Dict[str, Any]) -> Flow:
    """Upload a file: a path, or what `files.create` takes."""
    parts = list(file) if isinstance(file, tuple) else [None, file]
    source = parts[1]
    if not hasattr(source, "__fspath__"):
        return (yield lambda: client.files.create(file=file, purpose="user_data", **options))
    opened = yield in_thread(client, lambda: select_file(source).open())
    try:
        if parts[0] is None:
            path: Any = source
            parts[0] = os.path.basename(os.fspath(path))
        parts[1] = opened
        return (yield lambda: client.files.create(file=tuple(parts), purpose="user_data", **options))
    finally:
        opened.close()


def upload_file(files_resource: Any, environment_id: str, *, file: Any, path: str, **options: Any) -> Any:
    """Upload a file and put it in an environment; return a StagedAgentFile; with an async client, await it.

    `file` is what `files.create` takes. Raises AgentFileStagingError if only the upload succeeded.
    """
    return run_flow(files_resource, _stage(files_resource, environment_id, file, path, options))


def _stage(resource: Any, environment_id: str, file: Any, path: str, options: Dict[str, Any]) -> Flow:
    if not environment_id:
        raise ValueError("environment_id: it is empty; pass the id of an environment")
    arguments = {"type": "file_id", "path": check_destination(path), **options}
    uploaded = yield from _upload(resource._client, file, options)
    try:
        staged = yield lambda: resource.create(environment_id, file_id=uploaded.id, **arguments)
    except Exception as error:
        raise AgentFileStagingError(uploaded.id) from error
    except BaseException as error:
        error.uploaded_file_id = uploaded.id  # type: ignore[attr-defined]  # so that the program can delete it
        raise
    return StagedAgentFile(uploaded_file_id=uploaded.id, file=staged)


def directory_files(root: Any, destination: str, include: Sequence[str]) -> Dict[str, SelectedFile]:
    """Return the files of a folder that match patterns, by their path in an environment. Raises ValueError."""
    folder = Path(os.path.abspath(os.fsdecode(root)))
    if isinstance(include, str) or not include:
        raise ValueError("include: expected a list of patterns, got {!r}".format(include))
    if folder.is_symlink() or not folder.is_dir():
        raise ValueError("{}: expected a folder, no link".format(folder))
    folder = folder.resolve()
    check_destination(destination + "/a")
    for pattern in include:
        if not pattern or PurePosixPath(pattern).is_absolute() or ".." in PurePosixPath(pattern).parts:
            raise ValueError("include: {!r} is not inside of the folder".format(pattern))
    selected: Dict[str, SelectedFile] = {}
    for pattern in include:
        for source in sorted(folder.glob(pattern)):
            relative = source.relative_to(folder)
            parents = [folder / parent for parent in relative.parents if parent != Path(".")]
            if any(path.is_symlink() for path in [source, *parents]):
                raise ValueError("{}: links are refused; pass the file itself".format(source))
            if not source.is_dir():
                selected[str(PurePosixPath(destination) / relative.as_posix())] = select_file(source)
    if not selected:
        raise ValueError("include: no file of {} matches".format(folder))
    return selected
