# requires: autoevals
# runs: evaluators that call a model (with tools), embeddings, moderation, an own client
"""autoevals as its users call it; prints what it returns."""

import json

import openai
from autoevals import ClosedQA, EmbeddingSimilarity, Factuality, LLMClassifier, Moderation, init
from autoevals.ragas import AnswerRelevancy


def show(label, value):
    print("{}: {}".format(label, value))


def attempt(label, function, *arguments, **options):
    try:
        result = function(*arguments, **options)
        show(label, (result.name, result.score, json.dumps(result.metadata, sort_keys=True), result.error))
    except Exception as error:
        show(label, (type(error).__name__, str(error)))


def run(name):
    attempt(name + " factuality", Factuality(), output="Rome", expected="Rome", input="Capital of Italy?")
    attempt(name + " qa", ClosedQA(), output="Rome", criteria="is it right?", input="Capital of Italy?")
    classifier = LLMClassifier("Own", "Is {{output}} good?", {"Y": 1, "N": 0}, use_cot=False, model="gpt-4o-mini")
    attempt(name + " classifier", classifier, output="x")
    attempt(name + " embedding", EmbeddingSimilarity(), output="Rome", expected="Roma")
    attempt(name + " moderation", Moderation(), output="kill it")
    attempt(name + " relevancy", AnswerRelevancy(), output="Rome", input="Capital?", context="Rome is a capital")


if __name__ == "__main__":
    init(openai.OpenAI(max_retries=0))
    run("client")
    init(openai.OpenAI(max_retries=0, api_key="sk-wrong"))
    attempt("401", Factuality(), output="Rome", expected="Rome", input="Capital of Italy?")
