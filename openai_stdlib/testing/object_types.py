# SPDX-License-Identifier: MIT
"""Types of the objects that the embedded server stores: ids, names, error messages and fields, as data.

A collection that is not listed in `OBJECT_TYPES` holds plain objects named after it.
"""

from __future__ import annotations

from typing import NamedTuple, Optional

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Mapping, Optional

    Object = Dict[str, Any]
    Fields = Callable[[Mapping[str, str], Object, int], Object]

BASE_TIME = 1_700_000_000  # seconds since 1970; the creation times of this server count up from here


class ObjectType:
    """The fields, id prefix, default order and error messages of the objects in one collection.

    `fields(path_ids, params, created)` returns the fields besides id, type and creation time. `missing` is the message
    of the 404 error for an unknown id, `param` and `code` are the fields of that error. `deleted` is the type of the
    object that confirms a deletion, `time` the name of the field with the creation time.
    """

    __slots__ = ("object", "prefix", "fields", "missing", "param", "code", "deleted", "order", "time")

    def __init__(
        self,
        object: str,
        prefix: str,
        fields: Fields,
        missing: str = "",
        param: Optional[str] = None,
        code: Optional[str] = None,
        deleted: str = "",
        order: str = "desc",
        time: str = "created_at",
    ) -> None:
        self.object: str = object
        self.prefix: str = prefix
        self.fields: Fields = fields
        self.missing: str = missing or "No {} found with id '{{}}'.".format(object.rpartition(".")[2])
        self.param: Optional[str] = param
        self.code: Optional[str] = code
        self.deleted: str = deleted or object + ".deleted"
        self.order: str = order
        self.time: str = time

    def build(self, id: str, created: int, path_ids: Mapping[str, str], params: Object) -> Object:
        """Return an object with an id, a creation time and the fields that the parameters set."""
        item = {"id": id, "object": self.object, self.time: created}
        item.update(self.fields(path_ids, params, created))
        return item


def with_defaults(params: Object, **defaults: Any) -> Object:
    """Return the parameters named by the defaults, with the default for each that is missing or None."""
    return {key: params[key] if params.get(key) is not None else value for key, value in defaults.items()}


def _model(path_ids: Mapping[str, str], params: Object, created: int) -> Object:
    permissions = {"allow_create_engine": False, "allow_fine_tuning": False, "allow_logprobs": True}
    permissions.update(allow_sampling=True, allow_search_indices=False, allow_view=True)
    permission: Object = {
        "id": "modelperm-000001",
        "object": "model_permission",
        "created": created,
        "organization": "*",
    }
    permission.update(permissions, group=None, is_blocking=False)
    # The last three are no longer documented; compatible servers still send them.
    return {"owned_by": "openai", "permission": [permission], "root": None, "parent": None}


def _engine(path_ids: Mapping[str, str], params: Object, created: int) -> Object:
    fields = {"owner": "openai", "ready": True, "max_replicas": None, "permissions": None}
    return dict(fields, current_replicas=None, ready_replicas=None, replicas=None)


def _file(path_ids: Mapping[str, str], params: Object, created: int) -> Object:
    fields = with_defaults(params, bytes=120, filename="file.jsonl", purpose="fine-tune", status="processed")
    return dict(fields, expires_at=None, status_details=None)


def _upload(path_ids: Mapping[str, str], params: Object, created: int) -> Object:
    fields = with_defaults(params, bytes=0, filename="upload", purpose="batch")
    return dict(fields, status="pending", expires_at=created + 3600, file=None)


def _assistant(path_ids: Mapping[str, str], params: Object, created: int) -> Object:
    fields = with_defaults(params, model="gpt-4o-mini", name=None, description=None, instructions=None, tools=[])
    fields.update(with_defaults(params, file_ids=[], tool_resources={}, metadata={}, temperature=1.0, top_p=1.0))
    fields.update(with_defaults(params, response_format="auto", reasoning_effort=None))
    return fields


def _assistant_file(path_ids: Mapping[str, str], params: Object, created: int) -> Object:
    return {"assistant_id": path_ids.get("assistant_id", "asst_000000")}


