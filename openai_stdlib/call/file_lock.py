# SPDX-License-Identifier: MIT
"""Exclusive locks on open files, between processes and between file descriptors of one process.

`fcntl.flock` on Unix, `msvcrt.locking` on Windows. Both belong to the open file: the system releases them when the
process ends, however it ends. A forked child shares the lock of its parent until it opens the file again. Where the
platform has neither module, a program is alone with its files, and nothing is locked.
"""

from __future__ import annotations

import errno
from time import monotonic, sleep

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

fcntl_module: Any = None
msvcrt_module: Any = None
try:
    import fcntl

    fcntl_module = fcntl
except ImportError:
    try:
        import msvcrt

        msvcrt_module = msvcrt
    except ImportError:
        pass

HAS_LOCKS = fcntl_module is not None or msvcrt_module is not None
LOCK_TIMEOUT = 5.0  # seconds
MIN_PAUSE, MAX_PAUSE = 0.0002, 0.01  # seconds between two attempts
LOCK_OFFSET = 1 << 40  # of the byte that is locked on Windows, where nobody can read a locked byte: far behind the end
BUSY = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)


def lock_file(fd: int, timeout: float = LOCK_TIMEOUT) -> None:
    """Lock an open file, and wait up to `timeout` seconds for others to unlock it.

    Raises TimeoutError if they don't, and OSError if the file system has no locks.
    """
    if try_lock(fd):  # as it almost always can be
        return
    end, pause = monotonic() + timeout, MIN_PAUSE
    while not try_lock(fd):
        if monotonic() >= end:
            raise TimeoutError(errno.ETIMEDOUT, "another process has had it locked for {:g} s".format(timeout))
        sleep(pause)
        pause = min(2 * pause, MAX_PAUSE)


def try_lock(fd: int) -> bool:
    """Lock an open file, unless others have locked it. Returns whether it is locked now. Raises OSError."""
    try:
        if fcntl_module is not None:
            fcntl_module.flock(fd, fcntl_module.LOCK_EX | fcntl_module.LOCK_NB)
        elif msvcrt_module is not None:
            _at_offset(fd, msvcrt_module.LK_NBLCK)
    except OSError as error:
        if error.errno not in BUSY:
            raise
        return False
    return True


def unlock_file(fd: int) -> None:
    """Unlock a file that `lock_file` has locked. Closing it does the same."""
    if fcntl_module is not None:
        fcntl_module.flock(fd, fcntl_module.LOCK_UN)
    elif msvcrt_module is not None:
        _at_offset(fd, msvcrt_module.LK_UNLCK)


def _at_offset(fd: int, mode: int) -> None:
    """Lock or unlock the byte at LOCK_OFFSET, and leave the position in the file as it is."""
    import os

    position = os.lseek(fd, 0, os.SEEK_CUR)
    os.lseek(fd, LOCK_OFFSET, os.SEEK_SET)
    try:
        msvcrt_module.locking(fd, mode, 1)
    finally:
        os.lseek(fd, position, os.SEEK_SET)
