#!/usr/bin/python
# SPDX-License-Identifier: MIT
"""The module as Ansible's developers write them; Ansible packs it with what it imports from `module_utils`."""

from __future__ import annotations

from ansible.module_utils.ask_model_call import AskError, ask
from ansible.module_utils.basic import AnsibleModule

DOCUMENTATION = """
module: ask_model
short_description: Ask a model
description: Sends a prompt to the API of OpenAI, or to a compatible server, and returns the reply.
options:
  prompt: {description: What to ask., type: str, required: true}
  api_key: {description: The API key., type: str, required: true}
  base_url: {description: The URL of the API., type: str, default: "https://api.openai.com/v1"}
  model: {description: The model., type: str, default: gpt-4o-mini}
  timeout: {description: Seconds for each wait., type: float, default: 60}
author: You
"""
EXAMPLES = """
- ask_model: {prompt: "Say hello", api_key: "{{ openai_api_key }}"}
  register: answer
"""
RETURN = """
reply: {description: What the model has said., type: str, returned: success}
model: {description: The model that has replied., type: str, returned: success}
total_tokens: {description: What the call is billed by., type: int, returned: success}
"""


def main() -> None:
    """Run the module."""
    module = AnsibleModule(
        argument_spec={
            "prompt": {"type": "str", "required": True},
            "api_key": {"type": "str", "required": True, "no_log": True},  # replaced in logs and results
            "base_url": {"type": "str", "default": "https://api.openai.com/v1"},
            "model": {"type": "str", "default": "gpt-4o-mini"},
            "timeout": {"type": "float", "default": 60},
        },
        supports_check_mode=True,
    )
    if module.check_mode:
        module.exit_json(changed=False, skipped=True, msg="a call would be billed")
    try:
        module.exit_json(changed=False, **ask(module.params))
    except AskError as error:
        module.fail_json(msg=str(error))


if __name__ == "__main__":
    main()
