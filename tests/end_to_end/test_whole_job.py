"""The whole job in the real window, by keyboard alone: from an empty computer to a signed, followed-up plan."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.composition import Office
from desktop_app.domain.follow_up import Progress, Topic
from desktop_app.domain.household import HouseholdRole
from desktop_app.main import Door
from desktop_app.presenters.first_start_choices import FirstStep
from desktop_app.storage.preferences_file import PreferencesFile
from desktop_app.storage.store import create_store, open_store
from desktop_app.ui.desk import Desk
from desktop_app.ui.frame import ARRIVALS, TODAY
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.qt_application import PlanApplication
from desktop_app.ui.wings.case_wing import CASE
from desktop_app.ui.wings.follow_up_wing import FORM as FOLLOW_UP_FORM
from desktop_app.ui.wings.plan_wing import PLAN
from desktop_app.ui.wings.print_wing import PREVIEW
from tests.storage.builders import CHEAP
from tests.ui.screens.at_the_keyboard import open_at_the_keyboard

DAY = date(2026, 11, 24)
PASSWORD = "fire tilfældige ord her"  # noqa: S105 - of a store that lives as long as one test
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
MOST_STOPS = 60


@pytest.fixture(scope="session")
def qapp_cls() -> type[PlanApplication]:
    return PlanApplication


class Caseworker:
    """Somebody at the keyboard, who reads the screen, has no mouse, and counts what is typed."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot
        self.strokes = 0

    @property
    def desk(self) -> Desk:
        assert self.window.desk is not None
        return self.window.desk

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._at(), key, modifier)
        self.strokes += 1

    def type(self, *texts: str) -> None:
        """Write in one field after the other, Tab between them."""
        for place, text in enumerate(texts):
            if place:
                self.press(Qt.Key.Key_Tab)
            for letter in text:
                self._type_letter(letter)
            self.strokes += len(text)

    def tab_to(self, words: str) -> None:
        """Go on with Tab until the keyboard is at something called so."""
        passed = list[str]()
        for _stop in range(MOST_STOPS):
            if words in self._called():
                return
            passed.append(self._called().strip())
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"no way by Tab to {words}, only to {passed}")

    def do(self, act: str) -> None:
        """Do something by its name, with Ctrl+K."""
        self.press(Qt.Key.Key_K, CONTROL)
        self.type(act)
        self.press(Qt.Key.Key_Return)

    def waits_for(self, seen: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(seen, timeout=20_000)

    def reads(self, text: str) -> None:
        """Wait until a text stands on the screen, in the window or in a dialog over it."""
        self.waits_for(lambda: text in self._screen())

    def _type_letter(self, letter: str) -> None:
        if letter.isascii() or letter in "æøåÆØÅ":
            QTest.keyClicks(self._at(), letter)
        else:  # the test library knows Latin letters only
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self._at(), key)

    def _at(self) -> QWidget:
        was = QApplication.focusWidget()
        if not _has_keyboard(was):  # no window manager gives it back after a dialog or a list
            shown = QApplication.activeModalWidget() or self.window
            shown.activateWindow()
            if was is not None and was.isVisible() and was.window() is shown:
                self.waits_for(lambda: QApplication.activeWindow() is shown)
                was.setFocus()  # after a list it is where it was, which the window forgot when the list took it
            self.waits_for(lambda: _has_keyboard(QApplication.focusWidget()))
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def _called(self) -> str:
        at = self._at()
        return f"{at.accessibleName()} {at.text() if isinstance(at, QAbstractButton) else ''}"

    def _screen(self) -> str:
        shown = QApplication.activeModalWidget() or self.window
        return "\n".join(label.text() for label in shown.findChildren(QLabel) if label.isVisible())


def _has_keyboard(widget: QWidget | None) -> bool:
    if widget is None or not (widget.isVisible() and widget.isActiveWindow()):
        return False
    return widget.window() is (QApplication.activeModalWidget() or widget.window())


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "EnPlan" / "enplan.store"


@pytest.fixture
def caseworker(qtbot: QtBot, tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Caseworker]:
    assert create_store.__kwdefaults__
    monkeypatch.setitem(create_store.__kwdefaults__, "cost", CHEAP)
    usual = QApplication.keyboardInputInterval()
    QApplication.setKeyboardInputInterval(10_000)  # however slowly a busy machine types
    window = MainWindow(Door(store), lambda: DAY, PreferencesFile(tmp_path / "config" / "preferences.json"))
    open_at_the_keyboard(window, qtbot)
    yield Caseworker(window, qtbot)
    window.close()
    QApplication.setKeyboardInputInterval(usual)


