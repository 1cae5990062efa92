"""Children of a process that has imported everything already, and how they end; not on Windows, which has neither."""

import os
import signal
import sys


def fork() -> int:
    """Return the child, and 0 in the child."""
    if sys.platform == "win32":
        child = -1
    else:
        child = os.fork()
    return child


def kill(child: int) -> None:
    """End a child with no chance to put anything in order, and wait for its end."""
    if sys.platform != "win32":
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def wait_for_ever() -> None:
    """Wait to be killed."""
    if sys.platform != "win32":
        signal.pause()
