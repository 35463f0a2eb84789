# SPDX-License-Identifier: MIT
"""Flat functions: the operation behind each name, and the parsing of its arguments.

Signature: `function(*path_ids, [file_path], params, config)`. The ids and params may also be keywords. Where two
operations share a name, the number of ids selects one: `models()` lists, `models("id")` retrieves. The calls are made
by client/module_client.py.
"""

from __future__ import annotations

from os import PathLike, fspath

from ..call.errors import ArgumentError
from . import ROOT_RESOURCES, root_resource
from .operation import Operation, SubResource

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

    PathLikeStr = PathLike[str]
else:
    PathLikeStr = PathLike  # it cannot be subscripted in Python 3.8

# Name -> operations. The second operation has one more id than the first.
FUNCTIONS = {
    "models": "models.list models.retrieve",
    "finetunes_delete_model": "models.delete",
    "completions": "completions.create legacy.engines.completions.create",
    "chat_completion": "chat.completions.create",
    "embeddings": "embeddings.create",
    "moderations": "moderations.create",
    "audio_speech": "audio.speech.create",
    "audio_transcription": "audio.transcriptions.create",
    "audio_translation": "audio.translations.create",
    "images_generations": "images.generate",
    "image_generations": "images.generate",
    "images_edits": "images.edit",
    "image_edits": "images.edit",
    "images_variations": "images.create_variation",
    "image_variations": "images.create_variation",
    "files": "files.list files.retrieve",
    "files_upload": "files.create",
    "files_delete": "files.delete",
    "assistants": "beta.assistants.list beta.assistants.retrieve",
    "assistants_create": "beta.assistants.create",
    "assistants_modify": "beta.assistants.update",
    "assistants_delete": "beta.assistants.delete",
    "threads": "legacy.threads.list beta.threads.retrieve",
    "threads_create": "beta.threads.create",
    "threads_create_and_run": "beta.threads.create_and_run",
    "threads_modify": "beta.threads.update",
    "threads_delete": "beta.threads.delete",
    "thread_messages": "beta.threads.messages.list",
    "thread_message": "beta.threads.messages.retrieve",
    "thread_message_create": "beta.threads.messages.create",
    "create_thread_message": "beta.threads.messages.create",
    "thread_message_modify": "beta.threads.messages.update",
    "thread_runs": "beta.threads.runs.list",
    "thread_run": "beta.threads.runs.retrieve",
    "thread_run_create": "beta.threads.runs.create",
    "thread_run_modify": "beta.threads.runs.update",
    "thread_run_cancel": "beta.threads.runs.cancel",
    "thread_run_submit_tool_outputs": "beta.threads.runs.submit_tool_outputs",
    "thread_run_steps": "beta.threads.runs.steps.list",
    "thread_run_step": "beta.threads.runs.steps.retrieve",
    # Removed from the API; see legacy.py.
    "edits": "legacy.edits.create",
    "engines": "legacy.engines.list legacy.engines.retrieve",
    "finetunes": "legacy.fine_tunes.list legacy.fine_tunes.retrieve",
    "finetunes_create": "legacy.fine_tunes.create",
    "finetunes_cancel": "legacy.fine_tunes.cancel",
    "finetunes_list_events": "legacy.fine_tunes.list_events",
    "assistant_files": "legacy.assistant_files.list",
    "assistant_file": "legacy.assistant_files.retrieve",
    "assistant_file_create": "legacy.assistant_files.create",
    "assistant_file_delete": "legacy.assistant_files.delete",
    "thread_message_files": "legacy.message_files.list",
    "thread_message_file": "legacy.message_files.retrieve",
}
# Functions that are resources, too: `files()` calls the function, `files.list()` the operation.
RESOURCES = {
    "assistants": "beta.assistants",
    "completions": "completions",
    "edits": "legacy.edits",
    "embeddings": "embeddings",
    "engines": "legacy.engines",
    "files": "files",
    "models": "models",
    "moderations": "moderations",
    "threads": "beta.threads",
}
# Functions that also accept a mapping of http_options in place of the config, as they did before `Config` existed.
HTTP_OPTIONS_PREFIXES = ("image_", "images_")


