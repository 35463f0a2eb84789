# requires: shell-gpt, click
# runs: the command `sgpt`: prompts, shell and code roles, chats, functions, caching, streams on and off, errors
import os
import subprocess
import sys
from pathlib import Path

functions = Path.home() / ".config" / "shell_gpt" / "functions"
functions.mkdir(parents=True)
(functions / "weather.py").write_text('''
from pydantic import BaseModel, Field


class Function(BaseModel):
    """Tells the weather."""

    city: str = Field(..., description="The city")

    class Config:
        title = "weather"

    @classmethod
    def execute(cls, city: str) -> str:
        return "sunny in " + city

    @classmethod
    def openai_schema(cls):
        schema = cls.model_json_schema()
        return {"type": "function", "function": {"name": "weather", "description": "Tells the weather.", "parameters": schema}}
''')


def sgpt(*arguments, **environment):
    command = [sys.executable, "-c", "from sgpt.app import entry_point; entry_point()", *arguments]
    environment = {**os.environ, "OS_NAME": "Linux", "SHELL_NAME": "bash", **environment}
    completed = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment, input="")
    print(" ".join(arguments), completed.returncode, repr(completed.stdout), completed.stderr.strip().splitlines()[-1:])


sgpt("Say hello", "--no-functions", "--no-cache")
sgpt("Say hello", "--model", "gpt-4o-mini", "--temperature", "0.3", "--top-p", "0.9", "--no-functions")
sgpt("Say hello", "--model", "gpt-4o-mini", "--temperature", "0.3", "--top-p", "0.9", "--no-functions")
sgpt("List files", "--shell", "--no-interaction", "--no-cache")
sgpt("Print a line", "--code", "--no-cache")
sgpt("ls -l", "--describe-shell", "--no-cache")
sgpt("One", "--chat", "first", "--no-functions", "--no-md")
sgpt("Two", "--chat", "first", "--no-functions", "--no-md")
sgpt("--show-chat", "first", "--no-md")
sgpt("Weather?", "--no-cache", "--no-md")
sgpt("Say hello", "--no-functions", "--no-cache", "--no-md", DISABLE_STREAMING="true")
sgpt("Say hello", "--no-functions", "--no-cache", "--model", "error-401")
sgpt("Say hello", "--no-functions", "--no-cache", "--model", "no-such-model")
