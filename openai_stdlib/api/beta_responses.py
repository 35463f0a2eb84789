# SPDX-License-Identifier: MIT
"""The Responses API with what is still being tried out. https://platform.openai.com/docs/api-reference/beta-responses"""

from .rows import CURSOR, DELETE, GET, NOTHING, POST, Resource, Sub


class InputItems(Resource):
    """What a response was made from."""

    headers = "betas"
    list = GET("/responses/{response_id}/input_items?beta=true", gives="BetaResponseItem", page=CURSOR)


class InputTokens(Resource):
    """How many tokens an input comes to."""

    headers = "betas"
    count = POST("/responses/input_tokens?beta=true", gives="beta.responses.InputTokenCountResponse")


class Responses(Resource):
    """Responses with what is still being tried out."""

    headers = "betas"
    model = "BetaResponse"
    create = POST("/responses?beta=true", stream="beta.BetaResponseStreamEvent")
    retrieve = GET("/responses/{response_id}?beta=true", stream="beta.BetaResponseStreamEvent")
    delete = DELETE("/responses/{response_id}?beta=true", answer=NOTHING)
    cancel = POST("/responses/{response_id}/cancel?beta=true", empty=True)
    compact = POST("/responses/compact?beta=true", "model", gives="BetaCompactedResponse")
    input_items = Sub("InputItems")
    input_tokens = Sub("InputTokens")
