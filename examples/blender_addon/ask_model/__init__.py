# SPDX-License-Identifier: MIT
"""Ask a model from Blender's text editor; the reply arrives in a text block while you go on working.

`openai_client` is a copy of openai-stdlib. Nothing is shared with the copies that other add-ons have.
"""

# Without `from __future__ import annotations`: Blender reads properties from the annotations of classes.

import queue
from typing import Any, List, Optional, Set

import bpy

bl_info = {
    "name": "Ask Model",
    "author": "You",
    "version": (1, 0, 0),
    "blender": (2, 93, 0),
    "category": "Text Editor",
    "description": "Ask a model about the text that is open",
}

MODULE = __name__  # of a legacy add-on its folder, of an extension bl_ext.REPOSITORY.FOLDER
NAME = MODULE.rpartition(".")[2]
POLL_SECONDS = 0.1

replies: List["Reply"] = []  # that are still arriving


class Reply:
    """A reply of the model that is written into a text block while it arrives.

    A thread of the library makes the call. Only Blender's main thread may use `bpy`, so a timer gets the text there.
    """

    def __init__(self, preferences: Any, prompt: str, text_name: str) -> None:
        # Imported when it is first needed, so that Blender starts as fast as without the add-on.
        from .openai_client import Config, OpenAI, UrllibTransport

        self.text_name = text_name  # not the text block itself, which the user may delete
        self.error: Optional[BaseException] = None
        self.items: Any = queue.Queue()
        self.transport = UrllibTransport()
        client = OpenAI(
            api_key=preferences.api_key,
            base_url=preferences.base_url,
            environment=False,  # the user's OPENAI_ variables are meant for other programs
            application="{}/{}.{}.{}".format(NAME, *bl_info["version"]),
            transport=self.transport,
        )
        self.stream = client.chat.completions.create(
            model=preferences.model,
            messages=[{"role": "user", "content": prompt}],
            stream=True,
            config=Config(http_options={"stream_to": self.items}),
        )
        replies.append(self)
        # Blender compares functions by identity, and each access to a method makes another object.
        self.timer = self.poll
        bpy.app.timers.register(self.timer, first_interval=POLL_SECONDS)

    def poll(self) -> Optional[float]:
        """Write the text that has arrived; return the seconds until the next time, or None at the end."""
        from .openai_client import StreamEnd

        written = ""
        end = None
        while end is None and not self.items.empty():
            item = self.items.get()
            if isinstance(item, StreamEnd):
                end = item
            elif item.choices:
                written += item.choices[0].delta.content or ""
        text = bpy.data.texts.get(self.text_name)
        if text is not None:
            text.write(written)
        elif end is None:
            self.stream.close()
        if end is None:
            return POLL_SECONDS
        if end.error is not None and text is not None:
            text.write("\n# {}\n".format(end.error))
        self.close()
        return None

    def close(self) -> None:
        """End the call with its thread, its timer and its connection."""
        replies.remove(self)
        self.stream.close()
        self.stream.join(5)
        self.transport.close()
        if bpy.app.timers.is_registered(self.timer):
            bpy.app.timers.unregister(self.timer)
        del self.timer  # which refers to this object


class AskModelPreferences(bpy.types.AddonPreferences):  # type: ignore[misc]
    bl_idname = MODULE

    api_key: bpy.props.StringProperty(name="API key", subtype="PASSWORD")  # type: ignore[valid-type]
    base_url: bpy.props.StringProperty(name="Base URL", default="https://api.openai.com/v1")  # type: ignore[valid-type]
    model: bpy.props.StringProperty(name="Model", default="gpt-4o-mini")  # type: ignore[valid-type]

    def draw(self, context: Any) -> None:
        for name in ("api_key", "base_url", "model"):
            self.layout.prop(self, name)


class AskModel(bpy.types.Operator):  # type: ignore[misc]
    """Ask a model, and write its reply into the text block "Reply"."""

    bl_idname = "text.{}".format(NAME)  # two add-ons must not register the same
    bl_label = "Ask Model"

    prompt: bpy.props.StringProperty(name="Prompt")  # type: ignore[valid-type]

    def execute(self, context: Any) -> Set[str]:
        preferences = context.preferences.addons[MODULE].preferences
        text = bpy.data.texts.new("Reply")
        try:
            Reply(preferences, self.prompt, text.name)
        except Exception as error:  # such as a missing key; a failed call is reported in the text block
            bpy.data.texts.remove(text)
            self.report({"ERROR"}, str(error))
            return {"CANCELLED"}
        return {"FINISHED"}


CLASSES = (AskModelPreferences, AskModel)


def register() -> None:
    """Called by Blender when the add-on is enabled."""
    for cls in CLASSES:
        bpy.utils.register_class(cls)


def unregister() -> None:
    """Called by Blender when the add-on is disabled or reloaded, and before it quits."""
    for reply in replies[:]:
        reply.close()
    for cls in reversed(CLASSES):
        bpy.utils.unregister_class(cls)
