# SPDX-License-Identifier: MIT
"""What a user does with two add-ons in one Blender: enable, ask, reload and disable them, also during replies.

Blender runs this file itself, with the zip files, the URLs and a file for the outcome after `--`. `tests/fake_bpy.py`
runs `use_addons` with its own modules.
"""

import gc
import importlib
import os
import sys
import time
import traceback
import weakref

sys.path.append(os.path.dirname(os.path.abspath(__file__)))
from process_resources import sockets, stream_threads  # noqa: E402

LIMIT = 60  # seconds for what takes a moment
LIBRARY = ".openai_client"


def modules_of(addon):
    return [name for name in list(sys.modules) if (name + ".").startswith(addon + ".")]


def use_addons(bpy, enable, disable, addons, url, stalled):
    """Yield a function for each wait, which the event loop calls until it is true. Raises AssertionError."""
    one, two = addons
    before = sockets()
    prompts = iter(range(100))

    def ask(addon, base_url, key):
        preferences = bpy.context.preferences.addons[addon].preferences
        preferences.api_key, preferences.base_url = key, base_url
        texts = set(bpy.data.texts.keys())
        prompt = "question {} of {}".format(next(prompts), addon)
        assert getattr(bpy.ops.text, addon)(prompt=prompt) == {"FINISHED"}
        (name,) = set(bpy.data.texts.keys()) - texts
        return name, prompt

    def idle(*addons):
        return lambda: not any(sys.modules[addon].replies for addon in addons)

    def check_reply(name, prompt):
        text = bpy.data.texts[name].as_string().strip()
        assert text == "Hello from the embedded server! You said: " + prompt, text

    for addon in addons:
        enable(addon)
        assert modules_of(addon) == [addon], "the library is loaded when it is used"
    asked = [ask(addon, url, "key-of-" + addon) for addon in addons]
    yield idle(*addons)
    for name, prompt in asked:
        check_reply(name, prompt)
    first, second = (sys.modules[addon + LIBRARY] for addon in addons)
    assert first is not second and first.OpenAIError is not second.OpenAIError
    assert first.__version__ != second.__version__ == "0.0.9", (first.__version__, second.__version__)

    name, _ = ask(one, url, "sk-wrong-secret")
    yield idle(one)
    text = bpy.data.texts[name].as_string()
    assert "401" in text and "sk-wrong" not in text, text

    # One add-on is reloaded as developers do, while both replies are arriving.
    for addon in addons:
        ask(addon, stalled, "k")
    ticks = iter(range(10))
    yield lambda: next(ticks, None) is None  # the event loop goes on although the server does not respond
    assert len(stream_threads()) == 2
    disable(one)
    assert len(stream_threads()) == 1 and not sys.modules[one].replies and sys.modules[two].replies
    for module in modules_of(one):
        importlib.reload(sys.modules[module])
    enable(one)
    asked = [ask(one, url, "k")]
    yield idle(one)
    check_reply(*asked[0])

    # One is updated: disabled, removed, and imported anew.
    old = weakref.ref(sys.modules[one + LIBRARY])
    del first
    ask(one, stalled, "k")
    disable(one)
    for module in modules_of(one):
        del sys.modules[module]
    gc.collect()
    assert old() is None, [(type(owner), getattr(owner, "__name__", "")) for owner in gc.get_referrers(old())]
    enable(one)
    asked = [ask(one, url, "k")]
    yield idle(one)
    check_reply(*asked[0])

    # The user deletes the text block of a reply, and disables both add-ons during another one.
    name, _ = ask(one, stalled, "k")
    bpy.data.texts.remove(bpy.data.texts[name])
    yield idle(one)
    ask(one, stalled, "k")
    for addon in addons:
        disable(addon)
    assert stream_threads() == []
    assert sockets() == before, (sockets(), before)


def run_in_blender(archives, url, stalled, outcome):
    """Install the add-ons, and use them from a timer of Blender's event loop."""
    import addon_utils
    import bpy

    for archive in archives:
        assert bpy.ops.preferences.addon_install(filepath=archive) == {"FINISHED"}
    addons = [os.path.splitext(os.path.basename(archive))[0] for archive in archives]
    steps = use_addons(
        bpy,
        lambda addon: addon_utils.enable(addon, default_set=True),
        lambda addon: addon_utils.disable(addon, default_set=True),
        addons, url, stalled,
    )  # fmt: skip
    state = [lambda: True]
    deadline = time.monotonic() + LIMIT

    def step():
        text = "done in Blender {}".format(bpy.app.version_string)
        try:
            if state[0]():
                state[0] = next(steps)
            assert time.monotonic() < deadline, "took too long"
            return 0.01
        except StopIteration:
            pass
        except BaseException:
            text = traceback.format_exc()
        with open(outcome, "w") as file:
            file.write(text)
        bpy.ops.wm.quit_blender()
        return None

    bpy.app.timers.register(step)


if __name__ == "__main__":
    arguments = sys.argv[sys.argv.index("--") + 1 :]
    run_in_blender(arguments[:2], *arguments[2:])
