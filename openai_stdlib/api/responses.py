# SPDX-License-Identifier: MIT
"""The Responses API. https://platform.openai.com/docs/api-reference/responses"""

from .rows import CURSOR, DELETE, GET, NOTHING, POST, Helper, Resource, Sub


class InputItems(Resource):
    """What a response was made from."""

    list = GET("/responses/{response_id}/input_items", gives="ResponseItem", page=CURSOR)


class InputTokens(Resource):
    """How many tokens an input comes to."""

    count = POST("/responses/input_tokens", gives="responses.InputTokenCountResponse")


class Responses(Resource):
    """Responses: text, tools and reasoning in one call."""

    model = "responses.Response"
    create = POST("/responses", stream="responses.ResponseStreamEvent")
    retrieve = GET("/responses/{response_id}", stream="responses.ResponseStreamEvent")
    delete = DELETE("/responses/{response_id}", answer=NOTHING)
    cancel = POST("/responses/{response_id}/cancel", empty=True)
    compact = POST("/responses/compact", "model", gives="CompactedResponse")
    input_items = Sub("InputItems")
    input_tokens = Sub("InputTokens")
    parse = Helper("structured", "parse_response")
    stream = Helper("response_stream", "stream_response")
    run_tools = Helper("run_tools", "run_response_tools")
