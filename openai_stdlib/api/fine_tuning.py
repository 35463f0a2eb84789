# SPDX-License-Identifier: MIT
"""Fine-tuning. https://platform.openai.com/docs/api-reference/fine-tuning"""

from .operation import CONVERSATION, CURSOR, DELETE, GET, PAGE, POST, Resource, SubResource


class Graders(Resource):
    """Graders, tried out without a job."""

    run = POST("/fine_tuning/alpha/graders/run", "grader model_sample", returns="GraderRunResponse")
    validate = POST("/fine_tuning/alpha/graders/validate", "grader", returns="GraderValidateResponse")


class Alpha(Resource):
    """What is still being tried out."""

    graders = SubResource("Graders")


class Permissions(Resource):
    """Which projects may use a checkpoint."""

    create = POST(
        "/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions",
        "project_ids",
        returns="PermissionCreateResponse",
        page=PAGE,
    )
    retrieve = GET(
        "/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions",
        returns="PermissionRetrieveResponse",
        deprecated="use fine_tuning.checkpoints.permissions.list",
    )
    list = GET(
        "/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions",
        returns="PermissionListResponse",
        page=CONVERSATION,
    )
    delete = DELETE(
        "/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions/{permission_id}",
        returns="PermissionDeleteResponse",
    )


class FineTuningCheckpoints(Resource):
    """Checkpoints, and who may use them."""

    permissions = SubResource("Permissions")


class JobsCheckpoints(Resource):
    """The models that a job made on its way."""

    list = GET("/fine_tuning/jobs/{fine_tuning_job_id}/checkpoints", returns="FineTuningJobCheckpoint", page=CURSOR)


class Jobs(Resource):
    """Jobs that make a model of one's own out of another and examples."""

    model = "FineTuningJob"
    create = POST("/fine_tuning/jobs", "model training_file")
    retrieve = GET("/fine_tuning/jobs/{fine_tuning_job_id}")
    list = GET("/fine_tuning/jobs", page=CURSOR)
    cancel = POST("/fine_tuning/jobs/{fine_tuning_job_id}/cancel", body_optional=True)
    list_events = GET("/fine_tuning/jobs/{fine_tuning_job_id}/events", returns="FineTuningJobEvent", page=CURSOR)
    pause = POST("/fine_tuning/jobs/{fine_tuning_job_id}/pause", body_optional=True)
    resume = POST("/fine_tuning/jobs/{fine_tuning_job_id}/resume", body_optional=True)
    checkpoints = SubResource("JobsCheckpoints")


class FineTuning(Resource):
    """The fine-tuning family."""

    alpha = SubResource("Alpha")
    checkpoints = SubResource("FineTuningCheckpoints")
    jobs = SubResource("Jobs")
