# SPDX-License-Identifier: MIT
"""Agents (beta): agents, automations, environments, sessions and vaults.

https://platform.openai.com/docs/api-reference/agents
"""

from .operation import (
    AGENTS,
    BINARY,
    CONVERSATION,
    CURSOR,
    DELETE,
    EVENTS,
    GET,
    MANAGER,
    NO_CONTENT,
    PLAIN,
    POST,
    TOKEN,
    Helper,
    Operation,
    Resource,
    SubResource,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class SessionCreation(Operation):
    """Operation whose events call functions and collect a result; see helpers/agent_events.py."""

    __slots__ = ()

    def __call__(self, resource: "Any", /, *path_args: "Any", **arguments: "Any") -> "Any":
        """Create a session; as other operations, with `output_type` and `tool_handlers`."""
        if arguments.get("stream") or "output_type" in arguments or "tool_handlers" in arguments:
            from . import import_name

            return import_name("helpers.agent_events", "create_session")(resource, self, arguments)
        return super().__call__(resource, *path_args, **arguments)


class Invocations(Resource):
    """Invocations: runs of an automation."""

    beta = AGENTS
    model = "AutomationInvocation"
    create = POST("/agents/automations/{automation_id}/invocations", body_optional=True)
    retrieve = GET("/agents/automations/{automation_id}/invocations/{invocation_id}")
    list = GET("/agents/automations/{automation_id}/invocations", page=CURSOR)


class Automations(Resource):
    """Automations: agents run on a schedule."""

    beta = AGENTS
    model = "Automation"
    create = POST(
        "/agents/automations",
        "expression name target timezone type | name run_at target type",
        nested_aliases="target.agent.compaction.async_",
    )
    retrieve = GET("/agents/automations/{automation_id}")
    update = POST("/agents/automations/{automation_id}", nested_aliases="target.agent.compaction.async_")
    list = GET("/agents/automations", page=CURSOR)
    delete = DELETE("/agents/automations/{automation_id}", returns="AutomationDeleted")
    pause = POST("/agents/automations/{automation_id}/pause", body_optional=True)
    resume = POST("/agents/automations/{automation_id}/resume", body_optional=True)
    invocations = SubResource("Invocations")


class Files(Resource):
    """Files of an environment."""

    beta = AGENTS
    model = "EnvironmentFile"
    create = POST("/agents/environments/{environment_id}/files", "file_id path type | data path type")
    list = GET("/agents/environments/{environment_id}/files", page=TOKEN)
    prepare = Helper("agent_files", "prepare_files", of_resource=True)
    prepare_directory = Helper("agent_files", "prepare_directory", of_resource=True)
    upload = Helper("agent_files", "upload_file", of_resource=True)


class Templates(Resource):
    """Environment templates."""

    beta = AGENTS
    model = "EnvironmentTemplate"
    create = POST("/agents/environments/templates")
    retrieve = GET("/agents/environments/templates/{environment_template_id}")
    update = POST("/agents/environments/templates/{environment_template_id}")
    list = GET("/agents/environments/templates", page=CURSOR)
    delete = DELETE("/agents/environments/templates/{environment_template_id}", returns="EnvironmentTemplateDeleted")


class Environments(Resource):
    """Environments: machines that agents work on."""

    beta = AGENTS
    model = "EnvironmentInfo"
    create = POST("/agents/environments", "environment", headers="idempotency_key")
    retrieve = GET("/agents/environments/{environment_id}")
    list = GET("/agents/environments", page=CURSOR)
    files = SubResource("Files")
    templates = SubResource("Templates")


class Artifacts(Resource):
    """Artifacts: files that a session produced."""

    beta = AGENTS
    model = "SessionArtifact"
    retrieve = GET("/agents/sessions/{session_id}/artifacts/{artifact_id}")
    list = GET("/agents/sessions/{session_id}/artifacts", page=CURSOR)
    delete = DELETE("/agents/sessions/{session_id}/artifacts/{artifact_id}", returns="SessionArtifactDeleted")
    content = GET(
        "/agents/sessions/{session_id}/artifacts/{artifact_id}/content",
        response_type=BINARY,
        accept="application/octet-stream",
    )
    for_result = Helper("agent_artifacts", "artifacts_for_result", PLAIN, of_resource=True)


class Events(Resource):
    """Events: send events to a session, or stream its events."""

    beta = AGENTS
    create = POST("/agents/sessions/{session_id}/events", "events", response_type=NO_CONTENT, headers="idempotency_key")
    stream = GET(
        "/agents/sessions/{session_id}/events",
        returns="AgentSessionEvent",
        stream="beta.AgentSessionEvent",
        response_type=EVENTS,
    )


class SessionsItems(Resource):
    """Items of a session: messages and actions."""

    beta = AGENTS
    list = GET("/agents/sessions/{session_id}/items", returns="AgentSessionItem", page=CURSOR)


class SubagentsItems(Resource):
    """Items of a subagent: messages and actions."""

    beta = AGENTS
    list = GET("/agents/sessions/{session_id}/subagents/{subagent_id}/items", returns="AgentSessionItem", page=CURSOR)


class SubagentsTurnsItems(Resource):
    """Items of a turn of a subagent."""

    beta = AGENTS
    list = GET(
        "/agents/sessions/{session_id}/subagents/{subagent_id}/turns/{turn_id}/items",
        returns="AgentSessionItem",
        page=CURSOR,
    )


class SubagentsTurns(Resource):
    """Turns of a subagent."""

    beta = AGENTS
    model = "Turn"
    retrieve = GET("/agents/sessions/{session_id}/subagents/{subagent_id}/turns/{turn_id}")
    list = GET("/agents/sessions/{session_id}/subagents/{subagent_id}/turns", page=CURSOR)
    items = SubResource("SubagentsTurnsItems")


class Subagents(Resource):
    """Subagents that a session started."""

    beta = AGENTS
    model = "Subagent"
    retrieve = GET("/agents/sessions/{session_id}/subagents/{subagent_id}")
    list = GET("/agents/sessions/{session_id}/subagents", page=CURSOR)
    items = SubResource("SubagentsItems")
    turns = SubResource("SubagentsTurns")


class Traces(Resource):
    """Traces of a session."""

    beta = AGENTS
    list = GET("/agents/sessions/{session_id}/traces", returns="SessionTrace", page=CURSOR)


class SessionsTurnsItems(Resource):
    """Items of a turn of a session."""

    beta = AGENTS
    list = GET("/agents/sessions/{session_id}/turns/{turn_id}/items", returns="AgentSessionItem", page=CONVERSATION)


class SessionsTurns(Resource):
    """Turns of a session."""

    beta = AGENTS
    model = "Turn"
    retrieve = GET("/agents/sessions/{session_id}/turns/{turn_id}")
    list = GET("/agents/sessions/{session_id}/turns", page=CURSOR)
    items = SubResource("SessionsTurnsItems")


class Sessions(Resource):
    """Sessions: runs of an agent in an environment."""

    beta = AGENTS
    model = "AgentSession"
    create = SessionCreation(
        "POST",
        "/agents/sessions",
        "environment",
        stream="beta.AgentSessionEvent",
        nested_aliases="agent.compaction.async_",
    )
    retrieve = GET("/agents/sessions/{session_id}")
    update = POST("/agents/sessions/{session_id}")
    list = GET("/agents/sessions", page=CURSOR)
    delete = DELETE("/agents/sessions/{session_id}", returns="AgentSessionDeleted")
    stream = Helper("agent_sessions", "stream_session", MANAGER, of_resource=True)
    artifacts = SubResource("Artifacts")
    events = SubResource("Events")
    items = SubResource("SessionsItems")
    subagents = SubResource("Subagents")
    traces = SubResource("Traces")
    turns = SubResource("SessionsTurns")


class Credentials(Resource):
    """Credentials of a vault."""

    beta = AGENTS
    model = "Credential"
    create = POST("/vaults/{vault_id}/credentials", "auth name")
    retrieve = GET("/vaults/{vault_id}/credentials/{credential_id}")
    update = POST("/vaults/{vault_id}/credentials/{credential_id}")
    list = GET("/vaults/{vault_id}/credentials", page=CURSOR)
    delete = DELETE("/vaults/{vault_id}/credentials/{credential_id}", returns="CredentialDeleted")


class Vaults(Resource):
    """Vaults: credentials that agents can use but not read."""

    beta = AGENTS
    model = "Vault"
    create = POST("/vaults")
    retrieve = GET("/vaults/{vault_id}")
    update = POST("/vaults/{vault_id}")
    list = GET("/vaults", page=CURSOR)
    delete = DELETE("/vaults/{vault_id}", returns="VaultDeleted")
    credentials = SubResource("Credentials")


class Agents(Resource):
    """Agents: a model with instructions, tools and environments."""

    beta = AGENTS
    model = "beta.Agent"
    create = POST("/agents", "model", nested_aliases="compaction.async_")
    retrieve = GET("/agents/{agent_id}")
    update = POST("/agents/{agent_id}", nested_aliases="compaction.async_")
    list = GET("/agents", page=CURSOR)
    delete = DELETE("/agents/{agent_id}", returns="AgentDeleted")
    automations = SubResource("Automations")
    environments = SubResource("Environments")
    sessions = SubResource("Sessions")
    vaults = SubResource("Vaults")
