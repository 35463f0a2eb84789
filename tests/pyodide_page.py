# SPDX-License-Identifier: MIT
"""A web server with a page that runs a program in Pyodide, and the API that the program calls, on the same origin."""

from __future__ import annotations

import http.client
import json
import queue
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

START_TIMEOUT = 300  # seconds: on a loaded machine, a browser and Pyodide take long to start
PAGE = """<!doctype html><script type="module">
const post = (value) => fetch("/result", {method: "POST", body: JSON.stringify(value)});
try {
  const {loadPyodide} = await import("/pyodide/pyodide.mjs");
  const pyodide = await loadPyodide();
  await pyodide.loadPackage("/wheel/WHEEL");
  const program = await (await fetch("/program.py")).text();
  pyodide.globals.set("emit", (value) => post({event: value}));
  pyodide.globals.set("origin", location.origin);
  await pyodide.runPythonAsync(program);
  await post({result: JSON.parse(await pyodide.runPythonAsync("import json; json.dumps(await main())"))});
} catch (error) {
  await post({error: String(error)});
}
</script>"""
TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html"}


class Handler(BaseHTTPRequestHandler):
    """Sends the page, the files that it needs, and the responses of an embedded server to requests below /v1."""

    server: Any

    def do_GET(self) -> None:
        """Send a file, or forward the request."""
        if self.path.startswith("/v1"):
            return self.forward()
        if self.path == "/" or self.path == "/program.py":
            text = self.server.page.program if self.path != "/" else PAGE.replace("WHEEL", self.server.page.wheel.name)
            return self.respond(200, text.encode(), "text/html")
        folder, _, name = self.path[1:].partition("/")
        path = self.server.page.wheel if folder == "wheel" else Path(self.server.page.pyodide, name)
        if not path.is_file():
            return self.respond(404, b"", "text/plain")
        return self.respond(200, path.read_bytes(), TYPES.get(path.suffix, "application/octet-stream"))

    def do_POST(self) -> None:
        """Receive a message of the program, or forward the request."""
        if self.path.startswith("/v1"):
            return self.forward()
        self.server.page.messages.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        return self.respond(200, b"", "text/plain")

    def respond(self, status: int, body: bytes, content_type: str) -> None:
        """Send a whole response."""
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def forward(self) -> None:
        """Send the request to the API, and the bytes of the response as they arrive."""
        connection = http.client.HTTPConnection(urlsplit(self.server.page.api).netloc, timeout=START_TIMEOUT)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        connection.request(self.command, self.path, body or None, dict(self.headers))
        response = connection.getresponse()
        self.send_response(response.status)
        for name, value in response.getheaders():
            if name.lower() not in ("content-length", "transfer-encoding", "connection"):
                self.send_header(name, value)
        self.end_headers()  # of a response that ends with the connection
        while True:
            data = response.read1(65536)
            if not data:
                break
            self.wfile.write(data)
        connection.close()

    def log_message(self, format: str, *args: Any) -> None:
        """Log nothing."""


class Page:
    """A page in a browser without a window, and the messages that its program posts."""

    def __init__(self, browser: str, profile: Path, pyodide: str, wheel: Path, program: str, api: str) -> None:
        self.pyodide, self.wheel, self.program, self.api = pyodide, wheel, program, api
        self.messages: queue.Queue[Dict[str, Any]] = queue.Queue()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.page = self  # type: ignore[attr-defined]
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()
        url = "http://127.0.0.1:{}/".format(self.server.server_port)
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + str(profile)]
        self.process = subprocess.Popen(
            [browser, *options, url], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def message(self) -> Dict[str, Any]:
        """Return the next message: `event` while the program runs, then `result` or `error`."""
        return self.messages.get(timeout=START_TIMEOUT)

    def close(self) -> None:
        """End the browser and the server."""
        self.process.terminate()
        self.process.wait(START_TIMEOUT)
        self.server.shutdown()
        self.server.server_close()
        self.thread.join(START_TIMEOUT)
