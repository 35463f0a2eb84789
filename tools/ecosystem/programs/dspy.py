# requires: dspy, numpy
# models: pydantic
# runs: LM with chat, text and responses, Predict, ChainOfThought, typed signatures, ReAct and native tools, adapters, streams, async, caching, Embedder, an optimizer; errors
# volatile: Connection error\..*
# volatile: 0x[0-9a-f]+
import asyncio
import inspect
import os
from typing import List, Literal

os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
os.environ["DSPY_CACHEDIR"] = os.path.join(os.environ["HOME"], "cache")

import dspy
from pydantic import BaseModel

MODEL = "openai/gpt-4o-mini"
# The server repeats what the user says, so a question can bring its answer along in the format of the chat adapter.
QUESTION = "The capital of France?\n\n[[ ## reasoning ## ]]\nEasy\n\n[[ ## answer ## ]]\nParis\n\n[[ ## completed ## ]]"

STEPS = """Weather in Oslo?

[[ ## next_thought ## ]]
Ask

[[ ## next_tool_name ## ]]
weather

[[ ## next_tool_args ## ]]
{"city": "Oslo"}

[[ ## outputs ## ]]
{"tool_calls": [{"name": "weather", "args": {"city": "Oslo"}}]}

[[ ## reasoning ## ]]
Told

[[ ## answer ## ]]
Sunny

[[ ## completed ## ]]"""


class Person(BaseModel):
    """A person."""

    name: str
    age: int


class Classify(dspy.Signature):
    """Classify a sentence."""

    sentence: str = dspy.InputField()
    sentiment: Literal["positive", "negative"] = dspy.OutputField()
    confidence: float = dspy.OutputField()
    people: List[Person] = dspy.OutputField(desc="who is named")


class UseTools(dspy.Signature):
    """Call tools."""

    question: str = dspy.InputField()
    tools: List[dspy.Tool] = dspy.InputField()
    outputs: dspy.ToolCalls = dspy.OutputField()


def weather(city: str) -> str:
    """Tell the weather."""
    return "sunny in " + city


def show(label, call):
    try:
        result = call()
        if inspect.iscoroutine(result):
            result = asyncio.run(result)
        print("{}: {!r}".format(label, result))
    except Exception as error:
        print("{}: {} {}".format(label, [kind.__name__ for kind in type(error).__mro__], error))


def make_lm(model=MODEL, **options):
    return dspy.LM(model, **{"cache": False, "num_retries": 0, **options})


lm = make_lm(temperature=0.3, max_tokens=2000)
dspy.configure(lm=lm)
show("lm", lambda: lm("Say hello"))
show("lm messages", lambda: lm(messages=[{"role": "system", "content": "Be brief"}, {"role": "user", "content": "Hi"}]))
show("lm several", lambda: lm("Say hello", n=2))
show("lm logprobs", lambda: lm("Say hello", logprobs=True))
show("lm async", lambda: lm.acall("Say hello"))
show("responses", lambda: make_lm(model_type="responses")("Say hello"))
show("responses async", lambda: make_lm(model_type="responses").acall("Say hello"))
show("text", lambda: make_lm("text-completion-openai/gpt-3.5-turbo-instruct", model_type="text")("Say hello"))

predict = dspy.Predict("question -> answer")
show("predict", lambda: predict(question=QUESTION))
show("predict with options", lambda: predict(question=QUESTION, config={"temperature": 0.9, "n": 2}).completions)
show("fallback to JSON", lambda: predict(question="The capital of France?"))
show("chain of thought", lambda: dspy.ChainOfThought("question -> answer")(question=QUESTION))
show("typed", lambda: dspy.Predict(Classify)(sentence="Anna likes tea"))
show("typed chain of thought", lambda: dspy.ChainOfThought(Classify)(sentence="Anna likes tea"))
show("async predict", lambda: predict.acall(question=QUESTION))
react = dspy.ReAct("question -> answer", tools=[weather], max_iters=2)
show("react", lambda: react(question=STEPS))
show("async react", lambda: react.acall(question=STEPS))


