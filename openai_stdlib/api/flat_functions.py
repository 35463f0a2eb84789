# SPDX-License-Identifier: MIT
"""The flat functions: which operation each name stands for, and how its arguments are read.

A function takes the ids of the path, then the path of an upload, then `params` (a mapping), then `config`; keywords
work as well, for the ids and the params alike. Some names stand for two operations, told apart by the number of ids:
`models()` lists, `models("id")` looks one up. No I/O and no client here: module_client.py makes the calls.
"""

from __future__ import annotations

from os import PathLike, fspath

from ..call.errors import ArgumentError
from . import ROOT_RESOURCES, root_resource
from .operation import Operation, SubResource

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

# Name -> operations; the second is meant when one id more is given.
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
    # Retired by the API; see legacy.py.
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
# Package-level names that are resources too: `files()` is the function, `files.list` the operation.
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
# These take http_options as a plain mapping in the place of the config, as they did before there was a config.
HTTP_OPTIONS_PREFIXES = ("image_", "images_")


def lookup_operation(dotted: str) -> Operation:
    """Return the row of an operation by its dotted name, without a client."""
    names = dotted.split(".")
    place: Any = root_resource(names[0])
    for name in names[1:]:
        found = vars(place)[name]
        place = found.resolve(place) if isinstance(found, SubResource) else found
    assert isinstance(place, Operation) and names[0] in ROOT_RESOURCES
    return place


class FlatFunction:
    """How one flat function reads its arguments."""

    __slots__ = ("name", "rows")

    def __init__(self, name: str) -> None:
        self.name = name
        self.operations = [lookup_operation(dotted) for dotted in FUNCTIONS[name].split()]

    @property
    def usage(self) -> str:
        """The ways to call it, as text."""
        ways = []
        for row in self.operations:
            parts = list(row.path_names) + ([row.upload] if row.upload else [])
            ways.append("{}({})".format(self.name, ", ".join(parts + ["params={}", "config=None"])))
        return " or ".join(ways)

    def parse_arguments(
        self, arguments: Tuple[Any, ...], keywords: Dict[str, Any], config_type: type
    ) -> Tuple[Operation, Dict[str, Any], Any]:
        """Return the row meant, its keyword arguments, and the config: one, a mapping of http_options, or None.

        Raises ArgumentError, with the usage, for arguments that fit no way to call the function.
        """
        given = list(arguments)
        config = keywords.pop("config", None)
        if given and isinstance(given[-1], config_type):
            if config is not None:
                raise ArgumentError("{}(): two configs were given".format(self.name))
            config = given.pop()
        named = keywords.pop("params", None)
        plain = [value for value in given if not _is_params(value)]
        params = [value for value in given[len(plain) :] if _is_params(value)]
        if len(plain) + len(params) != len(given):
            raise self._usage_error("the ids come before the params")
        if len(params) == 2 and params[1] is None:
            params.pop()  # a config that is none
        if len(params) == 2 and config is None and self.name.startswith(HTTP_OPTIONS_PREFIXES):
            config = params.pop()
        if len(params) + (named is not None) > 1:
            raise self._usage_error("params were given twice; a config must be a Config")
        row = self._select_operation(plain, keywords)
        body = dict(params[0] or {}) if params else dict(named or {})
        for name in keywords:
            if name in body:
                raise ArgumentError("{}(): {!r} was given twice".format(self.name, name))
        body.update(keywords)
        self._assign_ids(row, plain, body, keywords)
        return row, body, config

    def _select_operation(self, plain: List[Any], keywords: Dict[str, Any]) -> Operation:
        for row in reversed(self.operations):
            names = row.path_names + ((row.upload,) if row.upload else ())
            missing = [name for name in names if name not in keywords]
            if len(plain) == len(missing):
                return row
        raise self._usage_error(
            "got {} id{} or file{}".format(len(plain), *(("", "") if len(plain) == 1 else ("s", "s")))
        )

    def _assign_ids(self, row: Operation, plain: List[Any], body: Dict[str, Any], keywords: Dict[str, Any]) -> None:
        waiting = iter(plain)
        for name in row.path_names + ((row.upload,) if row.upload else ()):
            if name not in keywords:
                if name in body:
                    raise ArgumentError("{}(): {!r} was given twice".format(self.name, name))
                body[name] = next(waiting)
        if row.upload and isinstance(body[row.upload], str):
            body[row.upload] = UploadPath(body[row.upload])

    def _usage_error(self, what: str) -> ArgumentError:
        return ArgumentError("{}(): {}; call it as {}".format(self.name, what, self.usage))


class UploadPath(PathLike):  # type: ignore[type-arg]  # os.PathLike[str] cannot be subscripted in Python 3.8
    """A path given as text, where only a path can be meant."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path

    def __fspath__(self) -> str:
        return fspath(self.path)

    def __repr__(self) -> str:
        return repr(self.path)


def _is_params(value: Optional[Any]) -> bool:
    return value is None or hasattr(value, "keys")
