"""What is closed is gone: no part keeps itself or its page alive."""

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.layouts import Column
from desktop_app.ui.theme import Theme
from tests.ui.kit import gallery, parts


def shell() -> QWidget:
    return gallery.shell_with("today", gallery.today(gallery.worklist(), gallery.why()))


def shell_walked_through() -> QWidget:
    made = gallery.shell_with("today", gallery.today(gallery.worklist()))
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    for _region in range(4):
        made.focus_next_region()
    return made


def fields_with_their_lists_opened() -> QWidget:
    page = QWidget()
    day, country = parts.date_field(), parts.search_choice()
    page.setLayout(Column(day, country))
    page.show()
    page.activateWindow()
    for opens in (day, country):
        opens.setFocus()
        QTest.keyClick(day.stop if opens is day else country, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        QApplication.processEvents()
    country.clearFocus()
    return page


PAGES: list[Callable[[], QWidget]] = [
    shell,
    shell_walked_through,
    gallery.empty,
    parts.overview,
    parts.texts,
    parts.buttons,
    parts.fields,
    parts.messages,
    parts.activities,
    parts.editing,
    parts.keys,
    parts.quick_open,
    parts.passwords,
    fields_with_their_lists_opened,
]


class Forgetful(QWidget):
    """The control: connects a lambda over itself, and so is never freed by reference count alone."""

    def __init__(self) -> None:
        super().__init__()
        self.windowTitleChanged.connect(lambda _title: self.update())


@pytest.fixture(autouse=True)
def without_collector(theme: Theme) -> Iterator[None]:  # noqa: ARG001 - a running application
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def is_freed(make: Callable[[], QWidget]) -> bool:
    page = make()
    kept = weakref.ref(page)
    page.resize(800, 600)
    page.show()
    QApplication.processEvents()
    page.close()
    del page
    return kept() is None


@pytest.mark.parametrize("make", PAGES)
def test_a_closed_page_is_freed_by_reference_count(make: Callable[[], QWidget]) -> None:
    assert is_freed(make)


def test_a_page_that_holds_on_to_itself_would_be_found() -> None:
    assert not is_freed(Forgetful)


@pytest.mark.parametrize("make", PAGES)
def test_the_collector_takes_nothing_from_a_page_that_shows(theme: Theme, make: Callable[[], QWidget]) -> None:
    page = make()
    page.resize(1280, 800)
    page.show()
    heard_by = theme.receivers("2changed()")  # Qt's own notation for a signal

    gc.collect()
    theme.choose_text_scale(150)

    assert theme.receivers("2changed()") == heard_by > 0


def test_a_freed_part_does_not_hear_of_another_theme(theme: Theme) -> None:
    for _round in range(3):
        assert is_freed(shell)

    theme.choose_text_scale(150)

    assert theme.text_scale == 150