def lookup_operation(dotted: str) -> Operation:
    """Return the operation with a dotted name, such as "chat.completions.create"."""
    names = dotted.split(".")
    node: Any = root_resource(names[0])
    for name in names[1:]:
        child = vars(node)[name]
        node = child.resolve(node) if isinstance(child, SubResource) else child
    assert isinstance(node, Operation) and names[0] in ROOT_RESOURCES
    return node


class FlatFunction:
    """Name, operations and argument parsing of one flat function."""

    __slots__ = ("name", "operations")

    def __init__(self, name: str) -> None:
        self.name: str = name
        self.operations: List[Operation] = [lookup_operation(dotted) for dotted in FUNCTIONS[name].split()]

    @property
    def usage(self) -> str:
        """The signatures of the function, as text."""
        signatures = []
        for operation in self.operations:
            names = list(operation.path_names) + ([operation.upload] if operation.upload else [])
            signatures.append("{}({})".format(self.name, ", ".join(names + ["params={}", "config=None"])))
        return " or ".join(signatures)

    def parse_arguments(
        self, arguments: Tuple[Any, ...], keywords: Dict[str, Any], config_type: type
    ) -> Tuple[Operation, Dict[str, Any], Any]:
        """Return the operation, its keyword arguments, and a config, a mapping of http_options or None.

        Raises ArgumentError, with the signatures, if the arguments do not fit any of them.
        """
        positional = list(arguments)
        config = keywords.pop("config", None)
        if positional and isinstance(positional[-1], config_type):
            if config is not None:
                raise ArgumentError("{}(): config: got two; pass only one".format(self.name))
            config = positional.pop()
        keyword_params = keywords.pop("params", None)
        ids = [value for value in positional if not _is_params(value)]
        params = [value for value in positional[len(ids) :] if _is_params(value)]
        if len(ids) + len(params) != len(positional):
            raise self._usage_error("ids must come before params")
        if len(params) == 2 and params[1] is None:
            params.pop()  # config=None by position
        if len(params) == 2 and config is None and self.name.startswith(HTTP_OPTIONS_PREFIXES):
            config = params.pop()
        if len(params) + (keyword_params is not None) > 1:
            raise self._usage_error("got params twice; config must be a Config")
        operation = self._select_operation(ids, keywords)
        fields = dict(params[0] or {}) if params else dict(keyword_params or {})
        for name in keywords:
            if name in fields:
                raise ArgumentError("{}(): got {!r} twice".format(self.name, name))
        fields.update(keywords)
        self._assign_ids(operation, ids, fields, keywords)
        return operation, fields, config

    def _select_operation(self, ids: List[Any], keywords: Dict[str, Any]) -> Operation:
        """Return the operation whose ids and upload are all passed, by position or keyword."""
        for operation in reversed(self.operations):
            names = operation.path_names + ((operation.upload,) if operation.upload else ())
            missing = [name for name in names if name not in keywords]
            if len(ids) == len(missing):
                return operation
        raise self._usage_error("got {} id{} or file{}".format(len(ids), *(("", "") if len(ids) == 1 else ("s", "s"))))

    def _assign_ids(
        self, operation: Operation, ids: List[Any], fields: Dict[str, Any], keywords: Dict[str, Any]
    ) -> None:
        """Add the positional ids and upload to `fields`, under their names."""
        values = iter(ids)
        for name in operation.path_names + ((operation.upload,) if operation.upload else ()):
            if name not in keywords:
                if name in fields:
                    raise ArgumentError("{}(): got {!r} twice".format(self.name, name))
                fields[name] = next(values)
        if operation.upload and isinstance(fields[operation.upload], str):
            fields[operation.upload] = UploadPath(fields[operation.upload])

    def _usage_error(self, problem: str) -> ArgumentError:
        return ArgumentError("{}(): {}; call it as {}".format(self.name, problem, self.usage))


class UploadPath(PathLikeStr):
    """Path object for a str that is the path of a file to upload, rather than the content of one."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path: str = path

    def __fspath__(self) -> str:
        return fspath(self.path)

    def __repr__(self) -> str:
        return repr(self.path)


def _is_params(value: Optional[Any]) -> bool:
    """Return whether an argument is a mapping of params, or None in its place."""
    return value is None or hasattr(value, "keys")