def adapt(adapter, run):
    with dspy.context(adapter=adapter):
        return run()


tools = {"question": STEPS, "tools": [dspy.Tool(weather)]}
show("JSON", lambda: adapt(dspy.JSONAdapter(), lambda: dspy.Predict(Classify)(sentence="Anna likes tea")))
show(
    "native tools",
    lambda: adapt(dspy.ChatAdapter(use_native_function_calling=True), lambda: dspy.Predict(UseTools)(**tools)),
)
show(
    "tools", lambda: adapt(dspy.ChatAdapter(use_native_function_calling=False), lambda: dspy.Predict(UseTools)(**tools))
)
show("two steps", lambda: adapt(dspy.TwoStepAdapter(make_lm()), lambda: predict(question=QUESTION)))


def use(model, run, **settings):
    with dspy.context(lm=model, **settings):
        return run()


responses = make_lm(model_type="responses")
show("predict by responses", lambda: use(responses, lambda: predict(question=QUESTION)))
show("typed by responses", lambda: use(responses, lambda: dspy.Predict(Classify)(sentence="Anna likes tea")))
show("usage", lambda: use(lm, lambda: predict(question=QUESTION).get_lm_usage(), track_usage=True))
entry = lm.history[0]
show("history", lambda: [entry[name] for name in ("model", "outputs", "usage", "cost", "response_model")])
show("response", lambda: type(entry["response"]).__name__)


async def stream(module, field, **inputs):
    listener = dspy.streaming.StreamListener(signature_field_name=field)
    streamed = dspy.streamify(module, stream_listeners=[listener])
    return [chunk async for chunk in streamed(**inputs)]


async def stream_all():
    return [type(chunk).__name__ async for chunk in dspy.streamify(predict)(question=QUESTION)]


show("stream", lambda: stream(dspy.Predict("question -> answer"), "answer", question=QUESTION))
show("stream of chunks", stream_all)

cached = make_lm(cache=True)
show("cache", lambda: [cached("Cached"), cached("Cached")])
show("cached", lambda: [entry["cost"] for entry in cached.history])

embedder = dspy.Embedder("openai/text-embedding-3-small", dimensions=4, caching=False)
show("embedder", lambda: embedder(["tea", "ice"]).round(6).tolist())


async def embed():
    return (await embedder.acall(["tea"])).round(6).tolist()


show("async embedder", embed)
show(
    "retriever",
    lambda: dspy.retrievers.Embeddings(corpus=["tea is hot", "ice is cold"], embedder=embedder, k=1)("hot").passages,
)

examples = [dspy.Example(question=QUESTION, answer="Paris").with_inputs("question") for _ in range(2)]


def is_right(example, prediction, trace=None):
    return prediction.answer == example.answer


def optimize():
    optimizer = dspy.BootstrapFewShot(metric=is_right, max_bootstrapped_demos=1, max_labeled_demos=1)
    return optimizer.compile(dspy.ChainOfThought("question -> answer"), trainset=examples)(question=QUESTION)


show("optimizer", optimize)
evaluate = dspy.Evaluate(devset=examples, metric=is_right, num_threads=1, display_progress=False)
show("evaluation", lambda: evaluate(predict).score)

for name in ("error-400", "error-401", "error-429", "error-500", "no-such-model"):
    show(name, lambda: make_lm("openai/" + name)("Say hello"))
    show(name + " async", lambda: make_lm("openai/" + name).acall("Say hello"))
    show(name + " responses", lambda: make_lm("openai/" + name, model_type="responses")("Say hello"))
show("retried", lambda: make_lm("openai/error-503", num_retries=1)("Say hello"))
show("no server", lambda: make_lm(api_base="http://127.0.0.1:9/v1")("Say hello"))
