import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop_app.ui.fonts import BODY_POINTS, TEXT_SCALES
from desktop_app.ui.palette import DARK, LIGHT, Token
from desktop_app.ui.qt_application import PlanApplication, current_theme
from desktop_app.ui.theme import ColourChoice, Theme


def test_the_theme_in_use_is_that_of_the_application(qapp: PlanApplication) -> None:
    assert current_theme() is qapp.theme


def test_without_an_application_there_is_no_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QApplication, "instance", lambda: None)

    with pytest.raises(RuntimeError):
        current_theme()


def test_colours_are_those_chosen(qapp: PlanApplication, theme: Theme) -> None:
    theme.choose_colours(ColourChoice.DARK)

    assert theme.palette is DARK
    assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == DARK[Token.BASE]
    assert DARK[Token.FOCUS] in qapp.styleSheet()


def test_without_a_choice_colours_are_those_of_the_system(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme._hints, "colorScheme", lambda: Qt.ColorScheme.Dark, raising=False)

    theme._follow_system()

    assert theme.palette is DARK
    monkeypatch.undo()
    theme._follow_system()
    assert theme.palette is LIGHT


def test_a_system_in_high_contrast_wins_over_the_choice(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "_wants_high_contrast", lambda: True)

    theme.choose_colours(ColourChoice.DARK)

    assert theme.palette.name == "high contrast"
    assert len(set(theme.palette.colours.values())) <= 5
    monkeypatch.undo()
    theme._follow_system()
    assert theme.palette is DARK


def test_a_theme_that_dresses_later_has_no_style_sheet_until_then(qapp: PlanApplication, theme: Theme) -> None:
    sheet = qapp.styleSheet()
    qapp.setStyleSheet("")
    later = Theme(qapp, dresses_later=True)
    assert qapp.styleSheet() == ""

    later.dress()

    assert qapp.styleSheet() == sheet
    later.deleteLater()
    assert theme.palette is later.palette


def test_everyone_hears_of_another_theme(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose_text_scale(150)


def test_nobody_hears_of_the_size_they_have(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose_text_scale(100)


def test_larger_text_is_a_larger_font(qapp: PlanApplication, theme: Theme) -> None:
    theme.choose_text_scale(200)

    assert qapp.font().pointSizeF() == pytest.approx(2 * BODY_POINTS)
    assert theme.has_large_text


def test_text_goes_up_and_down_through_all_sizes_and_stops_at_the_ends(theme: Theme) -> None:
    theme.choose_text_scale(TEXT_SCALES[0])
    seen = [theme.text_scale]
    for _step in TEXT_SCALES:
        theme.enlarge_text()
        seen.append(theme.text_scale)

    assert tuple(dict.fromkeys(seen)) == TEXT_SCALES
    assert seen[-1] == seen[-2] == TEXT_SCALES[-1]

    for _step in TEXT_SCALES:
        theme.shrink_text()
    assert theme.text_scale == TEXT_SCALES[0]

    theme.reset_text()
    assert theme.text_scale == 100


def test_qt_speaks_danish(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)

    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Annuller"
    assert QCoreApplication.translate("QPlatformTheme", "Save") == "Gem"


@pytest.mark.usefixtures("qapp")
def test_dates_and_weeks_are_danish() -> None:
    assert QLocale().name() == "da_DK"
    assert QLocale().firstDayOfWeek() == Qt.DayOfWeek.Monday
