"""Passwords: hidden until one asks to see them, and how hard a new one is to guess."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app.translation import ENGLISH, set_language
from desktop_app.ui import password_field
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.fields import FieldState
from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.palette import LIGHT, Status, Token
from desktop_app.ui.password_field import PasswordField, StrengthMeter
from desktop_app.ui.theme import Theme
from tests.ui.conftest import Show

pytestmark = pytest.mark.usefixtures("theme")

HIDDEN, SHOWN = QLineEdit.EchoMode.Password, QLineEdit.EchoMode.Normal


def bars_of(meter: StrengthMeter) -> list[str]:
    image = meter._bars.grab().toImage()
    places = ((2 * bar + 1) * image.width() // 8 for bar in range(4))
    return [image.pixelColor(x, image.height() // 2).name().upper() for x in places]


def test_letters_are_hidden_until_one_asks_by_keyboard_to_see_them(show: Show) -> None:
    field = PasswordField("Adgangskode")
    show(field)
    QTest.keyClicks(field.line, "fire tilfældige ord")
    assert field.line.echoMode() == HIDDEN

    QTest.keyClick(field.line, Qt.Key.Key_Tab)
    QTest.keyClick(field._reveal, Qt.Key.Key_Space)

    assert field.line.echoMode() == SHOWN
    assert field.text() == "fire tilfældige ord"
    QTest.keyClick(field._reveal, Qt.Key.Key_Return)
    assert field.line.echoMode() == HIDDEN


def test_two_fields_are_shown_and_hidden_together(show: Show) -> None:
    field, again = PasswordField("Adgangskode"), LineEdit()
    show(field, again)
    field.reveal_with(again)
    assert again.echoMode() == HIDDEN

    field._reveal.click()
    assert (field.line.echoMode(), again.echoMode()) == (SHOWN, SHOWN)

    again.setText("x")
    field.show_message(FieldState.ERROR, "Adgangskoden passer ikke.")
    field.clear()
    assert (field.text(), again.text(), again.echoMode()) == ("", "", HIDDEN)
    assert field.state is FieldState.FINE


@pytest.mark.parametrize(
    ("filled", "mark"),
    [(0, None), (1, Status.OVERDUE), (2, Status.SOON), (3, Status.DONE), (4, Status.DONE)],
)
def test_so_many_bars_are_filled_and_a_word_says_the_same(show: Show, filled: int, mark: Status | None) -> None:
    meter = StrengthMeter(4)
    show(meter)

    meter.show_strength(filled, "God adgangskode")

    colour = LIGHT[mark.mark] if mark is not None else ""
    assert bars_of(meter) == [colour] * filled + [LIGHT[Token.DIVIDER]] * (4 - filled)
    assert meter._word.text() == "God adgangskode"


def test_a_screen_reader_hears_of_another_strength_and_not_of_the_same_again(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(password_field, "announce", lambda _widget, sentence: told.append(sentence))
    meter = StrengthMeter(4)
    show(meter)

    for bars, word in ((1, "Svag adgangskode"), (1, "Svag adgangskode"), (3, "God adgangskode"), (0, "")):
        meter.show_strength(bars, word)

    assert told == ["Svag adgangskode", "God adgangskode"]


@pytest.mark.parametrize("language", ["da", ENGLISH])
@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_of_it_is_clipped_or_without_a_name(show: Show, theme: Theme, scale: int, language: str) -> None:
    set_language(language)
    theme.choose_text_scale(scale)
    field, meter = PasswordField("Adgangskode", help_text="Mindst 12 tegn.", width=320), StrengthMeter(4)
    meter.show_strength(3, "God adgangskode")
    window = show(field, meter, width=640)
    for _pass in range(3):
        QApplication.processEvents()

    assert clipped_texts(window) == []
    assert unnamed_widgets(window) == []
