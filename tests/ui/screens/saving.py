"""A desk to save at, troubles that befall its store, and every form that saves, typed in and saved by keyboard."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from desktop_app.composition import DEMO_CODE, Office
from desktop_app.domain.case import Case
from desktop_app.domain.follow_up import FollowUp
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.plan import PlanState, state_of
from desktop_app.storage.store import create_store
from desktop_app.ui.desk import Desk
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.text_area import TextArea
from tests.builders import SIGNED, a_case, a_citizen, a_draft, a_follow_up
from tests.storage.builders import CHEAP
from tests.ui.screens.conftest import PASSWORD, USER

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SIGNED_CASE, DRAFT_CASE, READY_CASE = "2026-014", "2026-015", "2026-016"
OPEN_NOTE, LOCKED_NOTE = "open-note", "locked-note"


def make_store(path: Path) -> None:
    """Make a store with a plan that is signed, one that is written and one that waits, and two follow-ups."""
    municipality = Municipality(id="municipality", code=DEMO_CODE, name="Nordsund Kommune")
    made = create_store(path, user=USER, initials="MJ", password=PASSWORD, municipality=municipality, cost=CHEAP)
    now = datetime.now(UTC)  # by the computer's own clock the note is open
    talks = (
        a_follow_up(id=LOCKED_NOTE, held_on=date(2026, 11, 2), note="Den første"),
        a_follow_up(
            id=OPEN_NOTE,
            held_on=date(2026, 11, 20),
            note="Den anden",
            next_on=date(2027, 1, 20),
            repatriation_guided=True,
            finished_at=now,
        ),
    )
    with Office(made.store) as office, office.store.work() as unit:
        unit.cases.add(a_case(case_number=SIGNED_CASE, follow_ups=talks))
        yonas = a_citizen(given_names="Yonas", family_name="Tesfay", cpr=None, birth_date=None)
        unit.cases.add(a_case(case_number=DRAFT_CASE, citizen=yonas, plans=(a_draft(),)))
        farid = a_citizen(given_names="Farid", family_name="Rahimi", cpr=None, birth_date=None)
        unit.cases.add(a_case(case_number=READY_CASE, citizen=farid, plans=(a_draft(ready_on=SIGNED),)))
        unit.commit()


class Bench:
    """The unlocked window, what one sees in it, and what is in its store."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        window.unlocking.try_password(USER, PASSWORD)
        assert window.desk is not None
        self.desk: Desk = window.desk
        assert isinstance(self.desk.office, Office)
        self.office: Office = self.desk.office

    # What is in the store -----------------------------------------------------------------------------------------

    def case(self, number: str = SIGNED_CASE) -> Case:
        with self.office.store.work() as unit:
            return unit.cases.by_number(number)

    def contents(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return every row of every table, read anew."""
        rows = self.office.store.connection.rows
        tables = [name for (name,) in rows("SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY name")]
        return {table: rows(f'SELECT * FROM main."{table}"') for table in tables}  # noqa: S608 - the store's own

    def change_meanwhile(self, edit: Callable[[Case], Case], number: str = SIGNED_CASE) -> None:
        """Let somebody else save a case."""
        with self.office.store.work() as unit:
            unit.cases.save(edit(unit.cases.by_number(number)))
            unit.commit()

    # What one sees ------------------------------------------------------------------------------------------------

    @property
    def dialog(self) -> FormDialog | None:
        """The dialog that is open."""
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, FormDialog) and one.isVisible()]
        assert len(shown) <= 1
        return shown[0] if shown else None

    def open_dialog(self) -> FormDialog:
        dialog = self.dialog
        assert dialog is not None
        dialog.activateWindow()
        QApplication.processEvents()
        return dialog

    def fields(self) -> list[tuple[str, object]]:
        """Return what every field one sees holds, by its name: of the dialog, else of the page."""
        QApplication.processEvents()  # what came into sight has its place by now
        root = self.dialog or self.desk.shell._page_by_key[self.desk.page_key]
        return [
            (widget.accessibleName(), held)
            for widget in root.findChildren(QWidget)
            if widget.isVisible() and (held := _held(widget)) is not None
        ]

    def message(self) -> str:
        """Return what is said where what went wrong is said: over the fields of a dialog, else above the page."""
        dialog = self.dialog
        if dialog is not None:
            return dialog.form.summary.accessibleName() if dialog.form.summary.isVisible() else ""
        alerts = [self.desk._notices._failure, self.desk.settings_wing.page.team._failure]
        return "\n".join(texts_shown(alert) for alert in alerts if alert.isVisible())

    def is_said_at_a_field(self, sentence: str) -> bool:
        """Tell whether a sentence about the store stands at a field, as if the field were wrong."""
        dialog = self.dialog
        return dialog is not None and any(sentence in row.message for row in dialog.form._rows().values())

    def claims(self) -> str:
        """Return what the window says of being saved: the bar with what was done, and the foot of the window."""
        bar, status = self.desk.shell.done_bar, self.desk.shell.status
        return "\n".join(("" if bar.isHidden() else bar._text.text(), status._saved.text()))


def _held(widget: QWidget) -> object:
    """Return what an editor holds, None for what is none."""
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, TextArea):
        return widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        return widget.isChecked()
    return None


def texts_shown(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(QLabel) if label.isVisible())


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def type_text(text: str) -> None:
    QTest.keyClicks(focused(), text)


def replace_with(text: str) -> None:
    press(Qt.Key.Key_A, CONTROL)
    type_text(text)


# Troubles ------------------------------------------------------------------------------------------------------------


@contextmanager
def full_disk(bench: Bench) -> Iterator[None]:
    """Let SQLite find no room for another page: all that is written wants a megabyte more than there is."""
    connection = bench.office.store.connection
    raw = connection._raw
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    ballast = "INSERT OR REPLACE INTO drafts VALUES ('ballast', '', '', '', hex(zeroblob(500000)), '{}', '')"
    for table in ("log", "drafts"):
        raw.execute(f"CREATE TEMP TRIGGER full_{table} BEFORE INSERT ON main.{table} BEGIN {ballast}; END")
    _set(bench, f"PRAGMA max_page_count={pages}")
    try:
        yield
    finally:
        for table in ("log", "drafts"):
            raw.execute(f"DROP TRIGGER IF EXISTS full_{table}")
        _set(bench, "PRAGMA max_page_count=1000000")


@contextmanager
def gone_store(bench: Bench) -> Iterator[None]:
    """Take the folder of the store away, as when its drive is pulled out, and put it back."""
    folder = bench.office.store.path.parent
    aside = folder.with_name("pulled-out")
    folder.rename(aside)
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        aside.rename(folder)


@contextmanager
def read_only_store(bench: Bench) -> Iterator[None]:
    """Let SQLite refuse every write."""
    _set(bench, "PRAGMA query_only=ON")
    try:
        yield
    finally:
        _set(bench, "PRAGMA query_only=OFF")


def _set(bench: Bench, setting: str) -> None:
    """Change a setting of the connection, which nobody else can once the store is open."""
    raw = bench.office.store.connection._raw
    raw.set_authorizer(None)
    raw.execute(setting).fetchall()
    bench.office.store.connection.restrict()


# Forms ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCase:
    """A form: how it is opened and typed in, how it is saved, and what of it is in the store then."""

    open: Callable[[Bench], None]
    type: Callable[[Bench], None]
    save: Callable[[Bench], None]
    stored: Callable[[Bench], object]
    expected: object
    typed: str
    """Something of what is typed, as it stands in a field."""
    logs_opening: bool = False


def _ctrl_enter(bench: Bench) -> None:
    if bench.dialog:
        bench.open_dialog()
    press(Qt.Key.Key_Return, CONTROL)


def _ctrl_s(_bench: Bench) -> None:
    press(Qt.Key.Key_S, CONTROL)


def _press_primary(bench: Bench) -> None:
    bench.open_dialog()._primary.click()


def _at_case(do: Callable[[Bench], None]) -> Callable[[Bench], None]:
    def opening(bench: Bench) -> None:
        bench.desk.open_case(SIGNED_CASE)
        do(bench)

    return opening


def _type_arrival(_bench: Bench) -> None:
    for place, text in enumerate(("Samira", "Haddad", "", "0101900001", "", "syr", "arabisk", "", "f", "171126")):
        if place:
            press(Qt.Key.Key_Tab)
        type_text(text)
    press(Qt.Key.Key_Tab)  # the last date is written out


def _type_phone(bench: Bench) -> None:
    bench.desk.case_wing.form.page.go_to("phone")
    replace_with("87654321")


def _type_in(field: str, text: str) -> Callable[[Bench], None]:
    def typing(bench: Bench) -> None:
        bench.open_dialog().form.go_to(field)
        replace_with(text)

    return typing


def _type_offer(bench: Bench) -> None:
    bench.open_dialog()
    press(Qt.Key.Key_End)
    _type_in("company", "Plejecenter Bakken")(bench)


def _type_correction(bench: Bench) -> None:
    _type_in("on", "2/11")(bench)
    _type_in("reason", "Afgørelsen var læst forkert")(bench)


def _type_family(bench: Bench) -> None:
    bench.open_dialog()
    type_text("yonas")


def _type_goal(_bench: Bench) -> None:
    replace_with("Arbejde på en kaffebar")


def _make_ready(bench: Bench) -> None:
    bench.desk.plan_wing.page._head._ready.click()
    bench.open_dialog()._primary.click()


def _type_signing(bench: Bench) -> None:
    _type_in("citizen", "28.10.2026")(bench)


def _go_to_name(name: str) -> None:
    for _step in range(60):
        if focused().accessibleName() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(name)


def _type_follow_up(_bench: Bench) -> None:
    _go_to_name("Tolk")
    type_text("Uden")
    _go_to_name("Notat")
    type_text("Har mødt stabilt på sprogcentret.")
    _go_to_name("Aftalt")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)


def _type_note(_bench: Bench) -> None:
    _go_to_name("Notat")
    replace_with("Mangler børnepasning.")


def _change_note(bench: Bench) -> None:
    bench.desk.follow_up_wing.open(SIGNED_CASE, OPEN_NOTE)


def _correct_note(bench: Bench) -> None:
    bench.desk.follow_up_wing._case_view.follow_up_correction_wanted.emit(LOCKED_NOTE, "2. november 2026 · Samtale")


def _open_settings(bench: Bench) -> None:
    bench.desk.settings_wing.open("team")


def _type_settings(bench: Bench) -> None:
    line = bench.desk.settings_wing.page.team._lines["email"]  # type: ignore[index]
    line.setFocus()
    replace_with("integration@nordsund.dk")


def _choose_copied(bench: Bench) -> None:
    bench.open_dialog()
    press(Qt.Key.Key_Space)


def _talks(bench: Bench) -> list[FollowUp]:
    return [talk for talk in bench.case().follow_ups if talk.id not in {OPEN_NOTE, LOCKED_NOTE}]


def _note(bench: Bench, note: str) -> FollowUp:
    return next(talk for talk in bench.case().follow_ups if talk.id == note)


def _state(bench: Bench, number: str) -> PlanState:
    case = bench.case(number)
    return state_of(case.plans[0], case.plans)


def _copies(bench: Bench) -> int:
    return len(bench.office.store.connection.rows("SELECT seq FROM log WHERE action = 'copied'"))


def _write_plan(bench: Bench) -> None:
    bench.desk.open_case(DRAFT_CASE)
    bench.desk.plan_wing.write(DRAFT_CASE, 1)


FORMS: dict[str, FormCase] = {
    "new arrival": FormCase(
        open=lambda bench: bench.desk.arrival_wing.new_arrival(),
        type=_type_arrival,
        save=_ctrl_enter,
        stored=lambda bench: [line for line in bench.contents()["citizens"] if "Samira" in line] != [],
        expected=True,
        typed="Haddad",
    ),
    "master data": FormCase(
        open=_at_case(lambda bench: bench.desk.case_wing.edit()),
        type=_type_phone,
        save=_ctrl_s,
        stored=lambda bench: bench.case().citizen.phone,
        expected="87654321",
        typed="87654321",
    ),
    "event": FormCase(
        open=_at_case(lambda bench: bench.desk.case_wing.record()),
        type=_type_in("note", "Skrevet på papir"),
        save=_press_primary,
        stored=lambda bench: [event.note for event in bench.case().events],
        expected=["Skrevet på papir"],
        typed="Skrevet på papir",
    ),
    "offer": FormCase(
        open=_at_case(lambda bench: bench.desk.case_wing.record()),
        type=_type_offer,
        save=_ctrl_enter,
        stored=lambda bench: [offer.company for offer in bench.case().offers],
        expected=["Plejecenter Bakken"],
        typed="Plejecenter Bakken",
    ),
    "corrected date": FormCase(
        open=_at_case(lambda bench: bench.desk.case_wing.correct()),
        type=_type_correction,
        save=_ctrl_enter,
        stored=lambda bench: [(one.after, one.reason) for one in bench.case().corrections],
        expected=[(date(2026, 11, 2), "Afgørelsen var læst forkert")],
        typed="Afgørelsen var læst forkert",
    ),
    "family": FormCase(
        open=_at_case(lambda bench: bench.desk.case_wing._add_to_family()),
        type=_type_family,
        save=_press_primary,
        stored=lambda bench: bench.case().household is not None,
        expected=True,
        typed="yonas",
    ),
    "plan": FormCase(
        open=_write_plan,
        type=_type_goal,
        save=_ctrl_s,
        stored=lambda bench: bench.case(DRAFT_CASE).plans[0].goals[0].text,
        expected="Arbejde på en kaffebar",
        typed="Arbejde på en kaffebar",
    ),
    "plan made ready": FormCase(
        open=_write_plan,
        type=_type_goal,
        save=_make_ready,
        stored=lambda bench: (_state(bench, DRAFT_CASE), bench.case(DRAFT_CASE).plans[0].goals[0].text),
        expected=(PlanState.READY, "Arbejde på en kaffebar"),
        typed="Arbejde på en kaffebar",
    ),
    "signatures": FormCase(
        open=lambda bench: bench.desk.plan_wing.sign(READY_CASE, 1),
        type=_type_signing,
        save=_ctrl_enter,
        stored=lambda bench: bench.case(READY_CASE).plans[0].signed_by_citizen_on,
        expected=date(2026, 10, 28),
        typed="28.10.2026",
    ),
    "annulment": FormCase(
        open=lambda bench: bench.desk.plan_wing.annul(SIGNED_CASE, 1),
        type=_type_in("reason", "Forkert sag"),
        save=_ctrl_enter,
        stored=lambda bench: [plan.annulment.reason for plan in bench.case().plans if plan.annulment],
        expected=["Forkert sag"],
        typed="Forkert sag",
    ),
    "follow-up": FormCase(
        open=_at_case(lambda bench: bench.desk.follow_up_wing.open_here()),
        type=_type_follow_up,
        save=_ctrl_enter,
        stored=lambda bench: [talk.note for talk in _talks(bench)],
        expected=["Har mødt stabilt på sprogcentret."],
        typed="Har mødt stabilt på sprogcentret.",
    ),
    "follow-up saved and closed": FormCase(
        open=_at_case(lambda bench: bench.desk.follow_up_wing.open_here()),
        type=_type_note,
        save=lambda bench: bench.desk.follow_up_wing.page._leave.click(),
        stored=lambda bench: [draft.content["note"] for draft in bench.office.drafts.mine()],
        expected=["Mangler børnepasning."],
        typed="Mangler børnepasning.",
    ),
    "changed follow-up": FormCase(
        open=_at_case(_change_note),
        type=_type_note,
        save=_ctrl_enter,
        stored=lambda bench: _note(bench, OPEN_NOTE).note,
        expected="Mangler børnepasning.",
        typed="Mangler børnepasning.",
    ),
    "correction of a note": FormCase(
        open=_at_case(_correct_note),
        type=_type_in("text", "Mentor var ikke med."),
        save=_ctrl_enter,
        stored=lambda bench: [one.text for one in _note(bench, LOCKED_NOTE).corrections],
        expected=["Mentor var ikke med."],
        typed="Mentor var ikke med.",
    ),
    "settings": FormCase(
        open=_open_settings,
        type=_type_settings,
        save=lambda _bench: press(Qt.Key.Key_Return),
        stored=lambda bench: [line for line in bench.contents()["settings"] if "integration@nordsund.dk" in line] != [],
        expected=True,
        typed="integration@nordsund.dk",
    ),
    "copying out": FormCase(
        open=_at_case(lambda bench: bench.desk.case_wing.copy_out()),
        type=_choose_copied,
        save=_press_primary,
        stored=lambda bench: (_copies(bench), "Fornavn: Rima" in QGuiApplication.clipboard().text()),
        expected=(1, True),
        typed="",
    ),
}