def test_a_caseworker_does_the_whole_job_by_keyboard(caseworker: Caseworker, store: Path, tmp_path: Path) -> None:
    first_start(caseworker)
    a_family_arrives(caseworker)
    the_plan_is_written(caseworker)
    the_plan_is_printed(caseworker, tmp_path / "kladde.pdf")
    the_plan_is_signed(caseworker)
    strokes_to_signature = caseworker.strokes
    it_is_followed_up(caseworker)
    it_is_locked_and_unlocked(caseworker)
    caseworker.do("2026-001")
    caseworker.waits_for(lambda: caseworker.desk.page_key == CASE)
    the_plan_is_printed(caseworker, tmp_path / "plan.pdf")

    caseworker.window.close()
    draft, plan = text_of(tmp_path / "kladde.pdf"), text_of(tmp_path / "plan.pdf")
    assert "KLADDE" in draft
    assert "KLADDE" not in plan
    for said in ("Rima Al-Hassan", "010190-0001", "Ordinært arbejde i køkken", "Sprogcenter Lolland", "Jobcenter"):
        assert said in plan
    assert "Underskrevet den 24. november 2026" in plan
    what_is_in_the_store(store, (tmp_path / "plan.pdf").read_bytes())
    assert strokes_to_signature < 1_000  # five minutes of a new user's typing at 200 keys a minute


def first_start(caseworker: Caseworker) -> None:
    """From nothing to an empty list of cases."""
    founding = caseworker.window.ways_in.founding
    assert founding is not None

    def goes_on(step: FirstStep) -> None:
        caseworker.press(Qt.Key.Key_Return, CONTROL)
        caseworker.waits_for(lambda: founding.step is step)

    goes_on(FirstStep.PLACE)
    goes_on(FirstStep.TEAM)
    caseworker.type("lolland", "", "Mette Jensen")
    goes_on(FirstStep.PASSWORD)
    caseworker.type(PASSWORD)
    caseworker.tab_to("Gentag adgangskoden")
    caseworker.type(PASSWORD)
    caseworker.tab_to("Nødnøglen er")
    caseworker.press(Qt.Key.Key_Space)
    goes_on(FirstStep.BACKUP)
    caseworker.tab_to("vælger en mappe senere")
    caseworker.press(Qt.Key.Key_Space)
    goes_on(FirstStep.EXAMPLES)
    caseworker.press(Qt.Key.Key_Return, CONTROL)
    caseworker.waits_for(lambda: caseworker.window.desk is not None)
    caseworker.waits_for(lambda: caseworker.desk.page_key == TODAY)


def a_family_arrives(caseworker: Caseworker) -> None:
    """Two adults and a child, typed while they wait."""
    caseworker.press(Qt.Key.Key_N, CONTROL | SHIFT)
    caseworker.type("Rima", "Al-Hassan", "ريما", "0101900001", "", "syr", "arabisk", "", "f", "150926")
    for name, number in {"Sami": "0202880003", "Lina": "0305194004"}.items():
        caseworker.press(Qt.Key.Key_P, CONTROL | SHIFT)
        caseworker.type(name, "", "", number)
    caseworker.press(Qt.Key.Key_Return, CONTROL)
    caseworker.waits_for(lambda: caseworker.desk.page_key == CASE)
    caseworker.reads("3 sager er oprettet.")


def the_plan_is_written(caseworker: Caseworker) -> None:
    """One employment goal, one for Danish, one activity, the coordinating department."""
    caseworker.press(Qt.Key.Key_E, CONTROL)
    caseworker.waits_for(lambda: caseworker.desk.page_key == PLAN)
    caseworker.tab_to("Mål 1: Hvad vil borgeren kunne")
    caseworker.type("Ordinært arbejde i køkken inden for et år", "", "", "1/10-27")
    caseworker.tab_to("Mål for dansk 1: Modul")
    caseworker.type("Modul 2 på Danskuddannelse 2")
    caseworker.tab_to("Aktivitet 1: Aktivitet")
    caseworker.press(Qt.Key.Key_Down)
    caseworker.type("", "Aftenhold", "Sprogcenter Lolland", "Borgeren", "7/12-26", "30/6-27", "15")
    caseworker.tab_to("Koordineringsansvarlig forvaltning")
    caseworker.tab_to("Koordineringsansvarlig forvaltning")
    while "mangler" in caseworker._called():
        caseworker.press(Qt.Key.Key_Return)  # the line of the check list leads to its field
    caseworker.type("Jobcenter")
    caseworker.reads("8 af 8 er på plads")


