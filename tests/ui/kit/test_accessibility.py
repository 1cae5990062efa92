"""The checks of screens: that they find what is wrong, and that the kit's own pages have nothing wrong."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desktop_app.ui.accessibility import announce, clipped_texts, unnamed_widgets
from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.labels import ElidedLabel, Label
from desktop_app.ui.theme import ColourChoice, Theme
from tests.ui.conftest import Show
from tests.ui.kit import gallery, parts


def case() -> QWidget:
    return gallery.shell_with("cases", parts.overview())


def today_with_reasons() -> QWidget:
    return gallery.shell_with("today", gallery.today(gallery.worklist(), gallery.why()))


PAGES: list[Callable[[], QWidget]] = [
    case,
    today_with_reasons,
    parts.texts,
    parts.buttons,
    parts.fields,
    parts.messages,
    parts.activities,
    parts.editing,
    parts.keys,
    parts.quick_open,
    parts.passwords,
]


def test_a_field_without_a_name_is_found(show: Show) -> None:
    named = LineEdit()
    named.setAccessibleName("CPR-nummer")

    window = show(LineEdit(), named)

    assert unnamed_widgets(window) == ["LineEdit ''"]


def test_a_label_too_narrow_for_its_text_is_found(show: Show) -> None:
    label = Label("Kommunen overtager ansvaret")
    label.setFixedWidth(40)

    window = show(label)

    assert len(clipped_texts(window)) == 1
    assert "Kommunen overtager ansvaret" in clipped_texts(window)[0]


def test_buttons_that_lie_over_one_another_are_found(show: Show) -> None:
    window = show(QPushButton("Ny modtagelse"), QPushButton("Gem"))
    first, second = window.findChildren(QPushButton)
    assert clipped_texts(window) == []

    second.move(first.x() + 5, first.y() + first.height() // 2)

    assert any("covers" in fault for fault in clipped_texts(window))


def test_a_wrapped_label_too_low_for_its_lines_is_found(show: Show) -> None:
    label = Label("Kommunen overtager ansvaret den første hverdag i måneden", wraps=True)
    label.setFixedSize(100, 20)

    assert len(clipped_texts(show(label))) == 1


def test_a_button_and_a_list_too_narrow_are_found(show: Show) -> None:
    button, combo = QPushButton("Markér gennemført"), ComboBox((("x", "Flygtning, visiteret (§ 10)"),))
    button.setFixedWidth(50)
    combo.setFixedWidth(50)

    assert len(clipped_texts(show(button, combo))) == 2


def test_a_label_that_sticks_out_of_its_place_is_found(show: Show) -> None:
    holder = QWidget()
    label = QLabel("Frist", holder)
    label.setGeometry(590, 0, 100, 40)

    assert clipped_texts(show(holder)) == ["QLabel 'Frist': sticks out of its place"]


def test_what_is_elided_on_purpose_is_fine(show: Show) -> None:
    label = ElidedLabel("Sidste sikkerhedskopi i dag kl. 08.05, gemt på kommunens drev, og derefter prøvet")

    assert clipped_texts(show(label, width=200)) == []


def test_what_does_not_show_is_not_looked_at(show: Show) -> None:
    field, label = LineEdit(), Label("Frist")
    label.setFixedWidth(2)

    window = show(field, label)
    field.hide()
    label.hide()

    assert unnamed_widgets(window) == []
    assert clipped_texts(window) == []


@pytest.mark.parametrize("scale", [80, 100, 150, 200])
@pytest.mark.parametrize("make", PAGES)
def test_nothing_is_clipped_or_without_a_name(
    show: Show, theme: Theme, make: Callable[[], QWidget], scale: int
) -> None:
    theme.choose_text_scale(scale)

    window = show(make(), width=1280, height=720)
    for _pass in range(3):  # wrapped text is given its height in a second pass
        QApplication.processEvents()

    assert clipped_texts(window) == []
    assert unnamed_widgets(window) == []


@pytest.mark.parametrize("make", PAGES)
def test_a_page_stands_up_to_another_theme_while_it_shows(
    show: Show, theme: Theme, make: Callable[[], QWidget]
) -> None:
    window = show(make(), width=1280, height=720)
    light = window.grab().toImage()

    theme.choose_text_scale(200)
    theme.choose_colours(ColourChoice.DARK)
    for _pass in range(3):
        QApplication.processEvents()

    assert window.grab().toImage() != light
    assert clipped_texts(window) == []


@pytest.mark.parametrize("is_urgent", [False, True])
def test_a_screen_reader_is_told_without_moving_the_keyboard(
    show: Show,
    monkeypatch: pytest.MonkeyPatch,
    is_urgent: bool,  # noqa: FBT001 - a case
) -> None:
    told: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    def listen(event: QAccessibleEvent) -> None:
        assert isinstance(event, QAccessibleAnnouncementEvent)
        told.append((event.message(), event.politeness()))

    field = LineEdit()
    window = show(field)
    field.setFocus()
    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)

    announce(window, "Alt er gemt", is_urgent=is_urgent)

    politeness = QAccessible.AnnouncementPoliteness
    assert told == [("Alt er gemt", politeness.Assertive if is_urgent else politeness.Polite)]
    assert field.hasFocus()
