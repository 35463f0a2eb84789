# SPDX-License-Identifier: MIT
"""Containers for the code interpreter tool. https://platform.openai.com/docs/api-reference/containers"""

from .operation import BINARY, CURSOR, DELETE, FORM_IF_FILES, GET, NO_CONTENT, POST, Resource, SubResource


class Content(Resource):
    """Content of a container file."""

    retrieve = GET(
        "/containers/{container_id}/files/{file_id}/content", response_type=BINARY, accept="application/binary"
    )


class Files(Resource):
    """Files of a container."""

    create = POST("/containers/{container_id}/files", returns="FileCreateResponse", multipart=FORM_IF_FILES)
    retrieve = GET("/containers/{container_id}/files/{file_id}", returns="FileRetrieveResponse")
    list = GET("/containers/{container_id}/files", returns="FileListResponse", page=CURSOR)
    delete = DELETE("/containers/{container_id}/files/{file_id}", response_type=NO_CONTENT)
    content = SubResource("Content")


class Containers(Resource):
    """Containers: sandboxes for the code interpreter tool."""

    create = POST("/containers", "name", returns="ContainerCreateResponse")
    retrieve = GET("/containers/{container_id}", returns="ContainerRetrieveResponse")
    list = GET("/containers", returns="ContainerListResponse", page=CURSOR)
    delete = DELETE("/containers/{container_id}", response_type=NO_CONTENT)
    files = SubResource("Files")
