# requires: guidance
# runs: roles, generation, captures, JSON by schema, Azure, errors
import os

import guidance
from guidance import assistant, gen, system, user
from pydantic import BaseModel


class City(BaseModel):
    name: str
    size: int


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, str(error)[:200])


def chat(name="gpt-4o-mini", **options):
    lm = guidance.models.OpenAI(name, echo=False, **options)
    with system():
        lm += "Be brief"
    with user():
        lm += "Say hello"
    with assistant():
        lm += gen("answer", max_tokens=50, temperature=0.2)
    with user():
        lm += "Again"
    with assistant():
        lm += gen("second")
    return lm["answer"], lm["second"]


def by_schema():
    lm = guidance.models.OpenAI("gpt-4o-mini", echo=False)
    with user():
        lm += "A city"
    with assistant():
        lm += guidance.json("city", schema=City)
    return lm["city"]


def azure():
    base = os.environ["OPENAI_BASE_URL"][: -len("/v1")]
    lm = guidance.models.create_azure_openai_model(
        azure_endpoint=base,
        azure_deployment="gpt-4o-mini",
        model_name="gpt-4o-mini",
        api_key="k",
        api_version="2024-10-21",
        echo=False,
    )
    with user():
        lm += "Say hello"
    with assistant():
        lm += gen("answer")
    return lm["answer"]


attempt("chat", chat)
attempt("schema", by_schema)
attempt("azure", azure)
for name in ("error-401", "no-such-model"):
    attempt("error " + name, lambda: chat(name))
