# SPDX-License-Identifier: MIT
"""Fine-tuning. https://platform.openai.com/docs/api-reference/fine-tuning"""

from .operation import CONVERSATION, CURSOR, DELETE, GET, PAGE, POST, Resource, SubResource


class Graders(Resource):
    """Graders: run and validate a grader without a job."""

    run = POST("/fine_tuning/alpha/graders/run", "grader model_sample", returns="GraderRunResponse")
    validate = POST("/fine_tuning/alpha/graders/validate", "grader", returns="GraderValidateResponse")


class Alpha(Resource):
    """Alpha resources."""

    graders = SubResource("Graders")


class Permissions(Resource):
    """Checkpoint permissions: projects that may use a checkpoint."""

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
    """Checkpoints of fine-tuned models."""

    permissions = SubResource("Permissions")


class JobsCheckpoints(Resource):
    """Checkpoints of a fine-tuning job."""

    list = GET("/fine_tuning/jobs/{fine_tuning_job_id}/checkpoints", returns="FineTuningJobCheckpoint", page=CURSOR)


class Jobs(Resource):
    """Fine-tuning jobs."""

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
    """Fine-tuning API."""

    alpha = SubResource("Alpha")
    checkpoints = SubResource("FineTuningCheckpoints")
    jobs = SubResource("Jobs")
