# SPDX-License-Identifier: MIT
"""Evals. https://platform.openai.com/docs/api-reference/evals"""

from .operation import CURSOR, DELETE, GET, POST, Resource, SubResource


class OutputItems(Resource):
    """Output items of an eval run."""

    retrieve = GET("/evals/{eval_id}/runs/{run_id}/output_items/{output_item_id}", returns="OutputItemRetrieveResponse")
    list = GET("/evals/{eval_id}/runs/{run_id}/output_items", returns="OutputItemListResponse", page=CURSOR)


class Runs(Resource):
    """Eval runs: evaluations of one model."""

    create = POST("/evals/{eval_id}/runs", "data_source", returns="RunCreateResponse")
    retrieve = GET("/evals/{eval_id}/runs/{run_id}", returns="RunRetrieveResponse")
    list = GET("/evals/{eval_id}/runs", returns="RunListResponse", page=CURSOR)
    delete = DELETE("/evals/{eval_id}/runs/{run_id}", returns="RunDeleteResponse")
    cancel = POST("/evals/{eval_id}/runs/{run_id}/cancel", returns="RunCancelResponse", body_optional=True)
    output_items = SubResource("OutputItems")


class Evals(Resource):
    """Evals: a data source with testing criteria for model outputs."""

    create = POST("/evals", "data_source_config testing_criteria", returns="EvalCreateResponse")
    retrieve = GET("/evals/{eval_id}", returns="EvalRetrieveResponse")
    update = POST("/evals/{eval_id}", returns="EvalUpdateResponse")
    list = GET("/evals", returns="EvalListResponse", page=CURSOR)
    delete = DELETE("/evals/{eval_id}", returns="EvalDeleteResponse")
    runs = SubResource("Runs")
