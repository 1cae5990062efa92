"""Run as a program of its own: an act over files is killed at every one of its steps, and what is left is looked at.

A step is whatever Python or the store tells of as an audit event: a file opened, renamed or removed, a database opened.
Each time the act runs in a child that is ended without a chance to put anything in order.
"""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

_STEPS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "shutil.copyfile", "shutil.rmtree")
_KILLED, _DONE = 9, 0


def kill_at_every_step(prepared: Path, act: Callable[[Path], None], look: Callable[[Path], None]) -> int:
    """Do `act` over a copy of a folder, killed at the first step, the second and so on until it gets through.

    After each, `look` at what is left. Return at how many steps it was killed.
    """
    fork: Callable[[], int] = vars(os)["fork"]  # there is none on Windows, where this is not run
    step = 0
    while True:
        step += 1
        folder = prepared.with_name("work")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(prepared, folder)
        child = fork()
        if child == 0:
            _kill_at(step)
            act(folder)
            os._exit(_DONE)
        _child, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        if code not in (_KILLED, _DONE):
            raise RuntimeError(f"step {step}: {code}")
        try:
            look(folder)
        except BaseException:
            left = sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))
            sys.stdout.write(f"after step {step}: {left}\n")
            raise
        if code == _DONE:
            return step - 1


def _kill_at(step: int) -> None:
    left = [step]

    def count(event: str, arguments: tuple[object, ...]) -> None:
        if event in _STEPS and "work" in Path(str(arguments[0])).parts:
            left[0] -= 1
            if left[0] == 0:
                os._exit(_KILLED)

    sys.addaudithook(count)
