# SPDX-License-Identifier: MIT
"""The part of Blender that the add-on uses, and its event loop: `fake_bpy.py FOLDER URL STALLED ADD-ON ADD-ON`."""

import importlib
import sys
import time
import types

import blender_scenario


class Timers:
    """`bpy.app.timers`: functions that the main thread calls, until they return None. Compares them by identity."""

    def __init__(self):
        self.functions = {}  # id -> the function, and when it is due

    def register(self, function, first_interval=0.0):
        self.functions[id(function)] = function, time.monotonic() + first_interval

    def is_registered(self, function):
        return id(function) in self.functions

    def unregister(self, function):
        del self.functions[id(function)]

    def run(self):
        """Call what is due."""
        for key, (function, due) in list(self.functions.items()):
            if due <= time.monotonic() and key in self.functions:
                seconds = function()
                if seconds is None:
                    self.functions.pop(key, None)  # it may have removed itself
                else:
                    self.functions[key] = function, time.monotonic() + seconds


class Text:
    def __init__(self, name):
        self.name, self.content = name, ""

    def write(self, text):
        self.content += text

    def as_string(self):
        return self.content


class Texts(dict):
    """`bpy.data.texts`."""

    def new(self, name):
        number, unique = 0, name
        while unique in self:
            number += 1
            unique = "{}.{:03}".format(name, number)
        self[unique] = Text(unique)
        return self[unique]

    def remove(self, text):
        del self[text.name]


class Operator:
    def report(self, kinds, message):
        raise AssertionError(message)


class AddonPreferences:
    pass


class Property:
    """What an annotation such as `StringProperty(default="x")` is."""

    def __init__(self, **options):
        self.default = options.get("default", "")


def make_instance(cls, **values):
    """Return an instance of a registered class, with its properties."""
    instance = cls()
    for name, property_ in vars(cls).get("__annotations__", {}).items():
        assert isinstance(property_, Property), property_  # not text
        setattr(instance, name, values.pop(name, property_.default))
    assert not values, values
    return instance


def register_class(cls):
    names = classes.setdefault(cls.__mro__[1].__name__, {})
    assert cls.bl_idname not in names, "two add-ons register " + cls.bl_idname
    names[cls.bl_idname] = cls
    if issubclass(cls, Operator):
        group, _, name = cls.bl_idname.partition(".")
        setattr(getattr(bpy.ops, group), name, lambda **values: make_instance(cls, **values).execute(bpy.context))


def unregister_class(cls):
    del classes[cls.__mro__[1].__name__][cls.bl_idname]
    if issubclass(cls, Operator):
        group, _, name = cls.bl_idname.partition(".")
        delattr(getattr(bpy.ops, group), name)


def enable(addon):
    module = importlib.import_module(addon)
    module.register()
    cls = classes["AddonPreferences"][addon]
    bpy.context.preferences.addons[addon] = types.SimpleNamespace(preferences=make_instance(cls))


def disable(addon):
    sys.modules[addon].unregister()
    del bpy.context.preferences.addons[addon]


def main(folder, url, stalled, *addons):
    sys.path.insert(0, folder)
    for condition in blender_scenario.use_addons(bpy, enable, disable, addons, url, stalled):
        deadline = time.monotonic() + blender_scenario.LIMIT
        while not condition():
            assert time.monotonic() < deadline
            bpy.app.timers.run()
            time.sleep(0.001)
    assert bpy.app.timers.functions == {}, bpy.app.timers.functions
    assert not any(classes.values()), classes


classes = {}
bpy = types.ModuleType("bpy")
bpy.app = types.SimpleNamespace(timers=Timers())
bpy.types = types.SimpleNamespace(Operator=Operator, AddonPreferences=AddonPreferences)
bpy.props = types.SimpleNamespace(StringProperty=Property)
bpy.utils = types.SimpleNamespace(register_class=register_class, unregister_class=unregister_class)
bpy.ops = types.SimpleNamespace(text=types.SimpleNamespace())
bpy.data = types.SimpleNamespace(texts=Texts())
bpy.context = types.SimpleNamespace(preferences=types.SimpleNamespace(addons={}))
sys.modules["bpy"] = bpy

if __name__ == "__main__":
    main(*sys.argv[1:])
    print("done")
