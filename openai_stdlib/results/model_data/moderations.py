# SPDX-License-Identifier: MIT
"""Models of moderations. __init__.py explains the notation; written by tools/models.py."""

TOP_LEVEL = {
    "Moderation": """categories: Categories, category_applied_input_types: CategoryAppliedInputTypes,
        category_scores: CategoryScores, flagged
    Categories: harassment, harassment/threatening as harassment_threatening, hate,
        hate/threatening as hate_threatening, illicit, illicit/violent as illicit_violent, self-harm as self_harm,
        self-harm/instructions as self_harm_instructions, self-harm/intent as self_harm_intent, sexual,
        sexual/minors as sexual_minors, violence, violence/graphic as violence_graphic
    CategoryAppliedInputTypes: like Categories
    CategoryScores: harassment: float, harassment/threatening as harassment_threatening: float, hate: float,
        hate/threatening as hate_threatening: float, illicit: float, illicit/violent as illicit_violent: float,
        self-harm as self_harm: float, self-harm/instructions as self_harm_instructions: float,
        self-harm/intent as self_harm_intent: float, sexual: float, sexual/minors as sexual_minors: float,
        violence: float, violence/graphic as violence_graphic: float
    """,
    "ModerationCreateResponse": "id, model, results: [Moderation]",
}

MODELS = {"": TOP_LEVEL}
