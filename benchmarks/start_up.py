"""How long until the password can be typed, against an empty PySide6 window; each start is a new process."""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from benchmarks.made_up_store import make_store
from benchmarks.timing import Measured

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


def measure_start(runs: int = 9) -> Measured:
    """Return the median start, files and byte code warm, from the start of the process to its end."""
    with tempfile.TemporaryDirectory() as folder:
        store = make_store(Path(folder), 1)
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(Path(folder, "bytecode")),
            "XDG_CONFIG_HOME": str(Path(folder, "config")),
        }

        def seconds(program: str) -> float:
            start = perf_counter()
            subprocess.run([sys.executable, "-c", program, str(store)], check=True, env=environment)  # noqa: S603 - ours
            return perf_counter() - start

        for program in (EMPTY, UNLOCK_SCREEN):
            seconds(program)
        pairs = [(seconds(UNLOCK_SCREEN), seconds(EMPTY)) for _ in range(runs)]
    return Measured(
        name="start to password field",
        seconds=statistics.median(mine for mine, _ in pairs),
        reference="empty PySide6 window",
        reference_seconds=statistics.median(theirs for _, theirs in pairs),
        ratio=statistics.median(mine / theirs for mine, theirs in pairs),
        budget="<= 1.5x",
    )
