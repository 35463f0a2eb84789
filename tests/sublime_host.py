# SPDX-License-Identifier: MIT
"""Loads a package as Sublime Text's plugin_host does, and uses it: `sublime_host.py PACKAGE URL STALLED`.

It has the part of the modules `sublime` and `sublime_plugin` that the package uses, an event loop with a main thread
and one for `set_timeout_async`, and an importer for `.sublime-package` files. URL is the API, STALLED a server that
never responds.
"""

import heapq
import importlib
import importlib.util
import itertools
import json
import os
import queue
import re
import sys
import threading
import time
import types
import zipfile

sys.path.append(os.path.dirname(os.path.abspath(__file__)))  # Python runs isolated
from process_resources import sockets  # noqa: E402

LIMIT = 60  # seconds for what takes a moment


class ZipFinder:
    """Finds the modules of a package in its zip file, and loads them. The package itself needs no `__init__.py`."""

    def __init__(self, path):
        self.path, self.name = path, os.path.splitext(os.path.basename(path))[0]
        with zipfile.ZipFile(path) as archive:
            self.files = {name: archive.read(name).decode() for name in archive.namelist()}
        self.folders = {os.path.dirname(name) for name in self.files if name.endswith(".py")}

    def find_spec(self, fullname, path=None, target=None):
        root, _, rest = fullname.partition(".")
        base = rest.replace(".", "/")
        if root != self.name or not (base + ".py" in self.files or base in self.folders):
            return None
        file = base + ".py" if base + ".py" in self.files else os.path.join(base, "__init__.py")
        spec = importlib.util.spec_from_loader(fullname, self, is_package=not file == base + ".py")
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(os.path.join(self.path, base))
        spec.origin, spec.loader_state = os.path.join(self.path, file), file
        return spec

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        spec = module.__spec__
        module.__file__ = spec.origin
        code = compile(self.files.get(spec.loader_state, ""), spec.origin, "exec", dont_inherit=True)
        exec(code, module.__dict__)


class Loop:
    """Runs callbacks in the main thread, when they are due, and others one by one in the "async" thread."""

    def __init__(self):
        self.timers, self.numbers, self.incoming, self.asynchronous = (
            [],
            itertools.count(),
            queue.Queue(),
            queue.Queue(),
        )
        self.ticks = 0
        threading.Thread(target=self.run_asynchronous, daemon=True, name="sublime async").start()

    def set_timeout(self, callback, delay=0):
        self.incoming.put((time.monotonic() + delay / 1000, next(self.numbers), callback))

    def set_timeout_async(self, callback, delay=0):
        self.asynchronous.put(callback)

    def run_asynchronous(self):
        while True:
            self.asynchronous.get()()
            self.asynchronous.task_done()

    def run_until(self, condition):
        """Run callbacks until a condition holds."""
        deadline = time.monotonic() + LIMIT
        while not condition():
            assert time.monotonic() < deadline, (sublime.messages, sublime.errors, threading.enumerate())
            try:
                heapq.heappush(self.timers, self.incoming.get(timeout=0.01))
            except queue.Empty:
                pass
            while self.timers and self.timers[0][0] <= time.monotonic():
                self.ticks += 1
                heapq.heappop(self.timers)[2]()


class Settings(dict):
    def __init__(self, values):
        super().__init__(values)
        self.listeners = {}

    def set(self, name, value):
        self[name] = value
        for listener in list(self.listeners.values()):
            listener()

    def add_on_change(self, tag, listener):
        self.listeners[tag] = listener

    def clear_on_change(self, tag):
        self.listeners.pop(tag, None)


class Region:
    def __init__(self, begin, end):
        self.begin, self.end = begin, end

    def empty(self):
        return self.begin == self.end


class View:
    def __init__(self, window, text=""):
        self.parent, self.text, self.regions, self.valid = window, text, [], True

    def window(self):
        return self.parent

    def sel(self):
        return self.regions

    def size(self):
        return len(self.text)

    def substr(self, region):
        return self.text[region.begin : region.end]

    def is_valid(self):
        return self.valid

    def set_name(self, name):
        self.name = name

    def set_scratch(self, is_scratch):
        self.is_scratch = is_scratch

    def run_command(self, name, args=None):
        assert threading.current_thread() is threading.main_thread()
        if name == "append":
            self.text += args["characters"]
        else:
            host.commands[name](self).run(object(), **(args or {}))


class Window:
    def __init__(self):
        self.views = []

    def new_file(self):
        self.views.append(View(self))
        return self.views[-1]


class TextCommand:
    def __init__(self, view):
        self.view = view


class ApplicationCommand:
    pass


