# SPDX-License-Identifier: MIT
"""Connections over WebSockets to the API: what `client.realtime.connect(…)` and its siblings return.

endpoints.py is the table of the endpoints and of the events that programs send. A manager opens a connection
(managers.py, handshake_request.py, connection_options.py); a connection (connection.py, async_connection.py) receives
and sends events (events.py), calls handlers (handlers.py) and opens itself again (reconnection.py, send_queue.py).
The WebSocket below is that of ../websocket.
"""