def _thread(path_ids: Mapping[str, str], params: Object, created: int) -> Object:
    return with_defaults(params, metadata={}, tool_resources={})


def text_content(content: Any) -> Any:
    """Convert the content of a message to the form that the API returns: parts, each text with its annotations."""
    if isinstance(content, str):
        content = [{"type": "text", "text": content}]
    parts = []
    for part in content if isinstance(content, list) else []:
        if isinstance(part, dict) and isinstance(part.get("text"), str):
            part = {"type": "text", "text": {"value": part["text"], "annotations": []}}
        parts.append(part)
    return parts


def _message(path_ids: Mapping[str, str], params: Object, created: int) -> Object:
    fields = {"thread_id": path_ids.get("thread_id", "thread_000000"), "role": params.get("role", "user")}
    fields["content"] = text_content(params.get("content", "Hello, what is AI?"))
    fields.update(with_defaults(params, assistant_id=None, run_id=None, attachments=[], file_ids=[], metadata={}))
    fields.update(status="completed", incomplete_details=None, completed_at=created, incomplete_at=None)
    return fields


def _message_file(path_ids: Mapping[str, str], params: Object, created: int) -> Object:
    return {"message_id": path_ids.get("message_id", "msg_000000")}


def _run(path_ids: Mapping[str, str], params: Object, created: int) -> Object:
    fields: Object = {"thread_id": path_ids.get("thread_id", "thread_000000"), "status": "queued"}
    fields.update(with_defaults(params, assistant_id="asst_000000", model="gpt-4o-mini", instructions="", tools=[]))
    fields.update(with_defaults(params, metadata={}, file_ids=[], temperature=1.0, top_p=1.0, tool_choice="auto"))
    fields.update(with_defaults(params, max_prompt_tokens=None, max_completion_tokens=None, response_format="auto"))
    fields.update(
        with_defaults(params, parallel_tool_calls=True, truncation_strategy={"type": "auto", "last_messages": None})
    )
    fields.update(required_action=None, last_error=None, incomplete_details=None, usage=None, started_at=None)
    fields.update(expires_at=created + 600, cancelled_at=None, failed_at=None, completed_at=None)
    return fields


def _step(path_ids: Mapping[str, str], params: Object, created: int) -> Object:
    ids = with_defaults(dict(path_ids), thread_id="thread_000000", run_id="run_000000")
    details = {"type": "message_creation", "message_creation": {"message_id": "msg_000000"}}
    fields = with_defaults(params, assistant_id="asst_000000", type=details["type"], step_details=details)
    fields.update(status="completed", last_error=None, expires_at=None, expired_at=None, cancelled_at=None)
    fields.update(failed_at=None, completed_at=created, metadata={}, usage=None)
    return dict(ids, **fields)


def _fine_tune(path_ids: Mapping[str, str], params: Object, created: int) -> Object:
    hyperparams = with_defaults(
        params, batch_size=None, learning_rate_multiplier=None, n_epochs=4, prompt_loss_weight=0.01
    )
    file_id = params.get("training_file") or "file-000000"
    file = dict({"id": file_id, "object": "file", "created_at": created}, **_file(path_ids, {}, created))
    event = {"object": "fine-tune-event", "created_at": created, "level": "info", "message": "Created fine-tune"}
    fields = {"model": params.get("model") or "curie", "fine_tuned_model": None, "hyperparams": hyperparams}
    fields.update(organization_id="org-embedded", result_files=[], status="pending", updated_at=created)
    return dict(fields, training_files=[file], validation_files=[], events=[event])


def _chat_completion(path_ids: Mapping[str, str], params: Object, created: int) -> Object:
    message = {"role": "assistant", "content": "Hello from the embedded server!", "refusal": None}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
    usage = {"prompt_tokens": 3, "completion_tokens": 5, "total_tokens": 8}
    return dict(with_defaults(params, model="gpt-4o-mini", metadata={}), choices=[choice], usage=usage)


