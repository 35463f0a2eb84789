# SPDX-License-Identifier: MIT
"""Print the facts about the installed official package as JSON:  python -m tools.follow.official_facts

Run it from the project's root. The keys: `version`; `operations`, a list of OperationFacts; `facts`, all others.
"""

from __future__ import annotations

import json
import sys

import openai

from . import official_models, official_names, official_operations, used_names
from .facts import Flat


def main() -> int:
    """Print the facts."""
    recorder = official_operations.Recorder()
    operations = []
    facts: Flat = {"nested alias": {}, "nested format": {}}
    for operation, function in official_operations.operations(recorder):
        operations.append(operation._asdict())
        for kind, names in official_operations.nested_names(function, operation.name).items():
            facts[kind].update(names)
    facts.update(official_operations.helpers(recorder.client))
    facts.update(official_models.model_facts())
    facts.update(official_names.name_facts())
    facts["used name"] = {name: "" for name in used_names.read_list() if used_names.has_name(used_names.PACKAGE, name)}
    json.dump({"version": openai.__version__, "operations": operations, "facts": facts}, sys.stdout, indent=1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
