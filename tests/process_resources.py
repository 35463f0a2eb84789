# SPDX-License-Identifier: MIT
"""What a plug-in may leave behind in the process of its host. Hosts with old Pythons import it, too."""

import os
import threading


def stream_threads():
    """Return the threads of background streams."""
    return [thread for thread in threading.enumerate() if thread.name == "stream delivery"]


def sockets():
    """Return the number of connections of this process, and 0 where it cannot be known."""
    folder, count = "/proc/self/fd/", 0
    for name in os.listdir(folder) if os.path.isdir(folder) else ():
        try:
            count += os.readlink(folder + name).startswith("socket:")
        except OSError:  # of the listing itself
            pass
    return count
