# SPDX-License-Identifier: MIT
"""What both forms of the module do. It runs on the target host, whose Python is 3.8 or later and has nothing else."""

from __future__ import annotations

from .openai_client import OpenAI, OpenAIError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict


class AskError(Exception):
    """The call has failed. The message contains no key."""


def ask(params: Dict[str, Any]) -> Dict[str, Any]:
    """Return the reply of a model, and what it has cost. Raises AskError."""
    try:
        with OpenAI(
            api_key=params["api_key"],
            base_url=params["base_url"],
            timeout=params["timeout"],
            environment=False,  # a task must not depend on the variables of the target host
            application="ansible-ask-model/1.0",
        ) as client:
            completion = client.chat.completions.create(
                model=params["model"], messages=[{"role": "user", "content": params["prompt"]}]
            )
            reply = completion.choices[0].message.content
    except OpenAIError as error:
        raise AskError(str(error)) from None
    return {"reply": reply, "model": completion.model, "total_tokens": completion.usage.total_tokens}