class Host:
    """Loads, unloads and replaces a package."""

    def load(self, path):
        self.finder = ZipFinder(path)
        sys.meta_path.insert(0, self.finder)
        text = re.sub(r"^\s*//.*$", "", self.finder.files["AskModel.sublime-settings"], flags=re.MULTILINE)
        sublime.settings.setdefault("AskModel.sublime-settings", Settings(json.loads(text)))
        self.module = importlib.import_module("AskModel.ask_model")
        self.commands = {}
        for name, cls in vars(self.module).items():
            if isinstance(cls, type) and issubclass(cls, (TextCommand, ApplicationCommand)):
                self.commands[re.sub(r"(?<!^)(?=[A-Z])", "_", name[: -len("Command")]).lower()] = cls
        getattr(self.module, "plugin_loaded", lambda: None)()

    def unload(self):
        getattr(self.module, "plugin_unloaded", lambda: None)()
        del sys.modules["AskModel.ask_model"], self.module, self.commands
        sys.meta_path.remove(self.finder)


def install_api():
    """Add the modules `sublime` and `sublime_plugin`; return the first."""
    api, plugin_api = types.ModuleType("sublime"), types.ModuleType("sublime_plugin")
    api.settings, api.messages, api.errors, api.Region = {}, [], [], Region
    api.load_settings = api.settings.__getitem__
    api.status_message, api.error_message = api.messages.append, api.errors.append
    api.set_timeout, api.set_timeout_async = loop.set_timeout, loop.set_timeout_async
    plugin_api.TextCommand, plugin_api.ApplicationCommand = TextCommand, ApplicationCommand
    sys.modules.update({"sublime": api, "sublime_plugin": plugin_api})
    return api


def library_modules():
    return [name for name in list(sys.modules) if name.startswith("AskModel.openai_client")]


def main(package, url, stalled):
    host.load(package)
    settings = sublime.settings["AskModel.sublime-settings"]
    threads, open_sockets = threading.enumerate(), sockets()
    assert library_modules() == [], "the library is loaded when it is used"
    view = Window().new_file()
    view.text, view.regions = "not this; what is new?", [Region(10, 22)]
    views = view.window().views

    def ask():
        count = len(sublime.messages)
        view.run_command("ask_model")
        return count

    ask()  # without a key
    loop.run_until(lambda: sublime.errors)
    assert "api_key" in sublime.errors[0] and len(views) == 1, sublime.errors

    settings.set("api_key", "sk-wrong-secret")
    settings.set("base_url", url)
    ask()
    loop.run_until(lambda: sublime.messages)
    assert "401" in sublime.messages[-1] and "sk-wrong" not in sublime.messages[-1], sublime.messages

    settings.set("api_key", "k")
    count = ask()
    loop.run_until(lambda: len(sublime.messages) > count)
    assert sublime.messages[-1] == "Ask Model: done" and len(sublime.errors) == 1, sublime.errors
    print(views[-1].text)
    assert host.module.__file__.startswith(package), host.module.__file__

    # The editor's thread goes on while the server does not respond.
    settings.set("base_url", stalled)
    count, before = ask(), loop.ticks
    loop.run_until(lambda: host.module.replies and loop.ticks > before + 10)
    host.commands["ask_model_stop"]().run()
    loop.run_until(lambda: len(sublime.messages) > count)
    assert sublime.messages[-1] == "Ask Model: done"
    count = ask()
    loop.run_until(lambda: host.module.replies)
    views[-1].valid = False  # the user closes the tab
    loop.run_until(lambda: len(sublime.messages) > count)

    # The package is disabled or updated during a reply.
    ask()
    loop.run_until(lambda: host.module.replies)
    old = sys.modules["AskModel.openai_client"]
    host.unload()
    assert library_modules() == [], library_modules()
    assert set(threading.enumerate()) <= set(threads), threading.enumerate()
    assert sockets() == open_sockets
    assert settings.listeners == {}

    settings.set("base_url", url)
    host.load(package)
    count = ask()
    loop.run_until(lambda: len(sublime.messages) > count)
    assert sublime.messages[-1] == "Ask Model: done"
    print(views[-1].text)
    assert sys.modules["AskModel.openai_client"] is not old
    host.unload()
    before = loop.ticks
    loop.set_timeout(lambda: None)
    loop.run_until(lambda: loop.ticks > before)
    assert library_modules() == [], "a timer of the unloaded plug-in has loaded the library again"
    assert set(threading.enumerate()) <= set(threads) and sockets() == open_sockets, threading.enumerate()


if __name__ == "__main__":
    loop, host = Loop(), Host()
    sublime = install_api()
    main(*sys.argv[1:])
    print("Python {}.{}".format(*sys.version_info[:2]))
