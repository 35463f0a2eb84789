# requires: ell-ai[sqlite], pydantic
# runs: simple and complex programs, tools, structured output, several answers, streams, errors
import ell
import openai
from pydantic import BaseModel


class City(BaseModel):
    name: str
    size: int


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, str(error)[:200])


client = openai.OpenAI()
ell.init(verbose=False, default_client=client)


@ell.simple(model="gpt-4o-mini", client=client, temperature=0.3)
def hello(name: str):
    """Be brief."""
    return "Say hello to " + name


@ell.simple(model="gpt-4o-mini", client=client, n=2)
def twice(name: str):
    return "Say hello to " + name


@ell.tool()
def weather(city: str) -> str:
    """Tell the weather."""
    return "sunny in " + city


@ell.complex(model="gpt-4o-mini", client=client, tools=[weather])
def ask(messages):
    return messages


@ell.complex(model="gpt-4o-mini", client=client, response_format=City)
def describe(topic: str):
    return [ell.system("Be brief"), ell.user(topic)]


attempt("simple", lambda: hello("Ada"))
attempt("several", lambda: [str(text) for text in twice("Ada")])


def call_tools():
    messages = [ell.user("Weather in Oslo?")]
    answer = ask(messages)
    calls = [(call.tool.__name__, call.params.model_dump()) for call in answer.tool_calls]
    return calls, ask([*messages, answer, answer.call_tools_and_collect_as_message()]).text


attempt("tools", call_tools)
attempt("structured", lambda: repr(describe("A city").parsed))
attempt("message", lambda: describe("A city").to_openai_message() if hasattr(ell.Message, "to_openai_message") else "")
for name in ("error-401", "no-such-model"):
    attempt("error " + name, lambda: ell.simple(model=name, client=client)(lambda: "x")())
