# SPDX-License-Identifier: MIT
"""Send the selected text to a model, and write its reply into a new tab while it arrives.

Sublime Text loads this file from a zip file with its Python 3.8. `openai_client` is a copy of openai-stdlib.
"""

from __future__ import annotations

import queue
import sys
from typing import Any, List, Optional

import sublime
import sublime_plugin

PACKAGE = __name__.partition(".")[0]
LIBRARY = PACKAGE + ".openai_client"
POLL_INTERVAL_MS = 50

client: Optional[Any] = None
replies: List[Reply] = []  # that are still arriving


class Reply:
    """A reply of the model that is written into a view while it arrives.

    A thread of the library makes the call. Text is passed on in batches by a timer of the editor's main thread, which
    never waits for the network.
    """

    def __init__(self, view: Any, prompt: str) -> None:
        from .openai_client import Config

        self.view = view
        self.items: Any = queue.Queue()
        assert client is not None
        self.stream = client.chat.completions.create(
            model=sublime.load_settings("AskModel.sublime-settings").get("model"),
            messages=[{"role": "user", "content": prompt}],
            stream=True,
            config=Config(http_options={"stream_to": self.items}),
        )
        replies.append(self)
        sublime.set_timeout(self.poll, POLL_INTERVAL_MS)

    def poll(self) -> None:
        """Write the text that has arrived since the last time, and start the timer again until the reply ends."""
        if self not in replies:  # the plug-in has been unloaded, and must not load the library again
            return
        from .openai_client import StreamEnd

        text = ""
        while not self.items.empty():
            item = self.items.get()
            if isinstance(item, StreamEnd):
                self.write(text)
                self.finish(item.error)
                return
            if item.choices:
                text += item.choices[0].delta.content or ""
        self.write(text)
        if not self.view.is_valid():  # the user has closed the tab
            self.stream.close()
        sublime.set_timeout(self.poll, POLL_INTERVAL_MS)

    def write(self, text: str) -> None:
        """Append text to the view."""
        if text and self.view.is_valid():
            self.view.run_command("append", {"characters": text, "force": True})

    def finish(self, error: Any) -> None:
        """Show how the reply has ended. Messages of the library never contain the key."""
        replies.remove(self)
        sublime.status_message("Ask Model: {}".format(error or "done"))


def open_client() -> None:
    """Create the client: its modules are loaded in a background thread, so that the editor does not wait for them."""
    global client
    from .openai_client import OpenAI

    settings = sublime.load_settings("AskModel.sublime-settings")
    settings.clear_on_change(PACKAGE)
    settings.add_on_change(PACKAGE, close_client)  # the next command creates another one
    client = OpenAI(
        api_key=settings.get("api_key"),
        base_url=settings.get("base_url"),
        environment=False,  # the user's OPENAI_ variables are meant for other programs
        application="AskModel/1.0",
    )


def close_client() -> None:
    """Close the client. Replies that are arriving go on."""
    global client
    if client is not None:
        client.close()
        client = None


def plugin_unloaded() -> None:
    """End all threads and connections, and drop the library, so that an update of the package loads its own copy."""
    sublime.load_settings("AskModel.sublime-settings").clear_on_change(PACKAGE)
    for reply in replies[:]:
        replies.remove(reply)
        reply.stream.close()
        reply.stream.join(5)
    close_client()
    for name in [name for name in list(sys.modules) if (name + ".").startswith(LIBRARY + ".")]:
        del sys.modules[name]


class AskModelCommand(sublime_plugin.TextCommand):  # type: ignore[misc]
    """Ask the model about the selected text, or about the whole file."""

    def run(self, edit: Any) -> None:
        """Open a tab, and start the reply."""
        regions = [region for region in self.view.sel() if not region.empty()]
        prompt = "\n".join(map(self.view.substr, regions or [sublime.Region(0, self.view.size())]))
        window = self.view.window()

        def start() -> None:
            try:
                if client is None:
                    open_client()
                view = window.new_file()
                view.set_name("Reply")
                view.set_scratch(True)
                Reply(view, prompt)
            except Exception as error:  # such as a missing key
                sublime.error_message("Ask Model: {}".format(error))

        sublime.set_timeout_async(start)


class AskModelStopCommand(sublime_plugin.ApplicationCommand):  # type: ignore[misc]
    """Stop all replies."""

    def run(self) -> None:
        """Close the streams; their timers then see the ends."""
        for reply in replies:
            reply.stream.close()
