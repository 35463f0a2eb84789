"""Names of the official package at every depth, sentinels, own models, requests to other endpoints, subclasses."""

from typing import Any, Dict, Optional, Union

import openai_stdlib
from openai_stdlib import NOT_GIVEN, AsyncAzureOpenAI, AsyncOpenAI, AzureOpenAI, BaseModel, NotGiven, Omit, OpenAI, omit
from openai_stdlib.lib.azure import AsyncAzureADTokenProvider, AzureADTokenProvider
from openai_stdlib.lib.streaming.responses import ResponseStreamManager
from openai_stdlib.pagination import SyncCursorPage
from openai_stdlib.providers import bedrock
from openai_stdlib.types import ChatModel, FileObject
from openai_stdlib.types.beta.threads.runs import RunStep
from openai_stdlib.types.chat.completion_create_params import CompletionCreateParamsNonStreaming
from openai_stdlib.types.chat_model import ChatModel as SameChatModel
from openai_stdlib.types.live.decision_trigger import DecisionsQuestionQuestionParamScore
from openai_stdlib.types.responses import ResponseInputItemParam, ResponseInputParam, ToolParam
from openai_stdlib.types.shared_params import FunctionDefinition

model: ChatModel = "gpt-4o"
same_model: SameChatModel = model
params: CompletionCreateParamsNonStreaming = {"model": model, "messages": []}
client = OpenAI(provider=bedrock(region="us-east-1"))
reveal_type(client.chat.completions.create(**params))  # type: ChatCompletion
page: SyncCursorPage[FileObject] = client.files.list()
reveal_type(page.next_page_info())  # type: PageInfo | None
reveal_type(page.data[0]._request_id)  # type: str | None
reveal_type(page.data[0].to_dict())  # type: dict[str, object]
reveal_type(page.data[0].model_extra)  # type: dict[str, Any] | None
reveal_type(openai_stdlib.pydantic_function_tool(BaseModel)["function"]["name"])  # type: str
items: ResponseInputParam = [{"role": "user", "content": "x"}]
items.append({"type": "function_call_output", "call_id": "c", "output": "x"})
tool: ToolParam = {"type": "mcp", "server_label": "x", "server_url": "u", "require_approval": "never"}


def create(timeout: Union[float, NotGiven], seed: Union[int, Omit], step: RunStep) -> None:
    client.chat.completions.create(model=model, messages=[], timeout=timeout, seed=seed, n=omit)
    client.chat.completions.create(model=model, messages=[], timeout=NOT_GIVEN)
    if step.step_details.type == "tool_calls":
        for call in step.step_details.tool_calls:
            if call.type == "function":
                reveal_type(call.function.output)  # type: str | None


def open_azure(provider: AsyncAzureADTokenProvider) -> None:
    AsyncAzureOpenAI(azure_endpoint="https://x", api_version="v", azure_ad_token_provider=provider)
    AzureOpenAI(azure_endpoint="https://x", azure_ad_token_provider=provider)  # refused: azure_ad_token_provider


class Thing(BaseModel):
    name: str
    size: Optional[int] = None


reveal_type(client.post("/things", cast_to=Thing, body={"name": "x"}, options={"timeout": 3}))  # type: Thing
reveal_type(client.get("/things", cast_to=Dict[str, Any]))  # type: dict[str, Any]
reveal_type(Thing(name="x").model_copy())  # type: Thing


class Client(OpenAI):
    def __init__(self, tenant: str) -> None:
        super().__init__(api_key="k")
        self.tenant = tenant


reveal_type(Client("t").with_options(timeout=3).tenant)  # type: str


def make_token() -> str:
    return "t"


get_token: AzureADTokenProvider = make_token
azure = AzureOpenAI(azure_endpoint="https://x", api_version="v", azure_ad_token_provider=get_token)
reveal_type(azure.copy(api_version="w", azure_ad_token="t"))  # type: AzureOpenAI


class SyncClient:
    def send(self, request: Any) -> str:
        return ""

    def close(self) -> None: ...


class AsyncClient:
    async def send(self, request: Any) -> Any: ...
    async def aclose(self) -> None: ...


OpenAI(http_client=SyncClient())
AsyncOpenAI(http_client=AsyncClient())
OpenAI(http_client=AsyncClient())  # refused: http_client
AsyncOpenAI(http_client=SyncClient())  # refused: http_client
Thing(size=3)  # refused: name
Thing(name=3)  # refused: name|int
client.get(3, cast_to=Thing)  # refused: get|path
items.append({"role": "robot", "content": "x"})  # refused: robot|append|TypedDict
function: FunctionDefinition = {"nam": "x"}  # refused: nam
item: ResponseInputItemParam = {"type": "item_ref", "id": "x"}  # refused: item_ref|TypedDict|assign
from openai_stdlib.types.chat import ChatCompletionMessages  # refused: ChatCompletionMessages


def annotate(manager: ResponseStreamManager[int], score: DecisionsQuestionQuestionParamScore) -> None:
    reveal_type(manager)  # type: ResponseStreamManager[int]
    reveal_type(score.type)  # type: Literal['score']
