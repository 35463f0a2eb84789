# requires: deepeval
# runs: the model class: texts, schemas, log probabilities, samples, async; metrics with a judge; errors
import asyncio
import os

os.environ.update(DEEPEVAL_TELEMETRY_OPT_OUT="YES", CONFIDENT_OPEN_BROWSER="NO", DEEPEVAL_RETRY_MAX_ATTEMPTS="1")

from deepeval.metrics import AnswerRelevancyMetric, GEval  # noqa: E402
from deepeval.models import GPTModel, OpenAIEmbeddingModel  # noqa: E402
from deepeval.test_case import LLMTestCase  # noqa: E402
from pydantic import BaseModel  # noqa: E402

try:
    from deepeval.test_case import SingleTurnParams as Params
except ImportError:
    from deepeval.test_case import LLMTestCaseParams as Params


class City(BaseModel):
    name: str
    size: int


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, str(error)[:200])


model = GPTModel(model="gpt-4o-mini", temperature=0)
attempt("text", lambda: model.generate("Say hello"))
attempt("schema", lambda: model.generate("A city", schema=City))
attempt("async", lambda: asyncio.run(model.a_generate("Say hello")))
attempt("async schema", lambda: asyncio.run(model.a_generate("A city", schema=City)))
attempt("samples", lambda: model.generate_samples("Say hello", 2, 0.5))


def raw():
    completion, cost = model.generate_raw_response("Say hello", top_logprobs=2)
    return (
        type(completion).__name__,
        completion.choices[0].message.content,
        len(completion.choices[0].logprobs.content),
        cost,
    )


attempt("raw", raw)
case = LLMTestCase(input="What is hot?", actual_output="Tea is hot", expected_output="Tea")


def measure(metric):
    metric.measure(case, _show_indicator=False)
    return metric.score, metric.reason


attempt("relevancy", lambda: measure(AnswerRelevancyMetric(model=model, async_mode=False)))
params = [Params.INPUT, Params.ACTUAL_OUTPUT]
attempt(
    "judge",
    lambda: measure(
        GEval(name="Right", criteria="Is it right?", evaluation_params=params, model=model, async_mode=False)
    ),
)
attempt(
    "judge async", lambda: measure(GEval(name="Right", criteria="Is it right?", evaluation_params=params, model=model))
)
embedder = OpenAIEmbeddingModel(model="text-embedding-3-small")
attempt("embedding", lambda: [round(number, 6) for number in embedder.embed_text("tea")[:3]])
attempt("embeddings", lambda: [len(vector) for vector in asyncio.run(embedder.a_embed_texts(["a", "b"]))])
for name in ("error-401", "no-such-model"):
    attempt(
        "error " + name, lambda: GPTModel(model=name, cost_per_input_token=0, cost_per_output_token=0).generate("x")
    )
