"""What was just done, for a while, and how to undo it."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.translation import ENGLISH, set_language
from desktop_app.ui import done_bar
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.buttons import Button
from desktop_app.ui.done_bar import DoneBar, Following
from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.theme import Theme
from tests.ui.conftest import Show

pytestmark = pytest.mark.usefixtures("theme")

SIGNED = "Kontrakten er markeret som underskrevet."
DONE = "Opgaven er gennemført."


def test_what_was_done_is_said_and_taken_away_again_by_itself(
    show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(done_bar, "_SHOWN_MS", 30)
    bar = DoneBar()
    show(Button("Åbn"), bar)
    assert bar.isHidden()

    bar.show_done(SIGNED, can_undo=True)
    assert bar.isVisible()
    assert bar._text.text() == SIGNED

    qtbot.waitUntil(bar.isHidden)


def test_it_is_shown_for_ten_seconds(show: Show) -> None:
    bar = DoneBar()
    show(Button("Åbn"), bar)

    bar.show_done(DONE)

    assert bar._timer.isActive()
    assert bar._timer.interval() == 10_000


def test_the_keyboard_stays_where_it_is(show: Show) -> None:
    bar, button = DoneBar(), Button("Åbn")
    show(bar, button)
    button.setFocus()

    bar.show_done(DONE, can_undo=True)

    assert button.hasFocus()


def test_ctrl_z_undoes_the_act_once(show: Show) -> None:
    bar, button = DoneBar(), Button("Åbn")
    show(bar, button)
    button.setFocus()
    heard: list[str] = []
    bar.undo_wanted.connect(lambda: heard.append("undo"))

    bar.show_done(SIGNED, can_undo=True)
    QTest.keyClick(button, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(button, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert heard == ["undo"]
    assert bar.isHidden()


def test_the_link_undoes_the_act(show: Show) -> None:
    bar = DoneBar()
    show(bar)
    heard: list[str] = []
    bar.undo_wanted.connect(lambda: heard.append("undo"))

    bar.show_done(SIGNED, can_undo=True)
    bar._undo.click()

    assert heard == ["undo"]
    assert bar.isHidden()


def test_in_a_field_ctrl_z_is_the_text_s_own(show: Show) -> None:
    bar, field = DoneBar(), LineEdit()
    show(bar, field)
    field.setFocus()
    QTest.keyClicks(field, "Rima")
    heard: list[str] = []
    bar.undo_wanted.connect(lambda: heard.append("undo"))

    bar.show_done(SIGNED, can_undo=True)
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert field.text() == ""
    assert heard == []


def test_what_cannot_be_undone_offers_no_undoing(show: Show) -> None:
    bar, button = DoneBar(), Button("Åbn")
    show(bar, button)
    button.setFocus()
    heard: list[str] = []
    bar.undo_wanted.connect(lambda: heard.append("undo"))

    bar.show_done(SIGNED, can_undo=True)
    bar.show_done(DONE)
    QTest.keyClick(button, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert heard == []
    assert bar._undo.isHidden()
    assert bar._text.text() == DONE


def test_time_stands_still_while_the_pointer_is_there(show: Show) -> None:
    bar = DoneBar()
    show(Button("Åbn"), bar)
    bar.show_done(SIGNED)

    middle = QPointF(bar.rect().center())
    QApplication.sendEvent(bar, QEnterEvent(middle, middle, middle))
    assert not bar._timer.isActive()

    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    assert bar._timer.isActive()


def test_time_stands_still_while_the_keyboard_is_there_and_it_goes_back_when_the_bar_does(show: Show) -> None:
    button, bar = Button("Åbn"), DoneBar()
    show(button, bar)
    button.setFocus()
    bar.show_done(SIGNED, can_undo=True)

    QTest.keyClick(button, Qt.Key.Key_Tab)
    assert bar._undo.hasFocus()
    assert not bar._timer.isActive()
    QTest.keyClick(bar._undo, Qt.Key.Key_Tab)
    assert bar._close.hasFocus()
    assert not bar._timer.isActive()
    QTest.keyClick(bar._close, Qt.Key.Key_Return)

    assert bar.isHidden()
    assert button.hasFocus()


def test_time_goes_on_when_the_keyboard_leaves(show: Show) -> None:
    button, bar = Button("Åbn"), DoneBar()
    show(button, bar)
    button.setFocus()
    bar.show_done(SIGNED, can_undo=True)
    bar._undo.setFocus()

    button.setFocus()

    assert bar._timer.isActive()
    assert bar._timer.interval() >= 4_000


def test_the_keyboard_goes_nowhere_when_where_it_came_from_is_gone(show: Show) -> None:
    place, bar = QWidget(), DoneBar()
    button = Button("Åbn")
    button.setParent(place)
    show(place, bar)
    button.show()
    button.setFocus()
    bar.show_done(SIGNED, can_undo=True)
    bar._undo.setFocus()

    button.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    bar.dismiss()

    assert bar.isHidden()


def test_a_screen_reader_hears_what_was_done_and_how_to_undo_it(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(done_bar, "announce", lambda _widget, sentence: told.append(sentence))
    bar = DoneBar()
    show(bar)

    bar.show_done(SIGNED, can_undo=True)
    bar.show_done(DONE)

    assert told == [f"{SIGNED} Fortryd med Ctrl+Z.", DONE]
    assert bar._undo.accessibleName() == f"Fortryd: {DONE}"


def test_a_bar_without_its_window_hears_nothing_of_the_keyboard(show: Show) -> None:
    field, other = LineEdit(), LineEdit()
    show(field, other)
    gc.collect()
    gc.disable()
    try:
        bar = DoneBar()
        bar.show_done(DONE, can_undo=True)
        kept = weakref.ref(bar)
        bar.close()
        del bar
        assert kept() is None
    finally:
        gc.enable()

    other.setFocus()
    assert other.hasFocus()


@pytest.mark.parametrize("language", ["da", ENGLISH])
@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_of_it_is_clipped_or_without_a_name(show: Show, theme: Theme, scale: int, language: str) -> None:
    set_language(language)
    theme.choose_text_scale(scale)
    bar = DoneBar()
    window = show(bar, width=640)

    bar.show_done(SIGNED, can_undo=True)
    for _pass in range(3):
        QApplication.processEvents()

    assert clipped_texts(window) == []
    assert unnamed_widgets(window) == []
    assert bar.width() == 640


def test_in_a_narrow_place_the_links_stand_under_the_text(show: Show, qtbot: QtBot) -> None:
    bar = DoneBar()
    window = show(bar, width=900)
    bar.show_done(SIGNED, can_undo=True)
    qtbot.waitUntil(lambda: bar._undo.y() < bar._text.geometry().bottom())

    window.resize(380, 300)

    qtbot.waitUntil(lambda: bar._undo.y() > bar._text.geometry().bottom())


def test_what_one_does_next_is_offered_and_done_once(show: Show) -> None:
    bar, done = DoneBar(), list[str]()
    show(Button("Åbn"), bar)
    bar.show_done(DONE)
    assert not bar._following.isVisible()

    bar.show_done(DONE, following=Following("Vis referat …", lambda: done.append("vist")))
    bar._following.click()

    assert done == ["vist"]
    assert bar.isHidden()
