# SPDX-License-Identifier: MIT
"""Models of files. __init__.py explains the notation; written by tools/models.py."""

TOP_LEVEL = {
    "Batch": """id, completion_window, created_at, endpoint, input_file_id, object = "batch", status, cancelled_at,
        cancelling_at, completed_at, error_file_id, errors: Errors, expired_at, expires_at, failed_at, finalizing_at,
        in_progress_at, metadata, model, output_file_id, request_counts: BatchRequestCounts, usage: BatchUsage
    Errors: data: [BatchError], object
    """,
    "BatchError": "code, line, message, param",
    "BatchRequestCounts": "completed, failed, total",
    "BatchUsage": "like beta.TokenUsage",
    "FileDeleted": 'id, deleted, object = "file"',
    "FileObject": 'id, bytes, created_at, filename, object = "file", purpose, status, expires_at, status_details',
    "Upload": 'id, bytes, created_at, expires_at, filename, object = "upload", purpose, status, file: FileObject',
}

UPLOADS = {
    "UploadPart": 'id, created_at, object = "upload.part", upload_id',
}

MODELS = {"": TOP_LEVEL, "uploads": UPLOADS}