def the_plan_is_printed(caseworker: Caseworker, path: Path) -> None:
    """Its preview is shown, and saved where one says."""
    caseworker.press(Qt.Key.Key_P, CONTROL)
    caseworker.waits_for(lambda: caseworker.desk.page_key == PREVIEW)
    caseworker.tab_to("Gem som")
    caseworker.press(Qt.Key.Key_Return)
    caseworker.waits_for(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    caseworker.press(Qt.Key.Key_A, CONTROL)
    caseworker.type(str(path))
    caseworker.press(Qt.Key.Key_Return)
    if isinstance(QApplication.activeModalWidget(), QFileDialog):  # it only closed the list of what one could mean
        caseworker.press(Qt.Key.Key_Return)
    caseworker.waits_for(path.exists)
    caseworker.reads("Dokumentet er gemt")
    caseworker.press(Qt.Key.Key_Escape)
    caseworker.waits_for(lambda: caseworker.desk.page_key != PREVIEW)


def the_plan_is_signed(caseworker: Caseworker) -> None:
    """Closed for signing, and the days on the paper registered."""
    caseworker.press(Qt.Key.Key_Return, CONTROL)
    caseworker.reads("Gør version 1 klar til underskrift?")
    caseworker.press(Qt.Key.Key_Return)
    caseworker.reads("Planen er klar til underskrift.")
    caseworker.press(Qt.Key.Key_Return, CONTROL)
    caseworker.reads("Registrér underskrifterne på version 1")
    caseworker.press(Qt.Key.Key_Return, CONTROL)
    caseworker.reads("Kontrakten er markeret som underskrevet.")


def it_is_followed_up(caseworker: Caseworker) -> None:
    """A talk the same day, with what was discussed and how the goals stand."""
    caseworker.do("2026-001")
    caseworker.waits_for(lambda: caseworker.desk.page_key == CASE)
    caseworker.press(Qt.Key.Key_J, CONTROL)
    caseworker.waits_for(lambda: caseworker.desk.page_key == FOLLOW_UP_FORM)
    write_follow_up(caseworker)
    caseworker.press(Qt.Key.Key_Return, CONTROL)
    caseworker.reads("Opfølgningen er gemt.")


def write_follow_up(caseworker: Caseworker) -> None:
    """Fill in the form as one reads it."""
    caseworker.tab_to("Tolk")
    caseworker.type("uden tolk")
    caseworker.tab_to("Ændringer i situation og behov")
    for _topic in Topic:
        caseworker.press(Qt.Key.Key_Space)
        caseworker.press(Qt.Key.Key_Tab)
    caseworker.type("Rima er begyndt på sprogcentret.")
    caseworker.tab_to("Ja")
    caseworker.press(Qt.Key.Key_Space)
    for _goal in range(2):
        caseworker.press(Qt.Key.Key_Tab)
        caseworker.tab_to("På vej")
        caseworker.press(Qt.Key.Key_Space)


def it_is_locked_and_unlocked(caseworker: Caseworker) -> None:
    """Nothing of the citizens is on the screen meanwhile."""
    caseworker.press(Qt.Key.Key_L, CONTROL)
    caseworker.waits_for(lambda: caseworker.window.desk is None)
    assert "Al-Hassan" not in caseworker._screen()
    caseworker.type(PASSWORD)
    caseworker.press(Qt.Key.Key_Return)
    caseworker.waits_for(lambda: caseworker.window.desk is not None)
    caseworker.press(Qt.Key.Key_3, CONTROL)
    caseworker.waits_for(lambda: caseworker.desk.page_key == ARRIVALS)


def text_of(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def what_is_in_the_store(store: Path, plan: bytes) -> None:
    """The records say what was typed, and the paper is kept as it was handed out."""
    with Office(open_store(store, password=PASSWORD)) as office:
        with office.store.work() as unit:
            rima, sami, lina = unit.cases.all()
        assert [case.household_role for case in (rima, sami, lina)] == [
            HouseholdRole.ADULT,
            HouseholdRole.ADULT,
            HouseholdRole.CHILD,
        ]
        assert (rima.citizen.native_name, rima.takeover_on) == ("ريما", date(2026, 11, 2))
        [version] = rima.plans
        assert (version.signed_on, version.declaration_signed_on) == (DAY, DAY)
        [talk] = rima.follow_ups
        assert (talk.held_on, talk.note, talk.topics) == (DAY, "Rima er begyndt på sprogcentret.", tuple(Topic))
        assert [one.progress for one in talk.progress] == [Progress.ON_THE_WAY] * 2
        assert talk.next_on == date(2027, 2, 24)
        assert office.print_plan("2026-001", DAY).content == plan
        assert office.drafts.mine() == []
