# requires: langchain-openai, langgraph, httpx
# runs: chat (sync, async, batch, streamed), tools, structured output, the Responses API, embeddings, completions, errors; a LangGraph agent
# note: the token usage in `response_metadata` has the fields that the server sent; with `--models pydantic` also the others, as None
"""langchain-openai as its users call it; prints what it returns."""

import asyncio
import json
from typing import Annotated, List, Optional

import httpx
import openai
from langchain_core.messages import HumanMessage, SystemMessage, ToolMessage
from langchain_core.tools import tool
from langchain_openai import AzureChatOpenAI, ChatOpenAI, OpenAI, OpenAIEmbeddings
from pydantic import BaseModel, Field

MODEL = "gpt-4o-mini"


class Answer(BaseModel):
    """An answer to a question."""

    text: str = Field(description="the answer")
    confidence: float
    sources: List[str]


class Step(BaseModel):
    note: Optional[str]


class Plan(BaseModel):
    steps: List[Step]
    title: str


@tool
def get_weather(city: str, days: int = 1) -> str:
    """Return the weather of a city."""
    return "sunny in {} for {}".format(city, days)


def show(label, value):
    print("{}: {}".format(label, value))


def show_message(label, message):
    show(label, type(message).__name__ + " " + json.dumps(message.content))
    show(label + " tools", [(call["name"], call["args"]) for call in message.tool_calls])
    show(label + " usage", message.usage_metadata)
    metadata = {key: value for key, value in message.response_metadata.items() if key not in ("id", "created_at")}
    show(label + " metadata", json.dumps(without_none(metadata), sort_keys=True, default=str))


def without_none(value):
    """Leave out the fields that are None, which the note is about."""
    if isinstance(value, dict):
        return {key: without_none(item) for key, item in value.items() if item is not None}
    return [without_none(item) for item in value] if isinstance(value, list) else value


def chat():
    llm = ChatOpenAI(model=MODEL, temperature=0.5, max_retries=1)
    show_message("invoke", llm.invoke("Hi there"))
    show_message("messages", llm.invoke([SystemMessage("Be brief."), HumanMessage("What is 2 + 2?")]))
    show("batch", [message.content for message in llm.batch(["one", "two"])])
    show("stream", [chunk.content for chunk in llm.stream("Stream this")])
    total = None
    for chunk in ChatOpenAI(model=MODEL, stream_usage=True).stream("Count tokens"):
        total = chunk if total is None else total + chunk
    show("stream usage", (type(total).__name__, total.content, total.usage_metadata))
    show(
        "generate",
        [[g.text for g in row] for row in llm.generate([[HumanMessage("a")], [HumanMessage("b")]]).generations],
    )
    show("stop", llm.bind(stop=["x"]).invoke("stop").content)
    show("n", [g.text for g in ChatOpenAI(model=MODEL, n=2).generate([[HumanMessage("twice")]]).generations[0]])
    show_message("logprobs", ChatOpenAI(model=MODEL, logprobs=True).invoke("probabilities"))
    image = {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}}
    show("image", llm.invoke([HumanMessage([{"type": "text", "text": "What is it?"}, image])]).content)
    show(
        "headers",
        sorted(ChatOpenAI(model=MODEL, include_response_headers=True).invoke("h").response_metadata["headers"])[:2],
    )


def tools():
    llm = ChatOpenAI(model=MODEL).bind_tools([get_weather])
    call = llm.invoke("use the tool please")
    show_message("tool call", call)
    messages = [HumanMessage("use the tool please"), call]
    for tool_call in call.tool_calls:
        messages.append(ToolMessage(get_weather.invoke(tool_call["args"]), tool_call_id=tool_call["id"]))
    show_message("tool result", llm.invoke(messages))
    total = None
    for chunk in llm.stream("use the tool in a stream"):
        total = chunk if total is None else total + chunk
    show("streamed tool", [(c["name"], c["args"]) for c in total.tool_calls])
    forced = ChatOpenAI(model=MODEL).bind_tools([get_weather], tool_choice="get_weather", strict=True).invoke("any")
    show("forced tool", [(c["name"], c["args"]) for c in forced.tool_calls])


def structured():
    llm = ChatOpenAI(model=MODEL)
    show("json_schema", llm.with_structured_output(Answer).invoke("Why?"))
    show("nested", llm.with_structured_output(Plan, strict=True).invoke("Plan it"))
    show("function_calling", llm.with_structured_output(Answer, method="function_calling").invoke("Why?"))
    raw = llm.with_structured_output(Answer, include_raw=True).invoke("Why?")
    show("include_raw", (sorted(raw), raw["parsed"], raw["parsing_error"], raw["raw"].additional_kwargs.get("parsed")))
    show("json_mode", llm.with_structured_output(None, method="json_mode").invoke("JSON please"))
    show("refusal", llm.bind(response_format=Answer).invoke("please refuse").additional_kwargs)
    show("parsed stream", [type(c).__name__ for c in llm.with_structured_output(Answer).stream("Why?")])


def responses():
    llm = ChatOpenAI(model=MODEL, use_responses_api=True)
    show_message("responses", llm.invoke("Hello"))
    show("responses stream", [c.text if isinstance(c.text, str) else c.text() for c in llm.stream("Hello stream")])
    call = llm.bind_tools([get_weather]).invoke("use the tool now")
    show("responses tool", [(c["name"], c["args"]) for c in call.tool_calls])
    messages = [HumanMessage("use the tool now"), call, ToolMessage("sunny", tool_call_id=call.tool_calls[0]["id"])]
    show("responses tool result", llm.bind_tools([get_weather]).invoke(messages).text)
    show("responses parsed", llm.with_structured_output(Answer).invoke("Why?"))
    show("reasoning", ChatOpenAI(model="o4-mini", reasoning={"effort": "low"}).invoke("Think").text)


