"""The parts the guide and the settings are made of: passwords, the recovery key, folders, steps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.folder_field import FolderField
from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.palette import LIGHT, Token
from desktop_app.ui.password_field import PasswordField, StrengthMeter
from desktop_app.ui.recovery_key_box import RecoveryKeyBox
from desktop_app.ui.step_list import StepList
from desktop_app.ui.theme import Theme
from tests.ui.conftest import Show

GROUPS = ("7Q3KD", "00001", "ABCDE", "FGHJK", "MNPQR", "STVWX", "YZ234", "56789")


def is_hidden(line: QLineEdit) -> bool:
    return line.echoMode() is QLineEdit.EchoMode.Password


def test_a_password_is_hidden_until_one_asks_to_see_it(show: Show) -> None:
    field = PasswordField("Adgangskode")
    show(field)
    QTest.keyClicks(field.line, "fire ord")
    assert is_hidden(field.line)

    field._reveal.click()
    assert not is_hidden(field.line)
    assert (field._reveal.text(), field.text()) == ("Skjul", "fire ord")

    field._reveal.click()
    assert is_hidden(field.line)


def test_the_second_typing_is_shown_and_hidden_with_the_first(show: Show) -> None:
    field, again = PasswordField("Adgangskode"), LineEdit()
    field.reveal_with(again)
    show(field, again)
    assert is_hidden(again)

    field._reveal.click()
    assert not is_hidden(again)
    again.setText("x")
    field.clear()

    assert is_hidden(again)
    assert field.text() == again.text() == ""


@pytest.mark.parametrize(
    ("filled", "token"), [(0, Token.DIVIDER), (1, Token.OVERDUE_MARK), (2, Token.SOON_MARK), (4, Token.DONE_MARK)]
)
def test_strength_is_shown_in_bars_and_said_in_a_word(show: Show, filled: int, token: Token) -> None:
    meter = StrengthMeter(4)
    show(meter)

    meter.show_strength(filled, "Et ord")

    first = meter._bars.grab().toImage().pixelColor(3, 2).name().upper()
    last = meter._bars.grab().toImage().pixelColor(meter._bars.width() - 3, 2).name().upper()
    assert first == LIGHT[token]
    assert (last == LIGHT[Token.DONE_MARK]) is (filled == 4)
    assert meter._word.text() == "Et ord"


def test_a_recovery_key_is_spelt_for_who_cannot_see_it(show: Show) -> None:
    box = RecoveryKeyBox()
    box.show_groups(GROUPS)
    window = show(box)

    box.setFocus(Qt.FocusReason.TabFocusReason)

    assert box.hasFocus()
    assert box.accessibleDescription().startswith("gruppe 1: 7 Q 3 K D; gruppe 2: 0 0 0 0 1; ")
    assert unnamed_widgets(window) == []


def test_groups_stand_in_columns_and_wrap_when_there_is_little_room(qtbot: QtBot, show: Show, theme: Theme) -> None:
    box = RecoveryKeyBox()
    box.show_groups(GROUPS)
    window = show(box, width=600)
    parts = [line.itemAt(place).geometry() for line in box._lines for place in range(4)]  # type: ignore[union-attr]
    assert [part.x() for part in parts[:4]] == [part.x() for part in parts[4:]]

    theme.choose_text_scale(200)
    window.resize(500, 900)

    qtbot.waitUntil(lambda: clipped_texts(window) == [])


def test_another_key_takes_the_place_of_the_one_shown(show: Show) -> None:
    box = RecoveryKeyBox()
    box.show_groups(GROUPS)
    show(box)

    box.show_groups(())

    assert [line.count() for line in box._lines] == [0, 0]
    assert box.accessibleDescription() == ""


def test_a_folder_is_chosen_in_the_systems_dialog_and_never_typed(qtbot: QtBot, show: Show) -> None:
    field = FolderField("Mappe", width=300)
    show(field)
    field.show_path("/sager", "/")
    assert field.path() == "/sager"
    QTest.keyClicks(field.editor, "x")
    assert field.path() == "/sager"

    QTest.keyClick(field.button, Qt.Key.Key_Return)
    [dialog] = field.findChildren(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    with qtbot.waitSignal(field.chosen) as heard:
        dialog.fileSelected.emit("/kopier")
    assert heard.args == ["/kopier"]
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


def test_the_steps_of_a_guide_say_where_one_is(show: Show) -> None:
    steps = StepList(["Velkommen", "Placering", "Eksempeldata"])
    show(steps)
    assert steps.accessibleName() == "Trin 1 af 3: Velkommen"
    before = steps.grab().toImage()

    steps.show_step(2)

    assert steps.accessibleName() == "Trin 2 af 3: Placering"
    assert steps.grab().toImage() != before


def test_the_steps_grow_with_the_text(show: Show, theme: Theme) -> None:
    steps = StepList(["Velkommen", "Adgangskode og nødnøgle"])
    show(steps)
    before = steps.sizeHint()

    theme.choose_text_scale(150)

    assert steps.sizeHint().width() > before.width()
    assert steps.sizeHint().height() > before.height()
