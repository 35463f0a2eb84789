# SPDX-License-Identifier: MIT
"""Loads the plug-in with QGIS's own loader, without a screen, and uses it: `qgis_program.py FOLDER URL STALLED`."""

import os
import sys
import threading
import time

from process_resources import sockets, stream_threads
from qgis import utils
from qgis.core import Qgis, QgsApplication, QgsSettings, QgsTask

LIMIT = 60  # seconds for what takes a moment


class Interface:
    """The part of `QgisInterface` that the plug-in uses."""

    def __init__(self):
        self.messages, self.menu = [], []

    def mainWindow(self):
        return None

    def activeLayer(self):
        return None

    def messageBar(self):
        return self

    def pushMessage(self, title, text, level):
        assert threading.current_thread() is threading.main_thread()
        self.messages.append((text, level))

    def addPluginToMenu(self, title, action):
        self.menu.append(action)

    def removePluginMenu(self, title, action):
        self.menu.remove(action)


def main(folder, url, stalled):
    application = QgsApplication([], False)
    application.initQgis()
    iface = utils.iface = Interface()
    sys.path.insert(0, folder)
    utils.plugin_paths = [folder]
    utils.updateAvailablePlugins()
    settings = QgsSettings()

    def wait_until(condition):
        deadline = time.monotonic() + LIMIT
        while not condition():
            assert time.monotonic() < deadline, iface.messages
            application.processEvents()
            time.sleep(0.001)

    def load():
        assert utils.loadPlugin("ask_model") and utils.startPlugin("ask_model"), utils.available_plugins
        assert len(iface.menu) == 1
        return utils.plugins["ask_model"]

    plugin = load()
    before = sockets()
    settings.setValue("ask_model/api_key", "k")
    settings.setValue("ask_model/base_url", url)
    iface.menu[0].trigger()
    wait_until(lambda: iface.messages)
    assert iface.messages == [
        ("Hello from the embedded server! You said: What can I do with a layer named nothing?", Qgis.Info)
    ], iface.messages
    parts = []
    task = plugin.ask("hi")
    task.text_received.connect(parts.append)
    wait_until(lambda: len(iface.messages) == 2)
    assert task.status() == QgsTask.Complete and "".join(parts) == iface.messages[-1][0], parts

    settings.setValue("ask_model/api_key", "sk-wrong-secret")
    plugin.ask("hi")
    wait_until(lambda: len(iface.messages) == 3)
    text, level = iface.messages[-1]
    assert "401" in text and "sk-wrong" not in text and level == Qgis.Warning, text

    settings.setValue("ask_model/base_url", stalled)
    task = plugin.ask("cancel me")
    wait_until(stream_threads)
    task.cancel()
    wait_until(lambda: not plugin.tasks)
    assert task.status() == QgsTask.Terminated and stream_threads() == []

    # QGIS unloads the plug-in, with its modules, during a reply; and loads it again.
    plugin.ask("unload me")
    wait_until(stream_threads)
    assert utils.unloadPlugin("ask_model")
    assert stream_threads() == [] and iface.menu == []
    assert sockets() == before, (sockets(), before)
    left = [name for name in sys.modules if name.startswith("ask_model")]
    assert left == [], left
    settings.setValue("ask_model/base_url", url)
    settings.setValue("ask_model/api_key", "k")
    count = len(iface.messages)
    load().ask("again")
    wait_until(lambda: len(iface.messages) > count)
    assert iface.messages[-1][0] == "Hello from the embedded server! You said: again", iface.messages
    assert utils.unloadPlugin("ask_model")
    print("done in QGIS", Qgis.QGIS_VERSION, flush=True)
    os._exit(0)  # QGIS without a window crashes now and then when Python frees its objects


if __name__ == "__main__":
    main(*sys.argv[1:])
