# SPDX-License-Identifier: MIT
"""Skills. https://platform.openai.com/docs/api-reference/skills"""

from .operation import BINARY, CURSOR, DELETE, FORM_IF_FILES, GET, POST, Resource, SubResource


class SkillsContent(Resource):
    """Content of a skill, as an archive."""

    retrieve = GET("/skills/{skill_id}/content", response_type=BINARY, accept="application/binary")


class VersionsContent(Resource):
    """Content of a skill version, as an archive."""

    retrieve = GET("/skills/{skill_id}/versions/{version}/content", response_type=BINARY, accept="application/binary")


class Versions(Resource):
    """Versions of a skill."""

    model = "SkillVersion"
    create = POST("/skills/{skill_id}/versions", multipart=FORM_IF_FILES)
    retrieve = GET("/skills/{skill_id}/versions/{version}")
    list = GET("/skills/{skill_id}/versions", page=CURSOR)
    delete = DELETE("/skills/{skill_id}/versions/{version}", returns="DeletedSkillVersion")
    content = SubResource("VersionsContent")


class Skills(Resource):
    """Skills: instructions and files for a task."""

    model = "Skill"
    create = POST("/skills", multipart=FORM_IF_FILES)
    retrieve = GET("/skills/{skill_id}")
    update = POST("/skills/{skill_id}", "default_version")
    list = GET("/skills", page=CURSOR)
    delete = DELETE("/skills/{skill_id}", returns="DeletedSkill")
    content = SubResource("SkillsContent")
    versions = SubResource("Versions")
