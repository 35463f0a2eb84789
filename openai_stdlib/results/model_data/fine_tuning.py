# SPDX-License-Identifier: MIT
"""Models of fine tuning. __init__.py explains the notation; written by tools/models.py."""

FINE_TUNING = {
    "DpoHyperparameters": "batch_size, beta, learning_rate_multiplier, n_epochs",
    "DpoMethod": "hyperparameters: DpoHyperparameters",
    "FineTuningJob": """id, created_at, error: Error, fine_tuned_model, finished_at, hyperparameters: Hyperparameters,
        model, object = "fine_tuning.job", organization_id, result_files, seed, status, trained_tokens, training_file,
        validation_file, estimated_finish, integrations: [FineTuningJobWandbIntegrationObject], metadata, method: Method
    Error: code, message, param
    Hyperparameters: batch_size, learning_rate_multiplier, n_epochs
    Method: type, dpo: DpoMethod, reinforcement: ReinforcementMethod, supervised: SupervisedMethod
    """,
    "FineTuningJobEvent": 'id, created_at, level, message, object = "fine_tuning.job.event", data, type',
    "FineTuningJobIntegration": "= FineTuningJobWandbIntegrationObject",
    "FineTuningJobWandbIntegration": "project, entity, name, tags",
    "FineTuningJobWandbIntegrationObject": 'type = "wandb", wandb: FineTuningJobWandbIntegration',
    "ReinforcementHyperparameters": """batch_size, compute_multiplier, eval_interval, eval_samples,
        learning_rate_multiplier, n_epochs, reasoning_effort
    """,
    "ReinforcementMethod": """grader: Grader, hyperparameters: ReinforcementHyperparameters
    Grader = evals.StringCheckGrader | evals.TextSimilarityGrader | evals.PythonGrader | evals.ScoreModelGrader |
        evals.MultiGrader
    """,
    "SupervisedHyperparameters": "like FineTuningJob.Hyperparameters",
    "SupervisedMethod": "hyperparameters: SupervisedHyperparameters",
}

FINE_TUNING_ALPHA = {
    "GraderRunResponse": """metadata: Metadata,
        model_grader_token_usage_per_model as api_model_grader_token_usage_per_model, reward: float, sub_rewards
    Metadata: errors: +Errors, execution_time: float, name, sampled_model_name, scores, token_usage, type
      +Errors: formula_parse_error, invalid_variable_error, model_grader_parse_error as api_model_grader_parse_error,
          model_grader_refusal_error as api_model_grader_refusal_error,
          model_grader_server_error as api_model_grader_server_error,
          model_grader_server_error_details as api_model_grader_server_error_details, other_error,
          python_grader_runtime_error, python_grader_runtime_error_details, python_grader_server_error,
          python_grader_server_error_type, sample_parse_error, truncated_observation_error, unresponsive_reward_error
    """,
    "GraderValidateResponse": """grader: Grader
    Grader = fine_tuning.ReinforcementMethod.Grader
    """,
}

FINE_TUNING_CHECKPOINTS = {
    "PermissionCreateResponse": 'id, created_at, object = "checkpoint.permission", project_id',
    "PermissionDeleteResponse": 'id, deleted, object = "checkpoint.permission"',
    "PermissionListResponse": "like PermissionCreateResponse",
    "PermissionRetrieveResponse": """data: [Data], has_more, object = "list", first_id, last_id
    Data: like PermissionCreateResponse
    """,
}

FINE_TUNING_JOBS = {
    "FineTuningJobCheckpoint": """id, created_at, fine_tuned_model_checkpoint, fine_tuning_job_id, metrics: Metrics,
        object = "fine_tuning.job.checkpoint", step_number
    Metrics: full_valid_loss: float, full_valid_mean_token_accuracy: float, step: float, train_loss: float,
        train_mean_token_accuracy: float, valid_loss: float, valid_mean_token_accuracy: float
    """,
}

MODELS = {
    "fine_tuning": FINE_TUNING,
    "fine_tuning.alpha": FINE_TUNING_ALPHA,
    "fine_tuning.checkpoints": FINE_TUNING_CHECKPOINTS,
    "fine_tuning.jobs": FINE_TUNING_JOBS,
}
