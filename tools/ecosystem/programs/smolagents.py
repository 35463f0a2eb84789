# requires: smolagents[openai]
# runs: OpenAIModel and AzureOpenAIModel: messages, streams, tools, structured output; ToolCallingAgent and CodeAgent, also streaming; errors
import json
import os

from smolagents import (
    AzureOpenAIModel,
    ChatMessage,
    CodeAgent,
    FinalAnswerTool,
    LogLevel,
    OpenAIModel,
    ToolCallingAgent,
    tool,
)
from smolagents.models import MessageRole


@tool
def weather(city: str) -> str:
    """Tells the weather.

    Args:
        city: the name of a city
    """
    return "sunny in " + city


model = OpenAIModel(
    model_id="gpt-4o-mini",
    temperature=0.1,
    api_key=os.environ["OPENAI_API_KEY"],
    api_base=os.environ["OPENAI_BASE_URL"],
)
question = [ChatMessage(role=MessageRole.USER, content=[{"type": "text", "text": "Weather?"}])]
message = model.generate(question, stop_sequences=["END"])
print("message", message.role, message.content, message.token_usage, type(message.raw).__name__)
print("json", json.loads(message.model_dump_json())["content"])
message = model.generate(question, tools_to_call_from=[weather, FinalAnswerTool()])
print("tools", [(call.function.name, call.function.arguments, call.type) for call in message.tool_calls])
schema = {
    "type": "json_schema",
    "json_schema": {"name": "a", "schema": {"type": "object", "properties": {"city": {"type": "string"}}}},
}
print("schema", model.generate(question, response_format=schema).content)
print("stream", [(delta.content, delta.token_usage) for delta in model.generate_stream(question)])
print("stream tools", [delta.tool_calls for delta in model.generate_stream(question, tools_to_call_from=[weather])])

agent = ToolCallingAgent(tools=[weather], model=model, verbosity_level=LogLevel.OFF, max_steps=4)
print("agent", agent.run("Weather in Oslo?"))
for step in agent.memory.steps:
    print(
        "step",
        type(step).__name__,
        getattr(step, "observations", None),
        getattr(step, "token_usage", None),
        getattr(step, "error", None),
    )
agent = ToolCallingAgent(tools=[weather], model=model, verbosity_level=LogLevel.OFF, max_steps=4, stream_outputs=True)
print("streaming agent", [type(event).__name__ for event in agent.run("Weather in Oslo?", stream=True)])
agent = CodeAgent(tools=[weather], model=model, verbosity_level=LogLevel.OFF, max_steps=2)
print("code agent", agent.run("Write <code>final_answer(weather('Oslo'))</code>"))
agent = CodeAgent(
    tools=[weather], model=model, verbosity_level=LogLevel.OFF, max_steps=1, use_structured_outputs_internally=True
)
print("structured code agent", agent.run("Weather in Oslo?"))

for name in ("error-401", "no-such-model"):
    failing = OpenAIModel(model_id=name, client_kwargs={"max_retries": 0})
    try:
        failing.generate(question)
    except Exception as error:
        print("error", name, type(error).__module__, type(error).__name__, error)
azure = AzureOpenAIModel(
    model_id="gpt-4o-mini",
    azure_endpoint=os.environ["OPENAI_BASE_URL"][: -len("/v1")],
    api_key="k",
    api_version="2024-10-21",
)
print("azure", azure.generate(question).content)
