# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ....._types import CallOptions
from ....._config import Config
from ....._types import TimeoutTypes
from typing_extensions import Unpack
from typing import Dict, Iterable, Optional
from typing_extensions import Literal
from ..... import _legacy_response
from ....._types import Body, Omit, Query, Headers, NotGiven, SequenceNotStr, omit, not_given
from ....._resource import SyncAPIResource, AsyncAPIResource
from ....._response import to_streamed_response_wrapper, async_to_streamed_response_wrapper
from .....pagination import SyncCursorPage, AsyncCursorPage
from ....._base_client import AsyncPaginator
from .....types.beta.hosted_skill_param import HostedSkillParam
from .....types.beta.agents.environments import template_create_params, template_update_params
from .....types.beta.hosted_plugin_param import HostedPluginParam
from .....types.beta.setup_command_param import SetupCommandParam
from .....types.beta.hosted_environment_file_param import HostedEnvironmentFileParam
from .....types.beta.agents.environments.environment_template import EnvironmentTemplate
from .....types.beta.agents.environments.environment_template_deleted import EnvironmentTemplateDeleted

class Templates(SyncAPIResource):
    @property
    def with_raw_response(self) -> TemplatesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> TemplatesWithStreamingResponse: ...
    def create(
        self,
        *,
        capability_directories: Optional[SequenceNotStr[str]] | Omit = omit,
        desktop: Optional[template_create_params.Desktop] | Omit = omit,
        env: Optional[Dict[str, str]] | Omit = omit,
        files: Optional[Iterable[HostedEnvironmentFileParam]] | Omit = omit,
        name: Optional[str] | Omit = omit,
        network: Optional[template_create_params.Network] | Omit = omit,
        packages: Optional[template_create_params.Packages] | Omit = omit,
        plugins: Optional[Iterable[HostedPluginParam]] | Omit = omit,
        setup_commands: Optional[Iterable[SetupCommandParam]] | Omit = omit,
        skills: Optional[Iterable[HostedSkillParam]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EnvironmentTemplate:
        """POST /agents/environments/templates"""

    def retrieve(
        self,
        environment_template_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EnvironmentTemplate:
        """GET /agents/environments/templates/{environment_template_id}"""

    def update(
        self,
        environment_template_id: str,
        *,
        capability_directories: Optional[SequenceNotStr[str]] | Omit = omit,
        desktop: Optional[template_update_params.Desktop] | Omit = omit,
        env: Optional[Dict[str, str]] | Omit = omit,
        files: Optional[Iterable[HostedEnvironmentFileParam]] | Omit = omit,
        name: Optional[str] | Omit = omit,
        network: Optional[template_update_params.Network] | Omit = omit,
        packages: Optional[template_update_params.Packages] | Omit = omit,
        plugins: Optional[Iterable[HostedPluginParam]] | Omit = omit,
        setup_commands: Optional[Iterable[SetupCommandParam]] | Omit = omit,
        skills: Optional[Iterable[HostedSkillParam]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EnvironmentTemplate:
        """POST /agents/environments/templates/{environment_template_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> SyncCursorPage[EnvironmentTemplate]:
        """GET /agents/environments/templates"""

    def delete(
        self,
        environment_template_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EnvironmentTemplateDeleted:
        """DELETE /agents/environments/templates/{environment_template_id}"""

class AsyncTemplates(AsyncAPIResource):
    @property
    def with_raw_response(self) -> AsyncTemplatesWithRawResponse: ...
    @property
    def with_streaming_response(self) -> AsyncTemplatesWithStreamingResponse: ...
    async def create(
        self,
        *,
        capability_directories: Optional[SequenceNotStr[str]] | Omit = omit,
        desktop: Optional[template_create_params.Desktop] | Omit = omit,
        env: Optional[Dict[str, str]] | Omit = omit,
        files: Optional[Iterable[HostedEnvironmentFileParam]] | Omit = omit,
        name: Optional[str] | Omit = omit,
        network: Optional[template_create_params.Network] | Omit = omit,
        packages: Optional[template_create_params.Packages] | Omit = omit,
        plugins: Optional[Iterable[HostedPluginParam]] | Omit = omit,
        setup_commands: Optional[Iterable[SetupCommandParam]] | Omit = omit,
        skills: Optional[Iterable[HostedSkillParam]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EnvironmentTemplate:
        """POST /agents/environments/templates"""

    async def retrieve(
        self,
        environment_template_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EnvironmentTemplate:
        """GET /agents/environments/templates/{environment_template_id}"""

    async def update(
        self,
        environment_template_id: str,
        *,
        capability_directories: Optional[SequenceNotStr[str]] | Omit = omit,
        desktop: Optional[template_update_params.Desktop] | Omit = omit,
        env: Optional[Dict[str, str]] | Omit = omit,
        files: Optional[Iterable[HostedEnvironmentFileParam]] | Omit = omit,
        name: Optional[str] | Omit = omit,
        network: Optional[template_update_params.Network] | Omit = omit,
        packages: Optional[template_update_params.Packages] | Omit = omit,
        plugins: Optional[Iterable[HostedPluginParam]] | Omit = omit,
        setup_commands: Optional[Iterable[SetupCommandParam]] | Omit = omit,
        skills: Optional[Iterable[HostedSkillParam]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EnvironmentTemplate:
        """POST /agents/environments/templates/{environment_template_id}"""

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPaginator[EnvironmentTemplate, AsyncCursorPage[EnvironmentTemplate]]:
        """GET /agents/environments/templates"""

    async def delete(
        self,
        environment_template_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | TimeoutTypes | None | NotGiven = not_given,
        config: Config | None = None,
        **options: Unpack[CallOptions],
    ) -> EnvironmentTemplateDeleted:
        """DELETE /agents/environments/templates/{environment_template_id}"""

class TemplatesWithRawResponse:
    def __init__(self, templates: Templates) -> None:
        self.create = _legacy_response.to_raw_response_wrapper(templates.create)
        self.retrieve = _legacy_response.to_raw_response_wrapper(templates.retrieve)
        self.update = _legacy_response.to_raw_response_wrapper(templates.update)
        self.list = _legacy_response.to_raw_response_wrapper(templates.list)
        self.delete = _legacy_response.to_raw_response_wrapper(templates.delete)

class AsyncTemplatesWithRawResponse:
    def __init__(self, templates: AsyncTemplates) -> None:
        self.create = _legacy_response.async_to_raw_response_wrapper(templates.create)
        self.retrieve = _legacy_response.async_to_raw_response_wrapper(templates.retrieve)
        self.update = _legacy_response.async_to_raw_response_wrapper(templates.update)
        self.list = _legacy_response.async_to_raw_response_wrapper(templates.list)
        self.delete = _legacy_response.async_to_raw_response_wrapper(templates.delete)

class TemplatesWithStreamingResponse:
    def __init__(self, templates: Templates) -> None:
        self.create = to_streamed_response_wrapper(templates.create)
        self.retrieve = to_streamed_response_wrapper(templates.retrieve)
        self.update = to_streamed_response_wrapper(templates.update)
        self.list = to_streamed_response_wrapper(templates.list)
        self.delete = to_streamed_response_wrapper(templates.delete)

class AsyncTemplatesWithStreamingResponse:
    def __init__(self, templates: AsyncTemplates) -> None:
        self.create = async_to_streamed_response_wrapper(templates.create)
        self.retrieve = async_to_streamed_response_wrapper(templates.retrieve)
        self.update = async_to_streamed_response_wrapper(templates.update)
        self.list = async_to_streamed_response_wrapper(templates.list)
        self.delete = async_to_streamed_response_wrapper(templates.delete)
