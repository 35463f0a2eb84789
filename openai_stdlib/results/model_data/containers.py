# SPDX-License-Identifier: MIT
"""Models of containers. __init__.py explains the notation; written by tools/models.py."""

TOP_LEVEL = {
    "ContainerCreateResponse": """id, created_at, name, object, status, expires_after: ExpiresAfter, last_active_at,
        memory_limit, network_policy: NetworkPolicy
    ExpiresAfter: anchor, minutes
    NetworkPolicy: type, allowed_domains
    """,
    "ContainerListResponse": "like ContainerCreateResponse",
    "ContainerRetrieveResponse": "like ContainerCreateResponse",
}

CONTAINERS = {
    "FileCreateResponse": 'id, bytes, container_id, created_at, object = "container.file", path, source',
    "FileListResponse": "like FileCreateResponse",
    "FileRetrieveResponse": "like FileCreateResponse",
}

MODELS = {"": TOP_LEVEL, "containers": CONTAINERS}
