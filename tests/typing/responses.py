"""Responses: items told apart by their type, streams, structured output."""

from dataclasses import dataclass

from openai_stdlib import OpenAI

client = OpenAI(api_key="k", max_retries=3, timeout=10.0)

response = client.responses.create(model="m", input="Say hello")
reveal_type(response)  # type: Response
reveal_type(response.output_text)  # type: str
for item in response.output:
    if item.type == "message":
        reveal_type(item)  # type: ResponseOutputMessage
        for content in item.content:
            if content.type == "output_text":
                reveal_type(content.text)  # type: str
    elif item.type == "function_call":
        reveal_type(item.arguments)  # type: str

for event in client.responses.create(model="m", input="x", stream=True):
    if event.type == "response.output_text.delta":
        reveal_type(event.delta)  # type: str
    elif event.type == "response.completed":
        reveal_type(event.response)  # type: Response


@dataclass
class Person:
    name: str


parsed = client.responses.parse(model="m", input="x", text_format=Person)
reveal_type(parsed.output_parsed)  # type: Person | None
with client.responses.stream(model="m", input="x", text_format=Person) as stream:
    for stream_event in stream:
        if stream_event.type == "response.output_text.delta":
            reveal_type(stream_event.snapshot)  # type: str
    reveal_type(stream.get_final_response().output_parsed)  # type: Person | None

reveal_type(client.responses.retrieve("resp_1"))  # type: Response
reveal_type(client.wait(response))  # type: Response

client.responses.create(model="m", inputs="x")  # refused: inputs|create
client.responses.create(model="m", input=3)  # refused: input|create
client.responses.retrieve()  # refused: retrieve
client.responses.retrieve(3)  # refused: int|response_id
response.output_txt  # refused: output_txt
