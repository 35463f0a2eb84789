# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ...._types import TimeoutTypes
from os import PathLike
from typing import Mapping, BinaryIO, Sequence, Generator
from pathlib import Path
from contextlib import ExitStack
from dataclasses import dataclass
from typing_extensions import TypedDict
from ...._types import Body, Query, Headers, NotGiven, FileTypes
from ...._exceptions import OpenAIError
from ....types.beta.hosted_environment_file_param import HostedEnvironmentFileParam
from ....types.beta.agents.environments.environment_file import EnvironmentFile
from ....resources.beta.agents.environments.files import Files, AsyncFiles

class _RequestOptions(TypedDict):
    extra_headers: Headers | None
    extra_query: Query | None
    extra_body: Body | None
    timeout: float | TimeoutTypes | None | NotGiven

@dataclass(frozen=True)
class _SelectedFile(PathLike[str]):
    path: Path
    identity: tuple[int, int, int]

    def __fspath__(self) -> str: ...

@dataclass
class PreparedAgentFiles:
    files: list[HostedEnvironmentFileParam] = ...
    uploaded_file_ids: list[str] = ...

@dataclass(frozen=True)
class StagedAgentFile:
    uploaded_file_id: str
    file: EnvironmentFile

class AgentFilePreparationError(OpenAIError):
    def __init__(self, prepared: PreparedAgentFiles) -> None: ...

class AgentFileStagingError(OpenAIError):
    def __init__(self, uploaded_file_id: str) -> None: ...

def _destination(value: str) -> str: ...
def _local_file(value: str | PathLike[str]) -> Path: ...
def _prepare_selection(
    files: Mapping[str, str | PathLike[str]], options: _RequestOptions, defaults: Headers, stack: ExitStack
) -> list[tuple[str, Path, BinaryIO, int]]: ...
def directory_files(
    root: str | PathLike[str], destination: str, include: Sequence[str]
) -> dict[str, PathLike[str]]: ...
async def async_directory_files(
    root: str | PathLike[str], destination: str, include: Sequence[str]
) -> dict[str, PathLike[str]]: ...
def _open_local(path: Path, stack: ExitStack, expected: tuple[int, int, int] | None = None) -> tuple[BinaryIO, int]: ...
def _unchanged_size(handle: BinaryIO, length: int) -> None: ...
def prepare(
    resource: Files, files: Mapping[str, str | PathLike[str]], options: _RequestOptions
) -> PreparedAgentFiles: ...
def _snapshot_selection(
    files: Mapping[str, str | PathLike[str]], options: _RequestOptions, defaults: Headers
) -> list[tuple[str, _SelectedFile]]: ...
async def async_prepare(
    resource: AsyncFiles, files: Mapping[str, str | PathLike[str]], options: _RequestOptions
) -> PreparedAgentFiles: ...
def _read_local(handle: BinaryIO, length: int) -> bytes: ...
def _snapshot_upload(file: FileTypes) -> FileTypes: ...
def _upload_content(file: FileTypes) -> Generator[FileTypes, None, None]: ...
def upload(
    resource: Files, environment_id: str, file: FileTypes, path: str, options: _RequestOptions
) -> StagedAgentFile: ...
async def async_upload(
    resource: AsyncFiles, environment_id: str, file: FileTypes, path: str, options: _RequestOptions
) -> StagedAgentFile: ...
