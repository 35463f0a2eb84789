# requires: llama-index-llms-openai, llama-index-embeddings-openai
# runs: OpenAI and OpenAIResponses: chat, completion, streams, tools, structured output, logprobs, async; embeddings, a query engine, an agent; errors
import asyncio

from llama_index.core import Document, Settings, VectorStoreIndex
from llama_index.core.agent.workflow import FunctionAgent
from llama_index.core.llms import ChatMessage, ImageBlock, TextBlock
from llama_index.core.prompts import PromptTemplate
from llama_index.core.tools import FunctionTool
from llama_index.embeddings.openai import OpenAIEmbedding
from llama_index.llms.openai import OpenAI, OpenAIResponses
from pydantic import BaseModel


class Song(BaseModel):
    """A song."""

    title: str
    seconds: int


def weather(city: str) -> str:
    """Tells the weather."""
    return "sunny in " + city


tool = FunctionTool.from_defaults(fn=weather)
prompt = PromptTemplate("A song about {topic}")
messages = [ChatMessage(role="system", content="Be brief"), ChatMessage(role="user", content="Say hello")]

for kind in (OpenAI, OpenAIResponses):
    llm = kind(model="gpt-4o-mini", temperature=0.2, max_retries=1)
    name = kind.__name__
    print(name, "metadata", llm.metadata.context_window, llm.metadata.is_function_calling_model)
    print(name, "complete", llm.complete("Say hello"))
    response = llm.chat(messages)
    print(name, "chat", response, sorted(response.additional_kwargs), type(response.raw).__name__)
    print(name, "stream chat", [chunk.delta for chunk in llm.stream_chat(messages)])
    print(name, "stream complete", [chunk.delta for chunk in llm.stream_complete("Say hello")])
    response = llm.chat_with_tools([tool], user_msg="Weather?", allow_parallel_tool_calls=True)
    print(name, "tools", [(call.tool_name, call.tool_kwargs) for call in llm.get_tool_calls_from_response(response)])
    for chunk in llm.stream_chat_with_tools([tool], user_msg="Weather?"):
        last = chunk
    print(name, "stream tools", [(call.tool_name, call.tool_kwargs) for call in llm.get_tool_calls_from_response(last)])
    print(name, "predict and call", llm.predict_and_call([tool], "Weather?").response)
    print(name, "structured", repr(llm.structured_predict(Song, prompt, topic="tea")))
    print(name, "as structured", repr(llm.as_structured_llm(Song).complete("A song").raw))
    print(
        name,
        "stream structured",
        [repr(song) for song in llm.stream_structured_predict(Song, prompt, topic="tea")][-1:],
    )
    image = ChatMessage(
        role="user",
        blocks=[
            TextBlock(text="What?"),
            ImageBlock(image=b"\x89PNG\r\n\x1a\n" + b"\0" * 16, image_mimetype="image/png"),
        ],
    )
    print(name, "image", llm.chat([image]).message.content)
    for model in ("error-401", "no-such-model"):
        try:
            print(
                kind(model=model, max_retries=0, context_window=1000).complete("x")
                if kind is OpenAIResponses
                else kind(model=model, max_retries=0).complete("x")
            )
        except Exception as error:
            print(name, "error", model, type(error).__module__, type(error).__name__, str(error)[:200])

    async def main(llm=llm, name=name):
        print(name, "async", await llm.acomplete("Say hello"), await llm.achat(messages))
        print(name, "async stream", [chunk.delta async for chunk in await llm.astream_chat(messages)])
        print(name, "async structured", repr(await llm.astructured_predict(Song, prompt, topic="tea")))
        agent = FunctionAgent(tools=[weather], llm=llm, system_prompt="Be brief")
        print(name, "agent", await agent.run("Weather in Oslo?"))

    asyncio.run(main())

llm = OpenAI(model="gpt-4o-mini", logprobs=True, top_logprobs=1)
response = llm.chat(messages)
print("logprobs", [[(token.token, token.logprob) for token in tokens] for tokens in response.logprobs or []])
print("legacy", OpenAI(model="gpt-3.5-turbo-instruct").complete("Say hello"))

embedding = OpenAIEmbedding(model="text-embedding-3-small", dimensions=4)
print("embedding", [round(number, 6) for number in embedding.get_text_embedding("tea")])
print(
    "batch", [[round(number, 6) for number in vector] for vector in embedding.get_text_embedding_batch(["one", "two"])]
)
print("async embedding", len(asyncio.run(embedding.aget_query_embedding("tea"))))
Settings.llm, Settings.embed_model = OpenAI(model="gpt-4o-mini"), embedding
index = VectorStoreIndex.from_documents([Document(text="Tea is hot", id_="1"), Document(text="Ice is cold", id_="2")])
answer = index.as_query_engine(similarity_top_k=1).query("What is hot?")
print("query", answer, [round(node.score, 6) for node in answer.source_nodes])
for token in index.as_query_engine(streaming=True).query("What is cold?").response_gen:
    print("query stream", token)
print("chat engine", index.as_chat_engine(chat_mode="context").chat("Hello"))
