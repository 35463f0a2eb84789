# SPDX-License-Identifier: MIT
"""Models of decisions. __init__.py explains the notation; written by tools/models.py."""

TOP_LEVEL = {
    "Decision": """answers: [Answer], model, usage: Usage
    Answer = +AnswerResourcePredicate | +AnswerResourceChoice | +AnswerResourceScore | +AnswerResourceRefusal
      +AnswerResourcePredicate: name, probability: float, type = "predicate"
      +AnswerResourceChoice: choice, confidence: float, name, probabilities: [+Probability], type = "choice"
        +Probability: probability: float, value
      +AnswerResourceScore: confidence: float, name, probabilities: [+Probability], score: float, type = "score"
        +Probability: label, probability: float, value
      +AnswerResourceRefusal: name, type = "refusal"
    Usage: input_tokens, input_tokens_details: +InputTokensDetails, output_tokens,
        output_tokens_details: +OutputTokensDetails, total_tokens
      +InputTokensDetails: cache_write_tokens, cached_tokens
      +OutputTokensDetails: reasoning_tokens
    """,
}

MODELS = {"": TOP_LEVEL}
