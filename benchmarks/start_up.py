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
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop_app.main import Door, today
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.qt_application import PlanApplication
application = PlanApplication(sys.argv[:1])
window = MainWindow(Door(Path(sys.argv[1])), today)
window.open()
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
