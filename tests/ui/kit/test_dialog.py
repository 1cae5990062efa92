"""Dialogs: opened, answered by keyboard, kept open by what is wrong, and gone when closed."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.translation import ENGLISH, _, set_language
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.dialog import ConfirmDialog, FormDialog
from desktop_app.ui.fields import FieldRow, FieldState
from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.surfaces import ScrollArea
from desktop_app.ui.text_area import TextArea
from desktop_app.ui.theme import Theme
from tests.ui.conftest import Show
from tests.ui.kit.parts import date_field

pytestmark = pytest.mark.usefixtures("theme")


class Sign(FormDialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Registrér underskrift", "Markér som underskrevet", intro="Kontrakten låses.")
        self.day, self.name, self.note = date_field(), LineEdit(), TextArea()
        self.body.add(
            self.form.add("day", FieldRow("Underskrevet den", self.day)),
            self.form.add("name", FieldRow("Navn", self.name)),
            self.form.add("note", FieldRow("Bemærkning", self.note)),
        )
        self.heard: list[str] = []
        self.accepted_form.connect(self._accepted)
        self.cancelled.connect(self._cancelled)

    def _accepted(self) -> None:
        self.heard.append("accepted")

    def _cancelled(self) -> None:
        self.heard.append("cancelled")


@pytest.fixture
def window(show: Show) -> QWidget:
    return show(LineEdit(), width=1280, height=800)


def opened(dialog: FormDialog) -> FormDialog:
    dialog.open()
    dialog.activateWindow()
    QApplication.processEvents()
    return dialog


@pytest.fixture
def dialog(window: QWidget) -> Sign:
    made = Sign(window)
    opened(made)
    return made


def let_go() -> None:
    """Let what asked to be deleted be so."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_dialog_keeps_the_page_under_it_from_being_used_and_begins_at_its_first_field(dialog: Sign) -> None:
    assert dialog.windowModality() is Qt.WindowModality.WindowModal
    assert dialog.day.hasFocus()
    assert dialog.windowTitle() == dialog.accessibleName() == "Registrér underskrift"
    assert dialog.accessibleDescription() == "Kontrakten låses."


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_in_a_field_of_one_line_is_the_act(dialog: Sign, key: Qt.Key) -> None:
    QTest.keyClick(dialog.name, key)

    assert dialog.heard == ["accepted"]
    assert dialog.isVisible()


def test_enter_in_a_date_is_the_act_once_the_date_is_read(dialog: Sign) -> None:
    QTest.keyClicks(dialog.day._line, "i dag")
    QTest.keyClick(dialog.day._line, Qt.Key.Key_Return)

    assert dialog.heard == ["accepted"]
    assert dialog.day.text() == "23.11.2026"


def test_enter_in_a_text_is_a_new_line(dialog: Sign) -> None:
    dialog.note.setFocus()
    QTest.keyClicks(dialog.note, "a")
    QTest.keyClick(dialog.note, Qt.Key.Key_Return)

    assert dialog.note.text() == "a\n"
    assert dialog.heard == []


