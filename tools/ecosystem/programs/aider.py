# requires: aider-chat
# overrides: idna>=3.18, jiter>=0.16
# models: pydantic
# runs: the command `aider` in a git repository: edits in two formats with commits, with and without streams, a question, a dry run, a map of the repository; errors
# volatile: \b[0-9a-f]{7}\b(?= )
# volatile: Connection error\..*
import os
import subprocess
import sys
import tempfile
from pathlib import Path

# The server repeats what the user says, so the request brings the edit along.
EDIT = """Greet the world

hello.py
```python
<<<<<<< SEARCH
print("hello")
=======
print("hello, world")
>>>>>>> REPLACE
```
"""
WHOLE = """Greet the world

hello.py
```
print("hello, whole world")
```
"""
OPTIONS = ["--yes-always", "--no-check-update", "--no-show-release-notes", "--no-show-model-warnings", "--no-gitignore"]
OPTIONS += ["--no-pretty", "--no-fancy-input", "--no-analytics", "--no-detect-urls", "--no-suggest-shell-commands"]
# aider would download prices otherwise.
prices = Path.home() / ".aider" / "caches" / "model_prices_and_context_window.json"
prices.parent.mkdir(parents=True)
prices.write_text(
    '{"gpt-4o": {"max_input_tokens": 128000, "input_cost_per_token": 1e-6, "output_cost_per_token": 2e-6}}'
)
environment = {
    **os.environ,
    "LITELLM_LOCAL_MODEL_COST_MAP": "True",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def aider(*arguments, model="openai/gpt-4o", message=EDIT):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()

        def run(*command):
            completed = subprocess.run(
                command,
                cwd=str(folder),
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=100,
            )
            output = completed.stdout.decode("utf-8", "replace").replace(str(folder), "FOLDER")
            return completed.returncode, output.strip()

        (folder / "hello.py").write_text('print("hello")\n')
        (folder / "other.py").write_text("def other():\n    return 1\n")
        settings = [["config", "user.name", "A"], ["config", "user.email", "a@example.com"]]
        for command in (["init", "--quiet"], *settings, ["add", "."], ["commit", "--quiet", "--message", "Start"]):
            run("git", *command)
        command = [sys.executable, "-m", "aider", *OPTIONS, "--model", model, "--message", message, *arguments]
        code, output = run(*command, "hello.py")
        print(">>>", model, " ".join(arguments), code)
        print(output)
        print((folder / "hello.py").read_text())
        print(*run("git", "log", "--format=%s%n%b"))


aider("--edit-format", "diff", "--map-tokens", "0")
aider("--edit-format", "diff", "--map-tokens", "1024", "--no-stream")
aider("--edit-format", "whole", "--map-tokens", "0", "--no-auto-commits", message=WHOLE)
aider("--edit-format", "whole", "--map-tokens", "0", "--no-stream", message=WHOLE)
aider("--edit-format", "diff", "--map-tokens", "0", "--dry-run")
aider("--edit-format", "ask", "--map-tokens", "0", message="What does it do?")
aider("--architect", "--map-tokens", "0", "--editor-model", "openai/gpt-4o-mini")
aider("--map-tokens", "0", model="openai/error-401")
aider("--map-tokens", "0", "--no-stream", model="openai/error-400")
aider("--map-tokens", "0", model="openai/no-such-model")
