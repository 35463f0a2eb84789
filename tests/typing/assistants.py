"""Threads and runs, event handlers, webhooks, batches, errors: unions told apart, and errors with their attributes."""

from openai_stdlib import (
    APIConnectionError,
    APIStatusError,
    AssistantEventHandler,
    LengthFinishReasonError,
    OpenAI,
    RateLimitError,
)
from openai_stdlib.types.beta.threads import Text, TextDelta

client = OpenAI()


class Handler(AssistantEventHandler):
    def on_text_delta(self, delta: TextDelta, snapshot: Text) -> None:
        print(delta.value, snapshot.value)


with client.beta.threads.runs.stream(thread_id="t", assistant_id="a", event_handler=Handler()) as handler:
    reveal_type(handler)  # type: Handler
    reveal_type(handler.get_final_run())  # type: Run
with client.beta.threads.runs.stream(thread_id="t", assistant_id="a") as stream:
    for event in stream:
        if event.event == "thread.message.delta":
            reveal_type(event.data)  # type: MessageDeltaEvent
        elif event.event == "thread.run.requires_action":
            reveal_type(event.data.required_action)  # type: RequiredAction | None
for message in client.beta.threads.messages.list("t"):
    for block in message.content:
        if block.type == "text":
            reveal_type(block.text.value)  # type: str

webhook_event = client.webhooks.unwrap("{}", {"webhook-id": "x"})
if webhook_event.type == "response.completed":
    reveal_type(webhook_event)  # type: ResponseCompletedWebhookEvent
elif webhook_event.type == "realtime.call.incoming":
    reveal_type(webhook_event.data.sip_headers[0].name)  # type: str
batch = client.batches.create(input_file_id="f", endpoint="/v1/embeddings", completion_window="24h")
reveal_type(batch.request_counts)  # type: BatchRequestCounts | None
reveal_type(client.fine_tuning.jobs.checkpoints.list("j"))  # type: SyncCursorPage[FineTuningJobCheckpoint]
reveal_type(client.vector_stores.search("v", query="x").data[0].score)  # type: float

try:
    client.models.list()
except RateLimitError as limit_error:
    reveal_type(limit_error.status_code)  # type: Literal[429]
    reveal_type(limit_error.request.url)  # type: URL
except APIStatusError as status_error:
    reveal_type(status_error.response.status_code)  # type: int
except APIConnectionError as connection_error:
    connection_error.status_code  # refused: status_code
except LengthFinishReasonError as length_error:
    reveal_type(length_error.completion)  # type: ChatCompletion


class WrongHandler(AssistantEventHandler):
    def on_text_delta(self, delta: int, snapshot: Text) -> None: ...  # refused: delta|on_text_delta


client.beta.threads.create(messages=[{"role": "system", "content": "x"}])  # refused: role|messages|system
client.beta.threads.runs.create(assistant_id="a")  # refused: create|thread_id|overload
client.batches.create(input_file_id="f", endpoint="/v1/nope", completion_window="24h")  # refused: endpoint
client.webhooks.unwrap("{}")  # refused: headers
client.fine_tuning.jobs.create(model="m")  # refused: training_file
