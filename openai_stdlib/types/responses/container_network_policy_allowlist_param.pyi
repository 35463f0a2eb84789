# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Iterable
from typing_extensions import Literal, Required, TypedDict
from ..._types import SequenceNotStr
from .container_network_policy_domain_secret_param import ContainerNetworkPolicyDomainSecretParam

class ContainerNetworkPolicyAllowlistParam(TypedDict, total=False):
    allowed_domains: Required[SequenceNotStr[str]]
    type: Required[Literal["allowlist"]]
    domain_secrets: Iterable[ContainerNetworkPolicyDomainSecretParam]
