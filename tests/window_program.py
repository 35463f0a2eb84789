# SPDX-License-Identifier: MIT
"""Uses the window of the example over tkinter: `window_program.py FOLDER URL STALLED`."""

import sys
import threading
import time
import tkinter

LIMIT = 60  # seconds for what takes a moment


def main(folder, url, stalled):
    sys.path.insert(0, folder)
    import app

    from openai_stdlib import OpenAI

    def open_window(url):
        root = tkinter.Tk()
        return app.ChatWindow(root, OpenAI(api_key="k", base_url=url, environment=False))

    def wait_until(window, condition):
        deadline = time.monotonic() + LIMIT
        while not condition():
            assert time.monotonic() < deadline
            window.root.update()
            time.sleep(0.001)

    def ask(window, text):
        window.entry.insert(0, text)
        window.button.invoke()
        assert window.button["text"] == "Stop"

    window = open_window(url)
    for question in ("first", "second"):
        ask(window, question)
        wait_until(window, lambda: window.reply is None)
    text = window.conversation.get("1.0", "end")
    assert text.count("Hello from the embedded server! You said: ") == 2 and "said: second" in text, text
    assert [message["role"] for message in window.messages] == ["user", "assistant"] * 2
    assert window.button["text"] == "Send"
    window.close()

    window = open_window(stalled)
    ticks = []
    window.root.after(1, lambda: ticks.append(1))
    ask(window, "stop me")
    wait_until(window, lambda: ticks)  # the window lives while the server does not respond
    window.button.invoke()
    wait_until(window, lambda: window.reply is None)
    assert window.conversation.get("1.0", "end").strip() == "> stop me"

    ask(window, "close me")
    wait_until(window, lambda: len(threading.enumerate()) > 1)
    window.root.after(50, window.close)
    window.root.mainloop()
    assert threading.enumerate() == [threading.main_thread()], threading.enumerate()
    print("done with Tk", tkinter.TkVersion)


if __name__ == "__main__":
    main(*sys.argv[1:])
