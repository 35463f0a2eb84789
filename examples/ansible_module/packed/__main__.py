# SPDX-License-Identifier: MIT
"""The module as one zip file, which Ansible runs as a program; it needs nothing of Ansible on the target host.

Arguments are JSON, in the file that the command line names, or in the standard input. The result is JSON as well.
"""

from __future__ import annotations

import json
import sys

from module_utils.ask_model_call import AskError, ask

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

DEFAULTS = {"base_url": "https://api.openai.com/v1", "model": "gpt-4o-mini", "timeout": 60.0}
REQUIRED = ("prompt", "api_key")
HIDDEN = "VALUE_SPECIFIED_IN_NO_LOG_PARAMETER"  # as Ansible writes it


def run(arguments: Dict[str, Any]) -> Dict[str, Any]:
    """Return the result of the module."""
    options = {name: value for name, value in arguments.items() if not name.startswith("_ansible_")}
    unknown = sorted(set(options) - set(DEFAULTS) - set(REQUIRED))
    missing = [name for name in REQUIRED if not options.get(name)]
    if unknown or missing:
        known = ", ".join([*REQUIRED, *DEFAULTS])
        text = "unknown options: {}; missing options: {}; the options are {}"
        return {"failed": True, "msg": text.format(unknown, missing, known)}
    if arguments.get("_ansible_check_mode"):
        return {"changed": False, "skipped": True, "msg": "a call would be billed"}
    params = {**DEFAULTS, **options}
    try:
        return {"changed": False, **ask({**params, "timeout": float(params["timeout"])})}
    except (AskError, ValueError) as error:
        return {"failed": True, "msg": str(error)}


def remove_secret(value: Any, secret: str) -> Any:
    """Return a result in which no text contains the key."""
    if isinstance(value, str):
        return value.replace(secret, HIDDEN)
    if isinstance(value, dict):
        return {name: remove_secret(item, secret) for name, item in value.items()}
    return value


def main() -> int:
    """Read the arguments, run the module and write its result; return the exit code."""
    try:
        if len(sys.argv) > 1:
            with open(sys.argv[1], encoding="utf-8") as file:
                arguments = json.load(file)
        else:
            arguments = json.load(sys.stdin)
        result = run(arguments)
    except (OSError, ValueError) as error:
        arguments, result = {}, {"failed": True, "msg": "arguments: {}; expected a JSON object".format(error)}
    secret = arguments.get("api_key")
    print(json.dumps(remove_secret(result, secret) if isinstance(secret, str) and secret else result))
    return 1 if result.get("failed") else 0


if __name__ == "__main__":
    sys.exit(main())