@pytest.mark.parametrize("place", ["name", "note", "day._line", "day._button", "_cancel", "_primary"])
def test_ctrl_enter_is_the_act_from_anywhere(dialog: Sign, place: str) -> None:
    at: object = dialog
    for name in place.split("."):
        at = getattr(at, name)
    assert isinstance(at, QWidget)

    at.setFocus()
    QTest.keyClick(at, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert dialog.heard == ["accepted"]
    assert dialog.note.text() == ""


@pytest.mark.parametrize("place", ["name", "note", "_primary"])
def test_esc_cancels_from_anywhere(dialog: Sign, place: str) -> None:
    heard = dialog.heard

    QTest.keyClick(getattr(dialog, place), Qt.Key.Key_Escape)

    assert heard == ["cancelled"]


def test_the_buttons_act_and_cancel(dialog: Sign) -> None:
    heard = dialog.heard

    dialog._primary.click()
    assert heard == ["accepted"]
    assert dialog.isVisible()

    dialog._cancel.click()
    assert heard == ["accepted", "cancelled"]


def test_a_dialog_that_is_done_closes_without_being_cancelled(dialog: Sign) -> None:
    heard = dialog.heard

    dialog.finish()

    assert not dialog.isVisible()
    assert heard == []


def test_what_is_wrong_keeps_the_dialog_open_and_what_was_typed(dialog: Sign) -> None:
    QTest.keyClicks(dialog.name, "Rima")
    before = dialog.height()

    dialog.form.show_problems({"day": "Indtast den dato, borgeren underskrev"})
    QApplication.processEvents()
    QApplication.processEvents()

    assert dialog.isVisible()
    assert dialog.name.text() == "Rima"
    assert dialog.form.row("day").state is FieldState.ERROR
    assert dialog.form.summary.hasFocus()
    assert dialog.height() > before


def test_what_went_wrong_in_saving_is_told_in_the_dialog(dialog: Sign) -> None:
    dialog.show_error("Disken er fuld. Frigør plads, og prøv igen.")

    assert dialog.form.summary.isVisible()
    assert "Disken er fuld" in dialog.form.summary.accessibleName()


def test_nothing_can_be_pressed_while_the_act_is_under_way(dialog: Sign) -> None:
    dialog.set_busy(is_busy=True)

    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    QTest.keyClick(dialog.name, Qt.Key.Key_Escape)
    assert dialog.heard == []
    assert dialog._primary.text() == _("Saving …")

    dialog.set_busy(is_busy=False)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.heard == ["accepted"]
    assert dialog._primary.text() == "Markér som underskrevet"


def test_the_program_may_close_a_dialog_at_any_time(dialog: Sign) -> None:
    heard = dialog.heard
    dialog.set_busy(is_busy=True)

    dialog.close()

    assert not dialog.isVisible()
    assert heard == []  # nobody has cancelled: what is typed stays a draft


def test_a_dialog_is_cancelled_only_once(dialog: Sign) -> None:
    heard = dialog.heard

    dialog.reject()
    dialog.reject()

    assert heard == ["cancelled"]


@pytest.mark.parametrize("way", ["finish", "reject", "close"])
def test_a_closed_dialog_is_freed(window: QWidget, way: str) -> None:
    gc.collect()
    gc.disable()
    try:
        kept = weakref.ref(opened(Sign(window)))
        made = kept()
        assert made is not None
        made.form.show_problems({"day": "Indtast datoen", "": "Disken er fuld."})
        QApplication.processEvents()
        getattr(made, way)()
        del made
        let_go()

        assert kept() is None
        assert window.findChildren(FormDialog) == []
    finally:
        gc.enable()


def test_the_keyboard_is_back_where_it_was_when_a_dialog_closes(show: Show, qtbot: QtBot) -> None:
    first, second = LineEdit(), LineEdit()
    window = show(first, second)
    second.setFocus()
    dialog = opened(Sign(window))

    dialog.reject()
    window.activateWindow()

    qtbot.waitUntil(second.hasFocus)


def test_a_question_begins_at_its_verb_and_enter_says_yes(window: QWidget) -> None:
    dialog = opened(ConfirmDialog(window, "Sæt opgaven til ikke relevant?", "Du kan fortryde.", "Sæt", "Behold"))
    heard: list[str] = []
    dialog.accepted_form.connect(lambda: heard.append("yes"))

    assert dialog._primary.hasFocus()
    QTest.keyClick(dialog._primary, Qt.Key.Key_Return)

    assert heard == ["yes"]
    dialog.finish()


def test_what_cannot_be_undone_begins_at_letting_it_be(window: QWidget) -> None:
    question = 'Slet bilaget "scan.pdf"?'
    dialog = opened(ConfirmDialog(window, question, "Det kan ikke gendannes.", "Slet bilag", "Behold", is_final=True))
    heard: list[str] = []
    dialog.accepted_form.connect(lambda: heard.append("yes"))
    dialog.cancelled.connect(lambda: heard.append("no"))

    assert dialog._cancel.hasFocus()
    assert (dialog._cancel.text(), dialog._primary.text()) == ("Behold", "Slet bilag")
    QTest.keyClick(dialog._cancel, Qt.Key.Key_Return)

    assert heard == ["no"]


@pytest.mark.parametrize("language", ["da", ENGLISH])
@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_of_a_dialog_is_clipped_or_without_a_name(
    window: QWidget, theme: Theme, scale: int, language: str
) -> None:
    set_language(language)
    theme.choose_text_scale(scale)
    dialog = Sign(window)
    opened(dialog)
    dialog.form.show_problems({"day": "Datoen for overtagelse kan ikke ligge før datoen for visitering"})
    for _pass in range(4):
        QApplication.processEvents()

    assert clipped_texts(dialog) == []
    assert unnamed_widgets(dialog) == []
    screen = dialog.screen().availableGeometry()
    assert dialog.height() <= screen.height()
    assert dialog.width() <= screen.width()
    dialog.finish()


def test_a_dialog_too_high_for_the_screen_scrolls(window: QWidget, theme: Theme) -> None:
    theme.choose_text_scale(200)
    dialog = Sign(window)
    dialog.body.add(*(FieldRow(f"Felt {n}", LineEdit()) for n in range(8)))
    opened(dialog)
    area = dialog.findChild(ScrollArea)
    assert area is not None

    assert area.verticalScrollBar().maximum() > 0
    assert area.horizontalScrollBar().maximum() == 0
    assert dialog._primary.isVisible()
    dialog.finish()


def test_a_dialog_stands_up_to_larger_text_while_it_shows(dialog: Sign, theme: Theme) -> None:
    before = dialog.width()

    theme.choose_text_scale(150)
    for _pass in range(4):
        QApplication.processEvents()

    assert dialog.width() > before
    assert clipped_texts(dialog) == []
