# SPDX-License-Identifier: MIT
"""Evaluations of models. https://platform.openai.com/docs/api-reference/evals"""

from .rows import CURSOR, DELETE, GET, POST, Resource, Sub


class OutputItems(Resource):
    """What came of each item of a run."""

    retrieve = GET("/evals/{eval_id}/runs/{run_id}/output_items/{output_item_id}", gives="OutputItemRetrieveResponse")
    list = GET("/evals/{eval_id}/runs/{run_id}/output_items", gives="OutputItemListResponse", page=CURSOR)


class Runs(Resource):
    """An evaluation carried out with one model."""

    create = POST("/evals/{eval_id}/runs", "data_source", gives="RunCreateResponse")
    retrieve = GET("/evals/{eval_id}/runs/{run_id}", gives="RunRetrieveResponse")
    list = GET("/evals/{eval_id}/runs", gives="RunListResponse", page=CURSOR)
    delete = DELETE("/evals/{eval_id}/runs/{run_id}", gives="RunDeleteResponse")
    cancel = POST("/evals/{eval_id}/runs/{run_id}/cancel", gives="RunCancelResponse", empty=True)
    output_items = Sub("OutputItems")


class Evals(Resource):
    """Evaluations: data and what is expected of a model's answers to it."""

    create = POST("/evals", "data_source_config testing_criteria", gives="EvalCreateResponse")
    retrieve = GET("/evals/{eval_id}", gives="EvalRetrieveResponse")
    update = POST("/evals/{eval_id}", gives="EvalUpdateResponse")
    list = GET("/evals", gives="EvalListResponse", page=CURSOR)
    delete = DELETE("/evals/{eval_id}", gives="EvalDeleteResponse")
    runs = Sub("Runs")
