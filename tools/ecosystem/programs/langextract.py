# requires: langextract[openai]
# runs: extraction over chat completions
"""langextract as its users call it; prints what it returns."""

import os

import langextract
from langextract.providers.openai import OpenAILanguageModel


def show(label, value):
    print("{}: {}".format(label, value))


if __name__ == "__main__":
    model = OpenAILanguageModel(
        "gpt-4o-mini", api_key="sk-local", base_url=os.environ["OPENAI_BASE_URL"], temperature=0.1
    )
    show("infer", [[output.output for output in outputs] for outputs in model.infer(["one", "two"])])
    examples = [
        langextract.data.ExampleData(
            text="Rome is a city.",
            extractions=[langextract.data.Extraction(extraction_class="city", extraction_text="Rome")],
        )
    ]
    for text in ("Paris is a city.",):
        try:
            result = langextract.extract(
                text_or_documents=text, prompt_description="Extract cities.", examples=examples, model=model
            )
            show("extract", [(item.extraction_class, item.extraction_text) for item in result.extractions])
        except Exception as error:
            show("extract", (type(error).__name__, str(error)))
    wrong = OpenAILanguageModel("gpt-4o-mini", api_key="sk-wrong", base_url=os.environ["OPENAI_BASE_URL"])
    try:
        list(wrong.infer(["x"]))
    except Exception as error:
        show("401", (type(error).__name__, str(error), type(error.__cause__).__name__))
