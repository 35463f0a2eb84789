# SPDX-License-Identifier: MIT
"""Models of images. __init__.py explains the notation; written by tools/models.py."""

TOP_LEVEL = {
    "Image": "b64_json, revised_prompt, url",
    "ImageEditCompletedEvent": """b64_json, background, created_at, output_format, quality, size,
        type = "image_edit.completed", usage: Usage, safety_identifier
    Usage: input_tokens, input_tokens_details: +InputTokensDetails, output_tokens, total_tokens
      +InputTokensDetails: image_tokens, text_tokens
    """,
    "ImageEditPartialImageEvent": """b64_json, background, created_at, output_format, partial_image_index, quality,
        size, type = "image_edit.partial_image"
    """,
    "ImageEditStreamEvent": "= ImageEditPartialImageEvent | ImageEditCompletedEvent",
    "ImageGenCompletedEvent": 'like ImageEditCompletedEvent, type = "image_generation.completed"',
    "ImageGenPartialImageEvent": """b64_json, background, created_at, output_format, partial_image_index, quality, size,
        type = "image_generation.partial_image"
    """,
    "ImageGenStreamEvent": "= ImageGenPartialImageEvent | ImageGenCompletedEvent",
    "ImagesResponse": """created, background, data: [Image], output_format, quality, safety_identifier, size,
        svg_usage: SvgUsage, usage: Usage
    SvgUsage: input_tokens, model, output_tokens, reasoning_tokens, total_tokens
    Usage: like ImageEditCompletedEvent.Usage, output_tokens_details: +OutputTokensDetails
      +OutputTokensDetails: image_tokens, text_tokens
    """,
}

MODELS = {"": TOP_LEVEL}
