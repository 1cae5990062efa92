"""The real window, killed at random moments while somebody types and saves: `python -m … STORE FOLDER KILLS SEED`.

This process imports what a window needs and forks before there is a Qt application; each child opens a copy of the
store, types arrivals by the keyboard and tells what it was told: that a draft is kept, that a case is there.
"""
# ruff: noqa: S311 - chance that can be repeated, not secrets

import gc
import json
import os
import random
import shutil
import subprocess
import sys
import time
import traceback
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.composition import Office
from desktop_app.main import Door
from desktop_app.storage.store import open_store
from desktop_app.storage.verify import verify
from desktop_app.translation import DANISH, set_language
from desktop_app.ui.desk import Desk
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.qt_application import PlanApplication
from desktop_app.ui.wings.case_wing import CASE
from tests.command_line import CHECKOUT, surroundings
from tests.faults.forks import fork, kill
from tests.storage.builders import PASSWORD

LOOK_MS, PAUSE_MS = 5, 40
LONGEST: Final = 0.8
LINES: Final = (1, 1, 2, 3)
"""It is killed within so many seconds after it said that it was open, had kept the draft, or had saved the case."""
OPEN, KEPT, SAVED, WRONG = "open", "kept ", "saved ", "wrong: "
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass
class Killed:
    """What came of the kills: how much the windows had said was kept and saved, and what of it was not there."""

    kills: int = 0
    kept: int = 0
    saved: int = 0
    problems: list[str] = field(default_factory=list)


def kill_windows(store: Path, folder: Path, kills: int, seed: int) -> Killed:
    """Kill windows over copies of a store from a process of their own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.killed_windows", str(store), str(folder), str(kills), str(seed)],
        cwd=CHECKOUT,
        env=surroundings({"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(folder / "config")}),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # what Qt says of being offscreen
        check=True,
    )
    return Killed(**json.loads(done.stdout))


class Typist(QObject):
    """Types an arrival, waits until it is kept as a draft and saves it; types another one, which stays a draft."""

    def __init__(self, window: MainWindow, descriptor: int) -> None:
        super().__init__(window)
        self._window, self._descriptor = window, descriptor
        self._number, self._is_typed = 0, False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    @property
    def _name(self) -> str:
        """A name like nobody else's: whoever resembles somebody is asked about."""
        return "".join(random.Random(self._number).choices("abcdefghijklmnoprstuvy", k=7)).capitalize()

    def _go_on(self) -> None:
        try:
            desk = self._window.desk
            if desk is None:
                self._window.unlocking.try_password("", PASSWORD)
                assert self._window.desk is not None
                self._window.desk.standing._pause.setInterval(PAUSE_MS)
                self._say(OPEN)
            elif self._is_typed or self._number or self._window.isActiveWindow():
                self._type_or_save(desk)
        except BaseException:  # noqa: BLE001 - it is told
            self._say(WRONG + traceback.format_exc().replace("\n", " | "))
            os._exit(1)

    def _type_or_save(self, desk: Desk) -> None:
        if not self._is_typed:
            desk.new_arrival()
            for text in (
                self._name,
                self._name[::-1],
                "",
                f"0{self._number + 1}01900001",
                "",
                "syr",
                "arabisk",
                "",
                "f",
                "171126",
            ):
                widget = _focused()
                QTest.keyClicks(widget, text)
                QTest.keyClick(_focused(), Qt.Key.Key_Tab)
            self._is_typed = True
        elif desk.shell.status._saved.text().startswith("Kladde gemt"):
            self._say(KEPT + self._name)
            if self._number:
                self._timer.stop()
                return
            QTest.keyClick(_focused(), Qt.Key.Key_Return, CONTROL)
            assert desk.page_key == CASE
            assert "oprettet" in desk.shell.done_bar._text.text()
            self._say(SAVED + self._name)
            self._number, self._is_typed = self._number + 1, False

    def _say(self, line: str) -> None:
        os.write(self._descriptor, f"{line}\n".encode())


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def _open_window(store: Path, descriptor: int) -> None:
    application = PlanApplication(sys.argv[:1])
    window = MainWindow(Door(store), lambda: date(2026, 11, 24))
    window.open()
    window.activateWindow()
    _typist = Typist(window, descriptor)
    application.exec()


def kill_one(store: Path, lines: int, after: float) -> list[str]:
    """Let a child type over a store, kill it so many seconds after it said so much, and return all it said."""
    reading, writing = os.pipe()
    child = fork()
    if child == 0:
        os.close(reading)
        _open_window(store, writing)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as pipe:
        said = b"".join(pipe.readline() for _ in range(lines))
        time.sleep(after)
        kill(child)
        said += b"".join(iter(lambda: pipe.read(65536), b""))
    return said.decode().splitlines()


def judge(store: Path, said: list[str]) -> list[str]:
    """Return what is not as the window had said, or half there."""
    problems = [line for line in said if line.startswith(WRONG)]
    with Office(open_store(store, password=PASSWORD)) as office:
        if office.warning or not verify(office.store).is_sound:
            problems.append(f"{office.warning} after {said[-1:]}")
        with office.store.work() as unit:
            there = {case.citizen.given_names for case in unit.cases.all()}
        drafts = str([draft.content for draft in office.drafts.mine()])
    saved = {line.removeprefix(SAVED) for line in said if line.startswith(SAVED)}
    kept = {line.removeprefix(KEPT) for line in said if line.startswith(KEPT)}
    problems += [f"{name} was saved and is not there" for name in sorted(saved - there)]
    problems += [f"{name} was kept and is not there" for name in sorted(kept - there) if name not in drafts]
    return problems


def main() -> None:
    """Kill as many as the command line asks for."""
    store, folder, kills, seed = sys.argv[1:]
    found, chance = Killed(), random.Random(int(seed))
    set_language(DANISH)
    gc.freeze()
    for _ in range(int(kills)):
        trial = Path(folder) / "trial"
        shutil.rmtree(trial, ignore_errors=True)
        shutil.copytree(Path(store).parent, trial)
        said = kill_one(trial / Path(store).name, chance.choice(LINES), chance.uniform(0, LONGEST))
        found.kills += 1
        found.kept += sum(line.startswith(KEPT) for line in said)
        found.saved += sum(line.startswith(SAVED) for line in said)
        found.problems += judge(trial / Path(store).name, said)
    sys.stdout.write(json.dumps(asdict(found), ensure_ascii=False))


if __name__ == "__main__":
    main()
