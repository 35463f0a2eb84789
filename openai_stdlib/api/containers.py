# SPDX-License-Identifier: MIT
"""Containers for code that a model wrote. https://platform.openai.com/docs/api-reference/containers"""

from .rows import BINARY, CURSOR, DELETE, FORM_IF_FILES, GET, NOTHING, POST, Resource, Sub


class Content(Resource):
    """What is in a file of a container."""

    retrieve = GET("/containers/{container_id}/files/{file_id}/content", answer=BINARY, accept="application/binary")


class Files(Resource):
    """The files of a container."""

    create = POST("/containers/{container_id}/files", gives="FileCreateResponse", multipart=FORM_IF_FILES)
    retrieve = GET("/containers/{container_id}/files/{file_id}", gives="FileRetrieveResponse")
    list = GET("/containers/{container_id}/files", gives="FileListResponse", page=CURSOR)
    delete = DELETE("/containers/{container_id}/files/{file_id}", answer=NOTHING)
    content = Sub("Content")


class Containers(Resource):
    """Places in which code that a model wrote is run."""

    create = POST("/containers", "name", gives="ContainerCreateResponse")
    retrieve = GET("/containers/{container_id}", gives="ContainerRetrieveResponse")
    list = GET("/containers", gives="ContainerListResponse", page=CURSOR)
    delete = DELETE("/containers/{container_id}", answer=NOTHING)
    files = Sub("Files")