def _finished_job(object: str, prefix: str, status: str, **fields: Any) -> ObjectType:
    """Return a type of jobs that have the final status as soon as they are created."""
    return ObjectType(
        object, prefix, lambda path_ids, params, created: dict(path_ids, **dict(fields, **params), status=status)
    )


_COUNTS = {"in_progress": 0, "completed": 1, "failed": 0, "cancelled": 0, "total": 1}
_NO_FILE = "No such File object: {}"

# Path of a collection without ids -> type of its objects.
OBJECT_TYPES: Dict[str, ObjectType] = {
    "models": ObjectType(
        "model", "ft:", _model, "The model '{}' does not exist", "model", "model_not_found", "model", "asc", "created"
    ),
    "engines": ObjectType(
        "engine", "engine-", _engine, "No engine with that ID: {}", "engine", order="asc", time="created"
    ),
    "files": ObjectType("file", "file-", _file, _NO_FILE, "id", deleted="file"),
    "uploads": ObjectType("upload", "upload_", _upload),
    "uploads/parts": ObjectType(
        "upload.part",
        "part_",
        lambda path_ids, params, created: {"upload_id": path_ids.get("upload_id", "upload_000000")},
    ),
    "assistants": ObjectType("assistant", "asst_", _assistant),
    "assistants/files": ObjectType("assistant.file", "file-", _assistant_file, _NO_FILE, "id"),
    "threads": ObjectType("thread", "thread_", _thread),
    "threads/messages": ObjectType("thread.message", "msg_", _message),
    "threads/messages/files": ObjectType("thread.message.file", "file-", _message_file, _NO_FILE, "id"),
    "threads/runs": ObjectType("thread.run", "run_", _run),
    "threads/runs/steps": ObjectType("thread.run.step", "step_", _step, "No run step found with id '{}'."),
    "responses": _finished_job("response", "resp_", "completed", output=[], model="gpt-4o-mini"),
    "batches": _finished_job("batch", "batch_", "completed", request_counts={"total": 1, "completed": 1, "failed": 0}),
    "vector_stores": _finished_job("vector_store", "vs_", "completed", file_counts=_COUNTS, usage_bytes=120),
    "vector_stores/files": _finished_job("vector_store.file", "file-", "completed", last_error=None, usage_bytes=120),
    "vector_stores/file_batches": _finished_job("vector_store.files_batch", "vsfb_", "completed", file_counts=_COUNTS),
    "fine_tuning/jobs": _finished_job("fine_tuning.job", "ftjob-", "succeeded", fine_tuned_model="ft:gpt-4o-mini"),
    "videos": _finished_job("video", "video_", "completed", progress=100),
    "evals/runs": _finished_job("eval.run", "evalrun_", "completed"),
    "fine-tunes": ObjectType("fine-tune", "ft-", _fine_tune, "No fine-tune job: {}", "fine_tune_id", order="asc"),
    "chat/completions": ObjectType(
        "chat.completion", "chatcmpl-", _chat_completion, "Chat completion {} not found", order="asc", time="created"
    ),
}

# Ids of the objects that exist from the start, by collection.
SEED_OBJECTS = {
    "models": (
        "gpt-4o-mini gpt-4o gpt-4.1 gpt-3.5-turbo gpt-3.5-turbo-instruct text-embedding-3-small text-embedding-3-large "
        "text-embedding-ada-002 omni-moderation-latest whisper-1 gpt-4o-transcribe tts-1 gpt-4o-mini-tts gpt-image-1 "
        "dall-e-2 dall-e-3"
    ).split(),
    "engines": "ada babbage curie davinci".split(),
}


class Collection(NamedTuple):
    """A collection of objects: their type, and the key of the collection in the store."""

    object_type: ObjectType
    key: str


def get_collection(*parts: str) -> Collection:
    """Return a collection by its path: `get_collection("threads", thread_id, "messages")`."""
    template = "/".join(parts[::2])
    return Collection(OBJECT_TYPES.get(template) or _plain_type(template), "/".join(parts))


def _plain_type(template: str) -> ObjectType:
    name = template.rpartition("/")[2]
    name = name[:-1] if name.endswith("s") else name
    return ObjectType(name, name + "_", lambda path_ids, params, created: dict(params))
