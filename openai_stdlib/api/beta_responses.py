# SPDX-License-Identifier: MIT
"""Responses API with beta features. https://platform.openai.com/docs/api-reference/beta-responses"""

from .operation import CURSOR, DELETE, GET, NO_CONTENT, POST, Connect, Resource, SubResource


class InputItems(Resource):
    """Input items of a response."""

    headers = "betas"
    list = GET("/responses/{response_id}/input_items?beta=true", returns="BetaResponseItem", page=CURSOR)


class InputTokens(Resource):
    """Input token counts."""

    headers = "betas"
    count = POST("/responses/input_tokens?beta=true", returns="beta.responses.InputTokenCountResponse")


class Responses(Resource):
    """Responses with beta features."""

    headers = "betas"
    model = "BetaResponse"
    connect = Connect("beta.responses")
    create = POST("/responses?beta=true", stream="beta.BetaResponseStreamEvent")
    retrieve = GET("/responses/{response_id}?beta=true", stream="beta.BetaResponseStreamEvent")
    delete = DELETE("/responses/{response_id}?beta=true", response_type=NO_CONTENT)
    cancel = POST("/responses/{response_id}/cancel?beta=true", body_optional=True)
    compact = POST("/responses/compact?beta=true", "model", returns="BetaCompactedResponse")
    input_items = SubResource("InputItems")
    input_tokens = SubResource("InputTokens")
