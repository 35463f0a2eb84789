# SPDX-License-Identifier: MIT
"""Where a file comes from. https://platform.openai.com/docs/api-reference/content-provenance-checks"""

from .operation import POST, Resource


class ContentProvenanceChecks(Resource):
    """Was a file made by a model, and by which."""

    create = POST("/content_provenance_checks", "file", returns="ContentProvenanceCheck", multipart=True)
