# SPDX-License-Identifier: MIT
"""Responses. https://platform.openai.com/docs/api-reference/responses"""

from .operation import CALL, CURSOR, DELETE, GET, MANAGER, NO_CONTENT, POST, Connect, Helper, Resource, SubResource


class InputItems(Resource):
    """Input items of a response."""

    list = GET("/responses/{response_id}/input_items", returns="ResponseItem", page=CURSOR)


class InputTokens(Resource):
    """Input token counts."""

    count = POST("/responses/input_tokens", returns="responses.InputTokenCountResponse")


class Responses(Resource):
    """Responses: text, tool calls and reasoning in one request."""

    model = "responses.Response"
    connect = Connect("responses")
    create = POST("/responses", stream="responses.ResponseStreamEvent")
    retrieve = GET("/responses/{response_id}", stream="responses.ResponseStreamEvent")
    delete = DELETE("/responses/{response_id}", response_type=NO_CONTENT)
    cancel = POST("/responses/{response_id}/cancel", body_optional=True)
    compact = POST("/responses/compact", "model", returns="CompactedResponse")
    input_items = SubResource("InputItems")
    input_tokens = SubResource("InputTokens")
    parse = Helper("structured_output", "parse_response", CALL)
    stream = Helper("response_stream", "stream_response", MANAGER, of_resource=True)
    run_tools = Helper("run_tools", "run_response_tools", of_resource=True)
