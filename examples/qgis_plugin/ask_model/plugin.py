# SPDX-License-Identifier: MIT
"""The plug-in and its task."""

from __future__ import annotations

import queue
import sys
from typing import Any, List, Optional

from qgis.core import Qgis, QgsApplication, QgsSettings, QgsTask
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAction

TITLE = "Ask Model"
LIBRARY = __name__.rpartition(".")[0] + ".openai_client"


class AskTask(QgsTask):  # type: ignore[misc]
    """A reply of the model. QGIS runs it in a thread of its own, lists it among its tasks, and can cancel it."""

    text_received = pyqtSignal(str)  # received in the thread of its receiver, the main thread

    def __init__(self, prompt: str) -> None:
        super().__init__(TITLE, QgsTask.CanCancel)
        settings = QgsSettings()  # read here: `run` may use nothing of the main thread
        self.api_key = settings.value("ask_model/api_key", "")
        self.base_url = settings.value("ask_model/base_url", "https://api.openai.com/v1")
        self.model = settings.value("ask_model/model", "gpt-4o-mini")
        self.prompt = prompt
        self.reply = ""
        self.error: Optional[BaseException] = None
        self.stream: Any = None

    def run(self) -> bool:
        """Make the call; runs in a thread of QGIS. Returns whether the reply is complete."""
        try:
            # Imported here: the first import takes a moment, which the main thread should not wait for.
            from .openai_client import Config, OpenAI, StreamEnd

            items: Any = queue.Queue()
            with OpenAI(
                api_key=self.api_key,
                base_url=self.base_url,
                environment=False,  # the user's OPENAI_ variables are meant for other programs
                application="qgis-ask-model/1.0",
            ) as client:
                # With `stream_to`, `cancel` can end the call at once, also while the server does not respond.
                self.stream = client.chat.completions.create(
                    model=self.model,
                    messages=[{"role": "user", "content": self.prompt}],
                    stream=True,
                    config=Config(http_options={"stream_to": items}),
                )
                if self.isCanceled():  # before there was a stream
                    self.stream.close()
                while True:
                    item = items.get()
                    if isinstance(item, StreamEnd):
                        self.error = item.error
                        break
                    if item.choices and item.choices[0].delta.content:
                        self.reply += item.choices[0].delta.content
                        self.text_received.emit(item.choices[0].delta.content)
                self.stream.join()
        except Exception as error:  # an exception that leaves `run` would end QGIS
            self.error = error
        return self.error is None and not self.isCanceled()

    def cancel(self) -> None:
        """End the call now. Called by QGIS, also when it quits."""
        super().cancel()
        if self.stream is not None:
            self.stream.close()


class AskModelPlugin:
    """An entry in the menu of plug-ins."""

    def __init__(self, iface: Any) -> None:
        self.iface = iface
        self.tasks: List[AskTask] = []  # QGIS keeps no reference to the Python object

    def initGui(self) -> None:  # noqa: N802
        """Called by QGIS when the plug-in is enabled."""
        self.action = QAction(TITLE, self.iface.mainWindow())
        self.action.triggered.connect(self.ask_about_layer)
        self.iface.addPluginToMenu(TITLE, self.action)

    def ask_about_layer(self) -> None:
        """Ask about the active layer."""
        layer = self.iface.activeLayer()
        self.ask("What can I do with a layer named {}?".format(layer.name() if layer else "nothing"))

    def ask(self, prompt: str) -> AskTask:
        """Start a task, and show its result in the message bar."""
        task = AskTask(prompt)
        task.taskCompleted.connect(lambda: self.finish(task))
        task.taskTerminated.connect(lambda: self.finish(task))
        self.tasks.append(task)
        QgsApplication.taskManager().addTask(task)
        return task

    def finish(self, task: AskTask) -> None:
        """Show how a task has ended; runs in the main thread."""
        if task in self.tasks:
            self.tasks.remove(task)
            text = str(task.error) if task.error is not None else task.reply
            self.iface.messageBar().pushMessage(TITLE, text, Qgis.Info if task.error is None else Qgis.Warning)

    def unload(self) -> None:
        """Called by QGIS when the plug-in is disabled, reloaded or updated, and when QGIS quits."""
        for task in self.tasks[:]:
            self.tasks.remove(task)
            task.cancel()
            task.waitForFinished(5000)
        self.iface.removePluginMenu(TITLE, self.action)
        # QGIS removes the modules of a plug-in after this, but not those that other threads have imported.
        for name in [name for name in list(sys.modules) if (name + ".").startswith(LIBRARY + ".")]:
            del sys.modules[name]
