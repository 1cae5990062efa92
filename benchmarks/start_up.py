"""How long until the password can be typed, against an empty PySide6 window; each start is a new process."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.timing import Budget, Measured, ms_of, paired

EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv[:1])
window = QMainWindow()
window.show()
QTimer.singleShot(0, application.quit)
application.exec()
"""
UNLOCK_SCREEN = """
import gc, sys
gc.disable()  # as `desktop_app.__main__` does
from PySide6.QtCore import QTimer
from desktop_app.main import start_window
application, window = start_window(sys.argv[1])
QTimer.singleShot(0, application.quit)
application.exec()
"""


def measure_start(store: Path, *, runs: int) -> Iterator[Measured]:
    """Yield the median start, files and byte code warm, from the start of the process to its end."""
    with TemporaryDirectory() as folder:
        environment = os.environ | {
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(Path(folder, "bytecode")),
            "XDG_CONFIG_HOME": str(Path(folder, "config")),
        }

        def start(program: str) -> None:
            subprocess.run([sys.executable, "-c", program, str(store)], check=True, env=environment)  # noqa: S603 - ours

        for program in (EMPTY, UNLOCK_SCREEN):
            start(program)
        pairs = [(ms_of(lambda: start(UNLOCK_SCREEN)), ms_of(lambda: start(EMPTY))) for _ in range(runs)]
    yield paired("start to password field", pairs, "empty PySide6 window", budget=Budget(ratio=1.5))