async def asynchronous():
    llm = ChatOpenAI(model=MODEL)
    show_message("ainvoke", await llm.ainvoke("Hi async"))
    show("astream", [chunk.content async for chunk in llm.astream("Async stream")])
    show("abatch", [m.content for m in await llm.abatch(["one", "two", "three"])])
    show("async parsed", await llm.with_structured_output(Answer).ainvoke("Why?"))
    show("async responses", [c.text async for c in ChatOpenAI(model=MODEL, use_responses_api=True).astream("Go")])
    events = [event["event"] async for event in llm.astream_events("events", version="v2")]
    show("events", sorted(set(events)))
    show("aembed", len(await OpenAIEmbeddings(check_embedding_ctx_length=False).aembed_query("text")))
    task = asyncio.ensure_future(llm.ainvoke("never", extra_headers={"X-Embedded-Fault": "stall=30"}))
    await asyncio.sleep(0.2)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        show("cancelled", True)
    async with httpx.AsyncClient(headers={"X-Own": "1"}) as http_client:
        own = ChatOpenAI(model=MODEL, http_async_client=http_client)
        show("own async client", (await own.ainvoke("own")).content)


def others():
    embeddings = OpenAIEmbeddings(model="text-embedding-3-small", dimensions=8, check_embedding_ctx_length=False)
    show("embed", [[round(x, 5) for x in vector] for vector in embeddings.embed_documents(["a", "b"])])
    show("completion", OpenAI(model="gpt-3.5-turbo-instruct").invoke("Once"))
    show("completion stream", list(OpenAI(model="gpt-3.5-turbo-instruct").stream("Once upon")))
    with httpx.Client(headers={"X-Own": "1"}) as http_client:
        show("own client", ChatOpenAI(model=MODEL, http_client=http_client).invoke("own").content)
    show("client", isinstance(ChatOpenAI(model=MODEL).root_client, openai.OpenAI))
    show("configurable", ChatOpenAI(model=MODEL, timeout=httpx.Timeout(5.0, connect=2.0)).invoke("t").content)
    azure = AzureChatOpenAI(
        azure_deployment="d", api_version="2024-10-21", azure_endpoint="http://127.0.0.1:1", api_key="k", max_retries=0
    )
    show("azure", type(azure.root_client).__name__)


def errors():
    def attempt(label, **options):
        try:
            show(label, ChatOpenAI(max_retries=0, **dict({"model": MODEL}, **options)).invoke("x").content)
        except openai.APIStatusError as error:
            body = error.body if isinstance(error.body, dict) else None
            show(
                label,
                (
                    type(error).__name__,
                    [
                        c.__name__
                        for c in type(error).__mro__
                        if "openai" not in c.__module__ or c.__name__.startswith(("Open", "API"))
                    ],
                    error.status_code,
                    error.code,
                    error.message,
                    body and sorted(body),
                ),
            )
            show(
                label + " response",
                (
                    error.response.status_code,
                    error.response.json() == {"error": body},
                    error.request.method,
                    error.response.headers.get("content-type"),
                    error.request.url.path,
                ),
            )
        except openai.APIConnectionError as error:
            show(label, (type(error).__name__, str(error)))

    attempt("401", api_key="sk-wrong")
    attempt("404", model="no-such-model")
    attempt("429", default_headers={"X-Embedded-Fault": "status=429; retry-after=0; code=rate_limit_exceeded"})
    attempt("500", default_headers={"X-Embedded-Fault": "status=500"})
    attempt(
        "400",
        default_headers={
            "X-Embedded-Fault": "status=400; message=This model's maximum context length is 4; code=context_length_exceeded"
        },
    )
    attempt("timeout", timeout=0.2, default_headers={"X-Embedded-Fault": "stall=5"})
    retried = ChatOpenAI(
        model=MODEL, max_retries=2, default_headers={"X-Embedded-Fault": "status=503; retry-after-ms=1; times=1"}
    )
    try:
        show("retried", retried.invoke("again").content)
    except openai.InternalServerError as error:
        show("retried", error.status_code)
    try:
        list(
            ChatOpenAI(model=MODEL, max_retries=0, default_headers={"X-Embedded-Fault": "stream-error"}).stream("break")
        )
    except openai.APIError as error:
        show("stream error", (type(error).__name__, error.message))


def agent():
    from langgraph.graph import END, START, StateGraph
    from langgraph.graph.message import add_messages
    from langgraph.prebuilt import ToolNode, tools_condition
    from typing_extensions import TypedDict

    class Conversation(TypedDict):
        messages: Annotated[list, add_messages]

    llm = ChatOpenAI(model=MODEL).bind_tools([get_weather])
    graph = StateGraph(Conversation)
    graph.add_node("model", lambda state: {"messages": [llm.invoke(state["messages"])]})
    graph.add_node("tools", ToolNode([get_weather]))
    graph.add_edge(START, "model")
    graph.add_conditional_edges("model", tools_condition, {"tools": "tools", END: END})
    graph.add_edge("tools", "model")
    compiled = graph.compile()
    result = compiled.invoke({"messages": [("user", "use the tool for Paris")]})
    show("graph", [(type(m).__name__, m.content) for m in result["messages"]])
    tokens = [
        chunk.content
        for chunk, _ in compiled.stream({"messages": [("user", "use the tool again")]}, stream_mode="messages")
    ]
    show("graph stream", tokens)


if __name__ == "__main__":
    for part in (chat, tools, structured, responses, others, errors, agent):
        part()
    asyncio.run(asynchronous())
