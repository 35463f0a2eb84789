# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .federation_rule import FederationRule as FederationRule
from .federation_rule_deleted import FederationRuleDeleted as FederationRuleDeleted
from .federation_rule_list_params import FederationRuleListParams as FederationRuleListParams
from .federation_rule_create_params import FederationRuleCreateParams as FederationRuleCreateParams
from .federation_rule_update_params import FederationRuleUpdateParams as FederationRuleUpdateParams
