# SPDX-License-Identifier: MIT
"""A window that chats with a model: `OPENAI_API_KEY=sk-… python app.py`."""

from __future__ import annotations

import tkinter

from reply_stream import ReplyStream

from openai_stdlib import OpenAI

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List, Optional


class ChatWindow:
    """A conversation, a line to write in, and a button that stops the reply."""

    def __init__(self, root: tkinter.Tk, client: OpenAI, model: str = "gpt-4o-mini") -> None:
        self.root, self.client, self.model = root, client, model
        self.messages: List[Any] = []
        self.reply: Optional[ReplyStream] = None
        self.conversation = tkinter.Text(root, state="disabled", wrap="word")
        self.entry = tkinter.Entry(root)
        self.button = tkinter.Button(root, text="Send", command=self.send_or_stop)
        self.conversation.pack(fill="both", expand=True)
        self.entry.pack(side="left", fill="x", expand=True)
        self.button.pack(side="right")
        self.entry.bind("<Return>", lambda _: self.send_or_stop())
        root.protocol("WM_DELETE_WINDOW", self.close)

    def send_or_stop(self) -> None:
        """Send what is written, or stop the reply that is arriving."""
        if self.reply is not None:
            self.reply.cancel()
            return
        self.messages.append({"role": "user", "content": self.entry.get()})
        self.write("\n> {}\n".format(self.entry.get()))
        self.entry.delete(0, "end")
        self.button["text"] = "Stop"
        self.received = ""
        self.reply = ReplyStream(
            self.client,
            self.model,
            self.messages,
            schedule=self.root.after,
            on_text=self.receive,
            on_end=self.finish,
        )

    def receive(self, text: str) -> None:
        """Show text of the reply."""
        self.received += text
        self.write(text)

    def finish(self, error: Optional[BaseException]) -> None:
        """Show how the reply has ended, and keep it for the next question."""
        self.reply = None
        self.button["text"] = "Send"
        self.messages.append({"role": "assistant", "content": self.received})
        self.write("\n" if error is None else "\n{}\n".format(error))

    def write(self, text: str) -> None:
        """Append text to the conversation."""
        self.conversation["state"] = "normal"
        self.conversation.insert("end", text)
        self.conversation["state"] = "disabled"
        self.conversation.see("end")

    def close(self) -> None:
        """End the reply, its thread and its connection, and then the window."""
        if self.reply is not None:
            self.reply.close()
        self.client.close()
        self.root.destroy()


def main() -> None:
    """Show the window."""
    root = tkinter.Tk()
    root.title("Chat")
    ChatWindow(root, OpenAI())
    root.mainloop()


if __name__ == "__main__":
    main()
