# SPDX-License-Identifier: MIT
"""Models of skills. __init__.py explains the notation; written by tools/models.py."""

TOP_LEVEL = {
    "DeletedSkill": 'id, deleted, object = "skill.deleted"',
    "Skill": 'id, created_at, default_version, description, latest_version, name, object = "skill"',
    "SkillList": 'data: [Skill], first_id, has_more, last_id, object = "list"',
}

SKILLS = {
    "DeletedSkillVersion": 'id, deleted, object = "skill.version.deleted", version',
    "SkillVersion": 'id, created_at, description, name, object = "skill.version", skill_id, version',
    "SkillVersionList": 'data: [SkillVersion], first_id, has_more, last_id, object = "list"',
}

MODELS = {"": TOP_LEVEL, "skills": SKILLS}
