# SPDX-License-Identifier: MIT
"""Fine-tuning. https://platform.openai.com/docs/api-reference/fine-tuning"""

from .rows import CONVERSATION, CURSOR, DELETE, GET, PAGE, POST, Resource, Sub


class Graders(Resource):
    """Graders, tried out without a job."""

    run = POST("/fine_tuning/alpha/graders/run", "grader model_sample", gives="GraderRunResponse")
    validate = POST("/fine_tuning/alpha/graders/validate", "grader", gives="GraderValidateResponse")


class Alpha(Resource):
    """What is still being tried out."""

    graders = Sub("Graders")


class Permissions(Resource):
    """Which projects may use a checkpoint."""

    create = POST(
        "/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions",
        "project_ids",
        gives="PermissionCreateResponse",
        page=PAGE,
    )
    retrieve = GET(
        "/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions",
        gives="PermissionRetrieveResponse",
        deprecated="use fine_tuning.checkpoints.permissions.list",
    )
    list = GET(
        "/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions",
        gives="PermissionListResponse",
        page=CONVERSATION,
    )
    delete = DELETE(
        "/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions/{permission_id}",
        gives="PermissionDeleteResponse",
    )


class FineTuningCheckpoints(Resource):
    """Checkpoints, and who may use them."""

    permissions = Sub("Permissions")


class JobsCheckpoints(Resource):
    """The models that a job made on its way."""

    list = GET("/fine_tuning/jobs/{fine_tuning_job_id}/checkpoints", gives="FineTuningJobCheckpoint", page=CURSOR)


class Jobs(Resource):
    """Jobs that make a model of one's own out of another and examples."""

    model = "FineTuningJob"
    create = POST("/fine_tuning/jobs", "model training_file")
    retrieve = GET("/fine_tuning/jobs/{fine_tuning_job_id}")
    list = GET("/fine_tuning/jobs", page=CURSOR)
    cancel = POST("/fine_tuning/jobs/{fine_tuning_job_id}/cancel", empty=True)
    list_events = GET("/fine_tuning/jobs/{fine_tuning_job_id}/events", gives="FineTuningJobEvent", page=CURSOR)
    pause = POST("/fine_tuning/jobs/{fine_tuning_job_id}/pause", empty=True)
    resume = POST("/fine_tuning/jobs/{fine_tuning_job_id}/resume", empty=True)
    checkpoints = Sub("JobsCheckpoints")


class FineTuning(Resource):
    """The fine-tuning family."""

    alpha = Sub("Alpha")
    checkpoints = Sub("FineTuningCheckpoints")
    jobs = Sub("Jobs")
