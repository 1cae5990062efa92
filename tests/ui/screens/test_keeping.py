"""What is typed outlives locking, closing and a full disk; nothing of it is seen while the program is locked."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from weakref import ref

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.application.ports import Draft
from desktop_app.composition import Office
from desktop_app.composition.draft_desk import DraftDesk
from desktop_app.presenters.drafts import Difference
from desktop_app.storage.store import open_store
from desktop_app.ui.buttons import Button
from desktop_app.ui.desk import Desk
from desktop_app.ui.dialog import ConfirmDialog, FormDialog
from desktop_app.ui.differences_dialog import DifferencesDialog
from desktop_app.ui.main_window import MainWindow
from tests.ui.screens.conftest import PASSWORD, USER, DemoStore


class NoteForm(QObject):
    """A form with one field, on a page of its own."""

    edited = Signal()
    screen = "test-note"
    subject = "case-1"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.draft_id: str | None = None
        self.page = QLineEdit()
        self.page.setAccessibleName("Notat")
        self.page.textEdited.connect(self.edited)
        self._desk = desk
        desk.add_page(self.screen, self.page)
        desk.register_form(self, self.edited)

    def content(self) -> Mapping[str, Any] | None:
        return {"note": self.page.text()} if self.page.text() else None

    def based_on(self) -> Mapping[str, int]:
        return {}

    def title(self, draft: Draft) -> str:
        return f"Notat, {draft.subject}"

    def resume(self, draft: Draft) -> None:
        self.page.setText(draft.content["note"])
        self._desk.show_page(self.screen)

    def differences(self, draft: Draft) -> Sequence[Difference]:
        return [Difference("Notat", "", draft.content["note"])]


def open_form(desk: Desk) -> NoteForm:
    form = NoteForm(desk)
    desk.show_page(form.screen)
    form.page.setFocus()
    return form


def unlocked(window: MainWindow) -> Desk:
    window.unlocking.try_password(USER, PASSWORD)
    assert window.desk is not None
    return window.desk


def shown(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(QLabel) if label.isVisible())


def press(words: str, root: QWidget) -> None:
    [button] = [one for one in root.findChildren(Button) if one.text() == words and one.isVisible()]
    button.click()


@pytest.fixture(autouse=True)
def no_drafts_left(demo_store: DemoStore) -> Iterator[None]:
    """The store is shared by every test of the screens; by now the window has been closed."""
    yield
    with Office(open_store(demo_store.path, user=USER, password=PASSWORD)) as office:
        for draft in office.drafts.mine():
            office.drafts.discard(draft.id)


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    def refuse(*_arguments: object, **_more: object) -> Draft:
        raise StorageUnavailable(StorageTrouble.DISK_FULL)

    monkeypatch.setattr(DraftDesk, "keep", refuse)
    return monkeypatch


def test_a_second_after_the_last_key_the_draft_is_in_the_store(desk: Desk, qtbot: QtBot) -> None:
    form = open_form(desk)

    QTest.keyClicks(form.page, "Rima har mødt stabilt")

    qtbot.waitUntil(lambda: bool(desk.office.drafts.mine()), timeout=3_000)
    [draft] = desk.office.drafts.mine()
    assert draft.content == {"note": "Rima har mødt stabilt"}
    assert "Kladde gemt kl." in shown(desk)


def test_what_was_typed_is_offered_after_locking_at_once(window: MainWindow, desk: Desk) -> None:
    form = open_form(desk)
    QTest.keyClicks(form.page, "Rima har")

    window.lock()
    assert window.desk is None
    again = unlocked(window)
    NoteForm(again)
    again.drafts.offer()

    assert "Du har en kladde fra kl." in shown(again)
    assert "Notat, case-1" in shown(again)


def test_going_on_with_the_draft_brings_it_back(window: MainWindow, desk: Desk) -> None:
    QTest.keyClicks(open_form(desk).page, "Rima har")
    window.lock()
    again = unlocked(window)
    form = NoteForm(again)
    again.drafts.offer()

    press("Fortsæt kladden", again)

    assert form.page.text() == "Rima har"
    assert again.page_key == NoteForm.screen
    assert "Du har en kladde" not in shown(again)


def test_the_differences_are_shown_and_one_goes_on_from_there(window: MainWindow, desk: Desk) -> None:
    QTest.keyClicks(open_form(desk).page, "Rima har")
    window.lock()
    again = unlocked(window)
    form = NoteForm(again)
    again.drafts.offer()

    press("Se forskelle", again)

    [dialog] = again.findChildren(DifferencesDialog)
    assert "Rima har" in shown(dialog)
    press("Fortsæt kladden", dialog)
    assert form.page.text() == "Rima har"


def test_a_discarded_draft_is_gone(window: MainWindow, desk: Desk) -> None:
    QTest.keyClicks(open_form(desk).page, "Rima har")
    window.lock()
    again = unlocked(window)
    NoteForm(again)
    again.drafts.offer()

    press("Kassér", again)

    assert again.office.drafts.mine() == []


def test_locking_closes_every_dialog_and_asks_nothing(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    dialog = FormDialog(desk, "Registrér underskrift", "Registrér")
    desk.add_dialog(dialog)
    dialog.open()
    gone = ref(dialog)
    del dialog

    window.lock()

    assert QApplication.activeModalWidget() is None
    qtbot.waitUntil(lambda: gone() is None)


def test_locking_leaves_no_widget_behind(window: MainWindow, qtbot: QtBot) -> None:
    before = set(QApplication.topLevelWidgets())  # those of earlier tests among them
    unlocked(window)

    window.lock()

    qtbot.waitUntil(lambda: set(QApplication.topLevelWidgets()) <= before)


def test_ctrl_l_locks_while_one_types(window: MainWindow, desk: Desk) -> None:
    form = open_form(desk)
    QTest.keyClicks(form.page, "Rima")

    QTest.keyClick(form.page, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert window.desk is None
    assert "fordi du bad om det" in shown(window)


def test_ctrl_l_locks_over_a_dialog(window: MainWindow, desk: Desk, demo_store: DemoStore, qtbot: QtBot) -> None:
    desk.open_case(demo_store.case_number)
    desk.case_wing.copy_out()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)

    QTest.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert window.desk is None
    assert QApplication.activeModalWidget() is None


def test_nobody_there_locks_and_says_why(window: MainWindow, desk: Desk) -> None:  # noqa: ARG001 - unlocked
    window.idle_watch.idle.emit()

    assert window.desk is None
    assert "fordi programmet ikke var i brug i 10 minutter" in shown(window)


def test_the_last_minute_is_told_and_one_can_stay(window: MainWindow, desk: Desk) -> None:
    window.idle_watch.time_left.emit(42)
    assert "Programmet låser om 42 sekunder. Din kladde er gemt." in shown(desk)

    press("Bliv i programmet", desk)
    window.idle_watch.time_left.emit(0)

    assert "låser om" not in shown(desk)


def test_the_last_minute_lets_one_lock_at_once(window: MainWindow, desk: Desk) -> None:
    window.idle_watch.time_left.emit(42)

    press("Lås nu", desk)

    assert window.desk is None


@pytest.mark.usefixtures("full_disk")
def test_a_draft_that_cannot_be_kept_is_told_and_stays_on_the_screen(desk: Desk, qtbot: QtBot) -> None:
    form = open_form(desk)
    QTest.keyClicks(form.page, "Rima har")

    qtbot.waitUntil(lambda: "disken er fuld" in shown(desk), timeout=3_000)
    assert form.page.text() == "Rima har"
    assert "Kladden er ikke gemt" in shown(desk)
    form.page.clear()  # or the window would not close


def test_what_could_not_be_kept_is_offered_after_unlocking(
    window: MainWindow, desk: Desk, full_disk: pytest.MonkeyPatch
) -> None:
    QTest.keyClicks(open_form(desk).page, "kun her")

    window.lock()
    assert "kun her" not in shown(window)
    full_disk.undo()
    whose, carried = window._carried
    again = unlocked(window)
    form = NoteForm(again)
    again.drafts.offer(carried)
    press("Fortsæt kladden", again)

    assert whose == USER
    assert form.page.text() == "kun her"


def test_closing_the_window_keeps_the_draft(window: MainWindow, desk: Desk) -> None:
    QTest.keyClicks(open_form(desk).page, "Rima har")

    window.close()

    assert window.isHidden()
    window.show()
    assert [draft.content for draft in unlocked(window).office.drafts.mine()] == [{"note": "Rima har"}]


def test_the_window_does_not_close_over_what_cannot_be_kept(
    window: MainWindow, desk: Desk, full_disk: pytest.MonkeyPatch
) -> None:
    QTest.keyClicks(open_form(desk).page, "kun her")

    window.close()

    assert window.isVisible()
    [dialog] = window.findChildren(ConfirmDialog)
    assert "kan ikke gemmes" in shown(dialog)
    press("Bliv i programmet", dialog)
    assert window.isVisible()
    full_disk.undo()


@pytest.mark.usefixtures("full_disk")
def test_one_may_close_and_lose_it_after_all(window: MainWindow, desk: Desk) -> None:
    QTest.keyClicks(open_form(desk).page, "kun her")
    window.close()
    [dialog] = window.findChildren(ConfirmDialog)

    press("Luk, og mist det", dialog)

    assert window.isHidden()


def test_another_user_is_not_offered_what_could_not_be_kept(window: MainWindow, desk: Desk) -> None:
    moment = desk._now()
    draft = Draft(id="", user="", screen="arrival", subject="", content={}, based_on={}, saved_at=moment)
    window.lock()
    window._carried = ("Anna Krogh", [draft])

    again = unlocked(window)

    assert "Du har en kladde" not in shown(again)
    assert window._carried == ("Anna Krogh", [draft])
    window._carried = ("", ())


def test_what_was_done_is_told_with_the_moment_it_was_saved(desk: Desk) -> None:
    undone: list[bool] = []

    desk.say_done("Opgaven er gennemført.", lambda: undone.append(True))
    press("Fortryd", desk)

    assert "Alt er gemt · kl." in shown(desk)
    assert undone == [True]
