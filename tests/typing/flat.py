"""Flat functions: ids, params, and a Config as last argument."""

import openai_stdlib
from openai_stdlib import Config, chat_completion, files_upload, models

chat_completion({"model": "m", "messages": []}, Config(api_key="k"))
models()
models("m", config=Config(api_key="k"))
files_upload("path", {"purpose": "assistants"})
openai_stdlib.thread_run("thread", "run")
reveal_type(openai_stdlib.audio_speech({"model": "m"}))  # type: BinaryContent
reveal_type(openai_stdlib.files.list())  # type: SyncCursorPage[FileObject]

openai_stdlib.thread_run("thread")  # refused: run_id
chat_completion({"model": "m"}, {"api_key": "k"})  # refused: dict
chat_completion(3)  # refused: int|Literal
models(3)  # refused: int|Literal
